/**
 * Election: campaigning, counting votes, and answering those who ask for one.
 */
import { describeId, describeMessageType } from './describe.js';
import { type VoteRequestType, voteRequest, voteResponse } from './message.js';
import type { Replica } from './replica.js';
import { broadcastAppend } from './replication.js';
import { becomeCandidate, becomeFollower, becomeLeader, becomePreCandidate } from './roles.js';
import { type Message, MessageType, NONE } from './types.js';

/** Campaigns, unless this replica leads, has no vote, or has membership changes committed that it has not applied. */
export function campaignIfAllowed(replica: Replica): void {
  const { name, term, config } = replica;
  if (replica.role === 'StateLeader') {
    config.log.debug(`${name} ignoring MsgHup because already leader`);
    return;
  }
  if (!replica.isPromotable) {
    config.log.warning(`${name} is unpromotable and can not campaign`);
    return;
  }
  if (replica.log.hasUnappliedMembership()) {
    config.log.warning(
      `${name} cannot campaign at term ${term} since there are still pending configuration changes to apply`,
    );
    return;
  }
  config.log.info(`${name} is starting a new election at term ${term}`);
  campaign(replica, config.preVote ? MessageType.PreVote : MessageType.Vote);
}

function campaign(replica: Replica, request: VoteRequestType): void {
  if (request === MessageType.PreVote) becomePreCandidate(replica);
  else becomeCandidate(replica);
  const { id, name, term, log, config } = replica;
  // A pre-vote asks about the term that a campaign would begin.
  const asked = request === MessageType.PreVote ? term + 1 : term;
  const { lastTerm, lastIndex } = log;
  for (const voter of replica.tracker.voters()) {
    if (voter === id) {
      // The own vote counts once it is durable, like any other.
      replica.sendAfterAppend(voteResponse(request, id, id, asked, false));
      continue;
    }
    config.log.info(
      `${name} [logterm: ${lastTerm}, index: ${lastIndex}] sent ${describeMessageType(request)} request ` +
        `to ${describeId(voter)} at term ${term}`,
    );
    const message = voteRequest(request, voter, id, asked, lastTerm, lastIndex);
    if (request === MessageType.PreVote || config.voteRequestsBeforeAppend) replica.send(message);
    else replica.sendAfterAppend(message);
  }
}

/** A vote arrives at a candidate that asked for this kind. */
export function countVote(replica: Replica, message: Message): void {
  const { name, term, tracker, config } = replica;
  const type = describeMessageType(message.type);
  const rejection = message.reject ? ' rejection' : '';
  config.log.info(`${name} received ${type}${rejection} from ${describeId(message.from)} at term ${term}`);
  tracker.recordVote(message.from, !message.reject);
  const { granted, rejected } = tracker.voteCounts();
  config.log.info(`${name} has received ${granted} ${type} votes and ${rejected} vote rejections`);
  const result = tracker.voteResult();
  if (result === 'VoteLost') {
    // Rejected pre-votes speak of a term that nobody entered.
    becomeFollower(replica, term, NONE);
  } else if (result === 'VoteWon') {
    if (replica.role === 'StatePreCandidate') {
      campaign(replica, MessageType.Vote);
    } else {
      becomeLeader(replica);
      broadcastAppend(replica);
    }
  }
}

/** Whether a leader was heard of so recently that nobody else gets a vote here (thesis, section 4.2.3). */
export function isInLease(replica: Replica): boolean {
  const { config, lead, electionElapsed } = replica;
  return config.checkQuorum && lead !== NONE && electionElapsed < config.electionTick;
}

export function ignoreInLease(replica: Replica, message: Message): void {
  const { config, electionElapsed } = replica;
  const remaining = config.electionTick - electionElapsed;
  config.log.info(
    `${describeVerdict(replica, 'ignored', message)}: lease is not expired (remaining ticks: ${remaining})`,
  );
}

/**
 * Answers a request of this term, or a pre-vote about a later one. Learners answer as well: the asker knows who
 * counts.
 */
export function answerVote(replica: Replica, request: VoteRequestType, message: Message): void {
  const { id, term, vote, lead, log } = replica;
  const mayVote =
    vote === message.from ||
    (vote === NONE && lead === NONE) ||
    (request === MessageType.PreVote && message.term > term);
  if (!mayVote || !log.isUpToDate({ term: message.logTerm, index: message.index })) {
    replica.config.log.info(describeVerdict(replica, 'rejected', message));
    replica.sendAfterAppend(voteResponse(request, message.from, id, term, true));
    return;
  }
  replica.config.log.info(describeVerdict(replica, 'cast', message));
  // With the term that was asked about: a pre-candidate would ignore an answer of the term it is still in.
  replica.sendAfterAppend(voteResponse(request, message.from, id, message.term, false));
  if (request === MessageType.Vote) {
    replica.electionElapsed = 0;
    replica.vote = message.from;
  }
}

/**
 * A pre-vote for a term that is over: told so, or two sides that use pre-vote and do not may wait for each other
 * forever.
 */
export function rejectOldPreVote(replica: Replica, message: Message): void {
  replica.config.log.info(describeVerdict(replica, 'rejected', message));
  replica.sendAfterAppend(voteResponse(MessageType.PreVote, message.from, replica.id, replica.term, true));
}

function describeVerdict(replica: Replica, verdict: 'cast' | 'rejected' | 'ignored', message: Message): string {
  const preposition = verdict === 'cast' ? 'for' : 'from';
  return (
    `${replica.name} ${replica.describeLog()} ${verdict} ${describeMessageType(message.type)} ${preposition} ` +
    `${describeId(message.from)} [logterm: ${message.logTerm}, index: ${message.index}] at term ${replica.term}`
  );
}
