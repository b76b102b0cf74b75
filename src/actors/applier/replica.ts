/**
 * Replica: one group's state on this node while it is open: the store, the tables in front of it and the machine that
 * applies entries to them.
 */
import { QuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import type { NodeStorage } from '../../runtime/base/node-storage.js';
import type { StateMeta, StateStore } from '../../runtime/base/state-store.js';
import type { FrozenTable } from './flush.js';
import { Sessions } from './sessions.js';
import { State } from './state.js';
import { APPLY_VERSION, StateMachine } from './state-machine.js';

/** Which state the group asks for. */
export interface ReplicaName {
  readonly group: number;
  readonly replica: number;
  readonly stateFile: string;
  /** Of the volume that keeps the group's log. */
  readonly volumeInstance: string;
}

export class Replica {
  readonly name: ReplicaName;
  readonly store: StateStore;
  readonly machine: StateMachine;

  private constructor(name: ReplicaName, store: StateStore, machine: StateMachine) {
    this.name = name;
    this.store = store;
    this.machine = machine;
  }

  /** Opens the state file and reads what is kept in memory. Throws as `NodeStorage.openState` does. */
  static open(name: ReplicaName, storage: NodeStorage, limits: Limits): Replica {
    const store = storage.openState(name.stateFile);
    try {
      assertIsFor(name, store.meta);
      const machine = new StateMachine(new State(store), new Sessions(limits, store.sessions()), store.meta);
      return new Replica(name, store, machine);
    } catch (thrown) {
      store.close();
      throw thrown;
    }
  }

  get state(): State {
    return this.machine.state;
  }

  /** What the state file has, as of the last flush that this opening committed or found. */
  get meta(): StateMeta {
    return this.store.meta;
  }

  isFor({ group, replica, stateFile, volumeInstance }: ReplicaName): boolean {
    const { name } = this;
    const isSameFile = name.stateFile === stateFile && name.volumeInstance === volumeInstance;
    return isSameFile && name.group === group && name.replica === replica;
  }

  /** Takes everything since the last freeze aside, to be flushed as of now. */
  freeze(): FrozenTable {
    const { stateHash: _, ...meta } = this.meta;
    const { machine } = this;
    return {
      table: this.state.freeze(),
      sessions: machine.sessions.freeze(),
      meta: { ...meta, flushedIndex: machine.index, flushedTerm: machine.term, logClockMs: machine.clockMs },
    };
  }

  close(): void {
    this.store.close();
  }
}

function assertIsFor({ group, replica, stateFile, volumeInstance }: ReplicaName, meta: StateMeta): void {
  if (meta.group !== group || meta.replica !== replica) {
    const found = `group ${meta.group}, replica ${meta.replica}`;
    throw new QuorateError('ERR_CORRUPT', `${stateFile} is the state of ${found}, not of ${group}, ${replica}`);
  }
  if (meta.volumeInstanceId !== volumeInstance) {
    const what = `${stateFile} belongs to another volume: ${meta.volumeInstanceId}, not ${volumeInstance}`;
    throw new QuorateError('ERR_CORRUPT', `${what}; restore the file that belongs here`);
  }
  if (meta.applyVersion !== APPLY_VERSION) {
    const message = `${stateFile} follows apply version ${meta.applyVersion}; this program knows ${APPLY_VERSION}`;
    throw new QuorateError('ERR_FORMAT', message);
  }
}
