/**
 * Callers: what becomes of the outcome of a call, by what the client had asked for.
 */
import { QuorateError } from '../../runtime/base/errors.js';
import { reportedError } from '../../runtime/base/failures.js';
import type { Reply } from './answers.js';
import type { Caller, Context, LeaderHint, Result } from './call.js';
import { type Items, mergePages } from './merge.js';
import type { Sessions, Ticket } from './sessions.js';

const misfit = (): QuorateError => new QuorateError('ERR_INVARIANT', 'a group answered with what was not asked for');

/** The client's write. An unknown outcome is reported with the name to retry it under. */
export class WriteCaller implements Caller {
  readonly #reply: Reply;
  readonly #sessions: Sessions;
  readonly #retryWith: Readonly<Record<string, unknown>>;
  /** When the gateway named the write. */
  readonly #ticket: Ticket | undefined;

  constructor(
    reply: Reply,
    sessions: Sessions,
    retryWith: Readonly<Record<string, unknown>>,
    ticket: Ticket | undefined = undefined,
  ) {
    this.#reply = reply;
    this.#sessions = sessions;
    this.#retryWith = retryWith;
    this.#ticket = ticket;
  }

  result(result: Result, _: Context, leader: LeaderHint | undefined): void {
    this.#sessions.observe(result.logClockMs);
    if (this.#ticket !== undefined) this.#sessions.resulted(this.#ticket, result.errorCode);
    this.#reply.result(result, leader);
  }

  items(): void {
    this.failed(misfit());
  }

  failed(error: QuorateError): void {
    const isUnknown = error.code === 'ERR_OUTCOME_UNKNOWN';
    if (this.#ticket !== undefined) {
      if (isUnknown) this.#sessions.retire(this.#ticket);
      else this.#sessions.release(this.#ticket);
    }
    this.#reply.failed(isUnknown ? withDetails(error, this.#retryWith) : error);
  }
}

function withDetails(error: QuorateError, details: Readonly<Record<string, unknown>>): QuorateError {
  return new QuorateError(error.code, error.message, { cause: error.cause, details: { ...error.details, ...details } });
}

/** A get, or a scan within one group. */
export class ReadCaller implements Caller {
  readonly #reply: Pick<Reply, 'items' | 'failed'>;
  readonly #sessions: Sessions;

  constructor(reply: Pick<Reply, 'items' | 'failed'>, sessions: Sessions) {
    this.#reply = reply;
    this.#sessions = sessions;
  }

  result(): void {
    this.failed(misfit());
  }

  items(items: Items, _: Context, leader: LeaderHint | undefined): void {
    this.#sessions.observe(items.logClockMs);
    const error = reportedError(items);
    if (error === undefined) this.#reply.items(items, leader);
    else this.failed(error);
  }

  failed(error: QuorateError): void {
    this.#reply.failed(error);
  }
}

/** Collects one page from each of several groups; the first failure ends it. */
export class PageGatherer {
  readonly #reply: Pick<Reply, 'items' | 'failed'>;
  readonly #limit: number;
  readonly #bytesMax: number;
  readonly #pages: Items[] = [];
  #missing: number;
  #hasFailed = false;

  constructor(reply: Pick<Reply, 'items' | 'failed'>, parts: number, limit: number, bytesMax: number) {
    this.#reply = reply;
    this.#missing = parts;
    this.#limit = limit;
    this.#bytesMax = bytesMax;
  }

  items(page: Items): void {
    this.#pages.push(page);
    this.#missing -= 1;
    if (this.#missing === 0 && !this.#hasFailed)
      this.#reply.items(mergePages(this.#pages, this.#limit, this.#bytesMax));
  }

  failed(error: QuorateError): void {
    this.#missing -= 1;
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    this.#reply.failed(error);
  }
}

/** The gateway's own write to the metadata group. */
export class LaneCaller implements Caller {
  readonly #inner: Caller;
  readonly #sessions: Sessions;
  readonly #ticket: Ticket;

  constructor(inner: Caller, sessions: Sessions, ticket: Ticket) {
    this.#inner = inner;
    this.#sessions = sessions;
    this.#ticket = ticket;
  }

  result(result: Result, ctx: Context, leader: LeaderHint | undefined): void {
    this.#sessions.observe(result.logClockMs);
    this.#sessions.resulted(this.#ticket, result.errorCode);
    this.#inner.result(result, ctx, leader);
  }

  items(items: Items, ctx: Context, leader: LeaderHint | undefined): void {
    this.#sessions.release(this.#ticket);
    this.#inner.items(items, ctx, leader);
  }

  failed(error: QuorateError, ctx: Context): void {
    if (error.code === 'ERR_OUTCOME_UNKNOWN') this.#sessions.retire(this.#ticket);
    else this.#sessions.release(this.#ticket);
    this.#inner.failed(error, ctx);
  }
}
