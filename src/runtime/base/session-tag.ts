/**
 * Session tag: the part of a session's serial that says which cluster issued it, so that a session of another cluster is
 * refused instead of taken for a new one.
 */
import { crc32 } from './crc.js';
import type { Random } from './random.js';

/** A serial has 53 bits: a tag above, chance below. */
const CHANCE = 2 ** 32;
const TAGS = 2 ** 21;

export function sessionTagOf(clusterId: string): number {
  return crc32(new TextEncoder().encode(clusterId)) % TAGS;
}

/** A serial of this cluster. */
export function sessionSerial(tag: number, random: Random): number {
  return tag * CHANCE + random.uint32();
}

export function tagOfSerial(serial: number): number {
  return Math.floor(serial / CHANCE);
}
