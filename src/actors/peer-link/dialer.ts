/**
 * Dialer: a link's attempts to reach the peer, one at a time, and the pauses between them.
 */
import type { ActorContext } from '../../runtime/actor/actor.js';
import type { QuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import { Backoff } from './backoff.js';
import type { Orders } from './orders.js';
import type { PeerLinkMessage } from './protocol.js';
import type { LinkTimers } from './timers.js';

type Context = ActorContext<PeerLinkMessage>;

export interface DialerOptions {
  readonly limits: Limits;
  readonly host: string;
  readonly port: number;
  readonly timers: LinkTimers;
  readonly orders: Orders;
}

interface Attempt {
  readonly token: number;
  /** 0 until it is dialed. */
  connection: number;
}

export class Dialer {
  readonly #options: DialerOptions;
  readonly #backoff: Backoff;
  #attempt: Attempt | undefined;
  #tokens = 0;

  constructor(options: DialerOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.limits);
  }

  get isDialing(): boolean {
    return this.#attempt !== undefined;
  }

  isToken(token: number): boolean {
    return this.#attempt?.token === token;
  }

  /** The attempt has come as far as this connection. */
  isConnection(connection: number): boolean {
    return connection !== 0 && this.#attempt?.connection === connection;
  }

  /** Unless an attempt is under way. */
  dial(ctx: Context): void {
    if (this.#attempt !== undefined) return;
    const { host, port, timers, limits, orders } = this.#options;
    timers.clear('redial', ctx);
    this.#tokens += 1;
    this.#attempt = { token: this.#tokens, connection: 0 };
    orders.dial(this.#tokens, host, port, ctx);
    timers.set('deadline', limits.peerHelloMs, ctx);
  }

  /** The other side has this long to say hello. */
  dialed(connection: number, ctx: Context): void {
    if (this.#attempt === undefined) return;
    this.#attempt.connection = connection;
    this.#options.timers.set('deadline', this.#options.limits.peerHelloMs, ctx);
  }

  /** The attempt has led to a connection, which belongs to somebody else now; or its sockets are gone. */
  forget(ctx: Context): void {
    this.#attempt = undefined;
    this.#options.timers.clear('deadline', ctx);
    this.#options.timers.clear('redial', ctx);
  }

  /** Ends the attempt, if there is one. */
  drop(ctx: Context): void {
    const attempt = this.#attempt;
    this.forget(ctx);
    if (attempt !== undefined && attempt.connection !== 0) this.#options.orders.close(attempt.connection, ctx);
  }

  /** There is reason to expect that the next attempt succeeds. */
  encourage(): void {
    this.#backoff.reset();
  }

  /** Dials after a pause: a long one when this node is not wanted, and that is not about to change. */
  dialLater(refusal: QuorateError | undefined, ctx: Context): void {
    const isUnwanted = refusal !== undefined && !refusal.retryable;
    const pauseMs = isUnwanted ? this.#backoff.refusedMs(ctx.random()) : this.#backoff.nextMs(ctx.random());
    this.#options.timers.set('redial', pauseMs, ctx);
  }
}
