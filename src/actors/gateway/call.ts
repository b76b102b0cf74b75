/**
 * Call: one request that is with a group, and the attempts at it. What happens to them is decided in `calls.ts`.
 */
import type { ActorContext } from '../../runtime/actor/actor.js';
import { QuorateError } from '../../runtime/base/errors.js';
import type { apply, Body, client, command } from '../../runtime/base/proto.js';
import { group } from '../../runtime/base/proto.js';
import type { GroupMessage } from '../raft/protocol.js';
import type { Items } from './merge.js';
import type { GatewayMessage } from './protocol.js';
import type { WriteName } from './sessions.js';
import type { Member, TargetGroup } from './targets.js';

export type Context = ActorContext<GatewayMessage>;
export type Result = Body<command.Result.$Properties>;
export type LeaderHint = Body<client.LeaderHint.$Properties>;

/** Who started a call and is told its outcome, once; with `leader` when another node leads the group. */
export interface Caller {
  result(result: Result, ctx: Context, leader: LeaderHint | undefined): void;
  items(items: Items, ctx: Context, leader: LeaderHint | undefined): void;
  failed(error: QuorateError, ctx: Context): void;
}

/** What is asked of a group. A write has a `name` here when its client gave it one in a session. */
export type Work =
  | { readonly kind: 'write'; readonly command: Uint8Array; readonly name?: WriteName }
  | { readonly kind: 'read'; readonly consistency: group.Consistency; readonly get: Body<apply.Get.$Properties> }
  | { readonly kind: 'scan'; readonly consistency: group.Consistency; readonly scan: Body<apply.Scan.$Properties> };

/**
 * `open`: with its member, unanswered. `lost`: the member or the way to it is gone, and an answer may still come. `over`:
 * refused, or never sent; nothing will come of it.
 */
export type AttemptState = 'open' | 'lost' | 'over';

export class Attempt {
  readonly number: number;
  readonly call: Call;
  /** Undefined when there was nobody to send it to. */
  readonly member: Member | undefined;
  readonly previous: Attempt | undefined;
  state: AttemptState = 'over';

  constructor(number: number, call: Call, member: Member | undefined, previous: Attempt | undefined) {
    this.number = number;
    this.call = call;
    this.member = member;
    this.previous = previous;
  }
}

export class Call {
  readonly group: TargetGroup;
  readonly work: Work;
  readonly bytes: number;
  readonly caller: Caller;
  deadlineMs: number;
  isSettled = false;
  newest: Attempt | undefined = undefined;
  /** How many attempts are open. */
  open = 0;
  /** An attempt was lost, or its result was. */
  isUncertain = false;
  /** Nobody serves the group, as far as is known: the call waits for news, or for its next turn to ask. */
  isStranded = false;
  refusals = 0;
  /** Redirections since the last pause. */
  hops = 0;
  /** Attempts that have heard nothing for a while. */
  silences = 0;
  lastRefusal: QuorateError | undefined = undefined;
  /** When to send again; infinite while there is nobody to send to. */
  resendAtMs = Number.POSITIVE_INFINITY;
  /** The call that this one, which asks for the same under the same name, waits for. */
  original: Call | undefined = undefined;
  /** Calls that wait for this one. */
  attached: Set<Call> | undefined = undefined;

  constructor(group: TargetGroup, work: Work, bytes: number, deadlineMs: number, caller: Caller) {
    this.group = group;
    this.work = work;
    this.bytes = bytes;
    this.deadlineMs = deadlineMs;
    this.caller = caller;
  }

  /** An attempt may have had its effect. */
  get mayBeDone(): boolean {
    return this.open > 0 || this.isUncertain || this.original?.mayBeDone === true;
  }

  /** Set when another node leads, and had to. */
  get hint(): LeaderHint | undefined {
    return needsLeader(this.work) ? this.group.hint : undefined;
  }

  /** Nothing will come of it any more: it ends with this turn. */
  giveUp(why: QuorateError, nowMs: number): void {
    this.lastRefusal = why;
    this.deadlineMs = Math.min(this.deadlineMs, nowMs);
  }

  hasOpenWith(member: Member): boolean {
    for (let attempt = this.newest; attempt !== undefined; attempt = attempt.previous) {
      if (attempt.state === 'open' && attempt.member === member) return true;
    }
    return false;
  }
}

/** What serves it must have a majority behind it. */
export function needsLeader(work: Work): boolean {
  return work.kind === 'write' || work.consistency === group.Consistency.LINEARIZABLE;
}

/** Why a call that got no answer ends: unknown, refused, or timed out without effect. */
export function finalError(call: Call): QuorateError {
  const { id } = call.group;
  const cause = call.lastRefusal;
  if (call.work.kind === 'write' && call.mayBeDone) {
    const isTooOld = cause?.code === 'ERR_SESSION_EXPIRED';
    const why = isTooOld ? `${cause.message}, and an earlier attempt was lost` : `group ${id} did not answer in time`;
    const how = isTooOld ? 'read to see' : 'retry it under the same name';
    const what = `${why}: the write may or may not happen; ${how}`;
    return new QuorateError('ERR_OUTCOME_UNKNOWN', what, { cause, details: cause?.details ?? {} });
  }
  if (cause !== undefined && call.open === 0) return cause;
  if (call.open === 0 && !call.isUncertain) {
    const what = `no replica of group ${id} can be reached from this node at the moment; nothing was done`;
    return new QuorateError('ERR_NOT_READY', what);
  }
  return new QuorateError('ERR_TIMEOUT', `group ${id} did not answer the read in time`);
}

export function messageOf(work: Work, request: number): GroupMessage {
  switch (work.kind) {
    case 'write':
      return { type: 'propose', body: { request, command: work.command } };
    case 'read':
      return { type: 'query', body: { consistency: work.consistency, query: { request, get: work.get } } };
    default:
      return { type: 'query', body: { consistency: work.consistency, query: { request, scan: work.scan } } };
  }
}

export function numberOf(message: GroupMessage): number | undefined {
  if (message.type === 'propose') return message.body.request;
  return message.type === 'query' ? message.body.query?.request : undefined;
}
