/**
 * Cluster: which groups a simulated world has, who holds their replicas, and what their stores hold at first. Members
 * are those that the product's own topology gives; with more nodes than replicas some gateways have no replica of a
 * group.
 */
import { ZERO_HASH } from '../base/hash.js';
import type { NodeStorage, VolumeExpectation } from '../base/node-storage.js';
import type { StateMeta } from '../base/state-store.js';
import { type GroupMember, METADATA_GROUP, membersOf } from '../base/topology.js';
import { METADATA_VSHARD, rendezvousMap } from '../base/vshard.js';
import type { Topology } from './oracles/oracle.js';
import { VIRTUAL_START_MS } from './virtual-time.js';

export const CLUSTER_ID = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const MAP_VERSION = 1;
const APPLY_VERSION = 1;
const REPLICAS_MAX = 3;

export class Cluster implements Topology {
  readonly nodes: readonly number[];
  readonly metadataGroup = METADATA_GROUP;
  readonly dataGroups: readonly number[];
  readonly #members: ReadonlyMap<number, readonly GroupMember[]>;

  constructor(nodeCount: number, dataGroupCount: number) {
    this.nodes = Array.from({ length: nodeCount }, (_, at) => at + 1);
    this.dataGroups = Array.from({ length: dataGroupCount }, (_, at) => at + 1 + METADATA_GROUP);
    const replicas = Math.min(nodeCount, REPLICAS_MAX);
    this.#members = new Map(this.groups.map((group) => [group, membersOf(group, this.nodes, replicas)]));
  }

  get groups(): readonly number[] {
    return [this.metadataGroup, ...this.dataGroups];
  }

  /** The first one listed campaigns first. */
  membersOf(group: number): readonly GroupMember[] {
    return this.#members.get(group) ?? [];
  }

  votersOf(group: number): readonly number[] {
    return this.membersOf(group).map(({ node }) => node);
  }

  /** Groups that have a replica on the node. */
  groupsOf(node: number): readonly { readonly group: number; readonly replica: number }[] {
    return this.groups.flatMap((group) => {
      const own = this.membersOf(group).find((member) => member.node === node);
      return own === undefined ? [] : [{ group, replica: own.replica }];
    });
  }

  stateFilesOf(node: number): readonly string[] {
    return this.groupsOf(node).map(({ group, replica }) => stateFileOf(group, replica));
  }

  vshardsOf(group: number): readonly number[] {
    if (group === this.metadataGroup) return [METADATA_VSHARD];
    return rendezvousMap(this.dataGroups).flatMap((owner, vshard) => (owner === group ? [vshard] : []));
  }
}

export function expectationOf(node: number, life: number): VolumeExpectation {
  return { clusterId: CLUSTER_ID, nodeId: node, bootNonce: hex(node * 1_000_000 + life) };
}

/** Every replica starts with an identical state at index 1, term 1. */
export function createReplicas(storage: NodeStorage, cluster: Cluster, node: number): void {
  const initial = { index: 1, term: 1 };
  const instanceId = hex(node);
  const replicas = cluster.groupsOf(node).map(({ group, replica }) => {
    return { group, replica, stateFile: stateFileOf(group, replica), initial };
  });
  for (const { group, replica, stateFile } of replicas) {
    const voters = cluster.membersOf(group).map((member) => member.replica);
    const meta: StateMeta = {
      volumeInstanceId: instanceId,
      group,
      replica,
      flushedIndex: initial.index,
      flushedTerm: initial.term,
      membership: { voters, learners: [], votersOutgoing: [], learnersNext: [], autoLeave: false },
      membershipIndex: initial.index,
      logClockMs: VIRTUAL_START_MS,
      stateHash: ZERO_HASH,
      applyVersion: APPLY_VERSION,
      ownedVshards: cluster.vshardsOf(group),
      mapVersion: MAP_VERSION,
    };
    const vshards = meta.ownedVshards.map((vshard) => ({ vshard, revision: 0 }));
    storage.createState(stateFile, meta, vshards);
  }
  storage.createLog({ clusterId: CLUSTER_ID, nodeId: node, volume: 0, instanceId }, replicas);
}

function stateFileOf(group: number, replica: number): string {
  return `state-${group}-${replica}-1.db`;
}

function hex(value: number): string {
  return value.toString(16).padStart(32, '0');
}
