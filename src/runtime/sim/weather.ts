/**
 * Message weather: Raft messages that are lost, doubled, or late on their way to the link of their peer, and so out of
 * order. Connections do none of that while they last; the core must bear it.
 */
import type { Envelope } from '../actor/envelope.js';
import type { Random } from '../base/random.js';
import { raftMessageOf } from './describe.js';
import type { VirtualTime } from './virtual-time.js';

export class MessageWeather {
  readonly #time: VirtualTime;
  readonly #random: Random;
  /** Those that were held back, and come for the second time. */
  readonly #late = new WeakSet<Envelope>();
  /** Fractions of the messages. */
  #lost = 0;
  #doubled = 0;
  #delayed = 0;
  #delayMsMax = 0;

  constructor(time: VirtualTime, random: Random) {
    this.#time = time;
    this.#random = random;
  }

  storm(random: Random): void {
    this.#lost = random.fraction() * 0.2;
    this.#doubled = random.fraction() * 0.2;
    this.#delayed = random.fraction() * 0.3;
    this.#delayMsMax = [5, 50, 300][random.below(3)] ?? 5;
  }

  calm(): void {
    this.#lost = 0;
    this.#doubled = 0;
    this.#delayed = 0;
  }

  describe(): string {
    const percent = (fraction: number): string => `${(fraction * 100).toFixed(1)} %`;
    const late = `${percent(this.#delayed)} late by up to ${this.#delayMsMax}`;
    return `${percent(this.#lost)} lost, ${percent(this.#doubled)} twice, ${late}`;
  }

  /** The envelope was held back before: whatever can happen to it has happened. */
  isLate(envelope: Envelope): boolean {
    return this.#late.delete(envelope);
  }

  /** What goes to the link now; `again` is called with what comes later. */
  pass(envelope: Envelope, again: (later: Envelope) => void): readonly Envelope[] {
    if (this.#lost + this.#doubled + this.#delayed === 0 || raftMessageOf(envelope) === undefined) return [envelope];
    const share = this.#random.fraction();
    if (share < this.#lost) return [];
    if (share < this.#lost + this.#doubled) return [envelope, envelope];
    if (share > this.#lost + this.#doubled + this.#delayed) return [envelope];
    const later = { ...envelope };
    this.#late.add(later);
    this.#time.at(this.#time.now() + this.#random.fraction() * this.#delayMsMax, () => again(later));
    return [];
  }
}
