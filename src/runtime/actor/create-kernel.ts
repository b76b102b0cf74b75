/**
 * The kernel's implementation: see `kernel.ts` for what it promises.
 *
 * Here is the flow of one round: every actor that has mail gets one turn; when the turn ends well its outbox is routed to
 * mailboxes, ports and the uplink; when it throws, the outbox is emptied and the crash is handed to the supervisor.
 */
import { assert } from '../base/assert.js';
import { asQuorateError, QuorateError } from '../base/errors.js';
import { DEFAULT_LIMITS } from '../base/limits.js';
import type { ActorKind, ActorRef, PeerEvent } from './actor.js';
import { Cell, type Life } from './cell.js';
import { Delivery } from './delivery.js';
import { Directory } from './directory.js';
import type { Envelope } from './envelope.js';
import type { ActorStats, Environment, Kernel, KernelOptions, Port, TurnLimits } from './kernel.js';
import type { PeerNotice, TimerFiring } from './mail.js';
import type { MailboxTotal } from './mailbox.js';
import { KernelPort, type PortHost, stopped } from './ports.js';
import { RefMap } from './ref-map.js';
import { type Decision, decide, rowOf, waitForSpace } from './supervisor.js';
import { Timers } from './timers.js';
import { runTurn } from './turn.js';
import { TurnContext, type TurnHost } from './turn-context.js';

/** Bytes that a timer's firing or a peer's event counts as in a mailbox. */
const NOTICE_BYTES = 64;

export function createKernel(options: KernelOptions): Kernel {
  return new ActorKernel(options);
}

class ActorKernel implements Kernel, TurnHost, PortHost {
  readonly node: number;
  readonly environment: Environment;
  readonly timers: Timers;
  readonly directory = new Directory();
  readonly outbox: Envelope[] = [];
  current: Cell | undefined = undefined;

  readonly #options: KernelOptions;
  readonly #limits: TurnLimits;
  readonly #kinds: Map<string, ActorKind>;
  readonly #cells = new RefMap<Cell>();
  /** In the order of spawning. */
  readonly #all = new Set<Cell>();
  readonly #delivery: Delivery;
  readonly #mailboxTotal: MailboxTotal = { bytes: 0 };
  #ready: Cell[] = [];
  #isScheduled = false;
  #isClosed = false;
  #lastBoot: number;

  constructor(options: KernelOptions) {
    this.#options = options;
    this.node = options.node;
    this.environment = options.environment;
    this.#limits = options.limits ?? DEFAULT_LIMITS;
    this.#kinds = new Map(options.kinds.map((kind) => [kind.kind, kind]));
    assert(this.#kinds.size === options.kinds.length, 'actor kinds have different names');
    this.timers = new Timers(options.environment);
    this.#lastBoot = options.bootBase;
    this.#delivery = new Delivery({
      node: this.node,
      cells: this.#cells,
      kinds: this.#kinds,
      directory: this.directory,
      limits: this.#limits,
      log: options.environment.log,
      onMail: (cell) => this.#enqueue(cell),
      forward: (envelopes) => options.uplink.forward(envelopes),
    });
  }

  register(kind: ActorKind): void {
    assert(!this.#kinds.has(kind.kind), 'a kind is registered once', { kind: kind.kind });
    this.#kinds.set(kind.kind, kind);
  }

  spawn(kind: string, instance: number, options: Readonly<Record<string, unknown>> = {}): ActorRef {
    return this.#spawn(kind, instance, options, undefined).ref;
  }

  spawnCell(kind: string, instance: number, options: Readonly<Record<string, unknown>>, parent: Cell): ActorRef {
    const cell = this.#spawn(kind, instance, options, parent);
    parent.children.add(cell);
    return cell.ref;
  }

  #spawn(name: string, instance: number, options: Readonly<Record<string, unknown>>, parent: Cell | undefined): Cell {
    assert(!this.#isClosed, 'nothing is spawned after closing');
    const kind = this.#kinds.get(name);
    if (kind === undefined) throw new QuorateError('ERR_CONFIG', `this thread has no actors of kind '${name}'`);
    const ref: ActorRef = Object.freeze({ node: this.node, kind: name, instance });
    const former = this.#cells.get(ref);
    if (former !== undefined) {
      if (former.state !== 'stopped') throw new QuorateError('ERR_USAGE', `${name}/${instance} is already running`);
      this.#all.delete(former);
      former.parent?.children.delete(former);
    }
    const cell = new Cell(ref, kind, options, parent, this.#mailboxTotal, this.environment.clock.now());
    this.#cells.set(ref, cell);
    this.#all.add(cell);
    this.#begin(cell);
    return cell;
  }

  stop(ref: ActorRef): void {
    const cell = this.#cells.get(ref);
    if (cell !== undefined) this.#stop(cell);
  }

  stopChild(ref: ActorRef, parent: Cell): void {
    const cell = this.#cells.get(ref);
    if (cell === undefined) return;
    assert(cell.parent === parent, 'an actor stops only what it has started', { ref });
    this.#stop(cell);
  }

  has(ref: ActorRef): boolean {
    const cell = this.#cells.get(ref);
    return cell !== undefined && cell.state !== 'stopped';
  }

  deliver(envelopes: readonly Envelope[]): void {
    if (!this.#isClosed) this.#delivery.incoming(envelopes);
  }

  peer(ref: ActorRef, event: PeerEvent): void {
    if (this.#isClosed) return;
    if (this.directory.record(ref, event) && event.state === 'up') this.#sweep(ref, event.boot);
  }

  openPort(instance: number, onMessages: (envelopes: readonly Envelope[]) => void): Port {
    assert(!this.#isClosed, 'no port is opened after closing');
    this.#lastBoot += 1;
    const port = new KernelPort(this, instance, this.#lastBoot, onMessages);
    this.#delivery.addPort(port);
    return port;
  }

  closePort(port: KernelPort): void {
    this.#delivery.removePort(port);
  }

  route(envelope: Envelope): void {
    if (!this.#isClosed) this.#delivery.outgoing([envelope]);
  }

  notify(cell: Cell, item: PeerNotice | TimerFiring): void {
    if (!cell.takesMail) return;
    cell.mailbox.push(item, NOTICE_BYTES);
    this.#enqueue(cell);
  }

  inspect(): readonly ActorStats[] {
    const nowMs = this.environment.clock.now();
    return [...this.#all].map((cell) => {
      const elapsedMs = nowMs - cell.inspectedAtMs;
      const busyFraction = elapsedMs > 0 ? Math.min(1, cell.busyMs / elapsedMs) : 0;
      cell.inspectedAtMs = nowMs;
      cell.busyMs = 0;
      return {
        ref: cell.ref,
        boot: cell.boot,
        state: cell.state === 'starting' ? 'running' : cell.state,
        restarts: cell.restarts,
        mailboxDepth: cell.mailbox.length,
        mailboxBytes: cell.mailbox.bytes,
        busyFraction,
        turns: cell.turns,
        messages: cell.messages,
        dropped: cell.dropped,
        batchSizeMax: cell.batchSizeMax,
        metrics: cell.metrics.snapshot(),
      };
    });
  }

  crash(ref: ActorRef, error: QuorateError, type?: string): void {
    const cell = this.#cells.get(ref);
    if (cell !== undefined) cell.poison = { error, type };
  }

  close(): void {
    if (this.#isClosed) return;
    for (const cell of [...this.#all].reverse()) this.#stop(cell);
    this.#isClosed = true;
    this.#delivery.close();
    this.timers.close();
    this.#ready = [];
  }

  #enqueue(cell: Cell): void {
    if (!cell.isQueued) {
      cell.isQueued = true;
      this.#ready.push(cell);
    }
    if (this.#isScheduled || this.current !== undefined) return;
    this.#schedule();
  }

  #schedule(): void {
    this.#isScheduled = true;
    this.environment.schedule(this.#round);
  }

  readonly #round = (): void => {
    this.#isScheduled = false;
    const round = this.#ready;
    this.#ready = [];
    for (const cell of round) {
      cell.isQueued = false;
      if (!this.#isClosed && cell.takesMail) this.#turn(cell);
    }
    if (this.#ready.length > 0 && !this.#isScheduled) this.#schedule();
  };

  #turn(cell: Cell): void {
    const startMs = this.environment.clock.now();
    let error: QuorateError | undefined;
    this.current = cell;
    try {
      const life = cell.life ?? this.#start(cell);
      runTurn(cell, life, this, this.#limits, startMs);
      life.answered.length = 0;
    } catch (thrown) {
      error = asQuorateError(thrown);
    }
    this.current = undefined;
    cell.turns += 1;
    cell.busyMs += this.environment.clock.now() - startMs;
    if (error !== undefined) {
      this.outbox.length = 0;
      this.#crashed(cell, error);
      return;
    }
    if (this.outbox.length > 0) {
      this.#delivery.outgoing(this.outbox);
      this.outbox.length = 0;
    }
    if (cell.isStopRequested) this.#stop(cell);
    else if (cell.mailbox.length > 0) this.#enqueue(cell);
  }

  /** Gives the cell a boot and the turn in which its actor is made. */
  #begin(cell: Cell): void {
    this.#lastBoot += 1;
    cell.boot = this.#lastBoot;
    cell.state = 'starting';
    cell.restartTimer = undefined;
    this.#enqueue(cell);
  }

  #start(cell: Cell): Life {
    const actor = cell.kind.create(cell.ref.instance, cell.options);
    const context = new TurnContext(this, cell);
    const life = {
      actor,
      context,
      timers: new Map(),
      watched: new Set<ActorRef>(),
      openAsks: new Set<never>(),
      answered: [],
    };
    cell.life = life;
    actor.onStart?.(context);
    cell.state = 'running';
    cell.hasRun = true;
    cell.isAnnounced = true;
    this.#announce(cell.ref, { state: 'up', boot: cell.boot });
    return life;
  }

  #announce(ref: ActorRef, event: PeerEvent): void {
    this.directory.record(ref, event);
    if (event.state === 'up') this.#sweep(ref, event.boot);
    this.#options.uplink.publish(ref, event);
  }

  /** Messages of the sender's earlier lives are not handled any more. */
  #sweep(from: ActorRef, boot: number): void {
    for (const cell of this.#all) this.#delivery.sweep(cell, from, boot);
  }

  #crashed(cell: Cell, error: QuorateError): void {
    const { log } = this.environment;
    const decision = this.#decide(cell, error);
    cell.crashesMs = decision.crashesMs;
    log.error('actor crashed', {
      actor: `${cell.ref.kind}/${cell.ref.instance}`,
      boot: cell.boot,
      code: error.code,
      reason: error.message,
      decision: decision.kind,
    });
    cell.state = decision.kind === 'restart' ? 'restarting' : 'stopped';
    const staysDown = decision.kind === 'spent' && decision.spent === 'stop-actor' && !cell.isStopRequested;
    this.#end(cell, staysDown ? error.message : undefined);
    if (cell.isStopRequested) {
      this.#stop(cell);
    } else if (decision.kind === 'restart') {
      cell.restartTimer = this.timers.set(decision.delayMs, () => {
        cell.restarts += 1;
        this.#begin(cell);
      });
    } else {
      this.#options.uplink.escalate(cell.ref, error);
    }
  }

  /** What never ran must not wait: whoever starts it is told that there is no room. */
  #decide(cell: Cell, error: QuorateError): Decision {
    const { clock, random } = this.environment;
    const row = rowOf(this.#options.supervision, cell.ref.kind);
    const lacksSpace = cell.hasRun && cell.state === 'starting' && error.code === 'ERR_STORAGE_FULL';
    return lacksSpace ? waitForSpace(row, cell.crashesMs, random) : decide(row, cell.crashesMs, clock.now(), random);
  }

  #stop(cell: Cell): void {
    if (this.current === cell) {
      cell.isStopRequested = true;
      return;
    }
    if (cell.restartTimer !== undefined) this.timers.cancel(cell.restartTimer);
    cell.state = 'stopped';
    this.#end(cell);
    this.#cells.delete(cell.ref);
    this.#all.delete(cell);
    cell.parent?.children.delete(cell);
  }

  /** Ends the life of the cell's actor and refuses all that waited for it. `spent`: why there will be no other. */
  #end(cell: Cell, spent?: string): void {
    const { life } = cell;
    cell.life = undefined;
    for (const child of [...cell.children].reverse()) this.#stop(child);
    if (life !== undefined) this.#endLife(cell, life);
    if (cell.isAnnounced || spent !== undefined) {
      cell.isAnnounced = false;
      this.#announce(cell.ref, { state: 'down', boot: cell.boot, ...(spent === undefined ? {} : { spent }) });
    }
    this.#delivery.refuseAll(cell, life === undefined ? [] : [...life.answered, ...life.openAsks], stopped(cell.ref));
  }

  #endLife(cell: Cell, life: Life): void {
    for (const firing of life.timers.values()) if (firing.timer !== undefined) this.timers.cancel(firing.timer);
    for (const ref of life.watched) this.directory.unwatch(ref, cell);
    try {
      life.actor.onStop?.();
    } catch (thrown) {
      const { message } = asQuorateError(thrown);
      this.environment.log.error('actor failed to stop', { actor: `${cell.ref.kind}/${cell.ref.instance}`, message });
    }
  }
}
