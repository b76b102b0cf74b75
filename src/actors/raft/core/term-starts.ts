/**
 * Term starts: the term of every entry of a log, held as the first index of each term.
 *
 * A log has few terms and many entries; this is what lets a replica answer for the term of any entry without
 * reading it.
 */
import { assert } from '../../../runtime/base/assert.js';

/** A place in a log; (0, 0) is before all. */
export interface Position {
  readonly term: number;
  readonly index: number;
}

export class TermStarts {
  /** The entry before the first one; its term is known, its contents are gone. */
  #purge: Position;
  /** Ascending in both; the last one reaches to the end of the log. */
  readonly #starts: Position[];

  constructor(purge: Position, starts: readonly Position[], last: Position) {
    this.#purge = { term: purge.term, index: purge.index };
    this.#starts = starts.map(({ term, index }) => ({ term, index }));
    let before = this.#purge;
    for (const start of this.#starts) {
      assert(start.index > before.index && start.term >= before.term, 'terms start in ascending order', { start });
      before = start;
    }
    assert(last.term === this.lastTerm && last.index >= before.index, 'the last term reaches to the end', { last });
    if (last.index > purge.index) {
      assert(this.#starts[0]?.index === purge.index + 1, 'the first entry starts a term', { purge });
    }
  }

  get purge(): Position {
    return this.#purge;
  }

  get lastTerm(): number {
    return (this.#starts.at(-1) ?? this.#purge).term;
  }

  /** Of an index that is not beyond the end of the log; undefined below the purge point. */
  at(index: number): number | undefined {
    const start = this.#find(index);
    if (start >= 0) return (this.#starts[start] as Position).term;
    return index === this.#purge.index ? this.#purge.term : undefined;
  }

  /** The first index of the term of the entry at `index`, as far as it is known. */
  startOfTermAt(index: number): number {
    const start = this.#find(index);
    return start >= 0 ? (this.#starts[start] as Position).index : index;
  }

  /** The next entry of the log. */
  push(term: number, index: number): void {
    const last = this.#starts.at(-1);
    if (last !== undefined && last.term === term) return;
    assert(term >= this.lastTerm, 'terms never go down along a log', { term, index });
    this.#starts.push({ term, index });
  }

  /** Forgets everything from `index` on. */
  truncateTo(index: number): void {
    while ((this.#starts.at(-1)?.index ?? 0) >= index) this.#starts.pop();
  }

  /** Forgets everything up to `index` but the term there. */
  purgeTo(index: number, lastIndex: number): void {
    const at = this.#find(index);
    assert(at >= 0, 'the purge point moves up, within the log', { index });
    const { term } = this.#starts[at] as Position;
    const following = this.#starts[at + 1];
    this.#purge = { term, index };
    // The term goes on behind the purge point, unless the next one starts there or nothing follows.
    if (index === lastIndex || following?.index === index + 1) this.#starts.splice(0, at + 1);
    else this.#starts.splice(0, at + 1, { term, index: index + 1 });
  }

  /**
   * Position of the term that the entry at `index` belongs to; -1 at or below the purge point. Mostly asked for the
   * last.
   */
  #find(index: number): number {
    const starts = this.#starts;
    let high = starts.length - 1;
    if (high >= 0 && (starts[high] as Position).index <= index) return high;
    let low = -1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] as Position).index <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
