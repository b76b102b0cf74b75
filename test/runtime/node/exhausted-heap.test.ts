/**
 * An actor of each kind exhausts the heap of its thread, under load. With luck the thread ends and is replaced; without it
 * the process ends, and is started again, as the row `process` of the supervision table says. Either way nothing that was
 * acknowledged is missing, and nothing is applied twice.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import test, { type ExecutionContext } from 'ava';
import { freePort } from '../../../scripts/node-process.js';
import { type Client, connect } from '../../../src/client/client.js';
import { KINDS } from './fixtures/crash-orders.js';

const NODE = join(import.meta.dirname, 'fixtures', 'exhausting-node.js');
const WRITERS = 8;
const TIMEOUT_MS = 60_000;

interface Process {
  readonly child: ChildProcess;
  readonly lines: Interface;
}

async function start(t: ExecutionContext, dataDir: string, port: number): Promise<Process> {
  const child = spawn(process.execPath, [NODE, dataDir, `${port}`], { stdio: ['pipe', 'pipe', 'ignore'] });
  t.teardown(() => void child.kill('SIGKILL'));
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  return { child, lines };
}

async function increments(client: Client, key: string, isOver: () => boolean): Promise<number> {
  let count = 0;
  for (; !isOver(); count += 1) await client.collection('counters').increment(key, 1);
  return count;
}

for (const kind of KINDS) {
  test.serial(`a ${kind} that exhausts its heap loses nothing that was acknowledged`, async (t) => {
    t.timeout(2 * TIMEOUT_MS);
    const dataDir = mkdtempSync(join(tmpdir(), 'quorate-test-'));
    t.teardown(() => rmSync(dataDir, { recursive: true, force: true }));
    const port = await freePort();
    const { child, lines } = await start(t, dataDir, port);
    const client = await connect(`127.0.0.1:${port}`, { timeoutMs: TIMEOUT_MS });
    const keys = Array.from({ length: WRITERS }, (_, n) => `counter-${n}`);
    for (const key of keys) await client.collection('counters').put(key, 0, { kind: 'integer' });
    let isOver = false;
    const counting = Promise.all(keys.map((key) => increments(client, key, () => isOver)));
    const ended = once(child, 'exit').then(() => 'ended');
    child.stdin?.write(`${kind}\n`);
    const fate = await Promise.race([ended, once(lines, 'line').then(([line]) => String(line))]);
    t.regex(fate, /ended|"replaced".*memory/i);
    if (fate === 'ended') await start(t, dataDir, port);
    await client.collection('counters').increment('after', 1);
    isOver = true;
    const counts = await counting;
    for (const [n, key] of keys.entries()) {
      t.is((await client.collection('counters').get(key))?.value, counts[n], `${key} after the process was ${fate}`);
    }
    await client.close();
  });
}
