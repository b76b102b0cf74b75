/**
 * Load: a fixed number of requests in flight, each answered one followed by the next, for a fixed time; and what came of it.
 */
import type { Collection } from '../../src/client/client.js';
import { percentile } from './environment.js';

export interface LoadResult {
  readonly inFlight: number;
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly errors: number;
}

export interface Load {
  readonly inFlight: number;
  readonly warmUpMs: number;
  readonly measuredMs: number;
  /** Makes one request. */
  readonly request: () => Promise<unknown>;
}

export async function runLoad({ inFlight, warmUpMs, measuredMs, request }: Load): Promise<LoadResult> {
  const beginMs = performance.now() + warmUpMs;
  const endMs = beginMs + measuredMs;
  const latenciesMs: number[] = [];
  let errors = 0;
  const loop = async (): Promise<void> => {
    for (let nowMs = performance.now(); nowMs < endMs; ) {
      const sentMs = nowMs;
      try {
        await request();
      } catch {
        errors += 1;
      }
      nowMs = performance.now();
      if (sentMs >= beginMs && nowMs <= endMs) latenciesMs.push(nowMs - sentMs);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, loop));
  return {
    inFlight,
    requests: latenciesMs.length,
    perSecond: (latenciesMs.length / measuredMs) * 1000,
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
    errors,
  };
}

export const COLLECTION = 'bench';
export const VALUE_BYTES = 256;
const KEYS = 100_000;
const KEY_BYTES = 16;

export interface Workload {
  write(): Promise<unknown>;
  read(): Promise<unknown>;
}

/** Random 16-byte keys out of 100 000, 256-byte values. */
export function keyValueWorkload(collection: Collection): Workload {
  const keys = Array.from({ length: KEYS }, (_, i) => `key-${i}`.padEnd(KEY_BYTES, '.'));
  const value = Uint8Array.from({ length: VALUE_BYTES }, () => Math.floor(Math.random() * 256));
  const key = (): string => keys[Math.floor(Math.random() * KEYS)] ?? '';
  return { write: () => collection.put(key(), value), read: () => collection.get(key()) };
}
