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
import { peerDoorProtocol, peerLinkProtocol } from '../../actors/peer-link/protocol.js';
import { groupProtocol } from '../../actors/raft/protocol.js';
import type { Envelope } from '../actor/envelope.js';
import { RELAY_KIND, Routes } from '../actor/routes.js';
import { SUPERVISION } from '../actor/supervision.js';
import { DEFAULT_LIMITS, type Limits } from '../base/limits.js';
import type { Body, storage } from '../base/proto.js';
import { createRandom, type Random } from '../base/random.js';
import type { Canary, MutatedWorld } from './canaries.js';
import { SimulatedClient } from './client.js';
import { Cluster } from './cluster.js';
import { describeRaft } from './describe.js';
import { FaultPlan } from './faults.js';
import type { Operation } from './history.js';
import { IMPOSTER_BOOT } from './imposter.js';
import { SimulatedNetwork } from './network.js';
import { SIMULATED_CRASH, SimulatedNode } from './node.js';
import { PeerBoots } from './oracles/peer-boots.js';
import { Presences } from './oracles/presences.js';
import { Oracles } from './oracles.js';
import { BOOTS_PER_LIFE, type Layout } from './process.js';
import { Requests } from './requests.js';
import { Trace } from './trace.js';
import { VirtualTime } from './virtual-time.js';
import { MessageWeather } from './weather.js';

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
  /** Sees every envelope that leaves a thread, or its node. */
  readonly onSent?: ((node: number, envelope: Envelope) => void) | undefined;
}

const CLIENTS_MIN = 2;
const CLIENTS_MAX = 12;
/** Links put the boot of the process above that of the actor. */
const ACTOR_BOOTS = 2 ** 32;

type Appended = Body<storage.Appended.$Properties>;

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
  readonly requests: Requests;
  readonly oracles: Oracles;
  readonly peerBoots: PeerBoots;
  readonly presences = new Presences();
  readonly faults: FaultPlan;
  readonly history: Operation[] = [];

  readonly #random: Random;
  readonly #weather: MessageWeather;
  readonly #mutated: MutatedWorld;
  readonly #canary: Canary | undefined;
  readonly #acknowledged = new Map<string, Appended>();
  readonly #onSent: TestSystemOptions['onSent'];

  constructor(options: TestSystemOptions) {
    const { seed, nodes = 3, dataGroups = 2, faultEveryMs = 400, canary, traceLinesMax = 0 } = options;
    const { time } = this;
    const random = createRandom(seed);
    const clients = options.clients ?? CLIENTS_MIN + random.below(CLIENTS_MAX - CLIENTS_MIN + 1);
    const routes = routesOfActors();
    const report = (what: string) => this.oracles.report(what);
    this.#random = random;
    this.#canary = canary;
    this.#onSent = options.onSent;
    this.cluster = new Cluster(nodes, dataGroups);
    this.trace = new Trace(() => time.now(), traceLinesMax);
    const trace = this.trace;
    this.network = new SimulatedNetwork({ time, random: random.fork() });
    this.#weather = new MessageWeather(time, random.fork());
    this.oracles = new Oracles({
      topology: this.cluster,
      durable: {
        termAt: (node, group, index) => this.#node(node)?.stores.termAt(group, index),
        hardState: (node, group) => this.#node(node)?.stores.hardState(group),
      },
      now: () => time.now(),
      onCommit: (node, group, first, last) => trace.add(`n${node}`, 'commit', `g${group} ${first}..${last}`),
    });
    this.peerBoots = new PeerBoots(
      {
        bootsPerLife: BOOTS_PER_LIFE,
        actorBoots: ACTOR_BOOTS,
        imposter: IMPOSTER_BOOT,
        lifeOf: (node, boot) => this.#node(node)?.identities.find(({ header }) => header.nodeBoot === boot)?.life,
      },
      report,
    );
    this.#mutated = this.#mutatedWorld();
    this.requests = new Requests({ time, report, rewrite: (response) => canary?.answer?.(response) ?? response });
    const limits = limitsOf(random.fork());
    const transport = seed % 2 === 0 ? 'reference' : 'codec';
    // What a canary changes on its way must be on its way between threads.
    const layout = canary?.rewrite !== undefined || random.below(2) === 0 ? 'split' : 'together';
    this.nodes = this.cluster.nodes.map((id) => this.#createNode(id, limits, transport, layout, routes));
    this.clients = Array.from({ length: clients }, (_, at) => this.#createClient(at + 1));
    const { cluster, network } = this;
    this.faults = new FaultPlan({
      time,
      random: random.fork(),
      trace,
      cluster,
      nodes: this.nodes,
      network,
      weather: this.#weather,
      routes,
      everyMs: faultEveryMs,
    });
    for (const node of this.nodes) node.start();
  }

  startClients(): void {
    for (const one of this.clients) one.start();
  }

  startFaults(): void {
    this.faults.start();
  }

  stopFaults(): void {
    this.faults.stop();
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

  #createNode(
    id: number,
    limits: Limits,
    transport: 'reference' | 'codec',
    layout: Layout,
    routes: Routes,
  ): SimulatedNode {
    const { time, trace, cluster, network } = this;
    const disk = this.#canary?.disk;
    const random = this.#random.fork();
    const node = new SimulatedNode({
      id,
      cluster,
      limits,
      supervision: SUPERVISION,
      transport,
      layout,
      clockOffsetMs: (random.fraction() - 0.5) * 4_000,
      congestedBytes: limits.peerFrameBytes,
      createMistake: this.#canary?.sockets,
      isFsyncSkipped: disk === 'skip-fsync',
      isOpeningSkipped: disk === 'skip-opening-transaction',
      time,
      random,
      routes,
      network,
      trace,
      onSent: (from, envelope) => this.#sent(from, envelope),
      onRelayed: (from, envelope, again) => this.#relayed(from, envelope, again),
      onArrival: (at, arrival) => this.peerBoots.arrived(at, arrival),
      gatewayObserver: {
        started: () => this.presences.started(id),
        told: (state) => this.presences.told(id, state),
      },
      onResponses: (_, envelopes) => this.requests.received(envelopes),
      onFlush: (from, meta) => {
        trace.add(`n${from}`, 'flush', `g${meta.group} i${meta.flushedIndex}`);
        this.oracles.flushed(from, meta);
      },
      onDeath: (from) => this.faults.onDeath(from),
      onLog: (from, level, event, facts) => {
        if (isStoppedByCrashes(event, facts)) node.hasStoppedActors = true;
        else if (level === 'error' && !isExpected(event, facts))
          this.oracles.report(`node ${from}: ${event} ${inspect(facts)}`);
      },
    });
    return node;
  }

  #createClient(id: number): SimulatedClient {
    const { time, trace, history, nodes, requests } = this;
    const report = (what: string) => this.oracles.report(what);
    return new SimulatedClient({ id, nodes, time, trace, history, requests, report, random: this.#random.fork() });
  }

  /** What leaves a thread or its node: seen by the oracles as it travels, after a canary has changed it. */
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

  #relayed(node: number, original: Envelope, again: (later: Envelope) => void): readonly Envelope[] {
    if (this.#weather.isLate(original)) return [original];
    const envelope = this.#sent(node, original);
    this.trace.add(`n${node}`, 'send', `n${envelope.to.node} ${describeRaft(envelope)}`);
    return this.#weather.pass(envelope, again);
  }

  #mutatedWorld(): MutatedWorld {
    return {
      logs: this.oracles.logs,
      inject: (node, envelope) => this.#node(node)?.deliver(envelope),
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
  routes.register(RELAY_KIND, peerLinkProtocol);
  routes.register('peer-door', peerDoorProtocol);
  return routes;
}

/**
 * Half of the seeds run with limits so small that batches split, caches miss, credits run out and ways are congested.
 */
function limitsOf(random: Random): Limits {
  if (random.below(2) === 0) return { ...DEFAULT_LIMITS, purgeEntriesMin: 10 };
  return {
    ...DEFAULT_LIMITS,
    purgeEntriesMin: 10,
    turnMessagesMax: 4,
    storageCredits: 3,
    entryBytesMax: 256,
    raftMessageEntryBytesMax: 512,
    inflightMessagesMax: 4,
    entryCacheBytes: 512,
    logRowBytesMax: 512,
    memoryTableAgeMs: 200,
    peerFrameBytes: 512,
    peerOutboxBytesMax: 16 * 1024,
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
