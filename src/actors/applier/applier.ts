/**
 * Applier: turns a group's committed entries into state, answers from it, and brings it to the state file.
 *
 *   OpenState -> opens the state file, or goes on with what is in memory; StateOpened says where the core starts
 *   Apply     -> applies what follows, reads what is missing from the log writer, skips what it has
 *   Read      -> waits until its index is applied, then answers the gateway
 *   Flush     -> from itself: the next piece of a flush
 *
 * What it applies is committed, so it answers ahead of the disk; what it had not flushed it applies again after a
 * crash. It never applies an index twice or skips one. An entry that it cannot read stops the replica with a report.
 */
import type { Actor, ActorContext, ActorKind, ActorRef, PeerEvent } from '../../runtime/actor/actor.js';
import { assert, unreachable } from '../../runtime/base/assert.js';
import { asQuorateError, ERRORS, type ErrorCode, isErrorCode, QuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import type { Entry } from '../../runtime/base/log-store.js';
import type { NodeStorage } from '../../runtime/base/node-storage.js';
import type { apply, Body, storage } from '../../runtime/base/proto.js';
import type { LogWriterMessage } from '../log-writer/protocol.js';
import type { GroupMessage } from '../raft/protocol.js';
import { Answers } from './answers.js';
import { Flusher } from './flusher.js';
import { Gap } from './gap.js';
import { type Outcome, refused, resultOf } from './outcome.js';
import { type ApplierMessage, applierProtocol } from './protocol.js';
import { answerQuery, weightOf } from './queries.js';
import { Replica } from './replica.js';
import { type ReadableEntry, readEntry } from './state-machine.js';
import { type Read, type Waiter, Waiters } from './waiters.js';

type Context = ActorContext<ApplierMessage>;

export interface ApplierOptions {
  readonly storage: NodeStorage;
  readonly limits: Limits;
  /** Who has the log of a group. */
  readonly logWriterOf: (group: number) => ActorRef<LogWriterMessage>;
}

export function applierKind(options: ApplierOptions): ActorKind<ApplierMessage> {
  return {
    kind: 'applier',
    protocol: applierProtocol,
    create: (group) => new Applier(group, options),
  };
}

const tooManyReads = refused('ERR_OVERLOADED', 'too many reads wait for entries to be applied: retry later');
const groupStopped = ({ message }: QuorateError): Outcome => refused('ERR_GROUP_STOPPED', message);

class Applier implements Actor<ApplierMessage> {
  readonly #group: number;
  readonly #options: ApplierOptions;
  readonly #answers: Answers;
  readonly #waiters: Waiters;
  readonly #gap: Gap;
  #groupBoot = 0;
  #open: { readonly replica: Replica; readonly flusher: Flusher } | undefined;
  /** Why nothing more is applied. */
  #stopped: QuorateError | undefined;
  /** The group has something to hear. */
  #isAppliedDue = false;

  constructor(group: number, options: ApplierOptions) {
    this.#group = group;
    this.#options = options;
    this.#answers = new Answers(group);
    this.#waiters = new Waiters(options.limits.proposalsMax);
    this.#gap = new Gap(options.logWriterOf(group));
  }

  receive(message: ApplierMessage, ctx: Context): void {
    switch (message.type) {
      case 'openState':
        this.#openState(message.body, ctx);
        return;
      case 'apply':
        this.#apply(message.body, ctx);
        return;
      case 'read':
        this.#read(message.body, ctx);
        return;
      case 'entriesRead':
        this.#entriesRead(message.body, ctx);
        return;
      case 'flush':
        this.#gap.wake();
        if (this.#open?.flusher.proceed(ctx) === true) this.#isAppliedDue = true;
        return;
      default:
        unreachable(message);
    }
  }

  onPeer(_ref: ActorRef, event: PeerEvent): void {
    this.#gap.onPeer(event);
  }

  onBatchEnd(ctx: Context): void {
    const open = this.#open;
    if (open === undefined) return;
    const { replica, flusher } = open;
    this.#answerDueReads(replica, ctx);
    this.#answers.send(ctx);
    flusher.consider(ctx);
    if (!flusher.isBehind) this.#gap.proceed(replica.machine.index + 1, ctx);
    // Without the news that entries were applied the group has no credit to send more.
    if (this.#isAppliedDue && (!flusher.isBehind || this.#stopped !== undefined)) this.#sendApplied(replica, ctx);
    ctx.metrics.gauge('memory_table_bytes', replica.state.bytes);
    ctx.metrics.gauge('session_records', replica.machine.sessions.count);
    ctx.metrics.gauge('applied_index', replica.machine.index);
    ctx.metrics.gauge('flushed_index', replica.meta.flushedIndex);
  }

  onStop(): void {
    try {
      this.#open?.replica.close();
    } catch {
      // A store that failed fails to close as well; the next start opens it anew and finds out what it has.
    }
    this.#open = undefined;
  }

  #openState(body: Body<apply.OpenState.$Properties>, ctx: Context): void {
    assert(body.group === this.#group, 'an applier serves one group', { applier: this.#group, asked: body.group });
    if (body.groupBoot < this.#groupBoot) return;
    // What an older life of the group handed over it will not miss; the new one says what it needs.
    if (body.groupBoot > this.#groupBoot) this.#gap.close(ctx);
    this.#groupBoot = body.groupBoot;
    try {
      if (this.#stopped !== undefined) throw this.#stopped;
      this.#sendStateOpened(this.#openReplica(body, ctx), ctx);
    } catch (thrown) {
      const { code, message } = asQuorateError(thrown);
      if (code === 'ERR_INVARIANT') throw thrown;
      ctx.log.error('the state cannot be opened', { group: this.#group, code, reason: message });
      this.#sendNotOpened(code, message, ctx);
    }
  }

  /** A group that starts again finds its state where it is, in memory. */
  #openReplica(name: Body<apply.OpenState.$Properties>, ctx: Context): Replica {
    if (this.#open?.replica.isFor(name) === true) return this.#open.replica;
    this.#open?.flusher.stop(ctx);
    this.#open?.replica.close();
    this.#open = undefined;
    const { storage, limits } = this.#options;
    const { group, replica: id, stateFile, volumeInstance } = name;
    const replica = Replica.open({ group, replica: id, stateFile, volumeInstance }, storage, limits);
    this.#open = { replica, flusher: new Flusher(replica, limits) };
    return replica;
  }

  #apply(body: Body<apply.Apply.$Properties>, ctx: Context): void {
    const replica = this.#open?.replica;
    if (replica === undefined || !this.#isCurrent(body, ctx)) return;
    for (const waiter of body.waiters) this.#expect(waiter, replica, ctx);
    if (this.#stopped !== undefined) return;
    if (body.from > replica.machine.index + 1) this.#gap.extend(body.commit, ctx);
    else this.#applyEntries(body.entries, replica, ctx);
  }

  /** Who comes too late for an entry's results can only be told to ask again. */
  #expect(waiter: Waiter, replica: Replica, ctx: Context): void {
    if (waiter.index > replica.machine.index && this.#stopped === undefined) this.#waiters.add(waiter);
    else this.#answerUnknown(waiter, replica, ctx);
  }

  #entriesRead(body: Body<storage.EntriesRead.$Properties>, ctx: Context): void {
    const replica = this.#open?.replica;
    if (!this.#gap.accepts(body.token) || replica === undefined || this.#stopped !== undefined) return;
    if (body.errorCode === '') {
      assert(body.entries.length > 0, 'a chunk of entries is not empty', { from: body.from, to: body.to });
      this.#applyEntries(body.entries, replica, ctx);
      return;
    }
    const code: ErrorCode = isErrorCode(body.errorCode) ? body.errorCode : 'ERR_CORRUPT';
    if (ERRORS[code].retryable) this.#gap.retryLater(ctx);
    else
      this.#stop(new QuorateError(code, `the log above ${replica.machine.index}: ${body.errorMessage}`), replica, ctx);
  }

  #applyEntries(entries: readonly Entry[], replica: Replica, ctx: Context): void {
    for (const entry of entries) {
      if (entry.index <= replica.machine.index) continue;
      let readable: ReadableEntry;
      try {
        readable = readEntry(entry);
      } catch (thrown) {
        this.#stop(asQuorateError(thrown), replica, ctx);
        return;
      }
      this.#applyEntry(readable, replica, ctx);
    }
  }

  #applyEntry(entry: ReadableEntry, { machine }: Replica, ctx: Context): void {
    const outcomes = machine.apply(entry);
    this.#isAppliedDue = true;
    for (const waiter of this.#waiters.take(entry.index)) {
      for (const [position, { outcome, replayed }] of outcomes.entries()) {
        const request = waiter.requests[position] ?? 0;
        if (request === 0) continue;
        this.#answers.add(waiter, { request, result: resultOf(outcome, machine.clockMs, replayed) }, 0, ctx);
      }
    }
  }

  #read(body: Read, ctx: Context): void {
    const replica = this.#open?.replica;
    if (replica === undefined || !this.#isCurrent(body, ctx)) return;
    if (body.readIndex <= replica.machine.index) this.#answerRead(body, replica, ctx);
    else if (this.#stopped !== undefined) this.#refuseRead(body, groupStopped(this.#stopped), replica, ctx);
    else if (!this.#waiters.addRead(body)) this.#refuseRead(body, tooManyReads, replica, ctx);
  }

  #answerDueReads(replica: Replica, ctx: Context): void {
    for (const read of this.#waiters.takeReads(replica.machine.index)) this.#answerRead(read, replica, ctx);
  }

  #answerRead(read: Read, replica: Replica, ctx: Context): void {
    for (const query of read.queries) {
      const items = answerQuery(replica.machine, query, this.#options.limits);
      this.#answers.add(read, { request: query.request, items }, weightOf(items), ctx);
    }
  }

  #refuseRead(read: Read, { errorCode, errorMessage }: Outcome, { machine }: Replica, ctx: Context): void {
    for (const { request } of read.queries) {
      const items = { items: [], more: false, logClockMs: machine.clockMs, errorCode, errorMessage };
      this.#answers.add(read, { request, items }, 0, ctx);
    }
  }

  #answerUnknown(waiter: Waiter, { machine }: Replica, ctx: Context): void {
    const outcome = refused('ERR_OUTCOME_UNKNOWN', `the result of entry ${waiter.index} was lost: repeat the request`);
    for (const request of waiter.requests) {
      if (request === 0) continue;
      this.#answers.add(waiter, { request, result: resultOf(outcome, machine.clockMs, false) }, 0, ctx);
    }
  }

  /** Nothing more is applied in this life; what is applied can still be read. */
  #stop(error: QuorateError, replica: Replica, ctx: Context): void {
    this.#stopped = error;
    this.#isAppliedDue = true;
    this.#gap.close(ctx);
    ctx.log.error('the replica stops', { group: this.#group, code: error.code, reason: error.message });
    this.#answerDueReads(replica, ctx);
    const { waiters, reads } = this.#waiters.drain();
    for (const waiter of waiters) this.#answerUnknown(waiter, replica, ctx);
    for (const read of reads) this.#refuseRead(read, groupStopped(error), replica, ctx);
  }

  #isCurrent(body: { readonly groupBoot: number; readonly applierBoot: number }, ctx: Context): boolean {
    return body.groupBoot === this.#groupBoot && body.applierBoot === ctx.boot;
  }

  #names(ctx: Context) {
    return { group: this.#group, groupBoot: this.#groupBoot, applierBoot: ctx.boot };
  }

  #sendToGroup(message: GroupMessage, ctx: Context): void {
    const group: ActorRef<GroupMessage> = { node: ctx.self.node, kind: 'group', instance: this.#group };
    ctx.send(group, message, this.#groupBoot);
  }

  #sendStateOpened({ machine, meta }: Replica, ctx: Context): void {
    const body = {
      ...this.#names(ctx),
      appliedIndex: machine.index,
      appliedTerm: machine.term,
      flushedIndex: meta.flushedIndex,
      membership: meta.membership,
      membershipIndex: meta.membershipIndex,
      logClockMs: machine.clockMs,
      errorCode: '',
      errorMessage: '',
    };
    this.#sendToGroup({ type: 'stateOpened', body }, ctx);
    this.#isAppliedDue = true;
  }

  #sendNotOpened(errorCode: ErrorCode, errorMessage: string, ctx: Context): void {
    const nowhere = { appliedIndex: 0, appliedTerm: 0, flushedIndex: 0, membershipIndex: 0, logClockMs: 0 };
    this.#sendToGroup({ type: 'stateOpened', body: { ...this.#names(ctx), ...nowhere, errorCode, errorMessage } }, ctx);
  }

  #sendApplied({ machine, meta }: Replica, ctx: Context): void {
    this.#isAppliedDue = false;
    const body = {
      ...this.#names(ctx),
      appliedIndex: machine.index,
      flushedIndex: meta.flushedIndex,
      logClockMs: machine.clockMs,
      membershipIndex: meta.membershipIndex,
      nextExpiryMs: machine.nextExpiryMs(),
      errorCode: this.#stopped?.code ?? '',
      errorMessage: this.#stopped?.message ?? '',
    };
    this.#sendToGroup({ type: 'applied', body }, ctx);
  }
}
