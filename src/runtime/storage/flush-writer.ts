/**
 * Flush writer: the statements that a flush writes with. Rows come sorted by their key, so that neighbours share pages.
 *
 * The hash that lay with a row is told while the row is replaced, by a function of ours that the statement calls:
 * asking for it first would be a second way down the tree, which cost a quarter of a flush. Several rows go into one
 * statement for the same reason.
 */
import type Database from 'better-sqlite3';
import { addHash, type Hash64, ZERO_HASH } from '../base/hash.js';
import type { FlushPiece, StateRow, VshardRow } from '../base/state-store.js';
import { blobOfKey, CollectionBlob } from './item-reader.js';
import { recordCrc } from './record-crc.js';
import { sessionFields } from './record-reader.js';

/** Rows of one statement: more gain nothing. */
const ROWS_TOGETHER = 8;

const putItems = (rows: number): string => `
  INSERT INTO items VALUES ${Array.from({ length: rows }, () => '(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}
  ON CONFLICT DO UPDATE SET kind = excluded.kind, revision = excluded.revision, expires_at_ms = excluded.expires_at_ms,
  hash_high = replacing(hash_high, hash_low, excluded.hash_high), hash_low = excluded.hash_low, value = excluded.value`;

export class FlushWriter {
  readonly #putItem: Database.Statement;
  readonly #putItems: Database.Statement;
  readonly #deleteItem: Database.Statement<unknown[], readonly [high: number, low: number]>;
  readonly #putVshard: Database.Statement;
  readonly #putSession: Database.Statement;
  readonly #deleteSession: Database.Statement;
  readonly #collection = new CollectionBlob();
  /** Sum of the hashes of rows that the piece has replaced or deleted so far. */
  #replaced = ZERO_HASH;

  constructor(database: Database.Database) {
    database.function('replacing', { directOnly: true }, (high: number, low: number, next: number) => {
      this.#replaced = addHash(this.#replaced, { high, low });
      return next;
    });
    this.#putItem = database.prepare(putItems(1));
    this.#putItems = database.prepare(putItems(ROWS_TOGETHER));
    this.#deleteItem = database
      .prepare<unknown[], readonly [number, number]>(
        'DELETE FROM items WHERE vshard = ? AND collection = ? AND key = ? RETURNING hash_high, hash_low',
      )
      .raw();
    this.#putVshard = database.prepare('INSERT OR REPLACE INTO vshards VALUES (?, ?, ?)');
    this.#putSession = database.prepare('INSERT OR REPLACE INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#deleteSession = database.prepare(
      'DELETE FROM sessions WHERE stamp_ms = ? AND serial = ? AND sequence = ? AND idempotency_hash = ?',
    );
  }

  /** The sum of the hashes that were stored with the rows which the piece has replaced or deleted. */
  writePiece(piece: FlushPiece): Hash64 {
    this.#replaced = ZERO_HASH;
    this.#putRows(piece.rows);
    for (const { vshard, collection, key } of piece.deletions) {
      const hash = this.#deleteItem.get(vshard, this.#collection.of(collection), blobOfKey(key));
      if (hash !== undefined) this.#replaced = addHash(this.#replaced, { high: hash[0], low: hash[1] });
    }
    this.writeVshards(piece.vshards);
    for (const record of piece.sessions) {
      const fields = sessionFields(record);
      this.#putSession.run(...fields, recordCrc(fields));
    }
    for (const { stampMs, serial, sequence, idempotencyHash } of piece.sessionDeletions) {
      this.#deleteSession.run(stampMs, serial, sequence, idempotencyHash);
    }
    return this.#replaced;
  }

  #putRows(rows: readonly StateRow[]): void {
    const together = rows.length - (rows.length % ROWS_TOGETHER);
    for (let at = 0; at < together; at += ROWS_TOGETHER) {
      const columns: unknown[] = [];
      for (let next = at; next < at + ROWS_TOGETHER; next += 1) this.#addColumns(rows[next] as StateRow, columns);
      this.#putItems.run(columns);
    }
    for (let at = together; at < rows.length; at += 1) {
      const columns: unknown[] = [];
      this.#addColumns(rows[at] as StateRow, columns);
      this.#putItem.run(columns);
    }
  }

  #addColumns(row: StateRow, columns: unknown[]): void {
    const { vshard, collection, key, kind, revision, expiresAtMs, hash, value } = row;
    columns.push(vshard, this.#collection.of(collection), blobOfKey(key), kind, revision, expiresAtMs);
    columns.push(hash.high, hash.low, value);
  }

  writeVshards(rows: readonly VshardRow[]): void {
    for (const { vshard, revision } of rows) this.#putVshard.run(vshard, revision, recordCrc([vshard, revision]));
  }
}
