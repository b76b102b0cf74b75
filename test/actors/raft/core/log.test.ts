/** A replica's log: what is appended, cut off, made durable, committed, applied, cached and purged. */
import test from 'ava';
import { RaftLog } from '../../../../src/actors/raft/core/log.js';
import type { Entry } from '../../../../src/actors/raft/core/types.js';
import { createRandom, type Random } from '../../../../src/runtime/base/random.js';
import { confState, entriesOf, QUIET, type StartOptions, startOf } from './network.js';

const logOf = (terms: readonly number[], options: Partial<StartOptions> = {}, cacheBytes = Infinity): RaftLog =>
  new RaftLog(startOf({ conf: confState([1]), entries: entriesOf(terms), ...options }), {
    cacheBytes,
    maxApplyingBytes: Infinity,
    log: QUIET,
  });

const termsOf = (log: RaftLog): readonly (number | undefined)[] =>
  Array.from({ length: log.lastIndex }, (_, at) => log.termAt(at + 1));

test('entries are taken only where they follow on an equal one', (t) => {
  const log = logOf([1, 1, 2]);
  t.is(log.appendFrom({ term: 1, index: 3 }, entriesOf([2], 4), 0), undefined, 'another term there');
  t.is(log.appendFrom({ term: 2, index: 4 }, entriesOf([2], 5), 0), undefined, 'nothing there');
  t.is(log.appendFrom({ term: 2, index: 3 }, entriesOf([2, 3], 4), 0), 5);
  t.deepEqual(termsOf(log), [1, 1, 2, 2, 3]);
});

test('what is there already stays, what conflicts is cut off', (t) => {
  const log = logOf([1, 1, 2, 2]);
  t.is(log.appendFrom({ term: 1, index: 1 }, entriesOf([1], 2), 0), 2);
  t.deepEqual(termsOf(log), [1, 1, 2, 2], 'a shorter append cuts nothing off');
  t.is(log.appendFrom({ term: 1, index: 1 }, entriesOf([1, 3], 2), 0), 3);
  t.deepEqual(termsOf(log), [1, 1, 3]);
});

test('the commit index of a leader counts only as far as the append reached', (t) => {
  const log = logOf([1, 1, 1]);
  log.appendFrom({ term: 1, index: 1 }, [], 3);
  t.is(log.committed, 1, 'the rest may not be what the leader has');
  log.appendFrom({ term: 1, index: 3 }, [], 2);
  t.is(log.committed, 2);
});

test('a committed entry is never replaced', (t) => {
  const log = logOf([1, 1, 1], { applied: 2 });
  t.throws(() => log.appendFrom({ term: 1, index: 1 }, entriesOf([2], 2), 0), { code: 'ERR_INVARIANT' });
});

test('a commit index beyond the log means that entries were lost', (t) => {
  t.throws(() => logOf([1]).commitTo(2), { code: 'ERR_CORRUPT' });
});

test('a longer log of an older term is not up to date', (t) => {
  const log = logOf([1, 2]);
  t.false(log.isUpToDate({ term: 1, index: 9 }));
  t.false(log.isUpToDate({ term: 2, index: 1 }));
  t.true(log.isUpToDate({ term: 2, index: 2 }));
  t.true(log.isUpToDate({ term: 3, index: 1 }));
});

test('looking for where two logs may meet skips whole terms', (t) => {
  const log = logOf([1, 1, 3, 3, 5, 5]);
  t.deepEqual(log.conflictByTerm(6, 9), { term: 5, index: 6 });
  t.deepEqual(log.conflictByTerm(6, 4), { term: 3, index: 4 });
  t.deepEqual(log.conflictByTerm(6, 2), { term: 1, index: 2 });
  t.deepEqual(log.conflictByTerm(6, 0), { term: 0, index: 0 });
  t.deepEqual(log.conflictByTerm(9, 3), { term: 0, index: 9 }, 'beyond the end nothing is known');
});

test('an acknowledged write counts only if its entry is still there in that term', (t) => {
  const log = logOf([]);
  log.appendFrom({ term: 0, index: 0 }, entriesOf([1, 1]), 0);
  log.handed();
  // The write is on its way when the entries are replaced, first by others, then by entries of a third term.
  log.appendFrom({ term: 0, index: 0 }, entriesOf([2, 2]), 0);
  log.stableTo(1, 2);
  t.true(log.hasUnstable, 'the acknowledgement of term 1 says nothing about entries of term 2');
  t.deepEqual(log.unhanded(), entriesOf([2, 2]));
  log.handed();
  log.stableTo(2, 1);
  t.true(log.hasUnstable);
  log.stableTo(2, 2);
  t.false(log.hasUnstable);
});

test('entries that were handed to storage and then replaced are handed again', (t) => {
  const log = logOf([1]);
  log.append(entriesOf([1, 1, 1], 2));
  log.handed();
  log.append(entriesOf([1], 5));
  log.appendFrom({ term: 1, index: 2 }, entriesOf([2], 3), 0);
  t.deepEqual(log.unhanded(), entriesOf([2], 3));
  log.handed();
  log.stableTo(2, 3);
  t.false(log.hasUnstable);
});

test('committed entries are applied only when they are durable, unless the caller makes them so', (t) => {
  const log = logOf([1]);
  log.append(entriesOf([1, 1], 2));
  log.commitTo(3);
  t.is(log.committedToApply(false).length, 1);
  t.is(log.committedToApply(true).length, 3);
  log.handed();
  log.stableTo(1, 2);
  t.is(log.committedToApply(false).length, 2);
});

test('what is being applied is bounded, one entry at least', (t) => {
  const start = startOf({ conf: confState([1]), entries: entriesOf([1, 1, 1]) });
  const log = new RaftLog(start, { cacheBytes: Infinity, maxApplyingBytes: 1, log: QUIET });
  log.commitTo(3);
  const first = log.committedToApply(false);
  t.is(first.length, 1);
  log.applyHanded(first, 1, false);
  t.false(log.hasCommittedToApply(false), 'nothing more before the first is applied');
  t.is(log.appliedTo(1), 1, 'the payload that was applied');
  t.true(log.hasCommittedToApply(false));
});

test('the applied index never goes back, nor beyond the commit index', (t) => {
  const log = logOf([1, 1, 1], { applied: 2 });
  t.is(log.appliedTo(1), 0);
  t.is(log.applied, 2);
  t.throws(() => log.appliedTo(3));
});

test('membership entries count from their commit until they are applied', (t) => {
  const [first, second] = entriesOf([1, 1]) as [Entry, Entry];
  const log = logOf([], { entries: [first, { ...second, type: 2 }] });
  t.false(log.hasUnappliedMembership(), 'it may still be replaced');
  log.commitTo(2);
  t.true(log.hasUnappliedMembership());
  log.applyHanded(log.committedToApply(false), 2, false);
  log.appliedTo(2);
  t.false(log.hasUnappliedMembership());
});

test('a membership entry that is cut off no longer counts', (t) => {
  const [first, second] = entriesOf([1, 1]) as [Entry, Entry];
  const log = logOf([], { entries: [first, { ...second, type: 2 }] });
  log.appendFrom({ term: 1, index: 1 }, entriesOf([2], 2), 2);
  t.false(log.hasUnappliedMembership());
});

test('the cache lets go of durable entries that are handed to the applier, oldest first, and of no others', (t) => {
  const log = logOf([1, 1, 1, 1], {}, 2 * 17);
  log.append(entriesOf([1], 5));
  log.commitTo(3);
  log.applyHanded(log.committedToApply(false), 3, false);
  t.is(log.firstInMemory, 3, 'two of the four durable entries fit');
  t.is(log.termAt(1), 1, 'terms stay known');
  log.handed();
  log.stableTo(1, 5);
  t.is(log.firstInMemory, 4, 'entries 4 and 5 are not handed to the applier yet');
  t.throws(() => log.slice(3, 5, Infinity), { code: 'ERR_INVARIANT' });
});

test('after a start, committed entries that are not in memory are handed over as a range', (t) => {
  const log = logOf([1, 1, 1, 1, 1], { inMemory: 2, hardState: { term: 1, vote: 0, commit: 5 } });
  t.is(log.committedBelowMemory(false), 3);
  log.applyHanded([], 3, false);
  t.is(log.committedBelowMemory(false), 0);
  t.deepEqual(
    log.committedToApply(false).map(({ index }) => index),
    [4, 5],
  );
});

test('what is purged is gone, but the term before the first entry', (t) => {
  const log = logOf([1, 1, 2, 2], { applied: 3 });
  log.purged(2);
  t.deepEqual([log.firstIndex, log.termAt(1), log.termAt(2), log.termAt(3)], [3, undefined, 1, 2]);
  log.purged(1);
  t.is(log.firstIndex, 3, 'a purge point only rises');
  log.purged(3);
  t.deepEqual([log.termAt(3), log.termAt(4)], [2, 2]);
  t.throws(() => log.purged(4), { code: 'ERR_INVARIANT' });
});

test('a log that is purged to its end goes on', (t) => {
  const log = logOf([1, 1], { applied: 2 });
  log.purged(2);
  log.append(entriesOf([1, 2], 3));
  t.deepEqual([log.termAt(2), log.termAt(3), log.termAt(4)], [1, 1, 2]);
  t.deepEqual(log.conflictByTerm(4, 1), { term: 1, index: 3 });
});

/** The same log, done plainly. */
interface Model {
  entries: Entry[];
  stable: number;
  handed: number;
  committed: number;
  applied: number;
  purged: number;
}

function replaceSome(log: RaftLog, model: Model, random: Random, term: number): void {
  const keep = model.committed + random.below(model.entries.length - model.committed + 1);
  const previous = { index: keep, term: model.entries[keep - 1]?.term ?? 0 };
  const entries = entriesOf(new Array<number>(1 + random.below(4)).fill(term), keep + 1);
  const same = model.entries.slice(keep, keep + entries.length);
  const isSame = same.length === entries.length && same.every((entry) => entry.term === term);
  log.appendFrom(previous, entries, 0);
  if (isSame) return;
  const firstNew = entries.findIndex((entry, at) => same[at]?.term !== entry.term);
  const cut = keep + firstNew;
  model.entries = [...model.entries.slice(0, cut), ...entries.slice(firstNew)];
  model.stable = Math.min(model.stable, cut);
  model.handed = Math.min(model.handed, cut);
}

function doSomething(log: RaftLog, model: Model, random: Random, term: number): void {
  const last = model.entries.length;
  switch (random.below(6)) {
    case 0:
      replaceSome(log, model, random, term);
      break;
    case 1:
      log.handed();
      model.handed = last;
      break;
    case 2: {
      // Any acknowledgement at all, of writes that stand and of others.
      const index = random.below(last + 2);
      const acknowledged = Math.max(1, term - random.below(2));
      log.stableTo(acknowledged, index);
      const counts = index > model.stable && model.entries[index - 1]?.term === acknowledged;
      if (counts) {
        model.stable = index;
        model.handed = Math.max(model.handed, index);
      }
      break;
    }
    case 3:
      model.committed += random.below(last - model.committed + 1);
      log.commitTo(model.committed);
      break;
    case 4: {
      if (!log.hasCommittedToApply(false)) break;
      const entries = log.committedToApply(false);
      const through = entries.at(-1)?.index ?? 0;
      log.applyHanded(entries, through, false);
      log.appliedTo(through);
      model.applied = through;
      break;
    }
    default:
      model.purged = Math.max(model.purged, random.below(model.applied + 1));
      log.purged(model.purged);
  }
}

test('a log behaves like a plain list, whatever happens to it', (t) => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = createRandom(seed);
    const log = logOf([], {}, random.below(300));
    const model: Model = { entries: [], stable: 0, handed: 0, committed: 0, applied: 0, purged: 0 };
    for (let step = 0; step < 200; step += 1) {
      doSomething(log, model, random, 1 + Math.floor(step / 20));
      const place = `seed ${seed} step ${step}`;
      const last = model.entries.length;
      t.is(log.lastIndex, last, place);
      t.is(log.hasUnstable, model.stable < last, place);
      t.is(log.firstIndex, model.purged + 1, place);
      t.deepEqual(log.unhanded(), model.entries.slice(model.handed), place);
      const index = random.below(last + 2);
      const known = index >= model.purged && index <= last;
      t.is(log.termAt(index), known ? (model.entries[index - 1]?.term ?? 0) : undefined, place);
      const from = Math.max(log.firstInMemory, 1);
      t.deepEqual(log.slice(from, last, Infinity), model.entries.slice(from - 1), place);
      t.true(log.firstInMemory <= Math.max(model.applied, model.purged) + 1, place);
    }
  }
});
