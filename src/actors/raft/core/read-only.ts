/**
 * Linearizable reads: requests that wait for a round of heartbeats which proves that this leader still leads.
 *
 * Requests are collected until the next `Ready`, then leave as one round: its number travels in the heartbeats and
 * comes back in the answers. A member that answers round n leads proof for every earlier round too, so the rounds
 * that a quorum has confirmed are found like a commit index. The read index of a round is the commit index at its
 * opening, never that of a retry. Rounds end with the term; what was not confirmed is not answered.
 */
import { NO_BYTES } from './message.js';
import { type JointConfig, jointCommittedIndex } from './quorum.js';

export interface ReadRequest {
  readonly from: number;
  readonly context: Uint8Array;
}

export interface ReadRound {
  readonly round: number;
  readonly index: number;
  readonly requests: readonly ReadRequest[];
}

/** Collected and unconfirmed requests; one more is dropped, and whoever asked meets its deadline. */
export const READ_REQUESTS_MAX = 16_384;

const CONTEXT_BYTES = 8;

export class ReadRounds {
  #collected: ReadRequest[] = [];
  /** Oldest first. */
  #open: ReadRound[] = [];
  #requestsOpen = 0;
  #lastRound = 0;
  #lastContext = NO_BYTES;
  /** The highest round each member has answered. */
  readonly #answered = new Map<number, number>();
  readonly #answeredBy = (id: number): number | undefined => this.#answered.get(id);

  get hasCollected(): boolean {
    return this.#collected.length > 0;
  }

  /** False when too many are waiting. */
  collect(request: ReadRequest): boolean {
    if (this.#collected.length + this.#requestsOpen >= READ_REQUESTS_MAX) return false;
    this.#collected.push(request);
    return true;
  }

  takeCollected(): readonly ReadRequest[] {
    const requests = this.#collected;
    this.#collected = [];
    return requests;
  }

  /** Opens a round for all that was collected, answered by `self` already. */
  open(index: number, self: number): void {
    const requests = this.takeCollected();
    this.#lastRound += 1;
    this.#open.push({ round: this.#lastRound, index, requests });
    this.#requestsOpen += requests.length;
    this.#answered.set(self, this.#lastRound);
    this.#lastContext = encodeRound(this.#lastRound);
  }

  /** What the next heartbeat carries: the newest open round, so that every heartbeat also repeats what was lost. */
  get context(): Uint8Array {
    return this.#open.length === 0 ? NO_BYTES : this.#lastContext;
  }

  /** A member's heartbeat answer; gives the rounds it completes, oldest first. */
  answered(id: number, context: Uint8Array, voters: JointConfig): readonly ReadRound[] {
    const round = decodeRound(context);
    if (round === undefined || round > this.#lastRound || round <= (this.#answered.get(id) ?? 0)) return [];
    this.#answered.set(id, round);
    const confirmed = jointCommittedIndex(voters, this.#answeredBy);
    let count = 0;
    for (const open of this.#open) {
      if (open.round > confirmed) break;
      this.#requestsOpen -= open.requests.length;
      count += 1;
    }
    return this.#open.splice(0, count);
  }

  /** The term is over. */
  reset(): void {
    this.#collected = [];
    this.#open = [];
    this.#requestsOpen = 0;
    this.#lastRound = 0;
    this.#answered.clear();
  }
}

function encodeRound(round: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(CONTEXT_BYTES);
  new DataView(bytes.buffer).setFloat64(0, round);
  return bytes;
}

/** Undefined for what is no round of ours. */
function decodeRound(context: Uint8Array): number | undefined {
  if (context.length !== CONTEXT_BYTES) return undefined;
  const round = new DataView(context.buffer, context.byteOffset, CONTEXT_BYTES).getFloat64(0);
  return Number.isSafeInteger(round) && round > 0 ? round : undefined;
}
