/** A map keyed by actor refs, compared by fields; looking one up builds no string. */
import type { ActorRef } from './actor.js';

export class RefMap<V> {
  readonly #nodes = new Map<number, Map<string, Map<number, V>>>();

  get(ref: ActorRef): V | undefined {
    return this.#nodes.get(ref.node)?.get(ref.kind)?.get(ref.instance);
  }

  set(ref: ActorRef, value: V): void {
    let kinds = this.#nodes.get(ref.node);
    if (kinds === undefined) {
      kinds = new Map();
      this.#nodes.set(ref.node, kinds);
    }
    let instances = kinds.get(ref.kind);
    if (instances === undefined) {
      instances = new Map();
      kinds.set(ref.kind, instances);
    }
    instances.set(ref.instance, value);
  }

  delete(ref: ActorRef): void {
    const instances = this.#nodes.get(ref.node)?.get(ref.kind);
    instances?.delete(ref.instance);
  }
}
