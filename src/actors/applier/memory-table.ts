/**
 * Memory table: what entries have changed since the last freeze, in memory, in front of the state file.
 *
 * Rows lie in one map for each slot and collection; their keys are put in order when somebody asks for the order. A
 * deletion is kept, as null, because it hides what an older table or the file still has. The table also collects which
 * session records came and went. It reads no store and decides nothing; `State` stacks two of them on the file.
 */

import { present } from '../../runtime/base/assert.js';
import type { ByteKey } from '../../runtime/base/byte-key.js';
import type { ExpiryPlace, StateRow, VshardRow } from '../../runtime/base/state-store.js';
import { METADATA_VSHARD } from '../../runtime/base/vshard.js';
import { Arena } from './arena.js';
import { Heap } from './heap.js';

/** A row, or null where one was deleted. */
export type Cell = StateRow | null;

/** What a row costs besides its key and value: objects, map entry, order. An estimate from heap measurements. */
const ROW_OVERHEAD_BYTES = 192;
/** Stale places in the heap of expiries are cleared out when they outnumber the rest by this. */
const STALE_EXPIRIES_MAX = 1024;

export function isEarlier(a: ExpiryPlace, b: ExpiryPlace): boolean {
  if (a.expiresAtMs !== b.expiresAtMs) return a.expiresAtMs < b.expiresAtMs;
  if (a.vshard !== b.vshard) return a.vshard < b.vshard;
  if (a.collection !== b.collection) return a.collection < b.collection;
  return a.key < b.key;
}

/** The first position in ascending `keys` at or behind `key`. */
export function lowerBound(keys: readonly ByteKey[], key: ByteKey): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as ByteKey) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function mergeSorted(a: readonly ByteKey[], b: readonly ByteKey[]): ByteKey[] {
  const merged: ByteKey[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const left = a[i] as ByteKey;
    const right = b[j] as ByteKey;
    if (left < right) {
      merged.push(left);
      i += 1;
    } else {
      merged.push(right);
      j += 1;
    }
  }
  for (; i < a.length; i += 1) merged.push(a[i] as ByteKey);
  for (; j < b.length; j += 1) merged.push(b[j] as ByteKey);
  return merged;
}

const inOrder = (a: ByteKey, b: ByteKey): number => (a < b ? -1 : a > b ? 1 : 0);

/** The cells of one slot and collection. */
export class Column {
  readonly cells = new Map<ByteKey, Cell>();
  #sorted: ByteKey[] = [];
  #unsorted: ByteKey[] = [];

  /** The cell that was there. */
  set(key: ByteKey, cell: Cell): Cell | undefined {
    const before = this.cells.get(key);
    if (before === undefined) this.#unsorted.push(key);
    this.cells.set(key, cell);
    return before;
  }

  /** All keys, ascending. Only what came since the last call is sorted anew. */
  keys(): readonly ByteKey[] {
    if (this.#unsorted.length > 0) {
      this.#unsorted.sort(inOrder);
      this.#sorted = this.#sorted.length === 0 ? this.#unsorted : mergeSorted(this.#sorted, this.#unsorted);
      this.#unsorted = [];
    }
    return this.#sorted;
  }
}

interface Slot {
  revision: number;
  readonly columns: Map<ByteKey, Column>;
}

/** One cell with its place, as a flush visits it. */
export interface PlacedCell {
  readonly vshard: number;
  readonly collection: ByteKey;
  readonly key: ByteKey;
  readonly cell: Cell;
}

export class MemoryTable {
  readonly #slots: (Slot | undefined)[] = new Array<Slot | undefined>(METADATA_VSHARD + 1).fill(undefined);
  readonly #arena = new Arena();
  #expiring = new Heap<StateRow>(isEarlier);
  #expiringRows = 0;
  #bytes = 0;
  #changes = 0;

  /** An estimate of the memory held, as if nothing had been overwritten: a value lives as long as its neighbours. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Writes and deletes so far. */
  get changes(): number {
    return this.#changes;
  }

  /** Memory that is held on behalf of this table elsewhere: session records. */
  addBytes(bytes: number): void {
    this.#bytes += bytes;
  }

  /** Undefined: this table says nothing about the key. */
  get(vshard: number, collection: ByteKey, key: ByteKey): Cell | undefined {
    return this.#slots[vshard]?.columns.get(collection)?.cells.get(key);
  }

  column(vshard: number, collection: ByteKey): Column | undefined {
    return this.#slots[vshard]?.columns.get(collection);
  }

  /** A copy of the bytes that lives as long as the table. */
  keep(value: Uint8Array): Uint8Array {
    return this.#arena.copy(value);
  }

  put(row: StateRow): void {
    this.#set(row.vshard, row.collection, row.key, row, row.revision);
    this.#bytes += row.value.length;
    if (row.expiresAtMs === 0) return;
    this.#expiringRows += 1;
    this.#expiring.push(row);
    if (this.#expiring.size > 2 * this.#expiringRows + STALE_EXPIRIES_MAX) this.#clearStaleExpiries();
  }

  delete(vshard: number, collection: ByteKey, key: ByteKey, revision: number): void {
    this.#set(vshard, collection, key, null, revision);
  }

  /** The row that expires first, of those still in the table and not `isHidden` by what lies in front of it. */
  firstExpiring(isHidden: (row: StateRow) => boolean): StateRow | undefined {
    for (;;) {
      const row = this.#expiring.peek();
      if (row === undefined) return undefined;
      if (this.#isCurrent(row) && !isHidden(row)) return row;
      this.#expiring.pop();
    }
  }

  /** The counters of all slots that changed, ascending. */
  vshards(): VshardRow[] {
    const rows: VshardRow[] = [];
    this.#slots.forEach((slot, vshard) => {
      if (slot !== undefined) rows.push({ vshard, revision: slot.revision });
    });
    return rows;
  }

  /** Every cell in the order of its key. The table must not change meanwhile. */
  *cells(): Generator<PlacedCell, undefined> {
    for (let vshard = 0; vshard < this.#slots.length; vshard += 1) {
      const slot = this.#slots[vshard];
      if (slot === undefined) continue;
      for (const collection of [...slot.columns.keys()].sort(inOrder)) {
        const column = present(slot.columns.get(collection), 'column');
        for (const key of column.keys()) {
          yield { vshard, collection, key, cell: column.cells.get(key) ?? null };
        }
      }
    }
    return undefined;
  }

  #set(vshard: number, collection: ByteKey, key: ByteKey, cell: Cell, revision: number): void {
    let slot = this.#slots[vshard];
    if (slot === undefined) {
      slot = { revision: 0, columns: new Map() };
      this.#slots[vshard] = slot;
    }
    let column = slot.columns.get(collection);
    if (column === undefined) {
      column = new Column();
      slot.columns.set(collection, column);
    }
    const before = column.set(key, cell);
    if (before === undefined) this.#bytes += key.length + ROW_OVERHEAD_BYTES;
    else if (before !== null && before.expiresAtMs !== 0) this.#expiringRows -= 1;
    slot.revision = revision;
    this.#changes += 1;
  }

  #isCurrent(row: StateRow): boolean {
    return this.get(row.vshard, row.collection, row.key) === row;
  }

  #clearStaleExpiries(): void {
    const kept = new Heap<StateRow>(isEarlier);
    for (const row of this.#expiring) if (this.#isCurrent(row)) kept.push(row);
    this.#expiring = kept;
  }
}
