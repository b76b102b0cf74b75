/** A process killed in the middle of its commits has lost nothing that it had acknowledged. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import test, { type ExecutionContext } from 'ava';
import { NodeFiles } from '../../../src/runtime/storage/storage.js';
import { temporaryDirectory } from '../../store-suite/places.js';
import {
  entries,
  expecting,
  lines,
  newLog,
  newState,
  readAll,
  rowOf,
  STATE_FILE,
  scanAll,
} from '../../store-suite/samples.js';

const CHILD = fileURLToPath(new URL('./kill-child.js', import.meta.url));
const ROUNDS = 8;

/** Runs the child until it has acknowledged `count` times, kills it, and returns the highest index of each store. */
async function runAndKill(t: ExecutionContext, directory: string, count: number): Promise<ReadonlyMap<string, number>> {
  const child = spawn(process.execPath, [CHILD, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  t.teardown(() => child.kill('SIGKILL'));
  const exited = once(child, 'exit');
  const acknowledged = new Map<string, number>();
  let seen = 0;
  for await (const line of createInterface(child.stdout)) {
    const [store = '', index = ''] = line.split(' ');
    acknowledged.set(store, Number(index));
    seen += 1;
    if (seen === count) child.kill('SIGKILL');
  }
  const [, signal] = await exited;
  if (signal !== 'SIGKILL') throw new Error('the child ended by itself');
  return acknowledged;
}

test('kill -9 in the middle of commits: durable is at least what was acknowledged, in order and intact', async (t) => {
  const directory = temporaryDirectory(t);
  const storage = new NodeFiles(directory);
  newLog(storage).close();
  newState(storage).close();
  for (let round = 1; round <= ROUNDS; round += 1) {
    const acknowledged = await runAndKill(t, directory, 20 + 13 * round);
    const log = storage.openLog(0, expecting('parent'));
    const { last } = rowOf(log, 1);
    t.true(last.index >= (acknowledged.get('log') ?? Number.POSITIVE_INFINITY), `round ${round}`);
    t.deepEqual(lines(readAll(log, 1)), lines(entries(2, last.index - 1)));
    log.close();
    const state = storage.openState(STATE_FILE);
    t.true(state.meta.flushedIndex >= (acknowledged.get('state') ?? Number.POSITIVE_INFINITY), `round ${round}`);
    t.is(scanAll(state).length, state.meta.flushedIndex - 1);
    state.close();
  }
});
