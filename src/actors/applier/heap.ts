/**
 * Binary heap: the least of its items first, by a comparison given at creation. Holds no position of an item, so an
 * item that is no longer wanted stays until it comes up and whoever peeks drops it.
 */
export class Heap<T> {
  readonly #items: T[] = [];
  readonly #isLess: (a: T, b: T) => boolean;

  constructor(isLess: (a: T, b: T) => boolean) {
    this.#isLess = isLess;
  }

  get size(): number {
    return this.#items.length;
  }

  peek(): T | undefined {
    return this.#items[0];
  }

  push(item: T): void {
    const items = this.#items;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = items[parent] as T;
      if (!this.#isLess(item, above)) break;
      items[at] = above;
      at = parent;
    }
    items[at] = item;
  }

  pop(): T | undefined {
    const items = this.#items;
    const least = items[0];
    const last = items.pop();
    if (items.length > 0 && last !== undefined) this.#sink(last);
    return least;
  }

  /** The least item has grown: moves it to where it belongs. */
  settle(): void {
    const least = this.#items[0];
    if (least !== undefined) this.#sink(least);
  }

  *[Symbol.iterator](): Iterator<T> {
    yield* this.#items;
  }

  #sink(item: T): void {
    const items = this.#items;
    const size = items.length;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#isLess(items[child + 1] as T, items[child] as T)) child += 1;
      const below = items[child] as T;
      if (!this.#isLess(below, item)) break;
      items[at] = below;
      at = child;
    }
    items[at] = item;
  }
}
