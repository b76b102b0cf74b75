/**
 * Items as commands print them: as a document with `--json`, else as a value or a line. Pure.
 */
import { Buffer } from 'node:buffer';
import type { Item } from '../client/client.js';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** JSON has no bytes: they stand in `valueBase64`. */
export function itemDocument(item: Item, keysOnly = false): Readonly<Record<string, unknown>> {
  const { key, kind, value, revision, expiresAtMs } = item;
  const content = kind === 'bytes' ? { valueBase64: base64(value as Uint8Array) } : { value };
  return {
    key,
    kind,
    ...(keysOnly ? {} : content),
    revision,
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
  };
}

/** The value on one line; bytes as base64. */
export function valueLine({ kind, value }: Item): string {
  return kind === 'bytes' ? base64(value as Uint8Array) : JSON.stringify(value);
}

/** The same over several lines, for a person. */
export function valueText({ value }: Item): string {
  return JSON.stringify(value, undefined, 2);
}
