/**
 * Items as commands print them: as a document with `--json`, else as a value or a line. Pure.
 *
 * Values of kind JSON are printed as they are stored: what is exported is what was put, to the last digit.
 */
import { Buffer } from 'node:buffer';
import { type Item, JsonText } from '../client/client.js';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

const jsonOf = (value: unknown): string => (value instanceof JsonText ? value.text : JSON.stringify(value));

/** On one line. JSON has no bytes: they stand in `valueBase64`. */
export function itemDocument(item: Item): string {
  const { key, kind, value, revision, expiresAtMs } = item;
  const members = [`"key":${JSON.stringify(key)}`, `"kind":"${kind}"`];
  if (kind === 'bytes' && value !== undefined) members.push(`"valueBase64":"${base64(value as Uint8Array)}"`);
  else if (value !== undefined) members.push(`"value":${withoutBreaks(jsonOf(value))}`);
  members.push(`"revision":${revision}`);
  if (expiresAtMs !== undefined) members.push(`"expiresAtMs":${expiresAtMs}`);
  return `{${members.join(',')}}`;
}

/** The value on one line; bytes as base64. */
export function valueLine({ kind, value }: Item): string {
  return kind === 'bytes' ? base64(value as Uint8Array) : withoutBreaks(jsonOf(value));
}

/** The same over several lines, for a person; as it stands when reading it as numbers and texts would change it. */
export function valueText({ value }: Item): string {
  const text = jsonOf(value);
  const parsed: unknown = JSON.parse(text);
  return JSON.stringify(parsed) === text ? JSON.stringify(parsed, undefined, 2) : text;
}

/** In JSON, line breaks only stand between tokens: inside a text they are escaped. */
function withoutBreaks(json: string): string {
  return json.replace(/[\r\n]+/g, ' ');
}
