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
import type { ActorContext, ActorRef } from '../../runtime/actor/actor.js';
import { QuorateError } from '../../runtime/base/errors.js';
import { errorOfCode } from '../../runtime/base/failures.js';
import type { Limits } from '../../runtime/base/limits.js';
import { type Body, peer } from '../../runtime/base/proto.js';
import { Backoff } from './backoff.js';
import type { Followers } from './followers.js';
import { framePayload, type Hello, helloOf, type Identity, isSameProcess, judgeHello } from './hello.js';
import { stoodStill } from './liveness.js';
import type { PeerLinkMessage } from './protocol.js';
import type { LinkTimers } from './timers.js';

type Context = ActorContext<PeerLinkMessage>;
type Frame = Body<peer.Frame.$Properties>;

export interface ConnectingOptions {
  readonly limits: Limits;
  readonly process: Omit<Identity, 'node'>;
  readonly host: string;
  readonly port: number;
  readonly followers: Followers;
  readonly timers: LinkTimers;
  /** There is a connection: both sides have said hello. */
  readonly onConnected: (ctx: Context) => void;
  readonly onLost: (ctx: Context) => void;
}

/** A dial that has not led to a connection yet. */
interface Attempt {
  readonly token: number;
  /** 0 until it is dialed. */
  connection: number;
}

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
  readonly #backoff: Backoff;
  #sockets: ActorRef | undefined;
  #attempt: Attempt | undefined;
  #held: Held | undefined;
  /** Waits for the held connection to answer a ping, or not. */
  #newcomer: Newcomer | undefined;
  #pings = 0;
  #dials = 0;
  #connectionsMade = 0;
  /** The last process of the peer that was talked to. */
  #lastSeen: Hello | undefined;
  #failure: QuorateError | undefined;

  constructor(options: ConnectingOptions) {
    this.#options = options;
    this.#backoff = new Backoff(options.limits);
  }

  /** The connection over which messages go; undefined while there is none. */
  get connection(): { readonly id: number; readonly processBoot: number } | undefined {
    const held = this.#held;
    return held?.isProven === true ? { id: held.id, processBoot: held.hello.boot } : undefined;
  }

  get sockets(): ActorRef | undefined {
    return this.#sockets;
  }

  get connectionsMade(): number {
    return this.#connectionsMade;
  }

  /** Why there is no connection. */
  get failure(): QuorateError | undefined {
    return this.#failure;
  }

  holds(connection: number): boolean {
    return this.#held?.id === connection;
  }

  attempts(connection: number): boolean {
    return this.#attempt?.connection === connection && connection !== 0;
  }

  /** The held connection has carried something: it was worth having. */
  used(): void {
    if (this.#held !== undefined) this.#held.isUseful = true;
  }

  /** Sockets in a new life: whatever was connected is not any more. */
  attached(ctx: Context): void {
    this.#sockets = ctx.sender;
    this.#attempt = undefined;
    this.#newcomer = undefined;
    this.lose(new QuorateError('ERR_CONNECTION_LOST', 'the sockets of this node were opened anew'), ctx);
    this.dial(ctx);
  }

  dialed(token: number, connection: number, ctx: Context): void {
    if (this.#attempt?.token !== token) {
      this.#close(connection, ctx);
      return;
    }
    const { timers, limits } = this.#options;
    this.#attempt.connection = connection;
    this.#greet(connection, isKnocker(ctx), ctx);
    timers.set('deadline', limits.peerHelloMs, ctx);
  }

  dialFailed(token: number, isRefused: boolean, reason: string, ctx: Context): void {
    if (this.#attempt?.token !== token) return;
    const { followers } = this.#options;
    if (isRefused && followers.presence === peer.Presence.LOST) followers.gone(ctx);
    this.#giveUp(new QuorateError('ERR_UNREACHABLE', reason), ctx);
  }

  closed(connection: number, code: string, reason: string, ctx: Context): void {
    const error = errorOfCode(code, reason);
    if (this.attempts(connection)) this.#giveUp(error, ctx);
    else if (this.holds(connection)) this.lose(error, ctx);
  }

  /** What the other side of a dialed connection says first. */
  greeted({ hello, refusal }: Frame, ctx: Context): void {
    const attempt = this.#attempt;
    if (attempt === undefined) return;
    if (refusal != null) {
      this.#refused(errorOfCode(refusal.errorCode, refusal.errorMessage), ctx);
      return;
    }
    if (hello == null) {
      this.fault(attempt.connection, new QuorateError('ERR_DECODE', 'a connection begins with a hello'), ctx);
      return;
    }
    const error = this.#judge(hello, ctx);
    if (error !== undefined) {
      this.fault(attempt.connection, error, ctx);
      return;
    }
    this.#meet(hello, ctx);
    if (isKnocker(ctx)) {
      this.#giveUp(new QuorateError('ERR_UNREACHABLE', `node ${hello.node} is to dial, and has not yet`), ctx);
      return;
    }
    this.#attempt = undefined;
    this.#held = { id: attempt.connection, hello, isProven: false, isUseful: false, sinceMs: ctx.now() };
    this.proved(ctx);
  }

  /** Something has arrived on the held connection. */
  proved(ctx: Context): void {
    const held = this.#held;
    if (held === undefined || held.isProven) return;
    const { timers, followers, onConnected } = this.#options;
    held.isProven = true;
    held.sinceMs = ctx.now();
    this.#connectionsMade += 1;
    this.#failure = undefined;
    timers.clear('deadline', ctx);
    ctx.metrics.count('connections');
    followers.connected(held.hello.boot, ctx);
    onConnected(ctx);
  }

  /** A connection whose hello names this link's peer; the door has judged it as far as it could. */
  admit(connection: number, hello: Hello, ctx: Context): void {
    if (this.#sockets === undefined) return;
    const newcomer = { connection, hello };
    const error = this.#judge(hello, ctx);
    const held = this.#held;
    if (error !== undefined) {
      this.#refuse(connection, error, ctx);
      ctx.metrics.count(`refused_${error.code}`);
    } else if (held === undefined) {
      this.#take(newcomer, ctx);
    } else if (!held.isProven || (!hello.isKnock && isSameProcess(held.hello, hello))) {
      this.#newcomer = newcomer;
      this.lose(new QuorateError('ERR_CONNECTION_LOST', 'the peer has connected anew'), ctx);
    } else {
      this.#challenge(held, newcomer, ctx);
    }
  }

  /** The held connection has answered a ping. */
  ponged(ping: number, ctx: Context): void {
    const newcomer = this.#newcomer;
    const held = this.#held;
    if (newcomer === undefined || held === undefined || ping !== this.#pings) return;
    this.#newcomer = undefined;
    this.#options.timers.clear('challenge', ctx);
    if (isSameProcess(newcomer.hello, held.hello)) this.#answerKnock(newcomer, ctx);
    else this.#refuse(newcomer.connection, idInUse(held.hello), ctx);
  }

  /** The held connection is over. With `refusal`, the peer has said that it is not wanted. */
  lose(error: QuorateError, ctx: Context, refusal = false): void {
    const held = this.#held;
    if (held === undefined) return;
    const { timers, followers, limits, onLost } = this.#options;
    this.#held = undefined;
    timers.clear('deadline', ctx);
    timers.clear('challenge', ctx);
    this.#close(held.id, ctx);
    this.#failed(error, ctx);
    if (held.isProven) {
      followers.lost(ctx);
      onLost(ctx);
    }
    const newcomer = this.#newcomer;
    this.#newcomer = undefined;
    const wasUseful = held.isProven && (held.isUseful || ctx.now() - held.sinceMs >= limits.peerSilenceMs);
    if (wasUseful) this.#backoff.reset();
    if (newcomer !== undefined) this.#take(newcomer, ctx);
    else if (refusal) this.#dialLater(this.#pauseAfter(error, ctx), ctx);
    else if (wasUseful) this.dial(ctx);
    else this.#dialLater(this.#backoff.nextMs(ctx.random()), ctx);
  }

  /** A hello has not come in time, or an answer to one. */
  deadlinePassed(lateMs: number, ctx: Context): void {
    const { limits, timers } = this.#options;
    if (stoodStill(lateMs, limits)) {
      timers.set('deadline', limits.peerPingMs, ctx);
      return;
    }
    const error = new QuorateError('ERR_TIMEOUT', `nothing was heard within ${limits.peerHelloMs} ms`);
    if (this.#attempt !== undefined) this.#giveUp(error, ctx);
    else if (this.#held?.isProven === false) this.lose(error, ctx);
  }

  challengePassed(lateMs: number, ctx: Context): void {
    const { limits, timers } = this.#options;
    if (stoodStill(lateMs, limits)) {
      timers.set('challenge', limits.peerPingMs, ctx);
      return;
    }
    const what = `the peer did not answer within ${limits.peerChallengeMs} ms when its place was claimed`;
    this.lose(new QuorateError('ERR_CONNECTION_LOST', what), ctx);
  }

  /** Tells the other side of the held connection why it ends. */
  fault(connection: number, error: QuorateError, ctx: Context): void {
    ctx.metrics.count(`faults_${error.code}`);
    this.#refuse(connection, error, ctx);
    if (this.attempts(connection)) this.#refused(error, ctx);
    else if (this.holds(connection)) this.lose(error, ctx);
  }

  #judge(hello: Hello, ctx: Context): QuorateError | undefined {
    const { clusterId } = this.#options.process;
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
    const { timers, limits } = this.#options;
    this.#meet(hello, ctx);
    if (hello.isKnock) {
      this.#answerKnock(newcomer, ctx);
      this.#backoff.reset();
      this.dial(ctx);
      return;
    }
    this.#dropAttempt(ctx);
    timers.clear('redial', ctx);
    this.#held = { id: connection, hello, isProven: false, isUseful: false, sinceMs: ctx.now() };
    this.#send({ type: 'own', body: { connection } }, ctx);
    this.#greet(connection, false, ctx);
    timers.set('deadline', limits.peerHelloMs, ctx);
  }

  #answerKnock({ connection }: Newcomer, ctx: Context): void {
    this.#greet(connection, false, ctx);
    this.#close(connection, ctx);
  }

  #greet(connection: number, isKnock: boolean, ctx: Context): void {
    const { node, instance } = ctx.self;
    const hello = helloOf({ ...this.#options.process, node }, instance, isKnock);
    this.#write(connection, framePayload.hello(hello), ctx);
  }

  #challenge(held: Held, newcomer: Newcomer, ctx: Context): void {
    const { limits, timers } = this.#options;
    const earlier = this.#newcomer;
    this.#newcomer = newcomer;
    if (earlier !== undefined) {
      this.#refuse(earlier.connection, idInUse(newcomer.hello), ctx);
      return;
    }
    this.#pings += 1;
    ctx.metrics.count('challenges');
    this.#write(held.id, framePayload.ping(this.#pings), ctx);
    timers.set('challenge', limits.peerChallengeMs, ctx);
  }

  /** Unless there is a connection, or one is under way. */
  dial(ctx: Context): void {
    const { host, port, timers, limits } = this.#options;
    if (this.#sockets === undefined || this.#attempt !== undefined || this.#held !== undefined) return;
    timers.clear('redial', ctx);
    this.#dials += 1;
    this.#attempt = { token: this.#dials, connection: 0 };
    this.#send({ type: 'dial', body: { token: this.#dials, host, port } }, ctx);
    timers.set('deadline', limits.peerHelloMs, ctx);
  }

  #dialLater(ms: number, ctx: Context): void {
    this.#options.timers.set('redial', ms, ctx);
  }

  #giveUp(error: QuorateError, ctx: Context, pauseMs = this.#backoff.nextMs(ctx.random())): void {
    this.#dropAttempt(ctx);
    this.#failed(error, ctx);
    this.#dialLater(pauseMs, ctx);
  }

  #dropAttempt(ctx: Context): void {
    const attempt = this.#attempt;
    this.#attempt = undefined;
    this.#options.timers.clear('deadline', ctx);
    if (attempt !== undefined && attempt.connection !== 0) this.#close(attempt.connection, ctx);
  }

  /** The attempt has met somebody to whom this node must not talk, or who does not want to. */
  #refused(error: QuorateError, ctx: Context): void {
    ctx.metrics.count(`refusals_${error.code}`);
    this.#giveUp(error, ctx, this.#pauseAfter(error, ctx));
  }

  #pauseAfter(error: QuorateError, ctx: Context): number {
    return error.retryable ? this.#backoff.nextMs(ctx.random()) : this.#backoff.refusedMs(ctx.random());
  }

  #failed(error: QuorateError, ctx: Context): void {
    const isKnown = this.#failure?.code === error.code && this.#failure.message === error.message;
    this.#failure = error;
    if (isKnown) return;
    ctx.log.warn('no connection', { node: ctx.self.instance, code: error.code, reason: error.message });
  }

  #refuse(connection: number, error: QuorateError, ctx: Context): void {
    this.#write(connection, framePayload.refusal(error), ctx);
    this.#close(connection, ctx);
  }

  #write(connection: number, payload: Uint8Array, ctx: Context): void {
    this.#send({ type: 'write', body: { connection, payloads: [payload] } }, ctx);
  }

  #close(connection: number, ctx: Context): void {
    this.#send({ type: 'close', body: { connection } }, ctx);
  }

  #send(message: PeerLinkMessage, ctx: Context): void {
    if (this.#sockets !== undefined) ctx.send(this.#sockets, message);
  }
}

/** Of two nodes the one with the higher id. */
function isKnocker(ctx: Context): boolean {
  return ctx.self.node > ctx.self.instance;
}

function idInUse({ node, boot }: Hello): QuorateError {
  const what = `node ${node} is running as its start number ${boot}, and answers`;
  return new QuorateError('ERR_NODE_ID_IN_USE', `${what}; stop one of the two, or give this one an id of its own`);
}
