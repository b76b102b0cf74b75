/** The simulated disk: what survives a crash of the process, of the power, and of the disk itself. */
import test from 'ava';
import type { LogStore } from '../../../../src/runtime/base/log-store.js';
import { SimulatedDisk, type StoreCall } from '../../../../src/runtime/sim/disk/disk.js';
import {
  entries,
  expecting,
  flush,
  item,
  newLog,
  newState,
  nextAppend,
  piece,
  readAll,
  rowOf,
  STATE_FILE,
  scanAll,
  USERS,
  write,
} from '../../../store-suite/samples.js';

const VOLUME = 'volume-0.db';

/** A disk that throws at the call that `crash.at` describes. */
function crashing(): { readonly disk: SimulatedDisk; readonly crash: { at: (call: StoreCall) => boolean } } {
  const crash = { at: (_call: StoreCall) => false };
  const disk = new SimulatedDisk({
    onCall: (call) => {
      if (crash.at(call)) throw new Error('crashed here');
    },
  });
  return { disk, crash };
}

const lastIndex = (log: LogStore) => rowOf(log, 1).last.index;
const reopen = (disk: SimulatedDisk) => disk.openLog(0, expecting());

test('a process crash keeps what was committed and drops the open transaction', (t) => {
  const disk = new SimulatedDisk();
  const log = newLog(disk);
  write(log, 1, entries(2, 3));
  log.begin();
  log.append(1, nextAppend(log, 1, { entries: entries(4, 3, { term: 2 }) }));
  disk.processCrash();
  t.throws(() => log.commit(), { code: 'ERR_INVARIANT' });
  t.notThrows(() => log.close());
  t.is(readAll(reopen(disk), 1).length, 3);
});

test('a power cut keeps what was committed, because commits are fsynced', (t) => {
  const disk = new SimulatedDisk();
  const log = newLog(disk);
  const state = newState(disk);
  write(log, 1, entries(2, 3));
  flush(state, { rows: [item('a')] });
  state.beginFlush();
  state.writePiece(piece({ rows: [item('b')] }));
  disk.powerCut();
  t.is(lastIndex(reopen(disk)), 4);
  const reopened = disk.openState(STATE_FILE);
  t.is(scanAll(reopened).length, 1);
  t.is(reopened.meta.flushedIndex, 2);
});

for (const [phase, survivesProcess, survivesPower] of [
  ['before', false, false],
  ['written', true, false],
  ['after', true, true],
] as const) {
  test(`a crash at the phase '${phase}' of a commit`, (t) => {
    for (const [cut, survives] of [
      [(disk: SimulatedDisk) => disk.processCrash(), survivesProcess],
      [(disk: SimulatedDisk) => disk.powerCut(), survivesPower],
    ] as const) {
      const { disk, crash } = crashing();
      const log = newLog(disk);
      write(log, 1, entries(2, 1));
      crash.at = (call) => call.operation === 'commit' && call.phase === phase;
      t.throws(() => write(log, 1, entries(3, 1)), { message: 'crashed here' });
      crash.at = () => false;
      cut(disk);
      t.is(lastIndex(reopen(disk)), survives ? 3 : 2);
    }
  });
}

test('what a dead process had written is durable once the file was opened again, and not before', (t) => {
  for (const opens of [true, false]) {
    const { disk, crash } = crashing();
    const log = newLog(disk);
    crash.at = (call) => call.operation === 'commit' && call.phase === 'written';
    t.throws(() => write(log, 1, entries(2, 1)), { message: 'crashed here' });
    crash.at = () => false;
    disk.processCrash();
    if (opens) reopen(disk);
    disk.powerCut();
    t.is(lastIndex(reopen(disk)), opens ? 2 : 1);
  }
});

test('canary: without the opening transaction, what was read after a crash is lost with the power', (t) => {
  const { disk, crash } = crashing();
  const log = newLog(disk);
  crash.at = (call) => call.operation === 'commit' && call.phase === 'written';
  t.throws(() => write(log, 1, entries(2, 1)), { message: 'crashed here' });
  crash.at = () => false;
  disk.processCrash();
  disk.skipOpeningTransaction();
  t.is(lastIndex(reopen(disk)), 2, 'it is readable');
  disk.powerCut();
  t.is(lastIndex(reopen(disk)), 1);
});

test('canary: without fsync, commits survive the process but not the power', (t) => {
  const disk = new SimulatedDisk();
  newLog(disk).close();
  disk.skipFsync();
  const log = reopen(disk);
  for (const index of [2, 3, 4]) write(log, 1, entries(index, 1));
  disk.processCrash();
  const again = reopen(disk);
  t.is(lastIndex(again), 4);
  disk.powerCut();
  t.is(lastIndex(reopen(disk)), 1);
});

test('a power cut may keep the oldest of what was written: a torn last write', (t) => {
  const disk = new SimulatedDisk();
  newLog(disk).close();
  disk.skipFsync();
  const log = reopen(disk);
  for (const index of [2, 3, 4]) write(log, 1, entries(index, 1));
  disk.powerCut((unsynced) => unsynced - 1);
  t.is(lastIndex(reopen(disk)), 3);
});

test('a power cut undoes truncations, purges and the hard state alike', (t) => {
  const disk = new SimulatedDisk();
  const log = newLog(disk);
  for (const first of [2, 4, 6]) write(log, 1, entries(first, 2));
  const row = rowOf(log, 1);
  const stored = readAll(log, 1);
  disk.skipFsync();
  write(log, 1, entries(5, 1, { term: 3 }), { vote: 2, commit: 4 });
  log.begin();
  log.purge(1, 4, 5);
  log.commit();
  t.is(readAll(log, 1).length, 1);
  disk.powerCut();
  const reopened = reopen(disk);
  t.deepEqual(reopened.group(1), row);
  t.deepEqual(readAll(reopened, 1), stored);
});

test('a failed fsync ends the store; what it wrote is readable, and durable only after reopening', (t) => {
  for (const opens of [true, false]) {
    const disk = new SimulatedDisk();
    const log = newLog(disk);
    disk.failNextCommit(VOLUME);
    t.throws(() => write(log, 1, entries(2, 1)), { code: 'ERR_STORAGE_IO' });
    t.throws(() => log.begin(), { code: 'ERR_STORAGE_IO' });
    t.throws(() => log.spans(1), { code: 'ERR_STORAGE_IO' });
    log.close();
    if (opens) reopen(disk).close();
    disk.powerCut();
    t.is(lastIndex(reopen(disk)), opens ? 2 : 1);
  }
});

test('a damaged entry or item is found when it is read, and ends the store', (t) => {
  const disk = new SimulatedDisk();
  const log = newLog(disk);
  const state = newState(disk);
  write(log, 1, entries(2, 3));
  flush(state, { rows: [item('a')] });
  disk.damageEntry(0, 1, 3);
  t.is(log.read(1, 2, 2, 100).length, 1);
  t.throws(() => readAll(log, 1), { code: 'ERR_CORRUPT', message: /group 1: the entry at 3/ });
  t.throws(() => log.begin(), { code: 'ERR_CORRUPT' });
  disk.damageItem(STATE_FILE, 3, USERS, item('a').key);
  t.throws(() => scanAll(state), { code: 'ERR_CORRUPT' });
});

test('what a caller does with its buffers afterwards does not reach the disk', (t) => {
  const disk = new SimulatedDisk();
  const log = newLog(disk);
  const data = Buffer.from('as written');
  write(log, 1, entries(2, 1, { data }));
  data.fill(0);
  const read = readAll(log, 1)[0]?.data;
  t.is(Buffer.from(read ?? []).toString(), 'as written');
  read?.fill(0);
  t.notThrows(() => readAll(log, 1));
});

test('every call is announced before and after, and a commit between its write and its fsync', (t) => {
  const calls: string[] = [];
  const disk = new SimulatedDisk({
    onCall: ({ file, operation, phase }) => calls.push(`${file} ${operation} ${phase}`),
  });
  const log = newLog(disk);
  calls.length = 0;
  write(log, 1, entries(2, 1));
  t.deepEqual(calls, [
    `${VOLUME} begin before`,
    `${VOLUME} begin after`,
    `${VOLUME} write before`,
    `${VOLUME} write after`,
    `${VOLUME} commit before`,
    `${VOLUME} commit written`,
    `${VOLUME} commit after`,
  ]);
});

test('room is given back by purges, rollbacks and replaced rows', (t) => {
  const disk = new SimulatedDisk();
  const log = newLog(disk);
  const state = newState(disk);
  write(log, 1, entries(2, 3));
  flush(state, { rows: [item('a')] });
  const used = disk.usedBytes;
  flush(state, { rows: [item('a', { revision: 2 })] });
  t.is(disk.usedBytes, used);
  log.begin();
  log.append(1, nextAppend(log, 1, { entries: entries(5, 10) }));
  log.rollback();
  t.is(disk.usedBytes, used);
  flush(state, { deletions: [item('a')] });
  log.begin();
  log.purge(1, 4, 5);
  log.commit();
  t.is(disk.usedBytes, 0);
});

test('a store has one owner, and a crashed opening leaves none', (t) => {
  const { disk, crash } = crashing();
  const log = newLog(disk);
  t.throws(() => reopen(disk), { code: 'ERR_INVARIANT' });
  log.close();
  crash.at = (call) => call.operation === 'open' && call.phase === 'written';
  t.throws(() => reopen(disk), { message: 'crashed here' });
  crash.at = () => false;
  t.is(reopen(disk).header.opening, 3);
});
