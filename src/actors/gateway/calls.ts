/**
 * Calls: requests that are with a group, until each has its one outcome.
 *
 * An attempt is a message to the group under a number of its own; a call may have several attempts, since every write
 * is named (by session or idempotency key) and is applied once however often it is sent. A call is sent again when the
 * group refused it for a passing reason, when the group came back up, and when it has heard nothing for a while.
 *
 *              group up            refused, passing reason
 *   waiting ------------> sent ------------------------------> backing off
 *      ^                   | \                                     |
 *      |    group down     |  \  answer, final refusal, deadline   |  pause over
 *      +-------------------+   +--------> settled     sent <-------+
 *
 * At the deadline a write whose attempts were not all refused has an unknown outcome; anything else had no effect.
 */
import type { ActorContext, ActorRef } from '../../runtime/actor/actor.js';
import { present } from '../../runtime/base/assert.js';
import type { ErrorCode } from '../../runtime/base/errors.js';
import { QuorateError } from '../../runtime/base/errors.js';
import { errorOfCode } from '../../runtime/base/failures.js';
import type { apply, Body, command, group } from '../../runtime/base/proto.js';
import type { GroupMessage } from '../raft/protocol.js';
import type { Items } from './merge.js';
import type { GatewayMessage } from './protocol.js';

export type Context = ActorContext<GatewayMessage>;
export type Result = Body<command.Result.$Properties>;

/** Who started a call and is told its outcome, once. */
export interface Caller {
  result(result: Result, ctx: Context): void;
  items(items: Items, ctx: Context): void;
  failed(error: QuorateError, ctx: Context): void;
}

/** What is asked of a group. */
export type Work =
  | { readonly kind: 'write'; readonly command: Uint8Array }
  | { readonly kind: 'read'; readonly consistency: group.Consistency; readonly get: Body<apply.Get.$Properties> }
  | { readonly kind: 'scan'; readonly consistency: group.Consistency; readonly scan: Body<apply.Scan.$Properties> };

interface GroupPeer {
  readonly ref: ActorRef<GroupMessage>;
  isUp: boolean;
  /** Set when it is down for good. */
  stopped: QuorateError | undefined;
}

interface Call {
  readonly peer: GroupPeer;
  readonly work: Work;
  readonly caller: Caller;
  deadlineMs: number;
  readonly bytes: number;
  /** Numbers of all attempts, the newest last. */
  readonly numbers: number[];
  /** Attempts that the group has neither answered nor refused. */
  outstanding: number;
  /** An attempt was with the group when it went down. */
  isUncertain: boolean;
  refusals: number;
  /** Attempts that have heard nothing for a while. */
  silences: number;
  lastRefusal: QuorateError | undefined;
  /** When to send again; infinite while the group is down. */
  resendAtMs: number;
}

/** Refusals that pass by themselves, usually within an election or a restart. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'ERR_NOT_LEADER',
  'ERR_NOT_READY',
  'ERR_PROPOSAL_DROPPED',
  'ERR_MAILBOX_FULL',
  'ERR_ACTOR_STOPPED',
]);
const BACKOFF_MS_MIN = 5;
const BACKOFF_MS_MAX = 250;
/** An attempt that has heard nothing is repeated after this, then after twice as long, and so on. */
const SILENCE_MS = 1_000;

export class Calls {
  readonly #peers = new Map<number, GroupPeer>();
  /** By the number of each attempt. */
  readonly #byNumber = new Map<number, Call>();
  #nextNumber: number;
  #size = 0;
  #bytes = 0;
  /** No call is due before this. */
  #dueAtMs = Number.POSITIVE_INFINITY;

  /**
   * Numbers of attempts differ from those of the boot before, on this thread or an earlier one, so that no answer to a
   * predecessor is taken for ours. (Answers are addressed to a boot besides.)
   */
  constructor(groups: readonly number[], node: number, boot: number) {
    for (const instance of groups) {
      this.#peers.set(instance, { ref: { node, kind: 'group', instance }, isUp: false, stopped: undefined });
    }
    this.#nextNumber = (boot % 2 ** 21) * 2 ** 32 + 1;
  }

  get size(): number {
    return this.#size;
  }

  /** What the calls hold in memory, or may bring back. */
  get bytes(): number {
    return this.#bytes;
  }

  get dueAtMs(): number {
    return this.#dueAtMs;
  }

  refs(): readonly ActorRef<GroupMessage>[] {
    return [...this.#peers.values()].map(({ ref }) => ref);
  }

  start(groupId: number, work: Work, bytes: number, deadlineMs: number, caller: Caller, ctx: Context): void {
    const call: Call = {
      peer: present(this.#peers.get(groupId), 'a group of the shard map'),
      work,
      caller,
      deadlineMs,
      bytes,
      numbers: [],
      outstanding: 0,
      isUncertain: false,
      refusals: 0,
      silences: 0,
      lastRefusal: undefined,
      resendAtMs: Number.POSITIVE_INFINITY,
    };
    this.#size += 1;
    this.#bytes += bytes;
    this.#attempt(call, ctx);
  }

  /** One attempt, or none while the group is down; the call is in the table under at least one number from here on. */
  #attempt(call: Call, ctx: Context): void {
    const number = this.#nextNumber;
    this.#nextNumber += 1;
    call.numbers.push(number);
    this.#byNumber.set(number, call);
    if (call.peer.isUp) {
      call.outstanding += 1;
      call.resendAtMs = ctx.now() + SILENCE_MS * 2 ** call.silences;
      ctx.send(call.peer.ref, messageOf(call.work, number));
    } else {
      call.resendAtMs = Number.POSITIVE_INFINITY;
      if (call.peer.stopped !== undefined) giveUp(call, call.peer.stopped, ctx);
    }
    this.#dueAtMs = Math.min(this.#dueAtMs, call.deadlineMs, call.resendAtMs);
  }

  answered(answers: Body<apply.Answers.$Properties>, ctx: Context): void {
    for (const { request, result, items } of answers.answers) {
      const call = this.#byNumber.get(request);
      if (call === undefined) {
        ctx.metrics.count('late_answers');
        continue;
      }
      if (result?.errorCode === 'ERR_OUTCOME_UNKNOWN') {
        call.isUncertain = true;
        this.#retract(call, errorOfCode(result.errorCode, result.errorMessage, {}), ctx);
        continue;
      }
      this.#settle(call);
      if (result != null) call.caller.result(result, ctx);
      else if (items != null) call.caller.items(items, ctx);
      else call.caller.failed(new QuorateError('ERR_INVARIANT', 'a group answered with nothing'), ctx);
    }
  }

  refused(refused: Body<group.Refused.$Properties>, ctx: Context): void {
    const { errorCode, errorMessage, leaderNode } = refused;
    const details = leaderNode === 0 ? {} : { leaderNode };
    const error = errorOfCode(errorCode, errorMessage, details);
    const elsewhere = leaderNode !== 0 && leaderNode !== ctx.self.node;
    for (const number of refused.requests) this.#refuse(number, error, elsewhere, ctx);
  }

  /** The attempt never reached its group. */
  returned(message: GroupMessage, error: QuorateError, ctx: Context): void {
    const number = numberOf(message);
    if (number !== undefined) this.#refuse(number, error, false, ctx);
  }

  #refuse(number: number, error: QuorateError, leaderIsElsewhere: boolean, ctx: Context): void {
    const call = this.#byNumber.get(number);
    if (call === undefined) return;
    const isFinal = leaderIsElsewhere || !PASSING.has(error.code);
    if (call.outstanding > 1 || !isFinal) {
      this.#retract(call, error, ctx);
      return;
    }
    call.outstanding = 0;
    call.lastRefusal = error;
    this.#settle(call);
    call.caller.failed(finalError(call), ctx);
  }

  /** One attempt has come to nothing; when it was the last one under way, another follows after a pause. */
  #retract(call: Call, why: QuorateError, ctx: Context): void {
    call.outstanding = Math.max(0, call.outstanding - 1);
    call.lastRefusal = why;
    if (call.outstanding > 0) return;
    const pauseMs = Math.min(BACKOFF_MS_MAX, BACKOFF_MS_MIN * 2 ** Math.min(call.refusals, 10));
    call.refusals += 1;
    call.resendAtMs = ctx.now() + pauseMs * (0.5 + ctx.random().fraction() / 2);
    this.#dueAtMs = Math.min(this.#dueAtMs, call.resendAtMs);
  }

  groupUp(ref: ActorRef, ctx: Context): void {
    const peer = this.#peers.get(ref.instance);
    if (peer === undefined || peer.isUp) return;
    peer.isUp = true;
    for (const call of this.#callsOf(peer)) this.#attempt(call, ctx);
  }

  /** `spent`: it will not be up again. */
  groupDown(ref: ActorRef, spent: string | undefined, ctx: Context): void {
    const peer = this.#peers.get(ref.instance);
    if (peer === undefined) return;
    peer.isUp = false;
    if (spent !== undefined) {
      const what = `group ${ref.instance} is stopped on this node: it crashed too often: ${spent}`;
      peer.stopped = new QuorateError('ERR_GROUP_STOPPED', what);
    }
    for (const call of this.#callsOf(peer)) {
      if (call.outstanding > 0) call.isUncertain = true;
      call.outstanding = 0;
      call.resendAtMs = Number.POSITIVE_INFINITY;
      if (peer.stopped !== undefined) giveUp(call, peer.stopped, ctx);
      this.#dueAtMs = Math.min(this.#dueAtMs, call.deadlineMs);
    }
  }

  #callsOf(peer: GroupPeer): ReadonlySet<Call> {
    const calls = new Set<Call>();
    for (const call of this.#byNumber.values()) if (call.peer === peer) calls.add(call);
    return calls;
  }

  /** Settles what has reached its deadline and sends again what is due. */
  sweep(ctx: Context): void {
    const now = ctx.now();
    if (now < this.#dueAtMs) return;
    const calls = new Set(this.#byNumber.values());
    this.#dueAtMs = Number.POSITIVE_INFINITY;
    for (const call of calls) {
      if (now >= call.deadlineMs) {
        this.#settle(call);
        call.caller.failed(finalError(call), ctx);
      } else if (now >= call.resendAtMs) {
        ctx.metrics.count('resent_requests');
        if (call.outstanding > 0) call.silences += 1;
        this.#attempt(call, ctx);
      } else {
        this.#dueAtMs = Math.min(this.#dueAtMs, call.deadlineMs, call.resendAtMs);
      }
    }
  }

  #settle(call: Call): void {
    for (const number of call.numbers) this.#byNumber.delete(number);
    this.#size -= 1;
    this.#bytes -= call.bytes;
  }
}

/** Nothing will come of the call any more: it ends with this turn. */
function giveUp(call: Call, why: QuorateError, ctx: Context): void {
  call.lastRefusal = why;
  call.deadlineMs = Math.min(call.deadlineMs, ctx.now());
}

/** Why a call that got no answer ends: unknown, refused, or timed out without effect. */
function finalError(call: Call): QuorateError {
  const group = call.peer.ref.instance;
  const cause = call.lastRefusal;
  if (call.work.kind === 'write' && (call.isUncertain || call.outstanding > 0)) {
    const what = `group ${group} did not answer in time: the write may or may not happen; retry it under the same name`;
    return new QuorateError('ERR_OUTCOME_UNKNOWN', what, { cause, details: cause?.details ?? {} });
  }
  if (cause !== undefined && call.outstanding === 0) return cause;
  if (call.work.kind === 'write') {
    return new QuorateError('ERR_NOT_READY', `group ${group} is not running on this node; nothing was written`);
  }
  return new QuorateError('ERR_TIMEOUT', `group ${group} did not answer the read in time`);
}

function messageOf(work: Work, request: number): GroupMessage {
  switch (work.kind) {
    case 'write':
      return { type: 'propose', body: { request, command: work.command } };
    case 'read':
      return { type: 'query', body: { consistency: work.consistency, query: { request, get: work.get } } };
    default:
      return { type: 'query', body: { consistency: work.consistency, query: { request, scan: work.scan } } };
  }
}

function numberOf(message: GroupMessage): number | undefined {
  if (message.type === 'propose') return message.body.request;
  return message.type === 'query' ? message.body.query?.request : undefined;
}
