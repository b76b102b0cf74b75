/**
 * The answer to `Open`: everything a group needs to start or go on, read from what is durable.
 */
import type { QuorateError } from '../../runtime/base/errors.js';
import type { Entry, GroupRow, LogSpan, LogStore } from '../../runtime/base/log-store.js';
import type { Body, storage } from '../../runtime/base/proto.js';
import { type LogEnd, logEndOf } from './log-end.js';
import type { Boots } from './validate.js';

export interface OpenedGroup {
  readonly end: LogEnd;
  readonly answer: Body<storage.Opened.$Properties>;
}

/** Undefined when the volume has no such group. */
export function openGroup(
  store: LogStore,
  group: number,
  boots: Boots,
  entryBytesMax: number,
): OpenedGroup | undefined {
  const row = store.group(group);
  if (row === undefined) return undefined;
  const spans = store.spans(group);
  const end = logEndOf(row, spans);
  const answer = {
    ...namesOf(group, boots),
    replica: row.replica,
    hardState: { term: row.term, vote: row.vote, commit: row.commit },
    purgeIndex: row.purge.index,
    purgeTerm: row.purge.term,
    lastIndex: row.last.index,
    lastTerm: row.last.term,
    termStarts: end.termStarts.map(({ term, index }) => ({ term, index })),
    membershipIndexes: spans.flatMap((span) => [...span.membershipIndexes]),
    entries: newestEntries(store, row, spans, entryBytesMax),
    sequence: row.sequence,
    stateFile: row.stateFile,
    volumeInstance: store.header.instanceId,
  };
  return { end, answer };
}

export function failedOpening(group: number, boots: Boots, error: QuorateError): Body<storage.Opened.$Properties> {
  return { ...namesOf(group, boots), errorCode: error.code, errorMessage: error.message };
}

function namesOf(group: number, boots: Boots): Body<storage.Opened.$Properties> {
  return {
    group,
    groupBoot: boots.groupBoot,
    writerBoot: boots.writerBoot,
    replica: 0,
    purgeIndex: 0,
    purgeTerm: 0,
    lastIndex: 0,
    lastTerm: 0,
    termStarts: [],
    membershipIndexes: [],
    entries: [],
    sequence: 0,
    stateFile: '',
    volumeInstance: '',
    errorCode: '',
    errorMessage: '',
  };
}

/** As many of the newest entries as fit, contiguous to the end of the log, ascending. */
function newestEntries(store: LogStore, row: GroupRow, spans: readonly LogSpan[], bytesMax: number): Entry[] {
  const newestFirst: Entry[] = [];
  let bytes = 0;
  for (let at = spans.length - 1; at >= 0; at -= 1) {
    const span = spans[at];
    if (span === undefined) break;
    for (const entry of readSpan(store, row, span).reverse()) {
      bytes += entry.data.length;
      if (bytes > bytesMax) return newestFirst.reverse();
      newestFirst.push(entry);
    }
  }
  return newestFirst.reverse();
}

function readSpan(store: LogStore, row: GroupRow, span: LogSpan): Entry[] {
  const entries: Entry[] = [];
  let from = Math.max(span.first, row.purge.index + 1);
  while (from <= span.last) {
    const read = store.read(row.group, from, span.last, Number.MAX_SAFE_INTEGER);
    entries.push(...read);
    from += read.length;
  }
  return entries;
}
