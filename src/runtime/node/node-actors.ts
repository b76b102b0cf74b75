/**
 * Node actors: which actors a node has, in which order they start, and what each is told.
 *
 *   log writers -> door and links to the other nodes -> peer sockets -> appliers -> groups -> gateway
 *
 * All of it comes back by itself with these same options: an actor after a crash, everything on a worker with the worker.
 * Only where this node is reached is known later, and is told again to whoever comes back (`advertise`).
 */
import type { GatewayMessage } from '../../actors/gateway/protocol.js';
import type { LogWriterMessage } from '../../actors/log-writer/protocol.js';
import type { PeerLinkMessage } from '../../actors/peer-link/protocol.js';
import type { ActorRef } from '../actor/actor.js';
import type { Port } from '../actor/kernel.js';
import { RELAY_KIND } from '../actor/routes.js';
import { QuorateError } from '../base/errors.js';
import type { Body, storage } from '../base/proto.js';
import type { ListenAddress } from '../net/net.js';
import type { ActorSystem } from '../worker/system.js';
import { localReplicas, type NodeIdentity, ownEntry, peersOf, volumeOf } from './identity.js';
import { PEER_SOCKETS, type PeerSocketsOptions } from './node-options.js';

/** A log writer that is up has its volume open, and answers at once. */
const IDENTIFY_MS = 10_000;

export interface Addresses {
  readonly client: ListenAddress;
  readonly http: ListenAddress;
}

/** `sockets` says where to listen for peers. Resolves with that address, when there are peers to listen for. */
export async function startActors(
  system: ActorSystem,
  port: Port,
  identity: NodeIdentity,
  sockets: PeerSocketsOptions,
): Promise<ListenAddress | undefined> {
  const volumes = Array.from({ length: identity.volumes }, (_, volume) => volume);
  await Promise.all(volumes.map((volume) => system.spawnKind('log-writer', volume)));
  const replicas = localReplicas(identity);
  const peerAddress = peersOf(identity).length > 0 ? await startLinks(system, port, identity, sockets) : undefined;
  await Promise.all(replicas.map(({ group }) => system.spawnKind('applier', group)));
  await Promise.all(
    replicas.map(({ group, replica, members }) => {
      const peers = members.map((member) => [member.replica, member.node]);
      const volume = volumeOf(group, identity.volumes);
      return system.spawnKind('group', group, { replica, peers, firstReplica: members[0]?.replica, volume });
    }),
  );
  await system.spawnKind('gateway', 0);
  return peerAddress;
}

async function startLinks(
  system: ActorSystem,
  port: Port,
  identity: NodeIdentity,
  sockets: PeerSocketsOptions,
): Promise<ListenAddress> {
  const { instance, nodeBoot, bootNonce, previousBootNonce } = await identify(port, identity.nodeId);
  const self = { volumeInstance: instance, boot: nodeBoot, nonce: bootNonce, previousNonce: previousBootNonce };
  await system.spawnKind('peer-door', 0);
  await Promise.all(
    peersOf(identity).map(({ node, host, port: at }) => {
      return system.spawnKind(RELAY_KIND, node, { host, port: at, ...self });
    }),
  );
  const { address } = await system.openService('reactive', 0, PEER_SOCKETS, { ...sockets });
  return address as ListenAddress;
}

/** Which start of the node this is, made durable by the opening of its first volume: peers tell starts apart by it. */
async function identify(port: Port, node: number): Promise<Body<storage.VolumeIdentity.$Properties>> {
  const writer: ActorRef<LogWriterMessage> = { node, kind: 'log-writer', instance: 0 };
  const answer = await port.ask(writer, { type: 'identify', body: {} }, { timeoutMs: IDENTIFY_MS });
  const { type, body } = answer as LogWriterMessage;
  if (type !== 'volumeIdentity') throw new QuorateError('ERR_INVARIANT', `a log writer identified itself by ${type}`);
  return body;
}

/**
 * Tells the links, which tell the other nodes, and the gateway where clients and operators reach this node: now, and
 * whenever one of them has been started again.
 */
export function advertise(system: ActorSystem, port: Port, identity: NodeIdentity, { client, http }: Addresses): void {
  const addresses = { client: reachable(client, identity), http: reachable(http, identity) };
  const tell = (ref: ActorRef): void => {
    const to = ref as ActorRef<PeerLinkMessage | GatewayMessage>;
    port.send(to, { type: 'advertise', body: { addresses } });
  };
  const node = identity.nodeId;
  for (const peer of peersOf(identity)) tell({ node, kind: RELAY_KIND, instance: peer.node });
  tell({ node, kind: 'gateway', instance: 0 });
  system.events.on('restart', ({ ref }) => {
    if (ref.kind === RELAY_KIND || ref.kind === 'gateway') tell(ref);
  });
}

/** Nobody dials a wildcard: others reach this node where its peers do. */
function reachable({ host, port }: ListenAddress, identity: NodeIdentity): string {
  const name = isWildcard(host) ? ownEntry(identity).host : host;
  return `${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}
