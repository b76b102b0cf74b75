/**
 * Liveness of a connection: when this side must say something, and when the other has been silent for too long. A
 * network that was cut says nothing by itself.
 */
import type { ActorContext } from '../../runtime/actor/actor.js';
import type { Limits } from '../../runtime/base/limits.js';
import type { PeerLinkMessage } from './protocol.js';
import type { LinkTimers } from './timers.js';

type Context = ActorContext<PeerLinkMessage>;

export class Liveness {
  readonly #limits: Limits;
  readonly #timers: LinkTimers;
  #sentAtMs = 0;
  #receivedAtMs = 0;

  constructor(limits: Limits, timers: LinkTimers) {
    this.#limits = limits;
    this.#timers = timers;
  }

  start(ctx: Context): void {
    this.#sentAtMs = ctx.now();
    this.#receivedAtMs = this.#sentAtMs;
    this.#timers.set('liveness', this.#limits.peerPingMs, ctx);
  }

  stop(ctx: Context): void {
    this.#timers.clear('liveness', ctx);
  }

  sent(nowMs: number): void {
    this.#sentAtMs = nowMs;
  }

  received(nowMs: number): void {
    this.#receivedAtMs = nowMs;
  }

  /** The timer has fired; runs on unless the other side is silent. */
  check(lateMs: number, ctx: Context): 'fine' | 'speak' | 'silent' {
    const { peerPingMs, peerSilenceMs } = this.#limits;
    const nowMs = ctx.now();
    if (nowMs - this.#receivedAtMs >= peerSilenceMs) {
      if (!stoodStill(lateMs, this.#limits)) return 'silent';
      // What has arrived meanwhile is read before the timer fires again.
      this.#receivedAtMs = nowMs + peerPingMs - peerSilenceMs;
    }
    const mustSpeak = nowMs - this.#sentAtMs >= peerPingMs;
    if (mustSpeak) this.#sentAtMs = nowMs;
    const dueAtMs = Math.min(this.#sentAtMs + peerPingMs, this.#receivedAtMs + peerSilenceMs);
    this.#timers.set('liveness', dueAtMs - nowMs, ctx);
    return mustSpeak ? 'speak' : 'fine';
  }
}

/** A timer that comes this late speaks of a pause of this process, not of the peer. */
export function stoodStill(lateMs: number, { peerSilenceMs }: Pick<Limits, 'peerSilenceMs'>): boolean {
  return lateMs > peerSilenceMs / 2;
}
