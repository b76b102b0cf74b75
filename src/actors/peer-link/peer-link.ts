/**
 * Peer link: this node's end of what it has to say to one other node, and hears from it. Read this first.
 *
 * It is the relay for that node: messages for its actors come here (`onRelay`), are packed at the end of the turn
 * (`outbox.ts`) and leave over one connection; what arrives is checked and handed to the actors of this node
 * (`inbox.ts`). How there comes to be a connection, and one only, is in `connecting.ts`, with the state machine drawn.
 * Actors that follow the link are told how the peer is (`followers.ts`).
 *
 * It promises that nothing of an older process of the peer is delivered after a newer one has said hello, and that
 * messages of one connection arrive in order. It does not promise delivery: what was under way when a connection is lost
 * may or may not have arrived, and what finds none goes back to its sender or is dropped, by its class.
 *
 * Sockets are not its business: it speaks with them in messages (`proto/peer.proto`), and a simulated network may be there
 * in their place.
 */
import type { Actor, ActorContext, ActorKind } from '../../runtime/actor/actor.js';
import type { Envelope } from '../../runtime/actor/envelope.js';
import type { Routes } from '../../runtime/actor/routes.js';
import { assert, unreachable } from '../../runtime/base/assert.js';
import { QuorateError } from '../../runtime/base/errors.js';
import { errorOfCode } from '../../runtime/base/failures.js';
import type { Limits } from '../../runtime/base/limits.js';
import { type Body, decodeMessage, peer } from '../../runtime/base/proto.js';
import { Connecting } from './connecting.js';
import { Followers } from './followers.js';
import { ALIVE, framePayload } from './hello.js';
import { handOn } from './inbox.js';
import { Liveness } from './liveness.js';
import { Orders } from './orders.js';
import { Outbox } from './outbox.js';
import { type PeerLinkMessage, peerLinkProtocol } from './protocol.js';
import { LinkTimers } from './timers.js';

export interface PeerLinkKindOptions {
  readonly limits: Limits;
  /** The kinds and numbers of what crosses. */
  readonly routes: Routes;
  readonly clusterId: string;
}

/** What a link is spawned with; its instance is the peer's node id. */
export interface PeerLinkOptions {
  /** Where the peer's sockets listen. */
  readonly host: string;
  readonly port: number;
  /** Of this node: see `hello.ts`. */
  readonly volumeInstance: string;
  readonly boot: number;
  readonly nonce: string;
  readonly previousNonce: string;
}

export function peerLinkKind(kind: PeerLinkKindOptions): ActorKind<PeerLinkMessage> {
  return {
    kind: 'peer-link',
    protocol: peerLinkProtocol,
    create: (_peerNode, options) => new PeerLink(kind, options as unknown as PeerLinkOptions),
  };
}

type Context = ActorContext<PeerLinkMessage>;
type Frame = Body<peer.Frame.$Properties>;
type Addresses = Body<peer.Addresses.$Properties>;

class PeerLink implements Actor<PeerLinkMessage> {
  readonly #kind: PeerLinkKindOptions;
  readonly #options: PeerLinkOptions;
  readonly #timers = new LinkTimers();
  readonly #liveness: Liveness;
  readonly #followers: Followers;
  readonly #outbox: Outbox;
  readonly #orders: Orders;
  readonly #connecting: Connecting;
  /** Payloads that leave at the end of the turn, ahead of what the outbox has. */
  #urgent: Uint8Array[] = [];
  /** The other side takes no more for now. */
  #isCongested = false;
  /** Where clients reach this node. */
  #ownAddresses: Addresses | undefined;

  constructor(kind: PeerLinkKindOptions, options: PeerLinkOptions) {
    const { limits, routes, clusterId } = kind;
    const { host, port, volumeInstance, boot, nonce, previousNonce } = options;
    this.#kind = kind;
    this.#options = options;
    this.#liveness = new Liveness(limits, this.#timers);
    this.#followers = new Followers(limits);
    this.#outbox = new Outbox(limits, routes);
    this.#orders = new Orders({ clusterId, volumeInstance, boot, nonce, previousNonce });
    this.#connecting = new Connecting({
      limits,
      clusterId,
      host,
      port,
      followers: this.#followers,
      timers: this.#timers,
      orders: this.#orders,
      onConnected: (ctx) => this.#connected(ctx),
      onLost: (ctx) => this.#lost(ctx),
    });
  }

  onStart(ctx: Context): void {
    assert(ctx.self.node !== ctx.self.instance, 'a node has no link to itself', { node: ctx.self.node });
  }

  receive(message: PeerLinkMessage, ctx: Context): void {
    const connecting = this.#connecting;
    switch (message.type) {
      case 'attached':
        connecting.attached(ctx);
        return;
      case 'dialed':
        connecting.dialed(message.body.token, message.body.connection, ctx);
        return;
      case 'dialFailed':
        connecting.dialFailed(message.body.token, message.body.isRefused, message.body.reason, ctx);
        return;
      case 'received':
        this.#received(message.body, ctx);
        return;
      case 'flow':
        if (connecting.holds(message.body.connection)) this.#isCongested = message.body.isCongested;
        return;
      case 'closed':
        connecting.closed(message.body.connection, message.body.errorCode, message.body.errorMessage, ctx);
        return;
      case 'admit':
        this.#admit(message.body, ctx);
        return;
      case 'follow':
        if (ctx.sender !== undefined) this.#followers.add(ctx.sender, ctx.senderBoot, ctx);
        return;
      case 'advertise':
        this.#ownAddresses = message.body.addresses ?? undefined;
        if (connecting.connection !== undefined) this.#urgent.push(framePayload.addresses(this.#ownAddresses));
        return;
      case 'status':
        this.#answerStatus(ctx);
        return;
      case 'tick':
        this.#ticked(message.body.purpose, ctx);
        return;
      case 'dial':
      case 'own':
      case 'write':
      case 'close':
      case 'linkStatus':
        ctx.metrics.count('dropped_misdirected');
        return;
      default:
        unreachable(message);
    }
  }

  onRelay(envelope: Envelope): void {
    this.#outbox.add(envelope);
  }

  onBatchEnd(ctx: Context): void {
    const { connection } = this.#connecting;
    if (connection === undefined) {
      if (!this.#outbox.isEmpty) this.#outbox.drop(this.#unreachable(ctx), ctx);
      return;
    }
    const payloads = this.#urgent;
    if (this.#isCongested) this.#outbox.hold(ctx);
    else if (!this.#outbox.isEmpty) this.#pack(connection.processBoot, ctx);
    if (payloads.length === 0) return;
    this.#urgent = [];
    this.#liveness.sent(ctx.now());
    ctx.metrics.count('frames_out', payloads.length);
    ctx.metrics.count('bytes_out', bytesOf(payloads));
    this.#orders.write(connection.id, payloads, ctx);
  }

  #pack(processBoot: number, ctx: Context): void {
    this.#outbox.pack(processBoot, this.#urgent, ctx);
    if (!this.#outbox.isEmpty) this.#timers.set('more', 0, ctx);
  }

  #received({ connection, payloads }: Body<peer.Received.$Properties>, ctx: Context): void {
    const connecting = this.#connecting;
    if (connecting.holds(connection)) this.#liveness.received(ctx.now());
    ctx.metrics.count('frames_in', payloads.length);
    ctx.metrics.count('bytes_in', bytesOf(payloads));
    try {
      for (const payload of payloads) {
        if (connecting.attempts(connection)) connecting.greeted(connection, decodeFrame(payload), ctx);
        else if (connecting.holds(connection)) this.#frame(connection, payload, ctx);
      }
    } catch (thrown) {
      if (!isAboutBytes(thrown)) throw thrown;
      connecting.fault(connection, thrown, ctx);
    }
  }

  #frame(connection: number, payload: Uint8Array, ctx: Context): void {
    const connecting = this.#connecting;
    if (payload.length === 0) {
      connecting.proved(ctx);
      return;
    }
    const frame = decodeFrame(payload);
    const { refusal, hello, addresses, ping, pong } = frame;
    if (refusal != null) {
      ctx.metrics.count(`refusals_${refusal.errorCode}`);
      connecting.lose(errorOfCode(refusal.errorCode, refusal.errorMessage), 'refused', ctx);
      return;
    }
    if (hello != null || !Number.isSafeInteger(ping)) {
      connecting.fault(connection, new QuorateError('ERR_DECODE', 'a frame between nodes makes no sense'), ctx);
      return;
    }
    connecting.proved(ctx);
    const processBoot = connecting.connection?.processBoot ?? 0;
    if (addresses != null) this.#followers.locate(addresses, ctx);
    if (ping !== 0) this.#urgent.push(framePayload.pong(ping));
    if (pong !== 0) connecting.ponged(pong, ctx);
    if (handOn(frame, processBoot, this.#kind.routes, ctx)) connecting.used();
  }

  #admit({ connection, hello }: Body<peer.Admit.$Properties>, ctx: Context): void {
    if (hello != null) this.#connecting.admit(connection, hello, ctx);
  }

  #connected(ctx: Context): void {
    this.#isCongested = false;
    // The side that was dialed takes it as proof that this one lives.
    this.#urgent = [framePayload.addresses(this.#ownAddresses)];
    this.#liveness.start(ctx);
  }

  /** What the outbox has goes back at the end of the turn. */
  #lost(ctx: Context): void {
    this.#urgent = [];
    this.#isCongested = false;
    this.#liveness.stop(ctx);
  }

  #ticked(purposeNumber: number, ctx: Context): void {
    const { purpose, lateMs } = this.#timers.fired(purposeNumber, ctx);
    switch (purpose) {
      case 'redial':
        this.#connecting.dial(ctx);
        return;
      case 'deadline':
        this.#connecting.deadlinePassed(lateMs, ctx);
        return;
      case 'challenge':
        this.#connecting.challengePassed(lateMs, ctx);
        return;
      case 'liveness':
        this.#checkLiveness(lateMs, ctx);
        return;
      case 'more':
        // The end of this turn goes on with it.
        return;
      default:
        unreachable(purpose);
    }
  }

  #checkLiveness(lateMs: number, ctx: Context): void {
    const finding = this.#liveness.check(lateMs, ctx);
    if (finding === 'speak') this.#urgent.push(ALIVE);
    if (finding !== 'silent') return;
    const what = `nothing was heard for ${this.#kind.limits.peerSilenceMs} ms`;
    this.#connecting.lose(new QuorateError('ERR_CONNECTION_LOST', what), 'lost', ctx);
  }

  #unreachable(ctx: Context): QuorateError {
    const reason = this.#connecting.failure?.message ?? 'it has not been connected yet';
    const what = `node ${ctx.self.instance} at ${this.#address} cannot be reached: ${reason}`;
    return new QuorateError('ERR_UNREACHABLE', what);
  }

  get #address(): string {
    return `${this.#options.host}:${this.#options.port}`;
  }

  #answerStatus(ctx: Context): void {
    if (ctx.asker === undefined) return;
    const { presence, boot, sinceMs, addresses } = this.#followers;
    const { failure, connectionsMade } = this.#connecting;
    ctx.answer(ctx.asker, {
      type: 'linkStatus',
      body: {
        node: ctx.self.instance,
        presence,
        boot,
        address: this.#address,
        ...(addresses === undefined ? {} : { addresses: { ...addresses } }),
        sinceMs: Math.floor(sinceMs),
        queuedBytes: this.#outbox.queuedBytes,
        connectionsMade,
        errorCode: failure?.code ?? '',
        errorMessage: failure?.message ?? '',
      },
    });
  }
}

function decodeFrame(payload: Uint8Array): Frame {
  return decodeMessage<peer.Frame.$Properties>(peer.Frame, payload);
}

/** What arrived cannot be read; anything else that is thrown is a defect of this node. */
function isAboutBytes(thrown: unknown): thrown is QuorateError {
  return thrown instanceof QuorateError && (thrown.code === 'ERR_DECODE' || thrown.code === 'ERR_UNSAFE_INTEGER');
}

function bytesOf(payloads: readonly Uint8Array[]): number {
  return payloads.reduce((sum, { length }) => sum + length, 0);
}
