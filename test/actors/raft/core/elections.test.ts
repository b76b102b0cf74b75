/** Who becomes leader, and who does not. */
import test from 'ava';
import { createMessage, voteRequest } from '../../../../src/actors/raft/core/message.js';
import { type CoreConfig, EntryType, type Message, MessageType } from '../../../../src/actors/raft/core/types.js';
import { bytes, entriesOf, Network } from './network.js';

const VOTERS = [1, 2, 3];
const FIVE = [1, 2, 3, 4, 5];

for (const preVote of [false, true]) {
  const kind = preVote ? 'with pre-vote' : 'without pre-vote';
  const config: Partial<CoreConfig> = { preVote };

  test(`each member can lead in turn, ${kind}`, (t) => {
    const network = new Network({ voters: VOTERS, config });
    for (const id of VOTERS) {
      network.campaign(id);
      t.deepEqual(
        network.roles(),
        VOTERS.map((member) => (member === id ? 'Leader' : 'Follower')),
      );
    }
    t.deepEqual(network.terms(), [3, 3, 3]);
  });

  test(`a leader needs a majority, ${kind}`, (t) => {
    const three = new Network({ voters: VOTERS, config });
    three.isolate(3);
    three.campaign(1);
    t.is(three.core(1).status().role, 'StateLeader');
    const alone = new Network({ voters: VOTERS, config });
    alone.isolate(1);
    alone.campaign(1);
    t.is(alone.core(1).status().role, preVote ? 'StatePreCandidate' : 'StateCandidate');
    t.is(alone.core(1).status().term, preVote ? 0 : 1, 'a pre-candidate keeps its term');
  });

  test(`a leader overwrites newer entries that a majority never had, ${kind}`, (t) => {
    // Members 1, 2, 4 stopped at term 1; 3 was elected for term 2 and replicated to nobody; 5 voted in it.
    const network = new Network({
      voters: FIVE,
      config,
      logs: { 1: [1], 2: [1], 3: [2], 4: [1], 5: [1] },
      hardStates: {
        1: { term: 2, vote: 3, commit: 0 },
        2: { term: 2, vote: 3, commit: 0 },
        3: { term: 2, vote: 3, commit: 0 },
        4: { term: 2, vote: 3, commit: 0 },
        5: { term: 2, vote: 3, commit: 0 },
      },
    });
    network.campaign(1);
    t.is(network.core(1).status().role, 'StateLeader');
    for (const { disk } of network.members.values())
      t.deepEqual(
        disk.entries.map(({ term }) => term),
        [1, 3],
      );
  });

  test(`candidates that split the vote meet again in a later term, ${kind}`, (t) => {
    const network = new Network({ voters: VOTERS, config });
    network.cut(1, 3);
    network.core(1).campaign();
    network.core(3).campaign();
    network.settle();
    t.is(network.core(1).status().role, 'StateLeader', 'the first to reach member 2');
    t.not(network.core(3).status().role, 'StateLeader');
    network.heal();
    network.campaign(3);
    const leaders = network.roles().filter((role) => role === 'Leader');
    t.true(leaders.length <= 1);
    network.tick(1);
    network.settle();
    const terms = new Set(network.terms());
    t.is(terms.size, 1, 'all end in one term');
  });

  test(`a candidate concedes to the leader of its term, ${kind}`, (t) => {
    const network = new Network({ voters: VOTERS, config });
    network.isolate(1);
    network.campaign(1);
    network.campaign(3);
    t.is(network.core(3).status().role, 'StateLeader');
    network.heal();
    network.tick(3);
    network.settle();
    network.propose(3, 'a');
    t.deepEqual(network.roles(), ['Follower', 'Follower', 'Leader']);
    t.deepEqual(network.commits(), [2, 2, 2]);
  });

  test(`a single voter elects itself once its vote is durable, ${kind}`, (t) => {
    const network = new Network({ voters: [1], config });
    network.core(1).campaign();
    t.not(network.core(1).status().role, 'StateLeader');
    network.settle();
    t.is(network.core(1).status().role, 'StateLeader');
    t.is(network.core(1).status().commit, 1);
  });
}

test('a replica starts as a follower', (t) => {
  const network = new Network({ voters: VOTERS });
  t.deepEqual(network.roles(), ['Follower', 'Follower', 'Follower']);
});

test('a vote goes to one candidate a term, and to the same one again', (t) => {
  const network = new Network({ voters: VOTERS });
  const ask = (candidate: number): Message | undefined => {
    network.core(1).step(voteRequest(MessageType.Vote, 1, candidate, 1, 0, 0));
    network.takeReady(1);
    network.writeOne(1);
    return network.wire.pop();
  };
  t.false(ask(2)?.reject);
  t.true(ask(3)?.reject);
  t.false(ask(2)?.reject);
});

test('a vote is asked for only when the own term and vote are durable; a pre-vote at once', (t) => {
  const asked = (preVote: boolean, voteRequestsBeforeAppend: boolean): readonly number[] => {
    const network = new Network({ voters: VOTERS, config: { preVote, voteRequestsBeforeAppend } });
    network.core(1).campaign();
    network.takeReady(1);
    const atOnce = network.wire.length;
    network.writeOne(1);
    return [atOnce, network.wire.filter(({ to }) => to !== 1).length];
  };
  t.deepEqual(asked(false, false), [0, 2]);
  t.deepEqual(asked(true, false), [2, 2]);
  t.deepEqual(asked(false, true), [2, 2], 'as etcd/raft does');
});

test('a vote leaves only when it is durable', (t) => {
  const network = new Network({ voters: VOTERS });
  network.core(1).step(voteRequest(MessageType.Vote, 1, 2, 1, 0, 0));
  const ready = network.takeReady(1);
  t.true(ready?.mustSync);
  t.deepEqual(ready?.hardState, { term: 1, vote: 2, commit: 0 });
  t.deepEqual(network.wire, []);
  network.writeOne(1);
  t.is(network.wire[0]?.type, MessageType.VoteResp);
});

for (const [name, log, logTerm, index, granted] of [
  ['an equal log', [1, 2], 2, 2, true],
  ['a longer log of the same term', [1, 2], 2, 3, true],
  ['a shorter log of a later term', [1, 2], 3, 1, true],
  ['a shorter log of the same term', [1, 2], 2, 1, false],
  ['a longer log of an earlier term', [1, 2], 1, 9, false],
] as const) {
  test(`a candidate with ${name} ${granted ? 'gets the vote' : 'does not get the vote'}`, (t) => {
    for (const type of [MessageType.Vote, MessageType.PreVote] as const) {
      const network = new Network({ voters: VOTERS, logs: { 1: log } });
      network.core(1).step(voteRequest(type, 1, 2, 5, logTerm, index));
      network.takeReady(1);
      network.writeOne(1);
      t.is(network.wire[0]?.reject, !granted);
    }
  });
}

test('whatever its role, a replica votes in a later term and becomes a follower; a pre-vote moves nothing', (t) => {
  for (const role of ['Follower', 'Candidate', 'Leader']) {
    for (const type of [MessageType.Vote, MessageType.PreVote] as const) {
      const network = new Network({ voters: VOTERS });
      if (role === 'Candidate') network.isolate(1);
      if (role !== 'Follower') network.campaign(1);
      const before = network.core(1).status();
      network.core(1).step(voteRequest(type, 1, 2, 9, 9, 9));
      network.takeReady(1);
      network.writeOne(1);
      const answer = network.wire.find((message) => message.to === 2 && message.type !== MessageType.App);
      t.false(answer?.reject);
      t.is(answer?.term, 9);
      const after = network.core(1).status();
      if (type === MessageType.Vote) t.deepEqual([after.role, after.term, after.vote], ['StateFollower', 9, 2]);
      else t.deepEqual([after.role, after.term, after.vote], [before.role, before.term, before.vote]);
    }
  }
});

test('messages of an older term change nothing', (t) => {
  const network = new Network({ voters: VOTERS });
  for (const id of [1, 2, 1]) network.campaign(id);
  const entry = { term: 2, index: 3, type: 0, data: bytes('old') } as const;
  const old = { to: 1, from: 2, term: 2, logTerm: 2, index: 2, entries: [entry] };
  network.core(1).step(createMessage(MessageType.App, old));
  network.settle();
  network.propose(1, 'new');
  t.deepEqual(
    network.member(1).disk.entries.map(({ term }) => term),
    [1, 2, 3, 3],
  );
});

test('a pre-vote that is refused by a later term ends in that term', (t) => {
  const network = new Network({
    voters: VOTERS,
    config: { preVote: true },
    hardStates: { 2: { term: 5, vote: 0, commit: 0 }, 3: { term: 5, vote: 0, commit: 0 } },
  });
  network.campaign(1);
  t.deepEqual([network.core(1).status().role, network.core(1).status().term], ['StateFollower', 5]);
  network.campaign(1);
  t.is(network.core(1).status().role, 'StateLeader');
});

test('pre-vote lets nobody who is behind disturb a leader', (t) => {
  const network = new Network({ voters: VOTERS, config: { preVote: true } });
  network.campaign(1);
  network.isolate(3);
  network.propose(1, 'a');
  network.campaign(3);
  network.heal();
  network.campaign(3);
  network.tick(1);
  network.settle();
  t.deepEqual(network.roles(), ['Leader', 'Follower', 'Follower']);
  t.deepEqual(network.terms(), [1, 1, 1]);
});

test('a learner answers votes and campaigns never', (t) => {
  const network = new Network({ voters: [1, 2], learners: [3] });
  network.core(3).campaign();
  network.tick(3, 100);
  t.deepEqual([network.core(3).status().role, network.core(3).status().term], ['StateFollower', 0]);
  network.core(3).step(voteRequest(MessageType.Vote, 3, 1, 1, 0, 0));
  network.takeReady(3);
  network.writeOne(3);
  t.false(network.wire[0]?.reject, "its own membership may be older than the candidate's");
});

test('nobody campaigns while a committed membership entry waits to be applied', (t) => {
  const network = new Network({ voters: VOTERS, config: { preVote: true } });
  const membership = { term: 1, index: 1, type: EntryType.ConfChangeV2, data: bytes('') };
  const follower = network.core(1);
  follower.step(createMessage(MessageType.App, { to: 1, from: 2, term: 1, entries: [membership] }));
  network.takeReady(1);
  network.writeOne(1);
  network.deliver();
  follower.step(createMessage(MessageType.Heartbeat, { to: 1, from: 2, term: 1, commit: 1 }));
  follower.campaign();
  network.tick(1, 100);
  t.is(follower.status().role, 'StateFollower');
  network.takeReady(1);
  network.applyOne(1);
  network.deliver();
  follower.campaign();
  t.is(follower.status().role, 'StatePreCandidate');
});

test('a message that names nobody, somebody else, or this replica as its sender is dropped', (t) => {
  const network = new Network({ voters: VOTERS });
  const step = (to: number, from: number): string =>
    network.core(1).step(createMessage(MessageType.Heartbeat, { to, from, term: 1 }));
  t.deepEqual([step(1, 0), step(2, 3), step(1, 1), step(1, 2)], ['dropped', 'dropped', 'dropped', 'ok']);
});

test('an answer from a stranger is refused, a request is not: it may be of a membership to come', (t) => {
  const network = new Network({ voters: VOTERS });
  const from9 = { to: 1, from: 9, term: 1 };
  t.is(network.core(1).step(createMessage(MessageType.VoteResp, from9)), 'unknown-peer');
  t.is(network.core(1).step(createMessage(MessageType.Heartbeat, from9)), 'ok');
});

test('a malformed append is dropped', (t) => {
  const network = new Network({ voters: VOTERS });
  const append = (terms: readonly number[], first: number, term = 5): string =>
    network.core(1).step(createMessage(MessageType.App, { to: 1, from: 2, term, entries: entriesOf(terms, first) }));
  t.is(append([1], 2), 'dropped', 'a gap');
  t.is(append([2, 1], 1), 'dropped', 'terms that go down');
  t.is(append([6], 1), 'dropped', "a term beyond the leader's");
  t.is(append([1], 1, 0), 'dropped', 'no term at all');
  t.is(network.core(1).status().term, 0, 'nor does it count as a leader');
  t.is(append([1, 2], 1), 'ok');
});

test('election timeouts are drawn from [timeout, 2 x timeout), anew for each term', (t) => {
  const drawn = new Set<number>();
  const network = new Network({ voters: [1, 2] });
  for (let term = 1; term <= 400; term += 1) {
    let ticks = 0;
    while (network.core(1).status().term < term) {
      network.tick(1);
      ticks += 1;
    }
    drawn.add(ticks);
    network.takeReady(1);
  }
  t.deepEqual(
    [...drawn].sort((a, b) => a - b),
    [10, 11, 12, 13, 14, 15, 16, 17, 18, 19],
  );
});

test('members rarely time out together', (t) => {
  let ties = 0;
  for (let seed = 0; seed < 200; seed += 1) {
    const network = new Network({ voters: FIVE.map((id) => id + seed * 5) });
    let first = 0;
    while (first === 0) {
      for (const [id, { core }] of network.members) {
        network.tick(id);
        if (core.status().role === 'StateCandidate') first += 1;
      }
    }
    if (first > 1) ties += 1;
  }
  t.true(ties < 120, `${ties} of 200 first campaigns met another one`);
});

test('votes of two kinds are not added up: a pre-vote answer is no vote', (t) => {
  const network = new Network({ voters: VOTERS, config: { preVote: true } });
  network.isolate(1);
  network.core(1).campaign();
  network.settle();
  network.core(1).step(createMessage(MessageType.PreVoteResp, { to: 1, from: 2, term: 1 }));
  t.is(network.core(1).status().role, 'StateCandidate');
  network.core(1).step(createMessage(MessageType.PreVoteResp, { to: 1, from: 3, term: 1 }));
  t.is(network.core(1).status().role, 'StateCandidate');
  network.core(1).step(createMessage(MessageType.VoteResp, { to: 1, from: 3, term: 1 }));
  t.is(network.core(1).status().role, 'StateCandidate', 'its own vote is not durable yet');
  network.settle();
  t.is(network.core(1).status().role, 'StateLeader');
});
