/** How much a leader sends ahead, and what it takes in. */
import test from 'ava';
import { createMessage } from '../../../../src/actors/raft/core/message.js';
import { type CoreStatus, type Message, MessageType } from '../../../../src/actors/raft/core/types.js';
import { Network, normal } from './network.js';

const VOTERS = [1, 2, 3];

const progressOf = (network: Network, id: number): CoreStatus['progress'][number] | undefined =>
  network
    .core(1)
    .status()
    .progress.find((progress) => progress.id === id);

/** The appends to member 2 in the next Ready. */
const appendsTo2 = (network: Network): readonly Message[] =>
  network.takeReady(1)?.messages.filter(({ type, to }) => type === MessageType.App && to === 2) ?? [];

const acknowledge = (network: Network, index: number): void => {
  network.core(1).step(createMessage(MessageType.AppResp, { to: 1, from: 2, term: 1, index }));
};

const heartbeatAnswered = (network: Network): void => {
  network.core(1).step(createMessage(MessageType.HeartbeatResp, { to: 1, from: 2, term: 1 }));
};

/** Member 1 leads, and 2 has answered nothing since its election. */
function leading(config = {}): Network {
  const network = new Network({ voters: VOTERS, config });
  network.cut(1, 2);
  network.campaign(1);
  return network;
}

test('a member that is probed gets one append until it answers', (t) => {
  const network = leading();
  t.is(progressOf(network, 2)?.state, 'StateProbe');
  for (const payload of ['a', 'b', 'c']) network.core(1).propose([normal(payload)]);
  t.deepEqual(appendsTo2(network), [], 'the append of the election is out already');
  acknowledge(network, 1);
  t.is(progressOf(network, 2)?.state, 'StateReplicate');
  t.deepEqual(
    appendsTo2(network).map(({ index, entries }) => [index, entries.length]),
    [[1, 3]],
  );
});

test('the answer to a message of an older term says nothing about a probe (simulator seed 20648)', (t) => {
  const network = new Network({ voters: VOTERS });
  network.campaign(3);
  network.cut(1, 2);
  network.campaign(1);
  const { term } = network.core(1).status();
  const probed = progressOf(network, 2);
  t.like(probed, { state: 'StateProbe', match: 0, next: 2 });
  // Member 2 is in this term already, and finds what the leader sent in the term before.
  network.core(1).step(createMessage(MessageType.AppResp, { to: 1, from: 2, term, index: 0 }));
  t.like(progressOf(network, 2), { state: 'StateProbe', match: 0, next: 2 }, 'not streamed to from the first entry on');
  network.core(1).step(createMessage(MessageType.AppResp, { to: 1, from: 2, term, index: 1 }));
  t.like(progressOf(network, 2), { state: 'StateReplicate', match: 1 });
});

test('a heartbeat answer lets one more probe out', (t) => {
  const network = leading();
  network.core(1).propose([normal('a')]);
  heartbeatAnswered(network);
  t.is(appendsTo2(network).length, 1);
  heartbeatAnswered(network);
  t.is(appendsTo2(network).length, 1);
});

test('a member that keeps up gets appends ahead of its answers', (t) => {
  const network = leading();
  acknowledge(network, 1);
  appendsTo2(network);
  for (const payload of ['a', 'b', 'c']) network.core(1).propose([normal(payload)]);
  t.deepEqual(
    appendsTo2(network).map(({ index }) => index),
    [1, 2, 3],
  );
  t.is(progressOf(network, 2)?.next, 5);
});

test('the window stops the stream, answers let it go on, and nothing is sent twice', (t) => {
  const network = leading({ maxInflightMessages: 2 });
  acknowledge(network, 1);
  appendsTo2(network);
  for (const payload of ['a', 'b', 'c', 'd', 'e']) network.core(1).propose([normal(payload)]);
  t.deepEqual(
    appendsTo2(network).map(({ index }) => index),
    [1, 2],
  );
  t.deepEqual(progressOf(network, 2)?.inflights, { count: 2, isFull: true });
  acknowledge(network, 2);
  const freed = appendsTo2(network).filter(({ entries }) => entries.length > 0);
  t.deepEqual(
    freed.map(({ index, entries }) => [index, entries.length]),
    [[3, 3]],
  );
});

test('with a full window a heartbeat answer brings an empty append, so that a lost window is noticed', (t) => {
  const network = leading({ maxInflightMessages: 1 });
  acknowledge(network, 1);
  appendsTo2(network);
  network.core(1).propose([normal('a')]);
  appendsTo2(network);
  heartbeatAnswered(network);
  t.deepEqual(
    appendsTo2(network).map(({ index, entries }) => [index, entries.length]),
    [[2, 0]],
  );
  t.true(progressOf(network, 2)?.isPaused);
});

test('the window is bounded by bytes as well', (t) => {
  const network = leading({ maxInflightBytes: 10 });
  acknowledge(network, 1);
  appendsTo2(network);
  for (let count = 0; count < 5; count += 1) network.core(1).propose([normal('123456')]);
  t.is(appendsTo2(network).length, 2);
});

test('an append carries at most its bytes, and one entry at least', (t) => {
  const network = leading({ maxMessageBytes: 60 });
  network.core(1).propose([normal('a'.repeat(100)), normal('b'.repeat(10)), normal('c'.repeat(10)), normal('d')]);
  acknowledge(network, 1);
  t.deepEqual(
    appendsTo2(network).map(({ entries }) => entries.map(({ data }) => data.length)),
    [[100], [10, 10], [1]],
  );
});

test('a refusal while streaming falls back to probing after the match', (t) => {
  const network = leading();
  acknowledge(network, 1);
  appendsTo2(network);
  for (const payload of ['a', 'b']) network.core(1).propose([normal(payload)]);
  appendsTo2(network);
  const rejection = { to: 1, from: 2, term: 1, index: 2, reject: true, rejectHint: 1, logTerm: 1 };
  network.core(1).step(createMessage(MessageType.AppResp, rejection));
  t.is(progressOf(network, 2)?.state, 'StateProbe');
  t.deepEqual(
    appendsTo2(network).map(({ index, entries }) => [index, entries.length]),
    [[1, 2]],
  );
});

test('a member reported as unreachable is probed again', (t) => {
  const network = leading();
  acknowledge(network, 1);
  network.core(1).reportUnreachable(2);
  t.deepEqual([progressOf(network, 2)?.state, progressOf(network, 2)?.next], ['StateProbe', 2]);
  network.core(1).reportUnreachable(99);
  network.core(2).reportUnreachable(1);
});

test('an acknowledgement of more than the leader has is dropped', (t) => {
  const network = leading();
  const beyond = createMessage(MessageType.AppResp, { to: 1, from: 2, term: 1, index: 9 });
  t.is(network.core(1).step(beyond), 'dropped');
  t.is(progressOf(network, 2)?.match, 0);
});

test('proposals are dropped while too much is uncommitted, and taken again once it is applied', (t) => {
  const network = leading({ maxUncommittedBytes: 10 });
  network.isolate(1);
  const propose = (size: number): string => network.core(1).propose([normal('x'.repeat(size))]);
  t.is(propose(100), 'ok', 'a first one always fits');
  t.is(propose(1), 'dropped');
  t.is(propose(0), 'ok', 'empty entries always fit');
  network.heal();
  network.tick(1);
  network.settle();
  t.is(propose(6), 'ok');
  t.is(propose(6), 'dropped');
});

test('a follower does not count what it holds against its later leadership', (t) => {
  const network = new Network({ voters: VOTERS, config: { maxUncommittedBytes: 10 } });
  network.campaign(1);
  network.propose(1, 'x'.repeat(10));
  network.campaign(2);
  t.is(network.core(2).propose([normal('x'.repeat(10))]), 'ok');
});

test('a proposal of nothing is dropped', (t) => {
  t.is(leading().core(1).propose([]), 'dropped');
});
