/**
 * Flusher: decides when the tables are flushed and carries a flush from piece to piece.
 *
 *   collecting --(full, or its oldest entry is old)--> writing --(last piece)--> committing --> collecting
 *                                                        ^  |
 *                                           (a while) ---+  +--> out of space: the table is kept, and tried again
 *
 * Each piece is a turn of its own, asked for by a message to itself, so that entries and reads come in between. A
 * checkpoint of the file takes such a turn too, between two flushes.
 */
import type { ActorContext, TimerId } from '../../runtime/actor/actor.js';
import { asQuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import { Flush, type FrozenTable } from './flush.js';
import type { ApplierMessage } from './protocol.js';
import type { Replica } from './replica.js';

type Context = ActorContext<ApplierMessage>;

/** Tables that hold more than this many times the size of one flush stop the flow of entries. */
const TABLES_MAX = 3;
/**
 * A table counts as full somewhere between this fraction of its size and all of it. Groups fill at the same pace: without
 * the draw they would flush together, and their pieces would stand in line behind each other on one thread.
 */
const FULL_MIN = 0.5;
const RETRY_MIN_MS = 100;
const RETRY_MAX_MS = 5_000;

const FLUSH: ApplierMessage = { type: 'flush', body: {} };

export class Flusher {
  readonly #replica: Replica;
  readonly #limits: Limits;
  #frozen: FrozenTable | undefined;
  /** Of the frozen table; undefined before its first piece and while the file has no room for it. */
  #flush: Flush | undefined;
  /** When the first of the entries that are not frozen yet was applied. */
  #oldestAtMs: number | undefined;
  #frozenIndex: number;
  #timer: TimerId | undefined;
  #retryMs = RETRY_MIN_MS;
  #isCheckpointDue = false;
  /** Size at which the table is full, drawn anew for every flush: undefined until then. */
  #fullBytes: number | undefined;

  constructor(replica: Replica, limits: Limits) {
    this.#replica = replica;
    this.#limits = limits;
    this.#frozenIndex = replica.machine.index;
  }

  /** So much waits to be flushed that no more entries should come. */
  get isBehind(): boolean {
    return this.#replica.state.bytes > TABLES_MAX * this.#limits.memoryTableBytes;
  }

  /** At the end of a turn: starts a flush when one is due, else sets the timer for it. */
  consider(ctx: Context): void {
    if (this.#replica.machine.index === this.#frozenIndex) return;
    const nowMs = ctx.now();
    this.#oldestAtMs ??= nowMs;
    if (this.#frozen !== undefined || this.#isCheckpointDue) return;
    this.#fullBytes ??= this.#limits.memoryTableBytes * (FULL_MIN + (1 - FULL_MIN) * ctx.random().fraction());
    const remainingMs = this.#oldestAtMs + this.#limits.memoryTableAgeMs - nowMs;
    if (remainingMs > 0 && this.#replica.state.active.bytes < this.#fullBytes) {
      this.#arm(remainingMs, ctx);
      return;
    }
    this.#frozen = this.#replica.freeze();
    this.#frozenIndex = this.#frozen.meta.flushedIndex;
    this.#oldestAtMs = undefined;
    this.#fullBytes = undefined;
    ctx.send(ctx.self, FLUSH);
  }

  /** A message to itself has come back. True when a flush became durable. */
  proceed(ctx: Context): boolean {
    this.#disarm(ctx);
    const frozen = this.#frozen;
    if (frozen === undefined) {
      if (this.#isCheckpointDue) this.#checkpoint(ctx);
      return false;
    }
    try {
      return this.#step(frozen, ctx);
    } catch (thrown) {
      const error = asQuorateError(thrown);
      if (error.code !== 'ERR_STORAGE_FULL') throw error;
      this.#flush = undefined;
      ctx.metrics.count('storage_full_errors');
      if (this.#retryMs === RETRY_MIN_MS) ctx.log.warn('no room to flush: tried again', { reason: error.message });
      this.#arm(this.#retryMs, ctx);
      this.#retryMs = Math.min(2 * this.#retryMs, RETRY_MAX_MS);
      return false;
    }
  }

  /** The actor stops: nothing comes back any more. */
  stop(ctx: Context): void {
    this.#disarm(ctx);
  }

  #step(frozen: FrozenTable, ctx: Context): boolean {
    const { store, state } = this.#replica;
    this.#flush ??= new Flush(store, frozen);
    if (!this.#flush.isWritten) {
      this.#flush.writePiece(() => ctx.now(), this.#limits.flushPieceMs);
      ctx.send(ctx.self, FLUSH);
      return false;
    }
    this.#flush.commit();
    state.dropFrozen();
    this.#flush = undefined;
    this.#frozen = undefined;
    this.#retryMs = RETRY_MIN_MS;
    ctx.metrics.count('flushes');
    ctx.metrics.count('flushed_changes', frozen.table.changes);
    this.#isCheckpointDue = store.walBytes() >= this.#limits.walCheckpointBytes;
    if (this.#isCheckpointDue) ctx.send(ctx.self, FLUSH);
    return true;
  }

  /** Without room for it the file's write-ahead log stays as it is; the next flush brings up the matter again. */
  #checkpoint(ctx: Context): void {
    this.#isCheckpointDue = false;
    try {
      this.#replica.store.checkpoint('passive');
    } catch (thrown) {
      const error = asQuorateError(thrown);
      if (error.code !== 'ERR_STORAGE_FULL') throw error;
      ctx.metrics.count('storage_full_errors');
      ctx.log.warn('no room for a checkpoint', { reason: error.message });
    }
  }

  #arm(ms: number, ctx: Context): void {
    if (this.#timer === undefined) this.#timer = ctx.after(ms, FLUSH);
  }

  #disarm(ctx: Context): void {
    if (this.#timer === undefined) return;
    ctx.cancel(this.#timer);
    this.#timer = undefined;
  }
}
