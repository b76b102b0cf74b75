/** A cluster of nodes in this process, on real sockets and files: each can be stopped and opened again at its place. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import { freePorts } from '../../../scripts/cluster-process.js';
import { type Client, connect } from '../../../src/client/client.js';
import type { Limits } from '../../../src/runtime/base/limits.js';
import { initNode } from '../../../src/runtime/node/init-node.js';
import {
  type NodeSeams,
  type OpenNodeOptions,
  openNode,
  type QuorateNode,
} from '../../../src/runtime/node/open-node.js';
import type { NodeStatus } from '../../../src/runtime/node/status.js';

const HOST = '127.0.0.1';
/** Far beyond what anything here takes: a condition that is not met by then never is. */
const PATIENCE_MS = 30_000;
const POLL_MS = 10;

export interface ClusterWorldOptions {
  readonly nodes?: number;
  readonly groups?: number;
  readonly replicas?: number;
  readonly limits?: Partial<Limits>;
  readonly open?: OpenNodeOptions;
  readonly seams?: (node: number) => NodeSeams;
}

export interface NodePlace {
  readonly node: number;
  readonly dataDir: string;
  readonly port: number;
  readonly httpPort: number;
  readonly peerPort: number;
}

export class ClusterWorld {
  readonly places: readonly NodePlace[];
  readonly #options: ClusterWorldOptions;
  readonly #open = new Map<number, QuorateNode>();

  private constructor(places: readonly NodePlace[], options: ClusterWorldOptions) {
    this.places = places;
    this.#options = options;
  }

  /** Makes the directories; opens nothing. Closed and removed when the test is over. */
  static async make(t: ExecutionContext, options: ClusterWorldOptions = {}): Promise<ClusterWorld> {
    const directory = mkdtempSync(join(tmpdir(), 'quorate-cluster-'));
    const count = options.nodes ?? 3;
    const ports = await freePorts(3 * count);
    const places = Array.from({ length: count }, (_, at): NodePlace => {
      const [httpPort = 0, port = 0, peerPort = 0] = ports.slice(3 * at);
      return { node: at + 1, dataDir: join(directory, `node-${at + 1}`), port, httpPort, peerPort };
    });
    const nodes = places.map(({ node, peerPort }) => ({ node, host: HOST, port: peerPort }));
    for (const { node: nodeId, dataDir } of places) {
      const { groups = 2, replicas, limits = {} } = options;
      initNode({ clusterName: 'test', nodeId, nodes, groups, replicas, volumes: 1, limits, dataDir });
    }
    const world = new ClusterWorld(places, options);
    t.teardown(async () => {
      await world.stopAll();
      rmSync(directory, { recursive: true });
    });
    return world;
  }

  /** Makes and opens all of them. */
  static async open(t: ExecutionContext, options: ClusterWorldOptions = {}): Promise<ClusterWorld> {
    const world = await ClusterWorld.make(t, options);
    await Promise.all(world.places.map(({ node }) => world.start(node)));
    return world;
  }

  async start(id: number): Promise<QuorateNode> {
    const { dataDir, port, httpPort } = this.#place(id);
    const { limits = {}, open = {}, seams } = this.#options;
    const settings = { dataDir, port, httpPort, limits, logLevel: 'silent', ...open } as const;
    const node = await openNode(settings, seams?.(id));
    this.#open.set(id, node);
    return node;
  }

  node(id: number): QuorateNode {
    const found = this.#open.get(id);
    if (found === undefined) throw new Error(`node ${id} is not open`);
    return found;
  }

  async stop(id: number): Promise<void> {
    const node = this.node(id);
    this.#open.delete(id);
    await node.stop();
  }

  async stopAll(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((id) => this.stop(id)));
  }

  addressOf(id: number): string {
    return `${HOST}:${this.#place(id).port}`;
  }

  urlOf(id: number, path: string): string {
    return `http://${HOST}:${this.#place(id).httpPort}${path}`;
  }

  /** A client that goes through this node and no other; closed when the test is over. */
  async client(t: ExecutionContext, id: number): Promise<Client> {
    const client = await connect(this.addressOf(id), { timeoutMs: PATIENCE_MS, discover: false });
    t.teardown(() => client.close());
    return client;
  }

  /** Asks the node until what it says fits. */
  until(id: number, fits: (status: NodeStatus) => boolean): Promise<NodeStatus> {
    return untilFits(() => this.node(id).status(), fits);
  }

  #place(id: number): NodePlace {
    const found = this.places.find(({ node }) => node === id);
    if (found === undefined) throw new Error(`there is no node ${id}`);
    return found;
  }
}

/** Asks until the answer fits, for a bounded time. */
export async function untilFits<T>(ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  const deadlineMs = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (performance.now() > deadlineMs) throw new Error(`it never came to that: ${JSON.stringify(answer)}`);
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
}
