/** How the micro benchmarks of this folder report: a table on a terminal, or one JSON object with `--json`. */
import { Bench, type BenchOptions } from 'tinybench';

export interface Row {
  readonly name: string;
  /** What one operation of the figure is. */
  readonly unit: string;
  readonly perSecond: number;
  readonly meanUs: number;
  readonly p99Us: number;
}

export function createBench(options: BenchOptions = {}): Bench {
  return new Bench({ time: 1_000, warmupTime: 200, ...options });
}

/** Figures of a bench whose every call did `perCall` operations. */
export function rowsOf(bench: Bench, unit: string, perCall: (name: string) => number): Row[] {
  return bench.tasks.map(({ name, result }) => {
    if (result.state !== 'completed') throw new Error(`${name} did not complete: ${result.state}`);
    const operations = perCall(name);
    const { mean, p99 } = result.latency;
    return {
      name,
      unit,
      perSecond: (1_000 / mean) * operations,
      meanUs: (mean * 1_000) / operations,
      p99Us: (p99 * 1_000) / operations,
    };
  });
}

export function print(title: string, rows: readonly Row[]): void {
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ title, node: process.versions.node, rows })}\n`);
    return;
  }
  console.log(`${title} (Node ${process.versions.node})`);
  console.table(
    Object.fromEntries(
      rows.map(({ name, unit, perSecond, meanUs, p99Us }) => [
        name,
        { unit, 'per second': Math.round(perSecond), 'mean us': round(meanUs), 'p99 us': round(p99Us) },
      ]),
    ),
  );
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
