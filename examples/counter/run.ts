/**
 * Counts to a number while the counter keeps crashing, and shows that nothing was lost or counted twice.
 *
 *     npm run build && node dist/examples/counter/run.js [FILE]
 *
 * 1. starts a system with one worker, and a counter on it that keeps its state in FILE;
 * 2. adds 1, thirty times at once, and makes the actor throw in the midst: it is restarted on its thread;
 * 3. the same with `process.exit`, and with an endless loop: the worker is replaced, and the actor comes back with it;
 * 4. sends again, under the same number, what was not answered; the sum is right.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActorHandle, createLog, createSystem, QuorateError } from '../../src/index.js';
import type { CounterMessage, Misbehaviour } from './counter.js';

const ADDITIONS = 30;
const CRASHES: readonly Misbehaviour[] = ['throw', 'exit', 'loop'];

/** Adds until it is answered: a request that was not may have been done or not, so it keeps its number. */
async function addSurely(counter: ActorHandle<CounterMessage>, request: number): Promise<void> {
  for (;;) {
    try {
      await counter.ask({ type: 'add', body: { request, by: 1 } });
      return;
    } catch (thrown) {
      if (!(thrown instanceof QuorateError) || !thrown.retryable) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

export interface Outcome {
  readonly expected: number;
  readonly total: number;
  readonly restarts: number;
}

export async function countThroughCrashes(
  file: string,
  say: (line: string) => void,
  hungAfterMs: number,
): Promise<Outcome> {
  await using system = await createSystem({
    // The lines below tell the story; the system's own log would tell it again.
    log: createLog('error', () => undefined),
    watchdog: { intervalMs: Math.min(500, hungAfterMs), hungAfterMs },
  });
  const options = { name: 'visits', args: { file } };
  const counter = await system.spawn<CounterMessage>(new URL('./counter.js', import.meta.url), options);
  let restarts = 0;
  system.events.on('restart', ({ boot }) => {
    restarts += 1;
    say(`  back, with boot ${boot}`);
  });
  system.events.on('worker', ({ type }) => say(`  ${type}`));
  let request = 0;
  for (const how of CRASHES) {
    say(`${ADDITIONS} additions, and in their midst: ${how}`);
    const added: Promise<void>[] = [];
    for (let i = 0; i < ADDITIONS; i += 1) {
      request += 1;
      added.push(addSurely(counter, request));
      if (i === ADDITIONS / 2) counter.tell({ type: 'misbehave', body: { how } });
    }
    await Promise.all(added);
  }
  const answer = await counter.ask({ type: 'read', body: {} });
  const total = answer.type === 'total' ? answer.body.value : -1;
  say(`${request} additions, total ${total}, restarts ${restarts}`);
  return { expected: request, total, restarts };
}

async function main(): Promise<number> {
  const given = process.argv[2];
  const directory = given === undefined ? mkdtempSync(join(tmpdir(), 'quorate-counter-')) : undefined;
  const file = given ?? join(directory ?? '.', 'counter.db');
  try {
    const { expected, total } = await countThroughCrashes(file, (line) => console.log(line), 2_000);
    return expected === total || given !== undefined ? 0 : 1;
  } finally {
    if (directory !== undefined) rmSync(directory, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main();
