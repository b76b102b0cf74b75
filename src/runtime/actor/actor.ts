/**
 * Actor: private state, one message at a time, addressed by a ref, restarted by its supervisor.
 *
 * An actor sees the world only through its context. It never awaits: a turn takes what was in the mailbox at its start,
 * handles each message, then ends the batch. What it sends leaves when the turn has ended, so a turn that throws has sent
 * nothing.
 */
import type { QuorateError } from '../base/errors.js';
import type { Random } from '../base/random.js';
import type { Envelope } from './envelope.js';
import type { AnyMessage, Protocol } from './protocol.js';

/** An actor's address. Instances are numbers: a group id, a volume number, a peer's node id. Plain data, comparable by fields. */
export interface ActorRef<M extends AnyMessage = AnyMessage> {
  readonly node: number;
  readonly kind: string;
  readonly instance: number;
  /** Never set; ties the ref to the messages its actor understands. */
  readonly _message?: M;
}

/**
 * What a watcher is told: the actor is up with this boot, or down. With `spent`, its restart budget is: it stays down,
 * and this is what it last crashed of.
 */
export type PeerEvent =
  | { readonly state: 'up'; readonly boot: number }
  | { readonly state: 'down'; readonly boot: number; readonly spent?: string };

/** Names an ask that waits for its answer; may be kept across turns. Answering twice is an invariant broken. */
export interface Asker {
  readonly from: ActorRef;
  readonly fromBoot: number;
  readonly ask: number;
}

export type TimerId = number;

export interface Log {
  debug(event: string, facts?: Readonly<Record<string, unknown>>): void;
  info(event: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(event: string, facts?: Readonly<Record<string, unknown>>): void;
  error(event: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** Counters and gauges of one actor, read by the host between turns. Names are `snake_case` with the unit last. */
export interface Metrics {
  count(name: string, by?: number): void;
  gauge(name: string, value: number): void;
  observe(name: string, value: number): void;
}

export interface ActorContext<M extends AnyMessage = AnyMessage> {
  readonly self: ActorRef<M>;
  /** Of this actor: higher at every start. */
  readonly boot: number;
  /** Who sent the message that is being handled, and with which boot; undefined for timers. */
  readonly sender: ActorRef | undefined;
  readonly senderBoot: number;
  /** Set while an asked message is handled. */
  readonly asker: Asker | undefined;

  /** Leaves at the end of the turn. With `boot`, it is dropped unless the receiver runs with exactly that boot. */
  send<N extends AnyMessage>(to: ActorRef<N>, message: N, boot?: number): void;
  /** A message of somebody else leaves as it came, at the end of the turn: what a relay received for this node. */
  forward(envelope: Envelope): void;
  answer(asker: Asker, message: AnyMessage): void;
  refuse(asker: Asker, error: QuorateError): void;

  /** Delivers `message` to this actor once, not before `ms` have passed; a late timer does not catch up. */
  after(ms: number, message: M): TimerId;
  cancel(timer: TimerId): void;

  /** Milliseconds, never going back, anchored at the wall clock when the node started. */
  now(): number;
  random(): Random;

  /** Starts a child on this thread, supervised by its kind's row of the table; refused when the ref is taken. */
  spawn(kind: string, instance: number, options?: Readonly<Record<string, unknown>>): ActorRef;
  /** Stops an actor started by this one. */
  stop(ref: ActorRef): void;
  /** From now on `onPeer` is told when that actor goes up or down; at once if it is up now. */
  watch(ref: ActorRef): void;
  unwatch(ref: ActorRef): void;

  readonly log: Log;
  readonly metrics: Metrics;
}

export interface Actor<M extends AnyMessage = AnyMessage> {
  /** Once, before the first message. */
  onStart?(ctx: ActorContext<M>): void;
  receive(message: M, ctx: ActorContext<M>): void;
  /** Once per turn, after its messages. */
  onBatchEnd?(ctx: ActorContext<M>): void;
  /** A watched actor went up or down. Part of a turn, like a message. */
  onPeer?(ref: ActorRef, event: PeerEvent, ctx: ActorContext<M>): void;
  /**
   * A message of class `ask` that this actor sent found no room (`ERR_MAILBOX_FULL`) or no running actor
   * (`ERR_ACTOR_STOPPED`), and was not handled. Part of a turn, like a message. Best effort: senders keep deadlines.
   */
  onRefused?(to: ActorRef, message: AnyMessage, error: QuorateError, ctx: ActorContext<M>): void;
  /**
   * Of a relay: a message for an actor of the node that the relay's instance names. Part of a turn, like a message. What
   * cannot be passed on is answered with `bounceOf`.
   */
  onRelay?(envelope: Envelope, ctx: ActorContext<M>): void;
  /** The actor ends in order, or has crashed: close what is open. Nothing can be sent any more. Must not throw. */
  onStop?(): void;
}

/** How to make an actor of a kind: its protocol and a factory that is called at every start. */
export interface ActorKind<M extends AnyMessage = AnyMessage> {
  readonly kind: string;
  readonly protocol: Protocol<M>;
  create(instance: number, options: Readonly<Record<string, unknown>>): Actor<M>;
}

export function refKey(ref: ActorRef): string {
  return `${ref.node}/${ref.kind}/${ref.instance}`;
}

export function sameRef(a: ActorRef, b: ActorRef): boolean {
  return a.instance === b.instance && a.kind === b.kind && a.node === b.node;
}
