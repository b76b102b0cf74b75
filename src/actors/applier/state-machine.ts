/**
 * State machine: applies committed entries, one after the other, to the state of a group. Total and deterministic.
 *
 * The same entries give the same outcomes and the same rows on every replica, whenever each of them flushes: time comes
 * from the entries (the log clock), chance does not occur, and what cannot be done is an outcome with an error. An
 * entry is read as a whole before it is applied; one that this version cannot read is never skipped: the replica stops.
 * Storage errors pass through; then the entry may be half done, in memory that is thrown away.
 */
import { assert } from '../../runtime/base/assert.js';
import { byteKey } from '../../runtime/base/byte-key.js';
import { TIME_TO_LIVE_MS_MAX, validateShape } from '../../runtime/base/data-model.js';
import { asQuorateError, QuorateError } from '../../runtime/base/errors.js';
import type { Entry } from '../../runtime/base/log-store.js';
import { command, decodeMessage, raft } from '../../runtime/base/proto.js';
import type { StateMeta } from '../../runtime/base/state-store.js';
import { METADATA_VSHARD, vshardOf } from '../../runtime/base/vshard.js';
import { CollectionNames, execute, type PlacedOperation } from './operations.js';
import { type Outcome, refused } from './outcome.js';
import type { Command, Sessions } from './sessions.js';
import type { State } from './state.js';

/** The version of these rules, stored with the state: rules never change under a state that they did not make. */
export const APPLY_VERSION = 1;

/** What a tick removes at most: the leader logs another one while more is due. */
export const TICK_REMOVALS_MAX = 1024;

/** No clock that could be true lies above this, and an expiry reckoned from it is still a safe integer. */
const CLOCK_MS_MAX = Number.MAX_SAFE_INTEGER - TIME_TO_LIVE_MS_MAX;

/** One command's outcome, and whether it is that of an earlier copy. */
export interface CommandOutcome {
  readonly outcome: Outcome;
  readonly replayed: boolean;
}

/** An entry that can be applied. */
export interface ReadableEntry {
  readonly index: number;
  readonly term: number;
  /** Undefined for a new leader's first entry, which carries nothing. */
  readonly batch: { readonly clockMs: number; readonly commands: readonly Command[] } | undefined;
}

export class StateMachine {
  readonly state: State;
  readonly sessions: Sessions;
  /** Slots that this group owns at this place in its log. */
  readonly ownership: Ownership;
  readonly #collections = new CollectionNames();
  #index: number;
  #term: number;
  #clockMs: number;

  constructor(state: State, sessions: Sessions, meta: StateMeta) {
    this.state = state;
    this.sessions = sessions;
    this.ownership = new Ownership(meta);
    this.#index = meta.flushedIndex;
    this.#term = meta.flushedTerm;
    this.#clockMs = meta.logClockMs;
  }

  /** Of the last applied entry. */
  get index(): number {
    return this.#index;
  }

  get term(): number {
    return this.#term;
  }

  get clockMs(): number {
    return this.#clockMs;
  }

  /** When the leader should log a tick, as log clock; 0 = nothing expires. */
  nextExpiryMs(): number {
    return this.state.firstExpiring()?.expiresAtMs ?? 0;
  }

  /** Applies the entry at `index + 1`: one result for each command, in order. */
  apply(entry: ReadableEntry): readonly CommandOutcome[] {
    assert(entry.index === this.#index + 1, 'entries are applied one after the other', {
      applied: this.#index,
      entry: entry.index,
    });
    const outcomes = entry.batch === undefined ? [] : this.#applyBatch(entry.batch.clockMs, entry.batch.commands);
    this.#index = entry.index;
    this.#term = entry.term;
    this.state.active.addBytes(this.sessions.takePendingBytes());
    return outcomes;
  }

  #applyBatch(clockMs: number, commands: readonly Command[]): readonly CommandOutcome[] {
    if (clockMs > this.#clockMs) {
      this.#clockMs = clockMs;
      this.sessions.expire(clockMs);
    }
    if (commands.length === 0) this.#removeExpired();
    return commands.map((each) => this.#applyCommand(each));
  }

  #applyCommand(each: Command): CommandOutcome {
    const { vshard } = each;
    if (!this.ownership.owns(vshard)) return { outcome: this.ownership.refusal(vshard), replayed: false };
    const placed: PlacedOperation[] = [];
    const invalid = this.#place(each, placed);
    if (invalid !== undefined) return { outcome: invalid, replayed: false };
    const admission = this.sessions.admit(each, this.#clockMs);
    if (admission.verdict !== 'execute') {
      return { outcome: admission.outcome, replayed: admission.verdict === 'replay' };
    }
    const outcome = execute(placed, this.state, vshard, this.#clockMs);
    admission.record(outcome);
    return { outcome, replayed: false };
  }

  /** Finds the operations' places; or why the command is none that a gateway would have sent. */
  #place({ vshard, operations }: Command, placed: PlacedOperation[]): Outcome | undefined {
    if (operations.length === 0) return refused('ERR_INVALID_REQUEST', 'a command has at least one operation');
    for (const operation of operations) {
      const invalid = validateShape(operation);
      if (invalid !== undefined) return refused(invalid.code, invalid.message);
      const collection = this.#collections.of(operation.collection);
      const key = byteKey(operation.key);
      if (vshard !== METADATA_VSHARD && vshardOf(collection, key) !== vshard) {
        return refused('ERR_WRONG_PARTITION', `a key of the command does not lie in its slot ${vshard}`);
      }
      placed.push({ collection, key, operation });
    }
    return undefined;
  }

  /** Removing an expired row is a deletion like any other: it has a revision of its own. */
  #removeExpired(): void {
    for (let removals = 0; removals < TICK_REMOVALS_MAX; removals += 1) {
      const first = this.state.firstExpiring();
      if (first === undefined || first.expiresAtMs > this.#clockMs) return;
      const { vshard, collection, key } = first;
      this.state.delete(vshard, collection, key, this.state.revision(vshard) + 1);
    }
  }
}

/** Which slots a group owns, and the version of the map that said so. */
export class Ownership {
  readonly owned: readonly number[];
  readonly mapVersion: number;
  readonly #isOwned = new Uint8Array(METADATA_VSHARD + 1);

  constructor({ ownedVshards, mapVersion }: Pick<StateMeta, 'ownedVshards' | 'mapVersion'>) {
    this.owned = ownedVshards;
    this.mapVersion = mapVersion;
    for (const vshard of ownedVshards) this.#isOwned[vshard] = 1;
  }

  owns(vshard: number): boolean {
    return this.#isOwned[vshard] === 1;
  }

  refusal(vshard: number): Outcome {
    return refused('ERR_NOT_OWNER', `this group does not own slot ${vshard} (map version ${this.mapVersion})`);
  }
}

/** Throws `ERR_CORRUPT` when this version cannot read the entry. */
export function readEntry({ index, term, type, data }: Entry): ReadableEntry {
  if (type !== raft.EntryType.NORMAL) {
    throw new QuorateError('ERR_CORRUPT', `entry ${index} is of type ${type}, which this version cannot apply`);
  }
  if (data.length === 0) return { index, term, batch: undefined };
  try {
    const { clockMs, commands } = decodeMessage(command.Batch, data);
    if (clockMs > CLOCK_MS_MAX) throw new QuorateError('ERR_UNSAFE_INTEGER', `its clock is ${clockMs}`);
    return { index, term, batch: { clockMs, commands: commands.map((each) => decodeMessage(command.Command, each)) } };
  } catch (thrown) {
    const { message } = asQuorateError(thrown);
    throw new QuorateError('ERR_CORRUPT', `entry ${index} cannot be read: ${message}`, { cause: thrown });
  }
}
