/** Membership changes against a model of roles, over every short list of changes to every small configuration. */
import test from 'ava';
import {
  type ConfChangeOutcome,
  type ConfChangeSingle,
  ConfChangeType,
  confStateOf,
  emptyConfig,
  enterJoint,
  leaveJoint,
  type Membership,
  memberIds,
  type ProgressTraits,
  restore,
  simple,
} from '../../../../src/actors/raft/core/confchange.js';

/** Tells whether a member's progress is the one it had: `since` is the last index at which it was made. */
interface Mark {
  readonly since: number;
  readonly isLearner: boolean;
}

const TRAITS: ProgressTraits<Mark> = {
  create: (_id, lastIndex, isLearner) => ({ since: lastIndex, isLearner }),
  withLearner: (mark, isLearner) => ({ ...mark, isLearner }),
};

const IDS = [1, 2, 3] as const;
const OLD = 10;
const NOW = 20;
type Role = 'nobody' | 'voter' | 'learner';
type Roles = ReadonlyMap<number, Role>;

const { AddNode, AddLearnerNode, RemoveNode, UpdateNode } = ConfChangeType;
const voter = (id: number): ConfChangeSingle => ({ type: AddNode, id });
const learner = (id: number): ConfChangeSingle => ({ type: AddLearnerNode, id });
const removal = (id: number): ConfChangeSingle => ({ type: RemoveNode, id });

function membershipOf(roles: Roles): Membership<Mark> {
  const having = (role: Role): number[] => IDS.filter((id) => roles.get(id) === role);
  const confState = { voters: having('voter'), learners: having('learner') };
  return restore({ ...confState, votersOutgoing: [], learnersNext: [], autoLeave: false }, OLD, TRAITS);
}

function* allRoles(): Generator<Roles> {
  const roles: readonly Role[] = ['nobody', 'voter', 'learner'];
  for (const a of roles)
    for (const b of roles) for (const c of roles) yield new Map([a, b, c].map((r, i) => [i + 1, r]));
}

function* allChanges(length: number): Generator<readonly ConfChangeSingle[]> {
  yield [];
  if (length === 0) return;
  for (const rest of allChanges(length - 1)) {
    for (const id of IDS) for (const type of [AddNode, AddLearnerNode, RemoveNode]) yield [{ type, id }, ...rest];
  }
}

/** What the last change that names an id makes of it. */
function roleAfter(id: number, before: Role, changes: readonly ConfChangeSingle[]): Role {
  const last = changes.findLast((change) => change.id === id);
  if (last === undefined) return before;
  if (last.type === AddNode) return 'voter';
  return last.type === AddLearnerNode ? 'learner' : 'nobody';
}

/** Whether an id that is tracked only through the changes was ever untracked on the way. */
function isKept(id: number, before: Role, changes: readonly ConfChangeSingle[]): boolean {
  return before !== 'nobody' && !changes.some((change) => change.id === id && change.type === RemoveNode);
}

/** One line per fact, so that a difference reads well. */
function describe({ config, progress }: Membership<Mark>): string {
  const { voters, learners, votersOutgoing, learnersNext, autoLeave } = confStateOf(config);
  const marks = [...progress].map(([id, mark]) => `${id}:${mark.since}${mark.isLearner ? 'L' : ''}`);
  return [voters, votersOutgoing, learners, learnersNext, autoLeave, marks].map(String).join(' | ');
}

function expectedSimple(roles: Roles, changes: readonly ConfChangeSingle[]): string {
  const after = new Map(IDS.map((id) => [id, roleAfter(id, roles.get(id) ?? 'nobody', changes)]));
  const having = (role: Role): number[] => IDS.filter((id) => after.get(id) === role);
  if (having('voter').length === 0) return 'removed all voters';
  const moved = IDS.filter((id) => (roles.get(id) === 'voter') !== (after.get(id) === 'voter'));
  if (moved.length > 1) return 'more than one voter changed without entering joint config';
  const marks = IDS.filter((id) => after.get(id) !== 'nobody').map((id) => {
    const since = isKept(id, roles.get(id) ?? 'nobody', changes) ? OLD : NOW;
    return `${id}:${since}${after.get(id) === 'learner' ? 'L' : ''}`;
  });
  return [having('voter'), [], having('learner'), [], false, marks].map(String).join(' | ');
}

function expectedJoint(roles: Roles, changes: readonly ConfChangeSingle[]): string {
  const outgoing = IDS.filter((id) => roles.get(id) === 'voter');
  if (outgoing.length === 0) return "can't make a zero-voter config joint";
  const after = new Map(IDS.map((id) => [id, roleAfter(id, roles.get(id) ?? 'nobody', changes)]));
  const incoming = IDS.filter((id) => after.get(id) === 'voter');
  if (incoming.length === 0) return 'removed all voters';
  const demoted = IDS.filter((id) => after.get(id) === 'learner' && outgoing.includes(id));
  const learners = IDS.filter((id) => after.get(id) === 'learner' && !outgoing.includes(id));
  const marks = IDS.filter((id) => after.get(id) !== 'nobody' || outgoing.includes(id)).map((id) => {
    const kept = outgoing.includes(id) || isKept(id, roles.get(id) ?? 'nobody', changes);
    return `${id}:${kept ? OLD : NOW}${learners.includes(id) ? 'L' : ''}`;
  });
  return [incoming, outgoing, learners, demoted, true, marks].map(String).join(' | ');
}

const outcomeText = (outcome: ConfChangeOutcome<Mark>): string =>
  outcome.ok ? describe(outcome.membership) : outcome.refusal;

function accepted(outcome: ConfChangeOutcome<Mark>): Membership<Mark> {
  if (!outcome.ok) throw new Error(outcome.refusal);
  return outcome.membership;
}

test('a simple change gives each member the role of the last change that names it, and moves one voter at most', (t) => {
  let cases = 0;
  for (const roles of allRoles()) {
    const from = membershipOf(roles);
    const before = describe(from);
    for (const changes of allChanges(3)) {
      const expected = expectedSimple(roles, changes);
      const actual = outcomeText(simple(from, NOW, changes, TRAITS));
      if (actual !== expected) t.is(actual, expected, `${before} ${JSON.stringify(changes)}`);
      cases += 1;
    }
    t.is(describe(from), before, 'the membership it came from is as it was');
  }
  t.is(cases, 27 * 820);
});

test('entering a joint configuration keeps the old voters beside the new, and makes learners of voters only later', (t) => {
  for (const roles of allRoles()) {
    const from = membershipOf(roles);
    const before = describe(from);
    for (const changes of allChanges(3)) {
      const expected = expectedJoint(roles, changes);
      const actual = outcomeText(enterJoint(from, NOW, changes, TRAITS, true));
      if (actual !== expected) t.is(actual, expected, `${before} ${JSON.stringify(changes)}`);
    }
    t.is(describe(from), before, 'the membership it came from is as it was');
  }
});

test('leaving a joint configuration ends where the roles say, with the progress of who stays', (t) => {
  let cases = 0;
  for (const roles of allRoles()) {
    for (const changes of allChanges(3)) {
      const joint = enterJoint(membershipOf(roles), NOW, changes, TRAITS, true);
      if (!joint.ok) continue;
      const left = accepted(leaveJoint(joint.membership, 30, TRAITS));
      const after = (role: Role) => IDS.filter((id) => roleAfter(id, roles.get(id) ?? 'nobody', changes) === role);
      const { voters, learners, votersOutgoing, learnersNext, autoLeave } = confStateOf(left.config);
      t.deepEqual([voters, learners], [after('voter'), after('learner')]);
      t.deepEqual([votersOutgoing, learnersNext, autoLeave], [[], [], false]);
      for (const [id, mark] of left.progress) {
        t.is(joint.membership.progress.get(id)?.since, mark.since);
        t.is(mark.isLearner, learners.includes(id));
      }
      cases += 1;
    }
  }
  t.true(cases > 10_000);
});

test('what a joint configuration does not allow is refused', (t) => {
  const from = membershipOf(new Map([[1, 'voter']]));
  const joint = accepted(enterJoint(from, NOW, [voter(2)], TRAITS, false));
  t.is(outcomeText(simple(joint, NOW, [learner(3)], TRAITS)), "can't apply simple config change in joint config");
  t.is(outcomeText(enterJoint(joint, NOW, [], TRAITS, false)), 'config is already joint');
  t.is(outcomeText(leaveJoint(from, NOW, TRAITS)), "can't leave a non-joint config");
});

test('the first voter of an empty group is added by a simple change', (t) => {
  const empty: Membership<Mark> = { config: emptyConfig(), progress: new Map() };
  t.is(describe(accepted(simple(empty, NOW, [voter(1)], TRAITS))), '1 |  |  |  | false | 1:20');
  t.is(outcomeText(simple(empty, NOW, [removal(1)], TRAITS)), 'removed all voters');
});

test('an update and a change of id 0 change nothing', (t) => {
  const from = membershipOf(new Map([[1, 'voter']]));
  const changes = [{ type: UpdateNode, id: 1 }, { type: UpdateNode, id: 9 }, removal(0), voter(0), learner(0)];
  t.is(outcomeText(simple(from, NOW, changes, TRAITS)), describe(from));
});

test('a stored configuration is restored as it was, ascending', (t) => {
  const confState = {
    voters: [12, 3],
    learners: [7, 5],
    votersOutgoing: [3, 2, 1],
    learnersNext: [2, 1],
    autoLeave: true,
  };
  const { config, progress } = restore(confState, OLD, TRAITS);
  t.deepEqual(confStateOf(config), {
    voters: [3, 12],
    learners: [5, 7],
    votersOutgoing: [1, 2, 3],
    learnersNext: [1, 2],
    autoLeave: true,
  });
  t.deepEqual([...progress.keys()], [1, 2, 3, 5, 7, 12]);
  t.deepEqual(memberIds(config), [...progress.keys()]);
  t.deepEqual(
    [...progress.values()].map((mark) => mark.isLearner),
    [false, false, false, true, true, false],
  );
});

test('a stored configuration that no change could have led to is a broken invariant', (t) => {
  const valid = { voters: [1], learners: [], votersOutgoing: [], learnersNext: [], autoLeave: false };
  for (const broken of [
    { learners: [1] },
    { learnersNext: [2] },
    { autoLeave: true },
    { votersOutgoing: [2], learners: [2] },
    { votersOutgoing: [1, 2], learnersNext: [1] },
  ]) {
    t.throws(() => restore({ ...valid, ...broken }, OLD, TRAITS), { code: 'ERR_INVARIANT' }, JSON.stringify(broken));
  }
});
