/** What the supervisor decides, and that every row of its table can be followed. */
import test from 'ava';
import { DEFAULT_ROW, SUPERVISION, type SupervisionRow } from '../../../src/runtime/actor/supervision.js';
import { decide, rowOf } from '../../../src/runtime/actor/supervisor.js';
import { createRandom } from '../../../src/runtime/base/random.js';

const ROW: SupervisionRow = {
  ...SUPERVISION.group,
  maxRestarts: 3,
  withinMs: 1_000,
  backoff: { minMs: 10, maxMs: 35, jitter: 0 },
};

test('the backoff doubles with every crash in the window, up to its maximum, until the budget is spent', (t) => {
  const delays: number[] = [];
  let crashesMs: readonly number[] = [];
  for (let nowMs = 0; ; nowMs += 100) {
    const decision = decide(ROW, crashesMs, nowMs, createRandom(1));
    crashesMs = decision.crashesMs;
    if (decision.kind === 'spent') break;
    delays.push(decision.delayMs);
  }
  t.deepEqual(delays, [10, 20, 35]);
  t.is(crashesMs.length, 4);
});

test('crashes older than the window are forgotten', (t) => {
  const decision = decide(ROW, [0, 10, 20], 1_015, createRandom(1));
  t.is(decision.kind, 'restart');
  t.deepEqual(decision.crashesMs, [20, 1_015]);
});

test('jitter takes a part off, never adds', (t) => {
  const row = { ...ROW, backoff: { minMs: 100, maxMs: 100, jitter: 0.5 } };
  const random = createRandom(3);
  const delays = Array.from({ length: 200 }, () => {
    const decision = decide(row, [], 0, random);
    return decision.kind === 'restart' ? decision.delayMs : Number.NaN;
  });
  t.true(delays.every((ms) => ms > 50 && ms <= 100));
  t.true(Math.max(...delays) - Math.min(...delays) > 30);
});

test('every row of the table can be followed, and kinds without one get the default', (t) => {
  for (const [kind, row] of Object.entries(SUPERVISION)) {
    t.is(rowOf(SUPERVISION, kind), row);
    t.true(row.maxRestarts >= 0 && row.withinMs > 0, kind);
    t.true(row.backoff.minMs <= row.backoff.maxMs && row.backoff.jitter >= 0 && row.backoff.jitter < 1, kind);
  }
  t.is(rowOf(SUPERVISION, 'an-application-kind'), SUPERVISION[DEFAULT_ROW]);
});
