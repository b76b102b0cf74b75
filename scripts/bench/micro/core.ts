/**
 * Micro-benchmark of the Raft core: one proposal from `propose` to applied, without threads, disks or codecs: `Ready`
 * is taken and everything in it done at once. For a single voter, and for three cores that exchange their messages.
 *
 *   npm run build && node dist/scripts/bench/micro/core.js [--json]
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Bench } from 'tinybench';
import { createCore } from '../../../src/actors/raft/core/raft.js';
import { type Core, type CoreConfig, EntryType, type Message } from '../../../src/actors/raft/core/types.js';
import { present } from '../../../src/runtime/base/assert.js';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import { createRandom } from '../../../src/runtime/base/random.js';

const PAYLOAD_BYTES = [256, 16 * 1024] as const;
const silent = (): void => {};

function configOf(id: number): CoreConfig {
  return {
    id,
    electionTick: 10,
    heartbeatTick: 2,
    maxMessageBytes: DEFAULT_LIMITS.raftMessageEntryBytesMax,
    maxCommittedBytesPerReady: DEFAULT_LIMITS.storageCreditBytes,
    maxUncommittedBytes: DEFAULT_LIMITS.uncommittedBytesMax,
    maxInflightMessages: DEFAULT_LIMITS.inflightMessagesMax,
    maxInflightBytes: DEFAULT_LIMITS.inflightBytesMax,
    entryCacheBytes: DEFAULT_LIMITS.entryCacheBytes,
    checkQuorum: true,
    preVote: true,
    readOnly: 'safe',
    asyncStorageWrites: true,
    disableProposalForwarding: true,
    disableConfChangeValidation: false,
    stepDownOnRemoval: true,
    random: createRandom(id),
    log: { debug: silent, info: silent, warning: silent, error: silent },
  };
}

/** Cores of one group; whatever they want done is done at once, and messages arrive at once. */
class Cores {
  readonly #cores: ReadonlyMap<number, Core>;
  readonly leader: Core;

  constructor(voters: readonly number[]) {
    const confState = { voters, learners: [], votersOutgoing: [], learnersNext: [], autoLeave: false };
    const initial = { index: 1, term: 1 };
    const start = { hardState: { term: 1, vote: 0, commit: 1 }, confState, applied: 1, purge: initial, last: initial };
    this.#cores = new Map(
      voters.map((id) => [
        id,
        createCore(configOf(id), { ...start, termStarts: [], entries: [], membershipIndexes: [] }),
      ]),
    );
    this.leader = present(this.#cores.get(1), 'the first core');
    this.leader.campaign();
    this.settle();
  }

  settle(): void {
    for (let isBusy = true; isBusy; ) {
      isBusy = false;
      for (const core of this.#cores.values()) {
        while (core.hasReady()) {
          isBusy = true;
          for (const message of core.ready().messages) this.#carryOut(message);
        }
      }
    }
  }

  /** Storage answers at once; whatever it is to release, and all other messages, reach their core. */
  #carryOut(message: Message): void {
    if (message.responses === undefined) this.#cores.get(message.to)?.step(message);
    else for (const response of message.responses) this.#cores.get(response.to)?.step(response);
  }
}

function addTask(bench: Bench, voters: readonly number[], payloadBytes: number): void {
  const cores = new Cores(voters);
  const entry = { type: EntryType.Normal, data: new Uint8Array(payloadBytes) };
  const name = `${voters.length} voter${voters.length > 1 ? 's' : ''}, ${payloadBytes} B`;
  let appended = 0;
  bench.add(name, () => {
    if (cores.leader.propose([entry]) !== 'ok') throw new Error('the leader takes no proposals');
    cores.settle();
    appended += 1;
    // A log that is never purged would grow for as long as the benchmark runs.
    if (appended % 1_000 === 0) cores.leader.purged(cores.leader.status().applied);
  });
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const bench = new Bench({ time: 1_000, warmupTime: 300, throws: true });
for (const voters of [[1], [1, 2, 3]]) for (const bytes of PAYLOAD_BYTES) addTask(bench, voters, bytes);
await bench.run();

const rows = bench.tasks.map((task) => {
  const { result } = task;
  if (result.state !== 'completed') throw new Error(`${task.name}: ${result.state}`);
  const { latency, throughput } = result;
  return {
    task: task.name,
    'entries/s': Math.round(throughput.mean),
    'p50 us': Number((latency.p50 * 1_000).toFixed(2)),
    'p99 us': Number((latency.p99 * 1_000).toFixed(2)),
  };
});
const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.version };
if (values.json) {
  console.log(JSON.stringify({ benchmark: 'core', machine, rows }));
} else {
  console.log(`${machine.cpu}, ${machine.cores} cores, Node ${machine.node}`);
  console.table(rows);
}
