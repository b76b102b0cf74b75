/**
 * The listeners' way to the gateway: one port for all their connections.
 *
 * Every request that goes in is answered once: by the gateway, or here when the gateway goes down or does not keep the
 * deadline. A write that was with the gateway has an unknown outcome then; everything else had no effect or changes
 * none.
 */

import type { GatewayMessage } from '../../actors/gateway/protocol.js';
import type { ActorRef } from '../actor/actor.js';
import type { Envelope } from '../actor/envelope.js';
import type { Port } from '../actor/kernel.js';
import { QuorateError } from '../base/errors.js';
import { failureOf } from '../base/failures.js';
import type { Limits } from '../base/limits.js';
import type { Body, client } from '../base/proto.js';

export type Request = Body<client.Request.$Properties>;
export type Response = Body<client.Response.$Properties>;

/** Who sent a request: a connection, or an HTTP exchange. */
export interface Requester {
  /** `token` is the requester's own name for the request; the response's id means nothing to it. */
  respond(token: number, response: Response): void;
  /** No more responses come for now: what was collected may leave. */
  flush(): void;
}

type WriteName = Omit<NonNullable<Request['write']>, 'operations'>;

interface InFlight {
  readonly requester: Requester;
  readonly token: number;
  /** Of a write: what it is retried under. Not the request itself, whose values are the gateway's business now. */
  readonly name: WriteName | undefined;
  readonly dueAtMs: number;
}

/** The gateway keeps deadlines itself; this is how much longer it is given. */
const GRACE_MS = 2_000;
const SWEEP_MS = 500;

export interface GatewayPortOptions {
  readonly openPort: (onMessages: (envelopes: readonly Envelope[]) => void) => Port;
  readonly gateway: ActorRef<GatewayMessage>;
  readonly limits: Limits;
  /** Milliseconds, never going back. */
  readonly now: () => number;
}

export class GatewayPort {
  readonly #options: GatewayPortOptions;
  readonly #port: Port;
  readonly #inFlight = new Map<number, InFlight>();
  readonly #sweep: NodeJS.Timeout;
  #gathered: Request[] = [];
  #nextId = 1;
  #isUp = false;

  constructor(options: GatewayPortOptions) {
    this.#options = options;
    this.#port = options.openPort((envelopes) => this.#receive(envelopes));
    this.#port.watch(options.gateway, ({ state }) => {
      this.#isUp = state === 'up';
      if (!this.#isUp) this.#failAll();
    });
    this.#sweep = setInterval(() => this.#failLate(), SWEEP_MS);
    this.#sweep.unref();
  }

  get isUp(): boolean {
    return this.#isUp;
  }

  get inFlight(): number {
    return this.#inFlight.size;
  }

  /** Takes the request over; it leaves with the next `send`. */
  add(request: Request, requester: Requester, token: number): void {
    const refusal = this.#refusal();
    if (refusal !== undefined) {
      requester.respond(token, { id: 0, failure: failureOf(refusal) });
      return;
    }
    request.id = this.#nextId;
    this.#nextId += 1;
    const { requestDeadlineMs, requestDeadlineMsMax } = this.#options.limits;
    const allowedMs = Math.min(request.deadlineMs || requestDeadlineMs, requestDeadlineMsMax) + GRACE_MS;
    const name = nameOf(request);
    this.#inFlight.set(request.id, { requester, token, name, dueAtMs: this.#options.now() + allowedMs });
    this.#gathered.push(request);
  }

  /** Sends what was added. */
  send(): void {
    const requests = this.#gathered;
    if (requests.length === 0) return;
    this.#gathered = [];
    this.#port.send(this.#options.gateway, { type: 'requests', body: { requests } });
  }

  close(): void {
    clearInterval(this.#sweep);
    this.#isUp = false;
    this.#failAll();
    this.#port.close();
  }

  #refusal(): QuorateError | undefined {
    if (!this.#isUp) return new QuorateError('ERR_ACTOR_STOPPED', 'the gateway is starting again; retry in a moment');
    if (this.#inFlight.size < this.#options.limits.proposalsMax) return undefined;
    return new QuorateError('ERR_OVERLOADED', 'too many requests are in flight on this node; retry after a pause');
  }

  #receive(envelopes: readonly Envelope[]): void {
    const flushed = new Set<Requester>();
    for (const { message, failure } of envelopes) {
      const received = message as GatewayMessage | undefined;
      if (received === undefined) continue;
      if (failure !== undefined) this.#returned(received, failure, flushed);
      else if (received.type === 'responses') this.#respondAll(received.body.responses, flushed);
    }
    for (const requester of flushed) requester.flush();
  }

  #respondAll(responses: readonly Response[], flushed: Set<Requester>): void {
    for (const response of responses) this.#respond(response.id, response, flushed);
  }

  /** A message that found no room, or no gateway: nothing in it was begun. */
  #returned(message: GatewayMessage, failure: QuorateError, flushed: Set<Requester>): void {
    if (message.type !== 'requests') return;
    for (const { id } of message.body.requests) this.#respond(id, { id, failure: failureOf(failure) }, flushed);
  }

  #respond(id: number, response: Response, flushed: Set<Requester>): void {
    const found = this.#inFlight.get(id);
    if (found === undefined) return;
    this.#inFlight.delete(id);
    found.requester.respond(found.token, response);
    flushed.add(found.requester);
  }

  #failAll(): void {
    this.#gathered = [];
    this.#fail([...this.#inFlight.keys()], 'ERR_ACTOR_STOPPED', 'the gateway stopped before it answered');
  }

  #failLate(): void {
    const now = this.#options.now();
    const late: number[] = [];
    for (const [id, { dueAtMs }] of this.#inFlight) if (dueAtMs <= now) late.push(id);
    if (late.length > 0) this.#fail(late, 'ERR_TIMEOUT', 'the gateway did not answer in time');
  }

  #fail(ids: readonly number[], code: 'ERR_ACTOR_STOPPED' | 'ERR_TIMEOUT', why: string): void {
    const flushed = new Set<Requester>();
    for (const id of ids) {
      const name = this.#inFlight.get(id)?.name;
      const error = name === undefined ? new QuorateError(code, why) : unknownOutcome(name, why);
      this.#respond(id, { id, failure: failureOf(error) }, flushed);
    }
    for (const requester of flushed) requester.flush();
  }
}

function nameOf({ write }: Request): WriteName | undefined {
  if (write == null) return undefined;
  const { sessionStampMs, sessionSerial, sequence, lowestUnresolved, idempotencyKey } = write;
  return { sessionStampMs, sessionSerial, sequence, lowestUnresolved, idempotencyKey };
}

function unknownOutcome(name: WriteName, why: string): QuorateError {
  const { sessionStampMs, sessionSerial, sequence, lowestUnresolved, idempotencyKey } = name;
  const what = `${why}: the write may or may not have happened`;
  if (idempotencyKey !== '') {
    const details = { idempotencyKey };
    return new QuorateError('ERR_OUTCOME_UNKNOWN', `${what}; retry it with the same idempotency key`, { details });
  }
  if (sequence !== 0) {
    const details = { sessionStampMs, sessionSerial, sequence, lowestUnresolved };
    return new QuorateError('ERR_OUTCOME_UNKNOWN', `${what}; retry it under the same session and sequence`, {
      details,
    });
  }
  return new QuorateError('ERR_OUTCOME_UNKNOWN', `${what}; read the item to see, and name writes that must not repeat`);
}
