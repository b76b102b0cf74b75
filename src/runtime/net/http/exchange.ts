/**
 * An exchange: one HTTP request on its way to a reply, and what every route needs for it.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { QuorateError } from '../../base/errors.js';
import { errorOfFailure, reportedError } from '../../base/failures.js';
import type { Limits } from '../../base/limits.js';
import { type Body, type client, type command, group } from '../../base/proto.js';
import type { ByteBudget } from '../byte-budget.js';
import type { GatewayPort, Request, Requester, Response } from '../gateway-port.js';
import { readBody } from './body.js';
import { type HttpReply, parseSessionKey } from './problem.js';
import type { Query } from './query.js';

export type Operation = Body<command.Operation.$Properties>;
export type Result = Body<command.Result.$Properties>;
export type Items = NonNullable<Response['items']>;

export interface HttpServices {
  readonly clusterId: string;
  readonly node: number;
  readonly gateway: GatewayPort;
  readonly limits: Limits;
  readonly bodies: ByteBudget;
  statusDocument(): Promise<object>;
  metricsText(): Promise<string>;
}

export type Handler = (exchange: Exchange) => Promise<HttpReply>;

export class Exchange implements Requester {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly services: HttpServices;
  readonly query: Query;
  readonly #params: Readonly<Record<string, string>>;
  #settle: ((response: Response) => void) | undefined;

  constructor(
    request: IncomingMessage,
    response: ServerResponse,
    services: HttpServices,
    query: Query,
    params: Readonly<Record<string, string>>,
  ) {
    this.request = request;
    this.response = response;
    this.services = services;
    this.query = query;
    this.#params = params;
  }

  /** A decoded segment of the path. */
  param(name: string): string {
    return this.#params[name] ?? '';
  }

  bytesOf(name: string): Uint8Array {
    return Buffer.from(this.param(name), 'utf8');
  }

  body(bytesMax: number): Promise<Uint8Array> {
    return readBody(this.request, this.response, bytesMax, this.services.bodies);
  }

  respond(_: number, response: Response): void {
    this.#settle?.(response);
  }

  flush(): void {}

  /** Asks the gateway; throws what it refuses. */
  async ask(request: Omit<Request, 'id' | 'deadlineMs' | 'consistency'> & Partial<Request>): Promise<Response> {
    const { gateway, limits } = this.services;
    const deadlineMs = this.query.wholeNumber('timeoutMs', limits.requestDeadlineMsMax) ?? limits.requestDeadlineMs;
    if (deadlineMs === 0) {
      throw new QuorateError('ERR_INVALID_REQUEST', "nothing is done in no time: 'timeoutMs' is 1 at least");
    }
    const response = await new Promise<Response>((resolve) => {
      this.#settle = resolve;
      gateway.add({ id: 0, deadlineMs, consistency: group.Consistency.LINEARIZABLE, ...request }, this, 0);
      gateway.send();
    });
    if (response.failure != null) throw errorOfFailure(response.failure);
    return response;
  }

  async items(request: Omit<Request, 'id' | 'deadlineMs' | 'consistency'> & Partial<Request>): Promise<Items> {
    const { items } = await this.ask(request);
    if (items == null) throw new QuorateError('ERR_INVARIANT', 'the gateway answered a read without items');
    return items;
  }

  /** Writes under the `Idempotency-Key` header, if there is one; throws what the state machine refused. */
  async write(operations: Operation[]): Promise<Result> {
    const { result } = await this.ask({ write: { ...this.#writeName(), operations } });
    if (result == null) throw new QuorateError('ERR_INVARIANT', 'the gateway answered a write without a result');
    const error = reportedError(result);
    if (error !== undefined) throw error;
    return result;
  }

  #writeName(): Omit<Body<client.Write.$Properties>, 'operations'> {
    const header = this.request.headers['idempotency-key'];
    // Whoever sends the header counts on it.
    if (header === '') throw new QuorateError('ERR_INVALID_REQUEST', 'the Idempotency-Key header is empty');
    const idempotencyKey = typeof header === 'string' ? header : '';
    const session = parseSessionKey(idempotencyKey);
    if (session !== undefined) return { ...session, idempotencyKey: '' };
    return { sessionStampMs: 0, sessionSerial: 0, sequence: 0, lowestUnresolved: 0, idempotencyKey };
  }
}
