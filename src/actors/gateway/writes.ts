/**
 * Writes: gives a checked write its name, unless its client has, and starts the call that proposes it.
 */
import { QuorateError } from '../../runtime/base/errors.js';
import type { Reply } from './answers.js';
import type { Call, Context } from './call.js';
import { WriteCaller } from './callers.js';
import type { Calls } from './calls.js';
import type { CommandEncoder, Write } from './commands.js';
import { compareBytes } from './merge.js';
import type { ShardMap } from './routing.js';
import type { Sessions, WriteName } from './sessions.js';

/** What a call occupies besides its command. */
const CALL_BYTES = 512;

export class Writes {
  readonly #encoder: CommandEncoder;
  readonly #map: ShardMap;
  readonly #sessions: Sessions;
  readonly #calls: Calls;

  constructor(encoder: CommandEncoder, map: ShardMap, sessions: Sessions, calls: Calls) {
    this.#encoder = encoder;
    this.#map = map;
    this.#sessions = sessions;
    this.#calls = calls;
  }

  /** Names the write, unless its client has, and proposes it. */
  send(write: Write, slot: number, deadlineMs: number, reply: Reply, ctx: Context): void {
    if (write.idempotencyKey !== '') {
      const { idempotencyKey } = write;
      const caller = new WriteCaller(reply, this.#sessions, { idempotencyKey });
      this.#propose(this.#encoder.encodeKeyed(write, slot), slot, deadlineMs, caller, ctx);
    } else if (write.sessionStampMs !== 0 || write.sessionSerial !== 0) {
      this.#sendNamed(write, slot, deadlineMs, reply, ctx);
    } else {
      const ticket = this.#sessions.acquire(ctx.now(), ctx.random());
      const caller = new WriteCaller(reply, this.#sessions, { ...ticket.name }, ticket);
      this.#propose(this.#encoder.encodeNamed(write, ticket.name, slot), slot, deadlineMs, caller, ctx);
    }
  }

  #propose(bytes: Uint8Array, slot: number, deadlineMs: number, caller: WriteCaller, ctx: Context): void {
    const work = { kind: 'write', command: bytes } as const;
    this.#calls.start(this.#map.groupOf(slot), work, bytes.length + CALL_BYTES, deadlineMs, caller, ctx);
  }

  /** The same write under the same name, while the first one is under way, has the first one's outcome. */
  #sendNamed(write: Write, slot: number, deadlineMs: number, reply: Reply, ctx: Context): void {
    const { sessionStampMs, sessionSerial, sequence, lowestUnresolved } = write;
    const name: WriteName = { sessionStampMs, sessionSerial, sequence, lowestUnresolved };
    const bytes = this.#encoder.encodeNamed(write, name, slot);
    const work = { kind: 'write', command: bytes, name } as const;
    const caller = new WriteCaller(reply, this.#sessions, { ...name });
    const size = bytes.length + CALL_BYTES;
    const first = this.#calls.named(name);
    if (first === undefined) {
      this.#calls.start(this.#map.groupOf(slot), work, size, deadlineMs, caller, ctx);
    } else if (this.#isSameWrite(first, write, slot)) {
      ctx.metrics.count('attached_requests');
      this.#calls.attach(first, work, size, deadlineMs, caller);
    } else {
      const what =
        'another write is under way under this session and sequence: every write needs a sequence of its own';
      reply.failed(new QuorateError('ERR_INVALID_REQUEST', what));
    }
  }

  /** A retry may carry another lowest unresolved sequence; all else must be equal. */
  #isSameWrite({ work }: Call, write: Write, slot: number): boolean {
    if (work.kind !== 'write' || work.name === undefined) return false;
    return compareBytes(work.command, this.#encoder.encodeNamed(write, work.name, slot)) === 0;
  }
}
