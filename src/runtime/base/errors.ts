/**
 * Errors: one class, told apart by a stable code.
 *
 * Every error that leaves a part of the system is a `QuorateError`. Its code is the contract: it crosses threads and the
 * network, tests and users match on it, and the table below says what each one means for a caller. The message says
 * what happened and what to do.
 */

interface ErrorTraits {
  /** Sending the same request again may succeed, and cannot do harm. */
  readonly retryable: boolean;
  /** HTTP status of a response that reports it. */
  readonly httpStatus: number;
  /** Exit status of a command that ends with it (see `docs/operating.md`). */
  readonly exitStatus: number;
}

const traits = (retryable: boolean, httpStatus: number, exitStatus: number): ErrorTraits => ({
  retryable,
  httpStatus,
  exitStatus,
});

export const ERRORS = {
  // Programming errors: an invariant does not hold. The actor that meets one crashes.
  ERR_INVARIANT: traits(false, 500, 70),
  ERR_DECODE: traits(false, 400, 65),
  ERR_UNSAFE_INTEGER: traits(false, 400, 65),

  // What the caller sent is not acceptable.
  ERR_USAGE: traits(false, 400, 64),
  ERR_CONFIG: traits(false, 400, 78),
  ERR_INVALID_REQUEST: traits(false, 400, 65),
  ERR_INVALID_JSON: traits(false, 400, 65),
  ERR_INVALID_UTF8: traits(false, 400, 65),
  ERR_KEY_TOO_LARGE: traits(false, 413, 65),
  ERR_VALUE_TOO_LARGE: traits(false, 413, 65),
  ERR_BODY_TOO_LARGE: traits(false, 413, 65),
  ERR_FRAME_TOO_LARGE: traits(false, 413, 65),
  ERR_BODY_TRUNCATED: traits(true, 400, 65),
  ERR_NOT_FOUND: traits(false, 404, 3),
  ERR_UNKNOWN_COLLECTION: traits(false, 404, 3),
  ERR_METHOD_NOT_ALLOWED: traits(false, 405, 64),
  ERR_REVISION_MISMATCH: traits(false, 412, 4),
  ERR_NOT_AN_INTEGER: traits(false, 409, 4),
  ERR_INTEGER_RANGE: traits(false, 409, 4),
  ERR_WRONG_PARTITION: traits(false, 400, 65),
  ERR_IDEMPOTENCY_KEY_REUSED: traits(false, 422, 4),
  ERR_SESSION_EXPIRED: traits(true, 409, 75),
  ERR_SESSION_FOREIGN: traits(false, 409, 65),
  ERR_SESSIONS_FULL: traits(true, 503, 75),
  ERR_SEQUENCE_TOO_FAR: traits(false, 409, 65),

  // The system cannot do it now.
  ERR_MAILBOX_FULL: traits(true, 503, 75),
  ERR_OVERLOADED: traits(true, 503, 75),
  ERR_NOT_LEADER: traits(true, 503, 75),
  ERR_NOT_READY: traits(true, 503, 75),
  ERR_NOT_OWNER: traits(true, 503, 75),
  ERR_PROPOSAL_DROPPED: traits(true, 503, 75),
  ERR_TIMEOUT: traits(true, 504, 75),
  ERR_OUTCOME_UNKNOWN: traits(true, 504, 75),
  ERR_ABORTED: traits(true, 499, 130),
  ERR_ACTOR_STOPPED: traits(true, 503, 75),
  ERR_CONNECTION_LOST: traits(true, 503, 69),
  ERR_UNREACHABLE: traits(true, 503, 69),
  ERR_GROUP_STOPPED: traits(false, 503, 70),
  ERR_STOPPING: traits(true, 503, 75),

  // Storage and start-up.
  ERR_STORAGE_FULL: traits(true, 507, 74),
  ERR_STORAGE_IO: traits(false, 500, 74),
  ERR_CORRUPT: traits(false, 500, 74),
  ERR_APPEND_REJECTED: traits(false, 500, 70),
  ERR_PRAGMA: traits(false, 500, 78),
  ERR_SQLITE_TOO_OLD: traits(false, 500, 78),
  ERR_FORMAT: traits(false, 500, 78),
  ERR_WRONG_CLUSTER: traits(false, 500, 78),
  ERR_WRONG_NODE: traits(false, 500, 78),
  ERR_PROTOCOL_VERSION: traits(false, 400, 78),
  ERR_NOT_A_MEMBER: traits(false, 403, 78),
  ERR_NODE_ID_IN_USE: traits(false, 409, 78),
  ERR_STALE_BOOT: traits(false, 409, 78),
  ERR_DATA_DIR_IN_USE: traits(false, 500, 75),
  ERR_DATA_DIR_UNUSABLE: traits(false, 500, 73),
  ERR_ADDRESS_IN_USE: traits(false, 500, 75),
  ERR_ADDRESS_UNUSABLE: traits(false, 500, 78),
  ERR_INSECURE: traits(false, 500, 78),
} as const satisfies Record<string, ErrorTraits>;

export type ErrorCode = keyof typeof ERRORS;

export interface ErrorOptions {
  readonly cause?: unknown;
  /** Facts a program may want (limits, indexes, the key to retry with); JSON values only. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export class QuorateError extends Error {
  override readonly name = 'QuorateError';
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }

  get retryable(): boolean {
    return ERRORS[this.code].retryable;
  }

  get httpStatus(): number {
    return ERRORS[this.code].httpStatus;
  }

  get exitStatus(): number {
    return ERRORS[this.code].exitStatus;
  }
}

export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code);
}

/** Whatever was thrown, as a `QuorateError`; what is not one yet becomes `fallback`, with the original as its cause. */
export function asQuorateError(thrown: unknown, fallback: ErrorCode = 'ERR_INVARIANT'): QuorateError {
  if (thrown instanceof QuorateError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new QuorateError(fallback, message, { cause: thrown });
}
