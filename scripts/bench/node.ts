/**
 * Benchmark of one node: a process of its own, a client in this one, over loopback with the client protocol, fsync on.
 *
 *     npm run bench [-- --in-flight 1,16,64,256,1024] [--seconds 5] [--dir DIR] [--json]
 *
 * Prints writes and linearizable reads per second with their latencies, fsyncs per second, entries per fsync, CPU per 1000
 * requests by thread, busy time by actor, resident memory, and what one fsync costs on this disk in the same run. Ratios
 * within one run are what can be compared; absolute figures belong to the machine.
 */
import type { ChildProcess } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Client, connect } from '../../src/client/client.js';
import { killNode, type Place, placeIn, startNode } from '../node-process.js';
import { benchDirectory, describeMachine, formatFsync, formatMachine, measureFsync } from './environment.js';
import { keyValueWorkload, type LoadResult, runLoad } from './load.js';
import { cpuBetween, type NamedCpu, residentMib, threadCpu } from './thread-cpu.js';

/** Before anything is measured: until then it is the compiler that is measured. */
const FIRST_WARM_UP: { readonly inFlight: number; readonly ms: number } = { inFlight: 256, ms: 6_000 };
const WARM_UP_MS = 1_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** One connection each: more of them measure the client. */
const HTTP_IN_FLIGHT_MAX = 256;

interface ActorReport {
  readonly ref: { readonly kind: string; readonly instance: number };
  readonly busyFraction: number;
  readonly metrics: Readonly<Record<string, number>>;
}

interface StatusDocument {
  readonly actors: readonly ActorReport[];
  readonly workers: readonly {
    readonly workerClass: string;
    readonly stats: { readonly thread: number; readonly osThread: number };
  }[];
}

interface Row extends LoadResult {
  readonly what: string;
  readonly fsyncsPerSecond: number;
  readonly entriesPerFsync: number;
  readonly flushesPerSecond: number;
  readonly cpu: readonly NamedCpu[];
  readonly clientCpuUs: number;
  readonly busy: Readonly<Record<string, number>>;
  readonly residentMib: number | undefined;
}

const sum = (actors: readonly ActorReport[], kind: string, metric: string): number =>
  actors.filter(({ ref }) => ref.kind === kind).reduce((total, { metrics }) => total + (metrics[metric] ?? 0), 0);

/** Busy fractions since the last inspection, by actor kind. */
function busyByKind(actors: readonly ActorReport[]): Readonly<Record<string, number>> {
  const busy: Record<string, number> = {};
  for (const { ref, busyFraction } of actors) busy[ref.kind] = (busy[ref.kind] ?? 0) + busyFraction;
  return busy;
}

async function measure(
  client: Client,
  pid: number,
  what: string,
  request: () => Promise<unknown>,
  inFlight: number,
  measuredMs: number,
): Promise<Row> {
  await runLoad({ inFlight, warmUpMs: 0, measuredMs: WARM_UP_MS, request });
  const before = (await client.status()) as unknown as StatusDocument;
  const names = new Map([
    [pid, 'main'],
    ...before.workers.map((w): [number, string] => [w.stats.osThread, w.workerClass]),
  ]);
  const cpuBefore = threadCpu(pid);
  const ownBefore = process.cpuUsage();
  const startMs = performance.now();
  const result = await runLoad({ inFlight, warmUpMs: 0, measuredMs, request });
  const seconds = (performance.now() - startMs) / 1000;
  const own = process.cpuUsage(ownBefore);
  const cpuAfter = threadCpu(pid);
  const after = (await client.status()) as unknown as StatusDocument;
  const delta = (kind: string, metric: string): number =>
    sum(after.actors, kind, metric) - sum(before.actors, kind, metric);
  const batches = delta('log-writer', 'batches');
  return {
    what,
    ...result,
    fsyncsPerSecond: batches / seconds,
    entriesPerFsync: batches === 0 ? 0 : delta('log-writer', 'entries') / batches,
    flushesPerSecond: delta('applier', 'flushes') / seconds,
    cpu: cpuBefore === undefined || cpuAfter === undefined ? [] : cpuBetween(cpuBefore, cpuAfter, names),
    clientCpuUs: (own.user + own.system) / Math.max(1, result.requests),
    busy: busyByKind(after.actors),
    residentMib: residentMib(pid),
  };
}

/** One request through HTTP, on kept-alive connections. */
function httpWriter(place: Place, inFlight: number): () => Promise<unknown> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const body = Buffer.alloc(256, 'x');
  let n = 0;
  return () =>
    new Promise((resolve, reject) => {
      n += 1;
      const path = `/v1/collections/bench/items/http-${n % 100_000}`;
      const headers = { 'content-type': 'application/octet-stream', 'content-length': body.length };
      const sent = request(
        { agent, host: '127.0.0.1', port: place.httpPort, method: 'PUT', path, headers },
        (response) => {
          response.resume();
          response.on('end', () =>
            response.statusCode === 200 ? resolve(undefined) : reject(new Error(`status ${response.statusCode}`)),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
}

function printRow(row: Row): void {
  const cells = [
    row.what.padEnd(6),
    `${row.inFlight}`.padStart(5),
    `${Math.round(row.perSecond)}`.padStart(8),
    row.p50Ms.toFixed(2).padStart(8),
    row.p99Ms.toFixed(2).padStart(8),
    `${Math.round(row.fsyncsPerSecond)}`.padStart(8),
    row.entriesPerFsync.toFixed(1).padStart(8),
    `${row.residentMib?.toFixed(0) ?? '-'}`.padStart(6),
    row.errors === 0 ? '' : ` ${row.errors} errors`,
  ];
  const perThousand = ({ name, ns }: NamedCpu): string => `${name} ${(ns / Math.max(1, row.requests)).toFixed(0)}`;
  const busy = Object.entries(row.busy).map(([kind, fraction]) => `${kind} ${(fraction * 100).toFixed(0)} %`);
  process.stdout.write(`${cells.join(' ')}\n`);
  const cpu = row.cpu
    .filter(({ ns }) => ns > 0)
    .map(perThousand)
    .join(', ');
  process.stdout.write(
    `       cpu us per 1000: ${cpu}, client ${(row.clientCpuUs * 1000).toFixed(0)}; busy: ${busy.join(', ')}\n`,
  );
}

async function run(
  place: Place,
  node: ChildProcess,
  levels: readonly number[],
  measuredMs: number,
  json: boolean,
): Promise<Row[]> {
  const pid = node.pid;
  if (pid === undefined) throw new Error('the node has no process id');
  const client = await connect(`127.0.0.1:${place.port}`, { timeoutMs: REQUEST_TIMEOUT_MS });
  const { write, read } = keyValueWorkload(client.collection('bench'));
  const rows: Row[] = [];
  const add = async (what: string, request: () => Promise<unknown>, inFlight: number): Promise<void> => {
    const row = await measure(client, pid, what, request, inFlight, measuredMs);
    rows.push(row);
    if (!json) printRow(row);
  };
  await runLoad({ inFlight: FIRST_WARM_UP.inFlight, warmUpMs: 0, measuredMs: FIRST_WARM_UP.ms, request: write });
  for (const inFlight of levels) await add('write', write, inFlight);
  for (const inFlight of levels) await add('read', read, inFlight);
  for (const inFlight of levels.filter((level) => level <= HTTP_IN_FLIGHT_MAX))
    await add('http', httpWriter(place, inFlight), inFlight);
  await client.close();
  return rows;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'in-flight': { type: 'string', default: '1,16,64,256,1024' },
      seconds: { type: 'string', default: '5' },
      dir: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const levels = values['in-flight'].split(',').map(Number);
  const directory = benchDirectory(values.dir);
  try {
    const machine = describeMachine();
    const fsync = measureFsync(directory.path);
    if (!values.json) {
      process.stdout.write(`${formatMachine(machine)}\n${formatFsync(fsync)}\n`);
      process.stdout.write('what   flight    req/s  p50 ms   p99 ms  fsync/s entries/f    MiB\n');
    }
    const place = await placeIn(join(directory.path, 'node'));
    const node = await startNode(place);
    try {
      const rows = await run(place, node, levels, Number(values.seconds) * 1000, values.json);
      const fsyncAfter = measureFsync(directory.path);
      if (values.json) process.stdout.write(`${JSON.stringify({ machine, fsync, fsyncAfter, rows })}\n`);
      else process.stdout.write(`afterwards ${formatFsync(fsyncAfter)}\n`);
    } finally {
      await killNode(node, 'SIGTERM');
    }
  } finally {
    directory.remove();
  }
}

await main();
