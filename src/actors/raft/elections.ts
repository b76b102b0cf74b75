/**
 * Elections: when a replica campaigns because of what it knows, before its election timeout says so.
 *
 * A leader's process is gone: everyone forgets that leader, or stickiness would refuse the pre-votes, and campaigns after
 * a pause. A group starts without a leader: its first replica campaigns as soon as a majority is connected; the others
 * wait for an election timeout from there. A member asks for votes although it leads here: it has started again, and
 * leads no longer.
 *
 * The pause after evidence lies between 5 and 40 ms. It cannot be nothing: every member must have heard the evidence before
 * the first request for a vote reaches it, and a connection's end is noticed within a millisecond or two of the others'.
 * It need not be longer: what must not happen is that two campaign at once, since each would vote for itself, and a
 * campaign takes longer than a random pause can keep apart (two hops and an fsync, 2 to 4 ms; two pauses drawn from 35 ms
 * lie that close in one case of six). So the members take turns instead: each has a slot of its own, in the order of their ids, so
 * that one node leads all groups of the dead one, as that did, and chance only moves within the first half of a slot, so that
 * the groups of a node do not all campaign in the same turn. Who grants a pre-vote meanwhile lets that
 * candidate have its try. With three replicas the first asks 5 to 14 ms after the evidence, the second 22 to 31 ms, if it
 * still has to.
 *
 * A campaign may come to nothing: its messages were lost, the other log was longer, a voter had not heard yet. Then it is
 * tried again, a few times, at growing intervals; afterwards the election timeout rules alone.
 */
import type { ActorContext, TimerId } from '../../runtime/actor/actor.js';
import type { Core } from './core/types.js';
import { NONE } from './core/types.js';
import type { GroupMessage } from './protocol.js';

type Context = ActorContext<GroupMessage>;

const PAUSE_MS_MIN = 5;
const PAUSE_MS_MAX = 40;
const ATTEMPTS_MAX = 4;
/** Before the second attempt; doubles with each, plus up to as much again by chance. */
const RETRY_MS = 50;

const CAMPAIGN: GroupMessage = { type: 'campaign', body: {} };

export interface ElectionOptions {
  readonly replica: number;
  /** All members, this one included. */
  readonly replicas: readonly number[];
  /** The member that campaigns first when the group starts. */
  readonly firstReplica: number;
}

export class Elections {
  readonly #options: ElectionOptions;
  readonly #core: Core;
  #timer: TimerId | undefined;
  #isDue = false;
  #attemptsLeft = 0;
  /** A majority of the members' nodes has been connected in this life of the group. */
  #hasSeenMajority = false;

  constructor(options: ElectionOptions, core: Core) {
    this.#options = options;
    this.#core = core;
  }

  /** There is evidence that the leader's process is over. */
  leaderGone(campaignDelayMs: number, ctx: Context): void {
    const { lead } = this.#core;
    this.#core.forgetLeader();
    this.#attemptsLeft = ATTEMPTS_MAX;
    this.#arm(campaignDelayMs + this.#pauseMs(lead, ctx), ctx);
  }

  /** A member that this replica takes for the leader asks for votes. */
  leaderCampaigns(): void {
    this.#core.forgetLeader();
  }

  majorityConnected(ctx: Context): void {
    if (this.#hasSeenMajority) return;
    this.#hasSeenMajority = true;
    if (this.#core.lead !== NONE) return;
    if (this.#options.replica === this.#options.firstReplica) {
      this.#attemptsLeft = ATTEMPTS_MAX;
      this.#arm(0, ctx);
    } else {
      this.#core.restartElectionTimeout();
    }
  }

  /** Another member was granted a pre-vote: it gets the time to win. */
  grantedPreVote(ctx: Context): void {
    if (this.#timer !== undefined || this.#isDue) this.#arm(RETRY_MS + RETRY_MS * ctx.random().fraction(), ctx);
  }

  /** The timer has fired. What else is in this turn comes first: it may hold somebody else's request. */
  timerFired(): void {
    this.#timer = undefined;
    this.#isDue = true;
  }

  /**
   * At a turn's end: campaigns if it is time; false when not. `isVoting`: this candidate's own vote is still on its way
   * to the disk.
   */
  campaignIfDue(isVoting: boolean, ctx: Context): boolean {
    if (!this.#isDue) return false;
    this.#isDue = false;
    if (this.#core.lead !== NONE || this.#attemptsLeft === 0) return false;
    this.#attemptsLeft -= 1;
    // Starting over would only make a slow disk write one term more.
    if (!isVoting) this.#core.campaign();
    if (this.#attemptsLeft > 0) {
      const intervalMs = RETRY_MS * 2 ** (ATTEMPTS_MAX - 1 - this.#attemptsLeft);
      this.#arm(intervalMs + intervalMs * ctx.random().fraction(), ctx);
    }
    return !isVoting;
  }

  /** This replica's slot, and a moment in the first half of it. */
  #pauseMs(gone: number, ctx: Context): number {
    const { replica, replicas } = this.#options;
    const left = replicas.filter((one) => one !== gone).sort((a, b) => a - b);
    const turn = left.indexOf(replica);
    const slotMs = (PAUSE_MS_MAX - PAUSE_MS_MIN) / left.length;
    return PAUSE_MS_MIN + slotMs * (turn + ctx.random().fraction() / 2);
  }

  #arm(ms: number, ctx: Context): void {
    if (this.#timer !== undefined) ctx.cancel(this.#timer);
    this.#isDue = false;
    this.#timer = ctx.after(ms, CAMPAIGN);
  }
}
