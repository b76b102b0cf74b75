/**
 * Outcomes: what an answer says, and what a caller is told when none came in time. Pure.
 */
import type { ErrorCode } from '../runtime/base/errors.js';
import { QuorateError } from '../runtime/base/errors.js';
import { errorOfFailure, reportedError } from '../runtime/base/failures.js';
import type { Call, Response } from './call.js';

/** The error that an answer reports, wherever it carries it. */
export function errorOf(response: Response): QuorateError | undefined {
  const { failure, result, items } = response;
  if (failure != null) return errorOfFailure(failure);
  const report = result ?? items;
  return report == null ? undefined : reportedError(report);
}

/** Sending the request again, as it is, can succeed after a pause. A narrower window than ours opens by itself. */
export function isPassing(error: QuorateError): boolean {
  return error.retryable || error.code === 'ERR_SEQUENCE_TOO_FAR';
}

/** It is the node that refuses: another one may do better. */
export function isOfNode(error: QuorateError): boolean {
  return OF_NODE.has(error.code);
}

const OF_NODE: ReadonlySet<ErrorCode> = new Set([
  'ERR_STOPPING',
  'ERR_ACTOR_STOPPED',
  'ERR_NOT_READY',
  'ERR_NOT_LEADER',
  'ERR_OVERLOADED',
  'ERR_MAILBOX_FULL',
  'ERR_OUTCOME_UNKNOWN',
]);

/** The write was not done, and cannot be under this session. */
export function isOfSession(error: QuorateError): boolean {
  return error.code === 'ERR_SESSION_EXPIRED' || error.code === 'ERR_SESSION_FOREIGN';
}

/** The write may or may not be done. Its details are the name under which sending it again settles that. */
export function unknownOutcome(call: Call, why: string, cause: unknown): QuorateError {
  const { sessionStampMs, sessionSerial, sequence, lowestUnresolved, idempotencyKey } = call.write ?? {};
  const details = idempotencyKey ? { idempotencyKey } : { sessionStampMs, sessionSerial, sequence, lowestUnresolved };
  const how = idempotencyKey ? 'the same idempotencyKey' : 'this error as retryOf';
  const what = `${why}: the write may or may not be done; sending it again with ${how} settles it`;
  return new QuorateError('ERR_OUTCOME_UNKNOWN', what, { details, cause });
}

export interface Reachability {
  /** When there last was a connection, by the client's clock; infinity: there is one now. */
  readonly lastOpenAtMs: number;
  /** Why there is none. */
  readonly lastError: QuorateError | undefined;
  readonly addresses: string;
}

/** What a call ends with that has no answer at its deadline. */
export function deadlineError(call: Call, link: Reachability): QuorateError {
  const timeoutMs = Math.round(call.deadlineMs - call.startedAtMs);
  const inTime = `no answer within ${timeoutMs} ms`;
  const cause = call.lastRefusal ?? link.lastError;
  if (call.write !== undefined && (call.isUncertain || call.state === 'sent'))
    return unknownOutcome(call, inTime, cause);
  if (link.lastOpenAtMs < call.startedAtMs) return unreachable(link);
  if (call.state !== 'sent' && call.lastRefusal !== undefined) return call.lastRefusal;
  return new QuorateError('ERR_TIMEOUT', `${inTime}; nothing was changed`, { cause, details: { timeoutMs } });
}

export function unreachable({ addresses, lastError }: Reachability): QuorateError {
  const why = lastError === undefined ? '' : ` (${lastError.message})`;
  return new QuorateError('ERR_UNREACHABLE', `no node answers at ${addresses}${why}`, {
    cause: lastError,
    details: { addresses },
  });
}

/** What a call ends with that its caller, or the end of the client, cuts off. */
export function cutOffError(call: Call, code: ErrorCode, why: string, cause?: unknown): QuorateError {
  const isOpen = call.write !== undefined && (call.isUncertain || call.state === 'sent');
  return isOpen ? unknownOutcome(call, why, cause) : new QuorateError(code, why, { cause });
}
