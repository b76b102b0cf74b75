/**
 * Inflights: appends sent to one peer and not yet answered, bounded by their count and by their bytes.
 *
 * A ring that grows as it is used. The byte limit stops the next append, not the one that crosses it: a single
 * large entry always fits.
 */
import { assert } from '../../../runtime/base/assert.js';

const CAPACITY_MIN = 8;

export class Inflights {
  readonly #countMax: number;
  /** 0: bytes are not limited. */
  readonly #bytesMax: number;
  /** Last index and payload bytes of each append, oldest at `#start`; the length is a power of two. */
  #indexes: Float64Array = new Float64Array(CAPACITY_MIN);
  #sizes: Float64Array = new Float64Array(CAPACITY_MIN);
  #start = 0;
  #count = 0;
  #bytes = 0;

  constructor(countMax: number, bytesMax: number) {
    this.#countMax = countMax;
    this.#bytesMax = bytesMax;
  }

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get isFull(): boolean {
    return this.#count >= this.#countMax || (this.#bytesMax !== 0 && this.#bytes >= this.#bytesMax);
  }

  /** Notes an append whose last entry is `index`; indexes only rise. */
  add(index: number, bytes: number): void {
    assert(!this.isFull, 'an append is sent only while the window is open', { index });
    if (this.#count === this.#indexes.length) this.#grow();
    const at = (this.#start + this.#count) & (this.#indexes.length - 1);
    this.#indexes[at] = index;
    this.#sizes[at] = bytes;
    this.#count += 1;
    this.#bytes += bytes;
  }

  /** The peer has everything up to `index`. */
  freeThrough(index: number): void {
    const mask = this.#indexes.length - 1;
    while (this.#count > 0 && (this.#indexes[this.#start] as number) <= index) {
      this.#bytes -= this.#sizes[this.#start] as number;
      this.#start = (this.#start + 1) & mask;
      this.#count -= 1;
    }
  }

  reset(): void {
    this.#start = 0;
    this.#count = 0;
    this.#bytes = 0;
  }

  #grow(): void {
    const length = this.#indexes.length;
    const indexes = new Float64Array(length * 2);
    const sizes = new Float64Array(length * 2);
    for (let i = 0; i < this.#count; i += 1) {
      const at = (this.#start + i) & (length - 1);
      indexes[i] = this.#indexes[at] as number;
      sizes[i] = this.#sizes[at] as number;
    }
    this.#indexes = indexes;
    this.#sizes = sizes;
    this.#start = 0;
  }
}
