/**
 * add-nodes: replicas with the next free ids, all alike.
 *
 *   add-nodes 3 voters=(1,2,3) learners=(4) index=10 inflight=3 checkquorum=true
 *
 * With voters or learners they start from a state that already holds them, as of `index`; without, from nothing.
 */
import type { ConfState, CoreConfig } from '../../../src/actors/raft/core/types.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { createRandom } from '../../../src/runtime/base/random.js';
import { type Argument, type Directive, parseNumber } from '../datadriven.js';
import { addReplica, type Cluster } from './cluster.js';

const UNLIMITED = Number.MAX_SAFE_INTEGER;

type Options = Omit<CoreConfig, 'id' | 'random' | 'log'>;

interface Start {
  options: Options;
  voters: readonly number[];
  learners: readonly number[];
  index: number;
}

const DEFAULTS: Options = {
  electionTick: 3,
  heartbeatTick: 1,
  maxMessageBytes: UNLIMITED,
  maxCommittedBytesPerReady: UNLIMITED,
  maxUncommittedBytes: UNLIMITED,
  maxInflightMessages: 2 ** 31 - 1,
  maxInflightBytes: UNLIMITED,
  entryCacheBytes: UNLIMITED,
  checkQuorum: false,
  preVote: false,
  readOnly: 'safe',
  asyncStorageWrites: false,
  disableProposalForwarding: false,
  disableConfChangeValidation: false,
  stepDownOnRemoval: false,
  voteRequestsBeforeAppend: true,
};

/** Each argument: the options as they are with it. */
const OPTIONS: Readonly<Record<string, (value: string) => Partial<Options>>> = {
  inflight: (value) => ({ maxInflightMessages: parseNumber(value) }),
  'async-storage-writes': (value) => ({ asyncStorageWrites: parseBoolean(value) }),
  prevote: (value) => ({ preVote: parseBoolean(value) }),
  checkquorum: (value) => ({ checkQuorum: parseBoolean(value) }),
  'max-committed-size-per-ready': (value) => ({ maxCommittedBytesPerReady: parseNumber(value) }),
  'disable-conf-change-validation': (value) => ({ disableConfChangeValidation: parseBoolean(value) }),
  'step-down-on-removal': (value) => ({ stepDownOnRemoval: parseBoolean(value) }),
  'read-only': (value) => ({ readOnly: parseReadOnly(value) }),
};

export function addNodes(cluster: Cluster, directive: Directive): void {
  const [count, ...rest] = directive.arguments;
  const start = parseStart(rest);
  const { voters, learners, index } = start;
  const boots = voters.length > 0 || learners.length > 0 || index > 0;
  if (boots && index <= 1) throw new QuorateError('ERR_USAGE', 'index must be specified as > 1 due to bootstrap');
  const confState: ConfState = { voters, learners, votersOutgoing: [], learnersNext: [], autoLeave: false };
  for (let added = 0; added < parseNumber(count?.key ?? ''); added += 1) {
    const id = cluster.replicas.length + 1;
    // A seed per replica: scripts that depend on an election timeout set it themselves.
    const config = { ...start.options, id, random: createRandom(id), log: cluster.transcript };
    addReplica(cluster, config, index, confState);
  }
}

function parseStart(args: readonly Argument[]): Start {
  const start: Start = { options: DEFAULTS, voters: [], learners: [], index: 0 };
  for (const { key, values } of args) {
    switch (key) {
      case 'voters':
        start.voters = values.map(parseNumber);
        break;
      case 'learners':
        start.learners = values.map(parseNumber);
        break;
      case 'index':
        start.index = parseNumber(values[0] ?? '');
        break;
      case 'content':
        // The contents of the state machine, which only a snapshot would show.
        break;
      default:
        start.options = { ...start.options, ...parseOption(key, values) };
    }
  }
  return start;
}

function parseOption(key: string, values: readonly string[]): Partial<Options> {
  const option = Object.hasOwn(OPTIONS, key) ? OPTIONS[key] : undefined;
  const [value] = values;
  if (option === undefined) throw new QuorateError('ERR_USAGE', `add-nodes has no option ${key}`);
  if (value === undefined) throw new QuorateError('ERR_USAGE', `${key} needs a value`);
  return option(value);
}

function parseBoolean(text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true';
  throw new QuorateError('ERR_USAGE', `neither true nor false: ${text}`);
}

function parseReadOnly(text: string): CoreConfig['readOnly'] {
  if (text === 'safe' || text === 'lease-based') return text;
  throw new QuorateError('ERR_USAGE', `invalid read-only option "${text}"`);
}
