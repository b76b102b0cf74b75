/**
 * Upkeep of a volume between batches: purging what groups no longer need, and moving the write-ahead log into the
 * volume.
 *
 * Each step is bounded, so that appends never wait for more than one of them. A full disk ends a step without harm:
 * groups ask for purges again, and the next step tries the checkpoint again. A log that is too damaged to be purged is
 * left as it is; the error passes through, once.
 */
import { asQuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import type { LogStore } from '../../runtime/base/log-store.js';

export class Maintenance {
  readonly #limits: Limits;
  /** Group -> the index up to which it may be purged. */
  readonly #purges = new Map<number, number>();
  /** Groups whose purge has failed. */
  readonly #damaged = new Set<number>();
  #lastBatchMs = 0;
  /** The write-ahead log, when it was last looked at. */
  #walBytes = 0;
  /** It has grown since it was last emptied. */
  #isDirty = true;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  requestPurge(group: number, index: number): void {
    if (this.#damaged.has(group)) return;
    this.#purges.set(group, Math.max(index, this.#purges.get(group) ?? 0));
  }

  batchWritten(store: LogStore, nowMs: number): void {
    this.#lastBatchMs = nowMs;
    this.#walBytes = store.walBytes();
    this.#isDirty = true;
  }

  /** Milliseconds until the next step is due; undefined: nothing is left to do. */
  dueInMs(nowMs: number): number | undefined {
    if (this.#purges.size > 0 || this.#walBytes >= this.#limits.walCheckpointBytes) return 0;
    if (!this.#isDirty) return undefined;
    return Math.max(0, this.#lastBatchMs + this.#limits.walTruncateIdleMs - nowMs);
  }

  step(store: LogStore, nowMs: number): void {
    this.#purgeOne(store);
    if (this.#walBytes >= this.#limits.walCheckpointBytes) {
      this.#walBytes = 0;
      withinFullDisk(() => store.checkpoint('passive'));
    } else if (this.#isDirty && nowMs - this.#lastBatchMs >= this.#limits.walTruncateIdleMs) {
      this.#isDirty = false;
      withinFullDisk(() => store.checkpoint('truncate'));
    }
  }

  /** One chunk for one group; groups take turns. */
  #purgeOne(store: LogStore): void {
    const next = this.#purges.entries().next().value;
    if (next === undefined) return;
    const [group, index] = next;
    this.#purges.delete(group);
    this.#isDirty = true;
    try {
      withinFullDisk(
        () => {
          store.begin();
          const hasMore = store.purge(group, index, this.#limits.purgeRowsMax);
          store.commit();
          if (hasMore) this.requestPurge(group, index);
        },
        () => store.rollback(),
      );
    } catch (thrown) {
      this.#damaged.add(group);
      throw thrown;
    }
  }
}

/** Does `work`; a full disk is not an error here, anything else is. */
function withinFullDisk(work: () => void, undo: () => void = () => {}): void {
  try {
    work();
  } catch (thrown) {
    const error = asQuorateError(thrown);
    if (error.code !== 'ERR_STORAGE_FULL') throw error;
    undo();
  }
}
