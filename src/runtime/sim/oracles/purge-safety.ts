/** Purge safety: a log lets go only of what every member of the group has durably. */
import type { Body, storage } from '../../base/proto.js';
import type { DurableLogs, Oracle, Report, Topology } from './oracle.js';

export class PurgeSafety implements Oracle {
  readonly #topology: Topology;
  readonly #durable: DurableLogs;
  readonly #report: Report;
  /** Purges that were seen. */
  checked = 0;

  constructor(topology: Topology, durable: DurableLogs, report: Report) {
    this.#topology = topology;
    this.#durable = durable;
    this.#report = report;
  }

  purgeSent(node: number, { group, index }: Body<storage.Purge.$Properties>): void {
    this.checked += 1;
    const lacking = this.#topology
      .votersOf(group)
      .filter((voter) => this.#durable.termAt(voter, group, index) === undefined);
    if (lacking.length === 0) return;
    this.#report(
      `purged too far: node ${node} lets group ${group} go up to ${index}, not on node ${lacking.join(', ')}`,
    );
  }
}
