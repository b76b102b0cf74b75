/** Three nodes in this process: they elect, take requests on any of them, lose one, and have it back. */
import { cpSync } from 'node:fs';
import { dirname, join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { freePorts } from '../../../scripts/cluster-process.js';
import type { Client } from '../../../src/client/client.js';
import { readIdentity } from '../../../src/runtime/node/identity.js';
import { initNode } from '../../../src/runtime/node/init-node.js';
import { openNode } from '../../../src/runtime/node/open-node.js';
import { isLed, type NodeStatus, type PeerReport } from '../../../src/runtime/node/status.js';
import { ClusterWorld, untilFits } from './cluster-world.js';

const NODES = [1, 2, 3];

async function clientsOf(t: ExecutionContext, world: ClusterWorld): Promise<readonly Client[]> {
  return Promise.all(world.places.map(({ node }) => world.client(t, node)));
}

const appliedOf = ({ groups }: NodeStatus) => groups.map(({ group, applied }) => `${group}:${applied}`).join(' ');

/** Every node has applied what the furthest one has. */
async function levelled(world: ClusterWorld, nodes: readonly number[] = NODES): Promise<void> {
  const statuses = await Promise.all(nodes.map((id) => world.node(id).status()));
  const most = new Map<number, number>();
  for (const { group, applied } of statuses.flatMap(({ groups }) => groups)) {
    most.set(group, Math.max(most.get(group) ?? 0, applied));
  }
  const isLevel = ({ groups }: NodeStatus) => groups.every(({ group, applied }) => applied >= (most.get(group) ?? 0));
  for (const id of nodes) await world.until(id, isLevel);
}

test.serial('a write through each node is read from each, with both consistencies', async (t) => {
  const world = await ClusterWorld.open(t, { groups: 3 });
  const clients = await clientsOf(t, world);
  for (const [at, client] of clients.entries()) {
    for (let n = 0; n < 4; n += 1) await client.collection('items').put(`${at}/${n}`, { at, n });
  }
  for (const client of clients) {
    for (let at = 0; at < 3; at += 1) {
      const item = await client.collection('items').get(`${at}/3`);
      t.deepEqual(item?.value, { at, n: 3 });
    }
  }
  await levelled(world);
  for (const [reader, client] of clients.entries()) {
    for (let at = 0; at < 3; at += 1) {
      const item = await client.collection('items').get(`${at}/0`, { consistency: 'local' });
      t.deepEqual(item?.value, { at, n: 0 }, `node ${reader + 1} has what was written through node ${at + 1}`);
    }
  }
});

test.serial('leaders are agreed on, and status, map and metrics tell of groups and peers', async (t) => {
  const world = await ClusterWorld.open(t, { groups: 5 });
  const statuses = await Promise.all(NODES.map((id) => world.until(id, ({ groups }) => groups.every(isLed))));
  const leaders = statuses.map(({ groups }) => groups.map(({ leaderNode }) => leaderNode));
  t.deepEqual(leaders[1], leaders[0]);
  t.deepEqual(leaders[2], leaders[0]);
  for (const { node, groups } of statuses) {
    t.deepEqual(
      groups.map(({ group, nodes }) => [group, nodes]),
      [1, 2, 3, 4, 5, 6].map((group) => [group, NODES]),
    );
    for (const { role, leaderNode, members } of groups) {
      t.is(role === 'leader', leaderNode === node);
      t.is(members.length, role === 'leader' ? 3 : 0);
    }
  }
  for (const id of NODES) {
    const others = NODES.filter((other) => other !== id);
    const peersAreIn = ({ peers }: NodeStatus) =>
      peers.every(({ presence, httpAddress }) => presence === 'connected' && httpAddress !== '');
    const { peers } = await world.until(id, peersAreIn);
    t.deepEqual(
      peers.map(({ node, clientAddress, boot }) => [node, clientAddress, boot]),
      others.map((other) => [other, world.addressOf(other), 1]),
    );
  }
  const map = (await (await fetch(world.urlOf(2, '/cluster/map'))).json()) as {
    readonly nodes: readonly { readonly node: number; readonly clientAddress: string; readonly isConnected: boolean }[];
    readonly groups: readonly { readonly group: number; readonly slots: number }[];
  };
  t.deepEqual(
    map.nodes.map(({ node, clientAddress, isConnected }) => [node, clientAddress, isConnected]),
    NODES.map((node) => [node, world.addressOf(node), true]),
  );
  t.is(
    map.groups.reduce((sum, { slots }) => sum + slots, 0),
    1024,
  );
  const metrics = await (await fetch(world.urlOf(1, '/metrics'))).text();
  t.regex(metrics, /^quorate_peer_connected\{peer="2"\} 1$/m);
  t.regex(metrics, /^quorate_peer_sockets 2$/m);
  t.is((await fetch(world.urlOf(3, '/readyz'))).status, 200);
});

test.serial('one node is stopped: the others serve; when it is back its local reads catch up', async (t) => {
  const world = await ClusterWorld.open(t);
  const [first, second] = await clientsOf(t, world);
  await first?.collection('items').put('before', 1);
  await world.stop(3);
  await world.until(
    1,
    ({ groups, peers }) =>
      groups.every((group) => isLed(group) && group.leaderNode !== 3) && peers[1]?.presence === 'gone',
  );
  for (let n = 0; n < 10; n += 1) await second?.collection('items').put(`while-${n}`, n);
  const behind = await world.until(1, ({ peers }) => peers[1]?.reason !== undefined);
  t.is(behind.peers[0]?.presence, 'connected');
  await world.start(3);
  await levelled(world);
  const third = await world.client(t, 3);
  for (let n = 0; n < 10; n += 1) {
    t.is((await third.collection('items').get(`while-${n}`, { consistency: 'local' }))?.value, n);
  }
  const status = await world.until(1, ({ peers }) => peers[1]?.presence === 'connected' && peers[1].boot === 2);
  t.true(status.ready);
  t.is(appliedOf(await world.node(3).status()), appliedOf(await world.node(2).status()));
});

test.serial('a node without replicas of a group takes requests for it all the same', async (t) => {
  const world = await ClusterWorld.open(t, { nodes: 4, replicas: 3, groups: 4 });
  const held = await Promise.all([1, 2, 3, 4].map(async (id) => (await world.node(id).status()).groups.length));
  t.is(
    held.reduce((sum, of) => sum + of, 0),
    3 * 5,
    'each group has three replicas',
  );
  const clients = await clientsOf(t, world);
  for (const [at, client] of clients.entries()) {
    for (let n = 0; n < 8; n += 1) await client.collection('items').put(`${at}/${n}`, n);
  }
  for (const client of clients) {
    const keys = [];
    for await (const { key } of client.collection('items').scan()) keys.push(key);
    t.is(keys.length, 32);
  }
});

test.serial(
  'a node whose peers are away opens, says which groups have no leader, and serves once they are there',
  async (t) => {
    const world = await ClusterWorld.make(t, { open: { readyMs: 1 } });
    const alone = await world.start(1);
    const status = await alone.status();
    t.false(status.ready);
    t.deepEqual(
      status.groups.map(({ leader }) => leader),
      [0, 0, 0],
    );
    t.is(await (await fetch(world.urlOf(1, '/healthz'))).text(), '{"status":"ok"}\n');
    await world.start(2);
    await world.until(1, ({ ready }) => ready);
    const client = await world.client(t, 1);
    t.is((await client.collection('items').put('with two of three', 1)).revision, 1);
  },
);

test.serial('when its reactive worker is replaced, a node is back among its peers under its addresses', async (t) => {
  const world = await ClusterWorld.open(t);
  const { system } = world.node(2);
  const client = await world.client(t, 1);
  await client.collection('items').put('before', 1);
  system.replaceWorker(1, 'the test wants it');
  const isBack = ({ peers, groups }: NodeStatus) =>
    groups.every(isLed) && peers.every(({ presence }) => presence === 'connected');
  await new Promise<void>((restarted) => system.events.once('worker', () => restarted()));
  await world.until(2, isBack);
  const addressed = ({ peers }: NodeStatus) =>
    peers[0]?.presence === 'connected' && peers[0].clientAddress === world.addressOf(2);
  await world.until(1, addressed);
  const own = (await (await fetch(world.urlOf(2, '/cluster/map'))).json()) as {
    readonly nodes: readonly { readonly node: number; readonly clientAddress: string }[];
  };
  t.is(own.nodes[1]?.clientAddress, world.addressOf(2));
  const through = await world.client(t, 2);
  t.is((await through.collection('items').get('before'))?.value, 1);
});

test.serial('nodes that were initialised differently refuse each other, and say what to compare', async (t) => {
  const world = await ClusterWorld.make(t, { nodes: 2, groups: 2, open: { readyMs: 1 } });
  const other = await ClusterWorld.make(t, { nodes: 2, groups: 3, open: { readyMs: 1 } });
  const [one, two] = [world.places[0], other.places[1]];
  if (one === undefined || two === undefined) throw new Error('both worlds have two nodes');
  // The second node listens where the first one expects it, and was told of another number of groups.
  await world.start(1);
  const expected = readIdentity(one.dataDir)?.nodes[1]?.port ?? 0;
  const { dataDir, port, httpPort } = two;
  const stranger = await openNode({ dataDir, port, httpPort, peerPort: expected, readyMs: 1, logLevel: 'silent' });
  t.teardown(() => stranger.stop());
  const { peers } = await world.until(1, (status) => status.peers[0]?.reason?.code === 'ERR_WRONG_CLUSTER');
  const message = peers[0]?.reason?.message ?? '';
  for (const id of [one, two].map((place) => readIdentity(place.dataDir)?.clusterId ?? 'none')) {
    t.true(message.includes(id), message);
  }
  t.regex(message, /initialise every node with the same arguments/);
});

/** A second node 1 dials the others, a second node 3 knocks at them, a second node 2 does both. */
for (const id of NODES) {
  test.serial(
    `a copy of node ${id} is refused by the others while that lives, and keeps none of its connections`,
    async (t) => {
      const world = await ClusterWorld.make(t);
      const original = world.places[id - 1];
      if (original === undefined) throw new Error('a world has places');
      await Promise.all(NODES.map((each) => world.start(each)));
      await world.stop(id);
      const copy = join(dirname(original.dataDir), 'copy');
      cpSync(original.dataDir, copy, { recursive: true });
      await world.start(id);
      const isIn = ({ peers }: NodeStatus) => peers.every(({ presence }) => presence === 'connected');
      await world.until(id, isIn);
      const made = (await world.node(id).status()).peers.map(({ connectionsMade }) => connectionsMade);
      const [port = 0, httpPort = 0, peerPort = 0] = await freePorts(3);
      const stranger = await openNode({ dataDir: copy, port, httpPort, peerPort, readyMs: 1, logLevel: 'silent' });
      t.teardown(() => stranger.stop());
      const refused = await untilFits(
        () => stranger.status(),
        ({ peers }) => peers.every(isRefused),
      );
      t.false(refused.ready);
      const after = await world.until(id, isIn);
      t.true(after.ready);
      t.deepEqual(
        after.peers.map(({ connectionsMade }) => connectionsMade),
        made,
        'the node that was there first was not disturbed',
      );
    },
  );
}

const isRefused = ({ presence, reason }: PeerReport): boolean =>
  presence !== 'connected' && ['ERR_NODE_ID_IN_USE', 'ERR_STALE_BOOT'].includes(reason?.code ?? '');

test.serial('an address for peers that is open to all needs leave, and one that is taken is refused', async (t) => {
  const world = await ClusterWorld.make(t, { open: { readyMs: 1 } });
  const [place] = world.places;
  if (place === undefined) throw new Error('a world has places');
  const { dataDir, port, httpPort } = place;
  const open = { dataDir, port, httpPort, peerHost: '0.0.0.0', logLevel: 'silent' } as const;
  await t.throwsAsync(openNode(open), { code: 'ERR_INSECURE' });
  const taken = world.places[1]?.peerPort ?? 0;
  await world.start(2);
  await t.throwsAsync(openNode({ ...open, peerHost: '', peerPort: taken }), { code: 'ERR_ADDRESS_IN_USE' });
});

test.serial('init again says so, and refuses other arguments by what differs', async (t) => {
  const world = await ClusterWorld.make(t);
  const dataDir = world.places[0]?.dataDir ?? '';
  const found = readIdentity(dataDir);
  if (found === undefined) throw new Error('it was initialised');
  const same = { clusterName: 'test', nodeId: 1, nodes: found.nodes, groups: 2, volumes: 1, dataDir };
  t.false(initNode(same).isNew);
  t.throws(() => initNode({ ...same, groups: 3 }), { code: 'ERR_WRONG_CLUSTER', message: /made with groups 2, not 3/ });
  t.throws(() => initNode({ ...same, nodeId: 2 }), { code: 'ERR_WRONG_NODE', message: /made with node 1, not 2/ });
  t.throws(() => initNode({ ...same, volumes: 2 }), { code: 'ERR_CONFIG', message: /made with volumes 1, not 2/ });
  t.throws(() => initNode({ ...same, limits: { sessionWindow: 7 } }), {
    code: 'ERR_WRONG_CLUSTER',
    message: /sessionWindow 4096, not 7/,
  });
});
