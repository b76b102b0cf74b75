/**
 * CPU time of whole processes, from Linux's /proc: by process here, by thread in `thread-cpu.ts`. Programs that were
 * waited for are counted by the system as their parent's children, in ticks of 10 ms.
 */
import { readFileSync } from 'node:fs';
import { threadCpu } from './thread-cpu.js';

const TICK_US = 10_000;
const CHILDREN_USER_FIELD = 13;
const CHILDREN_SYSTEM_FIELD = 14;

/** Microseconds on a core, by the process's name. */
export type CpuByProcess = Readonly<Record<string, number>>;

/** Microseconds on a core so far, by process id. */
export function cpuOfProcesses(pids: Iterable<number>): ReadonlyMap<number, number> {
  const used = new Map<number, number>();
  for (const pid of pids) {
    const threads = threadCpu(pid);
    if (threads !== undefined) used.set(pid, [...threads.values()].reduce((sum, ns) => sum + ns, 0) / 1000);
  }
  return used;
}

export function usedBetween(
  before: ReadonlyMap<number, number>,
  after: ReadonlyMap<number, number>,
  names: ReadonlyMap<number, string>,
): CpuByProcess {
  const used = [...names].map(([pid, name]) => [name, (after.get(pid) ?? 0) - (before.get(pid) ?? 0)]);
  return Object.fromEntries(used);
}

/** Microseconds on a core of all programs that this process started and that have ended. */
export function cpuOfEndedChildren(): number {
  try {
    const text = readFileSync('/proc/self/stat', 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[CHILDREN_USER_FIELD]) + Number(fields[CHILDREN_SYSTEM_FIELD])) * TICK_US;
  } catch {
    return 0;
  }
}
