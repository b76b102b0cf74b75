/**
 * Watchdog: tells hung threads from slow ones by what their pages show. Pure: the caller gives it the time and carries
 * out the verdicts.
 *
 * Only time that the observer itself saw pass is counted, at most two intervals per look: after a suspended machine or
 * a blocked main thread nobody is hung. A change of either counter is progress. A thread that has shown none for
 * `hungAfterMs` is hung, unless its last sign is that it entered a store call: a native call cannot be interrupted, so
 * that thread is slow, and after `slowAfterMs` only the process's end helps.
 */
import type { WorkerClass } from './placement.js';
import { type PageReading, readPage, type ThreadPage } from './thread-page.js';

export interface WatchdogConfig {
  readonly intervalMs: number;
  /** A thread that has not shown its first progress after this long is replaced: its modules do not load. */
  readonly startAfterMs: number;
  /** Without progress outside a store call for this long, a thread is replaced. */
  readonly hungAfterMs: number;
  /** Inside one store call for this long, the process ends. */
  readonly slowAfterMs: number;
}

export const DEFAULT_WATCHDOG: WatchdogConfig = {
  intervalMs: 500,
  startAfterMs: 30_000,
  hungAfterMs: 5_000,
  slowAfterMs: 60_000,
};

export type WatchdogVerdict =
  /** Replace this worker. Said once per incarnation. */
  | { readonly verdict: 'hung'; readonly thread: number; readonly withoutProgressMs: number }
  /** A log or state worker is inside a store call for long; said once per call, for the log and the metrics. */
  | { readonly verdict: 'slow'; readonly thread: number; readonly withoutProgressMs: number }
  /** It is still inside: end the process. */
  | { readonly verdict: 'stuck'; readonly thread: number; readonly withoutProgressMs: number };

interface Watched {
  readonly workerClass: WorkerClass;
  readonly page: ThreadPage;
  last: PageReading;
  withoutProgressMs: number;
  said: 'nothing' | WatchdogVerdict['verdict'];
}

export class Watchdog {
  readonly #config: WatchdogConfig;
  readonly #watched = new Map<number, Watched>();
  #lastCheckMs: number | undefined;

  constructor(config: WatchdogConfig) {
    this.#config = config;
  }

  watch(thread: number, workerClass: WorkerClass, page: ThreadPage): void {
    this.#watched.set(thread, { workerClass, page, last: readPage(page), withoutProgressMs: 0, said: 'nothing' });
  }

  forget(thread: number): void {
    this.#watched.delete(thread);
  }

  /** Looks at every page once; to be called every `intervalMs`. */
  check(nowMs: number): readonly WatchdogVerdict[] {
    const elapsedMs = nowMs - (this.#lastCheckMs ?? nowMs);
    this.#lastCheckMs = nowMs;
    const countedMs = Math.min(Math.max(elapsedMs, 0), 2 * this.#config.intervalMs);
    const verdicts: WatchdogVerdict[] = [];
    for (const [thread, watched] of this.#watched) {
      const verdict = this.#look(watched, countedMs);
      if (verdict === undefined || verdict === watched.said) continue;
      watched.said = verdict;
      verdicts.push({ verdict, thread, withoutProgressMs: watched.withoutProgressMs });
    }
    return verdicts;
  }

  #look(watched: Watched, countedMs: number): WatchdogVerdict['verdict'] | undefined {
    const reading = readPage(watched.page);
    if (reading.progress !== watched.last.progress || reading.store !== watched.last.store) {
      watched.last = reading;
      watched.withoutProgressMs = 0;
      if (watched.said === 'slow') watched.said = 'nothing';
      return undefined;
    }
    watched.withoutProgressMs += countedMs;
    const mayBlock = watched.workerClass === 'log' || watched.workerClass === 'state';
    if (mayBlock && reading.insideStore) {
      if (watched.withoutProgressMs >= this.#config.slowAfterMs) return 'stuck';
      return watched.withoutProgressMs >= this.#config.hungAfterMs ? 'slow' : undefined;
    }
    const patienceMs = reading.progress === 0 ? this.#config.startAfterMs : this.#config.hungAfterMs;
    return watched.withoutProgressMs >= patienceMs ? 'hung' : undefined;
  }
}
