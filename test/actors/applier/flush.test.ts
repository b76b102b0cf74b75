/** Flushes: in pieces, between which the applier goes on; durable with the last; tried again when there is no room. */
import test from 'ava';
import { addHash, formatHash, ZERO_HASH } from '../../../src/runtime/base/hash.js';
import { rowHash } from '../../../src/runtime/base/row-hash.js';
import { commandOf, del, put } from './entries.js';
import { OpenApplier } from './harness.js';
import type { Disk } from './memory-store.js';

const PIECE_ROWS = 1024;

function hashOf(disk: Disk): string {
  let sum = ZERO_HASH;
  for (const row of disk.rows.values()) sum = addHash(sum, rowHash(row));
  return formatHash(sum);
}

function fill(applier: OpenApplier, rows: number, value = 'v'): void {
  applier.commit(Array.from({ length: rows }, (_, i) => commandOf([put(`k${i}`, value)])));
}

test('a table is flushed when its oldest entry is old enough, and the group hears of it', (t) => {
  const applier = new OpenApplier();
  applier.write([put('a', '1')]);
  applier.applied();
  applier.advance(applier.limits.memoryTableAgeMs - 1);
  t.is(applier.disk.commits, 0);
  applier.advance(1);
  t.is(applier.disk.commits, 1);
  t.like(applier.applied().at(-1), { appliedIndex: 2, flushedIndex: 2 });
  t.like(applier.disk.meta, { flushedIndex: 2, flushedTerm: 1, logClockMs: 1_000_000 });
});

test('a table is flushed when it is full', (t) => {
  const applier = new OpenApplier({ limits: { memoryTableBytes: 10_000 } });
  fill(applier, 100);
  applier.settle();
  t.is(applier.disk.commits, 1);
});

test('a table is full between half of its size and all of it, not for everyone at once', (t) => {
  const fullAfter = (seed: number): number => {
    const applier = new OpenApplier({ seed, limits: { memoryTableBytes: 100_000 } });
    let puts = 0;
    for (; applier.disk.commits === 0 && puts < 200; puts += 1) {
      applier.write([put(`key-${puts}`, 'x'.repeat(1_000))]);
      applier.settle();
    }
    return puts;
  };
  const puts = Array.from({ length: 20 }, (_, seed) => fullAfter(seed));
  t.true(Math.min(...puts) > 40 && Math.max(...puts) < 100, String(puts));
  t.true(new Set(puts).size > 5, String(puts));
});

test('an idle applier has no timer', (t) => {
  const applier = new OpenApplier();
  t.is(applier.timers, 0);
  applier.write([put('a', '1')]);
  t.is(applier.timers, 1);
  applier.flush();
  t.is(applier.timers, 0);
  t.is(applier.disk.commits, 1);
});

test('entries that change no row are flushed as well, so that the log can be purged', (t) => {
  const applier = new OpenApplier();
  applier.commit([]);
  applier.flush();
  t.is(applier.disk.meta.flushedIndex, 2);
});

test('a flush goes on in pieces, with entries and reads in between, and commits with the last', (t) => {
  const applier = new OpenApplier();
  fill(applier, 12 * PIECE_ROWS);
  applier.nowMs += applier.limits.memoryTableAgeMs;
  applier.turn([]);
  let turns = 0;
  for (; applier.disk.commits === 0; turns += 1) {
    t.is(applier.get('k7')?.value, turns === 0 ? 'v' : `new${turns - 1}`);
    t.is(applier.page({ limit: 5 }).items.length, 5);
    applier.write([put('k7', `new${turns}`)]);
    t.true(turns < 100);
  }
  t.true(turns >= 3, 'several pieces');
  t.is(applier.disk.meta.flushedIndex, 2);
  t.is(applier.get('k7')?.value, `new${turns - 1}`);
  const flushed = [...applier.disk.rows.values()].find(({ key }) => key === 'k7');
  t.is(Buffer.from(flushed?.value ?? []).toString(), 'v');
  applier.flush();
  t.is(applier.disk.meta.flushedIndex, applier.index);
});

test('the hash of the state is the sum over its rows after every flush', (t) => {
  const applier = new OpenApplier();
  fill(applier, 50);
  applier.flush();
  t.is(formatHash(applier.disk.meta.stateHash), hashOf(applier.disk));
  fill(applier, 20, 'replaced');
  applier.write([del('k30')]);
  applier.write([del('k30')]);
  applier.write([put('k31', 'x')]);
  applier.write([del('k31')]);
  applier.write([put('brief', 'x')]);
  applier.write([del('brief')]);
  applier.flush();
  t.is(applier.disk.rows.size, 48);
  t.is(formatHash(applier.disk.meta.stateHash), hashOf(applier.disk));
});

test('rows and deletions are written in the order of their keys', (t) => {
  const applier = new OpenApplier();
  fill(applier, 300);
  applier.flush();
  const places = applier.disk.pieces.flatMap(({ rows }) => rows.map(({ vshard, key }) => ({ vshard, key })));
  const sorted = [...places].sort((a, b) => a.vshard - b.vshard || (a.key < b.key ? -1 : 1));
  t.is(places.length, 300);
  t.deepEqual(places, sorted);
});

test('without room the table is kept, warned about, and flushed once there is room', (t) => {
  const applier = new OpenApplier();
  fill(applier, 200);
  applier.disk.fullCalls = 3;
  applier.flush();
  t.is(applier.disk.commits, 0);
  t.deepEqual(applier.warnings, ['no room to flush: tried again']);
  t.is(applier.get('k3')?.value, 'v');
  applier.write([put('k3', 'later')]);
  for (let second = 0; second < 3; second += 1) applier.advance(1_000);
  t.is(applier.counts.get('storage_full_errors'), 3);
  applier.flush();
  t.is(applier.get('k3')?.value, 'later');
  t.is(applier.disk.meta.flushedIndex, applier.index);
  t.is(formatHash(applier.disk.meta.stateHash), hashOf(applier.disk));
});

test('a crash in the middle of a flush leaves the state before it', (t) => {
  const applier = new OpenApplier();
  applier.write([put('k1', 'old')]);
  applier.flush();
  fill(applier, 2 * PIECE_ROWS);
  applier.nowMs += applier.limits.memoryTableAgeMs;
  applier.turn([]);
  applier.turn([]);
  t.true(applier.disk.pieces.length > 3, 'something was written');
  applier.restart();
  t.is(applier.index, 2);
  t.is(applier.get('k1')?.value, 'old');
});

test('news of applied entries is held back while far too much waits to be flushed', (t) => {
  const applier = new OpenApplier({ limits: { memoryTableBytes: 50_000 } });
  applier.disk.fullCalls = 1;
  fill(applier, 150);
  t.is(applier.applied().at(-1)?.appliedIndex, 2);
  fill(applier, 1_000);
  applier.settle();
  t.is(applier.applied().length, 0);
  applier.advance(100);
  t.like(applier.applied().at(-1), { appliedIndex: 3, flushedIndex: 3 });
});

test('the file is checkpointed between flushes when its write-ahead log is long', (t) => {
  const applier = new OpenApplier();
  applier.write([put('a', '1')]);
  applier.flush();
  t.is(applier.disk.checkpoints, 0);
  applier.disk.walBytes = applier.limits.walCheckpointBytes;
  applier.write([put('a', '2')]);
  applier.flush();
  t.is(applier.disk.checkpoints, 1);
});
