/**
 * ByteKey: a byte string held as a JavaScript string with one UTF-16 unit (0..255) per byte. It can be a Map key, and
 * `<` orders it as bytes, which is how keys are ordered everywhere: in memory, in SQLite (as a BLOB) and in scans.
 */
import { Buffer } from 'node:buffer';

declare const brand: unique symbol;
export type ByteKey = string & { readonly [brand]: 'ByteKey' };

export function byteKey(bytes: Uint8Array): ByteKey {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1') as ByteKey;
}

export function byteKeyOfText(text: string): ByteKey {
  return byteKey(Buffer.from(text, 'utf8'));
}

/** The bytes, in a buffer of their own. */
export function bytesOfKey(key: ByteKey): Uint8Array {
  const bytes = new Uint8Array(key.length);
  for (let i = 0; i < key.length; i += 1) bytes[i] = key.charCodeAt(i);
  return bytes;
}

export function textOfKey(key: ByteKey): string {
  return Buffer.from(key, 'latin1').toString('utf8');
}
