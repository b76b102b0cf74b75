/**
 * /v1/collections and /v1/collections/{collection}/items: what there is, page by page.
 *
 * A page is in the byte order of the keys. `next` is there when the range goes on: give it as `after` for the next
 * page. Within one partition a page is linearizable; across partitions each group's part is.
 */
import { QuorateError } from '../../base/errors.js';
import { type KeyRange, prefixRange } from '../../base/key-range.js';
import { command } from '../../base/proto.js';
import { kindName } from './conditions.js';
import type { Exchange, Items } from './exchange.js';
import { type HttpReply, jsonReply, textReply } from './problem.js';

type Item = Items['items'][number];

export async function listCollections(exchange: Exchange): Promise<HttpReply> {
  exchange.query.allowOnly('timeoutMs');
  const { items } = await exchange.items({ listCollections: {} });
  return jsonReply({ collections: items.map(({ key }) => textOf(key)) });
}

export async function listItems(exchange: Exchange): Promise<HttpReply> {
  const { query, services } = exchange;
  query.allowOnly('prefix', 'from', 'to', 'after', 'limit', 'keysOnly', 'consistency', 'timeoutMs');
  const { scanPageItemsMax } = services.limits;
  const limit = query.wholeNumber('limit', scanPageItemsMax) ?? scanPageItemsMax;
  if (limit === 0) throw new QuorateError('ERR_INVALID_REQUEST', `limit is 1 to ${scanPageItemsMax}`);
  const keysOnly = query.flag('keysOnly');
  const collection = exchange.bytesOf('collection');
  const scan = { collection, ...rangeOf(exchange), vshards: [], limit, keysOnly };
  const { items, more } = await exchange.items({ scan, consistency: query.consistency() });
  const last = items.at(-1);
  const next = more && last !== undefined ? `,"next":${JSON.stringify(textOf(last.key))}` : '';
  const members = items.map((item) => itemJson(item, keysOnly)).join(',');
  return textReply(`{"items":[${members}]${next}}\n`, 'application/json');
}

function rangeOf({ query }: Exchange): KeyRange & { readonly after: boolean } {
  const prefix = query.text('prefix');
  const after = query.text('after');
  if (prefix !== undefined && (query.text('from') ?? query.text('to')) !== undefined) {
    throw new QuorateError('ERR_INVALID_REQUEST', 'give a prefix, or from and to, not both');
  }
  const range =
    prefix === undefined
      ? { from: Buffer.from(query.text('from') ?? ''), to: Buffer.from(query.text('to') ?? '') }
      : prefixRange(Buffer.from(prefix));
  const cursor = Buffer.from(after ?? '');
  // A cursor from before the range changes nothing.
  if (after === undefined || Buffer.compare(cursor, range.from) < 0) return { ...range, after: false };
  return { from: cursor, to: range.to, after: true };
}

/** JSON values stand as they were stored, so that no number loses digits on the way. */
function itemJson(item: Item, keysOnly: boolean): string {
  const key = `"key":${JSON.stringify(textOf(item.key))}`;
  const expires = item.expiresAtMs === 0 ? '' : `,"expiresAtMs":${item.expiresAtMs}`;
  const meta = `${key},"kind":"${kindName(item.kind)}","revision":${item.revision}${expires}`;
  return keysOnly ? `{${meta}}` : `{${meta},${valueJson(item)}}`;
}

function valueJson({ kind, value }: Item): string {
  if (kind !== command.ItemKind.BYTES) {
    const text = textOf(value);
    if (isJson(text)) return `"value":${text}`;
  }
  return `"valueBase64":"${Buffer.from(value).toString('base64')}"`;
}

/** Clients of the binary protocol check their own JSON; one that did not must not spoil the page. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
