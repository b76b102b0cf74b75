/**
 * Append stream: a group's appends on their way to the log writer, and the responses that wait for them.
 *
 *            submit                    Appended
 *   Ready  ---------->  outstanding  ------------>  responses leave
 *                          |   ^
 *            lost, or full |   | sent again, in order
 *                          v   |
 *                         waiting
 *
 * Appends are numbered; the sequence belongs to the group and never restarts. No response leaves before the append it
 * depends on, and every one before that, is durable. An acknowledgement counts only when boots, sequence, term and last
 * entry are those of an append that is outstanding. A Ready that changes only the commit index writes nothing: its
 * responses leave with those of the append before it. Credits bound what is outstanding.
 */
import type { ActorContext, ActorRef } from '../../runtime/actor/actor.js';
import { assert } from '../../runtime/base/assert.js';
import type { Limits } from '../../runtime/base/limits.js';
import type { Body, storage } from '../../runtime/base/proto.js';
import type { LogWriterMessage } from '../log-writer/protocol.js';
import type { Entry, HardState, Message } from './core/types.js';
import { toWireEntries } from './peer-messages.js';

type Opened = Body<storage.Opened.$Properties>;
type Appended = Body<storage.Appended.$Properties>;

interface OutstandingAppend {
  readonly sequence: number;
  readonly hardState: HardState;
  readonly entries: readonly Entry[];
  readonly bytes: number;
  readonly responses: Message[];
}

/** Beside the payload of each entry, so that empty ones are not free. */
const ENTRY_OVERHEAD_BYTES = 32;

export type Acknowledged =
  | { readonly kind: 'durable'; readonly responses: readonly Message[] }
  | { readonly kind: 'stale' }
  | { readonly kind: 'full' }
  | { readonly kind: 'rejected'; readonly reason: string };

export class AppendStream {
  readonly #writer: ActorRef<LogWriterMessage>;
  readonly #limits: Limits;
  #writerBoot = 0;
  #hardState: HardState;
  /** Of the last append that was submitted. */
  #sequence: number;
  #outstanding: OutstandingAppend[] = [];
  #bytes = 0;
  /** `down`: there is no log writer that knows this stream. `full`: the disk is, until an append is acknowledged. */
  #state: 'open' | 'down' | 'full' = 'open';
  #resendAtMs: number | undefined;

  /** The stream goes on where the log writer says it stands. */
  constructor(writer: ActorRef<LogWriterMessage>, opened: Opened, hardState: HardState, limits: Limits) {
    this.#writer = writer;
    this.#limits = limits;
    this.#writerBoot = opened.writerBoot;
    this.#hardState = hardState;
    this.#sequence = opened.sequence;
  }

  get isFull(): boolean {
    return this.#state === 'full';
  }

  get outstandingCount(): number {
    return this.#outstanding.length;
  }

  /** Whether a Ready may be taken with its storage part. The last slot is kept for a new term or vote. */
  hasCredit(newTermOrVote: () => boolean): boolean {
    if (this.#state !== 'open') return false;
    const { storageCredits, storageCreditBytes } = this.#limits;
    if (this.#outstanding.length < storageCredits - 1 && this.#bytes < storageCreditBytes) return true;
    return this.#outstanding.length < storageCredits && newTermOrVote();
  }

  differsInTermOrVote({ term, vote }: { readonly term: number; readonly vote: number }): boolean {
    return term !== this.#hardState.term || vote !== this.#hardState.vote;
  }

  /**
   * Takes the storage part of a Ready: `append`, when there is one, and the hard state, when it changed. Returns the
   * responses that wait for nothing.
   */
  submit(append: Message, hardState: HardState | undefined, ctx: ActorContext): readonly Message[] {
    assert(this.#state === 'open', 'appends are submitted to an open log writer', { state: this.#state });
    const writes = append.entries.length > 0 || (hardState !== undefined && this.differsInTermOrVote(hardState));
    if (hardState !== undefined) this.#hardState = hardState;
    const responses = append.responses ?? [];
    if (!writes) {
      const before = this.#outstanding.at(-1);
      if (before === undefined) return responses;
      before.responses.push(...responses);
      return [];
    }
    this.#sequence += 1;
    const next: OutstandingAppend = {
      sequence: this.#sequence,
      hardState: this.#hardState,
      entries: append.entries,
      bytes: bytesOf(append.entries),
      responses: [...responses],
    };
    this.#outstanding.push(next);
    this.#bytes += next.bytes;
    this.#send(next, ctx);
    return [];
  }

  acknowledge(appended: Appended, ctx: ActorContext): Acknowledged {
    if (appended.groupBoot !== ctx.boot || appended.writerBoot !== this.#writerBoot || this.#state === 'down') {
      return { kind: 'stale' };
    }
    const at = this.#outstanding.findIndex((append) => append.sequence === appended.sequence);
    const append = this.#outstanding[at];
    if (append === undefined) return { kind: 'stale' };
    if (appended.errorCode === 'ERR_STORAGE_FULL') {
      this.#state = 'full';
      this.#resendAtMs = ctx.now() + this.#limits.storageRetryMs;
      return { kind: 'full' };
    }
    if (appended.errorCode !== '') return { kind: 'rejected', reason: appended.errorMessage };
    const last = append.entries.at(-1);
    const isSame =
      appended.term === append.hardState.term &&
      appended.lastTerm === (last?.term ?? 0) &&
      appended.lastIndex === (last?.index ?? 0);
    if (!isSame) return { kind: 'stale' };
    this.#state = 'open';
    this.#resendAtMs = undefined;
    return { kind: 'durable', responses: this.#release(at + 1) };
  }

  /** The log writer is gone, and with it whatever was not durable. */
  writerLost(): void {
    this.#state = 'down';
    this.#resendAtMs = undefined;
  }

  /**
   * A new log writer: what it found is durable, the rest is sent again, in order. Returns the responses to release, or
   * undefined when the log lacks what had been acknowledged.
   */
  writerFound(opened: Opened, ctx: ActorContext): readonly Message[] | undefined {
    const acknowledged = this.#sequence - this.#outstanding.length;
    if (opened.sequence < acknowledged || opened.sequence > this.#sequence) return undefined;
    this.#writerBoot = opened.writerBoot;
    this.#state = 'open';
    const released = this.#release(opened.sequence - acknowledged);
    for (const append of this.#outstanding) this.#send(append, ctx);
    return released;
  }

  /** Sends again, in order, what a full disk refused, when the pause is over. */
  resendDue(ctx: ActorContext): void {
    if (this.#state !== 'full' || this.#resendAtMs === undefined || ctx.now() < this.#resendAtMs) return;
    this.#resendAtMs = undefined;
    for (const append of this.#outstanding) this.#send(append, ctx);
  }

  /** Entries up to `index` are no longer needed; everything in them is applied and durable in the state. */
  purge(index: number, ctx: ActorContext): void {
    const body = { group: ctx.self.instance, groupBoot: ctx.boot, writerBoot: this.#writerBoot, index };
    ctx.send(this.#writer, { type: 'purge', body }, this.#writerBoot);
  }

  #release(count: number): Message[] {
    const released: Message[] = [];
    for (const append of this.#outstanding.splice(0, count)) {
      this.#bytes -= append.bytes;
      released.push(...append.responses);
    }
    return released;
  }

  #send({ sequence, hardState, entries }: OutstandingAppend, ctx: ActorContext): void {
    const body = {
      group: ctx.self.instance,
      groupBoot: ctx.boot,
      writerBoot: this.#writerBoot,
      sequence,
      hardState,
      entries: toWireEntries(entries),
    };
    ctx.send(this.#writer, { type: 'append', body }, this.#writerBoot);
  }
}

function bytesOf(entries: readonly Entry[]): number {
  let bytes = 0;
  for (const entry of entries) bytes += entry.data.length + ENTRY_OVERHEAD_BYTES;
  return bytes;
}
