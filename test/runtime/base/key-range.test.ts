/** The range of keys that begin with a prefix. */
import test from 'ava';
import { prefixRange } from '../../../src/runtime/base/key-range.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('the range ends before the first key that no longer begins with the prefix', (t) => {
  const cases: readonly (readonly [prefix: string, to: string])[] = [
    ['61', '62'],
    ['6161', '6162'],
    ['61ff', '62'],
    ['61ffff', '62'],
    ['ff', ''],
    ['ffff', ''],
    ['', ''],
    ['00', '01'],
  ];
  for (const [prefix, to] of cases) {
    for (const bytes of [Buffer.from(prefix, 'hex'), new Uint8Array(Buffer.from(prefix, 'hex'))]) {
      const range = prefixRange(bytes);
      t.is(hex(range.from), prefix);
      t.is(hex(range.to), to);
    }
  }
});
