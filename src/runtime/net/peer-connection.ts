/**
 * One connection between nodes: frames in, frames out.
 *
 * Everything that one call writes leaves in one write; everything that one read completes is handed on at once. It says
 * when the other side takes no more, and when it does again; one that takes nothing for too long is cut off. Bytes that
 * are no frames get one frame that says so, and the connection ends. It is closed once, and says why.
 */
import { Buffer } from 'node:buffer';
import type { Socket } from 'node:net';
import { crc32 } from '../base/crc.js';
import { asQuorateError, QuorateError } from '../base/errors.js';
import { peer } from '../base/proto.js';
import { encodeFrame, FRAME_HEADER_BYTES, FrameDecoder } from './frame.js';

/** Written and not yet taken by the system: above this the other side is said to take no more. */
const CONGESTED_BYTES = 1024 * 1024;
/** Who takes nothing for this long is cut off. */
const STALLED_MS = 10_000;
/** What was written before a close has this long to leave. */
const CLOSE_MS = 1_000;
/** Up to here frames are copied together; above it their payloads are handed to the system as they are. */
const JOINED_BYTES_MAX = 64 * 1024;

export interface PeerConnectionEvents {
  /** Whole frames; none when there are only pieces of one so far, which also say that the other side lives. */
  received(connection: PeerConnection, payloads: readonly Uint8Array[]): void;
  flow(connection: PeerConnection, isCongested: boolean): void;
  /** Nothing follows. Not after `close` or `cut`. */
  ended(connection: PeerConnection, error: QuorateError): void;
  /** The socket is gone, whoever ended it. */
  released(connection: PeerConnection): void;
}

export class PeerConnection {
  readonly id: number;
  readonly #socket: Socket;
  readonly #events: PeerConnectionEvents;
  #decoder: FrameDecoder;
  #state: 'open' | 'closing' | 'closed' = 'open';
  #isCongested = false;
  /** Runs while the connection is congested, or closing. */
  #timer: NodeJS.Timeout | undefined;
  #error: Error | undefined;

  constructor(id: number, socket: Socket, payloadBytesMax: number, events: PeerConnectionEvents) {
    this.id = id;
    this.#socket = socket;
    this.#events = events;
    this.#decoder = new FrameDecoder(payloadBytesMax);
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('drain', () => this.#drained());
    socket.on('end', () => this.#inputEnded());
    socket.on('error', (error) => {
      this.#error = error;
    });
    socket.on('close', () => this.#socketClosed());
  }

  /** It has not been told to end, and has not ended. */
  get isOpen(): boolean {
    return this.#state === 'open';
  }

  get remote(): string {
    return `${this.#socket.remoteAddress ?? 'unknown'}:${this.#socket.remotePort ?? 0}`;
  }

  /** Nothing is read until `resume`; false when more than the frames so far has been read already. */
  pause(): boolean {
    this.#socket.pause();
    return this.#decoder.isAtBoundary;
  }

  /** Reads on, now with frames of up to so many bytes. */
  resume(payloadBytesMax: number): void {
    this.#decoder = new FrameDecoder(payloadBytesMax);
    this.#socket.resume();
  }

  write(payloads: readonly Uint8Array[]): void {
    const socket = this.#socket;
    if (this.#state !== 'open' || payloads.length === 0 || socket.destroyed) return;
    const bytes = payloads.reduce((sum, { length }) => sum + FRAME_HEADER_BYTES + length, 0);
    if (bytes <= JOINED_BYTES_MAX) socket.write(joined(payloads, bytes));
    else this.#writeApart(payloads);
    if (this.#isCongested || socket.writableLength <= CONGESTED_BYTES) return;
    this.#isCongested = true;
    this.#timer = setTimeout(() => this.#stalled(), STALLED_MS);
    this.#events.flow(this, true);
  }

  /** What was written leaves, then the connection ends. */
  close(): void {
    if (this.#state !== 'open') return;
    this.#state = 'closing';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#socket.destroy(), CLOSE_MS);
    this.#socket.end();
    // Unread bytes would turn the end into a reset, and what was written last would be lost.
    this.#socket.resume();
  }

  /** Ends at once. */
  cut(): void {
    if (this.#state === 'open') this.#state = 'closing';
    this.#socket.destroy();
  }

  /** Says why, then ends. */
  refuse({ code, message }: QuorateError): void {
    if (this.#state === 'open' && !this.#socket.destroyed) {
      this.#socket.write(encodeFrame(peer.Frame, { refusal: { errorCode: code, errorMessage: message } }));
    }
    this.close();
  }

  #writeApart(payloads: readonly Uint8Array[]): void {
    const socket = this.#socket;
    const headers = Buffer.allocUnsafeSlow(payloads.length * FRAME_HEADER_BYTES);
    socket.cork();
    for (const [at, payload] of payloads.entries()) {
      const start = at * FRAME_HEADER_BYTES;
      writeHeader(headers, start, payload);
      socket.write(headers.subarray(start, start + FRAME_HEADER_BYTES));
      socket.write(payload);
    }
    socket.uncork();
  }

  #read(chunk: Uint8Array): void {
    if (this.#state !== 'open') return;
    let payloads: readonly Uint8Array[];
    try {
      payloads = this.#decoder.push(chunk);
    } catch (thrown) {
      const error = asQuorateError(thrown, 'ERR_DECODE');
      this.refuse(error);
      this.#events.ended(this, error);
      return;
    }
    this.#events.received(this, payloads);
  }

  #drained(): void {
    if (!this.#isCongested || this.#state !== 'open') return;
    this.#isCongested = false;
    clearTimeout(this.#timer);
    this.#events.flow(this, false);
  }

  #stalled(): void {
    this.#end(new QuorateError('ERR_TIMEOUT', `the other side has taken nothing for ${STALLED_MS} ms`));
  }

  #inputEnded(): void {
    this.#end(
      this.#decoder.isAtBoundary
        ? new QuorateError('ERR_CONNECTION_LOST', 'the other side has ended the connection')
        : new QuorateError('ERR_BODY_TRUNCATED', 'the other side has ended the connection in the middle of a frame'),
    );
  }

  #socketClosed(): void {
    const reason = this.#error?.message ?? 'the connection was closed';
    this.#end(new QuorateError('ERR_CONNECTION_LOST', reason, { cause: this.#error }));
    this.#state = 'closed';
    clearTimeout(this.#timer);
    this.#events.released(this);
  }

  #end(error: QuorateError): void {
    if (this.#state !== 'open') return;
    this.cut();
    this.#events.ended(this, error);
  }
}

function writeHeader(into: Buffer, at: number, payload: Uint8Array): void {
  into.writeUInt32BE(payload.length, at);
  into.writeUInt32BE(crc32(payload), at + 4);
}

function joined(payloads: readonly Uint8Array[], bytes: number): Buffer {
  const frames = Buffer.allocUnsafe(bytes);
  let at = 0;
  for (const payload of payloads) {
    writeHeader(frames, at, payload);
    frames.set(payload, at + FRAME_HEADER_BYTES);
    at += FRAME_HEADER_BYTES + payload.length;
  }
  return frames;
}
