/**
 * Simulated thread: one kernel with its own idea of being busy.
 *
 * A round of turns takes virtual time: what its store calls cost, and a little for itself. While it lasts the thread
 * takes nothing in, and what a turn sends leaves at that turn's end. Other threads go on meanwhile.
 */
import type { ActorKind, ActorRef, Log, PeerEvent } from '../actor/actor.js';
import { createKernel } from '../actor/create-kernel.js';
import type { Envelope } from '../actor/envelope.js';
import type { Environment, Kernel } from '../actor/kernel.js';
import type { SupervisionTable } from '../actor/supervision.js';
import type { QuorateError } from '../base/errors.js';
import type { Limits } from '../base/limits.js';
import type { Random } from '../base/random.js';
import type { VirtualTime } from './virtual-time.js';

/** What handling costs, besides the stores. */
const ROUND_MS = 0.01;

/** More than the distance between neighbouring numbers of the size of a wall clock. */
const ROUNDING_MS = 0.001;

/**
 * When a clock with this offset reads `atMs`, at the earliest. Rounded down it would be a time at which the clock does
 * not read `atMs` yet: the timer would be armed again, for the same time, for ever.
 */
export function worldTimeOf(atMs: number, clockOffsetMs: number): number {
  const worldMs = atMs - clockOffsetMs;
  return worldMs + clockOffsetMs < atMs ? worldMs + ROUNDING_MS : worldMs;
}

export interface ThreadOptions {
  readonly node: number;
  readonly name: string;
  readonly bootBase: number;
  readonly kinds: readonly ActorKind[];
  readonly supervision: SupervisionTable;
  readonly limits: Limits;
  readonly time: VirtualTime;
  /** This node's wall clock minus virtual time. */
  readonly clockOffsetMs: number;
  readonly random: Random;
  readonly log: Log;
  readonly forward: (from: SimulatedThread, envelopes: readonly Envelope[]) => void;
  readonly publish: (from: SimulatedThread, ref: ActorRef, event: PeerEvent) => void;
  readonly escalate: (ref: ActorRef, error: QuorateError) => void;
}

export class SimulatedThread {
  readonly name: string;
  readonly kernel: Kernel;
  readonly #time: VirtualTime;
  #isDead = false;
  /** What was due while the thread was busy. */
  readonly #due: (() => void)[] = [];
  #isWaiting = false;
  #freeAtMs = 0;
  /** How far into the running round the thread is. */
  #elapsedMs = 0;

  constructor(options: ThreadOptions) {
    const { time } = options;
    this.name = options.name;
    this.#time = time;
    const environment: Environment = {
      clock: { now: () => this.nowMs() + options.clockOffsetMs },
      random: options.random,
      log: options.log,
      schedule: (run) => this.whenFree(time.now() + ROUND_MS, run),
      setTimer: (atMs, run) => {
        const timer = { run: run as (() => void) | undefined };
        this.whenFree(worldTimeOf(atMs, options.clockOffsetMs), () => timer.run?.());
        return timer;
      },
      clearTimer: (timer) => {
        (timer as { run: (() => void) | undefined }).run = undefined;
      },
    };
    this.kernel = createKernel({
      node: options.node,
      bootBase: options.bootBase,
      kinds: options.kinds,
      environment,
      supervision: options.supervision,
      limits: options.limits,
      uplink: {
        forward: (envelopes) => this.#unlessDead(() => options.forward(this, envelopes)),
        publish: (ref, event) => this.#unlessDead(() => options.publish(this, ref, event)),
        escalate: (ref, error) => this.#unlessDead(() => options.escalate(ref, error)),
      },
    });
  }

  /** Virtual time as this thread has spent it: ahead of the world's within a round. */
  nowMs(): number {
    return this.#time.now() + this.#elapsedMs;
  }

  /** The running round takes this much longer. */
  spend(ms: number): void {
    this.#elapsedMs += ms;
  }

  /** Takes nothing in until then. */
  pauseUntil(atMs: number): void {
    this.#freeAtMs = Math.max(this.#freeAtMs, atMs);
  }

  /** Nothing runs here any more, and nothing leaves. */
  die(): void {
    this.#isDead = true;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Calls `run` at `atMs` or, if the thread is busy then, as soon as it is free; what was due earlier goes first. */
  whenFree(atMs: number, run: () => void): void {
    this.#time.at(atMs, () => {
      if (this.#isDead) return;
      this.#due.push(run);
      if (!this.#isWaiting) this.#work();
    });
  }

  /** Does what is due, as far as the thread is free; the rest waits in the order in which it was due. */
  #work(): void {
    this.#isWaiting = false;
    while (!this.#isDead && this.#due.length > 0) {
      if (this.#freeAtMs > this.#time.now()) {
        this.#isWaiting = true;
        this.#time.at(this.#freeAtMs, () => this.#work());
        return;
      }
      this.#due.shift()?.();
      if (this.#elapsedMs > 0) this.pauseUntil(this.nowMs());
      this.#elapsedMs = 0;
    }
  }

  #unlessDead(act: () => void): void {
    if (!this.#isDead) act();
  }
}
