/**
 * The sequences of one session: given out in order, resolved in any order, at most a window's width apart.
 *
 * Who writes in a session (a client, or a gateway for those without one) sends the lowest unresolved sequence along, so
 * that records below it may go; a sequence a whole window above it would be refused, so none is given out.
 */
import { assert } from './assert.js';

export class SequenceWindow {
  /** By sequence modulo the width: 1 once resolved, while the sequence is in the window. */
  readonly #resolved: Uint8Array;
  #lowest = 1;
  #next = 1;

  constructor(width: number) {
    assert(Number.isSafeInteger(width) && width > 0, 'a window is at least one wide', { width });
    this.#resolved = new Uint8Array(width);
  }

  /** No sequence below this one will be sent again. */
  get lowestUnresolved(): number {
    return this.#lowest;
  }

  get isFull(): boolean {
    return this.#next - this.#lowest >= this.#resolved.length;
  }

  /** The next sequence, from 1; undefined while the window is full. */
  issue(): number | undefined {
    if (this.isFull) return undefined;
    const sequence = this.#next;
    this.#next += 1;
    this.#resolved[sequence % this.#resolved.length] = 0;
    return sequence;
  }

  /** The outcome of the sequence is known, or it was never sent: it will not be sent again. */
  resolve(sequence: number): void {
    assert(sequence >= this.#lowest && sequence < this.#next, 'a sequence is resolved once, after it was issued', {
      sequence,
    });
    const width = this.#resolved.length;
    assert(this.#resolved[sequence % width] === 0, 'a sequence is resolved once', { sequence });
    this.#resolved[sequence % width] = 1;
    while (this.#lowest < this.#next && this.#resolved[this.#lowest % width] === 1) this.#lowest += 1;
  }
}
