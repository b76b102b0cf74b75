/**
 * Cluster: which groups a simulated world has, who holds their replicas, and what their stores hold at first.
 *
 * Data groups have a voter on every node. The metadata group, which gateways do not reach on other nodes yet, is one of
 * its own on every node, with a single voter.
 */
import { ZERO_HASH } from '../base/hash.js';
import type { NodeStorage, VolumeExpectation } from '../base/node-storage.js';
import type { StateMeta } from '../base/state-store.js';
import { METADATA_VSHARD, rendezvousMap } from '../base/vshard.js';
import type { Topology } from './oracles/oracle.js';
import { VIRTUAL_START_MS } from './virtual-time.js';

const CLUSTER_ID = 'c0ffee00c0ffee00c0ffee00c0ffee00';
const MAP_VERSION = 1;
const APPLY_VERSION = 1;

export interface Member {
  readonly replica: number;
  readonly peers: readonly (readonly [replica: number, node: number])[];
}

export class Cluster implements Topology {
  readonly nodes: readonly number[];
  readonly metadataGroup = 1;
  readonly dataGroups: readonly number[];

  constructor(nodeCount: number, dataGroupCount: number) {
    this.nodes = Array.from({ length: nodeCount }, (_, at) => at + 1);
    this.dataGroups = Array.from({ length: dataGroupCount }, (_, at) => at + 2);
  }

  get groups(): readonly number[] {
    return [this.metadataGroup, ...this.dataGroups];
  }

  scopeOf(group: number, node: number): string {
    return group === this.metadataGroup ? `${group}@n${node}` : `${group}`;
  }

  votersOf(group: number, node: number): readonly number[] {
    return group === this.metadataGroup ? [node] : this.nodes;
  }

  membersOf(group: number, node: number): Member {
    const peers = this.votersOf(group, node).map((voter) => [replicaOf(group, voter), voter] as const);
    return { replica: replicaOf(group, node), peers };
  }

  stateFilesOf(node: number): readonly string[] {
    return this.groups.map((group) => stateFileOf(group, replicaOf(group, node)));
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
  const replicas = cluster.groups.map((group) => {
    const replica = replicaOf(group, node);
    return { group, replica, stateFile: stateFileOf(group, replica), initial };
  });
  for (const { group, replica, stateFile } of replicas) {
    const voters = cluster.votersOf(group, node).map((voter) => replicaOf(group, voter));
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

function replicaOf(group: number, node: number): number {
  return group * 100 + node;
}

function stateFileOf(group: number, replica: number): string {
  return `state-${group}-${replica}-1.db`;
}

function hex(value: number): string {
  return value.toString(16).padStart(32, '0');
}
