/**
 * Peers: the other nodes, as their links tell of them: whether there is a connection, and where clients reach them.
 */
import type { ActorRef } from '../../runtime/actor/actor.js';
import { RELAY_KIND } from '../../runtime/actor/routes.js';
import { type Body, type client, peer } from '../../runtime/base/proto.js';
import type { PeerLinkMessage } from '../peer-link/protocol.js';

type Addresses = Body<peer.Addresses.$Properties>;
type PeerState = Body<peer.PeerState.$Properties>;
type MapNode = Body<client.MapNode.$Properties>;

interface Peer {
  isConnected: boolean;
  boot: number;
  addresses: Addresses;
}

/** What a report means for requests that are with the node. `renewed`: that connection was lost, and there is another. */
export type PeerChange = 'none' | 'connected' | 'lost' | 'renewed';

const NOWHERE: Addresses = { client: '', http: '' };

export class Peers {
  readonly #nodes: readonly number[];
  readonly #others = new Map<number, Peer>();
  #here = 0;
  #own = NOWHERE;

  constructor(nodes: readonly number[]) {
    this.#nodes = [...nodes].sort((a, b) => a - b);
  }

  /** The links to the other nodes. */
  begin(here: number): readonly ActorRef<PeerLinkMessage>[] {
    this.#here = here;
    const others = this.#nodes.filter((node) => node !== here);
    for (const node of others) this.#others.set(node, { isConnected: false, boot: 0, addresses: NOWHERE });
    return others.map((instance) => ({ node: here, kind: RELAY_KIND, instance }));
  }

  /** Where clients and operators reach this node. */
  advertise(addresses: Addresses): void {
    this.#own = addresses;
  }

  heard({ node, presence, boot, addresses }: PeerState): PeerChange {
    const known = this.#others.get(node);
    if (known === undefined) return 'none';
    if (addresses != null) known.addresses = addresses;
    if (presence !== peer.Presence.CONNECTED) return this.lost(node) ? 'lost' : 'none';
    const isOther = known.boot !== boot;
    known.boot = boot;
    if (known.isConnected) return isOther ? 'renewed' : 'none';
    known.isConnected = true;
    return 'connected';
  }

  /** True when there was a connection. */
  lost(node: number): boolean {
    const known = this.#others.get(node);
    if (known?.isConnected !== true) return false;
    known.isConnected = false;
    return true;
  }

  /** For the cluster's map. */
  describe(): MapNode[] {
    return this.#nodes.map((node) => {
      const other = this.#others.get(node);
      const { client: clientAddress, http: httpAddress } = other?.addresses ?? this.#own;
      return { node, clientAddress, httpAddress, isConnected: other?.isConnected ?? node === this.#here };
    });
  }
}
