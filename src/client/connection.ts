/**
 * One connection to a node: hello, then requests out and responses in, any number between.
 *
 *   greeting -> open -> lost
 *
 * What is sent in one go of the event loop leaves in one write. Bytes that make no sense end the connection, as does a
 * node that does not welcome within its time. It reports its loss once, and never sends anything twice.
 */
import { connect, type Socket } from 'node:net';
import { asQuorateError, QuorateError } from '../runtime/base/errors.js';
import { errorOfCode, errorOfFailure } from '../runtime/base/failures.js';
import { DEFAULT_LIMITS } from '../runtime/base/limits.js';
import { type Body, client, decodeMessage } from '../runtime/base/proto.js';
import { FrameDecoder, FrameEncoder } from '../runtime/net/frame.js';
import { type Address, formatAddress } from './address.js';
import type { Request, Response } from './call.js';

export type Welcome = Body<client.Welcome.$Properties>;

export interface ConnectionListener {
  /** The cluster that the node must belong to; empty: whichever it is. Asked at the welcome. */
  clusterId(): string;
  opened(welcome: Welcome): void;
  /** Bytes came: the node lives. */
  heard(): void;
  response(response: Response): void;
  /** No more responses come for now, or there is room again: what waits may be sent. */
  ready(): void;
  /** Once, also when it never opened. */
  lost(error: QuorateError): void;
}

const CLIENT_PROTOCOL = 1;
const GREETING_MS = 3_000;
/** What is collected beyond this leaves at once. */
const BATCH_BYTES_MAX = 1024 * 1024;

export class Connection {
  readonly #address: Address;
  readonly #listener: ConnectionListener;
  readonly #socket: Socket;
  readonly #decoder = new FrameDecoder(DEFAULT_LIMITS.frameBytesMax);
  readonly #encoder = new FrameEncoder();
  readonly #greetingTimer: NodeJS.Timeout;
  #state: 'greeting' | 'open' | 'lost' = 'greeting';
  #flushIsDue = false;
  #reason: QuorateError | undefined;
  #hasHeard = false;
  #owed = 0;

  constructor(address: Address, listener: ConnectionListener) {
    this.#address = address;
    this.#listener = listener;
    this.#socket = connect({ host: address.host, port: address.port, noDelay: true });
    // It is calls, with their timer, and whoever waits in `connect` that keep the process alive.
    this.#socket.unref();
    this.#greetingTimer = setTimeout(() => this.#silent(), GREETING_MS).unref();
    this.#socket.on('connect', () => this.#greet());
    this.#socket.on('data', (chunk) => this.#read(chunk));
    this.#socket.on('drain', () => this.#listener.ready());
    this.#socket.on('error', (error) => this.destroy(new QuorateError('ERR_CONNECTION_LOST', error.message)));
    this.#socket.on('close', () => this.#closed());
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** The node does not take what was sent: nothing more should be until `ready`. */
  get isCongested(): boolean {
    return this.#socket.writableNeedDrain;
  }

  /** Some response has come: the node does not only welcome. */
  get hasHeard(): boolean {
    return this.#hasHeard;
  }

  /** Requests that the node has not answered, also those that nobody waits for any more. */
  get owed(): number {
    return this.#owed;
  }

  send(request: Request): void {
    this.#owed += 1;
    this.#encoder.append(client.Request, request);
    if (this.#encoder.bytes > BATCH_BYTES_MAX) this.#flush();
    else this.#scheduleFlush();
  }

  /** Ends it; what is in flight is lost. */
  destroy(reason: QuorateError): void {
    this.#reason ??= reason;
    this.#socket.destroy();
  }

  #greet(): void {
    this.#encoder.append(client.Hello, { protocol: CLIENT_PROTOCOL, clusterId: this.#listener.clusterId() });
    this.#flush();
  }

  /** Runs after the loop has handed out all that was read, so that everything that follows from it leaves together. */
  #scheduleFlush(): void {
    if (this.#flushIsDue) return;
    this.#flushIsDue = true;
    setImmediate(() => {
      this.#flushIsDue = false;
      this.#flush();
    });
  }

  #flush(): void {
    if (this.#encoder.bytes > 0 && !this.#socket.destroyed) this.#socket.write(this.#encoder.take());
  }

  #read(chunk: Uint8Array): void {
    this.#listener.heard();
    try {
      for (const payload of this.#decoder.push(chunk)) {
        if (this.#socket.destroyed) return;
        if (this.#state === 'greeting') this.#welcomed(decodeMessage(client.Welcome, payload));
        else this.#received(decodeMessage(client.Response, payload));
      }
    } catch (thrown) {
      this.destroy(this.#explained(asQuorateError(thrown, 'ERR_DECODE')));
    }
    if (this.#state === 'open') this.#listener.ready();
  }

  /** Bytes in place of a welcome that are none come from somebody else's port. */
  #explained(error: QuorateError): QuorateError {
    if (this.#state !== 'greeting' || (error.code !== 'ERR_DECODE' && error.code !== 'ERR_FRAME_TOO_LARGE'))
      return error;
    const where = formatAddress(this.#address);
    const what = `what answers at ${where} does not speak the client protocol; is it the HTTP port?`;
    return new QuorateError('ERR_DECODE', what, { cause: error });
  }

  #welcomed(welcome: Welcome): void {
    const { errorCode, errorMessage, protocol, clusterId } = welcome;
    const where = formatAddress(this.#address);
    if (errorCode !== '') throw errorOfCode(errorCode, `${where}: ${errorMessage}`, { address: where });
    if (protocol !== CLIENT_PROTOCOL) {
      const what = `the node at ${where} speaks protocol ${protocol}, not ${CLIENT_PROTOCOL}`;
      throw new QuorateError('ERR_PROTOCOL_VERSION', `${what}; use a client of its release`);
    }
    const wanted = this.#listener.clusterId();
    if (wanted !== '' && clusterId !== wanted) {
      const what = `the node at ${where} belongs to cluster ${clusterId}, not ${wanted}; take its address off the list`;
      throw new QuorateError('ERR_WRONG_CLUSTER', what, { details: { address: where, clusterId } });
    }
    clearTimeout(this.#greetingTimer);
    this.#state = 'open';
    this.#listener.opened(welcome);
  }

  #received(response: Response): void {
    // What the node says of the connection as a whole is its last word.
    if (response.id === 0 && response.failure != null) throw errorOfFailure(response.failure);
    this.#hasHeard = true;
    this.#owed = Math.max(0, this.#owed - 1);
    this.#listener.response(response);
  }

  #silent(): void {
    const where = formatAddress(this.#address);
    this.destroy(new QuorateError('ERR_CONNECTION_LOST', `no welcome from ${where} within ${GREETING_MS} ms`));
  }

  #closed(): void {
    clearTimeout(this.#greetingTimer);
    this.#state = 'lost';
    const where = formatAddress(this.#address);
    this.#listener.lost(this.#reason ?? new QuorateError('ERR_CONNECTION_LOST', `${where} closed the connection`));
  }
}
