/**
 * Virtual time: a clock that stands still until the next event, and the events.
 *
 * Events run in the order of their times, and among equal times in the order in which they were scheduled, so a run is
 * a function of its inputs. It is a kernel's environment for tests, and the base of the simulated world.
 */

import type { Log } from '../actor/actor.js';
import type { Environment } from '../actor/kernel.js';
import { QuorateError } from '../base/errors.js';
import { createRandom } from '../base/random.js';

/** Where virtual time starts: an arbitrary wall clock reading that never changes. */
export const VIRTUAL_START_MS = 1_700_000_000_000;

/** An idle system runs out of events long before this; a livelock does not. */
const EVENTS_MAX = 10_000_000;

class Event {
  readonly atMs: number;
  readonly order: number;
  run: (() => void) | undefined;

  constructor(atMs: number, order: number, run: () => void) {
    this.atMs = atMs;
    this.order = order;
    this.run = run;
  }
}

const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };

export class VirtualTime {
  #nowMs: number;
  #order = 0;
  /** Events since the clock last moved. */
  #atThisInstant = 0;
  readonly #heap: Event[] = [];

  constructor(startMs = VIRTUAL_START_MS) {
    this.#nowMs = startMs;
  }

  now(): number {
    return this.#nowMs;
  }

  /** Runs `run` when the clock reads `atMs`, at the earliest now. */
  at(atMs: number, run: () => void): Event {
    this.#order += 1;
    const event = new Event(Math.max(atMs, this.#nowMs), this.#order, run);
    this.#push(event);
    return event;
  }

  cancel(event: Event): void {
    event.run = undefined;
  }

  /** Runs the next event; false when there is none. */
  step(): boolean {
    for (let event = this.#pop(); event !== undefined; event = this.#pop()) {
      const { run } = event;
      if (run === undefined) continue;
      event.run = undefined;
      this.#atThisInstant = event.atMs > this.#nowMs ? 0 : this.#atThisInstant + 1;
      if (this.#atThisInstant >= EVENTS_MAX) throw new QuorateError('ERR_INVARIANT', 'virtual time stands still');
      this.#nowMs = event.atMs;
      run();
      return true;
    }
    return false;
  }

  /** Runs everything up to and including `atMs`; the clock then reads `atMs`. */
  runUntil(atMs: number): void {
    for (let first = this.#heap[0]; first !== undefined && first.atMs <= atMs; first = this.#heap[0]) {
      if (first.run === undefined) this.#pop();
      else this.step();
    }
    this.#nowMs = Math.max(this.#nowMs, atMs);
  }

  runFor(ms: number): void {
    this.runUntil(this.#nowMs + ms);
  }

  /** Runs until nothing is left to happen. Not for actors that keep a timer going. */
  runUntilIdle(): void {
    for (let count = 0; this.step(); count += 1) {
      if (count >= EVENTS_MAX) throw new QuorateError('ERR_INVARIANT', 'virtual time never becomes idle');
    }
  }

  /** A kernel's world in which rounds take no time. */
  environment(seed: number, log: Log = SILENT): Environment {
    return {
      clock: this,
      random: createRandom(seed),
      log,
      schedule: (run) => {
        this.at(this.#nowMs, run);
      },
      setTimer: (atMs, run) => this.at(atMs, run),
      clearTimer: (timer) => {
        if (timer instanceof Event) this.cancel(timer);
      },
    };
  }

  #push(event: Event): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(event);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(event, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = event;
  }

  #pop(): Event | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = at * 2 + 1;
      let below = heap[child];
      const right = heap[child + 1];
      if (below !== undefined && right !== undefined && isBefore(right, below)) {
        below = right;
        child += 1;
      }
      if (below === undefined || !isBefore(below, last)) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(a: Event, b: Event): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}
