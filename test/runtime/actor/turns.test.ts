/** Turns: what one handles, when it ends, when what it sent leaves; timers. */
import test from 'ava';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import { VirtualTime } from '../../../src/runtime/sim/virtual-time.js';
import { kernelWorld, say, scripted, textOf } from './kernel-world.js';

test('a turn handles what was in the mailbox at its start, then ends the batch once', (t) => {
  const events: string[] = [];
  const { time, kernel } = kernelWorld([
    scripted('a', () => ({
      on(text, ctx) {
        events.push(text);
        if (text === '1') ctx.send(ctx.self, say('to self'));
      },
      onBatchEnd: () => void events.push('end'),
    })),
  ]);
  const a = kernel.spawn('a', 0);
  const port = kernel.openPort(1, () => {});
  for (const text of ['1', '2', '3']) port.send(a, say(text));
  time.runUntilIdle();
  t.deepEqual(events, ['1', '2', '3', 'end', 'to self', 'end']);
});

test('a turn ends at its limit of messages and the rest waits for the next one, after the neighbours', (t) => {
  const events: string[] = [];
  const limits = { ...DEFAULT_LIMITS, turnMessagesMax: 2 };
  const { time, kernel } = kernelWorld(
    [scripted('a', (instance) => ({ on: (text) => void events.push(`${instance}:${text}`) }))],
    { limits },
  );
  const port = kernel.openPort(1, () => {});
  const [a, b] = [kernel.spawn('a', 1), kernel.spawn('a', 2)];
  for (const text of ['x', 'y', 'z']) for (const ref of [a, b]) port.send(ref, say(text));
  time.runUntilIdle();
  t.deepEqual(events, ['1:x', '1:y', '2:x', '2:y', '1:z', '2:z']);
});

test('a turn ends at its limit of bytes', (t) => {
  const batches: number[] = [];
  let count = 0;
  const limits = { ...DEFAULT_LIMITS, turnBytesMax: 1000 };
  const { time, kernel } = kernelWorld(
    [
      scripted('a', () => ({
        on() {
          count += 1;
        },
        onBatchEnd() {
          batches.push(count);
          count = 0;
        },
      })),
    ],
    { limits },
  );
  const a = kernel.spawn('a', 1);
  const port = kernel.openPort(1, () => {});
  for (let i = 0; i < 4; i += 1) port.send(a, say('v'.repeat(500)));
  time.runUntilIdle();
  t.deepEqual(batches, [2, 2]);
});

test('a turn ends when it has taken its time', (t) => {
  const batches: number[] = [];
  let count = 0;
  let nowMs = 0;
  const time = new VirtualTime();
  const environment = { ...time.environment(1), clock: { now: () => nowMs } };
  const { kernel } = kernelWorld(
    [
      scripted('a', () => ({
        on() {
          count += 1;
          nowMs += 1;
        },
        onBatchEnd() {
          batches.push(count);
          count = 0;
        },
      })),
    ],
    { environment },
  );
  const a = kernel.spawn('a', 1);
  const port = kernel.openPort(1, () => {});
  for (let i = 0; i < 20; i += 1) port.send(a, say('slow'));
  time.runUntilIdle();
  t.deepEqual(batches, [7, 7, 6]);
});

test('what a turn sends leaves at its end: to actors here, to ports, and elsewhere, each at once', (t) => {
  const log: string[] = [];
  const { time, kernel, forwarded } = kernelWorld([
    scripted('a', () => ({
      on(_, ctx) {
        ctx.send({ node: 1, kind: 'b', instance: 0 }, say('local'));
        ctx.send({ node: 2, kind: 'b', instance: 0 }, say('far 1'));
        ctx.send({ node: 1, kind: 'port', instance: 5 }, say('port 1'));
        ctx.send({ node: 1, kind: 'elsewhere', instance: 0 }, say('far 2'), 9);
        ctx.send({ node: 1, kind: 'port', instance: 5 }, say('port 2'));
        log.push('a done');
      },
    })),
    scripted('b', () => ({ on: (text, ctx) => void log.push(`${text} from ${ctx.sender?.kind} ${ctx.senderBoot}`) })),
  ]);
  const port = kernel.openPort(5, (envelopes) => void log.push(envelopes.map((e) => textOf(e.message)).join('+')));
  const a = kernel.spawn('a', 0);
  kernel.spawn('b', 0);
  port.send(a, say('go'));
  time.runUntilIdle();
  t.deepEqual(log, ['a done', 'port 1+port 2', 'local from a 102']);
  t.is(forwarded.length, 1);
  t.deepEqual(
    forwarded[0]?.map((e) => [e.to.node, e.to.kind, e.toBoot, textOf(e.message)]),
    [
      [2, 'b', 0, 'far 1'],
      [1, 'elsewhere', 9, 'far 2'],
    ],
  );
});

test('a context works only in a turn of its own actor', (t) => {
  let leak: (() => void) | undefined;
  const { time, kernel } = kernelWorld([
    scripted('a', () => ({
      onStart(ctx) {
        leak = () => ctx.send(ctx.self, say('late'));
      },
    })),
  ]);
  kernel.spawn('a', 0);
  time.runUntilIdle();
  t.throws(() => leak?.(), { code: 'ERR_INVARIANT' });
});

test('a timer fires once, not before its time, and never after it was cancelled', (t) => {
  const fired: string[] = [];
  const { time, kernel } = kernelWorld([
    scripted('a', () => ({
      onStart(ctx) {
        ctx.after(20, say('second'));
        ctx.after(10, say('first'));
        ctx.cancel(ctx.after(15, say('cancelled')));
      },
      on(text, ctx) {
        fired.push(`${text} at ${ctx.now()}`);
        t.is(ctx.sender, undefined);
      },
    })),
  ]);
  const startMs = time.now();
  kernel.spawn('a', 0);
  time.runUntilIdle();
  t.deepEqual(fired, [`first at ${startMs + 10}`, `second at ${startMs + 20}`]);
});

test('timers of one time fire in the order in which they were set, however many there are', (t) => {
  const fired: number[] = [];
  const expected: number[] = [];
  const { time, kernel } = kernelWorld([
    scripted('a', () => ({
      onStart(ctx) {
        for (let i = 0; i < 100; i += 1) {
          const timer = ctx.after(10, say(String(i)));
          if (i % 3 === 0) ctx.cancel(timer);
          else expected.push(i);
        }
      },
      on: (text) => void fired.push(Number(text)),
    })),
  ]);
  kernel.spawn('a', 0);
  time.runUntilIdle();
  t.deepEqual(fired, expected);
});

test('a timer that fired and was cancelled before its turn is not delivered', (t) => {
  const heard: string[] = [];
  const { time, kernel } = kernelWorld([
    scripted('a', () => {
      let timer = 0;
      return {
        onStart(ctx) {
          timer = ctx.after(10, say('tick'));
        },
        on(text, ctx) {
          heard.push(text);
          if (text === 'cancel') ctx.cancel(timer);
        },
      };
    }),
  ]);
  const a = kernel.spawn('a', 0);
  const port = kernel.openPort(1, () => {});
  time.at(time.now() + 10, () => port.send(a, say('cancel')));
  time.runUntilIdle();
  t.deepEqual(heard, ['cancel']);
});

test('two runs of the same world draw the same random numbers', (t) => {
  const run = () => {
    const drawn: number[] = [];
    const { time, kernel } = kernelWorld([
      scripted('a', () => ({ onStart: (ctx) => void drawn.push(ctx.random().uint32()) })),
    ]);
    kernel.spawn('a', 0);
    kernel.spawn('a', 1);
    time.runUntilIdle();
    return drawn;
  };
  const [first, second] = [run(), run()];
  t.deepEqual(first, second);
  t.not(first[0], first[1]);
});
