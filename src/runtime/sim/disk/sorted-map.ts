/** A map whose values can be listed in an order of their own; the list is made when it is asked for after a change. */
export class SortedMap<K, V> {
  readonly #values = new Map<K, V>();
  readonly #compare: (a: V, b: V) => number;
  #sorted: readonly V[] | undefined = [];

  constructor(compare: (a: V, b: V) => number) {
    this.#compare = compare;
  }

  get(key: K): V | undefined {
    return this.#values.get(key);
  }

  /** Undefined removes the key. Returns what undoes it. */
  set(key: K, value: V | undefined): () => void {
    const before = this.#values.get(key);
    if (value === undefined) this.#values.delete(key);
    else this.#values.set(key, value);
    this.#sorted = undefined;
    return () => {
      this.set(key, before);
    };
  }

  sorted(): readonly V[] {
    this.#sorted ??= [...this.#values.values()].sort(this.#compare);
    return this.#sorted;
  }
}

/** For strings of bytes and for numbers alike. */
export function ascending<T extends string | number>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
