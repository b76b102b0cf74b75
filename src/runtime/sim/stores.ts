/**
 * The stores of one simulated node as the world sees them: it knows which are open, keeps what of each log is durable,
 * and tells when a state is.
 */
import { assert } from '../base/assert.js';
import type { GroupRow, LogSpan, LogStore, VolumeHeader } from '../base/log-store.js';
import type { NodeStorage } from '../base/node-storage.js';
import type { StateMeta, StateStore } from '../base/state-store.js';
import type { StoreCall } from './disk/file.js';

interface DurableLog {
  readonly row: GroupRow;
  readonly spans: readonly LogSpan[];
}

export interface StoreListener {
  readonly onFlush: (meta: StateMeta) => void;
  readonly onOpened: (header: VolumeHeader) => void;
}

export class ObservedStores {
  readonly #storage: NodeStorage;
  readonly #isOpeningDurable: boolean;
  readonly #listener: StoreListener;
  readonly #durable = new Map<number, DurableLog>();
  readonly #states = new Map<string, StateStore>();
  #log: LogStore | undefined;
  #isLooking = false;

  constructor(storage: NodeStorage, isOpeningDurable: boolean, listener: StoreListener) {
    this.#storage = storage;
    this.#isOpeningDurable = isOpeningDurable;
    this.#listener = listener;
  }

  /** What the actors of one life of the process are given; a dead process opens nothing. */
  storageFor(isAlive: () => boolean): NodeStorage {
    const storage = (): NodeStorage => {
      assert(isAlive(), 'a dead process opens no store');
      return this.#storage;
    };
    return {
      createLog: (volume, replicas) => storage().createLog(volume, replicas),
      hasLog: (volume) => storage().hasLog(volume),
      createState: (stateFile, meta, vshards) => storage().createState(stateFile, meta, vshards),
      openLog: (volume, expectation) => {
        this.#log = storage().openLog(volume, expectation);
        if (this.#isOpeningDurable || this.#durable.size === 0) this.#copyLog();
        this.#listener.onOpened(this.#log.header);
        return this.#log;
      },
      openState: (stateFile) => {
        const store = storage().openState(stateFile);
        this.#states.set(stateFile, store);
        if (this.#isOpeningDurable) this.#listener.onFlush(store.meta);
        return store;
      },
    };
  }

  /** The world is reading: such calls cost nothing and meet no fault. */
  get isLooking(): boolean {
    return this.#isLooking;
  }

  /** A commit has returned, its fsync done. */
  committed(call: StoreCall): void {
    const state = this.#states.get(call.file);
    if (state !== undefined) this.#listener.onFlush(state.meta);
    else this.#copyLog();
  }

  /** No store is open any more; what was durable still is. */
  closed(): void {
    this.#log = undefined;
    this.#states.clear();
  }

  hardState(group: number): { readonly term: number; readonly vote: number } | undefined {
    return this.#durable.get(group)?.row;
  }

  termAt(group: number, index: number): number | 'purged' | undefined {
    const log = this.#durable.get(group);
    if (log === undefined) return undefined;
    if (index <= log.row.purge.index) return 'purged';
    for (let at = log.spans.length - 1; at >= 0; at -= 1) {
      const span = log.spans[at];
      if (span === undefined || index < span.first) continue;
      if (index > span.last) return undefined;
      return span.termStarts.findLast((start) => start.index <= index)?.term;
    }
    return undefined;
  }

  #copyLog(): void {
    const log = this.#log;
    if (log === undefined) return;
    this.#isLooking = true;
    for (const row of log.groups()) {
      if (this.#durable.get(row.group)?.row !== row) this.#durable.set(row.group, { row, spans: log.spans(row.group) });
    }
    this.#isLooking = false;
  }
}
