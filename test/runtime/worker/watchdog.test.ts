/** Hung or slow: verdicts over virtual time. */
import test from 'ava';
import { createThreadPage, enterStore, leaveStore, noteProgress } from '../../../src/runtime/worker/thread-page.js';
import { Watchdog, type WatchdogVerdict } from '../../../src/runtime/worker/watchdog.js';

const CONFIG = { intervalMs: 500, startAfterMs: 30_000, hungAfterMs: 5_000, slowAfterMs: 60_000 };

/** Looks every half second of virtual time, from `fromMs` on, until something is said; what, and when. */
function lookUntil(dog: Watchdog, fromMs: number, endMs: number): [number, WatchdogVerdict] | undefined {
  for (let nowMs = fromMs; nowMs <= endMs; nowMs += 500) {
    const [first] = dog.check(nowMs);
    if (first !== undefined) return [nowMs, first];
  }
  return undefined;
}

function dogWith(workerClass: 'reactive' | 'log' | 'state' | 'application') {
  const dog = new Watchdog(CONFIG);
  const page = createThreadPage();
  noteProgress(page);
  dog.watch(1, workerClass, page);
  dog.check(0);
  return { dog, page };
}

test('a thread without progress for five seconds is hung, said once', (t) => {
  const { dog } = dogWith('reactive');
  const found = lookUntil(dog, 500, 60_000);
  t.is(found?.[0], 5_000);
  t.is(found?.[1].verdict, 'hung');
  t.is(lookUntil(dog, 5_500, 60_000), undefined);
});

test('a thread that shows progress is never hung', (t) => {
  const { dog, page } = dogWith('reactive');
  for (let nowMs = 500; nowMs < 60_000; nowMs += 500) {
    if (nowMs % 4_500 === 0) noteProgress(page);
    t.deepEqual(dog.check(nowMs), []);
  }
});

test('a log worker inside its store is slow first, and stuck after a minute', (t) => {
  for (const workerClass of ['log', 'state'] as const) {
    const { dog, page } = dogWith(workerClass);
    enterStore(page);
    t.deepEqual(dog.check(500), []);
    const slow = lookUntil(dog, 1_000, 100_000);
    t.is(slow?.[0], 5_500);
    t.is(slow?.[1].verdict, 'slow');
    const stuck = lookUntil(dog, 6_000, 100_000);
    t.is(stuck?.[0], 60_500);
    t.is(stuck?.[1].verdict, 'stuck');
  }
});

test('a log worker that hangs outside its store is replaced like any other', (t) => {
  const { dog, page } = dogWith('log');
  enterStore(page);
  leaveStore(page);
  t.deepEqual(dog.check(500), []);
  t.is(lookUntil(dog, 1_000, 100_000)?.[1].verdict, 'hung');
});

test('many short store calls in one turn are progress', (t) => {
  const { dog, page } = dogWith('log');
  for (let nowMs = 500; nowMs < 100_000; nowMs += 500) {
    enterStore(page);
    t.deepEqual(dog.check(nowMs), []);
    leaveStore(page);
  }
});

test('a reactive worker may not stay in a store: it is hung', (t) => {
  const { dog, page } = dogWith('reactive');
  enterStore(page);
  t.deepEqual(dog.check(500), []);
  t.is(lookUntil(dog, 1_000, 100_000)?.[1].verdict, 'hung');
});

test('a thread that has not started yet is given longer', (t) => {
  const dog = new Watchdog(CONFIG);
  dog.watch(1, 'log', createThreadPage());
  dog.check(0);
  const found = lookUntil(dog, 500, 100_000);
  t.is(found?.[0], 30_000);
  t.is(found?.[1].verdict, 'hung');
});

test('time in which the observer itself was blocked does not count', (t) => {
  const { dog, page } = dogWith('reactive');
  t.deepEqual(dog.check(500), []);
  t.deepEqual(dog.check(3_600_000), []);
  noteProgress(page);
  t.deepEqual(dog.check(3_600_500), []);
});

test('what is forgotten is not spoken of', (t) => {
  const { dog } = dogWith('reactive');
  dog.forget(1);
  t.is(lookUntil(dog, 500, 100_000), undefined);
});
