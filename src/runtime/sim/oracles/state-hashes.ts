/** Equal states: replicas that have flushed the same index have the same state, by its hash. */
import { formatHash } from '../../base/hash.js';
import type { StateMeta } from '../../base/state-store.js';
import type { Oracle, Report, Topology } from './oracle.js';

export class StateHashes implements Oracle {
  readonly #topology: Topology;
  readonly #report: Report;
  /** By scope and index. */
  readonly #hashes = new Map<string, { readonly hash: string; readonly node: number }>();
  /** The newest flushed index, by scope and node. */
  readonly #newest = new Map<string, number>();
  /** Indexes at which two nodes were compared. */
  compared = 0;

  constructor(topology: Topology, report: Report) {
    this.#topology = topology;
    this.#report = report;
  }

  flushed(node: number, meta: StateMeta): void {
    const place = `group ${this.#topology.scopeOf(meta.group, node)} at ${meta.flushedIndex}`;
    const hash = `${formatHash(meta.stateHash)} clock ${meta.logClockMs}`;
    this.#newest.set(`${meta.group}@${node}`, meta.flushedIndex);
    const known = this.#hashes.get(place);
    if (known === undefined) {
      this.#hashes.set(place, { hash, node });
      return;
    }
    if (known.node !== node) this.compared += 1;
    if (known.hash !== hash) {
      this.#report(`states differ: ${place} is ${known.hash} on node ${known.node}, ${hash} on node ${node}`);
    }
  }

  /** All voters of each data group have flushed the same index. */
  agree({ dataGroups, nodes }: { readonly dataGroups: readonly number[]; readonly nodes: readonly number[] }): boolean {
    return dataGroups.every((group) => {
      const indexes = new Set(nodes.map((node) => this.#newest.get(`${group}@${node}`) ?? 0));
      return indexes.size === 1 && !indexes.has(0);
    });
  }
}
