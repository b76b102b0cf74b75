/**
 * Calls: all requests of a client that have no outcome yet, in the order they came.
 *
 * Each is sent when there is a node to send it to, room, and, for a write, a session; sent again when it was refused for
 * a passing reason, or its node was lost, fell silent or took too long; and settled once: by its answer, its deadline,
 * its caller, or the client's end. There is one timer, for whatever is due first. A write keeps its name through all
 * attempts, at whichever nodes they are, so it is applied once; what the others answer later is ignored.
 */
import { present } from '../runtime/base/assert.js';
import { asQuorateError, QuorateError } from '../runtime/base/errors.js';
import { DEFAULT_LIMITS } from '../runtime/base/limits.js';
import type { Random } from '../runtime/base/random.js';
import { Call, type Response } from './call.js';
import { Fifo } from './fifo.js';
import type { Link } from './link.js';
import type { Nodes } from './nodes.js';
import { cutOffError, deadlineError, errorOf, isOfNode, isOfSession, isPassing, unknownOutcome } from './outcome.js';
import { Sessions } from './sessions.js';

export interface CallsOptions {
  readonly timeoutMs: number;
  readonly now: () => number;
  readonly random: Random;
}

/** Sent and unanswered; a node reads no further on a connection that has more, and a session names no more. */
const SENT_MAX = DEFAULT_LIMITS.sessionWindow;
/** Calls that have no outcome, and what they hold in memory; beyond this a call is refused at once. */
const OPEN_MAX = 16 * SENT_MAX;
const OPEN_BYTES_MAX = DEFAULT_LIMITS.nodeBytesMax;
const PAUSE_MS_MIN = 10;
/** In the first second of refusals, in which another leader is usually elected; and after it. */
const PAUSE_MS_MAX_SOON = 50;
const PAUSE_MS_MAX = 250;
const SOON_MS = 1_000;
/** An attempt that has heard nothing from a node that lives is given up after this, then after twice as long. */
const ATTEMPT_MS = 2_000;
const RENAMINGS_MAX = 3;
/** Deadlines are kept to this. */
const TIMER_MS_MIN = 5;
const DEADLINE_MS_MAX = DEFAULT_LIMITS.requestDeadlineMsMax;
/** A node is told a little less than the time there is, so that its reason for a failure comes before our deadline. */
const MARGIN = 0.05;
const MARGIN_MS_MAX = 250;

export class Calls {
  readonly #options: CallsOptions;
  readonly #nodes: Nodes;
  readonly #sessions = new Sessions();
  /** By the id of the attempt under way. */
  readonly #sent = new Map<number, Call>();
  /** To be sent again; these need nothing but a connection. */
  readonly #again = new Fifo<Call>();
  readonly #reads = new Fifo<Call>();
  readonly #writes = new Fifo<Call>();
  readonly #pausing = new Set<Call>();
  #open = 0;
  #openBytes = 0;
  #nextId = 1;
  #nextOrder = 1;
  #resent = 0;
  #isRenewing = false;
  /** The node that refused a session last: from the log it knows what time it is, which others may not. */
  #refuser: Link | undefined;
  #timer: NodeJS.Timeout | undefined;
  #timerAtMs = Number.POSITIVE_INFINITY;

  constructor(options: CallsOptions, nodes: Nodes) {
    this.#options = options;
    this.#nodes = nodes;
  }

  /** Calls without an outcome. */
  get size(): number {
    return this.#open;
  }

  /** Attempts beyond the first, over the client's life. */
  get resent(): number {
    return this.#resent;
  }

  add(call: Call): void {
    if (this.#open >= OPEN_MAX || (this.#open > 0 && this.#openBytes + call.bytes > OPEN_BYTES_MAX)) {
      call.state = 'settled';
      call.unlisten?.();
      call.fail(new QuorateError('ERR_OVERLOADED', `${this.#open} requests of this client wait already`));
      return;
    }
    this.#admit(call);
    if (call.isNamed) this.#again.push(call);
    else if (call.write === undefined) this.#reads.push(call);
    else this.#writes.push(call);
    this.pump();
  }

  #admit(call: Call): void {
    call.order = this.#nextOrder;
    this.#nextOrder += 1;
    this.#open += 1;
    this.#openBytes += call.bytes;
    if (this.#open === 1) this.#timer?.ref();
    this.#wakeAt(call.deadlineMs);
  }

  /** Sends what can be sent. */
  pump(): void {
    if (this.#open === 0) return;
    const nowMs = this.#options.now();
    while (this.#sent.size < SENT_MAX) {
      if (!this.#nodes.hasUsable) {
        this.#nodes.want();
        return;
      }
      const call = this.#take(nowMs);
      if (call === undefined) return;
      this.#name(call, nowMs);
      this.#send(call, nowMs);
    }
  }

  #send(call: Call, nowMs: number): void {
    const link = present(this.#nodes.linkFor(call), 'a node that is usable');
    call.id = this.#nextId;
    this.#nextId += 1;
    call.state = 'sent';
    call.link = link;
    call.avoided = undefined;
    call.sentAtMs = nowMs;
    this.#sent.set(call.id, call);
    call.request.id = call.id;
    call.request.deadlineMs = deadlineFor(call.deadlineMs - nowMs);
    this.#wakeAt(nowMs + patienceOf(call));
    link.send(call.request);
  }

  /** The next call that may be sent: those that were sent before, then those that came first. */
  #take(nowMs: number): Call | undefined {
    const again = head(this.#again);
    if (again !== undefined) return this.#again.shift();
    const read = head(this.#reads);
    const write = head(this.#writes);
    if (write === undefined) return read === undefined ? undefined : this.#reads.shift();
    if (read !== undefined && read.order < write.order) return this.#reads.shift();
    if (this.#sessions.isDue(nowMs)) this.#renew(nowMs);
    if (this.#sessions.usable(nowMs) !== undefined) return this.#writes.shift();
    if (!this.#isRenewing) this.#wakeAt(this.#sessions.dueAtMs);
    // The renewal, when it was begun just now.
    return head(this.#again) === undefined ? this.#reads.shift() : this.#again.shift();
  }

  /** Gives a write its name, or carries on the lowest sequence that its session may still send. */
  #name(call: Call, nowMs: number): void {
    const { write } = call;
    if (write === undefined || call.isNamed) return;
    if (call.session === undefined) {
      call.session = this.#sessions.usable(nowMs);
      write.sessionStampMs = call.session?.stampMs ?? 0;
      write.sessionSerial = call.session?.serial ?? 0;
      write.sequence = call.session?.window.issue() ?? 0;
    }
    write.lowestUnresolved = call.session?.window.lowestUnresolved ?? 0;
  }

  #renew(nowMs: number): void {
    if (this.#isRenewing) return;
    this.#isRenewing = true;
    const renewed = ({ session }: Response): void => {
      this.#isRenewing = false;
      this.offerSession(session?.stampMs ?? 0, session?.serial ?? 0);
    };
    const failed = (thrown: unknown): void => {
      const error = asQuorateError(thrown);
      this.#isRenewing = false;
      if (isPassing(error)) return;
      for (const call of this.#writes.takeAll()) if (call.state !== 'settled') this.#fail(call, error);
    };
    const request = { id: 0, deadlineMs: 0, newSession: {} };
    const renewal = new Call(request, nowMs, this.#options.timeoutMs, renewed, () => undefined, failed);
    renewal.preferred = this.#refuser;
    this.#admit(renewal);
    this.#again.push(renewal);
  }

  /** A node has issued a session, with its welcome or because it was asked. */
  offerSession(stampMs: number, serial: number): void {
    if (stampMs > 0 || serial > 0) this.#sessions.offer(stampMs, serial, this.#options.now());
  }

  answered(response: Response): void {
    const call = this.#sent.get(response.id);
    if (call === undefined) return;
    this.#sent.delete(response.id);
    const error = errorOf(response);
    if (error === undefined) {
      this.#settle(call);
      call.succeed(response);
    } else if (isOfSession(error)) {
      this.#refusedSession(call, error);
    } else if (isPassing(error)) {
      this.#pause(call, error);
    } else if (call.isUncertain && response.failure != null) {
      // Only the log knows what became of an earlier attempt, and this refusal did not come from there.
      this.#fail(call, unknownOutcome(call, error.message, error));
    } else {
      this.#fail(call, error);
    }
  }

  /** Refused unseen: it gets a new name, unless it may have been done under the old one, or its caller gave it. */
  #refusedSession(call: Call, error: QuorateError): void {
    const { session, write } = call;
    if (session === undefined || write === undefined || call.renamings === RENAMINGS_MAX) {
      this.#fail(call, error);
    } else if (call.isUncertain) {
      this.#fail(call, unknownOutcome(call, error.message, error));
    } else {
      this.#refuser = call.link;
      this.#sessions.retire(session);
      session.window.resolve(write.sequence as number);
      call.session = undefined;
      call.renamings += 1;
      this.#requeue(call, this.#writes);
    }
  }

  #pause(call: Call, error: QuorateError): void {
    const nowMs = this.#options.now();
    if (error.code === 'ERR_OUTCOME_UNKNOWN') call.isUncertain = true;
    if (error.code === 'ERR_STOPPING' && call.link !== undefined) call.link.isLeaving = true;
    if (isOfNode(error)) call.avoided = call.link;
    if (call.refusals === 0) call.firstRefusedAtMs = nowMs;
    const mostMs = nowMs - call.firstRefusedAtMs < SOON_MS ? PAUSE_MS_MAX_SOON : PAUSE_MS_MAX;
    const pauseMs = Math.min(mostMs, PAUSE_MS_MIN * 2 ** Math.min(call.refusals, 10));
    call.lastRefusal = error;
    call.refusals += 1;
    call.resendAtMs = nowMs + pauseMs * (0.5 + this.#options.random.fraction() / 2);
    call.state = 'pausing';
    this.#pausing.add(call);
    this.#wakeAt(call.resendAtMs);
  }

  #requeue(call: Call, queue: Fifo<Call>): void {
    call.state = 'queued';
    this.#resent += 1;
    if (queue === this.#again) queue.push(call);
    else queue.unshift(call);
  }

  /** The node is lost or silent: what it has may have been done, and is sent to another under the same name. */
  leave(link: Link): void {
    for (const call of this.#sent.values()) if (call.link === link) this.#giveUp(call);
    this.pump();
  }

  #giveUp(call: Call): void {
    this.#sent.delete(call.id);
    if (call.write !== undefined) call.isUncertain = true;
    call.avoided = call.link;
    this.#requeue(call, this.#again);
  }

  abort(call: Call, reason: unknown): void {
    this.#fail(call, new QuorateError('ERR_ABORTED', abortText(call), { cause: reason }));
  }

  /** Settles every call; the client ends. */
  failAll(why: string): void {
    const queued = [...this.#again.takeAll(), ...this.#reads.takeAll(), ...this.#writes.takeAll()];
    for (const call of [...this.#sent.values(), ...this.#pausing, ...queued]) {
      if (call.state !== 'settled') this.#fail(call, cutOffError(call, 'ERR_ABORTED', why));
    }
    clearTimeout(this.#timer);
  }

  #fail(call: Call, error: QuorateError): void {
    this.#settle(call, error.code);
    call.fail(error);
  }

  #settle(call: Call, code?: string): void {
    if (call.state === 'sent') this.#sent.delete(call.id);
    if (call.state === 'pausing') this.#pausing.delete(call);
    call.state = 'settled';
    call.unlisten?.();
    this.#open -= 1;
    this.#openBytes -= call.bytes;
    if (this.#open === 0) this.#timer?.unref();
    if (call.session === undefined) return;
    if (code === 'ERR_OUTCOME_UNKNOWN') this.#sessions.retire(call.session);
    else call.session.window.resolve(call.write?.sequence as number);
  }

  #wakeAt(atMs: number): void {
    if (atMs >= this.#timerAtMs) return;
    clearTimeout(this.#timer);
    this.#timerAtMs = atMs;
    this.#timer = setTimeout(() => this.#sweep(), Math.max(TIMER_MS_MIN, Math.ceil(atMs - this.#options.now())));
  }

  /** Settles what is past its deadline, wakes what has paused, and sets the timer for what is due next. */
  #sweep(): void {
    this.#timer = undefined;
    this.#timerAtMs = Number.POSITIVE_INFINITY;
    const nowMs = this.#options.now();
    let nextMs = Number.POSITIVE_INFINITY;
    const expired: Call[] = [];
    const visit = (call: Call, dueAtMs = Number.POSITIVE_INFINITY): void => {
      if (call.deadlineMs <= nowMs) expired.push(call);
      else nextMs = Math.min(nextMs, call.deadlineMs, dueAtMs);
    };
    for (const call of [...this.#sent.values()]) {
      if (call.sentAtMs + patienceOf(call) <= nowMs && call.deadlineMs > nowMs) this.#losePatience(call);
      visit(call, call.sentAtMs + patienceOf(call));
    }
    for (const queue of [this.#again, this.#reads, this.#writes]) for (const call of open(queue)) visit(call);
    for (const call of [...this.#pausing]) {
      if (call.deadlineMs > nowMs && call.resendAtMs <= nowMs) {
        this.#pausing.delete(call);
        this.#requeue(call, this.#again);
      }
      visit(call, call.state === 'pausing' ? call.resendAtMs : undefined);
    }
    if (nextMs < Number.POSITIVE_INFINITY) this.#wakeAt(nextMs);
    for (const call of expired) if (call.state !== 'settled') this.#fail(call, deadlineError(call, this.#nodes));
    this.pump();
  }

  /** The node lives, but perhaps it cannot reach the group's leader where another one can. */
  #losePatience(call: Call): void {
    call.giveUps += 1;
    if (this.#nodes.reachesOther(call.link)) this.#giveUp(call);
  }
}

function patienceOf(call: Call): number {
  return ATTEMPT_MS * 2 ** Math.min(call.giveUps, 10);
}

/** The first call of the queue that is still open; what was settled while it waited is dropped. */
function head(queue: Fifo<Call>): Call | undefined {
  let call = queue.peek();
  while (call?.state === 'settled') {
    queue.shift();
    call = queue.peek();
  }
  return call;
}

/** The calls that wait in the queue, which keeps only these. */
function open(queue: Fifo<Call>): readonly Call[] {
  const waiting = queue.takeAll().filter(({ state }) => state !== 'settled');
  for (const call of waiting) queue.push(call);
  return waiting;
}

function deadlineFor(leftMs: number): number {
  const marginMs = Math.min(MARGIN_MS_MAX, leftMs * MARGIN);
  return Math.max(1, Math.min(DEADLINE_MS_MAX, Math.floor(leftMs - marginMs)));
}

function abortText(call: Call): string {
  const wasSent = call.isUncertain || call.state === 'sent';
  return wasSent && call.write !== undefined ? 'aborted by the caller; the write may be done' : 'aborted by the caller';
}
