/**
 * Entry reads: entries that a peer needs and the core no longer holds, on their way from the log writer.
 *
 * One request for each peer at most. A log writer that comes back is asked again; what it answers goes into the core,
 * which ignores it when the term has passed.
 */
import type { ActorContext, ActorRef } from '../../runtime/actor/actor.js';
import { ERRORS, type ErrorCode, isErrorCode } from '../../runtime/base/errors.js';
import type { Body, storage } from '../../runtime/base/proto.js';
import type { LogWriterMessage } from '../log-writer/protocol.js';
import type { Core, EntryRequest } from './core/types.js';
import { fromWireEntries } from './peer-messages.js';

interface EntryRead {
  readonly request: EntryRequest;
  readonly term: number;
  readonly token: number;
}

/** Why the group cannot go on: its log is damaged. */
export interface DamagedLog {
  readonly code: ErrorCode;
  readonly reason: string;
}

export class EntryReads {
  readonly #writer: ActorRef<LogWriterMessage>;
  /** By peer. */
  readonly #reads = new Map<number, EntryRead>();
  #token = 0;

  constructor(writer: ActorRef<LogWriterMessage>) {
    this.#writer = writer;
  }

  ask(request: EntryRequest, term: number, ctx: ActorContext): void {
    this.#token += 1;
    const read = { request, term, token: this.#token };
    this.#reads.set(request.to, read);
    this.#send(read, ctx);
  }

  askAgain(ctx: ActorContext): void {
    for (const read of this.#reads.values()) this.#send(read, ctx);
  }

  /**
   * Entries that are not there, any more or yet, are answered with none: the core decides what the peer gets instead.
   */
  answered(body: Body<storage.EntriesRead.$Properties>, core: Core): DamagedLog | undefined {
    const read = [...this.#reads.values()].find(({ token }) => token === body.token);
    if (read === undefined) return undefined;
    this.#reads.delete(read.request.to);
    const { errorCode, errorMessage } = body;
    if (errorCode !== '' && errorCode !== 'ERR_NOT_FOUND') {
      const code = isErrorCode(errorCode) ? errorCode : 'ERR_CORRUPT';
      if (!ERRORS[code].retryable) return { code, reason: errorMessage };
    }
    const entries = fromWireEntries(body.entries);
    if (entries === undefined) return { code: 'ERR_CORRUPT', reason: 'the log holds a malformed entry' };
    core.entriesRead(read.request, read.term, entries);
    return undefined;
  }

  #send({ request, token }: EntryRead, ctx: ActorContext): void {
    const { from, upTo, maxBytes } = request;
    const body = { group: ctx.self.instance, from, to: upTo, maxBytes, token };
    ctx.send(this.#writer, { type: 'readEntries', body });
  }
}
