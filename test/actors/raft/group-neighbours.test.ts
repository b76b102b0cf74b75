/** A group actor and the links of its neighbours: what it makes of connections, of their loss, and of evidence. */
import test from 'ava';
import { MessageType } from '../../../src/actors/raft/core/types.js';
import { peer } from '../../../src/runtime/base/proto.js';
import { GATEWAY, linkTo, type RaftMessage, raftMessage, ScriptedNode } from './scripted-node.js';

const LINEARIZABLE = 0;
const VOTERS = [1, 2, 3];
const { CONNECTED, LOST, GONE } = peer.Presence;
/** The latest first campaign after evidence. */
const PAUSE_MS_MAX = 40;

const ofType = (messages: readonly RaftMessage[], type: MessageType): RaftMessage[] =>
  messages.filter((message) => message.type === type);

/** A follower of replica 2 in term 5; both neighbours are connected, node 2 with boot 7. */
function following(): ScriptedNode {
  const node = new ScriptedNode({ voters: VOTERS });
  node.open();
  node.presence(2, CONNECTED, 7);
  node.presence(3, CONNECTED, 1);
  node.fromPeer(2, { type: MessageType.Heartbeat, term: 5 });
  node.serve();
  node.takeRaft();
  return node;
}

const preVotes = (node: ScriptedNode): RaftMessage[] => ofType(node.takeRaft(), MessageType.PreVote);

test('the links of the other members are followed, each of their lives once', (t) => {
  const node = new ScriptedNode({ voters: VOTERS });
  for (const peerNode of VOTERS) node.up(linkTo(peerNode), 10);
  t.is(node.take('peer-link', 'follow').length, 2);
  node.down(linkTo(2), 10);
  node.up(linkTo(2), 11);
  t.is(node.take('peer-link', 'follow').length, 1);
});

test('when the process of the leader is gone, nobody leads, and this replica campaigns after a short pause', (t) => {
  const node = following();
  node.presence(2, GONE, 7);
  node.propose(1);
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_READY', 0, 1]]);
  t.deepEqual(preVotes(node), [], 'others must hear of it first');
  node.time.runFor(PAUSE_MS_MAX);
  t.deepEqual(
    preVotes(node).map(({ to, term }) => [to, term]),
    [
      [2, 6],
      [3, 6],
    ],
  );
});

test('a link that has many groups to serve spreads their campaigns', (t) => {
  const node = following();
  node.presence(2, GONE, 7, 100);
  node.time.runFor(100);
  t.deepEqual(preVotes(node), []);
  node.time.runFor(PAUSE_MS_MAX);
  t.is(preVotes(node).length, 2);
});

test('a campaign without an answer is tried again a few times, then left to the election timeout', (t) => {
  const node = new ScriptedNode({ voters: VOTERS, limits: { electionTimeoutMs: 50_000 } });
  node.open();
  node.presence(2, CONNECTED, 7);
  node.fromPeer(2, { type: MessageType.Heartbeat, term: 5 });
  node.serve();
  node.presence(2, GONE, 7);
  node.time.runFor(5_000);
  t.is(preVotes(node).length, 4 * 2);
});

test('evidence of an older process, or of one that leads nothing, changes nothing', (t) => {
  const node = following();
  node.presence(2, GONE, 6);
  node.presence(3, GONE, 1);
  node.time.runFor(PAUSE_MS_MAX);
  t.deepEqual(preVotes(node), []);
  node.propose(1);
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_LEADER', 2, 1]]);
});

test("only a node's own link says how a neighbour is", (t) => {
  const node = following();
  const body = { node: 2, presence: GONE, boot: 7, addresses: undefined, campaignDelayMs: 0 };
  for (const from of [linkTo(3), { ...linkTo(2), node: 3 }, { node: 3, kind: 'group', instance: 9 }]) {
    node.deliver(from, 0, { type: 'peerState', body });
  }
  node.time.runFor(PAUSE_MS_MAX);
  t.deepEqual(preVotes(node), []);
});

test('a leader that is heard of again before the campaign is followed again', (t) => {
  const node = following();
  node.presence(2, GONE, 7);
  node.presence(2, CONNECTED, 8);
  node.fromPeer(2, { type: MessageType.Heartbeat, term: 5 });
  node.time.runFor(PAUSE_MS_MAX);
  t.deepEqual(preVotes(node), []);
  node.propose(1);
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_LEADER', 2, 1]]);
});

test('who grants a pre-vote lets that candidate have its try', (t) => {
  const node = following();
  node.presence(2, GONE, 7);
  node.fromPeer(3, { type: MessageType.PreVote, term: 6, logTerm: 1, index: 1 });
  t.like(ofType(node.takeRaft(), MessageType.PreVoteResp), [{ to: 3, term: 6, reject: false }]);
  node.time.runFor(PAUSE_MS_MAX);
  t.deepEqual(preVotes(node), []);
  node.time.runFor(100);
  t.is(preVotes(node).length, 2, 'it came to nothing');
});

test('a request for a pre-vote that arrives in the turn of the own campaign goes before it', (t) => {
  const node = following();
  node.presence(2, GONE, 7);
  const asked = { type: MessageType.PreVote, from: 3, term: 6, logTerm: 1, index: 1 };
  node.deliverTogether([
    { from: { node: 3, kind: 'group', instance: 9 }, message: raftMessage(asked) },
    { from: node.group, message: { type: 'campaign', body: {} } },
  ]);
  t.deepEqual(
    node.takeRaft().map(({ type }) => type),
    [MessageType.PreVoteResp],
  );
});

test('a candidate whose own vote is still being written does not start over', (t) => {
  const node = following();
  node.presence(2, GONE, 7);
  node.time.runFor(PAUSE_MS_MAX);
  node.fromPeer(3, { type: MessageType.PreVoteResp, term: 6 });
  const [vote] = node.takeAppends();
  t.like(vote, { hardState: { term: 6, vote: 1 } });
  node.takeRaft();
  node.time.runFor(200);
  t.deepEqual(node.takeRaft(), []);
  if (vote !== undefined) node.appended(vote);
  t.is(ofType(node.takeRaft(), MessageType.Vote).length, 2);
});

test('without evidence stickiness holds: a lost connection forgets no leader', (t) => {
  const node = following();
  node.presence(2, LOST, 7);
  node.fromPeer(3, { type: MessageType.PreVote, term: 6, logTerm: 1, index: 1 });
  t.deepEqual(node.takeRaft(), []);
  node.propose(1);
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_LEADER', 2, 1]]);
});

test('reads that wait for a leader are refused as soon as it cannot be reached, and so are later ones', (t) => {
  const node = following();
  node.query(LINEARIZABLE, 1, 2);
  t.is(ofType(node.takeRaft(), MessageType.ReadIndex).length, 1, 'the reads of a turn share a round');
  node.query(LINEARIZABLE, 3);
  node.presence(3, LOST, 1);
  t.deepEqual(node.takeRefusals(), [], 'that is not the leader');
  node.presence(2, LOST, 7);
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_READY', 2, 1, 2, 3]]);
  node.query(LINEARIZABLE, 4);
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_READY', 2, 4]]);
  node.presence(2, CONNECTED, 7);
  node.takeRaft();
  node.query(LINEARIZABLE, 5);
  t.is(ofType(node.takeRaft(), MessageType.ReadIndex).length, 1);
});

test('a link that goes down has lost its connection', (t) => {
  const node = following();
  node.up(linkTo(2), 10);
  node.query(LINEARIZABLE, 1);
  node.down(linkTo(2), 10);
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_READY', 2, 1]]);
});

test('reads that wait are refused when the same replica leads in another term', (t) => {
  const node = following();
  node.query(LINEARIZABLE, 1);
  node.fromPeer(2, { type: MessageType.Heartbeat, term: 6 });
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_LEADER', 2, 1]]);
});

test('reads of the turn in which a leader is found are asked of it, not refused', (t) => {
  const node = new ScriptedNode({ voters: VOTERS });
  node.open();
  const get = { collection: new Uint8Array([1]), key: new Uint8Array([1]) };
  const query = { type: 'query', body: { consistency: LINEARIZABLE, query: { request: 1, get } } };
  const beat = { type: MessageType.Heartbeat, from: 2, term: 5 };
  node.deliverTogether([
    { from: { node: 2, kind: 'group', instance: 9 }, message: raftMessage(beat) },
    { from: GATEWAY, message: query },
  ]);
  t.deepEqual(node.takeRefusals(), []);
  t.like(ofType(node.takeRaft(), MessageType.ReadIndex), [{ to: 2 }]);
});

test('a leader answers no read of another replica before it has committed an entry of its own term', (t) => {
  const node = ScriptedNode.leading({ voters: VOTERS });
  const { term = 0 } = ofType(node.takeRaft(), MessageType.App)[0] ?? {};
  const context = new Uint8Array(24);
  node.fromPeer(2, { type: MessageType.ReadIndex, context });
  node.query(LINEARIZABLE, 1);
  t.deepEqual(ofType(node.takeRaft(), MessageType.Heartbeat), [], 'its commit index may lie too low');
  node.fromPeer(3, { type: MessageType.AppResp, term, index: 2 });
  node.serve();
  const beats = ofType(node.takeRaft(), MessageType.Heartbeat);
  t.is(beats.length, 2, 'one round for both');
  node.fromPeer(3, { type: MessageType.HeartbeatResp, term, context: beats[0]?.context ?? context });
  t.like(ofType(node.takeRaft(), MessageType.ReadIndexResp), [{ to: 2, index: 2, context }]);
  t.like(node.takeReads(), [{ readIndex: 2, queries: [{ request: 1 }] }]);
});

test('a leader keeps nothing in flight to a member that is lost, and speaks to it at once when it is back', (t) => {
  const node = ScriptedNode.leading({ voters: VOTERS });
  const { term = 0 } = ofType(node.takeRaft(), MessageType.App)[0] ?? {};
  for (const from of [2, 3]) {
    node.presence(from, CONNECTED);
    node.fromPeer(from, { type: MessageType.AppResp, term, index: 2 });
  }
  node.takeRaft();
  node.presence(3, LOST);
  for (let request = 1; request <= 5; request += 1) node.propose(request);
  const sent = ofType(node.takeRaft(), MessageType.App).filter(({ to, entries }) => to === 3 && entries.length > 0);
  t.is(sent.length, 1, 'one probe');
  node.presence(3, CONNECTED);
  const [beat, app] = node.takeRaft().filter(({ to }) => to === 3);
  t.is(beat?.type, MessageType.Heartbeat);
  t.deepEqual([app?.index, app?.entries.length], [2, 5]);
});

test('all groups of a node tick at the same moments', async (t) => {
  const node = new ScriptedNode({ voters: VOTERS });
  node.time.runFor(13);
  node.kernel.spawn('group', 10, { replica: 1, peers: VOTERS.map((voter) => [voter, voter]), volume: 0 });
  const ticks = (): number[] =>
    node.kernel
      .inspect()
      .filter(({ ref }) => ref.kind === 'group')
      .map(({ turns }) => turns);
  node.time.runFor(200);
  let together = 0;
  for (let ms = 0; ms < 10 * node.limits.tickMs; ms += 1) {
    const [first = 0, second = 0] = ticks();
    node.time.runFor(1);
    const [firstAfter = 0, secondAfter = 0] = ticks();
    t.is(firstAfter - first, secondAfter - second);
    together += firstAfter - first;
  }
  t.is(together, 10);
});
