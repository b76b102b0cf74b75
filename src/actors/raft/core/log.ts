/**
 * Log: one replica's entries as the core sees them.
 *
 *     purge     firstInMemory        stableNext    handedNext      last
 *       |            |                   |             |             |
 *       |  in the log|     durable       |   handed    |  not yet    |
 *       |  only      |     and cached    |   to storage|  handed     |
 *       +------------+-------------------+-------------+-------------+
 *
 * Terms of all entries above the purge point are known from the first index of each term, so `termAt` never needs the
 * disk; payloads of entries that are durable and handed to the applier are a cache and may leave. Indexes in ranges are
 * inclusive. Beside this cut there is the other one: applied <= applying <= committed.
 *
 * A write that storage acknowledges counts only if the entry at that index still has the term that was written: it may
 * have been replaced while the write was on its way.
 */
import { assert } from '../../../runtime/base/assert.js';
import { EntryWindow } from './entry-window.js';
import { payloadBytes } from './message.js';
import { type Position, TermStarts } from './term-starts.js';
import { type CoreLog, type CoreStart, type Entry, EntryType } from './types.js';

export interface LogOptions {
  readonly cacheBytes: number;
  readonly maxApplyingBytes: number;
  readonly log: CoreLog;
}

/** Committed entries that are being applied. */
interface ApplyingBatch {
  readonly last: number;
  readonly bytes: number;
  readonly payloadBytes: number;
}

export class RaftLog {
  readonly #options: LogOptions;
  readonly #terms: TermStarts;
  readonly #window: EntryWindow;
  /** Of membership entries above `applied`, ascending. */
  readonly #membershipIndexes: number[];
  readonly #applyingBatches: ApplyingBatch[] = [];
  #applyingBytes = 0;
  #applyingPaused = false;
  #lastIndex: number;
  /** First index that is not known to be durable. */
  #stableNext: number;
  /** First index that has not been handed to storage. */
  #handedNext: number;
  #committed: number;
  #applying: number;
  #applied: number;

  constructor(start: CoreStart, options: LogOptions) {
    this.#options = options;
    this.#terms = new TermStarts(start.purge, start.termStarts, start.last);
    this.#window = new EntryWindow(start.entries, start.last.index, options.cacheBytes);
    this.#membershipIndexes = [...start.membershipIndexes];
    this.#lastIndex = start.last.index;
    this.#stableNext = start.last.index + 1;
    this.#handedNext = this.#stableNext;
    this.#committed = Math.max(start.hardState.commit, start.applied);
    this.#applied = start.applied;
    this.#applying = start.applied;
    assert(start.applied >= start.purge.index, 'what is purged is applied', { applied: start.applied });
    assert(this.#committed <= start.last.index, 'what is committed is in the log', { committed: this.#committed });
  }

  get lastIndex(): number {
    return this.#lastIndex;
  }

  get lastTerm(): number {
    return this.#terms.lastTerm;
  }

  /** First index that can still be replicated as an entry. */
  get firstIndex(): number {
    return this.#terms.purge.index + 1;
  }

  get firstInMemory(): number {
    return this.#window.first;
  }

  get committed(): number {
    return this.#committed;
  }

  get applied(): number {
    return this.#applied;
  }

  /** Whether entries are on their way to storage, or not yet handed to it. */
  get hasUnstable(): boolean {
    return this.#stableNext <= this.#lastIndex;
  }

  get hasUnhanded(): boolean {
    return this.#handedNext <= this.#lastIndex;
  }

  /** Undefined below the purge point and beyond the end. */
  termAt(index: number): number | undefined {
    return index > this.#lastIndex ? undefined : this.#terms.at(index);
  }

  /** Whether a log that ends at `last` holds everything this one may have committed. */
  isUpToDate(last: Position): boolean {
    return last.term > this.lastTerm || (last.term === this.lastTerm && last.index >= this.#lastIndex);
  }

  hasUnappliedMembership(): boolean {
    const first = this.#membershipIndexes[0];
    return first !== undefined && first <= this.#committed;
  }

  /** Entries in [from, to], at least one and then up to `maxBytes`; all must be in memory. */
  slice(from: number, to: number, maxBytes: number): readonly Entry[] {
    return this.#window.slice(from, to, maxBytes);
  }

  /** A leader's own entries, which follow on the last one. */
  append(entries: readonly Entry[]): void {
    const first = entries[0];
    if (first === undefined) return;
    assert(first.index === this.#lastIndex + 1, 'a leader only ever appends', { index: first.index });
    this.#push(entries, 0);
  }

  /**
   * A leader's entries, which follow on `previous`. Undefined when the log has no such entry; else the last index
   * that is now equal to the leader's. What conflicts is cut off, what is there already stays.
   */
  appendFrom(previous: Position, entries: readonly Entry[], leaderCommit: number): number | undefined {
    if (this.termAt(previous.index) !== previous.term) return undefined;
    const matched = previous.index + entries.length;
    const at = this.#firstDifference(entries);
    const first = entries[at];
    if (first !== undefined) {
      assert(first.index > this.#committed, 'a committed entry is never replaced', { index: first.index });
      this.#truncateTo(first.index);
      this.#push(entries, at);
    }
    this.commitTo(Math.min(leaderCommit, matched));
    return matched;
  }

  /**
   * The last place at or before `index` where this log may hold an entry of a term not above `term`; term 0 when
   * unknown. Skips whole terms, so that probing takes one round per term and not one per entry.
   */
  conflictByTerm(index: number, term: number): Position {
    let at = index;
    while (at > 0) {
      const ours = this.termAt(at);
      if (ours === undefined) return { index: at, term: 0 };
      if (ours <= term) return { index: at, term: ours };
      at = this.#terms.startOfTermAt(at) - 1;
    }
    return { index: 0, term: 0 };
  }

  commitTo(index: number): void {
    if (index <= this.#committed) return;
    // A leader never tells a commit index beyond what this replica acknowledged: if it has less, it lost entries.
    assert(index <= this.#lastIndex, 'what is committed is in the log', { index }, 'ERR_CORRUPT');
    this.#committed = index;
  }

  /** Entries not handed to storage yet. */
  unhanded(): readonly Entry[] {
    return this.#window.slice(this.#handedNext, this.#lastIndex, Number.POSITIVE_INFINITY);
  }

  handed(): void {
    this.#handedNext = this.#lastIndex + 1;
  }

  /** Storage has made the log durable up to this entry, if it is still the one that was written. */
  stableTo(term: number, index: number): void {
    const { log } = this.#options;
    if (index < this.#stableNext || index > this.#lastIndex) {
      log.info(`entry at index ${index} missing from unstable log; ignoring`);
      return;
    }
    const ours = this.#terms.at(index);
    if (ours !== term) {
      log.info(
        `entry at (index,term)=(${index},${term}) mismatched with entry at (${index},${ours ?? 0}) ` +
          'in unstable log; ignoring',
      );
      return;
    }
    this.#window.countDurable(this.#stableNext, index);
    this.#stableNext = index + 1;
    this.#handedNext = Math.max(this.#handedNext, this.#stableNext);
    this.#window.evict(Math.min(this.#stableNext - 1, this.#applying));
  }

  hasCommittedToApply(allowUnstable: boolean): boolean {
    return !this.#applyingPaused && this.#applying < this.#applicable(allowUnstable);
  }

  /**
   * Up to where committed entries that are not in memory may be applied; 0 when there are none. They exist only after a
   * start, and go before all others.
   */
  committedBelowMemory(allowUnstable: boolean): number {
    const through = Math.min(this.#applicable(allowUnstable), this.#window.first - 1);
    return through > this.#applying && !this.#applyingPaused ? through : 0;
  }

  /** The next committed entries to apply, within the bytes that may be outstanding. */
  committedToApply(allowUnstable: boolean): readonly Entry[] {
    const room = this.#options.maxApplyingBytes - this.#applyingBytes;
    return this.#window.slice(this.#applying + 1, this.#applicable(allowUnstable), room);
  }

  /** These entries, or all up to `through` when they are not in memory, have been handed to the applier. */
  applyHanded(entries: readonly Entry[], through: number, allowUnstable: boolean): void {
    const payload = payloadBytes(entries);
    const bytes = this.#window.bytesOf(entries);
    this.#applying = through;
    this.#applyingBatches.push({ last: through, bytes, payloadBytes: payload });
    this.#applyingBytes += bytes;
    // Entries that did not fit wait until some of those before them are applied.
    const cutShort = entries.length > 0 && through < this.#applicable(allowUnstable);
    this.#applyingPaused = cutShort || this.#applyingBytes >= this.#options.maxApplyingBytes;
    this.#window.evict(Math.min(this.#stableNext - 1, this.#applying));
  }

  /** Applied up to `index`; gives the payload bytes of the batches that this completes. Never goes back. */
  appliedTo(index: number): number {
    assert(index <= this.#committed, 'only what is committed is applied', { index });
    if (index <= this.#applied) return 0;
    this.#applied = index;
    this.#applying = Math.max(this.#applying, index);
    let payload = 0;
    while ((this.#applyingBatches[0]?.last ?? Number.POSITIVE_INFINITY) <= index) {
      const batch = this.#applyingBatches.shift();
      this.#applyingBytes -= batch?.bytes ?? 0;
      payload += batch?.payloadBytes ?? 0;
    }
    this.#applyingPaused = this.#applyingBytes >= this.#options.maxApplyingBytes;
    while ((this.#membershipIndexes[0] ?? Number.POSITIVE_INFINITY) <= index) this.#membershipIndexes.shift();
    return payload;
  }

  /** Entries up to `index` have left the log. */
  purged(index: number): void {
    assert(index <= this.#applied, 'only what is applied is purged', { index, applied: this.#applied });
    assert(index < this.#stableNext, 'only what is durable is purged', { index });
    if (index < this.firstIndex) return;
    this.#terms.purgeTo(index, this.#lastIndex);
    this.#window.dropThrough(index);
  }

  /** The last index whose entry is committed and, unless unstable ones are allowed, durable here. */
  #applicable(allowUnstable: boolean): number {
    return allowUnstable ? this.#committed : Math.min(this.#committed, this.#stableNext - 1);
  }

  /** Position in `entries` of the first one that this log does not have; their count when it has all. */
  #firstDifference(entries: readonly Entry[]): number {
    let at = 0;
    for (const entry of entries) {
      const ours = this.termAt(entry.index);
      if (ours !== entry.term) {
        if (ours !== undefined) {
          this.#options.log.info(
            `found conflict at index ${entry.index} [existing term: ${ours}, conflicting term: ${entry.term}]`,
          );
        }
        break;
      }
      at += 1;
    }
    return at;
  }

  /** Makes `index` the next one to append. */
  #truncateTo(index: number): void {
    if (index > this.#lastIndex) return;
    const { log } = this.#options;
    this.#window.truncateTo(index, this.#stableNext);
    if (index <= this.#stableNext) {
      log.info(`replace the unstable entries from index ${index}`);
      this.#stableNext = index;
      this.#handedNext = index;
    } else {
      log.info(`truncate the unstable entries before index ${index}`);
      this.#handedNext = Math.min(this.#handedNext, index);
    }
    this.#terms.truncateTo(index);
    this.#lastIndex = index - 1;
    while ((this.#membershipIndexes.at(-1) ?? 0) >= index) this.#membershipIndexes.pop();
  }

  #push(entries: readonly Entry[], from: number): void {
    for (let at = from; at < entries.length; at += 1) {
      const entry = entries[at] as Entry;
      this.#terms.push(entry.term, entry.index);
      this.#window.push(entry);
      if (entry.type !== EntryType.Normal) this.#membershipIndexes.push(entry.index);
    }
    this.#lastIndex += entries.length - from;
  }
}
