/**
 * Links: what one thread knows of the others, and how its envelopes get there.
 *
 * An envelope goes to the thread from which its receiver was announced, else to the one that the placement names. It
 * leaves at the next flush, which the host does at the end of every round. When nobody can be reached, or too much is
 * under way, an ask is refused, a droppable message is dropped and counted, and a credited one goes all the same: its
 * sender's credits bound it. When a link ends, every actor that was announced over it is down.
 */
import type { ActorRef, PeerEvent } from '../actor/actor.js';
import { refKey } from '../actor/actor.js';
import { isLasting } from '../actor/directory.js';
import type { Envelope } from '../actor/envelope.js';
import type { Delivery } from '../actor/protocol.js';
import { RefMap } from '../actor/ref-map.js';
import { PORT_KIND, RELAY_KIND, type Routes } from '../actor/routes.js';
import { asQuorateError, QuorateError } from '../base/errors.js';
import { Link, type LinkEnd, type PeerNews } from './link.js';
import type { Placement } from './placement.js';

export interface LinksOptions {
  readonly node: number;
  readonly thread: number;
  readonly placement: Placement;
  readonly routes: Routes;
  readonly bytesInTransitMax: number;
  /** Envelopes for this thread's kernel: from other threads, and failed answers to asks that could not leave. */
  onEnvelopes(envelopes: readonly Envelope[]): void;
  /** An actor of another thread went up or down. */
  onPeer(ref: ActorRef, event: PeerEvent, thread: number): void;
  /** A message of this actor cannot be encoded: a defect of the actor. */
  onUnencodable(from: ActorRef, error: QuorateError): void;
  onFault(thread: number, error: QuorateError): void;
  /** Something waits for `flush`. */
  onDirty(): void;
}

interface Announced {
  readonly ref: ActorRef;
  readonly boot: number;
  readonly thread: number;
}

export class Links {
  readonly #options: LinksOptions;
  readonly #links = new Map<number, Link>();
  /** Actors that other threads have announced as up. */
  readonly #announced = new RefMap<Announced>();
  readonly #announcedBy = new Map<number, Map<string, Announced>>();
  /** Actors of this thread that are up, or will not be again: what a new link is told first. */
  readonly #local = new Map<string, PeerNews>();
  #refusals: Envelope[] = [];
  #dropped = 0;

  constructor(options: LinksOptions) {
    this.#options = options;
  }

  /** Messages that could not leave: their thread was gone, or too much was under way. */
  get dropped(): number {
    return this.#dropped;
  }

  connect(end: LinkEnd): void {
    this.disconnect(end.thread);
    const link = new Link(end, {
      routes: this.#options.routes,
      bytesInTransitMax: this.#options.bytesInTransitMax,
      onEnvelopes: (envelopes) => this.#options.onEnvelopes(envelopes),
      onNews: (news) => {
        for (const { ref, event } of news) this.#hear(ref, event, end.thread);
      },
      onFault: (error) => this.#options.onFault(end.thread, asQuorateError(error, 'ERR_DECODE')),
      onEnd: () => this.#ended(link),
    });
    this.#links.set(end.thread, link);
    link.announce([...this.#local.values()]);
  }

  /** The thread has ended: what it sent before is handed on, then its actors are down. */
  disconnect(thread: number): void {
    this.#links.get(thread)?.end();
  }

  forward(envelopes: readonly Envelope[]): void {
    for (const envelope of envelopes) this.#forwardOne(envelope);
    this.#options.onDirty();
  }

  publish(ref: ActorRef, event: PeerEvent): void {
    if (isLasting(event)) this.#local.set(refKey(ref), { ref, event });
    else this.#local.delete(refKey(ref));
    for (const link of this.#links.values()) link.announce([{ ref, event }]);
  }

  flush(): void {
    for (const link of this.#links.values()) link.flush();
    if (this.#refusals.length === 0) return;
    const refusals = this.#refusals;
    this.#refusals = [];
    this.#options.onEnvelopes(refusals);
  }

  close(): void {
    this.flush();
    for (const link of [...this.#links.values()]) link.end();
  }

  #forwardOne(envelope: Envelope): void {
    const { to } = envelope;
    const here = this.#receiverHere(to);
    const thread = this.#announced.get(here)?.thread ?? this.#options.placement.threadOf(here.kind, here.instance);
    const link = thread === undefined ? undefined : this.#links.get(thread);
    if (link === undefined) {
      this.#refuse(envelope, new QuorateError('ERR_ACTOR_STOPPED', `${refKey(to)} is not running; try again`));
      return;
    }
    try {
      if (link.append(envelope, () => this.#deliveryOf(envelope) !== 'credited')) return;
      this.#refuse(
        envelope,
        new QuorateError('ERR_MAILBOX_FULL', `too much is on its way to ${refKey(to)}; try later`),
      );
    } catch (thrown) {
      const error = asQuorateError(thrown);
      this.#refuse(envelope, error);
      this.#options.onUnencodable(envelope.from, error);
    }
  }

  /** The actor of this node that takes it: what is for another node goes to that node's relay. */
  #receiverHere(to: ActorRef): ActorRef {
    const { node } = this.#options;
    return to.node === node ? to : { node, kind: RELAY_KIND, instance: to.node };
  }

  #deliveryOf(envelope: Envelope): Delivery {
    const { message } = envelope;
    // An answer is awaited and bounded by the ask; a failure is small.
    if (envelope.isAnswer || message === undefined) return 'credited';
    const { routes } = this.#options;
    const speaker = envelope.to.kind === PORT_KIND ? envelope.from.kind : envelope.to.kind;
    if (!routes.has(speaker)) return 'droppable';
    const protocol = routes.protocolOf(envelope);
    return protocol.has(message.type) ? protocol.delivery(message.type) : 'droppable';
  }

  /** An ask is answered with the error, a message of class `ask` comes back with it; others are dropped and counted. */
  #refuse(envelope: Envelope, failure: QuorateError): void {
    this.#dropped += 1;
    const { to, from, fromBoot, ask, message } = envelope;
    if (ask === 0 && this.#deliveryOf(envelope) !== 'ask') return;
    if (envelope.isAnswer) return;
    const returned = ask === 0 ? message : undefined;
    this.#refusals.push({
      to: from,
      toBoot: fromBoot,
      from: to,
      fromBoot: 0,
      ask,
      isAnswer: true,
      message: returned,
      failure,
    });
  }

  #hear(ref: ActorRef, event: PeerEvent, thread: number): void {
    const key = refKey(ref);
    const ofThread = this.#announcedBy.get(thread) ?? new Map<string, Announced>();
    this.#announcedBy.set(thread, ofThread);
    if (event.state === 'up') {
      const announced = { ref, boot: event.boot, thread };
      ofThread.set(key, announced);
      this.#announced.set(ref, announced);
    } else {
      ofThread.delete(key);
      if (this.#announced.get(ref)?.thread === thread) this.#announced.delete(ref);
    }
    this.#options.onPeer(ref, event, thread);
  }

  #ended(link: Link): void {
    if (this.#links.get(link.thread) === link) this.#links.delete(link.thread);
    const ofThread = this.#announcedBy.get(link.thread);
    this.#announcedBy.delete(link.thread);
    for (const { ref, boot } of ofThread?.values() ?? []) {
      if (this.#announced.get(ref)?.thread === link.thread) this.#announced.delete(ref);
      this.#options.onPeer(ref, { state: 'down', boot }, link.thread);
    }
  }
}
