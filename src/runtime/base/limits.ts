/**
 * Limits: every queue, batch, buffer and wait of the system, in one place. All can be configured; these are the defaults.
 */
const KIB = 1024;
const MIB = 1024 * KIB;

export interface Limits {
  /** Any frame on a socket, header not counted. */
  readonly frameBytesMax: number;
  readonly keyBytesMax: number;
  readonly valueBytesMax: number;
  readonly collectionNameBytesMax: number;
  readonly collectionsMax: number;
  readonly idempotencyKeyBytesMax: number;
  /** Operations in one atomic batch, and their encoded size. */
  readonly batchOperationsMax: number;
  readonly batchBytesMax: number;

  /** A turn of an actor ends after this many messages, bytes or milliseconds. */
  readonly turnMessagesMax: number;
  readonly turnBytesMax: number;
  readonly turnMsMax: number;
  readonly mailboxMessagesMax: number;
  readonly mailboxBytesMax: number;
  /** Drawn on by mailboxes, caches, outboxes and proposals of a node; admission is refused at the fraction below. */
  readonly nodeBytesMax: number;
  readonly nodeBytesAdmission: number;

  /** Unanswered appends, and separately applies, of one group. One append slot is kept for hard state. */
  readonly storageCredits: number;
  readonly storageCreditBytes: number;

  /** Payload of one normal entry, unless a single command is larger. */
  readonly entryBytesMax: number;
  /** Entries in one Raft message, unless a single entry is larger. */
  readonly raftMessageEntryBytesMax: number;
  readonly inflightMessagesMax: number;
  readonly inflightBytesMax: number;
  readonly uncommittedBytesMax: number;
  /** Newest entries that a core keeps in memory and `Open` hands back. */
  readonly entryCacheBytes: number;
  readonly electionTimeoutMs: number;
  readonly heartbeatMs: number;
  /** A group's clock: election timeout and heartbeat are counted in ticks of this length. */
  readonly tickMs: number;
  /** A group asks again after this long: an `Open` without an answer, appends that a full disk refused. */
  readonly storageRetryMs: number;

  readonly proposalsMax: number;
  readonly requestDeadlineMs: number;
  readonly requestDeadlineMsMax: number;
  readonly scanPageItemsMax: number;
  readonly scanPageBytesMax: number;

  /** The write-ahead log of a volume or state file is checkpointed between batches, or flushes, above this. */
  readonly walCheckpointBytes: number;
  /** It is emptied when nothing was written for this long. */
  readonly walTruncateIdleMs: number;
  readonly purgeRowsMax: number;
  /** A group purges its log when this many entries can go. */
  readonly purgeEntriesMin: number;
  /** Rows of the log hold at most this much of one append. */
  readonly logRowBytesMax: number;

  /** The memory table is frozen and flushed at this size, or when its oldest entry is this old. */
  readonly memoryTableBytes: number;
  readonly memoryTableAgeMs: number;
  readonly flushPieceMs: number;
  readonly openStateStoresMax: number;

  readonly sessionRecordsMax: number;
  readonly sessionWindow: number;
  readonly sessionNewRequestsMs: number;
  readonly sessionRetriesMs: number;

  /** Of clients, and as many of HTTP. */
  readonly connectionsMax: number;
  /** A client has this long to say hello, to send all of a frame that it has begun, and to take answers that wait for it. */
  readonly clientHelloMs: number;
  readonly clientFrameMs: number;
  readonly clientDrainMs: number;
  /** Requests that came on one connection of HTTP before the answers to earlier ones had left. */
  readonly httpPipelineMax: number;

  /** What may wait for one peer; beyond it messages are dropped, or refused. */
  readonly peerOutboxBytesMax: number;
  /** Envelopes for a peer are packed into frames of about this size. */
  readonly peerFrameBytes: number;
  /** A new connection between nodes has this long to say hello. */
  readonly peerHelloMs: number;
  /** A link that has sent nothing for this long says that it lives. */
  readonly peerPingMs: number;
  /** A peer that has said nothing for this long has lost its connection. */
  readonly peerSilenceMs: number;
  /** Pause before a peer is dialed again; doubles up to the second number, with jitter. */
  readonly peerRedialMsMin: number;
  readonly peerRedialMsMax: number;
  /** A live node answers within this when another one comes under its id. */
  readonly peerChallengeMs: number;
  /** Connections that have not said hello, or whose hello is being judged. */
  readonly peerStrangersMax: number;
  /** Groups of a node that campaign at once because their leaders' node is gone. */
  readonly campaignsMax: number;
}

export const DEFAULT_LIMITS: Limits = {
  frameBytesMax: 16 * MIB,
  keyBytesMax: KIB,
  valueBytesMax: MIB,
  collectionNameBytesMax: 128,
  collectionsMax: 1024,
  idempotencyKeyBytesMax: 256,
  batchOperationsMax: 1024,
  batchBytesMax: 4 * MIB,

  turnMessagesMax: 1024,
  turnBytesMax: 4 * MIB,
  turnMsMax: 5,
  mailboxMessagesMax: 4096,
  mailboxBytesMax: 16 * MIB,
  nodeBytesMax: 256 * MIB,
  nodeBytesAdmission: 0.8,

  storageCredits: 64,
  storageCreditBytes: 8 * MIB,

  entryBytesMax: 256 * KIB,
  raftMessageEntryBytesMax: MIB,
  inflightMessagesMax: 256,
  inflightBytesMax: 8 * MIB,
  uncommittedBytesMax: 64 * MIB,
  entryCacheBytes: MIB,
  electionTimeoutMs: 500,
  heartbeatMs: 100,
  tickMs: 50,
  storageRetryMs: 250,

  proposalsMax: 16_384,
  requestDeadlineMs: 5_000,
  requestDeadlineMsMax: 60_000,
  scanPageItemsMax: 1_000,
  scanPageBytesMax: 4 * MIB,

  walCheckpointBytes: 16 * MIB,
  walTruncateIdleMs: 1_000,
  purgeRowsMax: 256,
  purgeEntriesMin: 1_000,
  logRowBytesMax: MIB,

  memoryTableBytes: 8 * MIB,
  memoryTableAgeMs: 5_000,
  flushPieceMs: 2,
  openStateStoresMax: 64,

  sessionRecordsMax: 1_000_000,
  sessionWindow: 4_096,
  sessionNewRequestsMs: 30 * 60_000,
  sessionRetriesMs: 60 * 60_000,

  connectionsMax: 1_024,
  clientHelloMs: 10_000,
  clientFrameMs: 60_000,
  clientDrainMs: 30_000,
  httpPipelineMax: 32,

  peerOutboxBytesMax: 32 * MIB,
  peerFrameBytes: MIB,
  peerHelloMs: 2_000,
  peerPingMs: 100,
  peerSilenceMs: 1_000,
  peerRedialMsMin: 20,
  peerRedialMsMax: 1_000,
  peerChallengeMs: 500,
  peerStrangersMax: 64,
  campaignsMax: 64,
};
