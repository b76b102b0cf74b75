/**
 * Node storage: makes and opens the stores of one node's data directory. SQLite files implement it, and so does the
 * simulated disk. Whoever opens a store owns it and closes it.
 */
import type { GroupRow, LogStore, VolumeHeader } from './log-store.js';
import type { StateMeta, StateStore, VshardRow } from './state-store.js';

export type NewVolume = Pick<VolumeHeader, 'clusterId' | 'nodeId' | 'volume' | 'instanceId'>;

/** A replica's place in a new volume: its log starts right after `initial`, which stands for the initial state. */
export type NewReplica = Pick<GroupRow, 'group' | 'replica' | 'stateFile'> & {
  readonly initial: { readonly index: number; readonly term: number };
};

/** What a volume must be to be opened; anything else is refused with the error that says which. */
export interface VolumeExpectation {
  readonly clusterId: string;
  readonly nodeId: number;
  /**
   * Random, new at every start of the process. When it differs from the stored one, the opening raises the node boot and
   * keeps the stored nonce as the previous one.
   */
  readonly bootNonce: string;
}

export interface NodeStorage {
  /** Creates the volume with its header and groups; durable on return. Throws when it exists. */
  createLog(volume: NewVolume, replicas: readonly NewReplica[]): void;
  /**
   * Opens the volume. Before it returns, the opening's transaction (opening + 1) is durable, and with it everything that a
   * dead predecessor wrote. Throws `ERR_WRONG_CLUSTER`, `ERR_WRONG_NODE`, `ERR_FORMAT`, `ERR_CORRUPT`, `ERR_STORAGE_IO`.
   */
  openLog(volume: number, expectation: VolumeExpectation): LogStore;
  hasLog(volume: number): boolean;

  /** Creates a state database at the initial state; durable on return. Replaces one that a crashed creation left. */
  createState(stateFile: string, meta: StateMeta, vshards: readonly VshardRow[]): void;
  /** Opens it like a volume: one durable transaction first. Throws `ERR_FORMAT`, `ERR_CORRUPT`, `ERR_STORAGE_IO`. */
  openState(stateFile: string): StateStore;
}
