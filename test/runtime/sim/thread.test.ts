/** Simulated threads: when their timers are due, and in which order they do things. */
import test from 'ava';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import { createRandom } from '../../../src/runtime/base/random.js';
import { SimulatedThread, worldTimeOf } from '../../../src/runtime/sim/thread.js';
import { VIRTUAL_START_MS, VirtualTime } from '../../../src/runtime/sim/virtual-time.js';

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

test('what waits for a busy thread goes before what is due at the instant in which it is free (seed 1 overtook)', (t) => {
  const time = new VirtualTime(0);
  const done: string[] = [];
  const thread = new SimulatedThread({
    node: 1,
    name: 'log',
    bootBase: 0,
    kinds: [],
    supervision: SUPERVISION,
    limits: DEFAULT_LIMITS,
    time,
    clockOffsetMs: 0,
    random: createRandom(1),
    log: { debug() {}, info() {}, warn() {}, error() {} },
    forward: () => {},
    publish: () => {},
    escalate: () => {},
  });
  thread.whenFree(1, () => {
    done.push('busy until 5');
    thread.spend(4);
  });
  thread.whenFree(2, () => done.push('due at 2'));
  thread.whenFree(5, () => done.push('due at 5'));
  time.runUntilIdle();
  t.deepEqual(done, ['busy until 5', 'due at 2', 'due at 5']);
});
