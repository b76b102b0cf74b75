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

/** What starts again after a crash. */
export type RestartScope = 'actor' | 'worker' | 'process';

export interface SupervisionRow {
  readonly durableTruth: string;
  readonly lostOnCrash: string;
  readonly mustNever: string;
  readonly scope: RestartScope;
  readonly maxRestarts: number;
  readonly withinMs: number;
  /** Doubles from `minMs` up to `maxMs` with every crash in the window; up to the fraction `jitter` is taken off at random. */
  readonly backoff: { readonly minMs: number; readonly maxMs: number; readonly jitter: number };
  readonly spent: Spent;
}

export type SupervisionTable = Readonly<Record<string, SupervisionRow>>;

/** The row of every kind that has none of its own: actors of applications. */
export const DEFAULT_ROW = 'application';

const MINUTE_MS = 60_000;

export const SUPERVISION = {
  group: {
    durableTruth: 'hard state and log, in the volume',
    lostOnCrash: 'role, in-flight windows, proposals not yet answered',
    mustNever: 'release a message whose fsync has not finished',
    scope: 'actor',
    maxRestarts: 10,
    withinMs: MINUTE_MS,
    backoff: { minMs: 10, maxMs: 5_000, jitter: 0.5 },
    spent: 'stop-actor',
  },
  'log-writer': {
    durableTruth: 'the volume',
    lostOnCrash: 'the open transaction; groups resend what follows the last durable stream sequence',
    mustNever: 'reuse a connection after an I/O error; acknowledge from memory',
    scope: 'actor',
    maxRestarts: 5,
    withinMs: MINUTE_MS,
    backoff: { minMs: 20, maxMs: 2_000, jitter: 0.5 },
    spent: 'end-process',
  },
  applier: {
    durableTruth: 'the state database, and the log above its applied index',
    lostOnCrash: 'the memory table; the log is replayed',
    mustNever: 'apply an index twice or skip one; use a clock or a random number',
    scope: 'actor',
    maxRestarts: 5,
    withinMs: MINUTE_MS,
    backoff: { minMs: 20, maxMs: 5_000, jitter: 0.5 },
    spent: 'stop-actor',
  },
  gateway: {
    durableTruth: 'nothing',
    lostOnCrash: 'requests in flight, which are answered with an unknown outcome',
    mustNever: 'answer success after a restart it did not see',
    scope: 'actor',
    maxRestarts: 20,
    withinMs: MINUTE_MS,
    backoff: { minMs: 5, maxMs: 1_000, jitter: 0.5 },
    spent: 'restart-worker',
  },
  'peer-link': {
    durableTruth: 'nothing',
    lostOnCrash: 'the connection and what was queued for it; senders repeat themselves',
    mustNever: 'deliver a frame of an older boot',
    scope: 'actor',
    maxRestarts: 20,
    withinMs: MINUTE_MS,
    backoff: { minMs: 5, maxMs: 1_000, jitter: 0.5 },
    spent: 'restart-worker',
  },
  'peer-door': {
    durableTruth: 'nothing',
    lostOnCrash: 'connections that no link owned yet; their peers dial again',
    mustNever: 'let in a node of another cluster',
    scope: 'actor',
    maxRestarts: 20,
    withinMs: MINUTE_MS,
    backoff: { minMs: 5, maxMs: 1_000, jitter: 0.5 },
    spent: 'restart-worker',
  },
  [DEFAULT_ROW]: {
    durableTruth: 'what the actor itself keeps',
    lostOnCrash: 'its memory and its mailbox',
    mustNever: 'block its thread',
    scope: 'actor',
    maxRestarts: 10,
    withinMs: MINUTE_MS,
    backoff: { minMs: 10, maxMs: 5_000, jitter: 0.5 },
    spent: 'stop-actor',
  },
  worker: {
    durableTruth: 'that of every actor on it',
    lostOnCrash: 'the memory of every actor on it',
    mustNever: "be respawned before its 'exit' event",
    scope: 'worker',
    maxRestarts: 5,
    withinMs: MINUTE_MS,
    backoff: { minMs: 50, maxMs: 5_000, jitter: 0.5 },
    spent: 'end-process',
  },
  process: {
    durableTruth: 'volumes and state files',
    lostOnCrash: 'all memory',
    mustNever: 'run twice on one directory',
    scope: 'process',
    maxRestarts: 0,
    withinMs: MINUTE_MS,
    backoff: { minMs: 0, maxMs: 0, jitter: 0 },
    spent: 'end-process',
  },
} as const satisfies SupervisionTable;
