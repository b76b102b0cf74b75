/**
 * Scans: the items of a range of keys, fetched page by page as they are consumed.
 */
import { Buffer } from 'node:buffer';
import { QuorateError } from '../runtime/base/errors.js';
import { type KeyRange, prefixRange } from '../runtime/base/key-range.js';
import { DEFAULT_LIMITS } from '../runtime/base/limits.js';
import type { Response } from './call.js';
import { type ReadOptions, wireConsistency } from './read-options.js';
import type { Requester } from './requester.js';
import { decodeItem, encodeKey, type Item } from './values.js';

export interface ScanOptions extends ReadOptions {
  /** Only keys that begin with this. */
  readonly prefix?: string | undefined;
  /** Only keys from this one on. */
  readonly from?: string | undefined;
  /** Only keys before this one. */
  readonly to?: string | undefined;
  /** At most so many items; all when not given. */
  readonly limit?: number | undefined;
  /** Items without their values, which are not read either. */
  readonly keysOnly?: boolean | undefined;
}

const PAGE_ITEMS = DEFAULT_LIMITS.scanPageItemsMax;

/** What all the bounds have in common. */
export function rangeOf({ prefix, from, to }: ScanOptions): KeyRange {
  const range = prefixRange(encodeKey(prefix ?? ''));
  const low = encodeKey(from ?? '');
  const high = encodeKey(to ?? '');
  return {
    from: Buffer.compare(low, range.from) > 0 ? low : range.from,
    to: range.to.length === 0 || (high.length > 0 && Buffer.compare(high, range.to) < 0) ? high : range.to,
  };
}

const pageOf = ({ items }: Response): NonNullable<Response['items']> => {
  if (items != null) return items;
  throw new QuorateError('ERR_DECODE', 'the node answered a scan with something else');
};

export async function* scanItems<T>(
  requester: Requester,
  collection: Uint8Array,
  options: ScanOptions,
): AsyncGenerator<Item<T>, void, undefined> {
  const { limit = Number.POSITIVE_INFINITY, keysOnly = false } = options;
  if (!(limit >= 0)) throw new QuorateError('ERR_INVALID_REQUEST', `limit must be a number of items, not ${limit}`);
  const { from, to } = rangeOf(options);
  const consistency = wireConsistency(options);
  const form = keysOnly ? 'none' : (options.json ?? 'parsed');
  let cursor: { readonly from: Uint8Array; readonly after: boolean } = { from, after: false };
  let left = limit;
  while (left > 0) {
    const scan = { collection, ...cursor, to, vshards: [], limit: Math.min(left, PAGE_ITEMS), keysOnly };
    const page = await requester.ask({ id: 0, deadlineMs: 0, consistency, scan }, pageOf, options);
    for (const item of page.items) yield decodeItem(item, form) as Item<T>;
    left -= page.items.length;
    const last = page.items.at(-1);
    if (!page.more || last === undefined) return;
    cursor = { from: last.key, after: true };
  }
}
