/** Scans: one order over tables, file and slots, page by page. */
import test from 'ava';
import { byteKeyOfText } from '../../../src/runtime/base/byte-key.js';
import { createRandom } from '../../../src/runtime/base/random.js';
import { commandOf, del, put, slotOf, text, textOf } from './entries.js';
import { OpenApplier } from './harness.js';

test("a scan goes over all slots in the order of the keys' bytes", (t) => {
  const applier = new OpenApplier();
  const keys = ['b', 'a', 'é', 'z', '\u{1f600}', 'ab', 'B', '\uffff'];
  for (const key of keys) applier.write([put(key, key)]);
  const inOrder = [...keys].sort((x, y) => (byteKeyOfText(x) < byteKeyOfText(y) ? -1 : 1));
  t.deepEqual(applier.keys(), inOrder);
  applier.flush();
  t.deepEqual(applier.keys(), inOrder);
});

test('newer tables hide what older ones and the file have', (t) => {
  const applier = new OpenApplier();
  for (const key of ['a', 'b', 'c', 'd']) applier.write([put(key, 'file')]);
  applier.flush();
  applier.write([put('b', 'frozen')]);
  applier.write([del('c')]);
  applier.write([put('e', 'frozen')]);
  applier.nowMs += applier.limits.memoryTableAgeMs;
  applier.write([put('a0', 'frozen')]);
  t.true(applier.isBusy, 'a flush is under way');
  applier.write([put('c', 'active')]);
  applier.write([del('e')]);
  applier.write([del('d')]);
  const page = applier.page();
  t.deepEqual(
    page.items.map(({ key, value }) => [textOf(key), textOf(value)]),
    [
      ['a', 'file'],
      ['a0', 'frozen'],
      ['b', 'frozen'],
      ['c', 'active'],
    ],
  );
});

test('a range is from its first key on, or after it, to before its end', (t) => {
  const applier = new OpenApplier();
  for (const key of ['a', 'b', 'c', 'd']) applier.write([put(key, 'v')]);
  const range = (from: string, to: string, after = false) => applier.keys({ from: text(from), to: text(to), after });
  for (const step of ['memory', 'file']) {
    t.deepEqual(range('b', 'd'), ['b', 'c'], step);
    t.deepEqual(range('b', 'd', true), ['c'], step);
    t.deepEqual(range('bb', ''), ['c', 'd'], step);
    t.deepEqual(range('d', 'b'), [], step);
    applier.flush();
  }
});

test('a page ends at its limit and says whether there is more', (t) => {
  const applier = new OpenApplier({ limits: { scanPageItemsMax: 3 } });
  for (const key of ['a', 'b', 'c', 'd']) applier.write([put(key, 'v')]);
  t.like(applier.page({ limit: 2 }), { more: true });
  t.is(applier.page({ limit: 2 }).items.length, 2);
  t.is(applier.page().items.length, 3);
  t.is(applier.page({ limit: 100 }).items.length, 3);
  t.is(applier.page({ from: text('c'), limit: 2 }).more, false);
});

test('a page ends at its limit of bytes, with one item at least', (t) => {
  const applier = new OpenApplier({ limits: { scanPageBytesMax: 1_000 } });
  for (const key of ['a', 'b', 'c', 'd']) applier.write([put(key, 'v'.repeat(600))]);
  for (const step of ['memory', 'file']) {
    t.like(applier.page(), { more: true }, step);
    t.deepEqual(applier.keys(), ['a', 'b'], step);
    t.deepEqual(applier.keys({ keysOnly: true }), ['a', 'b', 'c', 'd'], step);
    applier.flush();
  }
  t.is(applier.page({ keysOnly: true }).items[0]?.value.length, 0);
});

test('rows read ahead from many slots give up their values and are whole again when their turn comes', (t) => {
  const applier = new OpenApplier({ limits: { scanPageBytesMax: 20_000 } });
  const keys = Array.from(
    { length: 120 },
    (_, i) => `${i % 3 === 0 ? '{p}' : 'k'}${String(i).padStart(3, '0')}`,
  ).sort();
  for (const key of keys) applier.write([put(key, key.repeat(200))]);
  applier.flush();
  applier.disk.gets = 0;
  const found: string[] = [];
  for (let page = applier.page(); ; page = applier.page({ from: text(found.at(-1) ?? ''), after: true })) {
    for (const { key, value } of page.items) {
      t.is(textOf(value), textOf(key).repeat(200));
      found.push(textOf(key));
    }
    if (!page.more) break;
  }
  t.deepEqual(found, keys);
  t.true(applier.disk.gets > 0, 'some were read again');
});

test('a scan of given slots looks at no others, and refuses one that is not owned', (t) => {
  const applier = new OpenApplier({ owned: [slotOf('{p}'), slotOf('x')] });
  applier.write([put('{p}1', 'v')]);
  applier.write([put('x', 'v')]);
  t.deepEqual(applier.keys({ vshards: [slotOf('{p}')] }), ['{p}1']);
  t.deepEqual(applier.keys({ vshards: [slotOf('{p}'), slotOf('{p}')] }), ['{p}1']);
  t.deepEqual(applier.keys(), ['x', '{p}1']);
  t.is(applier.page({ vshards: [slotOf('elsewhere')] }).errorCode, 'ERR_NOT_OWNER');
  t.is(applier.items({ get: { collection: text('items'), key: text('elsewhere') } }).errorCode, 'ERR_NOT_OWNER');
});

test('collections do not mix', (t) => {
  const applier = new OpenApplier();
  applier.write([put('a', '1', { collection: 'one' })]);
  applier.write([put('b', '2', { collection: 'two' })]);
  t.deepEqual(applier.keys({ collection: text('one') }), ['a']);
  t.deepEqual(applier.keys({ collection: text('none') }), []);
});

test('pages of any size over random rows in memory and file give exactly what was written', (t) => {
  for (let seed = 1; seed <= 30; seed += 1) {
    const random = createRandom(seed);
    const applier = new OpenApplier({ limits: { memoryTableBytes: 2 ** 30 } });
    const model = new Map<string, string>();
    for (let step = 0; step < 150; step += 1) {
      const key = `${random.below(3) === 0 ? '{p}' : ''}${random.below(60)}`;
      if (random.below(4) === 0) {
        applier.write([del(key)]);
        model.delete(key);
      } else {
        applier.commit([commandOf([put(key, `v${step}`)])]);
        model.set(key, `v${step}`);
      }
      if (random.below(40) === 0) applier.flush();
      if (random.below(40) === 0) applier.nowMs += applier.limits.memoryTableAgeMs;
    }
    const expected = [...model].sort(([a], [b]) => (a < b ? -1 : 1));
    const limit = 1 + random.below(20);
    const found: [string, string][] = [];
    for (;;) {
      const last = found.at(-1)?.[0];
      const page = applier.page({ limit, from: text(last ?? ''), after: last !== undefined });
      for (const { key, value } of page.items) found.push([textOf(key), textOf(value)]);
      if (!page.more) break;
      t.is(page.items.length, limit);
    }
    t.deepEqual(found, expected, `seed ${seed}`);
  }
});
