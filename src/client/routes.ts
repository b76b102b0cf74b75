/**
 * Routes: which group a request concerns, and which node leads that group, as far as the client knows.
 *
 * Only ever a hint. A request that goes to another node is forwarded, and its answer says where the group's next one is
 * better sent. What a node says of a leader is kept until that node is lost or another one is named.
 */
import { type ByteKey, byteKey } from '../runtime/base/byte-key.js';
import { type Body, type client, group } from '../runtime/base/proto.js';
import { rendezvousMap, vshardOf } from '../runtime/base/vshard.js';
import type { Request } from './call.js';

export type ClusterMap = Body<client.ClusterMap.$Properties>;
type LeaderHint = Body<client.LeaderHint.$Properties>;

/** As many data groups as a cluster can have. */
const GROUPS_MAX = 256;
const OPEN_BRACE = 0x7b;

export class Routes {
  #dataGroups: readonly number[] = [];
  /** By slot. */
  #owners: readonly number[] = [];
  readonly #leaders = new Map<number, number>();
  /** The collection that was asked for last: nearly always the next one too. */
  #lastCollection: Uint8Array | undefined;
  #lastName = '' as ByteKey;

  /** Takes the groups as they are, and leaders only where none is known: answers to requests are fresher. */
  learn({ dataGroups, groups, nodes }: ClusterMap): void {
    const isNew =
      dataGroups.length !== this.#dataGroups.length || dataGroups.some((id, n) => id !== this.#dataGroups[n]);
    // With one node there is nothing to choose.
    if (isNew && nodes.length > 1 && dataGroups.length <= GROUPS_MAX) {
      this.#dataGroups = dataGroups;
      this.#owners = rendezvousMap(dataGroups);
      this.#leaders.clear();
    }
    const known = new Set(this.#dataGroups);
    for (const { group: id, leaderNode } of groups) {
      if (leaderNode !== 0 && known.has(id) && !this.#leaders.has(id)) this.#leaders.set(id, leaderNode);
    }
  }

  hint({ group: id, node }: LeaderHint): void {
    if (node !== 0 && this.#dataGroups.includes(id)) this.#leaders.set(id, node);
  }

  /** The node leads nothing any more, as far as we know. */
  forget(node: number): void {
    for (const [id, leader] of this.#leaders) if (leader === node) this.#leaders.delete(id);
  }

  /** The group whose leader should have the request; 0 when any node will do, or nothing is known. */
  groupOf(request: Request): number {
    if (this.#owners.length === 0 || request.consistency === group.Consistency.LOCAL) return 0;
    const slot = this.#slotOf(request);
    return slot === undefined ? 0 : (this.#owners[slot] ?? 0);
  }

  /** 0 when it is not known. */
  leaderOf(id: number): number {
    return this.#leaders.get(id) ?? 0;
  }

  #slotOf({ write, get, scan }: Request): number | undefined {
    const operation = write?.operations?.[0];
    if (operation != null) return this.#slot(operation.collection, operation.key);
    if (get != null) return this.#slot(get.collection, get.key);
    // A range that begins within a partition mostly ends there; any other concerns all groups.
    if (scan?.from?.includes(OPEN_BRACE) === true) return this.#slot(scan.collection, scan.from);
    return undefined;
  }

  #slot(collection: Uint8Array | null | undefined, key: Uint8Array | null | undefined): number | undefined {
    if (collection == null || key == null) return undefined;
    if (collection !== this.#lastCollection) {
      this.#lastCollection = collection;
      this.#lastName = byteKey(collection);
    }
    return vshardOf(this.#lastName, byteKey(key));
  }
}
