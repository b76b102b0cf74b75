/** Metrics of one actor: counters and gauges by name; an observed value becomes a count, a sum and a maximum. */
import type { Metrics } from './actor.js';

export class ActorMetrics implements Metrics {
  readonly #values = new Map<string, number>();

  count(name: string, by = 1): void {
    this.#values.set(name, (this.#values.get(name) ?? 0) + by);
  }

  gauge(name: string, value: number): void {
    this.#values.set(name, value);
  }

  observe(name: string, value: number): void {
    this.count(`${name}_count`);
    this.count(`${name}_sum`, value);
    const max = `${name}_max`;
    this.#values.set(max, Math.max(this.#values.get(max) ?? value, value));
  }

  snapshot(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#values);
  }
}
