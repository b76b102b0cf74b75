/** Nodes on loopback: real kernels, links, doors and sockets, with actors in the groups' place that keep what they get. */
import { type AddressInfo, connect as connectSocket, createServer, type Socket } from 'node:net';
import { gatewayProtocol } from '../../../src/actors/gateway/protocol.js';
import { peerDoorKind } from '../../../src/actors/peer-link/door.js';
import { type Hello, helloOf } from '../../../src/actors/peer-link/hello.js';
import { peerLinkKind } from '../../../src/actors/peer-link/peer-link.js';
import {
  type PeerDoorMessage,
  type PeerLinkMessage,
  peerDoorProtocol,
  peerLinkProtocol,
} from '../../../src/actors/peer-link/protocol.js';
import { type GroupMessage, groupProtocol } from '../../../src/actors/raft/protocol.js';
import type { ActorKind, ActorRef } from '../../../src/runtime/actor/actor.js';
import { createKernel } from '../../../src/runtime/actor/create-kernel.js';
import type { Environment, Kernel, Port } from '../../../src/runtime/actor/kernel.js';
import { Routes } from '../../../src/runtime/actor/routes.js';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/runtime/base/limits.js';
import { type Body, decodeMessage, type group, peer, raft } from '../../../src/runtime/base/proto.js';
import { createRandom } from '../../../src/runtime/base/random.js';
import { encodeFrame, FrameDecoder } from '../../../src/runtime/net/frame.js';
import { openPeerSockets, type PeerSockets } from '../../../src/runtime/net/peer-sockets.js';

export const CLUSTER = 'cluster-of-the-test';
export const HOST = '127.0.0.1';
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

export type PeerState = Body<peer.PeerState.$Properties>;
export type LinkStatus = Body<peer.LinkStatus.$Properties>;
export type Frame = Body<peer.Frame.$Properties>;

export function realEnvironment(): Environment {
  return {
    clock: { now: () => performance.now() },
    random: createRandom(1),
    log: SILENT,
    schedule: (run) => void setImmediate(run),
    setTimer: (atMs, run) => setTimeout(run, Math.max(0, atMs - performance.now())),
    clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
  };
}

export function routesOfPeers(): Routes {
  const routes = new Routes();
  routes.register('group', groupProtocol);
  routes.register('gateway', gatewayProtocol);
  routes.register('peer-link', peerLinkProtocol);
  routes.register('peer-door', peerDoorProtocol);
  return routes;
}

/** What a node's group was told, in order. */
export interface Heard {
  readonly message: GroupMessage;
  readonly from: ActorRef | undefined;
  readonly fromBoot: number;
}

/** Resolves once `condition` holds; looks again whenever something was heard. */
class Ear {
  readonly heard: Heard[] = [];
  #waiting: { readonly condition: () => boolean; readonly wake: () => void }[] = [];

  take(one: Heard): void {
    this.heard.push(one);
    const ready = this.#waiting.filter(({ condition }) => condition());
    this.#waiting = this.#waiting.filter((each) => !ready.includes(each));
    for (const { wake } of ready) wake();
  }

  until(condition: () => boolean): Promise<void> {
    if (condition()) return Promise.resolve();
    return new Promise((wake) => this.#waiting.push({ condition, wake }));
  }
}

export interface PeerNodeOptions {
  readonly node: number;
  /** Ports by node; this node listens on its own, 0 takes a free one. */
  readonly ports: ReadonlyMap<number, number>;
  readonly boot?: number;
  readonly nonce?: string;
  readonly previousNonce?: string;
  readonly clusterId?: string;
  readonly limits?: Partial<Limits>;
}

interface Outgoing {
  readonly message: GroupMessage;
  readonly to: ActorRef;
}

const GROUP = 7;

export function groupStatus(leaderNode: number): Body<group.GroupStatus.$Properties> {
  return {
    group: GROUP,
    replica: 1,
    role: 'follower',
    term: 1,
    leader: 0,
    commit: 0,
    appliedIndex: 0,
    flushedIndex: 0,
    lastIndex: 0,
    purgeIndex: 0,
    voters: [],
    logClockMs: 0,
    stoppedCode: '',
    stoppedReason: '',
    leaderNode,
    members: [],
  };
}

export function raftMessage(type: raft.MessageType, term: number, data = new Uint8Array(0)): GroupMessage {
  const entries = data.length === 0 ? [] : [{ term, index: 1, type: raft.EntryType.NORMAL, data }];
  const zero = { logTerm: 0, index: 0, vote: 0, rejectHint: 0, clockMs: 0, matchAll: 0 };
  const body = { ...zero, type, to: 1, from: 2, term, entries, commit: 0, reject: false, context: new Uint8Array(0) };
  return { type: 'raft', body };
}

/** A node with links to the others, a door, sockets, and one group that listens. */
export class PeerNode {
  readonly kernel: Kernel;
  readonly sockets: PeerSockets;
  readonly group: ActorRef<GroupMessage>;
  readonly ear: Ear;
  readonly limits: Limits;
  readonly #port: Port;
  readonly #outgoing: Outgoing[];

  private constructor(kernel: Kernel, sockets: PeerSockets, ear: Ear, limits: Limits, outgoing: Outgoing[]) {
    this.limits = limits;
    this.kernel = kernel;
    this.sockets = sockets;
    this.ear = ear;
    this.#outgoing = outgoing;
    this.#port = kernel.openPort(100, () => {});
    this.group = { node: this.#port.ref.node, kind: 'group', instance: GROUP };
  }

  static async open(options: PeerNodeOptions): Promise<PeerNode> {
    const { node, ports, boot = 1, nonce = `nonce-${node}-${boot}`, previousNonce = '', clusterId = CLUSTER } = options;
    const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
    const routes = routesOfPeers();
    const ear = new Ear();
    const others = [...ports.keys()].filter((each) => each !== node);
    const outgoing: Outgoing[] = [];
    const groupKind: ActorKind<GroupMessage> = {
      kind: 'group',
      protocol: groupProtocol,
      create: () => ({
        onStart: (ctx) => {
          for (const other of others) ctx.watch({ node, kind: 'peer-link', instance: other });
        },
        onPeer: (ref, { state }, ctx) => {
          if (state === 'up') ctx.send(ref as ActorRef<PeerLinkMessage>, { type: 'follow', body: {} });
        },
        receive: (message, ctx) => {
          if (message.type !== 'tick') ear.take({ message, from: ctx.sender, fromBoot: ctx.senderBoot });
          for (const { to, message: said } of outgoing.splice(0)) ctx.send(to, said);
          if (ctx.asker !== undefined) ctx.answer(ctx.asker, { type: 'groupStatus', body: groupStatus(node) });
        },
      }),
    };
    const kernel = createKernel({
      node,
      bootBase: 0,
      kinds: [
        groupKind,
        peerLinkKind({ limits, routes, clusterId }),
        peerDoorKind({ limits, clusterId, nodes: [...ports.keys()] }),
      ] as unknown as readonly ActorKind[],
      environment: realEnvironment(),
      uplink: { forward: () => {}, publish: () => {}, escalate: () => {} },
      supervision: SUPERVISION,
    });
    kernel.spawn('group', GROUP);
    const door = kernel.spawn('peer-door', 0) as ActorRef<PeerDoorMessage>;
    const links = others.map(
      (other) =>
        kernel.spawn('peer-link', other, {
          host: HOST,
          port: ports.get(other) ?? 0,
          volumeInstance: `volume-${node}`,
          boot,
          nonce,
          previousNonce,
        }) as ActorRef<PeerLinkMessage>,
    );
    const sockets = await openPeerSockets({
      openPort: (onMessages) => kernel.openPort(1, onMessages),
      links,
      door,
      address: { host: HOST, port: ports.get(node) ?? 0 },
      insecure: false,
      limits,
    });
    return new PeerNode(kernel, sockets, ear, limits, outgoing);
  }

  get port(): number {
    return this.sockets.address.port;
  }

  link(peerNode: number): ActorRef<PeerLinkMessage> {
    return { node: this.group.node, kind: 'peer-link', instance: peerNode };
  }

  /** The group of this node says something to the group of another. */
  post(message: GroupMessage, toNode: number): void {
    this.#outgoing.push({ message, to: { ...this.group, node: toNode } });
    this.#port.send(this.group, { type: 'tick', body: {} });
  }

  ask(toNode: number, message: GroupMessage, timeoutMs = 5_000): Promise<unknown> {
    return this.#port.ask({ ...this.group, node: toNode }, message, { timeoutMs });
  }

  async linkStatus(peerNode: number): Promise<LinkStatus> {
    const answer = await this.#port.ask(this.link(peerNode), { type: 'status', body: {} }, { timeoutMs: 5_000 });
    return answer.body as LinkStatus;
  }

  /** What the group was told of that peer, in order. */
  presences(peerNode: number): peer.Presence[] {
    return this.states(peerNode).map(({ presence }) => presence);
  }

  states(peerNode: number): PeerState[] {
    return this.ear.heard.flatMap(({ message }) =>
      message.type === 'peerState' && message.body.node === peerNode ? [message.body] : [],
    );
  }

  untilPresence(peerNode: number, presence: peer.Presence): Promise<void> {
    return this.ear.until(() => this.presences(peerNode).at(-1) === presence);
  }

  /** Raft messages that have arrived, with who sent them. */
  rafts(): Heard[] {
    return this.ear.heard.filter(({ message }) => message.type === 'raft');
  }

  async close(): Promise<void> {
    await this.sockets.close();
    this.kernel.close();
  }
}

/** The hello of a first start of that node, as `PeerNode` would say it. */
export function helloFrom(node: number, toNode: number): Hello {
  const process = { volumeInstance: `volume-${node}`, boot: 1, nonce: `nonce-${node}-1`, previousNonce: '' };
  return helloOf({ clusterId: CLUSTER, node, ...process }, toNode, false);
}

/** Resolves once `condition` holds, which something that is under way is about to bring about. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

/** Sockets and servers of this process. */
export function sockets(): string[] {
  return process.getActiveResourcesInfo().filter((resource) => resource.startsWith('TCP'));
}

/** Ports that nobody listens on, by node. Another process may take one, which has never been seen to happen. */
export async function freePorts(nodes: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const servers = nodes.map(() => createServer());
  const ports = new Map<number, number>();
  for (const [at, server] of servers.entries()) {
    await new Promise<void>((resolve) => server.listen({ host: HOST, port: 0 }, resolve));
    ports.set(nodes[at] ?? 0, (server.address() as AddressInfo).port);
  }
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** Somebody who connects to a node and says what the test wants, byte by byte if need be. */
export class Stranger {
  readonly socket: Socket;
  readonly closed: Promise<void>;
  readonly #decoder = new FrameDecoder(DEFAULT_LIMITS.frameBytesMax);
  readonly #payloads: Uint8Array[] = [];
  #wake: (() => void) | undefined;

  constructor(port: number) {
    this.socket = connectSocket({ host: HOST, port });
    this.socket.on('data', (chunk) => {
      this.#payloads.push(...this.#decoder.push(chunk));
      this.#wake?.();
    });
    this.socket.on('error', () => {});
    this.closed = new Promise((resolve) => {
      this.socket.once('close', () => {
        resolve();
        this.#wake?.();
      });
    });
  }

  say(frame: peer.Frame.$Properties): void {
    this.socket.write(encodeFrame(peer.Frame, frame));
  }

  /** The next frame; rejects when the connection ends first. */
  async next(): Promise<Frame> {
    while (this.#payloads.length === 0) {
      if (this.socket.destroyed) throw new Error('the connection was closed');
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return decodeMessage<peer.Frame.$Properties>(peer.Frame, this.#payloads.shift() ?? new Uint8Array(0));
  }
}
