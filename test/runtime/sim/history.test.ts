/** The history checker: what a correct store could have answered passes, everything else is found. */
import test from 'ava';
import { checkHistory, type Operation, type Outcome } from '../../../src/runtime/sim/history.js';

const ok = (revision: number, value: string): Outcome => ({ kind: 'ok', revision, value });

function op(kind: Operation['kind'], from: number, to: number, outcome: Outcome, value = ''): Operation {
  return { client: 1, kind, key: 'k', value, beganMs: from, endedMs: to, outcome };
}

test('a sequential history holds', (t) => {
  const history = [
    op('get', 0, 1, { kind: 'failed' }),
    op('put', 2, 3, ok(1, 'a'), 'a'),
    op('get', 4, 5, ok(1, 'a')),
    op('compare-and-set', 6, 7, { kind: 'failed' }, 'b'),
    op('put', 8, 9, ok(2, 'c'), 'c'),
    op('get', 10, 11, ok(2, 'c')),
  ];
  t.is(checkHistory(history), undefined);
});

test('overlapping operations may take effect in either order, and an unknown write may be seen or not', (t) => {
  const history = [
    op('put', 0, 10, ok(2, 'a'), 'a'),
    op('put', 0, 10, ok(1, 'b'), 'b'),
    op('put', 0, Number.POSITIVE_INFINITY, { kind: 'unknown' }, 'c'),
    op('get', 5, 12, ok(1, 'b')),
    op('get', 13, 14, ok(3, 'c')),
  ];
  t.is(checkHistory(history), undefined);
});

test('a counter that is read while it rises holds', (t) => {
  const history = [
    op('get', 0, 9, ok(1, '1')),
    op('increment', 0, 9, ok(1, '1')),
    op('increment', 0, 9, ok(2, '2')),
    op('get', 10, 11, ok(2, '2')),
  ];
  t.is(checkHistory(history), undefined);
});

test('a local read may be old', (t) => {
  const old = { ...op('get', 4, 5, ok(1, 'a')), isLocal: true };
  const history = [op('put', 0, 1, ok(1, 'a'), 'a'), op('put', 2, 3, ok(2, 'b'), 'b'), old];
  t.is(checkHistory(history), undefined);
});

const BROKEN: Readonly<Record<string, readonly Operation[]>> = {
  'a stale read': [op('put', 0, 1, ok(1, 'a'), 'a'), op('put', 2, 3, ok(2, 'b'), 'b'), op('get', 4, 5, ok(1, 'a'))],
  'an acknowledged write that is gone': [op('put', 0, 1, ok(1, 'a'), 'a'), op('get', 2, 3, { kind: 'failed' })],
  'a read that goes back': [
    op('put', 0, 20, ok(2, 'b'), 'b'),
    op('get', 1, 2, ok(2, 'b')),
    op('get', 3, 4, { kind: 'failed' }),
  ],
  'a refused write that is found': [op('put', 0, 1, { kind: 'refused' }, 'a'), op('get', 2, 3, ok(1, 'a'))],
  'a failed write that is found': [op('compare-and-set', 0, 1, { kind: 'failed' }, 'a'), op('get', 2, 3, ok(1, 'a'))],
  'a value that nobody wrote': [op('get', 0, 1, ok(1, 'a'))],
  'a local read of a refused write': [
    op('put', 0, 1, { kind: 'refused' }, 'a'),
    { ...op('get', 2, 3, ok(1, 'a')), isLocal: true },
  ],
  'a read from the future': [op('get', 0, 1, ok(1, 'a')), op('put', 2, 3, { kind: 'unknown' }, 'a')],
  'two writes with one revision': [op('put', 0, 9, ok(1, 'a'), 'a'), op('put', 0, 9, ok(1, 'b'), 'b')],
  'an increment that was applied twice': [op('increment', 0, 1, ok(1, '1')), op('get', 2, 3, ok(2, '2'))],
  'an increment that was lost': [
    op('increment', 0, 9, ok(1, '1')),
    op('increment', 0, 9, ok(2, '1')),
    op('get', 10, 11, ok(2, '1')),
  ],
};

for (const [what, history] of Object.entries(BROKEN)) {
  test(`${what} is found`, (t) => {
    t.not(checkHistory(history), undefined);
  });
}
