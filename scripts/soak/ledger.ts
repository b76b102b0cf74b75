/**
 * The ledger of a soak: what was acknowledged, what each shared key's clients were told, and what went wrong. Filled by the
 * writers, read by the audits.
 */
import type { Operation } from '../../src/runtime/sim/history.js';

export class Ledger {
  /** The last acknowledged number under each key that one writer alone puts. */
  readonly puts = new Map<string, number>();
  /** Acknowledged increments of each counter. */
  readonly counts = new Map<string, number>();
  readonly problems: string[] = [];
  acknowledged = 0;
  refused = 0;
  /** Answers that left the outcome open, and what came of retrying: each is settled, or a problem. */
  unknown = 0;
  #history: Operation[] = [];
  #generation = 0;

  /** Names the shared keys: a history is taken whole, so its keys are not used again. */
  get generation(): number {
    return this.#generation;
  }

  put(key: string, n: number): void {
    this.puts.set(key, n);
  }

  increment(counter: string): void {
    this.counts.set(counter, (this.counts.get(counter) ?? 0) + 1);
  }

  problem(what: string): void {
    this.problems.push(what);
  }

  /** An operation on a shared key begins; its outcome is filled in when it is known. */
  begin(operation: Omit<Operation, 'beganMs' | 'endedMs' | 'outcome'>): Operation {
    const beganMs = performance.now();
    const begun: Operation = { ...operation, beganMs, endedMs: Number.POSITIVE_INFINITY, outcome: { kind: 'unknown' } };
    this.#history.push(begun);
    return begun;
  }

  /** What was told since the last time, with nothing under way. */
  takeHistory(): readonly Operation[] {
    const taken = this.#history;
    this.#history = [];
    this.#generation += 1;
    return taken;
  }
}
