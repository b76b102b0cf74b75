/** When a replica campaigns on evidence: the members take turns, and one node's turn is first for every group. */
import test from 'ava';
import type { Core } from '../../../src/actors/raft/core/types.js';
import { Elections } from '../../../src/actors/raft/elections.js';
import type { GroupMessage } from '../../../src/actors/raft/protocol.js';
import type { ActorContext } from '../../../src/runtime/actor/actor.js';
import { fakeContext } from '../fake-context.js';

/** How long this replica of the group waits when the process of replica 1, its leader, is over. */
function pauseMs(group: number, replica: number): number {
  const delays: number[] = [];
  const ctx = {
    ...fakeContext({ node: replica, kind: 'group', instance: group }),
    after: (ms: number) => delays.push(ms),
  } as unknown as ActorContext<GroupMessage>;
  const core = { lead: 1, forgetLeader: () => undefined } as unknown as Core;
  new Elections({ replica, replicas: [1, 2, 3], firstReplica: 1 }, core).leaderGone(0, ctx);
  return delays[0] ?? Number.NaN;
}

test('the member with the lowest id asks first, for every group, and the next one well after it', (t) => {
  for (const group of [1, 2, 3, 4]) {
    const [first, second] = [pauseMs(group, 2), pauseMs(group, 3)];
    t.true(first >= 5 && first < 14, `group ${group}: ${first}`);
    t.true(second >= 22 && second < 32, `group ${group}: ${second}`);
  }
});
