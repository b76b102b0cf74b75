/**
 * Tracker: the members of the group as this replica sees them, their progress, and the votes of the current campaign.
 *
 * Members are visited in ascending order of id, so that the same inputs always give the same messages.
 */
import { restore, type TrackerConfig } from './confchange.js';
import { Progress } from './progress.js';
import { isVoter, jointCommittedIndex, jointVoteResult, type VoteResult, voterIds } from './quorum.js';
import type { ConfState } from './types.js';

export interface Window {
  readonly maxInflightMessages: number;
  readonly maxInflightBytes: number;
}

export class Tracker {
  readonly config: TrackerConfig;
  /** Ascending by id. */
  readonly members: readonly Progress[];
  readonly #byId: ReadonlyMap<number, Progress>;
  readonly #votes = new Map<number, boolean>();
  /** Made once: asked for every acknowledgement. */
  readonly #matchOf = (id: number): number | undefined => this.#byId.get(id)?.match;

  constructor(confState: ConfState, lastIndex: number, window: Window) {
    const { config, progress } = restore(confState, lastIndex, {
      create: (id, last, isLearner) =>
        new Progress(id, Math.max(last, 1), isLearner, window.maxInflightMessages, window.maxInflightBytes),
      withLearner: (progress, isLearner) => progress.withLearner(isLearner),
    });
    this.config = config;
    this.#byId = progress;
    this.members = [...progress.values()].sort((a, b) => a.id - b.id);
  }

  of(id: number): Progress | undefined {
    return this.#byId.get(id);
  }

  isVoter(id: number): boolean {
    return isVoter(this.config.voters, id);
  }

  voters(): readonly number[] {
    return voterIds(this.config.voters);
  }

  /** Whether this one voter decides alone. */
  isOnlyVoter(id: number): boolean {
    const { incoming, outgoing } = this.config.voters;
    return outgoing.size === 0 && incoming.size === 1 && incoming.has(id);
  }

  /** The highest index that is durable on a quorum. */
  committedIndex(): number {
    return jointCommittedIndex(this.config.voters, this.#matchOf);
  }

  resetProgress(self: number, lastIndex: number): void {
    for (const progress of this.members) progress.reset(lastIndex + 1, progress.id === self ? lastIndex : 0);
  }

  /** Whether a quorum, `self` included, was heard of since `forgetActivity`. */
  isQuorumActive(self: number): boolean {
    const active = new Map<number, boolean>();
    for (const { id, recentActive } of this.members) active.set(id, recentActive || id === self);
    return jointVoteResult(this.config.voters, active) === 'VoteWon';
  }

  forgetActivity(self: number): void {
    for (const progress of this.members) {
      if (progress.id !== self) progress.recentActive = false;
    }
  }

  resetVotes(): void {
    this.#votes.clear();
  }

  /** The first answer of a member counts. */
  recordVote(id: number, granted: boolean): void {
    if (!this.#votes.has(id)) this.#votes.set(id, granted);
  }

  voteResult(): VoteResult {
    return jointVoteResult(this.config.voters, this.#votes);
  }

  /** Votes of voters, for printing. */
  voteCounts(): { readonly granted: number; readonly rejected: number } {
    let granted = 0;
    let rejected = 0;
    for (const progress of this.members) {
      if (progress.isLearner) continue;
      const vote = this.#votes.get(progress.id);
      if (vote === true) granted += 1;
      else if (vote === false) rejected += 1;
    }
    return { granted, rejected };
  }
}
