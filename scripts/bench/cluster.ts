/**
 * Benchmark of a cluster: three node processes and a client process on this machine, over loopback, fsync on.
 *
 *     npm run bench [-- --nodes 3] [--in-flight 1,16,64,256,1024] [--seconds 5] [--dir DIR] [--json]
 *
 * Prints writes, linearizable reads and writes through HTTP per second with their latencies, fsyncs per second, entries per
 * fsync, memory, and microseconds per request by process, by thread and by stage; and what one fsync costs on this disk in
 * the same run. Ratios within one run are what can be compared; absolute figures belong to the machine.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ClientProcess } from './client-process.js';
import { benchDirectory, describeMachine, formatFsync, formatMachine, measureFsync } from './environment.js';
import { type ClusterRow, formatRow, type Levels, measureCluster, TABLE_HEAD } from './measure-cluster.js';
import { startNodes } from './nodes.js';

/** One connection each: more of them measure the client. */
const HTTP_IN_FLIGHT_MAX = 256;

export interface ClusterBench {
  readonly directory: string;
  readonly nodes: number;
  readonly levels: Levels;
  readonly measuredMs: number;
  readonly onRow: (row: ClusterRow) => void;
}

/** A new cluster below `directory`, measured and stopped. */
export async function benchCluster({
  directory,
  nodes,
  levels,
  measuredMs,
  onRow,
}: ClusterBench): Promise<ClusterRow[]> {
  await using cluster = await startNodes(directory, nodes);
  await using client = await ClientProcess.start({
    addresses: cluster.processes.map(({ address }) => address),
    httpAddresses: cluster.processes.map(({ httpAddress }) => httpAddress),
  });
  const rows: ClusterRow[] = [];
  for await (const row of measureCluster(client, cluster.processes, levels, measuredMs)) {
    rows.push(row);
    onRow(row);
  }
  return rows;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      nodes: { type: 'string', default: '3' },
      'in-flight': { type: 'string', default: '1,16,64,256,1024' },
      seconds: { type: 'string', default: '5' },
      dir: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const inFlights = values['in-flight'].split(',').map(Number);
  const levels = { writes: inFlights, reads: inFlights, http: inFlights.filter((n) => n <= HTTP_IN_FLIGHT_MAX) };
  const say = (text: string): void => {
    if (!values.json) process.stdout.write(`${text}\n`);
  };
  const directory = benchDirectory(values.dir);
  try {
    const machine = describeMachine();
    const fsync = measureFsync(directory.path);
    say(`${formatMachine(machine)}\n${formatFsync(fsync)}\n${TABLE_HEAD}`);
    const rows = await benchCluster({
      directory: join(directory.path, 'cluster'),
      nodes: Number(values.nodes),
      levels,
      measuredMs: Number(values.seconds) * 1000,
      onRow: (row) => say(formatRow(row)),
    });
    const fsyncAfter = measureFsync(directory.path);
    say(`afterwards ${formatFsync(fsyncAfter)}`);
    process.stdout.write(`${JSON.stringify({ machine, fsync, fsyncAfter, rows })}\n`);
  } finally {
    directory.remove();
  }
}

if (process.argv[1] === import.meta.filename) await main();
