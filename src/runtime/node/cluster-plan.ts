/**
 * Cluster plan: what a cluster is made of, checked, and the id that follows from it. Pure.
 *
 * Nobody hands out cluster ids: every node computes its own from what it was told, so nodes that were told different
 * things are of different clusters and refuse each other.
 */
import { createHash } from 'node:crypto';
import type { SessionLimits } from '../../actors/applier/sessions.js';
import { SETTINGS } from '../base/config.js';
import { QuorateError } from '../base/errors.js';
import { type ClusterNode, METADATA_GROUP } from '../base/topology.js';
import { IDENTITY_FORMAT, type NodeIdentity } from './identity.js';

/** What all nodes of a cluster must be told alike, and the two things that each has for itself. */
export interface ClusterPlan {
  readonly clusterName: string;
  /** This node's own; one of `nodes`. */
  readonly nodeId: number;
  readonly nodes: readonly ClusterNode[];
  /** Data groups. */
  readonly groups: number;
  /** Of each group. Default: three, or as many as there are nodes. */
  readonly replicas?: number | undefined;
  /** Log volumes of this node. */
  readonly volumes: number;
  readonly limits: SessionLimits;
}

const REPLICAS_DEFAULT_MAX = 3;
const NODES_MAX = 64;
const NODE_ID_MAX = 4095;
const PORT_MAX = 65_535;
const ID_DIGITS = 16;

function refuse(why: string): never {
  throw new QuorateError('ERR_CONFIG', `peers: ${why}`);
}

export function formatPeer({ node, host, port }: ClusterNode): string {
  return `${node}=${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** `1=host:port,2=host:port`; an IPv6 address stands in brackets. Throws `ERR_CONFIG`. */
export function parsePeers(text: string): readonly ClusterNode[] {
  return text.split(',').map((entry) => {
    const match = /^(\d{1,5})=(?:\[([0-9A-Fa-f:.%]+)\]|([^\s:[\]=]+)):(\d{1,5})$/.exec(entry.trim());
    if (match === null) refuse(`'${entry.trim()}' is not ID=HOST:PORT, as in 1=10.0.0.1:7412,2=10.0.0.2:7412`);
    const host = (match[2] ?? match[3] ?? '').toLowerCase();
    return { node: Number(match[1]), host, port: Number(match[4]) };
  });
}

/** The identity that the plan gives to this node. Throws `ERR_CONFIG` when it cannot be. */
export function identityOf(plan: ClusterPlan): NodeIdentity {
  const nodes = checkedNodes(plan);
  const replicas = plan.replicas ?? Math.min(REPLICAS_DEFAULT_MAX, nodes.length);
  if (replicas < 1 || replicas > nodes.length) {
    const what = `replicas: ${replicas} of each group cannot be, with ${nodes.length} nodes`;
    throw new QuorateError('ERR_CONFIG', `${what}; it can be 1 to ${nodes.length}`);
  }
  const { clusterName, groups } = plan;
  requireWithin('groups', groups, SETTINGS.groups.range);
  requireWithin('volumes', plan.volumes, SETTINGS.volumes.range);
  const agreed = { ...pickLimits(plan.limits), groups, replicas, nodes: nodes.map(formatPeer) };
  return {
    format: IDENTITY_FORMAT,
    clusterName,
    clusterId: `${clusterName}-${digestOf(clusterName, agreed)}`,
    nodeId: plan.nodeId,
    nodes,
    replicas,
    volumes: plan.volumes,
    dataGroups: dataGroupsOf(groups),
    ...pickLimits(plan.limits),
  };
}

export function dataGroupsOf(groups: number): readonly number[] {
  return Array.from({ length: groups }, (_, at) => METADATA_GROUP + 1 + at);
}

/** Only these: what is written must not depend on what else the caller's object has. */
export function pickLimits({ sessionRecordsMax, sessionWindow, sessionRetriesMs }: SessionLimits): SessionLimits {
  return { sessionRecordsMax, sessionWindow, sessionRetriesMs };
}

function requireWithin(what: string, value: number, [low, high]: readonly [number, number] = [1, 1]): void {
  if (Number.isInteger(value) && value >= low && value <= high) return;
  throw new QuorateError('ERR_CONFIG', `${what}: there can be ${low} to ${high}, not ${value}`);
}

function checkedNodes({ nodes, nodeId }: ClusterPlan): readonly ClusterNode[] {
  if (nodes.length === 0 || nodes.length > NODES_MAX) refuse(`there must be 1 to ${NODES_MAX}, not ${nodes.length}`);
  const ids = new Set<number>();
  const addresses = new Map<string, number>();
  for (const { node, host, port } of nodes) {
    if (node < 1 || node > NODE_ID_MAX) refuse(`node ids are 1 to ${NODE_ID_MAX}, not ${node}`);
    if (ids.has(node)) refuse(`node ${node} is named twice; every node has an id of its own`);
    if (host === '0.0.0.0' || host === '::') refuse(`node ${node} has ${host}, which no peer can reach; name a host`);
    if (port < 1 || port > PORT_MAX) {
      refuse(`node ${node} has port ${port}; peers need one that they can know before, 1 to ${PORT_MAX}`);
    }
    const address = `${host}:${port}`;
    const other = addresses.get(address);
    if (other !== undefined) refuse(`nodes ${other} and ${node} both have ${address}; each listens on one of its own`);
    ids.add(node);
    addresses.set(address, node);
  }
  if (!ids.has(nodeId)) {
    refuse(`node ${nodeId}, which this is, is not among them; name all nodes, this one too, alike on every node`);
  }
  return [...nodes].sort((a, b) => a.node - b.node);
}

function digestOf(clusterName: string, agreed: SessionLimits & object): string {
  const text = JSON.stringify([IDENTITY_FORMAT, clusterName, Object.entries(agreed)]);
  return createHash('sha256').update(text).digest('hex').slice(0, ID_DIGITS);
}
