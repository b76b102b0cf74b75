/**
 * The real world of a kernel on a thread: the node's clock, timers, and rounds that run from the event loop.
 *
 * A round runs as an immediate, so all I/O that is already there is delivered before it and the thread returns to the
 * event loop after it. A due timer waits for the immediates of its loop turn too: a tick must not overtake messages
 * that arrived while the thread was busy.
 */
import type { Log } from '../actor/actor.js';
import type { Environment } from '../actor/kernel.js';
import type { Clock } from '../base/clock.js';
import type { Random } from '../base/random.js';

/** setTimeout takes at most this; a later timer is armed in steps. */
const TIMEOUT_MS_MAX = 2 ** 31 - 1;

interface ArmedTimer {
  readonly atMs: number;
  readonly run: () => void;
  timeout: NodeJS.Timeout | undefined;
  immediate: NodeJS.Immediate | undefined;
  cleared: boolean;
}

export interface RealTimeOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Called around every round and timer, so that the host can flush what they sent. */
  around(run: () => void): void;
}

export interface RealTimeEnvironment extends Environment {
  /** Cancels whatever is scheduled; nothing runs afterwards. */
  close(): void;
}

export function createRealTimeEnvironment(options: RealTimeOptions): RealTimeEnvironment {
  const { clock, random, log, around } = options;
  const immediates = new Set<NodeJS.Immediate>();
  const timers = new Set<ArmedTimer>();

  const soon = (run: () => void): NodeJS.Immediate => {
    const immediate = setImmediate(() => {
      immediates.delete(immediate);
      around(run);
    });
    immediates.add(immediate);
    return immediate;
  };

  const arm = (timer: ArmedTimer): void => {
    const delayMs = Math.min(Math.max(Math.ceil(timer.atMs - clock.now()), 1), TIMEOUT_MS_MAX);
    timer.timeout = setTimeout(() => {
      timer.timeout = undefined;
      if (clock.now() < timer.atMs) {
        arm(timer);
        return;
      }
      timer.immediate = soon(() => {
        timers.delete(timer);
        if (!timer.cleared) timer.run();
      });
    }, delayMs);
  };

  const clear = (timer: ArmedTimer): void => {
    timer.cleared = true;
    timers.delete(timer);
    clearTimeout(timer.timeout);
    if (timer.immediate !== undefined) {
      clearImmediate(timer.immediate);
      immediates.delete(timer.immediate);
    }
  };

  return {
    clock,
    random,
    log,
    schedule(run) {
      soon(run);
    },
    setTimer(atMs, run) {
      const timer: ArmedTimer = { atMs, run, timeout: undefined, immediate: undefined, cleared: false };
      timers.add(timer);
      arm(timer);
      return timer;
    },
    clearTimer(timer) {
      clear(timer as ArmedTimer);
    },
    close() {
      for (const immediate of immediates) clearImmediate(immediate);
      immediates.clear();
      for (const timer of [...timers]) clear(timer);
    },
  };
}
