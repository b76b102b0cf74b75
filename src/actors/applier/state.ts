/**
 * State: the rows of a group as they are after the last applied entry, read through the active table, the frozen table
 * (while it is being flushed) and the state file, in this order.
 *
 * It gives out revisions and finds what expires. Whether an item that has expired is still there is for the caller to
 * judge: `get` returns rows, not items.
 */
import { assert } from '../../runtime/base/assert.js';
import type { ByteKey } from '../../runtime/base/byte-key.js';
import type { ExpiryPlace, StateRow, StateStore } from '../../runtime/base/state-store.js';
import { METADATA_VSHARD } from '../../runtime/base/vshard.js';
import { isEarlier, MemoryTable } from './memory-table.js';

/** How many places the file is asked for at once. */
const EXPIRY_PLACES = 256;

export function isLive(row: StateRow, clockMs: number): boolean {
  return row.expiresAtMs === 0 || row.expiresAtMs > clockMs;
}

export class State {
  readonly store: StateStore;
  #active = new MemoryTable();
  #frozen: MemoryTable | undefined;
  readonly #revisions = new Float64Array(METADATA_VSHARD + 1);

  /** Places of the file that were read ahead, in order; those before them are hidden by the tables. */
  #places: readonly ExpiryPlace[] = [];
  #nextPlace = 0;
  #lastPlace: ExpiryPlace | undefined;
  #placesEnded = false;

  constructor(store: StateStore) {
    this.store = store;
    for (const { vshard, revision } of store.vshards()) this.#revisions[vshard] = revision;
  }

  get active(): MemoryTable {
    return this.#active;
  }

  get frozen(): MemoryTable | undefined {
    return this.#frozen;
  }

  get bytes(): number {
    return this.#active.bytes + (this.#frozen?.bytes ?? 0);
  }

  get(vshard: number, collection: ByteKey, key: ByteKey): StateRow | undefined {
    let cell = this.#active.get(vshard, collection, key);
    if (cell === undefined) cell = this.#frozen?.get(vshard, collection, key);
    if (cell === undefined) return this.store.get(vshard, collection, key);
    return cell ?? undefined;
  }

  put(row: StateRow): void {
    this.#advance(row.vshard, row.revision);
    this.#active.put(row);
  }

  delete(vshard: number, collection: ByteKey, key: ByteKey, revision: number): void {
    this.#advance(vshard, revision);
    this.#active.delete(vshard, collection, key, revision);
  }

  /** The last revision that the slot gave out. */
  revision(vshard: number): number {
    return this.#revisions[vshard] as number;
  }

  /** The row that expires first, whether its time has come or not. */
  firstExpiring(): ExpiryPlace | undefined {
    const active = this.#active.firstExpiring(() => false);
    const frozen = this.#frozen?.firstExpiring(
      (row) => this.#active.get(row.vshard, row.collection, row.key) !== undefined,
    );
    const stored = this.#firstStoredExpiring();
    let first: ExpiryPlace | undefined = active;
    if (frozen !== undefined && (first === undefined || isEarlier(frozen, first))) first = frozen;
    if (stored !== undefined && (first === undefined || isEarlier(stored, first))) first = stored;
    return first;
  }

  /** From now on changes go to a new table; the one so far changes no more. */
  freeze(): MemoryTable {
    assert(this.#frozen === undefined, 'one table is flushed at a time');
    this.#frozen = this.#active;
    this.#active = new MemoryTable();
    return this.#frozen;
  }

  /** The frozen table is in the file now. */
  dropFrozen(): void {
    this.#frozen = undefined;
    this.#places = [];
    this.#nextPlace = 0;
    this.#lastPlace = undefined;
    this.#placesEnded = false;
  }

  #advance(vshard: number, revision: number): void {
    assert(revision > (this.#revisions[vshard] as number), 'revisions of a slot only grow');
    this.#revisions[vshard] = revision;
  }

  /** Tables only ever hide more of the file until the next flush, so places passed once need no second look. */
  #firstStoredExpiring(): ExpiryPlace | undefined {
    for (;;) {
      const place = this.#places[this.#nextPlace];
      if (place !== undefined) {
        if (!this.#isHidden(place)) return place;
        this.#lastPlace = place;
        this.#nextPlace += 1;
        continue;
      }
      if (this.#placesEnded) return undefined;
      this.#places = this.store.expiring(this.#lastPlace, Number.MAX_SAFE_INTEGER, EXPIRY_PLACES);
      this.#nextPlace = 0;
      this.#placesEnded = this.#places.length < EXPIRY_PLACES;
    }
  }

  #isHidden({ vshard, collection, key }: ExpiryPlace): boolean {
    return (
      this.#active.get(vshard, collection, key) !== undefined ||
      this.#frozen?.get(vshard, collection, key) !== undefined
    );
  }
}
