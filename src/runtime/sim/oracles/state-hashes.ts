/** Equal states: replicas that have flushed the same index have the same state, by its hash. */
import { formatHash } from '../../base/hash.js';
import type { StateMeta } from '../../base/state-store.js';
import type { Oracle, Report, Topology } from './oracle.js';

export class StateHashes implements Oracle {
  readonly #report: Report;
  /** By group and index. */
  readonly #hashes = new Map<string, { readonly hash: string; readonly node: number }>();
  /** The newest flushed index, by group and node. */
  readonly #newest = new Map<string, number>();
  /** Indexes at which two nodes were compared. */
  compared = 0;

  constructor(report: Report) {
    this.#report = report;
  }

  flushed(node: number, meta: StateMeta): void {
    const place = `group ${meta.group} at ${meta.flushedIndex}`;
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

  /** All voters of each group have flushed the same index. */
  agree(topology: Topology): boolean {
    return topology.groups.every((group) => {
      const indexes = new Set(topology.votersOf(group).map((node) => this.#newest.get(`${group}@${node}`) ?? 0));
      return indexes.size === 1 && !indexes.has(0);
    });
  }
}
