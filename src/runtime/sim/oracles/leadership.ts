/**
 * Leadership: who leads each group, as far as one can see it from outside. While the world is calm and has settled, no
 * group changes its leader: there is no reason to.
 */
import { raft } from '../../base/proto.js';
import type { RaftMessage } from '../describe.js';
import type { Oracle, Report, Topology } from './oracle.js';

const { MessageType } = raft;
/** A leader is heard of at least this often. */
const HEARD_MS = 400;

interface Leader {
  readonly term: number;
  readonly replica: number;
  lastHeardMs: number;
}

export class Leadership implements Oracle {
  readonly #topology: Topology;
  readonly #now: () => number;
  readonly #report: Report;
  readonly #leaders = new Map<number, Leader>();
  /** Terms must stay. */
  isSettled = false;

  constructor(topology: Topology, now: () => number, report: Report) {
    this.#topology = topology;
    this.#now = now;
    this.#report = report;
  }

  raftSent(_node: number, group: number, { type, term, from }: RaftMessage): void {
    if (type !== MessageType.APP && type !== MessageType.HEARTBEAT && type !== MessageType.VOTE) return;
    const known = this.#leaders.get(group);
    if (known !== undefined && term < known.term) return;
    if (known !== undefined && term > known.term && this.isSettled) {
      this.#report(`group ${group} left term ${known.term} for ${term}, though nothing was wrong`);
    }
    const isLeader = type !== MessageType.VOTE;
    if (known?.term === term && isLeader) known.lastHeardMs = this.#now();
    else if (isLeader || known === undefined || term > known.term) {
      this.#leaders.set(group, { term, replica: from, lastHeardMs: isLeader ? this.#now() : 0 });
    }
  }

  /** Groups of several voters that have no leader now. */
  get leaderless(): readonly number[] {
    const heardSinceMs = this.#now() - HEARD_MS;
    return this.#topology.groups.filter((group) => {
      if (this.#topology.votersOf(group).length === 1) return false;
      return (this.#leaders.get(group)?.lastHeardMs ?? 0) < heardSinceMs;
    });
  }
}
