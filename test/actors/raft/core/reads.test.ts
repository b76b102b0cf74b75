/** Linearizable reads. */
import test from 'ava';
import { createMessage } from '../../../../src/actors/raft/core/message.js';
import { READ_REQUESTS_MAX, ReadRounds } from '../../../../src/actors/raft/core/read-only.js';
import { MessageType } from '../../../../src/actors/raft/core/types.js';
import { bytes, Network, normal, text } from './network.js';

const VOTERS = [1, 2, 3];

const readsOf = (network: Network, id: number): readonly (readonly [string, number])[] =>
  network.member(id).reads.map(({ context, index }) => [text(context), index]);

test('a read is answered with the commit index once a majority has confirmed the leader', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  network.propose(1, 'a');
  network.core(1).readIndex(bytes('r'));
  network.takeReady(1);
  t.deepEqual(readsOf(network, 1), []);
  network.settle();
  t.deepEqual(readsOf(network, 1), [['r', 2]]);
});

test('reads of followers and learners are confirmed by the leader', (t) => {
  const network = new Network({ voters: [1, 2], learners: [3] });
  network.campaign(1);
  network.propose(1, 'a');
  for (const id of [2, 3]) network.core(id).readIndex(bytes(`r${id}`));
  network.settle();
  t.deepEqual(readsOf(network, 2), [['r2', 2]]);
  t.deepEqual(readsOf(network, 3), [['r3', 2]]);
  t.deepEqual(readsOf(network, 1), []);
});

test('all reads of a turn travel in one round of heartbeats', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  for (const context of ['a', 'b', 'c']) network.core(1).readIndex(bytes(context));
  const ready = network.takeReady(1);
  t.deepEqual(
    ready?.messages.map(({ type, to }) => [type, to]),
    [
      [MessageType.Heartbeat, 2],
      [MessageType.Heartbeat, 3],
    ],
  );
  network.settle();
  t.deepEqual(
    readsOf(network, 1).map(([context]) => context),
    ['a', 'b', 'c'],
  );
});

test('a leader that is cut off answers no read', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  network.isolate(1);
  network.campaign(2);
  network.propose(2, 'newer');
  network.core(1).readIndex(bytes('stale'));
  network.settle();
  network.tick(1, 5);
  network.settle();
  t.deepEqual(readsOf(network, 1), []);
  network.heal();
  network.tick(1);
  network.tick(2);
  network.settle();
  t.deepEqual(readsOf(network, 1), [], 'nor when it comes back as a follower');
});

test('the answer of a learner confirms no leader', (t) => {
  const network = new Network({ voters: [1, 2], learners: [3] });
  network.campaign(1);
  network.cut(1, 2);
  network.core(1).readIndex(bytes('r'));
  network.settle();
  t.deepEqual(readsOf(network, 1), []);
});

test('reads wait for the first commit of the term', (t) => {
  for (const voters of [[1], VOTERS]) {
    const network = new Network({ voters });
    network.campaign(1);
    network.propose(1, 'a');
    network.member(1).restart();
    network.core(1).campaign();
    network.takeReady(1);
    network.writeOne(1);
    network.wire.push(createMessage(MessageType.VoteResp, { to: 1, from: voters.at(-1) ?? 1, term: 2 }));
    network.deliver();
    t.is(network.core(1).status().role, 'StateLeader');
    network.core(1).readIndex(bytes('r'));
    network.takeReady(1);
    t.deepEqual(readsOf(network, 1), [], 'what is committed may not be known to be');
    network.settle();
    t.deepEqual(readsOf(network, 1), [['r', 3]]);
  }
});

test('a lost round is repeated by the next heartbeat, with the index it was opened at', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  network.ignore(MessageType.Heartbeat);
  network.core(1).readIndex(bytes('r'));
  network.settle();
  network.propose(1, 'a');
  t.deepEqual(readsOf(network, 1), []);
  network.heal();
  network.tick(1);
  network.settle();
  t.deepEqual(readsOf(network, 1), [['r', 1]]);
});

test('a retried read is given a newer index', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  network.ignore(MessageType.Heartbeat);
  network.core(1).readIndex(bytes('r'));
  network.settle();
  network.propose(1, 'a');
  network.core(1).readIndex(bytes('r'));
  network.heal();
  network.settle();
  t.deepEqual(readsOf(network, 1), [
    ['r', 1],
    ['r', 2],
  ]);
});

test('without a known leader a read is dropped', (t) => {
  const network = new Network({ voters: VOTERS });
  network.core(2).readIndex(bytes('r'));
  network.settle();
  t.deepEqual(network.wire, []);
});

test('with a lease the leader answers at once, but only after its first commit', (t) => {
  const network = new Network({ voters: VOTERS, config: { checkQuorum: true, readOnly: 'lease-based' } });
  network.core(1).campaign();
  network.settle([1]);
  network.core(1).step(createMessage(MessageType.VoteResp, { to: 1, from: 2, term: 1 }));
  network.core(1).readIndex(bytes('early'));
  network.takeReady(1);
  t.deepEqual(readsOf(network, 1), []);
  network.settle();
  network.core(1).readIndex(bytes('late'));
  network.takeReady(1);
  t.deepEqual(readsOf(network, 1), [
    ['early', 1],
    ['late', 1],
  ]);
  network.core(1).propose([normal('a')]);
  network.core(2).readIndex(bytes('follower'));
  network.settle();
  t.is(readsOf(network, 2).length, 1);
});

test('lease-based reads without check-quorum are refused', (t) => {
  t.throws(() => new Network({ voters: VOTERS, config: { readOnly: 'lease-based' } }));
});

test('rounds are confirmed by a quorum of answers to them or to later ones', (t) => {
  const voters = { incoming: new Set([1, 2, 3, 4, 5]), outgoing: new Set<number>() };
  const rounds = new ReadRounds();
  const open = (index: number): Uint8Array => {
    rounds.collect({ from: 1, context: bytes('r') });
    rounds.open(index, 1);
    return rounds.context;
  };
  const first = open(10);
  const second = open(20);
  t.deepEqual(rounds.answered(2, first, voters), []);
  t.deepEqual(rounds.answered(2, first, voters), [], 'the same answer twice counts once');
  t.deepEqual(
    rounds.answered(3, second, voters).map(({ index }) => index),
    [10],
  );
  t.deepEqual(rounds.answered(3, first, voters), [], 'an older answer that arrives later');
  t.deepEqual(
    rounds.answered(4, second, voters).map(({ index }) => index),
    [20],
  );
  t.is(rounds.context.length, 0);
});

test('a context that is no open round is ignored', (t) => {
  const voters = { incoming: new Set([1, 2]), outgoing: new Set<number>() };
  const rounds = new ReadRounds();
  rounds.collect({ from: 1, context: bytes('r') });
  rounds.open(1, 1);
  const round = rounds.context;
  const later = round.slice();
  new DataView(later.buffer).setFloat64(0, 2);
  for (const context of [later, bytes('r'), new Uint8Array(8), new Uint8Array(8).fill(255)]) {
    t.deepEqual(rounds.answered(2, context, voters), []);
  }
  rounds.reset();
  t.deepEqual(rounds.answered(2, round, voters), [], 'of an earlier term');
});

test('reads that wait are bounded', (t) => {
  const rounds = new ReadRounds();
  const request = { from: 1, context: bytes('r') };
  for (let count = 0; count < READ_REQUESTS_MAX; count += 1) {
    if (!rounds.collect(request)) t.fail();
    if (count === 100) rounds.open(1, 1);
  }
  t.false(rounds.collect(request));
  const voters = { incoming: new Set([1, 2]), outgoing: new Set<number>() };
  rounds.answered(2, rounds.context, voters);
  t.true(rounds.collect(request));
});
