/**
 * One seed: a cluster under load and faults, then calm; what must hold is checked all the way and at the end.
 *
 * At the end the faults stop, everything comes up, every client learns what became of its operation, writes once more and
 * reads every key; then all replicas must have the same state, and the whole history must be one that a correct store
 * could have produced.
 */
import { asQuorateError } from '../base/errors.js';
import { canaryNamed } from './canaries.js';
import { checkHistory } from './history.js';
import { createTestSystem, type TestSystem } from './test-system.js';

export interface SeedOptions {
  readonly seed: number;
  /** Virtual time under faults. */
  readonly faultsMs?: number;
  readonly faultEveryMs?: number;
  readonly nodes?: number;
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

const START_MS = 1_500;
const FINISH_MS_MAX = 30_000;
const CONVERGE_MS_MAX = 10_000;

export function runSeed(options: SeedOptions): SeedReport {
  const { seed, canary: name, faultsMs = 8_000, ...rest } = options;
  const canary = name === undefined ? undefined : canaryNamed(name);
  const system = createTestSystem({ seed, ...rest, ...(canary === undefined ? {} : { canary }) });
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
  if (!system.runFor(FINISH_MS_MAX, () => clients.every(({ isDone }) => isDone))) return oracles.violation;
  const waiting = clients.find(({ isDone }) => !isDone);
  if (waiting !== undefined) return `not served after the faults stopped: ${waiting.waitsFor}`;
  const wrong = checkHistory(history);
  if (wrong !== undefined) return wrong;
  if (!system.runFor(CONVERGE_MS_MAX, () => oracles.hashes.agree(system.cluster))) return oracles.violation;
  return oracles.hashes.agree(system.cluster) ? undefined : 'the replicas did not flush the same state';
}
