/**
 * Faults: what goes wrong in a simulated world, when and where, all drawn from the seed.
 *
 * Each fault is a line of the table below. A fault that lasts takes itself back; `stop` takes everything back at once, so
 * that the world can show that it recovers.
 */
import type { Random } from '../base/random.js';
import type { Cluster } from './cluster.js';
import type { SimulatedNetwork } from './network.js';
import type { Death, SimulatedNode } from './node.js';
import type { Trace } from './trace.js';
import type { VirtualTime } from './virtual-time.js';

export interface FaultOptions {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly trace: Trace;
  readonly cluster: Cluster;
  readonly nodes: readonly SimulatedNode[];
  readonly network: SimulatedNetwork;
  /** Mean time between faults. */
  readonly everyMs: number;
}

const DOWN_MS_MAX = 1_500;
const LASTING_MS_MAX = 2_500;
/** Calls of stores between the arming of a crash and the crash. */
const CALLS_MAX = 40;

type Fault = (plan: FaultPlan) => void;

const FAULTS: readonly (readonly [weight: number, fault: Fault])[] = [
  [4, (plan) => plan.crashNow()],
  [6, (plan) => plan.crashInStoreCall()],
  [4, (plan) => plan.crashActor()],
  [3, (plan) => plan.crashActorInStoreCall()],
  [2, (plan) => plan.pause()],
  [3, (plan) => plan.isolate()],
  [3, (plan) => plan.cutOneWay()],
  [2, (plan) => plan.clog()],
  [3, (plan) => plan.weather()],
  [2, (plan) => plan.slowDisk()],
  [1, (plan) => plan.failCommit()],
  [1, (plan) => plan.fillDisk()],
  [1, (plan) => plan.everyoneLosesPower()],
];

export class FaultPlan {
  readonly #options: FaultOptions;
  readonly #weightSum = FAULTS.reduce((sum, [weight]) => sum + weight, 0);
  #isStopped = false;

  constructor(options: FaultOptions) {
    this.#options = options;
  }

  start(): void {
    const { random, everyMs } = this.#options;
    this.#after(everyMs * 2 * random.fraction(), () => {
      this.#draw()(this);
      this.start();
    });
  }

  /** No more faults; those that last end now, and whatever is down comes up. */
  stop(): void {
    const { network, nodes, trace } = this.#options;
    this.#isStopped = true;
    trace.add('--', 'heal', 'everything');
    network.calm();
    for (const node of nodes) {
      node.armedCrash = undefined;
      this.#normalPace(node);
      node.disk.limit(Number.POSITIVE_INFINITY);
      if (node.hasStoppedActors) node.die('process crash');
      if (!node.isUp) node.start();
    }
  }

  /** A node that went down, whatever the cause, comes up after a while. */
  onDeath(id: number): void {
    const { random, nodes } = this.#options;
    const node = nodes.find((candidate) => candidate.id === id);
    this.#after(random.fraction() * DOWN_MS_MAX, () => {
      if (node !== undefined && !node.isUp) node.start();
    });
  }

  crashNow(): void {
    this.#node().die(this.#death());
  }

  crashInStoreCall(): void {
    const { random, trace } = this.#options;
    const node = this.#node();
    node.armedCrash = { death: this.#death(), callsLeft: 1 + random.below(CALLS_MAX) };
    trace.add(`n${node.id}`, 'fault', `${node.armedCrash.death} in ${node.armedCrash.callsLeft} store calls`);
  }

  crashActor(): void {
    const { random, trace, cluster } = this.#options;
    const node = this.#node();
    const group = cluster.groups[random.below(cluster.groups.length)] ?? cluster.metadataGroup;
    const [kind, instance] = pick(random, [
      ['log-writer', 0],
      ['applier', group],
      ['group', group],
      ['gateway', 0],
    ] as const);
    trace.add(`n${node.id}`, 'fault', `crash of ${kind}/${instance} at its next message`);
    node.crashActor(kind, instance);
  }

  crashActorInStoreCall(): void {
    const { random, trace } = this.#options;
    const node = this.#node();
    node.armedCrash = { death: 'actor', callsLeft: 1 + random.below(CALLS_MAX) };
    trace.add(`n${node.id}`, 'fault', `crash of an actor in ${node.armedCrash.callsLeft} store calls`);
  }

  pause(): void {
    const { random, trace } = this.#options;
    const node = this.#node();
    const ms = random.fraction() * LASTING_MS_MAX;
    trace.add(`n${node.id}`, 'fault', `pause for ${ms.toFixed(3)}`);
    node.pause(ms);
  }

  isolate(): void {
    const node = this.#node();
    for (const other of this.#others(node)) {
      this.#options.network.cut(node.id, other);
      this.#options.network.cut(other, node.id);
    }
    this.#healLater(`n${node.id}`, 'isolated');
  }

  cutOneWay(): void {
    const { random, network } = this.#options;
    const node = this.#node();
    const outward = random.below(2) === 0;
    for (const other of this.#others(node)) {
      if (outward) network.cut(node.id, other);
      else network.cut(other, node.id);
    }
    this.#healLater(`n${node.id}`, outward ? 'not heard' : 'hears nothing');
  }

  clog(): void {
    const { random, network, time, trace } = this.#options;
    const node = this.#node();
    const others = this.#others(node);
    if (others.length === 0) return;
    const other = pick(random, others);
    const ms = random.fraction() * LASTING_MS_MAX;
    trace.add(`n${node.id}`, 'fault', `link to n${other} clogged for ${ms.toFixed(3)}`);
    network.clog(node.id, other, time.now() + ms);
  }

  weather(): void {
    const { random, network, trace } = this.#options;
    const conditions = {
      lost: random.fraction() * 0.2,
      doubled: random.fraction() * 0.2,
      delayMsMin: 0.2,
      delayMsMax: pick(random, [2, 20, 150]),
    };
    network.conditions = conditions;
    trace.add('--', 'fault', `network loses ${conditions.lost.toFixed(3)}, up to ${conditions.delayMsMax} ms`);
  }

  slowDisk(): void {
    const { random, trace } = this.#options;
    const node = this.#node();
    node.pace.commitMsMax = pick(random, [10, 60, 300]);
    trace.add(`n${node.id}`, 'fault', `commits take up to ${node.pace.commitMsMax}`);
    this.#after(random.fraction() * LASTING_MS_MAX, () => this.#normalPace(node));
  }

  failCommit(): void {
    const { random, trace } = this.#options;
    const node = this.#node();
    if (!node.isUp) return;
    const file = random.below(2) === 0 ? 'volume-0.db' : pick(random, node.stateFiles);
    trace.add(`n${node.id}`, 'fault', `the next fsync of ${file} fails`);
    node.disk.failNextCommit(file);
  }

  fillDisk(): void {
    const { random, trace } = this.#options;
    const node = this.#node();
    trace.add(`n${node.id}`, 'fault', 'the disk is full');
    node.disk.limit(node.disk.usedBytes + random.below(2_000));
    this.#after(random.fraction() * LASTING_MS_MAX, () => node.disk.limit(Number.POSITIVE_INFINITY));
  }

  everyoneLosesPower(): void {
    for (const node of this.#options.nodes) node.die('power cut');
  }

  #draw(): Fault {
    let share = this.#options.random.below(this.#weightSum);
    for (const [weight, fault] of FAULTS) {
      if (share < weight) return fault;
      share -= weight;
    }
    return (plan) => plan.crashNow();
  }

  #node(): SimulatedNode {
    return pick(this.#options.random, this.#options.nodes);
  }

  #others(node: SimulatedNode): readonly number[] {
    return this.#options.nodes.filter(({ id }) => id !== node.id).map(({ id }) => id);
  }

  #death(): Death {
    return this.#options.random.below(2) === 0 ? 'process crash' : 'power cut';
  }

  #normalPace(node: SimulatedNode): void {
    node.pace.commitMsMax = 1.5;
  }

  #healLater(where: string, what: string): void {
    const { trace, random, network } = this.#options;
    trace.add(where, 'fault', what);
    this.#after(random.fraction() * LASTING_MS_MAX, () => {
      trace.add('--', 'heal', 'links');
      network.heal();
    });
  }

  #after(ms: number, run: () => void): void {
    const { time } = this.#options;
    time.at(time.now() + ms, () => {
      if (!this.#isStopped) run();
    });
  }
}

function pick<T>(random: Random, from: readonly T[]): T {
  const chosen = from[random.below(from.length)];
  if (chosen === undefined) throw new RangeError('nothing to pick from');
  return chosen;
}
