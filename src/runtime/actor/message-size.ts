/**
 * An estimate of a message's memory, for bounds on mailboxes: its byte strings one and two levels deep and a constant.
 * Long lists are sampled, so that the estimate costs little whatever the message.
 */
import type { AnyMessage } from './protocol.js';

const MESSAGE_BYTES = 128;
const FIELD_BYTES = 16;
const SAMPLES_MAX = 16;

export function estimateBytes(message: AnyMessage | undefined): number {
  return message === undefined ? MESSAGE_BYTES : MESSAGE_BYTES + fieldBytes(message.body, 2);
}

function fieldBytes(body: object, depth: number): number {
  let bytes = 0;
  for (const name in body) {
    const value: unknown = (body as Readonly<Record<string, unknown>>)[name];
    if (typeof value === 'object' && value !== null) bytes += valueBytes(value, depth);
    else if (typeof value === 'string') bytes += value.length;
  }
  return bytes;
}

function valueBytes(value: object, depth: number): number {
  if (value instanceof Uint8Array) return value.length;
  if (Array.isArray(value)) return listBytes(value, depth);
  return depth > 1 ? FIELD_BYTES + fieldBytes(value, depth - 1) : FIELD_BYTES;
}

function listBytes(list: readonly unknown[], depth: number): number {
  const samples = Math.min(list.length, SAMPLES_MAX);
  if (samples === 0) return 0;
  const step = list.length / samples;
  let bytes = 0;
  for (let i = 0; i < samples; i += 1) {
    const element = list[Math.floor(i * step)];
    bytes += FIELD_BYTES;
    if (typeof element === 'object' && element !== null) bytes += valueBytes(element, depth);
  }
  return Math.ceil(bytes * step);
}
