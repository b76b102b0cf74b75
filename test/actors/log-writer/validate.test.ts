/** What the log writer takes, acknowledges again, refuses and drops. */
import test from 'ava';
import { advance, type LogEnd, logEndOf, termAt } from '../../../src/actors/log-writer/log-end.js';
import { type Stream, validate } from '../../../src/actors/log-writer/validate.js';
import type { Entry, LogAppend } from '../../../src/runtime/base/log-store.js';

const BOOTS = { groupBoot: 7, writerBoot: 3 };

/** A log of entries 2..6, the last two of term 2; purged up to 1. */
const END: LogEnd = {
  term: 2,
  vote: 1,
  commit: 3,
  sequence: 10,
  lastIndex: 6,
  lastTerm: 2,
  purgeIndex: 1,
  purgeTerm: 1,
  termStarts: [
    { term: 1, index: 2 },
    { term: 2, index: 5 },
  ],
};

const stream = (changes: Partial<Stream> = {}): Stream => ({ ...BOOTS, phase: 'open', end: END, ...changes });

const entries = (...places: readonly (readonly [index: number, term: number])[]): Entry[] =>
  places.map(([index, term]) => ({ index, term, type: 0, data: new Uint8Array(3) }));

const append = (changes: Partial<LogAppend> = {}): LogAppend => ({
  sequence: 11,
  term: 2,
  vote: 1,
  commit: 3,
  entries: entries([7, 2]),
  ...changes,
});

const refused = (changes: Partial<LogAppend>): string => {
  const verdict = validate(stream(), BOOTS, append(changes));
  return verdict.kind === 'refuse' ? verdict.refusal : verdict.kind;
};

test('the next append in order is accepted: at the end, over the uncommitted end, or with hard state alone', (t) => {
  t.is(refused({}), 'accept');
  t.is(refused({ entries: entries([7, 2], [8, 2], [9, 2]), commit: 9 }), 'accept');
  t.is(refused({ entries: entries([5, 3]), term: 3 }), 'accept');
  t.is(refused({ entries: [], term: 4, vote: 0 }), 'accept');
});

test('a sequence that was written is acknowledged again, whatever the append says', (t) => {
  t.is(validate(stream(), BOOTS, append({ sequence: 10, term: 1 })).kind, 'acknowledged');
  t.is(validate(stream(), BOOTS, append({ sequence: 4 })).kind, 'acknowledged');
});

test('an append of another life of the group, or for another of the writer, is dropped', (t) => {
  t.is(validate(stream(), { groupBoot: 6, writerBoot: 3 }, append()).kind, 'drop');
  t.is(validate(stream(), { groupBoot: 7, writerBoot: 2 }, append()).kind, 'drop');
});

test('a gap in the sequence is refused, but only dropped while a full disk makes the group start over', (t) => {
  t.is(refused({ sequence: 12 }), 'a sequence is missing');
  t.is(validate(stream({ phase: 'full' }), BOOTS, append({ sequence: 12 })).kind, 'drop');
  t.is(validate(stream({ phase: 'full' }), BOOTS, append()).kind, 'accept');
});

test('nothing is taken after a rejected append, not even what would be right', (t) => {
  const verdict = validate(stream({ phase: 'rejected' }), BOOTS, append());
  t.deepEqual(verdict, { kind: 'refuse', refusal: 'an append before it was rejected' });
});

test('hard state never goes back', (t) => {
  t.is(refused({ term: 1 }), 'the term goes down');
  t.is(refused({ vote: 2 }), 'the vote of a term changes');
  t.is(refused({ vote: 0 }), 'the vote of a term changes');
  t.is(refused({ commit: 2 }), 'the commit index goes down');
  t.is(refused({ commit: 8 }), 'the commit index lies beyond the log');
});

test('entries follow on the log without a hole, in terms that do not go down', (t) => {
  t.is(refused({ entries: entries([8, 2]) }), 'the entries are not contiguous');
  t.is(refused({ entries: entries([7, 2], [9, 2]) }), 'the entries are not contiguous');
  t.is(refused({ entries: entries([7, 1]) }), 'the terms of entries decrease');
  t.is(refused({ entries: entries([7, 2], [8, 1]) }), 'the terms of entries decrease');
  t.is(
    refused({ entries: entries([6, 1]) }),
    'the terms of entries decrease',
    'against the entry before, not the last',
  );
  t.is(refused({ entries: entries([7, 3]) }), 'an entry is of a later term than the hard state');
});

test('a committed entry is never replaced', (t) => {
  t.is(refused({ entries: entries([3, 2]) }), 'a committed entry would be replaced');
  t.is(refused({ entries: entries([4, 2]), commit: 3 }), 'accept');
});

test('numbers that are no safe integers are refused', (t) => {
  t.is(refused({ commit: 2 ** 60 }), 'a number is not a safe integer');
  t.is(refused({ sequence: Number.NaN }), 'a number is not a safe integer');
});

test('the end moves with an accepted append, and knows every term of the log', (t) => {
  const cut = advance(END, append({ term: 4, vote: 0, commit: 4, entries: entries([5, 3], [6, 4], [7, 4]) }));
  t.like(cut, { sequence: 11, term: 4, vote: 0, commit: 4, lastIndex: 7, lastTerm: 4 });
  t.deepEqual(
    [1, 2, 4, 5, 6, 7, 8].map((index) => termAt(cut, index)),
    [1, 1, 1, 3, 4, 4, undefined],
  );
  t.deepEqual(END.termStarts.length, 2, 'the end before is as it was');
});

test('hard state alone leaves the log as it is', (t) => {
  const moved = advance(END, append({ entries: [], term: 3, vote: 2 }));
  t.like(moved, { term: 3, vote: 2, lastIndex: 6, lastTerm: 2, sequence: 11 });
  t.is(moved.termStarts, END.termStarts);
});

test('a term that goes on from one row into the next starts once', (t) => {
  const row = {
    ...{ group: 1, replica: 1, term: 2, vote: 0, commit: 0, sequence: 0, stateFile: 's', flags: 0 },
    last: { index: 9, term: 2, chain: 0 },
    purge: { index: 1, term: 1, chain: 0 },
  };
  const span = (first: number, last: number, term: number) => ({
    ...{ first, last, membershipIndexes: [] },
    termStarts: [{ term, index: first }],
  });
  const end = logEndOf(row, [span(2, 3, 1), span(4, 6, 1), span(7, 9, 2)]);
  t.deepEqual(end.termStarts, [
    { term: 1, index: 2 },
    { term: 2, index: 7 },
  ]);
});
