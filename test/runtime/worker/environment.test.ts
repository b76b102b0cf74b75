/** Real time: rounds, timers, and their order with messages. */
import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import test, { type ExecutionContext } from 'ava';
import { captureClockOrigin, createSystemClock } from '../../../src/runtime/base/clock.js';
import { createRandom } from '../../../src/runtime/base/random.js';
import { createRealTimeEnvironment, type RealTimeEnvironment } from '../../../src/runtime/worker/environment.js';

const nothing = (): void => undefined;
const clock = createSystemClock(captureClockOrigin());

function environment(t: ExecutionContext): RealTimeEnvironment {
  const made = createRealTimeEnvironment({
    clock,
    random: createRandom(1),
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    around: (run) => run(),
  });
  t.teardown(() => made.close());
  return made;
}

function blockUntil(atMs: number): void {
  while (clock.now() < atMs);
}

test('a timer never fires before its time', async (t) => {
  const world = environment(t);
  for (const delayMs of [0, 0.2, 1, 1.5, 3]) {
    const atMs = clock.now() + delayMs;
    await new Promise<void>((resolve) => world.setTimer(atMs, resolve));
    t.true(clock.now() >= atMs);
  }
});

test('a timer that became due while the thread was busy comes after the messages of that time', async (t) => {
  const world = environment(t);
  const { port1, port2 } = new MessageChannel();
  t.teardown(() => port1.close());
  const order: string[] = [];
  port1.on('message', (message: string) => order.push(message));
  port2.postMessage('first');
  await once(port1, 'message');
  // From here the event loop goes to its timers first, and only then looks for messages.
  await new Promise((resolve) => setImmediate(resolve));
  const atMs = clock.now() + 1;
  const fired = new Promise<void>((resolve) => {
    world.setTimer(atMs, () => {
      order.push('timer');
      resolve();
    });
  });
  for (let n = 1; n <= 3; n += 1) port2.postMessage(`message ${n}`);
  blockUntil(atMs + 3);
  await fired;
  t.deepEqual(order, ['first', 'message 1', 'message 2', 'message 3', 'timer']);
});

test('a late timer fires once', async (t) => {
  const world = environment(t);
  let fired = 0;
  world.setTimer(clock.now() + 1, () => {
    fired += 1;
  });
  blockUntil(clock.now() + 10);
  await new Promise<void>((resolve) => world.setTimer(clock.now() + 1, resolve));
  t.is(fired, 1);
});

test('a cleared timer, and whatever is left at closing, does not run', async (t) => {
  const world = environment(t);
  const ran: string[] = [];
  const timer = world.setTimer(clock.now() + 1, () => ran.push('cleared'));
  world.clearTimer(timer);
  const kept = environment(t);
  await new Promise<void>((resolve) => kept.setTimer(clock.now() + 2, resolve));
  world.setTimer(clock.now(), () => ran.push('timer'));
  world.schedule(() => ran.push('round'));
  world.close();
  await new Promise<void>((resolve) => kept.setTimer(clock.now() + 2, resolve));
  t.deepEqual(ran, []);
});
