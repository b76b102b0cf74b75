/**
 * The link: what carries a client's calls to its cluster, over one connection at a time.
 *
 * It connects, reconnects, names writes, sends, and sends again: a passing refusal after a pause, a lost connection at
 * once on the next one. All attempts of a write go under one name, so that it is applied once. Every call settles: with its
 * outcome, an error, or at its deadline.
 */
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { unreachable } from '../runtime/base/assert.js';
import { asQuorateError, type ErrorCode, QuorateError } from '../runtime/base/errors.js';
import type { NodeAddress } from './address.js';
import {
  applyName,
  type Call,
  finalError,
  isWrite,
  judge,
  judgeFailure,
  type Naming,
  nameOf,
  type Verdict,
} from './call.js';
import { type Connection, openConnection, type Receiver, type Request, type Response } from './connection.js';
import { Sessions } from './session.js';

export interface CallOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface LinkOptions {
  readonly addresses: readonly NodeAddress[];
  readonly clusterId: string;
}

/** Calls that have not settled; above it the client itself is overloaded. */
const CALLS_MAX = 65_536;
const CONNECT_MS = 2_000;
const SESSION_MS = 5_000;
const SWEEP_MS = 50;
const BACKOFF_MS_MIN = 10;
const BACKOFF_MS_MAX = 500;
/** The node answers at the deadline by itself; this long its answer may take to arrive. */
const ANSWER_MS = 250;
/** Connecting elsewhere, or later, does not help against these. */
const FATAL: ReadonlySet<ErrorCode> = new Set(['ERR_WRONG_CLUSTER', 'ERR_FORMAT', 'ERR_DECODE']);

const now = (): number => performance.now();

function backoffMs(attempts: number): number {
  const ceiling = Math.min(BACKOFF_MS_MAX, BACKOFF_MS_MIN * 2 ** Math.min(attempts, 10));
  return ceiling * (0.5 + Math.random() / 2);
}

export class Link {
  readonly #addresses: readonly NodeAddress[];
  readonly #sessions = new Sessions();
  readonly #calls = new Set<Call>();
  /** Calls that wait for a connection, or for a name. */
  readonly #waiting = new Set<Call>();
  #clusterId: string;
  #connection: Connection | undefined;
  #isConnecting = false;
  #isAskingForSession = false;
  #isClosed = false;
  #whenIdle: (() => void) | undefined;
  #nextAddress = 0;
  #sweep: NodeJS.Timeout | undefined;

  constructor({ addresses, clusterId }: LinkOptions) {
    this.#addresses = addresses;
    this.#clusterId = clusterId;
  }

  get clusterId(): string {
    return this.#clusterId;
  }

  submit(request: Request, naming: Naming, options: CallOptions): Promise<Response> {
    const refusal = this.#refusal(options.signal);
    return refusal === undefined ? this.#start(request, naming, options) : Promise.reject(refusal);
  }

  #start(request: Request, naming: Naming, { timeoutMs, signal }: CallOptions): Promise<Response> {
    return new Promise((resolve, reject) => {
      const onAbort = (): void => this.#abort(call);
      const call: Call = {
        request,
        naming,
        deadlineMs: now() + timeoutMs,
        resolve,
        reject,
        unlisten: () => signal?.removeEventListener('abort', onAbort),
        ticket: undefined,
        connection: undefined,
        id: 0,
        attempts: 0,
        isUncertain: false,
        lastError: undefined,
        isSettled: false,
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#calls.add(call);
      this.#sweep ??= setInterval(() => this.#failLate(), SWEEP_MS);
      this.#dispatch(call);
    });
  }

  #refusal(signal: AbortSignal | undefined): QuorateError | undefined {
    if (this.#isClosed) return new QuorateError('ERR_STOPPING', 'the client is closed');
    if (signal?.aborted === true) return new QuorateError('ERR_ABORTED', 'aborted before it was sent');
    if (this.#calls.size < CALLS_MAX) return undefined;
    return new QuorateError(
      'ERR_OVERLOADED',
      `${CALLS_MAX} requests are waiting in this client; await some of them first`,
    );
  }

  /** Waits for what is under way, then closes the connection. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#calls.size > 0) {
      await new Promise<void>((resolve) => {
        this.#whenIdle = resolve;
      });
    }
    this.#connection?.destroy();
    this.#connection = undefined;
  }

  /** Sends the call now if it can be, else keeps it among those that wait. */
  #dispatch(call: Call): void {
    this.#waiting.add(call);
    const connection = this.#connection;
    if (connection === undefined || !connection.isOpen) {
      this.#connect();
      return;
    }
    if (call.naming.kind === 'session' && call.ticket === undefined) {
      if (!this.#sessions.isFresh(now())) {
        this.#askForSession();
        return;
      }
      const ticket = this.#sessions.acquire();
      if (ticket === undefined) return;
      call.ticket = ticket;
      applyName(call.request, ticket.name);
    }
    this.#waiting.delete(call);
    this.#send(call, connection);
  }

  #send(call: Call, connection: Connection): void {
    const remainingMs = Math.max(1, Math.floor(call.deadlineMs - now()));
    call.request.deadlineMs = remainingMs;
    call.attempts += 1;
    call.connection = connection;
    call.id = connection.send(call.request, this.#receiverOf(call));
  }

  #receiverOf(call: Call): Receiver {
    return {
      responded: (response) => {
        call.connection = undefined;
        this.#follow(call, judge(call, response), response);
      },
      lost: (error) => {
        call.connection = undefined;
        this.#follow(call, judgeFailure(call, error));
      },
    };
  }

  #follow(call: Call, verdict: Verdict, response?: Response): void {
    switch (verdict.next) {
      case 'resolve':
        this.#settle(call, false);
        if (response !== undefined) call.resolve(response);
        break;
      case 'reject':
        this.#reject(call, verdict.error);
        break;
      case 'rename':
        if (call.ticket !== undefined) this.#sessions.retire(call.ticket);
        call.ticket = undefined;
        this.#retry(call);
        break;
      case 'retry':
        this.#retry(call);
        break;
      default:
        unreachable(verdict);
    }
  }

  #retry(call: Call): void {
    const isLost = call.lastError?.code === 'ERR_CONNECTION_LOST';
    const pauseMs = isLost && call.attempts === 1 ? 0 : backoffMs(call.attempts);
    if (now() + pauseMs >= call.deadlineMs) {
      this.#expire(call);
      return;
    }
    setTimeout(() => {
      if (!call.isSettled) this.#dispatch(call);
    }, pauseMs);
  }

  #failLate(): void {
    const nowMs = now();
    for (const call of [...this.#calls]) {
      const graceMs = call.connection === undefined ? 0 : ANSWER_MS;
      if (nowMs >= call.deadlineMs + graceMs) this.#expire(call);
    }
  }

  #expire(call: Call): void {
    this.#abandonAttempt(call);
    this.#reject(call, finalError(call));
  }

  #abort(call: Call): void {
    if (call.isSettled) return;
    this.#abandonAttempt(call);
    const details = call.isUncertain ? nameOf(call) : {};
    const what = call.isUncertain ? 'aborted; the write may or may not have happened' : 'aborted; nothing was done';
    this.#settle(call, call.isUncertain);
    call.reject(new QuorateError('ERR_ABORTED', what, { details }));
  }

  /** Stops waiting for the attempt that is under way, if one is. */
  #abandonAttempt(call: Call): void {
    if (call.connection === undefined) return;
    call.connection.forget(call.id);
    call.connection = undefined;
    if (isWrite(call)) call.isUncertain = true;
  }

  #reject(call: Call, error: QuorateError): void {
    this.#settle(call, error.code === 'ERR_OUTCOME_UNKNOWN');
    call.reject(error);
  }

  #settle(call: Call, isUnknown: boolean): void {
    call.isSettled = true;
    call.unlisten();
    this.#calls.delete(call);
    this.#waiting.delete(call);
    const { ticket } = call;
    if (ticket !== undefined) {
      if (isUnknown) this.#sessions.retire(ticket);
      else this.#sessions.release(ticket);
      this.#dispatchWaiting();
    }
    if (this.#calls.size > 0) return;
    clearInterval(this.#sweep);
    this.#sweep = undefined;
    this.#whenIdle?.();
  }

  /** In order, up to the first that still has to wait. */
  #dispatchWaiting(): void {
    for (const call of [...this.#waiting]) {
      this.#dispatch(call);
      if (this.#waiting.has(call)) break;
    }
  }

  #askForSession(): void {
    if (this.#isAskingForSession) return;
    this.#isAskingForSession = true;
    const asked = this.#start({ newSession: {} }, { kind: 'none' }, { timeoutMs: SESSION_MS });
    asked
      .then(
        (response) => this.#begin(response),
        (thrown: unknown) => this.#blameWaiting(asQuorateError(thrown)),
      )
      .finally(() => {
        this.#isAskingForSession = false;
        this.#dispatchWaiting();
      });
  }

  #begin({ session }: Response): void {
    if (session != null) this.#sessions.begin(session.stampMs, session.serial, now());
  }

  /** What those that wait will be told if nothing changes before their deadline. */
  #blameWaiting(error: QuorateError): void {
    for (const call of this.#waiting) call.lastError = error;
  }

  /** Tries the addresses in turn for as long as anybody waits. */
  #connect(): void {
    if (this.#isConnecting) return;
    this.#isConnecting = true;
    this.#connectUntilOpen().finally(() => {
      this.#isConnecting = false;
      this.#dispatchWaiting();
    });
  }

  async #connectUntilOpen(): Promise<void> {
    for (let attempts = 1; this.#waiting.size > 0 && this.#connection === undefined; attempts += 1) {
      const address = this.#addresses[this.#nextAddress % this.#addresses.length];
      this.#nextAddress += 1;
      if (address === undefined) return;
      try {
        this.#connection = await this.#open(address);
      } catch (thrown) {
        const error = asQuorateError(thrown);
        this.#blameWaiting(error);
        if (FATAL.has(error.code)) for (const call of [...this.#waiting]) this.#reject(call, finalError(call));
        else if (attempts % this.#addresses.length === 0) await pause(backoffMs(attempts));
      }
    }
  }

  async #open(address: NodeAddress): Promise<Connection> {
    const options = { address, clusterId: this.#clusterId, timeoutMs: CONNECT_MS };
    const connection = await openConnection(options, () => {
      if (this.#connection === connection) this.#connection = undefined;
    });
    const { clusterId, sessionStampMs, sessionSerial } = connection.welcome;
    this.#clusterId = clusterId;
    if (!this.#sessions.isFresh(now())) this.#sessions.begin(sessionStampMs, sessionSerial, now());
    return connection;
  }
}
