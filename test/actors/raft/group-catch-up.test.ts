/** Members that are slow, away, or come back with less than they had: what their group sends, keeps and says of them. */
import test from 'ava';
import { MessageType } from '../../../src/actors/raft/core/types.js';
import { GroupCluster } from './group-cluster.js';

/** One entry each. */
function writeEntries(cluster: GroupCluster, leader: number, count: number): number[] {
  const requests: number[] = [];
  for (let entry = 0; entry < count; entry += 1) {
    requests.push(cluster.increment(leader));
    cluster.time.runFor(0);
    if (entry % 10 === 9) cluster.time.runFor(1);
  }
  cluster.time.runFor(10);
  return requests;
}

const allDone = (cluster: GroupCluster, requests: readonly number[]): boolean =>
  requests.every((request) => cluster.outcomesOf(request)[0]?.code === '');

test('a member that answers nothing is sent no more than the window holds, while the others go on', async (t) => {
  const inflightMessagesMax = 16;
  const cluster = new GroupCluster({ firstReplica: 1, limits: { inflightMessagesMax, electionTimeoutMs: 50_000 } });
  cluster.time.runFor(100);
  t.is(await cluster.leader(), 1);
  cluster.isolated.add(3);
  const sent = { 2: 0, 3: 0 } as Record<number, number>;
  cluster.onRaft = (to, { type, entries }) => {
    if (type === MessageType.App && entries.length > 0) sent[to] = (sent[to] ?? 0) + 1;
  };
  t.true(allDone(cluster, writeEntries(cluster, 1, 500)));
  t.is(sent[3], inflightMessagesMax);
  cluster.isolated.clear();
  cluster.time.runFor(1_000);
  const { commit, members } = await cluster.status(1);
  t.deepEqual(
    members.map(({ replica, node, match }) => [replica, node, match]),
    [1, 2, 3].map((id) => [id, id, commit]),
  );
});

test('a member that is thousands of entries behind catches up while writes go on', async (t) => {
  const limits = { entryCacheBytes: 4_096, raftMessageEntryBytesMax: 16_384 };
  const cluster = new GroupCluster({ firstReplica: 1, limits });
  t.is(await cluster.leader(), 1);
  cluster.kill(3);
  writeEntries(cluster, 1, 5_000);
  const { lastIndex } = await cluster.status(1);
  cluster.start(3);
  const requests: number[] = [];
  for (let ms = 0; ms < 300; ms += 1) {
    requests.push(cluster.increment(1));
    cluster.time.runFor(1);
  }
  t.true((await cluster.status(3)).commit > lastIndex);
  cluster.time.runFor(50);
  t.true(allDone(cluster, requests));
  t.is((await cluster.status(3)).appliedIndex, (await cluster.status(1)).commit);
});

test('while a member is away the log grows and says who holds it; afterwards it goes', async (t) => {
  const cluster = new GroupCluster({ firstReplica: 1, limits: { purgeEntriesMin: 10, logRowBytesMax: 100 } });
  t.is(await cluster.leader(), 1);
  cluster.kill(3);
  writeEntries(cluster, 1, 100);
  cluster.time.runFor(6_000);
  const status = await cluster.status(1);
  t.true(status.flushedIndex > 100);
  t.true(status.purgeIndex < 10);
  t.like(status.members, [
    { replica: 1, isStranded: false },
    { match: status.lastIndex },
    { replica: 3, isStranded: false },
  ]);
  t.true((status.members[2]?.match ?? 0) < 10);
  cluster.start(3);
  cluster.time.runFor(7_000);
  for (const node of [1, 2, 3]) t.true((await cluster.status(node)).purgeIndex > 100, `node ${node}`);
});

test('a new leader purges nothing that a member which has not spoken yet may need', async (t) => {
  const cluster = new GroupCluster({ firstReplica: 1, limits: { purgeEntriesMin: 1, logRowBytesMax: 100 } });
  t.is(await cluster.leader(), 1);
  writeEntries(cluster, 1, 50);
  cluster.kill(3);
  writeEntries(cluster, 1, 50);
  cluster.time.runFor(6_000);
  const { purgeIndex } = await cluster.status(2);
  cluster.kill(1);
  cluster.start(3);
  t.is(await cluster.leader(), 2);
  cluster.time.runFor(20);
  t.true((await cluster.status(3)).lastIndex > 100);
  t.true((await cluster.status(2)).purgeIndex <= purgeIndex, 'node 1 is away and has not said');
});

test('a member that has lost what it acknowledged stops, with a reason', async (t) => {
  const cluster = new GroupCluster({ firstReplica: 1 });
  t.is(await cluster.leader(), 1);
  writeEntries(cluster, 1, 20);
  cluster.kill(3);
  cluster.wipe(3);
  cluster.start(3);
  cluster.time.runFor(1_000);
  t.like(await cluster.status(3), { role: 'stopped', stoppedCode: 'ERR_CORRUPT' });
  t.true(allDone(cluster, writeEntries(cluster, 1, 20)), 'the others go on');
});

test('a member that needs what is purged is left alone, and the leader says so', async (t) => {
  const cluster = new GroupCluster({ firstReplica: 1, limits: { purgeEntriesMin: 10, logRowBytesMax: 100 } });
  t.is(await cluster.leader(), 1);
  writeEntries(cluster, 1, 100);
  cluster.time.runFor(6_000);
  t.true((await cluster.status(2)).purgeIndex > 1);
  // Nobody who remembers what node 3 acknowledged is left to lead.
  cluster.kill(3);
  cluster.kill(1);
  cluster.wipe(3);
  cluster.start(3);
  t.is(await cluster.leader(), 2);
  let sent = 0;
  cluster.onRaft = (to, { type }) => {
    if (to === 3 && type === MessageType.App) sent += 1;
  };
  cluster.time.runFor(2_000);
  t.is(sent, 0);
  const { members } = await cluster.status(2);
  t.deepEqual(
    members.map(({ replica, isStranded }) => [replica, isStranded]),
    [
      [1, false],
      [2, false],
      [3, true],
    ],
  );
  cluster.start(1);
  cluster.time.runFor(100);
  t.true(allDone(cluster, writeEntries(cluster, 2, 20)), 'the others go on');
});
