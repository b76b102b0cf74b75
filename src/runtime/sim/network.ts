/**
 * Simulated network between nodes: messages may be lost, doubled, delayed, and so reordered; links may be clogged or cut,
 * in one direction or both. Every message crosses as bytes.
 */

import type { Envelope } from '../actor/envelope.js';
import { decodeEnvelopes } from '../actor/envelope-codec.js';
import type { Routes } from '../actor/routes.js';
import type { Random } from '../base/random.js';
import { describeRaft } from './describe.js';
import { encodeFrame } from './local-link.js';
import type { Trace } from './trace.js';
import type { VirtualTime } from './virtual-time.js';

export interface NetworkConditions {
  /** Fractions of the messages. */
  lost: number;
  doubled: number;
  /** Each message is delayed by a time from this range. */
  delayMsMin: number;
  delayMsMax: number;
}

export const CALM: Readonly<NetworkConditions> = { lost: 0, doubled: 0, delayMsMin: 0.2, delayMsMax: 2 };

export interface NetworkOptions {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly routes: Routes;
  readonly trace: Trace;
  readonly deliver: (node: number, envelopes: readonly Envelope[]) => void;
}

export class SimulatedNetwork {
  conditions: NetworkConditions = { ...CALM };
  readonly #options: NetworkOptions;
  readonly #cuts = new Set<string>();
  /** Nothing arrives over the link before this time. */
  readonly #clogs = new Map<string, number>();

  constructor(options: NetworkOptions) {
    this.#options = options;
  }

  /** One envelope leaves node `from` at `departMs`. */
  send(from: number, envelope: Envelope, departMs: number): void {
    const { random, trace, routes } = this.#options;
    const to = envelope.to.node;
    const what = describeRaft(envelope);
    if (this.#isCut(from, to)) {
      trace.add(`n${from}`, 'send', `n${to} ${what} cut`);
      return;
    }
    if (random.fraction() < this.conditions.lost) {
      trace.add(`n${from}`, 'send', `n${to} ${what} lost`);
      return;
    }
    const frame = encodeFrame([envelope], routes);
    const copies = random.fraction() < this.conditions.doubled ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const { delayMsMin, delayMsMax } = this.conditions;
      const delayMs = delayMsMin + random.fraction() * (delayMsMax - delayMsMin);
      const arrivalMs = Math.max(departMs + delayMs, this.#clogs.get(linkName(from, to)) ?? 0);
      trace.add(`n${from}`, 'send', `n${to} ${what} +${(arrivalMs - departMs).toFixed(3)}${copy > 0 ? ' twice' : ''}`);
      this.#options.time.at(arrivalMs, () => this.#arrive(from, to, frame, what));
    }
  }

  /** Cuts the way from one node to another; not the way back. */
  cut(from: number, to: number): void {
    this.#cuts.add(linkName(from, to));
  }

  clog(from: number, to: number, untilMs: number): void {
    this.#clogs.set(linkName(from, to), untilMs);
  }

  heal(): void {
    this.#cuts.clear();
    this.#clogs.clear();
  }

  calm(): void {
    this.heal();
    this.conditions = { ...CALM };
  }

  #isCut(from: number, to: number): boolean {
    return this.#cuts.has(linkName(from, to));
  }

  /** A cut that came while the message was under way has caught it too. */
  #arrive(from: number, to: number, frame: Uint8Array, what: string): void {
    if (this.#isCut(from, to)) {
      this.#options.trace.add(`n${to}`, 'recv', `n${from} ${what} cut`);
      return;
    }
    this.#options.deliver(to, decodeEnvelopes(frame, this.#options.routes));
  }
}

const linkName = (from: number, to: number): string => `${from}>${to}`;
