/**
 * One client's connection: frames in, frames out, any number of requests between.
 *
 *   hello -> open -> closing -> closed
 *
 * The welcome has a session and the cluster's map, both from the gateway. The connection reads no faster than its client
 * does: while the client does not take answers, or has its share of requests in flight, nothing is read from the socket.
 * A client that takes nothing for too long is cut off, as is the one that leaves most when all of them leave too much. A
 * frame that is begun has a time to be completed. Bytes that make no sense get one answer that says so, and the connection
 * ends. Whatever is refused is counted.
 */
import type { Socket } from 'node:net';
import { asQuorateError, QuorateError } from '../base/errors.js';
import { failureOf } from '../base/failures.js';
import type { Limits } from '../base/limits.js';
import { client, decodeMessage } from '../base/proto.js';
import type { ByteBudget } from './byte-budget.js';
import { FrameDecoder, FrameEncoder } from './frame.js';
import type { GatewayPort, Request, Requester, Response } from './gateway-port.js';
import type { Untaken } from './untaken.js';

export const CLIENT_PROTOCOL = 1;

/** Requests in flight on one connection; above it the socket is not read. */
const IN_FLIGHT_MAX = 4_096;
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
  /** Shared by all connections. */
  readonly partialFrames: ByteBudget;
  readonly untaken: Untaken<ClientConnection>;
  now(): number;
  statusDocument(): Promise<object>;
  /** Something was refused with this code. */
  refused(code: string): void;
  closed(connection: ClientConnection): void;
}

export class ClientConnection implements Requester {
  readonly #socket: Socket;
  readonly #host: ConnectionHost;
  #decoder: FrameDecoder;
  readonly #encoder = new FrameEncoder();
  #state: 'hello' | 'open' | 'closing' | 'closed' = 'hello';
  #inFlight = 0;
  #mustDrain = false;
  /** What comes in makes no sense any more. */
  #isDeaf = false;
  /** Of a frame that is not complete: its bytes so far, and since when they have come. */
  #heldBytes = 0;
  #heldSinceMs = 0;
  #timer: NodeJS.Timeout;
  /** What the gateway has answered to the hello. */
  #session: Response | undefined;
  #map: Response | undefined;

  constructor(socket: Socket, host: ConnectionHost) {
    this.#socket = socket;
    this.#host = host;
    this.#decoder = new FrameDecoder(host.limits.frameBytesMax);
    this.#timer = setTimeout(() => this.#giveUpGreeting(), host.limits.clientHelloMs);
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

  /** Ends the connection when a frame takes too long. While nothing is read, that is not the client's doing. */
  lookAtFrame(): void {
    if (this.#heldBytes === 0 || this.#isDeaf || this.#state === 'hello') return;
    const { now, limits } = this.#host;
    if (this.#socket.isPaused()) this.#heldSinceMs = now();
    const ms = limits.clientFrameMs;
    if (now() - this.#heldSinceMs < ms) return;
    this.#garbage(new QuorateError('ERR_TIMEOUT', `a frame is to arrive within ${ms} ms; send the request again`));
  }

  /** Says why the connection is not taken, in place of a welcome. */
  refuse(error: QuorateError): void {
    this.#letGo();
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
      const payloads = this.#decoder.push(chunk);
      for (const payload of payloads) {
        if (this.#state === 'hello') this.#hello(payload);
        else this.#request(decodeMessage(client.Request, payload));
      }
      this.#hold(this.#decoder.heldBytes, payloads.length > 0);
    } catch (thrown) {
      this.#garbage(asQuorateError(thrown, 'ERR_DECODE'));
    }
    this.#host.gateway.send();
    this.flush();
    this.#throttle();
  }

  #hold(bytes: number, isAnother: boolean): void {
    const { partialFrames, now } = this.#host;
    if (bytes > 0 && (isAnother || this.#heldBytes === 0)) this.#heldSinceMs = now();
    if (bytes === this.#heldBytes) return;
    partialFrames.take(bytes - this.#heldBytes);
    this.#heldBytes = bytes;
  }

  /** Whatever has come of a frame is of no use any more. */
  #letGo(): void {
    this.#isDeaf = true;
    this.#host.partialFrames.give(this.#heldBytes);
    this.#heldBytes = 0;
    this.#decoder = new FrameDecoder(this.#host.limits.frameBytesMax);
  }

  #hello(payload: Uint8Array): void {
    const { protocol, clusterId } = decodeMessage(client.Hello, payload);
    if (protocol === 0) {
      throw new QuorateError(
        'ERR_DECODE',
        'this is no hello of a client, and this port is for clients; see the address',
      );
    }
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
    const { clientHelloMs } = this.#host.limits;
    this.refuse(new QuorateError('ERR_TIMEOUT', `a client says hello within ${clientHelloMs} ms; connect again`));
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
    this.#letGo();
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
      const waiting = this.#socket.writableLength;
      const largest = isRoom ? undefined : this.#host.untaken.set(this, waiting);
      if (waiting > OUTBOUND_BYTES_MAX) this.#cutDeaf();
      else if (largest !== undefined) largest.#cutDeaf();
      if (!isRoom && !this.#mustDrain) {
        this.#mustDrain = true;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#cutDeaf(), this.#host.limits.clientDrainMs);
      }
    }
    this.#throttle();
    this.#endWhenIdle();
  }

  /** It takes no answers, so it cannot be told why. */
  #cutDeaf(): void {
    this.#host.untaken.set(this, 0);
    this.#host.refused('ERR_OVERLOADED');
    this.cut();
  }

  #drained(): void {
    this.#mustDrain = false;
    this.#host.untaken.set(this, 0);
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
    this.#timer = setTimeout(() => this.cut(), this.#host.limits.clientDrainMs);
  }

  #closed(): void {
    this.#state = 'closed';
    clearTimeout(this.#timer);
    this.#letGo();
    this.#host.untaken.set(this, 0);
    this.#host.closed(this);
  }
}

function ownRequest(what: Pick<Request, 'newSession' | 'map'>): Request {
  return { id: 0, deadlineMs: 0, consistency: 0, ...what };
}
