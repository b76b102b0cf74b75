/**
 * Values: what a program hands over and gets back, as the bytes that are stored. Pure.
 *
 * A `Uint8Array` is stored as it is, a number of kind `integer` as an integer that the store can increment, and
 * everything else as JSON. What JSON cannot say at all is refused rather than stored as something else.
 */
import { Buffer } from 'node:buffer';
import { formatInteger } from '../runtime/base/data-model.js';
import { QuorateError } from '../runtime/base/errors.js';
import { type apply, type Body, command } from '../runtime/base/proto.js';

export type ItemKind = 'json' | 'bytes' | 'integer';

/** One stored item. */
export interface Item<T = unknown> {
  readonly key: string;
  readonly kind: ItemKind;
  /**
   * JSON: what was put, or a `JsonText` when asked for. Bytes: a `Uint8Array` of its own. Integer: a safe integer.
   * Where only keys were asked for: undefined.
   */
  readonly value: T;
  /** Grows with every write to the item; what `ifRevision` and `compareAndSet` take. */
  readonly revision: number;
  /** When it expires, in milliseconds of the cluster's log clock, which follows the wall clock. Absent: never. */
  readonly expiresAtMs?: number;
}

/** JSON that is a text already: stored as it stands, numbers beyond 2^53 included. Whoever makes one answers for it. */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export interface EncodedValue {
  readonly kind: command.ItemKind;
  readonly value: Uint8Array;
}

const { ItemKind: Kind } = command;

const invalid = (why: string, cause?: unknown): QuorateError =>
  new QuorateError('ERR_INVALID_REQUEST', why, cause === undefined ? {} : { cause });

/** The bytes of a value, which stay as they are whatever the caller does with the value afterwards. */
export function encodeValue(value: unknown, kind?: ItemKind): EncodedValue {
  switch (kind ?? (value instanceof Uint8Array ? 'bytes' : 'json')) {
    case 'json':
      return { kind: Kind.JSON, value: encodeJson(value) };
    case 'bytes':
      if (value instanceof Uint8Array) return { kind: Kind.BYTES, value: Buffer.from(value) };
      throw invalid('a value of kind bytes must be a Uint8Array');
    case 'integer':
      if (Number.isSafeInteger(value)) return { kind: Kind.INTEGER, value: formatInteger(value as number) };
      throw invalid(`a value of kind integer must be a safe integer, not ${String(value)}`);
    default:
      throw invalid(`kind must be json, bytes or integer, not '${String(kind)}'`);
  }
}

function encodeJson(value: unknown): Uint8Array {
  if (typeof value === 'number' && !Number.isFinite(value)) throw invalid(`${value} cannot be stored as JSON`);
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    throw invalid('bytes are stored from a Uint8Array, with kind bytes or none');
  }
  if (value instanceof JsonText) return Buffer.from(value.text, 'utf8');
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (thrown) {
    throw invalid(`the value cannot be stored as JSON: ${thrown instanceof Error ? thrown.message : thrown}`, thrown);
  }
  if (text === undefined) throw invalid(`a value of type ${typeof value} cannot be stored as JSON`);
  return Buffer.from(text, 'utf8');
}

/** In Unicode mode this finds only surrogates that have no partner. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/** A key, or a bound of a range, as bytes. Replacing what UTF-8 cannot say would make two keys one. */
export function encodeKey(key: string): Uint8Array {
  if (typeof key !== 'string') throw invalid(`a key must be a string, not ${typeof key}`);
  const bytes = Buffer.from(key, 'utf8');
  if (bytes.length === key.length || !LONE_SURROGATE.test(key)) return bytes;
  throw new QuorateError('ERR_INVALID_UTF8', 'a key must be well-formed: it has half of a surrogate pair');
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** What becomes of an item's value: read from JSON, left as the text it is stored as, or not there at all. */
export type ValueForm = 'parsed' | 'text' | 'none';

export function decodeItem(item: Body<apply.Item.$Properties>, form: ValueForm): Item {
  const { revision, expiresAtMs } = item;
  const [kind, value] = decodeValue(item.kind, item.value, form);
  const decoded = { key: text(item.key), kind, value, revision };
  return expiresAtMs === 0 ? decoded : { ...decoded, expiresAtMs };
}

function decodeValue(kind: command.ItemKind, value: Uint8Array, form: ValueForm): readonly [ItemKind, unknown] {
  switch (kind) {
    case Kind.JSON:
      if (form === 'none') return ['json', undefined];
      return ['json', form === 'text' ? new JsonText(text(value)) : decodeJson(value)];
    case Kind.INTEGER:
      return ['integer', form === 'none' ? undefined : Number(text(value))];
    default:
      // A copy: the bytes are a view of everything that came with them.
      return ['bytes', form === 'none' ? undefined : new Uint8Array(value)];
  }
}

function decodeJson(value: Uint8Array): unknown {
  try {
    return JSON.parse(text(value));
  } catch (cause) {
    throw new QuorateError('ERR_INVALID_JSON', 'the item is of kind JSON and holds something else', { cause });
  }
}
