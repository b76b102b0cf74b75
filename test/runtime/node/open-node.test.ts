/** A node, opened and stopped within this process. */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import Database from 'better-sqlite3';
import { connect } from '../../../src/client/client.js';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import { openDirectory } from '../../../src/runtime/node/data-directory.js';
import { writeIdentity } from '../../../src/runtime/node/identity.js';
import { initNode } from '../../../src/runtime/node/init-node.js';
import { type OpenNodeOptions, openNode, type QuorateNode } from '../../../src/runtime/node/open-node.js';
import { NodeFiles, stateFileName } from '../../../src/runtime/storage/storage.js';

const WANTED = { clusterName: 'quorate', nodeId: 1, groups: 2, volumes: 1, limits: DEFAULT_LIMITS };

function place(t: ExecutionContext): string {
  const directory = mkdtempSync(join(tmpdir(), 'quorate-test-'));
  t.teardown(() => rmSync(directory, { recursive: true }));
  return directory;
}

async function open(t: ExecutionContext, dataDir: string, options: OpenNodeOptions = {}): Promise<QuorateNode> {
  const node = await openNode({ dataDir, port: 0, httpPort: 0, groups: 2, logLevel: 'silent', ...options });
  t.teardown(() => node.stop());
  return node;
}

const addressOf = ({ addresses }: QuorateNode): string => `${addresses.client.host}:${addresses.client.port}`;

test('what was written is there after the node was stopped and opened again', async (t) => {
  const dataDir = place(t);
  const first = await open(t, dataDir);
  const before = await first.status();
  {
    await using client = await connect(addressOf(first));
    await client.collection('users').put('ada', { name: 'Ada' });
    await client.collection('counters').put('visits', 41, { kind: 'integer' });
    await client.collection('counters').increment('visits');
  }
  await first.stop();
  const second = await open(t, dataDir);
  await using client = await connect(addressOf(second));
  t.deepEqual((await client.collection('users').get('ada'))?.value, { name: 'Ada' });
  t.is((await client.collection('counters').get('visits'))?.value, 42);
  const after = await second.status();
  t.is(after.clusterId, before.clusterId);
  t.is(after.boot, before.boot + 1);
});

test('status and metrics tell of every group, worker and actor', async (t) => {
  const node = await open(t, place(t));
  const status = await node.status();
  t.true(status.ready);
  t.deepEqual(
    status.groups.map(({ group, purpose, role, leader }) => [group, purpose, role, leader]),
    [
      [1, 'metadata', 'leader', 1],
      [2, 'data', 'leader', 1],
      [3, 'data', 'leader', 1],
    ],
  );
  t.is(
    status.groups.reduce((sum, { slots }) => sum + slots, 0),
    1025,
  );
  t.deepEqual(status.workers.map(({ workerClass }) => workerClass).sort(), ['log', 'reactive', 'state']);
  const kinds = status.actors.map(({ ref, thread }) => `${ref.kind}/${ref.instance} on ${thread}`).sort();
  const groups = ['group/1 on 1', 'group/2 on 1', 'group/3 on 1'];
  t.deepEqual(kinds, [
    'applier/1 on 3',
    'applier/2 on 3',
    'applier/3 on 3',
    'gateway/0 on 1',
    ...groups,
    'log-writer/0 on 2',
  ]);
  const metrics = await node.metrics();
  t.regex(metrics, /^quorate_group_leads\{group="3"\} 1$/m);
  t.regex(metrics, /^quorate_actor_restarts_total\{kind="applier",instance="1"\} 0$/m);
  const families = metrics.match(/^# TYPE \S+/gm) ?? [];
  t.is(new Set(families).size, families.length);
});

test('volumes and state files are dealt out over as many workers as are configured', async (t) => {
  const node = await open(t, place(t), { volumes: 2, logWorkers: 2, stateWorkers: 2 });
  const { actors, groups } = await node.status();
  const threadsOf = (kind: string) =>
    new Set(actors.filter(({ ref }) => ref.kind === kind).map(({ thread }) => thread));
  t.is(threadsOf('log-writer').size, 2);
  t.is(threadsOf('applier').size, 2);
  t.deepEqual(
    groups.map(({ volume }) => volume),
    [1, 0, 1],
  );
  await using client = await connect(addressOf(node));
  const items = client.collection('items');
  await Promise.all(Array.from({ length: 50 }, (_, n) => items.put(`key-${n}`, n)));
  for (let n = 0; n < 50; n += 1) t.is((await items.get(`key-${n}`))?.value, n);
});

test('a node is held to the limits that decide results of its directory, without being told them again', async (t) => {
  const dataDir = place(t);
  const nodes = [{ node: 7, host: '127.0.0.1', port: 7412 }];
  const limits = { sessionRecordsMax: 1 };
  initNode({ clusterName: 'tight', nodeId: 7, nodes, groups: 1, volumes: 1, limits, dataDir });
  const node = await open(t, dataDir);
  t.is(node.nodeId, 7);
  const url = `http://${node.addresses.http.host}:${node.addresses.http.port}/v1/collections/c/items/k`;
  const put = (key: string) => fetch(url, { method: 'PUT', body: '1', headers: { 'idempotency-key': key } });
  t.is((await put('one')).status, 200);
  const refused = await put('two');
  t.like(await refused.json(), { code: 'ERR_SESSIONS_FULL' });
});

test('a directory that a node has open is refused, and free when that node has stopped', async (t) => {
  const dataDir = place(t);
  const node = await open(t, dataDir);
  await t.throwsAsync(open(t, dataDir), { code: 'ERR_DATA_DIR_IN_USE' });
  await node.stop();
  const again = await open(t, dataDir);
  t.true((await again.status()).ready);
});

test('a port that is taken, and an address that is open to all, are refused; nothing stays behind', async (t) => {
  const dataDir = place(t);
  const node = await open(t, place(t));
  const { port } = node.addresses.http;
  await t.throwsAsync(open(t, dataDir, { httpPort: port }), { code: 'ERR_ADDRESS_IN_USE' });
  await t.throwsAsync(open(t, dataDir, { host: '0.0.0.0' }), { code: 'ERR_INSECURE' });
  await t.throwsAsync(open(t, dataDir, { port: -1 }), { code: 'ERR_CONFIG' });
  t.true((await (await open(t, dataDir)).status()).ready);
});

test('files of another cluster under this identity are refused with their own error', async (t) => {
  const dataDir = place(t);
  const identity = openDirectory(dataDir, new NodeFiles(dataDir), WANTED);
  writeIdentity(dataDir, { ...identity, clusterId: 'quorate-0000000000000000' });
  await t.throwsAsync(open(t, dataDir), { code: 'ERR_WRONG_CLUSTER' });
});

test('a group that the placement names and the volume lacks is corrupt; its neighbours serve', async (t) => {
  const dataDir = place(t);
  const identity = openDirectory(dataDir, new NodeFiles(dataDir), WANTED);
  writeIdentity(dataDir, { ...identity, dataGroups: [...identity.dataGroups, 4] });
  const node = await open(t, dataDir);
  const { groups, ready } = await node.status();
  t.false(ready);
  t.deepEqual(
    groups.map(({ group, role, reason }) => [group, role, reason?.code]),
    [
      [1, 'leader', undefined],
      [2, 'leader', undefined],
      [3, 'leader', undefined],
      [4, 'stopped', 'ERR_CORRUPT'],
    ],
  );
});

test('a group whose state file is of another volume is stopped, with what to do; its neighbours serve', async (t) => {
  const [here, elsewhere] = [place(t), place(t)];
  // Both fresh: the two files differ in nothing but the volume that they belong to.
  for (const dataDir of [here, elsewhere]) openDirectory(dataDir, new NodeFiles(dataDir), WANTED);
  const [mine, other] = [join(here, stateFileName(2, 1)), join(elsewhere, stateFileName(2, 1))];
  const spare = join(place(t), 'spare.db');
  copyFileSync(mine, spare);
  copyFileSync(other, mine);
  copyFileSync(spare, other);
  for (const dataDir of [here, elsewhere]) {
    const { groups } = await (await open(t, dataDir)).status();
    t.deepEqual(
      groups.map(({ group, role, reason }) => [group, role, reason?.code]),
      [
        [1, 'leader', undefined],
        [2, 'stopped', 'ERR_CORRUPT'],
        [3, 'leader', undefined],
      ],
    );
    t.regex(groups[1]?.reason?.message ?? '', /belongs to another volume.*restore the file that belongs here/);
  }
});

test('a group whose log is damaged at its end is stopped; its neighbours serve', async (t) => {
  const dataDir = place(t);
  const node = await open(t, dataDir);
  await node.stop();
  const volume = new Database(join(dataDir, 'volume-0.db'));
  volume.exec('UPDATE log SET entries = zeroblob(length(entries)) WHERE group_id = 2');
  volume.close();
  const { groups } = await (await open(t, dataDir)).status();
  t.deepEqual(
    groups.slice(0, 3).map(({ group, role, reason }) => [group, role, reason?.code]),
    [
      [1, 'leader', undefined],
      [2, 'stopped', 'ERR_CORRUPT'],
      [3, 'leader', undefined],
    ],
  );
});
