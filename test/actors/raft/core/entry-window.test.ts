/** The entries that are kept in memory. */
import test from 'ava';
import { EntryWindow } from '../../../../src/actors/raft/core/entry-window.js';
import { entryBytes } from '../../../../src/actors/raft/core/message.js';
import type { Entry } from '../../../../src/actors/raft/core/types.js';
import { createRandom } from '../../../../src/runtime/base/random.js';
import { entriesOf } from './network.js';

test('a slice has one entry at least, and then as many as its bytes allow', (t) => {
  const window = new EntryWindow(entriesOf([1, 1, 1, 1]), 4, Infinity);
  const count = (maxBytes: number): number => window.slice(2, 4, maxBytes).length;
  t.deepEqual([count(0), count(17), count(34), count(50), count(51)], [1, 1, 2, 2, 3]);
  t.deepEqual(window.slice(3, 2, Infinity), []);
});

test('a window holds the newest entries only, up to the last', (t) => {
  t.is(new EntryWindow([], 7, 0).first, 8);
  t.is(new EntryWindow(entriesOf([1, 1], 6), 7, 0).first, 6);
  t.throws(() => new EntryWindow(entriesOf([1, 1], 5), 7, 0));
});

test('what counts as cache is exactly the durable entries that are held, whatever comes and goes', (t) => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const random = createRandom(seed);
    const cacheBytes = random.below(2000);
    const window = new EntryWindow([], 0, cacheBytes);
    let all: Entry[] = [];
    let durable = 0;
    for (let step = 0; step < 500; step += 1) {
      const action = random.below(10);
      if (action < 6) {
        const entry = { term: 1, index: all.length + 1, type: 0, data: new Uint8Array(random.below(40)) } as const;
        window.push(entry);
        all.push(entry);
      } else if (action < 8) {
        const to = durable + random.below(all.length - durable + 1);
        window.countDurable(durable + 1, to);
        durable = to;
        window.evict(durable);
      } else if (action < 9) {
        const index = all.length + 1 - random.below(Math.min(all.length, 5) + 1);
        window.truncateTo(index, durable + 1);
        all = all.slice(0, index - 1);
        durable = Math.min(durable, index - 1);
      } else {
        window.dropThrough(random.below(durable + 1));
      }
      const held = all.slice(window.first - 1);
      const bytes = held.filter(({ index }) => index <= durable).reduce((sum, entry) => sum + entryBytes(entry), 0);
      t.is(window.durableBytes, bytes, `seed ${seed} step ${step}`);
      t.deepEqual(window.slice(window.first, all.length, Infinity), held, `seed ${seed} step ${step}`);
      if (action === 6 || action === 7) t.true(bytes <= cacheBytes);
    }
  }
});
