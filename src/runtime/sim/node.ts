/**
 * Simulated node: the real actors on four simulated threads (gateway, groups, log writer, appliers), over a simulated
 * disk. It starts, is paused, and dies: between any two events, or in the middle of any call of a store.
 */
import { applierKind } from '../../actors/applier/applier.js';
import { gatewayKind } from '../../actors/gateway/gateway.js';
import { logWriterKind } from '../../actors/log-writer/log-writer.js';
import { groupKind } from '../../actors/raft/group.js';
import type { ActorKind, ActorRef, Log, PeerEvent } from '../actor/actor.js';
import type { Envelope } from '../actor/envelope.js';
import type { ActorStats, Port } from '../actor/kernel.js';
import type { Routes } from '../actor/routes.js';
import type { SupervisionTable } from '../actor/supervision.js';
import { present } from '../base/assert.js';
import { QuorateError } from '../base/errors.js';
import type { Limits } from '../base/limits.js';
import type { Random } from '../base/random.js';
import type { StateMeta } from '../base/state-store.js';
import { type Cluster, createReplicas, expectationOf } from './cluster.js';
import { describeRef } from './describe.js';
import { SimulatedDisk } from './disk/disk.js';
import type { StoreCall } from './disk/file.js';
import { LocalLink, type Transport } from './local-link.js';
import { ObservedStores } from './stores.js';
import { SimulatedThread } from './thread.js';
import type { Trace } from './trace.js';
import type { VirtualTime } from './virtual-time.js';

export type ThreadName = 'edge' | 'core' | 'log' | 'state';
export type Death = 'process crash' | 'power cut';

const THREAD_OF_KIND: Readonly<Record<string, ThreadName>> = {
  gateway: 'edge',
  port: 'edge',
  group: 'core',
  'log-writer': 'log',
  applier: 'state',
};
const THREADS: readonly ThreadName[] = ['log', 'state', 'core', 'edge'];
const CLIENT_PORT = 1;
const BOOTS_PER_LIFE = 1_000_000;

/** Crashes that the world causes say so: any other is a defect. */
export const SIMULATED_CRASH = 'simulated crash';

/** The disk's pace: a commit takes a time from this range. */
export interface DiskPace {
  commitMsMin: number;
  commitMsMax: number;
}

export interface NodeOptions {
  readonly id: number;
  readonly cluster: Cluster;
  readonly limits: Limits;
  readonly supervision: SupervisionTable;
  readonly transport: Transport;
  readonly clockOffsetMs: number;
  /** Canaries of the disk. */
  readonly isFsyncSkipped: boolean;
  readonly isOpeningSkipped: boolean;
  readonly time: VirtualTime;
  readonly random: Random;
  readonly routes: Routes;
  readonly trace: Trace;
  /** Envelopes leave a thread, after any mutation, before they travel. */
  readonly onSent: (node: number, envelope: Envelope) => Envelope;
  readonly toNetwork: (node: number, envelope: Envelope, departMs: number) => void;
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

export class SimulatedNode {
  readonly id: number;
  readonly disk: SimulatedDisk;
  readonly stores: ObservedStores;
  readonly pace: DiskPace = { commitMsMin: 0.2, commitMsMax: 1.5 };
  armedCrash: ArmedCrash | undefined;
  /** Actors that stay down, or groups that are stopped, until the process starts again. */
  hasStoppedActors = false;

  readonly #options: NodeOptions;
  readonly #threads = new Map<ThreadName, SimulatedThread>();
  readonly #links = new Map<string, LocalLink>();
  #port: Port | undefined;
  #life = 0;

  constructor(options: NodeOptions) {
    this.#options = options;
    this.id = options.id;
    this.disk = new SimulatedDisk({
      onCall: (call) => this.#onCall(call),
      logRowBytesMax: options.limits.logRowBytesMax,
    });
    const isOpeningDurable = !options.isFsyncSkipped && !options.isOpeningSkipped;
    this.stores = new ObservedStores(this.disk, isOpeningDurable, (meta) => options.onFlush(this.id, meta));
    createReplicas(this.disk, options.cluster, this.id);
    if (options.isFsyncSkipped) this.disk.skipFsync();
    if (options.isOpeningSkipped) this.disk.skipOpeningTransaction();
  }

  get stateFiles(): readonly string[] {
    return this.#options.cluster.stateFilesOf(this.id);
  }

  /** Of every actor, while the node is up. */
  stats(): readonly ActorStats[] {
    return [...this.#threads.values()].flatMap((thread) => thread.kernel.inspect());
  }

  get isUp(): boolean {
    return this.#threads.size > 0;
  }

  start(): void {
    this.#life += 1;
    this.hasStoppedActors = false;
    this.#options.trace.add(`n${this.id}`, 'up', `life ${this.#life}`);
    const kinds = this.#kinds();
    for (const name of THREADS) this.#threads.set(name, this.#startThread(name, kinds));
    for (const from of THREADS) {
      for (const to of THREADS) if (from !== to) this.#links.set(`${from}>${to}`, this.#link(from, to));
    }
    const { cluster } = this.#options;
    this.#thread('log').kernel.spawn('log-writer', 0);
    for (const group of cluster.groups) this.#thread('state').kernel.spawn('applier', group);
    for (const group of cluster.groups) {
      const { replica, peers } = cluster.membersOf(group, this.id);
      this.#thread('core').kernel.spawn('group', group, { replica, peers, volume: 0 });
    }
    this.#thread('edge').kernel.spawn('gateway', 0);
    this.#port = this.#thread('edge').kernel.openPort(CLIENT_PORT, (envelopes) =>
      this.#options.onResponses(this.id, envelopes),
    );
  }

  die(death: Death): void {
    if (!this.isUp) return;
    this.#options.trace.add(`n${this.id}`, 'down', death);
    for (const thread of this.#threads.values()) thread.die();
    this.#threads.clear();
    this.#links.clear();
    this.#port = undefined;
    this.armedCrash = undefined;
    this.stores.closed();
    if (death === 'power cut') this.disk.powerCut((unsynced) => this.#options.random.below(unsynced + 1));
    else this.disk.processCrash();
    this.#options.onDeath(this.id);
  }

  pause(ms: number): void {
    for (const thread of this.#threads.values()) thread.pauseUntil(this.#options.time.now() + ms);
  }

  /** At its next message, or its next of this type. */
  crashActor(kind: string, instance: number, type?: string): void {
    const thread = this.#threads.get(threadOf(kind));
    thread?.kernel.crash({ node: this.id, kind, instance }, simulatedCrash(), type);
  }

  /** From the network. */
  deliver(envelopes: readonly Envelope[]): void {
    const thread = this.#threads.get('core');
    thread?.whenFree(this.#options.time.now(), () => thread.kernel.deliver(envelopes));
  }

  /** From a client, to the gateway; false when nobody is there. */
  request(send: (port: Port, gateway: ActorRef) => void): boolean {
    const port = this.#port;
    const edge = this.#threads.get('edge');
    if (port === undefined || edge === undefined) return false;
    edge.whenFree(this.#options.time.now(), () => send(port, { node: this.id, kind: 'gateway', instance: 0 }));
    return true;
  }

  #kinds(): readonly ActorKind[] {
    const { limits, cluster } = this.#options;
    const life = this.#life;
    const storage = this.stores.storageFor(() => this.isUp && this.#life === life);
    const logWriterOf = () => ({ node: this.id, kind: 'log-writer', instance: 0 });
    const applierOf = (group: number) => ({ node: this.id, kind: 'applier', instance: group });
    const expectation = expectationOf(this.id, this.#life);
    const { dataGroups, metadataGroup } = cluster;
    return [
      logWriterKind({ storage, limits, expectation }),
      applierKind({ storage, limits, logWriterOf }),
      groupKind({ limits, logWriterOf, applierOf }),
      gatewayKind({
        limits,
        clusterId: expectation.clusterId,
        dataGroups,
        metadataGroup,
        nodes: [this.id],
        membersOf: () => [{ replica: 1, node: this.id }],
      }),
    ] as readonly ActorKind[];
  }

  #startThread(name: ThreadName, kinds: readonly ActorKind[]): SimulatedThread {
    const { limits, supervision, time, clockOffsetMs, random } = this.#options;
    return new SimulatedThread({
      node: this.id,
      name,
      bootBase: this.#life * BOOTS_PER_LIFE,
      kinds: kinds.filter(({ kind }) => threadOf(kind) === name),
      supervision,
      limits,
      time,
      clockOffsetMs,
      random: random.fork(),
      log: this.#logger(),
      forward: (from, envelopes) => this.#forward(from, envelopes),
      publish: (from, ref, event) => this.#publish(from, ref, event),
      escalate: (ref, error) => this.#escalate(ref, error),
    });
  }

  #link(from: ThreadName, to: ThreadName): LocalLink {
    const { routes, transport, random } = this.#options;
    return new LocalLink(this.#thread(from), this.#thread(to), routes, transport, random.fork());
  }

  #thread(name: ThreadName): SimulatedThread {
    return present(this.#threads.get(name), `thread ${name} of node ${this.id}`);
  }

  /** Sorts a turn's envelopes by where they go: each link gets its own at once. */
  #forward(from: SimulatedThread, envelopes: readonly Envelope[]): void {
    const local = new Map<string, Envelope[]>();
    for (const original of envelopes) {
      const envelope = this.#options.onSent(this.id, original);
      if (envelope.to.node !== this.id) {
        this.#options.toNetwork(this.id, envelope, from.nowMs());
        continue;
      }
      const name = `${from.name}>${threadOf(envelope.to.kind)}`;
      const batch = local.get(name);
      if (batch === undefined) local.set(name, [envelope]);
      else batch.push(envelope);
    }
    for (const [name, batch] of local) this.#links.get(name)?.send(batch);
  }

  #publish(from: SimulatedThread, ref: ActorRef, event: PeerEvent): void {
    this.#options.trace.add(`n${this.id}`, 'actor', `${describeRef(ref)} ${event.state} ${event.boot}`);
    for (const to of THREADS) this.#links.get(`${from.name}>${to}`)?.tell(ref, event);
  }

  /** A spent budget: the actor stays down, or the process ends, as the supervision table says. */
  #escalate(ref: ActorRef, error: QuorateError): void {
    this.hasStoppedActors = true;
    const { spent } = this.#options.supervision[ref.kind] ?? { spent: 'end-process' };
    this.#options.trace.add(`n${this.id}`, 'actor', `${describeRef(ref)} spent ${error.code}: ${spent}`);
    if (spent !== 'stop-actor') this.die('process crash');
  }

  #onCall(call: StoreCall): void {
    const thread = this.#threads.get(call.file.startsWith('state') ? 'state' : 'log');
    if (thread === undefined || this.stores.isLooking) return;
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

function threadOf(kind: string): ThreadName {
  return present(THREAD_OF_KIND[kind], `a thread for actors of kind ${kind}`);
}

function simulatedCrash(): QuorateError {
  return new QuorateError('ERR_INVARIANT', SIMULATED_CRASH);
}
