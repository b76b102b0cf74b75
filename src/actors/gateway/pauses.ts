/**
 * Pauses: which refusals pass by themselves, and how long a call waits before it is sent again. Pure.
 */
import type { ErrorCode } from '../../runtime/base/errors.js';
import { type Call, needsLeader } from './call.js';

/** The group may be served by another replica, or soon: an election or a restart is going on. */
const STRANDING: ReadonlySet<ErrorCode> = new Set([
  'ERR_NOT_LEADER',
  'ERR_NOT_READY',
  'ERR_ACTOR_STOPPED',
  'ERR_UNREACHABLE',
  'ERR_GROUP_STOPPED',
]);
/** There was no room. */
const CROWDED: ReadonlySet<ErrorCode> = new Set(['ERR_PROPOSAL_DROPPED', 'ERR_MAILBOX_FULL']);

/** What was lost with a node is sent elsewhere within this. */
export const RESEND_SPREAD_MS = 5;
/** Redirections without a pause: two replicas may each take the other for the leader. */
export const HOPS_MAX = 3;
/** After a replica here has not answered in time, linearizable reads go to the leader for this long. */
export const BEHIND_MS = 1_000;

const BACKOFF_MS_MIN = 5;
/** A group whose leader's process has died has another leader within 50 to 150 ms: a pause must not outlast that. */
const BACKOFF_MS_MAX = 50;
/** After this many refusals, about a second, it is something that lasts. */
const REFUSALS_MANY = 24;
const LASTING_BACKOFF_MS_MAX = 250;
/** Of all calls that are stranded at a group, one or two ask in this time, however many there are. */
const ASKING_MS = 1;
const STRANDED_MS_MAX = 1_000;
/** An attempt that has heard nothing is repeated after this, then after twice as long, and so on. */
const SILENCE_MS = 1_000;
/** A replica may be far behind, or cut off from its leader, while others could answer; and a read twice does no harm. */
const READ_SILENCE_MS = 250;

export function isStranding(code: ErrorCode): boolean {
  return STRANDING.has(code);
}

export function isCrowded(code: ErrorCode): boolean {
  return CROWDED.has(code);
}

/** How long an attempt may take before another is made. */
export function silenceMsOf({ work, group, silences }: Call): number {
  const mayAskOthers = work.kind !== 'write' && needsLeader(work) && group.members.length > 1;
  return (mayAskOthers ? READ_SILENCE_MS : SILENCE_MS) * 2 ** silences;
}

/** `fraction` is drawn anew for each pause, in [0, 1). Those who are many are spread over all of their time. */
export function pauseMsOf({ refusals, isStranded, group }: Call, fraction: number): number {
  const mostMs = refusals < REFUSALS_MANY ? BACKOFF_MS_MAX : LASTING_BACKOFF_MS_MAX;
  const leastMs = Math.min(mostMs, BACKOFF_MS_MIN * 2 ** Math.min(refusals, 10)) / 2;
  const othersMs = isStranded ? Math.min(STRANDED_MS_MAX, group.stranded * ASKING_MS) : 0;
  return leastMs + fraction * Math.max(leastMs, othersMs);
}
