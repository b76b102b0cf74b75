/**
 * Batch: the appends of one turn that were accepted, and what each group is to be told when they are durable.
 */
import type { LogAppend, LogStore } from '../../runtime/base/log-store.js';

/** The newest append of a group in this batch: acknowledging it acknowledges all before it. */
export interface Acknowledgement {
  readonly sequence: number;
  readonly term: number;
  /** Of its last entry; 0 when it has none. */
  readonly lastTerm: number;
  readonly lastIndex: number;
}

export interface Rejection {
  readonly sequence: number;
  readonly refusal: string;
}

export class Batch {
  #appends: { readonly group: number; readonly append: LogAppend }[] = [];
  readonly #acknowledgements = new Map<number, Acknowledgement>();
  readonly #rejections = new Map<number, Rejection>();

  get size(): number {
    return this.#appends.length;
  }

  get isEmpty(): boolean {
    return this.#acknowledgements.size === 0 && this.#rejections.size === 0;
  }

  get acknowledgements(): ReadonlyMap<number, Acknowledgement> {
    return this.#acknowledgements;
  }

  get rejections(): ReadonlyMap<number, Rejection> {
    return this.#rejections;
  }

  get entries(): number {
    return this.#appends.reduce((sum, { append }) => sum + append.entries.length, 0);
  }

  add(group: number, append: LogAppend): void {
    this.#appends.push({ group, append });
    this.acknowledge(group, append);
  }

  /** Of an append that is durable already, or is in this batch already. */
  acknowledge(group: number, append: LogAppend): void {
    const { sequence, term, entries } = append;
    if (sequence <= (this.#acknowledgements.get(group)?.sequence ?? -1)) return;
    const last = entries.at(-1);
    this.#acknowledgements.set(group, { sequence, term, lastTerm: last?.term ?? 0, lastIndex: last?.index ?? 0 });
  }

  /** The first refusal of a group is the one that counts. */
  reject(group: number, sequence: number, refusal: string): void {
    if (!this.#rejections.has(group)) this.#rejections.set(group, { sequence, refusal });
  }

  /** Forgets a group: whoever sent its appends is gone, or its log is damaged. */
  discard(group: number): void {
    this.#appends = this.#appends.filter((queued) => queued.group !== group);
    this.#acknowledgements.delete(group);
    this.#rejections.delete(group);
  }

  write(store: LogStore): void {
    if (this.#appends.length === 0) return;
    store.begin();
    for (const { group, append } of this.#appends) store.append(group, append);
    store.commit();
  }
}
