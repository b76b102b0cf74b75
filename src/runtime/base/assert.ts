/**
 * Assertions: what must always hold. They stay on in production.
 *
 * A failed assertion is a defect of ours, never a caller's mistake; what others send is validated, with its own error.
 */
import { type ErrorCode, QuorateError } from './errors.js';

export function assert(
  condition: unknown,
  what: string,
  details?: Readonly<Record<string, unknown>>,
  code: ErrorCode = 'ERR_INVARIANT',
): asserts condition {
  if (condition) return;
  const facts = details === undefined ? '' : ` ${JSON.stringify(details)}`;
  throw new QuorateError(code, `${what}${facts}`, details === undefined ? {} : { details });
}

/** For the `default` of a switch over a discriminated union: the compiler proves it unreachable, this catches the rest. */
export function unreachable(value: never, what = 'unexpected variant'): never {
  throw new QuorateError('ERR_INVARIANT', `${what}: ${JSON.stringify(value)}`);
}

/** A term, index or sequence: 0 <= value < 2^53. Protobuf encodes anything else silently as something different. */
export function assertUint53(value: number, what: string): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new QuorateError('ERR_UNSAFE_INTEGER', `${what} must be an integer in [0, 2^53), got ${String(value)}`);
}

/** The value, which an invariant known to the caller says is there. */
export function present<T>(value: T | undefined | null, what: string): T {
  if (value !== undefined && value !== null) return value;
  throw new QuorateError('ERR_INVARIANT', `missing: ${what}`);
}
