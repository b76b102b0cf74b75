/**
 * Simulated network: machines, and connections between the processes on them, as TCP gives them.
 *
 * What is written to a connection arrives in order, some time later, or not at all. While the way between two nodes is
 * cut nothing arrives and nobody is told; once it is healed what was written before comes through. A process that dies
 * has its connections closed by its machine, and a dial finds nobody listening; a machine that loses power says
 * nothing, and answers what reaches a connection that it has forgotten, once it is up again, by ending it.
 */
import type { ErrorCode } from '../base/errors.js';
import type { Random } from '../base/random.js';
import { type Item, Pipe } from './pipe.js';
import type { VirtualTime } from './virtual-time.js';

export interface NetworkConditions {
  /** Everything is delayed by a time from this range. */
  delayMsMin: number;
  delayMsMax: number;
}

export const CALM: Readonly<NetworkConditions> = { delayMsMin: 0.1, delayMsMax: 1 };

/** A machine that is up, or comes back, notices a repeated dial or write after at most this. */
const REPEAT_MS_MAX = 200;

export interface NetworkOptions {
  readonly time: VirtualTime;
  readonly random: Random;
}

/** One side of a connection, as its process sees it. */
export interface EndListener {
  /** Corrupt ones do not match their checksum. */
  onPayloads(payloads: readonly Uint8Array[], isCorrupt: boolean): void;
  /** The other side, or its machine, has ended the connection. */
  onClosed(code: ErrorCode, why: string): void;
  /** Less is on its way than before. */
  onDrained(): void;
}

export interface DialResult {
  readonly onDialed: (end: ConnectionEnd) => void;
  readonly onRefused: (why: string) => void;
}

interface Machine {
  isUp: boolean;
  /** Undefined while no process listens. */
  accept: ((end: ConnectionEnd, from: number) => void) | undefined;
  readonly ends: Set<ConnectionEnd>;
}

/** One end of a connection. It belongs to the process that dialed, or that accepted. */
export class ConnectionEnd {
  readonly node: number;
  readonly peer: number;
  readonly out: Pipe;
  listener: EndListener | undefined;
  isOpen = true;
  readonly #onGone: (end: ConnectionEnd) => void;

  constructor(node: number, peer: number, out: Pipe, onGone: (end: ConnectionEnd) => void) {
    this.node = node;
    this.peer = peer;
    this.out = out;
    this.#onGone = onGone;
  }

  /** Written and not arrived yet. */
  get queuedBytes(): number {
    return this.out.bytes;
  }

  write(payloads: readonly Uint8Array[]): void {
    if (this.isOpen) this.out.push({ kind: 'payloads', payloads });
  }

  /** What was written leaves, then the connection ends. */
  close(code: ErrorCode = 'ERR_CONNECTION_LOST', why = 'the other side closed the connection'): void {
    if (!this.isOpen) return;
    this.forget();
    this.out.push({ kind: 'end', code, why });
  }

  /** Nothing is sent; whoever writes to the other end finds out, or not. */
  forget(): void {
    this.isOpen = false;
    this.listener = undefined;
    this.#onGone(this);
  }
}

export class SimulatedNetwork {
  readonly conditions: NetworkConditions = { ...CALM };
  readonly #options: NetworkOptions;
  readonly #machines = new Map<number, Machine>();
  readonly #pipes = new Set<Pipe>();
  readonly #cuts = new Set<string>();
  /** Nothing arrives over the way before this time. */
  readonly #clogs = new Map<string, number>();
  /** Ways on which the next payloads arrive corrupt. */
  readonly #corrupt = new Set<string>();
  /** Dials that have met a cut, or a machine without power. */
  #waiting: (() => void)[] = [];

  constructor(options: NetworkOptions) {
    this.#options = options;
  }

  /** The machine is up from now on, and a process on it takes connections. */
  listen(node: number, accept: (end: ConnectionEnd, from: number) => void): void {
    const machine = this.#machine(node);
    machine.isUp = true;
    machine.accept = accept;
    this.#tryAgain();
  }

  /** The machine is up, whether a process listens or not. */
  powerOn(node: number): void {
    this.#machine(node).isUp = true;
    this.#tryAgain();
  }

  /** The process has died: its machine ends its connections, or, without power, says nothing. */
  processEnded(node: number, hasPower: boolean): void {
    const machine = this.#machine(node);
    machine.isUp = hasPower;
    machine.accept = undefined;
    for (const end of [...machine.ends]) {
      if (hasPower) {
        end.close();
      } else {
        end.forget();
        end.out.drop();
      }
    }
  }

  /** Dials in the name of `from`. `isWanted` is asked before the result is told. */
  dial(from: number, to: number, result: DialResult, isWanted: () => boolean): void {
    this.#after(this.#delayMs(), () => {
      const machine = this.#machine(to);
      if (!isWanted()) return;
      if (this.#isCut(way(from, to)) || this.#isCut(way(to, from)) || !machine.isUp) {
        this.#waiting.push(() => this.dial(from, to, result, isWanted));
        return;
      }
      const { accept } = machine;
      if (accept === undefined) {
        this.#after(this.#delayMs(), () => result.onRefused(`nobody listens at node ${to}`));
        return;
      }
      const [near, far] = this.#connect(from, to);
      accept(far, from);
      this.#after(this.#delayMs(), () => {
        if (isWanted()) result.onDialed(near);
        else near.close();
      });
    });
  }

  /** Connections between two nodes, or all. */
  connections(a?: number, b?: number): readonly ConnectionEnd[] {
    const ends = [...this.#machines.values()].flatMap((machine) => [...machine.ends]);
    return ends.filter(({ node, peer }) => a === undefined || (node === a && (b === undefined || peer === b)));
  }

  /** Ends a connection in the middle: this end is told, and the other one too, or only once it writes, or never. */
  reset(end: ConnectionEnd, other: 'told' | 'told when it writes'): void {
    const { listener } = end;
    end.out.drop();
    if (other === 'told') end.close('ERR_CONNECTION_LOST', 'the connection was reset');
    else end.forget();
    listener?.onClosed('ERR_CONNECTION_LOST', 'the connection was reset');
  }

  /** The next payloads on this way arrive corrupt. */
  corruptNext(from: number, to: number): void {
    this.#corrupt.add(way(from, to));
  }

  /** Cuts the way from one node to another; not the way back. */
  cut(from: number, to: number): void {
    this.#cuts.add(way(from, to));
  }

  clog(from: number, to: number, untilMs: number): void {
    this.#clogs.set(way(from, to), untilMs);
  }

  heal(): void {
    this.#cuts.clear();
    this.#clogs.clear();
    for (const pipe of this.#pipes) this.#after(this.#options.random.fraction() * REPEAT_MS_MAX, () => pipe.pump());
    this.#tryAgain();
  }

  calm(): void {
    this.#corrupt.clear();
    this.calmDown();
    this.heal();
  }

  /** Nothing takes longer than usual any more. */
  calmDown(): void {
    Object.assign(this.conditions, CALM);
  }

  #connect(from: number, to: number): readonly [ConnectionEnd, ConnectionEnd] {
    const gone = (end: ConnectionEnd) => this.#machine(end.node).ends.delete(end);
    const near = new ConnectionEnd(from, to, this.#pipe(from, to), gone);
    const far = new ConnectionEnd(to, from, this.#pipe(to, from), gone);
    near.out.onArrival = (item) => this.#arrive(item, far, near);
    far.out.onArrival = (item) => this.#arrive(item, near, far);
    for (const end of [near, far]) this.#machine(end.node).ends.add(end);
    return [near, far];
  }

  #pipe(from: number, to: number): Pipe {
    const name = way(from, to);
    const pipe: Pipe = new Pipe({
      time: this.#options.time,
      delayMs: () => this.#delayMs(),
      openAtMs: () => (this.#isCut(name) ? Number.POSITIVE_INFINITY : (this.#clogs.get(name) ?? 0)),
      onIdle: () => this.#pipes.delete(pipe),
      onBusy: () => this.#pipes.add(pipe),
    });
    return pipe;
  }

  #arrive(item: Item, at: ConnectionEnd, from: ConnectionEnd): void {
    if (!at.isOpen) {
      // The machine knows no such connection, and says so when it can.
      if (item.kind === 'end' || !from.isOpen || !this.#machine(at.node).isUp) return;
      at.out.push({ kind: 'end', code: 'ERR_CONNECTION_LOST', why: 'the other side knows no such connection' });
      return;
    }
    if (item.kind === 'end') {
      const { listener } = at;
      at.forget();
      listener?.onClosed(item.code, item.why);
      return;
    }
    const isCorrupt = this.#corrupt.delete(way(from.node, at.node));
    at.listener?.onPayloads(item.payloads, isCorrupt);
    from.listener?.onDrained();
  }

  #tryAgain(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const dial of waiting) this.#after(this.#options.random.fraction() * REPEAT_MS_MAX, dial);
  }

  #isCut(name: string): boolean {
    return this.#cuts.has(name);
  }

  #machine(node: number): Machine {
    let machine = this.#machines.get(node);
    if (machine === undefined) {
      machine = { isUp: true, accept: undefined, ends: new Set() };
      this.#machines.set(node, machine);
    }
    return machine;
  }

  #delayMs(): number {
    const { delayMsMin, delayMsMax } = this.conditions;
    return delayMsMin + this.#options.random.fraction() * (delayMsMax - delayMsMin);
  }

  #after(ms: number, run: () => void): void {
    const { time } = this.#options;
    time.at(time.now() + ms, run);
  }
}

const way = (from: number, to: number): string => `${from}>${to}`;
