/**
 * Membership scripts: changes applied one after the other to one configuration, which starts empty.
 *
 *   simple | enter-joint [autoleave=true] | leave-joint
 *   v1 l2 r3 u4
 *
 * The input names a voter, a learner, a removal and an update. Every command, refused or not, moves the last index by one,
 * so that the next index of a member tells when its progress was made.
 */
import {
  type ConfChangeOutcome,
  type ConfChangeSingle,
  ConfChangeType,
  emptyConfig,
  enterJoint,
  leaveJoint,
  type Membership,
  type ProgressTraits,
  simple,
} from '../../src/actors/raft/core/confchange.js';
import { describeConfig, describeProgress } from '../../src/actors/raft/core/describe.js';
import { Progress } from '../../src/actors/raft/core/progress.js';
import { QuorateError } from '../../src/runtime/base/errors.js';
import { type Directive, parseNumber, singleValue } from './datadriven.js';
import type { Interpreter } from './interpreter.js';

type Change = (from: Membership<Progress>, lastIndex: number, directive: Directive) => ConfChangeOutcome<Progress>;

const INFLIGHT_MAX = 10;

const TRAITS: ProgressTraits<Progress> = {
  create: (id, lastIndex, isLearner) => {
    const progress = new Progress(id, Math.max(lastIndex, 1), isLearner, INFLIGHT_MAX, 0);
    progress.recentActive = true;
    return progress;
  },
  withLearner: (progress, isLearner) => progress.withLearner(isLearner),
};

const CHANGES: Readonly<Record<string, Change>> = {
  simple: (from, lastIndex, directive) => simple(from, lastIndex, parseChanges(directive.input), TRAITS),
  'enter-joint': (from, lastIndex, directive) => {
    const autoLeave = singleValue(directive, 'autoleave') === 'true';
    return enterJoint(from, lastIndex, parseChanges(directive.input), TRAITS, autoLeave);
  },
  'leave-joint': (from, lastIndex, directive) => {
    if (directive.input !== '') throw new QuorateError('ERR_USAGE', 'this command takes no input');
    return leaveJoint(from, lastIndex, TRAITS);
  },
};

const CHANGE_TYPES: Readonly<Record<string, ConfChangeType>> = {
  v: ConfChangeType.AddNode,
  l: ConfChangeType.AddLearnerNode,
  r: ConfChangeType.RemoveNode,
  u: ConfChangeType.UpdateNode,
};

export function createConfChangeInterpreter(): Interpreter {
  let membership: Membership<Progress> = { config: emptyConfig(), progress: new Map() };
  let lastIndex = 0;
  return {
    commands: new Set(Object.keys(CHANGES)),
    handle: (directive) => {
      const outcome = CHANGES[directive.command]?.(membership, lastIndex, directive);
      lastIndex += 1;
      if (outcome === undefined) throw new QuorateError('ERR_USAGE', `unknown command ${directive.command}`);
      if (!outcome.ok) return outcome.refusal;
      membership = outcome.membership;
      return describeMembership(membership);
    },
    missingAbility: () => undefined,
  };
}

/** Reads `v1 l2 r3 u4`. */
function parseChanges(input: string): readonly ConfChangeSingle[] {
  return input
    .split(/\s+/)
    .filter((token) => token !== '')
    .map((token) => {
      const type = CHANGE_TYPES[token.charAt(0)];
      if (type === undefined) throw new QuorateError('ERR_USAGE', `unknown input: ${token}`);
      return { type, id: parseNumber(token.slice(1)) };
    });
}

function describeMembership({ config, progress }: Membership<Progress>): string {
  const lines = [describeConfig(config)];
  for (const [id, of] of progress) lines.push(`${id}: ${describeProgress(of)}`);
  return lines.join('\n');
}
