/** Windows without success, by a clock that the test moves. */
import test from 'ava';
import { SuccessWindows } from '../../../scripts/bench/success-windows.js';

test('the longest window after the fault counts, of all and by name', (t) => {
  const windows = new SuccessWindows();
  for (const ms of [0, 10, 20]) windows.succeeded('a', ms);
  windows.succeeded('b', 20);
  windows.fault(25);
  windows.succeeded('a', 30);
  windows.succeeded('b', 200);
  windows.succeeded('a', 210);
  const { ofAll, byName } = windows.longestMs(215);
  t.is(ofAll, 170);
  t.deepEqual(
    [...byName],
    [
      ['a', 180],
      ['b', 180],
    ],
  );
  t.is(windows.recovered, 2);
});

test('a window before the fault does not count, one that reaches into it does with its beginning', (t) => {
  const windows = new SuccessWindows();
  windows.succeeded('a', 0);
  windows.succeeded('a', 500);
  windows.fault(510);
  windows.succeeded('a', 530);
  t.is(windows.longestMs(531).ofAll, 30);
});

test('a window that has not ended counts up to now', (t) => {
  const windows = new SuccessWindows();
  windows.succeeded('a', 0);
  windows.fault(10);
  t.is(windows.longestMs(400).ofAll, 400);
  t.is(windows.recovered, 0);
});
