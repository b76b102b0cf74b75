/**
 * What a gateway refuses at the door: requests that no group needs to see. Pure.
 */
import { type DataLimits, validateCollection, validateKey, validateOperations } from '../../runtime/base/data-model.js';
import { QuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import { type apply, type Body, group } from '../../runtime/base/proto.js';
import { tagOfSerial } from '../../runtime/base/session-tag.js';
import type { Write } from './commands.js';
import type { Scan } from './routing.js';

type Get = Body<apply.Get.$Properties>;

const invalid = (why: string): QuorateError => new QuorateError('ERR_INVALID_REQUEST', why);

const isUint53 = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/**
 * A stamp further ahead of every clock we know than this comes from a clock that is wrong: its records would stay for too
 * long, or for ever.
 */
const STAMP_AHEAD_MS_MAX = 60 * 60_000;

/** The name that a client gave its write: a session's sequence, an idempotency key, or none. */
function validateName(write: Write, nowMs: number, tag: number, limits: Limits): QuorateError | undefined {
  const { sessionStampMs, sessionSerial, sequence, lowestUnresolved, idempotencyKey } = write;
  if (![sessionStampMs, sessionSerial, sequence, lowestUnresolved].every(isUint53)) {
    return new QuorateError('ERR_UNSAFE_INTEGER', 'session, serial and sequences are integers in [0, 2^53)');
  }
  const hasSession = sessionStampMs !== 0 || sessionSerial !== 0;
  if (idempotencyKey !== '') {
    if (hasSession) return invalid('a write is named by a session or by an idempotency key, not by both');
    const { idempotencyKeyBytesMax } = limits;
    if (idempotencyKey.length > idempotencyKeyBytesMax || byteLength(idempotencyKey) > idempotencyKeyBytesMax) {
      return invalid(`an idempotency key has at most ${idempotencyKeyBytesMax} bytes`);
    }
    return undefined;
  }
  if (!hasSession) return undefined;
  if (tagOfSerial(sessionSerial) !== tag) {
    const what = 'the session is of another cluster, so nothing was done; open a new one on this cluster';
    return new QuorateError('ERR_SESSION_FOREIGN', what);
  }
  if (sequence === 0) return invalid('sequences of a session begin at 1');
  if (sessionStampMs > nowMs + STAMP_AHEAD_MS_MAX) {
    const what = 'the session is stamped in the future: the clock of the node that issued it, or of this one, is wrong';
    return new QuorateError('ERR_SESSION_FOREIGN', `${what}; nothing was done, open a new one on this node`);
  }
  if (lowestUnresolved > sequence)
    return invalid('the lowest unresolved sequence cannot be above the one that is sent');
  if (sequence - lowestUnresolved >= limits.sessionWindow && lowestUnresolved > 0) {
    const what = `a sequence must be less than ${limits.sessionWindow} above the lowest unresolved one`;
    return new QuorateError('ERR_SEQUENCE_TOO_FAR', what, { details: { sequence, lowestUnresolved } });
  }
  return undefined;
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** `nowMs` is the newest of the gateway's clock and the log clocks it has seen; `tag` is the cluster's. */
export function validateWrite(write: Write, nowMs: number, tag: number, limits: Limits): QuorateError | undefined {
  return validateName(write, nowMs, tag, limits) ?? validateOperations(write.operations, limits);
}

export function validateConsistency(consistency: group.Consistency): QuorateError | undefined {
  const isKnown = consistency === group.Consistency.LINEARIZABLE || consistency === group.Consistency.LOCAL;
  return isKnown ? undefined : invalid(`there is no consistency ${String(consistency)}`);
}

export function validateGet(get: Get, limits: DataLimits): QuorateError | undefined {
  return validateCollection(get.collection, limits) ?? validateKey(get.key, limits);
}

/** Bounds of a range need not be keys themselves, but are no longer than one. */
export function validateScan(scan: Scan, limits: DataLimits): QuorateError | undefined {
  const longest = Math.max(scan.from.length, scan.to.length);
  if (longest > limits.keyBytesMax) {
    return new QuorateError('ERR_KEY_TOO_LARGE', `bounds of a scan have at most ${limits.keyBytesMax} bytes`, {
      details: { bytes: longest, bytesMax: limits.keyBytesMax },
    });
  }
  return validateCollection(scan.collection, limits);
}
