/**
 * Flush: writes one frozen table into the state file as one transaction, in pieces, and makes it durable with the last.
 *
 * Rows are visited in the order of their keys. The hashes of the rows that they replace are subtracted here and not when
 * the entry was applied, so that a put need not read: the state's hash is exact at every flush. When a flush fails for
 * lack of space, another one starts over with the same table.
 */
import { addHash, type Hash64, subtractHash } from '../../runtime/base/hash.js';
import type { FlushPiece, StateMeta, StateRow, StateStore } from '../../runtime/base/state-store.js';
import type { MemoryTable, PlacedCell } from './memory-table.js';
import type { FrozenSessions } from './session-table.js';

/** A table that changes no more, and what it brings the state to. */
export interface FrozenTable {
  readonly table: MemoryTable;
  readonly sessions: FrozenSessions;
  /** Without the state's hash, which the flush computes. */
  readonly meta: Omit<StateMeta, 'stateHash'>;
}

/** Between two looks at the clock; and of a whole piece, so that a clock that stands still ends it as well. */
const STRIDE_ROWS_MAX = 64;
const STRIDE_BYTES_MAX = 256 * 1024;
const PIECE_STRIDES_MAX = 16;

interface Stride {
  readonly rows: StateRow[];
  readonly deletions: FlushPiece['deletions'][number][];
}

export class Flush {
  readonly #store: StateStore;
  readonly #frozen: FrozenTable;
  readonly #cells: Iterator<PlacedCell, undefined>;
  #hash: Hash64;
  #cellsEnded = false;
  #sessionAt = 0;
  #deletionAt = 0;
  #isWritten = false;

  constructor(store: StateStore, frozen: FrozenTable) {
    this.#store = store;
    this.#frozen = frozen;
    this.#cells = frozen.table.cells();
    this.#hash = store.meta.stateHash;
    store.beginFlush();
  }

  /** All is written and waits for `commit`. */
  get isWritten(): boolean {
    return this.#isWritten;
  }

  /** Writes until `pieceMs` have passed or the piece is large enough. */
  writePiece(now: () => number, pieceMs: number): void {
    const startMs = now();
    for (let strides = 0; strides < PIECE_STRIDES_MAX && !this.#isWritten; strides += 1) {
      if (!this.#cellsEnded) this.#writeRows();
      else this.#writeSessions();
      if (now() - startMs >= pieceMs) return;
    }
  }

  /** Durable when this returns. */
  commit(): StateMeta {
    const meta: StateMeta = { ...this.#frozen.meta, stateHash: this.#hash };
    this.#store.commitFlush(meta);
    return meta;
  }

  #writeRows(): void {
    const stride: Stride = { rows: [], deletions: [] };
    let bytes = 0;
    for (let cells = 0; cells < STRIDE_ROWS_MAX && bytes < STRIDE_BYTES_MAX; cells += 1) {
      const next = this.#cells.next();
      if (next.done) {
        this.#cellsEnded = true;
        break;
      }
      this.#add(next.value, stride);
      bytes += next.value.cell?.value.length ?? 0;
    }
    const vshards = this.#cellsEnded ? this.#frozen.table.vshards() : [];
    const replaced = this.#store.writePiece({ ...stride, vshards, sessions: [], sessionDeletions: [] });
    this.#hash = subtractHash(this.#hash, replaced);
  }

  #add({ vshard, collection, key, cell }: PlacedCell, { rows, deletions }: Stride): void {
    if (cell === null) {
      deletions.push({ vshard, collection, key });
      return;
    }
    this.#hash = addHash(this.#hash, cell.hash);
    rows.push(cell);
  }

  #writeSessions(): void {
    const { records, deletions } = this.#frozen.sessions;
    const sessions = records.slice(this.#sessionAt, this.#sessionAt + STRIDE_ROWS_MAX).map((row) => row.encode());
    const sessionDeletions = deletions.slice(this.#deletionAt, this.#deletionAt + STRIDE_ROWS_MAX);
    this.#sessionAt += sessions.length;
    this.#deletionAt += sessionDeletions.length;
    if (sessions.length + sessionDeletions.length > 0) {
      this.#store.writePiece({ rows: [], deletions: [], vshards: [], sessions, sessionDeletions });
    }
    this.#isWritten = this.#sessionAt === records.length && this.#deletionAt === deletions.length;
  }
}
