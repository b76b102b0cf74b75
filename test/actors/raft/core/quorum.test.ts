/** Quorums against their definition, over every small configuration. */
import test from 'ava';
import {
  isJoint,
  isVoter,
  type JointConfig,
  jointCommittedIndex,
  jointVoteResult,
  majorityCommittedIndex,
  majorityVoteResult,
  type VoteResult,
  voterIds,
} from '../../../../src/actors/raft/core/quorum.js';

/** Every way to give each of `ids` one of `choices`. */
function* assignments<T>(ids: readonly number[], choices: readonly T[]): Generator<Map<number, T>> {
  const [id, ...rest] = ids;
  if (id === undefined) {
    yield new Map();
    return;
  }
  for (const choice of choices) {
    for (const others of assignments(rest, choices)) yield new Map([[id, choice], ...others]);
  }
}

function* subsets(ids: readonly number[]): Generator<ReadonlySet<number>> {
  for (const chosen of assignments(ids, [true, false])) yield new Set(ids.filter((id) => chosen.get(id)));
}

function* jointConfigs(ids: readonly number[]): Generator<JointConfig> {
  for (const incoming of subsets(ids)) for (const outgoing of subsets(ids)) yield { incoming, outgoing };
}

/** More than half of the members satisfy the condition; nobody is needed in an empty set. */
function majorityOf(config: ReadonlySet<number>, condition: (id: number) => boolean): boolean {
  return config.size === 0 || [...config].filter(condition).length * 2 > config.size;
}

function committedByDefinition({ incoming, outgoing }: JointConfig, acked: ReadonlyMap<number, number | undefined>) {
  if (incoming.size === 0 && outgoing.size === 0) return Number.POSITIVE_INFINITY;
  let committed = 0;
  for (let index = 1; index <= 3; index += 1) {
    const holds = (id: number): boolean => (acked.get(id) ?? 0) >= index;
    if (majorityOf(incoming, holds) && majorityOf(outgoing, holds)) committed = index;
  }
  return committed;
}

function voteByDefinition({ incoming, outgoing }: JointConfig, votes: ReadonlyMap<number, boolean>): VoteResult {
  const both = (condition: (id: number) => boolean): boolean =>
    majorityOf(incoming, condition) && majorityOf(outgoing, condition);
  if (both((id) => votes.get(id) === true)) return 'VoteWon';
  // The best that can still happen is that everybody else says yes.
  return both((id) => votes.get(id) !== false) ? 'VotePending' : 'VoteLost';
}

const NOBODY: ReadonlySet<number> = new Set();

test('a majority commits the highest index that more than half of it holds', (t) => {
  let cases = 0;
  for (const size of [0, 1, 2, 3, 4, 5]) {
    const ids = Array.from({ length: size }, (_, at) => at + 1);
    const config = new Set(ids);
    for (const acked of assignments(ids, [undefined, 1, 2, 3])) {
      const expected = committedByDefinition({ incoming: config, outgoing: NOBODY }, acked);
      const actual = majorityCommittedIndex(config, (id) => acked.get(id));
      if (actual !== expected) t.is(actual, expected, JSON.stringify([...acked]));
      cases += 1;
    }
  }
  t.is(cases, 1 + 4 + 16 + 64 + 256 + 1024);
});

test('a joint configuration commits what both majorities hold', (t) => {
  const ids = [1, 2, 3, 4];
  let cases = 0;
  for (const config of jointConfigs(ids)) {
    for (const acked of assignments(ids, [undefined, 1, 2])) {
      const expected = committedByDefinition(config, acked);
      const actual = jointCommittedIndex(config, (id) => acked.get(id));
      if (actual !== expected) t.is(actual, expected, JSON.stringify([...acked]));
      cases += 1;
    }
  }
  t.is(cases, 16 * 16 * 81);
});

test('a vote is won by a majority of each half, lost when that is out of reach, and pending until then', (t) => {
  const ids = [1, 2, 3, 4];
  let cases = 0;
  for (const config of jointConfigs(ids)) {
    for (const cast of assignments(ids, [undefined, true, false])) {
      const votes = new Map<number, boolean>();
      for (const [id, vote] of cast) if (vote !== undefined) votes.set(id, vote);
      const expected = voteByDefinition(config, votes);
      const actual = jointVoteResult(config, votes);
      if (actual !== expected) t.is(actual, expected, JSON.stringify([...votes]));
      if (config.outgoing.size === 0 && majorityVoteResult(config.incoming, votes) !== expected) t.fail('majority');
      cases += 1;
    }
  }
  t.is(cases, 16 * 16 * 81);
});

test('votes of replicas outside the configuration do not count', (t) => {
  const votes = new Map([7, 8, 9].map((id) => [id, true] as const));
  t.is(majorityVoteResult(new Set([1, 2, 3]), votes), 'VotePending');
});

test('configurations larger than any before are decided right, and leave nothing behind for smaller ones', (t) => {
  for (const size of [41, 3, 40, 17, 1]) {
    const config = new Set(Array.from({ length: size }, (_, at) => at + 1));
    // Ids acknowledge their own number, visited in a scrambled order: the lower median is the answer.
    const scrambled = new Set([...config].sort((a, b) => ((a * 7919) % 43) - ((b * 7919) % 43)));
    t.is(
      majorityCommittedIndex(scrambled, (id) => id),
      Math.ceil(size / 2),
    );
  }
});

test('the voters of a joint configuration are those of both halves, ascending', (t) => {
  const config: JointConfig = { incoming: new Set([10, 2]), outgoing: new Set([3, 2]) };
  t.deepEqual(voterIds(config), [2, 3, 10]);
  t.true(isJoint(config));
  t.false(isJoint({ incoming: new Set([1]), outgoing: NOBODY }));
  t.true(isVoter(config, 3));
  t.false(isVoter(config, 4));
});
