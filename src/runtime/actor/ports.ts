/**
 * Ports: places outside the actors that send, ask and receive.
 *
 * Every ask settles: with the answer, the refusal, or by deadline, abort, death of the asked actor, or closing of the
 * port. A late answer is dropped.
 */
import { QuorateError } from '../base/errors.js';
import type { ActorRef, PeerEvent } from './actor.js';
import type { Directory } from './directory.js';
import type { Envelope } from './envelope.js';
import type { Port } from './kernel.js';
import type { AnyMessage } from './protocol.js';
import { RefMap } from './ref-map.js';
import { PORT_KIND } from './routes.js';
import type { Timer, Timers } from './timers.js';

export interface PortHost {
  readonly node: number;
  readonly timers: Timers;
  readonly directory: Directory;
  /** Lets one envelope from outside the actors leave at once. */
  route(envelope: Envelope): void;
  closePort(port: KernelPort): void;
}

interface PendingAsk {
  readonly to: ActorRef;
  readonly resolve: (message: AnyMessage) => void;
  readonly reject: (error: QuorateError) => void;
  readonly timer: Timer;
  readonly unlisten: (() => void) | undefined;
}

export class KernelPort implements Port {
  readonly ref: ActorRef;
  readonly boot: number;
  readonly #host: PortHost;
  readonly #onMessages: (envelopes: readonly Envelope[]) => void;
  readonly #pending = new Map<number, PendingAsk>();
  /** How many asks wait for each actor; the port watches an actor while there are any. */
  readonly #asked = new RefMap<{ count: number }>();
  readonly #watches = new Map<object, ActorRef>();
  #nextAsk = 1;
  #isClosed = false;

  constructor(host: PortHost, instance: number, boot: number, onMessages: (envelopes: readonly Envelope[]) => void) {
    this.#host = host;
    this.ref = Object.freeze({ node: host.node, kind: PORT_KIND, instance });
    this.boot = boot;
    this.#onMessages = onMessages;
  }

  send<M extends AnyMessage>(to: ActorRef<M>, message: M): void {
    if (this.#isClosed) return;
    this.#host.route(this.#envelope(to, message, 0));
  }

  ask<M extends AnyMessage>(
    to: ActorRef<M>,
    message: M,
    options: { readonly timeoutMs: number; readonly signal?: AbortSignal },
  ): Promise<AnyMessage> {
    const { timeoutMs, signal } = options;
    if (this.#isClosed) return Promise.reject(new QuorateError('ERR_STOPPING', 'the port is closed'));
    if (signal?.aborted === true) return Promise.reject(aborted());
    if (this.#host.directory.isDown(to)) return Promise.reject(stopped(to));
    const ask = this.#nextAsk;
    this.#nextAsk += 1;
    return new Promise((resolve, reject) => {
      const timer = this.#host.timers.set(timeoutMs, () => {
        this.#fail(ask, new QuorateError('ERR_TIMEOUT', `no answer from ${to.kind}/${to.instance} in ${timeoutMs} ms`));
      });
      const onAbort = () => this.#fail(ask, aborted());
      signal?.addEventListener('abort', onAbort, { once: true });
      const unlisten = signal === undefined ? undefined : () => signal.removeEventListener('abort', onAbort);
      this.#pending.set(ask, { to, resolve, reject, timer, unlisten });
      this.#count(to, 1);
      this.#host.route(this.#envelope(to, message, ask));
    });
  }

  watch(ref: ActorRef, onEvent: (event: PeerEvent) => void): void {
    if (this.#isClosed) return;
    const owner = {};
    this.#watches.set(owner, ref);
    this.#host.directory.watch(ref, owner, (_, event) => onEvent(event));
  }

  spent(ref: ActorRef): string | undefined {
    const event = this.#host.directory.last(ref);
    return event?.state === 'down' ? event.spent : undefined;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const ask of [...this.#pending.keys()])
      this.#fail(ask, new QuorateError('ERR_STOPPING', 'the port was closed'));
    for (const [owner, ref] of this.#watches) this.#host.directory.unwatch(ref, owner);
    this.#watches.clear();
    this.#host.closePort(this);
  }

  /** Answers settle their asks; the rest goes to the owner, all at once. */
  deliver(envelopes: readonly Envelope[]): void {
    if (this.#isClosed) return;
    const messages = envelopes.filter((envelope) => !this.#settle(envelope));
    if (messages.length > 0) this.#onMessages(messages);
  }

  #envelope(to: ActorRef, message: AnyMessage, ask: number): Envelope {
    const { ref: from, boot: fromBoot } = this;
    return { to, toBoot: 0, from, fromBoot, ask, isAnswer: false, message, failure: undefined };
  }

  #settle(envelope: Envelope): boolean {
    if (envelope.toBoot !== 0 && envelope.toBoot !== this.boot) return true;
    if (!envelope.isAnswer || envelope.ask === 0) return false;
    if (envelope.failure !== undefined) this.#fail(envelope.ask, envelope.failure);
    else if (envelope.message !== undefined) this.#take(envelope.ask)?.resolve(envelope.message);
    return true;
  }

  #fail(ask: number, error: QuorateError): void {
    this.#take(ask)?.reject(error);
  }

  #take(ask: number): PendingAsk | undefined {
    const pending = this.#pending.get(ask);
    if (pending === undefined) return undefined;
    this.#pending.delete(ask);
    this.#host.timers.cancel(pending.timer);
    pending.unlisten?.();
    this.#count(pending.to, -1);
    return pending;
  }

  #count(to: ActorRef, by: number): void {
    let asked = this.#asked.get(to);
    if (asked === undefined) {
      asked = { count: 0 };
      this.#asked.set(to, asked);
    }
    asked.count += by;
    if (by === 1 && asked.count === 1)
      this.#host.directory.watch(to, asked, (ref, event) => this.#onAskedPeer(ref, event));
    if (by === -1 && asked.count === 0) {
      this.#host.directory.unwatch(to, asked);
      this.#asked.delete(to);
    }
  }

  #onAskedPeer(ref: ActorRef, event: PeerEvent): void {
    if (event.state === 'up') return;
    for (const [ask, pending] of [...this.#pending]) {
      const { to } = pending;
      if (to.instance === ref.instance && to.kind === ref.kind && to.node === ref.node) this.#fail(ask, stopped(ref));
    }
  }
}

function aborted(): QuorateError {
  return new QuorateError('ERR_ABORTED', 'the caller gave up waiting');
}

export function stopped(ref: ActorRef): QuorateError {
  return new QuorateError('ERR_ACTOR_STOPPED', `${ref.kind}/${ref.instance} is not running; try again later`);
}
