/**
 * Micro-benchmark of the memory table: entries of 64 puts decoded and applied, results included; reads of items and
 * pages that are in memory. The table is dropped when it is as large as one flush.
 *
 *   npm run build && node dist/scripts/bench/micro/memory-table.js [--json]
 */
import { resultOf } from '../../../src/actors/applier/outcome.js';
import { answerQuery } from '../../../src/actors/applier/queries.js';
import type { Replica } from '../../../src/actors/applier/replica.js';
import { readEntry } from '../../../src/actors/applier/state-machine.js';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import { createRandom } from '../../../src/runtime/base/random.js';
import { benchDirectory } from '../environment.js';
import { createBench, print, rowsOf } from './report.js';
import { applyNext, keyOf, openReplica, PutLoad } from './state-load.js';

const COMMANDS = 64;
/** Entries made ahead, so that making them is not measured; their sessions go on from one to the next. */
const ENTRIES = 4_096;
const READ_KEYS = 10_000;

/** Entries in order; when they are used up the sequences start again, in a state that knows nothing of them. */
class Puts {
  readonly #directory: string;
  readonly #entries: readonly Uint8Array[];
  #replica: Replica;
  #next = 0;

  constructor(directory: string) {
    this.#directory = directory;
    const load = new PutLoad(COMMANDS);
    this.#entries = Array.from({ length: ENTRIES }, () => load.data());
    this.#replica = openReplica(directory);
  }

  decode(): void {
    readEntry({ index: 2, term: 1, type: 0, data: this.#take() });
  }

  apply(): void {
    const { machine } = this.#replica;
    const readable = readEntry({ index: machine.index + 1, term: 1, type: 0, data: this.#take() });
    for (const { outcome, replayed } of machine.apply(readable)) resultOf(outcome, machine.clockMs, replayed);
    if (this.#replica.state.active.bytes < DEFAULT_LIMITS.memoryTableBytes) return;
    this.#replica.freeze();
    this.#replica.state.dropFrozen();
  }

  close(): void {
    this.#replica.close();
  }

  #take(): Uint8Array {
    if (this.#next === this.#entries.length) {
      this.#next = 0;
      this.#replica.close();
      this.#replica = openReplica(this.#directory);
    }
    const data = this.#entries[this.#next] as Uint8Array;
    this.#next += 1;
    return data;
  }
}

const place = benchDirectory(undefined);
const bench = createBench();
const puts = new Puts(place.path);
bench.add('decode an entry of puts', () => puts.decode());
bench.add('decode and apply an entry of puts', () => puts.apply());

const readDirectory = benchDirectory(undefined);
const replica = openReplica(readDirectory.path);
const load = new PutLoad(COMMANDS);
for (let at = 0; at < READ_KEYS; at += COMMANDS)
  applyNext(
    replica,
    load.data((n) => (at + n) % READ_KEYS),
  );
const random = createRandom(2);
const collection = new TextEncoder().encode('items');
const none = new Uint8Array(0);
bench.add('get', () => {
  for (let n = 0; n < COMMANDS; n += 1) {
    const get = { collection, key: keyOf(random.below(READ_KEYS)) };
    answerQuery(replica.machine, { request: 1, get }, DEFAULT_LIMITS);
  }
});
const scan = { collection, from: none, to: none, after: false, vshards: [], limit: 100, keysOnly: false };
bench.add('scan a page of 100 over 1024 slots', () => {
  answerQuery(replica.machine, { request: 1, scan }, DEFAULT_LIMITS);
});
try {
  await bench.run();
  print(
    `memory table, ${COMMANDS} operations a call`,
    rowsOf(bench, 'operation', (name) => (name.startsWith('scan') ? 1 : COMMANDS)),
  );
} finally {
  puts.close();
  replica.close();
  place.remove();
  readDirectory.remove();
}
