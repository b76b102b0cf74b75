/**
 * Progress: what a leader knows of one member's log, and how it sends to it.
 *
 *                          accepted
 *      +-----------+ -----------------------> +-------------+
 *      |   probe   |                          |  replicate  |
 *      +-----------+ <----------------------- +-------------+
 *            |        rejected, unreachable     |         ^
 *            |                                  |         | accepted, and the log
 *            | needs purged entries             |         | reaches the member again
 *            |          +------------+          |         |
 *            +--------> |  snapshot  | <--------+         |
 *                       |            | -------------------+
 *                       +------------+
 *
 * Every term begins with all members probed.
 *
 * - probe: where the logs meet is not known. One append at a time, then silence until an answer or a heartbeat answer.
 * - replicate: the logs match up to `match`; appends are streamed ahead of the answers, as far as the window allows.
 * - snapshot: the member needs entries that are purged; nothing is sent.
 *
 * Always match < next. Sends nothing itself; `replication.ts` does, and reports here what it sent.
 */
import { Inflights } from './inflights.js';
import type { ProgressState } from './types.js';

export class Progress {
  readonly id: number;
  readonly isLearner: boolean;
  /** The highest index known to be durable there, and equal to the leader's. */
  match = 0;
  /** The first index of the next append. */
  next: number;
  state: ProgressState = 'StateProbe';
  /** The index that a snapshot must reach; 0 outside the snapshot state. */
  pendingSnapshot = 0;
  /** Heard from since the last time the quorum was checked. */
  recentActive = false;
  /** No appends until an answer comes: a probe is out, or the window is full. */
  flowPaused = false;
  /**
   * First index of the entries that are being read from the log for this member; 0: none. Nothing is sent
   * meanwhile.
   */
  reading = 0;
  readonly inflights: Inflights;
  readonly #windowMessages: number;
  readonly #windowBytes: number;
  /** The highest commit index sent in a message that was not lost as far as known. */
  #sentCommit = 0;

  constructor(id: number, next: number, isLearner: boolean, windowMessages: number, windowBytes: number) {
    this.id = id;
    this.next = next;
    this.isLearner = isLearner;
    this.#windowMessages = windowMessages;
    this.#windowBytes = windowBytes;
    this.inflights = new Inflights(windowMessages, windowBytes);
  }

  /** The same knowledge about a member whose right to vote changes. */
  withLearner(isLearner: boolean): Progress {
    const copy = new Progress(this.id, this.next, isLearner, this.#windowMessages, this.#windowBytes);
    copy.match = this.match;
    copy.recentActive = this.recentActive;
    return copy;
  }

  /** A new term: nothing is known. */
  reset(next: number, match: number): void {
    this.#enter('StateProbe');
    this.match = match;
    this.next = next;
    this.recentActive = false;
    this.#sentCommit = 0;
  }

  get isPaused(): boolean {
    return this.flowPaused || this.reading !== 0 || this.state === 'StateSnapshot';
  }

  becomeProbe(): void {
    // A snapshot that was announced may have arrived: probing starts behind it.
    const reached = this.state === 'StateSnapshot' ? this.pendingSnapshot : 0;
    this.#enter('StateProbe');
    this.next = Math.max(this.match, reached) + 1;
    this.#sentCommit = Math.min(this.#sentCommit, this.next - 1);
  }

  becomeReplicate(): void {
    this.#enter('StateReplicate');
    this.next = this.match + 1;
  }

  becomeSnapshot(index: number): void {
    this.#enter('StateSnapshot');
    this.pendingSnapshot = index;
    this.next = Math.max(this.match, index) + 1;
    this.#sentCommit = index;
  }

  /** An append with this many entries has left. */
  sentEntries(count: number, bytes: number): void {
    if (this.state === 'StateProbe') {
      // An empty append is cheap enough to be repeated; with entries, one at a time.
      if (count > 0) this.flowPaused = true;
      return;
    }
    if (count > 0) {
      this.next += count;
      this.inflights.add(this.next - 1, bytes);
    }
    this.flowPaused = this.inflights.isFull;
  }

  sentCommit(commit: number): void {
    this.#sentCommit = commit;
  }

  /** Whether a message with this commit index would teach the member something it can use. */
  canRaiseCommit(commit: number): boolean {
    return commit > this.#sentCommit && this.#sentCommit < this.next - 1;
  }

  /** The member has everything up to `index`; false when that was known. */
  accepted(index: number): boolean {
    if (index <= this.match) return false;
    this.match = index;
    this.next = Math.max(this.next, index + 1);
    this.flowPaused = false;
    return true;
  }

  /**
   * The member refused an append that follows on `rejected`; the logs may match at `hint`. False when the answer is
   * stale: when streaming, what is at or below `match` cannot be refused; when probing, only the one probe that is
   * out can.
   */
  rejected(rejected: number, hint: number): boolean {
    if (this.state === 'StateReplicate') {
      if (rejected <= this.match) return false;
      this.next = this.match + 1;
      this.#sentCommit = Math.min(this.#sentCommit, this.next - 1);
      return true;
    }
    if (this.next - 1 !== rejected) return false;
    this.next = Math.max(Math.min(rejected, hint + 1), this.match + 1);
    this.#sentCommit = Math.min(this.#sentCommit, this.next - 1);
    this.flowPaused = false;
    // Entries that are still being read would follow on the place that was refused.
    this.reading = 0;
    return true;
  }

  #enter(state: ProgressState): void {
    this.state = state;
    this.flowPaused = false;
    this.reading = 0;
    this.pendingSnapshot = 0;
    this.inflights.reset();
  }
}
