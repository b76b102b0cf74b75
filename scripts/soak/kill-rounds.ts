/**
 * Breaks a cluster of real processes under load, round after round, and checks what it promised.
 *
 *     npm run build && node dist/scripts/soak/kill-rounds.js [--rounds 50] [--writers 16] [--seed N] [--keep DIR]
 *
 * Writers go on all the time, through clients of all nodes and clients of one. In each round one fault happens at a random
 * moment: nodes are killed with SIGKILL, stopped with SIGSTOP, or the network between them is cut, silent, deaf in one
 * direction, or slow. When it is over the writers stand still for an audit: every node has applied the same and shows
 * the same, no acknowledged write is missing, no increment was done twice, what clients were told of shared keys is
 * linearizable. All through, each request must be answered in its time, and each unknown outcome settled by a retry.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Client, connect } from '../../src/client/client.js';
import { createRandom, type Random } from '../../src/runtime/base/random.js';
import { audit } from './audit.js';
import { Gate } from './gate.js';
import { Ledger } from './ledger.js';
import { ProxiedCluster } from './proxied-cluster.js';
import { someFault } from './round-faults.js';
import { write } from './writers.js';

export interface KillRounds {
  /** Gets the nodes' directories. */
  readonly directory: string;
  readonly rounds: number;
  readonly writers: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

const QUIET_MS_MAX = 60_000;
const BEFORE_FAULT_MS_MAX = 800;

/** One client of all nodes, and one of each alone. */
async function connectAll(cluster: ProxiedCluster): Promise<readonly Client[]> {
  const addresses = cluster.nodes.map(({ address }) => address);
  const alone = addresses.map((address) => connect(address, { discover: false }));
  return Promise.all([connect(addresses), ...alone]);
}

/** Each writer's own client first: they are dealt out. */
function dealt(clients: readonly Client[], writer: number): readonly Client[] {
  const at = Math.floor(writer / 2) % clients.length;
  return [...clients.slice(at), ...clients.slice(0, at)];
}

/** False when writers did not come to rest: one of them waits for an answer, or for an outcome that stays unknown. */
async function closeGate(gate: Gate): Promise<boolean> {
  const patience = new AbortController();
  const { signal } = patience;
  const late = pause(QUIET_MS_MAX, false, { signal }).catch(() => false);
  const isQuiet = await Promise.race([gate.close().then(() => true), late]);
  patience.abort();
  return isQuiet;
}

async function runRound(
  round: number,
  cluster: ProxiedCluster,
  gate: Gate,
  ledger: Ledger,
  random: Random,
): Promise<string> {
  const before = { ...ledger };
  await pause(random.below(BEFORE_FAULT_MS_MAX));
  const fault = someFault(random);
  await fault.run(cluster);
  const healedMs = performance.now();
  if (await closeGate(gate)) await audit(cluster.nodes, ledger);
  else ledger.problem(`round ${round}: writers did not come to rest within ${QUIET_MS_MAX} ms`);
  const auditedMs = performance.now() - healedMs;
  gate.open();
  const since = (name: 'acknowledged' | 'refused' | 'unknown'): number => ledger[name] - before[name];
  const counts = `${since('acknowledged')} acknowledged, ${since('unknown')} unknown, ${since('refused')} refused`;
  return `round ${round}: ${fault.text}; ${counts}; audited after ${auditedMs.toFixed(0)} ms`;
}

/** Runs the rounds; stops at the first that finds a problem. */
export async function runKillRounds({ directory, rounds, writers, seed, say }: KillRounds): Promise<Ledger> {
  const random = createRandom(seed);
  const ledger = new Ledger();
  const gate = new Gate(writers);
  await using cluster = await ProxiedCluster.start({ directory });
  const clients = await connectAll(cluster);
  let over = false;
  const writing = Array.from({ length: writers }, (_, number) => {
    const owned = dealt(clients, number);
    return write({ number, ledger, gate, random: random.fork(), clients: owned, isOver: () => over });
  });
  try {
    for (let round = 1; round <= rounds && ledger.problems.length === 0; round += 1) {
      say(await runRound(round, cluster, gate, ledger, random));
    }
  } catch (thrown) {
    ledger.problem(`the cluster could not be brought back: ${String(thrown)}`);
  }
  over = true;
  gate.open();
  // Writers that still wait for something would wait for ever. What they say then is no finding.
  const findings = ledger.problems.length;
  if (findings > 0) for (const client of clients) await client.close();
  await Promise.all(writing);
  if (findings > 0) ledger.problems.splice(findings);
  for (const client of clients) await client.close();
  return ledger;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '50' },
      writers: { type: 'string', default: '16' },
      seed: { type: 'string', default: String(process.pid) },
      keep: { type: 'string' },
    },
  });
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const directory = values.keep ?? mkdtempSync(join(tmpdir(), 'quorate-kill-'));
  const options = {
    directory,
    rounds: Number(values.rounds),
    writers: Number(values.writers),
    seed: Number(values.seed),
  };
  say(`seed ${options.seed}`);
  try {
    const { acknowledged, unknown, refused, problems } = await runKillRounds({ ...options, say });
    for (const problem of problems) say(`PROBLEM: ${problem}`);
    const counts = `${acknowledged} requests acknowledged, ${unknown} unknown and settled, ${refused} refused`;
    say(`${options.rounds} rounds, ${counts}, ${problems.length} problems`);
    process.exitCode = problems.length === 0 ? 0 : 1;
  } finally {
    if (values.keep === undefined) rmSync(directory, { recursive: true, force: true });
  }
}

if (process.argv[1] === import.meta.filename) await main();
