/** The log clock follows a majority of the voters and never goes back. */
import test from 'ava';
import { LogClock } from '../../../src/actors/raft/log-clock.js';

test('a group of one stamps its own clock, in whole milliseconds', (t) => {
  t.is(new LogClock().stamp(1234.9, 1, [1]), 1234);
});

test('the clock never goes back: not before what was stamped, nor before what was applied', (t) => {
  const clock = new LogClock();
  clock.observe(5_000);
  t.is(clock.stamp(4_000, 1, [1]), 5_000);
  t.is(clock.stamp(6_000, 1, [1]), 6_000);
  t.is(clock.stamp(5_500, 1, [1]), 6_000);
});

test('without reports from a majority it stands still', (t) => {
  const clock = new LogClock();
  clock.observe(100);
  t.is(clock.stamp(50_000, 1, [1, 2, 3]), 100);
  clock.report(2, 49_990, 50_000);
  t.is(clock.stamp(50_000, 1, [1, 2, 3]), 50_000);
});

test('a clock that runs ahead is held a second before the majority', (t) => {
  const clock = new LogClock();
  clock.report(2, 10_000, 90_000);
  clock.report(3, 10_200, 90_000);
  t.is(clock.stamp(90_000, 1, [1, 2, 3]), 11_200);
});

test('of two voters both must have reached a time', (t) => {
  const clock = new LogClock();
  clock.report(2, 10_000, 90_000);
  t.is(clock.stamp(90_000, 1, [1, 2]), 11_000);
});

test('one voter with a wild clock moves nothing', (t) => {
  const clock = new LogClock();
  clock.report(2, 9e15, 20_000);
  clock.report(3, 20_010, 20_000);
  t.is(clock.stamp(20_000, 1, [1, 2, 3]), 20_000);
  const behind = new LogClock();
  behind.report(2, 1, 20_000);
  behind.report(3, 20_010, 20_000);
  t.is(behind.stamp(20_000, 1, [1, 2, 3]), 20_000);
});

test('a report goes on running while no newer one comes', (t) => {
  const clock = new LogClock();
  clock.report(2, 10_000, 10_000);
  t.is(clock.stamp(30_000, 1, [1, 2]), 30_000);
});
