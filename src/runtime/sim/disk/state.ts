/**
 * Simulated state: the state store on a simulated file. A flush is staged until it commits, so reads see the state
 * before it; every row is verified against its hash when it is read.
 */
import type { ByteKey } from '../../base/byte-key.js';
import { QuorateError } from '../../base/errors.js';
import { addHash, type Hash64, sameHash, ZERO_HASH } from '../../base/hash.js';
import { rowHash } from '../../base/row-hash.js';
import { assertFlush } from '../../base/state-guards.js';
import type {
  ExpiryPlace,
  FlushPiece,
  SessionRecord,
  StateMeta,
  StateRow,
  StateStore,
  VshardRow,
} from '../../base/state-store.js';
import type { FileHandle } from './file.js';
import { ascending, SortedMap } from './sorted-map.js';

const ROW_OVERHEAD_BYTES = 64;

type SessionKey = Pick<SessionRecord, 'stampMs' | 'serial' | 'sequence' | 'idempotencyHash'>;
type ItemName = Pick<StateRow, 'vshard' | 'collection' | 'key'>;

export function comparePlaces(a: ExpiryPlace, b: ExpiryPlace): number {
  return (
    ascending(a.expiresAtMs, b.expiresAtMs) ||
    ascending(a.vshard, b.vshard) ||
    ascending(a.collection, b.collection) ||
    ascending(a.key, b.key)
  );
}

function compareSessions(a: SessionKey, b: SessionKey): number {
  return (
    ascending(a.stampMs, b.stampMs) ||
    ascending(a.serial, b.serial) ||
    ascending(a.sequence, b.sequence) ||
    ascending(a.idempotencyHash, b.idempotencyHash)
  );
}

const sessionId = (key: SessionKey): string => `${key.stampMs}/${key.serial}/${key.sequence}/${key.idempotencyHash}`;
const tableId = (vshard: number, collection: ByteKey): string => `${vshard}/${collection}`;
const itemId = ({ vshard, collection, key }: ItemName): string => `${vshard}/${collection.length}/${collection}${key}`;
const itemBytes = (row: StateRow | undefined): number =>
  row === undefined ? 0 : row.key.length + row.value.length + ROW_OVERHEAD_BYTES;
const sessionBytes = (record: SessionRecord | undefined): number =>
  record === undefined ? 0 : record.result.length + ROW_OVERHEAD_BYTES;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const copyOf = (row: StateRow): StateRow => ({ ...row, value: new Uint8Array(row.value) });

/** Everything in a state file. Each slot and collection is a table of its own, in the order of its keys. */
export class StateContent {
  meta: StateMeta;
  readonly tables = new Map<string, SortedMap<ByteKey, StateRow>>();
  readonly expiring = new SortedMap<string, ExpiryPlace>(comparePlaces);
  readonly vshards = new SortedMap<number, VshardRow>((a, b) => a.vshard - b.vshard);
  readonly sessions = new SortedMap<string, SessionRecord>(compareSessions);

  constructor(meta: StateMeta, vshards: readonly VshardRow[]) {
    this.meta = meta;
    for (const row of vshards) this.vshards.set(row.vshard, { ...row });
  }

  table(vshard: number, collection: ByteKey): SortedMap<ByteKey, StateRow> {
    const id = tableId(vshard, collection);
    const table = this.tables.get(id) ?? new SortedMap<ByteKey, StateRow>((a, b) => ascending(a.key, b.key));
    this.tables.set(id, table);
    return table;
  }

  /** Puts a row, or deletes it; returns what undoes it. */
  setItem(name: ItemName, row: StateRow | undefined): () => void {
    const undoItem = this.table(name.vshard, name.collection).set(name.key, row);
    const { vshard, collection, key } = name;
    const expiresAtMs = row?.expiresAtMs ?? 0;
    const undoPlace = this.expiring.set(
      itemId(name),
      expiresAtMs === 0 ? undefined : { expiresAtMs, vshard, collection, key },
    );
    return () => {
      undoPlace();
      undoItem();
    };
  }

  /** What lies where the piece writes or deletes. */
  replacedBytes(piece: FlushPiece): number {
    const items = [...piece.rows, ...piece.deletions].map(({ vshard, collection, key }) =>
      itemBytes(this.tables.get(tableId(vshard, collection))?.get(key)),
    );
    const sessions = [...piece.sessions, ...piece.sessionDeletions].map((key) =>
      sessionBytes(this.sessions.get(sessionId(key))),
    );
    return sum(items) + sum(sessions);
  }

  /** The sum of the hashes of the rows that the piece replaces or deletes. */
  replacedHash(piece: FlushPiece): Hash64 {
    return [...piece.rows, ...piece.deletions].reduce((total, { vshard, collection, key }) => {
      const row = this.tables.get(tableId(vshard, collection))?.get(key);
      return row === undefined ? total : addHash(total, row.hash);
    }, ZERO_HASH);
  }

  /** Does what a piece says; returns what undoes each step. */
  apply(piece: FlushPiece): readonly (() => void)[] {
    return [
      ...piece.rows.map((row) => this.setItem(row, row)),
      ...piece.deletions.map((name) => this.setItem(name, undefined)),
      ...piece.vshards.map((row) => this.vshards.set(row.vshard, row)),
      ...piece.sessions.map((record) => this.sessions.set(sessionId(record), record)),
      ...piece.sessionDeletions.map((key) => this.sessions.set(sessionId(key), undefined)),
    ];
  }
}

export class SimulatedState implements StateStore {
  readonly #handle: FileHandle<StateContent>;
  #staged: FlushPiece[] = [];

  constructor(handle: FileHandle<StateContent>) {
    this.#handle = handle;
  }

  get #content(): StateContent {
    return this.#handle.file.content;
  }

  get meta(): StateMeta {
    return this.#content.meta;
  }

  recordOpening(): void {
    this.#handle.call('open', () => {
      if (this.#handle.file.disk.skipOpeningTransaction) return;
      this.#handle.file.layers.begin();
      this.#handle.file.commit('open');
      this.#handle.file.checkpoint();
    });
  }

  get(vshard: number, collection: ByteKey, key: ByteKey): StateRow | undefined {
    return this.#handle.call('read', () => {
      const row = this.#content.tables.get(tableId(vshard, collection))?.get(key);
      return row === undefined ? undefined : verified(row);
    });
  }

  scan(
    vshard: number,
    collection: ByteKey,
    range: { readonly from: ByteKey; readonly after: boolean; readonly to: ByteKey | undefined },
    limit: number,
  ): readonly StateRow[] {
    const { from, after, to } = range;
    const inside = ({ key }: StateRow) => (after ? key > from : key >= from) && (to === undefined || key < to);
    return this.#handle.call('read', () => {
      const rows = this.#content.tables.get(tableId(vshard, collection))?.sorted() ?? [];
      return rows.filter(inside).slice(0, limit).map(verified);
    });
  }

  vshards(): readonly VshardRow[] {
    return this.#handle.call('read', () => this.#content.vshards.sorted());
  }

  sessions(): Iterable<SessionRecord> {
    return this.#handle.call('read', () =>
      this.#content.sessions.sorted().map((record) => ({ ...record, result: new Uint8Array(record.result) })),
    );
  }

  expiring(after: ExpiryPlace | undefined, atMs: number, limit: number): readonly ExpiryPlace[] {
    return this.#handle.call('read', () =>
      this.#content.expiring
        .sorted()
        .filter((place) => place.expiresAtMs <= atMs && (after === undefined || comparePlaces(place, after) > 0))
        .slice(0, limit),
    );
  }

  beginFlush(): void {
    this.#handle.call('begin', () => {
      this.#handle.file.layers.begin();
      this.#staged = [];
    });
  }

  writePiece(piece: FlushPiece): Hash64 {
    return this.#handle.call('write', () => {
      const rows = piece.rows.map(copyOf);
      const sessions = piece.sessions.map((record) => ({ ...record, result: new Uint8Array(record.result) }));
      this.#handle.file.take(sum(rows.map(itemBytes)) + sum(sessions.map(sessionBytes)));
      this.#staged.push({ ...piece, rows, sessions });
      return this.#content.replacedHash(piece);
    });
  }

  commitFlush(meta: StateMeta): void {
    this.#handle.call('commit', () => {
      const { file } = this.#handle;
      assertFlush(this.#content.meta, meta);
      for (const piece of this.#staged) {
        file.take(-this.#content.replacedBytes(piece));
        for (const undo of this.#content.apply(piece)) file.layers.changed(undo);
      }
      const before = this.#content.meta;
      this.#content.meta = meta;
      file.layers.changed(() => {
        this.#content.meta = before;
      });
      this.#staged = [];
      file.commit('commit');
    });
  }

  rollbackFlush(): void {
    this.#handle.call('rollback', () => {
      this.#staged = [];
      this.#handle.file.layers.rollback();
    });
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

function verified(row: StateRow): StateRow {
  if (sameHash(rowHash(row), row.hash)) return copyOf(row);
  const details = { vshard: row.vshard };
  throw new QuorateError('ERR_CORRUPT', `an item of vshard ${row.vshard} does not match its hash`, { details });
}
