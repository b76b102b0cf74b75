/**
 * What a replica's own storage confirms, arriving late: the races of a log writer that works beside the core.
 */
import test from 'ava';
import { createMessage } from '../../../../src/actors/raft/core/message.js';
import { type Message, MessageType } from '../../../../src/actors/raft/core/types.js';
import { Network, normal } from './network.js';

const VOTERS = [1, 2, 3];

/** Member 1 campaigns; what its storage will confirm is held back. */
function heldBack(network: Network): readonly Message[] {
  network.takeReady(1);
  network.writeOne(1);
  const held = network.wire.filter(({ to }) => to === 1);
  network.wire = network.wire.filter(({ to }) => to !== 1);
  return held;
}

function release(network: Network, held: readonly Message[]): void {
  for (const message of held) network.core(1).step(message);
}

for (const preVote of [false, true]) {
  const kind = preVote ? 'pre-vote' : 'vote';

  test(`a ${kind} for itself that arrives after the election is lost changes nothing`, (t) => {
    const network = new Network({ voters: VOTERS, config: { preVote } });
    network.core(1).campaign();
    const held = heldBack(network);
    t.is(held.length, 1);
    for (const from of [2, 3]) {
      const type = preVote ? MessageType.PreVoteResp : MessageType.VoteResp;
      const term = preVote ? 0 : 1;
      network.core(1).step(createMessage(type, { to: 1, from, term: Math.max(term, 1), reject: true }));
    }
    t.is(network.core(1).status().role, 'StateFollower');
    const { term } = network.core(1).status();
    release(network, held);
    t.deepEqual([network.core(1).status().role, network.core(1).status().term], ['StateFollower', term]);
  });
}

test('a pre-vote for itself that arrives when it is a candidate already is no vote', (t) => {
  const network = new Network({ voters: VOTERS, config: { preVote: true } });
  network.core(1).campaign();
  const held = heldBack(network);
  for (const from of [2, 3]) network.core(1).step(createMessage(MessageType.PreVoteResp, { to: 1, from, term: 1 }));
  t.is(network.core(1).status().role, 'StateCandidate');
  release(network, held);
  network.core(1).step(createMessage(MessageType.VoteResp, { to: 1, from: 2, term: 1, reject: true }));
  network.core(1).step(createMessage(MessageType.VoteResp, { to: 1, from: 3, term: 1 }));
  t.is(network.core(1).status().role, 'StateCandidate', 'one grant, one refusal, and its own vote is not durable');
});

test("a leader's acknowledgement to itself does not count in a later term", (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  network.core(1).propose([normal('a')]);
  const held = heldBack(network);
  t.true(held.some(({ type, index }) => type === MessageType.AppResp && index === 2));
  network.core(1).step(createMessage(MessageType.Heartbeat, { to: 1, from: 2, term: 2 }));
  release(network, held);
  t.is(network.core(1).status().commit, 1);
});

test('a leader commits without its own disk once a majority of others has the entry, and not before', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  network.core(1).propose([normal('a')]);
  network.takeReady(1);
  const acknowledge = (from: number): void => {
    network.core(1).step(createMessage(MessageType.AppResp, { to: 1, from, term: 1, index: 2 }));
  };
  acknowledge(2);
  t.is(network.core(1).status().commit, 1, 'its own disk and that of 3 are missing');
  acknowledge(3);
  t.is(network.core(1).status().commit, 2);
  network.takeReady(1);
  t.is(network.member(1).applies.length, 0, 'applied here only when durable here');
  network.settle();
  t.is(network.member(1).applied.length, 2);
});

/** An append of the leader `from`, whose log is one entry of `entryTerm`. */
const oneEntry = (from: number, term: number, entryTerm: number): Message =>
  createMessage(MessageType.App, {
    to: 1,
    from,
    term,
    entries: [{ term: entryTerm, index: 1, type: 0, data: new Uint8Array(0) }],
  });

test('an acknowledgement that was overtaken by other entries of the same length makes none of them durable', (t) => {
  const network = new Network({ voters: VOTERS });
  const follower = network.core(1);
  follower.step(oneEntry(2, 1, 1));
  network.takeReady(1);
  network.writeOne(1);
  const ofTerm1 = network.wire.splice(0);
  follower.step(oneEntry(3, 2, 2));
  network.takeReady(1);
  release(network, ofTerm1);
  follower.step(createMessage(MessageType.Heartbeat, { to: 1, from: 3, term: 2, commit: 1 }));
  network.takeReady(1);
  t.is(network.member(1).applies.length, 0, 'the entry of term 2 is not durable');
  network.settle();
  t.is(network.member(1).applied[0]?.term, 2);
});

test('an entry that was replaced and came back is durable only when its second append is', (t) => {
  const network = new Network({ voters: VOTERS });
  const follower = network.core(1);
  for (const append of [oneEntry(2, 1, 1), oneEntry(3, 2, 2), oneEntry(2, 3, 1)]) {
    follower.step(append);
    network.takeReady(1);
  }
  follower.step(createMessage(MessageType.Heartbeat, { to: 1, from: 2, term: 3, commit: 1 }));
  for (const isDurable of [false, false, true]) {
    // After the first write the disk holds the right entry, but the second, which replaces it, is on its way.
    network.writeOne(1);
    network.deliver();
    network.takeReady(1);
    t.is(network.member(1).applies.length > 0, isDurable);
  }
});
