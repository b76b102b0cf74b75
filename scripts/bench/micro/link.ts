/** Link: an ask to an actor on another thread and its answer, 256 bytes each way, by how many are in flight. */
import { createSystem } from '../../../src/index.js';
import type { EchoMessage } from './echo.js';
import { createBench, print, rowsOf } from './report.js';

const IN_FLIGHT = [1, 16, 64, 256];
const PER_CALL = 1_024;

await using system = await createSystem({ logLevel: 'error' });
const echo = await system.spawn<EchoMessage>(new URL('./echo.js', import.meta.url));
const ball = (request: number): EchoMessage => ({ type: 'ball', body: { request, command: new Uint8Array(256) } });

async function lane(asks: number): Promise<void> {
  for (let n = 0; n < asks; n += 1) await echo.ask(ball(n));
}

const bench = createBench();
for (const inFlight of IN_FLIGHT) {
  bench.add(`${inFlight} in flight`, async () => {
    await Promise.all(Array.from({ length: inFlight }, () => lane(PER_CALL / inFlight)));
  });
}
await bench.run();
print(
  'ask and answer across threads',
  rowsOf(bench, 'round trip', () => PER_CALL),
);
