/**
 * Errors as they travel: between a `QuorateError` and what protobuf messages carry of it, in both directions.
 *
 * An error is revived by its code; a code that this version does not know becomes `ERR_INVARIANT` with the code in the
 * message, so that nothing unknown is ever taken for retryable.
 */
import { type ErrorCode, isErrorCode, QuorateError } from './errors.js';
import type { Body, client } from './proto.js';

type Failure = Body<client.Failure.$Properties>;
type Details = Readonly<Record<string, unknown>>;

/** What an error needs to cross: code, message and JSON details. */
export type FailureText = Pick<Failure, 'code' | 'message' | 'detailsJson'>;

export function failureOf(error: QuorateError): Failure {
  const { code, message, retryable, details } = error;
  return { code, message, retryable, detailsJson: Object.keys(details).length === 0 ? '' : JSON.stringify(details) };
}

function parseDetails(json: string): Details {
  if (json === '') return {};
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Details) : {};
  } catch {
    return {};
  }
}

export function errorOfFailure(failure: FailureText): QuorateError {
  return errorOfCode(failure.code, failure.message, parseDetails(failure.detailsJson));
}

/** The error that `error_code` and `error_message` of a message stand for. */
export function errorOfCode(code: string, message: string, details: Details = {}): QuorateError {
  const known: ErrorCode = isErrorCode(code) ? code : 'ERR_INVARIANT';
  return new QuorateError(known, known === code ? message : `${code}: ${message}`, { details });
}

/** Undefined when the message reports success. */
export function reportedError(message: {
  readonly errorCode: string;
  readonly errorMessage: string;
}): QuorateError | undefined {
  return message.errorCode === '' ? undefined : errorOfCode(message.errorCode, message.errorMessage);
}
