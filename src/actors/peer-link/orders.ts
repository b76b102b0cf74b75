/**
 * Orders: what a link tells its sockets to do. Nothing happens while there are none.
 */
import type { ActorContext, ActorRef } from '../../runtime/actor/actor.js';
import type { QuorateError } from '../../runtime/base/errors.js';
import { framePayload, helloOf, type Identity } from './hello.js';
import type { PeerLinkMessage } from './protocol.js';

type Context = ActorContext<PeerLinkMessage>;

/** This process; which node it is, the context says. */
export type ProcessIdentity = Omit<Identity, 'node'>;

export class Orders {
  /** The port of the sockets; undefined until they have told the link that they are there. */
  sockets: ActorRef | undefined;
  readonly #identity: ProcessIdentity;

  constructor(identity: ProcessIdentity) {
    this.#identity = identity;
  }

  dial(token: number, host: string, port: number, ctx: Context): void {
    this.#send({ type: 'dial', body: { token, host, port } }, ctx);
  }

  own(connection: number, ctx: Context): void {
    this.#send({ type: 'own', body: { connection } }, ctx);
  }

  write(connection: number, payloads: Uint8Array[], ctx: Context): void {
    this.#send({ type: 'write', body: { connection, payloads } }, ctx);
  }

  /** Harmless when the connection has ended already. */
  close(connection: number, ctx: Context): void {
    this.#send({ type: 'close', body: { connection } }, ctx);
  }

  greet(connection: number, isKnock: boolean, ctx: Context): void {
    const { node, instance } = ctx.self;
    const hello = helloOf({ ...this.#identity, node }, instance, isKnock);
    this.write(connection, [framePayload.hello(hello)], ctx);
  }

  /** Says why, then closes. */
  refuse(connection: number, error: QuorateError, ctx: Context): void {
    this.write(connection, [framePayload.refusal(error)], ctx);
    this.close(connection, ctx);
  }

  #send(message: PeerLinkMessage, ctx: Context): void {
    if (this.sockets !== undefined) ctx.send(this.sockets, message);
  }
}
