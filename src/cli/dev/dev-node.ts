/**
 * A node of a development cluster: a `quorate start` process that is started again whenever it ends.
 *
 *              ready            exit              after a pause
 *   starting --------> serving ------> waiting -----------------> starting
 *       \______________ exit _____________/
 *
 * Its standard input is held open by this process: it stops when that ends, however that ends. It has a session of its
 * own, so that Ctrl-C reaches only this process, which stops it in order.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { ERRORS, type QuorateError } from '../../runtime/base/errors.js';
import { errorOfCode } from '../../runtime/base/failures.js';
import { BoundedLog } from './bounded-log.js';

export interface DevPlace {
  readonly node: number;
  readonly dataDir: string;
  readonly logFile: string;
  readonly httpAddress: string;
  readonly clientAddress: string;
  readonly peerAddress: string;
  /** Of the command: `start` with all that it is told. */
  readonly args: readonly string[];
}

export type DevState = 'starting' | 'serving' | 'waiting' | 'stopping' | 'stopped';

export interface DevNodeEvents {
  changed(): void;
  /** The process has ended and will be started again in `pauseMs`. */
  died(how: string, pauseMs: number): void;
  /** Starting it again would end in the same way. */
  failed(error: QuorateError): void;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

const COMMAND = fileURLToPath(new URL('../quorate.js', import.meta.url));
const PAUSE_MS_MIN = 200;
const PAUSE_MS_MAX = 10_000;
/** A process that lived this long is started again as if it were the first time. */
const SETTLED_MS = 30_000;
/** A node has its own, shorter deadlines; one that misses them is beyond help. */
const STOP_MS = 20_000;
/** What the command line, the directory or the configuration says does not change by itself. */
const LASTING: ReadonlySet<number> = new Set([
  ERRORS.ERR_USAGE.exitStatus,
  ERRORS.ERR_CONFIG.exitStatus,
  ERRORS.ERR_DATA_DIR_UNUSABLE.exitStatus,
]);

export class DevNode {
  readonly place: DevPlace;
  readonly #events: DevNodeEvents;
  readonly #log: BoundedLog;
  #state: DevState = 'starting';
  #child: Child | undefined;
  #startedAtMs = 0;
  #pauseMs = PAUSE_MS_MIN;
  #pause: NodeJS.Timeout | undefined;
  #restarts = 0;

  constructor(place: DevPlace, events: DevNodeEvents) {
    this.place = place;
    this.#events = events;
    this.#log = new BoundedLog(place.logFile);
  }

  get state(): DevState {
    return this.#state;
  }

  get restarts(): number {
    return this.#restarts;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  start(): void {
    const child = spawn(process.execPath, [COMMAND, ...this.place.args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true,
      env: withoutSettings(process.env),
    });
    this.#child = child;
    this.#startedAtMs = performance.now();
    this.#become('starting');
    // A process that has gone takes no input, which is no concern of ours.
    child.stdin.on('error', () => undefined);
    child.stderr.setEncoding('utf8').on('data', (text: string) => this.#log.write(text));
    createInterface({ input: child.stdout }).once('line', () => {
      if (this.#state === 'starting') this.#become('serving');
    });
    child.once('error', (thrown) => this.#log.write(`${thrown.message}\n`));
    // After `close` all that it said has been read.
    child.once('close', (status, signal) => this.#ended(child, status, signal));
  }

  /** Lets the node stop in order; kills it when it does not. */
  async stop(): Promise<void> {
    clearTimeout(this.#pause);
    const child = this.#child;
    if (child === undefined) {
      this.#become('stopped');
      return;
    }
    this.#become('stopping');
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    // One that was stopped by a signal hears the first one only when it goes on.
    child.kill('SIGCONT');
    const deadline = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await closed;
    clearTimeout(deadline);
  }

  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  #ended(child: Child, status: number | null, signal: NodeJS.Signals | null): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    if (this.#state === 'stopping') {
      this.#become('stopped');
      return;
    }
    const hasServed = this.#state === 'serving';
    if (!hasServed && status !== null && LASTING.has(status)) {
      this.#become('stopped');
      this.#events.failed(this.#lastWords(status));
      return;
    }
    if (performance.now() - this.#startedAtMs > SETTLED_MS) this.#pauseMs = PAUSE_MS_MIN;
    const pauseMs = this.#pauseMs;
    this.#pauseMs = Math.min(2 * pauseMs, PAUSE_MS_MAX);
    this.#restarts += 1;
    this.#pause = setTimeout(() => this.start(), pauseMs);
    this.#become('waiting');
    this.#events.died(signal === null ? `ended with status ${status}` : `was ended by ${signal}`, pauseMs);
  }

  /** The error that a node prints before it ends. */
  #lastWords(status: number): QuorateError {
    const { node, logFile } = this.place;
    try {
      const { code, message } = JSON.parse(this.#log.lastLine) as { readonly code?: string; readonly message?: string };
      if (typeof code === 'string') return errorOfCode(code, `node ${node}: ${message ?? ''}`);
    } catch {
      // Its last line is no error document: the log has the rest.
    }
    return errorOfCode('ERR_CONFIG', `node ${node} ended with status ${status}; see ${logFile}`);
  }

  #become(state: DevState): void {
    this.#state = state;
    this.#events.changed();
  }
}

/** Settings of the surroundings are for one node; here they would be for all of them, and be wrong for all but one. */
function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith('QUORATE_')));
}
