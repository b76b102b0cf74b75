/** What the client knows of groups and leaders, and what it makes of hints. */
import { Buffer } from 'node:buffer';
import test from 'ava';
import { type ClusterMap, Routes } from '../../src/client/routes.js';
import { group } from '../../src/runtime/base/proto.js';
import { GROUPS, groupOf, keyOf } from './scripted-cluster.js';

const { LINEARIZABLE, LOCAL } = group.Consistency;
const collection = Buffer.from('items');

function mapOf(leaders: readonly (readonly [number, number])[], nodes = 3): ClusterMap {
  return {
    nodes: Array.from({ length: nodes }, (_, at) => ({
      node: at + 1,
      clientAddress: '',
      httpAddress: '',
      isConnected: true,
    })),
    dataGroups: [...GROUPS],
    groups: leaders.map(([id, leaderNode]) => ({ group: id, nodes: [], leaderNode })),
  };
}

const get = (key: string, consistency: group.Consistency = LINEARIZABLE) => ({
  id: 1,
  consistency,
  get: { collection, key: Buffer.from(key) },
});

const scan = (from: string) => ({
  id: 1,
  scan: { collection, from: Buffer.from(from), to: Buffer.from('~'), vshards: [] },
});

test('a request belongs to the group of its key, one for no key or a local one to none', (t) => {
  const routes = new Routes();
  t.is(routes.groupOf(get('a')), 0, 'nothing is known yet');
  routes.learn(mapOf([]));
  for (const id of GROUPS) t.is(routes.groupOf(get(keyOf(id))), id);
  t.is(routes.groupOf(get('a', LOCAL)), 0);
  t.is(routes.groupOf(scan('{ada}/')), groupOf('{ada}/'));
  t.is(routes.groupOf(scan('ada')), 0);
  t.is(routes.groupOf({ id: 1, status: {} }), 0);
});

test('with one node there is nothing to choose', (t) => {
  const routes = new Routes();
  routes.learn(mapOf([[2, 1]], 1));
  t.is(routes.groupOf(get('a')), 0);
});

test('hints outweigh maps, until the node they name is lost', (t) => {
  const routes = new Routes();
  routes.learn(
    mapOf([
      [2, 1],
      [3, 0],
    ]),
  );
  t.deepEqual([routes.leaderOf(2), routes.leaderOf(3), routes.leaderOf(4)], [1, 0, 0]);
  routes.hint({ group: 2, node: 3 });
  routes.hint({ group: 99, node: 3 });
  routes.learn(
    mapOf([
      [2, 1],
      [3, 2],
    ]),
  );
  t.deepEqual([routes.leaderOf(2), routes.leaderOf(3), routes.leaderOf(99)], [3, 2, 0]);
  routes.forget(3);
  t.is(routes.leaderOf(2), 0);
  routes.learn(mapOf([[2, 2]]));
  t.is(routes.leaderOf(2), 2);
});
