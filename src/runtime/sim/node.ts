/**
 * Simulated node: a machine with a disk, and the lives of the process on it. It starts, is paused, and dies: between
 * any two events, or in the middle of any call of a store.
 */
import type { ActorRef, Log, PeerEvent } from '../actor/actor.js';
import type { Envelope } from '../actor/envelope.js';
import type { ActorStats, Port } from '../actor/kernel.js';
import { QuorateError } from '../base/errors.js';
import type { VolumeHeader } from '../base/log-store.js';
import type { StateMeta } from '../base/state-store.js';
import { createReplicas } from './cluster.js';
import { describeRef } from './describe.js';
import { SimulatedDisk } from './disk/disk.js';
import type { StoreCall } from './disk/file.js';
import type { Arrival, GatewayObserver } from './observed-kinds.js';
import { type ProcessOptions, SimulatedProcess } from './process.js';
import { ObservedStores } from './stores.js';
import type { Trace } from './trace.js';

export type Death = 'process crash' | 'power cut';

/** Crashes that the world causes say so: any other is a defect. */
export const SIMULATED_CRASH = 'simulated crash';

const COMMIT_MS_MIN = 0.2;
export const COMMIT_MS_MAX = 1.5;

/** The disk's pace: a commit takes a time from this range. */
export interface DiskPace {
  commitMsMin: number;
  commitMsMax: number;
}

/** What a node is told of its world, and tells it. */
export interface NodeOptions
  extends Pick<
    ProcessOptions,
    | 'cluster'
    | 'limits'
    | 'supervision'
    | 'transport'
    | 'layout'
    | 'clockOffsetMs'
    | 'congestedBytes'
    | 'createMistake'
    | 'time'
    | 'random'
    | 'routes'
    | 'network'
  > {
  readonly id: number;
  /** Canaries of the disk. */
  readonly isFsyncSkipped: boolean;
  readonly isOpeningSkipped: boolean;
  readonly trace: Trace;
  /** Envelopes leave a thread, or the node, after any mutation, before they travel. */
  readonly onSent: (node: number, envelope: Envelope) => Envelope;
  /** What becomes of an envelope for another node before its link gets it; `again` lets one of them come later. */
  readonly onRelayed: (node: number, envelope: Envelope, again: (later: Envelope) => void) => readonly Envelope[];
  readonly onArrival: (node: number, arrival: Arrival) => void;
  readonly gatewayObserver: GatewayObserver;
  readonly onResponses: (node: number, envelopes: readonly Envelope[]) => void;
  readonly onFlush: (node: number, meta: StateMeta) => void;
  readonly onDeath: (node: number) => void;
  readonly onLog: (
    node: number,
    level: 'warn' | 'error',
    event: string,
    facts: Readonly<Record<string, unknown>>,
  ) => void;
}

/** A crash that waits for a call of a store. */
export interface ArmedCrash {
  readonly death: Death | 'actor';
  callsLeft: number;
}

/** A life of the node's process, as its volume names it. */
export interface Identity {
  readonly life: number;
  readonly header: VolumeHeader;
}

export class SimulatedNode {
  readonly id: number;
  readonly disk: SimulatedDisk;
  readonly stores: ObservedStores;
  readonly pace: DiskPace = { commitMsMin: COMMIT_MS_MIN, commitMsMax: COMMIT_MS_MAX };
  armedCrash: ArmedCrash | undefined;
  /** Actors that stay down, or groups that are stopped, until the process starts again. */
  hasStoppedActors = false;
  /** Of every life that has opened its volume, oldest first. */
  readonly identities: Identity[] = [];

  readonly #options: NodeOptions;
  #process: SimulatedProcess | undefined;
  #life = 0;
  /** Lives of gateways that have ended. */
  #gatewaysEnded = 0;

  constructor(options: NodeOptions) {
    this.#options = options;
    this.id = options.id;
    this.disk = new SimulatedDisk({
      onCall: (call) => this.#onCall(call),
      logRowBytesMax: options.limits.logRowBytesMax,
    });
    const isOpeningDurable = !options.isFsyncSkipped && !options.isOpeningSkipped;
    this.stores = new ObservedStores(this.disk, isOpeningDurable, {
      onFlush: (meta) => options.onFlush(this.id, meta),
      onOpened: (header) => this.#opened(header),
    });
    createReplicas(this.disk, options.cluster, this.id);
    if (options.isFsyncSkipped) this.disk.skipFsync();
    if (options.isOpeningSkipped) this.disk.skipOpeningTransaction();
  }

  get stateFiles(): readonly string[] {
    return this.#options.cluster.stateFilesOf(this.id);
  }

  /** Of every actor, while the node is up. */
  stats(): readonly ActorStats[] {
    return this.#process?.stats() ?? [];
  }

  get isUp(): boolean {
    return this.#process !== undefined;
  }

  /** Names the life of the process and of its gateway: what was asked of another one is not answered by this one. */
  get gatewayLife(): string {
    return `${this.#life} ${this.#gatewaysEnded}`;
  }

  start(): void {
    this.#life += 1;
    this.hasStoppedActors = false;
    this.#options.trace.add(`n${this.id}`, 'up', `life ${this.#life}`);
    this.#options.network.powerOn(this.id);
    const life = this.#life;
    const { onSent, onRelayed, onArrival, onResponses } = this.#options;
    const process: SimulatedProcess = new SimulatedProcess({
      ...this.#options,
      node: this.id,
      life,
      storage: this.stores.storageFor(() => this.isUp && this.#life === life),
      log: this.#logger(),
      onSent: (envelope) => onSent(this.id, envelope),
      onRelayed: (envelope) => onRelayed(this.id, envelope, (later) => process.deliver(later)),
      onArrival: (arrival) => onArrival(this.id, arrival),
      onResponses: (envelopes) => onResponses(this.id, envelopes),
      onPublished: (ref, event) => this.#published(ref, event),
      onEscalated: (ref, error) => this.#escalated(ref, error),
    });
    this.#process = process;
  }

  die(death: Death): void {
    if (this.#process === undefined) return;
    this.#options.trace.add(`n${this.id}`, 'down', death);
    this.#process.end();
    this.#process = undefined;
    this.armedCrash = undefined;
    this.stores.closed();
    this.#options.network.processEnded(this.id, death === 'process crash');
    if (death === 'power cut') this.disk.powerCut((unsynced) => this.#options.random.below(unsynced + 1));
    else this.disk.processCrash();
    this.#options.onDeath(this.id);
  }

  pause(ms: number): void {
    this.#process?.pause(ms);
  }

  /** At its next message, or its next of this type. */
  crashActor(kind: string, instance: number, type?: string): void {
    this.#process?.crashActor({ node: this.id, kind, instance }, simulatedCrash(), type);
  }

  /** A forged message for an actor of this node. */
  deliver(envelope: Envelope): void {
    this.#process?.deliver(envelope);
  }

  /** From a client, to the gateway; false when nobody is there. */
  request(send: (port: Port, gateway: ActorRef) => void): boolean {
    const gateway = { node: this.id, kind: 'gateway', instance: 0 };
    return this.#process?.request((port) => send(port, gateway)) ?? false;
  }

  /** Calls `run` when the node's gateway has time, at the earliest at `atMs`; never if the process has died. */
  whenGatewayIsFree(atMs: number, run: () => void): void {
    this.#process?.threadOf('gateway').whenFree(atMs, run);
  }

  #opened(header: VolumeHeader): void {
    if (this.identities.at(-1)?.life !== this.#life) this.identities.push({ life: this.#life, header });
    this.#process?.opened(header);
  }

  #published(ref: ActorRef, event: PeerEvent): void {
    if (ref.kind === 'gateway' && event.state === 'down') this.#gatewaysEnded += 1;
    this.#options.trace.add(`n${this.id}`, 'actor', `${describeRef(ref)} ${event.state} ${event.boot}`);
  }

  /** A spent budget: the actor stays down, or the process ends, as the supervision table says. */
  #escalated(ref: ActorRef, error: QuorateError): void {
    this.hasStoppedActors = true;
    const { spent } = this.#options.supervision[ref.kind] ?? { spent: 'end-process' };
    this.#options.trace.add(`n${this.id}`, 'actor', `${describeRef(ref)} spent ${error.code}: ${spent}`);
    if (spent !== 'stop-actor') this.die('process crash');
  }

  #onCall(call: StoreCall): void {
    if (this.#process === undefined || this.stores.isLooking) return;
    const thread = this.#process.thread(call.file.startsWith('state') ? 'state' : 'log');
    const { operation, phase } = call;
    if (phase === 'before') thread.spend(this.#costMs(call));
    if (phase === 'after' && (operation === 'commit' || operation === 'open')) {
      this.#options.trace.add(`n${this.id}`, 'durable', `${call.file} ${operation}`);
      if (operation === 'commit' && !this.#options.isFsyncSkipped) this.stores.committed(call);
    }
    const armed = this.armedCrash;
    if (armed === undefined) return;
    armed.callsLeft -= 1;
    if (armed.callsLeft > 0) return;
    this.armedCrash = undefined;
    this.#options.trace.add(`n${this.id}`, 'fault', `${armed.death} at ${operation} of ${call.file}, ${phase}`);
    if (armed.death !== 'actor') this.die(armed.death);
    throw simulatedCrash();
  }

  #costMs({ operation }: StoreCall): number {
    if (operation !== 'commit' && operation !== 'open' && operation !== 'checkpoint') return 0.002;
    const { commitMsMin, commitMsMax } = this.pace;
    return commitMsMin + this.#options.random.fraction() * (commitMsMax - commitMsMin);
  }

  #logger(): Log {
    const log =
      (level: 'warn' | 'error') =>
      (event: string, facts: Readonly<Record<string, unknown>> = {}) => {
        if (!this.isUp) return;
        const { actor, code, reason } = facts;
        this.#options.trace.add(`n${this.id}`, 'log', `${level} ${event} ${[actor, code, reason].join(' ')}`);
        this.#options.onLog(this.id, level, event, facts);
      };
    return { debug() {}, info() {}, warn: log('warn'), error: log('error') };
  }
}

function simulatedCrash(): QuorateError {
  return new QuorateError('ERR_INVARIANT', SIMULATED_CRASH);
}
