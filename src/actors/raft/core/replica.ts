/**
 * Replica: the state of one member of a group, which the handlers of all roles read and change.
 *
 * Holds no rule of Raft beyond what belongs together when a term or a role changes. Messages collect in two places:
 * those that may leave at once, and those that promise something and so wait until what they promise is durable.
 */
import { assert } from '../../../runtime/base/assert.js';
import { describeId } from './describe.js';
import { RaftLog } from './log.js';
import { ReadRounds } from './read-only.js';
import { Tracker } from './tracker.js';
import {
  type CoreConfig,
  type CoreStart,
  type EntryRequest,
  type HardState,
  type Message,
  NONE,
  type ReadState,
  type RoleName,
} from './types.js';

export class Replica {
  readonly id: number;
  /** The id as logs print it. */
  readonly name: string;
  readonly config: CoreConfig;
  readonly log: RaftLog;
  readonly tracker: Tracker;
  readonly reads = new ReadRounds();

  term: number;
  vote: number;
  lead = NONE;
  role: RoleName = 'StateFollower';
  /** Ticks since the leader was heard of, or, of a leader, since the quorum was last checked. */
  electionElapsed = 0;
  heartbeatElapsed = 0;
  randomizedElectionTimeout = 0;
  /** Payload proposed by this leader in its term and not yet applied. */
  uncommittedBytes = 0;

  messages: Message[] = [];
  /** Leave, or are handed to this replica itself, once everything before them is durable. */
  messagesAfterAppend: Message[] = [];
  readStates: ReadState[] = [];
  entryRequests: EntryRequest[] = [];

  constructor(config: CoreConfig, start: CoreStart) {
    this.id = config.id;
    this.name = describeId(config.id);
    this.config = config;
    this.log = new RaftLog(start, {
      cacheBytes: config.entryCacheBytes,
      maxApplyingBytes: config.maxCommittedBytesPerReady,
      log: config.log,
    });
    this.tracker = new Tracker(start.confState, start.last.index, config);
    this.term = start.hardState.term;
    this.vote = start.hardState.vote;
  }

  get hardState(): HardState {
    return { term: this.term, vote: this.vote, commit: this.log.committed };
  }

  send(message: Message): void {
    assert(message.to !== this.id, 'a replica sends itself only what storage confirms', { type: message.type });
    this.messages.push(message);
  }

  sendAfterAppend(message: Message): void {
    this.messagesAfterAppend.push(message);
  }

  /** Forgets what belonged to a role; of another term, the vote as well. */
  reset(term: number): void {
    if (this.term !== term) {
      assert(term > this.term, 'a term never goes down', { term, was: this.term });
      this.term = term;
      this.vote = NONE;
    }
    this.lead = NONE;
    this.electionElapsed = 0;
    this.heartbeatElapsed = 0;
    this.drawElectionTimeout();
    this.tracker.resetVotes();
    this.tracker.resetProgress(this.id, this.log.lastIndex);
    this.uncommittedBytes = 0;
    this.reads.reset();
    this.entryRequests = [];
  }

  /** Each term its own, so that two candidates that meet once do not go on meeting. */
  drawElectionTimeout(): void {
    const { electionTick, random } = this.config;
    this.randomizedElectionTimeout = electionTick + random.below(electionTick);
  }

  /** Whether this replica may campaign at all: a voter of the membership it has applied. */
  get isPromotable(): boolean {
    const progress = this.tracker.of(this.id);
    return progress !== undefined && !progress.isLearner;
  }

  /** Of a leader: whether an entry of its own term is committed, so that its commit index is the group's. */
  get hasCommittedInTerm(): boolean {
    return this.log.termAt(this.log.committed) === this.term;
  }

  /** `[logterm: 3, index: 12, vote: 1]`, as lines about votes begin. */
  describeLog(): string {
    return `[logterm: ${this.log.lastTerm}, index: ${this.log.lastIndex}, vote: ${describeId(this.vote)}]`;
  }
}
