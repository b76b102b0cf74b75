/**
 * Log guards: what every log store asserts before it changes a group's log, whatever it is made of.
 *
 * The log writer has validated what a group sent; these catch a defect between its check and the disk, where a wrong
 * write would break a promise that Raft has made to other nodes. They throw before anything is written.
 */
import { assert, assertUint53, present } from './assert.js';
import { INITIAL_CHAIN } from './entry-chain.js';
import type { Entry, GroupRow, LogAppend, LogPosition } from './log-store.js';
import type { NewReplica } from './node-storage.js';

/** A group whose log is empty: it starts right after the initial state. */
export function initialGroupRow(replica: NewReplica): GroupRow {
  const start: LogPosition = { ...replica.initial, chain: INITIAL_CHAIN };
  return {
    group: replica.group,
    replica: replica.replica,
    term: start.term,
    vote: 0,
    commit: start.index,
    last: start,
    purge: start,
    sequence: 0,
    stateFile: replica.stateFile,
    flags: 0,
  };
}

/** The hard state: a term never goes down, a vote in a term never changes, and neither does what is committed. */
export function assertHardState(row: GroupRow, append: LogAppend): void {
  const { group } = row;
  assertUint53(append.sequence, 'sequence');
  assertUint53(append.term, 'term');
  assertUint53(append.vote, 'vote');
  assertUint53(append.commit, 'commit');
  assert(append.sequence > row.sequence, 'stream sequences rise', { group, from: row.sequence, to: append.sequence });
  assert(append.term >= row.term, 'a term never goes down', { group, from: row.term, to: append.term });
  if (append.term === row.term && row.vote !== 0) {
    assert(append.vote === row.vote, 'a vote in a term never changes', { group, from: row.vote, to: append.vote });
  }
  assert(append.commit >= row.commit, 'commit never goes down', { group, from: row.commit, to: append.commit });
  const last = append.entries.at(-1)?.index ?? row.last.index;
  assert(append.commit <= last, 'what is committed is in the log', { group, commit: append.commit, last });
}

/** Where the append begins: next to the log's end or inside it, but behind everything committed or purged. */
export function assertStart(row: GroupRow, first: number): void {
  const { group } = row;
  assert(first <= row.last.index + 1, 'appends are contiguous', { group, last: row.last.index, first });
  assert(first > row.commit, 'committed entries are never truncated', { group, commit: row.commit, first });
  assert(first > row.purge.index, 'purged entries are never written', { group, purge: row.purge.index, first });
}

/** The entries among themselves and against the one before them: contiguous, terms never falling. */
export function assertEntries(row: GroupRow, append: LogAppend, preceding: LogPosition): void {
  const { group } = row;
  let { index, term } = preceding;
  for (const entry of append.entries) {
    assert(entry.index === index + 1, 'entries are contiguous', { group, index, next: entry.index });
    assert(entry.term >= term, 'terms never fall along a log', { group, index: entry.index, term: entry.term });
    ({ index, term } = entry);
  }
  assertUint53(index, 'index');
  assert(term <= append.term, 'no entry is newer than the term', { group, term: append.term, entry: term });
}

/** A purge stays inside the log. */
export function assertPurge(row: GroupRow, index: number): void {
  assert(index <= row.last.index, 'only what is in the log is purged', { group: row.group, index });
}

/** A read stays inside the log. */
export function assertRange(row: GroupRow, from: number, to: number): void {
  const inside = from > row.purge.index && from <= to && to <= row.last.index;
  assert(inside, 'reads stay inside the log', { group: row.group, from, to, last: row.last.index });
}

/** The group's row, once the append is in the log and ends at `last`. */
export function rowAfterAppend(row: GroupRow, append: LogAppend, last: LogPosition): GroupRow {
  const { sequence, term, vote, commit } = append;
  return { ...row, sequence, term, vote, commit, last };
}

/** What an entry takes in a row of the log besides its payload; at least what any store's encoding needs. */
const ENTRY_OVERHEAD_BYTES = 32;

/**
 * Where the row of the log that starts with `entries[start]` ends (exclusive): as many entries as fit into `bytesMax`, at
 * least one. All stores split alike, so that they also purge alike.
 */
export function endOfRow(entries: readonly Entry[], start: number, bytesMax: number): number {
  let bytes = 0;
  let end = start;
  while (end < entries.length) {
    bytes += present(entries[end], 'entry').data.length + ENTRY_OVERHEAD_BYTES;
    if (bytes > bytesMax && end > start) break;
    end += 1;
  }
  return end;
}
