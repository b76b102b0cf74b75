/**
 * Link: one end of the message channel between two threads of a node.
 *
 * Outwards, envelopes are encoded into one reused writer and leave as one frame per flush, in a buffer of the frame's
 * own. News of actors that went up or down travel on the same port, in order with the frames. Inwards, frames are
 * decoded and handed on. A link ends once, when the other thread has ended or either side closes it; what arrived
 * before that is handed on first.
 *
 * `postMessage` knows no backpressure, so both ends count bytes in transit in shared memory and `append` refuses what
 * would exceed the bound. What is refused, and how, is `links.ts`'s business.
 */
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import type { ActorRef, PeerEvent } from '../actor/actor.js';
import type { Envelope } from '../actor/envelope.js';
import { decodeEnvelopes, encodeEnvelope } from '../actor/envelope-codec.js';
import type { Routes } from '../actor/routes.js';
import { assert } from '../base/assert.js';
import { Writer } from '../base/proto.js';

/** A frame is posted early when it has reached this size, and a writer that grew beyond it is not kept. */
const FRAME_BYTES = 1024 * 1024;
/** From here on, handing the buffer over costs less than copying it. */
const TRANSFER_BYTES = 64 * 1024;

/** An end of a link, as it is handed to the thread that will use it. */
export interface LinkEnd {
  /** The thread at the other end, and which incarnation of it. */
  readonly thread: number;
  readonly incarnation: number;
  readonly port: MessagePort;
  /** Bytes in transit: one word for each direction. */
  readonly transit: Int32Array<SharedArrayBuffer>;
  /** Which word counts what this end sends. */
  readonly side: 0 | 1;
}

export interface PeerNews {
  readonly ref: ActorRef;
  readonly event: PeerEvent;
}

/** What travels on the port: a frame of envelopes, or news. */
type Posted = Uint8Array | readonly PeerNews[];

export interface LinkOptions {
  readonly routes: Routes;
  readonly bytesInTransitMax: number;
  onEnvelopes(envelopes: readonly Envelope[]): void;
  onNews(news: readonly PeerNews[]): void;
  /** The bytes of the other thread made no sense: it, or this one, cannot go on. */
  onFault(error: unknown): void;
  onEnd(): void;
}

export function createTransit(): Int32Array<SharedArrayBuffer> {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

export class Link {
  readonly thread: number;
  readonly incarnation: number;
  readonly #end: LinkEnd;
  readonly #options: LinkOptions;
  #writer = Writer.create();
  #ended = false;

  constructor(end: LinkEnd, options: LinkOptions) {
    this.thread = end.thread;
    this.incarnation = end.incarnation;
    this.#end = end;
    this.#options = options;
    end.port.on('message', (posted: Posted) => this.#receive(posted));
    end.port.on('messageerror', (error) => options.onFault(error));
    end.port.on('close', () => this.#finish());
  }

  /** False, and nothing done, when too much is in transit and the envelope is one of those that may be refused. */
  append(envelope: Envelope, mayRefuse: () => boolean): boolean {
    const waiting = Atomics.load(this.#end.transit, this.#end.side) + this.#writer.pos;
    if (waiting > this.#options.bytesInTransitMax && mayRefuse()) return false;
    const before = this.#writer.pos;
    try {
      encodeEnvelope(this.#writer, envelope, this.#options.routes);
    } catch (thrown) {
      // Half an envelope and the writer's open forks must not reach the next one.
      const whole = this.#writer.buf.subarray(0, before);
      this.#writer = Writer.create();
      if (before > 0) this.#post(whole);
      throw thrown;
    }
    if (this.#writer.pos >= FRAME_BYTES) this.flush();
    return true;
  }

  announce(news: readonly PeerNews[]): void {
    this.flush();
    if (!this.#ended && news.length > 0) this.#end.port.postMessage(news);
  }

  flush(): void {
    const { pos, buf } = this.#writer;
    if (pos === 0) return;
    this.#post(buf.subarray(0, pos));
    if (buf.length > FRAME_BYTES) this.#writer = Writer.create();
    else this.#writer.pos = 0;
  }

  /** Hands on what has arrived, then closes. */
  end(): void {
    // A port that emits 'close' has delivered everything, and must not be read any more: Node 20 crashes then.
    while (!this.#ended) {
      const received = receiveMessageOnPort(this.#end.port) as { message: Posted } | undefined;
      if (received === undefined) break;
      this.#receive(received.message);
    }
    this.#end.port.close();
    this.#finish();
  }

  #finish(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#options.onEnd();
  }

  #post(frame: Uint8Array): void {
    if (this.#ended) return;
    const own = new Uint8Array(frame.length);
    own.set(frame);
    postOwnBuffer(this.#end.port, own);
    Atomics.add(this.#end.transit, this.#end.side, own.length);
  }

  #receive(posted: Posted): void {
    if (this.#ended) return;
    try {
      if (!(posted instanceof Uint8Array)) {
        this.#options.onNews(posted);
        return;
      }
      Atomics.sub(this.#end.transit, 1 - this.#end.side, posted.length);
      this.#options.onEnvelopes(decodeEnvelopes(posted, this.#options.routes));
    } catch (thrown) {
      this.#options.onFault(thrown);
    }
  }
}

/**
 * Posting a view would copy its whole backing buffer, someone else's memory with it: only a buffer that is all this
 * frame's may leave.
 */
export function postOwnBuffer(port: Pick<MessagePort, 'postMessage'>, bytes: Uint8Array): void {
  const { buffer } = bytes;
  assert(buffer instanceof ArrayBuffer, 'a frame lies in unshared memory');
  assert(bytes.byteOffset === 0 && bytes.byteLength === buffer.byteLength, 'a posted buffer is no view');
  if (bytes.byteLength >= TRANSFER_BYTES) port.postMessage(bytes, [buffer]);
  else port.postMessage(bytes);
}
