/**
 * The data model's rules for what a caller may send: names of collections, keys, values and operations.
 *
 * Pure. The gateway checks before anything is replicated. The state machine checks again what its soundness needs, and
 * because it must decide alike on every node it uses only the parts that take no limits. Whether a value of kind JSON
 * parses is checked at the edges, where it came in as text.
 */
import { isUtf8 } from 'node:buffer';
import { QuorateError } from './errors.js';
import type { Limits } from './limits.js';
import { type Body, command } from './proto.js';

export type Operation = Body<command.Operation.$Properties>;

export type DataLimits = Pick<
  Limits,
  'collectionNameBytesMax' | 'keyBytesMax' | 'valueBytesMax' | 'batchOperationsMax' | 'batchBytesMax'
>;

/** Some three thousand years: the sum of any clock and this stays a safe integer. */
export const TIME_TO_LIVE_MS_MAX = 10 ** 14;

const CODE_0 = 0x30;
const CODE_9 = 0x39;
const CODE_MINUS = 0x2d;
/** The longest is -9007199254740991. */
const INTEGER_DIGITS_MAX = 17;

const isLetterOrDigit = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= CODE_0 && code <= CODE_9) || (code >= 0x41 && code <= 0x5a);
/** `.`, `_` or `-`. */
const isJoiner = (code: number): boolean => code === 0x2e || code === 0x5f || code === 0x2d;

/** 1 to 128 bytes of letters, digits, `.`, `_` and `-`, the first a letter or a digit. */
export function validateCollection(
  name: Uint8Array,
  limits: Pick<DataLimits, 'collectionNameBytesMax'>,
): QuorateError | undefined {
  const { collectionNameBytesMax } = limits;
  let wellFormed = name.length > 0 && name.length <= collectionNameBytesMax && isLetterOrDigit(name[0] ?? 0);
  for (let i = 1; wellFormed && i < name.length; i += 1) {
    const code = name[i] as number;
    wellFormed = isLetterOrDigit(code) || isJoiner(code);
  }
  if (wellFormed) return undefined;
  return new QuorateError(
    'ERR_INVALID_REQUEST',
    `a collection is named by 1 to ${collectionNameBytesMax} letters, digits, '.', '_', '-'; first a letter or digit`,
  );
}

/** 1 to 1024 bytes of well-formed UTF-8. */
export function validateKey(key: Uint8Array, limits: Pick<DataLimits, 'keyBytesMax'>): QuorateError | undefined {
  if (key.length === 0) return new QuorateError('ERR_INVALID_REQUEST', 'a key must not be empty');
  if (key.length > limits.keyBytesMax) {
    return new QuorateError('ERR_KEY_TOO_LARGE', `a key has at most ${limits.keyBytesMax} bytes, not ${key.length}`, {
      details: { bytes: key.length, bytesMax: limits.keyBytesMax },
    });
  }
  if (!isUtf8(key)) return new QuorateError('ERR_INVALID_UTF8', 'a key must be well-formed UTF-8');
  return undefined;
}

/** The integer that the bytes spell in decimal, in its one canonical form; undefined when they do not. */
export function parseInteger(value: Uint8Array): number | undefined {
  if (value.length === 0 || value.length > INTEGER_DIGITS_MAX) return undefined;
  const negative = value[0] === CODE_MINUS;
  const first = negative ? 1 : 0;
  if (value.length === first) return undefined;
  if (value[first] === CODE_0 && (negative || value.length > 1)) return undefined;
  let magnitude = 0;
  for (let i = first; i < value.length; i += 1) {
    const code = value[i] as number;
    if (code < CODE_0 || code > CODE_9) return undefined;
    magnitude = magnitude * 10 + (code - CODE_0);
  }
  if (!Number.isSafeInteger(magnitude)) return undefined;
  return negative ? -magnitude : magnitude;
}

/** The decimal digits of a safe integer, in a buffer of their own. */
export function formatInteger(integer: number): Uint8Array {
  const digits = String(integer);
  const bytes = new Uint8Array(digits.length);
  for (let i = 0; i < digits.length; i += 1) bytes[i] = digits.charCodeAt(i);
  return bytes;
}

export function validateValue(
  kind: command.ItemKind,
  value: Uint8Array,
  limits: Pick<DataLimits, 'valueBytesMax'>,
): QuorateError | undefined {
  if (value.length > limits.valueBytesMax) {
    const details = { bytes: value.length, bytesMax: limits.valueBytesMax };
    const what = `a value has at most ${limits.valueBytesMax} bytes, not ${value.length}`;
    return new QuorateError('ERR_VALUE_TOO_LARGE', what, { details });
  }
  switch (kind) {
    case command.ItemKind.BYTES:
      return undefined;
    case command.ItemKind.JSON:
      if (isUtf8(value)) return undefined;
      return new QuorateError('ERR_INVALID_UTF8', 'a value of kind JSON must be well-formed UTF-8');
    case command.ItemKind.INTEGER:
      if (parseInteger(value) !== undefined) return undefined;
      return new QuorateError(
        'ERR_NOT_AN_INTEGER',
        'a value of kind integer is decimal digits, between -(2^53-1) and 2^53-1',
      );
    default:
      return new QuorateError('ERR_INVALID_REQUEST', `there is no item kind ${String(kind)}`);
  }
}

/** What holds for an operation whatever the limits are: exactly one action, and only values that the protocol names. */
export function validateShape(operation: Operation): QuorateError | undefined {
  const { put, increment } = operation;
  const actions = Number(put != null) + Number(operation.delete != null) + Number(increment != null);
  if (actions !== 1) return new QuorateError('ERR_INVALID_REQUEST', 'an operation is one put, delete or increment');
  if (operation.precondition > command.Precondition.REVISION) {
    return new QuorateError('ERR_INVALID_REQUEST', `there is no precondition ${String(operation.precondition)}`);
  }
  if (!Number.isSafeInteger(operation.expectedRevision)) {
    return new QuorateError('ERR_UNSAFE_INTEGER', 'an expected revision must be a safe integer');
  }
  if (increment != null && !Number.isSafeInteger(increment.delta)) {
    return new QuorateError('ERR_INTEGER_RANGE', 'the delta of an increment must be a safe integer');
  }
  if (put == null) return undefined;
  if (put.kind < command.ItemKind.BYTES || put.kind > command.ItemKind.INTEGER) {
    return new QuorateError('ERR_INVALID_REQUEST', `there is no item kind ${String(put.kind)}`);
  }
  if (put.timeToLiveMs >= 0 && put.timeToLiveMs <= TIME_TO_LIVE_MS_MAX && Number.isSafeInteger(put.timeToLiveMs)) {
    return undefined;
  }
  const what = `a time to live is an integer of at most ${TIME_TO_LIVE_MS_MAX} milliseconds`;
  return new QuorateError('ERR_INVALID_REQUEST', what);
}

export function validateOperation(operation: Operation, limits: DataLimits): QuorateError | undefined {
  const { put } = operation;
  return (
    validateCollection(operation.collection, limits) ??
    validateKey(operation.key, limits) ??
    validateShape(operation) ??
    (put == null ? undefined : validateValue(put.kind, put.value, limits))
  );
}

/** One operation, or a batch. That they lie in one partition is for whoever computes the slot to check. */
export function validateOperations(operations: readonly Operation[], limits: DataLimits): QuorateError | undefined {
  if (operations.length === 0) return new QuorateError('ERR_INVALID_REQUEST', 'a write has at least one operation');
  if (operations.length > limits.batchOperationsMax) {
    const what = `a batch has at most ${limits.batchOperationsMax} operations, not ${operations.length}`;
    return new QuorateError('ERR_BODY_TOO_LARGE', what, { details: { operations: operations.length } });
  }
  let bytes = 0;
  for (const operation of operations) {
    const error = validateOperation(operation, limits);
    if (error !== undefined) return error;
    bytes += operation.collection.length + operation.key.length + (operation.put?.value.length ?? 0);
  }
  if (operations.length === 1 || bytes <= limits.batchBytesMax) return undefined;
  return new QuorateError('ERR_BODY_TOO_LARGE', `a batch has at most ${limits.batchBytesMax} bytes, not ${bytes}`, {
    details: { bytes, bytesMax: limits.batchBytesMax },
  });
}
