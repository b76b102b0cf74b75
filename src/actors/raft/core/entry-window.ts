/**
 * Entry window: the newest entries of a log, contiguous up to its end, from which the oldest ones leave.
 *
 * What leaves is decided by bytes: durable entries that are handed to the applier are kept only as a cache, to be
 * sent to peers without reading the log. Which entries are durable, the log says.
 */
import { assert } from '../../../runtime/base/assert.js';
import { ENTRY_OVERHEAD_BYTES, entryBytes, NO_BYTES, NO_ENTRIES } from './message.js';
import { type Entry, EntryType } from './types.js';

/** Stands where an entry has left, so that its payload is not held. */
const LEFT: Entry = Object.freeze({ term: 0, index: 0, type: EntryType.Normal, data: NO_BYTES });

/** Places of entries that have left are given back once there are this many, and more of them than of others. */
const LEFT_MIN = 256;

export class EntryWindow {
  readonly #cacheBytes: number;
  readonly #entries: Entry[];
  /** Where in `#entries` the first one is. */
  #head = 0;
  #first: number;
  /** Of durable entries. */
  #durableBytes = 0;

  constructor(entries: readonly Entry[], lastIndex: number, cacheBytes: number) {
    this.#cacheBytes = cacheBytes;
    this.#entries = [...entries];
    this.#first = lastIndex + 1 - entries.length;
    for (const [at, entry] of entries.entries()) {
      assert(entry.index === this.#first + at, 'entries are contiguous up to the last one', { index: entry.index });
      this.#durableBytes += entryBytes(entry);
    }
  }

  /** Index of the first entry held; one beyond the last one when there is none. */
  get first(): number {
    return this.#first;
  }

  get durableBytes(): number {
    return this.#durableBytes;
  }

  bytesOf(entries: readonly Entry[]): number {
    let bytes = entries.length * ENTRY_OVERHEAD_BYTES;
    for (const entry of entries) bytes += entry.data.length;
    return bytes;
  }

  push(entry: Entry): void {
    this.#entries.push(entry);
  }

  /** Entries in [from, to], at least one and then up to `maxBytes`. */
  slice(from: number, to: number, maxBytes: number): readonly Entry[] {
    if (from > to) return NO_ENTRIES;
    assert(from >= this.#first, 'entries are read from memory only while they are there', { from, first: this.#first });
    const start = this.#head + from - this.#first;
    const end = this.#head + to - this.#first + 1;
    assert(end <= this.#entries.length, 'entries are read only up to the last one', { to });
    if (maxBytes === Number.POSITIVE_INFINITY) return this.#entries.slice(start, end);
    let at = start + 1;
    let bytes = entryBytes(this.#entries[start] as Entry);
    for (; at < end; at += 1) {
      bytes += entryBytes(this.#entries[at] as Entry);
      if (bytes > maxBytes) break;
    }
    return this.#entries.slice(start, at);
  }

  /** Entries in [from, to] have become durable. */
  countDurable(from: number, to: number): void {
    this.#durableBytes += this.#bytesBetween(from, to);
  }

  /** Forgets everything from `index` on; of that, what is below `durableBefore` was durable. */
  truncateTo(index: number, durableBefore: number): void {
    if (index <= this.#first) {
      this.#entries.length = 0;
      this.#head = 0;
      this.#first = index;
      this.#durableBytes = 0;
      return;
    }
    this.#durableBytes -= this.#bytesBetween(index, durableBefore - 1);
    this.#entries.length = this.#head + index - this.#first;
  }

  /** Lets the oldest entries up to `through` go until the durable ones fit the cache. */
  evict(through: number): void {
    while (this.#durableBytes > this.#cacheBytes && this.#first <= through) this.#dropFirst();
    this.#compact();
  }

  /** Lets all entries up to `index`, which are durable, go. */
  dropThrough(index: number): void {
    while (this.#first <= index && this.#head < this.#entries.length) this.#dropFirst();
    this.#compact();
  }

  #dropFirst(): void {
    this.#durableBytes -= entryBytes(this.#entries[this.#head] as Entry);
    this.#entries[this.#head] = LEFT;
    this.#head += 1;
    this.#first += 1;
  }

  #compact(): void {
    if (this.#head < LEFT_MIN || this.#head * 2 < this.#entries.length) return;
    this.#entries.splice(0, this.#head);
    this.#head = 0;
  }

  #bytesBetween(from: number, to: number): number {
    let bytes = 0;
    for (let index = Math.max(from, this.#first); index <= to; index += 1) {
      bytes += entryBytes(this.#entries[this.#head + index - this.#first] as Entry);
    }
    return bytes;
  }
}
