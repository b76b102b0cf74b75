/**
 * Test system: a whole cluster in one thread, under virtual time, driven by one seed.
 *
 * The nodes run the real actors; network, disks, clocks and faults are simulated; oracles watch all of it. Nothing here
 * reads a clock or a random number of the machine, so a seed is a run.
 *
 *     const system = createTestSystem({ seed: 7 });
 *     system.startClients();
 *     system.startFaults();
 *     system.runFor(10_000);
 *     system.stopFaults();
 */

import { applierProtocol } from '../../actors/applier/protocol.js';
import { gatewayProtocol } from '../../actors/gateway/protocol.js';
import { logWriterProtocol } from '../../actors/log-writer/protocol.js';
import { groupProtocol } from '../../actors/raft/protocol.js';
import type { Envelope } from '../actor/envelope.js';
import { Routes } from '../actor/routes.js';
import { SUPERVISION } from '../actor/supervision.js';
import { DEFAULT_LIMITS, type Limits } from '../base/limits.js';
import type { Body, client, storage } from '../base/proto.js';
import { createRandom, type Random } from '../base/random.js';
import type { Canary, MutatedWorld } from './canaries.js';
import { responsesIn, SimulatedClient } from './client.js';
import { Cluster } from './cluster.js';
import { FaultPlan } from './faults.js';
import type { Operation } from './history.js';
import { SimulatedNetwork } from './network.js';
import { SIMULATED_CRASH, SimulatedNode } from './node.js';
import { Oracles } from './oracles.js';
import { Trace } from './trace.js';
import { VirtualTime } from './virtual-time.js';

export interface TestSystemOptions {
  readonly seed: number;
  readonly nodes?: number;
  readonly dataGroups?: number;
  /** Drawn from the seed when missing. */
  readonly clients?: number;
  /** Mean time between faults, once they are started. */
  readonly faultEveryMs?: number;
  readonly canary?: Canary;
  /** Lines of the trace that are kept. */
  readonly traceLinesMax?: number;
  /** Sees every envelope that leaves a thread. */
  readonly onSent?: ((node: number, envelope: Envelope) => void) | undefined;
}

const CLIENTS_MIN = 2;
const CLIENTS_MAX = 12;

type Appended = Body<storage.Appended.$Properties>;
type Response = Body<client.Response.$Properties>;

export function createTestSystem(options: TestSystemOptions): TestSystem {
  return new TestSystem(options);
}

export class TestSystem {
  readonly time = new VirtualTime();
  readonly cluster: Cluster;
  readonly trace: Trace;
  readonly network: SimulatedNetwork;
  readonly nodes: readonly SimulatedNode[];
  readonly clients: readonly SimulatedClient[];
  readonly oracles: Oracles;
  readonly history: Operation[] = [];

  readonly #random: Random;
  readonly #faults: FaultPlan;
  readonly #mutated: MutatedWorld;
  readonly #canary: Canary | undefined;
  readonly #expected = new Map<number, (response: Response | 'returned') => void>();
  readonly #acknowledged = new Map<string, Appended>();
  readonly #onSent: TestSystemOptions['onSent'];
  #nextAttempt = 1;

  constructor(options: TestSystemOptions) {
    const { seed, nodes = 3, dataGroups = 2, faultEveryMs = 400, canary, traceLinesMax = 0 } = options;
    const { time } = this;
    const random = createRandom(seed);
    const clients = options.clients ?? CLIENTS_MIN + random.below(CLIENTS_MAX - CLIENTS_MIN + 1);
    const routes = routesOfActors();
    this.#random = random;
    this.#canary = canary;
    this.#onSent = options.onSent;
    this.cluster = new Cluster(nodes, dataGroups);
    this.trace = new Trace(() => time.now(), traceLinesMax);
    const trace = this.trace;
    const deliver = (to: number, envelopes: readonly Envelope[]) => this.#node(to)?.deliver(envelopes);
    this.network = new SimulatedNetwork({ time, random: random.fork(), routes, trace, deliver });
    this.oracles = new Oracles({
      topology: this.cluster,
      durable: {
        termAt: (node, group, index) => this.#node(node)?.stores.termAt(group, index),
        hardState: (node, group) => this.#node(node)?.stores.hardState(group),
      },
      onCommit: (node, scope, first, last) => trace.add(`n${node}`, 'commit', `g${scope} ${first}..${last}`),
    });
    this.#mutated = this.#mutatedWorld();
    const limits = limitsOf(random.fork(), nodes);
    const transport = seed % 2 === 0 ? 'reference' : 'codec';
    this.nodes = this.cluster.nodes.map((id) => this.#createNode(id, limits, transport, routes));
    this.clients = Array.from({ length: clients }, (_, at) => this.#createClient(at + 1));
    const { cluster, network } = this;
    const everyMs = faultEveryMs;
    this.#faults = new FaultPlan({ time, random: random.fork(), trace, cluster, nodes: this.nodes, network, everyMs });
    for (const node of this.nodes) node.start();
  }

  startClients(): void {
    for (const one of this.clients) one.start();
  }

  startFaults(): void {
    this.#faults.start();
  }

  stopFaults(): void {
    this.#faults.stop();
  }

  /** Every client finishes what is under way, writes once more, and reads everything. */
  finishClients(): void {
    for (const one of this.clients) one.finish();
  }

  /** Runs until the time is over, `isEnough`, or something did not hold; false in the last case. */
  runFor(ms: number, isEnough: () => boolean = () => false): boolean {
    const endMs = this.time.now() + ms;
    while (this.time.now() < endMs && this.oracles.violation === undefined && !isEnough()) {
      if (!this.time.step()) break;
    }
    return this.oracles.violation === undefined;
  }

  #node(id: number): SimulatedNode | undefined {
    return this.nodes[id - 1];
  }

  #createNode(id: number, limits: Limits, transport: 'reference' | 'codec', routes: Routes): SimulatedNode {
    const { time, trace, cluster } = this;
    const disk = this.#canary?.disk;
    const random = this.#random.fork();
    const node = new SimulatedNode({
      id,
      cluster,
      limits,
      supervision: SUPERVISION,
      transport,
      clockOffsetMs: (random.fraction() - 0.5) * 4_000,
      isFsyncSkipped: disk === 'skip-fsync',
      isOpeningSkipped: disk === 'skip-opening-transaction',
      time,
      random,
      routes,
      trace,
      onSent: (from, envelope) => this.#sent(from, envelope),
      toNetwork: (from, envelope, departMs) => this.network.send(from, envelope, departMs),
      onResponses: (_, envelopes) => this.#responses(envelopes),
      onFlush: (from, meta) => {
        trace.add(`n${from}`, 'flush', `g${meta.group} i${meta.flushedIndex}`);
        this.oracles.flushed(from, meta);
      },
      onDeath: (from) => this.#faults.onDeath(from),
      onLog: (from, level, event, facts) => {
        if (isStoppedByCrashes(event, facts)) node.hasStoppedActors = true;
        else if (level === 'error' && !isExpected(event, facts))
          this.oracles.report(`node ${from}: ${event} ${inspect(facts)}`);
      },
    });
    return node;
  }

  #createClient(id: number): SimulatedClient {
    const { time, trace, history, nodes } = this;
    const expect = (onResponse: (response: Response | 'returned') => void): number => {
      const attempt = this.#nextAttempt;
      this.#nextAttempt += 1;
      this.#expected.set(attempt, onResponse);
      return attempt;
    };
    return new SimulatedClient({ id, nodes, time, trace, history, random: this.#random.fork(), expect });
  }

  #responses(envelopes: readonly Envelope[]): void {
    for (const [attempt, response] of responsesIn(envelopes)) {
      const onResponse = this.#expected.get(attempt);
      if (onResponse === undefined) this.oracles.report(`request ${attempt} was answered twice`);
      this.#expected.delete(attempt);
      onResponse?.(response);
    }
  }

  /** What leaves a thread: seen by the oracles as it travels, after a canary has changed it. */
  #sent(node: number, original: Envelope): Envelope {
    const envelope = this.#canary?.rewrite?.(node, original, this.#mutated) ?? original;
    if (envelope.message?.type === 'appended') {
      const appended = envelope.message.body as Appended;
      this.#acknowledged.set(`${appended.group}@${node}`, appended);
    }
    this.oracles.sent(node, envelope);
    this.#onSent?.(node, envelope);
    return envelope;
  }

  #mutatedWorld(): MutatedWorld {
    return {
      logs: this.oracles.logs,
      inject: (node, envelope) => this.#node(node)?.deliver([envelope]),
      lastAcknowledged: (node, group) => this.#acknowledged.get(`${group}@${node}`),
    };
  }
}

function routesOfActors(): Routes {
  const routes = new Routes();
  routes.register('group', groupProtocol);
  routes.register('log-writer', logWriterProtocol);
  routes.register('applier', applierProtocol);
  routes.register('gateway', gatewayProtocol);
  return routes;
}

/**
 * Half of the seeds run with limits so small that batches split, caches miss and credits run out. A log with peers keeps
 * its entries: a peer that needs purged ones needs a snapshot, which there is not yet.
 */
function limitsOf(random: Random, nodes: number): Limits {
  const purgeEntriesMin = nodes > 1 ? Number.MAX_SAFE_INTEGER : 10;
  if (random.below(2) === 0) return { ...DEFAULT_LIMITS, purgeEntriesMin };
  return {
    ...DEFAULT_LIMITS,
    purgeEntriesMin,
    turnMessagesMax: 4,
    storageCredits: 3,
    entryBytesMax: 256,
    raftMessageEntryBytesMax: 512,
    inflightMessagesMax: 4,
    entryCacheBytes: 512,
    logRowBytesMax: 512,
    memoryTableAgeMs: 200,
  };
}

/** Crashes that the world has caused, and what follows from a failing disk. */
function isExpected(event: string, facts: Readonly<Record<string, unknown>>): boolean {
  if (event.includes('disk is full')) return true;
  if (event !== 'actor crashed') return false;
  const { reason, code } = facts;
  return reason === SIMULATED_CRASH || code === 'ERR_STORAGE_IO';
}

/** Two crashes of the applier at one entry stop the group, as they should, even when the world has caused them. */
function isStoppedByCrashes(event: string, { reason }: Readonly<Record<string, unknown>>): boolean {
  return event === 'the group is stopped on this node' && String(reason).startsWith('the applier crashed twice');
}

function inspect(facts: Readonly<Record<string, unknown>>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(' ');
}
