/**
 * How long nobody gets anything: writers on a cluster whose busiest node, the one that leads the most groups, is killed
 * with SIGKILL or stopped with SIGSTOP.
 *
 *     node dist/scripts/bench/failover.js [--repeats 5] [--writers 64] [--signals SIGKILL,SIGSTOP] [--etcd] [--json]
 *
 * Prints the longest time between two consecutive successes after the fault: of all writers together, and of the group for
 * which it was longest. With --etcd the same for three nodes of etcd, whose writers use the two nodes that go on.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Client, connect } from '../../src/client/client.js';
import { byteKeyOfText } from '../../src/runtime/base/byte-key.js';
import { rendezvousMap, vshardOf } from '../../src/runtime/base/vshard.js';
import { ClusterProcess, type NodeProcess } from '../cluster-process.js';
import {
  benchDirectory,
  describeMachine,
  formatFsync,
  formatMachine,
  measureFsync,
  percentile,
} from './environment.js';
import { COLLECTION, VALUE_BYTES } from './load.js';
import { EtcdCluster } from './peers/etcd.js';
import { SuccessWindows } from './success-windows.js';

const WARM_UP_MS = 4_000;
const BEFORE_MS = 1_000;
/** After the fault: longer than any failover that is of interest. */
const OBSERVED_MS = 4_000;
const REQUEST_TIMEOUT_MS = 15_000;
const KEYS = 4_096;

type Signal = 'SIGKILL' | 'SIGSTOP';

interface Outcome {
  readonly signal: Signal;
  /** Milliseconds. */
  readonly ofAll: number;
  readonly worstGroup: number;
  readonly groupsLed: number;
  readonly errors: number;
}

/** Writers without pause until told to stop; each success is noted under its name. */
class Writers {
  readonly windows = new SuccessWindows();
  readonly #loops: readonly Promise<void>[];
  #isOver = false;
  errors = 0;

  constructor(count: number, write: (n: number) => Promise<string>) {
    let n = 0;
    const loop = async (): Promise<void> => {
      while (!this.#isOver) {
        n += 1;
        try {
          this.windows.succeeded(await write(n), performance.now());
        } catch {
          this.errors += 1;
          await pause(1);
        }
      }
    };
    this.#loops = Array.from({ length: count }, loop);
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#loops);
  }
}

/** Puts, named by their key's group, which everybody computes alike. */
function keyWriter(client: Client, dataGroups: readonly number[]): (n: number) => Promise<string> {
  const collection = client.collection(COLLECTION);
  const owners = rendezvousMap(dataGroups);
  const value = new Uint8Array(VALUE_BYTES);
  const keys = Array.from({ length: KEYS }, (_, n) => {
    const key = `key-${n}`;
    const vshard = vshardOf(byteKeyOfText(COLLECTION), byteKeyOfText(key));
    return { key, group: `${owners[vshard]}` };
  });
  return async (n) => {
    const { key, group } = keys[n % KEYS] as (typeof keys)[number];
    await collection.put(key, value);
    return group;
  };
}

async function strike(cluster: ClusterProcess, writers: Writers, signal: Signal): Promise<Outcome> {
  const victim = (await cluster.busiest()) as NodeProcess;
  const groupsLed = (await victim.status()).groups.filter(({ role }) => role === 'leader').length;
  const errorsBefore = writers.errors;
  await pause(BEFORE_MS);
  writers.windows.fault(performance.now());
  process.kill(victim.pid, signal);
  await pause(OBSERVED_MS);
  const { ofAll, byName } = writers.windows.longestMs(performance.now());
  const errors = writers.errors - errorsBefore;
  if (signal === 'SIGSTOP') victim.resume();
  else await victim.restart();
  return { signal, ofAll, worstGroup: Math.max(...byName.values()), groupsLed, errors };
}

async function quorateOutcomes(directory: string, count: number, plan: readonly Signal[]): Promise<Outcome[]> {
  await using cluster = await ClusterProcess.start({ directory });
  await using client = await connect(cluster.addresses, { timeoutMs: REQUEST_TIMEOUT_MS });
  const { groups } = await cluster.node(1).status();
  const dataGroups = groups.filter(({ purpose }) => purpose === 'data').map(({ group }) => group);
  const writers = new Writers(count, keyWriter(client, dataGroups));
  const outcomes: Outcome[] = [];
  try {
    await pause(WARM_UP_MS);
    for (const signal of plan) {
      const outcome = await strike(cluster, writers, signal);
      process.stdout.write(`${formatOutcome(outcome)}\n`);
      outcomes.push(outcome);
      await pause(WARM_UP_MS);
    }
  } finally {
    await writers.stop();
  }
  return outcomes;
}

/** A new cluster each time: etcd has one leader, and its writers are at the other two. */
async function etcdOutcome(directory: string, count: number, signal: Signal): Promise<Outcome> {
  mkdirSync(directory);
  const cluster = await EtcdCluster.start(directory);
  try {
    const leader = await cluster.leader();
    const others = cluster.members.filter((member) => member !== leader);
    const value = 'x'.repeat(VALUE_BYTES);
    const writers = new Writers(count, async (n) => {
      await cluster.put(others[n % others.length] ?? leader, `key-${n % KEYS}`, value);
      return 'etcd';
    });
    await pause(WARM_UP_MS);
    writers.windows.fault(performance.now());
    leader.process.kill(signal);
    await pause(OBSERVED_MS);
    const { ofAll } = writers.windows.longestMs(performance.now());
    leader.process.kill('SIGCONT');
    await writers.stop();
    return { signal, ofAll, worstGroup: ofAll, groupsLed: 1, errors: writers.errors };
  } finally {
    await cluster.stop();
  }
}

function formatOutcome({ signal, ofAll, worstGroup, groupsLed, errors }: Outcome): string {
  const windows = `${ofAll.toFixed(0)} ms of all, ${worstGroup.toFixed(0)} ms of the slowest group`;
  return `  ${signal} of the leader of ${groupsLed}: ${windows}, ${errors} errors`;
}

function formatMedians(name: string, outcomes: readonly Outcome[]): string {
  const signals = [...new Set(outcomes.map(({ signal }) => signal))];
  const lines = signals.map((signal) => {
    const of = outcomes.filter((outcome) => outcome.signal === signal);
    const [all, group] = [of.map(({ ofAll }) => ofAll), of.map(({ worstGroup }) => worstGroup)];
    const medians = `${percentile(all, 0.5).toFixed(0)} ms of all, ${percentile(group, 0.5).toFixed(0)} ms of the slowest group`;
    return `${name}, ${signal}: median of ${of.length}: ${medians}; worst ${Math.max(...group).toFixed(0)} ms`;
  });
  return lines.join('\n');
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      repeats: { type: 'string', default: '5' },
      writers: { type: 'string', default: '64' },
      signals: { type: 'string', default: 'SIGKILL,SIGSTOP' },
      etcd: { type: 'boolean', default: false },
      dir: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const signals = values.signals.split(',') as Signal[];
  const plan = signals.flatMap((signal) => Array.from({ length: Number(values.repeats) }, () => signal));
  const directory = benchDirectory(values.dir);
  try {
    process.stdout.write(`${formatMachine(describeMachine())}\n${formatFsync(measureFsync(directory.path))}\n`);
    const quorate = await quorateOutcomes(join(directory.path, 'quorate'), Number(values.writers), plan);
    process.stdout.write(`${formatMedians('quorate', quorate)}\n`);
    const etcd: Outcome[] = [];
    for (const [i, signal] of values.etcd ? plan.entries() : []) {
      etcd.push(await etcdOutcome(join(directory.path, `etcd-${i}`), Number(values.writers), signal));
    }
    if (etcd.length > 0) process.stdout.write(`${formatMedians('etcd', etcd)}\n`);
    if (values.json) process.stdout.write(`${JSON.stringify({ quorate, etcd })}\n`);
  } finally {
    directory.remove();
  }
}

if (process.argv[1] === import.meta.filename) await main();
