/** Runs a range of seeds, as tests of ten; `QUORATE_FIRST_SEED` moves the range, to look for what the usual seeds do not find. */
import test from 'ava';
import { runSeed, type SeedOptions } from '../../../src/runtime/sim/run-seed.js';

const SEEDS_PER_TEST = 10;
const FIRST_SEED = Number(process.env.QUORATE_FIRST_SEED ?? 1);

export function testSeeds(what: string, from: number, count: number, options: Omit<SeedOptions, 'seed'> = {}): void {
  for (let first = from; first < from + count; first += SEEDS_PER_TEST) {
    const start = FIRST_SEED - 1 + first;
    const last = Math.min(start + SEEDS_PER_TEST, FIRST_SEED - 1 + from + count) - 1;
    test(`${what}: seeds ${start} to ${last}`, (t) => {
      let acknowledged = 0;
      for (let seed = start; seed <= last; seed += 1) {
        const report = runSeed({ ...options, seed });
        t.is(report.violation, undefined, `seed ${seed}`);
        acknowledged += report.acknowledged;
      }
      t.true(acknowledged > 100, `only ${acknowledged} operations were acknowledged: the seeds prove little`);
    });
  }
}
