/**
 * List rounds: reads the list of collections, for whoever waits for it, one round at a time. Who comes while a round is
 * under way waits for the next one, because the list may have changed before it was asked for.
 */
import type { QuorateError } from '../../runtime/base/errors.js';
import type { Context } from './call.js';

/** A request that waits until its collection is settled. */
export interface Waiting {
  readonly deadlineMs: number;
  proceed(ctx: Context): void;
  failed(error: QuorateError, ctx: Context): void;
}

export class ListRounds {
  /** Reads all of the list and then calls `ended`. */
  readonly #read: (ctx: Context) => void;
  /** Those whom the round that is under way will answer; undefined while there is none. */
  #current: Waiting[] | undefined;
  /** Those who came after it began. */
  #next: Waiting[] = [];

  constructor(read: (ctx: Context) => void) {
    this.#read = read;
  }

  get waiting(): number {
    return this.#next.length + (this.#current?.length ?? 0);
  }

  /** Lets `waiting` proceed once the list has been read in a round that begins after this call. */
  join(waiting: Waiting, ctx: Context): void {
    this.#next.push(waiting);
    this.begin(ctx);
  }

  /** A round, unless one is under way. */
  begin(ctx: Context): void {
    if (this.#current !== undefined) return;
    this.#current = this.#next;
    this.#next = [];
    this.#read(ctx);
  }

  ended(error: QuorateError | undefined, ctx: Context): void {
    const waited = this.#current ?? [];
    this.#current = undefined;
    for (const one of waited) {
      if (error === undefined) one.proceed(ctx);
      else one.failed(error, ctx);
    }
    if (this.#next.length > 0) this.begin(ctx);
  }

  /** Keeps those that `keep` returns. */
  retain(keep: (all: readonly Waiting[]) => Waiting[]): void {
    if (this.#current !== undefined) this.#current = keep(this.#current);
    this.#next = keep(this.#next);
  }
}
