/**
 * Supervision, as data: for every actor kind what is durable, what a crash loses, what is restarted, how often, and what
 * happens when that is not enough.
 */

/** What is done when an actor has crashed more than `maxRestarts` times within `withinMs`. */
export type Spent =
  /** The actor stays down on this node and says so; its neighbours go on. */
  | 'stop-actor'
  /** The worker that hosts it is replaced, with all actors on it. */
  | 'restart-worker'
  /** The process ends with the documented exit status; a service manager starts it again. */
  | 'end-process';

export interface SupervisionRow {
  readonly durableTruth: string;
  readonly lostOnCrash: string;
  readonly mustNever: string;
  readonly maxRestarts: number;
  readonly withinMs: number;
  readonly backoff: { readonly minMs: number; readonly maxMs: number; readonly jitter: number };
  readonly spent: Spent;
}

export type SupervisionTable = Readonly<Record<string, SupervisionRow>>;
