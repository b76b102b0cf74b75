/**
 * Host: one thread's kernel in the real world, with its links to the other threads.
 *
 * The main thread and every worker have one. It flushes the links at the end of every round, shows progress to the
 * watchdog, and knows the protocols that the thread speaks. It does not decide where actors go or what follows a
 * failure: that is `thread-supervisor.ts`, on the main thread.
 */
import type { ActorKind, ActorRef, Log, PeerEvent } from '../actor/actor.js';
import { createKernel } from '../actor/create-kernel.js';
import type { Envelope } from '../actor/envelope.js';
import type { Kernel, Port, TurnLimits } from '../actor/kernel.js';
import type { AnyMessage, Protocol } from '../actor/protocol.js';
import { Routes } from '../actor/routes.js';
import type { SupervisionRow } from '../actor/supervision.js';
import type { Clock } from '../base/clock.js';
import type { QuorateError } from '../base/errors.js';
import type { Random } from '../base/random.js';
import { createRealTimeEnvironment, type RealTimeEnvironment } from './environment.js';
import { Links } from './links.js';
import { type Placement, portInstance } from './placement.js';

/** Boots of one incarnation of a thread stay below those of the next. */
const BOOTS_PER_INCARNATION = 2 ** 20;

export interface HostOptions {
  readonly node: number;
  readonly thread: number;
  readonly incarnation: number;
  readonly placement: Placement;
  readonly kinds: readonly ActorKind[];
  /** Spoken here without being run here. */
  readonly protocols: readonly Protocol[];
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly supervision: Readonly<Record<string, SupervisionRow>>;
  readonly limits: TurnLimits;
  readonly bytesInTransitMax: number;
  onRound(): void;
  /** An actor went up or down, here or on another thread. */
  onPeer(ref: ActorRef, event: PeerEvent, thread: number): void;
  onEscalate(ref: ActorRef, error: QuorateError): void;
  onFault(thread: number, error: QuorateError): void;
}

export class Host {
  readonly kernel: Kernel;
  readonly links: Links;
  readonly thread: number;
  readonly #options: HostOptions;
  readonly #environment: RealTimeEnvironment;
  readonly #routes = new Routes();
  /** Rows of kinds that came with one of their own; the kernel looks rows up when an actor crashes. */
  readonly #supervision: Record<string, SupervisionRow>;
  #portsOpened = 0;
  #inRound = false;
  #flush: NodeJS.Immediate | undefined;

  constructor(options: HostOptions) {
    this.#options = options;
    this.thread = options.thread;
    this.#supervision = { ...options.supervision };
    for (const { kind, protocol } of options.kinds) this.#routes.register(kind, protocol);
    for (const protocol of options.protocols) {
      if (!this.#routes.has(protocol.name)) this.#routes.register(protocol.name, protocol);
    }
    this.#environment = createRealTimeEnvironment({
      clock: options.clock,
      random: options.random,
      log: options.log,
      around: (run) => this.#round(run),
    });
    this.links = new Links({
      node: options.node,
      thread: options.thread,
      placement: options.placement,
      routes: this.#routes,
      bytesInTransitMax: options.bytesInTransitMax,
      onEnvelopes: (envelopes) => this.kernel.deliver(envelopes),
      onPeer: (ref, event, thread) => {
        this.kernel.peer(ref, event);
        options.onPeer(ref, event, thread);
      },
      onUnencodable: (from, error) => {
        options.log.error('message not encodable', { from, error });
        if (this.kernel.has(from)) this.kernel.crash(from, error);
      },
      onFault: options.onFault,
      onDirty: () => this.#flushSoon(),
    });
    this.kernel = createKernel({
      node: options.node,
      bootBase: options.incarnation * BOOTS_PER_INCARNATION,
      kinds: options.kinds,
      environment: this.#environment,
      supervision: this.#supervision,
      limits: options.limits,
      uplink: {
        forward: (envelopes: readonly Envelope[]) => this.links.forward(envelopes),
        publish: (ref: ActorRef, event: PeerEvent) => {
          this.links.publish(ref, event);
          options.onPeer(ref, event, options.thread);
        },
        escalate: (ref: ActorRef, error: QuorateError) => options.onEscalate(ref, error),
      },
    });
  }

  get supervision(): Readonly<Record<string, SupervisionRow>> {
    return this.#supervision;
  }

  /** A kind of an application, under the number that all threads agree on. */
  register<M extends AnyMessage>(kind: ActorKind<M>, number: number, row: SupervisionRow | undefined): void {
    if (this.#routes.has(kind.kind)) return;
    this.#routes.register(kind.kind, kind.protocol, number);
    if (row !== undefined) this.#supervision[kind.kind] = row;
    this.kernel.register(kind as unknown as ActorKind);
  }

  openPort(onMessages: (envelopes: readonly Envelope[]) => void): Port {
    this.#portsOpened += 1;
    return this.kernel.openPort(portInstance(this.thread, this.#portsOpened), onMessages);
  }

  /** Stops the actors, hands over what they sent, and lets go of the links. */
  close(): void {
    this.kernel.close();
    this.#environment.close();
    clearImmediate(this.#flush);
    this.links.close();
  }

  #round(run: () => void): void {
    this.#inRound = true;
    try {
      run();
    } finally {
      this.#inRound = false;
      this.#options.onRound();
    }
    this.links.flush();
  }

  #flushSoon(): void {
    if (this.#inRound || this.#flush !== undefined) return;
    this.#flush = setImmediate(() => {
      this.#flush = undefined;
      this.links.flush();
    });
  }
}
