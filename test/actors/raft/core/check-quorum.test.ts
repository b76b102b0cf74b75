/** Leaders that are cut off, voters that stick to a leader, and replicas that would otherwise be stuck. */
import test from 'ava';
import { createMessage } from '../../../../src/actors/raft/core/message.js';
import { MessageType } from '../../../../src/actors/raft/core/types.js';
import { configOf, confState, entriesOf, Member, Network } from './network.js';

const VOTERS = [1, 2, 3];
const ELECTION_TICK = 10;

const stuck = (preVote: boolean): Network => {
  const network = new Network({ voters: VOTERS, config: { checkQuorum: true, preVote } });
  for (const id of VOTERS) network.core(id).setRandomizedElectionTimeout(ELECTION_TICK + id);
  network.campaign(1);
  return network;
};

test('a leader that hears from a quorum stays, one that does not steps down in its term', (t) => {
  const network = stuck(false);
  network.tick(1, ELECTION_TICK);
  t.is(network.core(1).status().role, 'StateLeader', 'its election was heard of');
  network.settle();
  network.tick(1, ELECTION_TICK);
  t.is(network.core(1).status().role, 'StateLeader', 'its heartbeats were answered');
  network.tick(1, ELECTION_TICK);
  t.deepEqual([network.core(1).status().role, network.core(1).status().term], ['StateFollower', 1]);
});

test('without check-quorum a leader that is cut off goes on', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  network.isolate(1);
  network.tick(1, 10 * ELECTION_TICK);
  t.is(network.core(1).status().role, 'StateLeader');
});

test('a learner does not count towards the quorum', (t) => {
  const network = new Network({ voters: [1, 2], learners: [3], config: { checkQuorum: true } });
  network.campaign(1);
  network.cut(1, 2);
  for (let round = 0; round < 2; round += 1) {
    network.tick(1, ELECTION_TICK);
    network.settle();
  }
  t.is(network.core(1).status().role, 'StateFollower');
});

test('voters that heard of a leader within an election timeout ignore candidates', (t) => {
  const network = stuck(false);
  network.campaign(3);
  t.deepEqual(network.roles(), ['Leader', 'Follower', 'Candidate']);
  t.deepEqual(network.terms(), [1, 1, 2]);
  network.tick(2, ELECTION_TICK);
  network.campaign(3);
  t.is(network.core(3).status().role, 'StateLeader', 'the lease of 2 is over');
});

test('a candidate that nobody listens to brings the leader to its term, and is free again', (t) => {
  const network = stuck(false);
  network.isolate(3);
  network.campaign(3);
  network.campaign(3);
  t.is(network.core(3).status().term, 3);
  network.heal();
  // The leader's heartbeat of term 1 is answered with term 3.
  network.tick(1);
  network.settle();
  t.deepEqual([network.core(1).status().role, network.core(1).status().term], ['StateFollower', 3]);
  network.tick(2, ELECTION_TICK);
  network.campaign(3);
  t.deepEqual(network.roles(), ['Follower', 'Follower', 'Leader']);
});

test('a follower whose timeout is too short disturbs the leader, but not with pre-vote', (t) => {
  for (const preVote of [false, true]) {
    const network = stuck(preVote);
    network.core(3).setRandomizedElectionTimeout(ELECTION_TICK);
    network.tick(2, ELECTION_TICK - 1);
    network.tick(3, ELECTION_TICK);
    network.settle();
    network.tick(1);
    network.settle();
    t.is(network.core(1).status().role, preVote ? 'StateLeader' : 'StateFollower');
    t.is(network.core(1).status().term, preVote ? 1 : 2);
  }
});

test('a member with a smaller term can still be elected', (t) => {
  const network = new Network({ voters: VOTERS, config: { preVote: true } });
  network.campaign(1);
  network.isolate(3);
  network.propose(1, 'a');
  network.campaign(2);
  t.deepEqual([network.core(2).status().role, network.core(2).status().term], ['StateLeader', 2]);
  network.heal();
  network.tick(2);
  network.settle();
  network.isolate(2);
  network.campaign(3);
  network.campaign(1);
  const leaders = [1, 3].filter((id) => network.core(id).status().role === 'StateLeader');
  t.is(leaders.length, 1);
});

test('a group whose members turn pre-vote on one by one is not stuck', (t) => {
  // 3 campaigned for later terms without pre-vote and lags behind; 1 and 2 use pre-vote.
  const network = new Network({
    voters: VOTERS,
    config: () => ({ preVote: true }),
    logs: { 1: [1, 1, 1], 2: [1, 1, 1], 3: [1] },
    hardStates: { 3: { term: 7, vote: 3, commit: 1 } },
  });
  network.campaign(1);
  network.campaign(1);
  t.is(network.core(1).status().role, 'StateLeader');
  network.tick(1);
  network.settle();
  t.is(network.member(3).lastIndex, network.member(1).lastIndex);
});

test('a voter that its own membership does not know does not campaign', (t) => {
  const member = new Member(configOf(4, { checkQuorum: true }), { conf: confState(VOTERS), entries: entriesOf([1]) });
  for (let ticks = 0; ticks < 100; ticks += 1) member.core.tick();
  member.core.campaign();
  t.is(member.core.status().role, 'StateFollower');
  member.core.step(createMessage(MessageType.Heartbeat, { to: 4, from: 1, term: 2, commit: 1 }));
  t.is(member.core.status().lead, 1);
});

test('a follower that forgets its leader lets another one be elected', (t) => {
  const network = stuck(true);
  network.isolate(1);
  network.core(2).forgetLeader();
  t.is(network.core(2).status().lead, 0);
  network.campaign(3);
  t.is(network.core(3).status().role, 'StateLeader');
});

test('only followers forget, and nobody does where reads rely on the lease', (t) => {
  const network = stuck(false);
  network.core(1).forgetLeader();
  t.is(network.core(1).status().lead, 1);
  const leased = new Network({ voters: VOTERS, config: { checkQuorum: true, readOnly: 'lease-based' } });
  leased.campaign(1);
  leased.core(2).forgetLeader();
  t.is(leased.core(2).status().lead, 1);
});
