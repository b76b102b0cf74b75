/** The client and several nodes: where requests go, and what it does when nodes die, fall silent, move or deny. */
import { setImmediate } from 'node:timers/promises';
import test from 'ava';
import { connect } from '../../src/client/client.js';
import { GROUPS, groupOf, keyOf, type Node, ScriptedCluster } from './scripted-cluster.js';
import { failed, PATIENT, type Peer, type Request, ScriptedServer, type Write } from './scripted-server.js';

/** Resolves once it is so; the test's own time limit is the only one. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setImmediate();
}

/** Fast enough for a test to find silence soon, slow enough for a busy machine not to look silent. */
const WATCH = { watchRoundMs: 40 };
const ALL: readonly Node[] = [1, 2, 3];
const KEYS = Array.from({ length: 30 }, (_, n) => `k${n}`);

test('one address is enough: requests go to the nodes that lead their groups', async (t) => {
  const cluster = await ScriptedCluster.open(t);
  const client = await cluster.connect(t, [2]);
  const items = client.collection('items');
  await until(() => {
    for (const key of KEYS) void items.get(key);
    return client.statistics.connections === 3;
  });
  await until(() => client.statistics.open === 0);
  await Promise.all(KEYS.map((key) => items.put(key, 1)));
  for (const key of KEYS) t.is(cluster.askedFor(key).at(-1), cluster.leaders.get(groupOf(key)), key);
  t.deepEqual(
    [...ALL].map((node) => cluster.node(node).peers.length),
    [1, 1, 1],
    'one connection to each',
  );
  t.true(cluster.node(1).peers[0]?.hello?.clusterId === client.clusterId);
});

test('a session that is too old is replaced by the node that found it so: others may not know what time it is', async (t) => {
  const cluster = await ScriptedCluster.open(t);
  // Every node but the leader goes by a clock that is hours behind.
  cluster.interfere = (node, { newSession, write }) => {
    if (newSession != null) return { session: { stampMs: node === 2 ? 9_000_000 : 5_000_000, serial: node } };
    if (write == null || write.sessionStampMs === 9_000_000) return 'usual';
    return { result: { errorCode: 'ERR_SESSION_EXPIRED', errorMessage: 'too old' } };
  };
  const client = await cluster.connect(t, ALL);
  const items = client.collection('items');
  const key = keyOf(3);
  await until(() => {
    void items.get(key);
    return cluster.askedFor(key).includes(2);
  });
  await items.put(key, 1);
  t.is(cluster.store.counts.get(key), 1);
});

test('a session from a node whose clock is far ahead is replaced by one of the node that refuses it', async (t) => {
  const cluster = await ScriptedCluster.open(t);
  cluster.interfere = (node, { newSession, write }) => {
    if (newSession != null) return { session: { stampMs: node === 2 ? 5_000_000 : 9_000_000, serial: node } };
    return write == null || write.sessionStampMs === 5_000_000 ? 'usual' : failed('ERR_SESSION_FOREIGN', 'the future');
  };
  const client = await cluster.connect(t, ALL);
  const items = client.collection('items');
  const key = keyOf(3);
  await until(() => {
    void items.get(key);
    return cluster.askedFor(key).includes(2);
  });
  await items.put(key, 1);
  t.is(cluster.store.counts.get(key), 1);
});

test("an answer's hint moves the group's next request, and only that group's", async (t) => {
  const cluster = await ScriptedCluster.open(t);
  const client = await cluster.connect(t, ALL);
  const items = client.collection('items');
  await until(() => {
    for (const group of GROUPS) void items.get(keyOf(group));
    return client.statistics.connections === 3;
  });
  await until(() => client.statistics.open === 0);
  cluster.leaders.set(2, 3);
  const [first, second, other] = [keyOf(2, 5), keyOf(2, 6), keyOf(3, 5)];
  await items.put(first, 1);
  await items.put(second, 1);
  await items.put(other, 1);
  t.deepEqual(
    [first, second, other].map((key) => cluster.askedFor(key)),
    [[1], [3], [2]],
  );
});

test('what was with a node that dies goes to another at once, under the same names, and is done once', async (t) => {
  const cluster = await ScriptedCluster.open(t);
  const client = await cluster.connect(t, ALL);
  const items = client.collection('items');
  cluster.interfere = (node, request) => {
    // Done, but its answer is lost with the node.
    if (node !== 1 || request.write == null) return 'usual';
    cluster.store.write(request.write);
    return undefined;
  };
  const all = Promise.all(KEYS.map((key) => items.increment(key)));
  await until(() => KEYS.every((key) => cluster.store.counts.has(key)));
  const held = cluster.node(1).writes.length;
  t.true(held > 0);
  await cluster.kill(1);
  t.deepEqual(
    (await all).map(({ integer }) => integer),
    KEYS.map(() => 1),
  );
  t.deepEqual(
    [...cluster.store.counts.values()],
    KEYS.map(() => 1),
  );
  t.true(client.statistics.retries >= held);
});

test('a node that is stopped holds nothing up, is avoided until it speaks, and what it has is not done twice', async (t) => {
  const cluster = await ScriptedCluster.open(t);
  const client = await cluster.connect(t, ALL, {}, WATCH);
  const items = client.collection('items');
  const mine = Array.from({ length: 10 }, (_, n) => keyOf(2, n));
  await Promise.all(mine.map((key) => items.increment(key)));
  const stopped = cluster.node(1);
  stopped.stop();
  const totals = await Promise.all(mine.map((key) => items.increment(key)));
  t.deepEqual(
    totals.map(({ integer }) => integer),
    mine.map(() => 2),
  );
  const { retries } = client.statistics;
  t.true(retries >= mine.length);
  await Promise.all(mine.map((key) => items.increment(key)));
  t.is(client.statistics.retries, retries, 'nothing goes to the silent node any more');

  const before = stopped.requests.length;
  stopped.goOn();
  await until(() => stopped.requests.length >= before + mine.length);
  t.is(stopped.peers.length, 1, 'the connection was kept');
  t.deepEqual(
    mine.map((key) => cluster.store.counts.get(key)),
    mine.map(() => 3),
  );
  cluster.leaders.set(2, 1);
  const [key = ''] = mine;
  await until(() => {
    void items.get(key);
    return cluster.node(1).requests.some(({ get }) => get != null);
  });
  await until(() => client.statistics.open === 0);
});

test('a node that lives and cannot answer is not taken for silent, and keeps what it has', async (t) => {
  const cluster = await ScriptedCluster.open(t);
  const client = await cluster.connect(t, [1], {}, { watchRoundMs: 100 });
  const held: [Peer, Request][] = [];
  cluster.interfere = (_, request, peer) => {
    if (request.write == null) return 'usual';
    held.push([peer, request]);
    return undefined;
  };
  const putting = client.collection('items').put(keyOf(2), 1);
  await until(() => held.length >= 1 && (cluster.node(1).peers[0]?.mapRequests ?? 0) >= 3);
  t.is(held.length, 1);
  t.is(client.statistics.retries, 0);
  for (const [peer, { id, write }] of held) peer.answer({ id }, cluster.store.write(write as Write));
  t.deepEqual(await putting, { revision: 1 });
});

test('a node that lives and gets nothing done for two seconds is given up for another', async (t) => {
  let nowMs = 0;
  const cluster = await ScriptedCluster.open(t);
  const client = await cluster.connect(t, ALL, {}, { now: () => nowMs });
  const items = client.collection('items');
  await until(() => {
    for (const group of GROUPS) void items.get(keyOf(group));
    return client.statistics.connections === 3;
  });
  await until(() => client.statistics.open === 0);
  cluster.interfere = (node) => (node === 1 ? undefined : 'usual');
  const incremented = items.increment(keyOf(2));
  await until(() => cluster.node(1).writes.length === 1);
  // The client looks after its calls when the first of them is late.
  const late = items.get(keyOf(2), { timeoutMs: 20 });
  nowMs = 2_000;
  await t.throwsAsync(late, { code: 'ERR_TIMEOUT' });
  t.like(await incremented, { integer: 1 });
  const names = [1, 2, 3].flatMap((node) => cluster.node(node).writes.map(({ sequence }) => sequence));
  t.deepEqual(names, [1, 1]);
});

test('a node that is being dialed and does not answer is passed over', async (t) => {
  const cluster = await ScriptedCluster.open(t);
  cluster.node(1).stop();
  const client = await cluster.connect(t, ALL);
  t.deepEqual(await client.collection('items').increment(keyOf(2)), { integer: 1, revision: 1, existed: false });
  t.is(client.statistics.retries, 0);
});

test('a node that refuses for a reason of its own is left for another, one that stops for good', async (t) => {
  const cluster = await ScriptedCluster.open(t);
  const client = await cluster.connect(t, ALL);
  const items = client.collection('items');
  for (const code of ['ERR_NOT_READY', 'ERR_ACTOR_STOPPED', 'ERR_OVERLOADED', 'ERR_STOPPING']) {
    cluster.interfere = (node, { get }) => (node === 1 && get != null ? failed(code) : 'usual');
    const item = await items.get(keyOf(2));
    t.not(item?.value, 1, code);
  }
  const asked = cluster.node(1).requests.length;
  for (const group of GROUPS) await items.get(keyOf(group));
  t.is(cluster.node(1).requests.length, asked);
});

test('a hint to a node that the map did not have asks for the map, and goes there', async (t) => {
  const cluster = await ScriptedCluster.open(t, [1, 2]);
  cluster.leaders.set(4, 0);
  const client = await cluster.connect(t, [1]);
  await cluster.start(3);
  cluster.leaders.set(4, 3);
  const items = client.collection('items');
  await until(() => {
    void items.get(keyOf(4));
    return cluster.askedFor(keyOf(4)).includes(3);
  });
  await until(() => client.statistics.open === 0);
  t.is(cluster.node(1).peers[0]?.mapRequests, 1);
});

test('a map that names a node of another cluster leads nobody there', async (t) => {
  const cluster = await ScriptedCluster.open(t);
  const foreign = await new ScriptedServer({ node: 9, welcome: () => ({ clusterId: 'another' }) }).listen();
  t.teardown(() => foreign.close());
  cluster.mapped.set(9, foreign.address);
  cluster.leaders.set(2, 9);
  const client = await cluster.connect(t, ALL);
  const items = client.collection('items');
  await until(() => {
    void items.increment(keyOf(2));
    return foreign.peers.length > 0;
  });
  await until(() => client.statistics.open === 0);
  t.deepEqual(foreign.requests, []);
});

test('connecting to a node of another cluster fails with its address', async (t) => {
  const foreign = await new ScriptedServer({ welcome: () => ({ clusterId: 'another' }) }).listen();
  t.teardown(() => foreign.close());
  const connecting = connect(foreign.address, { clusterId: 'mine' });
  const error = await t.throwsAsync(connecting, { code: 'ERR_WRONG_CLUSTER' });
  t.true(error?.message.includes(foreign.address));
  t.true(error?.message.includes('another'));
});

test('two addresses of one node make one connection', async (t) => {
  const cluster = await ScriptedCluster.open(t);
  const alias = await new ScriptedServer({ node: 1 }).listen();
  t.teardown(() => alias.close());
  alias.stop();
  const client = await connect([alias.address, cluster.node(1).address], PATIENT);
  t.teardown(() => client.close());
  alias.goOn();
  await until(() => alias.peers[0]?.socket.closed === true);
  t.is((await client.collection('items').get(keyOf(2)))?.value, 1);
  t.is(client.statistics.connections, 1);
});

test('without discovery everything stays with the addresses given', async (t) => {
  const cluster = await ScriptedCluster.open(t);
  const client = await cluster.connect(t, [3], { discover: false });
  const items = client.collection('items');
  for (const group of [...GROUPS, ...GROUPS]) {
    t.is((await items.get(keyOf(group), { consistency: 'local' }))?.value, 3);
    t.is((await items.get(keyOf(group)))?.value, 3);
  }
  t.deepEqual(
    [1, 2].map((node) => cluster.node(node).peers.length),
    [0, 0],
  );
});

test('local reads stay with the node that answered first, whoever leads', async (t) => {
  const cluster = await ScriptedCluster.open(t);
  const client = await cluster.connect(t, [2]);
  const items = client.collection('items');
  await Promise.all(KEYS.map((key) => items.get(key)));
  for (const key of KEYS) t.is((await items.get(key, { consistency: 'local' }))?.value, 2);
});

test('no write arrives below the lowest unresolved sequence that any node was told before', async (t) => {
  const cluster = await ScriptedCluster.open(t);
  const client = await cluster.connect(t, ALL);
  const items = client.collection('items');
  const held: (() => void)[] = [];
  let floor = 0;
  cluster.interfere = (_, request, peer) => {
    if (request.write == null) return 'usual';
    const { id, write } = request;
    t.true(write.sequence >= floor);
    floor = Math.max(floor, write.lowestUnresolved);
    held.push(() => peer.answer({ id }, cluster.store.write(write)));
    return undefined;
  };
  let done = 0;
  const writers = Array.from({ length: 50 }, async (_, n) => {
    for (let round = 0; round < 20; round += 1) {
      await items.increment(`k${n}`);
      done += 1;
    }
  });
  // Answers come in whatever order; in the midst of it all a node dies, and what it had is done late, if at all.
  for (let at = 0, killed = false; done < 1_000; at += 1) {
    const next = held.splice((at * 7) % Math.max(1, held.length), 1)[0];
    next?.();
    if (done > 500 && !killed) {
      killed = true;
      await cluster.kill(2);
    }
    await setImmediate();
  }
  await Promise.all(writers);
  t.deepEqual(
    [...cluster.store.counts.values()],
    Array.from({ length: 50 }, () => 20),
  );
  t.true(floor > 500, 'the client tells what it has resolved');
});

test('a session that is refused as foreign is replaced where the write is certainly not done', async (t) => {
  const cluster = await ScriptedCluster.open(t);
  const client = await cluster.connect(t, [1]);
  cluster.interfere = (_, { write }) =>
    write != null && write.sessionSerial !== 99 ? failed('ERR_SESSION_FOREIGN') : 'usual';
  const items = client.collection('items');
  t.deepEqual(await items.increment('a'), { integer: 1, revision: 1, existed: false });

  const other = await cluster.connect(t, [1]);
  cluster.interfere = (_, request, peer) => {
    if (request.write == null || request.write.sessionSerial === 99) return 'usual';
    if (peer.number > 2) return failed('ERR_SESSION_FOREIGN');
    peer.cut();
    return undefined;
  };
  const uncertain = other.collection('items').increment('b', 1, { timeoutMs: 2_000 });
  await t.throwsAsync(uncertain, { code: 'ERR_OUTCOME_UNKNOWN' });
  t.false(cluster.store.counts.has('b'));
});
