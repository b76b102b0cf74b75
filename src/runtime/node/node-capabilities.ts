/**
 * What the workers of a node can do: every actor kind of the system, and the listeners. Imported by each worker; the
 * stores it hands to actors say in the thread's page when the thread is inside them.
 */
import { applierKind } from '../../actors/applier/applier.js';
import { gatewayKind } from '../../actors/gateway/gateway.js';
import { logWriterKind } from '../../actors/log-writer/log-writer.js';
import { groupKind } from '../../actors/raft/group.js';
import type { ActorKind } from '../actor/actor.js';
import { METADATA_GROUP } from '../base/topology.js';
import { openListeners } from '../net/net.js';
import { NodeFiles } from '../storage/storage.js';
import type { CapabilityEnvironment, CapabilityOptions, Service } from '../worker/capabilities.js';
import { instrumentStorage } from '../worker/instrument-store.js';
import { membersOfGroup, volumeOf } from './identity.js';
import { type ListenerOptions, METRICS_FACT, type NodeCapabilityOptions, STATUS_FACT } from './node-options.js';

function nodeOptions(options: CapabilityOptions): NodeCapabilityOptions {
  return options as unknown as NodeCapabilityOptions;
}

export function createKinds(options: CapabilityOptions, environment: CapabilityEnvironment): readonly ActorKind[] {
  const { dataDir, bootNonce, identity, limits } = nodeOptions(options);
  const { node } = environment;
  const storage = instrumentStorage(
    new NodeFiles(dataDir, { logRowBytesMax: limits.logRowBytesMax }),
    environment.page,
  );
  const { clusterId, nodeId, dataGroups, volumes } = identity;
  const logWriterOf = (group: number) => ({ node, kind: 'log-writer', instance: volumeOf(group, volumes) });
  const kinds = [
    logWriterKind({ storage, expectation: { clusterId, nodeId, bootNonce }, limits }),
    applierKind({ storage, limits, logWriterOf }),
    groupKind({ limits, logWriterOf, applierOf: (group) => ({ node, kind: 'applier', instance: group }) }),
    gatewayKind({
      limits,
      clusterId,
      dataGroups,
      metadataGroup: METADATA_GROUP,
      nodes: identity.nodes.map((each) => each.node),
      membersOf: (group) => membersOfGroup(identity, group),
    }),
  ];
  return kinds as unknown as readonly ActorKind[];
}

export async function openService(
  _name: string,
  options: CapabilityOptions,
  environment: CapabilityEnvironment,
): Promise<Service> {
  const { host, port, httpPort, insecure, node } = options as unknown as ListenerOptions & {
    node: NodeCapabilityOptions;
  };
  const { openPort, fact } = environment;
  const listeners = await openListeners({
    openPort,
    gateway: { node: environment.node, kind: 'gateway', instance: 0 },
    limits: node.limits,
    clusterId: node.identity.clusterId,
    node: environment.node,
    addresses: { client: { host, port }, http: { host, port: httpPort } },
    insecure,
    statusDocument: async () => (await fact(STATUS_FACT)) as object,
    metricsText: async () => (await fact(METRICS_FACT)) as string,
  });
  const { client, http } = listeners.addresses;
  return {
    facts: { client, http },
    // A worker that takes over listens where its predecessor did.
    reopenOptions: { ...options, port: client.port, httpPort: http.port },
    close: () => listeners.close(),
  };
}
