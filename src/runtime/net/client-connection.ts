/**
 * One client's connection: frames in, frames out, any number of requests between.
 *
 *   hello -> open -> closing -> closed
 *
 * The welcome has a session and the cluster's map, both from the gateway. The connection reads no faster than its client
 * does: while the client does not take answers, or has its share of requests in flight, nothing is read from the socket.
 * A client that takes nothing for too long is cut off. Bytes that make no sense get one answer that says so, and the
 * connection ends. Whatever is refused is counted.
 */
import type { Socket } from 'node:net';
import { asQuorateError, QuorateError } from '../base/errors.js';
import { failureOf } from '../base/failures.js';
import type { Limits } from '../base/limits.js';
import { client, decodeMessage } from '../base/proto.js';
import { FrameDecoder, FrameEncoder } from './frame.js';
import type { GatewayPort, Request, Requester, Response } from './gateway-port.js';

export const CLIENT_PROTOCOL = 1;

/** Requests in flight on one connection; above it the socket is not read. */
const IN_FLIGHT_MAX = 4_096;
/** A client has this long to say hello, and to take answers that wait for it. */
const HELLO_MS = 10_000;
const DRAIN_MS = 30_000;
/** Answers that a client does not take; beyond this it is cut off at once. */
const OUTBOUND_BYTES_MAX = 64 * 1024 * 1024;
/** What a welcome needs of the gateway is asked for under these names; requests have ids from 1 up. */
const SESSION_TOKEN = 0;
const MAP_TOKEN = -1;

export interface ConnectionHost {
  readonly clusterId: string;
  readonly node: number;
  readonly limits: Limits;
  readonly gateway: GatewayPort;
  statusDocument(): Promise<object>;
  /** Something was refused with this code. */
  refused(code: string): void;
  closed(connection: ClientConnection): void;
}

export class ClientConnection implements Requester {
  readonly #socket: Socket;
  readonly #host: ConnectionHost;
  readonly #decoder: FrameDecoder;
  readonly #encoder = new FrameEncoder();
  #state: 'hello' | 'open' | 'closing' | 'closed' = 'hello';
  #inFlight = 0;
  #mustDrain = false;
  /** What comes in makes no sense any more. */
  #isDeaf = false;
  #timer: NodeJS.Timeout;
  /** What the gateway has answered to the hello. */
  #session: Response | undefined;
  #map: Response | undefined;

  constructor(socket: Socket, host: ConnectionHost) {
    this.#socket = socket;
    this.#host = host;
    this.#decoder = new FrameDecoder(host.limits.frameBytesMax);
    this.#timer = setTimeout(() => this.#giveUpGreeting(), HELLO_MS);
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('drain', () => this.#drained());
    socket.on('end', () => this.#inputEnded());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#closed());
  }

  /** Answers what is in flight, takes nothing new, then ends. */
  finish(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closing';
    this.#endWhenIdle();
  }

  /** Ends at once. */
  cut(): void {
    this.#socket.destroy();
  }

  /** Says why the connection is not taken, in place of a welcome. */
  refuse(error: QuorateError): void {
    this.#isDeaf = true;
    this.#host.refused(error.code);
    this.#encoder.append(client.Welcome, { ...this.#welcome(), errorCode: error.code, errorMessage: error.message });
    this.#end();
  }

  #welcome(): client.Welcome.$Properties {
    return { protocol: CLIENT_PROTOCOL, clusterId: this.#host.clusterId, node: this.#host.node };
  }

  #read(chunk: Uint8Array): void {
    if (this.#isDeaf) return;
    try {
      for (const payload of this.#decoder.push(chunk)) {
        if (this.#state === 'hello') this.#hello(payload);
        else this.#request(decodeMessage(client.Request, payload));
      }
    } catch (thrown) {
      this.#garbage(asQuorateError(thrown, 'ERR_DECODE'));
    }
    this.#host.gateway.send();
    this.flush();
    this.#throttle();
  }

  #hello(payload: Uint8Array): void {
    const { protocol, clusterId } = decodeMessage(client.Hello, payload);
    if (protocol !== CLIENT_PROTOCOL) {
      const what = `this node speaks protocol ${CLIENT_PROTOCOL}, not ${protocol}; use a client of the same release`;
      throw new QuorateError('ERR_PROTOCOL_VERSION', what);
    }
    if (clusterId !== '' && clusterId !== this.#host.clusterId) {
      throw new QuorateError(
        'ERR_WRONG_CLUSTER',
        `this node belongs to cluster ${this.#host.clusterId}, not ${clusterId}`,
      );
    }
    clearTimeout(this.#timer);
    this.#state = 'open';
    this.#ask(ownRequest({ newSession: {} }), SESSION_TOKEN);
    this.#ask(ownRequest({ map: {} }), MAP_TOKEN);
  }

  #request(request: Request): void {
    const { id } = request;
    if (!Number.isSafeInteger(id) || id < 1)
      throw new QuorateError('ERR_DECODE', 'requests are named by ids from 1 up');
    if (this.#state !== 'open') {
      this.#append(id, { id, failure: failureOf(new QuorateError('ERR_STOPPING', 'the node is stopping')) });
    } else if (request.status != null) {
      this.#answerStatus(id);
    } else {
      this.#ask(request, id);
    }
  }

  #ask(request: Request, token: number): void {
    this.#inFlight += 1;
    this.#host.gateway.add(request, this, token);
  }

  respond(token: number, response: Response): void {
    this.#inFlight -= 1;
    if (this.#state === 'closed') return;
    if (token > 0) this.#append(token, response);
    else this.#greet(token, response);
  }

  #append(id: number, response: Response): void {
    if (response.failure != null) this.#host.refused(response.failure.code);
    response.id = id;
    this.#encoder.append(client.Response, response as client.Response.$Properties);
  }

  /** Welcomes once both answers are there. The map is a hint: a welcome does without it, but not without a session. */
  #greet(token: number, response: Response): void {
    if (token === MAP_TOKEN) this.#map = response;
    else this.#session = response;
    if (this.#session === undefined || this.#map === undefined) return;
    const { session, failure } = this.#session;
    if (failure != null) {
      this.#host.refused(failure.code);
      const { code: errorCode, message: errorMessage } = failure;
      this.#encoder.append(client.Welcome, { ...this.#welcome(), errorCode, errorMessage });
      this.finish();
      return;
    }
    const { stampMs: sessionStampMs = 0, serial: sessionSerial = 0 } = session ?? {};
    const { map = null } = this.#map;
    this.#encoder.append(client.Welcome, { ...this.#welcome(), sessionStampMs, sessionSerial, map });
    this.#session = undefined;
    this.#map = undefined;
  }

  #giveUpGreeting(): void {
    this.refuse(new QuorateError('ERR_TIMEOUT', `a client says hello within ${HELLO_MS} ms; connect again`));
  }

  #answerStatus(id: number): void {
    this.#inFlight += 1;
    const answer = (response: Response): void => {
      this.respond(id, response);
      this.flush();
    };
    this.#host.statusDocument().then(
      (document) => answer({ id, status: { json: Buffer.from(JSON.stringify(document)) } }),
      (thrown: unknown) => answer({ id, failure: failureOf(asQuorateError(thrown)) }),
    );
  }

  /** What was read is no request of this protocol: one answer, named 0, and the end. */
  #garbage(error: QuorateError): void {
    this.#isDeaf = true;
    if (this.#state === 'hello') {
      this.refuse(error);
      return;
    }
    this.#append(0, { id: 0, failure: failureOf(error) });
    this.#end();
  }

  flush(): void {
    if (this.#encoder.bytes > 0 && !this.#socket.destroyed && !this.#socket.writableEnded) {
      const isRoom = this.#socket.write(this.#encoder.take());
      if (this.#socket.writableLength > OUTBOUND_BYTES_MAX) this.#cutDeaf();
      if (!isRoom && !this.#mustDrain) {
        this.#mustDrain = true;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#cutDeaf(), DRAIN_MS);
      }
    }
    this.#throttle();
    this.#endWhenIdle();
  }

  /** It takes no answers, so it cannot be told why. */
  #cutDeaf(): void {
    this.#host.refused('ERR_OVERLOADED');
    this.cut();
  }

  #drained(): void {
    this.#mustDrain = false;
    clearTimeout(this.#timer);
    this.#throttle();
  }

  #throttle(): void {
    const mayRead = !this.#mustDrain && this.#inFlight < IN_FLIGHT_MAX;
    if (mayRead && this.#socket.isPaused()) this.#socket.resume();
    else if (!mayRead && !this.#socket.isPaused()) this.#socket.pause();
  }

  #inputEnded(): void {
    if (this.#state === 'hello') this.cut();
    else this.finish();
  }

  #endWhenIdle(): void {
    if (this.#state === 'closing' && this.#inFlight === 0) this.#end();
  }

  /** Lets what was collected leave, then ends. */
  #end(): void {
    if (this.#socket.destroyed || this.#socket.writableEnded) return;
    this.#state = 'closing';
    this.#socket.end(this.#encoder.take());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.cut(), DRAIN_MS);
  }

  #closed(): void {
    this.#state = 'closed';
    clearTimeout(this.#timer);
    this.#host.closed(this);
  }
}

function ownRequest(what: Pick<Request, 'newSession' | 'map'>): Request {
  return { id: 0, deadlineMs: 0, consistency: 0, ...what };
}
