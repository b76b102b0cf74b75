/**
 * h2load, nghttp2's load generator, driven with one gRPC call: so many in flight, 16 to a connection, so many in all.
 * Every answer's latency is in its log; what it prints has the rate and the failures.
 */
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { percentile } from '../environment.js';
import type { LoadResult } from '../load.js';
import type { EtcdCall } from './etcd-requests.js';

const IN_FLIGHT_PER_CONNECTION = 16;
const OUTPUT_BYTES_MAX = 1 << 20;
const LATENCY_COLUMN = 2;
const run = promisify(execFile);

export interface H2Load {
  /** For the body and the log, while it runs. */
  readonly directory: string;
  readonly url: string;
  readonly call: EtcdCall;
  readonly inFlight: number;
  readonly requests: number;
}

export interface H2LoadResult extends LoadResult {
  /** Of the answers' bodies. */
  readonly bytes: number;
}

/** The numbers in what h2load prints. */
export function parseOutput(text: string): { perSecond: number; succeeded: number; bytes: number } {
  const perSecond = /finished in [^,]+, ([\d.]+) req\/s/.exec(text)?.[1];
  const succeeded = /(\d+) succeeded/.exec(text)?.[1];
  const bytes = /\((\d+)\) data/.exec(text)?.[1];
  if (perSecond === undefined || succeeded === undefined || bytes === undefined) {
    throw new Error(`h2load printed something unexpected:\n${text}`);
  }
  return { perSecond: Number(perSecond), succeeded: Number(succeeded), bytes: Number(bytes) };
}

/** The latencies in its log: lines of start, status and microseconds. */
export function parseLatenciesMs(log: string): number[] {
  const lines = log.split('\n').filter((line) => line !== '');
  return lines.map((line) => Number(line.split('\t')[LATENCY_COLUMN]) / 1000);
}

export async function runH2Load({ directory, url, call, inFlight, requests }: H2Load): Promise<H2LoadResult> {
  const bodyFile = join(directory, 'h2load-body');
  const logFile = join(directory, 'h2load-log');
  rmSync(logFile, { force: true });
  writeFileSync(bodyFile, call.body);
  const connections = Math.ceil(inFlight / IN_FLIGHT_PER_CONNECTION);
  const { stdout } = await run(
    'h2load',
    [
      ...['-n', `${requests}`, '-c', `${connections}`, '-m', `${Math.min(inFlight, IN_FLIGHT_PER_CONNECTION)}`],
      ...['-H', 'content-type: application/grpc', '-H', 'te: trailers', '-d', bodyFile, '--log-file', logFile],
      `${url}${call.path}`,
    ],
    { maxBuffer: OUTPUT_BYTES_MAX },
  );
  const { perSecond, succeeded, bytes } = parseOutput(stdout);
  const latenciesMs = parseLatenciesMs(readFileSync(logFile, 'utf8'));
  return {
    inFlight,
    requests: succeeded,
    perSecond,
    p50Ms: percentile(latenciesMs, 0.5),
    p99Ms: percentile(latenciesMs, 0.99),
    errors: requests - succeeded,
    bytes,
  };
}
