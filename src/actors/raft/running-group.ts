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
import { assert } from '../../runtime/base/assert.js';
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
  type CoreStatus,
  EntryType,
  LOCAL_APPEND_THREAD,
  LOCAL_APPLY_THREAD,
  type Message,
  NONE,
  type Ready,
} from './core/types.js';
import { coreConfig, coreStart } from './core-start.js';
import { EntryReads } from './entry-reads.js';
import { byGateway, type Refusal, type RequestName, refuse } from './gateways.js';
import { LogClock } from './log-clock.js';
import { fromWire, toWire } from './peer-messages.js';
import { clockEntry, type EntryProposal, entriesOf, type Proposals } from './proposals.js';
import type { GroupMessage } from './protocol.js';
import type { Read, Reads } from './reads.js';
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
  readonly #clock = new LogClock();
  /** Local reads see at least what was committed when the group started. */
  readonly #commitAtStart: number;
  #lead = NONE;
  #purgeIndex: number;
  /** Every member has the log up to here; the leader knows, and tells the others. */
  #matchAll = 0;
  /** Of the last entry that was proposed to carry the clock forward. */
  #clockEntryIndex = 0;

  constructor(parts: GroupParts, opened: Opened, state: StateOpened, ctx: Context) {
    const { replica, limits, writer, applier } = parts;
    const start = coreStart(opened, state);
    this.#parts = parts;
    this.#core = createCore(coreConfig(replica, limits, ctx), start);
    this.#appends = new AppendStream(writer, opened, start.hardState, limits);
    this.#applies = new ApplyStream(applier, state, limits);
    this.#entryReads = new EntryReads(writer);
    this.#clock.observe(state.logClockMs);
    this.#commitAtStart = start.hardState.commit;
    this.#purgeIndex = opened.purgeIndex;
    // Nobody else could lead: there is no reason to wait for an election timeout.
    if (start.confState.voters.length === 1 && start.confState.voters[0] === replica) this.#core.campaign();
  }

  fromPeer(body: Body<raft.Message.$Properties>, ctx: Context): void {
    const { replica, nodes } = this.#parts;
    const message = fromWire(body, replica, nodes, ctx.sender?.node ?? NONE);
    if (message === undefined) {
      ctx.metrics.count('raft_messages_refused');
      return;
    }
    if (body.clockMs > 0) this.#clock.report(message.from, body.clockMs, ctx.now());
    this.#matchAll = Math.max(this.#matchAll, body.matchAll);
    this.#core.step(message);
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
    const message = 'the read was not confirmed by a majority in time; try again';
    refuse(ctx, reads.expired(nowMs), { code: 'ERR_NOT_READY', message, leaderNode: 0 });
    const status = this.#core.status();
    this.#proposeClock(status, ctx);
    this.#purgeWhatIsDue(status, ctx);
  }

  endTurn(ctx: Context): void {
    this.#propose(ctx);
    this.#beginReads(ctx);
    for (let readies = 0; this.#core.hasReady(); readies += 1) {
      assert(readies < READIES_PER_TURN_MAX, 'a turn of a group settles', { group: ctx.self.instance });
      const withStorage = this.#appends.hasCredit(() => this.#appends.differsInTermOrVote(this.#core.status()));
      this.#carryOut(this.#core.ready({ withStorage }), ctx);
      if (!withStorage) break;
    }
    this.#parts.reads.endTurn();
  }

  report(): Pick<GroupReport, 'core' | 'appliedIndex' | 'flushedIndex' | 'purgeIndex' | 'logClockMs'> {
    return {
      core: this.#core.status(),
      appliedIndex: this.#applies.appliedIndex,
      flushedIndex: this.#applies.flushedIndex,
      purgeIndex: this.#purgeIndex,
      logClockMs: this.#clock.lastMs,
    };
  }

  #carryOut(ready: Ready, ctx: Context): void {
    for (const { index, context } of ready.readStates) this.#read(index, this.#parts.reads.confirmed(context), ctx);
    if (ready.softState !== undefined) this.#leaderIs(ready.softState.lead, ctx);
    for (const message of ready.messages) {
      if (message.to === LOCAL_APPEND_THREAD) {
        this.#release(this.#appends.submit(message, ready.hardState, ctx), ctx);
      } else if (message.to === LOCAL_APPLY_THREAD) {
        this.#applies.submit(message, this.#waitersOf(message, ctx), ctx);
      } else {
        this.#toPeer(message, ctx);
      }
    }
    if (ready.entryRequests.length === 0) return;
    const { term } = this.#core.status();
    for (const request of ready.entryRequests) this.#entryReads.ask(request, term, ctx);
  }

  /** Responses whose work is done: to peers, or into the core itself. */
  #release(responses: readonly Message[], ctx: Context): void {
    for (const response of responses) {
      if (response.to === this.#parts.replica) this.#core.step(response);
      else this.#toPeer(response, ctx);
    }
  }

  #toPeer(message: Message, ctx: Context): void {
    const node = this.#parts.nodes.get(message.to);
    if (node === undefined) return;
    const peer: ActorRef<GroupMessage> = { node, kind: 'group', instance: ctx.self.instance };
    ctx.send(peer, { type: 'raft', body: toWire(message, ctx.now(), this.#matchAll) });
  }

  #leaderIs(lead: number, ctx: Context): void {
    if (lead === this.#lead) return;
    ctx.log.info('leader changed', { from: this.#lead, to: lead });
    this.#lead = lead;
    this.#clockEntryIndex = 0;
    refuse(ctx, this.#parts.reads.drain(), this.#elsewhere(ctx));
  }

  /** Where a request that this replica cannot serve may be tried. */
  #elsewhere(ctx: Context): Refusal {
    const group = ctx.self.instance;
    if (this.#lead === NONE) {
      return { code: 'ERR_NOT_READY', message: `group ${group} has no leader at the moment; try again`, leaderNode: 0 };
    }
    const leaderNode = this.#parts.nodes.get(this.#lead) ?? 0;
    return { code: 'ERR_NOT_LEADER', message: `group ${group} is led by node ${leaderNode}`, leaderNode };
  }

  #propose(ctx: Context): void {
    const { proposals, limits, replica } = this.#parts;
    if (!proposals.hasPending) return;
    const taken = proposals.take();
    const status = this.#core.status();
    const refusal = this.#refusalOfWrites(status, ctx);
    if (refusal !== undefined) {
      refuse(ctx, taken, refusal);
      return;
    }
    const nowMs = ctx.now();
    const clockMs = this.#clock.stamp(nowMs, replica, status.voters);
    const entries = entriesOf(taken, clockMs, limits.entryBytesMax);
    if (!this.#toCore(entries)) {
      const message = 'too much is waiting to be replicated, or leadership is being handed over; try again';
      refuse(ctx, taken, { code: 'ERR_PROPOSAL_DROPPED', message, leaderNode: 0 });
      return;
    }
    ctx.metrics.count('proposals', taken.length);
    ctx.metrics.count('entries_proposed', entries.length);
    entries.forEach(({ names }, at) => {
      proposals.expect({ index: status.lastIndex + 1 + at, term: status.term }, names, nowMs);
    });
  }

  #refusalOfWrites(status: CoreStatus, ctx: Context): Refusal | undefined {
    if (status.role !== 'StateLeader') {
      this.#leaderIs(status.lead, ctx);
      return this.#elsewhere(ctx);
    }
    if (!this.#appends.isFull) return undefined;
    const message = 'the disk of the log is full; writes are refused until there is room';
    return { code: 'ERR_STORAGE_FULL', message, leaderNode: 0 };
  }

  #toCore(entries: readonly EntryProposal[]): boolean {
    return this.#core.propose(entries.map(({ data }) => ({ type: EntryType.Normal, data }))) === 'ok';
  }

  /** Expiry is judged by the clock of applied entries: when nobody writes, an entry without commands moves it. */
  #proposeClock(status: CoreStatus, ctx: Context): void {
    const dueMs = this.#applies.nextExpiryMs;
    const nowMs = ctx.now();
    if (dueMs === 0 || nowMs < dueMs || this.#clockEntryIndex > this.#applies.appliedIndex) return;
    if (status.role !== 'StateLeader' || this.#appends.isFull) return;
    const clockMs = this.#clock.stamp(nowMs, this.#parts.replica, status.voters);
    if (clockMs >= dueMs && this.#toCore([clockEntry(clockMs)])) this.#clockEntryIndex = status.lastIndex + 1;
  }

  #beginReads(ctx: Context): void {
    const { reads } = this.#parts;
    this.#read(this.#commitAtStart, reads.takeLocal(), ctx);
    if (!reads.hasPending) return;
    const { lead } = this.#core.status();
    if (lead === NONE) {
      this.#leaderIs(NONE, ctx);
      refuse(ctx, reads.take(), this.#elsewhere(ctx));
      return;
    }
    this.#core.readIndex(reads.begin(ctx.now()));
  }

  #read(readIndex: number, reads: readonly Read[], ctx: Context): void {
    if (reads.length === 0) return;
    if (this.#applies.isDown) {
      const message = 'the state of this replica is being opened again; try again';
      refuse(ctx, reads, { code: 'ERR_NOT_READY', message, leaderNode: 0 });
      return;
    }
    for (const [gateway, own] of byGateway(reads)) {
      const queries = own.map(({ query }) => query);
      this.#applies.read(readIndex, gateway, queries, ctx);
    }
  }

  /** Those who wait for the entries of a `StorageApply`; proposals that these entries displaced are refused. */
  #waitersOf(message: Message, ctx: Context): Body<apply.Waiter.$Properties>[] {
    const { proposals } = this.#parts;
    const waiters: Body<apply.Waiter.$Properties>[] = [];
    const displaced: RequestName[] = [];
    const resolve = (index: number, term: number | undefined): void => {
      if (term === undefined) return;
      const fate = proposals.committed({ index, term });
      waiters.push(...fate.waiters);
      displaced.push(...fate.displaced);
    };
    if (message.entries.length > 0) {
      for (const { index, term } of message.entries) resolve(index, term);
    } else {
      for (const index of proposals.awaitedUpTo(message.index)) resolve(index, this.#core.termAt(index));
    }
    if (displaced.length > 0) refuse(ctx, displaced, { ...this.#elsewhere(ctx), code: 'ERR_NOT_LEADER' });
    return waiters;
  }

  /** What is in the state file here, and in the log of every member, nobody will ask this log for. */
  #purgeWhatIsDue({ role, applied, progress }: CoreStatus, ctx: Context): void {
    if (role === 'StateLeader') this.#matchAll = Math.min(...progress.map(({ match }) => match));
    const index = Math.min(this.#applies.flushedIndex, applied, this.#matchAll);
    if (index - this.#purgeIndex < this.#parts.limits.purgeEntriesMin) return;
    this.#purgeIndex = index;
    this.#appends.purge(index, ctx);
    this.#core.purged(index);
  }
}
