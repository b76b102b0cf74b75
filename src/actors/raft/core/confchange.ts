/**
 * Membership changes: from one configuration to the next, or the reason why not. Pure: arguments are never modified, and a
 * refused change leaves no trace.
 *
 * A simple change moves at most one voter. Anything larger goes through a joint configuration, in which the majorities of
 * the old and of the new voters must both agree (Raft thesis, section 4.3). The progress of each member is carried along:
 * whoever stays keeps it, whoever is new gets a fresh one. When a change takes effect is not decided here.
 *
 * All sets and maps returned iterate in ascending order of id.
 */
import { assert, unreachable } from '../../../runtime/base/assert.js';
import { isJoint, isVoter, type JointConfig, type MajorityConfig, voterIds } from './quorum.js';
import { type ConfState, NONE } from './types.js';

/** Numbers as on the wire. */
export const ConfChangeType = { AddNode: 0, RemoveNode: 1, UpdateNode: 2, AddLearnerNode: 3 } as const;
export type ConfChangeType = (typeof ConfChangeType)[keyof typeof ConfChangeType];

/** One step of a change. `UpdateNode` changes nothing here; id 0 names nobody and is skipped. */
export interface ConfChangeSingle {
  readonly type: ConfChangeType;
  readonly id: number;
}

export interface TrackerConfig {
  readonly voters: JointConfig;
  /** Replicated to, without a vote; never voters of either half. */
  readonly learners: ReadonlySet<number>;
  /** Voters of the outgoing half that become learners when the joint configuration is left. */
  readonly learnersNext: ReadonlySet<number>;
  /** The joint configuration is left by itself once it has been applied. */
  readonly autoLeave: boolean;
}

/** A configuration, and what is tracked of each of its members. */
export interface Membership<P> {
  readonly config: TrackerConfig;
  readonly progress: ReadonlyMap<number, P>;
}

/** How to make and mark the progress of a member, so that this module needs to know nothing else about it. */
export interface ProgressTraits<P> {
  /** Of a new member, probed from the end of the log: its next index is max(lastIndex, 1). */
  create(id: number, lastIndex: number, isLearner: boolean): P;
  /** The same progress marked as a voter's or a learner's: a copy, for the change may still be refused or dropped. */
  withLearner(progress: P, isLearner: boolean): P;
}

export type ConfChangeRefusal =
  | "can't apply simple config change in joint config"
  | "can't leave a non-joint config"
  | "can't make a zero-voter config joint"
  | 'config is already joint'
  | 'more than one voter changed without entering joint config'
  | 'removed all voters';

export type ConfChangeOutcome<P> =
  | { readonly ok: true; readonly membership: Membership<P> }
  | { readonly ok: false; readonly refusal: ConfChangeRefusal };

const NOBODY: ReadonlySet<number> = new Set();

/** Where a group stands before its first member. */
export function emptyConfig(): TrackerConfig {
  return {
    voters: { incoming: NOBODY, outgoing: NOBODY },
    learners: NOBODY,
    learnersNext: NOBODY,
    autoLeave: false,
  };
}

/** Changes at most one voter, and any number of learners, in one step. */
export function simple<P>(
  from: Membership<P>,
  lastIndex: number,
  changes: readonly ConfChangeSingle[],
  traits: ProgressTraits<P>,
): ConfChangeOutcome<P> {
  if (isJoint(from.config.voters)) return refuse("can't apply simple config change in joint config");
  const draft = draftOf(from);
  applyChanges(draft, changes);
  if (draft.incoming.size === 0) return refuse('removed all voters');
  if (differenceCount(from.config.voters.incoming, draft.incoming) > 1) {
    return refuse('more than one voter changed without entering joint config');
  }
  return accept(draft, from, lastIndex, traits);
}

/** Enters the joint configuration of today's voters and of those that the changes lead to. */
export function enterJoint<P>(
  from: Membership<P>,
  lastIndex: number,
  changes: readonly ConfChangeSingle[],
  traits: ProgressTraits<P>,
  autoLeave: boolean,
): ConfChangeOutcome<P> {
  if (isJoint(from.config.voters)) return refuse('config is already joint');
  if (from.config.voters.incoming.size === 0) return refuse("can't make a zero-voter config joint");
  const draft = draftOf(from);
  draft.outgoing = new Set(draft.incoming);
  draft.autoLeave = autoLeave;
  applyChanges(draft, changes);
  if (draft.incoming.size === 0) return refuse('removed all voters');
  return accept(draft, from, lastIndex, traits);
}

/** Drops the outgoing half: who is in neither the incoming half nor a learner is a member no more. */
export function leaveJoint<P>(from: Membership<P>, lastIndex: number, traits: ProgressTraits<P>): ConfChangeOutcome<P> {
  if (!isJoint(from.config.voters)) return refuse("can't leave a non-joint config");
  const draft = draftOf(from);
  for (const id of draft.learnersNext) draft.learners.add(id);
  draft.learnersNext.clear();
  for (const id of draft.outgoing) {
    if (!draft.incoming.has(id) && !draft.learners.has(id)) draft.tracked.delete(id);
  }
  draft.outgoing = new Set();
  draft.autoLeave = false;
  return accept(draft, from, lastIndex, traits);
}

/** The membership that a stored `ConfState` stands for; every member's progress is fresh. */
export function restore<P>(confState: ConfState, lastIndex: number, traits: ProgressTraits<P>): Membership<P> {
  const config: TrackerConfig = {
    voters: { incoming: ascending(confState.voters), outgoing: ascending(confState.votersOutgoing) },
    learners: ascending(confState.learners),
    learnersNext: ascending(confState.learnersNext),
    autoLeave: confState.autoLeave,
  };
  const progress = new Map<number, P>();
  for (const id of memberIds(config)) progress.set(id, traits.create(id, lastIndex, config.learners.has(id)));
  assertConsistent(config, progress);
  return { config, progress };
}

/** The stored form of a configuration; lists ascend. */
export function confStateOf(config: TrackerConfig): ConfState {
  return {
    voters: [...config.voters.incoming],
    learners: [...config.learners],
    votersOutgoing: [...config.voters.outgoing],
    learnersNext: [...config.learnersNext],
    autoLeave: config.autoLeave,
  };
}

/** Voters of both halves and learners, each once, ascending. */
export function memberIds(config: TrackerConfig): readonly number[] {
  return [...new Set([...voterIds(config.voters), ...config.learners])].sort((a, b) => a - b);
}

/** A configuration while it is being changed. */
interface Draft {
  incoming: Set<number>;
  outgoing: Set<number>;
  learners: Set<number>;
  learnersNext: Set<number>;
  autoLeave: boolean;
  /** Each member, and whether its progress is kept or must be made anew: removed and added again counts as new. */
  tracked: Map<number, 'kept' | 'new'>;
}

function draftOf<P>(from: Membership<P>): Draft {
  assertConsistent(from.config, from.progress);
  const tracked: Draft['tracked'] = new Map();
  for (const id of from.progress.keys()) tracked.set(id, 'kept');
  return {
    incoming: new Set(from.config.voters.incoming),
    outgoing: new Set(from.config.voters.outgoing),
    learners: new Set(from.config.learners),
    learnersNext: new Set(from.config.learnersNext),
    autoLeave: from.config.autoLeave,
    tracked,
  };
}

function applyChanges(draft: Draft, changes: readonly ConfChangeSingle[]): void {
  for (const { type, id } of changes) {
    if (id === NONE) continue;
    switch (type) {
      case ConfChangeType.AddNode:
        makeVoter(draft, id);
        break;
      case ConfChangeType.AddLearnerNode:
        makeLearner(draft, id);
        break;
      case ConfChangeType.RemoveNode:
        remove(draft, id);
        break;
      case ConfChangeType.UpdateNode:
        break;
      default:
        unreachable(type, 'membership change');
    }
  }
}

function makeVoter(draft: Draft, id: number): void {
  if (!draft.tracked.has(id)) draft.tracked.set(id, 'new');
  draft.learners.delete(id);
  draft.learnersNext.delete(id);
  draft.incoming.add(id);
}

/** A voter of the outgoing half cannot be a learner yet: it waits in `learnersNext` and keeps voting there. */
function makeLearner(draft: Draft, id: number): void {
  if (draft.learners.has(id)) return;
  if (!draft.tracked.has(id)) draft.tracked.set(id, 'new');
  draft.incoming.delete(id);
  if (draft.outgoing.has(id)) draft.learnersNext.add(id);
  else draft.learners.add(id);
}

/** A voter of the outgoing half stays tracked until the joint configuration is left. */
function remove(draft: Draft, id: number): void {
  draft.incoming.delete(id);
  draft.learners.delete(id);
  draft.learnersNext.delete(id);
  if (!draft.outgoing.has(id)) draft.tracked.delete(id);
}

function accept<P>(
  draft: Draft,
  from: Membership<P>,
  lastIndex: number,
  traits: ProgressTraits<P>,
): ConfChangeOutcome<P> {
  const config: TrackerConfig = {
    voters: { incoming: ascending(draft.incoming), outgoing: ascending(draft.outgoing) },
    learners: ascending(draft.learners),
    learnersNext: ascending(draft.learnersNext),
    autoLeave: draft.autoLeave,
  };
  const progress = new Map<number, P>();
  for (const id of ascending(draft.tracked.keys())) {
    const isLearner = config.learners.has(id);
    const kept = draft.tracked.get(id) === 'kept' ? from.progress.get(id) : undefined;
    if (kept === undefined) progress.set(id, traits.create(id, lastIndex, isLearner));
    else if (from.config.learners.has(id) === isLearner) progress.set(id, kept);
    else progress.set(id, traits.withLearner(kept, isLearner));
  }
  assertConsistent(config, progress);
  return { ok: true, membership: { config, progress } };
}

function refuse<P>(refusal: ConfChangeRefusal): ConfChangeOutcome<P> {
  return { ok: false, refusal };
}

/** What holds of every configuration, before and after every change. */
function assertConsistent<P>(config: TrackerConfig, progress: ReadonlyMap<number, P>): void {
  const members = memberIds(config);
  assert(members.length === progress.size, 'every member and nobody else is tracked');
  for (const id of members) assert(progress.has(id), 'a member is tracked', { id });
  for (const id of config.learners) assert(!isVoter(config.voters, id), 'a learner has no vote', { id });
  for (const id of config.learnersNext) {
    assert(config.voters.outgoing.has(id), 'a learner to be votes in the outgoing half', { id });
    assert(!config.voters.incoming.has(id), 'a learner to be is no voter of the incoming half', { id });
  }
  if (!isJoint(config.voters)) assert(!config.autoLeave, 'only a joint configuration is left by itself');
}

/** How many ids are in one set and not in the other. */
function differenceCount(a: MajorityConfig, b: MajorityConfig): number {
  let count = 0;
  for (const id of a) if (!b.has(id)) count += 1;
  for (const id of b) if (!a.has(id)) count += 1;
  return count;
}

function ascending(ids: Iterable<number>): ReadonlySet<number> {
  return new Set([...ids].sort((a, b) => a - b));
}
