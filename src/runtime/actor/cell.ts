/**
 * Cell: the place of one actor in its kernel, for as long as the actor is known there. It outlives restarts; the actor
 * object, its context, timers and watches do not.
 */
import type { QuorateError } from '../base/errors.js';
import type { Actor, ActorKind, ActorRef, Asker } from './actor.js';
import type { MailItem, TimerFiring } from './mail.js';
import { Mailbox, type MailboxTotal } from './mailbox.js';
import { ActorMetrics } from './metrics.js';
import type { Timer } from './timers.js';
import type { TurnContext } from './turn-context.js';

export type CellState =
  /** Its first turn, which makes the actor, is to come; mail waits for it. */
  | 'starting'
  | 'running'
  /** Between a crash and the end of its backoff. */
  | 'restarting'
  /** Its restart budget is spent. */
  | 'stopped';

/** The actor is to crash at its next message, or its next of this type. */
export interface Poison {
  readonly error: QuorateError;
  readonly type: string | undefined;
}

/** What one life of the actor holds, given up when it ends. */
export interface Life {
  readonly actor: Actor;
  readonly context: TurnContext;
  readonly timers: Map<number, TimerFiring>;
  readonly watched: Set<ActorRef>;
  /** Asks handled and not yet answered. */
  readonly openAsks: Set<Asker>;
  /** Answered in the running turn: open again should the turn fail. */
  readonly answered: Asker[];
}

export class Cell {
  readonly ref: ActorRef;
  readonly kind: ActorKind;
  readonly options: Readonly<Record<string, unknown>>;
  readonly parent: Cell | undefined;
  readonly children = new Set<Cell>();
  readonly mailbox: Mailbox<MailItem>;

  state: CellState = 'starting';
  boot = 0;
  life: Life | undefined;
  /** One of its lives has got through its start. */
  hasRun = false;
  /** Its going up with this boot was announced. */
  isAnnounced = false;
  isQueued = false;
  isStopRequested = false;
  poison: Poison | undefined;
  restartTimer: Timer | undefined;
  crashesMs: readonly number[] = [];

  metrics = new ActorMetrics();
  restarts = 0;
  turns = 0;
  messages = 0;
  dropped = 0;
  batchSizeMax = 0;
  busyMs = 0;
  inspectedAtMs: number;

  constructor(
    ref: ActorRef,
    kind: ActorKind,
    options: Readonly<Record<string, unknown>>,
    parent: Cell | undefined,
    total: MailboxTotal,
    nowMs: number,
  ) {
    this.mailbox = new Mailbox(total);
    this.ref = ref;
    this.kind = kind;
    this.options = options;
    this.parent = parent;
    this.inspectedAtMs = nowMs;
  }

  get takesMail(): boolean {
    return this.state === 'running' || this.state === 'starting';
  }
}
