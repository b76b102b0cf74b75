/** What an actor system takes with a spawn, tells by its events, and says of itself when asked. */
import type { ActorRef } from '../actor/actor.js';
import type { ActorStats } from '../actor/kernel.js';
import type { AnyMessage } from '../actor/protocol.js';
import type { QuorateError } from '../base/errors.js';
import type { WorkerStats } from './control.js';
import type { ThreadPlan } from './placement.js';
import type { WorkerEvent } from './thread-supervisor.js';

export interface SpawnOptions {
  /** A name for people; default `<kind>/<instance>`. The actor finds it in its options as `name`. */
  readonly name?: string;
  /** The instance number; default: the next free one of its kind. */
  readonly instance?: number;
  /** Given to `create` as its options, and again at every restart: data that can be cloned. */
  readonly args?: Readonly<Record<string, unknown>>;
  /** Which application worker, from 0; default: dealt out by instance number. */
  readonly placement?: number;
  /** How long the actor may take to start. Default: the system's `controlTimeoutMs`. */
  readonly timeoutMs?: number;
}

export interface SystemEvents {
  /** An actor is up again after a crash, or after its worker was replaced. */
  restart: [{ readonly ref: ActorRef; readonly name: string; readonly boot: number }];
  /** An actor is down for good: stopped in order (no error), or crashed too often. */
  stopped: [{ readonly ref: ActorRef; readonly name: string; readonly error: QuorateError | undefined }];
  worker: [WorkerEvent];
  /** A message that was told, not asked, was not handled. */
  undelivered: [{ readonly to: ActorRef; readonly message: AnyMessage; readonly error: QuorateError }];
}

export interface WorkerReport extends ThreadPlan {
  readonly state: 'down' | 'starting' | 'running';
  readonly incarnation: number;
  readonly stats: WorkerStats | undefined;
}

export interface SystemReport {
  readonly node: number;
  readonly actors: readonly (ActorStats & { readonly thread: number })[];
  readonly workers: readonly WorkerReport[];
}
