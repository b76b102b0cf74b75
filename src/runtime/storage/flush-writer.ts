/**
 * Flush writer: the statements that a flush writes with. Rows come sorted by their key, so that neighbours share pages.
 */
import type Database from 'better-sqlite3';
import type { FlushPiece, StateRow, VshardRow } from '../base/state-store.js';
import { blobOfKey, CollectionBlob } from './item-reader.js';
import { recordCrc } from './record-crc.js';
import { sessionFields } from './record-reader.js';

export class FlushWriter {
  readonly #putItem: Database.Statement;
  readonly #deleteItem: Database.Statement;
  readonly #putVshard: Database.Statement;
  readonly #putSession: Database.Statement;
  readonly #deleteSession: Database.Statement;
  readonly #collection = new CollectionBlob();

  constructor(database: Database.Database) {
    this.#putItem = database.prepare('INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#deleteItem = database.prepare('DELETE FROM items WHERE vshard = ? AND collection = ? AND key = ?');
    this.#putVshard = database.prepare('INSERT OR REPLACE INTO vshards VALUES (?, ?, ?)');
    this.#putSession = database.prepare('INSERT OR REPLACE INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#deleteSession = database.prepare(
      'DELETE FROM sessions WHERE stamp_ms = ? AND serial = ? AND sequence = ? AND idempotency_hash = ?',
    );
  }

  writePiece(piece: FlushPiece): void {
    for (const row of piece.rows) this.#put(row);
    for (const { vshard, collection, key } of piece.deletions) {
      this.#deleteItem.run(vshard, this.#collection.of(collection), blobOfKey(key));
    }
    this.writeVshards(piece.vshards);
    for (const record of piece.sessions) {
      const fields = sessionFields(record);
      this.#putSession.run(...fields, recordCrc(fields));
    }
    for (const { stampMs, serial, sequence, idempotencyHash } of piece.sessionDeletions) {
      this.#deleteSession.run(stampMs, serial, sequence, idempotencyHash);
    }
  }

  #put(row: StateRow): void {
    const { vshard, collection, key, kind, revision, expiresAtMs, hash, value } = row;
    this.#putItem.run(
      vshard,
      this.#collection.of(collection),
      blobOfKey(key),
      kind,
      revision,
      expiresAtMs,
      hash.high,
      hash.low,
      value,
    );
  }

  writeVshards(rows: readonly VshardRow[]): void {
    for (const { vshard, revision } of rows) this.#putVshard.run(vshard, revision, recordCrc([vshard, revision]));
  }
}
