/**
 * Log volume: the log store on one SQLite file in WAL mode.
 *
 * It promises that what `commit` has returned from is durable, that no append breaks a guard of Raft's, and that every
 * entry it hands out is the one that was written. It keeps the groups' rows in memory, as committed and as changed by
 * the open transaction, so that an append costs one insert, and a commit one update per group it touched.
 *
 * It does not decide which appends are acceptable (the log writer does), and it never repairs. A group whose record or
 * whose log's ends are damaged is alone with that: the volume opens, and whatever is asked of that group throws.
 */
import { assert, present } from '../base/assert.js';
import { QuorateError } from '../base/errors.js';
import {
  assertEntries,
  assertHardState,
  assertPurge,
  assertRange,
  assertStart,
  rowAfterAppend,
} from '../base/log-guards.js';
import type { Entry, GroupRow, LogAppend, LogSpan, LogStore, VolumeHeader } from '../base/log-store.js';
import type { Connection } from './connection.js';
import { LogTable } from './log-table.js';
import { VolumeRecords } from './volume-records.js';

export class LogVolume implements LogStore {
  readonly #connection: Connection;
  readonly #records: VolumeRecords;
  readonly #table: LogTable;
  #header: VolumeHeader;
  readonly #groups = new Map<number, GroupRow>();
  /** Groups whose record or log was found damaged at opening. */
  readonly #damaged = new Map<number, QuorateError>();
  /** Rows that the open transaction has changed. */
  readonly #changed = new Map<number, GroupRow>();

  /** Takes over the connection; the file's format has been checked. */
  constructor(connection: Connection, rowBytesMax: number) {
    this.#connection = connection;
    this.#records = new VolumeRecords(connection.database);
    this.#table = new LogTable(connection.database, rowBytesMax);
    this.#header = this.#records.readHeader();
    for (const read of this.#records.readGroups()) {
      if ('damage' in read) {
        this.#damaged.set(read.group, read.damage);
      } else {
        this.#groups.set(read.group, read.row);
        this.#verifyEnds(read.row);
      }
    }
  }

  #verifyEnds(row: GroupRow): void {
    try {
      this.#table.verifyEnds(row);
    } catch (thrown) {
      // What SQLite itself finds damaged names no group: it is the whole file's.
      if (!(thrown instanceof QuorateError) || thrown.details.group !== row.group) throw thrown;
      this.#damaged.set(row.group, thrown);
    }
  }

  get header(): VolumeHeader {
    return this.#header;
  }

  /** The opening's transaction: with it, what a dead predecessor wrote is durable. */
  recordOpening(bootNonce: string): void {
    const { nodeBoot, bootNonce: stored } = this.#header;
    const boot = bootNonce === stored ? {} : { nodeBoot: nodeBoot + 1, bootNonce, previousBootNonce: stored };
    this.begin();
    this.#header = { ...this.#header, ...boot, opening: this.#header.opening + 1 };
    this.commit();
    // After a failed fsync, what is read back from the write-ahead log may not be on the disk: only the main file counts.
    this.checkpoint('truncate');
  }

  groups(): readonly GroupRow[] {
    return [...this.#groups.keys()].map((group) => present(this.group(group), `group ${group} of this volume`));
  }

  group(group: number): GroupRow | undefined {
    const row = this.#changed.get(group) ?? this.#groups.get(group);
    const damage = row === undefined ? this.#damaged.get(group) : undefined;
    if (damage !== undefined) throw damage;
    return row;
  }

  /** Of a group whose log is sound. */
  #row(group: number): GroupRow {
    const damage = this.#damaged.get(group);
    if (damage !== undefined) throw damage;
    return present(this.group(group), `group ${group} of this volume`);
  }

  spans(group: number): readonly LogSpan[] {
    const row = this.#row(group);
    return this.#connection.run(() => this.#table.spans(row));
  }

  read(group: number, from: number, to: number, maxBytes: number): readonly Entry[] {
    const row = this.#row(group);
    return this.#connection.run(() => {
      assertRange(row, from, to);
      return this.#table.read(row, from, to, maxBytes);
    });
  }

  begin(): void {
    this.#connection.run(() => this.#connection.begin());
    this.#changed.clear();
  }

  append(group: number, append: LogAppend): void {
    this.#write(() => {
      const row = this.#row(group);
      assertHardState(row, append);
      const first = append.entries[0];
      if (first === undefined) {
        this.#changed.set(group, rowAfterAppend(row, append, row.last));
        return;
      }
      assertStart(row, first.index);
      const reaches = first.index <= row.last.index;
      const preceding = reaches ? this.#table.position(row, first.index - 1) : row.last;
      assertEntries(row, append, preceding);
      if (reaches) this.#table.cut(row, first.index);
      const last = this.#table.append(row, preceding, append.entries);
      this.#changed.set(group, rowAfterAppend(row, append, last));
    });
  }

  purge(group: number, index: number, maxRows: number): boolean {
    return this.#write(() => {
      const row = this.#row(group);
      assertPurge(row, index);
      const { purge, more } = this.#table.purge(row, index, maxRows);
      this.#changed.set(group, { ...row, purge });
      return more;
    });
  }

  commit(): void {
    const header = { ...this.#header, commitSequence: this.#header.commitSequence + 1 };
    this.#write(() => {
      for (const row of this.#changed.values()) this.#records.writeGroup(row);
      this.#records.writeHeader(header);
      this.#connection.commit();
      for (const [group, row] of this.#changed) this.#groups.set(group, row);
    });
    this.#header = header;
  }

  rollback(): void {
    this.#changed.clear();
    this.#connection.run(() => this.#connection.rollback());
  }

  /** A call inside a transaction; a full disk ends it. */
  #write<T>(call: () => T): T {
    try {
      return this.#connection.run(() => {
        assert(this.#connection.inTransaction, 'writes belong to a transaction', { file: this.#connection.file });
        return call();
      });
    } finally {
      if (!this.#connection.inTransaction) this.#changed.clear();
    }
  }

  walBytes(): number {
    return this.#connection.run(() => this.#connection.walBytes());
  }

  checkpoint(mode: 'passive' | 'truncate'): void {
    this.#connection.run(() => this.#connection.checkpoint(mode));
  }

  close(): void {
    this.#connection.close();
  }
}
