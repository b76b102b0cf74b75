/**
 * Imports tens of thousands of real records into three nodes while the leaders' process is killed, again and again, and
 * then reads every record from every node.
 *
 *     npm run build && node dist/examples/import-packages/import-packages.js [--kills 3] [--records N] [--keep]
 *     ... --address 127.0.0.1:7411,127.0.0.1:7421,127.0.0.1:7431     into nodes that run already, of which none is killed
 *
 * When a quarter, a half and three quarters of the records are in, the node that leads the most groups is killed with
 * SIGKILL and started again a second later. The importer goes on by itself: another node leads by then, and what was not
 * acknowledged is sent there under the same name, so that nothing is lost and nothing is applied twice. Ends with status 0
 * only when every record on every node, read with local consistency, equals the one that went in.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { ClusterProcess } from '../../scripts/cluster-process.js';
import { quorateCommand } from '../../scripts/node-process.js';
import { compareNode, untilEqual } from './compare-nodes.js';
import { type PackageRecord, packageRecords } from './package-index.js';

const root = join(import.meta.dirname, '..', '..', '..');
const COLLECTION = 'packages';
const DOWN_MS = 1_000;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const secondsSince = (startedAtMs: number): string => ((performance.now() - startedAtMs) / 1000).toFixed(1);

/** What the importer prints with --json, a line for every thousand records. */
interface ImportEvent {
  readonly event: 'progress' | 'done';
  readonly done: number;
  readonly retries: number;
}

/** Runs the import, and calls `onProgress` for each thousand records that are acknowledged. */
async function importFile(
  file: string,
  addresses: readonly string[],
  onProgress: (done: number) => void,
): Promise<void> {
  const args = ['import', COLLECTION, file, '--key', 'id', '--json', '--address', addresses.join(',')];
  const importer = spawn(process.execPath, [quorateCommand, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(importer, 'exit');
  const startedAtMs = performance.now();
  let lastAtMs = startedAtMs;
  let slowestMs = 0;
  for await (const line of createInterface({ input: importer.stdout })) {
    const { event, done, retries } = JSON.parse(line) as ImportEvent;
    const nowMs = performance.now();
    slowestMs = Math.max(slowestMs, nowMs - lastAtMs);
    lastAtMs = nowMs;
    if (event === 'progress') onProgress(done);
    else {
      const usualMs = ((nowMs - startedAtMs) / done) * 1000;
      say(`imported ${done} records in ${secondsSince(startedAtMs)} s; ${retries} requests were sent again`);
      say(`a thousand took ${usualMs.toFixed(0)} ms on average and ${slowestMs.toFixed(0)} ms at worst`);
    }
  }
  const [status] = await ended;
  if (status !== 0) throw new Error(`the import ended with status ${status}`);
}

/** Kills the node that leads the most groups, and starts it again when it has been missed for a while. */
async function killLeader(cluster: ClusterProcess, done: number): Promise<void> {
  const leader = (await cluster.busiest()) ?? cluster.node(1);
  await leader.kill('SIGKILL');
  say(`killed node ${leader.node} after ${done} acknowledged records`);
  await pause(DOWN_MS);
  await leader.start();
  say(`node ${leader.node} is back`);
}

async function importUnderFire(cluster: ClusterProcess, file: string, records: number, kills: number): Promise<void> {
  let killed = 0;
  let killing = Promise.resolve();
  await importFile(file, cluster.addresses, (done) => {
    if (killed === kills || done < ((killed + 1) * records) / (kills + 1)) return;
    killed += 1;
    killing = killing.then(() => killLeader(cluster, done));
    // It is awaited below; until then it is no unhandled rejection.
    killing.catch(() => undefined);
  });
  await killing;
  if (killed < kills) throw new Error(`the import was over after ${killed} of ${kills} kills: too few records`);
}

async function compareAll(addresses: readonly string[], records: readonly PackageRecord[]): Promise<void> {
  const indexes = await untilEqual(addresses);
  const figures = [...indexes].map(([group, applied]) => `${group}: ${applied}`).join(', ');
  say(`all nodes have applied the same; index by group: ${figures}`);
  for (const address of addresses) {
    const startedAtMs = performance.now();
    await compareNode(address, COLLECTION, records);
    say(`${records.length} records read from ${address} alone, all equal, in ${secondsSince(startedAtMs)} s`);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '3' },
      records: { type: 'string' },
      keep: { type: 'boolean', default: false },
      address: { type: 'string' },
    },
  });
  const { from, records: all } = packageRecords(join(root, 'node_modules'));
  const records = all.slice(0, Number(values.records ?? all.length));
  const folder = mkdtempSync(join(tmpdir(), 'quorate-import-'));
  const file = join(folder, 'packages.ndjson');
  const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  writeFileSync(file, text);
  say(`${records.length} records from ${from}, ${(Buffer.byteLength(text) / 2 ** 20).toFixed(1)} MiB`);
  try {
    if (values.address !== undefined) {
      const addresses = values.address.split(',');
      await importFile(file, addresses, () => undefined);
      await compareAll(addresses, records);
      return;
    }
    await using cluster = await ClusterProcess.start({ directory: folder });
    await importUnderFire(cluster, file, records.length, Number(values.kills));
    await compareAll(cluster.addresses, records);
  } finally {
    if (values.keep) say(`kept: ${folder}`);
    else rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`import-packages: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
