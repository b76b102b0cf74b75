/**
 * The way from a method of the client to a call and back: options checked, one promise made, settled once.
 */
import { QuorateError } from '../runtime/base/errors.js';
import { DEFAULT_LIMITS } from '../runtime/base/limits.js';
import { Aborts } from './aborts.js';
import { Call, type GivenName, type Request, type Response, writeRequest } from './call.js';
import type { Calls } from './calls.js';
import type { Operation } from './operations.js';

/** Options of every request. */
export interface RequestOptions {
  /**
   * How long it may take, all attempts included, in milliseconds; the client's own `timeoutMs` when not given. From 1 up:
   * 0 is refused, because a request that has no time has no outcome either.
   */
  readonly timeoutMs?: number | undefined;
  /** Gives it up: `ERR_ABORTED`. A write that was under way may still be done. */
  readonly signal?: AbortSignal | undefined;
}

/** Options of every write. */
export interface WriteOptions extends RequestOptions {
  /**
   * Names the write, so that it is done once however often it is sent within an hour, also by other clients: by a
   * program that was started again, for instance. At most 256 bytes; another write under the same key is refused.
   */
  readonly idempotencyKey?: string | undefined;
  /** The `ERR_OUTCOME_UNKNOWN` that the same write ended with: settles what became of it, by doing it if need be. */
  readonly retryOf?: QuorateError | undefined;
}

/** A session must not grow older than an hour while one of its writes is retried. */
export const TIMEOUT_MS_MAX = 20 * 60_000;
/** What a frame has besides keys and values. */
const FRAME_OVERHEAD_BYTES = 256 * 1024;

export function checkTimeout(timeoutMs: number, name: string, least: number): number {
  if (Number.isSafeInteger(timeoutMs) && timeoutMs >= least && timeoutMs <= TIMEOUT_MS_MAX) return timeoutMs;
  const what = `${name} must be a whole number of milliseconds from ${least} to ${TIMEOUT_MS_MAX}, not ${timeoutMs}`;
  throw new QuorateError('ERR_INVALID_REQUEST', what);
}

export class Requester {
  readonly #calls: Calls;
  readonly #aborts: Aborts;
  readonly #timeoutMs: number;
  readonly #now: () => number;
  #isClosed = false;

  constructor(calls: Calls, timeoutMs: number, now: () => number) {
    this.#calls = calls;
    this.#aborts = new Aborts((call, reason) => calls.abort(call, reason));
    this.#timeoutMs = timeoutMs;
    this.#now = now;
  }

  /** Nothing is taken any more; what is open is settled. */
  close(): void {
    this.#isClosed = true;
    this.#calls.failAll('the client was closed');
  }

  write<T>(
    operations: readonly Operation[],
    decode: (response: Response) => T,
    options: WriteOptions | undefined,
  ): Promise<T> {
    const name = options === undefined ? undefined : nameGiven(options);
    return this.ask(writeRequest(operations, name), decode, options);
  }

  /** Makes a call of the request and settles with what `decode` reads in its answer. */
  ask<T>(request: Request, decode: (response: Response) => T, options: RequestOptions | undefined): Promise<T> {
    if (this.#isClosed) throw new QuorateError('ERR_ABORTED', 'the client is closed');
    const { timeoutMs, signal } = options ?? {};
    const allowedMs = timeoutMs === undefined ? this.#timeoutMs : checkTimeout(timeoutMs, 'timeoutMs', 1);
    return new Promise<T>((resolve, reject) => {
      const settle = resolve as (outcome: unknown) => void;
      const call = new Call(request, this.#now(), allowedMs, decode, settle, reject);
      if (call.bytes > DEFAULT_LIMITS.frameBytesMax - FRAME_OVERHEAD_BYTES) throw tooLarge(call.bytes);
      if (signal?.aborted === true) throw new QuorateError('ERR_ABORTED', 'aborted already', { cause: signal.reason });
      if (signal !== undefined) this.#aborts.listen(signal, call);
      this.#calls.add(call);
    });
  }
}

function nameGiven({ idempotencyKey, retryOf }: WriteOptions): Partial<GivenName> | undefined {
  if (retryOf === undefined) {
    if (idempotencyKey === undefined) return undefined;
    if (idempotencyKey !== '') return { idempotencyKey };
    throw new QuorateError('ERR_INVALID_REQUEST', 'an idempotency key must not be empty');
  }
  const { details } = retryOf;
  if (idempotencyKey === undefined && (isSequence(details) || typeof details.idempotencyKey === 'string')) {
    return details;
  }
  const what = 'retryOf takes the ERR_OUTCOME_UNKNOWN of a write, whose details name it, and no other name besides it';
  throw new QuorateError('ERR_INVALID_REQUEST', what);
}

function isSequence({ sessionStampMs, sessionSerial, sequence, lowestUnresolved }: QuorateError['details']): boolean {
  return [sessionStampMs, sessionSerial, sequence, lowestUnresolved].every(Number.isSafeInteger);
}

function tooLarge(bytes: number): QuorateError {
  const bytesMax = DEFAULT_LIMITS.frameBytesMax - FRAME_OVERHEAD_BYTES;
  const what = `one request carries at most ${bytesMax} bytes of keys and values, not ${bytes}`;
  return new QuorateError('ERR_FRAME_TOO_LARGE', what, { details: { bytes, bytesMax } });
}
