/**
 * Routing: which slot and which groups a request concerns. Pure.
 *
 * The map of slots to groups is fixed while a node runs. It is only a hint: each group checks, at the request's place
 * in its log, that it owns the slot.
 */
import { present } from '../../runtime/base/assert.js';
import { type ByteKey, byteKey } from '../../runtime/base/byte-key.js';
import { QuorateError } from '../../runtime/base/errors.js';
import type { apply, Body } from '../../runtime/base/proto.js';
import { rendezvousMap, vshardOf } from '../../runtime/base/vshard.js';
import type { Write } from './commands.js';

export type Scan = Body<apply.Scan.$Properties>;

const OPEN = '{';
const CLOSE = '}';
/** The byte after `}`: a range that begins in a prefix ending with `}` lies in it if it ends at or before this. */
const AFTER_CLOSE = '~';

export class ShardMap {
  readonly groups: readonly number[];
  readonly #owners: readonly number[];

  constructor(dataGroups: readonly number[]) {
    this.groups = dataGroups;
    this.#owners = rendezvousMap(dataGroups);
  }

  groupOf(vshard: number): number {
    return present(this.#owners[vshard], 'the group that owns a slot');
  }
}

/** The one slot that all operations of a write concern, or why there is none. */
export function slotOfWrite(operations: Write['operations']): number | QuorateError {
  let slot = -1;
  for (const { collection, key } of operations) {
    const own = vshardOf(byteKey(collection), byteKey(key));
    if (slot >= 0 && own !== slot) {
      return new QuorateError(
        'ERR_WRONG_PARTITION',
        'all keys of a batch must lie in one partition: give them a common part in braces, as in {ada}/name',
      );
    }
    slot = own;
  }
  return slot;
}

/** The part up to and including a closed, non-empty pair of braces; undefined when the key has none. */
function partitionPrefix(key: ByteKey): string | undefined {
  const open = key.indexOf(OPEN);
  if (open < 0) return undefined;
  const close = key.indexOf(CLOSE, open + 1);
  return close <= open + 1 ? undefined : key.slice(0, close + 1);
}

/** The slot when all keys of the range lie in one partition; undefined when it may reach across several. */
export function slotOfScan(scan: Scan): number | undefined {
  const from = byteKey(scan.from);
  const prefix = partitionPrefix(from);
  if (prefix === undefined || scan.to.length === 0) return undefined;
  const end = prefix.slice(0, -1) + AFTER_CLOSE;
  return byteKey(scan.to) <= end ? vshardOf(byteKey(scan.collection), from) : undefined;
}
