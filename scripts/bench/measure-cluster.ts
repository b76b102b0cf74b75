/**
 * One row of the cluster's table after the other: a load from the client's process, and what everything used meanwhile.
 */
import type { ClientProcess, LoadKind } from './client-process.js';
import {
  added,
  type MeasuredProcess,
  type Microseconds,
  type NodeUse,
  readCluster,
  sumOf,
  useBetween,
} from './cluster-use.js';
import type { LoadResult } from './load.js';

/** Before anything is measured: until then it is the compilers that are measured. */
const FIRST_WARM_UP = { what: 'write', inFlight: 256, measuredMs: 6_000 } as const;
const WARM_UP_MS = 1_000;
const CLIENT_NAMES: ReadonlyMap<string, string> = new Map([['platform', "client's platform"]]);

export interface ClusterRow extends LoadResult {
  readonly what: LoadKind;
  readonly seconds: number;
  readonly nodes: readonly NodeUse[];
  readonly client: Microseconds;
}

export interface Levels {
  readonly writes: readonly number[];
  readonly reads: readonly number[];
  readonly http: readonly number[];
}

async function measure(
  client: ClientProcess,
  processes: readonly MeasuredProcess[],
  what: LoadKind,
  inFlight: number,
  measuredMs: number,
): Promise<ClusterRow> {
  await client.load({ what, inFlight, measuredMs: WARM_UP_MS });
  const before = await readCluster(processes);
  const startMs = performance.now();
  const { result, cpu } = await client.load({ what, inFlight, measuredMs });
  const seconds = (performance.now() - startMs) / 1000;
  const after = await readCluster(processes);
  const used = Object.fromEntries(cpu.map(({ name, ns }) => [CLIENT_NAMES.get(name) ?? name, ns / 1000]));
  return { what, ...result, seconds, nodes: useBetween(processes, before, after), client: used };
}

export async function* measureCluster(
  client: ClientProcess,
  processes: readonly MeasuredProcess[],
  levels: Levels,
  measuredMs: number,
): AsyncGenerator<ClusterRow> {
  await client.load(FIRST_WARM_UP);
  const plan: readonly (readonly [LoadKind, readonly number[]])[] = [
    ['write', levels.writes],
    ['read', levels.reads],
    ['http', levels.http],
  ];
  for (const [what, inFlights] of plan) {
    for (const inFlight of inFlights) yield await measure(client, processes, what, inFlight, measuredMs);
  }
}

const each = (part: Microseconds, requests: number): string =>
  Object.entries(part)
    .filter(([, us]) => us / requests >= 0.05)
    .map(([name, us]) => `${name} ${(us / requests).toFixed(1)}`)
    .join(', ');

/** The row, and below it the microseconds per request: CPU by process and by thread, turns by stage. */
export function formatRow(row: ClusterRow): string {
  const { what, inFlight, perSecond, p50Ms, p99Ms, seconds, nodes, client, errors } = row;
  const requests = Math.max(1, row.requests);
  const fsyncs = nodes.reduce((sum, use) => sum + use.fsyncs, 0);
  const entries = nodes.reduce((sum, use) => sum + use.entries, 0);
  const flushes = nodes.reduce((sum, use) => sum + use.flushes, 0);
  const cells = [
    what.padEnd(6),
    `${inFlight}`.padStart(5),
    `${Math.round(perSecond)}`.padStart(8),
    p50Ms.toFixed(2).padStart(8),
    p99Ms.toFixed(2).padStart(8),
    `${Math.round(fsyncs / seconds)}`.padStart(8),
    (fsyncs === 0 ? 0 : entries / fsyncs).toFixed(1).padStart(9),
    (flushes / seconds).toFixed(1).padStart(8),
    nodes
      .map(({ residentMib }) => residentMib?.toFixed(0) ?? '-')
      .join('/')
      .padStart(13),
    errors === 0 ? '' : ` ${errors} errors`,
  ];
  const byProcess = Object.fromEntries(nodes.map(({ node, threads }) => [`node ${node}`, sumOf(threads)]));
  const total = sumOf(byProcess) + sumOf(client);
  return [
    cells.join(' '),
    `       cpu ${(total / requests).toFixed(1)} us: ${each({ ...byProcess, client: sumOf(client) }, requests)}`,
    `       threads: ${each(added([...nodes.map(({ threads }) => threads), client]), requests)}`,
    `       stages: ${each(added(nodes.map(({ stages }) => stages)), requests)}`,
  ].join('\n');
}

export const TABLE_HEAD = 'what   flight    req/s   p50 ms   p99 ms  fsync/s entries/f  flush/s           MiB';
