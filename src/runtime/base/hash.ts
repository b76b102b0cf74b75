/**
 * The pinned hash function: 64 bits as two 32-bit lanes. What it yields is on disk and on the wire (row hashes, vshards),
 * so it never changes; golden vectors hold it in place.
 *
 * Each lane is MurmurHash3's 32-bit mix with its own multipliers and seed, over the same bytes; the lanes are mixed with
 * each other at the end. Not for adversaries: it finds accidents.
 */
export interface Hash64 {
  readonly high: number;
  readonly low: number;
}

export const ZERO_HASH: Hash64 = { high: 0, low: 0 };

const rotl = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

function finish(h: number): number {
  let x = h ^ (h >>> 16);
  x = Math.imul(x, 0x85ebca6b);
  x ^= x >>> 13;
  x = Math.imul(x, 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** A running hash: feed it in any split of bytes and numbers that both sides agree on, then take `digest`. */
export class Hasher {
  #high = 0x9747b28c;
  #low = 0x3c6ef372;
  #length = 0;

  #mix(word: number): void {
    let k = Math.imul(word, 0xcc9e2d51);
    k = Math.imul(rotl(k, 15), 0x1b873593);
    this.#high = (Math.imul(rotl(this.#high ^ k, 13), 5) + 0xe6546b64) | 0;
    k = Math.imul(word, 0x239b961b);
    k = Math.imul(rotl(k, 16), 0xab0e9789);
    this.#low = (Math.imul(rotl(this.#low ^ k, 17), 9) + 0x561ccd1b) | 0;
  }

  /** A number in [0, 2^53), as two words. */
  uint53(value: number): this {
    this.#mix(value | 0);
    this.#mix(Math.floor(value / 2 ** 32) | 0);
    this.#length += 8;
    return this;
  }

  /** The bytes, preceded by their length so that neighbours cannot be confused. */
  bytes(bytes: Uint8Array): this {
    this.#mix(bytes.length);
    const whole = bytes.length & ~3;
    let i = 0;
    for (; i < whole; i += 4) {
      this.#mix(
        (bytes[i] as number) |
          ((bytes[i + 1] as number) << 8) |
          ((bytes[i + 2] as number) << 16) |
          ((bytes[i + 3] as number) << 24),
      );
    }
    if (i < bytes.length) {
      let tail = 0;
      for (let shift = 0; i < bytes.length; i += 1, shift += 8) tail |= (bytes[i] as number) << shift;
      this.#mix(tail);
    }
    this.#length += 4 + bytes.length;
    return this;
  }

  /** A string of one byte per UTF-16 unit, like `bytes` of the same bytes. */
  byteString(text: string): this {
    this.#mix(text.length);
    const whole = text.length & ~3;
    let i = 0;
    for (; i < whole; i += 4) {
      this.#mix(
        text.charCodeAt(i) |
          (text.charCodeAt(i + 1) << 8) |
          (text.charCodeAt(i + 2) << 16) |
          (text.charCodeAt(i + 3) << 24),
      );
    }
    if (i < text.length) {
      let tail = 0;
      for (let shift = 0; i < text.length; i += 1, shift += 8) tail |= text.charCodeAt(i) << shift;
      this.#mix(tail);
    }
    this.#length += 4 + text.length;
    return this;
  }

  digest(): Hash64 {
    const a = finish(this.#high ^ this.#length);
    const b = finish(this.#low ^ this.#length);
    const high = (a + b) >>> 0;
    return { high, low: (b + high) >>> 0 };
  }
}

/** Sums are order-free: the hash of a state is the sum of the hashes of its rows. */
export function addHash(sum: Hash64, term: Hash64): Hash64 {
  return { high: (sum.high + term.high) >>> 0, low: (sum.low + term.low) >>> 0 };
}

export function subtractHash(sum: Hash64, term: Hash64): Hash64 {
  return { high: (sum.high - term.high) >>> 0, low: (sum.low - term.low) >>> 0 };
}

export function sameHash(a: Hash64, b: Hash64): boolean {
  return a.high === b.high && a.low === b.low;
}

/** 16 hexadecimal digits. */
export function formatHash(hash: Hash64): string {
  return hash.high.toString(16).padStart(8, '0') + hash.low.toString(16).padStart(8, '0');
}
