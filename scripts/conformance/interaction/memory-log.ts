/**
 * The durable side of a replica in a script: hard state and log, in memory, written as soon as it is asked to.
 *
 * Holds what it is given to the rules a real log keeps: no gaps, terms that never decrease, nothing written below the purge
 * point, entries applied once and in order.
 */
import type { ConfState, CoreStart, Entry, EntryRequest, HardState } from '../../../src/actors/raft/core/types.js';
import { assert, present } from '../../../src/runtime/base/assert.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';

export interface MemoryLog {
  readonly firstIndex: number;
  readonly lastIndex: number;
  readonly entries: readonly Entry[];
  setHardState(next: HardState): void;
  /** Writes entries, replacing what conflicts with them and everything after. */
  append(entries: readonly Entry[]): void;
  apply(entries: readonly Entry[]): void;
  /** Purges up to and with `index`. */
  compact(index: number): void;
  read(request: EntryRequest): readonly Entry[];
}

/** What a replica starts from: a state as of `index`, with an empty log after it. Index 0 is a replica that has nothing. */
export function startAt(index: number, confState: ConfState): CoreStart {
  const at = { index, term: index === 0 ? 0 : 1 };
  return {
    hardState: { term: 0, vote: 0, commit: index },
    confState,
    applied: index,
    purge: at,
    last: at,
    termStarts: [],
    entries: [],
    membershipIndexes: [],
  };
}

export function createMemoryLog(start: CoreStart): MemoryLog {
  let purged = start.purge;
  let hardState = start.hardState;
  let entries: Entry[] = [...start.entries];
  let applied = start.applied;
  const lastOf = (): { readonly index: number; readonly term: number } => entries.at(-1) ?? purged;
  return {
    get firstIndex() {
      return purged.index + 1;
    },
    get lastIndex() {
      return lastOf().index;
    },
    get entries() {
      return entries;
    },
    setHardState(next) {
      assert(next.term >= hardState.term, 'a stored term never goes down', { ...next });
      assert(next.commit >= hardState.commit, 'a stored commit index never goes down', { ...next });
      hardState = next;
    },
    append(added) {
      const first = added[0];
      if (first === undefined) return;
      assert(first.index > purged.index, 'entries are written above the purge point', { index: first.index });
      assert(first.index <= lastOf().index + 1, 'entries are written without a gap', { index: first.index });
      entries = entries.slice(0, first.index - purged.index - 1);
      for (const entry of added) {
        assert(entry.index === lastOf().index + 1, 'entries of one append are contiguous', { index: entry.index });
        assert(entry.term >= lastOf().term, 'terms never decrease along the log', { index: entry.index });
        entries.push(entry);
      }
    },
    apply(committed) {
      for (const { index } of committed) {
        assert(index === applied + 1, 'entries are applied once and in order', { index, applied });
        applied = index;
      }
    },
    compact(index) {
      if (index <= purged.index) {
        throw new QuorateError('ERR_USAGE', 'requested index is unavailable due to compaction');
      }
      const last = present(entries[index - purged.index - 1], `the entry at ${index}, to compact up to it`);
      entries = entries.slice(index - purged.index);
      purged = { index: last.index, term: last.term };
    },
    read({ from, upTo, maxBytes }) {
      const range = entries.slice(Math.max(0, from - purged.index - 1), Math.max(0, upTo - purged.index));
      let bytes = 0;
      const fitting = range.findIndex((entry, at) => {
        bytes += entry.data.length;
        return at > 0 && bytes > maxBytes;
      });
      return fitting < 0 ? range : range.slice(0, fitting);
    },
  };
}
