/**
 * Settle: one write, repeated under its name until it is known what became of it, through one client or another.
 *
 * That every attempt is answered is checked here: in its own time and a grace for this process, which may be kept waiting
 * by the load that it makes.
 */
import type { Client, WriteOptions } from '../../src/client/client.js';
import { type ErrorCode, QuorateError } from '../../src/runtime/base/errors.js';
import type { Random } from '../../src/runtime/base/random.js';
import type { Ledger } from './ledger.js';

const GRACE_MS = 3_000;
const TIMEOUT_MS_MIN = 500;
const TIMEOUT_MS_MAX = 5_000;
/** Refusals that come from the log: the write was looked at and not done. */
const RESULTS: readonly ErrorCode[] = ['ERR_REVISION_MISMATCH', 'ERR_NOT_AN_INTEGER', 'ERR_INTEGER_RANGE'];

export type Settled<T> =
  | { readonly kind: 'done'; readonly value: T }
  /** Looked at, and not done. */
  | { readonly kind: 'failed' }
  /** Never done: every attempt was refused, or not even sent. */
  | { readonly kind: 'refused'; readonly error: QuorateError };

export interface Attempts {
  readonly ledger: Ledger;
  readonly random: Random;
  readonly clients: readonly Client[];
}

/** Awaits an answer, and notes when it does not come. */
export async function answered<T>(ledger: Ledger, what: string, timeoutMs: number, answer: Promise<T>): Promise<T> {
  const late = (): void => ledger.problem(`${what} was not answered within ${timeoutMs} ms and ${GRACE_MS} of grace`);
  const timer = setTimeout(late, timeoutMs + GRACE_MS);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
  }
}

export function someTimeoutMs(random: Random): number {
  return TIMEOUT_MS_MIN + random.below(TIMEOUT_MS_MAX - TIMEOUT_MS_MIN);
}

export async function settle<T>(
  { ledger, random, clients }: Attempts,
  what: string,
  attempt: (client: Client, options: WriteOptions) => Promise<T>,
): Promise<Settled<T>> {
  let open: QuorateError | undefined;
  let client = clients[0] as Client;
  for (;;) {
    const timeoutMs = someTimeoutMs(random);
    try {
      const options = open === undefined ? { timeoutMs } : { timeoutMs, retryOf: open };
      const value = await answered(ledger, what, timeoutMs, attempt(client, options));
      ledger.acknowledged += 1;
      return { kind: 'done', value };
    } catch (thrown) {
      if (!(thrown instanceof QuorateError)) throw thrown;
      if (thrown.code === 'ERR_OUTCOME_UNKNOWN') {
        ledger.unknown += 1;
        open = thrown;
        client = clients[random.below(clients.length)] as Client;
      } else if (RESULTS.includes(thrown.code)) {
        ledger.acknowledged += 1;
        return { kind: 'failed' };
      } else {
        if (open !== undefined)
          ledger.problem(`${what}: unknown, and retrying it says ${thrown.code}: ${thrown.message}`);
        ledger.refused += 1;
        return { kind: 'refused', error: thrown };
      }
    }
  }
}
