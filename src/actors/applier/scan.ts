/**
 * Scan: one page of a collection's items in the order of their keys, merged from the tables and the file of one slot,
 * and from all slots that are asked for.
 *
 * Consistent within the page. A page ends at its limit of items or bytes, with at least one item if there is any.
 * Memory is bounded whatever the number of slots: rows that are read ahead give up their values when together they hold
 * more than a page may, and are read again when their turn comes.
 */
import { assert, present } from '../../runtime/base/assert.js';
import type { ByteKey } from '../../runtime/base/byte-key.js';
import type { StateRow } from '../../runtime/base/state-store.js';
import { Heap } from './heap.js';
import { type Column, lowerBound } from './memory-table.js';
import { isLive, type State } from './state.js';

export interface ScanRequest {
  readonly collection: ByteKey;
  readonly from: ByteKey;
  /** `from` itself is left out. */
  readonly after: boolean;
  /** Undefined: no end. */
  readonly to: ByteKey | undefined;
  readonly vshards: readonly number[];
  readonly itemsMax: number;
  readonly bytesMax: number;
  readonly keysOnly: boolean;
}

export interface ScanPage {
  readonly rows: readonly StateRow[];
  /** The range goes on after the last row. */
  readonly more: boolean;
}

const FIRST_ROWS_MAX = 8;
const ROWS_MAX = 64;
/** What one read of a slot aims at once the size of its rows is known. */
const READ_BYTES = 256 * 1024;
const ITEM_OVERHEAD_BYTES = 32;
const NO_VALUE = new Uint8Array(0);

/** Bytes of values that were read ahead and not passed on yet, of all slots together. */
interface Budget {
  held: number;
  readonly max: number;
}

/** Keys of a memory table's column inside the range, ascending. */
class ColumnCursor {
  readonly #column: Column;
  readonly #keys: readonly ByteKey[];
  readonly #to: ByteKey | undefined;
  #at: number;

  constructor(column: Column, { from, after, to }: ScanRequest) {
    this.#column = column;
    this.#keys = column.keys();
    this.#to = to;
    this.#at = lowerBound(this.#keys, from);
    if (after && this.#keys[this.#at] === from) this.#at += 1;
  }

  key(): ByteKey | undefined {
    const key = this.#keys[this.#at];
    return key !== undefined && (this.#to === undefined || key < this.#to) ? key : undefined;
  }

  take(): StateRow | null {
    const key = present(this.key(), 'key of a column');
    this.#at += 1;
    return this.#column.cells.get(key) ?? null;
  }
}

/** Rows of the file inside the range, read in portions. */
class FileCursor {
  readonly #state: State;
  readonly #vshard: number;
  readonly #request: ScanRequest;
  readonly #budget: Budget;
  #rows: readonly StateRow[] = [];
  #at = 0;
  #from: ByteKey;
  #after: boolean;
  #portion: number;
  #ended = false;

  constructor(state: State, vshard: number, request: ScanRequest, budget: Budget) {
    this.#state = state;
    this.#vshard = vshard;
    this.#request = request;
    this.#budget = budget;
    this.#from = request.from;
    this.#after = request.after;
    this.#portion = Math.min(FIRST_ROWS_MAX, Math.ceil(request.itemsMax / request.vshards.length));
  }

  key(): ByteKey | undefined {
    if (this.#at === this.#rows.length && !this.#ended) this.#read();
    return this.#rows[this.#at]?.key;
  }

  /** Its value may be missing, and counts as held until the taker lets go of it. */
  take(): StateRow {
    const row = present(this.#rows[this.#at], 'row read ahead');
    this.#at += 1;
    this.#from = row.key;
    this.#after = true;
    return row;
  }

  #read(): void {
    const limit = this.#budget.held > this.#budget.max ? 1 : this.#portion;
    const range = { from: this.#from, after: this.#after, to: this.#request.to };
    const rows = this.#state.store.scan(this.#vshard, this.#request.collection, range, limit);
    this.#ended = rows.length < limit;
    this.#at = 0;
    let bytes = 0;
    for (const row of rows) bytes += row.value.length;
    const fitting = Math.max(1, Math.floor((READ_BYTES * rows.length) / (bytes + 1)));
    this.#portion = Math.min(ROWS_MAX, 2 * this.#portion, fitting);
    if (this.#request.keysOnly) {
      this.#rows = rows.map(stub);
      return;
    }
    if (this.#budget.held + bytes > this.#budget.max) {
      this.#ended &&= rows.length <= 1;
      this.#rows = rows.slice(0, 1).map(stub);
    } else {
      this.#rows = rows;
      this.#budget.held += bytes;
    }
  }
}

const stub = (row: StateRow): StateRow => ({ ...row, value: NO_VALUE });

/** The visible rows of one slot, the newest version of each. `row` is the next one. */
class SlotCursor {
  row: StateRow | undefined;
  readonly #columns: readonly ColumnCursor[];
  readonly #file: FileCursor;
  readonly #budget: Budget;
  readonly #clockMs: number;
  /** Of `row`, when it came from the file. */
  #heldBytes = 0;

  constructor(state: State, vshard: number, request: ScanRequest, budget: Budget, clockMs: number) {
    const columns: ColumnCursor[] = [];
    for (const table of [state.active, state.frozen]) {
      const column = table?.column(vshard, request.collection);
      if (column !== undefined) columns.push(new ColumnCursor(column, request));
    }
    this.#columns = columns;
    this.#file = new FileCursor(state, vshard, request, budget);
    this.#budget = budget;
    this.#clockMs = clockMs;
    this.advance();
  }

  advance(): void {
    for (;;) {
      this.#budget.held -= this.#heldBytes;
      this.#heldBytes = 0;
      const cell = this.#takeLeast();
      if (cell === null || (cell !== undefined && !isLive(cell, this.#clockMs))) continue;
      this.row = cell;
      return;
    }
  }

  /** The newest cell of the least key, which all sources leave behind; undefined at the end. */
  #takeLeast(): StateRow | null | undefined {
    let least = this.#file.key();
    for (const column of this.#columns) {
      const key = column.key();
      if (key !== undefined && (least === undefined || key < least)) least = key;
    }
    if (least === undefined) return undefined;
    let newest: StateRow | null | undefined;
    for (const column of this.#columns) {
      if (column.key() !== least) continue;
      const cell = column.take();
      if (newest === undefined) newest = cell;
    }
    if (this.#file.key() !== least) return newest;
    const stored = this.#file.take();
    if (newest === undefined) this.#heldBytes = stored.value.length;
    else this.#budget.held -= stored.value.length;
    return newest === undefined ? stored : newest;
  }
}

export function scanPage(state: State, request: ScanRequest, clockMs: number): ScanPage {
  assert(request.itemsMax >= 1, 'a page has room for an item');
  const budget: Budget = { held: 0, max: request.bytesMax };
  const slots = new Heap<SlotCursor>((a, b) => rowOf(a).key < rowOf(b).key);
  for (const vshard of request.vshards) {
    const slot = new SlotCursor(state, vshard, request, budget, clockMs);
    if (slot.row !== undefined) slots.push(slot);
  }
  const rows: StateRow[] = [];
  let bytes = 0;
  for (let slot = slots.peek(); slot !== undefined; slot = slots.peek()) {
    if (rows.length === request.itemsMax || bytes >= request.bytesMax) return { rows, more: true };
    const row = request.keysOnly ? stub(rowOf(slot)) : whole(state, rowOf(slot));
    rows.push(row);
    bytes += row.key.length + row.value.length + ITEM_OVERHEAD_BYTES;
    slot.advance();
    if (slot.row === undefined) slots.pop();
    else slots.settle();
  }
  return { rows, more: false };
}

const rowOf = (slot: SlotCursor): StateRow => present(slot.row, 'the next row of a slot');

/** A row that gave up its value is read once more. */
function whole(state: State, row: StateRow): StateRow {
  if (row.value !== NO_VALUE) return row;
  return present(state.store.get(row.vshard, row.collection, row.key), 'row of the file');
}
