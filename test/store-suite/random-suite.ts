/** The store suite's part for sequences: random operations, each followed by a comparison with a model in plain arrays. */
import { Buffer } from 'node:buffer';
import type { ExecutionContext, TestFn } from 'ava';
import type { ByteKey } from '../../src/runtime/base/byte-key.js';
import { addHash, type Hash64, ZERO_HASH } from '../../src/runtime/base/hash.js';
import type { Entry, LogStore } from '../../src/runtime/base/log-store.js';
import { createRandom, type Random } from '../../src/runtime/base/random.js';
import type { SessionRecord, StateRow, StateStore } from '../../src/runtime/base/state-store.js';
import type { Place, PlaceFactory } from './places.js';
import {
  expecting,
  item,
  itemLines,
  lines,
  newLog,
  newState,
  nextAppend,
  piece,
  readAll,
  rowOf,
  STATE_FILE,
  scanAll,
  session,
  USERS,
} from './samples.js';

const SEEDS = 6;
const STEPS = 120;
const GROUPS = 3;

interface GroupModel {
  entries: readonly Entry[];
  term: number;
  vote: number;
  commit: number;
}

export function testSequences(test: TestFn, name: string, place: PlaceFactory): void {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    test(`${name}: random operations on a log agree with a model, seed ${seed}`, (t) => {
      runLog(t, place(t), createRandom(seed));
    });
    test(`${name}: random flushes of a state agree with a model, seed ${seed}`, (t) => {
      runState(t, place(t), createRandom(seed));
    });
  }
}

function runLog(t: ExecutionContext, { storage }: Place, random: Random): void {
  let log = newLog(storage, GROUPS);
  let committed = Array.from({ length: GROUPS }, (): GroupModel => ({ entries: [], term: 1, vote: 0, commit: 1 }));
  for (let step = 0; step < STEPS; step += 1) {
    const changed = committed.map((model) => ({ ...model }));
    log.begin();
    for (let operations = random.below(4); operations > 0; operations -= 1) {
      const group = 1 + random.below(GROUPS);
      const model = changed[group - 1] as GroupModel;
      if (random.below(5) === 0) purge(log, group, model, random);
      else append(log, group, model, random);
    }
    const ending = random.below(8);
    if (ending === 0) log.rollback();
    if (ending === 1 || (ending > 1 && random.below(6) === 0)) {
      if (ending > 1) log.commit();
      log.close();
      log = storage.openLog(0, expecting());
    } else if (ending > 1) {
      log.commit();
    }
    if (ending > 1) committed = changed;
    for (const [i, model] of committed.entries()) compareGroup(t, log, i + 1, model);
    if (random.below(4) === 0) log.checkpoint(random.below(2) === 0 ? 'passive' : 'truncate');
  }
  log.close();
}

function append(log: LogStore, group: number, model: GroupModel, random: Random): void {
  const { purge: purged, last } = rowOf(log, group);
  const lowest = Math.max(purged.index, model.commit) + 1;
  const first = random.below(3) === 0 ? lowest + random.below(last.index + 2 - lowest) : last.index + 1;
  const kept = model.entries.filter(({ index }) => index < first);
  const before = kept.at(-1)?.term ?? purged.term;
  const term = model.term + (random.below(4) === 0 ? 1 : 0);
  const count = random.below(6);
  let entryTerm = Math.max(before, term - random.below(2));
  const added = Array.from({ length: count }, (_, i): Entry => {
    if (random.below(5) === 0) entryTerm = term;
    const type = random.below(8) === 0 ? 2 : 0;
    return { index: first + i, term: entryTerm, type, data: Buffer.alloc(random.below(300), random.below(256)) };
  });
  if (count > 0) model.entries = [...kept, ...added];
  const end = model.entries.at(-1)?.index ?? purged.index;
  if (term > model.term) model.vote = 0;
  if (model.vote === 0) model.vote = random.below(3);
  model.term = term;
  model.commit += random.below(Math.max(1, end - model.commit + 1));
  const { vote, commit } = model;
  log.append(group, nextAppend(log, group, { term, vote, commit, entries: added }));
}

function purge(log: LogStore, group: number, model: GroupModel, random: Random): void {
  const { purge: purged } = rowOf(log, group);
  if (model.commit <= purged.index) return;
  log.purge(group, purged.index + random.below(model.commit - purged.index + 1), 1 + random.below(3));
  const point = rowOf(log, group).purge.index;
  model.entries = model.entries.filter(({ index }) => index > point);
}

function compareGroup(t: ExecutionContext, log: LogStore, group: number, model: GroupModel): void {
  const row = rowOf(log, group);
  t.like(row, { term: model.term, vote: model.vote, commit: model.commit });
  t.is(row.last.index - row.purge.index, model.entries.length);
  t.deepEqual(lines(readAll(log, group)), lines(model.entries));
  const spans = log.spans(group);
  t.is(
    spans.reduce((count, { first, last }) => count + last - first + 1, 0),
    model.entries.length,
  );
  t.deepEqual(
    spans.flatMap(({ membershipIndexes }) => membershipIndexes),
    model.entries.filter(({ type }) => type !== 0).map(({ index }) => index),
  );
}

const sumOf = (rows: readonly (StateRow | undefined)[]): Hash64 =>
  rows.reduce((sum, row) => (row === undefined ? sum : addHash(sum, row.hash)), ZERO_HASH);

function runState(t: ExecutionContext, { storage }: Place, random: Random): void {
  let state = newState(storage);
  const rows = new Map<ByteKey, StateRow>();
  const sessions = new Map<number, SessionRecord>();
  for (let step = 0; step < STEPS / 2; step += 1) {
    const keep = random.below(5) > 0;
    const changes = randomItems(random);
    const deletions = random.below(2) === 0 ? [...rows.values()].filter(() => random.below(4) === 0) : [];
    const deleted = deletions.filter(({ key }) => !changes.some((row) => row.key === key));
    const records = Array.from({ length: random.below(4) }, () => session(random.below(30), { vshard: step }));
    const forgotten = [...sessions.values()].filter(({ sequence }) => sequence < random.below(12));
    const middle = random.below(changes.length + 1);
    state.beginFlush();
    const first = state.writePiece(piece({ rows: changes.slice(0, middle), sessions: records }));
    compareState(t, state, rows, sessions, random);
    const rest = piece({ rows: changes.slice(middle), deletions: deleted, sessionDeletions: forgotten });
    const replaced = addHash(first, state.writePiece(rest));
    t.deepEqual(replaced, sumOf([...changes, ...deleted].map(({ key }) => rows.get(key))), 'what lay there before');
    compareState(t, state, rows, sessions, random);
    if (keep) {
      state.commitFlush({ ...state.meta, flushedIndex: state.meta.flushedIndex + 1 });
      for (const row of changes) rows.set(row.key, row);
      for (const { key } of deleted) rows.delete(key);
      for (const record of records) sessions.set(record.sequence, record);
      for (const { sequence } of forgotten) sessions.delete(sequence);
    } else if (random.below(2) === 0) {
      state.close();
      state = storage.openState(STATE_FILE);
    } else {
      state.rollbackFlush();
    }
    compareState(t, state, rows, sessions, random);
  }
  state.close();
}

/** Sorted by key, as a flush is. */
function randomItems(random: Random): readonly StateRow[] {
  const changes = new Map<ByteKey, StateRow>();
  for (let count = random.below(12); count > 0; count -= 1) {
    const key = String.fromCharCode(random.below(4) * 64, random.below(16)) as ByteKey;
    const expiresAtMs = random.below(3) === 0 ? random.below(100) : 0;
    changes.set(
      key,
      item(key, { revision: random.uint53(), value: Buffer.alloc(random.below(3_000), 9), expiresAtMs }),
    );
  }
  return [...changes.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function compareState(
  t: ExecutionContext,
  state: StateStore,
  rows: ReadonlyMap<ByteKey, StateRow>,
  sessions: ReadonlyMap<number, SessionRecord>,
  random: Random,
): void {
  const sorted = [...rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  t.deepEqual(scanAll(state), itemLines(sorted));
  const key = String.fromCharCode(random.below(4) * 64, random.below(16)) as ByteKey;
  t.deepEqual(itemLines([state.get(3, USERS, key)]), itemLines([rows.get(key)]));
  const limit = 1 + random.below(5);
  const range = { from: key, after: random.below(2) === 0, to: undefined };
  const inside = sorted.filter((row) => (range.after ? row.key > key : row.key >= key));
  t.deepEqual(itemLines(state.scan(3, USERS, range, limit)), itemLines(inside.slice(0, limit)));
  t.deepEqual(
    state.expiring(undefined, 60, 1_000).map((each) => [each.expiresAtMs, each.key]),
    sorted
      .filter(({ expiresAtMs }) => expiresAtMs > 0 && expiresAtMs <= 60)
      .sort((a, b) => a.expiresAtMs - b.expiresAtMs)
      .map((row) => [row.expiresAtMs, row.key]),
  );
  t.deepEqual(
    [...state.sessions()].map(({ sequence, vshard }) => [sequence, vshard]),
    [...sessions.values()].sort((a, b) => a.sequence - b.sequence).map(({ sequence, vshard }) => [sequence, vshard]),
  );
}
