/**
 * Identity: what a data directory says about itself in `node.json` - whose it is, which nodes its cluster was made of, which
 * groups lie in which volume, and the limits that decide what applying an entry yields.
 *
 * It is written last when a directory is made, so it also says that the making was completed. It is small JSON for
 * people to read, with a checksum, and never changes.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { SessionLimits } from '../../actors/applier/sessions.js';
import { present } from '../base/assert.js';
import { QuorateError } from '../base/errors.js';
import { type ClusterNode, type GroupMember, METADATA_GROUP, membersOf } from '../base/topology.js';
import { rendezvousMap } from '../base/vshard.js';
import { storageError } from '../storage/storage.js';

const FILE = 'node.json';
export const IDENTITY_FORMAT = 1;

export interface NodeIdentity extends SessionLimits {
  readonly format: number;
  readonly clusterName: string;
  /** The name and, of a cluster of one, a random part; of any other, a hash of all that its nodes must agree on. */
  readonly clusterId: string;
  readonly nodeId: number;
  /** Ascending by id, this node among them. A node that is alone has port 0: nobody reaches it. */
  readonly nodes: readonly ClusterNode[];
  /** How many nodes have a replica of each group. */
  readonly replicas: number;
  /** This node's own business: it may differ from one node to the next. */
  readonly volumes: number;
  readonly dataGroups: readonly number[];
}

export type Topology = Pick<NodeIdentity, 'nodeId' | 'nodes' | 'replicas' | 'dataGroups'>;

/** Every group of the cluster. */
export function groupsOf({ dataGroups }: Pick<NodeIdentity, 'dataGroups'>): readonly number[] {
  return [METADATA_GROUP, ...dataGroups];
}

export function membersOfGroup({ nodes, replicas }: Topology, group: number): readonly GroupMember[] {
  const ids = nodes.map(({ node }) => node);
  return membersOf(group, ids, replicas);
}

/** A group that has a replica on this node. */
export interface LocalReplica {
  readonly group: number;
  readonly replica: number;
  readonly members: readonly GroupMember[];
}

export function localReplicas(topology: Topology): readonly LocalReplica[] {
  return groupsOf(topology).flatMap((group) => {
    const members = membersOfGroup(topology, group);
    const own = members.find(({ node }) => node === topology.nodeId);
    return own === undefined ? [] : [{ group, replica: own.replica, members }];
  });
}

/** The other nodes; none in a cluster of one. */
export function peersOf({ nodes, nodeId }: Topology): readonly ClusterNode[] {
  return nodes.filter(({ node }) => node !== nodeId);
}

export function ownEntry({ nodes, nodeId }: Topology): ClusterNode {
  const own = nodes.find(({ node }) => node === nodeId);
  return present(own, 'a node is one of those of its cluster');
}

export function volumeOf(group: number, volumes: number): number {
  return group % volumes;
}

/** The slots that each data group owns, ascending. */
export function slotsOf({ dataGroups }: Pick<NodeIdentity, 'dataGroups'>): ReadonlyMap<number, readonly number[]> {
  const slots = new Map<number, number[]>(dataGroups.map((group) => [group, []]));
  for (const [slot, group] of rendezvousMap(dataGroups).entries()) slots.get(group)?.push(slot);
  return slots;
}

/** Undefined when the directory has none. Throws `ERR_CORRUPT` or `ERR_FORMAT`. */
export function readIdentity(directory: string): NodeIdentity | undefined {
  const file = join(directory, FILE);
  if (!existsSync(file)) return undefined;
  let content: Readonly<Record<string, unknown>>;
  try {
    content = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  } catch (thrown) {
    throw new QuorateError('ERR_CORRUPT', `${file} cannot be read; restore it from a backup`, { cause: thrown });
  }
  const { checksum, ...identity } = content;
  if (typeof identity.format === 'number' && identity.format > IDENTITY_FORMAT) {
    const what = `${file} has format ${identity.format}, this version knows ${IDENTITY_FORMAT}`;
    throw new QuorateError('ERR_FORMAT', `${what}; use the version that wrote it`);
  }
  if (checksum !== checksumOf(identity)) {
    throw new QuorateError('ERR_CORRUPT', `${file} is not what was written; restore it from a backup`);
  }
  if (!Array.isArray(identity.nodes)) {
    const what = `${file} was written by a version before the first release: it does not say which nodes there are`;
    throw new QuorateError('ERR_FORMAT', `${what}; make a new directory`);
  }
  return identity as unknown as NodeIdentity;
}

/** Durable on return: the file is there whole, or not at all. */
export function writeIdentity(directory: string, identity: NodeIdentity): void {
  const file = join(directory, FILE);
  const fresh = `${file}.new`;
  try {
    writeFileSync(fresh, `${JSON.stringify({ ...identity, checksum: checksumOf(identity) }, undefined, 2)}\n`);
    syncPath(fresh);
    renameSync(fresh, file);
    syncPath(directory);
  } catch (thrown) {
    throw storageError(thrown, file);
  }
}

/** Makes a file's content, or a directory's entries, durable. */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function checksumOf(identity: object): string {
  return crc32(JSON.stringify(identity)).toString(16).padStart(8, '0');
}
