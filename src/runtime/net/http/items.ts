/**
 * /v1/collections/{collection}/items/{key}: one item by its key.
 */
import { QuorateError } from '../../base/errors.js';
import { command } from '../../base/proto.js';
import { decodeText, parseJson, parseJsonObject } from './body.js';
import { conditionOf, contentTypeOf, isUnchanged, kindName, kindOfBody, tagOf, UNCONDITIONAL } from './conditions.js';
import type { Exchange, Operation, Result } from './exchange.js';
import { type HttpReply, jsonReply } from './problem.js';

/** Bodies of requests that carry a few numbers. */
const SMALL_BODY_BYTES = 4096;

export async function getItem(exchange: Exchange): Promise<HttpReply> {
  exchange.query.allowOnly('consistency', 'timeoutMs');
  const get = { collection: exchange.bytesOf('collection'), key: exchange.bytesOf('key') };
  const { items } = await exchange.items({ get, consistency: exchange.query.consistency() });
  const item = items[0];
  if (item === undefined) {
    const what = `there is no item '${exchange.param('key')}' in collection '${exchange.param('collection')}'`;
    throw new QuorateError('ERR_NOT_FOUND', what);
  }
  const headers = {
    etag: tagOf(item.revision),
    'content-type': contentTypeOf(item.kind),
    'quorate-kind': kindName(item.kind),
    ...(item.expiresAtMs === 0 ? {} : { 'quorate-expires-at-ms': String(item.expiresAtMs) }),
  };
  if (isUnchanged(exchange.request.headers, item.revision)) return { status: 304, headers, body: new Uint8Array(0) };
  return { status: 200, headers, body: item.value };
}

export async function putItem(exchange: Exchange): Promise<HttpReply> {
  const { query, request, services } = exchange;
  query.allowOnly('kind', 'ttlMs', 'timeoutMs');
  const kind = kindOfBody(request.headers['content-type'], query.text('kind'));
  const timeToLiveMs = query.wholeNumber('ttlMs', Number.MAX_SAFE_INTEGER) ?? 0;
  const condition = conditionOf(request.headers);
  const value = await exchange.body(services.limits.valueBytesMax);
  if (kind === command.ItemKind.JSON) parseJson(value);
  if (kind === command.ItemKind.INTEGER) decodeText(value);
  return written(await exchange.write([{ ...target(exchange), ...condition, put: { kind, value, timeToLiveMs } }]));
}

export async function deleteItem(exchange: Exchange): Promise<HttpReply> {
  exchange.query.allowOnly('timeoutMs');
  const condition = conditionOf(exchange.request.headers);
  const result = await exchange.write([{ ...target(exchange), ...condition, delete: {} }]);
  const { existed = false } = result.operations[0] ?? {};
  return written(result, { existed });
}

export async function incrementItem(exchange: Exchange): Promise<HttpReply> {
  exchange.query.allowOnly('timeoutMs');
  const condition = conditionOf(exchange.request.headers);
  const body = await exchange.body(SMALL_BODY_BYTES);
  const delta = body.length === 0 ? 1 : deltaOf(parseJsonObject(body, ['by']).by);
  const result = await exchange.write([{ ...target(exchange), ...condition, increment: { delta } }]);
  return written(result, { value: result.operations[0]?.integer ?? 0 });
}

export function deltaOf(by: unknown): number {
  if (by === undefined) return 1;
  if (typeof by === 'number' && Number.isSafeInteger(by)) return by;
  throw new QuorateError('ERR_INVALID_REQUEST', `'by' must be a whole number, not ${JSON.stringify(by)}`);
}

function target(exchange: Exchange): Pick<Operation, 'collection' | 'key' | 'precondition' | 'expectedRevision'> {
  return { collection: exchange.bytesOf('collection'), key: exchange.bytesOf('key'), ...UNCONDITIONAL };
}

function written(result: Result, more: Readonly<Record<string, unknown>> = {}): HttpReply {
  const revision = result.operations[0]?.revision ?? 0;
  const replayed = result.replayed ? { replayed: true } : {};
  return jsonReply({ revision, ...more, ...replayed }, revision === 0 ? {} : { etag: tagOf(revision) });
}
