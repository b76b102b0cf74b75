/** Election safety: at most one leader in a term, and at most one vote of a replica in a term. */
import { raft } from '../../base/proto.js';
import type { RaftMessage } from '../describe.js';
import type { Oracle, Report } from './oracle.js';

const { MessageType } = raft;

export class ElectionSafety implements Oracle {
  readonly #report: Report;
  /** By group and term. */
  readonly #leaders = new Map<string, number>();
  /** By group, term and voter. */
  readonly #votes = new Map<string, number>();

  constructor(report: Report) {
    this.#report = report;
  }

  raftSent(_node: number, group: number, message: RaftMessage): void {
    const { type, term, from, to, reject } = message;
    if (type === MessageType.APP || type === MessageType.HEARTBEAT || type === MessageType.SNAP) {
      this.#once(this.#leaders, `${group} t${term}`, from, 'led by');
    } else if (type === MessageType.VOTE_RESP && !reject) {
      this.#once(this.#votes, `${group} t${term} vote of ${from}`, to, 'given to');
    }
  }

  #once(seen: Map<string, number>, name: string, replica: number, verb: string): void {
    const former = seen.get(name);
    if (former === undefined) seen.set(name, replica);
    else if (former !== replica) this.#report(`election safety: group ${name} was ${verb} ${former} and ${replica}`);
  }
}
