/**
 * Log store: what a log writer needs of a log volume. SQLite implements it, and so does the simulated disk; both pass
 * the suite in `test/store-suite/`.
 *
 * One owner, one connection. Calls are synchronous. Between `begin` and `commit` nothing is durable; when `commit` has
 * returned, everything before it is. After a call has thrown `ERR_STORAGE_IO` or `ERR_CORRUPT` the store must not be
 * used again except to close it; after `ERR_STORAGE_FULL` the transaction is rolled back and the store lives on.
 */
import type { Body, raft } from './proto.js';

export type Entry = Body<raft.Entry.$Properties>;

/** A place in a log. The chain is the CRC of the entry and all before it (see `entry-chain.ts`). */
export interface LogPosition {
  readonly index: number;
  readonly term: number;
  readonly chain: number;
}

export interface VolumeHeader {
  readonly clusterId: string;
  readonly nodeId: number;
  /** Which volume of the node this is, from 0. */
  readonly volume: number;
  /** 32 hexadecimal digits, random, new for every created volume. */
  readonly instanceId: string;
  /** Raised and made durable each time the node starts; with a random nonce of that start. */
  readonly nodeBoot: number;
  readonly bootNonce: string;
  readonly previousBootNonce: string;
  /** Raised by every opening, in a transaction that is durable before the first read is answered. */
  readonly opening: number;
  /** Raised by every commit. */
  readonly commitSequence: number;
}

/** One per group: updated in every append transaction. */
export interface GroupRow {
  readonly group: number;
  readonly replica: number;
  readonly term: number;
  readonly vote: number;
  readonly commit: number;
  readonly last: LogPosition;
  readonly purge: LogPosition;
  /** Stream sequence of the last append. */
  readonly sequence: number;
  readonly stateFile: string;
  /** 0 in format 1. */
  readonly flags: number;
}

export interface LogAppend {
  readonly sequence: number;
  readonly term: number;
  readonly vote: number;
  readonly commit: number;
  /** Contiguous, ascending; replace everything from the first one's index on. May be empty. */
  readonly entries: readonly Entry[];
}

/** A row of the log: entries appended in one batch, as far as they still stand. */
export interface LogSpan {
  readonly first: number;
  readonly last: number;
  /** The term of the row's first entry, then every one that begins inside it. */
  readonly termStarts: readonly { readonly term: number; readonly index: number }[];
  readonly membershipIndexes: readonly number[];
}

export interface LogStore {
  readonly header: VolumeHeader;
  /** All groups whose record is sound, as of now: inside a transaction, with what it has written. */
  groups(): readonly GroupRow[];
  /** Undefined when the volume has no such group. Throws `ERR_CORRUPT` when opening found the group's record damaged. */
  group(group: number): GroupRow | undefined;
  /** The group's log without payloads, ascending by index. Throws `ERR_CORRUPT` when opening found its ends damaged. */
  spans(group: number): readonly LogSpan[];
  /**
   * Entries in [from, to], at least one and then up to `maxBytes` of payload, each CRC verified against its chain.
   * Throws `ERR_CORRUPT` naming group and index. Requires purge.index < from <= to <= last.index.
   */
  read(group: number, from: number, to: number, maxBytes: number): readonly Entry[];

  begin(): void;
  /**
   * Cuts the log back to before the first entry, if it reaches further, and appends. The caller has validated it
   * (`log-writer/validate.ts`); an append that breaks a guard is an invariant broken.
   */
  append(group: number, append: LogAppend): void;
  /** Deletes whole rows that end at or below `index`, at most `maxRows`; true when more are left. */
  purge(group: number, index: number, maxRows: number): boolean;
  /** Makes the transaction durable: one fsync. */
  commit(): void;
  /** Drops the transaction, if one is open. */
  rollback(): void;

  /** Bytes in the write-ahead log that a checkpoint could move. */
  walBytes(): number;
  /** `passive` moves what it can without waiting; `truncate` also empties the file, when idle. */
  checkpoint(mode: 'passive' | 'truncate'): void;
  close(): void;
}
