/**
 * Commitment: what is committed is durable on a majority, never changes, and is in the log of every later leader
 * (leader completeness). What a group calls committed never goes back while it lives.
 */
import { type apply, type Body, raft } from '../../base/proto.js';
import type { RaftMessage } from '../describe.js';
import type { DurableLogs, Oracle, Report, Topology } from './oracle.js';
import type { ReplicaLogs } from './replica-logs.js';

export interface CommitmentOptions {
  readonly topology: Topology;
  readonly logs: ReplicaLogs;
  readonly durable: DurableLogs;
  readonly report: Report;
  readonly onCommit: (node: number, group: number, first: number, last: number) => void;
}

interface Committed {
  readonly term: number;
  /** It was committed in a term up to this one: an old entry may be committed by a later leader, and only then. */
  readonly inTerm: number;
}

interface LogEnd {
  readonly index: number;
  readonly term: number;
}

const { MessageType } = raft;

export class Commitment implements Oracle {
  readonly #options: CommitmentOptions;
  /** By index, for each group. */
  readonly #committed = new Map<number, Map<number, Committed>>();
  /** By group, node and boot. */
  readonly #commits = new Map<string, number>();
  readonly #checkedLeaders = new Set<string>();
  /** The end of the log of each candidate, by group, term and replica. */
  readonly #campaigns = new Map<string, LogEnd>();

  constructor(options: CommitmentOptions) {
    this.#options = options;
  }

  applySent(node: number, { group, groupBoot, commit, entries }: Body<apply.Apply.$Properties>): void {
    const { report, onCommit, logs } = this.#options;
    const life = `${group}@${node}#${groupBoot}`;
    const former = this.#commits.get(life) ?? 0;
    if (commit < former) report(`commit went back: group ${group} on node ${node} from ${former} to ${commit}`);
    this.#commits.set(life, Math.max(former, commit));

    const committed = this.#entriesOf(group);
    const inTerm = logs.logOf(node, group)?.term ?? 0;
    let first = 0;
    let last = 0;
    for (const { index, term } of entries) {
      const known = committed.get(index);
      if (known === undefined) {
        committed.set(index, { term, inTerm });
        if (first === 0) first = index;
        last = index;
        this.#checkQuorum(group, index, term);
      } else if (known.term !== term) {
        report(
          `committed entry changed: ${index} of group ${group} was of term ${known.term}, node ${node} has ${term}`,
        );
      }
    }
    if (first !== 0) onCommit(node, group, first, last);
  }

  raftSent(_node: number, group: number, { type, term, from, index, logTerm }: RaftMessage): void {
    const leader = `${group} t${term}`;
    if (type === MessageType.VOTE) {
      this.#campaigns.set(`${leader} ${from}`, { index, term: logTerm });
    } else if (type === MessageType.APP || type === MessageType.HEARTBEAT) {
      if (this.#checkedLeaders.has(leader)) return;
      this.#checkedLeaders.add(leader);
      this.#checkLeader(group, term, this.#campaigns.get(`${leader} ${from}`));
    }
  }

  /** A leader's log is the one it campaigned with. It may not be durable yet, but it is what it will replicate. */
  #checkLeader(group: number, term: number, end: LogEnd | undefined): void {
    const { logs, report } = this.#options;
    if (end === undefined) {
      report(`leader completeness: the leader of group ${group} in term ${term} never asked for votes`);
      return;
    }
    const history = logs.historyOf(group, end.index, end.term);
    const oldest = end.index - history.size + 1;
    for (const [index, committed] of this.#entriesOf(group)) {
      if (committed.inTerm >= term || index < oldest || history.get(index) === committed.term) continue;
      const has = history.get(index) ?? 'nothing';
      report(
        `leader completeness: the leader of group ${group} in term ${term} has ${has} at ${index}, not ${committed.term}`,
      );
      return;
    }
  }

  #checkQuorum(group: number, index: number, term: number): void {
    const { topology, durable, report } = this.#options;
    const voters = topology.votersOf(group);
    const holders = voters.filter((voter) => {
      const found = durable.termAt(voter, group, index);
      return found === term || found === 'purged';
    });
    if (holders.length * 2 > voters.length) return;
    const where = holders.length === 0 ? 'no node' : `only node ${holders.join(', ')}`;
    report(`committed without a majority: entry ${index}/${term} of group ${group} is durable on ${where}`);
  }

  #entriesOf(group: number): Map<number, Committed> {
    let entries = this.#committed.get(group);
    if (entries === undefined) {
      entries = new Map();
      this.#committed.set(group, entries);
    }
    return entries;
  }
}
