/** The store suite's part for guards: an append that would break a promise of Raft's is refused, with nothing written. */
import type { TestFn } from 'ava';
import type { LogAppend } from '../../src/runtime/base/log-store.js';
import type { PlaceFactory } from './places.js';
import { entries, entry, lines, newLog, nextAppend, readAll, write } from './samples.js';

/** Against a log with entries 2 to 4 of term 3 and 5 to 7 of term 5, commit 4, term 6, vote 2, sequence 2. */
const BROKEN: Readonly<Record<string, Partial<LogAppend>>> = {
  'a term that goes down': { term: 5 },
  'another vote in the same term': { vote: 3 },
  'a vote taken back in the same term': { vote: 0 },
  'a commit that goes down': { commit: 3 },
  'a commit beyond the log': { commit: 8 },
  'a sequence that was used': { sequence: 2 },
  'a gap behind the log': { entries: entries(9, 1, { term: 6 }) },
  'a gap among the entries': { entries: [entry(8, { term: 6 }), entry(10, { term: 6 })] },
  'a truncation of what is committed': { entries: entries(4, 2, { term: 6 }) },
  'a term that falls among the entries': { entries: [entry(8, { term: 6 }), entry(9, { term: 5 })] },
  'a term below the last entry': { entries: entries(8, 1, { term: 4 }) },
  'a term below the entry before the cut': { entries: entries(7, 1, { term: 4 }) },
  'an entry newer than the term': { entries: entries(8, 1, { term: 7 }), term: 6 },
  'an index that is no integer': { entries: entries(8, 1, { term: 6.5 }) },
};

export function testGuards(test: TestFn, name: string, place: PlaceFactory): void {
  for (const [what, over] of Object.entries(BROKEN)) {
    test(`${name}: refuses ${what}`, (t) => {
      const log = newLog(place(t).storage);
      write(log, 1, entries(2, 3, { term: 3 }), { term: 3 });
      write(log, 1, entries(5, 3, { term: 5 }), { term: 6, vote: 2, commit: 4 });
      const before = log.group(1);
      const stored = lines(readAll(log, 1));
      log.begin();
      const error = t.throws(() => log.append(1, nextAppend(log, 1, over)), { name: 'QuorateError' });
      t.true(['ERR_INVARIANT', 'ERR_UNSAFE_INTEGER'].includes((error as { code?: string }).code ?? ''));
      log.commit();
      t.deepEqual(log.group(1), before);
      t.deepEqual(lines(readAll(log, 1)), stored);
      log.close();
    });
  }

  test(`${name}: accepts what is just inside the guards`, (t) => {
    const log = newLog(place(t).storage);
    write(log, 1, entries(2, 3, { term: 3 }), { term: 3 });
    write(log, 1, entries(5, 3, { term: 5 }), { term: 6, vote: 2, commit: 4 });
    write(log, 1, [], { vote: 2, commit: 4 });
    write(log, 1, entries(5, 1, { term: 3 }), { commit: 4 });
    write(log, 1, entries(6, 1, { term: 7 }), { term: 7, vote: 3, commit: 6 });
    t.like(log.group(1), { term: 7, vote: 3, commit: 6, sequence: 5 });
    log.close();
  });

  test(`${name}: writes outside a transaction, and transactions inside one, are refused`, (t) => {
    const log = newLog(place(t).storage);
    t.throws(() => log.append(1, nextAppend(log, 1, { entries: entries(2, 1) })), { code: 'ERR_INVARIANT' });
    t.throws(() => log.purge(1, 1, 1), { code: 'ERR_INVARIANT' });
    t.throws(() => log.commit(), { code: 'ERR_INVARIANT' });
    log.begin();
    t.throws(() => log.begin(), { code: 'ERR_INVARIANT' });
    t.throws(() => log.append(2, { sequence: 1, term: 1, vote: 0, commit: 1, entries: [] }), { code: 'ERR_INVARIANT' });
    t.throws(() => log.purge(1, 2, 1), { code: 'ERR_INVARIANT' });
    log.rollback();
    t.is(log.group(1)?.last.index, 1);
    log.close();
  });
}
