/**
 * Connection: one durable SQLite connection and the rules that every store on it keeps. Errors come out as ours; after
 * one that ends the connection everything but closing is refused; a full disk leaves no transaction open; checkpoints
 * happen when the owner asks.
 */
import type Database from 'better-sqlite3';
import { assert } from '../base/assert.js';
import { QuorateError } from '../base/errors.js';
import { type DurableOptions, openDurable } from './open-durable.js';
import { endsConnection, storageError } from './storage-errors.js';

/** What the write-ahead log spends on a page: the page and its frame's header. */
const FRAME_BYTES = 4096 + 24;

type CheckpointRow = readonly [busy: number, framesInLog: number, framesMoved: number];

export class Connection {
  readonly file: string;
  readonly database: Database.Database;
  readonly #begin: Database.Statement;
  readonly #commit: Database.Statement;
  readonly #rollback: Database.Statement;
  readonly #measure: Database.Statement<[], CheckpointRow>;
  readonly #checkpoint: Readonly<Record<'passive' | 'truncate', Database.Statement<[], CheckpointRow>>>;
  #ended: QuorateError | undefined;

  constructor(file: string, options: DurableOptions) {
    this.file = file;
    this.database = openDurable(file, options);
    const prepare = (sql: string) => this.database.prepare(sql);
    const prepareCheckpoint = (mode: string) =>
      this.database.prepare<[], CheckpointRow>(`PRAGMA wal_checkpoint(${mode})`).raw();
    this.#begin = prepare('BEGIN IMMEDIATE');
    this.#commit = prepare('COMMIT');
    this.#rollback = prepare('ROLLBACK');
    this.#measure = prepareCheckpoint('NOOP');
    this.#checkpoint = { passive: prepareCheckpoint('PASSIVE'), truncate: prepareCheckpoint('TRUNCATE') };
  }

  get inTransaction(): boolean {
    return this.database.inTransaction;
  }

  /** Runs one call of a store. Whatever it throws comes out as a `QuorateError`. */
  run<T>(call: () => T): T {
    if (this.#ended !== undefined) throw refusal(this.file, this.#ended);
    try {
      return call();
    } catch (thrown) {
      throw this.#settle(storageError(thrown, this.file));
    }
  }

  /** What the error means for the connection. */
  #settle(error: QuorateError): QuorateError {
    if (endsConnection(error)) this.#ended = error;
    else if (error.code === 'ERR_STORAGE_FULL' && this.database.inTransaction) this.#rollback.run();
    return error;
  }

  begin(): void {
    assert(!this.database.inTransaction, 'one transaction at a time', { file: this.file });
    this.#begin.run();
  }

  /** One fsync, of the write-ahead log. */
  commit(): void {
    this.#commit.run();
  }

  rollback(): void {
    if (this.database.inTransaction) this.#rollback.run();
  }

  walBytes(): number {
    const row = this.#measure.get();
    if (row === undefined) return 0;
    return Math.max(0, row[1] - row[2]) * FRAME_BYTES;
  }

  checkpoint(mode: 'passive' | 'truncate'): void {
    assert(!this.database.inTransaction, 'checkpoints happen between transactions', { file: this.file });
    this.#checkpoint[mode].get();
  }

  /** May be called at any time, also twice; an open transaction is dropped. */
  close(): void {
    this.database.close();
  }
}

function refusal(file: string, ended: QuorateError): QuorateError {
  return new QuorateError(ended.code, `${file}: closed to everything after: ${ended.message}`, { cause: ended });
}
