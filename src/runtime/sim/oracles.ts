/**
 * All oracles of a world behind one observer: it turns what leaves threads and nodes into what oracles look at, and
 * keeps the first thing that did not hold.
 */
import type { Envelope } from '../actor/envelope.js';
import type { apply, Body, storage } from '../base/proto.js';
import type { StateMeta } from '../base/state-store.js';
import { raftMessageOf } from './describe.js';
import { Commitment } from './oracles/commitment.js';
import { DurabilityBeforeRelease } from './oracles/durability.js';
import { ElectionSafety } from './oracles/election-safety.js';
import { Leadership } from './oracles/leadership.js';
import type { DurableLogs, Oracle, Topology } from './oracles/oracle.js';
import { MonotonicProgress } from './oracles/progress.js';
import { PurgeSafety } from './oracles/purge-safety.js';
import { ReplicaLogs } from './oracles/replica-logs.js';
import { StateHashes } from './oracles/state-hashes.js';

export interface OracleOptions {
  readonly topology: Topology;
  readonly durable: DurableLogs;
  readonly now: () => number;
  readonly onCommit: (node: number, group: number, first: number, last: number) => void;
}

export class Oracles {
  readonly logs: ReplicaLogs;
  readonly commitment: Commitment;
  readonly hashes: StateHashes;
  readonly purges: PurgeSafety;
  readonly leadership: Leadership;
  readonly #all: readonly Oracle[];
  #violation: string | undefined;

  constructor({ topology, durable, now, onCommit }: OracleOptions) {
    const report = (what: string): void => this.report(what);
    this.logs = new ReplicaLogs(report);
    this.commitment = new Commitment({ topology, logs: this.logs, durable, report, onCommit });
    this.hashes = new StateHashes(report);
    this.purges = new PurgeSafety(topology, durable, report);
    this.leadership = new Leadership(topology, now, report);
    this.#all = [
      this.logs,
      this.commitment,
      this.hashes,
      this.purges,
      this.leadership,
      new ElectionSafety(report),
      new DurabilityBeforeRelease(durable, report),
      new MonotonicProgress(report),
    ];
  }

  /** The first thing that did not hold. */
  get violation(): string | undefined {
    return this.#violation;
  }

  report(what: string): void {
    this.#violation ??= what;
  }

  /** An envelope leaves a thread of this node. */
  sent(node: number, envelope: Envelope): void {
    const { message, to } = envelope;
    if (message === undefined || envelope.isAnswer) return;
    const raft = raftMessageOf(envelope);
    if (raft !== undefined) {
      for (const oracle of this.#all) oracle.raftSent?.(node, to.instance, raft);
      return;
    }
    switch (`${to.kind} ${message.type}`) {
      case 'log-writer append':
        for (const oracle of this.#all) oracle.appendSent?.(node, message.body as Body<storage.Append.$Properties>);
        break;
      case 'log-writer purge':
        for (const oracle of this.#all) oracle.purgeSent?.(node, message.body as Body<storage.Purge.$Properties>);
        break;
      case 'group opened':
        for (const oracle of this.#all) oracle.opened?.(node, message.body as Body<storage.Opened.$Properties>);
        break;
      case 'applier apply':
        for (const oracle of this.#all) oracle.applySent?.(node, message.body as Body<apply.Apply.$Properties>);
        break;
      case 'group applied':
        for (const oracle of this.#all) oracle.applied?.(node, message.body as Body<apply.Applied.$Properties>);
        break;
      default:
        break;
    }
  }

  flushed(node: number, meta: StateMeta): void {
    for (const oracle of this.#all) oracle.flushed?.(node, meta);
  }
}
