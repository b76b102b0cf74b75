/**
 * Faults: what goes wrong in a simulated world, when and where, all drawn from the seed.
 *
 * Each fault is a line of the table below. A fault that lasts takes itself back; `stop` takes everything back at once,
 * so that the world can show that it recovers.
 */
import { RELAY_KIND, type Routes } from '../actor/routes.js';
import type { Random } from '../base/random.js';
import type { Cluster } from './cluster.js';
import { type Disguise, sendImposter } from './imposter.js';
import type { SimulatedNetwork } from './network.js';
import { COMMIT_MS_MAX, type Death, type SimulatedNode } from './node.js';
import type { Trace } from './trace.js';
import type { VirtualTime } from './virtual-time.js';
import type { MessageWeather } from './weather.js';

export interface FaultOptions {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly trace: Trace;
  readonly cluster: Cluster;
  readonly nodes: readonly SimulatedNode[];
  readonly network: SimulatedNetwork;
  readonly weather: MessageWeather;
  readonly routes: Routes;
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
  [5, (plan) => plan.crashActor()],
  [3, (plan) => plan.crashActorInStoreCall()],
  [2, (plan) => plan.pause()],
  [5, (plan) => plan.isolate()],
  [3, (plan) => plan.cutOneWay()],
  [2, (plan) => plan.cutPair()],
  [2, (plan) => plan.clog()],
  [3, (plan) => plan.slowNetwork()],
  [3, (plan) => plan.resetConnection()],
  [1, (plan) => plan.corruptFrame()],
  [1, (plan) => plan.loseMessages()],
  [2, (plan) => plan.impersonate('older')],
  [2, (plan) => plan.slowDisk()],
  [1, (plan) => plan.failCommit()],
  [1, (plan) => plan.fillDisk()],
  [1, (plan) => plan.everyoneLosesPower()],
];

export class FaultPlan {
  readonly random: Random;
  readonly #options: FaultOptions;
  readonly #weightSum = FAULTS.reduce((sum, [weight]) => sum + weight, 0);
  #isStopped = false;
  readonly #answers = new Map<string, number>();

  constructor(options: FaultOptions) {
    this.#options = options;
    this.random = options.random;
  }

  /** What imposters were told: `hello`, or the error they were refused with, and how often. */
  get impostersTold(): ReadonlyMap<string, number> {
    return this.#answers;
  }

  start(): void {
    const { everyMs } = this.#options;
    this.#after(everyMs * 2 * this.random.fraction(), () => {
      this.#draw()(this);
      this.start();
    });
  }

  /** No more faults; those that last end now, and whatever is down comes up. */
  stop(): void {
    const { network, nodes, trace, weather } = this.#options;
    this.#isStopped = true;
    trace.add('--', 'heal', 'everything');
    network.calm();
    weather.calm();
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
    const { nodes } = this.#options;
    const node = nodes.find((candidate) => candidate.id === id);
    this.#after(this.random.fraction() * DOWN_MS_MAX, () => {
      if (node !== undefined && !node.isUp) node.start();
    });
  }

  crashNow(): void {
    this.#node().die(this.#death());
  }

  crashInStoreCall(): void {
    const node = this.#node();
    node.armedCrash = { death: this.#death(), callsLeft: 1 + this.random.below(CALLS_MAX) };
    this.#tell(node.id, `${node.armedCrash.death} in ${node.armedCrash.callsLeft} store calls`);
  }

  crashActor(): void {
    const { cluster } = this.#options;
    const node = this.#node();
    const group = pick(this.random, cluster.groups);
    const others = this.#others(node);
    const [kind, instance] = pick(this.random, [
      ['log-writer', 0],
      ['applier', group],
      ['group', group],
      ['gateway', 0],
      ['peer-door', 0],
      [RELAY_KIND, others.length > 0 ? pick(this.random, others) : 0],
    ] as const);
    this.#tell(node.id, `crash of ${kind}/${instance} at its next message`);
    node.crashActor(kind, instance);
  }

  crashActorInStoreCall(): void {
    const node = this.#node();
    node.armedCrash = { death: 'actor', callsLeft: 1 + this.random.below(CALLS_MAX) };
    this.#tell(node.id, `crash of an actor in ${node.armedCrash.callsLeft} store calls`);
  }

  /** All threads at once, as SIGSTOP does; the machine goes on taking connections and bytes. */
  pause(): void {
    const node = this.#node();
    const ms = this.random.fraction() * LASTING_MS_MAX;
    this.#tell(node.id, `pause for ${ms.toFixed(3)}`);
    node.pause(ms);
  }

  isolate(): void {
    const node = this.#node();
    for (const other of this.#others(node)) {
      this.#options.network.cut(node.id, other);
      this.#options.network.cut(other, node.id);
    }
    this.#healLater(node.id, 'isolated');
  }

  cutOneWay(): void {
    const { network } = this.#options;
    const node = this.#node();
    const outward = this.random.below(2) === 0;
    for (const other of this.#others(node)) {
      if (outward) network.cut(node.id, other);
      else network.cut(other, node.id);
    }
    this.#healLater(node.id, outward ? 'not heard' : 'hears nothing');
  }

  /** Two nodes do not reach each other, but both reach the rest. */
  cutPair(): void {
    const { network } = this.#options;
    const node = this.#node();
    const others = this.#others(node);
    if (others.length === 0) return;
    const other = pick(this.random, others);
    network.cut(node.id, other);
    if (this.random.below(2) === 0) network.cut(other, node.id);
    this.#healLater(node.id, `cut off from n${other}`);
  }

  clog(): void {
    const { network, time } = this.#options;
    const node = this.#node();
    const others = this.#others(node);
    if (others.length === 0) return;
    const other = pick(this.random, others);
    const ms = this.random.fraction() * LASTING_MS_MAX;
    this.#tell(node.id, `way to n${other} clogged for ${ms.toFixed(3)}`);
    network.clog(node.id, other, time.now() + ms);
  }

  slowNetwork(): void {
    const { network } = this.#options;
    network.conditions.delayMsMax = pick(this.random, [2, 20, 150]);
    this.#tell(0, `the network takes up to ${network.conditions.delayMsMax}`);
    this.#after(this.random.fraction() * LASTING_MS_MAX, () => network.calmDown());
  }

  resetConnection(): void {
    const { network } = this.#options;
    const ends = network.connections();
    if (ends.length === 0) return;
    const end = pick(this.random, ends);
    const other = this.random.below(2) === 0 ? 'told' : 'told when it writes';
    this.#tell(end.node, `connection to n${end.peer} reset, the other side is ${other}`);
    network.reset(end, other);
  }

  corruptFrame(): void {
    const { network } = this.#options;
    const node = this.#node();
    const others = this.#others(node);
    if (others.length === 0) return;
    const other = pick(this.random, others);
    this.#tell(node.id, `the next frame for n${other} arrives corrupt`);
    network.corruptNext(node.id, other);
  }

  /** What no connection does, and the core has to bear all the same. */
  loseMessages(): void {
    const { weather } = this.#options;
    weather.storm(this.random);
    this.#tell(0, `Raft messages: ${weather.describe()}`);
    this.#after(this.random.fraction() * LASTING_MS_MAX, () => weather.calm());
  }

  /** A second process plays a node towards another one that has a group in common with it. */
  impersonate(disguise: Disguise): void {
    const { time, network, routes, cluster, nodes } = this.#options;
    const one = this.#node();
    const others = this.#others(one);
    if (others.length === 0) return;
    const other = pick(this.random, others);
    // The lower one dials.
    const [node, target] = [Math.min(one.id, other), Math.max(one.id, other)];
    const group = cluster.groups.find((each) => [node, target].every((id) => cluster.votersOf(each).includes(id)));
    const identities = nodes[node - 1]?.identities ?? [];
    if (group === undefined) return;
    const onAnswer = (answer: string) => {
      this.#answers.set(answer, (this.#answers.get(answer) ?? 0) + 1);
      this.#tell(target, `answers an imposter of n${node} (${disguise}) with ${answer}`);
    };
    const who = { node, identities, target, group, disguise, onAnswer };
    if (sendImposter({ time, network, routes, ...who })) this.#tell(node, `imposter (${disguise}) dials n${target}`);
  }

  slowDisk(): void {
    const node = this.#node();
    node.pace.commitMsMax = pick(this.random, [10, 60, 300]);
    this.#tell(node.id, `commits take up to ${node.pace.commitMsMax}`);
    this.#after(this.random.fraction() * LASTING_MS_MAX, () => this.#normalPace(node));
  }

  failCommit(): void {
    const node = this.#node();
    if (!node.isUp) return;
    const file = this.random.below(2) === 0 ? 'volume-0.db' : pick(this.random, node.stateFiles);
    this.#tell(node.id, `the next fsync of ${file} fails`);
    node.disk.failNextCommit(file);
  }

  fillDisk(): void {
    const node = this.#node();
    this.#tell(node.id, 'the disk is full');
    node.disk.limit(node.disk.usedBytes + this.random.below(2_000));
    this.#after(this.random.fraction() * LASTING_MS_MAX, () => node.disk.limit(Number.POSITIVE_INFINITY));
  }

  everyoneLosesPower(): void {
    for (const node of this.#options.nodes) node.die('power cut');
  }

  #draw(): Fault {
    let share = this.random.below(this.#weightSum);
    for (const [weight, fault] of FAULTS) {
      if (share < weight) return fault;
      share -= weight;
    }
    return (plan) => plan.crashNow();
  }

  #node(): SimulatedNode {
    return pick(this.random, this.#options.nodes);
  }

  #others(node: SimulatedNode): readonly number[] {
    return this.#options.nodes.filter(({ id }) => id !== node.id).map(({ id }) => id);
  }

  #death(): Death {
    return this.random.below(2) === 0 ? 'process crash' : 'power cut';
  }

  #normalPace(node: SimulatedNode): void {
    node.pace.commitMsMax = COMMIT_MS_MAX;
  }

  #healLater(node: number, what: string): void {
    const { trace, network } = this.#options;
    this.#tell(node, what);
    this.#after(this.random.fraction() * LASTING_MS_MAX, () => {
      trace.add('--', 'heal', 'links');
      network.heal();
    });
  }

  /** `node` 0: the whole world. */
  #tell(node: number, what: string): void {
    this.#options.trace.add(node === 0 ? '--' : `n${node}`, 'fault', what);
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
