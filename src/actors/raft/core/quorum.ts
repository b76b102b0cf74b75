/**
 * Quorum: what a majority, or both majorities of a joint configuration, agree on. Pure functions over sets of replica ids.
 *
 * These run for every acknowledgement a leader gets, so for clusters of the usual size they allocate nothing. An empty
 * configuration agrees with everything, which makes it the neutral half of a joint one.
 */

/** Replica ids that vote with equal weight. */
export type MajorityConfig = ReadonlySet<number>;

/** Two majorities that must both agree; outside a membership change `outgoing` is empty. */
export interface JointConfig {
  readonly incoming: MajorityConfig;
  readonly outgoing: MajorityConfig;
}

export type VoteResult = 'VoteWon' | 'VoteLost' | 'VotePending';

/** The highest index a replica is known to hold; undefined when nothing is known of it. */
export type AckedIndex = (id: number) => number | undefined;

/** Sorted on the way in; shared by all calls of this thread, which never nest. Grows to the largest configuration seen. */
let ackedAscending = new Float64Array(16);

/** The highest index that a majority holds: 0 while fewer than a majority are heard of, Infinity for an empty configuration. */
export function majorityCommittedIndex(config: MajorityConfig, ack: AckedIndex): number {
  const size = config.size;
  if (size === 0) return Number.POSITIVE_INFINITY;
  if (size > ackedAscending.length) ackedAscending = new Float64Array(size * 2);
  const sorted = ackedAscending;
  let count = 0;
  for (const id of config) {
    const acked = ack(id) ?? 0;
    let at = count;
    for (; at > 0; at -= 1) {
      const below = sorted[at - 1] as number;
      if (below <= acked) break;
      sorted[at] = below;
    }
    sorted[at] = acked;
    count += 1;
  }
  // A majority lies at or above this position: all but the floor(size / 2) highest, and the lowest of those.
  return sorted[size - (Math.floor(size / 2) + 1)] as number;
}

/** The highest index that both majorities hold. */
export function jointCommittedIndex(config: JointConfig, ack: AckedIndex): number {
  const incoming = majorityCommittedIndex(config.incoming, ack);
  if (config.outgoing.size === 0) return incoming;
  return Math.min(incoming, majorityCommittedIndex(config.outgoing, ack));
}

/** Won once a majority says yes, lost once a majority can no longer do so. Votes of replicas outside `config` do not count. */
export function majorityVoteResult(config: MajorityConfig, votes: ReadonlyMap<number, boolean>): VoteResult {
  if (config.size === 0) return 'VoteWon';
  const majority = Math.floor(config.size / 2) + 1;
  let granted = 0;
  let missing = 0;
  for (const id of config) {
    const vote = votes.get(id);
    if (vote === undefined) missing += 1;
    else if (vote) granted += 1;
  }
  if (granted >= majority) return 'VoteWon';
  return granted + missing >= majority ? 'VotePending' : 'VoteLost';
}

/** Won when both majorities are won, lost as soon as one is lost. */
export function jointVoteResult(config: JointConfig, votes: ReadonlyMap<number, boolean>): VoteResult {
  const incoming = majorityVoteResult(config.incoming, votes);
  if (config.outgoing.size === 0 || incoming === 'VoteLost') return incoming;
  const outgoing = majorityVoteResult(config.outgoing, votes);
  return outgoing === 'VoteWon' ? incoming : outgoing;
}

export function isJoint(config: JointConfig): boolean {
  return config.outgoing.size > 0;
}

export function isVoter(config: JointConfig, id: number): boolean {
  return config.incoming.has(id) || config.outgoing.has(id);
}

/** The voters of both halves, each once, ascending. */
export function voterIds(config: JointConfig): readonly number[] {
  const ids = new Set(config.incoming);
  for (const id of config.outgoing) ids.add(id);
  return [...ids].sort((a, b) => a - b);
}
