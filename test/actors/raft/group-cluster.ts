/**
 * Three nodes with the real group, log writer and applier, each over its own simulated disk, on a network that carries
 * messages in order. The gateways are the test: it proposes increments and reads, and sees every answer.
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
import { type apply, type Body, command, encodeMessage, type group } from '../../../src/runtime/base/proto.js';
import { vshardOf } from '../../../src/runtime/base/vshard.js';
import { SimulatedDisk } from '../../../src/runtime/sim/disk/disk.js';
import { VirtualTime } from '../../../src/runtime/sim/virtual-time.js';

const GROUP = 5;
const NODES = [1, 2, 3];
const HOP_MS = 1;
const COLLECTION = byteKeyOfText('counters');
const KEY = byteKeyOfText('one');
const VSHARD = vshardOf(COLLECTION, KEY);

export interface Outcome {
  readonly request: number;
  /** Empty: done. */
  readonly code: string;
  /** Of an increment: the counter after it. Of a read: the counter. */
  readonly value: number;
}

interface TestNode {
  readonly id: number;
  readonly disk: SimulatedDisk;
  readonly kernel: Kernel;
}

export class GroupCluster {
  readonly time = new VirtualTime();
  readonly outcomes: Outcome[] = [];
  /** Nodes that hear nobody and are heard by nobody. */
  readonly isolated = new Set<number>();
  readonly #nodes: readonly TestNode[];
  #request = 0;

  constructor(limits: Partial<Limits> = {}) {
    this.#nodes = NODES.map((id) => this.#createNode(id, { ...DEFAULT_LIMITS, ...limits }));
  }

  /** Runs until some node leads and says so; returns its id. */
  async leader(): Promise<number> {
    for (let attempt = 0; attempt < 100; attempt += 1) {
      this.time.runFor(100);
      for (const { id } of this.#nodes) {
        if (!this.isolated.has(id) && (await this.status(id)).role === 'leader') return id;
      }
    }
    throw new Error('nobody leads');
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
    return present(
      this.#nodes.find((node) => node.id === id),
      'node',
    );
  }

  crash(node: number, kind: string): void {
    const instance = kind === 'log-writer' ? 0 : GROUP;
    this.node(node).kernel.crash({ node, kind, instance }, new QuorateError('ERR_INVARIANT', 'a crash for the test'));
  }

  /** The gateway of `node` proposes to increment the counter. Returns the request's number. */
  increment(node: number): number {
    const operation = { collection: bytesOfKey(COLLECTION), key: bytesOfKey(KEY), increment: { delta: 1 } };
    const bytes = encodeMessage(command.Command, { vshard: VSHARD, operations: [operation] });
    this.#request += 1;
    this.#fromGateway(node, { type: 'propose', body: { request: this.#request, command: bytes } });
    return this.#request;
  }

  read(node: number, consistency: number): number {
    this.#request += 1;
    const get = { collection: bytesOfKey(COLLECTION), key: bytesOfKey(KEY) };
    this.#fromGateway(node, { type: 'query', body: { consistency, query: { request: this.#request, get } } });
    return this.#request;
  }

  outcomesOf(request: number): readonly Outcome[] {
    return this.outcomes.filter((outcome) => outcome.request === request);
  }

  #fromGateway(node: number, message: { type: string; body: object }): void {
    const from: ActorRef = { node, kind: 'gateway', instance: 0 };
    const to: ActorRef = { node, kind: 'group', instance: GROUP };
    this.node(node).kernel.deliver([
      { to, toBoot: 0, from, fromBoot: 1, ask: 0, isAnswer: false, message, failure: undefined },
    ]);
  }

  #createNode(id: number, limits: Limits): TestNode {
    const disk = new SimulatedDisk();
    createReplica(disk, id);
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
      bootBase: 0,
      kinds,
      environment: this.time.environment(id),
      uplink: { forward: (envelopes) => this.#forward(id, envelopes), publish() {}, escalate() {} },
      supervision: SUPERVISION,
      limits,
    });
    kernel.spawn('log-writer', 0);
    kernel.spawn('applier', GROUP);
    kernel.spawn('group', GROUP, { replica: id, peers: NODES.map((node) => [node, node]), volume: 0 });
    return { id, disk, kernel };
  }

  #forward(from: number, envelopes: readonly Envelope[]): void {
    for (const envelope of envelopes) {
      const { to, message } = envelope;
      if (to.kind === 'gateway') {
        if (envelope.failure !== undefined) this.#bounced(envelope, envelope.failure.code);
        else if (message !== undefined) this.#heard(message.type, message.body);
        continue;
      }
      this.time.at(this.time.now() + HOP_MS, () => {
        if (!this.isolated.has(from) && !this.isolated.has(to.node)) this.node(to.node).kernel.deliver([envelope]);
      });
    }
  }

  /** A request that found no group, and so had no effect. */
  #bounced({ message }: Envelope, code: string): void {
    const { request, query } = present(message, 'the message that came back').body as {
      request?: number;
      query?: { request: number };
    };
    this.outcomes.push({ request: request ?? query?.request ?? 0, code, value: 0 });
  }

  #heard(type: string, body: object): void {
    if (type === 'refused') {
      const { requests, errorCode } = body as Body<group.Refused.$Properties>;
      for (const request of requests) this.outcomes.push({ request, code: errorCode, value: 0 });
      return;
    }
    for (const { request, result, items } of (body as Body<apply.Answers.$Properties>).answers) {
      const code = result?.errorCode ?? items?.errorCode ?? '';
      const read = items?.items[0]?.value ?? new Uint8Array();
      const value = result?.operations[0]?.integer ?? Number(String.fromCharCode(...read));
      this.outcomes.push({ request, code, value });
    }
  }
}

function createReplica(disk: SimulatedDisk, replica: number): void {
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
}
