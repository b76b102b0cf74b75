/**
 * /healthz, /readyz, /metrics, /cluster/status: for those who operate a node.
 */
import { QuorateError } from '../../base/errors.js';
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

export async function getStatus(exchange: Exchange): Promise<HttpReply> {
  exchange.query.allowOnly();
  return jsonReply(await exchange.services.statusDocument());
}
