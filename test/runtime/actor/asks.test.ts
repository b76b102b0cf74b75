/** Asks, refusals and mailbox bounds: every question settles, and nothing is queued without limit. */
import test from 'ava';
import type { Asker } from '../../../src/runtime/actor/actor.js';
import type { Envelope } from '../../../src/runtime/actor/envelope.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import { kernelWorld, say, scripted, textOf } from './kernel-world.js';

const A = { node: 1, kind: 'a', instance: 0 };

test('an ask resolves with its answer, also when it comes in a later turn', async (t) => {
  const { time, kernel } = kernelWorld([
    scripted('a', () => {
      let waiting: Asker | undefined;
      return {
        on(text, ctx) {
          if (text === 'now' && ctx.asker) ctx.answer(ctx.asker, say('at once'));
          if (text === 'later') waiting = ctx.asker;
          if (text === 'release' && waiting) ctx.answer(waiting, say('at last'));
        },
      };
    }),
  ]);
  kernel.spawn('a', 0);
  const port = kernel.openPort(1, () => {});
  const now = port.ask(A, say('now', 'question'), { timeoutMs: 100 });
  const later = port.ask(A, say('later', 'question'), { timeoutMs: 100 });
  time.runFor(0);
  port.send(A, say('release'));
  time.runUntilIdle();
  t.is(textOf(await now), 'at once');
  t.is(textOf(await later), 'at last');
});

test('an ask is rejected by refusal, deadline, abort, and closing of its port', async (t) => {
  const { time, kernel } = kernelWorld([
    scripted('a', () => ({
      on(text, ctx) {
        if (text === 'refuse' && ctx.asker) ctx.refuse(ctx.asker, new QuorateError('ERR_NOT_READY', 'not yet'));
      },
    })),
  ]);
  kernel.spawn('a', 0);
  const port = kernel.openPort(1, () => {});
  const abort = new AbortController();
  const refused = port.ask(A, say('refuse', 'question'), { timeoutMs: 100 });
  const late = port.ask(A, say('silence', 'question'), { timeoutMs: 100 });
  const aborted = port.ask(A, say('silence', 'question'), { timeoutMs: 1000, signal: abort.signal });
  const closed = port.ask(A, say('silence', 'question'), { timeoutMs: 1000 });
  time.runFor(200);
  abort.abort();
  port.close();
  await t.throwsAsync(refused, { code: 'ERR_NOT_READY' });
  await t.throwsAsync(late, { code: 'ERR_TIMEOUT' });
  await t.throwsAsync(aborted, { code: 'ERR_ABORTED' });
  await t.throwsAsync(closed, { code: 'ERR_STOPPING' });
  await t.throwsAsync(port.ask(A, say('x', 'question'), { timeoutMs: 1 }), { code: 'ERR_STOPPING' });
});

test('a crash refuses the asks in the mailbox, those open, and those answered in the failed turn', async (t) => {
  const { time, kernel } = kernelWorld([
    scripted('a', () => ({
      on(text, ctx) {
        if (text === 'answered' && ctx.asker) ctx.answer(ctx.asker, say('must not leave'));
        if (text === 'boom') throw new Error('boom');
      },
    })),
  ]);
  kernel.spawn('a', 0);
  const port = kernel.openPort(1, () => {});
  const open = port.ask(A, say('open', 'question'), { timeoutMs: 1000 });
  time.runFor(0);
  const asks = ['answered', 'boom', 'behind'].map((text) => port.ask(A, say(text, 'question'), { timeoutMs: 1000 }));
  time.runFor(0);
  const down = port.ask(A, say('while down', 'question'), { timeoutMs: 1000 });
  for (const ask of [open, ...asks, down]) await t.throwsAsync(ask, { code: 'ERR_ACTOR_STOPPED' });
});

test('asks of an actor on another thread end when that actor goes down', async (t) => {
  const { kernel } = kernelWorld([]);
  const remote = { node: 1, kind: 'remote', instance: 0 };
  const port = kernel.openPort(1, () => {});
  kernel.peer(remote, { state: 'up', boot: 5 });
  const asked = port.ask(remote, say('x', 'question'), { timeoutMs: 1000 });
  kernel.peer(remote, { state: 'down', boot: 5 });
  await t.throwsAsync(asked, { code: 'ERR_ACTOR_STOPPED' });
  await t.throwsAsync(port.ask(remote, say('x', 'question'), { timeoutMs: 1000 }), { code: 'ERR_ACTOR_STOPPED' });
});

test('answering an asker twice is an invariant broken: the actor crashes', async (t) => {
  const { time, kernel } = kernelWorld([
    scripted('a', () => ({
      on(_, ctx) {
        if (!ctx.asker) return;
        ctx.answer(ctx.asker, say('one'));
        ctx.answer(ctx.asker, say('two'));
      },
    })),
  ]);
  kernel.spawn('a', 0);
  const port = kernel.openPort(1, () => {});
  const asked = port.ask(A, say('x', 'question'), { timeoutMs: 1000 });
  time.runFor(1);
  await t.throwsAsync(asked, { code: 'ERR_ACTOR_STOPPED' });
  t.is(kernel.inspect()[0]?.state, 'restarting');
});

test('a full mailbox drops, refuses, or takes, by the class of the message', async (t) => {
  const heard: string[] = [];
  const returned: Envelope[] = [];
  const limits = { ...DEFAULT_LIMITS, mailboxMessagesMax: 2 };
  const { time, kernel } = kernelWorld([scripted('a', () => ({ on: (text) => void heard.push(text) }))], { limits });
  kernel.spawn('a', 0);
  const port = kernel.openPort(1, (envelopes) => void returned.push(...envelopes));
  for (const text of ['1', '2', 'dropped']) port.send(A, say(text));
  port.send(A, say('credited', 'stream'));
  const refused = port.ask(A, say('asked', 'question'), { timeoutMs: 1000 });
  port.send(A, say('request', 'question'));
  time.runUntilIdle();
  await t.throwsAsync(refused, { code: 'ERR_MAILBOX_FULL' });
  t.deepEqual(heard, ['1', '2', 'credited']);
  t.deepEqual(
    returned.map((e) => [e.isAnswer, e.ask, textOf(e.message), e.failure?.code]),
    [[true, 0, 'request', 'ERR_MAILBOX_FULL']],
  );
  t.is(kernel.inspect()[0]?.dropped, 3);
});

test('a mailbox is bounded in bytes', (t) => {
  const heard: number[] = [];
  const limits = { ...DEFAULT_LIMITS, mailboxBytesMax: 2000 };
  const { time, kernel } = kernelWorld([scripted('a', () => ({ on: (text) => void heard.push(text.length) }))], {
    limits,
  });
  kernel.spawn('a', 0);
  const port = kernel.openPort(1, () => {});
  for (let i = 0; i < 10; i += 1) port.send(A, say('v'.repeat(800)));
  time.runUntilIdle();
  t.deepEqual(heard, [800, 800]);
});

test('an actor is told of its own messages that nobody could take', (t) => {
  const back: string[] = [];
  const limits = { ...DEFAULT_LIMITS, mailboxMessagesMax: 1 };
  const { time, kernel } = kernelWorld(
    [
      scripted('a', () => ({
        onStart(ctx) {
          const full = { node: 1, kind: 'b', instance: 0 };
          for (const text of ['taken', 'too many']) ctx.send(full, say(text, 'question'));
          ctx.send(full, say('droppable'));
        },
        onRefused: (to, message, error) => void back.push(`${to.kind} ${textOf(message)} ${error.code}`),
      })),
      scripted('b', () => ({})),
    ],
    { limits },
  );
  kernel.spawn('b', 0);
  kernel.spawn('a', 0);
  time.runUntilIdle();
  t.deepEqual(back, ['b too many ERR_MAILBOX_FULL']);
});

test('asks from a link for an actor that is not here are refused back through it', (t) => {
  const { kernel, forwarded } = kernelWorld([]);
  const from = { node: 1, kind: 'port', instance: 9 };
  kernel.deliver([
    {
      to: A,
      toBoot: 0,
      from,
      fromBoot: 3,
      ask: 17,
      isAnswer: false,
      message: say('x', 'question'),
      failure: undefined,
    },
  ]);
  t.deepEqual(
    forwarded[0]?.map((e) => [e.to, e.toBoot, e.ask, e.isAnswer, e.failure?.code]),
    [[from, 3, 17, true, 'ERR_ACTOR_STOPPED']],
  );
});

test('a failing owner of a port does not harm the actors', (t) => {
  const { time, kernel } = kernelWorld([
    scripted('a', () => ({ on: (text, ctx) => void (ctx.sender && ctx.send(ctx.sender, say(text))) })),
  ]);
  kernel.spawn('a', 0);
  let calls = 0;
  const port = kernel.openPort(1, () => {
    calls += 1;
    throw new Error('bug of the owner');
  });
  port.send(A, say('1'));
  time.runUntilIdle();
  port.send(A, say('2'));
  time.runUntilIdle();
  t.is(calls, 2);
  t.is(kernel.inspect()[0]?.state, 'running');
});

test('an ask from another thread is refused back when the turn that answered it fails', (t) => {
  const { time, kernel, forwarded } = kernelWorld([
    scripted('a', () => ({
      on(text, ctx) {
        if (ctx.asker) ctx.answer(ctx.asker, say('must not leave'));
        if (text === 'boom') throw new Error('boom');
      },
    })),
  ]);
  kernel.spawn('a', 0);
  const from = { node: 1, kind: 'port', instance: 9 };
  const envelope = (ask: number, text: string): Envelope => ({
    to: A,
    toBoot: 0,
    from,
    fromBoot: 3,
    ask,
    isAnswer: false,
    message: say(text, 'question'),
    failure: undefined,
  });
  kernel.deliver([envelope(1, 'answered'), envelope(2, 'boom'), envelope(3, 'behind')]);
  time.runFor(1);
  t.deepEqual(
    forwarded.flat().map((e) => [e.to, e.ask, e.isAnswer, e.failure?.code]),
    [1, 2, 3].map((ask) => [from, ask, true, 'ERR_ACTOR_STOPPED']),
  );
});
