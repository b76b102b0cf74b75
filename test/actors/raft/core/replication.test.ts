/** How entries get to the members, and when they are committed. */
import test from 'ava';
import { append, createMessage } from '../../../../src/actors/raft/core/message.js';
import { type Message, MessageType } from '../../../../src/actors/raft/core/types.js';
import { bytes, entriesOf, Network, normal, text } from './network.js';

const VOTERS = [1, 2, 3];

const termsOnDisk = (network: Network, id: number): readonly number[] =>
  network.member(id).disk.entries.map(({ term }) => term);

test('a leader begins its term with an empty entry, sent to all', (t) => {
  const network = new Network({ voters: VOTERS });
  network.core(1).campaign();
  network.settle([1]);
  network.core(1).step(createMessage(MessageType.VoteResp, { to: 1, from: 2, term: 1 }));
  const ready = network.takeReady(1);
  t.deepEqual(ready?.entries, [{ term: 1, index: 1, type: 0, data: new Uint8Array(0) }]);
  t.deepEqual(
    ready?.messages.filter(({ type }) => type === MessageType.App).map(({ to }) => to),
    [2, 3],
  );
});

test('a proposal is committed on a majority, applied everywhere, in order', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  network.isolate(3);
  network.propose(1, 'a');
  network.propose(1, 'b');
  t.deepEqual(network.commits(), [3, 3, 1]);
  network.heal();
  network.tick(1);
  network.settle();
  for (const { applied } of network.members.values()) {
    t.deepEqual(
      applied.map(({ data }) => text(data)),
      ['', 'a', 'b'],
    );
  }
});

test('without a majority nothing is committed', (t) => {
  const network = new Network({ voters: [1, 2, 3, 4, 5] });
  network.campaign(1);
  for (const id of [3, 4, 5]) network.isolate(id);
  network.propose(1, 'a');
  t.deepEqual(network.commits().slice(0, 2), [1, 1]);
  network.heal();
  network.tick(1);
  network.settle();
  t.deepEqual(network.commits(), [2, 2, 2, 2, 2]);
});

test('entries of earlier terms are committed only through one of the present term', (t) => {
  const network = new Network({
    voters: VOTERS,
    logs: { 1: [1, 2], 2: [1, 2], 3: [1] },
    hardStates: { 1: { term: 2, vote: 1, commit: 0 }, 2: { term: 2, vote: 1, commit: 0 } },
  });
  network.core(1).campaign();
  network.settle([1]);
  network.core(1).step(createMessage(MessageType.VoteResp, { to: 1, from: 2, term: 3 }));
  for (const from of [2, 3]) {
    network.core(1).step(createMessage(MessageType.AppResp, { to: 1, from, term: 3, index: 2 }));
  }
  t.is(network.core(1).status().commit, 0, 'a majority has entry 2, but it is of term 2');
  network.core(1).step(createMessage(MessageType.AppResp, { to: 1, from: 2, term: 3, index: 3 }));
  t.is(network.core(1).status().commit, 0, 'its own disk has entry 3 not yet');
  network.settle([1]);
  t.is(network.core(1).status().commit, 3, 'entry 3 commits all before it');
});

test('followers whose logs differ in every way end with the log of the leader', (t) => {
  // Figure 7 of the Raft paper.
  const leader = [1, 1, 1, 4, 4, 5, 5, 6, 6, 6];
  for (const follower of [
    [1, 1, 1, 4, 4, 5, 5, 6, 6],
    [1, 1, 1, 4],
    [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 6],
    [1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7],
    [1, 1, 1, 4, 4, 4, 4],
    [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3],
    [],
  ]) {
    const term = Math.max(7, ...follower);
    const network = new Network({
      voters: VOTERS,
      logs: { 1: leader, 2: follower, 3: leader.slice(0, 1) },
      hardStates: { 1: { term, vote: 0, commit: 0 } },
    });
    network.campaign(1);
    t.is(network.core(1).status().role, 'StateLeader');
    t.deepEqual(termsOnDisk(network, 2), [...leader, term + 1], `follower ${follower.join(' ')}`);
  }
});

test('probing skips whole terms on both sides', (t) => {
  const leader = [1, ...new Array<number>(40).fill(2), ...new Array<number>(40).fill(6)];
  const follower = [1, ...new Array<number>(30).fill(3), ...new Array<number>(30).fill(5)];
  const network = new Network({
    voters: VOTERS,
    logs: { 1: leader, 2: follower, 3: leader },
    hardStates: { 1: { term: 6, vote: 0, commit: 0 } },
  });
  let rejections = 0;
  network.core(1).campaign();
  for (let round = 0; round < 20; round += 1) {
    for (const id of VOTERS) {
      while (network.takeReady(id) !== undefined || network.writeOne(id) || network.applyOne(id));
    }
    rejections += network.wire.filter(({ type, reject }) => type === MessageType.AppResp && reject).length;
    network.deliver();
  }
  t.deepEqual(termsOnDisk(network, 2), [...leader, 7]);
  t.true(rejections <= 3, `${rejections} rejections`);
});

test('a follower answers an append below its commit index with its commit index', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  network.propose(1, 'a');
  network.core(2).step(append(2, 1, 1, 0, 0, entriesOf([1]), 0));
  network.takeReady(2);
  network.writeOne(2);
  const answer = network.wire.find(({ type }) => type === MessageType.AppResp);
  t.deepEqual([answer?.index, answer?.reject], [2, false]);
});

test('an acknowledgement leaves only when the entries are durable', (t) => {
  const network = new Network({ voters: VOTERS });
  network.core(2).step(append(2, 1, 1, 0, 0, entriesOf([1]), 0));
  network.takeReady(2);
  t.deepEqual(network.wire, []);
  network.writeOne(2);
  t.is(network.wire[0]?.type, MessageType.AppResp);
});

test('appends that arrive in another order than they left do no harm', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  for (const payload of ['a', 'b', 'c']) {
    network.core(1).propose([normal(payload)]);
    network.takeReady(1);
  }
  network.wire = [...network.wire].reverse();
  network.settle();
  network.tick(1);
  network.settle();
  for (const id of VOTERS) t.is(network.member(id).disk.entries.length, 4, `member ${id}`);
  t.deepEqual(network.commits(), [4, 4, 4]);
});

test('a follower forwards proposals to its leader, unless that is switched off', (t) => {
  const network = new Network({ voters: VOTERS });
  t.is(network.core(2).propose([normal('a')]), 'dropped', 'no leader is known');
  network.campaign(1);
  t.is(network.core(2).propose([normal('a')]), 'ok');
  network.settle();
  t.is(text(network.member(3).applied.at(-1)?.data ?? bytes('')), 'a');
  const strict = new Network({ voters: VOTERS, config: { disableProposalForwarding: true } });
  strict.campaign(1);
  t.is(strict.core(2).propose([normal('a')]), 'dropped');
});

test('a heartbeat never tells a commit index beyond what the member has', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  network.isolate(3);
  network.propose(1, 'a');
  network.tick(1);
  network.takeReady(1);
  const told = network.wire.filter(({ type }) => type === MessageType.Heartbeat).map(({ to, commit }) => [to, commit]);
  t.deepEqual(told, [
    [2, 2],
    [3, 1],
  ]);
});

test('a leader sends heartbeats at their interval, nobody else does', (t) => {
  const network = new Network({ voters: VOTERS, config: { heartbeatTick: 2 } });
  network.campaign(1);
  for (const id of VOTERS) network.tick(id, 5);
  for (const id of VOTERS) network.takeReady(id);
  const senders = network.wire.filter(({ type }) => type === MessageType.Heartbeat).map(({ from }) => from);
  t.deepEqual(senders, [1, 1, 1, 1]);
});

test('a new commit index is pushed at once', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  network.core(1).propose([normal('a')]);
  network.takeReady(1);
  network.writeOne(1);
  network.wire = network.wire.filter(({ to }) => to === 1);
  network.deliver();
  network.core(1).step(createMessage(MessageType.AppResp, { to: 1, from: 2, term: 1, index: 2 }));
  const pushed = network.takeReady(1)?.messages.filter(({ type }) => type === MessageType.App);
  t.deepEqual(
    pushed?.map(({ to, commit }) => [to, commit]),
    [
      [2, 2],
      [3, 2],
    ],
  );
});

test('a follower that restarts goes on from its disk', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  network.propose(1, 'a');
  network.core(1).propose([normal('b')]);
  network.takeReady(1);
  network.wire = network.wire.filter(({ to }) => to === 2);
  network.deliver();
  network.takeReady(2);
  network.member(2).restart();
  t.is(network.member(2).lastIndex, 2, 'b was not durable');
  network.tick(1);
  network.settle();
  t.deepEqual(
    network.member(2).applied.map(({ data }) => text(data)),
    ['', 'a', 'b'],
  );
});

test('a term that comes with any message is taken over, by whatever role', (t) => {
  for (const role of ['follower', 'candidate', 'leader']) {
    const network = new Network({ voters: VOTERS });
    if (role === 'candidate') network.isolate(1);
    if (role !== 'follower') network.campaign(1);
    const message: Message = createMessage(MessageType.App, { to: 1, from: 2, term: 9, entries: [] });
    network.core(1).step(message);
    const { term, lead, role: now } = network.core(1).status();
    t.deepEqual([term, lead, now], [9, 2, 'StateFollower']);
  }
});
