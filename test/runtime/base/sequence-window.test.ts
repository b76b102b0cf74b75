/** Sequences of a session: in order out, in any order back, never a window apart. */
import test from 'ava';
import { createRandom } from '../../../src/runtime/base/random.js';
import { SequenceWindow } from '../../../src/runtime/base/sequence-window.js';

test('sequences begin at 1 and wait when the window is full', (t) => {
  const window = new SequenceWindow(3);
  t.deepEqual([window.issue(), window.issue(), window.issue(), window.issue()], [1, 2, 3, undefined]);
  window.resolve(2);
  t.true(window.isFull);
  t.is(window.lowestUnresolved, 1);
  window.resolve(1);
  t.is(window.lowestUnresolved, 3);
  t.deepEqual([window.issue(), window.issue(), window.issue()], [4, 5, undefined]);
});

test('a sequence is resolved once, and only after it was issued', (t) => {
  const window = new SequenceWindow(4);
  t.throws(() => window.resolve(1), { code: 'ERR_INVARIANT' });
  window.issue();
  window.issue();
  window.resolve(2);
  t.throws(() => window.resolve(2), { code: 'ERR_INVARIANT' });
  window.resolve(1);
  t.throws(() => window.resolve(1), { code: 'ERR_INVARIANT' });
});

test('against a model, through many windows', (t) => {
  const random = createRandom(5);
  const window = new SequenceWindow(16);
  const open = new Set<number>();
  for (let step = 0; step < 5_000; step += 1) {
    if (random.below(2) === 0) {
      const sequence = window.issue();
      const lowest = Math.min(...open, Number.POSITIVE_INFINITY);
      if (sequence !== undefined) open.add(sequence);
      else t.is(lowest, window.lowestUnresolved);
    } else if (open.size > 0) {
      const chosen = [...open][random.below(open.size)] ?? 0;
      open.delete(chosen);
      window.resolve(chosen);
    }
    if (open.size > 0) t.is(window.lowestUnresolved, Math.min(...open));
  }
});
