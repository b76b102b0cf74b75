/**
 * Callers: the connections of the HTTP listener. Bounded are how many there are, how many requests each has open, and how
 * much they leave untaken together. Beyond the first two a request is refused; beyond the last a connection is cut off.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type ErrorCode, QuorateError } from '../../base/errors.js';
import type { Limits } from '../../base/limits.js';
import type { Refusals } from '../refusals.js';
import { Untaken } from '../untaken.js';

/** Part of the node's bytes that answers may hold until they are taken. */
const ANSWER_SHARE = 0.5;

interface Caller {
  readonly isTooMany: boolean;
  /** Requests whose answers have not left yet. */
  open: number;
}

export class Callers {
  readonly #limits: Limits;
  readonly #refusals: Refusals;
  readonly #callers = new Map<Socket, Caller>();
  readonly #untaken: Untaken<Socket>;

  constructor(limits: Limits, refusals: Refusals) {
    this.#limits = limits;
    this.#refusals = refusals;
    this.#untaken = new Untaken(limits.nodeBytesMax * ANSWER_SHARE);
  }

  get count(): number {
    return this.#callers.size;
  }

  /** A connection came in. Those above the limit are told so when they ask; a flood of them is not. */
  came(socket: Socket): void {
    const { size } = this.#callers;
    const { connectionsMax } = this.#limits;
    if (size >= 2 * connectionsMax) {
      this.cut(socket, 'ERR_OVERLOADED');
      return;
    }
    this.#callers.set(socket, { isTooMany: size >= connectionsMax, open: 0 });
    socket.once('close', () => {
      this.#callers.delete(socket);
      this.#untaken.set(socket, 0);
    });
  }

  /** A request came in. Throws `ERR_OVERLOADED` when it is one too many. */
  asked({ socket }: IncomingMessage, response: ServerResponse): void {
    const caller = this.#callers.get(socket);
    if (caller === undefined) return;
    caller.open += 1;
    response.once('close', () => {
      caller.open -= 1;
    });
    const { connectionsMax, httpPipelineMax } = this.#limits;
    if (caller.isTooMany) {
      const what = `this node has its ${connectionsMax} connections of HTTP; close some, or ask another node`;
      throw new QuorateError('ERR_OVERLOADED', what);
    }
    if (caller.open > httpPipelineMax) {
      const what = `there are ${httpPipelineMax} requests without an answer on this connection; wait for answers`;
      throw new QuorateError('ERR_OVERLOADED', what);
    }
  }

  /** An answer of so many bytes waits to be taken. */
  answered({ socket }: IncomingMessage, response: ServerResponse, bytes: number): void {
    if (!this.#callers.has(socket)) return;
    const largest = this.#untaken.set(socket, this.#untaken.of(socket) + bytes);
    response.once('close', () => this.#untaken.set(socket, Math.max(0, this.#untaken.of(socket) - bytes)));
    if (largest !== undefined) this.cut(largest, 'ERR_OVERLOADED');
  }

  /** Ends the connection of somebody who cannot be told why. */
  cut(socket: Socket, code: ErrorCode): void {
    this.#refusals.count(code);
    this.#untaken.set(socket, 0);
    socket.destroy();
  }

  cutAll(): void {
    for (const socket of this.#callers.keys()) socket.destroy();
  }
}
