/** Committed entries on their way to the applier. */
import test from 'ava';
import { ApplyStream } from '../../../src/actors/raft/apply-stream.js';
import { storageApply, storageApplyResponse } from '../../../src/actors/raft/core/message.js';
import type { Entry, Message } from '../../../src/actors/raft/core/types.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/runtime/base/limits.js';
import type { apply, Body } from '../../../src/runtime/base/proto.js';
import { type FakeContext, fakeContext } from '../fake-context.js';

const APPLIER = { node: 1, kind: 'applier', instance: 9 };

const opened = (appliedIndex: number, applierBoot = 3): Body<apply.StateOpened.$Properties> => ({
  ...{ group: 9, groupBoot: 1, applierBoot, appliedIndex, appliedTerm: 1, flushedIndex: appliedIndex },
  ...{ membershipIndex: 1, logClockMs: 0, errorCode: '', errorMessage: '' },
});

const applied = (appliedIndex: number, applierBoot = 3): Body<apply.Applied.$Properties> => ({
  ...{ group: 9, groupBoot: 1, applierBoot, appliedIndex, flushedIndex: 5, logClockMs: 0 },
  ...{ membershipIndex: 1, nextExpiryMs: 0, errorCode: '', errorMessage: '' },
});

const waiter = (index: number): Body<apply.Waiter.$Properties> => ({
  ...{ index, node: 1, gateway: 0, gatewayBoot: 1, requests: [index * 10] },
});

const entriesOf = (from: number, to: number): Entry[] =>
  Array.from({ length: to - from + 1 }, (_, at) => ({ index: from + at, term: 1, type: 0, data: new Uint8Array(10) }));

function streamAt(appliedIndex = 5, limits: Partial<Limits> = {}): { stream: ApplyStream; ctx: FakeContext } {
  const ctx = fakeContext({ node: 1, kind: 'group', instance: 9 });
  return { stream: new ApplyStream(APPLIER, opened(appliedIndex), { ...DEFAULT_LIMITS, ...limits }), ctx };
}

function submit(stream: ApplyStream, ctx: FakeContext, from: number, to: number): void {
  const entries = entriesOf(from, to);
  stream.submit(storageApply(1, entries, 0, storageApplyResponse(1, entries, 0)), [waiter(to)], false, ctx);
}

/** The applies sent since the last call: from, commit, number of entries, indexes of the waiters. */
function applies(ctx: FakeContext): unknown[] {
  return ctx.sent.splice(0).map(({ message }) => {
    const { from, commit, entries, waiters } = message.body as Body<apply.Apply.$Properties>;
    return [from, commit, entries.length, waiters.map(({ index }) => index)];
  });
}

const lastIndexes = (responses: readonly Message[] | undefined): unknown =>
  responses?.map(({ entries, index }) => entries.at(-1)?.index ?? index);

test('entries go to the applier with those who wait for them, and are done when it says so', (t) => {
  const { stream, ctx } = streamAt();
  submit(stream, ctx, 6, 8);
  submit(stream, ctx, 9, 9);
  t.deepEqual(applies(ctx), [
    [6, 8, 3, [8]],
    [9, 9, 1, [9]],
  ]);
  t.deepEqual(lastIndexes(stream.applied(applied(7), ctx)), [], 'half of it is not done');
  t.is(stream.appliedIndex, 7);
  t.deepEqual(lastIndexes(stream.applied(applied(9), ctx)), [8, 9]);
});

test('what another life of the applier says is ignored', (t) => {
  const { stream, ctx } = streamAt();
  submit(stream, ctx, 6, 6);
  t.is(stream.applied(applied(6, 2), ctx), undefined);
  t.is(stream.applied({ ...applied(6), groupBoot: 2 }, ctx), undefined);
  t.is(stream.appliedIndex, 5);
});

test('entries that only the log holds are named by their last index', (t) => {
  const { stream, ctx } = streamAt();
  stream.submit(storageApply(1, [], 20, storageApplyResponse(1, [], 20)), [], false, ctx);
  t.deepEqual(applies(ctx), [[21, 20, 0, []]]);
  t.deepEqual(lastIndexes(stream.applied(applied(20), ctx)), [20]);
});

test('credits bound what the applier has; the rest waits its turn', (t) => {
  const { stream, ctx } = streamAt(5, { storageCredits: 2 });
  for (const index of [6, 7, 8]) submit(stream, ctx, index, index);
  t.deepEqual(applies(ctx), [
    [6, 6, 1, [6]],
    [7, 7, 1, [7]],
  ]);
  stream.applied(applied(6), ctx);
  t.deepEqual(applies(ctx), [[8, 8, 1, [8]]]);
});

test('a new applier is told how far to read the log, and who still waits', (t) => {
  const { stream, ctx } = streamAt();
  submit(stream, ctx, 6, 8);
  submit(stream, ctx, 9, 10);
  stream.applierLost();
  submit(stream, ctx, 11, 12);
  ctx.sent.length = 0;
  t.deepEqual(lastIndexes(stream.applierFound(opened(8, 4), ctx)), [8]);
  t.deepEqual(applies(ctx), [
    [11, 10, 0, [10]],
    [11, 12, 2, [12]],
  ]);
  t.deepEqual(lastIndexes(stream.applied(applied(12, 4), ctx)), [10, 12]);
});

test('a new applier is brought to where the old one was; the applied index never goes back', (t) => {
  const { stream, ctx } = streamAt();
  submit(stream, ctx, 6, 9);
  stream.applied(applied(9), ctx);
  stream.applierLost();
  ctx.sent.length = 0;
  stream.applierFound(opened(5, 4), ctx);
  t.deepEqual(applies(ctx), [[10, 9, 0, []]]);
  t.is(stream.appliedIndex, 9);
  stream.applied(applied(6, 4), ctx);
  t.is(stream.appliedIndex, 9);
});

test('two losses at the same index are told; not with progress between them, nor idle ones', (t) => {
  const { stream, ctx } = streamAt();
  t.false(stream.applierLost(), 'idle');
  stream.applierFound(opened(5, 4), ctx);
  t.false(stream.applierLost(), 'idle again');
  stream.applierFound(opened(5, 5), ctx);
  submit(stream, ctx, 6, 7);
  t.false(stream.applierLost());
  t.false(stream.applierLost(), 'a life that never opened its state');
  stream.applierFound(opened(5, 6), ctx);
  stream.applied(applied(6, 6), ctx);
  t.false(stream.applierLost(), 'it got one entry further');
  stream.applierFound(opened(5, 7), ctx);
  t.false(stream.applierLost(), 'it did not get as far as the one before');
  stream.applierFound(opened(5, 8), ctx);
  t.true(stream.applierLost());
});
