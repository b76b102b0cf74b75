/**
 * /healthz, /readyz, /metrics, /cluster/map, /cluster/status: for those who operate a node.
 */
import { QuorateError } from '../../base/errors.js';
import { rendezvousMap } from '../../base/vshard.js';
import type { Exchange } from './exchange.js';
import { type HttpReply, jsonReply, textReply } from './problem.js';

/** A node that cannot serve within this is not ready, however patient whoever asks may be. */
const READY_MS = 1_000;

/** The process answers. It says nothing about its groups: a node that waits for a disk must not be killed for it. */
export async function getHealth(exchange: Exchange): Promise<HttpReply> {
  exchange.query.allowOnly();
  return jsonReply({ status: 'ok' });
}

/** Every group of this node has just served a linearizable read. */
export async function getReadiness(exchange: Exchange): Promise<HttpReply> {
  exchange.query.allowOnly();
  try {
    await exchange.ask({ probe: {}, deadlineMs: READY_MS });
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new QuorateError('ERR_NOT_READY', `not every group can be read: ${why}`, { cause: thrown });
  }
  return jsonReply({ status: 'ready' });
}

export async function getMetrics(exchange: Exchange): Promise<HttpReply> {
  exchange.query.allowOnly();
  return textReply(await exchange.services.metricsText(), 'text/plain; version=0.0.4; charset=utf-8');
}

const ascending = (a: number, b: number): number => a - b;

/** Who is in the cluster and who leads what, as far as this node knows. */
export async function getMap(exchange: Exchange): Promise<HttpReply> {
  exchange.query.allowOnly();
  const { map } = await exchange.ask({ map: {} });
  if (map == null) throw new QuorateError('ERR_INVARIANT', 'the gateway answered a request for the map without one');
  const slots = new Map<number, number>();
  for (const group of rendezvousMap(map.dataGroups)) slots.set(group, (slots.get(group) ?? 0) + 1);
  const { clusterId, node } = exchange.services;
  return jsonReply({
    clusterId,
    node,
    nodes: map.nodes.map(({ node: id, clientAddress, httpAddress, isConnected }) => {
      return { node: id, clientAddress, httpAddress, isConnected };
    }),
    groups: map.groups.map(({ group, nodes, leaderNode }) => {
      const purpose = map.dataGroups.includes(group) ? 'data' : 'metadata';
      return { group, purpose, slots: slots.get(group) ?? 0, nodes: [...nodes].sort(ascending), leaderNode };
    }),
  });
}

export async function getStatus(exchange: Exchange): Promise<HttpReply> {
  exchange.query.allowOnly();
  return jsonReply(await exchange.services.statusDocument());
}
