/** The window of appends in flight. */
import test from 'ava';
import { Inflights } from '../../../../src/actors/raft/core/inflights.js';
import { createRandom } from '../../../../src/runtime/base/random.js';

test('a window is full by count, and open again once the oldest is answered', (t) => {
  const window = new Inflights(3, 0);
  for (const index of [10, 11, 15]) window.add(index, 100);
  t.true(window.isFull);
  window.freeThrough(9);
  t.true(window.isFull, 'an answer below the oldest frees nothing');
  window.freeThrough(11);
  t.is(window.count, 1);
  t.false(window.isFull);
  t.throws(() => {
    for (let index = 16; ; index += 1) window.add(index, 1);
  });
});

test('a window is full by bytes, but one append always fits', (t) => {
  const window = new Inflights(100, 1000);
  window.add(1, 5000);
  t.true(window.isFull);
  window.freeThrough(1);
  window.add(2, 999);
  t.false(window.isFull, 'the limit stops the next append, not the one that crosses it');
  window.add(3, 999);
  t.true(window.isFull);
  t.is(window.bytes, 1998);
});

test('without a limit of bytes only the count matters', (t) => {
  const window = new Inflights(2, 0);
  window.add(1, 2 ** 40);
  t.false(window.isFull);
});

test('a reset window is empty', (t) => {
  const window = new Inflights(2, 10);
  window.add(1, 10);
  window.reset();
  t.deepEqual([window.count, window.bytes, window.isFull], [0, 0, false]);
});

test('a window behaves like a plain list, whatever is added and answered', (t) => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const random = createRandom(seed);
    const countMax = 1 + random.below(40);
    const bytesMax = random.below(3) === 0 ? 0 : random.below(2000);
    const window = new Inflights(countMax, bytesMax);
    let model: { index: number; bytes: number }[] = [];
    let index = 0;
    for (let step = 0; step < 300; step += 1) {
      if (!window.isFull && random.below(3) > 0) {
        index += 1 + random.below(3);
        const bytes = random.below(100);
        window.add(index, bytes);
        model.push({ index, bytes });
      } else {
        const upTo = Math.max(0, index - random.below(50));
        window.freeThrough(upTo);
        model = model.filter((append) => append.index > upTo);
      }
      const bytes = model.reduce((sum, append) => sum + append.bytes, 0);
      const isFull = model.length >= countMax || (bytesMax > 0 && bytes >= bytesMax);
      t.deepEqual([window.count, window.bytes, window.isFull], [model.length, bytes, isFull], `seed ${seed}`);
    }
  }
});
