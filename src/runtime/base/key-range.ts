/**
 * Ranges of keys, as bytes: from <= key < to, where an empty `to` is an open end.
 */
export interface KeyRange {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
}

const OPEN_END = new Uint8Array(0);
const BYTE_MAX = 0xff;

/** The keys that begin with the prefix; all of them when it is empty. */
export function prefixRange(prefix: Uint8Array): KeyRange {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === BYTE_MAX) length -= 1;
  if (length === 0) return { from: prefix, to: OPEN_END };
  // Not `slice`: a Buffer's would be a view of the prefix, and the next line would change both.
  const to = new Uint8Array(prefix.subarray(0, length));
  to[length - 1] = (to[length - 1] ?? 0) + 1;
  return { from: prefix, to };
}
