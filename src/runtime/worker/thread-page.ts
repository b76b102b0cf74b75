/**
 * Thread page: what a worker shows to the watchdog while it may be unable to speak.
 *
 * Shared memory, one page per incarnation of a worker, written by that worker only. Two counters: `progress` goes up
 * with every round and heartbeat; `store` goes up when a store call begins and again when it ends, so an odd value says
 * "inside SQLite since this number appeared".
 */
const PROGRESS = 0;
const STORE = 1;
const WORDS = 2;

export type ThreadPage = Int32Array<SharedArrayBuffer>;

export interface PageReading {
  readonly progress: number;
  readonly store: number;
  readonly insideStore: boolean;
}

export function createThreadPage(): ThreadPage {
  return new Int32Array(new SharedArrayBuffer(WORDS * Int32Array.BYTES_PER_ELEMENT));
}

export function noteProgress(page: ThreadPage): void {
  Atomics.add(page, PROGRESS, 1);
}

export function enterStore(page: ThreadPage): void {
  Atomics.add(page, STORE, 1);
}

export function leaveStore(page: ThreadPage): void {
  Atomics.add(page, STORE, 1);
}

export function readPage(page: ThreadPage): PageReading {
  const store = Atomics.load(page, STORE);
  return { progress: Atomics.load(page, PROGRESS), store, insideStore: (store & 1) === 1 };
}
