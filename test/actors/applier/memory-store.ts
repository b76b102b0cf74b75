/**
 * A state store in memory, for tests of the applier: what a commit has made durable survives `reopen`, what it has not
 * does not. It can be made to run out of room, and it keeps the order of what it was given.
 */
import { assert } from '../../../src/runtime/base/assert.js';
import type { ByteKey } from '../../../src/runtime/base/byte-key.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { addHash, type Hash64, ZERO_HASH } from '../../../src/runtime/base/hash.js';
import type { NodeStorage } from '../../../src/runtime/base/node-storage.js';
import type {
  ExpiryPlace,
  FlushPiece,
  SessionRecord,
  StateMeta,
  StateRow,
  StateStore,
} from '../../../src/runtime/base/state-store.js';

const nameOf = (vshard: number, collection: string, key: string): string =>
  `${vshard}/${collection.length}${collection}${key}`;
const sessionName = (record: FlushPiece['sessionDeletions'][number]): string =>
  `${record.stampMs}/${record.serial}/${record.sequence}/${record.idempotencyHash}`;
const byPlace = (a: ExpiryPlace, b: ExpiryPlace): number =>
  a.expiresAtMs - b.expiresAtMs ||
  a.vshard - b.vshard ||
  (a.collection < b.collection ? -1 : a.collection > b.collection ? 1 : a.key < b.key ? -1 : 1);

/** What is on the disk. */
export class Disk {
  readonly rows = new Map<string, StateRow>();
  readonly revisions = new Map<number, number>();
  readonly sessions = new Map<string, SessionRecord>();
  meta: StateMeta;
  /** Calls of `writePiece` and `commitFlush` from now on that find no room. */
  fullCalls = 0;
  commits = 0;
  checkpoints = 0;
  walBytes = 0;
  /** Rows asked for one by one. */
  gets = 0;
  pieces: FlushPiece[] = [];

  constructor(meta: StateMeta) {
    this.meta = meta;
  }
}

export class MemoryStore implements StateStore {
  readonly #disk: Disk;
  #pending: FlushPiece[] | undefined;
  #isClosed = false;

  constructor(disk: Disk) {
    this.#disk = disk;
  }

  get meta(): StateMeta {
    return this.#disk.meta;
  }

  get(vshard: number, collection: ByteKey, key: ByteKey): StateRow | undefined {
    assert(!this.#isClosed, 'open');
    this.#disk.gets += 1;
    return this.#disk.rows.get(nameOf(vshard, collection, key));
  }

  scan(
    vshard: number,
    collection: ByteKey,
    { from, after, to }: { readonly from: ByteKey; readonly after: boolean; readonly to: ByteKey | undefined },
    limit: number,
  ): readonly StateRow[] {
    assert(!this.#isClosed, 'open');
    return [...this.#disk.rows.values()]
      .filter((row) => row.vshard === vshard && row.collection === collection)
      .filter(({ key }) => (after ? key > from : key >= from) && (to === undefined || key < to))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .slice(0, limit);
  }

  vshards() {
    return [...this.#disk.revisions].map(([vshard, revision]) => ({ vshard, revision }));
  }

  sessions(): Iterable<SessionRecord> {
    return [...this.#disk.sessions.values()].reverse();
  }

  expiring(after: ExpiryPlace | undefined, atMs: number, limit: number): readonly ExpiryPlace[] {
    return [...this.#disk.rows.values()]
      .filter(
        (row) => row.expiresAtMs !== 0 && row.expiresAtMs <= atMs && (after === undefined || byPlace(row, after) > 0),
      )
      .sort(byPlace)
      .slice(0, limit);
  }

  beginFlush(): void {
    assert(this.#pending === undefined, 'one flush at a time');
    this.#pending = [];
  }

  writePiece(piece: FlushPiece): Hash64 {
    this.#needRoom();
    this.#disk.pieces.push(piece);
    this.#pending?.push(piece);
    return [...piece.rows, ...piece.deletions].reduce((sum, { vshard, collection, key }) => {
      const row = this.#disk.rows.get(nameOf(vshard, collection, key));
      return row === undefined ? sum : addHash(sum, row.hash);
    }, ZERO_HASH);
  }

  commitFlush(meta: StateMeta): void {
    this.#needRoom();
    assert(this.#pending !== undefined, 'a flush is open');
    for (const piece of this.#pending) this.#write(piece);
    this.#pending = undefined;
    this.#disk.meta = meta;
    this.#disk.commits += 1;
  }

  rollbackFlush(): void {
    this.#pending = undefined;
  }

  walBytes(): number {
    return this.#disk.walBytes;
  }

  checkpoint(): void {
    this.#disk.checkpoints += 1;
    this.#disk.walBytes = 0;
  }

  close(): void {
    this.#isClosed = true;
  }

  #needRoom(): void {
    if (this.#disk.fullCalls === 0) return;
    this.#disk.fullCalls -= 1;
    this.#pending = undefined;
    throw new QuorateError('ERR_STORAGE_FULL', 'no room');
  }

  #write(piece: FlushPiece): void {
    const { rows, revisions, sessions } = this.#disk;
    for (const row of piece.rows) rows.set(nameOf(row.vshard, row.collection, row.key), row);
    for (const { vshard, collection, key } of piece.deletions) rows.delete(nameOf(vshard, collection, key));
    for (const { vshard, revision } of piece.vshards) revisions.set(vshard, revision);
    for (const record of piece.sessions) sessions.set(sessionName(record), record);
    for (const record of piece.sessionDeletions) sessions.delete(sessionName(record));
  }
}

/** Of the volume that every state here belongs to. */
export const VOLUME_INSTANCE = 'a1'.repeat(16);

export function initialMeta(group: number, ownedVshards: readonly number[]): StateMeta {
  return {
    volumeInstanceId: VOLUME_INSTANCE,
    group,
    replica: 1,
    flushedIndex: 1,
    flushedTerm: 1,
    membership: { voters: [1], learners: [], votersOutgoing: [], learnersNext: [], autoLeave: false },
    membershipIndex: 1,
    logClockMs: 1_000_000,
    stateHash: { high: 0, low: 0 },
    applyVersion: 1,
    ownedVshards,
    mapVersion: 1,
  };
}

/** A node's storage that has nothing but the states it is given. */
export function storageOf(disks: ReadonlyMap<string, Disk>): NodeStorage {
  const none = (): never => {
    throw new QuorateError('ERR_INVARIANT', 'not part of this test');
  };
  return {
    createLog: none,
    openLog: none,
    hasLog: () => false,
    createState: none,
    openState(stateFile) {
      const disk = disks.get(stateFile);
      if (disk === undefined) throw new QuorateError('ERR_STORAGE_IO', `${stateFile} is missing`);
      return new MemoryStore(disk);
    },
  };
}
