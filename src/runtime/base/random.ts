/**
 * Random: the only source of randomness. A seed gives the same sequence on every machine (xoshiro128**).
 */
export interface Random {
  /** A 32-bit unsigned integer. */
  uint32(): number;
  /** An integer in [0, bound); bound is 1 .. 2^32. */
  below(bound: number): number;
  /** An integer in [0, 2^53). */
  uint53(): number;
  /** A number in [0, 1). */
  fraction(): number;
  /** A generator of its own, so that one consumer's draws do not shift another's. */
  fork(): Random;
}

function splitmix32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return (z ^ (z >>> 16)) >>> 0;
  };
}

const rotateLeft = (x: number, k: number): number => ((x << k) | (x >>> (32 - k))) >>> 0;

export function createRandom(seed: number): Random {
  const mix = splitmix32(seed ^ Math.floor(seed / 2 ** 32));
  let a = mix();
  let b = mix();
  let c = mix();
  let d = mix() | 1;
  const uint32 = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5) >>> 0, 7), 9) >>> 0;
    const t = (b << 9) >>> 0;
    c ^= a;
    d ^= b;
    b = (b ^ c) >>> 0;
    a = (a ^ d) >>> 0;
    c = (c ^ t) >>> 0;
    d = rotateLeft(d >>> 0, 11);
    return result;
  };
  return {
    uint32,
    below: (bound) => Math.floor((uint32() / 2 ** 32) * bound),
    uint53: () => (uint32() & 0x1fffff) * 2 ** 32 + uint32(),
    fraction: () => uint32() / 2 ** 32,
    fork: () => createRandom(uint32()),
  };
}
