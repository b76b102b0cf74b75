/**
 * Connecting: how a link gets its one connection to the peer, and what it does when somebody else wants its place.
 *
 *              redial timer, or a knock of the peer
 *      apart ----------------------------------------> dialing --- refused ---> apart (the process is gone)
 *        ^                                                | dialed: hello
 *        |   refusal, deadline, closed                    v
 *        |<------------------------------------------ greeting
 *        |                                                | hello of the peer
 *        |   closed, silence, challenge not answered      v
 *        +<------------------------------------------ connected
 *        |                                                ^
 *        |   closed, deadline                             | first frame of the peer
 *        +<------------------------------------------ proving
 *        |   admit: own, hello                            ^
 *        +------------------------------------------------+
 *
 * The lower node id dials and goes the upper way. The higher one is dialed and goes the lower way; while it is apart it
 * knocks, which is dialing and greeting only to say that it is there and to hear what the other side has against it.
 * A connection that was admitted counts only once the other side has answered on it: one that a stopped process
 * finds in its backlog when it goes on may be long dead.
 *
 * A hello while a connection lives is either from the very process at its other end, which has then given it up, or a
 * challenge: the connection is pinged, and who answers keeps the id.
 */
import type { ActorContext } from '../../runtime/actor/actor.js';
import { QuorateError } from '../../runtime/base/errors.js';
import { errorOfCode } from '../../runtime/base/failures.js';
import type { Limits } from '../../runtime/base/limits.js';
import { type Body, peer } from '../../runtime/base/proto.js';
import { Dialer } from './dialer.js';
import type { Followers } from './followers.js';
import { framePayload, type Hello, isSameProcess, judgeHello } from './hello.js';
import { stoodStill } from './liveness.js';
import type { Orders } from './orders.js';
import type { PeerLinkMessage } from './protocol.js';
import type { LinkTimers } from './timers.js';

type Context = ActorContext<PeerLinkMessage>;
type Frame = Body<peer.Frame.$Properties>;

export interface ConnectingOptions {
  readonly limits: Limits;
  readonly clusterId: string;
  readonly host: string;
  readonly port: number;
  readonly followers: Followers;
  readonly timers: LinkTimers;
  readonly orders: Orders;
  /** There is a connection: both sides have said hello. */
  readonly onConnected: (ctx: Context) => void;
  readonly onLost: (ctx: Context) => void;
}

/** Why a connection is given up: it ended; the peer has said that it is not wanted; its bytes made no sense. */
type Ending = 'lost' | 'refused' | 'faulty';

interface Held {
  readonly id: number;
  readonly hello: Hello;
  /** The other side has answered on it. */
  isProven: boolean;
  /** It carried something. */
  isUseful: boolean;
  sinceMs: number;
}

interface Newcomer {
  readonly connection: number;
  readonly hello: Hello;
}

export class Connecting {
  readonly #options: ConnectingOptions;
  readonly #orders: Orders;
  readonly #timers: LinkTimers;
  readonly #dialer: Dialer;
  #held: Held | undefined;
  /** Waits for the held connection to answer a ping, or not. */
  #newcomer: Newcomer | undefined;
  #pings = 0;
  #connectionsMade = 0;
  /** The last process of the peer that was talked to. */
  #lastSeen: Hello | undefined;
  #failure: QuorateError | undefined;

  constructor(options: ConnectingOptions) {
    this.#options = options;
    this.#orders = options.orders;
    this.#timers = options.timers;
    this.#dialer = new Dialer(options);
  }

  /** The connection over which messages go; undefined while there is none. */
  get connection(): { readonly id: number; readonly processBoot: number } | undefined {
    const held = this.#held;
    return held?.isProven === true ? { id: held.id, processBoot: held.hello.boot } : undefined;
  }

  get connectionsMade(): number {
    return this.#connectionsMade;
  }

  /** Why there is no connection. */
  get failure(): QuorateError | undefined {
    return this.#failure;
  }

  /** This is the connection that was agreed on, or will be once the other side has answered. */
  holds(connection: number): boolean {
    return this.#held?.id === connection;
  }

  /** This connection was dialed, and nothing has been heard on it yet. */
  attempts(connection: number): boolean {
    return this.#dialer.isConnection(connection);
  }

  /** The held connection has carried something: it was worth having. */
  used(): void {
    if (this.#held !== undefined) this.#held.isUseful = true;
  }

  /** Sockets in a new life: whatever was connected is not any more, and its names mean nothing. */
  attached(ctx: Context): void {
    const held = this.#held;
    this.#orders.sockets = ctx.sender;
    this.#dialer.forget(ctx);
    this.#newcomer = undefined;
    const error = new QuorateError('ERR_CONNECTION_LOST', 'the sockets of this node were opened anew');
    if (held !== undefined) this.#letGo(held, error, ctx);
    this.dial(ctx);
  }

  /** Unless there is a connection, or one is under way. */
  dial(ctx: Context): void {
    if (this.#orders.sockets !== undefined && this.#held === undefined) this.#dialer.dial(ctx);
  }

  dialed(token: number, connection: number, ctx: Context): void {
    if (!this.#dialer.isToken(token)) {
      this.#orders.close(connection, ctx);
      return;
    }
    this.#dialer.dialed(connection, ctx);
    this.#orders.greet(connection, isKnocker(ctx), ctx);
  }

  dialFailed(token: number, isRefused: boolean, reason: string, ctx: Context): void {
    if (!this.#dialer.isToken(token)) return;
    const { followers } = this.#options;
    if (isRefused && followers.presence === peer.Presence.LOST) followers.gone(ctx);
    this.#giveUp(new QuorateError('ERR_UNREACHABLE', reason), false, ctx);
  }

  closed(connection: number, code: string, reason: string, ctx: Context): void {
    const error = errorOfCode(code, reason);
    if (this.attempts(connection)) this.#giveUp(error, false, ctx);
    else if (this.holds(connection)) this.lose(error, 'lost', ctx);
  }

  /** What the other side of a dialed connection says first. */
  greeted(connection: number, { hello, refusal }: Frame, ctx: Context): void {
    if (refusal != null) {
      ctx.metrics.count(`refusals_${refusal.errorCode}`);
      this.#giveUp(errorOfCode(refusal.errorCode, refusal.errorMessage), true, ctx);
      return;
    }
    const error = hello == null ? new QuorateError('ERR_DECODE', NO_HELLO) : this.#judge(hello, ctx);
    if (hello == null || error !== undefined) {
      this.fault(connection, error ?? new QuorateError('ERR_DECODE', NO_HELLO), ctx);
      return;
    }
    this.#meet(hello, ctx);
    if (isKnocker(ctx)) {
      this.#dialer.drop(ctx);
      this.#failure = new QuorateError('ERR_UNREACHABLE', `node ${hello.node} is to dial, and has not yet`);
      this.#dialer.dialLater(undefined, ctx);
      return;
    }
    this.#dialer.forget(ctx);
    this.#held = { id: connection, hello, isProven: false, isUseful: false, sinceMs: ctx.now() };
    this.proved(ctx);
  }

  /** Something has arrived on the held connection. */
  proved(ctx: Context): void {
    const held = this.#held;
    if (held === undefined || held.isProven) return;
    const { followers, onConnected } = this.#options;
    held.isProven = true;
    held.sinceMs = ctx.now();
    this.#connectionsMade += 1;
    this.#failure = undefined;
    this.#timers.clear('deadline', ctx);
    ctx.metrics.count('connections');
    followers.connected(held.hello.boot, ctx);
    onConnected(ctx);
  }

  /** A connection whose hello names this link's peer; the door has judged it as far as it could. */
  admit(connection: number, hello: Hello, ctx: Context): void {
    if (this.#orders.sockets === undefined) return;
    const error = this.#judge(hello, ctx);
    const held = this.#held;
    if (error !== undefined) {
      ctx.metrics.count(`refused_${error.code}`);
      this.#orders.refuse(connection, error, ctx);
    } else if (held === undefined) {
      this.#take({ connection, hello }, ctx);
    } else if (!held.isProven || (!hello.isKnock && isSameProcess(held.hello, hello))) {
      this.#newcomer = { connection, hello };
      this.lose(new QuorateError('ERR_CONNECTION_LOST', 'the peer has connected anew'), 'lost', ctx);
    } else {
      this.#challenge(held, { connection, hello }, ctx);
    }
  }

  /** The held connection has answered a ping. */
  ponged(ping: number, ctx: Context): void {
    const newcomer = this.#newcomer;
    const held = this.#held;
    if (newcomer === undefined || held === undefined || ping !== this.#pings) return;
    this.#newcomer = undefined;
    this.#timers.clear('challenge', ctx);
    if (isSameProcess(newcomer.hello, held.hello)) this.#answerKnock(newcomer, ctx);
    else this.#orders.refuse(newcomer.connection, idInUse(held.hello), ctx);
  }

  /** The held connection is over; whoever waits for its place gets it, else the peer is looked for. */
  lose(error: QuorateError, ending: Ending, ctx: Context): void {
    const held = this.#held;
    if (held === undefined) return;
    this.#orders.close(held.id, ctx);
    this.#letGo(held, error, ctx);
    const newcomer = this.#newcomer;
    this.#newcomer = undefined;
    const wasUseful = ending === 'lost' && this.#wasUseful(held, ctx);
    if (wasUseful) this.#dialer.encourage();
    if (newcomer !== undefined) this.#take(newcomer, ctx);
    else if (wasUseful) this.dial(ctx);
    else this.#dialer.dialLater(ending === 'refused' ? error : undefined, ctx);
  }

  /** A hello has not come in time, or an answer to one. */
  deadlinePassed(lateMs: number, ctx: Context): void {
    const { limits } = this.#options;
    if (stoodStill(lateMs, limits)) {
      this.#timers.set('deadline', limits.peerPingMs, ctx);
      return;
    }
    const error = new QuorateError('ERR_TIMEOUT', `nothing was heard within ${limits.peerHelloMs} ms`);
    if (this.#dialer.isDialing) this.#giveUp(error, false, ctx);
    else if (this.#held?.isProven === false) this.lose(error, 'lost', ctx);
  }

  challengePassed(lateMs: number, ctx: Context): void {
    const { limits } = this.#options;
    if (stoodStill(lateMs, limits)) {
      this.#timers.set('challenge', limits.peerPingMs, ctx);
      return;
    }
    const what = `the peer did not answer within ${limits.peerChallengeMs} ms when its place was claimed`;
    this.lose(new QuorateError('ERR_CONNECTION_LOST', what), 'lost', ctx);
  }

  /** What came over the connection is not acceptable: the other side is told, and the connection ends. */
  fault(connection: number, error: QuorateError, ctx: Context): void {
    ctx.metrics.count(`faults_${error.code}`);
    this.#orders.refuse(connection, error, ctx);
    if (this.attempts(connection)) this.#giveUp(error, true, ctx);
    else if (this.holds(connection)) this.lose(error, 'faulty', ctx);
  }

  #judge(hello: Hello, ctx: Context): QuorateError | undefined {
    const { clusterId } = this.#options;
    const { node, instance } = ctx.self;
    return judgeHello(hello, { clusterId, node, nodes: [node, instance], lastSeen: this.#lastSeen });
  }

  /** A process of the peer to talk to; the one before it has ended. */
  #meet(hello: Hello, ctx: Context): void {
    if (this.#lastSeen !== undefined && !isSameProcess(this.#lastSeen, hello)) this.#options.followers.gone(ctx);
    this.#lastSeen = hello;
  }

  #take(newcomer: Newcomer, ctx: Context): void {
    const { connection, hello } = newcomer;
    this.#meet(hello, ctx);
    if (hello.isKnock) {
      this.#answerKnock(newcomer, ctx);
      this.#dialer.encourage();
      this.dial(ctx);
      return;
    }
    this.#dialer.drop(ctx);
    this.#held = { id: connection, hello, isProven: false, isUseful: false, sinceMs: ctx.now() };
    this.#orders.own(connection, ctx);
    this.#orders.greet(connection, false, ctx);
    this.#timers.set('deadline', this.#options.limits.peerHelloMs, ctx);
  }

  #answerKnock({ connection }: Newcomer, ctx: Context): void {
    this.#orders.greet(connection, false, ctx);
    this.#orders.close(connection, ctx);
  }

  #challenge(held: Held, newcomer: Newcomer, ctx: Context): void {
    const earlier = this.#newcomer;
    this.#newcomer = newcomer;
    if (earlier !== undefined) {
      this.#orders.refuse(earlier.connection, idInUse(newcomer.hello), ctx);
      return;
    }
    this.#pings += 1;
    ctx.metrics.count('challenges');
    this.#orders.write(held.id, [framePayload.ping(this.#pings)], ctx);
    this.#timers.set('challenge', this.#options.limits.peerChallengeMs, ctx);
  }

  #letGo(held: Held, error: QuorateError, ctx: Context): void {
    const { followers, onLost } = this.#options;
    this.#held = undefined;
    this.#timers.clear('deadline', ctx);
    this.#timers.clear('challenge', ctx);
    this.#failed(error, ctx);
    if (!held.isProven) return;
    followers.lost(ctx);
    onLost(ctx);
  }

  #wasUseful({ isProven, isUseful, sinceMs }: Held, ctx: Context): boolean {
    return isProven && (isUseful || ctx.now() - sinceMs >= this.#options.limits.peerSilenceMs);
  }

  #giveUp(error: QuorateError, isRefusal: boolean, ctx: Context): void {
    this.#dialer.drop(ctx);
    this.#failed(error, ctx);
    this.#dialer.dialLater(isRefusal ? error : undefined, ctx);
  }

  #failed(error: QuorateError, ctx: Context): void {
    const isKnown = this.#failure?.code === error.code && this.#failure.message === error.message;
    this.#failure = error;
    if (isKnown) return;
    const facts = { node: ctx.self.instance, code: error.code, reason: error.message };
    if (error.retryable) ctx.log.info('no connection', facts);
    else ctx.log.warn('no connection', facts);
  }
}

const NO_HELLO = 'a connection between nodes begins with a hello';

/** Of two nodes the one with the higher id. */
function isKnocker(ctx: Context): boolean {
  return ctx.self.node > ctx.self.instance;
}

function idInUse({ node, boot }: Hello): QuorateError {
  const what = `node ${node} is running as its start number ${boot}, and answers`;
  return new QuorateError('ERR_NODE_ID_IN_USE', `${what}; stop one of the two, or give this one an id of its own`);
}
