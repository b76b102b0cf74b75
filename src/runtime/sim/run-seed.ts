/**
 * One seed: a cluster under load and faults, then calm; what must hold is checked all the way and at the end.
 *
 * At the end the faults stop and everything comes up. Every client learns what became of its operation, writes once
 * more and reads every key; every link finds its peer and every group a leader, and then nothing changes any more,
 * whoever knocks; all replicas come to the same state, and the whole history is one that a correct store could have
 * produced.
 */
import { asQuorateError } from '../base/errors.js';
import { canaryNamed } from './canaries.js';
import { checkHistory, type Operation } from './history.js';
import { checkLinearizable } from './linearizability.js';
import { createTestSystem, type TestSystem } from './test-system.js';

export interface SeedOptions {
  readonly seed: number;
  /** Virtual time under faults. */
  readonly faultsMs?: number;
  readonly faultEveryMs?: number;
  /** Drawn from the seed when missing: three, or four of which each group has three. */
  readonly nodes?: number;
  readonly dataGroups?: number;
  readonly clients?: number;
  /** Name of a canary to switch on. */
  readonly canary?: string;
  readonly traceLinesMax?: number;
}

/** Plain data: it crosses threads. */
export interface SeedReport {
  readonly seed: number;
  /** Undefined when everything held. */
  readonly violation: string | undefined;
  /** Digest of the whole trace. */
  readonly trace: string;
  readonly traceLines: readonly string[];
  readonly events: number;
  readonly operations: number;
  readonly acknowledged: number;
  /** Places where two replicas' states were compared. */
  readonly statesCompared: number;
  readonly virtualMs: number;
}

const START_MS = 500;
const FINISH_MS_MAX = 30_000;
const CONVERGE_MS_MAX = 10_000;
/** Within this, once nothing is wrong any more, every link is connected and every group led. */
const SETTLE_MS_MAX = 10_000;
/** How long a settled cluster is watched. */
const CALM_MS = 1_000;
const IMPOSTERS = ['older', 'copied directory', 'same start', 'unknown start'] as const;
/** Of the seeds, those with four nodes. */
const FOUR_NODES_EVERY = 4;

export function runSeed(options: SeedOptions): SeedReport {
  const { seed, canary: name, faultsMs = 8_000, ...rest } = options;
  const canary = name === undefined ? undefined : canaryNamed(name);
  const nodes = seed % FOUR_NODES_EVERY === 0 ? 4 : 3;
  const system = createTestSystem({ nodes, seed, ...rest, ...(canary === undefined ? {} : { canary }) });
  const startMs = system.time.now();
  let violation: string | undefined;
  try {
    violation = run(system, faultsMs);
  } catch (thrown) {
    violation = `the world broke: ${asQuorateError(thrown).message}`;
  }
  const { history, trace, oracles, time } = system;
  return {
    seed,
    violation,
    trace: trace.digest(),
    traceLines: trace.lines,
    events: trace.count,
    operations: history.length,
    acknowledged: history.filter(({ outcome }) => outcome.kind === 'ok').length,
    statesCompared: oracles.hashes.compared,
    virtualMs: time.now() - startMs,
  };
}

function run(system: TestSystem, faultsMs: number): string | undefined {
  const { oracles, history, clients } = system;
  if (!system.runFor(START_MS)) return oracles.violation;
  system.startClients();
  system.startFaults();
  if (!system.runFor(faultsMs)) return oracles.violation;
  system.stopFaults();
  system.finishClients();
  const unsettled = settle(system);
  if (unsettled !== undefined) return unsettled;
  if (!system.runFor(FINISH_MS_MAX, () => clients.every(({ isDone }) => isDone))) return oracles.violation;
  const waiting = clients.find(({ isDone }) => !isDone);
  if (waiting !== undefined) return `not served after the faults stopped: ${waiting.waitsFor}`;
  const wrong = checkHistory(history) ?? explain(history);
  if (wrong !== undefined) return wrong;
  if (!system.runFor(CONVERGE_MS_MAX, () => oracles.hashes.agree(system.cluster))) return oracles.violation;
  if (!oracles.hashes.agree(system.cluster)) return 'the replicas did not flush the same state';
  return stayCalm(system);
}

/** Runs until every link is connected and every group has a leader; says what is missing when it takes too long. */
function settle(system: TestSystem): string | undefined {
  const { oracles, presences, cluster } = system;
  const { leadership } = oracles;
  const isSettled = () => leadership.leaderless.length === 0 && presences.missing(cluster.nodes).length === 0;
  if (!system.runFor(SETTLE_MS_MAX, isSettled)) return oracles.violation;
  if (isSettled()) return undefined;
  const missing = presences.missing(cluster.nodes).join(', ');
  return `not settled after the faults stopped: no leader in groups [${leadership.leaderless}], no links [${missing}]`;
}

/** Nothing is wrong, and nothing changes: not when imposters come either. */
function stayCalm(system: TestSystem): string | undefined {
  const { oracles, peerBoots, faults } = system;
  const unsettled = settle(system);
  if (unsettled !== undefined) return unsettled;
  oracles.leadership.isSettled = true;
  peerBoots.isStrict = true;
  for (const disguise of IMPOSTERS) faults.impersonate(disguise);
  system.runFor(CALM_MS);
  return oracles.violation ?? settle(system);
}

function explain(history: readonly Operation[]): string | undefined {
  const verdict = checkLinearizable(history);
  return verdict.kind === 'linearizable'
    ? undefined
    : `${verdict.kind} in the history of ${verdict.key}: ${verdict.what}`;
}
