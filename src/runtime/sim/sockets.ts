/**
 * Simulated sockets: the peer sockets of one life of a node's process, over the simulated network.
 *
 * They speak with links and door in the messages of `peer.proto` over a port of the kernel, and keep the rules of the
 * real ones: a connection belongs to one life of a link, a stranger's first payload goes to the door and nothing may
 * follow before it is admitted, and a payload that arrives corrupt ends its connection. Not here: frames, and so limits
 * of size.
 */
import type { PeerLinkMessage } from '../../actors/peer-link/protocol.js';
import { type ActorRef, refKey, sameRef } from '../actor/actor.js';
import type { Envelope } from '../actor/envelope.js';
import type { Port } from '../actor/kernel.js';
import type { AnyMessage } from '../actor/protocol.js';
import type { ErrorCode } from '../base/errors.js';
import type { Limits } from '../base/limits.js';
import { type Body, encodeMessage, peer } from '../base/proto.js';
import type { ConnectionEnd, SimulatedNetwork } from './network.js';
import type { SimulatedThread } from './thread.js';
import type { VirtualTime } from './virtual-time.js';

const PORT = 2;

export interface SocketsOptions {
  readonly node: number;
  readonly thread: SimulatedThread;
  readonly time: VirtualTime;
  readonly network: SimulatedNetwork;
  readonly limits: Limits;
  readonly links: readonly ActorRef[];
  readonly door: ActorRef;
  /** The other side takes no more while this much is on its way to it. */
  readonly congestedBytes: number;
  readonly mistake?: SocketsMistake | undefined;
}

/** Canary: what a link gets instead of what has arrived from a peer on a connection. */
export type SocketsMistake = (
  peerNode: number,
  connection: number,
  payloads: readonly Uint8Array[],
) => readonly Uint8Array[];

/** One life of a link. */
interface Owner {
  readonly ref: ActorRef;
  readonly boot: number;
}

interface Connection {
  readonly id: number;
  readonly end: ConnectionEnd;
  /** Undefined: a stranger. */
  owner: Owner | undefined;
  isCongested: boolean;
  hasKnocked: boolean;
}

export class SimulatedSockets {
  readonly #options: SocketsOptions;
  readonly #port: Port;
  readonly #connections = new Map<number, Connection>();
  /** The boots with which the links are up. */
  readonly #boots = new Map<string, number>();
  #nextId = 1;

  constructor(options: SocketsOptions) {
    this.#options = options;
    const { thread, network, node, links, door } = options;
    this.#port = thread.kernel.openPort(PORT, (envelopes) => this.#fromActors(envelopes));
    network.listen(node, (end) => this.#accepted(end));
    for (const ref of links) this.#port.watch(ref, ({ state, boot }) => this.#onLink({ ref, boot }, state === 'up'));
    this.#port.watch(door, ({ state }) => {
      if (state === 'up') this.#port.send(door, { type: 'attached', body: {} });
    });
  }

  #onLink(link: Owner, isUp: boolean): void {
    for (const connection of [...this.#connections.values()]) {
      if (connection.owner !== undefined && sameRef(connection.owner.ref, link.ref)) this.#close(connection);
    }
    if (isUp) {
      this.#boots.set(refKey(link.ref), link.boot);
      this.#port.send(link.ref, { type: 'attached', body: {} });
    } else {
      this.#boots.delete(refKey(link.ref));
    }
  }

  #fromActors(envelopes: readonly Envelope[]): void {
    for (const { from, fromBoot, message } of envelopes) {
      if (message !== undefined) this.#obey({ ref: from, boot: fromBoot }, message as PeerLinkMessage);
    }
  }

  #obey(owner: Owner, message: PeerLinkMessage): void {
    switch (message.type) {
      case 'dial':
        this.#dial(owner, message.body.token);
        break;
      case 'own':
        this.#own(owner, message.body.connection);
        break;
      case 'write':
        this.#write(message.body);
        break;
      case 'close': {
        const connection = this.#connections.get(message.body.connection);
        if (connection !== undefined) this.#close(connection);
        break;
      }
      default:
        break;
    }
  }

  #dial(owner: Owner, token: number): void {
    const { network, node, thread, time, limits } = this.#options;
    let isSettled = false;
    const settle = (act: () => void) => {
      if (isSettled) return;
      isSettled = true;
      this.#later(act);
    };
    const failed = (isRefused: boolean, reason: string) =>
      settle(() => this.#tell(owner, { type: 'dialFailed', body: { token, isRefused, reason } }));
    const onDialed = (end: ConnectionEnd) => {
      const { id } = this.#add(end, owner);
      settle(() => this.#tell(owner, { type: 'dialed', body: { token, connection: id } }));
    };
    const onRefused = (reason: string) => failed(true, reason);
    network.dial(node, owner.ref.instance, { onDialed, onRefused }, () => !thread.isDead && !isSettled);
    time.at(time.now() + limits.peerHelloMs, () => failed(false, 'nobody answered'));
  }

  #accepted(end: ConnectionEnd): void {
    const { limits, time } = this.#options;
    const connection = this.#add(end, undefined);
    const giveUp = () => {
      if (connection.owner === undefined) this.#close(connection);
    };
    time.at(time.now() + 2 * limits.peerHelloMs + limits.peerChallengeMs, () => this.#later(giveUp));
  }

  #own(owner: Owner, id: number): void {
    const connection = this.#connections.get(id);
    if (connection === undefined || connection.owner !== undefined) {
      this.#tellClosed(owner, id, 'ERR_CONNECTION_LOST', 'the connection ended before it was admitted');
      return;
    }
    connection.owner = owner;
  }

  #write({ connection: id, payloads }: Body<peer.Write.$Properties>): void {
    const connection = this.#connections.get(id);
    if (connection === undefined) return;
    // What has left must not change any more, as it cannot on a real wire.
    connection.end.write(payloads.map((payload) => payload.slice()));
    this.#tellFlow(connection);
  }

  #add(end: ConnectionEnd, owner: Owner | undefined): Connection {
    const id = this.#nextId;
    this.#nextId += 1;
    const connection: Connection = { id, end, owner, isCongested: false, hasKnocked: false };
    this.#connections.set(id, connection);
    end.listener = {
      onPayloads: (payloads, isCorrupt) => this.#later(() => this.#arrived(connection, payloads, isCorrupt)),
      onClosed: (code, why) => this.#later(() => this.#ended(connection, code, why)),
      onDrained: () => this.#later(() => this.#tellFlow(connection)),
    };
    return connection;
  }

  #arrived(connection: Connection, payloads: readonly Uint8Array[], isCorrupt: boolean): void {
    const { id, owner } = connection;
    if (!this.#connections.has(id)) return;
    if (isCorrupt) {
      this.#refuse(connection, 'ERR_DECODE', 'a frame does not match its checksum');
    } else if (owner !== undefined) {
      this.#tellReceived(owner, id, payloads);
    } else if (connection.hasKnocked || payloads.length !== 1) {
      this.#refuse(connection, 'ERR_DECODE', 'nothing may follow a hello before it is answered');
    } else {
      connection.hasKnocked = true;
      const remote = `10.0.0.${connection.end.peer}:40000`;
      const [payload = new Uint8Array(0)] = payloads;
      this.#port.send(this.#options.door, { type: 'knocked', body: { connection: id, payload, remote } });
    }
  }

  #tellReceived(owner: Owner, connection: number, payloads: readonly Uint8Array[]): void {
    const seen = this.#options.mistake?.(owner.ref.instance, connection, payloads) ?? payloads;
    this.#tell(owner, { type: 'received', body: { connection, payloads: [...seen] } });
  }

  /** Tells the other side what was wrong, and ends the connection. */
  #refuse(connection: Connection, errorCode: ErrorCode, errorMessage: string): void {
    connection.end.write([encodeMessage(peer.Frame, { refusal: { errorCode, errorMessage } })]);
    connection.end.close();
    this.#ended(connection, errorCode, errorMessage);
  }

  #ended(connection: Connection, code: ErrorCode, why: string): void {
    const { id, owner } = connection;
    if (this.#connections.delete(id) && owner !== undefined) this.#tellClosed(owner, id, code, why);
  }

  #close(connection: Connection): void {
    this.#connections.delete(connection.id);
    connection.end.close();
  }

  #tellFlow(connection: Connection): void {
    const { id, owner, end } = connection;
    const isCongested = end.queuedBytes > this.#options.congestedBytes;
    if (owner === undefined || isCongested === connection.isCongested || !this.#connections.has(id)) return;
    connection.isCongested = isCongested;
    this.#tell(owner, { type: 'flow', body: { connection: id, isCongested } });
  }

  #tellClosed(owner: Owner, connection: number, errorCode: ErrorCode, errorMessage: string): void {
    this.#tell(owner, { type: 'closed', body: { connection, errorCode, errorMessage } });
  }

  /** A life of a link that is over is told nothing. */
  #tell({ ref, boot }: Owner, message: AnyMessage): void {
    if (this.#boots.get(refKey(ref)) === boot) this.#port.send(ref, message);
  }

  /** As soon as the process takes part in the world again. */
  #later(run: () => void): void {
    const { thread, time } = this.#options;
    thread.whenFree(time.now(), run);
  }
}
