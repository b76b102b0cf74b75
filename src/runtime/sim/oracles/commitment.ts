/**
 * Commitment: what is committed is durable on a majority, never changes, and is in the log of every later leader (leader
 * completeness). What a group calls committed never goes back while it lives.
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
  readonly onCommit: (node: number, scope: string, first: number, last: number) => void;
}

interface LogEnd {
  readonly index: number;
  readonly term: number;
}

const { MessageType } = raft;

export class Commitment implements Oracle {
  readonly #options: CommitmentOptions;
  /** Terms of committed entries by index, for each scope. */
  readonly #committed = new Map<string, Map<number, number>>();
  /** By group, node and boot. */
  readonly #commits = new Map<string, number>();
  readonly #checkedLeaders = new Set<string>();
  /** The end of the log of each candidate, by scope, term and replica. */
  readonly #campaigns = new Map<string, LogEnd>();

  constructor(options: CommitmentOptions) {
    this.#options = options;
  }

  /** Terms by index of what is known to be committed. */
  committed(scope: string): ReadonlyMap<number, number> {
    return this.#entriesOf(scope);
  }

  applySent(node: number, { group, groupBoot, commit, entries }: Body<apply.Apply.$Properties>): void {
    const { topology, report, onCommit } = this.#options;
    const life = `${group}@${node}#${groupBoot}`;
    const former = this.#commits.get(life) ?? 0;
    if (commit < former) report(`commit went back: group ${group} on node ${node} from ${former} to ${commit}`);
    this.#commits.set(life, Math.max(former, commit));

    const scope = topology.scopeOf(group, node);
    const committed = this.#entriesOf(scope);
    let first = 0;
    let last = 0;
    for (const { index, term } of entries) {
      const known = committed.get(index);
      if (known === undefined) {
        committed.set(index, term);
        if (first === 0) first = index;
        last = index;
        this.#checkQuorum(node, group, index, term);
      } else if (known !== term) {
        report(`committed entry changed: ${index} of group ${scope} was of term ${known}, node ${node} has ${term}`);
      }
    }
    if (first !== 0) onCommit(node, scope, first, last);
  }

  raftSent(node: number, group: number, { type, term, from, index, logTerm }: RaftMessage): void {
    const scope = this.#options.topology.scopeOf(group, node);
    const leader = `${scope} t${term}`;
    if (type === MessageType.VOTE) {
      this.#campaigns.set(`${leader} ${from}`, { index, term: logTerm });
    } else if (type === MessageType.APP || type === MessageType.HEARTBEAT) {
      if (this.#checkedLeaders.has(leader)) return;
      this.#checkedLeaders.add(leader);
      this.#checkLeader(scope, term, this.#campaigns.get(`${leader} ${from}`));
    }
  }

  /** A leader's log is the one it campaigned with. It may not be durable yet, but it is what it will replicate. */
  #checkLeader(scope: string, term: number, end: LogEnd | undefined): void {
    const { logs, report } = this.#options;
    if (end === undefined) {
      report(`leader completeness: the leader of group ${scope} in term ${term} never asked for votes`);
      return;
    }
    const history = logs.historyOf(scope, end.index, end.term);
    const oldest = end.index - history.size + 1;
    for (const [index, committedTerm] of this.#entriesOf(scope)) {
      if (committedTerm >= term || index < oldest || history.get(index) === committedTerm) continue;
      const has = history.get(index) ?? 'nothing';
      report(
        `leader completeness: the leader of ${scope} in term ${term} has ${has} at ${index}, not ${committedTerm}`,
      );
      return;
    }
  }

  #checkQuorum(node: number, group: number, index: number, term: number): void {
    const { topology, durable, report } = this.#options;
    const voters = topology.votersOf(group, node);
    const holders = voters.filter((voter) => {
      const found = durable.termAt(voter, group, index);
      return found === term || found === 'purged';
    });
    if (holders.length * 2 > voters.length) return;
    const where = holders.length === 0 ? 'no node' : `only node ${holders.join(', ')}`;
    report(`committed without a majority: entry ${index}/${term} of group ${group} is durable on ${where}`);
  }

  #entriesOf(scope: string): Map<number, number> {
    let entries = this.#committed.get(scope);
    if (entries === undefined) {
      entries = new Map();
      this.#committed.set(scope, entries);
    }
    return entries;
  }
}
