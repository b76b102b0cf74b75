/** The tag of a cluster in the serials of its sessions. */
import test from 'ava';
import { createRandom } from '../../../src/runtime/base/random.js';
import { sessionSerial, sessionTagOf, tagOfSerial } from '../../../src/runtime/base/session-tag.js';

test('a serial carries the tag of its cluster and is a safe integer', (t) => {
  const random = createRandom(1);
  for (const tag of [0, 1, sessionTagOf('c0ffee'), 2 ** 21 - 1]) {
    for (let draws = 0; draws < 100; draws += 1) {
      const serial = sessionSerial(tag, random);
      t.true(Number.isSafeInteger(serial));
      t.is(tagOfSerial(serial), tag);
    }
  }
});

test('tags are of 21 bits, the same everywhere, and differ between clusters', (t) => {
  const tags = Array.from({ length: 200 }, (_, at) => sessionTagOf(`cluster ${at}`));
  for (const tag of tags) t.true(tag >= 0 && tag < 2 ** 21);
  t.is(new Set(tags).size, tags.length);
  t.is(sessionTagOf('c0ffee'), 422_313);
});

test('serials of one cluster differ', (t) => {
  const random = createRandom(1);
  const serials = Array.from({ length: 1_000 }, () => sessionSerial(7, random));
  t.is(new Set(serials).size, serials.length);
});
