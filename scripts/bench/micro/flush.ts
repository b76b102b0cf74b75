/**
 * Micro-benchmark of the flush: a full memory table of random puts into a state file of 100 000 rows, in pieces as the
 * applier writes them. Prints what a row costs, and how long the longest piece and the commit with its fsync hold up
 * the thread.
 *
 *   npm run build && node dist/scripts/bench/micro/flush.js [--json]
 */
import { Flush } from '../../../src/actors/applier/flush.js';
import type { Replica } from '../../../src/actors/applier/replica.js';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import { benchDirectory, describeMachine, formatFsync, formatMachine, measureFsync } from '../environment.js';
import { applyNext, KEYS, openReplica, PutLoad, VALUE_BYTES } from './state-load.js';

const COMMANDS = 64;
const ROUNDS = 12;
const TABLE_BYTES = [1, 4, 8].map((mebibytes) => mebibytes * 1024 * 1024);

interface Timing {
  readonly rows: number;
  readonly writeMs: number;
  readonly longestPieceMs: number;
  readonly commitMs: number;
}

function flush(replica: Replica): Timing {
  const flushing = new Flush(replica.store, replica.freeze());
  const rows = replica.state.frozen?.changes ?? 0;
  let writeMs = 0;
  let longestPieceMs = 0;
  while (!flushing.isWritten) {
    const start = performance.now();
    flushing.writePiece(() => performance.now(), DEFAULT_LIMITS.flushPieceMs);
    const pieceMs = performance.now() - start;
    writeMs += pieceMs;
    longestPieceMs = Math.max(longestPieceMs, pieceMs);
  }
  const start = performance.now();
  flushing.commit();
  replica.state.dropFrozen();
  const commitMs = performance.now() - start;
  if (replica.store.walBytes() > DEFAULT_LIMITS.walCheckpointBytes) replica.store.checkpoint('passive');
  return { rows, writeMs, longestPieceMs, commitMs };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const round = (value: number): number => Number(value.toFixed(2));

function measure(replica: Replica, load: PutLoad, tableBytes: number) {
  const timings = Array.from({ length: ROUNDS }, () => {
    while (replica.state.active.bytes < tableBytes) applyNext(replica, load.data());
    return flush(replica);
  });
  const of = (pick: (timing: Timing) => number): number => median(timings.map(pick));
  return {
    tableMib: tableBytes / 1024 / 1024,
    puts: of(({ rows }) => rows),
    writeMs: round(of(({ writeMs }) => writeMs)),
    usPerPut: round(of(({ writeMs, commitMs, rows }) => ((writeMs + commitMs) * 1000) / rows)),
    longestPieceMs: round(of(({ longestPieceMs }) => longestPieceMs)),
    commitMs: round(of(({ commitMs }) => commitMs)),
    commitMsMax: round(Math.max(...timings.map(({ commitMs }) => commitMs))),
  };
}

const place = benchDirectory(undefined);
const replica = openReplica(place.path);
try {
  const load = new PutLoad(COMMANDS);
  for (let at = 0; at < KEYS; at += COMMANDS) {
    applyNext(
      replica,
      load.data((n) => (at + n) % KEYS),
    );
    if (replica.state.active.bytes >= DEFAULT_LIMITS.memoryTableBytes) flush(replica);
  }
  flush(replica);
  const fsync = measureFsync(place.path);
  const results = TABLE_BYTES.map((bytes) => measure(replica, load, bytes));
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ benchmark: 'flush', machine: describeMachine(), fsync, results }));
  } else {
    console.log(formatMachine(describeMachine()));
    console.log(formatFsync(fsync));
    console.log(`${KEYS} rows of ${VALUE_BYTES} bytes in the file, random puts`);
    console.table(results);
  }
} finally {
  replica.close();
  place.remove();
}
