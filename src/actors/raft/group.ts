/**
 * Group: the actor of one Raft group's replica on this node.
 *
 * It is a thin shell around the sans-I/O core. It starts only through the opening handshake with its log writer and its
 * applier (`opening.ts`), runs by events (`running-group.ts`), and answers every request: with results through the
 * applier, or with a refusal that says why and, where it is known, where to try instead. What this replica cannot
 * recover from by itself stops it, on this node, with a report; its neighbours go on.
 *
 * Read next: `running-group.ts`, then `append-stream.ts` and `apply-stream.ts`.
 */
import {
  type Actor,
  type ActorContext,
  type ActorKind,
  type ActorRef,
  type PeerEvent,
  sameRef,
} from '../../runtime/actor/actor.js';
import { assert } from '../../runtime/base/assert.js';
import { asQuorateError, isErrorCode, QuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import { type apply, type Body, group as groupProto, type storage } from '../../runtime/base/proto.js';
import type { ApplierMessage } from '../applier/protocol.js';
import type { LogWriterMessage } from '../log-writer/protocol.js';
import { type Gateway, Gateways, type Refusal, type RequestName, refuse } from './gateways.js';
import { type NeighbourChange, Neighbours } from './neighbours.js';
import { Opening } from './opening.js';
import { Proposals } from './proposals.js';
import { type GroupMessage, groupProtocol } from './protocol.js';
import { Reads } from './reads.js';
import { starting, stoppedHere, TOO_MANY_REQUESTS } from './refusals.js';
import { type GroupParts, RunningGroup } from './running-group.js';
import { groupStatus, type Stopped } from './status.js';

export interface GroupEnvironment {
  readonly limits: Limits;
  /** The log writer of the volume that holds this group's log. */
  logWriterOf(group: number, volume: number): ActorRef<LogWriterMessage>;
  applierOf(group: number): ActorRef<ApplierMessage>;
}

/** What `spawn('group', group, options)` takes. */
export interface GroupOptions {
  readonly replica: number;
  /** [replica, node] of every member, this one included or not. */
  readonly peers: readonly (readonly [replica: number, node: number])[];
  /** The member that campaigns first when the group starts without a leader; 0 or missing: none. */
  readonly firstReplica: number;
  readonly volume: number;
}

type Context = ActorContext<GroupMessage>;
type Opened = Body<storage.Opened.$Properties>;
type StateOpened = Body<apply.StateOpened.$Properties>;

/** From the ticks of one node to those of the next; a prime, so that many nodes have many phases. */
const NODE_PHASE_MS = 17;

const TICK: GroupMessage = { type: 'tick', body: {} };

export function groupKind(environment: GroupEnvironment): ActorKind<GroupMessage> {
  return {
    kind: 'group',
    protocol: groupProtocol,
    create: (group, options) => new GroupActor(group, parseOptions(options), environment),
  };
}

class GroupActor implements Actor<GroupMessage> {
  readonly #options: GroupOptions;
  readonly #environment: GroupEnvironment;
  readonly #writer: ActorRef<LogWriterMessage>;
  readonly #applier: ActorRef<ApplierMessage>;
  readonly #opening: Opening;
  /** Every replica's node, this one's included. */
  readonly #nodes: ReadonlyMap<number, number>;
  readonly #neighbours: Neighbours;
  readonly #gateways = new Gateways();
  readonly #proposals: Proposals;
  #reads: Reads;
  /** Requests of this turn that there is no room for. */
  #overload: RequestName[] = [];
  /** The answers of log writer and applier, until the core has started with them. */
  #opened: Opened | undefined;
  #stateAnswer: StateOpened | undefined;
  #running: RunningGroup | undefined;
  #stopped: Stopped | undefined;

  constructor(group: number, options: GroupOptions, environment: GroupEnvironment) {
    const { limits } = environment;
    this.#options = options;
    this.#environment = environment;
    this.#writer = environment.logWriterOf(group, options.volume);
    this.#applier = environment.applierOf(group);
    const self = this.#applier.node;
    this.#nodes = new Map([...options.peers, [options.replica, self]]);
    this.#neighbours = new Neighbours(self, this.#nodes.values());
    this.#opening = new Opening(options.replica, this.#writer, this.#applier, limits.storageRetryMs);
    this.#proposals = new Proposals(limits);
    this.#reads = new Reads(options.replica, 0, limits);
  }

  onStart(ctx: Context): void {
    this.#reads = new Reads(this.#options.replica, ctx.now(), this.#environment.limits);
    ctx.watch(this.#writer);
    ctx.watch(this.#applier);
    this.#neighbours.watchLinks(ctx);
    this.#setTick(ctx);
  }

  onPeer(ref: ActorRef, event: PeerEvent, ctx: Context): void {
    if (this.#stopped !== undefined) return;
    this.#neighbourChanged(this.#neighbours.onPeer(ref, event, ctx), ctx);
    const change = this.#opening.onPeer(ref, event, ctx);
    if (change === 'log-writer-lost') {
      this.#opened = undefined;
      this.#running?.writerLost();
    } else if (change === 'applier-lost') {
      this.#stateAnswer = undefined;
      this.#stopIf(this.#running?.applierLost(), ctx);
    }
    // What is committed would never be applied, and nobody told its outcome.
    const isOwn = sameRef(ref, this.#writer) || sameRef(ref, this.#applier);
    if (isOwn && event.state === 'down' && event.spent !== undefined) this.#stopIf(stoppedWith(ref, event.spent), ctx);
  }

  receive(message: GroupMessage, ctx: Context): void {
    this.#guard(ctx, () => this.#handle(message, ctx));
  }

  #handle(message: GroupMessage, ctx: Context): void {
    switch (message.type) {
      case 'raft':
        this.#running?.fromPeer(message.body, ctx);
        break;
      case 'opened':
        this.#logOpened(message.body, ctx);
        break;
      case 'stateOpened':
        this.#stateOpened(message.body, ctx);
        break;
      case 'appended':
        this.#stopIf(this.#running?.appended(message.body, ctx), ctx);
        break;
      case 'applied':
        this.#stopIf(this.#running?.applied(message.body, ctx), ctx);
        break;
      case 'entriesRead':
        this.#stopIf(this.#running?.entriesRead(message.body), ctx);
        break;
      case 'propose':
        this.#propose(message.body, ctx);
        break;
      case 'query':
        this.#query(message.body, ctx);
        break;
      case 'status':
        this.#status(ctx);
        break;
      case 'tick':
        this.#setTick(ctx);
        if (this.#stopped !== undefined) break;
        this.#opening.askWhatIsDue(ctx);
        this.#running?.tick(ctx);
        break;
      case 'campaign':
        this.#running?.campaignTimerFired();
        break;
      case 'resume':
        this.#running?.resume(ctx);
        break;
      case 'peerState':
        this.#neighbourChanged(this.#neighbours.told(message.body, ctx), ctx);
        break;
      case 'groupStatus':
        // An answer to a question that this actor never asks.
        break;
    }
  }

  onBatchEnd(ctx: Context): void {
    this.#guard(ctx, () => this.#running?.endTurn(ctx));
    if (this.#running === undefined) this.#refuseWhatWaits(ctx);
    if (this.#overload.length === 0) return;
    const overload = this.#overload;
    this.#overload = [];
    refuse(ctx, overload, TOO_MANY_REQUESTS);
  }

  /**
   * All groups of a node tick in the same round, so that their heartbeats leave together; nodes tick at different times,
   * so that what they cause does not arrive everywhere at once.
   */
  #setTick(ctx: Context): void {
    const { tickMs } = this.#environment.limits;
    const phaseMs = (ctx.self.node * NODE_PHASE_MS) % tickMs;
    const nowMs = ctx.now();
    const nextMs = (Math.floor((nowMs - phaseMs) / tickMs) + 1) * tickMs + phaseMs;
    ctx.after(nextMs - nowMs, TICK);
  }

  #neighbourChanged(change: NeighbourChange | undefined, ctx: Context): void {
    if (change !== undefined) this.#running?.neighbourChanged(change, ctx);
  }

  #logOpened(opened: Opened, ctx: Context): void {
    if (this.#stopped !== undefined) return;
    const answer = this.#opening.opened(opened, ctx);
    if (answer === 'failed') {
      this.#stopIf(failureOf(opened.errorCode, opened.errorMessage), ctx);
    } else if (answer === 'open' && opened.replica !== this.#options.replica) {
      const reason = `the log is of replica ${opened.replica}, this is replica ${this.#options.replica}`;
      this.#stopIf({ code: 'ERR_CORRUPT', reason }, ctx);
    } else if (answer === 'open' && this.#running !== undefined) {
      this.#stopIf(this.#running.writerFound(opened, ctx), ctx);
    } else if (answer === 'open') {
      this.#opened = opened;
      if (this.#stateAnswer !== undefined) this.#start(opened, this.#stateAnswer, ctx);
    }
  }

  #stateOpened(opened: StateOpened, ctx: Context): void {
    if (this.#stopped !== undefined) return;
    const answer = this.#opening.stateOpened(opened, ctx);
    if (answer === 'failed') {
      this.#stopIf(failureOf(opened.errorCode, opened.errorMessage), ctx);
    } else if (answer === 'open' && this.#running !== undefined) {
      this.#running.applierFound(opened, ctx);
    } else if (answer === 'open') {
      this.#stateAnswer = opened;
      if (this.#opened !== undefined) this.#start(this.#opened, opened, ctx);
    }
  }

  #start(opened: Opened, state: StateOpened, ctx: Context): void {
    const { replica, firstReplica } = this.#options;
    const parts: GroupParts = {
      replica,
      nodes: this.#nodes,
      firstReplica,
      neighbours: this.#neighbours,
      writer: this.#writer,
      applier: this.#applier,
      limits: this.#environment.limits,
      proposals: this.#proposals,
      reads: this.#reads,
    };
    this.#opened = undefined;
    this.#stateAnswer = undefined;
    this.#running = new RunningGroup(parts, opened, state, ctx);
  }

  /** Damage will not pass by starting again: it stops the group. Any other exception is a defect and ends the actor. */
  #guard(ctx: Context, work: () => void): void {
    try {
      work();
    } catch (thrown) {
      const error = asQuorateError(thrown);
      if (error.code !== 'ERR_CORRUPT') throw error;
      this.#stopIf({ code: error.code, reason: error.message }, ctx);
    }
  }

  #propose(body: Body<groupProto.Propose.$Properties>, ctx: Context): void {
    const gateway = this.#gatewayOf(ctx);
    if (gateway === undefined) return;
    const { request } = body;
    if (!this.#proposals.add({ gateway, request, command: body.command })) this.#overload.push({ gateway, request });
  }

  #query({ query, consistency }: Body<groupProto.Query.$Properties>, ctx: Context): void {
    const gateway = this.#gatewayOf(ctx);
    if (gateway === undefined || query === undefined || query === null) return;
    const read = { gateway, request: query.request, query };
    if (consistency === groupProto.Consistency.LOCAL) this.#reads.addLocal(read);
    else if (!this.#reads.add(read)) this.#overload.push(read);
  }

  /** Results go to gateways, by the gateway's name for the request: nobody else can ask for them. */
  #gatewayOf(ctx: Context): Gateway | undefined {
    if (ctx.sender?.kind === 'gateway') return this.#gateways.of(ctx.sender, ctx.senderBoot);
    const error = new QuorateError('ERR_INVALID_REQUEST', 'a group takes requests from gateways only');
    if (ctx.asker !== undefined) ctx.refuse(ctx.asker, error);
    ctx.metrics.count('requests_refused');
    return undefined;
  }

  #refuseWhatWaits(ctx: Context): void {
    const names = [
      ...this.#proposals.take(),
      ...this.#reads.takeLocal(),
      ...this.#reads.take(),
      ...this.#reads.drainRounds(),
    ];
    if (names.length > 0) refuse(ctx, names, this.#refusal(ctx));
  }

  #refusal(ctx: Context): Refusal {
    const group = ctx.self.instance;
    return this.#stopped === undefined ? starting(group) : stoppedHere(group, this.#stopped.reason);
  }

  #stopIf(stopped: Stopped | undefined, ctx: Context): void {
    if (stopped === undefined || this.#stopped !== undefined) return;
    this.#stopped = stopped;
    this.#running = undefined;
    ctx.log.error('the group is stopped on this node', { code: stopped.code, reason: stopped.reason });
    ctx.metrics.gauge('stopped', 1);
  }

  #status(ctx: Context): void {
    const { sender, asker } = ctx;
    const nothing = { core: undefined, appliedIndex: 0, flushedIndex: 0, purgeIndex: 0, logClockMs: 0 };
    const body = groupStatus({
      group: ctx.self.instance,
      replica: this.#options.replica,
      nodes: this.#nodes,
      stopped: this.#stopped,
      ...(this.#running?.report() ?? nothing),
    });
    if (asker !== undefined) ctx.answer(asker, { type: 'groupStatus', body });
    else if (sender !== undefined) ctx.send(sender, { type: 'groupStatus', body }, ctx.senderBoot);
  }
}

function stoppedWith({ kind, instance }: ActorRef, reason: string): Stopped {
  return { code: 'ERR_GROUP_STOPPED', reason: `${kind} ${instance} crashed too often: ${reason}` };
}

function failureOf(code: string, reason: string): Stopped {
  return { code: isErrorCode(code) ? code : 'ERR_INVARIANT', reason };
}

function parseOptions(options: Readonly<Record<string, unknown>>): GroupOptions {
  const { replica, peers, volume, firstReplica = 0 } = options;
  assert(isId(replica), 'a group is given its replica', options, 'ERR_CONFIG');
  assert(isId(volume), 'a group is given its volume', options, 'ERR_CONFIG');
  assert(isId(firstReplica), 'the first replica of a group is one', options, 'ERR_CONFIG');
  assert(Array.isArray(peers) && peers.every(isPeer), 'a group is given its peers', options, 'ERR_CONFIG');
  return { replica, peers, firstReplica, volume };
}

function isId(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isPeer(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(isId);
}
