/** A log writer on a simulated disk, between groups that the test speaks for. */
import test from 'ava';
import { logWriterKind } from '../../../src/actors/log-writer/log-writer.js';
import type { ActorRef } from '../../../src/runtime/actor/actor.js';
import { createKernel } from '../../../src/runtime/actor/create-kernel.js';
import type { Envelope } from '../../../src/runtime/actor/envelope.js';
import type { Kernel } from '../../../src/runtime/actor/kernel.js';
import type { AnyMessage } from '../../../src/runtime/actor/protocol.js';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import { present } from '../../../src/runtime/base/assert.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/runtime/base/limits.js';
import type { Body, raft, storage } from '../../../src/runtime/base/proto.js';
import { SimulatedDisk, type StoreCall } from '../../../src/runtime/sim/disk/disk.js';
import { VirtualTime } from '../../../src/runtime/sim/virtual-time.js';

type Opened = Body<storage.Opened.$Properties>;
type Appended = Body<storage.Appended.$Properties>;
type Append = Body<storage.Append.$Properties>;
type EntriesRead = Body<storage.EntriesRead.$Properties>;

const INSTANCE_ID = '0'.repeat(32);
const EXPECTATION = { clusterId: 'cluster', nodeId: 1, bootNonce: 'nonce' };
const WRITER: ActorRef = { node: 1, kind: 'log-writer', instance: 0 };
const GROUP_BOOT = 10;
const groupRef = (group: number): ActorRef => ({ node: 1, kind: 'group', instance: group });

/** One log writer with the logs of groups 1, 2 and 3. */
class Bench {
  readonly time = new VirtualTime();
  readonly calls: StoreCall[] = [];
  readonly disk = new SimulatedDisk({ onCall: (call) => this.#called(call) });
  /** What the next write throws. */
  failure: QuorateError | undefined;
  readonly kernel: Kernel;
  /** Of the log writer, as it announces itself. */
  writerBoot = 0;
  #sent: Envelope[] = [];

  constructor(limits: Partial<Limits> = {}) {
    const replicas = [1, 2, 3].map((group) => ({
      ...{ group, replica: 1, stateFile: `state-${group}` },
      initial: { index: 1, term: 1 },
    }));
    this.disk.createLog({ clusterId: 'cluster', nodeId: 1, volume: 0, instanceId: INSTANCE_ID }, replicas);
    const all = { ...DEFAULT_LIMITS, ...limits };
    this.kernel = createKernel({
      node: 1,
      bootBase: 0,
      kinds: [logWriterKind({ storage: this.disk, expectation: EXPECTATION, limits: all })],
      environment: this.time.environment(3),
      uplink: {
        forward: (envelopes) => this.#sent.push(...envelopes),
        publish: (_ref, event) => {
          if (event.state === 'up') this.writerBoot = event.boot;
        },
        escalate() {},
      },
      supervision: SUPERVISION,
      limits: all,
    });
    this.kernel.spawn('log-writer', 0);
    this.time.runFor(0);
  }

  #called(call: StoreCall): void {
    this.calls.push(call);
    const { failure } = this;
    if (failure === undefined || call.operation !== 'write') return;
    this.failure = undefined;
    throw failure;
  }

  /** Delivers messages from one group, in one turn with whatever else is there. */
  deliver(group: number, messages: readonly AnyMessage[], boot = GROUP_BOOT): void {
    const common = { to: WRITER, toBoot: 0, from: groupRef(group), fromBoot: boot, ask: 0, isAnswer: false };
    this.kernel.deliver(messages.map((message) => ({ ...common, message, failure: undefined })));
  }

  run(): void {
    this.time.runFor(0);
  }

  take<T extends object>(type: string): T[] {
    const taken = this.#sent.filter(({ message }) => message?.type === type);
    this.#sent = this.#sent.filter(({ message }) => message?.type !== type);
    return taken.map(({ message }) => present(message, 'message').body as T);
  }

  open(group: number, boot = GROUP_BOOT): Opened {
    this.deliver(group, [{ type: 'open', body: { group, groupBoot: boot } }], boot);
    this.run();
    return present(this.take<Opened>('opened').at(-1), 'Opened');
  }

  append(group: number, sequence: number, changes: Partial<Append> = {}): void {
    const index = sequence + 1;
    const body = {
      ...{ group, groupBoot: GROUP_BOOT, writerBoot: this.writerBoot, sequence },
      ...{ hardState: { term: 1, vote: 1, commit: 1 }, entries: [entry(index)] },
      ...changes,
    };
    this.deliver(group, [{ type: 'append', body }], body.groupBoot);
  }

  /** [group, sequence, code] of every answer since the last call. */
  answers(): unknown[] {
    this.run();
    return this.take<Appended>('appended').map(({ group, sequence, errorCode }) => [group, sequence, errorCode]);
  }

  read(group: number, from: number, to: number, maxBytes = 1_000): EntriesRead {
    this.deliver(group, [{ type: 'readEntries', body: { group, from, to, maxBytes, token: 77 } }]);
    this.run();
    return present(this.take<EntriesRead>('entriesRead')[0], 'EntriesRead');
  }

  commits(): number {
    return this.calls.filter(({ operation, phase }) => operation === 'commit' && phase === 'after').length;
  }
}

const entry = (index: number, term = 1): Body<raft.Entry.$Properties> => {
  return { index, term, type: 0, data: new Uint8Array([index]) };
};

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
