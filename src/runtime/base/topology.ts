/**
 * Topology: which nodes a cluster was made of, and which of them hold a replica of each group. Every node computes the
 * same from what the cluster was initialised with.
 */
import { assert } from './assert.js';

export interface ClusterNode {
  readonly node: number;
  /** Where its peers reach it. */
  readonly host: string;
  readonly port: number;
}

export interface GroupMember {
  /** 1 and up in the order of node ids; never reused. */
  readonly replica: number;
  readonly node: number;
}

/** The group that keeps the list of collections, and later membership and the shard map. */
export const METADATA_GROUP = 1;

/**
 * The members of a group: `replicas` nodes that follow one another, starting at a place that moves by one with every group,
 * so that replicas are spread evenly over more nodes than there are replicas. The one with the lowest id is listed first,
 * and campaigns first: groups with the same members are led by the same node while all is well, so that their messages and
 * fsyncs are shared (`docs/decisions.md`, "Leaders stay together").
 */
export function membersOf(group: number, nodes: readonly number[], replicas: number): readonly GroupMember[] {
  assert(replicas >= 1 && replicas <= nodes.length, 'a group has no more replicas than there are nodes', { replicas });
  const sorted = [...nodes].sort((a, b) => a - b);
  const chosen = Array.from({ length: replicas }, (_, at) => sorted[(group + at) % sorted.length] as number);
  return chosen.sort((a, b) => a - b).map((node, at) => ({ replica: at + 1, node }));
}
