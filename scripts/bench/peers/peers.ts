/**
 * Quorate beside its peer: three nodes of each on this machine, one cluster at a time, in turns, in one run.
 *
 *     node dist/scripts/bench/peers/peers.js [--rounds 3] [--seconds 5] [--dir DIR] [--json]
 *
 * etcd has its default settings and plain HTTP, and is driven by h2load against its leader, 16 in flight to a connection;
 * Quorate has its default settings and is driven by its own client. Both write 256-byte values and fsync on a majority before
 * they answer; both read linearizably. In each round both are measured, and the ratio of a round is what counts; the table
 * has the median of each. Two things favour etcd: h2load is a program in C, and it always writes and reads the same key.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCluster } from '../cluster.js';
import {
  benchDirectory,
  describeMachine,
  formatFsync,
  formatMachine,
  measureFsync,
  percentile,
} from '../environment.js';
import { type LoadResult, VALUE_BYTES } from '../load.js';
import { formatRow } from '../measure-cluster.js';
import { EtcdCluster, installedVersion } from './etcd.js';
import { measureEtcd } from './measure-etcd.js';

const LEVELS = { writes: [1, 16, 64, 256, 1024], reads: [64, 256, 1024], http: [] };
const NODES = 3;
const PROGRAMS = { etcd: 'etcd-server', h2load: 'nghttp2-client' };

type Measured = LoadResult & { readonly what: string };
type Metric = 'perSecond' | 'p50Ms' | 'p99Ms';

/** What is aimed at, as ratios of Quorate's figure to etcd's. */
const AIMS: readonly {
  readonly row: string;
  readonly metric: Metric;
  readonly atLeast?: number;
  readonly atMost?: number;
}[] = [
  { row: 'write 64', metric: 'perSecond', atLeast: 1.5 },
  { row: 'write 1024', metric: 'perSecond', atLeast: 2 },
  { row: 'read 256', metric: 'perSecond', atLeast: 2 },
  { row: 'write 64', metric: 'p99Ms', atMost: 1 },
];

interface Round {
  readonly fsyncUs: number;
  readonly etcd: ReadonlyMap<string, Measured>;
  readonly quorate: ReadonlyMap<string, Measured>;
}

const nameOf = ({ what, inFlight }: Measured): string => `${what} ${inFlight}`;
const byName = (rows: readonly Measured[]): ReadonlyMap<string, Measured> =>
  new Map(rows.map((row) => [nameOf(row), row]));

type Say = (text: string) => void;

async function etcdRows(directory: string, measuredMs: number, say: Say): Promise<Measured[]> {
  mkdirSync(directory);
  const cluster = await EtcdCluster.start(directory);
  try {
    const rows: Measured[] = [];
    const value = new Uint8Array(VALUE_BYTES).fill(1);
    for await (const row of measureEtcd({ cluster, directory, value, measuredMs }, LEVELS)) {
      const { perSecond, p50Ms, p99Ms, requests, cpu } = row;
      const used = Object.entries(cpu).map(([name, us]) => `${name} ${(us / requests).toFixed(1)}`);
      const latencies = `p50 ${p50Ms.toFixed(2)} ms, p99 ${p99Ms.toFixed(2)} ms`;
      say(`  etcd ${nameOf(row)}: ${Math.round(perSecond)}/s, ${latencies}; cpu us: ${used.join(', ')}`);
      rows.push(row);
    }
    return rows;
  } finally {
    await cluster.stop();
  }
}

/** Which of the two begins changes from round to round. */
async function runRound(directory: string, round: number, measuredMs: number, say: Say): Promise<Round> {
  const ofRound = join(directory, `round-${round}`);
  mkdirSync(ofRound);
  const fsync = measureFsync(ofRound);
  say(`round ${round}: ${formatFsync(fsync)}`);
  const etcd = (): Promise<Measured[]> => etcdRows(join(ofRound, 'etcd'), measuredMs, say);
  const quorate = (): Promise<Measured[]> =>
    benchCluster({
      directory: join(ofRound, 'quorate'),
      nodes: NODES,
      levels: LEVELS,
      measuredMs,
      onRow: (row) => say(formatRow(row)),
    });
  if (round % 2 === 1) {
    const first = await etcd();
    return { fsyncUs: fsync.p50Us, etcd: byName(first), quorate: byName(await quorate()) };
  }
  const first = await quorate();
  return { fsyncUs: fsync.p50Us, quorate: byName(first), etcd: byName(await etcd()) };
}

const median = (values: readonly number[]): number => percentile(values, 0.5);

/** The median over the rounds of what `of` says of a row in each. */
const medianOf = (rounds: readonly Round[], of: (round: Round) => number | undefined): number =>
  median(rounds.map((round) => of(round) ?? Number.NaN));

const ratioOf = (rounds: readonly Round[], row: string, metric: Metric): number =>
  medianOf(rounds, ({ etcd, quorate }) => (quorate.get(row)?.[metric] ?? 0) / (etcd.get(row)?.[metric] ?? 1));

function formatTable(rounds: readonly Round[]): string {
  const lines = ['request      etcd/s  quorate/s  ratio   p50 ms etcd  quorate  ratio   p99 ms etcd  quorate  ratio'];
  for (const row of rounds[0]?.etcd.keys() ?? []) {
    const cells = [row.padEnd(10)];
    for (const [metric, width, digits] of [
      ['perSecond', 9, 0],
      ['p50Ms', 13, 2],
      ['p99Ms', 13, 2],
    ] as const) {
      cells.push(
        medianOf(rounds, ({ etcd }) => etcd.get(row)?.[metric])
          .toFixed(digits)
          .padStart(width),
      );
      cells.push(
        medianOf(rounds, ({ quorate }) => quorate.get(row)?.[metric])
          .toFixed(digits)
          .padStart(9),
      );
      cells.push(ratioOf(rounds, row, metric).toFixed(2).padStart(6));
    }
    lines.push(cells.join(' '));
  }
  return lines.join('\n');
}

function formatAims(rounds: readonly Round[]): string {
  const lines = AIMS.map(({ row, metric, atLeast, atMost }) => {
    const ratio = ratioOf(rounds, row, metric);
    const isMet = ratio >= (atLeast ?? 0) && ratio <= (atMost ?? Number.POSITIVE_INFINITY);
    const aim = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
    return `${metric} of ${row}: ${ratio.toFixed(2)} of etcd's, aim ${aim}: ${isMet ? 'met' : 'not met'}`;
  });
  return lines.join('\n');
}

/** How to get what is missing, or undefined. */
function whatIsMissing(): string | undefined {
  const missing = Object.entries(PROGRAMS).filter(([program]) => installedVersion(program) === undefined);
  if (missing.length === 0) return undefined;
  const packages = missing.map(([, debian]) => debian).join(' ');
  return `${missing.map(([program]) => program).join(' and ')} cannot be run; on Debian: apt-get install ${packages}`;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '5' },
      dir: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const missing = whatIsMissing();
  if (missing !== undefined) {
    process.stderr.write(`${missing}\n`);
    process.exitCode = 2;
    return;
  }
  const say: Say = (text) => void (values.json || process.stdout.write(`${text}\n`));
  const directory = benchDirectory(values.dir);
  try {
    const machine = describeMachine();
    say(`${formatMachine(machine)}\n${installedVersion('etcd')}, ${installedVersion('h2load')}`);
    const rounds: Round[] = [];
    for (let round = 1; round <= Number(values.rounds); round += 1) {
      rounds.push(await runRound(directory.path, round, Number(values.seconds) * 1000, say));
    }
    say(`\nmedian of ${rounds.length}\n${formatTable(rounds)}\n${formatAims(rounds)}`);
    const json = rounds.map(({ fsyncUs, etcd, quorate }) => ({
      fsyncUs,
      etcd: [...etcd.values()],
      quorate: [...quorate.values()],
    }));
    process.stdout.write(`${JSON.stringify({ machine, rounds: json })}\n`);
  } finally {
    directory.remove();
  }
}

await main();
