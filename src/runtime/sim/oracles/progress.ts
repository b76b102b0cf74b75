/** Progress: terms never go down in a replica's appends, and an applier's applied and flushed indexes only rise. */
import type { apply, Body, storage } from '../../base/proto.js';
import type { Oracle, Report } from './oracle.js';

export class MonotonicProgress implements Oracle {
  readonly #report: Report;
  readonly #highest = new Map<string, number>();

  constructor(report: Report) {
    this.#report = report;
  }

  appendSent(node: number, { group, groupBoot, sequence, hardState }: Body<storage.Append.$Properties>): void {
    // What a new log writer lacks is sent again, with the hard state of its time.
    const stream = `sequence of group ${group} on node ${node}, boot ${groupBoot}`;
    if (sequence <= (this.#highest.get(stream) ?? 0)) return;
    this.#rises(stream, sequence);
    this.#rises(`term of group ${group} on node ${node}, boot ${groupBoot}`, hardState?.term ?? 0);
    this.#rises(`stored commit of group ${group} on node ${node}, boot ${groupBoot}`, hardState?.commit ?? 0);
  }

  applied(node: number, applied: Body<apply.Applied.$Properties>): void {
    const { group, applierBoot, appliedIndex, flushedIndex, logClockMs } = applied;
    if (applied.errorCode !== '') return;
    const where = `group ${group} on node ${node}, boot ${applierBoot}`;
    this.#rises(`applied index of ${where}`, appliedIndex);
    this.#rises(`flushed index of ${where}`, flushedIndex);
    this.#rises(`log clock of ${where}`, logClockMs);
    if (flushedIndex > appliedIndex) this.#report(`flushed ${flushedIndex} is above applied ${appliedIndex}: ${where}`);
  }

  #rises(what: string, value: number): void {
    const former = this.#highest.get(what) ?? 0;
    if (value < former) this.#report(`${what} went back from ${former} to ${value}`);
    else this.#highest.set(what, value);
  }
}
