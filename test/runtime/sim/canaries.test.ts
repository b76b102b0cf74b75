/** Each known mistake, switched on, is caught by the oracles within its number of seeds. */
import test from 'ava';
import { CANARIES } from '../../../src/runtime/sim/canaries.js';
import { runSeed } from '../../../src/runtime/sim/run-seed.js';

for (const { name, seedsMax } of CANARIES) {
  test(`canary: ${name}, is caught within ${seedsMax} seeds`, (t) => {
    for (let seed = 1; seed <= seedsMax; seed += 1) {
      const { violation } = runSeed({ seed, canary: name });
      if (violation !== undefined) {
        t.log(`seed ${seed}: ${violation}`);
        t.pass();
        return;
      }
    }
    t.fail('nothing noticed the mistake');
  });
}
