/**
 * What the workers of a node can do: every actor kind of the system, the sockets between nodes, and the listeners. Imported
 * by each worker; the stores it hands to actors say in the thread's page when the thread is inside them.
 */
import { applierKind } from '../../actors/applier/applier.js';
import { applierProtocol } from '../../actors/applier/protocol.js';
import { gatewayKind } from '../../actors/gateway/gateway.js';
import { gatewayProtocol } from '../../actors/gateway/protocol.js';
import { logWriterKind } from '../../actors/log-writer/log-writer.js';
import { peerDoorKind } from '../../actors/peer-link/door.js';
import { peerLinkKind } from '../../actors/peer-link/peer-link.js';
import { groupKind } from '../../actors/raft/group.js';
import { groupProtocol } from '../../actors/raft/protocol.js';
import type { ActorKind } from '../actor/actor.js';
import { RELAY_KIND, Routes } from '../actor/routes.js';
import { QuorateError } from '../base/errors.js';
import { METADATA_GROUP } from '../base/topology.js';
import { openListeners } from '../net/net.js';
import { openPeerSockets, type PeerSockets } from '../net/peer-sockets.js';
import { NodeFiles } from '../storage/storage.js';
import type { CapabilityEnvironment, CapabilityOptions, Service } from '../worker/capabilities.js';
import { instrumentStorage } from '../worker/instrument-store.js';
import { membersOfGroup, peersOf, volumeOf } from './identity.js';
import { peerSocketMetrics } from './metrics.js';
import {
  LISTENERS,
  type ListenerOptions,
  METRICS_FACT,
  type NodeCapabilityOptions,
  PEER_SOCKETS,
  type PeerSocketsOptions,
  STATUS_FACT,
} from './node-options.js';

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
  const nodes = identity.nodes.map((each) => each.node);
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
      nodes,
      membersOf: (group) => membersOfGroup(identity, group),
    }),
    peerLinkKind({ limits, routes: routesBetweenNodes(), clusterId }),
    peerDoorKind({ limits, clusterId, nodes }),
  ];
  return kinds as unknown as readonly ActorKind[];
}

/** Everyone who speaks, or is spoken to, across nodes. */
function routesBetweenNodes(): Routes {
  const routes = new Routes();
  routes.register('group', groupProtocol);
  routes.register('gateway', gatewayProtocol);
  routes.register('applier', applierProtocol);
  return routes;
}

export function openService(
  name: string,
  options: CapabilityOptions,
  environment: CapabilityEnvironment,
): Promise<Service> {
  switch (name) {
    case PEER_SOCKETS:
      return openSockets(options as unknown as PeerSocketsOptions & CapabilityOptions, environment);
    case LISTENERS:
      return openNodeListeners(options as unknown as ListenerOptions & CapabilityOptions, environment);
    default:
      throw new QuorateError('ERR_CONFIG', `a node has no service '${name}'`);
  }
}

/** Of this worker, for the metrics that its HTTP listener serves. */
const socketsOf = new WeakMap<CapabilityEnvironment, PeerSockets>();

async function openSockets(
  options: PeerSocketsOptions & CapabilityOptions,
  environment: CapabilityEnvironment,
): Promise<Service> {
  const { host, port, insecure } = options;
  const { identity, limits } = options.node;
  const { node, openPort } = environment;
  const sockets = await openPeerSockets({
    openPort,
    links: peersOf(identity).map((peer) => ({ node, kind: RELAY_KIND, instance: peer.node })),
    door: { node, kind: 'peer-door', instance: 0 },
    address: { host, port },
    insecure,
    limits,
  });
  socketsOf.set(environment, sockets);
  return { facts: { address: sockets.address }, reopenOptions: options, close: () => sockets.close() };
}

async function openNodeListeners(
  options: ListenerOptions & CapabilityOptions,
  environment: CapabilityEnvironment,
): Promise<Service> {
  const { host, port, httpPort, insecure, node } = options;
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
    metricsText: async () => {
      const text = (await fact(METRICS_FACT)) as string;
      const sockets = socketsOf.get(environment);
      return sockets === undefined ? text : text + peerSocketMetrics(sockets);
    },
  });
  const { client, http } = listeners.addresses;
  return {
    facts: { client, http },
    // A worker that takes over listens where its predecessor did.
    reopenOptions: { ...options, port: client.port, httpPort: http.port },
    close: () => listeners.close(),
  };
}
