/**
 * The key space: 1024 fixed slots (vshards), and which group owns each.
 *
 * All operations of one command lie in one partition, so in one slot. Assignment is by rendezvous hashing: every (slot,
 * group) pair has a score and the highest wins, so that adding a group moves only the slots it wins.
 */
import type { ByteKey } from './byte-key.js';
import { Hasher } from './hash.js';

export const VSHARD_COUNT = 1024;

/** The slot, outside the key space, in which the metadata group keeps its own items. */
export const METADATA_VSHARD = VSHARD_COUNT;

const OPEN = '{';
const CLOSE = '}';

/** The part of the key that decides its slot: between the first `{` and the next `}` when not empty, else the whole key. */
export function partitionOf(key: ByteKey): ByteKey {
  const open = key.indexOf(OPEN);
  if (open < 0) return key;
  const close = key.indexOf(CLOSE, open + 1);
  if (close <= open + 1) return key;
  return key.slice(open + 1, close) as ByteKey;
}

export function vshardOf(collection: ByteKey, key: ByteKey): number {
  return new Hasher().byteString(collection).byteString(partitionOf(key)).digest().low % VSHARD_COUNT;
}

/** For every vshard, the group that owns it. `groups` are ids; their order does not matter. */
export function rendezvousMap(groups: readonly number[]): readonly number[] {
  const owners: number[] = [];
  for (let vshard = 0; vshard < VSHARD_COUNT; vshard += 1) {
    let owner = 0;
    let best = -1;
    for (const group of groups) {
      const { high, low } = new Hasher().uint53(vshard).uint53(group).digest();
      const score = high * 2 ** 21 + (low >>> 11);
      if (score > best || (score === best && group < owner)) {
        best = score;
        owner = group;
      }
    }
    owners.push(owner);
  }
  return owners;
}
