/** What waits for an append, and what makes it leave. */
import test from 'ava';
import { AppendStream } from '../../../src/actors/raft/append-stream.js';
import { createMessage, storageAppend } from '../../../src/actors/raft/core/message.js';
import { type Entry, type HardState, type Message, MessageType } from '../../../src/actors/raft/core/types.js';
import type { Limits } from '../../../src/runtime/base/limits.js';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import type { Body, storage } from '../../../src/runtime/base/proto.js';
import { type FakeContext, fakeContext } from '../fake-context.js';

const WRITER = { node: 1, kind: 'log-writer', instance: 0 };
const WRITER_BOOT = 3;
const START: HardState = { term: 2, vote: 1, commit: 5 };

const opened = (sequence: number, writerBoot = WRITER_BOOT): Body<storage.Opened.$Properties> => ({
  ...{ group: 9, groupBoot: 1, writerBoot, replica: 1, sequence, stateFile: 's', volumeInstance: 'i' },
  ...{ purgeIndex: 1, purgeTerm: 1, lastIndex: 5, lastTerm: 2, termStarts: [], membershipIndexes: [], entries: [] },
  ...{ errorCode: '', errorMessage: '' },
});

const appended = (changes: Partial<Body<storage.Appended.$Properties>>): Body<storage.Appended.$Properties> => ({
  ...{ group: 9, groupBoot: 1, writerBoot: WRITER_BOOT, sequence: 11, term: 2, lastTerm: 2, lastIndex: 6 },
  ...{ errorCode: '', errorMessage: '', ...changes },
});

const entry = (index: number, term = 2, bytes = 8): Entry => ({ index, term, type: 0, data: new Uint8Array(bytes) });
const response = (index: number): Message => createMessage(MessageType.AppResp, { to: 2, from: 1, term: 2, index });
const indexes = (messages: readonly Message[]): number[] => messages.map((message) => message.index);

function streamAt(sequence = 10, limits: Partial<Limits> = {}): { stream: AppendStream; ctx: FakeContext } {
  const ctx = fakeContext({ node: 1, kind: 'group', instance: 9 });
  return { stream: new AppendStream(WRITER, opened(sequence), START, { ...DEFAULT_LIMITS, ...limits }), ctx };
}

function submit(stream: AppendStream, ctx: FakeContext, entries: readonly Entry[], hardState?: HardState): number[] {
  const index = entries.at(-1)?.index ?? 0;
  return indexes(stream.submit(storageAppend(1, hardState, entries, [response(index)]), hardState, ctx));
}

/** The appends that were sent since the last call: sequence, term, commit and the indexes of the entries. */
function appends(ctx: FakeContext): unknown[] {
  return ctx.sent.splice(0).map(({ message }) => {
    const { sequence, hardState, entries } = message.body as Body<storage.Append.$Properties>;
    return [sequence, hardState?.term, hardState?.commit, entries.map(({ index }) => index)];
  });
}

function release(
  stream: AppendStream,
  ctx: FakeContext,
  changes: Partial<Body<storage.Appended.$Properties>>,
): unknown {
  const acknowledged = stream.acknowledge(appended(changes), ctx);
  return acknowledged.kind === 'durable' ? indexes(acknowledged.responses) : acknowledged.kind;
}

test('appends are numbered from where the log stands and carry all of the hard state', (t) => {
  const { stream, ctx } = streamAt(10);
  submit(stream, ctx, [entry(6)]);
  submit(stream, ctx, [entry(7)], { term: 2, vote: 1, commit: 6 });
  submit(stream, ctx, [], { term: 3, vote: 0, commit: 6 });
  t.deepEqual(appends(ctx), [
    [11, 2, 5, [6]],
    [12, 2, 6, [7]],
    [13, 3, 6, []],
  ]);
});

test('nothing leaves before its append, and everything before it, is durable', (t) => {
  const { stream, ctx } = streamAt();
  t.deepEqual(submit(stream, ctx, [entry(6)]), []);
  t.deepEqual(submit(stream, ctx, [entry(7)]), []);
  t.deepEqual(submit(stream, ctx, [entry(8)]), []);
  t.deepEqual(release(stream, ctx, { sequence: 12, lastIndex: 7 }), [6, 7]);
  t.deepEqual(release(stream, ctx, { sequence: 13, lastIndex: 8 }), [8]);
});

test('an acknowledgement counts only for the append that it names', (t) => {
  const { stream, ctx } = streamAt();
  submit(stream, ctx, [entry(6)]);
  t.is(release(stream, ctx, { groupBoot: 2 }), 'stale');
  t.is(release(stream, ctx, { writerBoot: 2 }), 'stale');
  t.is(release(stream, ctx, { sequence: 10 }), 'stale');
  t.is(release(stream, ctx, { sequence: 12 }), 'stale');
  t.is(release(stream, ctx, { term: 1 }), 'stale');
  t.is(release(stream, ctx, { lastTerm: 1 }), 'stale');
  t.is(release(stream, ctx, { lastIndex: 7 }), 'stale');
  t.deepEqual(release(stream, ctx, {}), [6]);
  t.is(release(stream, ctx, {}), 'stale', 'twice');
});

test('a Ready that changes only the commit index writes nothing, and waits for what was appended before', (t) => {
  const { stream, ctx } = streamAt();
  const commit: HardState = { term: 2, vote: 1, commit: 6 };
  t.deepEqual(submit(stream, ctx, [], commit), [0], 'with nothing outstanding it leaves at once');
  submit(stream, ctx, [entry(6)]);
  t.deepEqual(submit(stream, ctx, [], { ...commit, commit: 7 }), []);
  t.is(appends(ctx).length, 1);
  t.deepEqual(release(stream, ctx, {}), [6, 0]);
});

test('a new log writer gets the rest again, in order, with its own boot; what it has is released', (t) => {
  const { stream, ctx } = streamAt();
  for (const index of [6, 7, 8]) submit(stream, ctx, [entry(index)]);
  ctx.sent.length = 0;
  stream.writerLost();
  t.false(stream.hasCredit(() => true));
  t.is(release(stream, ctx, {}), 'stale', 'what the dead writer said last');
  t.deepEqual(indexes(stream.writerFound(opened(11, 4), ctx) ?? []), [6]);
  t.deepEqual(
    ctx.sent.map(({ boot }) => boot),
    [4, 4],
  );
  t.deepEqual(appends(ctx), [
    [12, 2, 5, [7]],
    [13, 2, 5, [8]],
  ]);
  t.is(release(stream, ctx, { sequence: 12, lastIndex: 7 }), 'stale', 'of the old writer');
  t.deepEqual(release(stream, ctx, { sequence: 13, lastIndex: 8, writerBoot: 4 }), [7, 8]);
});

test('a log that lacks what it had acknowledged, or has what it was never sent, is not gone on with', (t) => {
  const { stream, ctx } = streamAt();
  submit(stream, ctx, [entry(6)]);
  release(stream, ctx, {});
  t.is(stream.writerFound(opened(10, 4), ctx), undefined);
  t.is(stream.writerFound(opened(12, 4), ctx), undefined);
  t.deepEqual(stream.writerFound(opened(11, 4), ctx), []);
});

test('a full disk pauses the stream; after the pause everything is sent again, in order', (t) => {
  const { stream, ctx } = streamAt();
  submit(stream, ctx, [entry(6)]);
  submit(stream, ctx, [entry(7)]);
  ctx.sent.length = 0;
  t.is(release(stream, ctx, { errorCode: 'ERR_STORAGE_FULL' }), 'full');
  t.true(stream.isFull);
  t.false(stream.hasCredit(() => true));
  stream.resendDue(ctx);
  t.deepEqual(appends(ctx), [], 'not yet');
  ctx.nowMs += DEFAULT_LIMITS.storageRetryMs;
  stream.resendDue(ctx);
  stream.resendDue(ctx);
  t.deepEqual(appends(ctx), [
    [11, 2, 5, [6]],
    [12, 2, 5, [7]],
  ]);
  t.true(stream.isFull, 'until one is acknowledged');
  t.deepEqual(release(stream, ctx, { sequence: 12, lastIndex: 7 }), [6, 7]);
  t.false(stream.isFull);
  t.true(stream.hasCredit(() => false));
});

test('a rejected append is reported with the reason', (t) => {
  const { stream, ctx } = streamAt();
  submit(stream, ctx, [entry(6)]);
  const rejected = appended({ errorCode: 'ERR_APPEND_REJECTED', errorMessage: 'the term goes down' });
  t.deepEqual(stream.acknowledge(rejected, ctx), { kind: 'rejected', reason: 'the term goes down' });
});

test('credits bound what is outstanding; the last one is for a new term or vote', (t) => {
  const { stream, ctx } = streamAt(10, { storageCredits: 3 });
  submit(stream, ctx, [entry(6)]);
  t.true(stream.hasCredit(() => false));
  submit(stream, ctx, [entry(7)]);
  t.false(stream.hasCredit(() => false));
  t.true(stream.hasCredit(() => true));
  submit(stream, ctx, [], { term: 3, vote: 2, commit: 5 });
  t.false(stream.hasCredit(() => true));
  release(stream, ctx, {});
  t.true(stream.hasCredit(() => true));
});

test('bytes use up credit as well', (t) => {
  const { stream, ctx } = streamAt(10, { storageCreditBytes: 1_000 });
  submit(stream, ctx, [entry(6, 2, 2_000)]);
  t.false(stream.hasCredit(() => false));
  release(stream, ctx, {});
  t.true(stream.hasCredit(() => false));
});
