/** What a node says of groups that cannot speak for themselves. */
import test from 'ava';
import type { ActorRef } from '../../../src/runtime/actor/actor.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { groupReports } from '../../../src/runtime/node/status.js';

const IDENTITY = {
  ...{ format: 1, clusterName: 'quorate', clusterId: 'quorate-0', nodeId: 1 },
  ...{ nodes: [{ node: 1, host: '127.0.0.1', port: 0 }], replicas: 1, volumes: 1, dataGroups: [2, 3, 4] },
  ...{ sessionRecordsMax: 1, sessionWindow: 1, sessionRetriesMs: 1 },
};

const SPENT = new Map([
  ['group/2', 'a message it cannot handle'],
  ['applier/3', 'a row does not match its hash'],
]);

test('a group that is down for good, or whose applier is, is stopped with the reason; one that is slow is silent', async (t) => {
  const reports = await groupReports(
    {
      ask: () => Promise.reject(new QuorateError('ERR_ACTOR_STOPPED', 'it is not running')),
      spent: ({ kind, instance }: ActorRef) => SPENT.get(`${kind}/${instance}`),
    },
    IDENTITY,
  );
  t.deepEqual(
    reports.map(({ group, role, reason }) => [group, role, reason?.code, reason?.message]),
    [
      [1, 'silent', 'ERR_ACTOR_STOPPED', 'it is not running'],
      [2, 'stopped', 'ERR_GROUP_STOPPED', 'group 2 crashed too often: a message it cannot handle'],
      [3, 'stopped', 'ERR_GROUP_STOPPED', 'applier 3 crashed too often: a row does not match its hash'],
      [4, 'silent', 'ERR_ACTOR_STOPPED', 'it is not running'],
    ],
  );
});
