/**
 * Gateways as a group sees them: who sent a request, in which life, and how requests are refused.
 */
import { type ActorContext, type ActorRef, refKey, sameRef } from '../../runtime/actor/actor.js';
import type { ErrorCode } from '../../runtime/base/errors.js';
import type { GatewayMessage } from '../gateway/protocol.js';

/** One life of a gateway. There is one object for each, so that two requests of the same gateway have the same one. */
export interface Gateway {
  readonly ref: ActorRef<GatewayMessage>;
  readonly boot: number;
}

/** A request by its gateway's name for it. */
export interface RequestName {
  readonly gateway: Gateway;
  readonly request: number;
}

export interface Refusal {
  readonly code: ErrorCode;
  readonly message: string;
  /** Where to try instead; 0: unknown. */
  readonly leaderNode: number;
}

/** There are a few on each node; more than this are forgotten, oldest first, and known again when they ask again. */
const GATEWAYS_MAX = 256;

export class Gateways {
  readonly #known = new Map<string, Gateway>();
  #latest: Gateway | undefined;

  of(ref: ActorRef, boot: number): Gateway {
    const latest = this.#latest;
    if (latest !== undefined && latest.boot === boot && sameRef(latest.ref, ref)) return latest;
    const key = refKey(ref);
    let gateway = this.#known.get(key);
    if (gateway?.boot !== boot) {
      gateway = { ref: ref as ActorRef<GatewayMessage>, boot };
      this.#known.delete(key);
      this.#known.set(key, gateway);
      const [oldest] = this.#known.keys();
      if (this.#known.size > GATEWAYS_MAX && oldest !== undefined) this.#known.delete(oldest);
    }
    this.#latest = gateway;
    return gateway;
  }
}

/** In the order in which gateways first occur. */
export function byGateway<T extends { readonly gateway: Gateway }>(items: readonly T[]): ReadonlyMap<Gateway, T[]> {
  const groups = new Map<Gateway, T[]>();
  for (const item of items) {
    const group = groups.get(item.gateway);
    if (group === undefined) groups.set(item.gateway, [item]);
    else group.push(item);
  }
  return groups;
}

/** Tells each gateway that these requests have had no effect. */
export function refuse(ctx: ActorContext, names: readonly RequestName[], refusal: Refusal): void {
  if (names.length > 0) ctx.metrics.count('requests_refused', names.length);
  for (const [gateway, refused] of byGateway(names)) {
    const body = {
      group: ctx.self.instance,
      requests: refused.map(({ request }) => request),
      errorCode: refusal.code,
      errorMessage: refusal.message,
      leaderNode: refusal.leaderNode,
    };
    ctx.send(gateway.ref, { type: 'refused', body }, gateway.boot);
  }
}

/** Tells the gateway of this node who leads now. */
export function tellLeader(ctx: ActorContext, leaderNode: number): void {
  const gateway: ActorRef<GatewayMessage> = { node: ctx.self.node, kind: 'gateway', instance: 0 };
  ctx.send(gateway, { type: 'led', body: { group: ctx.self.instance, leaderNode } });
}
