/** Expiry is judged by the log clock alone, and what has expired is removed by ticks in the log. */
import test from 'ava';
import { TICK_REMOVALS_MAX } from '../../../src/actors/applier/state-machine.js';
import { command } from '../../../src/runtime/base/proto.js';
import { commandOf, del, increment, put } from './entries.js';
import { OpenApplier } from './harness.js';

const START_MS = 1_000_000;
const { ItemKind, Precondition } = command;

test('an item expires when the log clock has reached its time, whatever other clocks say', (t) => {
  const applier = new OpenApplier();
  applier.write([put('a', '1', { timeToLiveMs: 100 })]);
  applier.nowMs += 10_000;
  t.is(applier.get('a')?.value, '1');
  applier.write([put('b', '1')], {}, START_MS + 99);
  t.is(applier.get('a')?.value, '1');
  applier.write([put('b', '2')], {}, START_MS + 100);
  t.is(applier.get('a'), undefined);
  t.deepEqual(applier.keys(), ['b']);
});

test('an expired item reads as absent to every operation', (t) => {
  const applier = new OpenApplier();
  let clockMs = START_MS;
  const expired = (): void => {
    applier.write([put('a', '5', { kind: ItemKind.INTEGER, timeToLiveMs: 1 })]);
    clockMs += 10;
    applier.commit([commandOf([put('other', 'x')])], clockMs);
  };
  expired();
  t.is(applier.write([put('a', '1', { precondition: Precondition.PRESENT })]).errorCode, 'ERR_REVISION_MISMATCH');
  t.like(applier.write([del('a')]).operations[0], { existed: false, revision: 0 });
  t.like(applier.write([increment('a', 1)]).operations[0], { existed: false, integer: 1 });
  t.is(applier.get('a')?.value, '1');
  expired();
  t.is(applier.write([put('a', '1', { precondition: Precondition.ABSENT })]).errorCode, '');
});

test('the log clock never goes back', (t) => {
  const applier = new OpenApplier();
  applier.write([put('a', '1', { timeToLiveMs: 100 })], {}, START_MS + 50);
  t.is(applier.write([put('b', '1')], {}, START_MS).logClockMs, START_MS + 50);
  applier.write([put('b', '1')], {}, START_MS + 150);
  applier.write([put('b', '1')], {}, START_MS + 60);
  t.is(applier.get('a'), undefined);
});

test('an increment keeps the expiry, a put sets it anew', (t) => {
  const applier = new OpenApplier();
  applier.write([put('n', '1', { kind: ItemKind.INTEGER, timeToLiveMs: 100 })]);
  applier.write([increment('n', 1)]);
  applier.write([put('m', '1', { timeToLiveMs: 100 })]);
  applier.write([put('m', '2')]);
  applier.commit([], START_MS + 100);
  t.deepEqual(applier.keys(), ['m']);
});

test('the group hears when the next item expires', (t) => {
  const applier = new OpenApplier();
  const next = () => applier.applied().at(-1)?.nextExpiryMs;
  t.is(next(), 0);
  applier.write([put('a', '1', { timeToLiveMs: 300 })]);
  t.is(next(), START_MS + 300);
  applier.flush();
  applier.write([put('b', '1', { timeToLiveMs: 200 })]);
  t.is(next(), START_MS + 200);
  applier.write([put('b', '1')]);
  t.is(next(), START_MS + 300);
  applier.write([put('a', '1')]);
  t.is(next(), 0);
  applier.flush();
  t.is(next(), 0);
});

test('what a flush brings is looked at even if it expires before what was looked at last', (t) => {
  const applier = new OpenApplier();
  applier.write([put('late', '1', { timeToLiveMs: 300 })]);
  applier.flush();
  applier.write([put('late', '1')]);
  t.is(applier.applied().at(-1)?.nextExpiryMs, 0);
  applier.write([put('early', '1', { timeToLiveMs: 200 })]);
  applier.flush();
  t.is(applier.applied().at(-1)?.nextExpiryMs, START_MS + 200);
});

test('a restarted replica says at once when the next item expires', (t) => {
  const applier = new OpenApplier();
  applier.write([put('a', '1', { timeToLiveMs: 300 })]);
  applier.flush();
  applier.applied();
  applier.restart();
  t.is(applier.applied().at(-1)?.nextExpiryMs, START_MS + 300);
});

test('a tick removes what has expired, from memory and file, and each removal has a revision', (t) => {
  const applier = new OpenApplier();
  applier.write([put('{e}stored', '1', { timeToLiveMs: 10 })]);
  applier.write([put('{e}renewed', '1', { timeToLiveMs: 10 })]);
  applier.flush();
  applier.write([put('{e}fresh', '1', { timeToLiveMs: 20 })]);
  applier.write([put('{e}renewed', '2', { timeToLiveMs: 50 })]);
  applier.commit([], START_MS + 20);
  t.is(applier.applied().at(-1)?.nextExpiryMs, START_MS + 50);
  applier.flush();
  t.deepEqual(
    [...applier.disk.rows.values()].map(({ key }) => String(key)),
    ['{e}renewed'],
  );
  t.is(applier.write([put('{e}x', '1')]).operations[0]?.revision, 7);
});

test("a leader's first entry is no tick", (t) => {
  const applier = new OpenApplier();
  applier.write([put('a', '1', { timeToLiveMs: 10 })]);
  applier.write([put('b', '1')], {}, START_MS + 10);
  t.is(applier.applied().at(-1)?.nextExpiryMs, START_MS + 10);
  applier.index += 1;
  applier.apply([{ index: applier.index, term: 2, type: 0, data: new Uint8Array(0) }]);
  t.is(applier.applied().at(-1)?.nextExpiryMs, START_MS + 10);
});

test('a tick removes so many at most, earliest first, the same ones wherever they lie', (t) => {
  const half = TICK_REMOVALS_MAX / 2;
  const remaining = (flushes: boolean): readonly string[] => {
    const applier = new OpenApplier();
    for (let batch = 0; batch < 3; batch += 1) {
      const commands = Array.from({ length: half }, (_, i) =>
        commandOf([put(`k${batch}-${i}`, 'v', { timeToLiveMs: 1 + ((i * 7) % 100) + (batch === 2 ? 10 : 0) })]),
      );
      applier.commit(commands);
      if (flushes) applier.flush();
    }
    applier.commit([], START_MS + 1_000);
    applier.flush();
    return [...applier.disk.rows.values()].map(({ key }) => String(key)).sort();
  };
  const inMemory = remaining(false);
  t.is(inMemory.length, half);
  t.deepEqual(remaining(true), inMemory);
});

test('when the expiries of renewed items are cleared out, those that count stay', (t) => {
  const applier = new OpenApplier({ limits: { memoryTableBytes: 2 ** 30 } });
  const commands = Array.from({ length: 1000 }, (_, i) =>
    commandOf([put(`k${i % 10}`, 'v', { timeToLiveMs: 1000 + i })]),
  );
  applier.write([put('first', 'v', { timeToLiveMs: 500 })]);
  for (let round = 0; round < 5; round += 1) applier.commit(commands);
  t.is(applier.applied().at(-1)?.nextExpiryMs, START_MS + 500);
  applier.write([del('first')]);
  t.is(applier.applied().at(-1)?.nextExpiryMs, START_MS + 1990);
});
