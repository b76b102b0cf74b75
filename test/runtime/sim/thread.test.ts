/** Simulated threads: when their timers are due. */
import test from 'ava';
import { createRandom } from '../../../src/runtime/base/random.js';
import { worldTimeOf } from '../../../src/runtime/sim/thread.js';
import { VIRTUAL_START_MS } from '../../../src/runtime/sim/virtual-time.js';

/** Half the distance between neighbouring numbers of the size of the clock: differences are ties, and round either way. */
const HALF_STEP_MS = 2 ** -13;

test('a timer is due when its clock reads its time, however the offset rounds (seed 200801 armed one for ever)', (t) => {
  const random = createRandom(1);
  let rounded = 0;
  for (let i = 0; i < 10_000; i += 1) {
    const offsetMs = (2 * random.below(1_000_000) + 1) * HALF_STEP_MS;
    const atMs = VIRTUAL_START_MS + random.fraction() * 1e6;
    const worldMs = worldTimeOf(atMs, offsetMs);
    if (atMs - offsetMs + offsetMs < atMs) rounded += 1;
    t.true(worldMs + offsetMs >= atMs, `${atMs} with an offset of ${offsetMs}`);
    t.true(worldMs + offsetMs < atMs + 0.01);
  }
  t.true(rounded > 0, 'some times are rounded down, else this shows nothing');
});
