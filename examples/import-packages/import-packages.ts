/**
 * Imports tens of thousands of real records while the node is killed, again and again, and then reads every one back.
 *
 *     npm run build && node dist/examples/import-packages/import-packages.js [--kills 3] [--keep]
 *
 * A node runs as a process of its own and is killed with SIGKILL when a quarter, a half and three quarters of the records
 * are in; each time it is started again on the same directory. The importer goes on by itself: it retries what was not
 * acknowledged, under the same sequence numbers, so that nothing is lost and nothing is applied twice. Ends with status 0
 * only when every record that was read back equals the one that went in.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { quorateCommand as command, killNode, type Place, placeIn, startNode } from '../../scripts/node-process.js';
import { type PackageRecord, packageRecords } from './package-index.js';

const root = join(import.meta.dirname, '..', '..', '..');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Kills and restarts the node as the import passes each mark; resolves with the node that runs in the end. */
async function importUnderFire(place: Place, file: string, records: number, kills: number): Promise<ChildProcess> {
  let node = await startNode(place);
  const args = ['import', 'packages', file, '--key', 'id', '--json', '--address', `127.0.0.1:${place.port}`];
  const importer = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(importer, 'exit');
  let killed = 0;
  try {
    for await (const line of createInterface({ input: importer.stdout })) {
      const event = JSON.parse(line) as { readonly event: string; readonly done: number; readonly retries: number };
      const mark = ((killed + 1) * records) / (kills + 1);
      if (event.event === 'progress' && killed < kills && event.done >= mark) {
        await killNode(node, 'SIGKILL');
        killed += 1;
        say(`killed the node after ${event.done} acknowledged records; starting it again`);
        node = await startNode(place);
      } else if (event.event === 'done') {
        say(`imported ${event.done} records, ${event.retries} requests were retried`);
      }
    }
    const [status] = await ended;
    if (status !== 0) throw new Error(`the import ended with status ${status}`);
    if (killed < kills) throw new Error(`the import was over after ${killed} of ${kills} kills: too few records`);
    return node;
  } catch (thrown) {
    importer.kill();
    await killNode(node, 'SIGKILL');
    throw thrown;
  }
}

async function readBack(place: Place, records: readonly PackageRecord[]): Promise<void> {
  const expected = new Map(records.map((record) => [record.id, record]));
  const args = ['scan', 'packages', '--json', '--address', `127.0.0.1:${place.port}`];
  const scan = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: scan.stdout })) {
    const { key, value } = JSON.parse(line) as { readonly key: string; readonly value: unknown };
    if (!isDeepStrictEqual(value, JSON.parse(JSON.stringify(expected.get(key))))) throw new Error(`${key} differs`);
    expected.delete(key);
  }
  if (expected.size > 0) throw new Error(`${expected.size} records are missing, ${[...expected.keys()][0]} for one`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { kills: { type: 'string', default: '3' }, keep: { type: 'boolean', default: false } },
  });
  const kills = Number(values.kills);
  const { from, records } = packageRecords(join(root, 'node_modules'));
  const folder = mkdtempSync(join(tmpdir(), 'quorate-import-'));
  const file = join(folder, 'packages.ndjson');
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  say(`${records.length} records from ${from}, ${(readFileSync(file).length / 2 ** 20).toFixed(1)} MiB`);

  const place = await placeIn(join(folder, 'node'));
  const startedAt = process.hrtime.bigint();
  const node = await importUnderFire(place, file, records.length, kills);
  try {
    await readBack(place, records);
  } finally {
    await killNode(node, 'SIGTERM');
  }
  const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
  say(`every one of ${records.length} records was read back equal, after ${kills} kills, in ${seconds.toFixed(1)} s`);
  if (values.keep) say(`kept: ${folder}; ${execFileSync('du', ['-sh', folder], { encoding: 'utf8' }).trim()}`);
  else rmSync(folder, { recursive: true, force: true });
}

main().catch((error: unknown) => {
  process.stderr.write(`import-packages: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
