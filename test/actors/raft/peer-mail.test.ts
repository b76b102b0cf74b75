/** What nobody waits for leaves a little later, together with what comes next, and at once when somebody waits. */
import test from 'ava';
import { MessageType } from '../../../src/actors/raft/core/types.js';
import { type RaftMessage, ScriptedNode } from './scripted-node.js';

const VOTERS = [1, 2, 3];
const LOCAL = 1;
const PAUSE_MS = 10;

const appends = (node: ScriptedNode): RaftMessage[] => node.takeRaft().filter(({ type }) => type === MessageType.App);

/** A leader of three whose log is committed, which everyone knows. */
function leading(): ScriptedNode {
  const node = ScriptedNode.leading({ voters: VOTERS });
  acknowledge(node);
  node.time.runFor(PAUSE_MS);
  node.takeRaft();
  return node;
}

/** The others acknowledge what they were sent. */
function acknowledge(node: ScriptedNode): void {
  for (const { to, term, index, entries } of appends(node)) {
    node.fromPeer(to, { type: MessageType.AppResp, term, index: entries.at(-1)?.index ?? index });
  }
}

function write(node: ScriptedNode, request: number): void {
  node.propose(request);
  for (const append of node.takeAppends()) node.appended(append);
}

/** A follower of replica 2 that has an entry which it has not been told to be committed. */
function following(): ScriptedNode {
  const node = new ScriptedNode({ voters: VOTERS });
  node.open();
  const entries = [{ index: 2, term: 5, type: 0, data: new Uint8Array(4) }];
  node.fromPeer(2, { type: MessageType.App, term: 5, logTerm: 1, index: 1, entries, commit: 1 });
  for (const append of node.takeAppends()) node.appended(append);
  node.takeApplies();
  return node;
}

const commitTwo = { type: MessageType.App, term: 5, logTerm: 5, index: 2, commit: 2 };

test('a new commit index alone waits a moment, then every follower is told', (t) => {
  const node = leading();
  write(node, 1);
  acknowledge(node);
  t.deepEqual(appends(node), []);
  node.time.runFor(PAUSE_MS);
  const told = appends(node);
  t.deepEqual(
    told.map(({ to, entries }) => [to, entries.length]),
    [
      [2, 0],
      [3, 0],
    ],
  );
  t.true(told.every(({ commit, index }) => commit === index));
});

test('the next entries tell the commit index, and nothing follows them', (t) => {
  const node = leading();
  write(node, 1);
  acknowledge(node);
  write(node, 2);
  const sent = appends(node);
  t.deepEqual(
    sent.map(({ to, entries }) => [to, entries.length]),
    [
      [2, 1],
      [3, 1],
    ],
  );
  t.true(sent.every(({ commit, index }) => commit === index));
  node.time.runFor(PAUSE_MS);
  t.deepEqual(appends(node), []);
});

test('a follower that asks what it may read is told of the commit before it gets its answer', (t) => {
  const node = leading();
  write(node, 1);
  acknowledge(node);
  const context = new Uint8Array([7]);
  node.fromPeer(3, { type: MessageType.ReadIndex, context, entries: [{ term: 0, index: 0, type: 0, data: context }] });
  for (const { type, to, term, context: round } of node.takeRaft()) {
    if (type === MessageType.Heartbeat && to === 2) {
      node.fromPeer(2, { type: MessageType.HeartbeatResp, term, context: round });
    }
  }
  const toThree = node.takeRaft().filter(({ to }) => to === 3);
  t.deepEqual(
    toThree.map(({ type }) => type),
    [MessageType.App, MessageType.ReadIndexResp],
  );
  t.is(toThree[0]?.commit, toThree[1]?.index);
});

test('a follower applies a moment later what nobody waits for', (t) => {
  const node = following();
  node.fromPeer(2, commitTwo);
  t.deepEqual(node.takeApplies(), []);
  node.time.runFor(PAUSE_MS);
  t.like(node.takeApplies(), [{ from: 2, commit: 2 }]);
});

test('a reader makes a follower apply at once', (t) => {
  const node = following();
  node.fromPeer(2, commitTwo);
  node.query(LOCAL, 1);
  t.like(node.takeApplies(), [{ from: 2, commit: 2 }]);
});

test('much to apply does not wait', (t) => {
  const node = following();
  const entries = [{ index: 3, term: 5, type: 0, data: new Uint8Array(200_000) }];
  node.fromPeer(2, { ...commitTwo, entries, commit: 3 });
  for (const append of node.takeAppends()) node.appended(append);
  t.is(node.takeApplies().at(-1)?.commit, 3);
});

test('the gateway of the node is told who leads', (t) => {
  const node = following();
  t.deepEqual(node.take('gateway', 'led'), [{ group: 9, leaderNode: 2 }]);
});
