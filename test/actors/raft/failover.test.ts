/** Who leads, and how soon, when nodes start, die, and lose each other: groups that hear of it from their links. */
import test from 'ava';
import { GroupCluster } from './group-cluster.js';

const LINEARIZABLE = 0;
const NODES = [1, 2, 3];

/** Long after the last campaign that evidence causes, and before any election timeout. */
const SOON_MS = 100;

for (const firstReplica of NODES) {
  test(`when the process of the leader on node ${firstReplica} is gone, another one leads in well under 100 ms`, async (t) => {
    const cluster = new GroupCluster({ firstReplica });
    const former = await cluster.leader();
    t.is(former, firstReplica);
    const write = cluster.increment(former);
    cluster.time.runFor(10);
    t.like(cluster.outcomesOf(write), [{ code: '' }]);
    cluster.kill(former);
    const ms = await cluster.msUntilLed(former);
    t.log(`${ms} ms`);
    t.true(ms < 60, `${ms} ms`);
    const leader = await cluster.leader();
    const next = cluster.increment(leader);
    cluster.time.runFor(10);
    t.like(cluster.outcomesOf(next), [{ code: '', value: 2 }]);
  });
}

test('writes to the survivors succeed again within 100 ms of the death of their leader', async (t) => {
  const cluster = new GroupCluster({ firstReplica: 1 });
  await cluster.leader();
  cluster.kill(1);
  const requests: number[] = [];
  const isDone = (request: number): boolean => cluster.outcomesOf(request)[0]?.code === '';
  for (let ms = 0; ms < SOON_MS && !requests.some(isDone); ms += 1) {
    requests.push(cluster.increment(2), cluster.increment(3));
    cluster.time.runFor(1);
  }
  t.true(requests.some(isDone));
  cluster.time.runFor(SOON_MS);
  for (const request of requests) t.is(cluster.outcomesOf(request).length, 1);
});

test('a member that hears of the death late does not keep the others from trying again', async (t) => {
  const cluster = new GroupCluster({ firstReplica: 1 });
  await cluster.leader();
  // A last heartbeat arrives just before, so that stickiness to the old leader would last longest.
  cluster.kill(1, (other) => (other === 2 ? 1 : 60));
  t.true((await cluster.msUntilLed(1)) < 60 + SOON_MS);
});

test('a campaign whose messages are lost is tried again, before any election timeout', async (t) => {
  const cluster = new GroupCluster({ firstReplica: 1 });
  await cluster.leader();
  cluster.kill(1);
  cluster.isolated.add(2).add(3);
  cluster.time.runFor(60);
  cluster.isolated.clear();
  t.true((await cluster.msUntilLed(1)) < 300);
});

test('the members take turns: their campaigns do not collide', async (t) => {
  let again = 0;
  for (let round = 0; round < 20; round += 1) {
    const cluster = new GroupCluster({ firstReplica: 1 });
    cluster.time.runFor(700 + round * 7);
    const { term } = await cluster.status(1);
    cluster.kill(1, () => 2);
    await cluster.msUntilLed(1);
    if ((await cluster.status(await cluster.leader())).term > term + 1) again += 1;
  }
  t.is(again, 0);
});

test('a lost connection alone unseats nobody', async (t) => {
  const cluster = new GroupCluster({ firstReplica: 1 });
  const leader = await cluster.leader();
  const { term } = await cluster.status(leader);
  cluster.cut(1, 2);
  cluster.time.runFor(3_000);
  t.like(await cluster.status(1), { role: 'leader', term });
  const write = cluster.increment(1);
  cluster.time.runFor(10);
  t.like(cluster.outcomesOf(write), [{ code: '' }]);
  cluster.join(1, 2);
  cluster.time.runFor(5);
  t.like(await cluster.status(2), { role: 'follower', term, leader: 1 });
  const { commit } = await cluster.status(1);
  t.is((await cluster.status(2)).commit, commit, 'it is spoken to at once, not with the next heartbeat');
});

test('a process that comes back before anybody campaigned finds a leader, whoever it is', async (t) => {
  const cluster = new GroupCluster({ firstReplica: 1 });
  await cluster.leader();
  cluster.kill(1);
  cluster.time.runFor(7);
  cluster.start(1);
  cluster.time.runFor(SOON_MS);
  const leaders = new Set<number>();
  for (const node of NODES) leaders.add((await cluster.status(node)).leader);
  t.is(leaders.size, 1);
  t.false(leaders.has(0));
});

test('a group that starts is led by its first replica as soon as a majority is connected', async (t) => {
  const cluster = new GroupCluster({ firstReplica: 2, notStarted: [2, 3] });
  cluster.time.runFor(2_000);
  t.is((await cluster.status(1)).leader, 0);
  cluster.start(2);
  t.true((await cluster.msUntilLed(0)) < 30);
  t.is(await cluster.leader(), 2);
});

test('the others give the first replica an election timeout from the moment that a majority is connected', async (t) => {
  const cluster = new GroupCluster({ firstReplica: 3, notStarted: [2, 3] });
  cluster.time.runFor(450);
  cluster.start(2);
  cluster.time.runFor(450);
  cluster.start(3);
  cluster.time.runFor(30);
  t.is((await cluster.status(3)).role, 'leader');
});

test('a group whose first replica does not come is led by another', async (t) => {
  const cluster = new GroupCluster({ firstReplica: 3, notStarted: [3] });
  cluster.time.runFor(450);
  t.is((await cluster.status(1)).leader, 0);
  t.true([1, 2].includes(await cluster.leader()));
});

test('a leader whose actor has crashed is believed when it asks for votes again', async (t) => {
  const cluster = new GroupCluster({ firstReplica: 1 });
  await cluster.leader();
  cluster.crash(1, 'group');
  cluster.increment(1);
  cluster.time.runFor(30);
  t.true((await cluster.msUntilLed(0)) < 200);
});

test('a leader whose read round was lost with a connection repeats it as soon as there is one', (t) => {
  const cluster = new GroupCluster({ firstReplica: 1 });
  cluster.time.runFor(700);
  cluster.cut(1, 2);
  cluster.cut(1, 3);
  const read = cluster.read(1, LINEARIZABLE);
  cluster.time.runFor(10);
  t.deepEqual(cluster.outcomesOf(read), []);
  cluster.join(1, 3);
  cluster.time.runFor(4);
  t.like(cluster.outcomesOf(read), [{ code: '' }]);
});
