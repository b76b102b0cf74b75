/**
 * Timers: what actors and ports have asked to be told later. A binary heap behind one timer of the environment.
 *
 * A timer fires once, not before its time. One that is late fires when the kernel gets to it and never catches up.
 */
import type { TimerId } from './actor.js';
import type { Environment } from './kernel.js';

export interface Timer {
  readonly id: TimerId;
  readonly atMs: number;
  /** Undefined once it has fired or was cancelled. */
  fire: (() => void) | undefined;
}

export class Timers {
  readonly #environment: Environment;
  readonly #heap: Timer[] = [];
  #nextId = 1;
  #armed: { readonly atMs: number; readonly handle: unknown } | undefined;
  #cancelled = 0;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  set(ms: number, fire: () => void): Timer {
    const timer: Timer = { id: this.#nextId, atMs: this.#environment.clock.now() + Math.max(0, ms), fire };
    this.#nextId += 1;
    this.#heap.push(timer);
    this.#up(this.#heap.length - 1);
    this.#arm();
    return timer;
  }

  cancel(timer: Timer): void {
    if (timer.fire === undefined) return;
    timer.fire = undefined;
    this.#cancelled += 1;
    if (this.#cancelled > 64 && this.#cancelled * 2 > this.#heap.length) this.#compact();
  }

  close(): void {
    for (const timer of this.#heap) timer.fire = undefined;
    this.#heap.length = 0;
    this.#disarm();
  }

  #fireDue(): void {
    this.#armed = undefined;
    const nowMs = this.#environment.clock.now();
    // Bounded by what is set now: a handler that sets a timer for at once gets it in the next pass.
    for (let left = this.#heap.length; left > 0; left -= 1) {
      const first = this.#heap[0];
      if (first === undefined || (first.atMs > nowMs && first.fire !== undefined)) break;
      this.#pop();
      const { fire } = first;
      first.fire = undefined;
      if (fire === undefined) this.#cancelled -= 1;
      else fire();
    }
    this.#arm();
  }

  #arm(): void {
    const first = this.#heap[0];
    if (first === undefined) return;
    if (this.#armed !== undefined) {
      if (this.#armed.atMs <= first.atMs) return;
      this.#disarm();
    }
    const handle = this.#environment.setTimer(first.atMs, () => this.#fireDue());
    this.#armed = { atMs: first.atMs, handle };
  }

  #disarm(): void {
    if (this.#armed !== undefined) this.#environment.clearTimer(this.#armed.handle);
    this.#armed = undefined;
  }

  #compact(): void {
    const live = this.#heap.filter((timer) => timer.fire !== undefined);
    this.#heap.length = 0;
    this.#cancelled = 0;
    for (const timer of live) {
      this.#heap.push(timer);
      this.#up(this.#heap.length - 1);
    }
  }

  #pop(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#down();
  }

  #up(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapIfLater(parent, at)) return;
      at = parent;
    }
  }

  #down(): void {
    let at = 0;
    for (;;) {
      const left = at * 2 + 1;
      const right = left + 1;
      let least = at;
      if (this.#earlier(left, least)) least = left;
      if (this.#earlier(right, least)) least = right;
      if (least === at) return;
      this.#swapIfLater(at, least);
      at = least;
    }
  }

  #earlier(a: number, b: number): boolean {
    const x = this.#heap[a];
    const y = this.#heap[b];
    if (x === undefined || y === undefined) return false;
    return x.atMs < y.atMs || (x.atMs === y.atMs && x.id < y.id);
  }

  #swapIfLater(parent: number, child: number): boolean {
    if (!this.#earlier(child, parent)) return false;
    const x = this.#heap[parent];
    const y = this.#heap[child];
    if (x === undefined || y === undefined) return false;
    this.#heap[parent] = y;
    this.#heap[child] = x;
    return true;
  }
}
