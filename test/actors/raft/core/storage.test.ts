/** What the core asks of the log writer and the applier, and what it may leave for later. */
import test from 'ava';
import { createMessage, storageApplyResponse } from '../../../../src/actors/raft/core/message.js';
import { MessageType } from '../../../../src/actors/raft/core/types.js';
import { bytes, configOf, confState, entriesOf, Member, Network, normal, text } from './network.js';

const VOTERS = [1, 2, 3];

test('an append carries the responses that wait for it, the storage acknowledgement last', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  network.core(1).propose([normal('a')]);
  network.takeReady(1);
  const [append] = network.member(1).appends;
  t.deepEqual(
    append?.responses?.map(({ type, term, index }) => [type, term, index]),
    [
      [MessageType.AppResp, 1, 2],
      [MessageType.StorageAppendResp, 1, 2],
    ],
  );
});

test('a Ready without storage holds back entries, hard state and what depends on them', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  const follower = network.core(2);
  const entry = { term: 1, index: 2, type: 0, data: bytes('a') } as const;
  follower.step(
    createMessage(MessageType.App, { to: 2, from: 1, term: 1, logTerm: 1, index: 1, entries: [entry], commit: 1 }),
  );
  follower.step(createMessage(MessageType.Heartbeat, { to: 2, from: 1, term: 1, commit: 1 }));
  follower.step(createMessage(MessageType.Heartbeat, { to: 2, from: 3, term: 2, commit: 1 }));
  const without = follower.ready({ withStorage: false });
  t.deepEqual([without.entries, without.hardState, without.mustSync], [[], undefined, false]);
  t.deepEqual(
    without.messages.map(({ type }) => type),
    [MessageType.HeartbeatResp, MessageType.HeartbeatResp],
  );
  t.true(follower.hasReady(), 'the rest waits');
  const rest = follower.ready();
  t.deepEqual([rest.entries.length, rest.hardState?.term, rest.mustSync], [1, 2, true]);
  const [append] = rest.messages;
  t.is(append?.type, MessageType.StorageAppend);
  t.deepEqual(
    append?.responses?.map(({ type }) => type),
    [MessageType.AppResp, MessageType.StorageAppendResp],
  );
  t.false(follower.hasReady());
});

test('a leader without credit for storage goes on with heartbeats, reads and appends to its peers', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  network.core(1).propose([normal('a')]);
  network.core(1).readIndex(bytes('r'));
  network.takeReady(1, false);
  network.deliver();
  for (let round = 0; round < 4; round += 1) {
    for (const id of [2, 3]) {
      network.takeReady(id);
      network.writeOne(id);
    }
    network.deliver();
    network.takeReady(1, false);
    network.deliver();
  }
  t.deepEqual(
    network.member(1).reads.map(({ context }) => text(context)),
    ['r'],
  );
  t.is(network.core(1).status().commit, 2, 'the others are a majority');
  t.is(network.member(1).disk.entries.length, 1);
  network.settle();
  t.is(network.member(1).applied.length, 2);
});

test('with synchronous storage a Ready waits for advance, and nothing can be left for later', (t) => {
  const member = new Member(configOf(1, { asyncStorageWrites: false }), { conf: confState([1]) });
  member.core.campaign();
  t.throws(() => member.core.ready({ withStorage: false }));
  t.throws(() => member.core.advance());
  member.core.ready();
  t.throws(() => member.core.ready());
  member.core.advance();
  t.is(member.core.status().role, 'StateLeader');
});

test('synchronous storage gives the same group', (t) => {
  const network = new Network({ voters: VOTERS, config: { asyncStorageWrites: false } });
  network.campaign(1);
  network.propose(1, 'a');
  network.campaign(2);
  network.propose(2, 'b');
  for (const { applied } of network.members.values()) {
    t.deepEqual(
      applied.map(({ data }) => text(data)),
      ['', 'a', '', 'b'],
    );
  }
});

test('a Ready is empty when there is nothing to do', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(1);
  for (const id of VOTERS) t.false(network.core(id).hasReady());
  const { messages, entries, committedEntries, softState, hardState } = network.core(1).ready();
  t.deepEqual([messages, entries, committedEntries, softState, hardState], [[], [], [], undefined, undefined]);
});

test('a change of the commit index alone need not be durable', (t) => {
  const network = new Network({ voters: [1] });
  network.campaign(1);
  network.core(1).propose([normal('a')]);
  network.takeReady(1);
  network.writeOne(1);
  network.deliver();
  const ready = network.takeReady(1);
  t.deepEqual([ready?.hardState, ready?.mustSync], [{ term: 1, vote: 1, commit: 2 }, false]);
});

test('after a start, committed entries that were not given are handed to the applier as a range', (t) => {
  const member = new Member(configOf(1), {
    conf: confState([1]),
    entries: entriesOf([1, 1, 1, 1, 1]),
    hardState: { term: 1, vote: 0, commit: 4 },
    applied: 1,
    inMemory: 2,
  });
  const applies = member.core.ready().messages.filter(({ type }) => type === MessageType.StorageApply);
  t.deepEqual(
    applies.map(({ index, entries }) => [index, entries.map((entry) => entry.index)]),
    [
      [3, []],
      [0, [4]],
    ],
  );
  const [range] = applies;
  t.deepEqual(range?.responses, [storageApplyResponse(1, [], 3)]);
  member.core.step(storageApplyResponse(1, [], 3));
  t.is(member.core.status().applied, 3);
});

/** Member 1 leads with entries that it was not given at its start, and 2 lacks. */
function behind(): Network {
  const network = new Network({ voters: VOTERS, config: { entryCacheBytes: 0, maxMessageBytes: 40 } });
  network.isolate(2);
  network.campaign(1);
  for (const payload of ['a', 'b', 'c', 'd', 'e']) network.propose(1, payload);
  network.heal();
  return network;
}

test('entries that are no longer in memory are read from the log, piece by piece', (t) => {
  const network = behind();
  let requests = 0;
  network.tick(1);
  for (let round = 0; round < 40; round += 1) {
    for (const id of VOTERS) {
      network.takeReady(id);
      while (network.writeOne(id) || network.applyOne(id));
    }
    if (network.readOne(1)) requests += 1;
    network.deliver();
  }
  t.true(requests > 0);
  t.deepEqual(
    network.member(2).applied.map(({ data }) => text(data)),
    ['', 'a', 'b', 'c', 'd', 'e'],
  );
});

test('while entries are read for a member nothing else is sent to it, and they are asked for once', (t) => {
  const network = behind();
  for (let round = 0; round < 3; round += 1) {
    network.core(1).step(createMessage(MessageType.HeartbeatResp, { to: 1, from: 2, term: 1 }));
  }
  const ready = network.takeReady(1);
  t.is(ready?.entryRequests.length, 1);
  t.deepEqual(
    ready?.messages.filter(({ to }) => to === 2),
    [],
  );
});

test('an answer to a request of another term or another place is ignored', (t) => {
  const network = behind();
  const core = network.core(1);
  core.step(createMessage(MessageType.HeartbeatResp, { to: 1, from: 2, term: 1 }));
  const [request] = network.takeReady(1)?.entryRequests ?? [];
  if (request === undefined) return t.fail('no request');
  const entries = network.member(1).disk.read(request);
  core.entriesRead(request, 9, entries);
  core.entriesRead({ ...request, from: request.from + 1 }, 1, entries.slice(1));
  core.step(createMessage(MessageType.HeartbeatResp, { to: 1, from: 2, term: 1 }));
  t.false(core.hasReady(), 'the request is still open');
  core.entriesRead(request, 1, []);
  core.step(createMessage(MessageType.HeartbeatResp, { to: 1, from: 2, term: 1 }));
  t.is(network.takeReady(1)?.entryRequests.length, 1, 'an empty answer is asked for again');
  core.entriesRead(request, 1, entries.slice(0, 2));
  t.deepEqual(
    network.takeReady(1)?.messages.map(({ type, to, index }) => [type, to, index]),
    [[MessageType.App, 2, request.from - 1]],
  );
});

test('a log that gives back other entries than were written is corrupt', (t) => {
  const network = behind();
  network.core(1).step(createMessage(MessageType.HeartbeatResp, { to: 1, from: 2, term: 1 }));
  const [request] = network.takeReady(1)?.entryRequests ?? [];
  if (request === undefined) return t.fail('no request');
  t.throws(() => network.core(1).entriesRead(request, 1, entriesOf([9], request.from)), { code: 'ERR_CORRUPT' });
});

test('a member that needs purged entries gets nothing but heartbeats', (t) => {
  const network = behind();
  network.core(1).purged(4);
  network.tick(1);
  network.settle();
  const progress = network
    .core(1)
    .status()
    .progress.find(({ id }) => id === 2);
  t.deepEqual([progress?.state, progress?.pendingSnapshot, progress?.isPaused], ['StateSnapshot', 4, true]);
  t.is(network.member(2).lastIndex, 0);
  network.core(1).step(createMessage(MessageType.AppResp, { to: 1, from: 2, term: 1, index: 4 }));
  t.is(network.core(1).status().progress[1]?.state, 'StateReplicate', 'it got there in another way');
});

test('what a start is given must fit together', (t) => {
  const start = (options: object): unknown =>
    new Member(configOf(1), { conf: confState([1]), entries: entriesOf([1, 1]), ...options });
  t.throws(() => start({ applied: 3 }));
  t.throws(() => start({ hardState: { term: 1, vote: 0, commit: 3 } }));
  t.throws(() => start({ purge: { index: 5, term: 1 } }));
  t.throws(() => new Member(configOf(0), { conf: confState([1]) }));
  const half = { conf: confState([1]), entries: entriesOf([1, 1]), inMemory: 1 };
  t.notThrows(() => new Member(configOf(1), half));
  t.throws(() => new Member(configOf(1, { asyncStorageWrites: false }), half));
  t.throws(() => new Member(configOf(1, { electionTick: 1 }), { conf: confState([1]) }));
});
