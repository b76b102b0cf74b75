/**
 * Oracles: what must hold in a simulated world, checked as it runs. They see what leaves threads and nodes and what the
 * disks hold, never the inside of an actor.
 */
import type { apply, Body, storage } from '../../base/proto.js';
import type { StateMeta } from '../../base/state-store.js';
import type { RaftMessage } from '../describe.js';

export interface Oracle {
  /** A Raft message leaves its node. */
  raftSent?(node: number, group: number, message: RaftMessage): void;
  /** A group's append leaves for its log writer. */
  appendSent?(node: number, append: Body<storage.Append.$Properties>): void;
  /** The log writer tells a group what it found. */
  opened?(node: number, opened: Body<storage.Opened.$Properties>): void;
  /** A group tells its applier what is committed. */
  applySent?(node: number, apply: Body<apply.Apply.$Properties>): void;
  /** An applier tells its group how far it is. */
  applied?(node: number, applied: Body<apply.Applied.$Properties>): void;
  /** A group lets its log go up to an index. */
  purgeSent?(node: number, purge: Body<storage.Purge.$Properties>): void;
  /** A state is durable with this. */
  flushed?(node: number, meta: StateMeta): void;
}

/** Reports that something does not hold; the run ends after the current step. */
export type Report = (what: string) => void;

export interface Topology {
  readonly groups: readonly number[];
  /** Nodes that hold a voter of the group. */
  votersOf(group: number): readonly number[];
}

/** What would survive a power cut now. */
export interface DurableLogs {
  /** `purged` when the log once held it, undefined when it does not reach so far. */
  termAt(node: number, group: number, index: number): number | 'purged' | undefined;
  hardState(node: number, group: number): { readonly term: number; readonly vote: number } | undefined;
}
