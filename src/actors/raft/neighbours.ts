/**
 * Neighbours: the nodes of a group's other members, as this node's peer links tell of them.
 *
 * The group follows each link, again whenever the link has been restarted; a link that is down has lost its connection.
 * What is told here is told once, and evidence of an older boot than the one last seen is not passed on. Nothing is
 * known of a node until its link has spoken.
 */
import { type ActorContext, type ActorRef, type PeerEvent, sameRef } from '../../runtime/actor/actor.js';
import { RELAY_KIND } from '../../runtime/actor/routes.js';
import { type Body, peer } from '../../runtime/base/proto.js';
import type { PeerLinkMessage } from '../peer-link/protocol.js';

type PeerState = Body<peer.PeerState.$Properties>;

export type NeighbourChange =
  | { readonly kind: 'connected'; readonly node: number }
  /** What was under way may or may not have arrived. */
  | { readonly kind: 'lost'; readonly node: number }
  /** The process is gone: it leads nothing any more. */
  | { readonly kind: 'gone'; readonly node: number; readonly campaignDelayMs: number };

interface Neighbour {
  readonly link: ActorRef<PeerLinkMessage>;
  /** `unknown` until the link has spoken. */
  state: 'unknown' | 'connected' | 'lost' | 'gone';
  /** The highest that was seen connected. */
  boot: number;
}

export class Neighbours {
  readonly #byNode = new Map<number, Neighbour>();

  /** `nodes`: of the other members. */
  constructor(self: number, nodes: Iterable<number>) {
    for (const node of nodes) {
      if (node === self) continue;
      const link: ActorRef<PeerLinkMessage> = { node: self, kind: RELAY_KIND, instance: node };
      this.#byNode.set(node, { link, state: 'unknown', boot: 0 });
    }
  }

  watchLinks(ctx: ActorContext): void {
    for (const { link } of this.#byNode.values()) ctx.watch(link);
  }

  /** Whether this node and those that it is connected to are a majority of the members' nodes. */
  get isMajorityConnected(): boolean {
    let connected = 1;
    for (const { state } of this.#byNode.values()) if (state === 'connected') connected += 1;
    return connected * 2 > this.#byNode.size + 1;
  }

  /** What is sent to this node now is known to be lost. */
  isCut(node: number): boolean {
    const state = this.#byNode.get(node)?.state;
    return state === 'lost' || state === 'gone';
  }

  /** A link went up or down; other actors do not matter here. */
  onPeer(ref: ActorRef, event: PeerEvent, ctx: ActorContext): NeighbourChange | undefined {
    const neighbour = ref.kind === RELAY_KIND ? this.#byNode.get(ref.instance) : undefined;
    if (neighbour === undefined || !sameRef(ref, neighbour.link)) return undefined;
    if (event.state === 'up') {
      ctx.send(neighbour.link, { type: 'follow', body: {} }, event.boot);
      return undefined;
    }
    return becomeLost(neighbour, ref.instance);
  }

  told(told: PeerState, ctx: ActorContext): NeighbourChange | undefined {
    const { node, presence, boot } = told;
    const neighbour = this.#byNode.get(node);
    if (neighbour === undefined || ctx.sender === undefined || !sameRef(ctx.sender, neighbour.link)) return undefined;
    switch (presence) {
      case peer.Presence.CONNECTED:
        if (neighbour.state === 'connected' && boot <= neighbour.boot) return undefined;
        neighbour.boot = Math.max(neighbour.boot, boot);
        neighbour.state = 'connected';
        return { kind: 'connected', node };
      case peer.Presence.LOST:
        return becomeLost(neighbour, node);
      case peer.Presence.GONE:
        // Its successor may lead by now.
        if (boot < neighbour.boot || neighbour.state === 'gone') return undefined;
        neighbour.state = 'gone';
        return { kind: 'gone', node, campaignDelayMs: told.campaignDelayMs };
      default:
        return undefined;
    }
  }
}

function becomeLost(neighbour: Neighbour, node: number): NeighbourChange | undefined {
  const { state } = neighbour;
  if (state === 'gone' || state === 'lost') return undefined;
  neighbour.state = 'lost';
  return state === 'connected' ? { kind: 'lost', node } : undefined;
}
