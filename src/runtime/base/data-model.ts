/**
 * Data model: what collections, keys, values and operations may look like.
 *
 * Pure checks of what a client sent, made once at the edge, each with an error that says what to do. The limits come from
 * the node's configuration, so the state machine, which must decide alike on every node, does not use them: it relies on
 * the parts below that take no limits.
 */
import { isUtf8 } from 'node:buffer';
import { byteKey, textOfKey } from './byte-key.js';
import { QuorateError } from './errors.js';
import type { Limits } from './limits.js';
import { type Body, command } from './proto.js';
import { partitionOf } from './vshard.js';

export type Operation = Body<command.Operation.$Properties>;

/** Some three thousand years: the sum of any clock and this stays a safe integer. */
export const TIME_TO_LIVE_MS_MAX = 10 ** 14;

const COLLECTION_PATTERN = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const INTEGER_PATTERN = /^(0|-?[1-9][0-9]{0,15})$/;
/** A sign and the 16 digits of 2^53 - 1. */
const INTEGER_CHARACTERS_MAX = 17;

/** The number that an item of kind INTEGER holds as decimal digits; undefined unless canonical and in the safe range. */
export function parseInteger(value: Uint8Array): number | undefined {
  if (value.length === 0 || value.length > INTEGER_CHARACTERS_MAX) return undefined;
  const digits: string = byteKey(value);
  if (!INTEGER_PATTERN.test(digits)) return undefined;
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : undefined;
}

/** The decimal digits of a safe integer, in a buffer of their own. */
export function formatInteger(number: number): Uint8Array {
  const digits = String(number);
  const bytes = new Uint8Array(digits.length);
  for (let i = 0; i < digits.length; i += 1) bytes[i] = digits.charCodeAt(i);
  return bytes;
}

export function isItemKind(kind: number): boolean {
  return kind === command.ItemKind.BYTES || kind === command.ItemKind.JSON || kind === command.ItemKind.INTEGER;
}

const invalid = (message: string): QuorateError => new QuorateError('ERR_INVALID_REQUEST', message);

export function validateCollection(name: Uint8Array, limits: Limits): QuorateError | undefined {
  if (name.length === 0) return invalid('the name of the collection is empty: name one');
  if (name.length > limits.collectionNameBytesMax) {
    return new QuorateError(
      'ERR_KEY_TOO_LARGE',
      `the name of the collection has ${name.length} bytes, the limit is ${limits.collectionNameBytesMax}`,
    );
  }
  if (!isUtf8(name)) return new QuorateError('ERR_INVALID_UTF8', 'the name of the collection is not well-formed UTF-8');
  if (COLLECTION_PATTERN.test(byteKey(name))) return undefined;
  return invalid('the name of a collection starts with a letter or digit and consists of A-Z a-z 0-9 . _ -');
}

export function validateKey(key: Uint8Array, limits: Limits): QuorateError | undefined {
  if (key.length === 0) return invalid('the key is empty: a key has at least one byte');
  if (key.length > limits.keyBytesMax) {
    return new QuorateError('ERR_KEY_TOO_LARGE', `the key has ${key.length} bytes, the limit is ${limits.keyBytesMax}`);
  }
  if (!isUtf8(key)) return new QuorateError('ERR_INVALID_UTF8', 'the key is not well-formed UTF-8');
  return undefined;
}

export function validateValue(
  kind: command.ItemKind,
  value: Uint8Array,
  limits: Pick<Limits, 'valueBytesMax'>,
): QuorateError | undefined {
  if (value.length > limits.valueBytesMax) {
    return new QuorateError(
      'ERR_VALUE_TOO_LARGE',
      `the value has ${value.length} bytes, the limit is ${limits.valueBytesMax}`,
    );
  }
  switch (kind) {
    case command.ItemKind.BYTES:
      return undefined;
    case command.ItemKind.JSON:
      return validateJson(value);
    case command.ItemKind.INTEGER:
      if (parseInteger(value) !== undefined) return undefined;
      return new QuorateError(
        'ERR_NOT_AN_INTEGER',
        'the value of an integer item is decimal digits, without leading zeros, from -(2^53 - 1) to 2^53 - 1',
      );
    default:
      return invalid(`there is no item kind ${String(kind)}`);
  }
}

function validateJson(value: Uint8Array): QuorateError | undefined {
  if (!isUtf8(value)) return new QuorateError('ERR_INVALID_UTF8', 'the JSON value is not well-formed UTF-8');
  try {
    JSON.parse(textOfKey(byteKey(value)));
    return undefined;
  } catch (thrown) {
    return new QuorateError('ERR_INVALID_JSON', `the value is not JSON: ${(thrown as Error).message}`, {
      cause: thrown,
    });
  }
}

function validatePrecondition(operation: Operation): QuorateError | undefined {
  switch (operation.precondition) {
    case command.Precondition.NONE:
    case command.Precondition.ABSENT:
    case command.Precondition.PRESENT:
      return undefined;
    case command.Precondition.REVISION:
      if (Number.isSafeInteger(operation.expectedRevision) && operation.expectedRevision >= 0) return undefined;
      return new QuorateError('ERR_UNSAFE_INTEGER', 'the expected revision is not an integer from 0 to 2^53 - 1');
    default:
      return invalid(`there is no precondition ${String(operation.precondition)}`);
  }
}

/** What holds for one operation whatever the node's limits are: the state machine checks it again. */
export function validateShape(operation: Operation): QuorateError | undefined {
  const precondition = validatePrecondition(operation);
  if (precondition !== undefined) return precondition;
  if (operation.put) {
    const { kind, timeToLiveMs } = operation.put;
    if (!isItemKind(kind)) return invalid(`there is no item kind ${String(kind)}`);
    if (Number.isSafeInteger(timeToLiveMs) && timeToLiveMs >= 0 && timeToLiveMs <= TIME_TO_LIVE_MS_MAX)
      return undefined;
    return invalid(`the time to live is not an integer from 0 to ${TIME_TO_LIVE_MS_MAX} milliseconds`);
  }
  if (operation.delete) return undefined;
  if (operation.increment) {
    if (Number.isSafeInteger(operation.increment.delta)) return undefined;
    return new QuorateError('ERR_INTEGER_RANGE', 'the increment lies outside of -(2^53 - 1) to 2^53 - 1');
  }
  return invalid('the operation has no action: put, delete or increment');
}

function validateOperation(operation: Operation, limits: Limits): QuorateError | undefined {
  return (
    validateCollection(operation.collection, limits) ??
    validateKey(operation.key, limits) ??
    validateShape(operation) ??
    (operation.put ? validateValue(operation.put.kind, operation.put.value, limits) : undefined)
  );
}

/**
 * Whether the operations can be one command: each is well-formed, together they keep the limits of a batch, and all keys
 * lie in one partition of one collection.
 */
export function validateOperations(operations: readonly Operation[], limits: Limits): QuorateError | undefined {
  const first = operations[0];
  if (first === undefined) return invalid('there is no operation: a write has at least one');
  if (operations.length > limits.batchOperationsMax) {
    return new QuorateError(
      'ERR_BODY_TOO_LARGE',
      `the batch has ${operations.length} operations, the limit is ${limits.batchOperationsMax}`,
    );
  }
  let bytes = 0;
  for (const operation of operations) {
    const error = validateOperation(operation, limits);
    if (error !== undefined) return error;
    bytes += operation.collection.length + operation.key.length + (operation.put?.value.length ?? 0);
  }
  if (bytes > limits.batchBytesMax) {
    return new QuorateError('ERR_BODY_TOO_LARGE', `the batch has ${bytes} bytes, the limit is ${limits.batchBytesMax}`);
  }
  return operations.length === 1 ? undefined : validatePartition(operations, first);
}

function validatePartition(operations: readonly Operation[], first: Operation): QuorateError | undefined {
  const collection = byteKey(first.collection);
  const partition = partitionOf(byteKey(first.key));
  for (const { collection: otherCollection, key } of operations) {
    if (byteKey(otherCollection) === collection && partitionOf(byteKey(key)) === partition) continue;
    return new QuorateError(
      'ERR_WRONG_PARTITION',
      'the operations of a batch share one collection and one partition: put the common part of their keys into {}',
    );
  }
  return undefined;
}
