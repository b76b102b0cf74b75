/**
 * Leader: takes proposals and reads, follows how far each member is, and steps down when it is cut off from its quorum.
 */
import { assert } from '../../../runtime/base/assert.js';
import { describeId, describeProgress } from './describe.js';
import { readIndexResponse } from './message.js';
import type { Progress } from './progress.js';
import type { ReadRequest } from './read-only.js';
import type { Replica } from './replica.js';
import {
  appendProposal,
  broadcastAppend,
  broadcastHeartbeat,
  maybeCommit,
  maybeSendAppend,
  type Proposal,
  sendAppends,
  sendHeartbeat,
} from './replication.js';
import { becomeFollower } from './roles.js';
import { type Message, MessageType, NONE } from './types.js';

export function stepLeader(replica: Replica, message: Message): 'ok' | 'dropped' {
  switch (message.type) {
    case MessageType.Prop:
      return propose(replica, message.entries);
    case MessageType.ReadIndex:
      collectRead(replica, message);
      return 'ok';
    case MessageType.AppResp:
      return onProgress(replica, message, onAppendResponse);
    case MessageType.HeartbeatResp:
      return onProgress(replica, message, onHeartbeatResponse);
    default:
      return 'ok';
  }
}

export function propose(replica: Replica, proposals: readonly Proposal[]): 'ok' | 'dropped' {
  if (proposals.length === 0) return 'dropped';
  // A leader that the applied membership no longer knows serves on until it is replaced, but takes nothing new.
  if (replica.tracker.of(replica.id) === undefined) return 'dropped';
  if (!appendProposal(replica, proposals)) return 'dropped';
  broadcastAppend(replica);
  return 'ok';
}

export function tickLeader(replica: Replica): void {
  const { config } = replica;
  replica.heartbeatElapsed += 1;
  replica.electionElapsed += 1;
  if (replica.electionElapsed >= config.electionTick) {
    replica.electionElapsed = 0;
    if (config.checkQuorum) checkQuorum(replica);
  }
  if (replica.role === 'StateLeader' && replica.heartbeatElapsed >= config.heartbeatTick) {
    replica.heartbeatElapsed = 0;
    broadcastHeartbeat(replica);
  }
}

/** A message to this member was lost, as far as known. */
export function reportUnreachable(replica: Replica, peer: number): void {
  const progress = replica.tracker.of(peer);
  if (progress === undefined) return;
  // What was streamed ahead is most likely lost too.
  if (progress.state === 'StateReplicate') progress.becomeProbe();
  replica.config.log.debug(
    `${replica.name} failed to send message to ${describeId(peer)} because it is unreachable ` +
      `[${describeProgress(progress)}]`,
  );
}

/**
 * The connection to this member is new. It is probed, and hears who leads and which reads wait, without waiting for the
 * next heartbeat.
 */
export function reportReachable(replica: Replica, peer: number): void {
  const progress = replica.tracker.of(peer);
  if (progress === undefined || peer === replica.id) return;
  if (progress.state === 'StateReplicate') progress.becomeProbe();
  // Where a probe has got to stays known; only that one is out is not.
  else progress.flowPaused = false;
  sendHeartbeat(replica, progress);
  maybeSendAppend(replica, progress, true);
}

/** Whether collected reads can be served: before the first commit of the term the commit index may lie too low. */
export function hasReadsToServe(replica: Replica): boolean {
  return replica.role === 'StateLeader' && replica.reads.hasCollected && replica.hasCommittedInTerm;
}

/** Answers the collected reads, or opens one round for all of them. */
export function serveReads(replica: Replica): void {
  assert(hasReadsToServe(replica), 'reads wait for the first commit of the term');
  const { id, log, reads, config } = replica;
  if (config.readOnly === 'lease-based' || replica.tracker.isOnlyVoter(id)) {
    answerReads(replica, reads.takeCollected(), log.committed);
    return;
  }
  reads.open(log.committed, id);
  broadcastHeartbeat(replica);
}

function onProgress(
  replica: Replica,
  message: Message,
  handle: (replica: Replica, progress: Progress, message: Message) => 'ok' | 'dropped',
): 'ok' | 'dropped' {
  const progress = replica.tracker.of(message.from);
  if (progress === undefined) return 'dropped';
  progress.recentActive = true;
  return handle(replica, progress, message);
}

function onAppendResponse(replica: Replica, progress: Progress, message: Message): 'ok' | 'dropped' {
  if (message.reject) return onAppendRejected(replica, progress, message);
  const { id, log } = replica;
  if (message.index > log.lastIndex) return 'dropped';
  // Below the probe it answers something else: a message of an older term is answered with index 0.
  const isAtProbe = progress.match === message.index && progress.next - 1 === message.index;
  const isProbeAnswer = progress.state === 'StateProbe' && isAtProbe;
  if (!progress.accepted(message.index) && !isProbeAnswer) return 'ok';
  switch (progress.state) {
    case 'StateProbe':
      progress.becomeReplicate();
      break;
    case 'StateReplicate':
      progress.inflights.freeThrough(message.index);
      break;
    case 'StateSnapshot':
      // Whatever brought it there, the log reaches it again.
      if (progress.match + 1 >= log.firstIndex) {
        replica.config.log.debug(
          `${replica.name} recovered from needing snapshot, resumed sending replication messages to ` +
            `${describeId(progress.id)} [${describeProgress(progress)}]`,
        );
        progress.becomeProbe();
        progress.becomeReplicate();
      }
      break;
  }
  if (maybeCommit(replica)) {
    // At once, not with the next heartbeat: followers apply, and serve reads, that much sooner.
    broadcastAppend(replica);
  } else if (progress.id !== id && progress.canRaiseCommit(log.committed)) {
    maybeSendAppend(replica, progress, true);
  }
  if (progress.id !== id) sendAppends(replica, progress);
  return 'ok';
}

function onAppendRejected(replica: Replica, progress: Progress, message: Message): 'ok' {
  const { name, log, config } = replica;
  const { from, index, rejectHint, logTerm } = message;
  config.log.debug(
    `${name} received MsgAppResp(rejected, hint: (index ${rejectHint}, term ${logTerm})) ` +
      `from ${describeId(from)} for index ${index}`,
  );
  // Entries here of a term above the follower's at that place cannot be the follower's: skip them all.
  const next = logTerm > 0 ? log.conflictByTerm(rejectHint, logTerm).index : rejectHint;
  if (!progress.rejected(index, next)) return 'ok';
  config.log.debug(`${name} decreased progress of ${describeId(from)} to [${describeProgress(progress)}]`);
  if (progress.state === 'StateReplicate') progress.becomeProbe();
  maybeSendAppend(replica, progress, true);
  return 'ok';
}

function onHeartbeatResponse(replica: Replica, progress: Progress, message: Message): 'ok' {
  progress.flowPaused = false;
  // Behind, or probed when it was already level: an append finds out, or takes it back to streaming.
  if (progress.match < replica.log.lastIndex || progress.state === 'StateProbe') {
    maybeSendAppend(replica, progress, true);
  }
  if (message.context.length === 0) return 'ok';
  for (const round of replica.reads.answered(message.from, message.context, replica.tracker.config.voters)) {
    answerReads(replica, round.requests, round.index);
  }
  return 'ok';
}

function collectRead(replica: Replica, message: Message): void {
  const { from, context } = message;
  if (replica.reads.collect({ from, context })) return;
  replica.config.log.warning(`${replica.name} has too many reads waiting; dropping index reading msg`);
}

function answerReads(replica: Replica, requests: readonly ReadRequest[], index: number): void {
  for (const { from, context } of requests) {
    if (from === replica.id || from === NONE) replica.readStates.push({ index, context });
    else replica.send(readIndexResponse(from, replica.id, replica.term, index, context));
  }
}

function checkQuorum(replica: Replica): void {
  const { id, name, tracker, config } = replica;
  if (tracker.isQuorumActive(id)) {
    tracker.forgetActivity(id);
    return;
  }
  config.log.warning(`${name} stepped down to follower since quorum is not active`);
  becomeFollower(replica, replica.term, NONE);
}
