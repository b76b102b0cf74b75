/**
 * Running group: the core of a replica that has opened its log and state, and everything that carries out what it
 * wants.
 *
 *   messages -> core -> Ready -> peers          (Raft messages)
 *                             -> append stream  (log writer)   -> acknowledgements -> core
 *                             -> apply stream   (applier)      -> acknowledgements -> core
 *                             -> reads          (applier)
 *
 * What arrives in a turn is stepped at once; proposals, reads and Ready are taken once, at the turn's end.
 */
import type { ActorContext, ActorRef } from '../../runtime/actor/actor.js';
import { assert, unreachable } from '../../runtime/base/assert.js';
import { ERRORS, isErrorCode } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import type { apply, Body, raft, storage } from '../../runtime/base/proto.js';
import type { ApplierMessage } from '../applier/protocol.js';
import type { LogWriterMessage } from '../log-writer/protocol.js';
import { AppendStream } from './append-stream.js';
import { ApplyStream } from './apply-stream.js';
import { createCore } from './core/raft.js';
import {
  type Core,
  EntryType,
  LOCAL_APPEND_THREAD,
  LOCAL_APPLY_THREAD,
  type Message,
  MessageType,
  NONE,
  type Ready,
} from './core/types.js';
import { coreConfig, coreStart } from './core-start.js';
import { Elections } from './elections.js';
import { EntryReads } from './entry-reads.js';
import { byGateway, type Refusal, refuse, tellLeader } from './gateways.js';
import { LogClock } from './log-clock.js';
import { LogSpace } from './log-space.js';
import type { NeighbourChange, Neighbours } from './neighbours.js';
import { PeerMail } from './peer-mail.js';
import { fromWire } from './peer-messages.js';
import { clockEntry, type EntryProposal, entriesOf, type Fates, type Proposals } from './proposals.js';
import type { GroupMessage } from './protocol.js';
import type { Read, Reads } from './reads.js';
import {
  LOG_DISK_FULL,
  leaderCutOff,
  ledElsewhere,
  READ_UNCONFIRMED,
  STATE_BEHIND,
  STATE_REOPENING,
  TOO_MUCH_UNCOMMITTED,
} from './refusals.js';
import type { GroupReport, Stopped } from './status.js';

type Context = ActorContext<GroupMessage>;
type Opened = Body<storage.Opened.$Properties>;
type StateOpened = Body<apply.StateOpened.$Properties>;

/** A turn settles after a few; more than this is a core that wants the same thing again and again. */
const READIES_PER_TURN_MAX = 1_000;

export interface GroupParts {
  readonly replica: number;
  /** Every replica's node, this one's included. */
  readonly nodes: ReadonlyMap<number, number>;
  readonly firstReplica: number;
  readonly neighbours: Neighbours;
  readonly writer: ActorRef<LogWriterMessage>;
  readonly applier: ActorRef<ApplierMessage>;
  readonly limits: Limits;
  readonly proposals: Proposals;
  readonly reads: Reads;
}

export class RunningGroup {
  readonly #parts: GroupParts;
  readonly #core: Core;
  readonly #appends: AppendStream;
  readonly #applies: ApplyStream;
  readonly #entryReads: EntryReads;
  readonly #elections: Elections;
  readonly #space: LogSpace;
  readonly #mail: PeerMail;
  readonly #clock = new LogClock();
  readonly #voters: readonly number[];
  readonly #hasNewTermOrVote = (): boolean => this.#appends.differsInTermOrVote(this.#core.status());
  /** Local reads see at least what was committed when the group started. */
  readonly #commitAtStart: number;
  /** Who leads, in which term, as far as requests have been told. */
  #lead = NONE;
  #leadTerm = 0;
  /** Of the last entry that was proposed to carry the clock forward. */
  #clockEntryIndex = 0;

  constructor(parts: GroupParts, opened: Opened, state: StateOpened, ctx: Context) {
    const { replica, nodes, firstReplica, neighbours, limits, writer, applier } = parts;
    const start = coreStart(opened, state);
    this.#parts = parts;
    this.#core = createCore(coreConfig(replica, limits, ctx), start);
    this.#appends = new AppendStream(writer, opened, start.hardState, limits);
    this.#applies = new ApplyStream(applier, state, limits);
    this.#entryReads = new EntryReads(writer);
    const replicas = [...nodes.keys()];
    this.#mail = new PeerMail(ctx.self.instance, nodes);
    this.#elections = new Elections({ replica, replicas, firstReplica }, this.#core);
    this.#space = new LogSpace(opened.purgeIndex, limits.purgeEntriesMin);
    this.#clock.observe(state.logClockMs);
    this.#voters = this.#core.status().voters;
    this.#commitAtStart = start.hardState.commit;
    // Nobody else could lead: there is no reason to wait for an election timeout.
    if (this.#voters.length === 1 && this.#voters[0] === replica) this.#core.campaign();
    else if (neighbours.isMajorityConnected) this.#elections.majorityConnected(ctx);
  }

  fromPeer(body: Body<raft.Message.$Properties>, ctx: Context): void {
    const { replica, nodes } = this.#parts;
    const message = fromWire(body, replica, nodes, ctx.sender?.node ?? NONE);
    if (message === undefined) {
      ctx.metrics.count('raft_messages_refused');
      return;
    }
    const { type, from, term } = message;
    if (body.clockMs > 0) this.#clock.report(from, body.clockMs, ctx.now());
    if (type === MessageType.Heartbeat && term >= this.#core.term) this.#space.heard(body.matchAll);
    const asksForVotes = type === MessageType.PreVote || type === MessageType.Vote;
    if (asksForVotes && from === this.#core.lead && term > this.#core.term) this.#elections.leaderCampaigns();
    this.#core.step(message);
  }

  /** Another member's node was reached, or lost, or its process is over. */
  neighbourChanged(change: NeighbourChange, ctx: Context): void {
    const { nodes, neighbours, reads } = this.#parts;
    const { node } = change;
    const replicas = [...nodes.keys()].filter((replica) => nodes.get(replica) === node);
    if (change.kind === 'connected') {
      for (const replica of replicas) this.#core.reportReachable(replica);
      if (neighbours.isMajorityConnected) this.#elections.majorityConnected(ctx);
      return;
    }
    for (const replica of replicas) this.#core.reportUnreachable(replica);
    if (nodes.get(this.#core.lead) !== node) return;
    switch (change.kind) {
      case 'lost':
        // Question or answer of each round may be lost with the connection; the leader may live on.
        refuse(ctx, reads.drainRounds(), leaderCutOff(ctx.self.instance, node));
        break;
      case 'gone':
        this.#elections.leaderGone(change.campaignDelayMs, ctx);
        break;
      default:
        unreachable(change);
    }
  }

  /** What was held back leaves. */
  resume(ctx: Context): void {
    this.#applies.hurry(ctx);
    this.#mail.resume(this.#space.matchAll, ctx);
  }

  campaignTimerFired(): void {
    this.#elections.timerFired();
  }

  appended(body: Body<storage.Appended.$Properties>, ctx: Context): Stopped | undefined {
    const wasFull = this.#appends.isFull;
    const acknowledged = this.#appends.acknowledge(body, ctx);
    switch (acknowledged.kind) {
      case 'durable':
        if (wasFull) ctx.log.info('the log disk has room again: writes are taken');
        this.#release(acknowledged.responses, ctx);
        return undefined;
      case 'full':
        if (!wasFull) ctx.log.error('the log disk is full: writes are refused until there is room');
        return undefined;
      case 'stale':
        ctx.metrics.count('acknowledgements_stale');
        return undefined;
      case 'rejected':
        return { code: 'ERR_APPEND_REJECTED', reason: acknowledged.reason };
    }
  }

  applied(body: Body<apply.Applied.$Properties>, ctx: Context): Stopped | undefined {
    const responses = this.#applies.applied(body, ctx);
    if (responses === undefined) {
      ctx.metrics.count('acknowledgements_stale');
      return undefined;
    }
    const { errorCode, errorMessage } = body;
    if (isErrorCode(errorCode) && !ERRORS[errorCode].retryable) return { code: errorCode, reason: errorMessage };
    this.#clock.observe(body.logClockMs);
    this.#release(responses, ctx);
    return undefined;
  }

  entriesRead(body: Body<storage.EntriesRead.$Properties>): Stopped | undefined {
    return this.#entryReads.answered(body, this.#core);
  }

  writerLost(): void {
    this.#appends.writerLost();
  }

  writerFound(opened: Opened, ctx: Context): Stopped | undefined {
    const responses = this.#appends.writerFound(opened, ctx);
    if (responses === undefined) {
      const reason = `the log was rolled back: it stands at append ${opened.sequence}, which is not what it said`;
      return { code: 'ERR_CORRUPT', reason };
    }
    this.#release(responses, ctx);
    this.#entryReads.askAgain(ctx);
    return undefined;
  }

  applierLost(): Stopped | undefined {
    if (!this.#applies.applierLost()) return undefined;
    const reason = `the applier crashed twice at the entry after ${this.#applies.appliedIndex}: see its log`;
    return { code: 'ERR_GROUP_STOPPED', reason };
  }

  applierFound(opened: StateOpened, ctx: Context): void {
    this.#clock.observe(opened.logClockMs);
    this.#release(this.#applies.applierFound(opened, ctx), ctx);
  }

  tick(ctx: Context): void {
    const { proposals, reads } = this.#parts;
    const nowMs = ctx.now();
    this.#core.tick();
    this.#appends.resendDue(ctx);
    proposals.expire(nowMs);
    refuse(ctx, reads.expired(nowMs), READ_UNCONFIRMED);
    this.#proposeClock(ctx);
    const status = this.#core.status();
    this.#space.reportStranded(status, ctx);
    const purgeIndex = this.#space.due(status, this.#applies.flushedIndex);
    if (purgeIndex === undefined) return;
    this.#appends.purge(purgeIndex, ctx);
    this.#core.purged(purgeIndex);
  }

  endTurn(ctx: Context): void {
    this.#followLeader(ctx);
    this.#propose(ctx);
    this.#beginReads(ctx);
    this.#takeReadies(ctx);
    const isVoting = this.#core.role === 'StateCandidate' && this.#appends.outstandingCount > 0;
    if (this.#elections.campaignIfDue(isVoting, ctx)) this.#takeReadies(ctx);
    this.#parts.reads.endTurn();
  }

  #takeReadies(ctx: Context): void {
    for (let readies = 0; this.#core.hasReady(); readies += 1) {
      assert(readies < READIES_PER_TURN_MAX, 'a turn of a group settles', { group: ctx.self.instance });
      const withStorage = this.#appends.hasCredit(this.#hasNewTermOrVote);
      this.#carryOut(this.#core.ready({ withStorage }), ctx);
      if (!withStorage) return;
    }
  }

  report(): Omit<GroupReport, 'group' | 'replica' | 'nodes' | 'stopped'> {
    return {
      core: this.#core.status(),
      appliedIndex: this.#applies.appliedIndex,
      flushedIndex: this.#applies.flushedIndex,
      purgeIndex: this.#space.purgeIndex,
      logClockMs: this.#clock.lastMs,
    };
  }

  #carryOut(ready: Ready, ctx: Context): void {
    for (const { index, context } of ready.readStates) this.#read(index, this.#parts.reads.confirmed(context), ctx);
    this.#followLeader(ctx);
    for (const message of ready.messages) {
      if (message.to === LOCAL_APPEND_THREAD) {
        this.#release(this.#appends.submit(message, ready.hardState, ctx), ctx);
      } else if (message.to === LOCAL_APPLY_THREAD) {
        const isUnhurried = this.#core.role === 'StateFollower';
        const isSent = this.#applies.submit(message, this.#waitersOf(message, ctx), isUnhurried, ctx);
        if (!isSent) this.#mail.pause(ctx);
      } else {
        this.#toPeer(message, ctx);
      }
    }
    for (const request of ready.entryRequests) this.#entryReads.ask(request, this.#core.term, ctx);
  }

  /** Responses whose work is done: to peers, or into the core itself. */
  #release(responses: readonly Message[], ctx: Context): void {
    for (const response of responses) {
      if (response.to === this.#parts.replica) this.#core.step(response);
      else this.#toPeer(response, ctx);
    }
  }

  #toPeer(message: Message, ctx: Context): void {
    if (message.type === MessageType.PreVoteResp && !message.reject) this.#elections.grantedPreVote(ctx);
    this.#mail.send(message, this.#space.matchAll, ctx);
  }

  /** Rounds of reads belong to a leader and its term: with another one they are never confirmed. */
  #followLeader(ctx: Context): void {
    const { lead, term } = this.#core;
    if (lead === this.#lead && term === this.#leadTerm) return;
    if (lead !== this.#lead) ctx.log.info('leader changed', { from: this.#lead, to: lead, term });
    this.#lead = lead;
    this.#leadTerm = term;
    this.#clockEntryIndex = 0;
    refuse(ctx, this.#parts.reads.drainRounds(), this.#elsewhere(ctx));
    const leaderNode = this.#parts.nodes.get(lead);
    if (leaderNode !== undefined) tellLeader(ctx, leaderNode);
    // A leader's proposals are waited for.
    this.#applies.hurry(ctx);
  }

  /** Where a request that this replica cannot serve may be tried. */
  #elsewhere(ctx: Context): Refusal {
    return ledElsewhere(ctx.self.instance, this.#parts.nodes.get(this.#lead) ?? 0);
  }

  #propose(ctx: Context): void {
    const { proposals, limits, replica } = this.#parts;
    if (!proposals.hasPending) return;
    const taken = proposals.take();
    const { term, lastIndex } = this.#core;
    const refusal = this.#refusalOfWrites(ctx);
    if (refusal !== undefined) {
      refuse(ctx, taken, refusal);
      return;
    }
    const nowMs = ctx.now();
    const clockMs = this.#clock.stamp(nowMs, replica, this.#voters);
    const entries = entriesOf(taken, clockMs, limits.entryBytesMax);
    if (!this.#toCore(entries)) {
      refuse(ctx, taken, TOO_MUCH_UNCOMMITTED);
      return;
    }
    ctx.metrics.count('proposals', taken.length);
    ctx.metrics.count('entries_proposed', entries.length);
    entries.forEach(({ names }, at) => {
      proposals.expect({ index: lastIndex + 1 + at, term }, names, nowMs);
    });
  }

  #refusalOfWrites(ctx: Context): Refusal | undefined {
    if (this.#core.role !== 'StateLeader') return this.#elsewhere(ctx);
    return this.#appends.isFull ? LOG_DISK_FULL : undefined;
  }

  #toCore(entries: readonly EntryProposal[]): boolean {
    return this.#core.propose(entries.map(({ data }) => ({ type: EntryType.Normal, data }))) === 'ok';
  }

  /** Expiry is judged by the clock of applied entries: when nobody writes, an entry without commands moves it. */
  #proposeClock(ctx: Context): void {
    const dueMs = this.#applies.nextExpiryMs;
    const nowMs = ctx.now();
    if (dueMs === 0 || nowMs < dueMs || this.#clockEntryIndex > this.#applies.appliedIndex) return;
    if (this.#core.role !== 'StateLeader' || this.#appends.isFull) return;
    const clockMs = this.#clock.stamp(nowMs, this.#parts.replica, this.#voters);
    const index = this.#core.lastIndex + 1;
    if (clockMs >= dueMs && this.#toCore([clockEntry(clockMs)])) this.#clockEntryIndex = index;
  }

  #beginReads(ctx: Context): void {
    const { reads, nodes, neighbours } = this.#parts;
    const local = reads.takeLocal();
    if (this.#applies.appliedIndex < this.#commitAtStart) refuse(ctx, local, STATE_BEHIND);
    else this.#read(this.#commitAtStart, local, ctx);
    if (!reads.hasPending) return;
    const leaderNode = nodes.get(this.#core.lead) ?? 0;
    if (leaderNode === 0) refuse(ctx, reads.take(), this.#elsewhere(ctx));
    else if (neighbours.isCut(leaderNode)) refuse(ctx, reads.take(), leaderCutOff(ctx.self.instance, leaderNode));
    else this.#core.readIndex(reads.begin(ctx.now()));
  }

  #read(readIndex: number, reads: readonly Read[], ctx: Context): void {
    if (reads.length === 0) return;
    if (this.#applies.isDown) {
      refuse(ctx, reads, STATE_REOPENING);
      return;
    }
    for (const [gateway, own] of byGateway(reads)) {
      const queries = own.map(({ query }) => query);
      this.#applies.read(readIndex, gateway, queries, ctx);
    }
  }

  /** Those who wait for the entries of a `StorageApply`; proposals that these entries displaced are refused. */
  #waitersOf(message: Message, ctx: Context): Fates['waiters'] {
    const { proposals } = this.#parts;
    const fates: Fates = { waiters: [], displaced: [] };
    if (!proposals.isAwaited) return fates.waiters;
    for (const { index, term } of message.entries) proposals.committed(index, term, fates);
    if (message.entries.length === 0) {
      for (const index of proposals.awaitedUpTo(message.index)) {
        const term = this.#core.termAt(index);
        if (term !== undefined) proposals.committed(index, term, fates);
      }
    }
    if (fates.displaced.length > 0) refuse(ctx, fates.displaced, { ...this.#elsewhere(ctx), code: 'ERR_NOT_LEADER' });
    return fates.waiters;
  }
}
