/**
 * The value that a command is given: from its arguments or from standard input, as the kind that the options say.
 */
import { Buffer } from 'node:buffer';
import { type ItemKind, JsonText } from '../client/client.js';
import { parseInteger } from '../runtime/base/data-model.js';
import { QuorateError } from '../runtime/base/errors.js';
import { DEFAULT_LIMITS } from '../runtime/base/limits.js';
import type { OptionValues } from './command.js';

export interface GivenValue {
  readonly value: unknown;
  readonly kind: ItemKind;
}

const KIND_OPTIONS = ['text', 'bytes', 'integer'] as const;

/** More than any value may have; reading stops there. */
const INPUT_BYTES_MAX = DEFAULT_LIMITS.frameBytesMax;

export async function readAll(input: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of input) {
    bytes += chunk.length;
    if (bytes > INPUT_BYTES_MAX) {
      throw new QuorateError('ERR_VALUE_TOO_LARGE', `standard input has more than ${INPUT_BYTES_MAX} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

export function parseValue(bytes: Uint8Array, options: OptionValues): GivenValue {
  const given = KIND_OPTIONS.filter((name) => options[name] === true);
  if (given.length > 1) throw new QuorateError('ERR_USAGE', `--${given.join(' and --')} exclude each other`);
  switch (given[0]) {
    case 'bytes':
      return { kind: 'bytes', value: bytes };
    case 'text':
      return { kind: 'json', value: textOf(bytes) };
    case 'integer':
      return { kind: 'integer', value: integerOf(textOf(bytes).trim()) };
    default:
      return { kind: 'json', value: jsonOf(textOf(bytes)) };
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new QuorateError('ERR_INVALID_UTF8', 'the value is not well-formed UTF-8; --bytes stores it as it is', {
      cause,
    });
  }
}

function integerOf(digits: string): number {
  const integer = parseInteger(Buffer.from(digits));
  if (integer !== undefined) return integer;
  throw new QuorateError('ERR_NOT_AN_INTEGER', `'${digits}' is no integer between -(2^53-1) and 2^53-1`);
}

/** Checked, and then stored as it stands. */
function jsonOf(text: string): JsonText {
  try {
    JSON.parse(text);
    return new JsonText(text.trim());
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new QuorateError('ERR_INVALID_JSON', `the value is not JSON (${why}); --text stores it as a text`, { cause });
  }
}
