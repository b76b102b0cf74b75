/** A log writer on a simulated disk, between groups that the test speaks for. */
import test from 'ava';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { type Appended, Bench, entry, GROUP_BOOT, INSTANCE_ID, type Opened, WRITER } from './bench.js';

test('Open names what is durable: hard state, ends, state file, and the stream to go on with', (t) => {
  const bench = new Bench();
  t.like(bench.open(1), {
    ...{ group: 1, groupBoot: GROUP_BOOT, writerBoot: bench.writerBoot, replica: 1, stateFile: 'state-1' },
    ...{ purgeIndex: 1, purgeTerm: 1, lastIndex: 1, lastTerm: 1, sequence: 0, errorCode: '' },
    volumeInstance: INSTANCE_ID,
    hardState: { term: 1, vote: 0, commit: 1 },
  });
  bench.append(1, 1, { entries: [entry(2), { ...entry(3), type: 2 }, entry(4)] });
  bench.append(1, 2, { hardState: { term: 3, vote: 2, commit: 2 }, entries: [entry(5, 3)] });
  bench.run();
  const opened = bench.open(1, GROUP_BOOT + 1);
  t.like(opened, { lastIndex: 5, lastTerm: 3, sequence: 2, hardState: { term: 3, vote: 2, commit: 2 } });
  t.deepEqual(opened.termStarts, [
    { term: 1, index: 2 },
    { term: 3, index: 5 },
  ]);
  t.deepEqual(opened.membershipIndexes, [3]);
  t.deepEqual(
    opened.entries.map(({ index }) => index),
    [2, 3, 4, 5],
  );
});

test('whoever asks is told which volume this is, and which start of the node has opened it', async (t) => {
  const bench = new Bench();
  const port = bench.kernel.openPort(1, () => undefined);
  const asked = port.ask(WRITER, { type: 'identify', body: {} }, { timeoutMs: 100 });
  bench.run();
  const identity = { instance: INSTANCE_ID, nodeBoot: 1, bootNonce: 'nonce', previousBootNonce: '' };
  t.deepEqual(await asked, { type: 'volumeIdentity', body: identity });
  port.close();
  bench.deliver(1, [{ type: 'identify', body: {} }]);
  bench.run();
  t.deepEqual(bench.take<object>('volumeIdentity'), [identity]);
});

test('Open hands back the newest entries only, as many as fit', (t) => {
  const bench = new Bench({ entryCacheBytes: 2_500 });
  bench.open(1);
  for (const sequence of [1, 2, 3, 4]) {
    bench.append(1, sequence, { entries: [{ ...entry(sequence + 1), data: new Uint8Array(1_000) }] });
  }
  bench.run();
  const { entries } = bench.open(1, GROUP_BOOT + 1);
  t.deepEqual(
    entries.map(({ index }) => index),
    [4, 5],
  );
});

test('a group that the volume lacks is corrupt, never created', (t) => {
  const bench = new Bench();
  t.like(bench.open(8), { errorCode: 'ERR_CORRUPT' });
  t.like(bench.open(1), { errorCode: '' });
});

test('the appends of all groups in a turn are one commit, and each group hears once', (t) => {
  const bench = new Bench();
  for (const group of [1, 2, 3]) bench.open(group);
  const before = bench.commits();
  for (const group of [1, 2, 3]) for (const sequence of [1, 2]) bench.append(group, sequence);
  t.deepEqual(bench.answers(), [
    [1, 2, ''],
    [2, 2, ''],
    [3, 2, ''],
  ]);
  t.is(bench.commits() - before, 1);
});

test('an acknowledgement names the last entry of its append, or none', (t) => {
  const bench = new Bench();
  bench.open(1);
  bench.append(1, 1);
  bench.append(1, 2, { hardState: { term: 4, vote: 0, commit: 1 }, entries: [] });
  bench.run();
  t.like(bench.take<Appended>('appended'), [{ sequence: 2, term: 4, lastTerm: 0, lastIndex: 0 }]);
  bench.append(1, 3, { hardState: { term: 4, vote: 0, commit: 1 }, entries: [entry(3, 4), entry(4, 4)] });
  bench.run();
  t.like(bench.take<Appended>('appended'), [{ sequence: 3, term: 4, lastTerm: 4, lastIndex: 4 }]);
});

test('nothing is acknowledged before the commit has returned', (t) => {
  const bench = new Bench();
  bench.open(1);
  bench.append(1, 1);
  bench.disk.failNextCommit('volume-0.db');
  t.deepEqual(bench.answers(), []);
});

test('after an I/O error the writer starts anew, opens the volume again, and takes nothing of its former life', (t) => {
  const bench = new Bench();
  bench.open(1);
  const former = bench.writerBoot;
  bench.append(1, 1);
  bench.disk.failNextCommit('volume-0.db');
  bench.time.runFor(5_000);
  t.true(bench.writerBoot > former);
  bench.append(1, 1, { writerBoot: former });
  t.deepEqual(bench.answers(), []);
  const { sequence, lastIndex } = bench.open(1);
  t.deepEqual([sequence, lastIndex], [1, 2], 'the write had reached the file, and opening made it durable');
  bench.append(1, 2);
  t.deepEqual(bench.answers(), [[1, 2, '']]);
});

test('appends of an older life of a group are discarded by its Open, and dropped afterwards', (t) => {
  const bench = new Bench();
  bench.open(1);
  bench.append(1, 1);
  bench.deliver(1, [{ type: 'open', body: { group: 1, groupBoot: GROUP_BOOT + 1 } }], GROUP_BOOT + 1);
  bench.run();
  t.like(bench.take<Opened>('opened'), [{ groupBoot: GROUP_BOOT + 1, sequence: 0, lastIndex: 1 }]);
  bench.append(1, 1, { groupBoot: GROUP_BOOT });
  t.deepEqual(bench.answers(), []);
  bench.append(1, 1, { groupBoot: GROUP_BOOT + 1 });
  t.deepEqual(bench.answers(), [[1, 1, '']]);
});

test('a rejected append fails its group alone, and everything after it until the next Open', (t) => {
  const bench = new Bench();
  bench.open(1);
  bench.open(2);
  bench.append(1, 1, { entries: [entry(7)] });
  bench.append(2, 1);
  bench.append(1, 2);
  t.deepEqual(bench.answers(), [
    [2, 1, ''],
    [1, 1, 'ERR_APPEND_REJECTED'],
  ]);
  bench.append(1, 1);
  t.deepEqual(bench.answers(), [[1, 1, 'ERR_APPEND_REJECTED']]);
  bench.open(1, GROUP_BOOT + 1);
  bench.append(1, 1, { groupBoot: GROUP_BOOT + 1 });
  t.deepEqual(bench.answers(), [[1, 1, '']]);
});

test('a sequence that is durable is acknowledged again and not written again', (t) => {
  const bench = new Bench();
  bench.open(1);
  bench.append(1, 1);
  bench.answers();
  const before = bench.commits();
  bench.append(1, 1);
  t.deepEqual(bench.answers(), [[1, 1, '']]);
  t.is(bench.commits(), before);
});

test('a full disk refuses the batch for every group in it, and takes what they send again', (t) => {
  const bench = new Bench();
  bench.open(1);
  bench.open(2);
  bench.disk.limit(bench.disk.usedBytes);
  bench.append(1, 1);
  bench.append(2, 1);
  t.deepEqual(bench.answers(), [
    [1, 1, 'ERR_STORAGE_FULL'],
    [2, 1, 'ERR_STORAGE_FULL'],
  ]);
  bench.append(1, 2);
  t.deepEqual(bench.answers(), [], 'sent before the group knew');
  t.is(bench.read(1, 2, 2).errorCode, 'ERR_NOT_READY', 'nothing of it was kept');
  bench.disk.limit(Number.POSITIVE_INFINITY);
  bench.append(1, 1);
  bench.append(1, 2);
  t.deepEqual(bench.answers(), [[1, 2, '']]);
});

test('a log writer that has to be restarted while the disk is full comes back when there is space', (t) => {
  const bench = new Bench();
  bench.open(1);
  bench.append(1, 1);
  t.deepEqual(bench.answers(), [[1, 1, '']]);
  let isFull = true;
  bench.onOpen = () => {
    if (isFull) throw new QuorateError('ERR_STORAGE_FULL', 'no room for the opening');
  };
  bench.failure = new QuorateError('ERR_STORAGE_IO', 'the disk hiccups');
  bench.append(1, 2);
  bench.time.runFor(60_000);
  const { writerBoot } = bench;
  t.is(bench.escalated, 0);
  isFull = false;
  bench.time.runFor(SUPERVISION['log-writer'].backoff.maxMs);
  t.true(bench.writerBoot > writerBoot);
  t.is(bench.open(1).lastIndex, 2, 'what was acknowledged');
});

test('reads give what is durable, within bytes, and say what is gone or not there yet', (t) => {
  const bench = new Bench();
  bench.open(1);
  bench.append(1, 1, { entries: [entry(2), entry(3), entry(4)] });
  bench.run();
  bench.append(1, 2, { entries: [entry(5)] });
  const read = bench.read(1, 2, 9);
  t.like(read, { from: 2, to: 9, token: 77, errorCode: '' });
  t.deepEqual(
    read.entries.map(({ index, data }) => [index, ...data]),
    [
      [2, 2],
      [3, 3],
      [4, 4],
    ],
    'the append of the same turn is not durable yet',
  );
  t.is(bench.read(1, 2, 4, 2).entries.length, 2);
  t.is(bench.read(1, 1, 4).errorCode, 'ERR_NOT_FOUND');
  t.is(bench.read(1, 9, 9).errorCode, 'ERR_NOT_READY');
});

test('a damaged entry is told to the group that reads it; the others go on', (t) => {
  const bench = new Bench();
  bench.open(1);
  bench.open(2);
  bench.append(1, 1);
  bench.append(2, 1);
  bench.run();
  bench.disk.damageEntry(0, 1, 2);
  t.is(bench.read(1, 2, 2).errorCode, 'ERR_CORRUPT');
  t.is(bench.read(2, 2, 2).errorCode, '');
  bench.append(2, 2);
  t.deepEqual(bench.answers().at(-1), [2, 2, '']);
});

test('purges take whole rows, in chunks, between batches', (t) => {
  const bench = new Bench({ purgeRowsMax: 2 });
  bench.open(1);
  for (let sequence = 1; sequence <= 6; sequence += 1) {
    bench.append(1, sequence, { hardState: { term: 1, vote: 1, commit: sequence + 1 } });
    bench.run();
  }
  const before = bench.commits();
  const body = { group: 1, groupBoot: GROUP_BOOT, writerBoot: bench.writerBoot, index: 6 };
  bench.deliver(1, [{ type: 'purge', body: { ...body, groupBoot: 1 } }]);
  bench.time.runFor(10);
  t.is(bench.commits(), before, 'not from another life');
  bench.deliver(1, [{ type: 'purge', body }]);
  bench.time.runFor(10);
  t.is(bench.commits() - before, 3);
  t.like(bench.open(1), { purgeIndex: 6, purgeTerm: 1, lastIndex: 7 });
  t.is(bench.read(1, 6, 7).errorCode, 'ERR_NOT_FOUND');
});

test('an append that meets damage in its log is rejected; the rest of the batch is written', (t) => {
  const bench = new Bench();
  bench.open(1);
  bench.open(2);
  const { writerBoot } = bench;
  bench.append(1, 1);
  bench.append(2, 1);
  const details = { group: 1, index: 2 };
  bench.failure = new QuorateError('ERR_CORRUPT', 'group 1: the entry at 2 does not match its checksum', { details });
  t.deepEqual(bench.answers(), [
    [2, 1, ''],
    [1, 1, 'ERR_APPEND_REJECTED'],
  ]);
  bench.append(1, 2);
  bench.append(2, 2);
  t.deepEqual(bench.answers(), [
    [2, 2, ''],
    [1, 2, 'ERR_APPEND_REJECTED'],
  ]);
  t.is(bench.writerBoot, writerBoot);
  t.like(bench.open(1), { lastIndex: 1, sequence: 0 });
  t.like(bench.open(2), { lastIndex: 3, sequence: 2 });
});

test('a log that is too damaged to be purged stays as it is, and the log writer goes on', (t) => {
  const bench = new Bench();
  bench.open(1);
  const { writerBoot } = bench;
  const body = { group: 1, groupBoot: GROUP_BOOT, writerBoot, index: 2 };
  for (const sequence of [1, 2, 3]) {
    bench.append(1, sequence, { hardState: { term: 1, vote: 1, commit: sequence + 1 } });
    t.deepEqual(bench.answers(), [[1, sequence, '']]);
    bench.failure = new QuorateError('ERR_CORRUPT', 'the log row at 2 does not match its checksum');
    bench.deliver(1, [{ type: 'purge', body }]);
    bench.time.runFor(10);
    t.is(bench.failure === undefined, sequence === 1, 'tried once');
    bench.failure = undefined;
  }
  t.is(bench.writerBoot, writerBoot);
  t.like(bench.open(1), { purgeIndex: 1, lastIndex: 4 });
});

test('the write-ahead log is moved above a size, and emptied when idle; then nothing more happens', (t) => {
  const bench = new Bench({ walCheckpointBytes: 10_000 });
  const checkpoints = (): number =>
    bench.calls.filter(({ operation, phase }) => operation === 'checkpoint' && phase === 'after').length;
  bench.open(1);
  bench.append(1, 1);
  bench.run();
  t.is(checkpoints(), 0);
  for (const sequence of [2, 3, 4]) {
    bench.append(1, sequence);
    bench.run();
  }
  bench.time.runFor(1);
  t.is(checkpoints(), 1);
  bench.time.runFor(60_000);
  t.is(checkpoints(), 2);
});
