/**
 * Item reader: reads of the item table through one connection. Every row is verified against the hash it was stored
 * with before it is handed out.
 */
import { Buffer } from 'node:buffer';
import type Database from 'better-sqlite3';
import { type ByteKey, byteKey } from '../base/byte-key.js';
import { QuorateError } from '../base/errors.js';
import { sameHash } from '../base/hash.js';
import { rowHash } from '../base/row-hash.js';
import type { ExpiryPlace, ItemKind, StateRow } from '../base/state-store.js';

type ItemColumns = readonly [
  kind: ItemKind,
  revision: number,
  expiresAtMs: number,
  hashHigh: number,
  hashLow: number,
  value: Buffer,
];
type KeyedColumns = readonly [...ItemColumns, key: Buffer];
type PlaceColumns = readonly [expiresAtMs: number, vshard: number, collection: Buffer, key: Buffer];

/** Before the place of every row that expires. */
const FIRST_PLACE = [0, 0, Buffer.alloc(0), Buffer.alloc(0)];
const COLUMNS = 'kind, revision, expires_at_ms, hash_high, hash_low, value';

export const blobOfKey = (key: ByteKey): Buffer => Buffer.from(key, 'latin1');

/** Collections as blobs, of which neighbouring rows nearly always have the same. */
export class CollectionBlob {
  #collection: ByteKey | undefined;
  #blob: Buffer = Buffer.alloc(0);

  of(collection: ByteKey): Buffer {
    if (collection !== this.#collection) {
      this.#collection = collection;
      this.#blob = blobOfKey(collection);
    }
    return this.#blob;
  }
}

/** Of a scan: `from` is where it begins, exclusive with `after`; it ends before `to`. */
export interface KeyRange {
  readonly from: ByteKey;
  readonly after: boolean;
  readonly to: ByteKey | undefined;
}

export class ItemReader {
  readonly #get: Database.Statement<unknown[], ItemColumns>;
  readonly #scan: Readonly<
    Record<'from' | 'after' | 'fromTo' | 'afterTo', Database.Statement<unknown[], KeyedColumns>>
  >;
  readonly #expiring: Database.Statement<unknown[], PlaceColumns>;
  readonly #collection = new CollectionBlob();

  constructor(database: Database.Database) {
    const scan = (condition: string) =>
      database
        .prepare<unknown[], KeyedColumns>(
          `SELECT ${COLUMNS}, key FROM items WHERE vshard = ? AND collection = ? AND ${condition} ORDER BY key LIMIT ?`,
        )
        .raw();
    this.#get = database
      .prepare<unknown[], ItemColumns>(`SELECT ${COLUMNS} FROM items WHERE vshard = ? AND collection = ? AND key = ?`)
      .raw();
    this.#scan = {
      from: scan('key >= ?'),
      after: scan('key > ?'),
      fromTo: scan('key >= ? AND key < ?'),
      afterTo: scan('key > ? AND key < ?'),
    };
    // Answered from the index alone.
    this.#expiring = database
      .prepare<unknown[], PlaceColumns>(
        `SELECT expires_at_ms, vshard, collection, key FROM items INDEXED BY items_by_expiry
         WHERE expires_at_ms > 0 AND (expires_at_ms, vshard, collection, key) > (?, ?, ?, ?) AND expires_at_ms <= ?
         ORDER BY expires_at_ms, vshard, collection, key LIMIT ?`,
      )
      .raw();
  }

  get(vshard: number, collection: ByteKey, key: ByteKey): StateRow | undefined {
    const columns = this.#get.get(vshard, this.#collection.of(collection), blobOfKey(key));
    return columns === undefined ? undefined : verifiedRow(vshard, collection, key, columns);
  }

  scan(vshard: number, collection: ByteKey, range: KeyRange, limit: number): readonly StateRow[] {
    const { from, after, to } = range;
    const start = [vshard, this.#collection.of(collection), blobOfKey(from)];
    const rows =
      to === undefined
        ? this.#scan[after ? 'after' : 'from'].all(...start, limit)
        : this.#scan[after ? 'afterTo' : 'fromTo'].all(...start, blobOfKey(to), limit);
    return rows.map((columns) => verifiedRow(vshard, collection, byteKey(columns[6]), columns));
  }

  expiring(after: ExpiryPlace | undefined, atMs: number, limit: number): readonly ExpiryPlace[] {
    const start =
      after === undefined
        ? FIRST_PLACE
        : [after.expiresAtMs, after.vshard, blobOfKey(after.collection), blobOfKey(after.key)];
    const places = this.#expiring.all(...start, Math.floor(atMs), limit);
    return places.map(([expiresAtMs, vshard, collection, key]) => ({
      expiresAtMs,
      vshard,
      collection: byteKey(collection),
      key: byteKey(key),
    }));
  }
}

function verifiedRow(vshard: number, collection: ByteKey, key: ByteKey, columns: ItemColumns | KeyedColumns): StateRow {
  const [kind, revision, expiresAtMs, high, low, blob] = columns;
  if (hasWrittenTypes(columns)) {
    const value = new Uint8Array(blob.buffer, blob.byteOffset, blob.length);
    const row = { vshard, collection, key, kind, value, revision, expiresAtMs };
    const hash = { high, low };
    if (sameHash(rowHash(row), hash)) return { ...row, hash };
  }
  const details = { vshard, collection: hex(collection), key: hex(key) };
  throw new QuorateError('ERR_CORRUPT', `an item of vshard ${vshard} does not match its hash`, { details });
}

/** A damaged record may come back with columns of any type, which the hash does not tell apart: nothing for 0, say. */
function hasWrittenTypes([kind, revision, expiresAtMs, high, low, blob]: ItemColumns | KeyedColumns): boolean {
  return (
    isInteger(kind) &&
    isInteger(revision) &&
    isInteger(expiresAtMs) &&
    isInteger(high) &&
    isInteger(low) &&
    Buffer.isBuffer(blob)
  );
}

const isInteger = (value: unknown): boolean => Number.isSafeInteger(value);

const hex = (key: ByteKey): string => blobOfKey(key).toString('hex');
