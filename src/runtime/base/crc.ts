/**
 * CRC-32 (the polynomial of zlib), as an unsigned number. What it yields is on disk, so it never changes. It finds
 * accidents; it is no defence against anyone.
 */
import { crc32 as zlibCrc32 } from 'node:zlib';

/** Of `bytes`, continuing `previous`: `crc32(b, crc32(a))` is the CRC of a followed by b. */
export function crc32(bytes: Uint8Array, previous = 0): number {
  // zlib takes an array without memory for a request to start anew and answers 0; whether an empty array has memory
  // depends on how it was made.
  return bytes.length === 0 ? previous : zlibCrc32(bytes, previous);
}
