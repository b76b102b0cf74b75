/**
 * Three nodes with the real group, log writer and applier, each over its own simulated disk, on a network that carries
 * messages in order. The gateways are the test: it proposes increments and reads, and sees every answer. So are the peer
 * links: nodes are connected from the start, until the test cuts them off from each other or kills one.
 */
import { applierKind } from '../../../src/actors/applier/applier.js';
import { logWriterKind } from '../../../src/actors/log-writer/log-writer.js';
import { groupKind } from '../../../src/actors/raft/group.js';
import type { ActorKind, ActorRef } from '../../../src/runtime/actor/actor.js';
import { createKernel } from '../../../src/runtime/actor/create-kernel.js';
import type { Envelope } from '../../../src/runtime/actor/envelope.js';
import type { Kernel } from '../../../src/runtime/actor/kernel.js';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import { present } from '../../../src/runtime/base/assert.js';
import { byteKeyOfText, bytesOfKey } from '../../../src/runtime/base/byte-key.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { ZERO_HASH } from '../../../src/runtime/base/hash.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/runtime/base/limits.js';
import {
  type apply,
  type Body,
  command,
  encodeMessage,
  type group,
  type raft,
} from '../../../src/runtime/base/proto.js';
import { vshardOf } from '../../../src/runtime/base/vshard.js';
import { SimulatedDisk } from '../../../src/runtime/sim/disk/disk.js';
import { VirtualTime } from '../../../src/runtime/sim/virtual-time.js';
import { ClusterLinks, CONNECTED, GONE, LOST } from './cluster-links.js';

const GROUP = 5;
const NODES = [1, 2, 3];
const HOP_MS = 1;
/** Until the peers of a process that is killed know of it. */
const GONE_AFTER_MS = 2;
const COLLECTION = byteKeyOfText('counters');
const KEY = byteKeyOfText('one');
const VSHARD = vshardOf(COLLECTION, KEY);

type RaftMessage = Body<raft.Message.$Properties>;

export interface Outcome {
  readonly request: number;
  /** Empty: done. */
  readonly code: string;
  /** Of an increment: the counter after it. Of a read: the counter. */
  readonly value: number;
  /** Whose gateway was told. */
  readonly at: number;
}

export interface GroupClusterOptions {
  readonly limits?: Partial<Limits>;
  /** The replica that campaigns first; none when missing, so that election timeouts decide. */
  readonly firstReplica?: number;
  /** Nodes that are started by the test. */
  readonly notStarted?: readonly number[];
}

/** One life of a node's process. */
interface TestNode {
  readonly id: number;
  readonly boot: number;
  readonly disk: SimulatedDisk;
  readonly kernel: Kernel;
}

export class GroupCluster {
  readonly time = new VirtualTime();
  readonly outcomes: Outcome[] = [];
  /** Nodes that hear nobody and are heard by nobody. */
  readonly isolated = new Set<number>();
  /** What a group sends to another node, whether or not it arrives. */
  onRaft: ((to: number, message: RaftMessage) => void) | undefined;
  readonly #limits: Limits;
  readonly #firstReplica: number;
  readonly #disks: Map<number, SimulatedDisk>;
  readonly #nodes = new Map<number, TestNode>();
  readonly #links = new ClusterLinks((node) => this.#nodes.get(node)?.kernel);
  /** Pairs of nodes between which there is no connection. */
  readonly #cuts = new Set<string>();
  #request = 0;
  #boot = 0;

  constructor({ limits = {}, firstReplica = 0, notStarted = [] }: GroupClusterOptions = {}) {
    this.#limits = { ...DEFAULT_LIMITS, ...limits };
    this.#firstReplica = firstReplica;
    this.#disks = new Map(NODES.map((id) => [id, createReplica(id)]));
    for (const id of NODES) if (!notStarted.includes(id)) this.start(id);
  }

  /** A process starts; it and those that run are connected at once. */
  start(id: number): void {
    this.#boot += 1;
    const node = this.#createNode(id, this.#boot);
    const others = NODES.filter((other) => other !== id);
    this.#links.start(id, others);
    this.time.runFor(0);
    for (const other of others) {
      const peer = this.#nodes.get(other);
      if (peer === undefined) continue;
      this.#links.say(id, other, CONNECTED, peer.boot);
      this.#links.say(other, id, CONNECTED, node.boot);
    }
  }

  /** The process dies, as with kill -9. What it has sent already may still arrive; then its peers know, each after a while. */
  kill(id: number, goneAfterMs: (other: number) => number = (other) => GONE_AFTER_MS * other): void {
    const { kernel, disk, boot } = this.node(id);
    disk.processCrash();
    kernel.close();
    this.#nodes.delete(id);
    for (const other of this.#nodes.keys()) {
      this.time.at(this.time.now() + goneAfterMs(other), () => this.#links.say(other, id, GONE, boot));
    }
  }

  /** The disk of a node that does not run is replaced by an empty one. */
  wipe(id: number): void {
    this.#disks.set(id, createReplica(id));
  }

  /** The connection between two nodes is lost, and both know. */
  cut(a: number, b: number): void {
    this.#cuts.add(pairOf(a, b));
    this.#links.say(a, b, LOST, this.node(b).boot);
    this.#links.say(b, a, LOST, this.node(a).boot);
  }

  join(a: number, b: number): void {
    this.#cuts.delete(pairOf(a, b));
    this.#links.say(a, b, CONNECTED, this.node(b).boot);
    this.#links.say(b, a, CONNECTED, this.node(a).boot);
  }

  /** The link of `node` to `other` crashes and comes back, its connection with it. */
  restartLink(node: number, other: number): void {
    this.#links.restart(node, other);
    this.#links.say(node, other, CONNECTED, this.node(other).boot);
  }

  /** Runs until some node leads and says so; returns its id. */
  async leader(): Promise<number> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      this.time.runFor(100);
      for (const id of [...this.#nodes.keys()]) {
        if (!this.isolated.has(id) && (await this.status(id)).role === 'leader') return id;
      }
    }
    throw new Error('nobody leads');
  }

  /** Lets time pass until a node other than `former` leads; how long that took. */
  async msUntilLed(former: number, msMax = 3_000): Promise<number> {
    const sinceMs = this.time.now();
    while (this.time.now() - sinceMs < msMax) {
      this.time.runFor(1);
      for (const id of this.#nodes.keys()) {
        if (id !== former && (await this.status(id)).role === 'leader') return this.time.now() - sinceMs;
      }
    }
    throw new Error(`nobody leads after ${msMax} ms`);
  }

  async status(node: number): Promise<Body<group.GroupStatus.$Properties>> {
    const { kernel } = this.node(node);
    const port = kernel.openPort(1, () => {});
    const answer = port.ask({ node, kind: 'group', instance: GROUP }, { type: 'status', body: {} }, { timeoutMs: 500 });
    this.time.runFor(0);
    port.close();
    return (await answer).body as Body<group.GroupStatus.$Properties>;
  }

  node(id: number): TestNode {
    return present(this.#nodes.get(id), `node ${id}, which runs`);
  }

  crash(node: number, kind: string): void {
    const instance = kind === 'log-writer' ? 0 : GROUP;
    this.node(node).kernel.crash({ node, kind, instance }, new QuorateError('ERR_INVARIANT', 'a crash for the test'));
  }

  /** A gateway, of the same node unless told otherwise, proposes to increment the counter. Returns the request's number. */
  increment(node: number, gatewayNode = node): number {
    const operation = { collection: bytesOfKey(COLLECTION), key: bytesOfKey(KEY), increment: { delta: 1 } };
    const bytes = encodeMessage(command.Command, { vshard: VSHARD, operations: [operation] });
    this.#request += 1;
    this.#fromGateway(node, gatewayNode, { type: 'propose', body: { request: this.#request, command: bytes } });
    return this.#request;
  }

  read(node: number, consistency: number, gatewayNode = node): number {
    this.#request += 1;
    const get = { collection: bytesOfKey(COLLECTION), key: bytesOfKey(KEY) };
    const body = { consistency, query: { request: this.#request, get } };
    this.#fromGateway(node, gatewayNode, { type: 'query', body });
    return this.#request;
  }

  outcomesOf(request: number): readonly Outcome[] {
    return this.outcomes.filter((outcome) => outcome.request === request);
  }

  #fromGateway(node: number, gatewayNode: number, message: { type: string; body: object }): void {
    const from: ActorRef = { node: gatewayNode, kind: 'gateway', instance: 0 };
    const to: ActorRef = { node, kind: 'group', instance: GROUP };
    this.node(node).kernel.deliver([
      { to, toBoot: 0, from, fromBoot: 1, ask: 0, isAnswer: false, message, failure: undefined },
    ]);
  }

  #createNode(id: number, boot: number): TestNode {
    const limits = this.#limits;
    const disk = present(this.#disks.get(id), `the disk of node ${id}`);
    const writer = { node: id, kind: 'log-writer', instance: 0 };
    const expectation = { clusterId: 'cluster', nodeId: id, bootNonce: 'nonce' };
    const kinds = [
      logWriterKind({ storage: disk, limits, expectation }),
      applierKind({ storage: disk, limits, logWriterOf: () => writer }),
      groupKind({
        limits,
        logWriterOf: () => writer,
        applierOf: (instance) => ({ node: id, kind: 'applier', instance }),
      }),
    ] as unknown as ActorKind[];
    const kernel = createKernel({
      node: id,
      bootBase: boot * 1_000,
      kinds,
      environment: this.time.environment(id * 1_000 + boot),
      uplink: { forward: (envelopes) => this.#forward(id, boot, envelopes), publish() {}, escalate() {} },
      supervision: SUPERVISION,
      limits,
    });
    const node = { id, boot, disk, kernel };
    this.#nodes.set(id, node);
    kernel.spawn('log-writer', 0);
    kernel.spawn('applier', GROUP);
    const peers = NODES.map((peer) => [peer, peer]);
    kernel.spawn('group', GROUP, { replica: id, peers, firstReplica: this.#firstReplica, volume: 0 });
    return node;
  }

  #forward(from: number, boot: number, envelopes: readonly Envelope[]): void {
    for (const envelope of envelopes) {
      const { to, message } = envelope;
      if (to.kind === 'gateway') {
        if (envelope.failure !== undefined) this.#bounced(envelope, envelope.failure.code);
        else if (message !== undefined) this.#heard(to.node, message.type, message.body);
      } else if (to.kind === 'peer-link') {
        if (message?.type === 'follow') this.#links.followed(envelope);
      } else {
        if (message?.type === 'raft') this.onRaft?.(to.node, message.body as RaftMessage);
        this.time.at(this.time.now() + HOP_MS, () => this.#carry(from, boot, envelope));
      }
    }
  }

  #carry(from: number, boot: number, envelope: Envelope): void {
    const { to } = envelope;
    const isOld = (this.#nodes.get(from)?.boot ?? boot) !== boot;
    if (isOld || this.isolated.has(from) || this.isolated.has(to.node) || this.#cuts.has(pairOf(from, to.node))) return;
    this.#nodes.get(to.node)?.kernel.deliver([envelope]);
  }

  /** A request that found no group, and so had no effect. */
  #bounced({ to, message }: Envelope, code: string): void {
    const { request, query } = present(message, 'the message that came back').body as {
      request?: number;
      query?: { request: number };
    };
    this.outcomes.push({ request: request ?? query?.request ?? 0, code, value: 0, at: to.node });
  }

  #heard(at: number, type: string, body: object): void {
    if (type === 'refused') {
      const { requests, errorCode } = body as Body<group.Refused.$Properties>;
      for (const request of requests) this.outcomes.push({ request, code: errorCode, value: 0, at });
      return;
    }
    if (type !== 'answers') return;
    for (const { request, result, items } of (body as Body<apply.Answers.$Properties>).answers) {
      const code = result?.errorCode ?? items?.errorCode ?? '';
      const read = items?.items[0]?.value ?? new Uint8Array();
      const value = result?.operations[0]?.integer ?? Number(String.fromCharCode(...read));
      this.outcomes.push({ request, code, value, at });
    }
  }
}

const pairOf = (a: number, b: number): string => `${Math.min(a, b)}-${Math.max(a, b)}`;

function createReplica(replica: number): SimulatedDisk {
  const disk = new SimulatedDisk();
  const initial = { index: 1, term: 1 };
  const stateFile = 'state-5';
  const instanceId = `${replica}`.repeat(32);
  disk.createLog({ clusterId: 'cluster', nodeId: replica, volume: 0, instanceId }, [
    { group: GROUP, replica, stateFile, initial },
  ]);
  const membership = { voters: [...NODES], learners: [], votersOutgoing: [], learnersNext: [], autoLeave: false };
  const meta = {
    volumeInstanceId: instanceId,
    ...{ group: GROUP, replica, flushedIndex: 1, flushedTerm: 1, membership, membershipIndex: 1 },
    ...{ logClockMs: 0, stateHash: ZERO_HASH, applyVersion: 1, ownedVshards: [VSHARD], mapVersion: 1 },
  };
  disk.createState(stateFile, meta, [{ vshard: VSHARD, revision: 0 }]);
  return disk;
}
