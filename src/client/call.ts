/**
 * A call: one request of the application, over as many attempts as it takes, until its outcome or its deadline.
 *
 * What an attempt came to decides what happens next: `judge` says which, and is pure but for the call's own record.
 */
import { unreachable } from '../runtime/base/assert.js';
import { QuorateError } from '../runtime/base/errors.js';
import { errorOfFailure, reportedError } from '../runtime/base/failures.js';
import type { Connection, Request, Response } from './connection.js';
import type { Ticket, WriteName } from './session.js';

/** How a write is told from its repetitions. */
export type Naming =
  | { readonly kind: 'none' }
  /** By a sequence in the client's session, taken when it is first sent. */
  | { readonly kind: 'session' }
  /** By what the caller gave: an idempotency key, or the name of an earlier attempt. */
  | { readonly kind: 'given'; readonly details: Readonly<Record<string, unknown>> };

export interface Call {
  readonly request: Request;
  readonly naming: Naming;
  readonly deadlineMs: number;
  readonly resolve: (response: Response) => void;
  readonly reject: (error: QuorateError) => void;
  readonly unlisten: () => void;
  ticket: Ticket | undefined;
  /** The attempt that is under way. */
  connection: Connection | undefined;
  id: number;
  attempts: number;
  /** An attempt may have had its effect. */
  isUncertain: boolean;
  lastError: QuorateError | undefined;
  isSettled: boolean;
}

export type Verdict =
  | { readonly next: 'resolve' }
  | { readonly next: 'reject'; readonly error: QuorateError }
  | { readonly next: 'retry' }
  /** Under a new name: the node refuses the session, and nothing has happened under the old one. */
  | { readonly next: 'rename' };

/** What the response to an attempt means for the call. */
export function judge(call: Call, response: Response): Verdict {
  if (response.failure != null) return judgeFailure(call, errorOfFailure(response.failure));
  // What the state machine says is the outcome of the write, under its name, whichever attempt it was.
  const refusal = response.result == null ? undefined : reportedError(response.result);
  if (refusal === undefined) return { next: 'resolve' };
  if (refusal.code === 'ERR_SESSION_EXPIRED') return judgeFailure(call, refusal);
  if (refusal.retryable) return judgeFailure(call, refusal);
  return { next: 'reject', error: refusal };
}

/** An attempt was refused without effect, or has an unknown outcome. */
export function judgeFailure(call: Call, error: QuorateError): Verdict {
  call.lastError = error;
  if (error.code === 'ERR_OUTCOME_UNKNOWN' || (error.code === 'ERR_CONNECTION_LOST' && isWrite(call))) {
    call.isUncertain = true;
  }
  if (error.code === 'ERR_SESSION_EXPIRED' && call.naming.kind === 'session' && !call.isUncertain) {
    return { next: 'rename' };
  }
  if (error.retryable && error.code !== 'ERR_SESSION_EXPIRED') return { next: 'retry' };
  return { next: 'reject', error: finalError(call) };
}

/** Why a call that was not answered ends. */
export function finalError(call: Call): QuorateError {
  const { lastError } = call;
  if (call.isUncertain) {
    const what = 'the write may or may not have happened; retry it with retryOf, under the same name';
    return new QuorateError('ERR_OUTCOME_UNKNOWN', what, { cause: lastError, details: nameOf(call) });
  }
  if (lastError !== undefined) return lastError;
  const what = call.attempts === 0 ? 'it could not be sent in time; nothing was done' : 'it was not answered in time';
  return new QuorateError('ERR_TIMEOUT', `the request timed out: ${what}`);
}

/** What a caller needs to retry the write. */
export function nameOf(call: Call): Readonly<Record<string, unknown>> {
  switch (call.naming.kind) {
    case 'none':
      return {};
    case 'given':
      return call.naming.details;
    case 'session':
      return call.ticket === undefined ? {} : { ...call.ticket.name };
    default:
      return unreachable(call.naming);
  }
}

export function isWrite(call: Call): boolean {
  return call.naming.kind !== 'none';
}

/** Puts the name into the request. */
export function applyName(request: Request, name: WriteName): void {
  if (request.write != null) Object.assign(request.write, name);
}
