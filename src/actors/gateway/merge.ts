/**
 * Merging the pages that several groups gave for one range into one page, by key in byte order. Pure.
 *
 * A group whose range goes on has said nothing about keys behind its page's last one, so the merged page ends there:
 * the next page begins after its last key and misses nothing.
 */
import type { apply, Body } from '../../runtime/base/proto.js';

export type Items = Body<apply.Items.$Properties>;
type Item = Items['items'][number];

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const common = Math.min(a.length, b.length);
  for (let i = 0; i < common; i += 1) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** Rough size of an item on the wire: its bytes and the numbers around them. */
function itemBytes(item: Item): number {
  return item.key.length + item.value.length + 32;
}

/** The lowest of the last keys of pages that go on: beyond it the answer is not known. */
function horizonOf(pages: readonly Items[]): Uint8Array | undefined {
  let horizon: Uint8Array | undefined;
  for (const { items, more } of pages) {
    const last = items.at(-1);
    if (more && last !== undefined && (horizon === undefined || compareBytes(last.key, horizon) < 0)) {
      horizon = last.key;
    }
  }
  return horizon;
}

/** At most `limit` items and about `bytesMax` bytes, but at least one item when there is any. */
export function mergePages(pages: readonly Items[], limit: number, bytesMax: number): Items {
  const horizon = horizonOf(pages);
  const candidates = pages.flatMap(({ items }) => items).sort((a, b) => compareBytes(a.key, b.key));
  const merged: Item[] = [];
  let bytes = 0;
  for (const item of candidates) {
    if (horizon !== undefined && compareBytes(item.key, horizon) > 0) break;
    bytes += itemBytes(item);
    if (merged.length === limit || (bytes > bytesMax && merged.length > 0)) break;
    merged.push(item);
  }
  return {
    items: merged,
    more: merged.length < candidates.length || pages.some(({ more }) => more),
    logClockMs: pages.reduce((newest, { logClockMs }) => Math.max(newest, logClockMs), 0),
    errorCode: '',
    errorMessage: '',
  };
}
