/** Virtual time: the order of events, and how far time runs. */
import test from 'ava';
import { VIRTUAL_START_MS, VirtualTime } from '../../../src/runtime/sim/virtual-time.js';

test('events run by time, and at one time in the order of scheduling', (t) => {
  const time = new VirtualTime();
  const ran: string[] = [];
  for (const [ms, name] of [
    [30, 'c'],
    [10, 'a'],
    [20, 'b1'],
    [20, 'b2'],
    [20, 'b3'],
  ] as const) {
    time.at(VIRTUAL_START_MS + ms, () => ran.push(`${name}@${time.now() - VIRTUAL_START_MS}`));
  }
  time.runUntilIdle();
  t.deepEqual(ran, ['a@10', 'b1@20', 'b2@20', 'b3@20', 'c@30']);
});

test('what an event schedules for at once runs before what comes later', (t) => {
  const time = new VirtualTime(0);
  const ran: string[] = [];
  time.at(5, () => {
    ran.push('first');
    time.at(0, () => ran.push('nested'));
  });
  time.at(6, () => ran.push('second'));
  time.runUntilIdle();
  t.deepEqual(ran, ['first', 'nested', 'second']);
});

test('time runs exactly as far as it is told, and cancelled events never run', (t) => {
  const time = new VirtualTime(0);
  const ran: number[] = [];
  for (const ms of [1, 2, 3]) time.at(ms, () => ran.push(ms));
  time.cancel(time.at(2, () => ran.push(-2)));
  time.runUntil(2);
  t.deepEqual(ran, [1, 2]);
  t.is(time.now(), 2);
  time.runFor(0.5);
  t.is(time.now(), 2.5);
  t.true(time.step());
  t.false(time.step());
  t.deepEqual(ran, [1, 2, 3]);
});

test('many events in a random order run sorted', (t) => {
  const time = new VirtualTime(0);
  const random = time.environment(5).random;
  const ran: number[] = [];
  for (let i = 0; i < 2_000; i += 1) {
    const ms = random.below(500);
    time.at(ms, () => ran.push(ms));
  }
  time.runUntilIdle();
  t.deepEqual(
    ran,
    [...ran].sort((a, b) => a - b),
  );
  t.is(ran.length, 2_000);
});

test('time that stands still is noticed', (t) => {
  const time = new VirtualTime();
  const again = () => void time.at(time.now(), again);
  again();
  t.throws(() => time.runFor(1), { code: 'ERR_INVARIANT', message: 'virtual time stands still' });
});
