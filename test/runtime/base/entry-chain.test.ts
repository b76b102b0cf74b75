/** The entry chain: its pinned values, and what it tells apart. */
import { Buffer } from 'node:buffer';
import test from 'ava';
import { crc32 } from '../../../src/runtime/base/crc.js';
import { chainEntry, INITIAL_CHAIN } from '../../../src/runtime/base/entry-chain.js';
import type { Entry } from '../../../src/runtime/base/log-store.js';

const entry = (over: Partial<Entry> = {}): Entry => ({
  index: 2,
  term: 1,
  type: 0,
  data: Buffer.from('quorate'),
  ...over,
});

test('crc32 is that of zlib and continues', (t) => {
  t.is(crc32(Buffer.from('123456789')), 0xcbf43926);
  t.is(crc32(Buffer.from('6789'), crc32(Buffer.from('12345'))), 0xcbf43926);
});

test('no bytes leave a crc as it was, however the empty array was made', (t) => {
  const empty = Buffer.alloc(0);
  for (const bytes of [
    empty,
    empty.subarray(),
    new Uint8Array(0),
    new Uint8Array(new ArrayBuffer(0)),
    Buffer.from(''),
  ]) {
    t.is(crc32(bytes, 5), 5);
  }
});

test('golden vectors', (t) => {
  const first = chainEntry(INITIAL_CHAIN, 7, 3, entry());
  const second = chainEntry(first, 7, 3, entry({ index: 3, data: new Uint8Array(0) }));
  const third = chainEntry(second, 7, 3, entry({ index: 2 ** 40 + 5, term: 2 ** 53 - 1, type: 2 }));
  t.deepEqual([first, second, third], [3_618_823_019, 2_673_316_249, 348_933_176]);
});

test('every field and the predecessor count', (t) => {
  const seen = new Set<number>();
  for (const previous of [0, 1]) {
    for (const [group, replica] of [
      [1, 1],
      [2, 1],
      [1, 2],
      [2 ** 32 + 1, 1],
    ] as const) {
      for (const over of [{}, { index: 3 }, { index: 2 ** 32 + 2 }, { term: 2 }, { type: 1 as const }]) {
        seen.add(chainEntry(previous, group, replica, entry(over)));
      }
    }
  }
  t.is(seen.size, 2 * 4 * 5);
});

test('a byte moved from one payload to the next changes the chain', (t) => {
  const chain = (a: string, b: string) =>
    chainEntry(chainEntry(0, 1, 1, entry({ data: Buffer.from(a) })), 1, 1, entry({ index: 3, data: Buffer.from(b) }));
  t.not(chain('ab', 'c'), chain('a', 'bc'));
});
