/**
 * Scans: the items of a range, page by page, in the byte order of their keys.
 *
 * Within one partition (a prefix that contains a closed pair of braces) a page is linearizable. Across partitions a page is
 * merged from all groups, each of which is. Between pages the collection may change: what is written behind the cursor is
 * not seen.
 */
import { QuorateError } from '../runtime/base/errors.js';
import { type KeyRange, prefixRange } from '../runtime/base/key-range.js';
import type { group } from '../runtime/base/proto.js';
import type { CallOptions, Link } from './link.js';
import { decodeItem, encodeText, type Item } from './values.js';
import type { RequestOptions } from './write-request.js';

export interface ScanOptions extends RequestOptions {
  /** Keys that begin with this; not together with `from` and `to`. */
  readonly prefix?: string;
  /** The first key, itself included. */
  readonly from?: string;
  /** The end, itself left out. */
  readonly to?: string;
  /** Begins behind this key: the last one of an earlier scan. */
  readonly after?: string;
  /** Items in all; without it, to the end of the range. */
  readonly limit?: number;
  /** Items asked for at a time, at most 1000, which is the default. */
  readonly pageItems?: number;
  /** Leaves the values out. */
  readonly keysOnly?: boolean;
  readonly consistency?: 'linearizable' | 'local';
}

const PAGE_ITEMS_MAX = 1_000;

function rangeOf({ prefix, from, to }: ScanOptions): KeyRange {
  if (prefix === undefined) return { from: encodeText(from ?? ''), to: encodeText(to ?? '') };
  if (from === undefined && to === undefined) return prefixRange(encodeText(prefix));
  throw new QuorateError('ERR_INVALID_REQUEST', 'give a prefix, or from and to, not both');
}

function requireCount(value: number, name: string): void {
  if (Number.isSafeInteger(value) && value > 0) return;
  throw new QuorateError('ERR_INVALID_REQUEST', `${name} must be a whole number above 0, not ${value}`);
}

/** Pages until the range or the limit ends; at least none. */
export async function* scanPages<T>(
  link: Link,
  collection: string,
  consistency: group.Consistency,
  options: ScanOptions,
  callOptions: CallOptions,
): AsyncGenerator<readonly Item<T>[], void, undefined> {
  const { limit = Number.MAX_SAFE_INTEGER, pageItems = PAGE_ITEMS_MAX, keysOnly = false } = options;
  requireCount(limit, 'limit');
  requireCount(pageItems, 'pageItems');
  const range = rangeOf(options);
  const cursor = options.after === undefined ? undefined : encodeText(options.after);
  const isInside = cursor !== undefined && Buffer.compare(cursor, range.from) >= 0;
  let from = isInside ? cursor : range.from;
  let after = isInside;
  let missing = limit;
  for (;;) {
    const count = Math.min(missing, pageItems, PAGE_ITEMS_MAX);
    const scan = { collection: encodeText(collection), from, to: range.to, after, limit: count, keysOnly };
    const { items: page } = await link.submit({ scan, consistency }, { kind: 'none' }, callOptions);
    if (page == null) throw new QuorateError('ERR_INVARIANT', 'the node answered a scan without items');
    const last = page.items.at(-1);
    if (page.items.length > 0) yield page.items.map((item) => decodeItem<T>(item));
    missing -= page.items.length;
    if (!page.more || last === undefined || missing <= 0) return;
    from = last.key.slice();
    after = true;
  }
}
