/**
 * State database: the state store on one SQLite file in WAL mode.
 *
 * It promises that a flush is durable as a whole once `commitFlush` has returned, and that every row it hands out is the
 * one that was written. While a flush is open, reads see the state before it: of what the flush has not reached yet on the
 * same connection, of the rest through a second one.
 *
 * It does not know what the rows mean: expiry, sessions and ownership are the applier's business.
 */
import { assert } from '../base/assert.js';
import type { ByteKey } from '../base/byte-key.js';
import type { Hash64 } from '../base/hash.js';
import { assertFlush } from '../base/state-guards.js';
import type {
  ExpiryPlace,
  FlushPiece,
  SessionRecord,
  StateMeta,
  StateRow,
  StateStore,
  VshardRow,
} from '../base/state-store.js';
import type { Connection } from './connection.js';
import { FlushWriter } from './flush-writer.js';
import { ItemReader, type KeyRange } from './item-reader.js';
import { openReader } from './open-durable.js';
import { RecordReader } from './record-reader.js';
import { StateMetaRecord } from './state-meta.js';

/** The cache of the second connection, which lives for one flush. */
const FLUSH_READER_CACHE_KIB = 1024;

/** The reads that see the state before an open flush. */
interface FlushReader {
  readonly items: ItemReader;
  readonly records: RecordReader;
  close(): void;
}

type ItemPlace = Pick<StateRow, 'vshard' | 'collection' | 'key'>;

const LOWEST_PLACE: ItemPlace = { vshard: -1, collection: '' as ByteKey, key: '' as ByteKey };

export class StateDb implements StateStore {
  readonly #connection: Connection;
  readonly #metaRecord: StateMetaRecord;
  readonly #writer: FlushWriter;
  readonly #records: RecordReader;
  readonly #items: ItemReader;
  #meta: StateMeta;
  #opening: number;
  /** The highest place that the open flush has written an item to, once it has written anything. */
  #written: ItemPlace | undefined;
  #flushReader: FlushReader | undefined;

  /** Takes over the connection; the file's format has been checked. */
  constructor(connection: Connection) {
    const { database } = connection;
    this.#connection = connection;
    this.#metaRecord = new StateMetaRecord(database);
    this.#writer = new FlushWriter(database);
    this.#records = new RecordReader(database);
    this.#items = new ItemReader(database);
    ({ meta: this.#meta, opening: this.#opening } = this.#metaRecord.read());
  }

  get meta(): StateMeta {
    return this.#meta;
  }

  /** The opening's transaction: with it, what a dead predecessor wrote is durable. */
  recordOpening(): void {
    this.#opening += 1;
    this.beginFlush();
    this.commitFlush(this.#meta);
    // After a failed fsync, what is read back from the write-ahead log may not be on the disk: only the main file counts.
    this.checkpoint('truncate');
  }

  get(vshard: number, collection: ByteKey, key: ByteKey): StateRow | undefined {
    // A flush goes through the items in their order: what lies beyond it is still as it was.
    const place = { vshard, collection, key };
    if (this.#written !== undefined && comparePlaces(place, this.#written) > 0) {
      return this.#connection.run(() => this.#items.get(vshard, collection, key));
    }
    return this.#read((items) => items.get(vshard, collection, key));
  }

  scan(vshard: number, collection: ByteKey, range: KeyRange, limit: number): readonly StateRow[] {
    return this.#read((items) => items.scan(vshard, collection, range, limit));
  }

  vshards(): readonly VshardRow[] {
    return this.#read((_, records) => records.vshards());
  }

  *sessions(): Iterable<SessionRecord> {
    let last: SessionRecord | undefined;
    for (;;) {
      const page = this.#read((_, records) => records.sessionsAfter(last));
      if (page.length === 0) return;
      yield* page;
      last = page.at(-1);
    }
  }

  expiring(after: ExpiryPlace | undefined, atMs: number, limit: number): readonly ExpiryPlace[] {
    return this.#read((items) => items.expiring(after, atMs, limit));
  }

  #read<T>(call: (items: ItemReader, records: RecordReader) => T): T {
    return this.#connection.run(() => {
      if (this.#written === undefined) return call(this.#items, this.#records);
      this.#flushReader ??= openFlushReader(this.#connection.file);
      return call(this.#flushReader.items, this.#flushReader.records);
    });
  }

  beginFlush(): void {
    this.#connection.run(() => this.#connection.begin());
  }

  writePiece(piece: FlushPiece): Hash64 {
    return this.#write(() => {
      this.#written = highestPlace(piece, this.#written ?? LOWEST_PLACE);
      return this.#writer.writePiece(piece);
    });
  }

  commitFlush(meta: StateMeta): void {
    this.#write(() => {
      assertFlush(this.#meta, meta);
      this.#metaRecord.write(meta, this.#opening);
      this.#connection.commit();
    });
    this.#meta = meta;
  }

  rollbackFlush(): void {
    this.#endFlush();
    this.#connection.run(() => this.#connection.rollback());
  }

  /** A call inside a flush; a full disk ends it, and so does the commit. */
  #write<T>(call: () => T): T {
    try {
      return this.#connection.run(() => {
        assert(this.#connection.inTransaction, 'writes belong to a flush', { file: this.#connection.file });
        return call();
      });
    } finally {
      if (!this.#connection.inTransaction) this.#endFlush();
    }
  }

  #endFlush(): void {
    this.#written = undefined;
    this.#flushReader?.close();
    this.#flushReader = undefined;
  }

  walBytes(): number {
    return this.#connection.run(() => this.#connection.walBytes());
  }

  checkpoint(mode: 'passive' | 'truncate'): void {
    this.#connection.run(() => this.#connection.checkpoint(mode));
  }

  close(): void {
    this.#endFlush();
    this.#connection.close();
  }
}

function openFlushReader(file: string): FlushReader {
  const database = openReader(file, FLUSH_READER_CACHE_KIB);
  return { items: new ItemReader(database), records: new RecordReader(database), close: () => database.close() };
}

/** In the order of the item table. */
function comparePlaces(a: ItemPlace, b: ItemPlace): number {
  if (a.vshard !== b.vshard) return a.vshard - b.vshard;
  if (a.collection !== b.collection) return a.collection < b.collection ? -1 : 1;
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return 0;
}

function highestPlace(piece: FlushPiece, before: ItemPlace): ItemPlace {
  let highest = before;
  for (const row of piece.rows) if (comparePlaces(row, highest) > 0) highest = row;
  for (const place of piece.deletions) if (comparePlaces(place, highest) > 0) highest = place;
  return highest;
}
