/**
 * Simulated process: one life of a node. The real actors on simulated threads, started in the order of the product: the
 * log writer, and once its volume is open the links and their sockets, appliers, groups and the gateway.
 *
 * As in the product, gateway, groups and links share the reactive thread; in some worlds gateway and links have a
 * thread of their own instead, so that what passes between them and the groups is late, encoded and seen.
 */
import { applierKind } from '../../actors/applier/applier.js';
import { gatewayKind } from '../../actors/gateway/gateway.js';
import { logWriterKind } from '../../actors/log-writer/log-writer.js';
import { peerDoorKind } from '../../actors/peer-link/door.js';
import { peerLinkKind } from '../../actors/peer-link/peer-link.js';
import { groupKind } from '../../actors/raft/group.js';
import type { ActorKind, ActorRef, Log, PeerEvent } from '../actor/actor.js';
import { bounceOf, type Envelope } from '../actor/envelope.js';
import type { ActorStats, Port } from '../actor/kernel.js';
import { RELAY_KIND, type Routes } from '../actor/routes.js';
import type { SupervisionTable } from '../actor/supervision.js';
import { present } from '../base/assert.js';
import { QuorateError } from '../base/errors.js';
import type { Limits } from '../base/limits.js';
import type { VolumeHeader } from '../base/log-store.js';
import type { NodeStorage } from '../base/node-storage.js';
import type { Random } from '../base/random.js';
import { CLUSTER_ID, type Cluster, expectationOf } from './cluster.js';
import { LocalLink, type Transport } from './local-link.js';
import type { SimulatedNetwork } from './network.js';
import { type Arrival, type GatewayObserver, observedGateway, observedGroup, observedLink } from './observed-kinds.js';
import { SimulatedSockets, type SocketsMistake } from './sockets.js';
import { SimulatedThread } from './thread.js';
import type { VirtualTime } from './virtual-time.js';

export type ThreadName = 'edge' | 'core' | 'log' | 'state';
/** Whether gateway and links share the thread of the groups. */
export type Layout = 'together' | 'split';

const CLIENT_PORT = 1;
const DOOR = 0;
/** Boots of the actors of one life; of an actor they tell the life. */
export const BOOTS_PER_LIFE = 1_000_000;
/** Between the opening of the volume and the start of the rest. */
const START_MS = 0.2;

export interface ProcessOptions {
  readonly node: number;
  readonly life: number;
  readonly cluster: Cluster;
  readonly limits: Limits;
  readonly supervision: SupervisionTable;
  readonly transport: Transport;
  readonly layout: Layout;
  readonly clockOffsetMs: number;
  /** The other side of a connection takes no more while this much is on its way to it. */
  readonly congestedBytes: number;
  /** Canary of the sockets. */
  readonly createMistake?: (() => SocketsMistake) | undefined;
  readonly storage: NodeStorage;
  readonly time: VirtualTime;
  readonly random: Random;
  readonly routes: Routes;
  readonly network: SimulatedNetwork;
  readonly log: Log;
  /** An envelope leaves a thread, or the node; returns what travels instead. */
  readonly onSent: (envelope: Envelope) => Envelope;
  /** What the link to a peer gets in the place of an envelope that leaves the node. */
  readonly onRelayed: (envelope: Envelope) => readonly Envelope[];
  readonly onArrival: (arrival: Arrival) => void;
  readonly gatewayObserver: GatewayObserver;
  readonly onResponses: (envelopes: readonly Envelope[]) => void;
  readonly onPublished: (ref: ActorRef, event: PeerEvent) => void;
  readonly onEscalated: (ref: ActorRef, error: QuorateError) => void;
}

export class SimulatedProcess {
  readonly #options: ProcessOptions;
  readonly #threads = new Map<ThreadName, SimulatedThread>();
  readonly #links = new Map<string, LocalLink>();
  readonly #threadOfKind: Readonly<Record<string, ThreadName>>;
  #port: Port | undefined;
  #hasStarted = false;

  constructor(options: ProcessOptions) {
    this.#options = options;
    const edge = options.layout === 'split' ? 'edge' : 'core';
    const onEdge = { gateway: edge, port: edge, [RELAY_KIND]: edge, 'peer-door': edge } as const;
    this.#threadOfKind = { ...onEdge, group: 'core', 'log-writer': 'log', applier: 'state' };
    const names: readonly ThreadName[] = [...new Set<ThreadName>(['log', 'state', 'core', edge])];
    const kinds = this.#kinds();
    for (const name of names) this.#threads.set(name, this.#startThread(name, kinds));
    for (const from of names) {
      for (const to of names) if (from !== to) this.#links.set(`${from}>${to}`, this.#link(from, to));
    }
    this.thread('log').kernel.spawn('log-writer', 0);
  }

  thread(name: ThreadName): SimulatedThread {
    return present(this.#threads.get(name), `thread ${name} of node ${this.#options.node}`);
  }

  /** The log writer has opened its volume, in one of its turns; the first time, the rest of the node starts. */
  opened(header: VolumeHeader): void {
    if (this.#hasStarted) return;
    this.#hasStarted = true;
    const { time } = this.#options;
    this.thread('log').whenFree(time.now() + START_MS, () => this.#start(header));
  }

  #start(header: VolumeHeader): void {
    const { cluster, node } = this.#options;
    if (cluster.nodes.length > 1) this.#startLinks(header);
    const own = cluster.groupsOf(node);
    for (const { group } of own) this.thread('state').kernel.spawn('applier', group);
    for (const { group, replica } of own) {
      const members = cluster.membersOf(group);
      const peers = members.map((member) => [member.replica, member.node]);
      const firstReplica = members[0]?.replica;
      this.thread('core').kernel.spawn('group', group, { replica, peers, firstReplica, volume: 0 });
    }
    const edge = this.threadOf('gateway').kernel;
    edge.spawn('gateway', 0);
    this.#port = edge.openPort(CLIENT_PORT, (envelopes) => this.#options.onResponses(envelopes));
  }

  #startLinks({ instanceId, nodeBoot, bootNonce, previousBootNonce }: VolumeHeader): void {
    const { cluster, node, network, time, limits, congestedBytes, createMistake } = this.#options;
    const thread = this.threadOf(RELAY_KIND);
    const identity = { volumeInstance: instanceId, boot: nodeBoot, nonce: bootNonce, previousNonce: previousBootNonce };
    const door = thread.kernel.spawn('peer-door', DOOR);
    const links = cluster.nodes
      .filter((peer) => peer !== node)
      .map((peer) => thread.kernel.spawn(RELAY_KIND, peer, { host: `10.0.0.${peer}`, port: 7_300, ...identity }));
    const places = { node, thread, time, network, limits, links, door };
    new SimulatedSockets({ ...places, congestedBytes, mistake: createMistake?.() });
  }

  end(): void {
    for (const thread of this.#threads.values()) thread.die();
    this.#port = undefined;
  }

  /** Of every actor. */
  stats(): readonly ActorStats[] {
    return [...this.#threads.values()].flatMap((thread) => thread.kernel.inspect());
  }

  pause(ms: number): void {
    for (const thread of this.#threads.values()) thread.pauseUntil(this.#options.time.now() + ms);
  }

  crashActor(ref: ActorRef, error: QuorateError, type?: string): void {
    this.threadOf(ref.kind).kernel.crash(ref, error, type);
  }

  /** To actors of this node, as if from another thread. */
  deliver(envelope: Envelope): void {
    const { node, time } = this.#options;
    const thread = this.threadOf(envelope.to.node === node ? envelope.to.kind : RELAY_KIND);
    thread.whenFree(time.now(), () => thread.kernel.deliver([envelope]));
  }

  /** From outside the actors, through the clients' port; false while there is none. */
  request(send: (port: Port) => void): boolean {
    const port = this.#port;
    if (port === undefined) return false;
    this.threadOf('port').whenFree(this.#options.time.now(), () => send(port));
    return true;
  }

  threadOf(kind: string): SimulatedThread {
    return this.thread(present(this.#threadOfKind[kind], `a thread for actors of kind ${kind}`));
  }

  #kinds(): readonly ActorKind[] {
    const { limits, cluster, node, storage, routes, life, onRelayed, onArrival, gatewayObserver } = this.#options;
    const logWriterOf = () => ({ node, kind: 'log-writer', instance: 0 });
    const applierOf = (group: number) => ({ node, kind: 'applier', instance: group });
    const { dataGroups, metadataGroup, nodes } = cluster;
    const membersOf = (group: number) => cluster.membersOf(group);
    const clusterId = CLUSTER_ID;
    const group = groupKind({ limits, logWriterOf, applierOf }) as ActorKind;
    const gateway = gatewayKind({ limits, clusterId, dataGroups, metadataGroup, nodes, membersOf }) as ActorKind;
    const link = peerLinkKind({ limits, routes, clusterId }) as ActorKind;
    return [
      logWriterKind({ storage, limits, expectation: expectationOf(node, life) }) as ActorKind,
      applierKind({ storage, limits, logWriterOf }) as ActorKind,
      observedGroup(group, onArrival),
      observedGateway(gateway, gatewayObserver),
      observedLink(link, onRelayed),
      peerDoorKind({ limits, clusterId, nodes }) as ActorKind,
    ];
  }

  #startThread(name: ThreadName, kinds: readonly ActorKind[]): SimulatedThread {
    const { node, life, limits, supervision, time, clockOffsetMs, random, log, onEscalated } = this.#options;
    return new SimulatedThread({
      node,
      name,
      bootBase: life * BOOTS_PER_LIFE,
      kinds: kinds.filter(({ kind }) => this.#threadOfKind[kind] === name),
      supervision,
      limits,
      time,
      clockOffsetMs,
      random: random.fork(),
      log,
      forward: (from, envelopes) => this.#forward(from, envelopes),
      publish: (from, ref, event) => this.#publish(from, ref, event),
      escalate: (ref, error) => onEscalated(ref, error),
    });
  }

  #link(from: ThreadName, to: ThreadName): LocalLink {
    const { routes, transport, random } = this.#options;
    return new LocalLink(this.thread(from), this.thread(to), routes, transport, random.fork());
  }

  /** Sorts a turn's envelopes by where they go: each link gets its own at once. */
  #forward(from: SimulatedThread, envelopes: readonly Envelope[]): void {
    const { node, onSent } = this.#options;
    const local = new Map<string, Envelope[]>();
    for (const original of envelopes) {
      const isOwn = original.from.node === node && original.to.node === node;
      // What leaves the node, or came from another, is seen at the links.
      const envelope = isOwn ? onSent(original) : original;
      const to = this.threadOf(envelope.to.node === node ? envelope.to.kind : RELAY_KIND).name;
      if (to === from.name) {
        this.#bounce(from, envelope);
        continue;
      }
      const name = `${from.name}>${to}`;
      const batch = local.get(name);
      if (batch === undefined) local.set(name, [envelope]);
      else batch.push(envelope);
    }
    for (const [name, batch] of local) this.#links.get(name)?.send(batch);
  }

  /** Nobody is there to take it. */
  #bounce(from: SimulatedThread, envelope: Envelope): void {
    const { routes, time } = this.#options;
    const { message, to } = envelope;
    if (message === undefined || envelope.isAnswer) return;
    const isAsk = routes.protocolOf(envelope).delivery(message.type) === 'ask';
    const error = new QuorateError('ERR_ACTOR_STOPPED', `${to.kind}/${to.instance} is not running; try again later`);
    const bounce = bounceOf(envelope, isAsk, error);
    if (bounce !== undefined) from.whenFree(time.now(), () => from.kernel.deliver([bounce]));
  }

  #publish(from: SimulatedThread, ref: ActorRef, event: PeerEvent): void {
    this.#options.onPublished(ref, event);
    for (const to of this.#threads.keys()) this.#links.get(`${from.name}>${to}`)?.tell(ref, event);
  }
}
