/**
 * How a process ends when a thread or an actor cannot be helped any more. The service manager starts it again;
 * everything acknowledged is on disk.
 */
export const EXIT_STATUS = {
  /** An actor or a worker crashed more often than its row of the supervision table allows. */
  budgetSpent: 70,
  /** A hung worker did not end when it was terminated: it is inside a native call that nobody can interrupt. */
  workerWillNotEnd: 71,
  /** A log or state worker has been inside one SQLite call for longer than `slowAfterMs`. */
  stuckInStore: 74,
} as const;

export interface Fatal {
  readonly status: (typeof EXIT_STATUS)[keyof typeof EXIT_STATUS];
  readonly reason: string;
  readonly cause: unknown;
}
