/**
 * Kills a node with SIGKILL under load, round after round, and checks what it promised.
 *
 *     npm run build && node dist/scripts/soak/kill-rounds.js [--rounds 50] [--writers 16] [--seed N]
 *
 * Writers put new keys and increment counters without pause, each request retried by the client under its own sequence
 * until it is answered. The node is killed after 1 to 2000 further acknowledgements. In the end every acknowledged key is there with
 * its value, and every counter has exactly the number of increments that were acknowledged: nothing missing, nothing twice.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Client, connect } from '../../src/client/client.js';
import { createRandom } from '../../src/runtime/base/random.js';
import { killNode, type Place, placeIn, startNode } from '../node-process.js';

export interface KillRounds {
  readonly rounds: number;
  readonly writers: number;
  readonly seed: number;
  readonly say: (line: string) => void;
}

export interface KillReport {
  readonly puts: number;
  readonly increments: number;
  readonly problems: readonly string[];
}

const REQUEST_TIMEOUT_MS = 60_000;
const PUTS_PER_ROUND_MAX = 2_000;

/** What was acknowledged, and who waits for more of it. */
class Acknowledged {
  readonly puts = new Map<string, number>();
  readonly increments = new Map<string, number>();
  #awaited: { readonly count: number; readonly reached: () => void } | undefined;

  put(key: string, n: number): void {
    this.puts.set(key, n);
    if (this.#awaited !== undefined && this.puts.size >= this.#awaited.count) this.#awaited.reached();
  }

  increment(counter: string): void {
    this.increments.set(counter, (this.increments.get(counter) ?? 0) + 1);
  }

  /** Resolves once `further` more puts are acknowledged. */
  async reach(further: number): Promise<void> {
    await new Promise<void>((reached) => {
      this.#awaited = { count: this.puts.size + further, reached };
    });
  }
}

async function write(
  client: Client,
  writer: number,
  acknowledged: Acknowledged,
  stopped: () => boolean,
): Promise<void> {
  const items = client.collection('items');
  const counters = client.collection('counters');
  const counter = `counter-${writer}`;
  if ((await counters.get(counter)) === undefined) await counters.put(counter, 0, { kind: 'integer' });
  for (let n = 0; !stopped(); n += 1) {
    const key = `writer-${writer}/${n}`;
    await items.put(key, { n });
    acknowledged.put(key, n);
    await counters.increment(counter, 1);
    acknowledged.increment(counter);
  }
}

async function check(client: Client, acknowledged: Acknowledged): Promise<string[]> {
  const problems: string[] = [];
  for (const [key, n] of acknowledged.puts) {
    const item = await client.collection('items').get(key);
    if (item === undefined) problems.push(`${key} was acknowledged and is missing`);
    else if ((item.value as { readonly n: number }).n !== n) problems.push(`${key} has another value`);
  }
  for (const [counter, count] of acknowledged.increments) {
    const item = await client.collection('counters').get(counter);
    if (item?.value !== count) problems.push(`${counter} is ${String(item?.value)} after ${count} increments`);
  }
  return problems;
}

async function killAndRestart(place: Place, options: KillRounds, acknowledged: Acknowledged): Promise<void> {
  const random = createRandom(options.seed);
  for (let round = 1; round <= options.rounds; round += 1) {
    const node = await startNode(place);
    await acknowledged.reach(1 + random.below(PUTS_PER_ROUND_MAX));
    await killNode(node, 'SIGKILL');
    options.say(`round ${round}: ${acknowledged.puts.size} puts acknowledged so far`);
  }
}

export async function runKillRounds(options: KillRounds): Promise<KillReport> {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-kill-'));
  try {
    const place = await placeIn(join(folder, 'node'));
    const acknowledged = new Acknowledged();
    const first = await startNode(place);
    const client = await connect(`127.0.0.1:${place.port}`, { timeoutMs: REQUEST_TIMEOUT_MS });
    let stop = false;
    const writers = Array.from({ length: options.writers }, (_, i) => write(client, i, acknowledged, () => stop));
    const writing = Promise.all(writers);
    await killNode(first, 'SIGKILL');
    await Promise.race([killAndRestart(place, options, acknowledged), writing]);
    const last = await startNode(place);
    stop = true;
    await writing;
    const problems = await check(client, acknowledged);
    await client.close();
    await killNode(last, 'SIGTERM');
    const increments = [...acknowledged.increments.values()].reduce((sum, count) => sum + count, 0);
    return { puts: acknowledged.puts.size, increments, problems };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '50' },
      writers: { type: 'string', default: '16' },
      seed: { type: 'string', default: String(process.pid) },
    },
  });
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const options = { rounds: Number(values.rounds), writers: Number(values.writers), seed: Number(values.seed), say };
  const { puts, increments, problems } = await runKillRounds(options);
  for (const problem of problems.slice(0, 20)) say(problem);
  say(`${options.rounds} kills, ${puts} puts and ${increments} increments acknowledged, ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

if (process.argv[1] === import.meta.filename) await main();
