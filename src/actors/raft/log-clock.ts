/**
 * Log clock: the time that a leader stamps on its entries, by which leases and expiries are judged.
 *
 * It never goes back, and it does not run ahead of what a majority of the voters take the time to be by more than a
 * second: a leader with a broken clock cannot expire what others still see as fresh. Voters report their clocks in
 * heartbeat answers. Without reports from a majority the clock stands still.
 */

/** Covers the way of a heartbeat answer and honest differences between clocks. */
const AHEAD_OF_MAJORITY_MS_MAX = 1_000;

export class LogClock {
  #lastMs = 0;
  readonly #reports = new Map<number, { readonly clockMs: number; readonly atMs: number }>();

  get lastMs(): number {
    return this.#lastMs;
  }

  /** The clock of an entry that has been applied. */
  observe(logClockMs: number): void {
    this.#lastMs = Math.max(this.#lastMs, logClockMs);
  }

  report(voter: number, clockMs: number, nowMs: number): void {
    this.#reports.set(voter, { clockMs, atMs: nowMs });
  }

  /** The stamp of an entry that `self` proposes now. */
  stamp(nowMs: number, self: number, voters: readonly number[]): number {
    const candidate = Math.min(nowMs, this.#majorityMs(nowMs, self, voters) + AHEAD_OF_MAJORITY_MS_MAX);
    this.#lastMs = Math.max(this.#lastMs, Math.floor(candidate));
    return this.#lastMs;
  }

  /** The latest time that a majority of the voters has reached; a report goes on running at the pace of our clock. */
  #majorityMs(nowMs: number, self: number, voters: readonly number[]): number {
    if (voters.length === 1) return nowMs;
    const clocksMs = voters.map((voter) => {
      if (voter === self) return nowMs;
      const report = this.#reports.get(voter);
      return report === undefined ? Number.NEGATIVE_INFINITY : report.clockMs + (nowMs - report.atMs);
    });
    clocksMs.sort((a, b) => b - a);
    return clocksMs[Math.floor(voters.length / 2)] ?? Number.NEGATIVE_INFINITY;
  }
}
