/**
 * Jobs: CPU-heavy work that owns no actor's state (simulator seeds, verification, compression), on a pool of threads.
 *
 * A job is a named export of a module without side effects, called with one argument that can be cloned. It may be
 * killed at any instant: when it is aborted its thread is terminated, so what it writes must be written to a temporary
 * file first. No thread runs while there is nothing to do.
 */
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import { QuorateError } from '../base/errors.js';

export interface JobPoolOptions {
  /** Default: the number of cores, less one, at least 1. */
  readonly threadsMax?: number;
  /** Jobs that wait; one more is refused with `ERR_OVERLOADED`. Default 64. */
  readonly queueMax?: number;
  /** An idle thread ends after this. Default 5000. */
  readonly idleMs?: number;
  /** Heap of one thread. Default 512. */
  readonly heapMib?: number;
}

export interface JobOptions {
  /** The export to call. */
  readonly name: string;
  readonly signal?: AbortSignal;
}

export class JobPool {
  readonly #pool: Piscina;
  readonly #queueMax: number;
  #isClosed = false;

  constructor(options: JobPoolOptions = {}) {
    this.#queueMax = options.queueMax ?? 64;
    this.#pool = new Piscina({
      minThreads: 0,
      maxThreads: options.threadsMax ?? Math.max(1, availableParallelism() - 1),
      idleTimeout: options.idleMs ?? 5_000,
      maxQueue: this.#queueMax,
      resourceLimits: { maxOldGenerationSizeMb: options.heapMib ?? 512 },
    });
  }

  /**
   * Runs `module`'s export on the argument. Rejects with the job's own `QuorateError`, else `ERR_OVERLOADED` when the
   * queue is full, `ERR_ABORTED` when the signal aborts, `ERR_STOPPING` when the pool closes, `ERR_INVARIANT` with the
   * cause for whatever else ended it.
   */
  async run<Result>(module: URL, argument: unknown, options: JobOptions): Promise<Result> {
    if (this.#isClosed) throw closed();
    if (this.#pool.queueSize >= this.#queueMax) {
      throw new QuorateError('ERR_OVERLOADED', `${this.#queueMax} jobs are waiting already; try again later`);
    }
    const { name, signal } = options;
    try {
      const running = this.#pool.run({ job: name, module: module.href, argument }, runOptions(signal));
      const outcome = (await running) as JobOutcome<Result>;
      if (outcome.ok) return outcome.result;
      throw new QuorateError(outcome.code, outcome.message, { details: outcome.details });
    } catch (thrown) {
      if (thrown instanceof QuorateError) throw thrown;
      if (signal?.aborted === true)
        throw new QuorateError('ERR_ABORTED', `the job '${name}' was aborted`, { cause: thrown });
      if (this.#isClosed) throw closed();
      throw new QuorateError('ERR_INVARIANT', `the job '${name}' failed: ${String(thrown)}`, { cause: thrown });
    }
  }

  /** Ends all threads; jobs under way are aborted. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#pool.destroy();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

/** How a job's thread answers: errors cross threads as data, because cloning an error loses its code. */
export type JobOutcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | {
      readonly ok: false;
      readonly code: QuorateError['code'];
      readonly message: string;
      readonly details: QuorateError['details'];
    };

const RUNNER = new URL('./job-runner.js', import.meta.url).href;

function runOptions(signal: AbortSignal | undefined): { filename: string; signal?: AbortSignal } {
  return signal === undefined ? { filename: RUNNER } : { filename: RUNNER, signal };
}

function closed(): QuorateError {
  return new QuorateError('ERR_STOPPING', 'the pool of jobs is closed');
}
