/** Three groups that replicate to each other, with real stores below them, while parts of them are lost. */
import test from 'ava';
import { GroupCluster } from './group-cluster.js';

const LINEARIZABLE = 0;
const LOCAL = 1;

/** `count` increments, a few at a time; `between` happens after each handful. */
function load(
  cluster: GroupCluster,
  node: number,
  count: number,
  between: (done: number) => void = () => {},
): number[] {
  const requests: number[] = [];
  while (requests.length < count) {
    for (let burst = 0; burst < 5; burst += 1) requests.push(cluster.increment(node));
    cluster.time.runFor(3);
    between(requests.length);
  }
  cluster.time.runFor(5_000);
  return requests;
}

/**
 * Every request has one outcome; the counter was raised once for each that was done, and by no more than is unknown.
 */
function assertEachOnce(cluster: GroupCluster, requests: readonly number[]): { done: number; counter: number } {
  const values: number[] = [];
  let unknown = 0;
  for (const request of requests) {
    const outcomes = cluster.outcomesOf(request);
    if (outcomes.length > 1) throw new Error(`request ${request} was answered ${outcomes.length} times`);
    const [outcome] = outcomes;
    if (outcome === undefined || outcome.code === 'ERR_OUTCOME_UNKNOWN') unknown += 1;
    else if (outcome.code === '') values.push(outcome.value);
  }
  if (new Set(values).size !== values.length) throw new Error('two increments saw the same counter');
  const counter = Math.max(0, ...values);
  if (counter > values.length + unknown) throw new Error(`${counter} increments were applied for ${values.length}`);
  return { done: values.length, counter };
}

test('three replicas elect a leader, serve writes once each, and reach the same state', async (t) => {
  const cluster = new GroupCluster();
  const leader = await cluster.leader();
  const requests = load(cluster, leader, 50);
  t.deepEqual(assertEachOnce(cluster, requests), { done: 50, counter: 50 });
  const statuses = await Promise.all([1, 2, 3].map((node) => cluster.status(node)));
  t.is(new Set(statuses.map(({ appliedIndex }) => appliedIndex)).size, 1);
  for (const node of [1, 2, 3]) {
    const request = cluster.read(node, LOCAL);
    cluster.time.runFor(10);
    t.like(cluster.outcomesOf(request), [{ code: '', value: 50 }]);
  }
});

test('a follower serves linearizable reads of what the leader has just written', async (t) => {
  const cluster = new GroupCluster();
  const leader = await cluster.leader();
  const follower = leader === 1 ? 2 : 1;
  const write = cluster.increment(leader);
  cluster.time.runFor(5);
  t.like(cluster.outcomesOf(write), [{ code: '', value: 1 }]);
  const read = cluster.read(follower, LINEARIZABLE);
  cluster.time.runFor(200);
  t.like(cluster.outcomesOf(read), [{ code: '', value: 1 }]);
});

for (const kind of ['log-writer', 'applier', 'group']) {
  test(`when a ${kind} crashes under load, no write is lost, doubled or answered twice`, async (t) => {
    const cluster = new GroupCluster();
    const leader = await cluster.leader();
    const requests = load(cluster, leader, 100, (done) => {
      if (done === 30) cluster.crash(leader, kind);
    });
    const { done } = assertEachOnce(cluster, requests);
    t.true(done >= 20, `${done} done`);
    const next = await cluster.leader();
    const read = cluster.read(next, LINEARIZABLE);
    cluster.time.runFor(1_000);
    const value = cluster.outcomesOf(read)[0]?.value ?? 0;
    const undone = requests.filter((request) => cluster.outcomesOf(request)[0]?.code !== '').length;
    t.true(value >= done && value <= done + undone, `${value} for ${done} done and ${undone} not`);
    const after = cluster.increment(next);
    cluster.time.runFor(1_000);
    t.like(cluster.outcomesOf(after), [{ code: '', value: value + 1 }]);
  });
}

test('a crash of the log writer loses nothing that was proposed: the group sends it again', async (t) => {
  const cluster = new GroupCluster();
  const leader = await cluster.leader();
  const requests = load(cluster, leader, 50, (done) => {
    if (done === 25) cluster.crash(leader, 'log-writer');
  });
  t.deepEqual(assertEachOnce(cluster, requests), { done: 50, counter: 50 });
});

test('a crash of the applier loses no answer of what it had not applied yet', async (t) => {
  const cluster = new GroupCluster();
  const leader = await cluster.leader();
  load(cluster, leader, 10);
  cluster.crash(leader, 'applier');
  const requests = load(cluster, leader, 10);
  t.is(requests.filter((request) => cluster.outcomesOf(request)[0]?.code === '').length, 10);
});

test('when the leader is cut off, another has what it acknowledged; the rest is refused', async (t) => {
  const cluster = new GroupCluster();
  const former = await cluster.leader();
  const acknowledged = load(cluster, former, 20);
  cluster.isolated.add(former);
  const stranded = [1, 2, 3].map(() => cluster.increment(former));
  const next = await cluster.leader();
  t.not(next, former);
  const write = cluster.increment(next);
  cluster.time.runFor(1_000);
  t.like(cluster.outcomesOf(write), [{ code: '', value: acknowledged.length + 1 }]);
  t.deepEqual(
    stranded.flatMap((request) => cluster.outcomesOf(request)),
    [],
    'their fate was open',
  );
  cluster.isolated.clear();
  cluster.time.runFor(3_000);
  for (const request of stranded) t.like(cluster.outcomesOf(request), [{ code: 'ERR_NOT_LEADER' }]);
  const read = cluster.read(former, LINEARIZABLE);
  cluster.time.runFor(1_000);
  t.like(cluster.outcomesOf(read), [{ code: '', value: acknowledged.length + 1 }]);
});

test('what a former leader could not commit is refused as soon as it hears of a commit of the next one', async (t) => {
  const cluster = new GroupCluster();
  const former = await cluster.leader();
  cluster.isolated.add(former);
  const stranded: number[] = [];
  for (let entry = 0; entry < 10; entry += 1) {
    stranded.push(cluster.increment(former));
    cluster.time.runFor(1);
  }
  // Its first entry is all that the next leader writes: the places of most others stay empty.
  await cluster.leader();
  cluster.isolated.clear();
  cluster.time.runFor(200);
  for (const request of stranded) t.like(cluster.outcomesOf(request), [{ code: 'ERR_NOT_LEADER' }]);
});

test('the gateway of another node is answered there: results, reads, and refusals that name the leader', async (t) => {
  const cluster = new GroupCluster();
  const leader = await cluster.leader();
  const [other = 0, there = 0] = [1, 2, 3].filter((node) => node !== leader);
  const write = cluster.increment(leader, there);
  cluster.time.runFor(10);
  const read = cluster.read(leader, LINEARIZABLE, there);
  const forwarded = cluster.read(other, LINEARIZABLE, there);
  const refused = cluster.increment(other, there);
  cluster.time.runFor(10);
  t.deepEqual(cluster.outcomesOf(write), [{ request: write, code: '', value: 1, at: there }]);
  t.deepEqual(cluster.outcomesOf(read), [{ request: read, code: '', value: 1, at: there }]);
  t.deepEqual(cluster.outcomesOf(forwarded), [{ request: forwarded, code: '', value: 1, at: there }]);
  t.deepEqual(cluster.outcomesOf(refused), [{ request: refused, code: 'ERR_NOT_LEADER', value: 0, at: there }]);
});

test('every member says who leads and where; the leader says how far each is', async (t) => {
  const cluster = new GroupCluster();
  const leader = await cluster.leader();
  load(cluster, leader, 5);
  const { lastIndex, members } = await cluster.status(leader);
  t.deepEqual(
    members,
    [1, 2, 3].map((id) => ({ replica: id, node: id, match: lastIndex, isStranded: false })),
  );
  for (const node of [1, 2, 3]) t.like(await cluster.status(node), { leader, leaderNode: leader });
});

test('a full disk of one replica stops nobody; when there is room again it catches up', async (t) => {
  const cluster = new GroupCluster();
  const leader = await cluster.leader();
  const follower = leader === 1 ? 2 : 1;
  const { disk } = cluster.node(follower);
  disk.limit(disk.usedBytes + 500);
  const requests = load(cluster, leader, 50);
  t.deepEqual(assertEachOnce(cluster, requests), { done: 50, counter: 50 });
  const { commit } = await cluster.status(leader);
  t.true((await cluster.status(follower)).appliedIndex < commit);
  disk.limit(Number.POSITIVE_INFINITY);
  cluster.time.runFor(5_000);
  t.is((await cluster.status(follower)).appliedIndex, commit);
});

test('a replica that missed much gets it all, from the log where memory does not reach', async (t) => {
  const cluster = new GroupCluster({ limits: { entryCacheBytes: 1_000 } });
  const leader = await cluster.leader();
  const away = leader === 1 ? 2 : 1;
  cluster.isolated.add(away);
  const requests = load(cluster, leader, 300);
  t.is(assertEachOnce(cluster, requests).done, 300);
  cluster.isolated.clear();
  cluster.time.runFor(10_000);
  const now = await cluster.leader();
  const { commit } = await cluster.status(now);
  t.is((await cluster.status(away)).appliedIndex, commit);
});

test('all replicas purge what all have flushed, and nothing that one of them still needs', async (t) => {
  const cluster = new GroupCluster({ limits: { purgeEntriesMin: 10, logRowBytesMax: 100 } });
  const leader = await cluster.leader();
  load(cluster, leader, 100);
  const purgedBy = async (): Promise<number[]> =>
    Promise.all([1, 2, 3].map(async (node) => (await cluster.status(node)).purgeIndex));
  t.true((await purgedBy()).every((index) => index > 1));
  const away = leader === 1 ? 2 : 1;
  cluster.isolated.add(away);
  const { lastIndex } = await cluster.status(away);
  load(cluster, await cluster.leader(), 100);
  t.true((await purgedBy()).every((index) => index <= lastIndex));
  cluster.isolated.clear();
  cluster.time.runFor(10_000);
  load(cluster, await cluster.leader(), 5);
  t.true((await purgedBy()).every((index) => index > lastIndex));
});
