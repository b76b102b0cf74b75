/** Durability before release: a vote or an acknowledgement leaves a node only after what it promises is on its disk. */
import { raft } from '../../base/proto.js';
import type { RaftMessage } from '../describe.js';
import type { DurableLogs, Oracle, Report } from './oracle.js';

const { MessageType } = raft;

export class DurabilityBeforeRelease implements Oracle {
  readonly #durable: DurableLogs;
  readonly #report: Report;

  constructor(durable: DurableLogs, report: Report) {
    this.#durable = durable;
    this.#report = report;
  }

  raftSent(node: number, group: number, message: RaftMessage): void {
    const { type, term, to, index, reject } = message;
    if (reject) return;
    const hardState = this.#durable.hardState(node, group);
    if (hardState === undefined) return;
    if (
      type === MessageType.VOTE_RESP &&
      (hardState.term < term || (hardState.term === term && hardState.vote !== to))
    ) {
      this.#report(`released before the fsync: node ${node} votes for ${to} in term ${term} of group ${group}`);
    }
    if (type === MessageType.APP_RESP) {
      const found = this.#durable.termAt(node, group, index);
      if (found === undefined || hardState.term < term) {
        this.#report(
          `released before the fsync: node ${node} acknowledges entry ${index} of group ${group}, term ${term}`,
        );
      }
    }
  }
}
