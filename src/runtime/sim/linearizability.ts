/**
 * Linearizability: could one correct store have told the clients what they were told?
 *
 * Each key is checked by itself. Its calls and returns are walked through in the order of time, keeping every
 * *configuration* that can explain what has been seen: the key's state, and which of the operations under way have
 * taken effect. An operation takes effect as late as possible: when one returns, each configuration is led on by
 * operations under way until the returning one has had its effect. If none is left, nothing can explain that return.
 * (The search of Wing and Gong, in the breadth-first form with memory that Lowe describes.)
 *
 * A write of unknown outcome never returns: it takes effect at some time after it began, or never. Revisions are
 * compared where they were told; those of unknown writes are anything that fits. A history that needs more
 * configurations than the bound is undecided, which is no pass.
 */
import { present, unreachable } from '../base/assert.js';
import type { Operation } from './history.js';

export type Verdict =
  | { readonly kind: 'linearizable' }
  | { readonly kind: 'violation'; readonly key: string; readonly what: string }
  | { readonly kind: 'undecided'; readonly key: string; readonly what: string };

/** Configurations that are looked at for one return. */
const CONFIGURATIONS_MAX = 200_000;

/** What the key holds. */
interface State {
  /** Undefined: there is no item. */
  readonly value: string | undefined;
  /** Of the last write or delete; 0 while nobody was told. */
  readonly revision: number;
  /** The revision is above this. */
  readonly floor: number;
}

interface Configuration {
  readonly state: State;
  /** Operations under way, with a known outcome, that have taken effect: their numbers, ascending. */
  readonly effective: readonly number[];
  /** The same of unknown ones, which never end. */
  readonly spent: readonly number[];
}

interface Call {
  readonly number: number;
  readonly operation: Operation;
  readonly isUnknown: boolean;
}

const NOTHING: State = { value: undefined, revision: 0, floor: 0 };

export function checkLinearizable(operations: readonly Operation[]): Verdict {
  const byKey = new Map<string, Operation[]>();
  for (const operation of operations) {
    const ofKey = byKey.get(operation.key);
    if (ofKey === undefined) byKey.set(operation.key, [operation]);
    else ofKey.push(operation);
  }
  for (const [key, ofKey] of byKey) {
    const verdict = new KeySearch(key, ofKey).run();
    if (verdict.kind !== 'linearizable') return verdict;
  }
  return { kind: 'linearizable' };
}

class KeySearch {
  readonly #key: string;
  readonly #calls: readonly Call[];
  /** Under way, in the order in which they began. */
  readonly #pending: Call[] = [];
  #configurations = new Configurations();

  constructor(key: string, operations: readonly Operation[]) {
    this.#key = key;
    this.#calls = operations
      .filter(says)
      .sort((a, b) => a.beganMs - b.beganMs)
      .map((operation, number) => ({ number, operation, isUnknown: operation.outcome.kind === 'unknown' }));
    this.#configurations.add({ state: NOTHING, effective: [], spent: [] });
  }

  run(): Verdict {
    const returns = this.#calls.filter(({ isUnknown }) => !isUnknown);
    returns.sort((a, b) => a.operation.endedMs - b.operation.endedMs);
    let begun = 0;
    for (const call of returns) {
      // What begins in the instant in which another ends is concurrent with it.
      for (; begun < this.#calls.length; begun += 1) {
        const next = present(this.#calls[begun], 'call');
        if (next.operation.beganMs > call.operation.endedMs) break;
        this.#pending.push(next);
      }
      const verdict = this.#return(call);
      if (verdict !== undefined) return verdict;
    }
    return { kind: 'linearizable' };
  }

  /** Leads every configuration on until `call` has taken effect in it. */
  #return(call: Call): Verdict | undefined {
    const ended = new Configurations();
    const seen = new Configurations();
    const open = [...this.#configurations.all()];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next.effective.includes(call.number)) {
        ended.add({ ...next, effective: next.effective.filter((number) => number !== call.number) });
        continue;
      }
      for (const following of this.#following(next)) if (seen.add(following)) open.push(following);
      if (seen.looked > CONFIGURATIONS_MAX) {
        const what = `more than ${CONFIGURATIONS_MAX} ways to explain ${describe(call.operation)}`;
        return { kind: 'undecided', key: this.#key, what };
      }
    }
    const states = ended.size > 0 ? [] : this.#configurations.all().map(({ state }) => describeState(state));
    this.#pending.splice(this.#pending.indexOf(call), 1);
    this.#configurations = ended;
    if (ended.size > 0) return undefined;
    const what = `nothing explains ${describe(call.operation)}; before it, ${[...new Set(states)].join(' or ')}`;
    return { kind: 'violation', key: this.#key, what };
  }

  /** Each way in which one more operation can take effect. */
  #following(from: Configuration): readonly Configuration[] {
    const { state, effective, spent } = from;
    const all: Configuration[] = [];
    const tried = new Set<string>();
    for (const call of this.#pending) {
      const { number, operation, isUnknown } = call;
      if ((isUnknown ? spent : effective).includes(number)) continue;
      if (isUnknown) {
        // Equal ones can stand for each other: the oldest goes first.
        const name = `${operation.kind} ${operation.value} ${operation.expectedRevision ?? ''}`;
        if (tried.has(name)) continue;
        tried.add(name);
      }
      const after = isUnknown ? unknownEffect(state, operation) : effect(state, operation);
      if (after === undefined || this.#comesTooLate(after, from, call)) continue;
      const grown = (numbers: readonly number[]) => [...numbers, number].sort((a, b) => a - b);
      const next = isUnknown
        ? { state: after, effective, spent: grown(spent) }
        : { state: after, effective: grown(effective), spent };
      // What fits and changes nothing loses nothing by going at once.
      if (!isUnknown && after === state) return [next];
      all.push(next);
    }
    return all;
  }

  /** Another write under way was told a lower revision: it could not follow any more. */
  #comesTooLate(after: State, { effective }: Configuration, by: Call): boolean {
    const reached = Math.max(after.revision, after.floor);
    return this.#pending.some(
      ({ number, operation, isUnknown }) =>
        number !== by.number &&
        !isUnknown &&
        operation.outcome.kind === 'ok' &&
        operation.outcome.revision > 0 &&
        operation.outcome.revision < reached &&
        !effective.includes(number),
    );
  }
}

/** What was refused has no effect, a read that nobody heard of says nothing, and a local one may be old. */
function says({ kind, outcome, isLocal }: Operation): boolean {
  return outcome.kind !== 'refused' && isLocal !== true && !(kind === 'get' && outcome.kind === 'unknown');
}

/** Configurations, of which one that can do all that another can makes the other superfluous. */
class Configurations {
  /** By state and known effects: sets of unknown operations, none of which contains another. */
  readonly #spent = new Map<string, Configuration[]>();
  size = 0;
  looked = 0;

  /** False when one that is as good is there already. */
  add(configuration: Configuration): boolean {
    this.looked += 1;
    const { state, effective, spent } = configuration;
    const name = JSON.stringify([state.value ?? null, state.revision, state.floor, effective]);
    const others = this.#spent.get(name) ?? [];
    if (others.some((other) => contains(spent, other.spent))) return false;
    const kept = others.filter((other) => !contains(other.spent, spent));
    this.size += 1 - (others.length - kept.length);
    kept.push(configuration);
    this.#spent.set(name, kept);
    return true;
  }

  all(): readonly Configuration[] {
    return [...this.#spent.values()].flat();
  }
}

function contains(all: readonly number[], some: readonly number[]): boolean {
  return some.every((number) => all.includes(number));
}

/** The state after a write of this revision (0: not told); undefined when the revision cannot follow. */
function written(state: State, value: string | undefined, revision: number): State | undefined {
  const floor = Math.max(state.revision, state.floor);
  if (revision === 0) return { value, revision: 0, floor };
  return revision > floor ? { value, revision, floor: 0 } : undefined;
}

/** The state when its revision is found to be this one (0: not told); undefined when it is another. */
function foundAt(state: State, revision: number): State | undefined {
  if (revision === 0 || state.revision === revision) return state;
  return state.revision === 0 && revision > state.floor ? { ...state, revision, floor: 0 } : undefined;
}

function isInteger(value: string): boolean {
  return /^-?\d+$/.test(value);
}

/** The state after an operation had the outcome that it was told to have; undefined when it could not have had it. */
function effect(state: State, { kind, value, expectedRevision, outcome }: Operation): State | undefined {
  const revision = outcome.kind === 'ok' ? outcome.revision : 0;
  const isDone = outcome.kind === 'ok';
  switch (kind) {
    case 'get':
      if (!isDone) return state.value === undefined ? state : undefined;
      return state.value === outcome.value ? foundAt(state, revision) : undefined;
    case 'put':
      return isDone ? written(state, value, revision) : state;
    case 'delete':
      if (!isDone) return state.value === undefined ? state : undefined;
      return state.value === undefined ? undefined : written(state, undefined, revision);
    case 'compare-and-set': {
      const expected = expectedState(state, expectedRevision ?? 0);
      if (isDone) return expected === undefined ? undefined : written(expected, value, revision);
      // A revision that is not known may always be another one.
      return expected === state ? undefined : state;
    }
    case 'increment': {
      const before = state.value ?? '0';
      if (!isDone) return isInteger(before) ? undefined : state;
      const sum = isInteger(before) ? String(Number(before) + Number(value || '1')) : undefined;
      return sum === outcome.value ? written(state, sum, revision) : undefined;
    }
    default:
      return unreachable(kind);
  }
}

/** The state that a compare-and-set wants, when this can be it. */
function expectedState(state: State, expectedRevision: number): State | undefined {
  if (expectedRevision === 0) return state.value === undefined ? state : undefined;
  return state.value === undefined ? undefined : foundAt(state, expectedRevision);
}

/** The state after a write of which nothing was heard; undefined when it could not have had any effect. */
function unknownEffect(state: State, operation: Operation): State | undefined {
  const { kind, value, expectedRevision } = operation;
  switch (kind) {
    case 'get':
      return undefined;
    case 'put':
      return written(state, value, 0);
    case 'delete':
      return state.value === undefined ? undefined : written(state, undefined, 0);
    case 'compare-and-set': {
      const expected = expectedState(state, expectedRevision ?? 0);
      return expected === undefined ? undefined : written(expected, value, 0);
    }
    case 'increment': {
      const before = state.value ?? '0';
      return isInteger(before) ? written(state, String(Number(before) + Number(value || '1')), 0) : undefined;
    }
    default:
      return unreachable(kind);
  }
}

function describe({ client, kind, value, expectedRevision, beganMs, endedMs, outcome }: Operation): string {
  const expected = expectedRevision === undefined ? '' : ` at ${expectedRevision}`;
  const told = outcome.kind === 'ok' ? `${outcome.value} at revision ${outcome.revision}` : outcome.kind;
  return `'${kind} ${value}${expected}' of client ${client} in [${beganMs}, ${endedMs}], told ${told}`;
}

function describeState({ value, revision, floor }: State): string {
  const at = revision === 0 ? `above ${floor}` : `${revision}`;
  return value === undefined ? `nothing (${at})` : `'${value}' (${at})`;
}
