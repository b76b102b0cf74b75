/**
 * Log table: the rows of all groups' logs in a volume. It appends, cuts, purges and reads rows, and verifies what it
 * reads; which entries may be written is the volume's business.
 */
import type Database from 'better-sqlite3';
import { present } from '../base/assert.js';
import { QuorateError } from '../base/errors.js';
import { endOfRow } from '../base/log-guards.js';
import type { Entry, GroupRow, LogPosition, LogSpan } from '../base/log-store.js';
import {
  corruptEntry,
  decodeEntries,
  decodeSummary,
  encodeRow,
  type LogOwner,
  type LogRow,
  type StoredRow,
} from './log-row.js';

const SUMMARY = 'first_index, last_index, last_term, last_chain, summary, crc';

type FullRow = StoredRow & { readonly entries: Buffer };

export class LogTable {
  readonly #rowBytesMax: number;
  readonly #insert: Database.Statement;
  readonly #rowHolding: Database.Statement<[group: number, index: number], FullRow>;
  readonly #rowsUpTo: Database.Statement<[group: number, index: number, limit: number], StoredRow>;
  readonly #allRows: Database.Statement<[group: number], StoredRow>;
  readonly #deleteFrom: Database.Statement<[group: number, index: number]>;
  readonly #deleteUpTo: Database.Statement<[group: number, index: number]>;

  constructor(database: Database.Database, rowBytesMax: number) {
    this.#rowBytesMax = rowBytesMax;
    this.#insert = database.prepare('INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.#rowHolding = database.prepare(
      `SELECT ${SUMMARY}, entries FROM log WHERE group_id = ? AND first_index <= ? ORDER BY first_index DESC LIMIT 1`,
    );
    this.#rowsUpTo = database.prepare(
      `SELECT ${SUMMARY} FROM log WHERE group_id = ? AND first_index <= ? ORDER BY first_index LIMIT ?`,
    );
    this.#allRows = database.prepare(`SELECT ${SUMMARY} FROM log WHERE group_id = ? ORDER BY first_index`);
    this.#deleteFrom = database.prepare('DELETE FROM log WHERE group_id = ? AND first_index >= ?');
    this.#deleteUpTo = database.prepare('DELETE FROM log WHERE group_id = ? AND first_index <= ?');
  }

  /** Writes the entries behind `preceding`, in as many rows as their size asks for; returns the new end of the log. */
  append(owner: LogOwner, preceding: LogPosition, entries: readonly Entry[]): LogPosition {
    let end = preceding;
    for (let start = 0; start < entries.length; ) {
      const next = endOfRow(entries, start, this.#rowBytesMax);
      end = this.#insertRow(owner, end, entries, start, next);
      start = next;
    }
    return end;
  }

  #insertRow(
    owner: LogOwner,
    preceding: LogPosition,
    entries: readonly Entry[],
    from: number,
    to: number,
  ): LogPosition {
    const { row, summary, crc, entries: bytes } = encodeRow(owner, preceding, entries, from, to);
    this.#insert.run(owner.group, row.first, row.last, row.lastTerm, row.lastChain, summary, crc, bytes);
    return { index: row.last, term: row.lastTerm, chain: row.lastChain };
  }

  /** Of an entry in the log, or of the purge point. */
  position(group: GroupRow, index: number): LogPosition {
    if (index === group.purge.index) return group.purge;
    const { row, bytes } = this.#holding(group, index);
    const { entry, chain } = present(decodeEntries(group, row, bytes, index).next().value, 'an entry of its row');
    return { index, term: entry.term, chain };
  }

  /** Deletes every entry from index `from` on; a row that begins before it is rewritten without its end. */
  cut(group: GroupRow, from: number): void {
    if (from > group.purge.index + 1) {
      const { row, bytes } = this.#holding(group, from - 1);
      if (row.last >= from) {
        const entries = [...decodeEntries(group, row, bytes, row.first)].map(({ entry }) => entry);
        this.#deleteFrom.run(group.group, row.first);
        const preceding = { index: row.first - 1, term: 0, chain: row.previousChain };
        this.#insertRow(group, preceding, entries, 0, from - row.first);
        return;
      }
    }
    this.#deleteFrom.run(group.group, from);
  }

  /** Deletes whole rows that end at or below `index`; returns the new purge point and whether such rows are left. */
  purge(group: GroupRow, index: number, rowsMax: number): { readonly purge: LogPosition; readonly more: boolean } {
    const rows = this.#rowsUpTo.all(group.group, index, rowsMax + 1).map((stored) => decodeSummary(group, stored));
    const whole = rows.filter((row) => row.last <= index);
    const last = whole.slice(0, rowsMax).at(-1);
    if (last === undefined) return { purge: group.purge, more: whole.length > 0 };
    this.#deleteUpTo.run(group.group, last.first);
    const purge = { index: last.last, term: last.lastTerm, chain: last.lastChain };
    return { purge, more: whole.length > rowsMax };
  }

  /** Entries in [from, to], at least one and then up to `bytesMax` of payload. */
  read(group: GroupRow, from: number, to: number, bytesMax: number): readonly Entry[] {
    const entries: Entry[] = [];
    let bytes = 0;
    let previous: LogRow | undefined;
    for (let next = from; next <= to; ) {
      const { row, bytes: encoded } = this.#holding(group, next);
      if (previous !== undefined) assertLinked(group, previous, row);
      for (const { entry } of decodeEntries(group, row, encoded, next)) {
        bytes += entry.data.length;
        if (entry.index > to || (bytes > bytesMax && entries.length > 0)) return entries;
        entries.push(entry);
      }
      previous = row;
      next = row.last + 1;
    }
    return entries;
  }

  /** All rows of the group without their entries; each must continue the one before. */
  spans(group: GroupRow): readonly LogSpan[] {
    const rows = this.#allRows.all(group.group).map((stored) => decodeSummary(group, stored));
    rows.reduce<LogRow | undefined>((previous, row) => {
      if (previous !== undefined) assertLinked(group, previous, row);
      return row;
    }, undefined);
    return rows.map(({ first, last, termStarts, membershipIndexes }) => ({
      first,
      last,
      termStarts,
      membershipIndexes,
    }));
  }

  /** Throws `ERR_CORRUPT` unless the log begins behind the purge point and ends at the position that the group's row names. */
  verifyEnds(group: GroupRow): void {
    const { purge, last } = group;
    if (last.index === purge.index) {
      if (last.chain !== purge.chain || last.term !== purge.term || this.#allRows.get(group.group) !== undefined) {
        throw corruptEntry(group, last.index, 'is the last one of an empty log that is not empty');
      }
      return;
    }
    const first = this.#holding(group, purge.index + 1);
    if (first.row.first !== purge.index + 1 || first.row.previousChain !== purge.chain) {
      throw corruptEntry(group, purge.index + 1, 'does not continue what was purged');
    }
    const end = this.#holding(group, Number.MAX_SAFE_INTEGER);
    let position: LogPosition | undefined;
    for (const { entry, chain } of decodeEntries(group, first.row, first.bytes, first.row.first)) {
      position = { index: entry.index, term: entry.term, chain };
    }
    for (const { entry, chain } of decodeEntries(group, end.row, end.bytes, end.row.first)) {
      position = { index: entry.index, term: entry.term, chain };
    }
    if (position?.index !== last.index || position.term !== last.term || position.chain !== last.chain) {
      throw corruptEntry(group, last.index, 'is not where the log ends');
    }
  }

  /** The row with the largest first index at or below `index`, which must reach that index unless it is the last. */
  #holding(group: GroupRow, index: number): { readonly row: LogRow; readonly bytes: Buffer } {
    const stored = this.#rowHolding.get(group.group, index);
    if (stored === undefined) throw corruptEntry(group, index, 'is missing');
    const row = decodeSummary(group, stored);
    if (row.last < index && index <= group.last.index) throw corruptEntry(group, index, 'is missing');
    return { row, bytes: stored.entries };
  }
}

function assertLinked(owner: LogOwner, previous: LogRow, row: LogRow): void {
  if (row.first === previous.last + 1 && row.previousChain === previous.lastChain) return;
  const details = { group: owner.group, index: row.first };
  throw new QuorateError('ERR_CORRUPT', `group ${owner.group}: the log row at ${row.first} follows no other`, {
    details,
  });
}
