/**
 * Calls: requests that are with a group, until each has its one outcome.
 *
 * An attempt is a message to one of the group's replicas under a number of its own; a call may have several attempts,
 * since every write is named (by session or idempotency key) and is applied once however often it is sent. Where an
 * attempt goes is `targets.ts`' choice.
 *
 *             there is a replica        refused, and the leader is another: at once
 *   stranded --------------------> sent ------------------------------------------> sent
 *      ^  ^      or its turn        | \  refused: no leader, no room
 *      |  |                         |  +-----------------------------> stranded, or backing off
 *      |  +-------------------------+
 *      |    node or replica is lost    \  answer, final refusal, deadline
 *      |                                +------------------------------> settled
 *
 * Stranded calls wait for nobody's turn in particular: the first that is served wakes all the others of its group, and
 * the more there are, the less often each one asks. At the deadline a write whose attempts were not all refused has an
 * unknown outcome; anything else had no effect.
 */
import type { ActorRef } from '../../runtime/actor/actor.js';
import { QuorateError } from '../../runtime/base/errors.js';
import { errorOfCode } from '../../runtime/base/failures.js';
import type { apply, Body, group } from '../../runtime/base/proto.js';
import type { GroupMessage } from '../raft/protocol.js';
import {
  Attempt,
  Call,
  type Caller,
  type Context,
  finalError,
  messageOf,
  needsLeader,
  numberOf,
  type Result,
  type Work,
} from './call.js';
import { Names } from './names.js';
import { BEHIND_MS, HOPS_MAX, isCrowded, isStranding, pauseMsOf, RESEND_SPREAD_MS, silenceMsOf } from './pauses.js';
import type { WriteName } from './sessions.js';
import type { Member, TargetGroup, Targets } from './targets.js';

export class Calls {
  readonly #targets: Targets;
  readonly #names = new Names();
  /** All attempts of which something may come, and the newest of every call. */
  readonly #attempts = new Map<number, Attempt>();
  #nextNumber = 1;
  #size = 0;
  #bytes = 0;
  /** No call is due before this. */
  #dueAtMs = Number.POSITIVE_INFINITY;

  constructor(targets: Targets) {
    this.#targets = targets;
  }

  /**
   * Numbers of attempts differ from those of the boot before, on this thread or an earlier one, so that no answer to a
   * predecessor is taken for ours. (Answers are addressed to a boot besides.)
   */
  begin(boot: number): void {
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

  start(groupId: number, work: Work, bytes: number, deadlineMs: number, caller: Caller, ctx: Context): void {
    const call = this.#admit(new Call(this.#targets.group(groupId), work, bytes, deadlineMs, caller));
    this.#names.add(call);
    this.#attempt(call, undefined, ctx);
  }

  /** The call under way for the write of this name, if there is one. */
  named(name: WriteName): Call | undefined {
    return this.#names.find(name);
  }

  /** A call that has the outcome of `original`; should that get none in its time, it is sent itself. */
  attach(original: Call, work: Work, bytes: number, deadlineMs: number, caller: Caller): void {
    const call = this.#admit(new Call(original.group, work, bytes, deadlineMs, caller));
    this.#attachTo(original, call);
    this.#register(call, undefined);
    this.#dueAtMs = Math.min(this.#dueAtMs, deadlineMs);
  }

  #admit(call: Call): Call {
    this.#size += 1;
    this.#bytes += call.bytes;
    return call;
  }

  #attachTo(original: Call, call: Call): void {
    call.original = original;
    original.attached ??= new Set();
    original.attached.add(call);
  }

  /** Sends the call to a replica, or notes that there is none. `silent` is one that has not answered it so far. */
  #attempt(call: Call, silent: Member | undefined, ctx: Context): void {
    const { group } = call;
    const nowMs = ctx.now();
    const member = group.choose(call, silent, nowMs);
    const attempt = this.#register(call, member);
    this.#strand(call, false);
    if (member === undefined) {
      this.#nobody(call, ctx);
    } else if (member !== group.local && !member.node.hasRoomFor(call.bytes)) {
      call.lastRefusal = member.node.full;
      if (call.open > 0) call.resendAtMs = nowMs + silenceMsOf(call);
      else this.#pause(call, ctx);
    } else {
      attempt.state = 'open';
      call.open += 1;
      member.node.take(call.bytes);
      call.resendAtMs = nowMs + silenceMsOf(call);
      ctx.send(member.ref, messageOf(call.work, attempt.number));
    }
    this.#dueAtMs = Math.min(this.#dueAtMs, call.deadlineMs, call.resendAtMs);
  }

  /** The call's newest attempt, in the table from here on, in place of one that is over. */
  #register(call: Call, member: Member | undefined): Attempt {
    let previous = call.newest;
    if (previous?.state === 'over') {
      this.#attempts.delete(previous.number);
      previous = previous.previous;
    }
    const attempt = new Attempt(this.#nextNumber, call, member, previous);
    this.#nextNumber += 1;
    this.#attempts.set(attempt.number, attempt);
    call.newest = attempt;
    return attempt;
  }

  #nobody(call: Call, ctx: Context): void {
    const { stopped } = call.group;
    call.resendAtMs = call.open > 0 ? ctx.now() + silenceMsOf(call) : Number.POSITIVE_INFINITY;
    if (stopped !== undefined) call.giveUp(stopped, ctx.now());
    else if (call.open === 0) this.#strand(call, true);
  }

  #strand(call: Call, isStranded: boolean): void {
    if (call.isStranded === isStranded) return;
    call.isStranded = isStranded;
    call.group.stranded += isStranded ? 1 : -1;
  }

  answered(answers: Body<apply.Answers.$Properties>, ctx: Context): void {
    const from = ctx.sender?.node ?? 0;
    const group = this.#targets.find(answers.group);
    let isServed = false;
    for (const { request, result, items } of answers.answers) {
      const attempt = this.#attempts.get(request);
      if (attempt === undefined) {
        ctx.metrics.count('late_answers');
        continue;
      }
      const { call } = attempt;
      if (result?.errorCode === 'ERR_OUTCOME_UNKNOWN') {
        call.isUncertain = true;
        if (attempt.state === 'open') this.#retract(attempt, errorOfCode(result.errorCode, result.errorMessage), ctx);
        continue;
      }
      // A proposal is answered where it was made: by the leader.
      if (result != null) group?.isLedBy(from);
      if (result != null || (items?.errorCode === '' && needsLeader(call.work))) isServed = true;
      if (result?.errorCode === 'ERR_SESSION_EXPIRED') this.#expired(attempt, result, ctx);
      else if (result != null) this.#succeed(call, result, ctx);
      else if (items != null) this.#settle(call).items(items, ctx, call.hint);
      else this.#fail(call, new QuorateError('ERR_INVARIANT', 'a group answered with nothing'), ctx);
    }
    if (isServed && group !== undefined) this.#wake(group, ctx);
  }

  /**
   * The log refused it unseen. But it recognises a copy only as long as it keeps the session's records: another attempt may
   * have been carried out before.
   */
  #expired(attempt: Attempt, result: Result, ctx: Context): void {
    const { call } = attempt;
    this.#close(attempt, 'over');
    if (!call.mayBeDone) {
      this.#succeed(call, result, ctx);
      return;
    }
    call.lastRefusal = errorOfCode(result.errorCode, result.errorMessage);
    this.#fail(call, finalError(call), ctx);
  }

  refused(refused: Body<group.Refused.$Properties>, ctx: Context): void {
    const { errorCode, errorMessage, leaderNode } = refused;
    const group = this.#targets.find(refused.group);
    if (group === undefined) return;
    const error = errorOfCode(errorCode, errorMessage, leaderNode === 0 ? {} : { leaderNode });
    this.#learn(group, ctx.sender?.node ?? 0, leaderNode, error, ctx);
    const isOutOfReach = leaderNode !== 0 && !this.#targets.hasNode(leaderNode);
    for (const number of refused.requests) {
      const attempt = this.#attempts.get(number);
      if (attempt?.state === 'open') this.#refuse(attempt, error, isOutOfReach, ctx);
    }
  }

  /** News of a leader wakes what waits for one. */
  led({ group: groupId, leaderNode }: Body<group.Led.$Properties>, ctx: Context): void {
    const group = this.#targets.find(groupId);
    if (group?.isLedBy(leaderNode) === true) this.#wake(group, ctx);
  }

  /** The message never reached its group. */
  returned(to: ActorRef, message: GroupMessage, error: QuorateError, ctx: Context): void {
    const number = numberOf(message);
    const attempt = number === undefined ? undefined : this.#attempts.get(number);
    if (attempt?.state !== 'open') return;
    this.#learn(attempt.call.group, to.node, 0, error, ctx);
    this.#refuse(attempt, error, false, ctx);
  }

  /** What a refusal from a node says about the group, to all its calls. */
  #learn(group: TargetGroup, from: number, leaderNode: number, error: QuorateError, ctx: Context): void {
    if (!isStranding(error.code)) return;
    group.isNotLedBy(from);
    const refuser = group.memberOn(from);
    if (error.code === 'ERR_GROUP_STOPPED' && refuser !== undefined) refuser.stopped = error;
    if (leaderNode !== 0 && group.isLedBy(leaderNode)) this.#wake(group, ctx);
  }

  #refuse(attempt: Attempt, error: QuorateError, isOutOfReach: boolean, ctx: Context): void {
    const { call } = attempt;
    const mayBeServed = isStranding(error.code) && !isOutOfReach && call.group.stopped === undefined;
    if (mayBeServed && this.#isRedirected(attempt, error)) {
      this.#close(attempt, 'over');
      call.lastRefusal = error;
      call.hops += 1;
      this.#attempt(call, undefined, ctx);
    } else if (call.open > 1 || mayBeServed || (isCrowded(error.code) && !isOutOfReach)) {
      this.#retract(attempt, error, ctx);
    } else {
      this.#close(attempt, 'over');
      call.lastRefusal = error;
      this.#fail(call, finalError(call), ctx);
    }
  }

  /** There is somebody to turn to at once: a leader who has not been asked, or any other for a replica that is stopped. */
  #isRedirected({ call, member }: Attempt, error: QuorateError): boolean {
    if (call.hops >= HOPS_MAX || !needsLeader(call.work)) return false;
    const { leader } = call.group;
    if (leader?.isUsable === true && leader !== member) return !call.hasOpenWith(leader);
    return error.code === 'ERR_GROUP_STOPPED' && call.open === 1 && call.group.hasUsable;
  }

  /** One attempt has come to nothing; when it was the last one under way, another follows after a pause. */
  #retract(attempt: Attempt, why: QuorateError, ctx: Context): void {
    const { call } = attempt;
    this.#close(attempt, 'over');
    call.lastRefusal = why;
    if (call.open > 0) return;
    this.#strand(call, isStranding(why.code) && needsLeader(call.work));
    this.#pause(call, ctx);
  }

  #pause(call: Call, ctx: Context): void {
    const pauseMs = pauseMsOf(call, ctx.random().fraction());
    call.refusals += 1;
    call.hops = 0;
    call.resendAtMs = ctx.now() + pauseMs;
    this.#dueAtMs = Math.min(this.#dueAtMs, call.resendAtMs);
  }

  #close(attempt: Attempt, state: 'lost' | 'over'): void {
    const { call, member } = attempt;
    if (attempt.state === 'open') {
      call.open -= 1;
      member?.node.release(call.bytes);
    }
    attempt.state = state;
  }

  /** Somebody serves the group: its stranded calls are sent at this turn's end. */
  #wake(group: TargetGroup, ctx: Context): void {
    if (group.stranded === 0) return;
    const now = ctx.now();
    for (const { call } of this.#attempts.values()) {
      if (!call.isStranded || call.group !== group) continue;
      call.resendAtMs = now;
      call.hops = 0;
    }
    this.#dueAtMs = Math.min(this.#dueAtMs, now);
  }

  /** There is a connection to the node. */
  nodeFound(node: number, ctx: Context): void {
    for (const group of this.#targets.groups) {
      const member = group.memberOn(node);
      if (member !== undefined) this.#found(group, member, ctx);
    }
  }

  groupUp(ref: ActorRef, ctx: Context): void {
    const group = this.#targets.find(ref.instance);
    const member = group?.local;
    if (group !== undefined && member !== undefined && !member.isUp) this.#found(group, member, ctx);
  }

  #found(group: TargetGroup, member: Member, ctx: Context): void {
    member.isUp = true;
    member.stopped = undefined;
    this.#wake(group, ctx);
  }

  /** The connection to the node is lost, and perhaps its process: what was with it may or may not happen. */
  nodeLost(node: number, ctx: Context): void {
    for (const group of this.#targets.groups) group.down(node);
    this.#lose((member) => member.node.id === node, ctx);
  }

  /** `spent`: it will not be up again. */
  groupDown(ref: ActorRef, spent: string | undefined, ctx: Context): void {
    const group = this.#targets.find(ref.instance);
    const local = group?.local;
    if (group === undefined || local === undefined) return;
    group.down(local.node.id);
    if (spent !== undefined) {
      const what = `group ${ref.instance} is stopped on this node: it crashed too often: ${spent}`;
      local.stopped = new QuorateError('ERR_GROUP_STOPPED', what);
    }
    this.#lose((member) => member === local, ctx);
    if (group.stopped === undefined) return;
    for (const { call } of this.#attempts.values()) if (call.group === group) call.giveUp(group.stopped, ctx.now());
    this.#dueAtMs = Math.min(this.#dueAtMs, ctx.now());
  }

  #lose(isLost: (member: Member) => boolean, ctx: Context): void {
    const now = ctx.now();
    for (const attempt of this.#attempts.values()) {
      const { call, member, state } = attempt;
      if (state !== 'open' || member === undefined || !isLost(member)) continue;
      this.#close(attempt, 'lost');
      call.isUncertain = true;
      if (call.open > 0) continue;
      this.#strand(call, true);
      call.hops = 0;
      const spreadMs = ctx.random().fraction() * RESEND_SPREAD_MS;
      call.resendAtMs = call.group.hasUsable ? now + spreadMs : Number.POSITIVE_INFINITY;
      this.#dueAtMs = Math.min(this.#dueAtMs, call.resendAtMs);
    }
  }

  /** Settles what has reached its deadline and sends again what is due. */
  sweep(ctx: Context): void {
    const now = ctx.now();
    if (now < this.#dueAtMs) return;
    this.#dueAtMs = Number.POSITIVE_INFINITY;
    const due: Call[] = [];
    for (const attempt of this.#attempts.values()) {
      const { call } = attempt;
      if (call.newest !== attempt) continue;
      const atMs = Math.min(call.deadlineMs, call.resendAtMs);
      if (now >= atMs) due.push(call);
      else this.#dueAtMs = Math.min(this.#dueAtMs, atMs);
    }
    for (const call of due) {
      if (call.isSettled) continue;
      if (now >= call.deadlineMs) this.#fail(call, finalError(call), ctx);
      else this.#again(call, ctx);
    }
  }

  #again(call: Call, ctx: Context): void {
    ctx.metrics.count('resent_requests');
    const { group } = call;
    const silent = call.open > 0 ? call.newest?.member : undefined;
    if (call.open > 0) call.silences += 1;
    if (silent !== undefined && silent === group.local) group.isBehindUntilMs = ctx.now() + BEHIND_MS;
    this.#attempt(call, silent, ctx);
  }

  #succeed(call: Call, result: Result, ctx: Context): void {
    const { attached } = call;
    const leader = call.hint;
    this.#settle(call).result(result, ctx, leader);
    for (const other of attached ?? []) this.#settle(other).result({ ...result, replayed: true }, ctx, leader);
  }

  /** Those attached to a call without an outcome try for themselves: the first is sent, the others wait for it. */
  #fail(call: Call, error: QuorateError, ctx: Context): void {
    const [heir, ...others] = call.attached ?? [];
    if (heir !== undefined) heir.isUncertain ||= call.mayBeDone;
    this.#settle(call).failed(error, ctx);
    if (heir === undefined) return;
    heir.original = undefined;
    for (const other of others) this.#attachTo(heir, other);
    this.#names.add(heir);
    this.#attempt(heir, undefined, ctx);
  }

  /** The call is over; whom to tell. */
  #settle(call: Call): Caller {
    call.isSettled = true;
    this.#strand(call, false);
    this.#names.delete(call);
    call.original?.attached?.delete(call);
    for (let attempt = call.newest; attempt !== undefined; attempt = attempt.previous) {
      this.#close(attempt, 'over');
      this.#attempts.delete(attempt.number);
    }
    this.#size -= 1;
    this.#bytes -= call.bytes;
    return call.caller;
  }
}
