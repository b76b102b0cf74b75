/**
 * Runs simulator seeds over all cores, and tells which of them broke a promise.
 *
 *     node dist/scripts/sim/seeds.js [--from 1] [--count 200] [--threads N] [--nodes N] [--faults-ms MS]
 *                                    [--fault-every-ms MS] [--canary NAME] [--json]
 *
 * Exit status 0 when every seed held, 1 when one did not. A failing seed is run again alone with its number, and gives
 * the same trace.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { SeedOptions, SeedReport } from '../../src/runtime/sim/run-seed.js';
import { JobPool } from '../../src/runtime/worker/jobs.js';

const RUN_SEED = new URL('../../src/runtime/sim/run-seed.js', import.meta.url);
/** Of a failing seed's trace. */
const TRACE_LINES = 40;

export interface SeedsOptions {
  readonly from: number;
  readonly count: number;
  readonly threads: number;
  readonly each: Omit<SeedOptions, 'seed'>;
  onReport(report: SeedReport): void;
}

/** Every seed of the range, each once, in no particular order of ending. */
export async function runSeeds({ from, count, threads, each, onReport }: SeedsOptions): Promise<readonly SeedReport[]> {
  await using jobs = new JobPool({ threadsMax: threads, queueMax: count, heapMib: 1_024 });
  const run = async (seed: number): Promise<SeedReport> => {
    const report = await jobs.run<SeedReport>(RUN_SEED, { ...each, seed }, { name: 'runSeed' });
    onReport(report);
    return report;
  };
  return await Promise.all(Array.from({ length: count }, (_, at) => run(from + at)));
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      from: { type: 'string', default: '1' },
      count: { type: 'string', default: '200' },
      threads: { type: 'string', default: String(availableParallelism()) },
      nodes: { type: 'string' },
      'faults-ms': { type: 'string' },
      'fault-every-ms': { type: 'string' },
      canary: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const startMs = performance.now();
  const { nodes, 'faults-ms': faultsMs, 'fault-every-ms': faultEveryMs } = values;
  let done = 0;
  const reports = await runSeeds({
    from: Number(values.from),
    count: Number(values.count),
    threads: Number(values.threads),
    each: {
      traceLinesMax: TRACE_LINES,
      ...(nodes === undefined ? {} : { nodes: Number(nodes) }),
      ...(faultsMs === undefined ? {} : { faultsMs: Number(faultsMs) }),
      ...(faultEveryMs === undefined ? {} : { faultEveryMs: Number(faultEveryMs) }),
      ...(values.canary === undefined ? {} : { canary: values.canary }),
    },
    onReport: () => {
      done += 1;
      if (process.stderr.isTTY) process.stderr.write(`\r${done} of ${values.count}`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\n');
  const seconds = (performance.now() - startMs) / 1_000;
  const failed = reports.filter(({ violation }) => violation !== undefined);
  const sum = (of: (report: SeedReport) => number): number => reports.reduce((total, report) => total + of(report), 0);
  const summary = {
    seeds: reports.length,
    failed: failed.map(({ seed, violation }) => ({ seed, violation })),
    seconds: Math.round(seconds * 10) / 10,
    virtualSeconds: Math.round(sum(({ virtualMs }) => virtualMs) / 1_000),
    events: sum(({ events }) => events),
    operations: sum(({ operations }) => operations),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    statesCompared: sum(({ statesCompared }) => statesCompared),
  };
  if (values.json) {
    console.log(JSON.stringify(summary));
  } else {
    for (const { seed, violation, traceLines } of failed) {
      console.log(`seed ${seed}: ${violation}\n${traceLines.slice(-TRACE_LINES).join('\n')}\n`);
    }
    const { virtualSeconds, events, acknowledged, statesCompared } = summary;
    console.log(
      `${reports.length} seeds in ${summary.seconds} s: ${virtualSeconds} s of virtual time, ${events} events, ` +
        `${acknowledged} operations acknowledged, ${statesCompared} states compared; ${failed.length} failed`,
    );
  }
  return failed.length === 0 ? 0 : 1;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main();
