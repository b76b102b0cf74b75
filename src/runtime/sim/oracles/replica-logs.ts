/**
 * Log matching: entries with the same index and term are the same on every replica, and so is what precedes them.
 *
 * Keeps what each replica's group takes for its log, durable or on the way: other oracles ask it.
 */
import { crc32 } from '../../base/crc.js';
import type { Body, storage } from '../../base/proto.js';
import type { Oracle, Report } from './oracle.js';

interface Identity {
  readonly previousTerm: number;
  readonly checksum: number;
}

/** One replica's log as terms by index; what is at or below `purged` is not known any more. */
export interface ReplicaLog {
  readonly groupBoot: number;
  /** The group's own, as its last append tells. */
  term: number;
  purged: number;
  purgedTerm: number;
  last: number;
  readonly terms: Map<number, number>;
}

export class ReplicaLogs implements Oracle {
  readonly #report: Report;
  readonly #logs = new Map<string, ReplicaLog>();
  /** By group, then index and term. */
  readonly #identities = new Map<number, Map<string, Identity>>();

  constructor(report: Report) {
    this.#report = report;
  }

  /** Undefined before the replica has opened its log in this life of its node. */
  logOf(node: number, group: number): ReplicaLog | undefined {
    return this.#logs.get(`${group}@${node}`);
  }

  /**
   * Terms by index of the one log that ends with this entry: by log matching, an entry's index and term tell all that
   * precedes it. As far down as its entries have been seen.
   */
  historyOf(group: number, index: number, term: number): ReadonlyMap<number, number> {
    const identities = this.#identities.get(group);
    const history = new Map<number, number>();
    let at = index;
    let termAt: number | undefined = term;
    while (termAt !== undefined && at > 0) {
      history.set(at, termAt);
      termAt = identities?.get(`${at}/${termAt}`)?.previousTerm;
      at -= 1;
    }
    return history;
  }

  opened(node: number, opened: Body<storage.Opened.$Properties>): void {
    if (opened.errorCode !== '') return;
    const { group, purgeIndex, purgeTerm, lastIndex, termStarts } = opened;
    const terms = new Map<number, number>();
    for (let at = 0; at < termStarts.length; at += 1) {
      const start = termStarts[at];
      if (start === undefined) break;
      const end = termStarts[at + 1]?.index ?? lastIndex + 1;
      for (let index = start.index; index < end; index += 1) terms.set(index, start.term);
    }
    const { groupBoot } = opened;
    const known = this.logOf(node, group);
    let last = lastIndex;
    // A core that is still alive keeps what is on its way, and sends again what the new log writer lacks.
    if (known !== undefined && known.groupBoot === groupBoot && known.last > lastIndex) {
      for (const [index, term] of known.terms) if (index > lastIndex) terms.set(index, term);
      last = known.last;
    }
    const term = Math.max(opened.hardState?.term ?? 0, known?.term ?? 0);
    this.#logs.set(`${group}@${node}`, { groupBoot, term, purged: purgeIndex, purgedTerm: purgeTerm, last, terms });
  }

  appendSent(node: number, append: Body<storage.Append.$Properties>): void {
    const log = this.logOf(node, append.group);
    if (log === undefined) return;
    log.term = Math.max(log.term, append.hardState?.term ?? 0);
    const first = append.entries[0];
    if (first === undefined) return;
    for (let index = first.index; index <= log.last; index += 1) log.terms.delete(index);
    log.last = first.index - 1;
    for (const entry of append.entries) {
      const previousTerm = log.terms.get(entry.index - 1) ?? log.purgedTerm;
      log.terms.set(entry.index, entry.term);
      log.last = entry.index;
      this.#compare(node, append.group, entry.index, entry.term, {
        previousTerm,
        checksum: crc32(entry.data, entry.type),
      });
    }
  }

  #compare(node: number, group: number, index: number, term: number, identity: Identity): void {
    let identities = this.#identities.get(group);
    if (identities === undefined) {
      identities = new Map();
      this.#identities.set(group, identities);
    }
    const name = `${index}/${term}`;
    const known = identities.get(name);
    if (known === undefined) identities.set(name, identity);
    else if (known.previousTerm !== identity.previousTerm || known.checksum !== identity.checksum) {
      this.#report(`log matching: entry ${name} of group ${group} on node ${node} is not what it was elsewhere`);
    }
  }
}
