/**
 * Arena: keeps copies of small byte strings in large chunks, so that a value costs one copy and no buffer of its own.
 *
 * A decoded value is a view of the whole frame it came in; what stays is copied here. Chunks are never written twice,
 * so a view that was handed out stays what it is; they go when the last view does, usually with the memory table.
 */
const CHUNK_BYTES = 64 * 1024;
/** A larger value gets a buffer of its own: it would leave too much of a chunk unused. */
const SHARED_BYTES_MAX = 8 * 1024;

export class Arena {
  #chunk = new Uint8Array(0);
  #used = 0;

  copy(bytes: Uint8Array): Uint8Array {
    const length = bytes.length;
    if (length > SHARED_BYTES_MAX) return Uint8Array.prototype.slice.call(bytes);
    if (this.#used + length > this.#chunk.length) {
      this.#chunk = new Uint8Array(CHUNK_BYTES);
      this.#used = 0;
    }
    const from = this.#used;
    this.#used += length;
    this.#chunk.set(bytes, from);
    return this.#chunk.subarray(from, from + length);
  }
}
