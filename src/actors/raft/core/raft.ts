/**
 * The Raft core: a value that is stepped. No threads, no clock, no disk: inputs are calls, outputs are in the next
 * `Ready`.
 *
 * Read `types.ts` for what goes in and comes out, `roles.ts` for how a replica changes its role, and one file per
 * role for what it does with a message. This file holds what precedes every role: whom to listen to, and the rules
 * about terms.
 *
 * Divergences from etcd/raft, whose traces judge this core: reads travel in `context`, are batched into one round
 * of heartbeats per `Ready`, and wait for the first commit of the term in groups of one voter too; vote requests
 * wait for the candidate's own vote to be durable, unless switched off.
 */
import { assert, unreachable } from '../../../runtime/base/assert.js';
import { stepCandidate } from './candidate.js';
import { describeConfig, describeId, describeMessageType } from './describe.js';
import { answerVote, campaignIfAllowed, ignoreInLease, isInLease, rejectOldPreVote } from './election.js';
import { forgetLeader, stepFollower } from './follower.js';
import { propose, reportReachable, reportUnreachable, stepLeader, tickLeader } from './leader.js';
import {
  appendAccepted,
  createMessage,
  isLocalTarget,
  isResponse,
  isWellFormedAppend,
  needsTerm,
  readIndexRequest,
} from './message.js';
import { ReadySource } from './ready.js';
import { Replica } from './replica.js';
import { entriesRead } from './replication.js';
import { becomeFollower } from './roles.js';
import {
  type Core,
  type CoreConfig,
  type CoreStart,
  type CoreStatus,
  type Message,
  MessageType,
  NONE,
} from './types.js';

type StepResult = ReturnType<Core['step']>;

export function createCore(config: CoreConfig, start: CoreStart): Core {
  validate(config, start);
  const replica = new Replica(config, start);
  config.log.info(`${replica.name} switched to configuration ${describeConfig(replica.tracker.config)}`);
  becomeFollower(replica, replica.term, NONE);
  logStart(replica);
  const source = new ReadySource(replica);
  return {
    get term() {
      return replica.term;
    },
    get lead() {
      return replica.lead;
    },
    get role() {
      return replica.role;
    },
    get lastIndex() {
      return replica.log.lastIndex;
    },
    step: (message) => step(replica, message),
    tick: () => tick(replica),
    campaign: () => campaignIfAllowed(replica),
    propose: (proposals) => {
      if (replica.role === 'StateLeader') return propose(replica, proposals);
      const entries = proposals.map(({ type, data }) => ({ term: 0, index: 0, type, data }));
      return stepRole(replica, createMessage(MessageType.Prop, { from: replica.id, entries }));
    },
    readIndex: (context) => {
      stepRole(replica, readIndexRequest(NONE, replica.id, context));
    },
    forgetLeader: () => {
      if (replica.role === 'StateFollower') forgetLeader(replica);
    },
    reportUnreachable: (peer) => {
      if (replica.role === 'StateLeader') reportUnreachable(replica, peer);
    },
    reportReachable: (peer) => {
      if (replica.role === 'StateLeader') reportReachable(replica, peer);
    },
    restartElectionTimeout: () => {
      if (replica.lead === NONE) replica.electionElapsed = 0;
    },
    entriesRead: (request, term, entries) => entriesRead(replica, request, term, entries),
    purged: (index) => replica.log.purged(index),
    hasReady: () => source.has(),
    ready: (options) => source.take(options?.withStorage ?? true),
    advance: () => {
      for (const message of source.advance()) step(replica, message);
    },
    status: () => statusOf(replica),
    termAt: (index) => replica.log.termAt(index),
    setRandomizedElectionTimeout: (ticks) => {
      replica.randomizedElectionTimeout = ticks;
    },
  };
}

function validate(config: CoreConfig, start: CoreStart): void {
  assert(config.id !== NONE && !isLocalTarget(config.id), 'a replica id is not 0', { id: config.id });
  assert(config.heartbeatTick > 0, 'the heartbeat interval is positive');
  assert(config.electionTick > config.heartbeatTick, 'the election timeout is longer than the heartbeat interval');
  assert(config.maxInflightMessages > 0, 'at least one append may be in flight');
  assert(config.maxCommittedBytesPerReady > 0, 'committed entries may be applied');
  const isLeased = config.readOnly === 'lease-based';
  assert(!isLeased || config.checkQuorum, 'lease-based reads need checkQuorum');
  const isComplete = start.entries.length >= start.last.index - start.applied;
  assert(config.asyncStorageWrites || isComplete, 'synchronous storage starts with all entries that are not applied');
}

function logStart(replica: Replica): void {
  const { name, term, log, tracker } = replica;
  const peers = tracker.voters().map(describeId).join(',');
  replica.config.log.info(
    `newRaft ${name} [peers: [${peers}], term: ${term}, commit: ${log.committed}, applied: ${log.applied}, ` +
      `lastindex: ${log.lastIndex}, lastterm: ${log.lastTerm}]`,
  );
}

function tick(replica: Replica): void {
  if (replica.role === 'StateLeader') {
    tickLeader(replica);
    return;
  }
  replica.electionElapsed += 1;
  if (replica.isPromotable && replica.electionElapsed >= replica.randomizedElectionTimeout) {
    replica.electionElapsed = 0;
    campaignIfAllowed(replica);
  }
}

function step(replica: Replica, message: Message): StepResult {
  const { type, from, term } = message;
  const isStorage = type === MessageType.StorageAppendResp || type === MessageType.StorageApplyResp;
  if (message.to !== replica.id || from === NONE || isStorage !== isLocalTarget(from)) return 'dropped';
  // To itself a replica sends what storage confirms; what it asked of a leader may come back when it is the leader now.
  if (from === replica.id && needsTerm(type) && !isResponse(type)) return 'dropped';
  if (isResponse(type) && !isStorage && replica.tracker.of(from) === undefined) return 'unknown-peer';
  if (needsTerm(type) && term === 0) return 'dropped';
  if (type === MessageType.App && !isWellFormedAppend(message)) return 'dropped';
  // Kinds about no term, such as a forwarded proposal, carry 0.
  if (term > replica.term) {
    if (!admitHigherTerm(replica, message)) return 'ok';
  } else if (term !== 0 && term < replica.term) {
    answerLowerTerm(replica, message);
    return 'ok';
  }
  switch (type) {
    case MessageType.StorageAppendResp:
      if (message.index !== 0) replica.log.stableTo(message.logTerm, message.index);
      return 'ok';
    case MessageType.StorageApplyResp:
      applied(replica, message);
      return 'ok';
    case MessageType.Vote:
    case MessageType.PreVote:
      answerVote(replica, type, message);
      return 'ok';
    case MessageType.Prop:
    case MessageType.App:
    case MessageType.AppResp:
    case MessageType.VoteResp:
    case MessageType.PreVoteResp:
    case MessageType.Heartbeat:
    case MessageType.HeartbeatResp:
    case MessageType.ReadIndex:
    case MessageType.ReadIndexResp:
      return stepRole(replica, message);
    default:
      // Requests that only the core's own methods make, and kinds that this version does not know.
      return 'dropped';
  }
}

function stepRole(replica: Replica, message: Message): 'ok' | 'dropped' {
  switch (replica.role) {
    case 'StateFollower':
      return stepFollower(replica, message);
    case 'StatePreCandidate':
    case 'StateCandidate':
      return stepCandidate(replica, message);
    case 'StateLeader':
      return stepLeader(replica, message);
    default:
      return unreachable(replica.role, 'role');
  }
}

/** Enters the higher term of a message where that is due. False: the message is to be ignored. */
function admitHigherTerm(replica: Replica, message: Message): boolean {
  const { type, from, term } = message;
  if ((type === MessageType.Vote || type === MessageType.PreVote) && isInLease(replica)) {
    ignoreInLease(replica, message);
    return false;
  }
  // A pre-vote and its grant speak of a term that nobody is in yet.
  if (type === MessageType.PreVote || (type === MessageType.PreVoteResp && !message.reject)) return true;
  replica.config.log.info(
    `${replica.name} [term: ${replica.term}] received a ${describeMessageType(type)} message with higher term ` +
      `from ${describeId(from)} [term: ${term}]`,
  );
  const isLeader = type === MessageType.App || type === MessageType.Heartbeat;
  becomeFollower(replica, term, isLeader ? from : NONE);
  return true;
}

function answerLowerTerm(replica: Replica, message: Message): void {
  const { name, id, term, config } = replica;
  const { type, from } = message;
  const isLeader = type === MessageType.App || type === MessageType.Heartbeat;
  if (isLeader && (config.checkQuorum || config.preVote)) {
    // With either switch on, nobody else would tell that leader of the higher term: this replica could neither
    // rejoin it nor win a vote against it.
    replica.sendAfterAppend(appendAccepted(from, id, term, 0));
  } else if (type === MessageType.PreVote) {
    rejectOldPreVote(replica, message);
  } else if (type === MessageType.StorageAppendResp) {
    // Whatever was appended may have been replaced since, and replaced back: only an append of this term counts.
    if (message.index === 0) return;
    config.log.info(
      `${name} [term: ${term}] ignored entry appends from a ${describeMessageType(type)} message with lower term ` +
        `[term: ${message.term}]`,
    );
  } else {
    config.log.info(
      `${name} [term: ${term}] ignored a ${describeMessageType(type)} message with lower term ` +
        `from ${describeId(from)} [term: ${message.term}]`,
    );
  }
}

function applied(replica: Replica, message: Message): void {
  const index = message.entries.at(-1)?.index ?? message.index;
  const payloadBytes = replica.log.appliedTo(index);
  // What was proposed before this term was never counted, so the sum may be the smaller one.
  replica.uncommittedBytes = Math.max(0, replica.uncommittedBytes - payloadBytes);
}

function statusOf(replica: Replica): CoreStatus {
  const { id, term, vote, lead, role, log, tracker } = replica;
  const members = role === 'StateLeader' ? tracker.members : [];
  return {
    id,
    term,
    vote,
    commit: log.committed,
    applied: log.applied,
    lastIndex: log.lastIndex,
    lead,
    role,
    voters: tracker.voters(),
    progress: members.map((progress) => ({
      id: progress.id,
      match: progress.match,
      next: progress.next,
      state: progress.state,
      recentActive: progress.recentActive,
      isLearner: progress.isLearner,
      isPaused: progress.isPaused,
      pendingSnapshot: progress.pendingSnapshot,
      inflights: { count: progress.inflights.count, isFull: progress.inflights.isFull },
    })),
  };
}
