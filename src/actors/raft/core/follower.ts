/**
 * Follower: takes what its leader sends, and sends on what only the leader can do.
 */
import { describeId } from './describe.js';
import { appendAccepted, appendRejected, createMessage, heartbeatResponse, readIndexRequest } from './message.js';
import type { Replica } from './replica.js';
import { type Message, MessageType, NONE } from './types.js';

export function stepFollower(replica: Replica, message: Message): 'ok' | 'dropped' {
  switch (message.type) {
    case MessageType.Prop:
      return forwardProposal(replica, message);
    case MessageType.App:
      replica.electionElapsed = 0;
      replica.lead = message.from;
      acceptAppend(replica, message);
      return 'ok';
    case MessageType.Heartbeat:
      replica.electionElapsed = 0;
      replica.lead = message.from;
      acceptHeartbeat(replica, message);
      return 'ok';
    case MessageType.ReadIndex:
      forwardRead(replica, message);
      return 'ok';
    case MessageType.ReadIndexResp:
      replica.readStates.push({ index: message.index, context: message.context });
      return 'ok';
    default:
      return 'ok';
  }
}

export function acceptAppend(replica: Replica, message: Message): void {
  const { id, name, term, log, config } = replica;
  const { from, index, logTerm } = message;
  if (index < log.committed) {
    // What is committed here is equal to the leader's log: it can go on from there.
    replica.sendAfterAppend(appendAccepted(from, id, term, log.committed));
    return;
  }
  const matched = log.appendFrom({ term: logTerm, index }, message.entries, message.commit);
  if (matched !== undefined) {
    replica.sendAfterAppend(appendAccepted(from, id, term, matched));
    return;
  }
  config.log.debug(
    `${name} [logterm: ${log.termAt(index) ?? 0}, index: ${index}] rejected MsgApp ` +
      `[logterm: ${logTerm}, index: ${index}] from ${describeId(from)}`,
  );
  // Entries here of a term above the leader's at that place cannot be the leader's: skip them all.
  const hint = log.conflictByTerm(Math.min(index, log.lastIndex), logTerm);
  replica.sendAfterAppend(appendRejected(from, id, term, index, hint.term, hint.index));
}

export function acceptHeartbeat(replica: Replica, message: Message): void {
  replica.log.commitTo(message.commit);
  replica.send(heartbeatResponse(message.from, replica.id, replica.term, message.context));
}

/** Forgets who leads, without a new term: the next one who asks may get this replica's pre-vote. */
export function forgetLeader(replica: Replica): void {
  const { name, term, lead, config } = replica;
  if (config.readOnly === 'lease-based') {
    // The leader counts on nobody voting within its lease.
    config.log.error('ignoring MsgForgetLeader due to ReadOnlyLeaseBased');
    return;
  }
  if (lead === NONE) return;
  config.log.info(`${name} forgetting leader ${describeId(lead)} at term ${term}`);
  replica.lead = NONE;
}

function forwardProposal(replica: Replica, message: Message): 'ok' | 'dropped' {
  const { name, term, lead, config } = replica;
  if (lead === NONE) {
    config.log.info(`${name} no leader at term ${term}; dropping proposal`);
    return 'dropped';
  }
  if (config.disableProposalForwarding) {
    config.log.info(`${name} not forwarding to leader ${describeId(lead)} at term ${term}; dropping proposal`);
    return 'dropped';
  }
  const { from, entries } = message;
  replica.send(createMessage(MessageType.Prop, { to: lead, from, entries }));
  return 'ok';
}

function forwardRead(replica: Replica, message: Message): void {
  const { name, term, lead, config } = replica;
  if (lead === NONE) {
    config.log.info(`${name} no leader at term ${term}; dropping index reading msg`);
    return;
  }
  replica.send(readIndexRequest(lead, message.from, message.context));
}
