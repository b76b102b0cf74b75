/**
 * CPU time of another process by thread, from Linux's /proc. Elsewhere there is none, and the tables say so.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** Nanoseconds on a core, by the system's thread id. */
export type ThreadCpu = ReadonlyMap<number, number>;

export function threadCpu(pid: number): ThreadCpu | undefined {
  try {
    const entries = readdirSync(`/proc/${pid}/task`).map((tid): [number, number] => {
      const [onCpuNs] = readFileSync(`/proc/${pid}/task/${tid}/schedstat`, 'utf8').split(' ');
      return [Number(tid), Number(onCpuNs)];
    });
    return new Map(entries);
  } catch {
    return undefined;
  }
}

export interface NamedCpu {
  readonly name: string;
  readonly ns: number;
}

/** What was used between two readings, by name; threads without a name (V8's and the thread pool's) are one sum. */
export function cpuBetween(
  before: ThreadCpu,
  after: ThreadCpu,
  names: ReadonlyMap<number, string>,
): readonly NamedCpu[] {
  const sums = new Map<string, number>();
  for (const [tid, ns] of after) {
    const name = names.get(tid) ?? 'platform';
    sums.set(name, (sums.get(name) ?? 0) + ns - (before.get(tid) ?? 0));
  }
  return [...sums].map(([name, ns]) => ({ name, ns })).sort((a, b) => b.ns - a.ns);
}

export function residentMib(pid: number): number | undefined {
  try {
    const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line?.[1] === undefined ? undefined : Number(line[1]) / 1024;
  } catch {
    return undefined;
  }
}
