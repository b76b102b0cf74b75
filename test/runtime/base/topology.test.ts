/** Who has a replica of which group: every node must compute the same, from the same arguments in any order. */
import test from 'ava';
import { membersOf } from '../../../src/runtime/base/topology.js';

test('with as many replicas as nodes every node is a member, the lowest first', (t) => {
  const members = [
    { replica: 1, node: 2 },
    { replica: 2, node: 5 },
    { replica: 3, node: 9 },
  ];
  for (const group of [1, 2, 3, 17]) t.deepEqual(membersOf(group, [9, 2, 5], 3), members);
});

test('with fewer replicas than nodes the groups go round, so that every node has its share', (t) => {
  const nodes = [1, 2, 3, 4, 5];
  const groups = [1, 2, 3, 4, 5].map((group) => membersOf(group, nodes, 3));
  t.deepEqual(groups[0], [
    { replica: 1, node: 2 },
    { replica: 2, node: 3 },
    { replica: 3, node: 4 },
  ]);
  for (const node of nodes) {
    t.is(groups.filter((members) => members.some((member) => member.node === node)).length, 3);
  }
});

test('more replicas than nodes is a mistake of the caller', (t) => {
  t.throws(() => membersOf(1, [1, 2], 3), { code: 'ERR_INVARIANT' });
});
