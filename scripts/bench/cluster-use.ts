/**
 * What a cluster used between two moments, by process, by thread and by stage: CPU time from the system, busy time of
 * actors and counters from the nodes' status documents.
 */
import { cpuBetween, residentMib, type ThreadCpu, threadCpu } from './thread-cpu.js';

const NS_PER_US = 1_000;
const US_PER_MS = 1_000;

interface ActorReport {
  readonly ref: { readonly kind: string };
  readonly busyFraction: number;
  readonly metrics: Readonly<Record<string, number>>;
}

interface StatusDocument {
  readonly node: number;
  readonly actors: readonly ActorReport[];
  readonly workers: readonly {
    readonly workerClass: string;
    readonly stats?: { readonly osThread: number };
  }[];
}

/** Microseconds by name. */
export type Microseconds = Readonly<Record<string, number>>;

export interface NodeUse {
  readonly node: number;
  readonly threads: Microseconds;
  /** Time in turns, by actor kind: on a core or waiting for one, or for the disk. */
  readonly stages: Microseconds;
  readonly fsyncs: number;
  readonly entries: number;
  readonly flushes: number;
  readonly residentMib: number | undefined;
}

export interface MeasuredProcess {
  readonly pid: number;
  readonly httpAddress: string;
}

interface Reading {
  readonly status: StatusDocument;
  readonly cpu: ThreadCpu | undefined;
  readonly atMs: number;
}

/** Asks every node; asking also begins the time over which the next reading's busy fractions are taken. */
export async function readCluster(processes: readonly MeasuredProcess[]): Promise<readonly Reading[]> {
  return Promise.all(
    processes.map(async ({ pid, httpAddress }) => {
      const response = await fetch(`http://${httpAddress}/cluster/status`);
      const status = (await response.json()) as StatusDocument;
      return { status, cpu: threadCpu(pid), atMs: performance.now() };
    }),
  );
}

function total({ actors }: StatusDocument, kind: string, metric: string): number {
  const ofKind = actors.filter(({ ref }) => ref.kind === kind);
  return ofKind.reduce((sum, { metrics }) => sum + (metrics[metric] ?? 0), 0);
}

export function useBetween(
  processes: readonly MeasuredProcess[],
  before: readonly Reading[],
  after: readonly Reading[],
): readonly NodeUse[] {
  return processes.flatMap(({ pid }, i) => {
    const [from, to] = [before[i], after[i]];
    return from === undefined || to === undefined ? [] : [useOf(pid, from, to)];
  });
}

function useOf(pid: number, before: Reading, after: Reading): NodeUse {
  const delta = (kind: string, metric: string): number =>
    total(after.status, kind, metric) - total(before.status, kind, metric);
  const names = new Map([[pid, 'main']]);
  for (const { workerClass, stats } of before.status.workers) {
    if (stats !== undefined) names.set(stats.osThread, workerClass);
  }
  const cpu = before.cpu === undefined || after.cpu === undefined ? [] : cpuBetween(before.cpu, after.cpu, names);
  const elapsedUs = (after.atMs - before.atMs) * US_PER_MS;
  const stages: Record<string, number> = {};
  for (const { ref, busyFraction } of after.status.actors) {
    stages[ref.kind] = (stages[ref.kind] ?? 0) + busyFraction * elapsedUs;
  }
  return {
    node: after.status.node,
    threads: Object.fromEntries(cpu.map(({ name, ns }) => [name, ns / NS_PER_US])),
    stages,
    fsyncs: delta('log-writer', 'batches'),
    entries: delta('log-writer', 'entries'),
    flushes: delta('applier', 'flushes'),
    residentMib: residentMib(pid),
  };
}

/** The sums by name, largest first. */
export function added(parts: readonly Microseconds[]): Microseconds {
  const sums: Record<string, number> = {};
  for (const part of parts) for (const [name, us] of Object.entries(part)) sums[name] = (sums[name] ?? 0) + us;
  return Object.fromEntries(Object.entries(sums).sort(([, a], [, b]) => b - a));
}

export const sumOf = (part: Microseconds): number => Object.values(part).reduce((sum, us) => sum + us, 0);
