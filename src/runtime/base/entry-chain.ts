/**
 * Entry chain: the CRC of a log's entries, each continuing the one of the entry before it, so that an entry that was
 * damaged, replaced, moved to another place or taken from another replica's log does not fit its neighbours.
 *
 * The format is pinned, because the values are on disk: the previous chain is the seed; then group, replica, index and
 * term as 64-bit, the payload's length as 32-bit (all little-endian), the kind as one byte, and the payload.
 */
import { Buffer } from 'node:buffer';
import { crc32 } from './crc.js';
import type { Entry } from './log-store.js';

/** Stands for whatever came before a log's first entry. */
export const INITIAL_CHAIN = 0;

const HEADER_BYTES = 37;
const header = Buffer.alloc(HEADER_BYTES);

function writeUint53(value: number, offset: number): void {
  header.writeUInt32LE(value >>> 0, offset);
  header.writeUInt32LE(Math.floor(value / 2 ** 32), offset + 4);
}

export function chainEntry(previous: number, group: number, replica: number, entry: Entry): number {
  writeUint53(group, 0);
  writeUint53(replica, 8);
  writeUint53(entry.index, 16);
  writeUint53(entry.term, 24);
  header.writeUInt32LE(entry.data.length, 32);
  header[36] = entry.type;
  return crc32(entry.data, crc32(header, previous));
}
