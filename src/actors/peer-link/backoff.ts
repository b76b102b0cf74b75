/**
 * Backoff: how long a link waits before it dials again. Doubles with every attempt that led to nothing, with jitter, and
 * starts anew after a connection that was of use.
 */
import type { Limits } from '../../runtime/base/limits.js';
import type { Random } from '../../runtime/base/random.js';

/** Who was told why it is not wanted asks again, in case that changes, but rarely: this many times the longest pause. */
const REFUSED_PAUSES = 5;

export class Backoff {
  readonly #limits: Limits;
  #failures = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  reset(): void {
    this.#failures = 0;
  }

  nextMs(random: Random): number {
    const { peerRedialMsMin, peerRedialMsMax } = this.#limits;
    const ms = Math.min(peerRedialMsMax, peerRedialMsMin * 2 ** Math.min(this.#failures, 30));
    this.#failures += 1;
    return ms * (0.5 + random.fraction() / 2);
  }

  refusedMs(random: Random): number {
    return REFUSED_PAUSES * this.#limits.peerRedialMsMax * (0.5 + random.fraction() / 2);
  }
}
