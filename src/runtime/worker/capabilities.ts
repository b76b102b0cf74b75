/**
 * Capabilities: what a worker can do, given to it as the URL of a module, because functions cannot cross threads. The
 * module exports `createKinds` and, when it has services (listeners, say), `openService`.
 */
import type { ActorKind, Log } from '../actor/actor.js';
import type { Envelope } from '../actor/envelope.js';
import type { Port } from '../actor/kernel.js';
import type { Clock } from '../base/clock.js';
import type { Random } from '../base/random.js';
import type { WorkerClass } from './placement.js';
import type { ThreadPage } from './thread-page.js';

/** Plain data: it is cloned to every worker. */
export type CapabilityOptions = Readonly<Record<string, unknown>>;

export interface CapabilityEnvironment {
  readonly node: number;
  readonly thread: number;
  readonly workerClass: WorkerClass;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** For `instrumentStorage`. */
  readonly page: ThreadPage;
  openPort(onMessages: (envelopes: readonly Envelope[]) => void): Port;
  /** Asks the main thread for one of the facts it offers by name (`SystemOptions.facts`). */
  fact(name: string): Promise<unknown>;
}

/** Something on a worker that is no actor: sockets. It ends with its worker and is opened again after it. */
export interface Service {
  /** What the opener wants to know, as plain data: addresses. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The options for opening it again, as it is now. */
  readonly reopenOptions: CapabilityOptions;
  close(): Promise<void>;
}

export interface Capabilities {
  createKinds(options: CapabilityOptions, environment: CapabilityEnvironment): readonly ActorKind[];
  openService?(name: string, options: CapabilityOptions, environment: CapabilityEnvironment): Promise<Service>;
}
