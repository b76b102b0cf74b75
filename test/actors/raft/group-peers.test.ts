/**
 * A group actor among its peers: votes, replication, forwarded reads, and what becomes of requests when the leader
 * changes.
 */
import test from 'ava';
import { MessageType } from '../../../src/actors/raft/core/types.js';
import type { Limits } from '../../../src/runtime/base/limits.js';
import { command, decodeMessage } from '../../../src/runtime/base/proto.js';
import { type RaftMessage, ScriptedNode } from './scripted-node.js';

const LINEARIZABLE = 0;
const VOTERS = [1, 2, 3];

const ofType = (messages: readonly RaftMessage[], type: MessageType): RaftMessage[] =>
  messages.filter((message) => message.type === type);

/** A follower of replica 2 in term 5, with an empty log. */
function following(startMs?: number): ScriptedNode {
  const node = new ScriptedNode({ voters: VOTERS, ...(startMs === undefined ? {} : { startMs }) });
  node.open();
  node.fromPeer(2, { type: MessageType.Heartbeat, term: 5 });
  node.serve();
  node.takeRaft();
  return node;
}

/** A leader of three whose first entry is committed and applied. */
function leading(limits: Partial<Limits> = {}): ScriptedNode {
  const node = ScriptedNode.leading({ voters: VOTERS, limits });
  acknowledge(node);
  node.takeRaft();
  return node;
}

/** The others acknowledge what they were sent, and the applier applies what that commits. */
function acknowledge(node: ScriptedNode): void {
  for (const { to, term, index, entries } of ofType(node.takeRaft(), MessageType.App)) {
    node.fromPeer(to, { type: MessageType.AppResp, term, index: entries.at(-1)?.index ?? index });
  }
  const last = node.takeApplies().at(-1);
  if (last !== undefined) node.applied(last.commit);
}

test('a vote leaves only when it is durable', (t) => {
  const node = new ScriptedNode({ voters: VOTERS });
  node.open();
  node.fromPeer(2, { type: MessageType.Vote, term: 5, logTerm: 1, index: 1 });
  t.deepEqual(ofType(node.takeRaft(), MessageType.VoteResp), []);
  const [append] = node.takeAppends();
  t.like(append, { hardState: { term: 5, vote: 2 } });
  if (append !== undefined) node.appended(append);
  t.like(ofType(node.takeRaft(), MessageType.VoteResp), [{ to: 2, term: 5, reject: false }]);
});

test('a follower acknowledges entries only when they are durable', (t) => {
  const node = following();
  const entries = [{ index: 2, term: 5, type: 0, data: new Uint8Array(4) }];
  node.fromPeer(2, { type: MessageType.App, term: 5, logTerm: 1, index: 1, entries, commit: 1 });
  t.deepEqual(ofType(node.takeRaft(), MessageType.AppResp), []);
  const [append] = node.takeAppends();
  if (append !== undefined) node.appended(append);
  t.like(ofType(node.takeRaft(), MessageType.AppResp), [{ to: 2, index: 2, reject: false }]);
});

test('entries that a follower keeps do not share the bytes of the frame they came in', (t) => {
  const node = following();
  const data = new Uint8Array([1, 2, 3]);
  const entries = [{ index: 2, term: 5, type: 0, data }];
  node.fromPeer(2, { type: MessageType.App, term: 5, logTerm: 1, index: 1, entries, commit: 1 });
  data.fill(9);
  t.deepEqual([...(node.takeAppends()[0]?.entries[0]?.data ?? [])], [1, 2, 3]);
});

test('what is not from a member, not for this replica, or malformed is not stepped', (t) => {
  const node = following();
  const app = { type: MessageType.App, term: 5, logTerm: 1, index: 1, commit: 1 };
  const entry = { index: 2, term: 5, type: 0, data: new Uint8Array(1) };
  node.fromPeer(4, { ...app, entries: [entry] });
  node.fromPeer(2, { ...app, entries: [entry], to: 3 });
  node.fromPeer(2, { ...app, entries: [entry], from: 3 });
  node.fromPeer(2, { ...app, entries: [{ ...entry, index: 2 ** 60 }] });
  node.fromPeer(2, { ...app, entries: [{ ...entry, type: 7 as 0 }] });
  node.fromPeer(2, { ...app, entries: [entry], commit: 0.5 });
  node.fromPeer(2, { type: MessageType.StorageAppendResp, term: 5, logTerm: 5, index: 2 });
  node.fromPeer(2, { type: MessageType.Hup });
  t.deepEqual([node.takeAppends(), node.takeRaft()], [[], []]);
  node.fromPeer(2, { ...app, entries: [entry] });
  t.is(node.takeAppends().length, 1);
});

test('a log that lacks what its leader knows as committed has lost entries, and stops', async (t) => {
  const node = following();
  node.fromPeer(2, { type: MessageType.Heartbeat, term: 5, commit: 9 });
  node.query(LINEARIZABLE, 1);
  t.deepEqual(node.takeRefusals(), [['ERR_GROUP_STOPPED', 0, 1]]);
  t.like(await node.status(), { role: 'stopped', stoppedCode: 'ERR_CORRUPT' });
});

test('a leader replicates while its own disk writes, and commits without it when the others have it', (t) => {
  const node = leading();
  node.propose(1);
  const apps = ofType(node.takeRaft(), MessageType.App).filter(({ entries }) => entries.length > 0);
  t.deepEqual(
    apps.map(({ to }) => to),
    [2, 3],
  );
  const [append] = node.takeAppends();
  const { term = 0, index = 0 } = append?.entries[0] ?? {};
  for (const peer of [2, 3]) node.fromPeer(peer, { type: MessageType.AppResp, term, index });
  t.deepEqual(node.takeApplies(), [], 'committed, but not durable here');
  if (append !== undefined) node.appended(append);
  t.like(node.takeApplies(), [{ from: index, commit: index }]);
});

test('a proposal to a follower is refused with the node that leads; without a leader it is not ready', (t) => {
  const node = following();
  node.propose(1, 2);
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_LEADER', 2, 1, 2]]);
  const alone = new ScriptedNode({ voters: VOTERS });
  alone.open();
  alone.propose(1);
  alone.query(LINEARIZABLE, 2);
  t.deepEqual(alone.takeRefusals(), [
    ['ERR_NOT_READY', 0, 1],
    ['ERR_NOT_READY', 0, 2],
  ]);
});

test('a leader whose followers do not answer takes only so much, refuses the rest, and goes on when they do', (t) => {
  const node = leading({ uncommittedBytesMax: 20 });
  for (let request = 1; request <= 20; request += 1) node.propose(request);
  const dropped = node.takeRefusals();
  t.true(dropped.length > 10 && dropped.length < 20, `${dropped.length} refused`);
  t.true(dropped.every((refusal) => Array.isArray(refusal) && refusal[0] === 'ERR_PROPOSAL_DROPPED'));
  for (const append of node.takeAppends()) node.appended(append);
  acknowledge(node);
  node.propose(21);
  t.deepEqual(node.takeRefusals(), []);
});

test('proposals that another leader displaces are refused when that is certain, not before', (t) => {
  const node = leading();
  node.propose(1);
  const [append] = node.takeAppends();
  const entry = append?.entries[0];
  if (append === undefined || entry === undefined) return t.fail('no entry');
  node.appended(append);
  const term = entry.term + 1;
  node.fromPeer(3, { type: MessageType.Heartbeat, term });
  node.serve();
  t.deepEqual(node.takeRefusals(), [], 'it may still be committed');
  const other = { index: entry.index, term, type: 0, data: new Uint8Array(0) };
  const place = { logTerm: entry.term, index: entry.index - 1 };
  node.fromPeer(3, { type: MessageType.App, term, ...place, entries: [other], commit: entry.index });
  node.serve();
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_LEADER', 3, 1]]);
});

test('proposals that the next leader commits are answered by the applier, once', (t) => {
  const node = leading();
  node.propose(1);
  const [append] = node.takeAppends();
  const entry = append?.entries[0];
  if (append === undefined || entry === undefined) return t.fail('no entry');
  node.appended(append);
  const term = entry.term + 1;
  node.fromPeer(3, { type: MessageType.App, term, logTerm: entry.term, index: entry.index, commit: entry.index });
  for (const written of node.takeAppends()) node.appended(written);
  t.deepEqual(
    node.takeApplies().flatMap(({ waiters }) => waiters.map(({ requests }) => requests)),
    [[1]],
  );
  t.deepEqual(node.takeRefusals(), []);
});

test("a leader's read waits for a majority; a read that the leader cannot confirm is refused", (t) => {
  const node = leading();
  node.query(LINEARIZABLE, 1);
  t.deepEqual(node.takeReads(), []);
  const [beat] = ofType(node.takeRaft(), MessageType.Heartbeat).filter(({ to }) => to === 2);
  if (beat === undefined) return t.fail('no round of heartbeats');
  node.fromPeer(2, { type: MessageType.HeartbeatResp, term: beat.term, context: beat.context });
  t.like(node.takeReads(), [{ readIndex: 2, queries: [{ request: 1 }] }]);
  node.query(LINEARIZABLE, 2);
  node.fromPeer(3, { type: MessageType.Heartbeat, term: beat.term + 1 });
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_LEADER', 3, 2]]);
});

test("a follower's read asks the leader, and waits for the answer", (t) => {
  const node = following();
  node.query(LINEARIZABLE, 1);
  node.query(LINEARIZABLE, 2);
  const rounds = ofType(node.takeRaft(), MessageType.ReadIndex);
  t.deepEqual(
    rounds.map(({ to }) => to),
    [2, 2],
  );
  const [first, second] = rounds.map(({ context }) => context);
  t.notDeepEqual(first, second);
  const answer = { type: MessageType.ReadIndexResp, term: 5 };
  node.fromPeer(2, { ...answer, index: 7, context: second ?? new Uint8Array() });
  t.like(node.takeReads(), [{ readIndex: 7, queries: [{ request: 2 }] }]);
  node.fromPeer(2, { ...answer, index: 8, context: second ?? new Uint8Array() });
  t.deepEqual(node.takeReads(), [], 'answered once');
});

test('an answer to a read of an earlier process is not taken for one of this', (t) => {
  const [before, after] = [following(1_000_000), following(2_000_000)];
  for (const node of [before, after]) node.query(LINEARIZABLE, 1);
  t.is(before.groupBoot, after.groupBoot, 'boots of actors count anew in every process');
  const [question] = ofType(before.takeRaft(), MessageType.ReadIndex);
  if (question === undefined) return t.fail('no question to the leader');
  after.fromPeer(2, { type: MessageType.ReadIndexResp, term: 5, index: 7, context: question.context });
  t.deepEqual(after.takeReads(), []);
});

test('a read whose question or answer is lost is refused in time', (t) => {
  const node = following();
  node.query(LINEARIZABLE, 1);
  for (let ms = 0; ms <= 2 * node.limits.electionTimeoutMs; ms += 100) {
    node.fromPeer(2, { type: MessageType.Heartbeat, term: 5 });
    node.time.runFor(100);
  }
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_READY', 0, 1]]);
});

test("a heartbeat answer carries this node's clock, and the leader's log clock goes by a majority of them", (t) => {
  const follower = following();
  follower.fromPeer(2, { type: MessageType.Heartbeat, term: 5 });
  t.like(ofType(follower.takeRaft(), MessageType.HeartbeatResp), [{ clockMs: Math.floor(follower.time.now()) }]);

  const leader = leading();
  const stamp = (): number => {
    leader.propose(1);
    const data = leader.takeAppends()[0]?.entries[0]?.data;
    return decodeMessage(command.Batch, data ?? new Uint8Array()).clockMs;
  };
  t.is(stamp(), 0, 'nobody has reported');
  const behindMs = Math.floor(leader.time.now()) - 60_000;
  for (const peer of [2, 3]) leader.fromPeer(peer, { type: MessageType.HeartbeatResp, term: 2, clockMs: behindMs });
  t.is(stamp(), behindMs + 1_000);
});

test('what a peer needs and the core no longer holds is read from the log, twice if need be', (t) => {
  const entries = [2, 3, 4].map((index) => ({ index, term: 1, type: 0, data: new Uint8Array(8) }));
  const node = new ScriptedNode({ voters: VOTERS });
  const log = { lastIndex: 4, lastTerm: 1, termStarts: [{ term: 1, index: 2 }], entries: entries.slice(2) };
  node.open(log, {});
  node.elect();
  node.serve();
  node.takeRaft();
  node.fromPeer(2, { type: MessageType.AppResp, term: 2, index: 4, reject: true, rejectHint: 1, logTerm: 1 });
  const asked = node.take<{ from: number; to: number; token: number }>('log-writer', 'readEntries');
  t.like(asked, [{ from: 2, to: 3 }]);
  node.down({ node: 1, kind: 'log-writer', instance: 0 }, node.writerBoot);
  node.writerBoot += 1;
  node.up({ node: 1, kind: 'log-writer', instance: 0 }, node.writerBoot);
  node.answerOpen({ sequence: 2, lastIndex: 5, lastTerm: 2 });
  t.deepEqual(node.take('log-writer', 'readEntries'), asked);
  const read = { group: 9, from: 2, to: 3, token: asked[0]?.token ?? 0, entries: entries.slice(0, 2) };
  const body = { ...read, errorCode: '', errorMessage: '' };
  node.deliver({ node: 1, kind: 'log-writer', instance: 0 }, node.writerBoot, { type: 'entriesRead', body });
  const [app] = ofType(node.takeRaft(), MessageType.App).filter(({ to }) => to === 2);
  t.deepEqual(
    app?.entries.map(({ index }) => index),
    [2, 3],
  );
});
