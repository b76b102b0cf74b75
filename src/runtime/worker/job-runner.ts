/** Runs one job on a thread of the pool: imports its module, calls its export, and turns what it throws into data. */
import { asQuorateError, QuorateError } from '../base/errors.js';
import type { JobOutcome } from './jobs.js';

export interface JobCall {
  readonly module: string;
  readonly job: string;
  readonly argument: unknown;
}

export default async function runJob({ module, job, argument }: JobCall): Promise<JobOutcome<unknown>> {
  try {
    const exports = (await import(module)) as Readonly<Record<string, unknown>>;
    const run = exports[job];
    if (typeof run !== 'function') throw new QuorateError('ERR_CONFIG', `${module} exports no function '${job}'`);
    return { ok: true, result: await (run as (argument: unknown) => unknown)(argument) };
  } catch (thrown) {
    const { code, message, details } = asQuorateError(thrown);
    return { ok: false, code, message, details };
  }
}
