/**
 * Replication: how a leader appends, sends its log to the members, and finds out what is committed.
 */
import { assert } from '../../../runtime/base/assert.js';
import { describeId, describeProgress } from './describe.js';
import { append, appendAccepted, heartbeat, NO_ENTRIES, payloadBytes } from './message.js';
import type { Progress } from './progress.js';
import type { Replica } from './replica.js';
import type { Entry, EntryRequest, EntryType } from './types.js';

export interface Proposal {
  readonly type: EntryType;
  readonly data: Uint8Array;
}

/** Appends to the leader's own log; false when too much is uncommitted already. A first entry always fits. */
export function appendProposal(replica: Replica, proposals: readonly Proposal[]): boolean {
  const { log, config } = replica;
  const bytes = payloadBytes(proposals);
  if (replica.uncommittedBytes > 0 && bytes > 0 && replica.uncommittedBytes + bytes > config.maxUncommittedBytes) {
    config.log.warning(
      `${replica.name} appending new entries to log would exceed uncommitted entry size limit; dropping proposal`,
    );
    return false;
  }
  replica.uncommittedBytes += bytes;
  const entries: Entry[] = [];
  let index = log.lastIndex;
  for (const { type, data } of proposals) {
    index += 1;
    entries.push({ term: replica.term, index, type, data });
  }
  log.append(entries);
  // The leader counts itself like any other member: once its own log is durable.
  replica.sendAfterAppend(appendAccepted(replica.id, replica.id, replica.term, index));
  return true;
}

export function broadcastAppend(replica: Replica): void {
  for (const progress of replica.tracker.members) {
    if (progress.id !== replica.id) maybeSendAppend(replica, progress, true);
  }
}

/**
 * Sends the next entries to a member, if its flow allows; an empty append only with `sendIfEmpty`. True when
 * something left.
 */
export function maybeSendAppend(replica: Replica, progress: Progress, sendIfEmpty: boolean): boolean {
  if (progress.isPaused) return false;
  const { log, config } = replica;
  const previousIndex = progress.next - 1;
  const previousTerm = log.termAt(previousIndex);
  if (previousTerm === undefined) {
    awaitSnapshot(replica, progress);
    return false;
  }
  let entries = NO_ENTRIES;
  // With a full window only empty appends leave: if all that fills it was lost, an answer to one of these shows it.
  const isThrottled = progress.state === 'StateReplicate' && progress.inflights.isFull;
  if (!isThrottled && progress.next <= log.lastIndex) {
    if (progress.next < log.firstInMemory) {
      requestEntries(replica, progress);
      return false;
    }
    entries = log.slice(progress.next, log.lastIndex, config.maxMessageBytes);
  }
  if (entries.length === 0 && !sendIfEmpty) return false;
  sendAppend(replica, progress, previousTerm, entries);
  return true;
}

/** As many appends as the member's flow allows. */
export function sendAppends(replica: Replica, progress: Progress): void {
  while (maybeSendAppend(replica, progress, false));
}

function sendAppend(replica: Replica, progress: Progress, previousTerm: number, entries: readonly Entry[]): void {
  const { id, term, log } = replica;
  replica.send(append(progress.id, id, term, previousTerm, progress.next - 1, entries, log.committed));
  progress.sentEntries(entries.length, payloadBytes(entries));
  progress.sentCommit(log.committed);
}

/** The next entries for a member are in the log but not in memory: nothing is sent to it until they are read. */
function requestEntries(replica: Replica, progress: Progress): void {
  const { log, config } = replica;
  progress.reading = progress.next;
  replica.entryRequests.push({
    to: progress.id,
    from: progress.next,
    upTo: Math.min(log.firstInMemory - 1, log.lastIndex),
    maxBytes: config.maxMessageBytes,
  });
}

/** What the log answered to a request; an empty answer is asked for again at the member's next heartbeat answer. */
export function entriesRead(replica: Replica, request: EntryRequest, term: number, entries: readonly Entry[]): void {
  if (replica.role !== 'StateLeader' || term !== replica.term) return;
  const progress = replica.tracker.of(request.to);
  if (progress === undefined || progress.reading !== request.from) return;
  progress.reading = 0;
  const first = entries[0];
  const previousTerm = replica.log.termAt(progress.next - 1);
  if (first === undefined || previousTerm === undefined || progress.next !== request.from || progress.isPaused) return;
  let index = request.from;
  for (const entry of entries) {
    const isOurs = entry.index === index && entry.term === replica.log.termAt(index);
    assert(isOurs, 'the log gives back what was written', { index, term: entry.term }, 'ERR_CORRUPT');
    index += 1;
  }
  sendAppend(replica, progress, previousTerm, entries);
  sendAppends(replica, progress);
}

/** The member needs entries that are purged: only a snapshot helps it. */
function awaitSnapshot(replica: Replica, progress: Progress): void {
  progress.becomeSnapshot(replica.log.firstIndex - 1);
  replica.config.log.debug(
    `${replica.name} paused sending replication messages to ${describeId(progress.id)} [${describeProgress(progress)}]`,
  );
}

/** Commits what a quorum has, if it is of this term (thesis, section 3.6.2). True when the commit index rose. */
export function maybeCommit(replica: Replica): boolean {
  const { log, term } = replica;
  const index = replica.tracker.committedIndex();
  if (index <= log.committed || log.termAt(index) !== term) return false;
  log.commitTo(index);
  return true;
}

export function broadcastHeartbeat(replica: Replica): void {
  for (const progress of replica.tracker.members) {
    if (progress.id !== replica.id) sendHeartbeat(replica, progress);
  }
}

export function sendHeartbeat(replica: Replica, progress: Progress): void {
  const { id, term, log, reads } = replica;
  // Never a commit index beyond what the member is known to have: the rest of its log may not be ours.
  const commit = Math.min(progress.match, log.committed);
  replica.send(heartbeat(progress.id, id, term, commit, reads.context));
  progress.sentCommit(commit);
}
