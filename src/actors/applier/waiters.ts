/**
 * Waiters: who waits for what this applier will have applied: gateways for the results of entries, gateways for reads
 * at an index. Both outlive a restart of the group, because what they wait for is committed all the same.
 *
 * Results are bounded by the entries that the group may hand over unapplied; reads by a limit, beyond which they are
 * turned away, because those whose gateway has given up stay until their index is applied.
 */
import { apply, type Body, decodeMessage, encodeMessage } from '../../runtime/base/proto.js';

export type Waiter = Body<apply.Waiter.$Properties>;
export type Read = Body<apply.Read.$Properties>;

export class Waiters {
  readonly #queriesMax: number;
  readonly #byIndex = new Map<number, Waiter[]>();
  #reads: Read[] = [];
  #queries = 0;
  #lowestReadIndex = Number.POSITIVE_INFINITY;

  constructor(queriesMax: number) {
    this.#queriesMax = queriesMax;
  }

  add(waiter: Waiter): void {
    const others = this.#byIndex.get(waiter.index);
    if (others === undefined) this.#byIndex.set(waiter.index, [waiter]);
    else others.push(waiter);
  }

  /** Those who wait for this entry's results; they wait no longer. */
  take(index: number): readonly Waiter[] {
    if (this.#byIndex.size === 0) return [];
    const waiters = this.#byIndex.get(index);
    if (waiters === undefined) return [];
    this.#byIndex.delete(index);
    return waiters;
  }

  /** False when too many wait. Keeps a copy: keys are views of the frame they came in. */
  addRead(read: Read): boolean {
    if (this.#queries + read.queries.length > this.#queriesMax) return false;
    this.#queries += read.queries.length;
    this.#reads.push(decodeMessage(apply.Read, encodeMessage(apply.Read, read as apply.Read.$Properties)));
    this.#lowestReadIndex = Math.min(this.#lowestReadIndex, read.readIndex);
    return true;
  }

  /** Reads that may be answered now that `appliedIndex` is applied, in the order they came. */
  takeReads(appliedIndex: number): readonly Read[] {
    if (appliedIndex < this.#lowestReadIndex) return [];
    const due = this.#reads.filter((read) => read.readIndex <= appliedIndex);
    this.#reads = this.#reads.filter((read) => read.readIndex > appliedIndex);
    this.#lowestReadIndex = Number.POSITIVE_INFINITY;
    for (const read of due) this.#queries -= read.queries.length;
    for (const { readIndex } of this.#reads) this.#lowestReadIndex = Math.min(this.#lowestReadIndex, readIndex);
    return due;
  }

  /** Everyone, who waits no longer. */
  drain(): { readonly waiters: readonly Waiter[]; readonly reads: readonly Read[] } {
    const waiters = [...this.#byIndex.values()].flat();
    const reads = this.#reads;
    this.#byIndex.clear();
    this.#reads = [];
    this.#queries = 0;
    this.#lowestReadIndex = Number.POSITIVE_INFINITY;
    return { waiters, reads };
  }
}
