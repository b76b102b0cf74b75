/**
 * Peer sockets: the connections between this node and others, for the links and the door that speak over them.
 *
 * One kernel port takes their orders (dial, own, write, close) and tells them what happens (`proto/peer.proto`). Every
 * connection has an owner, one life of a link, except those that came in and have not been admitted yet: these are
 * strangers, bounded in number and time, of whom only one small frame is read. When an owner's life ends its connections
 * are closed, and when the next begins it is told that sockets are there.
 *
 * It understands frames and nothing in them.
 */
import { createServer, type Server, type Socket } from 'node:net';
import type { PeerDoorMessage, PeerLinkMessage } from '../../actors/peer-link/protocol.js';
import { type ActorRef, refKey } from '../actor/actor.js';
import type { Envelope } from '../actor/envelope.js';
import type { Port } from '../actor/kernel.js';
import { present } from '../base/assert.js';
import { QuorateError } from '../base/errors.js';
import type { Limits } from '../base/limits.js';
import { type ListenAddress, listen, requireLoopback } from './listen.js';
import { PeerConnection, type PeerConnectionEvents } from './peer-connection.js';
import { type Dialing, dialPeer } from './peer-dial.js';
import { STRANGER_FRAME_BYTES_MAX, Strangers } from './peer-strangers.js';

export interface PeerSocketsOptions {
  /** Opens the port on the kernel that hosts the links. */
  readonly openPort: (onMessages: (envelopes: readonly Envelope[]) => void) => Port;
  readonly links: readonly ActorRef<PeerLinkMessage>[];
  readonly door: ActorRef<PeerDoorMessage>;
  readonly address: ListenAddress;
  /** Allows an address that other machines can reach. */
  readonly insecure: boolean;
  readonly limits: Pick<
    Limits,
    'frameBytesMax' | 'peerHelloMs' | 'peerSilenceMs' | 'peerChallengeMs' | 'peerStrangersMax'
  >;
}

export interface PeerSockets {
  /** Where this node's peers reach it, with the port that was taken. */
  readonly address: ListenAddress;
  /** Open connections, those that are being dialed and strangers included. */
  connections(): number;
  /** How often a connection was ended here for its fault, by error code. */
  refusals(): Readonly<Record<string, number>>;
  /** What was written leaves, then every connection ends. */
  close(): Promise<void>;
}

/** Throws `ERR_INSECURE`, `ERR_ADDRESS_IN_USE` or `ERR_ADDRESS_UNUSABLE`; then nothing is left open. */
export async function openPeerSockets(options: PeerSocketsOptions): Promise<PeerSockets> {
  requireLoopback(options.address, options.insecure);
  const sockets = new Sockets(options);
  try {
    await sockets.listen();
  } catch (thrown) {
    await sockets.close();
    throw thrown;
  }
  return sockets;
}

/** One life of a link. */
interface Owner {
  readonly ref: ActorRef<PeerLinkMessage>;
  readonly boot: number;
}

interface Place {
  readonly connection: PeerConnection;
  /** Undefined: a stranger. */
  owner: Owner | undefined;
}

interface Dial {
  readonly owner: Owner;
  readonly dialing: Dialing;
}

class Sockets implements PeerSockets, PeerConnectionEvents {
  readonly #options: PeerSocketsOptions;
  readonly #port: Port;
  readonly #server: Server;
  readonly #strangers: Strangers;
  readonly #places = new Map<number, Place>();
  readonly #dials = new Set<Dial>();
  /** The boots with which the links are up. */
  readonly #boots = new Map<string, number>();
  readonly #refusals: Record<string, number> = {};
  #address: ListenAddress | undefined;
  #nextId = 1;
  #isClosing = false;
  #onEmpty: (() => void) | undefined;

  constructor(options: PeerSocketsOptions) {
    this.#options = options;
    this.#strangers = new Strangers({
      limits: options.limits,
      onKnock: (connection, payload) => this.#knocked(connection, payload),
      onFault: (connection, error) => this.#refuse(connection, error),
    });
    this.#server = createServer((socket) => this.#accept(socket));
    this.#port = options.openPort((envelopes) => this.#take(envelopes));
  }

  get address(): ListenAddress {
    return present(this.#address, 'the address of peer sockets');
  }

  connections(): number {
    return this.#places.size + this.#dials.size;
  }

  refusals(): Readonly<Record<string, number>> {
    return { ...this.#refusals };
  }

  /** The links are told only once peers can dial back. */
  async listen(): Promise<void> {
    const { address, links, door } = this.#options;
    this.#address = await listen(this.#server, address, 'the other nodes');
    for (const link of links) {
      this.#port.watch(link, ({ state, boot }) => {
        if (state === 'up') this.#ownerUp({ ref: link, boot });
        else this.#ownerDown({ ref: link, boot });
      });
    }
    this.#port.watch(door, ({ state }) => {
      if (state === 'up') this.#port.send(door, { type: 'attached', body: {} });
    });
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    const closed = this.#server.listening
      ? new Promise<void>((resolve) => this.#server.close(() => resolve()))
      : Promise.resolve();
    for (const { dialing } of this.#dials) dialing.cancel();
    this.#dials.clear();
    for (const { connection } of this.#places.values()) connection.close();
    if (this.#places.size > 0) {
      await new Promise<void>((resolve) => {
        this.#onEmpty = resolve;
      });
    }
    await closed;
    this.#port.close();
  }

  #ownerUp(owner: Owner): void {
    this.#boots.set(refKey(owner.ref), owner.boot);
    this.#abandon((other) => refKey(other.ref) === refKey(owner.ref) && other.boot !== owner.boot);
    this.#port.send(owner.ref, { type: 'attached', body: {} });
  }

  #ownerDown(owner: Owner): void {
    this.#boots.delete(refKey(owner.ref));
    this.#abandon((other) => refKey(other.ref) === refKey(owner.ref));
  }

  #abandon(isOver: (owner: Owner) => boolean): void {
    for (const dial of [...this.#dials]) {
      if (!isOver(dial.owner)) continue;
      dial.dialing.cancel();
      this.#dials.delete(dial);
    }
    for (const { connection, owner } of this.#places.values()) {
      if (owner !== undefined && isOver(owner)) connection.cut();
    }
  }

  #take(envelopes: readonly Envelope[]): void {
    for (const { message, from, fromBoot, failure } of envelopes) {
      if (failure !== undefined || message === undefined || this.#isClosing) continue;
      this.#obey(message as PeerLinkMessage | PeerDoorMessage, {
        ref: from as ActorRef<PeerLinkMessage>,
        boot: fromBoot,
      });
    }
  }

  #obey(message: PeerLinkMessage | PeerDoorMessage, owner: Owner): void {
    switch (message.type) {
      case 'dial':
        this.#dial(message.body.token, message.body.host, message.body.port, owner);
        return;
      case 'own':
        this.#own(message.body.connection, owner);
        return;
      case 'write':
        this.#places.get(message.body.connection)?.connection.write(message.body.payloads);
        return;
      case 'close':
        this.#places.get(message.body.connection)?.connection.close();
        return;
      default:
        // The rest of the protocol is what links and the door are told.
        return;
    }
  }

  #dial(token: number, host: string, port: number, owner: Owner): void {
    if (this.#boots.get(refKey(owner.ref)) !== owner.boot) return;
    const dialing = dialPeer({
      host,
      port,
      // The system would try for minutes, and with ever longer pauses.
      timeoutMs: this.#options.limits.peerSilenceMs,
      onSocket: (socket) => {
        this.#dials.delete(dial);
        const { id } = this.#add(socket, this.#options.limits.frameBytesMax, owner);
        this.#port.send(owner.ref, { type: 'dialed', body: { token, connection: id } });
      },
      onFailure: ({ isRefused, reason }) => {
        this.#dials.delete(dial);
        this.#port.send(owner.ref, { type: 'dialFailed', body: { token, isRefused, reason } });
      },
    });
    const dial = { owner, dialing };
    this.#dials.add(dial);
  }

  #own(id: number, owner: Owner): void {
    const connection = this.#strangers.remove(id);
    const place = this.#places.get(id);
    if (connection === undefined || place === undefined) {
      this.#tellClosed(id, owner, new QuorateError('ERR_CONNECTION_LOST', 'it ended before it was admitted'));
      return;
    }
    place.owner = owner;
    connection.resume(this.#options.limits.frameBytesMax);
  }

  #accept(socket: Socket): void {
    if (this.#isClosing || this.#strangers.isFull) {
      // An error may follow, and nobody cares.
      socket.on('error', () => undefined);
      socket.destroy();
      this.#count(this.#isClosing ? 'ERR_STOPPING' : 'ERR_OVERLOADED');
      return;
    }
    this.#strangers.add(this.#add(socket, STRANGER_FRAME_BYTES_MAX, undefined));
  }

  #add(socket: Socket, payloadBytesMax: number, owner: Owner | undefined): PeerConnection {
    const connection = new PeerConnection(this.#nextId, socket, payloadBytesMax, this);
    this.#nextId += 1;
    this.#places.set(connection.id, { connection, owner });
    return connection;
  }

  #knocked(connection: PeerConnection, payload: Uint8Array): void {
    const body = { connection: connection.id, payload, remote: connection.remote };
    this.#port.send(this.#options.door, { type: 'knocked', body });
  }

  received(connection: PeerConnection, payloads: readonly Uint8Array[]): void {
    const owner = this.#places.get(connection.id)?.owner;
    if (owner === undefined) {
      if (payloads.length > 0) this.#strangers.received(connection, payloads);
      return;
    }
    const body = { connection: connection.id, payloads: payloads as Uint8Array[] };
    this.#port.send(owner.ref, { type: 'received', body });
  }

  flow(connection: PeerConnection, isCongested: boolean): void {
    const owner = this.#places.get(connection.id)?.owner;
    if (owner === undefined) return;
    this.#port.send(owner.ref, { type: 'flow', body: { connection: connection.id, isCongested } });
  }

  ended({ id }: PeerConnection, error: QuorateError): void {
    const place = this.#places.get(id);
    if (error.code !== 'ERR_CONNECTION_LOST') this.#count(error.code);
    if (place?.owner !== undefined) this.#tellClosed(id, place.owner, error);
  }

  released({ id }: PeerConnection): void {
    this.#strangers.remove(id);
    this.#places.delete(id);
    if (this.#places.size === 0) this.#onEmpty?.();
  }

  #refuse(connection: PeerConnection, error: QuorateError): void {
    if (!connection.isOpen) return;
    this.#count(error.code);
    connection.refuse(error);
  }

  #tellClosed(connection: number, { ref, boot }: Owner, { code, message }: QuorateError): void {
    if (this.#boots.get(refKey(ref)) !== boot) return;
    this.#port.send(ref, { type: 'closed', body: { connection, errorCode: code, errorMessage: message } });
  }

  #count(reason: string): void {
    this.#refusals[reason] = (this.#refusals[reason] ?? 0) + 1;
  }
}
