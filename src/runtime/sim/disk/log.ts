/**
 * Simulated log: the log store on a simulated file. It keeps the same rows, guards and chains as the real one, in plain
 * arrays, and verifies what it reads.
 */
import { present } from '../../base/assert.js';
import { chainEntry } from '../../base/entry-chain.js';
import { QuorateError } from '../../base/errors.js';
import {
  assertEntries,
  assertHardState,
  assertPurge,
  assertRange,
  assertStart,
  endOfRow,
  rowAfterAppend,
} from '../../base/log-guards.js';
import type { Entry, GroupRow, LogAppend, LogPosition, LogSpan, LogStore, VolumeHeader } from '../../base/log-store.js';
import type { FileHandle } from './file.js';

/** An entry as it lies on the disk, with the chain that it was written with. */
export interface StoredEntry {
  readonly entry: Entry;
  readonly chain: number;
}

/** A row of the log: the entries of one append, as far as they stand. Never empty. */
export type StoredRow = readonly StoredEntry[];

export interface GroupContent {
  row: GroupRow;
  /** Ascending; changed by appending, and by cutting off at either end. */
  rows: StoredRow[];
}

export interface LogContent {
  header: VolumeHeader;
  readonly groups: Map<number, GroupContent>;
}

const ENTRY_OVERHEAD_BYTES = 32;
const NORMAL = 0;

const firstIndex = (row: StoredRow): number => present(row[0], 'first entry').entry.index;
const lastStored = (row: StoredRow): StoredEntry => present(row.at(-1), 'last entry');
const positionOf = ({ entry, chain }: StoredEntry): LogPosition => ({ index: entry.index, term: entry.term, chain });
const bytesOf = (rows: readonly StoredRow[]): number =>
  rows.flat().reduce((sum, { entry }) => sum + entry.data.length + ENTRY_OVERHEAD_BYTES, 0);
const copyOf = ({ term, index, type, data }: Entry): Entry => ({ term, index, type, data: new Uint8Array(data) });

export class SimulatedLog implements LogStore {
  readonly #handle: FileHandle<LogContent>;
  #header: VolumeHeader;

  constructor(handle: FileHandle<LogContent>) {
    this.#handle = handle;
    this.#header = handle.file.content.header;
  }

  get header(): VolumeHeader {
    return this.#header;
  }

  get #content(): LogContent {
    return this.#handle.file.content;
  }

  recordOpening(bootNonce: string): void {
    this.#handle.call('open', () => {
      const { nodeBoot, bootNonce: stored, opening } = this.#header;
      const boot = bootNonce === stored ? {} : { nodeBoot: nodeBoot + 1, bootNonce, previousBootNonce: stored };
      const header = { ...this.#header, ...boot, opening: opening + 1 };
      if (this.#handle.file.disk.skipOpeningTransaction) {
        this.#header = header;
        return;
      }
      this.#handle.file.layers.begin();
      this.#commit(header, 'open');
      this.#handle.file.checkpoint();
    });
  }

  groups(): readonly GroupRow[] {
    return [...this.#content.groups.values()].map(({ row }) => row).sort((a, b) => a.group - b.group);
  }

  group(group: number): GroupRow | undefined {
    return this.#content.groups.get(group)?.row;
  }

  #group(group: number): GroupContent {
    return present(this.#content.groups.get(group), `group ${group} of this volume`);
  }

  spans(group: number): readonly LogSpan[] {
    return this.#handle.call('read', () => this.#group(group).rows.map(spanOf));
  }

  read(group: number, from: number, to: number, maxBytes: number): readonly Entry[] {
    return this.#handle.call('read', () => {
      const content = this.#group(group);
      assertRange(content.row, from, to);
      const entries: Entry[] = [];
      let bytes = 0;
      let chain = this.#position(content, from - 1).chain;
      for (let index = from; index <= to; index += 1) {
        const { entry, chain: stored } = storedAt(content, index);
        chain = chainEntry(chain, group, content.row.replica, entry);
        if (chain !== stored || entry.index !== index) throw damaged(group, index);
        bytes += entry.data.length;
        if (bytes > maxBytes && entries.length > 0) break;
        entries.push(copyOf(entry));
      }
      return entries;
    });
  }

  begin(): void {
    this.#handle.call('begin', () => this.#handle.file.layers.begin());
  }

  append(group: number, append: LogAppend): void {
    this.#handle.call('write', () => {
      const content = this.#group(group);
      const { row } = content;
      assertHardState(row, append);
      const first = append.entries[0];
      let last = row.last;
      if (first !== undefined) {
        assertStart(row, first.index);
        const preceding = this.#position(content, first.index - 1);
        assertEntries(row, append, preceding);
        this.#cut(content, first.index);
        last = this.#push(content, preceding, append.entries);
      }
      this.#setRow(content, rowAfterAppend(row, append, last));
    });
  }

  #position(content: GroupContent, index: number): LogPosition {
    const { purge, last } = content.row;
    if (index === purge.index) return purge;
    return index === last.index ? last : positionOf(storedAt(content, index));
  }

  #setRow(content: GroupContent, row: GroupRow): void {
    const before = content.row;
    content.row = row;
    this.#handle.file.layers.changed(() => {
      content.row = before;
    });
  }

  #cut(content: GroupContent, from: number): void {
    if (from > content.row.last.index) return;
    const kept = content.rows.filter((row) => firstIndex(row) < from);
    const holder = kept.pop();
    if (holder !== undefined) kept.push(holder.slice(0, from - firstIndex(holder)));
    const removed = content.rows.slice(kept.length);
    const rest = holder?.slice(from - firstIndex(holder)) ?? [];
    this.#replaceRows(content, kept, bytesOf([rest, ...removed]));
  }

  #replaceRows(content: GroupContent, rows: StoredRow[], freedBytes: number): void {
    const before = content.rows;
    content.rows = rows;
    this.#handle.file.layers.changed(() => {
      content.rows = before;
    });
    this.#handle.file.take(-freedBytes);
  }

  #push(content: GroupContent, preceding: LogPosition, entries: readonly Entry[]): LogPosition {
    const { group, replica } = content.row;
    const { file } = this.#handle;
    const bytesMax = file.disk.logRowBytesMax;
    let { chain } = preceding;
    for (let start = 0; start < entries.length; ) {
      const end = endOfRow(entries, start, bytesMax);
      const row = entries.slice(start, end).map((entry) => {
        chain = chainEntry(chain, group, replica, entry);
        return { entry: copyOf(entry), chain };
      });
      file.take(bytesOf([row]));
      content.rows.push(row);
      file.layers.changed(() => {
        content.rows.pop();
      });
      start = end;
    }
    return positionOf(lastStored(present(content.rows.at(-1), 'last row')));
  }

  purge(group: number, index: number, maxRows: number): boolean {
    return this.#handle.call('write', () => {
      const content = this.#group(group);
      assertPurge(content.row, index);
      const whole = content.rows.filter((row) => lastStored(row).entry.index <= index).length;
      const count = Math.min(whole, maxRows);
      const last = content.rows[count - 1];
      if (last !== undefined) {
        this.#setRow(content, { ...content.row, purge: positionOf(lastStored(last)) });
        this.#replaceRows(content, content.rows.slice(count), bytesOf(content.rows.slice(0, count)));
      }
      return whole > maxRows;
    });
  }

  commit(): void {
    this.#handle.call('commit', () => this.#commit(this.#header, 'commit'));
  }

  #commit(header: VolumeHeader, operation: 'commit' | 'open'): void {
    const before = this.#content.header;
    const next = { ...header, commitSequence: header.commitSequence + 1 };
    this.#content.header = next;
    this.#handle.file.layers.changed(() => {
      this.#content.header = before;
    });
    this.#handle.file.commit(operation);
    this.#header = next;
  }

  rollback(): void {
    this.#handle.call('rollback', () => this.#handle.file.layers.rollback());
  }

  walBytes(): number {
    return this.#handle.call('read', () => this.#handle.file.walBytes());
  }

  checkpoint(_mode: 'passive' | 'truncate'): void {
    this.#handle.call('checkpoint', () => this.#handle.file.checkpoint());
  }

  close(): void {
    this.#handle.close();
  }
}

function spanOf(row: StoredRow): LogSpan {
  const termStarts: { term: number; index: number }[] = [];
  for (const { entry } of row) {
    if (termStarts.at(-1)?.term !== entry.term) termStarts.push({ term: entry.term, index: entry.index });
  }
  return {
    first: firstIndex(row),
    last: lastStored(row).entry.index,
    termStarts,
    membershipIndexes: row.filter(({ entry }) => entry.type !== NORMAL).map(({ entry }) => entry.index),
  };
}

/** The row that holds an index, found by halving. */
function rowAt(content: GroupContent, index: number): StoredRow {
  let low = 0;
  let high = content.rows.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (firstIndex(present(content.rows[middle], 'row')) <= index) low = middle;
    else high = middle - 1;
  }
  return present(content.rows[low], `the row that holds ${index}`);
}

export function storedAt(content: GroupContent, index: number): StoredEntry {
  const row = rowAt(content, index);
  return present(row[index - firstIndex(row)], `the entry at ${index}`);
}

function damaged(group: number, index: number): QuorateError {
  const message = `group ${group}: the entry at ${index} does not match its checksum`;
  return new QuorateError('ERR_CORRUPT', message, { details: { group, index } });
}
