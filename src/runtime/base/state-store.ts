/**
 * State store: what an applier needs of a group's state database. SQLite implements it, and so does the simulated disk;
 * both pass the suite in `test/store-suite/`.
 *
 * One owner, one connection, synchronous calls. A flush is one transaction: rows in pieces, then `commitFlush` with the
 * index they bring the state to. Reads between its pieces see the state before the flush. Errors as in `log-store.ts`.
 *
 * Keys and collections are byte strings, here `ByteKey`: one UTF-16 unit per byte, so that JavaScript's `<` compares
 * them as bytes (see `byte-key.ts`).
 */
import type { ByteKey } from './byte-key.js';
import type { Hash64 } from './hash.js';
import type { Body, command, raft } from './proto.js';

export type ConfState = Body<raft.ConfState.$Properties>;
export type ItemKind = command.ItemKind;

export interface StateRow {
  readonly vshard: number;
  readonly collection: ByteKey;
  readonly key: ByteKey;
  readonly kind: ItemKind;
  readonly value: Uint8Array;
  readonly revision: number;
  /** Log clock; 0 = never. */
  readonly expiresAtMs: number;
  /** Of all the above, by `rowHash`: verified at every read. */
  readonly hash: Hash64;
}

/** A row's place in the order of expiry. */
export type ExpiryPlace = Pick<StateRow, 'vshard' | 'collection' | 'key' | 'expiresAtMs'>;

/**
 * The answer that a retry of a request gets. Kept with the slot that the request concerned. A session's own record has
 * sequence 0 and no idempotency hash.
 */
export interface SessionRecord {
  readonly vshard: number;
  /** Session stamp and serial; both 0 for an idempotency key. */
  readonly stampMs: number;
  readonly serial: number;
  readonly sequence: number;
  /** 32 hexadecimal digits each, or empty. */
  readonly idempotencyHash: string;
  readonly requestHash: string;
  /** Log clock when it was recorded. */
  readonly recordedAtMs: number;
  /** Encoded `command.Result`; in a session's own record, `command.SessionFloor`. */
  readonly result: Uint8Array;
}

export interface VshardRow {
  readonly vshard: number;
  /** The last revision given out; never goes back. */
  readonly revision: number;
}

export interface StateMeta {
  /** Instance of the volume that keeps the log of this state: tells files of other nodes and clusters apart. */
  readonly volumeInstanceId: string;
  readonly group: number;
  readonly replica: number;
  readonly flushedIndex: number;
  readonly flushedTerm: number;
  readonly membership: ConfState;
  readonly membershipIndex: number;
  readonly logClockMs: number;
  /** Sum of the hashes of all rows. */
  readonly stateHash: Hash64;
  readonly applyVersion: number;
  /** Slots this group owns, ascending, and the map version that said so. */
  readonly ownedVshards: readonly number[];
  readonly mapVersion: number;
}

/** One piece of a flush. Rows of a kind are sorted by their key; no flush names a key twice. */
export interface FlushPiece {
  readonly rows: readonly StateRow[];
  readonly deletions: readonly { readonly vshard: number; readonly collection: ByteKey; readonly key: ByteKey }[];
  readonly vshards: readonly VshardRow[];
  readonly sessions: readonly SessionRecord[];
  readonly sessionDeletions: readonly Pick<SessionRecord, 'stampMs' | 'serial' | 'sequence' | 'idempotencyHash'>[];
}

export interface StateStore {
  /** As of the last committed flush. */
  readonly meta: StateMeta;
  /** Throws `ERR_CORRUPT` when the row's hash does not match. */
  get(vshard: number, collection: ByteKey, key: ByteKey): StateRow | undefined;
  /**
   * Rows of one slot and collection with from <= key (or from < key when `after`) and key < to (undefined: no end), in
   * byte order, at most `limit`.
   */
  scan(
    vshard: number,
    collection: ByteKey,
    range: { readonly from: ByteKey; readonly after: boolean; readonly to: ByteKey | undefined },
    limit: number,
  ): readonly StateRow[];
  vshards(): readonly VshardRow[];
  /** All records, read once at opening. */
  sessions(): Iterable<SessionRecord>;
  /**
   * Places in the order of expiry, of rows that do expire: those after `after` (undefined: from the first on) whose
   * expiry is at or before `atMs`, at most `limit`. Ordered by (expiresAtMs, vshard, collection, key).
   */
  expiring(after: ExpiryPlace | undefined, atMs: number, limit: number): readonly ExpiryPlace[];

  beginFlush(): void;
  /** The sum of the hashes that were stored with the rows which the piece has replaced or deleted. */
  writePiece(piece: FlushPiece): Hash64;
  /** Makes the flush durable: one fsync. */
  commitFlush(meta: StateMeta): void;
  rollbackFlush(): void;

  walBytes(): number;
  checkpoint(mode: 'passive' | 'truncate'): void;
  close(): void;
}
