/** The opening handshake: what is asked when, and which answers count. */
import test from 'ava';
import { Opening } from '../../../src/actors/raft/opening.js';
import type { apply, Body, storage } from '../../../src/runtime/base/proto.js';
import { type FakeContext, fakeContext } from '../fake-context.js';

const WRITER = { node: 1, kind: 'log-writer', instance: 0 };
const APPLIER = { node: 1, kind: 'applier', instance: 9 };
const RETRY_MS = 250;

const up = (boot: number) => ({ state: 'up', boot }) as const;
const down = (boot: number) => ({ state: 'down', boot }) as const;

const opened = (changes: Partial<Body<storage.Opened.$Properties>> = {}): Body<storage.Opened.$Properties> => ({
  ...{ group: 9, groupBoot: 1, writerBoot: 3, replica: 1, sequence: 0 },
  ...{
    stateFile: 'state-9',
    volumeInstance: 'volume-7',
    purgeIndex: 1,
    purgeTerm: 1,
    lastIndex: 1,
    lastTerm: 1,
    termStarts: [],
    membershipIndexes: [],
    entries: [],
  },
  ...{ errorCode: '', errorMessage: '' },
  ...changes,
});

const stateOpened = (
  changes: Partial<Body<apply.StateOpened.$Properties>> = {},
): Body<apply.StateOpened.$Properties> => ({
  ...{ group: 9, groupBoot: 1, applierBoot: 4, appliedIndex: 1, appliedTerm: 1, flushedIndex: 1 },
  ...{ membershipIndex: 1, logClockMs: 0, errorCode: '', errorMessage: '', ...changes },
});

function start(): { opening: Opening; ctx: FakeContext; asked: () => unknown[] } {
  const ctx = fakeContext({ node: 1, kind: 'group', instance: 9 });
  const asked = () => ctx.sent.splice(0).map(({ message, boot }) => [message.type, boot]);
  return { opening: new Opening(1, WRITER, APPLIER, RETRY_MS), ctx, asked };
}

test('the log comes first, then the state whose file and volume it names', (t) => {
  const { opening, ctx, asked } = start();
  opening.onPeer(APPLIER, up(4), ctx);
  t.deepEqual(asked(), []);
  opening.onPeer(WRITER, up(3), ctx);
  t.deepEqual(asked(), [['open', 3]]);
  t.is(opening.opened(opened(), ctx), 'open');
  t.like(ctx.sent[0]?.message.body, { stateFile: 'state-9', volumeInstance: 'volume-7', replica: 1, groupBoot: 1 });
  t.deepEqual(asked(), [['openState', 4]]);
  t.is(opening.stateOpened(stateOpened(), ctx), 'open');
});

test('an answer counts once, and only between the lives that asked and were asked', (t) => {
  const { opening, ctx } = start();
  t.is(opening.opened(opened(), ctx), 'ignored', 'before the question');
  opening.onPeer(WRITER, up(3), ctx);
  t.is(opening.opened(opened({ writerBoot: 2 }), ctx), 'ignored');
  t.is(opening.opened(opened({ groupBoot: 2 }), ctx), 'ignored');
  t.is(opening.opened(opened(), ctx), 'open');
  t.is(opening.opened(opened(), ctx), 'ignored', 'the answer to a question that was repeated');
});

test('a failure that may pass is asked about again; any other is final', (t) => {
  const { opening, ctx, asked } = start();
  opening.onPeer(WRITER, up(3), ctx);
  asked();
  t.is(opening.opened(opened({ errorCode: 'ERR_STORAGE_FULL' }), ctx), 'retry');
  opening.askWhatIsDue(ctx);
  t.deepEqual(asked(), []);
  ctx.nowMs += RETRY_MS;
  opening.askWhatIsDue(ctx);
  t.deepEqual(asked(), [['open', 3]]);
  t.is(opening.opened(opened({ errorCode: 'ERR_CORRUPT' }), ctx), 'failed');
});

test('either side that comes back is asked again; the other is left alone', (t) => {
  const { opening, ctx, asked } = start();
  opening.onPeer(WRITER, up(3), ctx);
  opening.onPeer(APPLIER, up(4), ctx);
  opening.opened(opened(), ctx);
  opening.stateOpened(stateOpened(), ctx);
  asked();
  t.is(opening.onPeer(WRITER, down(3), ctx), 'log-writer-lost');
  t.is(opening.onPeer(WRITER, up(5), ctx), 'none');
  t.deepEqual(asked(), [['open', 5]]);
  t.is(opening.opened(opened({ writerBoot: 5 }), ctx), 'open');
  t.deepEqual(asked(), []);
  t.is(opening.onPeer(APPLIER, up(6), ctx), 'applier-lost', 'its end was not heard of');
  t.deepEqual(asked(), [['openState', 6]]);
});

test('old news is ignored', (t) => {
  const { opening, ctx, asked } = start();
  opening.onPeer(WRITER, up(5), ctx);
  asked();
  t.is(opening.onPeer(WRITER, down(3), ctx), 'none');
  t.is(opening.onPeer(WRITER, up(5), ctx), 'none');
  t.is(opening.onPeer({ node: 2, kind: 'log-writer', instance: 0 }, down(9), ctx), 'none');
  t.deepEqual(asked(), []);
  t.is(opening.opened(opened({ writerBoot: 5 }), ctx), 'open');
});
