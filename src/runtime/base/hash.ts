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

const mixHigh = (lane: number, word: number): number => {
  const k = Math.imul(rotl(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
  return (Math.imul(rotl(lane ^ k, 13), 5) + 0xe6546b64) | 0;
};

const mixLow = (lane: number, word: number): number => {
  const k = Math.imul(rotl(Math.imul(word, 0x239b961b), 16), 0xab0e9789);
  return (Math.imul(rotl(lane ^ k, 17), 9) + 0x561ccd1b) | 0;
};

/**
 * A running hash: feed it in any split of bytes and numbers that both sides agree on, then take `digest`. The loops keep
 * the lanes in local variables, which halves their time: every row and key passes here.
 */
export class Hasher {
  #high = 0x9747b28c | 0;
  #low = 0x3c6ef372;
  #length = 0;

  /** A number in [0, 2^53), as two words. */
  uint53(value: number): this {
    const word = value | 0;
    const upper = Math.floor(value / 2 ** 32) | 0;
    this.#high = mixHigh(mixHigh(this.#high, word), upper);
    this.#low = mixLow(mixLow(this.#low, word), upper);
    this.#length += 8;
    return this;
  }

  /** The bytes, preceded by their length so that neighbours cannot be confused. */
  bytes(bytes: Uint8Array): this {
    const length = bytes.length;
    let high = mixHigh(this.#high, length);
    let low = mixLow(this.#low, length);
    const whole = length & ~3;
    let i = 0;
    for (; i < whole; i += 4) {
      const word =
        (bytes[i] as number) |
        ((bytes[i + 1] as number) << 8) |
        ((bytes[i + 2] as number) << 16) |
        ((bytes[i + 3] as number) << 24);
      high = mixHigh(high, word);
      low = mixLow(low, word);
    }
    if (i < length) {
      let tail = 0;
      for (let shift = 0; i < length; i += 1, shift += 8) tail |= (bytes[i] as number) << shift;
      high = mixHigh(high, tail);
      low = mixLow(low, tail);
    }
    this.#high = high;
    this.#low = low;
    this.#length += 4 + length;
    return this;
  }

  /** A string of one byte per UTF-16 unit, like `bytes` of the same bytes. */
  byteString(text: string): this {
    const length = text.length;
    let high = mixHigh(this.#high, length);
    let low = mixLow(this.#low, length);
    const whole = length & ~3;
    let i = 0;
    for (; i < whole; i += 4) {
      const word =
        text.charCodeAt(i) |
        (text.charCodeAt(i + 1) << 8) |
        (text.charCodeAt(i + 2) << 16) |
        (text.charCodeAt(i + 3) << 24);
      high = mixHigh(high, word);
      low = mixLow(low, word);
    }
    if (i < length) {
      let tail = 0;
      for (let shift = 0; i < length; i += 1, shift += 8) tail |= text.charCodeAt(i) << shift;
      high = mixHigh(high, tail);
      low = mixLow(low, tail);
    }
    this.#high = high;
    this.#low = low;
    this.#length += 4 + length;
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
