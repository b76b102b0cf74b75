/**
 * Simulated disk: the stores of one node in memory, with the faults that disks have. Read this first; `layers.ts` is
 * the idea behind it, `file.ts` the rules of a file, `log.ts` and `state.ts` the two kinds of store.
 *
 * A process crash keeps what was written and drops open transactions. A power cut goes back, file by file, to the last
 * fsync, and may keep the oldest of the transactions written after it (a torn last write is all but the last). What a
 * dead process had written becomes durable when the file is opened again, because opening commits.
 */
import { present } from '../../base/assert.js';
import type { ByteKey } from '../../base/byte-key.js';
import { QuorateError } from '../../base/errors.js';
import { DEFAULT_LIMITS } from '../../base/limits.js';
import { initialGroupRow } from '../../base/log-guards.js';
import type { LogStore } from '../../base/log-store.js';
import type { NewReplica, NewVolume, NodeStorage, VolumeExpectation } from '../../base/node-storage.js';
import type { StateMeta, StateStore, VshardRow } from '../../base/state-store.js';
import { type CallPhase, type DiskState, SimulatedFile, type StoreCall, type StoreOperation } from './file.js';
import { type GroupContent, type LogContent, SimulatedLog, storedAt } from './log.js';
import { SimulatedState, StateContent } from './state.js';

export type { CallPhase, StoreCall, StoreOperation };

export interface SimulatedDiskOptions {
  /** Invoked before and after every call of every store; what it throws comes out of the call. */
  readonly onCall?: (call: StoreCall) => void;
  readonly capacityBytes?: number;
  readonly logRowBytesMax?: number;
}

export class SimulatedDisk implements NodeStorage {
  readonly #state: DiskState;
  readonly #volumes = new Map<number, SimulatedFile<LogContent>>();
  readonly #states = new Map<string, SimulatedFile<StateContent>>();

  constructor(options: SimulatedDiskOptions = {}) {
    this.#state = {
      onCall: options.onCall ?? (() => {}),
      capacityBytes: options.capacityBytes ?? Number.POSITIVE_INFINITY,
      logRowBytesMax: options.logRowBytesMax ?? DEFAULT_LIMITS.logRowBytesMax,
      usedBytes: 0,
      skipFsync: false,
      skipOpeningTransaction: false,
      failCommitOf: undefined,
    };
  }

  /** Canary: from now on no commit is fsynced. */
  skipFsync(): void {
    this.#state.skipFsync = true;
  }

  /** Canary: from now on opening a store commits nothing. */
  skipOpeningTransaction(): void {
    this.#state.skipOpeningTransaction = true;
  }

  /** From now on the disk holds no more than this; what it holds already stays. */
  limit(capacityBytes: number): void {
    this.#state.capacityBytes = capacityBytes;
  }

  get usedBytes(): number {
    return this.#state.usedBytes;
  }

  /**
   * The next commit of this file (a state file's name, or `volume-<n>.db`) throws `ERR_STORAGE_IO`, not made durable.
   */
  failNextCommit(file: string): void {
    this.#state.failCommitOf = file;
  }

  /** Flips a bit of a stored entry, in all layers. */
  damageEntry(volume: number, group: number, index: number): void {
    const content = present(this.#volumes.get(volume), `volume ${volume}`).content;
    const { entry } = storedAt(present(content.groups.get(group), `group ${group}`), index);
    if (entry.data.length > 0) entry.data[0] = (entry.data[0] ?? 0) ^ 1;
    else entry.term += 1;
  }

  /** Changes a stored item's revision, in all layers. */
  damageItem(stateFile: string, vshard: number, collection: ByteKey, key: ByteKey): void {
    const { content } = present(this.#states.get(stateFile), stateFile);
    const row = present(content.table(vshard, collection).get(key), 'the item to damage');
    content.setItem(row, { ...row, revision: row.revision + 1 });
  }

  /** The process dies. Its stores are not usable any more, but may be closed. */
  processCrash(): void {
    for (const file of this.#files()) file.crash();
  }

  /**
   * The machine dies. `kept` says how many of a file's transactions after its last fsync have survived; none by
   * default.
   */
  powerCut(kept: (unsynced: number) => number = () => 0): void {
    for (const file of this.#files()) file.cutPower(kept);
  }

  #files(): readonly { crash(): void; cutPower(kept: (unsynced: number) => number): void }[] {
    return [...this.#volumes.values(), ...this.#states.values()];
  }

  #create(file: string, run: () => void): void {
    const call = (phase: CallPhase) => this.#state.onCall({ file, operation: 'create', phase, bytes: 0 });
    call('before');
    run();
    call('after');
  }

  createLog(volume: NewVolume, replicas: readonly NewReplica[]): void {
    const name = `volume-${volume.volume}.db`;
    if (this.hasLog(volume.volume)) throw new QuorateError('ERR_DATA_DIR_UNUSABLE', `${name} exists already`);
    const header = { nodeBoot: 0, bootNonce: '', previousBootNonce: '', opening: 0, commitSequence: 0, ...volume };
    const groups = new Map<number, GroupContent>();
    for (const replica of replicas) groups.set(replica.group, { row: initialGroupRow(replica), rows: [] });
    this.#create(name, () => {
      this.#volumes.set(volume.volume, new SimulatedFile(name, { header, groups }, this.#state));
    });
  }

  openLog(volume: number, expectation: VolumeExpectation): LogStore {
    const name = `volume-${volume}.db`;
    const file = this.#volumes.get(volume);
    if (file === undefined) throw new QuorateError('ERR_DATA_DIR_UNUSABLE', `${name} does not exist`);
    const { clusterId, nodeId } = file.content.header;
    if (clusterId !== expectation.clusterId) {
      throw new QuorateError('ERR_WRONG_CLUSTER', `${name} belongs to cluster ${clusterId}`);
    }
    if (nodeId !== expectation.nodeId) throw new QuorateError('ERR_WRONG_NODE', `${name} belongs to node ${nodeId}`);
    const store = new SimulatedLog(file.open());
    return opened(store, () => store.recordOpening(expectation.bootNonce));
  }

  hasLog(volume: number): boolean {
    return this.#volumes.has(volume);
  }

  createState(stateFile: string, meta: StateMeta, vshards: readonly VshardRow[]): void {
    this.#create(stateFile, () => {
      this.#states.set(stateFile, new SimulatedFile(stateFile, new StateContent(meta, vshards), this.#state));
    });
  }

  openState(stateFile: string): StateStore {
    const file = this.#states.get(stateFile);
    if (file === undefined) throw new QuorateError('ERR_CORRUPT', `${stateFile} is missing`);
    const store = new SimulatedState(file.open());
    return opened(store, () => store.recordOpening());
  }
}

/** The store, once the opening is recorded; a crash in the middle of it leaves nothing open. */
function opened<Store extends { close(): void }>(store: Store, record: () => void): Store {
  try {
    record();
    return store;
  } catch (thrown) {
    store.close();
    throw thrown;
  }
}
