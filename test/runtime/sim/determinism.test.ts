/** A seed is a run: the same seed gives the same trace. */
import test from 'ava';
import { runSeed } from '../../../src/runtime/sim/run-seed.js';

for (const seed of [1, 2, 51, 52]) {
  test(`seed ${seed} twice gives the same trace, byte for byte`, (t) => {
    const options = { seed, faultsMs: 4_000, traceLinesMax: 1_000_000 };
    const [first, second] = [runSeed(options), runSeed(options)];
    t.true(first.events > 500, `a trace of ${first.events} lines proves little`);
    t.is(first.traceLines.join('\n'), second.traceLines.join('\n'));
    t.is(first.trace, second.trace);
  });
}

test('different seeds give different traces', (t) => {
  const digests = [1, 2, 3, 4].map((seed) => runSeed({ seed, faultsMs: 500 }).trace);
  t.is(new Set(digests).size, digests.length);
});

test('the digest covers the lines that are not kept', (t) => {
  const options = { seed: 3, faultsMs: 500 };
  const [none, all] = [runSeed(options), runSeed({ ...options, traceLinesMax: 1_000_000 })];
  t.is(none.traceLines.length, 0);
  t.is(none.trace, all.trace);
});
