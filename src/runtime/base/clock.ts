/**
 * Clock: the only source of time.
 *
 * `now()` is in milliseconds, never goes back within a node's life, and starts at the wall clock's reading at the node's
 * start, so that it can also stamp sessions and feed the log clock. All threads of a node share one origin.
 */
export interface Clock {
  now(): number;
}

/** What every thread of a node needs to tell the same time. */
export interface ClockOrigin {
  readonly wallMs: number;
  readonly hrtimeNs: bigint;
}

export function captureClockOrigin(): ClockOrigin {
  return { wallMs: Date.now(), hrtimeNs: process.hrtime.bigint() };
}

export function createSystemClock(origin: ClockOrigin): Clock {
  const originNs = Number(origin.hrtimeNs % 1_000_000_000_000_000n);
  const nowNs = () => {
    const [seconds, nanoseconds] = process.hrtime();
    return (seconds % 1_000_000) * 1e9 + nanoseconds;
  };
  return {
    now() {
      let elapsedNs = nowNs() - originNs;
      if (elapsedNs < 0) elapsedNs += 1e15;
      return origin.wallMs + elapsedNs / 1e6;
    },
  };
}
