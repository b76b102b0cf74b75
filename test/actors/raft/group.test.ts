/** A group actor between its log writer, its applier and its gateways: what leaves when, and who is told what. */
import test from 'ava';
import { command, decodeMessage } from '../../../src/runtime/base/proto.js';
import { APPLIER, ScriptedNode, WRITER } from './scripted-node.js';

const LINEARIZABLE = 0;
const LOCAL = 1;

test('a group opens its log, then its state, then starts: alone it leads at once', (t) => {
  const node = new ScriptedNode();
  node.up(APPLIER, 200);
  t.deepEqual(node.take('applier', 'openState'), [], 'the state file is not known yet');
  node.up(WRITER, 100);
  t.deepEqual(node.takeAppends(), []);
  node.answerOpen();
  node.answerOpenState();
  const [vote] = node.takeAppends();
  t.like(vote, { sequence: 1, hardState: { term: 2, vote: 1, commit: 1 }, entries: [] });
});

test('an Open without an answer is asked again', (t) => {
  const node = new ScriptedNode();
  node.up(WRITER, 100);
  t.is(node.take('log-writer', 'open').length, 1);
  node.time.runFor(node.limits.storageRetryMs + node.limits.tickMs);
  t.is(node.take('log-writer', 'open').length, 1);
});

test('requests before the start are refused as not ready, each once', (t) => {
  const node = new ScriptedNode();
  node.propose(1, 2);
  node.query(LINEARIZABLE, 3);
  t.deepEqual(node.takeRefusals(), [
    ['ERR_NOT_READY', 0, 1, 2],
    ['ERR_NOT_READY', 0, 3],
  ]);
});

test('nothing is applied, and nobody leads, before the log writer has answered', (t) => {
  const node = new ScriptedNode();
  node.open();
  const [vote] = node.takeAppends();
  t.truthy(vote);
  node.propose(1);
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_READY', 0, 1]], 'its own vote is not durable');
  if (vote !== undefined) node.appended(vote);
  const [noop] = node.takeAppends();
  t.deepEqual(
    noop?.entries.map(({ index, term }) => [index, term]),
    [[2, 2]],
  );
  t.deepEqual(node.takeApplies(), [], 'its own entry is not durable');
  if (noop !== undefined) node.appended(noop);
  t.like(node.takeApplies()[0], { from: 2, commit: 2 });
});

test('the proposals of a turn are one entry with one clock; their waiters go with it to the applier', (t) => {
  const node = ScriptedNode.leading();
  node.propose(1, 2, 3);
  const [append, ...more] = node.takeAppends();
  t.deepEqual(more, []);
  const [entry] = append?.entries ?? [];
  const batch = decodeMessage(command.Batch, entry?.data ?? new Uint8Array());
  t.deepEqual(
    batch.commands.map((bytes) => [...bytes]),
    [[1], [2], [3]],
  );
  t.is(batch.clockMs, Math.floor(node.time.now()));
  t.deepEqual(node.takeApplies(), []);
  if (append !== undefined) node.appended(append);
  const waiters = [{ index: 3, node: 1, gateway: 0, gatewayBoot: 50, requests: [1, 2, 3] }];
  t.like(node.takeApplies()[0], { from: 3, commit: 3, waiters });
  t.deepEqual(node.takeRefusals(), []);
});

test('a stale acknowledgement applies nothing', (t) => {
  const node = ScriptedNode.leading();
  node.propose(1);
  const [append] = node.takeAppends();
  if (append === undefined) return t.fail('no append');
  node.appended(append, { groupBoot: append.groupBoot - 1 });
  node.appended(append, { writerBoot: 99 });
  node.appended(append, { sequence: append.sequence - 1 });
  node.appended(append, { sequence: append.sequence + 1 });
  node.appended(append, { term: 1 });
  node.appended(append, { lastTerm: 1 });
  t.deepEqual(node.takeApplies(), []);
  node.appended(append);
  t.is(node.takeApplies().length, 1);
});

test('with a full disk nothing is lost: writes are refused, reads are served, and the appends are sent again', (t) => {
  const node = ScriptedNode.leading();
  node.propose(1);
  node.propose(2);
  const [first, second] = node.takeAppends();
  if (first === undefined || second === undefined) return t.fail('two appends');
  node.appended(second, { errorCode: 'ERR_STORAGE_FULL', errorMessage: 'full' });
  node.propose(3);
  t.deepEqual(node.takeRefusals(), [['ERR_STORAGE_FULL', 0, 3]]);
  node.query(LINEARIZABLE, 4);
  t.like(node.takeReads()[0], { readIndex: 2 });
  node.time.runFor(node.limits.storageRetryMs + node.limits.tickMs);
  const again = node.takeAppends();
  t.deepEqual(
    again.map(({ sequence }) => sequence),
    [first.sequence, second.sequence],
  );
  node.appended(second);
  t.deepEqual(
    node.takeApplies().flatMap(({ waiters }) => waiters.map(({ requests }) => requests)),
    [[1], [2]],
  );
  node.propose(5);
  t.is(node.takeAppends().length, 1);
  t.deepEqual(node.takeRefusals(), []);
});

test('when the log writer restarts, what it has is acknowledged and the rest is sent again in order', (t) => {
  const node = ScriptedNode.leading();
  for (const request of [1, 2, 3]) node.propose(request);
  const appends = node.takeAppends();
  const lost = appends.map(({ sequence }) => sequence);
  node.down(WRITER, node.writerBoot);
  node.propose(4);
  t.deepEqual(node.takeAppends(), [], 'there is nobody to send it to');
  node.writerBoot += 1;
  node.up(WRITER, node.writerBoot);
  node.answerOpen({ sequence: lost[0] ?? 0 });
  t.like(node.takeApplies(), [{ from: 3, commit: 3 }], 'the first one was durable');
  const again = node.takeAppends();
  t.deepEqual(
    again.map(({ sequence, writerBoot }) => [sequence, writerBoot]),
    [
      [lost[1], node.writerBoot],
      [lost[2], node.writerBoot],
      [(lost[2] ?? 0) + 1, node.writerBoot],
    ],
  );
  for (const append of again) node.appended(append);
  t.deepEqual(
    node.takeApplies().flatMap(({ waiters }) => waiters.map(({ requests }) => requests)),
    [[2], [3], [4]],
  );
});

test('a state that was made from another log stops the group', async (t) => {
  const node = new ScriptedNode();
  node.open({ lastIndex: 3, lastTerm: 2, termStarts: [{ term: 2, index: 2 }] }, { appliedIndex: 2, flushedIndex: 2 });
  const stoppedReason =
    'the state has applied entry 2 of term 1, in the log it is of term 2: the state belongs to another log';
  t.like(await node.status(), { role: 'stopped', stoppedCode: 'ERR_CORRUPT', stoppedReason });
});

test('a log that was rolled back stops the group on this node, with the reason in its status', async (t) => {
  const node = ScriptedNode.leading();
  node.propose(1);
  node.serve();
  node.down(WRITER, node.writerBoot);
  node.writerBoot += 1;
  node.up(WRITER, node.writerBoot);
  node.answerOpen({ sequence: 1 });
  node.propose(2);
  node.query(LOCAL, 3);
  t.deepEqual(node.takeRefusals(), [
    ['ERR_GROUP_STOPPED', 0, 2],
    ['ERR_GROUP_STOPPED', 0, 3],
  ]);
  t.like(await node.status(), { role: 'stopped', stoppedCode: 'ERR_CORRUPT' });
});

test('a state ahead of the log, or a log of another replica, is not started with', async (t) => {
  const ahead = new ScriptedNode();
  ahead.open({}, { appliedIndex: 7, flushedIndex: 7 });
  t.like(await ahead.status(), { role: 'stopped', stoppedCode: 'ERR_CORRUPT' });
  const other = new ScriptedNode();
  other.up(WRITER, other.writerBoot);
  other.answerOpen({ replica: 2 });
  t.like(await other.status(), { role: 'stopped', stoppedCode: 'ERR_CORRUPT' });
});

test('a rejected append stops the group; its requests are refused from then on', async (t) => {
  const node = ScriptedNode.leading();
  node.propose(1);
  const [append] = node.takeAppends();
  if (append !== undefined)
    node.appended(append, { errorCode: 'ERR_APPEND_REJECTED', errorMessage: 'the term goes down' });
  node.propose(2);
  t.deepEqual(node.takeRefusals(), [['ERR_GROUP_STOPPED', 0, 2]]);
  t.like(await node.status(), { stoppedCode: 'ERR_APPEND_REJECTED', stoppedReason: 'the term goes down' });
});

test('when the applier restarts it goes on from its own index, and the waiters are told it again', (t) => {
  const node = ScriptedNode.leading();
  node.propose(1);
  const [append] = node.takeAppends();
  if (append !== undefined) node.appended(append);
  t.is(node.takeApplies().length, 1);
  node.down(APPLIER, node.applierBoot);
  node.query(LOCAL, 7);
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_READY', 0, 7]]);
  node.applierBoot += 1;
  node.up(APPLIER, node.applierBoot);
  node.answerOpenState();
  const [again] = node.takeApplies();
  t.like(again, { from: 4, commit: 3, entries: [], applierBoot: node.applierBoot });
  t.deepEqual(
    again?.waiters.map(({ requests }) => requests),
    [[1]],
  );
  node.applied(3);
  node.propose(2);
  t.like(node.serve(), [{ index: 4 }]);
});

test('an applier that crashes twice at the same index stops the group', async (t) => {
  const node = ScriptedNode.leading();
  node.propose(1);
  const [append] = node.takeAppends();
  if (append !== undefined) node.appended(append);
  for (let crash = 0; crash < 2; crash += 1) {
    node.down(APPLIER, node.applierBoot);
    node.applierBoot += 1;
    node.up(APPLIER, node.applierBoot);
    if (crash === 0) node.answerOpenState({ appliedIndex: 2 });
  }
  t.like(await node.status(), { role: 'stopped', stoppedCode: 'ERR_GROUP_STOPPED' });
});

test('an applier whose restart budget is spent stops the group, and writes are refused from then on', async (t) => {
  const node = ScriptedNode.leading();
  node.kernel.peer(APPLIER, { state: 'down', boot: node.applierBoot, spent: 'a row does not match its hash' });
  node.propose(1);
  t.deepEqual(node.takeRefusals(), [['ERR_GROUP_STOPPED', 0, 1]]);
  const stoppedReason = 'applier 9 crashed too often: a row does not match its hash';
  t.like(await node.status(), { role: 'stopped', stoppedCode: 'ERR_GROUP_STOPPED', stoppedReason });
});

test('what an applier cannot go on with stops the group', async (t) => {
  const node = ScriptedNode.leading();
  node.applied(2, { errorCode: 'ERR_CORRUPT', errorMessage: 'a row does not match its hash' });
  t.like(await node.status(), { stoppedCode: 'ERR_CORRUPT', stoppedReason: 'a row does not match its hash' });
});

test('the reads of a turn share one read index; local reads see what was committed at the start', (t) => {
  const node = ScriptedNode.leading();
  node.propose(1);
  node.serve();
  node.query(LINEARIZABLE, 2, 3);
  node.query(LOCAL, 4);
  const reads = node.takeReads();
  t.deepEqual(
    reads.map(({ readIndex, gatewayBoot, queries }) => [
      readIndex,
      gatewayBoot,
      ...queries.map(({ request }) => request),
    ]),
    [
      [3, 50, 2, 3],
      [1, 50, 4],
    ],
  );
});

test('local reads are refused until the replica has applied what was committed when it started', (t) => {
  const node = new ScriptedNode();
  const entries = [2, 3].map((index) => ({ index, term: 1, type: 0 as const, data: new Uint8Array() }));
  const log = { hardState: { term: 1, vote: 1, commit: 3 }, lastIndex: 3, lastTerm: 1, entries, sequence: 1 };
  node.open({ ...log, termStarts: [{ term: 1, index: 2 }] });
  node.query(LOCAL, 4);
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_READY', 0, 4]]);
  node.applied(2);
  node.query(LOCAL, 5);
  t.deepEqual(node.takeRefusals(), [['ERR_NOT_READY', 0, 5]]);
  node.applied(3);
  node.query(LOCAL, 6);
  t.deepEqual(
    node.takeReads().map(({ readIndex, queries }) => [readIndex, queries[0]?.request]),
    [[3, 6]],
  );
});

test('an entry without commands moves the log clock past an expiry, once', (t) => {
  const node = ScriptedNode.leading();
  node.applied(2, { nextExpiryMs: node.time.now() + 120 });
  node.time.runFor(100);
  t.deepEqual(node.takeAppends(), []);
  node.time.runFor(500);
  const appends = node.takeAppends();
  t.is(appends.length, 1);
  const [entry] = appends[0]?.entries ?? [];
  const batch = decodeMessage(command.Batch, entry?.data ?? new Uint8Array());
  t.deepEqual(batch.commands, []);
});

test('the log is purged up to what is flushed, in large steps', (t) => {
  const node = ScriptedNode.leading({ limits: { purgeEntriesMin: 3 } });
  for (const request of [1, 2, 3, 4]) {
    node.propose(request);
    node.serve();
  }
  node.applied(6, { flushedIndex: 3 });
  node.time.runFor(node.limits.tickMs);
  t.deepEqual(node.take('log-writer', 'purge'), []);
  node.applied(6, { flushedIndex: 5 });
  node.time.runFor(node.limits.tickMs);
  t.like(node.take('log-writer', 'purge'), [{ index: 5, writerBoot: node.writerBoot }]);
});

test('unanswered appends are bounded; what is proposed meanwhile leaves together when there is credit again', (t) => {
  const node = ScriptedNode.leading({ limits: { storageCredits: 3 } });
  for (const request of [1, 2, 3, 4, 5]) node.propose(request);
  const appends = node.takeAppends();
  t.is(appends.length, 2, 'one slot is kept for a term or a vote');
  for (const append of appends) node.appended(append);
  const rest = node.takeAppends();
  t.deepEqual(
    rest.map(({ entries }) => entries.length),
    [3],
  );
  t.deepEqual(node.takeRefusals(), []);
});

test('too many proposals on their way are refused as overload', (t) => {
  const node = ScriptedNode.leading({ limits: { proposalsMax: 2 } });
  node.propose(1, 2, 3);
  t.deepEqual(node.takeRefusals(), [['ERR_OVERLOADED', 0, 3]]);
});

test('status says who leads and how far the group is', async (t) => {
  const node = ScriptedNode.leading();
  node.propose(1);
  node.serve();
  t.like(await node.status(), {
    ...{ group: 9, replica: 1, role: 'leader', leader: 1, term: 2, commit: 3, appliedIndex: 3, lastIndex: 3 },
    ...{ voters: [1], stoppedCode: '' },
  });
});
