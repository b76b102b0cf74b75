/**
 * Kernel: the actors of one thread, or of one simulated node.
 *
 * It owns their mailboxes, gives them turns round-robin, collects what a turn sends and lets it leave at the turn's end,
 * keeps their timers, restarts them by the supervision table, and knows which actors elsewhere are up. It has no thread,
 * clock or I/O of its own: the environment gives it those, real or simulated.
 */
import type { Clock } from '../base/clock.js';
import type { QuorateError } from '../base/errors.js';
import type { Limits } from '../base/limits.js';
import type { Random } from '../base/random.js';
import type { ActorKind, ActorRef, Log, PeerEvent } from './actor.js';
import type { Envelope } from './envelope.js';
import type { AnyMessage } from './protocol.js';
import type { SupervisionTable } from './supervision.js';

/** The world a kernel lives in. */
export interface Environment {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Calls `run` once, soon, after I/O that is already there. */
  schedule(run: () => void): void;
  /** Calls `run` once when the clock has reached `atMs`. */
  setTimer(atMs: number, run: () => void): unknown;
  clearTimer(timer: unknown): void;
}

/** What leaves the kernel. */
export interface Uplink {
  /** Envelopes for actors that are not here, in order; once per turn. */
  forward(envelopes: readonly Envelope[]): void;
  /** One of this kernel's actors went up or down: every other kernel of the node is told, in order with `forward`. */
  publish(ref: ActorRef, event: PeerEvent): void;
  /** An actor's restart budget is spent: what its row of the table says happens next is not the kernel's to do. */
  escalate(ref: ActorRef, error: QuorateError): void;
}

export interface KernelOptions {
  readonly node: number;
  /** Boots of this kernel's actors are above this number: higher at every incarnation of the thread. */
  readonly bootBase: number;
  readonly kinds: readonly ActorKind[];
  readonly environment: Environment;
  readonly uplink: Uplink;
  readonly supervision: SupervisionTable;
  /** Of turns and mailboxes; the defaults when missing. */
  readonly limits?: TurnLimits;
}

export type TurnLimits = Pick<
  Limits,
  | 'turnMessagesMax'
  | 'turnBytesMax'
  | 'turnMsMax'
  | 'mailboxMessagesMax'
  | 'mailboxBytesMax'
  | 'nodeBytesMax'
  | 'nodeBytesAdmission'
>;

/** A place outside the actors that sends and receives: a listener's sockets, a caller that awaits an answer. */
export interface Port {
  readonly ref: ActorRef;
  /** A message of class `ask` that finds no room or no actor comes back to `onMessages`, as an answer with a failure. */
  send<M extends AnyMessage>(to: ActorRef<M>, message: M): void;
  /**
   * Resolves with the answer. Rejects with the refusal, `ERR_TIMEOUT` when the deadline passes, `ERR_ABORTED` when the
   * signal does, `ERR_ACTOR_STOPPED` when the asked actor goes down, `ERR_MAILBOX_FULL` when it has no room.
   */
  ask<M extends AnyMessage>(
    to: ActorRef<M>,
    message: M,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<AnyMessage>;
  watch(ref: ActorRef, onEvent: (event: PeerEvent) => void): void;
  /** What the actor last crashed of, when its restart budget is spent; undefined for every other. */
  spent(ref: ActorRef): string | undefined;
  close(): void;
}

export interface ActorStats {
  readonly ref: ActorRef;
  readonly boot: number;
  readonly state: 'running' | 'restarting' | 'stopped';
  readonly restarts: number;
  readonly mailboxDepth: number;
  readonly mailboxBytes: number;
  /** Fraction of the time since the last inspection that was spent in this actor's turns, in [0, 1]. */
  readonly busyFraction: number;
  readonly turns: number;
  readonly messages: number;
  readonly dropped: number;
  readonly batchSizeMax: number;
  readonly metrics: Readonly<Record<string, number>>;
}

export interface Kernel {
  /** A kind that became known after the start, from an application's module; its supervision row is read when it crashes. */
  register(kind: ActorKind): void;
  spawn(kind: string, instance: number, options?: Readonly<Record<string, unknown>>): ActorRef;
  stop(ref: ActorRef): void;
  has(ref: ActorRef): boolean;
  /** From a link: messages for actors here. */
  deliver(envelopes: readonly Envelope[]): void;
  /** From a link: an actor elsewhere on this node went up or down. */
  peer(ref: ActorRef, event: PeerEvent): void;
  /** `onMessages` gets everything a turn sent to the port, at once. */
  openPort(instance: number, onMessages: (envelopes: readonly Envelope[]) => void): Port;
  inspect(): readonly ActorStats[];
  /** Makes the actor crash at its next message, or its next of this type, for tests of supervision. */
  crash(ref: ActorRef, error: QuorateError, type?: string): void;
  /** Stops every actor in the reverse order of spawning; nothing is delivered afterwards. */
  close(): void;
}
