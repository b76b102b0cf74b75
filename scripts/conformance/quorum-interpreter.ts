/**
 * Quorum scripts: what a majority or joint configuration commits, and how a vote ends.
 *
 *   committed cfg=(1,2,3) [cfgj=(2,3,4)|zero] idx=(100,_,5)
 *   vote cfg=(1,2,3) [cfgj=...] votes=(y,n,_)
 *
 * Indexes and votes belong to the ids in the order in which they first appear; `_` means nothing is known. Each result is
 * also held against laws that every quorum obeys; a broken law prints a line that no script expects.
 */
import {
  type AckedIndex,
  jointCommittedIndex,
  jointVoteResult,
  type MajorityConfig,
  majorityCommittedIndex,
  majorityVoteResult,
  voterIds,
} from '../../src/actors/raft/core/quorum.js';
import { QuorateError } from '../../src/runtime/base/errors.js';
import { type Directive, parseNumber } from './datadriven.js';
import type { Interpreter } from './interpreter.js';

interface QuorumCase {
  readonly incoming: MajorityConfig;
  readonly outgoing: MajorityConfig;
  /** Whether `cfgj` was given, even as `zero`: the joint functions are meant. */
  readonly joint: boolean;
  /** By id; who has said nothing is not in it. */
  readonly acked: ReadonlyMap<number, number>;
  readonly votes: ReadonlyMap<number, boolean>;
}

const NOBODY: MajorityConfig = new Set();

export function createQuorumInterpreter(): Interpreter {
  return {
    commands: new Set(['committed', 'vote']),
    handle: (directive) => {
      const given = parseCase(directive);
      return directive.command === 'vote' ? runVote(given) : runCommitted(given);
    },
    missingAbility: () => undefined,
  };
}

function parseCase(directive: Directive): QuorumCase {
  const incoming = new Set<number>();
  const outgoing = new Set<number>();
  let joint = false;
  let indexes: readonly string[] = [];
  let ballots: readonly string[] = [];
  for (const { key, values } of directive.arguments) {
    switch (key) {
      case 'cfg':
        for (const value of values) incoming.add(parseNumber(value));
        break;
      case 'cfgj':
        joint = true;
        if (values[0] !== 'zero') for (const value of values) outgoing.add(parseNumber(value));
        break;
      case 'idx':
        indexes = values;
        break;
      case 'votes':
        ballots = values;
        break;
      default:
        throw new QuorateError('ERR_USAGE', `unknown argument ${key}`);
    }
  }
  const ids = new Set([...incoming, ...outgoing]);
  const given = directive.command === 'vote' ? ballots : indexes;
  if (given.length !== ids.size) {
    throw new QuorateError('ERR_USAGE', `${ids.size} voters, but ${given.length} values (write _ for nothing)`);
  }
  return {
    incoming,
    outgoing,
    joint,
    acked: assign(ids, directive.command === 'vote' ? [] : indexes, parseNumber),
    votes: assign(ids, ballots, parseBallot),
  };
}

function assign<T>(ids: Iterable<number>, values: readonly string[], parse: (text: string) => T): Map<number, T> {
  const byId = new Map<number, T>();
  let at = 0;
  for (const id of ids) {
    const value = values[at];
    at += 1;
    if (value !== undefined && value !== '_') byId.set(id, parse(value));
  }
  return byId;
}

function parseBallot(text: string): boolean {
  if (text === 'y' || text === 'n') return text === 'y';
  throw new QuorateError('ERR_USAGE', `unknown vote ${text}`);
}

function runVote({ incoming, outgoing, joint, votes }: QuorumCase): string {
  if (!joint) return majorityVoteResult(incoming, votes);
  const result = jointVoteResult({ incoming, outgoing }, votes);
  const mirrored = jointVoteResult({ incoming: outgoing, outgoing: incoming }, votes);
  return mirrored === result ? result : `${mirrored} <-- via symmetry\n${result}`;
}

function runCommitted(given: QuorumCase): string {
  const { incoming, outgoing, joint, acked } = given;
  const ack: AckedIndex = (id) => acked.get(id);
  const chart = describeAcked(new Set(voterIds({ incoming, outgoing })), ack);
  const index = joint ? jointCommittedIndex({ incoming, outgoing }, ack) : majorityCommittedIndex(incoming, ack);
  const broken = joint ? brokenJointLaws(given, index) : brokenMajorityLaws(incoming, acked, index);
  return `${chart}${[...broken, describeIndex(index)].join('\n')}`;
}

function brokenJointLaws({ incoming, outgoing, acked }: QuorumCase, index: number): string[] {
  const mirrored = jointCommittedIndex({ incoming: outgoing, outgoing: incoming }, (id) => acked.get(id));
  return mirrored === index ? [] : [`${describeIndex(mirrored)} <-- via symmetry`];
}

function brokenMajorityLaws(config: MajorityConfig, acked: ReadonlyMap<number, number>, index: number): string[] {
  const ack: AckedIndex = (id) => acked.get(id);
  const broken: string[] = [];
  const expect = (other: number, law: string): void => {
    if (other !== index) broken.push(`${describeIndex(other)} <-- via ${law}`);
  };
  expect(committedByCounting(config, acked), 'counting');
  expect(jointCommittedIndex({ incoming: config, outgoing: NOBODY }, ack), 'zero-joint quorum');
  expect(jointCommittedIndex({ incoming: NOBODY, outgoing: config }, ack), 'joint quorum with zero first');
  expect(jointCommittedIndex({ incoming: config, outgoing: config }, ack), 'self-joint quorum');
  // Whoever is below the result already cannot change it by falling further behind.
  for (const [id, own] of acked) {
    if (own >= index) continue;
    for (const lower of [own - 1, 0]) {
      expect(
        majorityCommittedIndex(config, (other) => (other === id ? lower : acked.get(other))),
        `overlaying ${id}->${lower}`,
      );
    }
  }
  return broken;
}

/** The definition, word for word: the largest index that more than half of the voters have reached. */
function committedByCounting(config: MajorityConfig, acked: ReadonlyMap<number, number>): number {
  if (config.size === 0) return Number.POSITIVE_INFINITY;
  let best = 0;
  for (const candidate of acked.values()) {
    let reached = 0;
    for (const id of config) if ((acked.get(id) ?? 0) >= candidate) reached += 1;
    if (reached * 2 > config.size && candidate > best) best = candidate;
  }
  return best;
}

function describeIndex(index: number): string {
  return index === Number.POSITIVE_INFINITY ? '∞' : String(index);
}

/** A bar per voter, as long as the number of voters that are behind it; `?` where nothing is known. */
function describeAcked(config: MajorityConfig, ack: AckedIndex): string {
  if (config.size === 0) return '<empty majority quorum>';
  const ids = [...config].sort((a, b) => a - b);
  const rows = [`${' '.repeat(ids.length)}    idx`];
  for (const id of ids) {
    const own = ack(id);
    const behind = ids.filter((other) => (ack(other) ?? 0) < (own ?? 0)).length;
    const bar = own === undefined ? '?' : `${'x'.repeat(behind)}>`;
    rows.push(`${bar.padEnd(ids.length + 1)} ${String(own ?? 0).padStart(5)}    (id=${id})`);
  }
  return `${rows.join('\n')}\n`;
}
