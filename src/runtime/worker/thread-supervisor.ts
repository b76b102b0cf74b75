/**
 * Thread supervisor: keeps the workers of a plan alive, from the main thread.
 *
 * It brokers one channel between every two threads, starts a worker again only after its 'exit' event, with a higher
 * incarnation, and then starts what had been running there. A worker that crashes more often than its row of the
 * supervision table allows, or that does not end when it is terminated, ends the process.
 */
import { MessageChannel, type ResourceLimits } from 'node:worker_threads';
import type { ActorRef, Log } from '../actor/actor.js';
import { sameRef } from '../actor/actor.js';
import { decide, rowOf } from '../actor/supervisor.js';
import { isErrorCode, QuorateError } from '../base/errors.js';
import { createRandom } from '../base/random.js';
import type { CapabilityOptions } from './capabilities.js';
import { type MainControl, type OpenedService, transferEnd } from './control.js';
import { EXIT_STATUS, type Fatal } from './exit-status.js';
import type { Host } from './host.js';
import { createTransit, type LinkEnd } from './link.js';
import { MAIN_THREAD, type Placement, type ThreadPlan } from './placement.js';
import { Watchdog, type WatchdogConfig } from './watchdog.js';
import { type CommonStart, WorkerSlot } from './worker-slot.js';
import type { ApplicationModule, Notice } from './worker-start.js';

export interface DesiredActor {
  readonly ref: ActorRef;
  readonly options: Readonly<Record<string, unknown>>;
}

interface DesiredService {
  readonly name: string;
  options: CapabilityOptions;
}

export type WorkerEvent =
  | { readonly type: 'workerExit'; readonly worker: ThreadPlan; readonly status: number; readonly reason: string }
  | { readonly type: 'workerRestart'; readonly worker: ThreadPlan; readonly incarnation: number }
  | { readonly type: 'workerHung'; readonly worker: ThreadPlan; readonly withoutProgressMs: number }
  | { readonly type: 'workerSlow'; readonly worker: ThreadPlan; readonly withoutProgressMs: number };

export interface ThreadSupervisorOptions {
  readonly host: Host;
  readonly placement: Placement;
  readonly common: Omit<CommonStart, 'modules' | 'seed'>;
  readonly seed: number;
  readonly limits: ResourceLimits;
  readonly watchdog: WatchdogConfig;
  readonly callTimeoutMs: number;
  readonly terminateMs: number;
  readonly log: Log;
  readonly main: MainControl;
  now(): number;
  onEvent(event: WorkerEvent): void;
  onEscalated(ref: ActorRef, error: QuorateError): void;
  onFatal(fatal: Fatal): void;
}

/** A worker of the plan, and what runs on it. */
interface Charge {
  readonly slot: WorkerSlot;
  readonly actors: DesiredActor[];
  readonly services: DesiredService[];
  crashesMs: readonly number[];
  /** Until what had run on the worker's predecessor runs again. */
  resuming: Promise<void>;
  restart: NodeJS.Timeout | undefined;
  /** Why the thread is being terminated, once it is. */
  condemned: string | undefined;
  /** Waiting for the first 'ready'. */
  starting: { resolve(): void; reject(error: QuorateError): void } | undefined;
}

export class ThreadSupervisor {
  readonly #options: ThreadSupervisorOptions;
  readonly #charges = new Map<number, Charge>();
  readonly #modules: ApplicationModule[] = [];
  readonly #random;
  readonly #watchdog: Watchdog;
  #watching: NodeJS.Timeout | undefined;
  #isStopping = false;

  constructor(options: ThreadSupervisorOptions) {
    this.#options = options;
    this.#random = createRandom(options.seed);
    this.#watchdog = new Watchdog(options.watchdog);
    for (const plan of options.placement.threads) {
      const slot = new WorkerSlot(plan, options.callTimeoutMs, {
        onNotice: (_, notice) => this.#onNotice(plan.thread, notice),
        onReady: () => this.#onReady(plan.thread),
        onExit: (_, status, error) => this.#onExit(plan.thread, status, error),
      });
      const charge = { slot, actors: [], services: [], crashesMs: [], resuming: Promise.resolve(), restart: undefined };
      this.#charges.set(plan.thread, { ...charge, condemned: undefined, starting: undefined });
    }
  }

  /** Resolves when every worker is ready; a worker that ends before that fails the start. */
  async start(): Promise<void> {
    const { intervalMs } = this.#options.watchdog;
    this.#watching = setInterval(() => this.#watch(), intervalMs);
    const ready = [...this.#charges.values()].map(
      (charge) =>
        new Promise<void>((resolve, reject) => {
          charge.starting = { resolve, reject };
          this.#startWorker(charge);
        }),
    );
    await Promise.all(ready);
  }

  get slots(): readonly WorkerSlot[] {
    return [...this.#charges.values()].map((charge) => charge.slot);
  }

  slot(thread: number): WorkerSlot {
    return this.#charge(thread).slot;
  }

  /** Makes every thread speak the module's kind, now and after restarts. */
  async load(module: ApplicationModule): Promise<void> {
    this.#modules.push(module);
    await this.#everywhere('load', (slot) =>
      slot.call('load', (remote) => remote.load(module.url, module.routeNumber)),
    );
  }

  /** The actor runs on that worker from now on, however often the worker is replaced, until `drop`. */
  async spawn(thread: number, actor: DesiredActor): Promise<void> {
    const charge = this.#charge(thread);
    const { slot, actors } = charge;
    actors.push(actor);
    // A worker that is not running yet, or whose successor is, starts the actor itself.
    const { incarnation } = slot;
    const isOurs = (): boolean =>
      slot.state === 'running' && slot.incarnation === incarnation && actors.includes(actor);
    if (!isOurs()) return;
    await charge.resuming;
    if (!isOurs()) return;
    const { kind, instance } = actor.ref;
    try {
      await slot.call(`spawn ${kind}/${instance}`, (remote) => remote.spawn(kind, instance, actor.options));
    } catch (thrown) {
      if (!isOurs()) return;
      this.drop(actor.ref);
      throw thrown;
    }
  }

  /** The actor is not started again. Returns the worker that had it. */
  drop(ref: ActorRef): WorkerSlot | undefined {
    for (const { slot, actors } of this.#charges.values()) {
      const at = actors.findIndex((actor) => sameRef(actor.ref, ref));
      if (at < 0) continue;
      actors.splice(at, 1);
      return slot;
    }
    return undefined;
  }

  async openService(thread: number, name: string, options: CapabilityOptions): Promise<OpenedService['facts']> {
    const charge = this.#charge(thread);
    const opened = await this.#open(charge.slot, name, options);
    charge.services.push({ name, options: opened.reopenOptions });
    return opened.facts;
  }

  async closeServices(thread: number, deadlineMs: number): Promise<void> {
    const charge = this.#charge(thread);
    charge.services.length = 0;
    if (charge.slot.state === 'running') {
      await charge.slot.call('close services', (remote) => remote.closeServices(), deadlineMs);
    }
  }

  /** Terminates the worker; it starts again after its exit, within its budget. */
  replace(thread: number, reason: string): void {
    const charge = this.#charge(thread);
    if (charge.slot.state === 'down' || charge.condemned !== undefined) return;
    charge.condemned = reason;
    const { terminateMs, log, onFatal } = this.#options;
    log.error('worker replaced', { thread, reason });
    void charge.slot.terminate(terminateMs).then((ended) => {
      if (!ended)
        onFatal({ status: EXIT_STATUS.workerWillNotEnd, reason: `worker ${thread}: ${reason}`, cause: undefined });
    });
  }

  /** Stops workers, in the given order of threads, each within the deadline. */
  async stop(threads: readonly number[], deadlineMs: number): Promise<void> {
    this.#isStopping = true;
    for (const { restart } of this.#charges.values()) clearTimeout(restart);
    for (const thread of threads) {
      const ended = await this.#charge(thread).slot.close(deadlineMs);
      const reason = `worker ${thread} does not stop`;
      if (!ended) this.#options.onFatal({ status: EXIT_STATUS.workerWillNotEnd, reason, cause: undefined });
    }
    clearInterval(this.#watching);
  }

  #charge(thread: number): Charge {
    const charge = this.#charges.get(thread);
    if (charge === undefined) throw new QuorateError('ERR_CONFIG', `there is no worker ${thread}`);
    return charge;
  }

  #startWorker(charge: Charge): void {
    const { slot } = charge;
    const { common, limits, main, host } = this.#options;
    charge.condemned = undefined;
    const incarnation = slot.incarnation + 1;
    const links: LinkEnd[] = [];
    const broker = (thread: number, itsIncarnation: number): LinkEnd => {
      const { port1, port2 } = new MessageChannel();
      const transit = createTransit();
      links.push({ thread, incarnation: itsIncarnation, port: port1, transit, side: 0 });
      return { thread: slot.thread, incarnation, port: port2, transit, side: 1 };
    };
    const mainEnd = broker(MAIN_THREAD, 1);
    const peers = this.slots.filter((peer) => peer !== slot && peer.state !== 'down');
    const peerEnds = peers.map((peer) => [peer, broker(peer.thread, peer.incarnation)] as const);
    slot.start({ ...common, modules: [...this.#modules], seed: this.#random.uint32() }, links, limits, main);
    host.links.connect(mainEnd);
    for (const [peer, end] of peerEnds) {
      // A peer that dies meanwhile gets a new channel when it starts again.
      peer.call('connect', (remote) => remote.connect(transferEnd(end))).catch(() => end.port.close());
    }
    const { page } = slot;
    if (page !== undefined) this.#watchdog.watch(slot.thread, slot.plan.workerClass, page);
  }

  #onReady(thread: number): void {
    const charge = this.#charge(thread);
    const { starting, slot } = charge;
    charge.starting = undefined;
    starting?.resolve();
    if (slot.incarnation > 1) {
      this.#options.onEvent({ type: 'workerRestart', worker: slot.plan, incarnation: slot.incarnation });
    }
    charge.resuming = this.#resume(charge, slot.incarnation);
  }

  /** Starts what had been running on the worker's predecessor. */
  async #resume(charge: Charge, incarnation: number): Promise<void> {
    const { slot } = charge;
    const isCurrent = (): boolean => slot.state === 'running' && slot.incarnation === incarnation;
    // What is added from now on is started by whoever adds it.
    const actors = [...charge.actors];
    const services = [...charge.services];
    try {
      // Modules that came after this worker began to start; loading twice does nothing.
      for (const { url, routeNumber } of [...this.#modules]) {
        await slot.call('load', (remote) => remote.load(url, routeNumber));
      }
      for (const actor of actors) {
        if (!isCurrent()) return;
        const { kind, instance } = actor.ref;
        if (!charge.actors.includes(actor)) continue;
        await slot.call(`spawn ${kind}/${instance}`, (remote) => remote.spawn(kind, instance, actor.options));
      }
      for (const service of services) {
        if (!isCurrent()) return;
        await this.#open(slot, service.name, service.options);
      }
    } catch (thrown) {
      this.#options.log.error('worker not resumed', { thread: slot.thread, error: thrown });
      if (isCurrent()) this.replace(slot.thread, 'what ran on it could not be started again');
    }
  }

  #open(slot: WorkerSlot, name: string, options: CapabilityOptions): Promise<OpenedService> {
    return slot.call<OpenedService>(`open '${name}'`, (remote) => remote.openService(name, options));
  }

  #onNotice(thread: number, notice: Exclude<Notice, { type: 'ready' }>): void {
    const { log, onEscalated } = this.#options;
    switch (notice.type) {
      case 'log':
        log[notice.level](notice.event, JSON.parse(notice.factsJson) as Record<string, unknown>);
        return;
      case 'escalated': {
        const { code, message } = notice.error;
        const error = new QuorateError(isErrorCode(code) ? code : 'ERR_INVARIANT', message);
        onEscalated(notice.ref, error);
        this.#escalated(thread, notice.ref, error);
        return;
      }
    }
  }

  #escalated(thread: number, ref: ActorRef, error: QuorateError): void {
    const { spent } = rowOf(this.#options.host.supervision, ref.kind);
    const reason = `${ref.kind}/${ref.instance} crashed too often: ${error.message}`;
    switch (spent) {
      case 'stop-actor':
        this.drop(ref);
        return;
      case 'restart-worker':
        this.replace(thread, reason);
        return;
      case 'end-process':
        this.#options.onFatal({ status: EXIT_STATUS.budgetSpent, reason, cause: error });
    }
  }

  #onExit(thread: number, status: number, error: QuorateError | undefined): void {
    const charge = this.#charge(thread);
    const { host, onEvent, onFatal, now, log } = this.#options;
    this.#watchdog.forget(thread);
    host.links.disconnect(thread);
    if (this.#isStopping) return;
    const reason = charge.condemned ?? error?.message ?? `its actors ended it with status ${status}`;
    const { starting } = charge;
    if (starting !== undefined) {
      charge.starting = undefined;
      starting.reject(
        error ?? new QuorateError('ERR_INVARIANT', `worker ${thread} ended before it was ready: ${reason}`),
      );
      return;
    }
    log.error('worker ended', { thread, status, reason });
    onEvent({ type: 'workerExit', worker: charge.slot.plan, status, reason });
    const decision = decide(rowOf(host.supervision, 'worker'), charge.crashesMs, now(), this.#random);
    charge.crashesMs = decision.crashesMs;
    if (decision.kind === 'spent') {
      onFatal({
        status: EXIT_STATUS.budgetSpent,
        reason: `worker ${thread} crashed too often: ${reason}`,
        cause: error,
      });
      return;
    }
    charge.restart = setTimeout(() => this.#startWorker(charge), decision.delayMs);
  }

  #watch(): void {
    const { now, onEvent, onFatal, log } = this.#options;
    for (const { verdict, thread, withoutProgressMs } of this.#watchdog.check(now())) {
      const worker = this.slot(thread).plan;
      switch (verdict) {
        case 'hung':
          onEvent({ type: 'workerHung', worker, withoutProgressMs });
          this.replace(thread, `no progress for ${Math.round(withoutProgressMs)} ms`);
          break;
        case 'slow':
          log.warn('worker slow', { thread, withoutProgressMs });
          onEvent({ type: 'workerSlow', worker, withoutProgressMs });
          break;
        case 'stuck':
          onFatal({
            status: EXIT_STATUS.stuckInStore,
            reason: `worker ${thread} is stuck in its store`,
            cause: undefined,
          });
      }
    }
  }

  async #everywhere(what: string, run: (slot: WorkerSlot) => Promise<unknown>): Promise<void> {
    const running = this.slots.filter((slot) => slot.state === 'running');
    const results = await Promise.allSettled(running.map(run));
    for (const [at, result] of results.entries()) {
      // A worker that died on the way will be given the same when it starts again.
      if (result.status === 'rejected' && running[at]?.state === 'running') {
        throw new QuorateError('ERR_CONFIG', `${what}: ${String(result.reason)}`, { cause: result.reason });
      }
    }
  }
}
