/**
 * The vocabulary of the Raft core: messages, entries, configuration, `Ready`. Types and constants only.
 *
 * Names and meanings are those of etcd/raft, so that its published traces can judge this core. A message is plain
 * data; the core never looks at a clock, and draws randomness only from the generator it is given.
 */
import type { Random } from '../../../runtime/base/random.js';

/** Numbers as in `proto/raft.proto`; a test keeps them equal. */
export const MessageType = {
  Hup: 0,
  Beat: 1,
  Prop: 2,
  App: 3,
  AppResp: 4,
  Vote: 5,
  VoteResp: 6,
  Snap: 7,
  Heartbeat: 8,
  HeartbeatResp: 9,
  Unreachable: 10,
  SnapStatus: 11,
  CheckQuorum: 12,
  TransferLeader: 13,
  TimeoutNow: 14,
  ReadIndex: 15,
  ReadIndexResp: 16,
  PreVote: 17,
  PreVoteResp: 18,
  StorageAppend: 19,
  StorageAppendResp: 20,
  StorageApply: 21,
  StorageApplyResp: 22,
  ForgetLeader: 23,
} as const;
export type MessageType = (typeof MessageType)[keyof typeof MessageType];

export const EntryType = { Normal: 0, ConfChange: 1, ConfChangeV2: 2 } as const;
export type EntryType = (typeof EntryType)[keyof typeof EntryType];

/** Replica id 0 names nobody; the two below name a replica's own log writer and applier. */
export const NONE = 0;
export const LOCAL_APPEND_THREAD = Number.MAX_SAFE_INTEGER;
export const LOCAL_APPLY_THREAD = Number.MAX_SAFE_INTEGER - 1;

export interface Entry {
  readonly term: number;
  readonly index: number;
  readonly type: EntryType;
  readonly data: Uint8Array;
}

export interface HardState {
  readonly term: number;
  readonly vote: number;
  readonly commit: number;
}

export interface ConfState {
  readonly voters: readonly number[];
  readonly learners: readonly number[];
  readonly votersOutgoing: readonly number[];
  readonly learnersNext: readonly number[];
  readonly autoLeave: boolean;
}

/** Everything two replicas say, and what a replica says to its own log writer and applier. Absent numbers are 0. */
export interface Message {
  readonly type: MessageType;
  readonly to: number;
  readonly from: number;
  readonly term: number;
  readonly logTerm: number;
  readonly index: number;
  readonly entries: readonly Entry[];
  readonly commit: number;
  readonly vote: number;
  readonly reject: boolean;
  readonly rejectHint: number;
  readonly context: Uint8Array;
  /** StorageAppend and StorageApply only: released once the work is done (and durable, for appends). */
  readonly responses?: readonly Message[];
}

export type RoleName = 'StateFollower' | 'StateCandidate' | 'StateLeader' | 'StatePreCandidate';

export interface SoftState {
  readonly lead: number;
  readonly role: RoleName;
}

/** A read with this context is linearizable once `index` has been applied. */
export interface ReadState {
  readonly index: number;
  readonly context: Uint8Array;
}

/**
 * Entries [from, to] that a peer needs and the core no longer holds: to be read from the log and given to
 * `entriesRead`.
 */
export interface EntryRequest {
  readonly to: number;
  readonly from: number;
  readonly upTo: number;
  readonly maxBytes: number;
}

/**
 * What the core wants done. With asynchronous storage, appends and applies are messages among `messages` (to
 * LOCAL_APPEND_THREAD and LOCAL_APPLY_THREAD) that carry the responses to release, and there is no `advance`.
 */
export interface Ready {
  readonly softState: SoftState | undefined;
  /** Set when it changed. */
  readonly hardState: HardState | undefined;
  readonly readStates: readonly ReadState[];
  /** To be appended to the log. */
  readonly entries: readonly Entry[];
  /** To be applied. */
  readonly committedEntries: readonly Entry[];
  readonly messages: readonly Message[];
  /** True when term, vote or entries changed, so that the append must be durable before its responses leave. */
  readonly mustSync: boolean;
  readonly entryRequests: readonly EntryRequest[];
}

export interface CoreLog {
  debug(line: string): void;
  info(line: string): void;
  warning(line: string): void;
  error(line: string): void;
}

export interface CoreConfig {
  /** This replica's id, not 0. */
  readonly id: number;
  /** Ticks without a leader before campaigning; each term draws its own timeout in [electionTick, 2 x electionTick). */
  readonly electionTick: number;
  /** Ticks between heartbeats; smaller than `electionTick`. */
  readonly heartbeatTick: number;
  /** Entries in one append message, in bytes of payload; one entry always fits. */
  readonly maxMessageBytes: number;
  readonly maxCommittedBytesPerReady: number;
  /** Proposals are dropped while this much payload of this leader is uncommitted. */
  readonly maxUncommittedBytes: number;
  /** Append messages sent to a replicating peer and not yet answered. */
  readonly maxInflightMessages: number;
  readonly maxInflightBytes: number;
  /** Payload that the core keeps of entries that are durable; older ones are answered through `EntryRequest`. */
  readonly entryCacheBytes: number;
  /**
   * A leader that has not heard from a majority for an election timeout steps down, and voters stick to a live
   * leader.
   */
  readonly checkQuorum: boolean;
  readonly preVote: boolean;
  /**
   * For traces of etcd/raft only: vote requests leave at once. Absent or false, they wait until the candidate's own
   * term and vote are durable; else it could win before that, lead, crash, and campaign for the same term again
   * with another log.
   */
  readonly voteRequestsBeforeAppend?: boolean;
  /** How reads are made linearizable. 'lease-based' trusts clocks and needs `checkQuorum`. */
  readonly readOnly: 'safe' | 'lease-based';
  readonly asyncStorageWrites: boolean;
  readonly disableProposalForwarding: boolean;
  readonly disableConfChangeValidation: boolean;
  readonly stepDownOnRemoval: boolean;
  readonly random: Random;
  readonly log: CoreLog;
}

/** What is durable when the core starts; from `Opened` and `StateOpened`. */
export interface CoreStart {
  readonly hardState: HardState;
  readonly confState: ConfState;
  /** Everything up to here is applied; the membership above was read at this index. */
  readonly applied: number;
  /** The entry before the first one in the log: purged, or stood for by the initial state. */
  readonly purge: { readonly index: number; readonly term: number };
  readonly last: { readonly index: number; readonly term: number };
  /** First index of each term above the purge point, ascending. */
  readonly termStarts: readonly { readonly term: number; readonly index: number }[];
  /** The newest entries, contiguous up to `last`; may be fewer than the log holds. */
  readonly entries: readonly Entry[];
  /** Indexes of membership entries above `applied`. */
  readonly membershipIndexes: readonly number[];
}

export type ProgressState = 'StateProbe' | 'StateReplicate' | 'StateSnapshot';

export interface CoreStatus {
  readonly id: number;
  readonly term: number;
  readonly vote: number;
  readonly commit: number;
  readonly applied: number;
  readonly lastIndex: number;
  readonly lead: number;
  readonly role: RoleName;
  readonly voters: readonly number[];
  /** Of a leader: what it knows of each member, ascending by id. Else empty. */
  readonly progress: readonly {
    readonly id: number;
    readonly match: number;
    readonly next: number;
    readonly state: ProgressState;
    readonly recentActive: boolean;
    readonly isLearner: boolean;
    /** No appends are sent for now: a probe is out, the window is full, or entries are being read. */
    readonly isPaused: boolean;
    /** 0 outside the snapshot state. */
    readonly pendingSnapshot: number;
    readonly inflights: { readonly count: number; readonly isFull: boolean };
  }[];
}

/**
 * The core. Every input is a call; every output is in the next `Ready`. Refusals are return values, never
 * exceptions: an exception is a broken invariant.
 */
export interface Core {
  /** What is asked in every turn, without making anything; the rest is in `status`. */
  readonly term: number;
  readonly lead: number;
  readonly role: RoleName;
  readonly lastIndex: number;

  step(message: Message): 'ok' | 'dropped' | 'unknown-peer';
  tick(): void;
  campaign(): void;
  /** `dropped`: no leader known, too much uncommitted, or leadership is being handed over. */
  propose(entries: readonly { readonly type: EntryType; readonly data: Uint8Array }[]): 'ok' | 'dropped';
  /** The answer comes as a `ReadState` with this context, or never, when leadership is lost. */
  readIndex(context: Uint8Array): void;
  forgetLeader(): void;
  reportUnreachable(peer: number): void;
  /** A leader speaks at once to a peer whose connection is new: what was on its way to it is lost, as far as known. */
  reportReachable(peer: number): void;
  /** Nobody could have been elected so far: the wait for a leader begins anew. */
  restartElectionTimeout(): void;
  /** The log's answer to an `EntryRequest`; ignored when term or range are stale. */
  entriesRead(request: EntryRequest, term: number, entries: readonly Entry[]): void;
  /** Entries up to here have left the log. */
  purged(index: number): void;

  hasReady(): boolean;
  /**
   * With `withStorage: false` (no credit with the log writer) the entries, the hard state and all responses that
   * depend on them wait; heartbeats, appends to peers of what is durable elsewhere, and read states leave.
   */
  ready(options?: { readonly withStorage: boolean }): Ready;
  /** Synchronous storage only: everything in the last `Ready` is done. */
  advance(): void;

  status(): CoreStatus;
  /** The term of the entry at `index`; undefined when it is purged or beyond the log. */
  termAt(index: number): number | undefined;
  /** Tests and conformance: overrides the drawn election timeout, in ticks. */
  setRandomizedElectionTimeout(ticks: number): void;
}
