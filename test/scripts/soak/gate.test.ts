/** The gate that holds a soak's writers for an audit. */
import test from 'ava';
import { Gate } from '../../../scripts/soak/gate.js';

test('a closed gate holds every worker before its next piece, and an open one lets all go on', async (t) => {
  const gate = new Gate(3);
  const done = [0, 0, 0];
  let isOver = false;
  const workers = done.map(async (_, worker) => {
    while (!isOver) {
      await gate.pass();
      await Promise.resolve();
      done[worker] = (done[worker] ?? 0) + 1;
      if (worker === 2) break;
      await new Promise<void>((turn) => setImmediate(turn));
    }
    gate.end();
  });
  await gate.close();
  const held = [...done];
  await new Promise<void>((turn) => setImmediate(turn));
  t.deepEqual(done, held);
  gate.open();
  await new Promise<void>((turn) => setImmediate(turn));
  await gate.close();
  t.true((done[0] ?? 0) > (held[0] ?? 0));
  isOver = true;
  gate.open();
  await Promise.all(workers);
});
