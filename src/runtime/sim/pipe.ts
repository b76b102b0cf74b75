/**
 * Pipe: one direction of a simulated connection. What is pushed arrives in order, each after a delay, and waits while
 * the way is closed. It loses nothing by itself.
 */
import { present } from '../base/assert.js';
import type { ErrorCode } from '../base/errors.js';
import type { VirtualTime } from './virtual-time.js';

export type Item =
  | { readonly kind: 'payloads'; readonly payloads: readonly Uint8Array[] }
  | { readonly kind: 'end'; readonly code: ErrorCode; readonly why: string };

export interface PipeOptions {
  readonly time: VirtualTime;
  readonly delayMs: () => number;
  /**
   * When the way is open again: in the past when it is open, infinite while it is cut (then `pump` when it is healed).
   */
  readonly openAtMs: () => number;
  readonly onBusy: () => void;
  readonly onIdle: () => void;
}

export class Pipe {
  onArrival: (item: Item) => void = () => {};
  readonly #options: PipeOptions;
  readonly #queue: { readonly item: Item; readonly dueAtMs: number }[] = [];
  /** When it is pumped next; infinite when nothing is scheduled. */
  #pumpAtMs = Number.POSITIVE_INFINITY;
  #lastDueMs = 0;
  bytes = 0;

  constructor(options: PipeOptions) {
    this.#options = options;
  }

  push(item: Item): void {
    const { time, delayMs, onBusy } = this.#options;
    const dueAtMs = Math.max(time.now() + delayMs(), this.#lastDueMs);
    this.#lastDueMs = dueAtMs;
    this.#queue.push({ item, dueAtMs });
    this.bytes += sizeOf(item);
    if (this.#queue.length > 1) return;
    onBusy();
    this.#schedule(dueAtMs);
  }

  /** What is on its way will not arrive. */
  drop(): void {
    this.#queue.length = 0;
    this.bytes = 0;
    this.#options.onIdle();
  }

  /** Lets arrive what is due, as far as the way is open. */
  pump(): void {
    const { time, openAtMs, onIdle } = this.#options;
    for (let first = this.#queue[0]; first !== undefined; first = this.#queue[0]) {
      const atMs = Math.max(first.dueAtMs, openAtMs());
      if (atMs > time.now()) {
        if (atMs < Number.POSITIVE_INFINITY) this.#schedule(atMs);
        return;
      }
      const { item } = present(this.#queue.shift(), 'what is due');
      this.bytes -= sizeOf(item);
      this.onArrival(item);
    }
    onIdle();
  }

  #schedule(atMs: number): void {
    if (this.#pumpAtMs <= atMs) return;
    this.#pumpAtMs = atMs;
    this.#options.time.at(atMs, () => {
      if (this.#pumpAtMs === atMs) this.#pumpAtMs = Number.POSITIVE_INFINITY;
      this.pump();
    });
  }
}

function sizeOf(item: Item): number {
  return item.kind === 'end' ? 0 : item.payloads.reduce((sum, payload) => sum + payload.length, 0);
}
