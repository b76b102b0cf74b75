/**
 * Collections: which there are, as far as this gateway knows.
 *
 * The truth is in the metadata group: one item for each, in the collection `collections`. A name that is known stays
 * known, so only an unknown one costs a round: a write creates it there first, and before a read hears that there is
 * none, the list is read anew, in a round that began after the read arrived. A read that is content with what a replica
 * has applied looks at the list in the same way first. Requests wait here meanwhile, each with its deadline.
 */
import type { ByteKey } from '../../runtime/base/byte-key.js';
import { byteKey } from '../../runtime/base/byte-key.js';
import { QuorateError } from '../../runtime/base/errors.js';
import { reportedError } from '../../runtime/base/failures.js';
import { group } from '../../runtime/base/proto.js';
import type { Caller, Context } from './call.js';
import { ListRounds, type Waiting } from './list-rounds.js';
import type { Items } from './merge.js';

/** The two requests to the metadata group that are needed here. */
export interface MetadataAccess {
  create(name: ByteKey, caller: Caller, ctx: Context): void;
  /** Names after this one, in byte order; the empty name begins. */
  list(after: Uint8Array, consistency: group.Consistency, caller: Caller, ctx: Context): void;
}

const FIRST = new Uint8Array(0);
const { LINEARIZABLE, LOCAL } = group.Consistency;

const tooMany = (max: number): QuorateError =>
  new QuorateError('ERR_INVALID_REQUEST', `there are ${max} collections already, which is the limit (collectionsMax)`, {
    details: { collectionsMax: max },
  });

const notReached = (): QuorateError =>
  new QuorateError('ERR_NOT_READY', 'the list of collections could not be reached in time; nothing was done');

export class Collections {
  readonly #metadata: MetadataAccess;
  readonly #max: number;
  readonly #known = new Set<ByteKey>();
  readonly #creating = new Map<ByteKey, Waiting[]>();
  readonly #truths: ListRounds;
  readonly #glances: ListRounds;
  #dueAtMs = Number.POSITIVE_INFINITY;

  constructor(metadata: MetadataAccess, collectionsMax: number) {
    this.#metadata = metadata;
    this.#max = collectionsMax;
    this.#truths = new ListRounds((ctx) => this.#readPage(FIRST, LINEARIZABLE, this.#truths, ctx));
    this.#glances = new ListRounds((ctx) => this.#readPage(FIRST, LOCAL, this.#glances, ctx));
  }

  has(name: ByteKey): boolean {
    return this.#known.has(name);
  }

  /** In byte order. */
  names(): readonly ByteKey[] {
    return [...this.#known].sort();
  }

  get waiting(): number {
    let count = this.#truths.waiting + this.#glances.waiting;
    for (const waiting of this.#creating.values()) count += waiting.length;
    return count;
  }

  get dueAtMs(): number {
    return this.#dueAtMs;
  }

  /** Lets `waiting` proceed once the collection exists. */
  create(name: ByteKey, waiting: Waiting, ctx: Context): void {
    const others = this.#creating.get(name);
    if (others === undefined && this.#known.size + this.#creating.size >= this.#max) {
      waiting.failed(tooMany(this.#max), ctx);
      return;
    }
    this.#dueAtMs = Math.min(this.#dueAtMs, waiting.deadlineMs);
    if (others !== undefined) {
      others.push(waiting);
      return;
    }
    this.#creating.set(name, [waiting]);
    const settle = (error: QuorateError | undefined, later: Context): void => {
      const waited = this.#creating.get(name) ?? [];
      this.#creating.delete(name);
      if (error === undefined) this.#known.add(name);
      for (const one of waited) {
        if (error === undefined) one.proceed(later);
        else one.failed(withoutEffect(error), later);
      }
    };
    this.#metadata.create(name, settlesByResult(settle), ctx);
  }

  /** Lets `waiting` proceed once the list has been read as it is after this call. */
  refresh(waiting: Waiting, ctx: Context): void {
    this.#dueAtMs = Math.min(this.#dueAtMs, waiting.deadlineMs);
    this.#truths.join(waiting, ctx);
  }

  /** Lets `waiting` proceed once the list has been read as some replica has it, which needs no majority. */
  glance(waiting: Waiting, ctx: Context): void {
    this.#dueAtMs = Math.min(this.#dueAtMs, waiting.deadlineMs);
    this.#glances.join(waiting, ctx);
  }

  /** Reads the list, so that the first requests find it. */
  warmUp(ctx: Context): void {
    this.#glances.begin(ctx);
    this.#truths.begin(ctx);
  }

  #readPage(after: Uint8Array, consistency: group.Consistency, rounds: ListRounds, ctx: Context): void {
    const fail = (error: QuorateError, later: Context): void => rounds.ended(error, later);
    const caller: Caller = {
      result: (_, later) => fail(new QuorateError('ERR_INVARIANT', 'a scan was answered with a result'), later),
      items: (page, later) => this.#takePage(page, consistency, rounds, later),
      failed: fail,
    };
    this.#metadata.list(after, consistency, caller, ctx);
  }

  #takePage(page: Items, consistency: group.Consistency, rounds: ListRounds, ctx: Context): void {
    const error = reportedError(page);
    if (error !== undefined) {
      rounds.ended(error, ctx);
      return;
    }
    for (const { key } of page.items) this.#known.add(byteKey(key));
    const last = page.items.at(-1);
    if (page.more && last !== undefined) this.#readPage(last.key, consistency, rounds, ctx);
    else rounds.ended(undefined, ctx);
  }

  /** Refuses those that have waited up to their deadline; the rounds they waited for go on. */
  sweep(ctx: Context): void {
    const now = ctx.now();
    if (now < this.#dueAtMs) return;
    this.#dueAtMs = Number.POSITIVE_INFINITY;
    const late: Waiting[] = [];
    const stillWaiting = (all: readonly Waiting[]): Waiting[] => {
      const kept = all.filter(({ deadlineMs }) => deadlineMs > now);
      late.push(...all.filter(({ deadlineMs }) => deadlineMs <= now));
      for (const { deadlineMs } of kept) this.#dueAtMs = Math.min(this.#dueAtMs, deadlineMs);
      return kept;
    };
    for (const [name, waited] of this.#creating) this.#creating.set(name, stillWaiting(waited));
    this.#truths.retain(stillWaiting);
    this.#glances.retain(stillWaiting);
    for (const one of late) one.failed(notReached(), ctx);
  }
}

/** Creation is done when the item is there, whoever put it. */
function settlesByResult(settle: (error: QuorateError | undefined, ctx: Context) => void): Caller {
  return {
    result(result, ctx) {
      const error = reportedError(result);
      settle(error?.code === 'ERR_REVISION_MISMATCH' ? undefined : error, ctx);
    },
    items: (_, ctx) => settle(new QuorateError('ERR_INVARIANT', 'a write was answered with items'), ctx),
    failed: settle,
  };
}

/**
 * Whatever became of the collection, the request that waited for it was not begun; and a session that is too old was the
 * gateway's own, not that of the request.
 */
function withoutEffect(error: QuorateError): QuorateError {
  const isOurs = error.code === 'ERR_OUTCOME_UNKNOWN' || error.code === 'ERR_SESSION_EXPIRED';
  return isOurs ? notReached() : error;
}
