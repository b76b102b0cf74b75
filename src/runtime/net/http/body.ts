/**
 * Request bodies: read up to a limit, never beyond it, and checked for what they are said to be.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { QuorateError } from '../../base/errors.js';
import type { ByteBudget } from '../byte-budget.js';

function tooLarge(bytesMax: number): QuorateError {
  const what = `the body of this request has at most ${bytesMax} bytes`;
  return new QuorateError('ERR_BODY_TOO_LARGE', what, { details: { bytesMax } });
}

/**
 * The whole body. Refuses an announced length above the limit before it reads anything, and a body of unannounced
 * length as soon as it passes the limit.
 */
export async function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  bytesMax: number,
  budget: ByteBudget,
): Promise<Uint8Array> {
  const announced = request.headers['content-length'];
  if (announced !== undefined && Number(announced) > bytesMax) throw tooLarge(bytesMax);
  if (request.headers.expect !== undefined) response.writeContinue();
  let bytes = 0;
  try {
    return await collect(request, bytesMax, (more) => {
      budget.take(more);
      bytes += more;
    });
  } finally {
    budget.give(bytes);
  }
}

function collect(request: IncomingMessage, bytesMax: number, take: (bytes: number) => void): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    const stop = (error: QuorateError): void => {
      request.removeListener('data', onChunk);
      request.pause();
      reject(error);
    };
    const onChunk = (chunk: Uint8Array): void => {
      bytes += chunk.length;
      if (bytes > bytesMax) {
        stop(tooLarge(bytesMax));
        return;
      }
      try {
        take(chunk.length);
      } catch (thrown) {
        stop(thrown as QuorateError);
        return;
      }
      chunks.push(chunk);
    };
    const cut = (): void => {
      if (!request.complete) reject(new QuorateError('ERR_BODY_TRUNCATED', 'the connection ended within the body'));
    };
    request.on('data', onChunk);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', cut);
    request.once('close', cut);
  });
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function decodeText(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch (thrown) {
    throw new QuorateError('ERR_INVALID_UTF8', 'the body is not well-formed UTF-8', { cause: thrown });
  }
}

/** The document that the bytes are. Throws `ERR_INVALID_UTF8` or `ERR_INVALID_JSON`. */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decodeText(bytes);
  try {
    return JSON.parse(text);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new QuorateError('ERR_INVALID_JSON', `the body is not JSON: ${why}`, { cause: thrown });
  }
}

/** The object that the bytes are, with no members but these. */
export function parseJsonObject(bytes: Uint8Array, members: readonly string[]): Readonly<Record<string, unknown>> {
  return requireObject(parseJson(bytes), 'the body', members);
}

export function requireObject(
  value: unknown,
  what: string,
  members: readonly string[],
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new QuorateError('ERR_INVALID_REQUEST', `${what} must be a JSON object with ${members.join(', ')}`);
  }
  for (const name of Object.keys(value)) {
    if (members.includes(name)) continue;
    throw new QuorateError('ERR_INVALID_REQUEST', `${what} has no '${name}'; known are ${members.join(', ')}`);
  }
  return value as Readonly<Record<string, unknown>>;
}
