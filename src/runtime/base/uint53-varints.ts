/**
 * 64-bit varints straight to and from numbers.
 *
 * protobufjs takes every 64-bit integer through an object of two 32-bit halves. Terms, indexes, sessions and request ids are
 * such integers and every message has several, so those objects were an eighth of all that the hot threads allocated.
 * The bytes are the same. What does not fit 53 bits reads as the nearest number, as before: whoever uses it validates it.
 */
import protobuf from 'protobufjs/minimal.js';
import { QuorateError } from './errors.js';

interface WriterBuffer {
  buf: Uint8Array;
  pos: number;
  /** Makes room for so many bytes. */
  _reserve(bytes: number): void;
}

const GROUP = 128;
const TWO_28 = 2 ** 28;
const TWO_31 = 2 ** 31;
const VARINT_BYTES_MAX = 10;

function pastTheEnd(reader: protobuf.Reader): never {
  throw new QuorateError('ERR_DECODE', `a number at byte ${reader.pos} of ${reader.len} is cut off or too long`);
}

function readUint64(this: protobuf.Reader): number {
  const { buf, len } = this;
  let { pos } = this;
  let byte = 0;
  // Up to 28 bits in integer arithmetic; what is above, in floating point.
  let low = 0;
  for (let shift = 0; shift < 28; shift += 7) {
    if (pos >= len) return pastTheEnd(this);
    byte = buf[pos] as number;
    pos += 1;
    low |= (byte & 127) << shift;
    if (byte < GROUP) {
      this.pos = pos;
      return low;
    }
  }
  let value = low;
  let scale = TWO_28;
  for (let bytes = 4; bytes < VARINT_BYTES_MAX; bytes += 1) {
    if (pos >= len) return pastTheEnd(this);
    byte = buf[pos] as number;
    pos += 1;
    value += (byte & 127) * scale;
    if (byte < GROUP) {
      this.pos = pos;
      return value;
    }
    scale *= GROUP;
  }
  return pastTheEnd(this);
}

function writeUint64(this: protobuf.Writer, value: number): protobuf.Writer {
  if (value < TWO_31 && value >= 0) return this.uint32(value);
  const writer = this as unknown as WriterBuffer;
  writer._reserve(VARINT_BYTES_MAX);
  const { buf } = writer;
  let { pos } = writer;
  let rest = value;
  while (rest >= TWO_31) {
    buf[pos] = (rest % GROUP) | GROUP;
    pos += 1;
    rest = Math.floor(rest / GROUP);
  }
  let small = rest | 0;
  while (small >= GROUP) {
    buf[pos] = (small & 127) | GROUP;
    pos += 1;
    small >>>= 7;
  }
  buf[pos] = small;
  writer.pos = pos + 1;
  return this;
}

/** Takes the place of protobufjs's own; `base/protobuf-setup.ts` calls it once per thread. */
export function readAndWriteUint53(): void {
  protobuf.Reader.prototype.uint64 = readUint64 as never;
  protobuf.Writer.prototype.uint64 = writeUint64 as never;
}
