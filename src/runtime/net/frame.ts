/**
 * Frames on a socket: u32 length of the payload | u32 CRC-32 of the payload | payload, both numbers big-endian.
 *
 * The length is checked before anything is allocated for it, and the CRC before anybody sees the payload. Bytes that
 * are no frame end the connection: there is no way to find the next one.
 */
import { Buffer } from 'node:buffer';
import { crc32 } from '../base/crc.js';
import { QuorateError } from '../base/errors.js';
import { type GeneratedMessage, Writer } from '../base/proto.js';

export const FRAME_HEADER_BYTES = 8;

/** Pieces below this are joined as they come, so that a frame that trickles in is not kept as millions of them. */
const PIECE_BYTES = 16 * 1024;
/** A buffer of this size or less is kept for the next batch. */
const SCRATCH_BYTES = 64 * 1024;

/**
 * Splits what a socket gives into payloads, wherever it was cut. A payload is a view of what was pushed, or of a buffer
 * of its own when it came in several pieces; it is valid as long as somebody holds it.
 */
export class FrameDecoder {
  readonly #payloadBytesMax: number;
  /** Pieces of a frame that is not complete, and how many bytes they are. */
  #pieces: Uint8Array[] = [];
  #bytes = 0;
  /** Bytes that the frame needs to be complete: its header, then all of it. */
  #needed = FRAME_HEADER_BYTES;

  constructor(payloadBytesMax: number) {
    this.#payloadBytesMax = payloadBytesMax;
  }

  /** Of a frame that is not complete. */
  get heldBytes(): number {
    return this.#bytes;
  }

  /** True between frames: a connection that ends here has lost nothing. */
  get isAtBoundary(): boolean {
    return this.#bytes === 0;
  }

  /**
   * All payloads that this chunk completes. Throws `ERR_FRAME_TOO_LARGE` or `ERR_DECODE`; then no more may be pushed.
   */
  push(chunk: Uint8Array): readonly Uint8Array[] {
    const payloads: Uint8Array[] = [];
    let rest = chunk;
    while (this.#bytes + rest.length >= this.#needed) {
      const available = this.#join(rest);
      const payload = this.#take(available);
      if (payload === undefined) {
        rest = available;
        continue;
      }
      payloads.push(payload);
      rest = available.subarray(FRAME_HEADER_BYTES + payload.length);
      this.#needed = FRAME_HEADER_BYTES;
    }
    if (rest.length > 0) this.#keep(rest);
    return payloads;
  }

  /** Joins with the piece before only what is at least as long as it: every byte is copied a few times at most. */
  #keep(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    let piece = chunk;
    for (
      let before = this.#pieces.at(-1);
      before !== undefined && before.length <= piece.length && piece.length < PIECE_BYTES;
      before = this.#pieces.at(-1)
    ) {
      this.#pieces.pop();
      piece = Buffer.concat([before, piece]);
    }
    this.#pieces.push(piece);
  }

  /**
   * The pieces and the chunk as one; copies only when there are pieces, so once for a header and once for a payload.
   */
  #join(chunk: Uint8Array): Uint8Array {
    if (this.#bytes === 0) return chunk;
    const joined = Buffer.concat([...this.#pieces, chunk]);
    this.#pieces = [];
    this.#bytes = 0;
    return joined;
  }

  /**
   * The payload at the start of `available`; undefined when it is not all there, and then `needed` says how much is.
   */
  #take(available: Uint8Array): Uint8Array | undefined {
    const length = readUint32(available, 0);
    if (length > this.#payloadBytesMax) {
      throw new QuorateError(
        'ERR_FRAME_TOO_LARGE',
        `a frame has at most ${this.#payloadBytesMax} bytes, not ${length}`,
        {
          details: { bytes: length, bytesMax: this.#payloadBytesMax },
        },
      );
    }
    const end = FRAME_HEADER_BYTES + length;
    if (available.length < end) {
      this.#needed = end;
      return undefined;
    }
    const payload = available.subarray(FRAME_HEADER_BYTES, end);
    if (crc32(payload) !== readUint32(available, 4)) {
      throw new QuorateError(
        'ERR_DECODE',
        'the checksum of a frame is wrong: these bytes are not this protocol, or damaged',
      );
    }
    return payload;
  }
}

function readUint32(bytes: Uint8Array, at: number): number {
  const [a, b, c, d] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]] as [number, number, number, number];
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}

/** Collects frames, so that what is said in one go leaves in one write. */
export class FrameEncoder {
  #buffer = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
  #used = 0;
  #writer = Writer.create();

  get bytes(): number {
    return this.#used;
  }

  append<P>(type: GeneratedMessage<P>, message: P): void {
    const payload = type.encode(message, this.#writer.reset()).finish(true) as Uint8Array;
    const end = this.#used + FRAME_HEADER_BYTES + payload.length;
    if (end > this.#buffer.length) this.#grow(end);
    this.#buffer.writeUInt32BE(payload.length, this.#used);
    this.#buffer.writeUInt32BE(crc32(payload), this.#used + 4);
    this.#buffer.set(payload, this.#used + FRAME_HEADER_BYTES);
    this.#used = end;
    if (payload.length > SCRATCH_BYTES) this.#writer = Writer.create();
  }

  /** The frames collected so far, in a buffer that is the caller's own. */
  take(): Buffer {
    const taken = Buffer.from(this.#buffer.subarray(0, this.#used));
    this.#used = 0;
    if (this.#buffer.length > SCRATCH_BYTES) this.#buffer = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
    return taken;
  }

  #grow(needed: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#buffer.length * 2));
    larger.set(this.#buffer.subarray(0, this.#used));
    this.#buffer = larger;
  }
}

/** One frame by itself. */
export function encodeFrame<P>(type: GeneratedMessage<P>, message: P): Buffer {
  const encoder = new FrameEncoder();
  encoder.append(type, message);
  return encoder.take();
}
