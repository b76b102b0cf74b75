/**
 * The client of a benchmark, in a process of its own, so that what it uses is told apart from everything else. Loads run
 * one after the other.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LoadResult } from './load.js';
import { cpuBetween, type NamedCpu, threadCpu } from './thread-cpu.js';

const PROGRAM = join(import.meta.dirname, 'load-client.js');

export type LoadKind = 'write' | 'read' | 'http';

/** One load, as it is ordered from the process. */
export interface LoadOrder {
  readonly what: LoadKind;
  readonly inFlight: number;
  readonly measuredMs: number;
}

export interface ClientPlaces {
  readonly addresses: readonly string[];
  readonly httpAddresses: readonly string[];
}

export interface ClientLoad {
  readonly result: LoadResult;
  /** Of the client's threads, during the load. */
  readonly cpu: readonly NamedCpu[];
}

export class ClientProcess implements AsyncDisposable {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Resolves when the client is connected. */
  static async start(places: ClientPlaces): Promise<ClientProcess> {
    const child = fork(PROGRAM, [JSON.stringify(places)]);
    await answerOf(child);
    return new ClientProcess(child);
  }

  async load(order: LoadOrder): Promise<ClientLoad> {
    const pid = this.#child.pid ?? 0;
    const before = threadCpu(pid);
    this.#child.send(order);
    const result = (await answerOf(this.#child)) as LoadResult;
    const after = threadCpu(pid);
    const names = new Map([[pid, 'client']]);
    const cpu = before === undefined || after === undefined ? [] : cpuBetween(before, after, names);
    return { result, cpu };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const { signal } = ended;
  try {
    const exit = once(child, 'exit', { signal }).then(([status]) => {
      throw new Error(`the client's process ended with status ${status}`);
    });
    const [answer] = await Promise.race([once(child, 'message', { signal }), exit]);
    return answer;
  } finally {
    ended.abort();
  }
}
