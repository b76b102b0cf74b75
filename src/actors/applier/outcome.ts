/**
 * Outcome: what one command did, as the state machine decided it. Never changed once made, so that the answer, the
 * session record and the answers to retries can share it. Its encoded form is stored, and held in place by a golden
 * vector.
 */
import type { ErrorCode } from '../../runtime/base/errors.js';
import { type Body, command, decodeMessage, encodeMessage } from '../../runtime/base/proto.js';

export type OperationOutcome = Readonly<Body<command.OperationResult.$Properties>>;

export interface Outcome {
  /** Empty when the command was done; else nothing was changed. */
  readonly errorCode: ErrorCode | '';
  readonly errorMessage: string;
  /** One for each operation, in order; none with an error. */
  readonly operations: readonly OperationOutcome[];
}

export function done(operations: readonly OperationOutcome[]): Outcome {
  return { errorCode: '', errorMessage: '', operations };
}

export function refused(errorCode: ErrorCode, errorMessage: string): Outcome {
  return { errorCode, errorMessage, operations: [] };
}

/** The message that answers the one who waits. */
export function resultOf(outcome: Outcome, logClockMs: number, replayed: boolean): Body<command.Result.$Properties> {
  const { errorCode, errorMessage } = outcome;
  const operations = outcome.operations.map(({ revision, integer, existed }) => ({ revision, integer, existed }));
  return { errorCode, errorMessage, operations, replayed, logClockMs };
}

/** As it is stored: without the clock, which an answer takes from the time it is given. */
export function encodeOutcome(outcome: Outcome): Uint8Array {
  return encodeMessage(command.Result, resultOf(outcome, 0, false));
}

export function decodeOutcome(bytes: Uint8Array): Outcome {
  const { errorCode, errorMessage, operations } = decodeMessage(command.Result, bytes);
  return {
    errorCode: errorCode as Outcome['errorCode'],
    errorMessage,
    operations: operations.map(({ revision, integer, existed }) => ({ revision, integer, existed })),
  };
}
