/**
 * Door: takes in connections until it is known whose they are. Read `peer-link.ts` first.
 *
 * It judges the hello that a connection begins with. Who has no business here is told why, and the connection ends; a
 * member's connection goes to the link of its node, which decides whether it comes at a good moment.
 */
import type { Actor, ActorContext, ActorKind, ActorRef, PeerEvent } from '../../runtime/actor/actor.js';
import { RELAY_KIND } from '../../runtime/actor/routes.js';
import { asQuorateError, QuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import { type Body, decodeMessage, peer } from '../../runtime/base/proto.js';
import { framePayload, type Hello, judgeHello } from './hello.js';
import { type PeerDoorMessage, type PeerLinkMessage, peerDoorProtocol } from './protocol.js';

export interface PeerDoorOptions {
  readonly limits: Limits;
  readonly clusterId: string;
  /** Of the cluster. */
  readonly nodes: readonly number[];
}

export function peerDoorKind(options: PeerDoorOptions): ActorKind<PeerDoorMessage> {
  return { kind: 'peer-door', protocol: peerDoorProtocol, create: () => new PeerDoor(options) };
}

type Frame = Body<peer.Frame.$Properties>;

class PeerDoor implements Actor<PeerDoorMessage> {
  readonly #options: PeerDoorOptions;
  /** Nodes whose links are up. */
  readonly #linked = new Set<number>();
  /** What was last logged: one who comes again and again is not news. */
  #lastLogged = '';

  constructor(options: PeerDoorOptions) {
    this.#options = options;
  }

  onStart(ctx: ActorContext<PeerDoorMessage>): void {
    const { node } = ctx.self;
    for (const instance of this.#options.nodes) if (instance !== node) ctx.watch(linkTo(node, instance));
  }

  onPeer({ instance }: ActorRef, { state }: PeerEvent): void {
    if (state === 'up') this.#linked.add(instance);
    else this.#linked.delete(instance);
  }

  receive(message: PeerDoorMessage, ctx: ActorContext<PeerDoorMessage>): void {
    if (message.type === 'knocked') this.#knocked(message.body, ctx);
  }

  #knocked({ connection, payload, remote }: Body<peer.Knocked.$Properties>, ctx: ActorContext<PeerDoorMessage>): void {
    const { sender } = ctx;
    if (sender === undefined) return;
    const hello = readHello(payload);
    const refusal = hello instanceof QuorateError ? hello : this.#judge(hello, ctx);
    if (hello instanceof QuorateError || refusal !== undefined) {
      this.#refuse(sender, connection, refusal ?? asQuorateError(hello), remote, ctx);
      return;
    }
    ctx.metrics.count('admitted');
    ctx.send(linkTo(ctx.self.node, hello.node), { type: 'admit', body: { connection, hello, remote } });
  }

  #judge(hello: Hello, ctx: ActorContext<PeerDoorMessage>): QuorateError | undefined {
    const { clusterId, nodes } = this.#options;
    const { node } = ctx.self;
    const refusal = judgeHello(hello, { clusterId, node, nodes });
    if (refusal !== undefined) return refusal;
    if (hello.isKnock !== hello.node > node) {
      return new QuorateError('ERR_INVALID_REQUEST', 'of two nodes the one with the lower id dials, the other knocks');
    }
    if (this.#linked.has(hello.node)) return undefined;
    return new QuorateError('ERR_NOT_READY', `node ${node} is not ready for node ${hello.node}; try again in a moment`);
  }

  #refuse(
    sockets: ActorRef,
    connection: number,
    error: QuorateError,
    remote: string,
    ctx: ActorContext<PeerDoorMessage>,
  ): void {
    ctx.metrics.count(`refused_${error.code}`);
    const logged = `${error.code} ${error.message}`;
    if (logged !== this.#lastLogged) {
      this.#lastLogged = logged;
      ctx.log.warn('connection refused', { remote, code: error.code, reason: error.message });
    }
    ctx.send(sockets, { type: 'write', body: { connection, payloads: [framePayload.refusal(error)] } });
    ctx.send(sockets, { type: 'close', body: { connection } });
  }
}

function linkTo(node: number, instance: number): ActorRef<PeerLinkMessage> {
  return { node, kind: RELAY_KIND, instance };
}

function readHello(payload: Uint8Array): Hello | QuorateError {
  try {
    const { hello } = decodeMessage<peer.Frame.$Properties>(peer.Frame, payload) as Frame;
    return hello ?? new QuorateError('ERR_DECODE', 'a connection between nodes begins with a hello');
  } catch (thrown) {
    return asQuorateError(thrown, 'ERR_DECODE');
  }
}
