/**
 * Operations: what one command's operations do to the state, all or none.
 *
 * First every precondition is checked against the state before the command, then the operations are worked out in
 * order, each seeing those before it, and only when all of them can be done is anything written. What cannot be done is
 * an outcome with an error, the same on every replica.
 */
import { type ByteKey, byteKey } from '../../runtime/base/byte-key.js';
import { formatInteger, type Operation, parseInteger } from '../../runtime/base/data-model.js';
import type { ErrorCode } from '../../runtime/base/errors.js';
import { command } from '../../runtime/base/proto.js';
import { rowHash } from '../../runtime/base/row-hash.js';
import type { StateRow } from '../../runtime/base/state-store.js';
import { done, type OperationOutcome, type Outcome, refused } from './outcome.js';
import { isLive, type State } from './state.js';

/** An operation with its place as the maps know it. */
export interface PlacedOperation {
  readonly collection: ByteKey;
  readonly key: ByteKey;
  readonly operation: Operation;
}

/** A row to write (its value still belongs to the entry), or a deletion. */
type Change =
  | { readonly row: Omit<StateRow, 'hash'> }
  | { readonly row: undefined; readonly collection: ByteKey; readonly key: ByteKey; readonly revision: number };

interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Collections are few and repeat: the bytes of the last one give the same string again, without building it. */
export class CollectionNames {
  #bytes: Uint8Array = new Uint8Array(0);
  #name = '' as ByteKey;

  of(bytes: Uint8Array): ByteKey {
    if (!this.#isLast(bytes)) {
      this.#bytes = Uint8Array.prototype.slice.call(bytes);
      this.#name = byteKey(bytes);
    }
    return this.#name;
  }

  #isLast(bytes: Uint8Array): boolean {
    const last = this.#bytes;
    if (bytes.length !== last.length) return false;
    for (let i = 0; i < bytes.length; i += 1) if (bytes[i] !== last[i]) return false;
    return true;
  }
}

/** The changes of one command while they are worked out. */
class Draft {
  readonly changes: Change[] = [];
  readonly results: OperationOutcome[] = [];
  readonly #state: State;
  readonly #vshard: number;
  readonly #clockMs: number;
  /** Only a batch reads what it wrote itself. */
  readonly #written: Map<string, Change> | undefined;

  constructor(state: State, vshard: number, clockMs: number, isBatch: boolean) {
    this.#state = state;
    this.#vshard = vshard;
    this.#clockMs = clockMs;
    this.#written = isBatch ? new Map() : undefined;
  }

  add({ collection, key, operation }: PlacedOperation): Refusal | undefined {
    if (operation.put) return this.#put(collection, key, operation.put);
    if (operation.increment) return this.#increment(collection, key, operation.increment.delta);
    this.#delete(collection, key);
    return undefined;
  }

  #put(collection: ByteKey, key: ByteKey, put: NonNullable<Operation['put']>): Refusal | undefined {
    const { kind, value, timeToLiveMs } = put;
    if (kind === command.ItemKind.INTEGER && parseInteger(value) === undefined) {
      return {
        code: 'ERR_NOT_AN_INTEGER',
        message: 'the value of an integer item is decimal digits in the safe range',
      };
    }
    const expiresAtMs = timeToLiveMs === 0 ? 0 : this.#clockMs + timeToLiveMs;
    const revision = this.#nextRevision();
    this.#write({ vshard: this.#vshard, collection, key, kind, value, revision, expiresAtMs });
    this.results.push({ revision, integer: 0, existed: false });
    return undefined;
  }

  #delete(collection: ByteKey, key: ByteKey): void {
    if (this.#read(collection, key) === undefined) {
      this.results.push({ revision: 0, integer: 0, existed: false });
      return;
    }
    const revision = this.#nextRevision();
    const change: Change = { row: undefined, collection, key, revision };
    this.changes.push(change);
    this.#written?.set(placeName(collection, key), change);
    this.results.push({ revision, integer: 0, existed: true });
  }

  #increment(collection: ByteKey, key: ByteKey, delta: number): Refusal | undefined {
    const before = this.#read(collection, key);
    const addend = before === undefined ? 0 : integerOf(before);
    if (addend === undefined) {
      return { code: 'ERR_NOT_AN_INTEGER', message: 'the item is not of kind integer: put one first' };
    }
    const integer = addend + delta;
    if (!Number.isSafeInteger(integer)) {
      return { code: 'ERR_INTEGER_RANGE', message: `${addend} + ${delta} lies outside of -(2^53 - 1) to 2^53 - 1` };
    }
    const revision = this.#nextRevision();
    const value = formatInteger(integer);
    const expiresAtMs = before?.expiresAtMs ?? 0;
    const kind = command.ItemKind.INTEGER;
    this.#write({ vshard: this.#vshard, collection, key, kind, value, revision, expiresAtMs });
    this.results.push({ revision, integer, existed: before !== undefined });
    return undefined;
  }

  #write(row: Omit<StateRow, 'hash'>): void {
    const change: Change = { row };
    this.changes.push(change);
    this.#written?.set(placeName(row.collection, row.key), change);
  }

  #read(collection: ByteKey, key: ByteKey): Omit<StateRow, 'hash'> | undefined {
    const written = this.#written?.get(placeName(collection, key));
    if (written !== undefined) return written.row;
    return readItem(this.#state, this.#vshard, collection, key, this.#clockMs);
  }

  #nextRevision(): number {
    return this.#state.revision(this.#vshard) + this.changes.length + 1;
  }
}

/** Two byte strings as one, told apart whatever they contain. */
const placeName = (collection: ByteKey, key: ByteKey): string => `${collection.length}:${collection}${key}`;

function integerOf(row: Omit<StateRow, 'hash'>): number | undefined {
  return row.kind === command.ItemKind.INTEGER ? parseInteger(row.value) : undefined;
}

/** The row, unless it has expired. */
export function readItem(
  state: State,
  vshard: number,
  collection: ByteKey,
  key: ByteKey,
  clockMs: number,
): StateRow | undefined {
  const row = state.get(vshard, collection, key);
  return row !== undefined && isLive(row, clockMs) ? row : undefined;
}

function checkPrecondition(
  { collection, key, operation }: PlacedOperation,
  state: State,
  vshard: number,
  clockMs: number,
): Refusal | undefined {
  if (operation.precondition === command.Precondition.NONE) return undefined;
  const revision = readItem(state, vshard, collection, key, clockMs)?.revision ?? 0;
  const is = revision === 0 ? 'the item is absent (revision 0)' : `the item is at revision ${revision}`;
  switch (operation.precondition) {
    case command.Precondition.ABSENT:
      if (revision === 0) return undefined;
      return { code: 'ERR_REVISION_MISMATCH', message: `${is}, expected none` };
    case command.Precondition.PRESENT:
      if (revision !== 0) return undefined;
      return { code: 'ERR_REVISION_MISMATCH', message: `${is}, expected any revision` };
    case command.Precondition.REVISION: {
      const { expectedRevision } = operation;
      if (revision === expectedRevision) return undefined;
      return { code: 'ERR_REVISION_MISMATCH', message: `${is}, expected revision ${expectedRevision}` };
    }
    default:
      return { code: 'ERR_INVALID_REQUEST', message: `there is no precondition ${String(operation.precondition)}` };
  }
}

function commit(changes: readonly Change[], state: State, vshard: number): void {
  for (const change of changes) {
    if (change.row === undefined) {
      state.delete(vshard, change.collection, change.key, change.revision);
      continue;
    }
    const { collection, key, kind, revision, expiresAtMs } = change.row;
    const value = state.active.keep(change.row.value);
    const hash = rowHash(change.row);
    state.put({ vshard, collection, key, kind, value, revision, expiresAtMs, hash });
  }
}

/** Does all of the operations, or none. They lie in `vshard` and have the shape that `validateShape` asks for. */
export function execute(
  operations: readonly PlacedOperation[],
  state: State,
  vshard: number,
  clockMs: number,
): Outcome {
  const isBatch = operations.length > 1;
  let position = 0;
  for (const placed of operations) {
    const refusal = checkPrecondition(placed, state, vshard, clockMs);
    if (refusal !== undefined) return refuse(refusal, position, isBatch);
    position += 1;
  }
  const draft = new Draft(state, vshard, clockMs, isBatch);
  position = 0;
  for (const placed of operations) {
    const refusal = draft.add(placed);
    if (refusal !== undefined) return refuse(refusal, position, isBatch);
    position += 1;
  }
  commit(draft.changes, state, vshard);
  return done(draft.results);
}

function refuse({ code, message }: Refusal, position: number, isBatch: boolean): Outcome {
  return refused(code, isBatch ? `operation ${position}: ${message}` : message);
}
