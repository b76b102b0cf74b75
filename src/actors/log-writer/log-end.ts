/**
 * Log end: what is known, without the disk, of where a group's log and its stream of appends stand.
 *
 * The log writer keeps one per open group and moves it with every append it accepts, so that the next append of the
 * same batch is judged against the one before it. Values are never modified; a batch that is rolled back is undone by
 * taking the end from the store again.
 */
import type { Entry, GroupRow, LogAppend, LogSpan } from '../../runtime/base/log-store.js';

export interface TermStart {
  readonly term: number;
  readonly index: number;
}

export interface LogEnd {
  readonly term: number;
  readonly vote: number;
  readonly commit: number;
  readonly sequence: number;
  readonly lastIndex: number;
  readonly lastTerm: number;
  readonly purgeIndex: number;
  readonly purgeTerm: number;
  /** First index of each term above the purge point, ascending. */
  readonly termStarts: readonly TermStart[];
}

export function logEndOf(row: GroupRow, spans: readonly LogSpan[]): LogEnd {
  return {
    term: row.term,
    vote: row.vote,
    commit: row.commit,
    sequence: row.sequence,
    lastIndex: row.last.index,
    lastTerm: row.last.term,
    purgeIndex: row.purge.index,
    purgeTerm: row.purge.term,
    termStarts: termStartsOf(spans),
  };
}

/** A term that goes on from one row into the next starts in the first of them. */
function termStartsOf(spans: readonly LogSpan[]): TermStart[] {
  const starts: TermStart[] = [];
  for (const span of spans) {
    for (const start of span.termStarts) if (start.term !== starts.at(-1)?.term) starts.push(start);
  }
  return starts;
}

/** The term of the entry at `index`, the purge point included; undefined below it and beyond the end. */
export function termAt(end: LogEnd, index: number): number | undefined {
  if (index === end.lastIndex) return end.lastTerm;
  if (index === end.purgeIndex) return end.purgeTerm;
  if (index < end.purgeIndex || index > end.lastIndex) return undefined;
  return end.termStarts.findLast((start) => start.index <= index)?.term;
}

/** The end once `append`, which has been accepted, is written. */
export function advance(end: LogEnd, append: LogAppend): LogEnd {
  const { sequence, term, vote, commit, entries } = append;
  const hardState = { ...end, sequence, term, vote, commit };
  const last = entries.at(-1);
  if (last === undefined) return hardState;
  const termStarts = withEntries(end, entries);
  return { ...hardState, lastIndex: last.index, lastTerm: last.term, termStarts };
}

function withEntries(end: LogEnd, entries: readonly Entry[]): readonly TermStart[] {
  const first = entries[0]?.index ?? end.lastIndex + 1;
  const truncates = first <= end.lastIndex;
  const kept = truncates ? end.termStarts.filter((start) => start.index < first) : end.termStarts;
  const added: TermStart[] = [];
  // Entries right after the purge point start their term in the log, whatever came before.
  let term = kept.at(-1)?.term ?? 0;
  for (const entry of entries) {
    if (entry.term !== term) added.push({ term: entry.term, index: entry.index });
    term = entry.term;
  }
  return added.length === 0 ? kept : [...kept, ...added];
}
