/** What the store suite writes: volumes, entries, items and sessions with little to say. */
import { Buffer } from 'node:buffer';
import { type ByteKey, byteKeyOfText } from '../../src/runtime/base/byte-key.js';
import { ZERO_HASH } from '../../src/runtime/base/hash.js';
import type { Entry, GroupRow, LogAppend, LogStore } from '../../src/runtime/base/log-store.js';
import type { NewReplica, NewVolume, NodeStorage, VolumeExpectation } from '../../src/runtime/base/node-storage.js';
import { rowHash } from '../../src/runtime/base/row-hash.js';
import type { FlushPiece, SessionRecord, StateMeta, StateRow, StateStore } from '../../src/runtime/base/state-store.js';

export const VOLUME: NewVolume = { clusterId: 'cluster-a', nodeId: 1, volume: 0, instanceId: '0f'.repeat(16) };
export const STATE_FILE = 'state-1-1-1.db';

export const replica = (group: number): NewReplica => ({
  group,
  replica: group * 10,
  stateFile: `state-${group}-${group * 10}-1.db`,
  initial: { index: 1, term: 1 },
});

export const expecting = (bootNonce = 'nonce-1'): VolumeExpectation => ({
  clusterId: 'cluster-a',
  nodeId: 1,
  bootNonce,
});

/** A new volume with groups 1 to `groups`, open. */
export function newLog(storage: NodeStorage, groups = 1): LogStore {
  storage.createLog(
    VOLUME,
    Array.from({ length: groups }, (_, i) => replica(i + 1)),
  );
  return storage.openLog(0, expecting());
}

export function entry(index: number, over: Partial<Entry> = {}): Entry {
  return { index, term: 1, type: 0, data: Buffer.from(`entry ${index}`), ...over };
}

export function entries(first: number, count: number, over: Partial<Entry> = {}): readonly Entry[] {
  return Array.from({ length: count }, (_, i) => entry(first + i, over));
}

export function rowOf(log: LogStore, group: number): GroupRow {
  const row = log.group(group);
  if (row === undefined) throw new Error(`group ${group} is missing`);
  return row;
}

/** The next append of a group: as the group's row stands, with what `over` says. */
export function nextAppend(log: LogStore, group: number, over: Partial<LogAppend> = {}): LogAppend {
  const { sequence, term, vote, commit } = rowOf(log, group);
  const newTerm = Math.max(term, over.entries?.at(-1)?.term ?? 0);
  return { sequence: sequence + 1, term: newTerm, vote: newTerm > term ? 0 : vote, commit, entries: [], ...over };
}

/** One append in a transaction of its own. */
export function write(log: LogStore, group: number, appended: readonly Entry[], over: Partial<LogAppend> = {}): void {
  log.begin();
  log.append(group, nextAppend(log, group, { entries: appended, ...over }));
  log.commit();
}

/** Everything that is still in a group's log. */
export function readAll(log: LogStore, group: number): readonly Entry[] {
  const { purge, last } = rowOf(log, group);
  return last.index === purge.index ? [] : log.read(group, purge.index + 1, last.index, Number.MAX_SAFE_INTEGER);
}

/** One line per entry: what must be equal when entries are. */
export const lines = (list: readonly Entry[]): readonly string[] =>
  list.map(({ index, term, type, data }) => `${index}/${term}/${type}/${Buffer.from(data).toString('hex')}`);

export const USERS = byteKeyOfText('users');

export function item(key: string | ByteKey, over: Partial<Omit<StateRow, 'hash'>> = {}): StateRow {
  const row = {
    vshard: 3,
    collection: USERS,
    key: key as ByteKey,
    kind: 0 as const,
    value: Buffer.from(`value of ${key.length} bytes`),
    revision: 1,
    expiresAtMs: 0,
    ...over,
  };
  return { ...row, hash: rowHash(row) };
}

export function session(sequence: number, over: Partial<SessionRecord> = {}): SessionRecord {
  return {
    vshard: 3,
    stampMs: 1_000,
    serial: 7,
    sequence,
    idempotencyHash: '',
    requestHash: '',
    recordedAtMs: 2_000,
    result: Buffer.from([sequence % 256]),
    ...over,
  };
}

export const META: StateMeta = {
  volumeInstanceId: 'c1'.repeat(16),
  group: 1,
  replica: 1,
  flushedIndex: 1,
  flushedTerm: 1,
  membership: { voters: [1, 2, 300], learners: [], votersOutgoing: [], learnersNext: [4], autoLeave: true },
  membershipIndex: 1,
  logClockMs: 5,
  stateHash: ZERO_HASH,
  applyVersion: 1,
  ownedVshards: [0, 3, 1023],
  mapVersion: 1,
};

export function newState(storage: NodeStorage): StateStore {
  storage.createState(STATE_FILE, META, [
    { vshard: 0, revision: 0 },
    { vshard: 3, revision: 9 },
  ]);
  return storage.openState(STATE_FILE);
}

export const piece = (over: Partial<FlushPiece>): FlushPiece => ({
  rows: [],
  deletions: [],
  vshards: [],
  sessions: [],
  sessionDeletions: [],
  ...over,
});

/** A flush of one piece that brings the state one index further. */
export function flush(state: StateStore, over: Partial<FlushPiece>, meta: Partial<StateMeta> = {}): void {
  state.beginFlush();
  state.writePiece(piece(over));
  state.commitFlush({ ...state.meta, flushedIndex: state.meta.flushedIndex + 1, ...meta });
}

/** One line per row: what must be equal when rows are. */
export const itemLines = (rows: readonly (StateRow | undefined)[]): readonly string[] =>
  rows.map((row) =>
    row === undefined
      ? 'none'
      : [row.vshard, row.collection, row.key, row.kind, row.revision, row.expiresAtMs, Buffer.from(row.value)].join(
          '|',
        ),
  );

export const FROM_START = { from: '' as ByteKey, after: false, to: undefined };

export const scanAll = (state: StateStore, vshard = 3, collection = USERS): readonly string[] =>
  itemLines(state.scan(vshard, collection, FROM_START, 1_000_000));
