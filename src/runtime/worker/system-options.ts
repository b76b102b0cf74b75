/** What `createSystem` takes, with defaults and the reasons for them. */
import type { Log } from '../actor/actor.js';
import type { TurnLimits } from '../actor/kernel.js';
import type { Protocol } from '../actor/protocol.js';
import { SUPERVISION, type SupervisionTable } from '../actor/supervision.js';
import { QuorateError } from '../base/errors.js';
import { DEFAULT_LIMITS } from '../base/limits.js';
import type { CapabilityOptions } from './capabilities.js';
import type { Fatal } from './exit-status.js';
import { type LogLevel, stderrLog } from './log.js';
import { WORKER_CLASSES, type WorkerClass } from './placement.js';
import { DEFAULT_WATCHDOG, type WatchdogConfig } from './watchdog.js';

const MIB = 1024 * 1024;

export interface SystemOptions {
  /** The id of this node in refs. Default 1. */
  readonly node?: number;
  /** Workers of each class, 0 to 64. Default: one for applications, none of the others. */
  readonly workers?: Partial<Readonly<Record<WorkerClass, number>>>;
  /** The class of each kind that the capabilities make; an application's kinds live on application workers. */
  readonly kinds?: Readonly<Record<string, WorkerClass>>;
  /** Protocols of those kinds, so that the main thread can speak with them. */
  readonly protocols?: readonly Protocol[];
  /** A module that exports `Capabilities`, imported by every worker. */
  readonly capabilities?: URL;
  readonly capabilityOptions?: CapabilityOptions;
  /** What workers may ask the main thread for, by name. */
  readonly facts?: Readonly<Record<string, () => Promise<unknown>>>;
  /** Default: the table of `supervision.ts`. */
  readonly supervision?: SupervisionTable;
  /** Default: JSON lines on standard error. */
  readonly log?: Log;
  /** From which level on workers send their lines. Default `warn`. */
  readonly logLevel?: LogLevel;
  /** Of the random numbers that actors draw. Default: different at every start. */
  readonly seed?: number;
  readonly watchdog?: Partial<WatchdogConfig>;
  /**
   * Heap of one worker in MiB, 16 and more. A backstop: it covers JavaScript's heap only, and exceeding it can end the
   * whole process. Default 512.
   */
  readonly workerHeapMib?: number;
  /** Of turns and mailboxes. Default: those of `limits.ts`. */
  readonly limits?: TurnLimits;
  /**
   * Young generation of one worker's heap in MiB, 1 and more: what short-lived objects may fill between two cheap
   * collections. Default 8: V8's own choice triples the memory of a process of four threads and gains nothing
   * measurable.
   */
  readonly workerYoungMib?: number;
  /** Bytes on their way between two threads, in each direction, beyond which asks are refused. Default 32 MiB. */
  readonly bytesInTransitMax?: number;
  /** Default 5000. */
  readonly askTimeoutMs?: number;
  /** A call of the control plane that takes longer rejects. Default 10 000. */
  readonly controlTimeoutMs?: number;
  /** A worker that has not ended this long after it was terminated is inside a native call. Default 10 000. */
  readonly terminateMs?: number;
  /**
   * What happens when supervision is at its end: the worker or actor it is about stays down. Default: the process ends
   * with the documented status.
   */
  readonly onFatal?: (fatal: Fatal) => void;
}

export interface SystemConfig extends Required<Omit<SystemOptions, 'capabilities' | 'workers' | 'watchdog'>> {
  readonly capabilities: URL | undefined;
  readonly workers: Readonly<Record<WorkerClass, number>>;
  readonly watchdog: WatchdogConfig;
}

export function resolveSystemOptions(options: SystemOptions): SystemConfig {
  const log = options.log ?? stderrLog(options.logLevel);
  const config: SystemConfig = {
    node: options.node ?? 1,
    workers: { reactive: 0, log: 0, state: 0, application: 1, ...options.workers },
    kinds: options.kinds ?? {},
    protocols: options.protocols ?? [],
    capabilities: options.capabilities,
    capabilityOptions: options.capabilityOptions ?? {},
    facts: options.facts ?? {},
    supervision: options.supervision ?? SUPERVISION,
    log,
    logLevel: options.logLevel ?? 'warn',
    seed: options.seed ?? Math.floor(Math.random() * 2 ** 32),
    watchdog: { ...DEFAULT_WATCHDOG, ...options.watchdog },
    workerHeapMib: options.workerHeapMib ?? 512,
    workerYoungMib: options.workerYoungMib ?? 8,
    limits: options.limits ?? DEFAULT_LIMITS,
    bytesInTransitMax: options.bytesInTransitMax ?? 32 * MIB,
    askTimeoutMs: options.askTimeoutMs ?? DEFAULT_LIMITS.requestDeadlineMs,
    controlTimeoutMs: options.controlTimeoutMs ?? 10_000,
    terminateMs: options.terminateMs ?? 10_000,
    onFatal: options.onFatal ?? endProcess(log),
  };
  for (const workerClass of WORKER_CLASSES) {
    inRange(`workers.${workerClass}`, config.workers[workerClass], 0, 64);
  }
  inRange('node', config.node, 1, Number.MAX_SAFE_INTEGER);
  inRange('workerHeapMib', config.workerHeapMib, 16, 2 ** 20);
  inRange('workerYoungMib', config.workerYoungMib, 1, 2 ** 10);
  inRange('bytesInTransitMax', config.bytesInTransitMax, 1, 2 ** 30);
  inRange('askTimeoutMs', config.askTimeoutMs, 1, 2 ** 31 - 1);
  inRange('controlTimeoutMs', config.controlTimeoutMs, 1, 2 ** 31 - 1);
  inRange('terminateMs', config.terminateMs, 1, 2 ** 31 - 1);
  inRange('watchdog.intervalMs', config.watchdog.intervalMs, 1, 60_000);
  inRange('watchdog.hungAfterMs', config.watchdog.hungAfterMs, config.watchdog.intervalMs, 2 ** 31 - 1);
  inRange('watchdog.startAfterMs', config.watchdog.startAfterMs, config.watchdog.intervalMs, 2 ** 31 - 1);
  inRange('watchdog.slowAfterMs', config.watchdog.slowAfterMs, config.watchdog.hungAfterMs, 2 ** 31 - 1);
  return config;
}

function inRange(name: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw new QuorateError('ERR_CONFIG', `${name} must be an integer from ${min} to ${max}, got ${String(value)}`);
}

function endProcess(log: Log): (fatal: Fatal) => void {
  return ({ status, reason }) => {
    log.error('process ends', { status, reason });
    process.exit(status);
  };
}
