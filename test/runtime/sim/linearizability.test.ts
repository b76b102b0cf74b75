/** The linearizability checker: what one correct store could have told passes, and only that. */
import test from 'ava';
import type { Operation, Outcome } from '../../../src/runtime/sim/history.js';
import { checkLinearizable } from '../../../src/runtime/sim/linearizability.js';

const NEVER = Number.POSITIVE_INFINITY;
const UNKNOWN: Outcome = { kind: 'unknown' };
const FAILED: Outcome = { kind: 'failed' };
const REFUSED: Outcome = { kind: 'refused' };

/** `revision` 0: not told. */
const ok = (value = '', revision = 0): Outcome => ({ kind: 'ok', revision, value });

function op(kind: Operation['kind'], from: number, to: number, outcome: Outcome, value = ''): Operation {
  return { client: 1, kind, key: 'k', value, beganMs: from, endedMs: to, outcome };
}

function cas(from: number, to: number, expectedRevision: number, value: string, outcome: Outcome): Operation {
  return { ...op('compare-and-set', from, to, outcome, value), expectedRevision };
}

const put = (from: number, to: number, value: string, revision = 0) => op('put', from, to, ok(value, revision), value);
const get = (from: number, to: number, value: string, revision = 0) => op('get', from, to, ok(value, revision));
const absent = (from: number, to: number) => op('get', from, to, FAILED);
const increment = (from: number, to: number, count: number, revision = 0) =>
  op('increment', from, to, ok(String(count), revision));

const GOOD: Readonly<Record<string, readonly Operation[]>> = {
  'one after another': [absent(0, 1), put(2, 3, 'a'), get(4, 5, 'a'), put(6, 7, 'b'), get(8, 9, 'b')],
  'writes that overlap, in either order': [put(0, 9, 'a'), put(0, 9, 'b'), get(10, 11, 'a'), get(12, 13, 'a')],
  'a read that overlaps a write sees it or does not': [
    put(0, 1, 'a'),
    put(2, 10, 'b'),
    get(3, 4, 'a'),
    get(5, 6, 'b'),
    get(7, 8, 'b'),
  ],
  'a read that begins when the write ends': [put(0, 1, 'a'), put(2, 5, 'b'), get(5, 6, 'a')],
  'an unknown write that is never seen': [put(0, 1, 'a'), op('put', 2, NEVER, UNKNOWN, 'x'), get(8, 9, 'a')],
  'an unknown write that takes effect long after': [
    op('put', 0, NEVER, UNKNOWN, 'x'),
    put(2, 3, 'a'),
    get(4, 5, 'a'),
    get(6, 7, 'x'),
    put(8, 9, 'b'),
    get(10, 11, 'b'),
  ],
  'an unknown write between two others that nobody read': [
    put(0, 1, 'a', 1),
    op('put', 2, NEVER, UNKNOWN, 'x'),
    cas(3, 4, 1, 'b', FAILED),
    get(5, 6, 'x', 2),
  ],
  'an unknown delete, and a write after it': [
    put(0, 1, 'a'),
    op('delete', 2, NEVER, UNKNOWN),
    get(3, 4, 'a'),
    absent(5, 6),
    put(7, 8, 'b'),
    get(9, 10, 'b'),
  ],
  'unknown increments that count some of the time': [
    increment(0, 1, 1),
    op('increment', 2, NEVER, UNKNOWN),
    op('increment', 2, NEVER, UNKNOWN),
    op('increment', 2, NEVER, UNKNOWN),
    increment(5, 6, 3),
    get(7, 8, '3'),
    get(9, 10, '4'),
  ],
  'compare-and-set by revisions that were told': [
    cas(0, 1, 0, 'a', ok('a', 3)),
    cas(2, 3, 3, 'b', ok('b', 7)),
    cas(4, 5, 3, 'c', FAILED),
    op('delete', 6, 7, ok('', 9)),
    cas(8, 9, 0, 'd', ok('d', 10)),
  ],
  'a delete of nothing': [
    op('delete', 0, 1, FAILED),
    put(2, 3, 'a'),
    op('delete', 4, 5, ok()),
    op('delete', 6, 7, FAILED),
  ],
  'revisions that order writes which overlap': [put(0, 9, 'a', 5), put(0, 9, 'b', 4), get(10, 11, 'a', 5)],
  'a local read that is old': [put(0, 1, 'a'), put(2, 3, 'b'), { ...get(4, 5, 'a'), isLocal: true }, get(6, 7, 'b')],
  'what was refused': [put(0, 1, 'a'), op('put', 2, 3, REFUSED, 'x'), get(4, 5, 'a')],
  'many increments at once': Array.from({ length: 40 }, (_, at) => increment(0, 100, at + 1)),
  'many writes at once, told by revision': [
    ...Array.from({ length: 40 }, (_, at) => put(0, 100, `v${at}`, at + 1)),
    get(101, 102, 'v39', 40),
  ],
};

for (const [what, history] of Object.entries(GOOD)) {
  test(`${what}: passes`, (t) => {
    t.deepEqual(checkLinearizable(history), { kind: 'linearizable' });
    const shifted = [...history].reverse();
    t.deepEqual(checkLinearizable(shifted), { kind: 'linearizable' }, 'whatever the order of the list');
  });
}

const BAD: Readonly<Record<string, readonly Operation[]>> = {
  'a stale read': [put(0, 1, 'a'), put(2, 3, 'b'), get(4, 5, 'a')],
  'a read from the future': [get(0, 1, 'a'), put(2, 3, 'a')],
  'a value that nobody wrote': [put(0, 1, 'a'), get(2, 3, 'z')],
  'an acknowledged write that is gone': [put(0, 1, 'a'), absent(2, 3)],
  'a value that comes back after a delete': [put(0, 1, 'a'), op('delete', 2, 3, ok()), get(4, 5, 'a')],
  'two reads that see two overlapping writes in different orders': [
    put(0, 20, 'a'),
    put(0, 20, 'b'),
    get(1, 2, 'a'),
    get(3, 4, 'b'),
    get(5, 6, 'a'),
  ],
  'an overlapping write that is seen, then not': [put(0, 1, 'a'), put(2, 20, 'b'), get(3, 4, 'b'), get(5, 6, 'a')],
  'an unknown write that takes effect twice': [
    put(0, 1, 'a'),
    op('put', 2, NEVER, UNKNOWN, 'x'),
    get(3, 4, 'x'),
    put(5, 6, 'b'),
    get(7, 8, 'x'),
  ],
  'an unknown write that is seen before it began': [put(0, 1, 'a'), get(2, 3, 'x'), op('put', 4, NEVER, UNKNOWN, 'x')],
  'a refused write that is found': [op('put', 0, 1, REFUSED, 'x'), get(2, 3, 'x')],
  'a failed compare-and-set that is found': [put(0, 1, 'a', 1), cas(2, 3, 9, 'x', FAILED), get(4, 5, 'x')],
  'a compare-and-set that fails though it fits': [put(0, 1, 'a', 1), cas(2, 3, 1, 'b', FAILED)],
  'a compare-and-set that succeeds though it does not fit': [
    put(0, 1, 'a', 1),
    put(2, 3, 'b', 2),
    cas(4, 5, 1, 'c', ok('c', 3)),
  ],
  'two compare-and-sets that both win': [
    put(0, 1, 'a', 1),
    cas(2, 9, 1, 'b', ok('b', 2)),
    cas(2, 9, 1, 'c', ok('c', 3)),
  ],
  'an increment that was applied twice': [increment(0, 1, 1), get(2, 3, '2')],
  'more counts than unknown increments': [
    op('increment', 0, NEVER, UNKNOWN),
    op('increment', 0, NEVER, UNKNOWN),
    increment(1, 2, 4),
  ],
  'an increment that was lost': [increment(0, 9, 1), increment(0, 9, 1)],
  'a revision that goes back': [put(0, 1, 'a', 5), put(2, 3, 'b', 4)],
  'a delete of what must be there': [put(0, 1, 'a'), op('delete', 2, 3, FAILED)],
  'a delete that found what cannot be there': [op('delete', 0, 1, ok())],
};

for (const [what, history] of Object.entries(BAD)) {
  test(`${what}: is found`, (t) => {
    t.is(checkLinearizable(history).kind, 'violation');
  });
}

test('a violation names the key and the operation that nothing explains', (t) => {
  const history = [put(0, 1, 'a'), { ...put(0, 1, 'p'), key: 'other' }, put(2, 3, 'b'), get(4, 5, 'a')];
  const verdict = checkLinearizable(history);
  t.like(verdict, { kind: 'violation', key: 'k' });
  t.regex(verdict.kind === 'violation' ? verdict.what : '', /get.*told a.*before it, 'b'/);
});

test('keys do not mix', (t) => {
  const history = [put(0, 1, 'a'), { ...put(2, 3, 'b'), key: 'other' }, get(4, 5, 'a')];
  t.is(checkLinearizable(history).kind, 'linearizable');
});

test('a long history of a busy key is decided', (t) => {
  const history: Operation[] = [];
  for (let at = 0; at < 3_000; at += 1) {
    history.push(put(at * 10, at * 10 + 25, `v${at}`, at + 1), get(at * 10 + 26, at * 10 + 29, `v${at + 1}`, at + 2));
    if (at % 100 === 0) history.push(op('put', at * 10, NEVER, UNKNOWN, `u${at}`));
  }
  t.is(
    checkLinearizable(history.filter(({ outcome }) => outcome.kind !== 'ok' || outcome.revision <= 3_000)).kind,
    'linearizable',
  );
});

test('a history that is too large for the bound is undecided, which is no pass', (t) => {
  const writes = Array.from({ length: 40 }, (_, at) => put(0, 100, `v${at}`));
  t.is(checkLinearizable([...writes, get(101, 102, 'v7'), get(103, 104, 'v8')]).kind, 'undecided');
});
