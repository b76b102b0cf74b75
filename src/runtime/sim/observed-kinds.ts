/**
 * Observed kinds: the real peer link, group and gateway, with the world looking on where messages leave a node, where
 * they arrive at another, and where it is told how peers are. What they do is theirs; the world may only take, double
 * or delay what leaves.
 */
import type { Actor, ActorContext, ActorKind, ActorRef, PeerEvent } from '../actor/actor.js';
import type { Envelope } from '../actor/envelope.js';
import type { AnyMessage } from '../actor/protocol.js';
import { RELAY_KIND } from '../actor/routes.js';
import type { QuorateError } from '../base/errors.js';
import { type Body, peer } from '../base/proto.js';

type PeerState = Body<peer.PeerState.$Properties>;

/** An actor that hands everything on to another. */
class Wrapped implements Actor {
  readonly inner: Actor;

  constructor(inner: Actor) {
    this.inner = inner;
  }

  onStart(ctx: ActorContext): void {
    this.inner.onStart?.(ctx);
  }

  receive(message: AnyMessage, ctx: ActorContext): void {
    this.inner.receive(message, ctx);
  }

  onBatchEnd(ctx: ActorContext): void {
    this.inner.onBatchEnd?.(ctx);
  }

  onPeer(ref: ActorRef, event: PeerEvent, ctx: ActorContext): void {
    this.inner.onPeer?.(ref, event, ctx);
  }

  onRefused(to: ActorRef, message: AnyMessage, error: QuorateError, ctx: ActorContext): void {
    this.inner.onRefused?.(to, message, error, ctx);
  }

  onRelay(envelope: Envelope, ctx: ActorContext): void {
    this.inner.onRelay?.(envelope, ctx);
  }

  onStop(): void {
    this.inner.onStop?.();
  }
}

class ObservedLink extends Wrapped {
  readonly #relay: (envelope: Envelope) => readonly Envelope[];

  constructor(inner: Actor, relay: (envelope: Envelope) => readonly Envelope[]) {
    super(inner);
    this.#relay = relay;
  }

  override onRelay(envelope: Envelope, ctx: ActorContext): void {
    for (const passed of this.#relay(envelope)) this.inner.onRelay?.(passed, ctx);
  }
}

/** A Raft message from another node has reached a group, which was told last that the peer runs with `acceptedBoot`. */
export interface Arrival {
  readonly group: number;
  readonly peer: number;
  /** Of the actor that sent it; 0 when the message does not say. */
  readonly senderBoot: number;
  /** 0 while nothing was told. */
  readonly acceptedBoot: number;
}

class ObservedGroup extends Wrapped {
  readonly #arrived: (arrival: Arrival) => void;
  readonly #accepted = new Map<number, number>();

  constructor(inner: Actor, arrived: (arrival: Arrival) => void) {
    super(inner);
    this.#arrived = arrived;
  }

  override receive(message: AnyMessage, ctx: ActorContext): void {
    const { sender, self, senderBoot } = ctx;
    if (message.type === 'peerState') this.#told(message.body as PeerState);
    if (message.type === 'raft' && sender !== undefined && sender.node !== self.node) {
      const acceptedBoot = this.#accepted.get(sender.node) ?? 0;
      this.#arrived({ group: self.instance, peer: sender.node, senderBoot, acceptedBoot });
    }
    this.inner.receive(message, ctx);
  }

  /** A link that starts again knows of no boot. */
  override onPeer(ref: ActorRef, event: PeerEvent, ctx: ActorContext): void {
    if (ref.kind === RELAY_KIND) this.#accepted.delete(ref.instance);
    this.inner.onPeer?.(ref, event, ctx);
  }

  #told({ node, presence, boot }: PeerState): void {
    if (presence === peer.Presence.CONNECTED) this.#accepted.set(node, boot);
  }
}

class ObservedGateway extends Wrapped {
  readonly #told: (state: PeerState) => void;

  constructor(inner: Actor, told: (state: PeerState) => void) {
    super(inner);
    this.#told = told;
  }

  override receive(message: AnyMessage, ctx: ActorContext): void {
    if (message.type === 'peerState') this.#told(message.body as PeerState);
    this.inner.receive(message, ctx);
  }
}

/** `relay` says what the link gets in the place of an envelope for its peer. */
export function observedLink(kind: ActorKind, relay: (envelope: Envelope) => readonly Envelope[]): ActorKind {
  return { ...kind, create: (instance, options) => new ObservedLink(kind.create(instance, options), relay) };
}

export function observedGroup(kind: ActorKind, arrived: (arrival: Arrival) => void): ActorKind {
  return { ...kind, create: (instance, options) => new ObservedGroup(kind.create(instance, options), arrived) };
}

export interface GatewayObserver {
  /** A life of the gateway begins. */
  started(): void;
  told(state: PeerState): void;
}

export function observedGateway(kind: ActorKind, observer: GatewayObserver): ActorKind {
  return {
    ...kind,
    create(instance, options) {
      observer.started();
      return new ObservedGateway(kind.create(instance, options), (state) => observer.told(state));
    },
  };
}
