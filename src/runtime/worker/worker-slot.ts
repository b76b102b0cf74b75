/**
 * Worker slot: one worker of the plan, over all its incarnations. Starts a thread, follows it to its 'exit', and never
 * has two. What comes after an exit is decided by `thread-supervisor.ts`.
 *
 *            start            'ready'              exit
 *   down ----------> starting --------> running ----------> down
 *                        \______________exit_______________/
 */
import { MessageChannel, type MessagePort, type ResourceLimits, Worker } from 'node:worker_threads';
import { asQuorateError, QuorateError } from '../base/errors.js';
import { ControlCaller, exposeControl, type MainControl, type WorkerControl } from './control.js';
import type { LinkEnd } from './link.js';
import type { ThreadPlan } from './placement.js';
import { createThreadPage, type ThreadPage } from './thread-page.js';
import type { Notice, WorkerStart } from './worker-start.js';

const ENTRY = new URL('./worker-entry.js', import.meta.url);

/** What differs from one incarnation to the next, and the slot makes itself. */
export type CommonStart = Omit<
  WorkerStart,
  'thread' | 'workerClass' | 'incarnation' | 'page' | 'control' | 'main' | 'links'
>;

export interface SlotListener {
  onNotice(slot: WorkerSlot, notice: Exclude<Notice, { type: 'ready' }>): void;
  onReady(slot: WorkerSlot): void;
  /** The thread has ended for good: nothing of it runs any more. `error` is what it died of, if it said. */
  onExit(slot: WorkerSlot, status: number, error: QuorateError | undefined): void;
}

interface Incarnation {
  readonly worker: Worker;
  readonly control: ControlCaller<WorkerControl>;
  readonly main: MessagePort;
  readonly page: ThreadPage;
  error: QuorateError | undefined;
  ending: Promise<boolean> | undefined;
}

export class WorkerSlot {
  readonly plan: ThreadPlan;
  readonly #listener: SlotListener;
  readonly #callTimeoutMs: number;
  #state: 'down' | 'starting' | 'running' = 'down';
  #incarnation = 0;
  #current: Incarnation | undefined;

  constructor(plan: ThreadPlan, callTimeoutMs: number, listener: SlotListener) {
    this.plan = plan;
    this.#callTimeoutMs = callTimeoutMs;
    this.#listener = listener;
  }

  get thread(): number {
    return this.plan.thread;
  }

  get state(): 'down' | 'starting' | 'running' {
    return this.#state;
  }

  /** Of the last start; the next one is one higher. */
  get incarnation(): number {
    return this.#incarnation;
  }

  get page(): ThreadPage | undefined {
    return this.#current?.page;
  }

  /** `links` are this worker's ends, to every thread that is there now. */
  start(common: CommonStart, links: readonly LinkEnd[], limits: ResourceLimits, main: MainControl): void {
    if (this.#current !== undefined) throw new QuorateError('ERR_INVARIANT', 'a worker starts only after its exit');
    this.#incarnation += 1;
    const control = new MessageChannel();
    const toMain = new MessageChannel();
    const page = createThreadPage();
    const { thread, workerClass } = this.plan;
    const workerStart: WorkerStart = {
      ...common,
      thread,
      workerClass,
      incarnation: this.#incarnation,
      page,
      control: control.port2,
      main: toMain.port2,
      links,
    };
    const worker = new Worker(ENTRY, {
      name: `quorate ${workerClass} ${thread}`,
      workerData: workerStart,
      transferList: [control.port2, toMain.port2, ...links.map((end) => end.port)],
      resourceLimits: limits,
    });
    exposeControl<MainControl>(main, toMain.port1);
    this.#state = 'starting';
    this.#current = {
      worker,
      control: new ControlCaller<WorkerControl>(control.port1, this.#callTimeoutMs),
      main: toMain.port1,
      page,
      error: undefined,
      ending: undefined,
    };
    this.#follow(this.#current);
  }

  call<R>(what: string, run: Parameters<ControlCaller<WorkerControl>['call']>[1], timeoutMs?: number): Promise<R> {
    const name = `worker ${this.thread}: ${what}`;
    if (this.#current === undefined)
      return Promise.reject(new QuorateError('ERR_ACTOR_STOPPED', `${name}: it is down`));
    return this.#current.control.call(name, run, timeoutMs) as Promise<R>;
  }

  /** Ends the thread wherever it is; false when it has not ended within the deadline. */
  terminate(deadlineMs: number): Promise<boolean> {
    const current = this.#current;
    if (current === undefined) return Promise.resolve(true);
    current.ending ??= endsWithin(current.worker, deadlineMs, () => current.worker.terminate());
    return current.ending;
  }

  /** Lets the thread stop its actors and end by itself; terminates it when it has not by the deadline. */
  async close(deadlineMs: number): Promise<boolean> {
    const current = this.#current;
    if (current === undefined) return true;
    const ended = endsWithin(current.worker, deadlineMs, () => undefined);
    await current.control
      .call(`worker ${this.thread}: close`, (remote) => remote.close(), deadlineMs)
      .catch(() => undefined);
    return (await ended) || this.terminate(deadlineMs);
  }

  #follow(current: Incarnation): void {
    const { worker } = current;
    worker.on('message', (notice: Notice) => {
      if (notice.type !== 'ready') {
        this.#listener.onNotice(this, notice);
        return;
      }
      this.#state = 'running';
      this.#listener.onReady(this);
    });
    worker.on('error', (thrown) => {
      current.error = asQuorateError(thrown);
    });
    worker.on('messageerror', (thrown) => {
      // What it said is lost, so nothing that it is believed to be can be relied on.
      current.error = asQuorateError(thrown);
      void worker.terminate();
    });
    worker.once('exit', (status) => {
      this.#current = undefined;
      this.#state = 'down';
      const { error } = current;
      const why = error === undefined ? `with status ${status}` : `of: ${error.message}`;
      current.control.die(new QuorateError('ERR_ACTOR_STOPPED', `worker ${this.thread} has ended ${why}`));
      current.main.close();
      this.#listener.onExit(this, status, error);
    });
  }
}

function endsWithin(worker: Worker, deadlineMs: number, begin: () => unknown): Promise<boolean> {
  return new Promise((resolve) => {
    const onExit = (): void => {
      clearTimeout(timer);
      resolve(true);
    };
    const timer = setTimeout(() => {
      worker.off('exit', onExit);
      resolve(false);
    }, deadlineMs);
    worker.once('exit', onExit);
    void begin();
  });
}
