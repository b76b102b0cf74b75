/**
 * One connection to a node: hello, then any number of requests at once.
 *
 * What is sent in one go of the event loop leaves in one write. A connection that ends tells everybody who still waits on
 * it; it never comes back, the link opens another one.
 */
import { connect as connectSocket, type Socket } from 'node:net';
import { asQuorateError, QuorateError } from '../runtime/base/errors.js';
import { errorOfFailure, reportedError } from '../runtime/base/failures.js';
import { DEFAULT_LIMITS } from '../runtime/base/limits.js';
import { type Body, client, decodeMessage } from '../runtime/base/proto.js';
import { FrameDecoder, FrameEncoder } from '../runtime/net/frame.js';
import { formatAddress, type NodeAddress } from './address.js';

export type Request = client.Request.$Properties;
export type Response = Body<client.Response.$Properties>;
export type Welcome = Body<client.Welcome.$Properties>;

const PROTOCOL = 1;

/** Who waits for a response. */
export interface Receiver {
  responded(response: Response): void;
  /** The connection ended; whether the request arrived is not known. */
  lost(error: QuorateError): void;
}

export interface ConnectionOptions {
  readonly address: NodeAddress;
  /** Empty: whichever cluster answers. */
  readonly clusterId: string;
  readonly timeoutMs: number;
}

export class Connection {
  readonly welcome: Welcome;
  readonly #socket: Socket;
  readonly #decoder: FrameDecoder;
  readonly #encoder = new FrameEncoder();
  readonly #receivers = new Map<number, Receiver>();
  readonly #onClosed: (error: QuorateError) => void;
  #nextId = 1;
  #isFlushing = false;
  #end: QuorateError | undefined;

  constructor(socket: Socket, decoder: FrameDecoder, welcome: Welcome, onClosed: (error: QuorateError) => void) {
    this.#socket = socket;
    this.#decoder = decoder;
    this.welcome = welcome;
    this.#onClosed = onClosed;
    socket.on('data', (chunk) => this.read(chunk));
    socket.on('end', () => this.#close('the node ended the connection'));
    socket.on('error', (error) => this.#close(error.message));
    socket.on('close', () => this.#close('the connection was closed'));
  }

  get isOpen(): boolean {
    return this.#end === undefined;
  }

  /** Sends the request under an id of its own; returns the id. */
  send(request: Request, receiver: Receiver): number {
    const id = this.#nextId;
    this.#nextId += 1;
    request.id = id;
    this.#receivers.set(id, receiver);
    this.#encoder.append(client.Request, request);
    if (!this.#isFlushing) {
      this.#isFlushing = true;
      setImmediate(() => this.#flush());
    }
    return id;
  }

  /** The receiver no longer waits. */
  forget(id: number): void {
    this.#receivers.delete(id);
  }

  /** Ends the connection; who still waits is told. */
  destroy(): void {
    this.#close('the client was closed');
  }

  #flush(): void {
    this.#isFlushing = false;
    if (this.#end === undefined && this.#encoder.bytes > 0) this.#socket.write(this.#encoder.take());
  }

  read(chunk: Uint8Array): void {
    try {
      for (const payload of this.#decoder.push(chunk)) this.#take(decodeMessage(client.Response, payload));
    } catch (thrown) {
      this.#close(asQuorateError(thrown).message);
    }
  }

  #take(response: Response): void {
    // Named 0, it is about the connection: what we sent made no sense to the node.
    if (response.id === 0 && response.failure != null) throw errorOfFailure(response.failure);
    const receiver = this.#receivers.get(response.id);
    if (receiver === undefined) return;
    this.#receivers.delete(response.id);
    receiver.responded(response);
  }

  #close(why: string): void {
    if (this.#end !== undefined) return;
    const error = new QuorateError('ERR_CONNECTION_LOST', `connection lost: ${why}`);
    this.#end = error;
    this.#socket.destroy();
    const receivers = [...this.#receivers.values()];
    this.#receivers.clear();
    this.#onClosed(error);
    for (const receiver of receivers) receiver.lost(error);
  }
}

/**
 * Connects and says hello. Rejects with `ERR_UNREACHABLE`, or with what the node says in place of a welcome
 * (`ERR_WRONG_CLUSTER`, `ERR_FORMAT`, `ERR_OVERLOADED`).
 */
export function openConnection(
  options: ConnectionOptions,
  onClosed: (error: QuorateError) => void,
): Promise<Connection> {
  const { address, clusterId, timeoutMs } = options;
  const decoder = new FrameDecoder(DEFAULT_LIMITS.frameBytesMax);
  const socket = connectSocket({ host: address.host, port: address.port, noDelay: true });
  return new Promise((resolve, reject) => {
    const fail = (error: QuorateError): void => {
      clearTimeout(timer);
      socket.removeAllListeners();
      socket.on('error', () => {});
      socket.destroy();
      reject(error);
    };
    const unreachable = (why: string, cause?: unknown): void =>
      fail(new QuorateError('ERR_UNREACHABLE', `cannot reach ${formatAddress(address)}: ${why}`, { cause }));
    const timer = setTimeout(() => unreachable(`no welcome in ${timeoutMs} ms`), timeoutMs);
    socket.once('connect', () => {
      const hello = new FrameEncoder();
      hello.append(client.Hello, { protocol: PROTOCOL, clusterId });
      socket.write(hello.take());
    });
    socket.once('error', (error) => unreachable(error.message, error));
    socket.once('end', () => unreachable('it closed the connection; is this the port of the client protocol?'));
    socket.on('data', (chunk) => {
      try {
        const [first, ...rest] = decoder.push(chunk);
        if (first === undefined) return;
        const welcome = decodeMessage(client.Welcome, first);
        const refusal = reportedError(welcome);
        if (refusal !== undefined) throw refusal;
        if (rest.length > 0) throw new QuorateError('ERR_DECODE', 'the node answered before it was asked');
        clearTimeout(timer);
        socket.removeAllListeners();
        resolve(new Connection(socket, decoder, welcome, onClosed));
      } catch (thrown) {
        fail(asQuorateError(thrown, 'ERR_DECODE'));
      }
    });
  });
}
