/** One link in a kernel under virtual time; the test plays its sockets, its followers, and whoever sends through it. */
import { gatewayProtocol } from '../../../src/actors/gateway/protocol.js';
import { type Hello, helloOf, type Identity } from '../../../src/actors/peer-link/hello.js';
import { peerLinkKind } from '../../../src/actors/peer-link/peer-link.js';
import { type PeerLinkMessage, peerLinkProtocol } from '../../../src/actors/peer-link/protocol.js';
import { type GroupMessage, groupProtocol } from '../../../src/actors/raft/protocol.js';
import type { Actor, ActorKind, ActorRef } from '../../../src/runtime/actor/actor.js';
import { createKernel } from '../../../src/runtime/actor/create-kernel.js';
import type { Envelope } from '../../../src/runtime/actor/envelope.js';
import { encodeEnvelope } from '../../../src/runtime/actor/envelope-codec.js';
import type { Environment, Kernel, Port } from '../../../src/runtime/actor/kernel.js';
import { Routes } from '../../../src/runtime/actor/routes.js';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import type { QuorateError } from '../../../src/runtime/base/errors.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/runtime/base/limits.js';
import { type Body, decodeMessage, encodeMessage, peer, raft, Writer } from '../../../src/runtime/base/proto.js';
import { VirtualTime } from '../../../src/runtime/sim/virtual-time.js';

export const CLUSTER = 'cluster-of-the-test';
export const GROUP = 7;
export type Frame = Body<peer.Frame.$Properties>;
export type PeerState = Body<peer.PeerState.$Properties>;
export type LinkStatus = Body<peer.LinkStatus.$Properties>;

export function routesOfPeers(): Routes {
  const routes = new Routes();
  routes.register('group', groupProtocol);
  routes.register('gateway', gatewayProtocol);
  routes.register('peer-link', peerLinkProtocol);
  return routes;
}

export function raftMessage(type: raft.MessageType, more: Partial<Body<raft.Message.$Properties>> = {}): GroupMessage {
  const zero = { term: 1, logTerm: 0, index: 0, vote: 0, rejectHint: 0, clockMs: 0, matchAll: 0, commit: 0 };
  const body = { ...zero, type, to: 1, from: 2, entries: [], reject: false, context: new Uint8Array(0), ...more };
  return { type: 'raft', body };
}

export interface Heard {
  readonly message: GroupMessage;
  readonly from: ActorRef | undefined;
  readonly fromBoot: number;
}

export interface Refused {
  readonly type: string;
  readonly error: QuorateError;
}

export interface LinkWorldOptions {
  readonly node?: number;
  readonly peerNode?: number;
  readonly limits?: Partial<Limits>;
  /** So many groups follow the link; the first one is `GROUP`. */
  readonly groups?: number;
}

const identityOf = (node: number): Identity => ({
  clusterId: CLUSTER,
  node,
  volumeInstance: `volume-${node}`,
  boot: 5,
  nonce: `nonce-${node}-5`,
  previousNonce: `nonce-${node}-4`,
});

export class LinkWorld {
  readonly time = new VirtualTime();
  readonly limits: Limits;
  readonly kernel: Kernel;
  readonly link: ActorRef<PeerLinkMessage>;
  readonly routes = routesOfPeers();
  /** What the link has told its sockets, and not been looked at yet. */
  readonly orders: PeerLinkMessage[] = [];
  readonly heard: Heard[] = [];
  readonly refused: Refused[] = [];
  readonly node: number;
  readonly peerNode: number;
  sockets: Port;
  readonly #asker: Port;
  #instances = 1;
  #isPaused = false;
  #held: (() => void)[] = [];
  #outgoing: { readonly to: ActorRef; readonly message: GroupMessage; readonly boot: number }[] = [];

  constructor({ node = 1, peerNode = 2, limits = {}, groups = 1 }: LinkWorldOptions = {}) {
    this.node = node;
    this.peerNode = peerNode;
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.link = { node, kind: 'peer-link', instance: peerNode };
    this.kernel = createKernel({
      node,
      bootBase: 0,
      kinds: [
        this.#groupKind(),
        peerLinkKind({ limits: this.limits, routes: this.routes, clusterId: CLUSTER }),
      ] as unknown as readonly ActorKind[],
      environment: this.#environment(),
      uplink: { forward: () => {}, publish: () => {}, escalate: () => {} },
      supervision: SUPERVISION,
    });
    this.#asker = this.kernel.openPort(99, () => {});
    const { clusterId: _, node: __, ...process } = identityOf(node);
    this.kernel.spawn('peer-link', peerNode, { host: 'there', port: 7102, ...process });
    for (let at = 0; at < groups; at += 1) this.kernel.spawn('group', GROUP + at);
    this.sockets = this.openSockets();
    this.settle();
  }

  /** Everything that is due now happens. */
  settle(): void {
    this.time.runFor(0);
  }

  /** The process stands still for so long: the clock goes on and nothing runs until the result is called. */
  pauseFor(ms: number): () => void {
    this.#isPaused = true;
    this.time.runFor(ms);
    return () => {
      this.#isPaused = false;
      for (const run of this.#held.splice(0)) run();
      this.settle();
    };
  }

  #environment(): Environment {
    const environment = this.time.environment(3);
    const guard = (run: () => void) => () => {
      if (this.#isPaused) this.#held.push(run);
      else run();
    };
    return {
      ...environment,
      schedule: (run) => environment.schedule(guard(run)),
      setTimer: (atMs, run) => environment.setTimer(atMs, guard(run)),
    };
  }

  /** Sockets that tell the link that they are there. */
  openSockets(): Port {
    this.#instances += 1;
    this.sockets = this.kernel.openPort(this.#instances, (envelopes) => {
      for (const { message } of envelopes) if (message !== undefined) this.orders.push(message as PeerLinkMessage);
    });
    return this.sockets;
  }

  attach(): void {
    this.tell({ type: 'attached', body: {} });
  }

  /** The sockets say this to the link. */
  tell(message: PeerLinkMessage): void {
    this.sockets.send(this.link, message);
    this.settle();
  }

  /** What the link has ordered since this was called last. */
  takeOrders(): PeerLinkMessage[] {
    return this.orders.splice(0);
  }

  /** Names of what was ordered, with connections or tokens. */
  orderNames(): string[] {
    return this.takeOrders().map((order) => {
      if (order.type === 'dial') return `dial ${order.body.token}`;
      const { connection } = order.body as { readonly connection: number };
      if (order.type !== 'write') return `${order.type} ${connection}`;
      return `write ${connection} ${order.body.payloads.map(nameOfFrame).join('+')}`;
    });
  }

  /** The frames that were written since orders were taken last. */
  frames(): Frame[] {
    return this.takeOrders().flatMap((order) => (order.type === 'write' ? order.body.payloads.map(decodeFrame) : []));
  }

  hello(more: Partial<Hello> = {}): Hello {
    return { ...helloOf(identityOf(this.peerNode), this.node, false), ...more };
  }

  /** The peer's process after the one that `hello` names. */
  nextHello(more: Partial<Hello> = {}): Hello {
    const { nonce } = this.hello();
    return this.hello({ boot: 6, nonce: `nonce-${this.peerNode}-6`, previousNonce: nonce, ...more });
  }

  receive(connection: number, ...frames: peer.Frame.$Properties[]): void {
    const payloads = frames.map((frame) => encodeMessage(peer.Frame, frame));
    this.tell({ type: 'received', body: { connection, payloads } });
  }

  admit(connection: number, hello: Hello): void {
    this.tell({ type: 'admit', body: { connection, hello, remote: 'test' } });
  }

  close(connection: number): void {
    const body = { connection, errorCode: 'ERR_CONNECTION_LOST', errorMessage: 'reset by the test' };
    this.tell({ type: 'closed', body });
  }

  /** Connects the link, whose node has the lower id, as connection `connection`, by its next dial. */
  connect(connection = 1, hello: Hello = this.hello()): void {
    const dial = this.takeOrders().find(({ type }) => type === 'dial');
    const { token } = (dial?.body ?? { token: 0 }) as { readonly token: number };
    this.tell({ type: 'dialed', body: { token, connection } });
    this.receive(connection, { hello });
    this.takeOrders();
  }

  /** Says that whatever was dialed last is refused. */
  refuseDial(): void {
    const dial = this.takeOrders().find(({ type }) => type === 'dial');
    const { token } = (dial?.body ?? { token: 0 }) as { readonly token: number };
    this.tell({ type: 'dialFailed', body: { token, isRefused: true, reason: 'nobody listens there' } });
  }

  /** The group sends these to a group of the peer, in one turn. */
  send(...messages: GroupMessage[]): void {
    this.sendTo({ node: this.peerNode, kind: 'group', instance: GROUP }, 0, ...messages);
  }

  sendTo(to: ActorRef, boot: number, ...messages: GroupMessage[]): void {
    for (const message of messages) this.#outgoing.push({ to, message, boot });
    this.#asker.send({ node: this.node, kind: 'group', instance: GROUP }, { type: 'tick', body: {} });
    this.settle();
  }

  /** Envelopes as the peer would send them. */
  envelopes(...list: Partial<Envelope>[]): Uint8Array {
    const writer = Writer.create();
    for (const one of list) {
      encodeEnvelope(
        writer,
        {
          to: { node: this.node, kind: 'group', instance: GROUP },
          toBoot: 0,
          from: { node: this.peerNode, kind: 'group', instance: GROUP },
          fromBoot: 0,
          ask: 0,
          isAnswer: false,
          message: raftMessage(raft.MessageType.VOTE),
          failure: undefined,
          ...one,
        },
        this.routes,
      );
    }
    return new Uint8Array(writer.finish());
  }

  /** What the first group was told of the peer. */
  states(): PeerState[] {
    return this.heard.flatMap(({ message }) => (message.type === 'peerState' ? [message.body] : []));
  }

  presences(): string[] {
    return this.states().map(({ presence, boot }) => `${peer.Presence[presence]} ${boot}`);
  }

  rafts(): Heard[] {
    return this.heard.filter(({ message }) => message.type === 'raft');
  }

  metrics(): Readonly<Record<string, number>> {
    return this.kernel.inspect().find(({ ref }) => ref.kind === 'peer-link')?.metrics ?? {};
  }

  async status(): Promise<LinkStatus> {
    const answer = this.#asker.ask(this.link, { type: 'status', body: {} }, { timeoutMs: 10 });
    this.settle();
    return (await answer).body as LinkStatus;
  }

  #groupKind(): ActorKind<GroupMessage> {
    return {
      kind: 'group',
      protocol: groupProtocol,
      create: (instance): Actor<GroupMessage> => ({
        onStart: (ctx) => ctx.watch(this.link),
        onPeer: (ref, { state }, ctx) => {
          if (state === 'up') ctx.send(ref as ActorRef<PeerLinkMessage>, { type: 'follow', body: {} });
        },
        receive: (message, ctx) => {
          if (message.type === 'tick') {
            for (const { to, message: said, boot } of this.#outgoing.splice(0)) ctx.send(to, said, boot);
          } else if (instance === GROUP || message.type === 'peerState') {
            this.heard.push({ message, from: ctx.sender, fromBoot: ctx.senderBoot });
          }
        },
        onRefused: (_to, message, error) => {
          this.refused.push({ type: message.type, error });
        },
      }),
    };
  }
}

export function decodeFrame(payload: Uint8Array): Frame {
  return decodeMessage<peer.Frame.$Properties>(peer.Frame, payload);
}

function nameOfFrame(payload: Uint8Array): string {
  const { hello, refusal, addresses, beats, envelopes, ping, pong } = decodeFrame(payload);
  if (hello != null) return hello.isKnock ? 'knock' : 'hello';
  if (refusal != null) return refusal.errorCode;
  if (addresses != null) return 'addresses';
  if (ping !== 0) return `ping ${ping}`;
  if (pong !== 0) return `pong ${pong}`;
  if (beats.length > 0) return `${beats.length} beats`;
  return envelopes.length > 0 ? 'envelopes' : 'alive';
}
