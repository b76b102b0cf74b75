/**
 * Actor system: supervised actors on worker threads, usable by itself.
 *
 * The main thread starts and supervises the workers and speaks with actors through handles; it runs no actor. An actor
 * that throws is restarted on its thread; an actor that ends, blocks or exhausts its thread is restarted with it, on a
 * new one. Every ask settles. Stopping ends every thread and leaves no handle open.
 */
import { EventEmitter } from 'node:events';
import type { ActorRef, PeerEvent } from '../actor/actor.js';
import { refKey } from '../actor/actor.js';
import type { Envelope } from '../actor/envelope.js';
import type { ActorStats, Port } from '../actor/kernel.js';
import type { AnyMessage } from '../actor/protocol.js';
import { APPLICATION_ROUTE_MIN } from '../actor/routes.js';
import { captureClockOrigin, createSystemClock } from '../base/clock.js';
import { QuorateError } from '../base/errors.js';
import { createRandom } from '../base/random.js';
import { ActorHandle } from './actor-handle.js';
import type { CapabilityOptions } from './capabilities.js';
import type { WorkerStats } from './control.js';
import { loadActor } from './define-actor.js';
import type { Fatal } from './exit-status.js';
import { Host } from './host.js';
import { createPlacement, MAIN_THREAD, type Placement, type WorkerClass } from './placement.js';
import { resolveSystemOptions, type SystemConfig, type SystemOptions } from './system-options.js';
import type { SpawnOptions, SystemEvents, SystemReport } from './system-report.js';
import { ThreadSupervisor } from './thread-supervisor.js';

interface Spawned {
  readonly ref: ActorRef;
  readonly name: string;
  boot: number;
  isUp: boolean;
  waiting: { resolve(): void; reject(error: QuorateError): void } | undefined;
  onDown: (() => void) | undefined;
}

/** Threads in the order of their stopping: callers first, disks last. */
const STOP_ORDER: readonly WorkerClass[] = ['application', 'reactive', 'state', 'log'];

/** Starts a system: resolves when all its workers are ready. */
export async function createSystem(options: SystemOptions = {}): Promise<ActorSystem> {
  const system = new ActorSystem(resolveSystemOptions(options));
  try {
    await system.start();
  } catch (thrown) {
    await system.stop();
    throw thrown;
  }
  return system;
}

export class ActorSystem {
  readonly events = new EventEmitter<SystemEvents>();
  readonly #config: SystemConfig;
  readonly #placement: Placement;
  readonly #host: Host;
  readonly #supervisor: ThreadSupervisor;
  readonly #port: Port;
  readonly #modules = new Map<string, { kind: string; loading: Promise<void> }>();
  readonly #spawned = new Map<string, Spawned>();
  readonly #lastInstance = new Map<string, number>();
  #fatal: Fatal | undefined;
  #stopping: Promise<void> | undefined;

  constructor(config: SystemConfig) {
    this.#config = config;
    const { node, log, supervision, limits, bytesInTransitMax, watchdog, controlTimeoutMs } = config;
    const placement = { workers: config.workers, kinds: config.kinds };
    this.#placement = createPlacement(placement);
    const clockOrigin = captureClockOrigin();
    const clock = createSystemClock(clockOrigin);
    const common = { node, clockOrigin, placement, supervision, limits, bytesInTransitMax };
    this.#host = new Host({
      node,
      thread: MAIN_THREAD,
      incarnation: 1,
      placement: this.#placement,
      kinds: [],
      protocols: config.protocols,
      clock,
      random: createRandom(config.seed),
      log,
      supervision,
      limits,
      bytesInTransitMax,
      onRound: () => undefined,
      onPeer: (ref, event) => this.#onPeer(ref, event),
      onEscalate: () => undefined,
      onFault: (thread, error) => this.#supervisor.replace(thread, `its messages cannot be read: ${error.message}`),
    });
    this.#supervisor = new ThreadSupervisor({
      host: this.#host,
      placement: this.#placement,
      common: {
        ...common,
        capabilities: config.capabilities?.href,
        capabilityOptions: config.capabilityOptions,
        logLevel: config.logLevel,
        heartbeatMs: Math.max(1, Math.floor(watchdog.hungAfterMs / 10)),
      },
      seed: config.seed,
      limits: { maxOldGenerationSizeMb: config.workerHeapMib, maxYoungGenerationSizeMb: config.workerYoungMib },
      watchdog,
      callTimeoutMs: controlTimeoutMs,
      terminateMs: config.terminateMs,
      log,
      main: { fact: (name) => this.#fact(name) },
      now: () => clock.now(),
      onEvent: (event) => this.events.emit('worker', event),
      onEscalated: (ref, error) => this.#onEscalated(ref, error),
      onFatal: (fatal) => this.#onFatal(fatal),
    });
    this.#port = this.#host.openPort((envelopes) => this.#onMessages(envelopes));
  }

  /** Called once, by `createSystem`. */
  start(): Promise<void> {
    return this.#supervisor.start();
  }

  /** A port of the main thread, for callers that have refs instead of handles. The caller closes it. */
  openPort(onMessages: (envelopes: readonly Envelope[]) => void): Port {
    return this.#host.openPort(onMessages);
  }

  /**
   * Starts an actor of the module's kind on an application worker, and resolves when it is up.
   *
   * The module's default export is `defineActor(...)`. Rejects with `ERR_CONFIG` when it is not, with the actor's own
   * error when it crashes until its budget is spent, with `ERR_TIMEOUT` when it is not up in time.
   */
  async spawn<M extends AnyMessage = AnyMessage>(
    moduleUrl: URL | string,
    options: SpawnOptions = {},
  ): Promise<ActorHandle<M>> {
    const kind = await this.#load(String(moduleUrl));
    const instance = options.instance ?? (this.#lastInstance.get(kind) ?? 0) + 1;
    const name = options.name ?? `${kind}/${instance}`;
    const threads = this.#placement.threadsOf('application');
    const thread = threads[(options.placement ?? instance) % Math.max(threads.length, 1)];
    if (thread === undefined) throw new QuorateError('ERR_CONFIG', 'this system has no application workers');
    return this.#spawnOn(thread, { kind, instance, name }, { name, ...options.args }, options.timeoutMs);
  }

  /** Starts an actor of a kind that the capabilities make, on the worker that the placement names. */
  async spawnKind<M extends AnyMessage = AnyMessage>(
    kind: string,
    instance: number,
    options: Readonly<Record<string, unknown>> = {},
  ): Promise<ActorHandle<M>> {
    const thread = this.#placement.threadOf(kind, instance);
    if (thread === undefined) throw new QuorateError('ERR_CONFIG', `no worker takes actors of kind '${kind}'`);
    return this.#spawnOn(thread, { kind, instance, name: `${kind}/${instance}` }, options, undefined);
  }

  /** Opens a service of the capabilities on the n-th worker of a class; it comes back with its worker. */
  async openService(
    workerClass: WorkerClass,
    n: number,
    name: string,
    options: CapabilityOptions,
  ): Promise<Readonly<Record<string, unknown>>> {
    return this.#supervisor.openService(this.#threadAt(workerClass, n), name, options);
  }

  async closeServices(workerClass: WorkerClass, n: number, deadlineMs: number): Promise<void> {
    return this.#supervisor.closeServices(this.#threadAt(workerClass, n), deadlineMs);
  }

  /** What every actor and worker is doing. Workers that are down or do not answer appear without their actors. */
  async inspect(): Promise<SystemReport> {
    const reports = await Promise.all(
      this.#supervisor.slots.map(async (slot) => {
        const { plan, thread, state, incarnation } = slot;
        const [actors, stats] = await Promise.all([
          slot.call<readonly ActorStats[]>('inspect', (remote) => remote.inspect()).catch(() => []),
          slot.call<WorkerStats>('stats', (remote) => remote.stats()).catch(() => undefined),
        ]);
        return {
          worker: { ...plan, state, incarnation, stats },
          actors: actors.map((actor) => ({ ...actor, thread })),
        };
      }),
    );
    return {
      node: this.#config.node,
      actors: reports.flatMap((report) => report.actors),
      workers: reports.map((report) => report.worker),
    };
  }

  /** Makes the actor crash at its next message: for tests of what survives. */
  async crash(ref: ActorRef, message = 'crashed on request'): Promise<void> {
    const { actors } = await this.inspect();
    const thread = actors.find((actor) => refKey(actor.ref) === refKey(ref))?.thread;
    if (thread === undefined) throw new QuorateError('ERR_NOT_FOUND', `${refKey(ref)} is not running`);
    await this.#supervisor.slot(thread).call('crash', (remote) => remote.crash(ref, message));
  }

  /** Replaces a worker at once, as the watchdog would: for tests and operators. */
  replaceWorker(thread: number, reason: string): void {
    this.#supervisor.replace(thread, reason);
  }

  /** Waits until no actor has anything in its mailbox, or the deadline passes: then `ERR_TIMEOUT`. */
  async drain(deadlineMs: number): Promise<void> {
    const running = this.#supervisor.slots.filter((slot) => slot.state === 'running');
    await Promise.all(running.map((slot) => slot.call('drain', (remote) => remote.drain(), deadlineMs)));
  }

  /** Stops every actor and ends every worker; those that have not ended by the deadline are terminated. */
  stop(options: { readonly deadlineMs?: number } = {}): Promise<void> {
    this.#stopping ??= this.#stop(options.deadlineMs ?? this.#config.controlTimeoutMs);
    return this.#stopping;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async #stop(deadlineMs: number): Promise<void> {
    const order = STOP_ORDER.flatMap((workerClass) => this.#placement.threadsOf(workerClass));
    await this.#supervisor.stop(order, deadlineMs);
    this.#host.close();
    for (const { waiting } of this.#spawned.values()) waiting?.reject(stopping());
    this.#spawned.clear();
    this.events.removeAllListeners();
  }

  async #spawnOn<M extends AnyMessage>(
    thread: number,
    named: { readonly kind: string; readonly instance: number; readonly name: string },
    options: Readonly<Record<string, unknown>>,
    timeoutMs: number = this.#config.controlTimeoutMs,
  ): Promise<ActorHandle<M>> {
    this.#assertRunning();
    const { kind, instance, name } = named;
    const ref: ActorRef = Object.freeze({ node: this.#config.node, kind, instance });
    const key = refKey(ref);
    if (this.#spawned.has(key)) throw new QuorateError('ERR_USAGE', `${kind}/${instance} is already running`);
    const spawned: Spawned = { ref, name, boot: 0, isUp: false, waiting: undefined, onDown: undefined };
    this.#spawned.set(key, spawned);
    this.#lastInstance.set(kind, Math.max(this.#lastInstance.get(kind) ?? 0, instance));
    try {
      const up = this.#whenUp(spawned, timeoutMs);
      await Promise.all([this.#supervisor.spawn(thread, { ref, options }), up]);
    } catch (thrown) {
      await this.#stopActor(spawned).catch(() => undefined);
      throw thrown;
    }
    return new ActorHandle<M>(ref as ActorRef<M>, name, this.#port, this.#config.askTimeoutMs, () =>
      this.#stopActor(spawned),
    );
  }

  #whenUp(spawned: Spawned, timeoutMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        spawned.waiting = undefined;
        reject(new QuorateError('ERR_TIMEOUT', `${spawned.name} is not up after ${timeoutMs} ms`));
      }, timeoutMs);
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        spawned.waiting = undefined;
        finish();
      };
      spawned.waiting = { resolve: () => settle(resolve), reject: (error) => settle(() => reject(error)) };
    });
  }

  async #stopActor(spawned: Spawned): Promise<void> {
    const { ref, name } = spawned;
    if (this.#spawned.get(refKey(ref)) !== spawned) return;
    const slot = this.#supervisor.drop(ref);
    const down = new Promise<void>((resolve) => {
      if (spawned.isUp) spawned.onDown = resolve;
      else resolve();
    });
    // When its worker ends instead, the end of the link says that the actor is down.
    await slot?.call('stop', (remote) => remote.stop(ref)).catch(() => undefined);
    await down;
    this.#spawned.delete(refKey(ref));
    this.events.emit('stopped', { ref, name, error: undefined });
  }

  #onPeer(ref: ActorRef, event: PeerEvent): void {
    const spawned = this.#spawned.get(refKey(ref));
    if (spawned === undefined) return;
    if (event.state === 'down') {
      spawned.isUp = false;
      spawned.onDown?.();
      return;
    }
    const isRestart = spawned.boot > 0;
    spawned.isUp = true;
    spawned.boot = event.boot;
    spawned.waiting?.resolve();
    if (isRestart) this.events.emit('restart', { ref, name: spawned.name, boot: event.boot });
  }

  #onEscalated(ref: ActorRef, error: QuorateError): void {
    const spawned = this.#spawned.get(refKey(ref));
    if (spawned === undefined) return;
    const { waiting, name } = spawned;
    this.#spawned.delete(refKey(ref));
    waiting?.reject(error);
    this.events.emit('stopped', { ref, name, error });
  }

  #onMessages(envelopes: readonly Envelope[]): void {
    for (const { from, message, failure } of envelopes) {
      if (message === undefined || failure === undefined) continue;
      this.events.emit('undelivered', { to: from, message, error: failure });
    }
  }

  #onFatal(fatal: Fatal): void {
    if (this.#fatal !== undefined) return;
    this.#fatal = fatal;
    this.#config.onFatal(fatal);
  }

  async #load(url: string): Promise<string> {
    this.#assertRunning();
    const known = this.#modules.get(url);
    if (known !== undefined) {
      await known.loading;
      return known.kind;
    }
    const definition = await loadActor(url);
    const { kind } = definition;
    // Another call may have loaded it meanwhile.
    const raced = this.#modules.get(url);
    if (raced !== undefined) {
      await raced.loading;
      return raced.kind;
    }
    for (const other of this.#modules.values()) {
      if (other.kind === kind) throw new QuorateError('ERR_CONFIG', `two modules define actors of kind '${kind}'`);
    }
    const routeNumber = APPLICATION_ROUTE_MIN + this.#modules.size;
    this.#host.register(definition, routeNumber, definition.supervision);
    const loading = this.#supervisor.load({ url, routeNumber });
    this.#modules.set(url, { kind, loading });
    await loading;
    return kind;
  }

  async #fact(name: string): Promise<unknown> {
    const fact = this.#config.facts[name];
    if (fact === undefined) throw new QuorateError('ERR_NOT_FOUND', `the main thread offers no fact '${name}'`);
    return fact();
  }

  #threadAt(workerClass: WorkerClass, n: number): number {
    const thread = this.#placement.threadsOf(workerClass)[n];
    if (thread === undefined) throw new QuorateError('ERR_CONFIG', `there is no ${workerClass} worker number ${n}`);
    return thread;
  }

  #assertRunning(): void {
    if (this.#stopping !== undefined) throw stopping();
  }
}

function stopping(): QuorateError {
  return new QuorateError('ERR_STOPPING', 'the system is stopping');
}
