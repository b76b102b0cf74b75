/**
 * Micro-benchmark of the log volume: appends of 256-byte entries for 1, 4 and 64 groups, all groups of a round in one
 * transaction with one fsync, checkpoints and purges as the log writer does them. A plain loop, because what is measured
 * is mostly the disk.
 *
 *   npm run build && node dist/scripts/bench/micro/volume.js [--directory path] [--seconds n] [--json]
 */
import { parseArgs } from 'node:util';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import type { Entry, LogStore } from '../../../src/runtime/base/log-store.js';
import { NodeFiles, stateFileName } from '../../../src/runtime/storage/storage.js';
import {
  benchDirectory,
  describeMachine,
  formatFsync,
  formatMachine,
  measureFsync,
  percentile,
} from '../environment.js';

const ENTRY_BYTES = 256;
/** Entries that stay in each log: about as far as a log reaches behind its last flush. */
const KEPT_ENTRIES = 16_384;

const CASES = [
  { groups: 1, entriesPerAppend: 1 },
  { groups: 1, entriesPerAppend: 64 },
  { groups: 4, entriesPerAppend: 16 },
  { groups: 64, entriesPerAppend: 1 },
  { groups: 64, entriesPerAppend: 64 },
] as const;

interface Result {
  readonly groups: number;
  readonly entriesPerAppend: number;
  readonly entriesPerSecond: number;
  readonly commitsPerSecond: number;
  readonly commitP50Us: number;
  readonly commitP99Us: number;
  /** Spent in `append`, so not in the commit and its fsync. */
  readonly appendUsPerEntry: number;
}

class Load {
  readonly #log: LogStore;
  readonly #groups: number;
  readonly #entriesPerAppend: number;
  readonly #payload = new Uint8Array(ENTRY_BYTES).fill(7);
  #sequence = 0;
  #next = 2;
  appendMs = 0;

  constructor(log: LogStore, groups: number, entriesPerAppend: number) {
    this.#log = log;
    this.#groups = groups;
    this.#entriesPerAppend = entriesPerAppend;
  }

  /** One append of every group, and their commit. */
  round(): void {
    const first = this.#next;
    const entries = Array.from(
      { length: this.#entriesPerAppend },
      (_, i): Entry => ({ index: first + i, term: 1, type: 0, data: this.#payload }),
    );
    this.#sequence += 1;
    const append = { sequence: this.#sequence, term: 1, vote: 1, commit: first - 1, entries };
    this.#log.begin();
    const start = performance.now();
    for (let group = 1; group <= this.#groups; group += 1) this.#log.append(group, append);
    this.appendMs += performance.now() - start;
    this.#log.commit();
    this.#next += this.#entriesPerAppend;
  }

  /** Between batches: what the log writer does when the write-ahead log has grown. */
  maintain(): void {
    if (this.#log.walBytes() <= DEFAULT_LIMITS.walCheckpointBytes) return;
    const upTo = this.#next - KEPT_ENTRIES;
    if (upTo > 1) {
      this.#log.begin();
      for (let group = 1; group <= this.#groups; group += 1) {
        this.#log.purge(group, upTo, DEFAULT_LIMITS.purgeRowsMax);
      }
      this.#log.commit();
    }
    this.#log.checkpoint('passive');
  }
}

function run(directory: string, groups: number, entriesPerAppend: number, seconds: number): Result {
  const place = benchDirectory(directory);
  const storage = new NodeFiles(place.path);
  const replicas = Array.from({ length: groups }, (_, i) => ({
    group: i + 1,
    replica: 1,
    stateFile: stateFileName(i + 1, 1),
    initial: { index: 1, term: 1 },
  }));
  storage.createLog({ clusterId: 'bench', nodeId: 1, volume: 0, instanceId: '00'.repeat(16) }, replicas);
  const log = storage.openLog(0, { clusterId: 'bench', nodeId: 1, bootNonce: 'bench' });
  try {
    const load = new Load(log, groups, entriesPerAppend);
    const roundsUs: number[] = [];
    const start = performance.now();
    const end = start + seconds * 1000;
    for (let now = start; now < end; ) {
      const before = now;
      load.round();
      roundsUs.push((performance.now() - before) * 1000);
      load.maintain();
      now = performance.now();
    }
    const elapsedSeconds = (performance.now() - start) / 1000;
    const rounds = roundsUs.length;
    const entries = rounds * groups * entriesPerAppend;
    return {
      groups,
      entriesPerAppend,
      entriesPerSecond: Math.round(entries / elapsedSeconds),
      commitsPerSecond: Math.round(rounds / elapsedSeconds),
      commitP50Us: Math.round(percentile(roundsUs, 0.5)),
      commitP99Us: Math.round(percentile(roundsUs, 0.99)),
      appendUsPerEntry: Number(((load.appendMs * 1000) / entries).toFixed(2)),
    };
  } finally {
    log.close();
    place.remove();
  }
}

function main(): void {
  const { values } = parseArgs({
    options: {
      directory: { type: 'string' },
      seconds: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
    },
  });
  const place = benchDirectory(values.directory);
  try {
    const machine = describeMachine();
    const fsync = measureFsync(place.path);
    const results = CASES.map((each) => run(place.path, each.groups, each.entriesPerAppend, Number(values.seconds)));
    const fsyncAfter = measureFsync(place.path);
    if (values.json) {
      console.log(JSON.stringify({ benchmark: 'volume', machine, fsync, fsyncAfter, results }));
      return;
    }
    console.log(formatMachine(machine));
    console.log(`before: ${formatFsync(fsync)}`);
    console.log(`after:  ${formatFsync(fsyncAfter)}`);
    console.table(results);
  } finally {
    place.remove();
  }
}

main();
