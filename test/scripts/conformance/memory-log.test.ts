/** The durable side of a replica in a script keeps the rules of a real log. */
import test from 'ava';
import { createMemoryLog, startAt } from '../../../scripts/conformance/interaction/memory-log.js';
import { type Entry, EntryType } from '../../../src/actors/raft/core/types.js';

const NOBODY = { voters: [], learners: [], votersOutgoing: [], learnersNext: [], autoLeave: false };

function entry(term: number, index: number, bytes = 1): Entry {
  return { term, index, type: EntryType.Normal, data: new Uint8Array(bytes) };
}

/** Starts at index 10 of term 1, with 1/11 2/12 2/13. */
function filledLog() {
  const log = createMemoryLog(startAt(10, NOBODY));
  log.append([entry(1, 11), entry(2, 12)]);
  log.append([entry(2, 13)]);
  return log;
}

const positions = (entries: readonly Entry[]): readonly string[] =>
  entries.map(({ term, index }) => `${term}/${index}`);

test('entries replace what conflicts with them, and everything after', (t) => {
  const log = filledLog();
  log.append([entry(3, 12)]);
  t.deepEqual(positions(log.entries), ['1/11', '3/12']);
  t.is(log.lastIndex, 12);
});

test('gaps, purged places and terms that go down are broken invariants', (t) => {
  const log = filledLog();
  for (const entries of [[entry(2, 15)], [entry(2, 10)], [entry(1, 14)], [entry(2, 14), entry(2, 16)]]) {
    t.throws(() => log.append(entries), { code: 'ERR_INVARIANT' }, JSON.stringify(positions(entries)));
  }
});

test('hard state never goes back', (t) => {
  const log = filledLog();
  log.setHardState({ term: 2, vote: 1, commit: 12 });
  t.throws(() => log.setHardState({ term: 1, vote: 1, commit: 12 }), { code: 'ERR_INVARIANT' });
  t.throws(() => log.setHardState({ term: 2, vote: 1, commit: 11 }), { code: 'ERR_INVARIANT' });
});

test('entries are applied once, in order, from where the state stands', (t) => {
  const log = filledLog();
  log.apply([entry(1, 11), entry(2, 12)]);
  t.throws(() => log.apply([entry(2, 12)]), { code: 'ERR_INVARIANT' });
  t.throws(() => log.apply([entry(2, 14)]), { code: 'ERR_INVARIANT' });
});

test('compaction drops entries up to an index that the log holds', (t) => {
  const log = filledLog();
  log.compact(12);
  t.deepEqual(positions(log.entries), ['2/13']);
  t.is(log.firstIndex, 13);
  log.compact(13);
  t.is(log.lastIndex, 13, 'an empty log ends where it was purged');
  t.throws(() => log.compact(13), { code: 'ERR_USAGE' });
  t.throws(() => log.compact(14), { code: 'ERR_INVARIANT' });
});

test('a read gives the range that is asked for, at least one entry and then what fits', (t) => {
  const log = createMemoryLog(startAt(10, NOBODY));
  log.append([entry(1, 11, 50), entry(1, 12, 50), entry(1, 13, 50)]);
  const read = (from: number, upTo: number, maxBytes: number) => positions(log.read({ to: 2, from, upTo, maxBytes }));
  t.deepEqual(read(11, 13, 1_000), ['1/11', '1/12', '1/13']);
  t.deepEqual(read(12, 12, 1_000), ['1/12']);
  t.deepEqual(read(11, 13, 100), ['1/11', '1/12']);
  t.deepEqual(read(11, 13, 10), ['1/11']);
});
