/**
 * Log row: how the entries of one append are laid out in one row of the log.
 *
 *   entries  for each entry: chain u32, term u64, payload length u32, kind u8, payload (little-endian). The index is the
 *            row's first index plus the position.
 *   summary  previous chain u32, count u32 and as many (term u64, index u64) term starts, count u32 and as many u64
 *            indexes of membership entries: what is known of the row without reading its payloads.
 *
 * The chain verifies the entries; the row's CRC verifies its summary and its other columns.
 */
import { Buffer } from 'node:buffer';
import { assert, present } from '../base/assert.js';
import { chainEntry } from '../base/entry-chain.js';
import { QuorateError } from '../base/errors.js';
import type { Entry, LogPosition, LogSpan } from '../base/log-store.js';
import { recordCrc, verifyRecord } from './record-crc.js';

export const LOG_ROW_FORMAT = 1;

const ENTRY_HEADER_BYTES = 17;
const SCRATCH_BYTES = 64 * 1024;
const NORMAL = 0;

/** A row without its entries, as its columns say. */
export interface LogRow extends LogSpan {
  /** The chain of the entry before the first. */
  readonly previousChain: number;
  readonly lastTerm: number;
  readonly lastChain: number;
}

export interface EncodedRow {
  readonly row: LogRow;
  readonly summary: Uint8Array;
  readonly crc: number;
  /** Valid until the next row is encoded. */
  readonly entries: Uint8Array;
}

export interface LogOwner {
  readonly group: number;
  readonly replica: number;
}

function writeUint53(buffer: Buffer, value: number, offset: number): void {
  buffer.writeUInt32LE(value >>> 0, offset);
  buffer.writeUInt32LE(Math.floor(value / 2 ** 32), offset + 4);
}

function readUint53(buffer: Buffer, offset: number): number {
  return buffer.readUInt32LE(offset) + buffer.readUInt32LE(offset + 4) * 2 ** 32;
}

let scratch = Buffer.allocUnsafe(SCRATCH_BYTES);

function scratchOf(bytes: number): Buffer {
  if (scratch.length < bytes) scratch = Buffer.allocUnsafe(2 ** Math.ceil(Math.log2(bytes)));
  return scratch;
}

/** Encodes entries[start..end) as one row that follows `preceding`. */
export function encodeRow(
  owner: LogOwner,
  preceding: LogPosition,
  entries: readonly Entry[],
  start: number,
  end: number,
): EncodedRow {
  let bytes = 0;
  for (let i = start; i < end; i += 1) bytes += ENTRY_HEADER_BYTES + present(entries[i], 'entry').data.length;
  const buffer = scratchOf(bytes);
  const termStarts: { term: number; index: number }[] = [];
  const membershipIndexes: number[] = [];
  let offset = 0;
  let chain = preceding.chain;
  let term = -1;
  for (let i = start; i < end; i += 1) {
    const entry = present(entries[i], 'entry');
    chain = chainEntry(chain, owner.group, owner.replica, entry);
    buffer.writeUInt32LE(chain, offset);
    writeUint53(buffer, entry.term, offset + 4);
    buffer.writeUInt32LE(entry.data.length, offset + 12);
    buffer[offset + 16] = entry.type;
    buffer.set(entry.data, offset + ENTRY_HEADER_BYTES);
    offset += ENTRY_HEADER_BYTES + entry.data.length;
    if (entry.term !== term) termStarts.push({ term: entry.term, index: entry.index });
    if (entry.type !== NORMAL) membershipIndexes.push(entry.index);
    term = entry.term;
  }
  const row: LogRow = {
    first: present(entries[start], 'first entry').index,
    last: present(entries[end - 1], 'last entry').index,
    termStarts,
    membershipIndexes,
    previousChain: preceding.chain,
    lastTerm: term,
    lastChain: chain,
  };
  const summary = encodeSummary(row);
  return { row, summary, crc: rowCrc(owner, row, summary), entries: buffer.subarray(0, offset) };
}

function encodeSummary(row: LogRow): Buffer {
  const { termStarts, membershipIndexes } = row;
  const buffer = Buffer.allocUnsafe(12 + 16 * termStarts.length + 8 * membershipIndexes.length);
  let offset = buffer.writeUInt32LE(row.previousChain, 0);
  offset = buffer.writeUInt32LE(termStarts.length, offset);
  for (const { term, index } of termStarts) {
    writeUint53(buffer, term, offset);
    writeUint53(buffer, index, offset + 8);
    offset += 16;
  }
  offset = buffer.writeUInt32LE(membershipIndexes.length, offset);
  for (const index of membershipIndexes) {
    writeUint53(buffer, index, offset);
    offset += 8;
  }
  return buffer;
}

function rowFields(
  owner: LogOwner,
  row: Pick<LogRow, 'first' | 'last' | 'lastTerm' | 'lastChain'>,
  summary: Uint8Array,
) {
  return [owner.group, owner.replica, row.first, row.last, row.lastTerm, row.lastChain, summary];
}

function rowCrc(owner: LogOwner, row: LogRow, summary: Uint8Array): number {
  return recordCrc(rowFields(owner, row, summary));
}

/** A row's columns, as they are read back; not to be trusted before `decodeSummary`. */
export interface StoredRow {
  readonly first_index: number;
  readonly last_index: number;
  readonly last_term: number;
  readonly last_chain: number;
  readonly summary: Buffer;
  readonly crc: number;
}

/** Throws `ERR_CORRUPT` naming the group and the first index when the columns do not match their CRC. */
export function decodeSummary(owner: LogOwner, stored: StoredRow): LogRow {
  const { summary } = stored;
  const row = {
    first: stored.first_index,
    last: stored.last_index,
    lastTerm: stored.last_term,
    lastChain: stored.last_chain,
  };
  const details = { group: owner.group, index: row.first };
  verifyRecord(
    `group ${owner.group}: the log row at ${row.first}`,
    stored.crc,
    rowFields(owner, row, summary),
    details,
  );
  const termStarts: { term: number; index: number }[] = [];
  const membershipIndexes: number[] = [];
  let offset = 8;
  for (let count = summary.readUInt32LE(4); count > 0; count -= 1, offset += 16) {
    termStarts.push({ term: readUint53(summary, offset), index: readUint53(summary, offset + 8) });
  }
  const memberships = summary.readUInt32LE(offset);
  for (let i = 0; i < memberships; i += 1) membershipIndexes.push(readUint53(summary, offset + 4 + 8 * i));
  assert(summary.length === offset + 4 + 8 * memberships, 'a summary is as long as its counts say', details);
  return { ...row, termStarts, membershipIndexes, previousChain: summary.readUInt32LE(0) };
}

export interface ChainedEntry {
  readonly entry: Entry;
  readonly chain: number;
}

/**
 * The entries of a row from index `from` on, each verified against the chain before it is handed out. Payloads are
 * views of `bytes`.
 */
export function* decodeEntries(owner: LogOwner, row: LogRow, bytes: Buffer, from: number): Generator<ChainedEntry> {
  let chain = row.previousChain;
  let offset = 0;
  for (let index = row.first; index <= row.last; index += 1) {
    const start = offset + ENTRY_HEADER_BYTES;
    if (start > bytes.length) throw corruptEntry(owner, index, 'is cut off');
    const end = start + bytes.readUInt32LE(offset + 12);
    const stored = bytes.readUInt32LE(offset);
    if (end > bytes.length) throw corruptEntry(owner, index, 'is cut off');
    if (index >= from) {
      const entry = {
        index,
        term: readUint53(bytes, offset + 4),
        type: bytes[offset + 16] as Entry['type'],
        data: new Uint8Array(bytes.buffer, bytes.byteOffset + start, end - start),
      };
      chain = chainEntry(chain, owner.group, owner.replica, entry);
      if (chain !== stored) throw corruptEntry(owner, index, 'does not match its checksum');
      yield { entry, chain };
    }
    chain = stored;
    offset = end;
  }
  if (chain !== row.lastChain) throw corruptEntry(owner, row.last, 'does not end the chain that its row names');
}

export function corruptEntry(owner: LogOwner, index: number, what: string): QuorateError {
  const details = { group: owner.group, index };
  return new QuorateError('ERR_CORRUPT', `group ${owner.group}: the entry at ${index} ${what}`, { details });
}
