/**
 * The supervision table, walked: every kind of actor is crashed at every kind of message it handles, under load. Only that
 * actor restarts, and afterwards every promise holds.
 */
import test from 'ava';
import { checkHistory } from '../../../src/runtime/sim/history.js';
import { createTestSystem } from '../../../src/runtime/sim/test-system.js';

const MATRIX: Readonly<Record<string, readonly string[]>> = {
  group: ['raft', 'opened', 'appended', 'stateOpened', 'applied', 'propose', 'query', 'tick', 'peerState'],
  'log-writer': ['open', 'append'],
  applier: ['openState', 'apply', 'read', 'flush'],
  gateway: ['request', 'answers', 'tick', 'peerState'],
  'peer-link': ['dialed', 'received', 'closed', 'admit', 'follow', 'tick'],
  'peer-door': ['knocked'],
};

/** Messages of an opening: to bring one about, the other side of it is crashed first. */
const OTHER_SIDE: Readonly<Record<string, string>> = {
  opened: 'log-writer',
  stateOpened: 'applier',
  open: 'group',
  openState: 'group',
  follow: 'gateway',
};
/** Messages of a new connection: to bring one about, every connection is reset. */
const NEEDS_RESET: ReadonlySet<string> = new Set(['dialed', 'closed', 'admit', 'knocked', 'peerState']);
/** Kinds of which not every node is met: of two nodes one dials, the other admits. */
const ONE_SIDED: ReadonlySet<string> = new Set(['peer-link', 'peer-door']);
/** The first data group. */
const GROUP = 2;
const CRASHES = 3;
const CRASH_EVERY_MS = 700;

function instanceOf(kind: string, node: number): number {
  if (kind === 'peer-link') return node === 2 ? 1 : 2;
  return kind === 'group' || kind === 'applier' ? GROUP : 0;
}

for (const [kind, types] of Object.entries(MATRIX)) {
  for (const type of types) {
    test(`${kind} crashes at '${type}': it restarts, nothing else does, and no promise is broken`, (t) => {
      const system = createTestSystem({ seed: 11 });
      const otherSide = OTHER_SIDE[type];
      const crashEverywhere = () => {
        for (const node of system.nodes) {
          if (otherSide !== undefined) node.crashActor(otherSide, instanceOf(otherSide, node.id));
          node.crashActor(kind, instanceOf(kind, node.id), type);
        }
        if (!NEEDS_RESET.has(type)) return;
        for (const end of system.network.connections()) system.network.reset(end, 'told');
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

      let restartsOfKind = 0;
      for (const { ref, restarts, state } of system.nodes.flatMap((node) => node.stats())) {
        const name = `${ref.kind}/${ref.instance} on node ${ref.node}`;
        t.is(state, 'running', name);
        const isCrashed = [kind, otherSide].includes(ref.kind) && ref.instance === instanceOf(ref.kind, ref.node);
        if (!isCrashed) t.is(restarts, 0, name);
        else if (ref.kind === kind) {
          restartsOfKind += restarts;
          t.true(restarts > 0 || kind === 'gateway' || ONE_SIDED.has(kind), name);
        }
      }
      t.true(restartsOfKind > 0, `no ${kind} has crashed`);
    });
  }
}
