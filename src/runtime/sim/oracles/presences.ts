/** Presences: how each node's links say that their peers are, as its gateway is told. */
import { type Body, peer } from '../../base/proto.js';

export class Presences {
  readonly #connected = new Map<number, Set<number>>();

  /** The gateway of the node has started: it knows nothing. */
  started(node: number): void {
    this.#connected.set(node, new Set());
  }

  told(node: number, { node: other, presence }: Body<peer.PeerState.$Properties>): void {
    if (presence === peer.Presence.CONNECTED) this.#connected.get(node)?.add(other);
    else this.#connected.get(node)?.delete(other);
  }

  /** Links without a connection, as `node>peer`. */
  missing(nodes: readonly number[]): readonly string[] {
    return nodes.flatMap((node) =>
      nodes
        .filter((other) => other !== node && this.#connected.get(node)?.has(other) !== true)
        .map((other) => `${node}>${other}`),
    );
  }
}
