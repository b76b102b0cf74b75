/**
 * NDJSON: one JSON document per line, read from a stream in bounded memory. Every line comes with its number and the
 * offset behind it, so that reading can go on there; what is wrong with a line is an error that names it.
 */
import { Buffer } from 'node:buffer';
import { QuorateError } from '../runtime/base/errors.js';

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Bytes from the start of the input to behind this line. */
  readonly endOffset: number;
  readonly bytes: Uint8Array;
}

export interface LineStart {
  readonly number: number;
  readonly offset: number;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

function trimmed(bytes: Buffer): Buffer {
  return bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes;
}

/** Lines that are not blank. `start` says where the stream begins in the whole input. */
export async function* readLines(
  stream: AsyncIterable<Uint8Array>,
  lineBytesMax: number,
  start: LineStart = { number: 0, offset: 0 },
): AsyncGenerator<Line> {
  let { number, offset } = start;
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  const lineOf = (tail: Buffer, terminated: boolean): Line => {
    const whole = pending.length === 0 ? tail : Buffer.concat([...pending, tail]);
    pending = [];
    pendingBytes = 0;
    number += 1;
    offset += whole.length + (terminated ? 1 : 0);
    return { number, endOffset: offset, bytes: trimmed(whole) };
  };
  for await (const chunk of stream) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let at = rest.indexOf(LINE_FEED); at >= 0; at = rest.indexOf(LINE_FEED)) {
      const line = lineOf(rest.subarray(0, at), true);
      rest = rest.subarray(at + 1);
      if (line.bytes.length > 0) yield line;
    }
    pendingBytes += rest.length;
    if (pendingBytes > lineBytesMax) {
      throw new QuorateError('ERR_VALUE_TOO_LARGE', `line ${number + 1} is longer than ${lineBytesMax} bytes`);
    }
    if (rest.length > 0) pending.push(Buffer.from(rest));
  }
  if (pendingBytes > 0) {
    const line = lineOf(Buffer.alloc(0), false);
    if (line.bytes.length > 0) yield line;
  }
}

export interface KeyedDocument {
  readonly key: string;
  /** The document as it stands on the line. */
  readonly text: string;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** The document on a line and its key, which is the text or number in its field `keyField`. */
export function parseDocument(line: Line, keyField: string): KeyedDocument {
  let text: string;
  try {
    text = decoder.decode(line.bytes);
  } catch (cause) {
    throw new QuorateError('ERR_INVALID_UTF8', `line ${line.number} is not well-formed UTF-8`, { cause });
  }
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new QuorateError('ERR_INVALID_JSON', `line ${line.number} is not JSON: ${why}`, { cause });
  }
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw new QuorateError('ERR_INVALID_REQUEST', `line ${line.number} is not a JSON object`);
  }
  const key: unknown = (document as Readonly<Record<string, unknown>>)[keyField];
  if (typeof key === 'string' && key !== '') return { key, text };
  if (typeof key === 'number') return { key: String(key), text };
  throw new QuorateError('ERR_INVALID_REQUEST', `line ${line.number} has no text or number in its field '${keyField}'`);
}
