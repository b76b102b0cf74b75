/**
 * Operations: what a caller wants done, as the protocol says it. Pure.
 */
import { QuorateError } from '../runtime/base/errors.js';
import { type Body, command } from '../runtime/base/proto.js';
import { encodeKey, encodeValue, type ItemKind } from './values.js';

export type Operation = Body<command.Operation.$Properties>;

/** At most one of them; the write is refused with `ERR_REVISION_MISMATCH` where it does not hold. */
export interface Condition {
  /** The item is at this revision; 0: there is none. */
  readonly ifRevision?: number | undefined;
  /** There is no such item. */
  readonly ifAbsent?: boolean | undefined;
  /** There is such an item, at any revision. */
  readonly ifPresent?: boolean | undefined;
}

export interface PutProperties extends Condition {
  /** How the value is stored; bytes for a `Uint8Array`, else JSON, when it is not given. */
  readonly kind?: ItemKind | undefined;
  /** The item expires this long after the write, in milliseconds. */
  readonly ttlMs?: number | undefined;
}

/** One operation of a batch. */
export type BatchOperation =
  | ({ readonly op: 'put'; readonly key: string; readonly value: unknown } & PutProperties)
  | ({ readonly op: 'delete'; readonly key: string } & Condition)
  | ({ readonly op: 'increment'; readonly key: string; readonly by?: number | undefined } & Condition);

const { Precondition } = command;

const invalid = (why: string): QuorateError => new QuorateError('ERR_INVALID_REQUEST', why);

function target(collection: Uint8Array, key: string, condition: Condition | undefined): Operation {
  const operation: Operation = {
    collection,
    key: encodeKey(key),
    precondition: Precondition.NONE,
    expectedRevision: 0,
  };
  return condition === undefined ? operation : withCondition(operation, condition);
}

function withCondition(operation: Operation, { ifRevision, ifAbsent, ifPresent }: Condition): Operation {
  const given = Number(ifRevision !== undefined) + Number(ifAbsent === true) + Number(ifPresent === true);
  if (given === 0) return operation;
  if (given > 1) throw invalid('a write has at most one of ifRevision, ifAbsent and ifPresent');
  if (ifPresent === true) return { ...operation, precondition: Precondition.PRESENT };
  if (ifAbsent === true || ifRevision === 0) return { ...operation, precondition: Precondition.ABSENT };
  if (!Number.isSafeInteger(ifRevision) || (ifRevision as number) < 0) {
    throw invalid(`ifRevision must be a revision, a whole number from 0 up, not ${String(ifRevision)}`);
  }
  return { ...operation, precondition: Precondition.REVISION, expectedRevision: ifRevision as number };
}

export function putOperation(collection: Uint8Array, key: string, value: unknown, how?: PutProperties): Operation {
  const operation = target(collection, key, how);
  const { ttlMs = 0 } = how ?? {};
  if (!Number.isSafeInteger(ttlMs) || ttlMs < 0) {
    throw invalid(`ttlMs must be a whole number of milliseconds, not ${String(ttlMs)}`);
  }
  const encoded = encodeValue(value, how?.kind);
  operation.put = { kind: encoded.kind, value: encoded.value, timeToLiveMs: ttlMs };
  return operation;
}

export function deleteOperation(collection: Uint8Array, key: string, condition?: Condition): Operation {
  const operation = target(collection, key, condition);
  operation.delete = {};
  return operation;
}

export function incrementOperation(collection: Uint8Array, key: string, by: number, condition?: Condition): Operation {
  if (!Number.isSafeInteger(by)) throw invalid(`an increment is by a safe integer, not ${String(by)}`);
  const operation = target(collection, key, condition);
  operation.increment = { delta: by };
  return operation;
}

export function batchOperation(collection: Uint8Array, operation: BatchOperation): Operation {
  switch (operation.op) {
    case 'put':
      return putOperation(collection, operation.key, operation.value, operation);
    case 'delete':
      return deleteOperation(collection, operation.key, operation);
    case 'increment':
      return incrementOperation(collection, operation.key, operation.by ?? 1, operation);
    default:
      throw invalid(`an operation of a batch has an op: put, delete or increment, not ${describe(operation)}`);
  }
}

function describe(operation: never): string {
  return JSON.stringify((operation as { readonly op?: unknown } | undefined)?.op);
}

/** Memory that the operations hold until they are answered. */
export function sizeOf(operations: readonly Operation[]): number {
  let bytes = 0;
  for (const { key, put } of operations) bytes += key.length + (put == null ? 0 : put.value.length);
  return bytes;
}
