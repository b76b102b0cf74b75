/** What a worker is given when it starts, and what it tells the main thread of its own accord. Plain data and ports. */
import type { MessagePort } from 'node:worker_threads';
import type { ActorRef } from '../actor/actor.js';
import type { TurnLimits } from '../actor/kernel.js';
import type { SupervisionTable } from '../actor/supervision.js';
import type { ClockOrigin } from '../base/clock.js';
import type { CapabilityOptions } from './capabilities.js';
import type { LinkEnd } from './link.js';
import type { LogLevel } from './log.js';
import type { PlacementPlan, WorkerClass } from './placement.js';
import type { ThreadPage } from './thread-page.js';

export interface ApplicationModule {
  readonly url: string;
  readonly routeNumber: number;
}

export interface WorkerStart {
  readonly node: number;
  readonly thread: number;
  readonly workerClass: WorkerClass;
  readonly incarnation: number;
  readonly seed: number;
  readonly clockOrigin: ClockOrigin;
  readonly placement: PlacementPlan;
  readonly supervision: SupervisionTable;
  readonly capabilities: string | undefined;
  readonly capabilityOptions: CapabilityOptions;
  readonly modules: readonly ApplicationModule[];
  readonly limits: TurnLimits;
  readonly bytesInTransitMax: number;
  readonly logLevel: LogLevel;
  readonly heartbeatMs: number;
  readonly page: ThreadPage;
  readonly control: MessagePort;
  readonly main: MessagePort;
  readonly links: readonly LinkEnd[];
}

export interface NoticeError {
  readonly code: string;
  readonly message: string;
}

/** Posted to the main thread through the worker's own port, so all of it is there before the worker's 'exit'. */
export type Notice =
  | { readonly type: 'ready' }
  | { readonly type: 'log'; readonly level: LogLevel; readonly event: string; readonly factsJson: string }
  | { readonly type: 'escalated'; readonly ref: ActorRef; readonly error: NoticeError };
