/**
 * Row hash: the 64-bit hash of one row of replicated state. It is stored with the row and verified at every read, and
 * the sum over all rows is the hash of the state that replicas compare; so its format is pinned by golden vectors.
 */
import { type Hash64, Hasher } from './hash.js';
import type { StateRow } from './state-store.js';

export function rowHash(row: Omit<StateRow, 'hash'>): Hash64 {
  return new Hasher()
    .uint53(row.vshard)
    .byteString(row.collection)
    .byteString(row.key)
    .uint53(row.kind)
    .uint53(row.revision)
    .uint53(row.expiresAtMs)
    .bytes(row.value)
    .digest();
}
