/**
 * The supervision table, walked: every kind of actor is crashed at every kind of message it handles, under load. Only that
 * actor restarts, and afterwards every promise holds.
 */
import test from 'ava';
import { checkHistory } from '../../../src/runtime/sim/history.js';
import { createTestSystem } from '../../../src/runtime/sim/test-system.js';

const MATRIX: Readonly<Record<string, readonly string[]>> = {
  group: ['raft', 'opened', 'appended', 'stateOpened', 'applied', 'propose', 'query', 'tick'],
  'log-writer': ['open', 'append'],
  applier: ['openState', 'apply', 'read', 'flush'],
  gateway: ['request', 'answers', 'tick', 'peerState'],
  'peer-link': ['attached', 'dialed', 'received', 'closed', 'admit', 'follow', 'tick'],
  'peer-door': ['knocked'],
};

/** Messages of an opening: to bring one about, the other side of it is crashed first. */
const OTHER_SIDE: Readonly<Record<string, string>> = {
  opened: 'log-writer',
  stateOpened: 'applier',
  open: 'group',
  openState: 'group',
};
/** The first data group. */
const GROUP = 2;
const CRASHES = 3;
const CRASH_EVERY_MS = 700;

const instanceOf = (kind: string): number => (kind === 'group' || kind === 'applier' ? GROUP : 0);

for (const [kind, types] of Object.entries(MATRIX)) {
  for (const type of types) {
    test(`${kind} crashes at '${type}': it restarts, nothing else does, and no promise is broken`, (t) => {
      const system = createTestSystem({ seed: 11 });
      const instance = instanceOf(kind);
      const otherSide = OTHER_SIDE[type];
      const crashEverywhere = () => {
        for (const node of system.nodes) {
          if (otherSide !== undefined) node.crashActor(otherSide, instanceOf(otherSide));
          node.crashActor(kind, instance, type);
        }
      };
      t.true(system.runFor(1_500));
      system.startClients();
      for (let i = 0; i < CRASHES; i += 1) {
        crashEverywhere();
        t.true(system.runFor(CRASH_EVERY_MS), system.oracles.violation);
      }
      system.finishClients();
      const isDone = () => system.clients.every((client) => client.isDone);
      t.true(system.runFor(30_000, isDone), system.oracles.violation);
      t.true(isDone(), 'clients are served again');
      t.is(checkHistory(system.history), undefined);

      const crashed = new Set([`${kind}/${instance}`]);
      if (otherSide !== undefined) crashed.add(`${otherSide}/${instanceOf(otherSide)}`);
      for (const { ref, restarts, state } of system.nodes.flatMap((node) => node.stats())) {
        const name = `${ref.kind}/${ref.instance}`;
        t.is(state, 'running', name);
        if (!crashed.has(name)) t.is(restarts, 0, `${name} on node ${ref.node}`);
        else if (ref.kind === kind) t.true(restarts > 0 || kind === 'gateway', `${name} on node ${ref.node}`);
      }
    });
  }
}
