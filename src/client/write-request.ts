/**
 * Writes: from what the application asks for to the request that is sent, and back to a result.
 */
import { assertUint53 } from '../runtime/base/assert.js';
import { QuorateError } from '../runtime/base/errors.js';
import { type Body, command } from '../runtime/base/proto.js';
import type { Naming } from './call.js';
import type { Request, Response } from './connection.js';
import { encodeText, encodeValue, type ItemKind } from './values.js';

/** Of one request. */
export interface RequestOptions {
  /** Until the outcome, all retries included; the client's default is 5000. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

/** When the write is to happen: one of these at most. Otherwise it is refused with `ERR_REVISION_MISMATCH`. */
export interface Condition {
  /** The item is at exactly this revision. */
  readonly ifRevision?: number;
  readonly ifAbsent?: boolean;
  readonly ifPresent?: boolean;
}

/** How the write is told from its repetitions, when the client's own session is not what is wanted. */
export interface WriteNaming {
  /**
   * A name that the application chose, at most 256 bytes. A second request with the same key within the hour gets the
   * first one's result; with another content it is refused with `ERR_IDEMPOTENCY_KEY_REUSED`.
   */
  readonly idempotencyKey?: string;
  /** The `ERR_OUTCOME_UNKNOWN` of an earlier attempt: this is the same write, to be done once. */
  readonly retryOf?: QuorateError;
}

export interface WriteOptions extends RequestOptions, Condition, WriteNaming {}

export interface PutOptions extends WriteOptions {
  readonly kind?: ItemKind;
  /** The item is gone this many milliseconds after the write, by the group's clock. */
  readonly ttlMs?: number;
}

export interface WriteResult {
  /** Of the item after the write. */
  readonly revision: number;
  /** An earlier attempt had done it. */
  readonly replayed: boolean;
}

export type Operation = command.Operation.$Properties;

const invalid = (why: string): QuorateError => new QuorateError('ERR_INVALID_REQUEST', why);

function conditionOf({ ifRevision, ifAbsent, ifPresent }: Condition): Operation {
  const given = Number(ifRevision !== undefined) + Number(ifAbsent === true) + Number(ifPresent === true);
  if (given > 1) throw invalid('give one of ifRevision, ifAbsent and ifPresent');
  if (ifAbsent === true) return { precondition: command.Precondition.ABSENT };
  if (ifPresent === true) return { precondition: command.Precondition.PRESENT };
  if (ifRevision === undefined) return {};
  assertUint53(ifRevision, 'ifRevision');
  if (ifRevision === 0) return { precondition: command.Precondition.ABSENT };
  return { precondition: command.Precondition.REVISION, expectedRevision: ifRevision };
}

export function putOperation(collection: string, key: string, value: unknown, options: PutOptions): Operation {
  const { kind, ttlMs = 0 } = options;
  assertUint53(ttlMs, 'ttlMs');
  const put = { ...encodeValue(value, kind), timeToLiveMs: ttlMs };
  return { collection: encodeText(collection), key: encodeText(key), ...conditionOf(options), put };
}

export function deleteOperation(collection: string, key: string, condition: Condition): Operation {
  return { collection: encodeText(collection), key: encodeText(key), ...conditionOf(condition), delete: {} };
}

export function incrementOperation(collection: string, key: string, by: number, condition: Condition): Operation {
  if (!Number.isSafeInteger(by)) throw invalid(`an increment is by a safe integer, not ${by}`);
  const increment = { delta: by };
  return { collection: encodeText(collection), key: encodeText(key), ...conditionOf(condition), increment };
}

export interface NamedWrite {
  readonly request: Request;
  readonly naming: Naming;
}

/** A write of these operations, named by the session unless the options name it. */
export function writeRequest(operations: Operation[], { idempotencyKey, retryOf }: WriteNaming): NamedWrite {
  if (retryOf !== undefined) {
    const { details } = retryOf;
    const named = typeof details.idempotencyKey === 'string' || typeof details.sequence === 'number';
    if (!named) throw invalid('retryOf takes the error of a write with an unknown outcome, and this one names none');
    return { request: { write: { ...details, operations } }, naming: { kind: 'given', details } };
  }
  if (idempotencyKey !== undefined) {
    if (idempotencyKey === '') throw invalid('an idempotency key must not be empty');
    const details = { idempotencyKey };
    return { request: { write: { idempotencyKey, operations } }, naming: { kind: 'given', details } };
  }
  return { request: { write: { operations } }, naming: { kind: 'session' } };
}

export function resultOf(response: Response): Body<command.Result.$Properties> {
  if (response.result != null) return response.result;
  throw new QuorateError('ERR_INVARIANT', 'the node answered a write without a result');
}
