/**
 * Problem documents: how an error leaves through HTTP (RFC 9457, `application/problem+json`).
 *
 * `code` is the contract and never changes its meaning; `detail` is for people. A write whose outcome is unknown comes
 * with `idempotencyKey`: sending the same request with that key in the `Idempotency-Key` header is safe.
 */
import type { QuorateError } from '../../base/errors.js';

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const SESSION_KEY = 'session:';

/** The write's name in a session, as text that fits the `Idempotency-Key` header. */
export function sessionKeyOf(details: Readonly<Record<string, unknown>>): string | undefined {
  const { sessionStampMs, sessionSerial, sequence, lowestUnresolved } = details;
  const numbers = [sessionStampMs, sessionSerial, sequence, lowestUnresolved];
  return numbers.every((number) => typeof number === 'number') ? SESSION_KEY + numbers.join(':') : undefined;
}

export interface SessionKey {
  readonly sessionStampMs: number;
  readonly sessionSerial: number;
  readonly sequence: number;
  readonly lowestUnresolved: number;
}

/** The reverse; undefined for a key that somebody else made up. */
export function parseSessionKey(key: string): SessionKey | undefined {
  const match = /^session:(\d{1,16}):(\d{1,16}):(\d{1,16}):(\d{1,16})$/.exec(key);
  if (match === null) return undefined;
  const [sessionStampMs = 0, sessionSerial = 0, sequence = 0, lowestUnresolved = 0] = match.slice(1).map(Number);
  return { sessionStampMs, sessionSerial, sequence, lowestUnresolved };
}

/** `code` in words: ERR_KEY_TOO_LARGE -> Key too large. */
function titleOf(code: string): string {
  const words = code.replace(/^ERR_/, '').toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function problemOf(error: QuorateError): HttpReply {
  const { code, message, retryable, httpStatus, details } = error;
  const idempotencyKey = code === 'ERR_OUTCOME_UNKNOWN' ? sessionKeyOf(details) : undefined;
  const document = {
    type: `urn:quorate:error:${code}`,
    title: titleOf(code),
    status: httpStatus,
    code,
    detail: message,
    retryable,
    ...(idempotencyKey === undefined ? details : { idempotencyKey }),
  };
  return {
    status: httpStatus,
    headers: {
      'content-type': 'application/problem+json',
      ...(httpStatus === 503 ? { 'retry-after': '1' } : {}),
      ...(typeof details.allow === 'string' ? { allow: details.allow } : {}),
    },
    body: Buffer.from(`${JSON.stringify(document)}\n`),
  };
}

export function jsonReply(document: unknown, headers: Readonly<Record<string, string>> = {}): HttpReply {
  return textReply(`${JSON.stringify(document)}\n`, 'application/json', headers);
}

export function textReply(
  text: string,
  contentType: string,
  headers: Readonly<Record<string, string>> = {},
): HttpReply {
  return { status: 200, headers: { 'content-type': contentType, ...headers }, body: Buffer.from(text) };
}
