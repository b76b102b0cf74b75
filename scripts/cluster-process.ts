/**
 * A cluster of processes: N times `quorate start` on this machine, each of which can be killed, stopped, continued and
 * started again. For benchmarks, soak runs, examples and tests. No process outlives the one that started it.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { initNode } from '../src/runtime/node/init-node.js';
import type { NodeStatus } from '../src/runtime/node/status.js';
import { quorateCommand } from './node-process.js';

const HOST = '127.0.0.1';
/** Below the range from which the system takes the ports of outgoing connections: a redial must not take a node's own. */
const PORT_MIN = 12_000;
const PORT_MAX = 32_000;
const STATUS_MS = 5_000;

export interface ClusterProcessOptions {
  /** Gets a directory for each node. What is in it from an earlier run goes on. */
  readonly directory: string;
  /** Default 3. */
  readonly nodes?: number;
  /** Default 4. */
  readonly groups?: number;
  /** Default: three, or as many as there are nodes. */
  readonly replicas?: number;
  /** Further arguments of `quorate start`, for every node. */
  readonly args?: readonly string[];
  /** Arguments of Node itself. */
  readonly nodeArgs?: readonly string[];
  /**
   * Where the others dial a node that listens for peers on this port: a proxy's port on this machine. Default: the
   * port itself.
   */
  readonly dialPort?: (node: number, listensOn: number) => Promise<number>;
}

type Child = ChildProcessByStdio<Writable, Readable, null>;

/** Ports of this machine that nothing listens on, all different. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const ports: number[] = [];
  while (ports.length < count) {
    const port = PORT_MIN + Math.floor(Math.random() * (PORT_MAX - PORT_MIN));
    if (!ports.includes(port) && (await isFree(port))) ports.push(port);
  }
  return ports;
}

/** Nothing listens there. */
export async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, HOST);
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}

/** One node: its place, which stays, and the process that runs there, if any. */
export class NodeProcess {
  readonly node: number;
  readonly dataDir: string;
  readonly address: string;
  readonly httpAddress: string;
  readonly peerPort: number;
  readonly #args: readonly string[];
  #child: Child | undefined;

  constructor(node: number, directory: string, ports: readonly number[], options: ClusterProcessOptions) {
    const [httpPort = 0, port = 0, peerPort = 0] = ports;
    this.node = node;
    this.dataDir = join(directory, `node-${node}`);
    this.address = `${HOST}:${port}`;
    this.httpAddress = `${HOST}:${httpPort}`;
    this.peerPort = peerPort;
    const where = ['--data-dir', this.dataDir, '--port', `${port}`, '--http-port', `${httpPort}`];
    const asked = ['--peer-port', `${peerPort}`, '--log-level', 'error', ...(options.args ?? [])];
    const command = [...(options.nodeArgs ?? []), quorateCommand];
    this.#args = [...command, 'start', '--json', '--stop-with-input', ...where, ...asked];
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  get pid(): number {
    if (this.#child?.pid === undefined || !this.isRunning) throw new Error(`node ${this.node} does not run`);
    return this.#child.pid;
  }

  /** Resolves when the node says that it is ready: it serves, and knows the leaders of its groups, or has waited 10 s. */
  async start(): Promise<void> {
    if (this.isRunning) throw new Error(`node ${this.node} runs already`);
    const child = spawn(process.execPath, this.#args, { stdio: ['pipe', 'pipe', 'inherit'] });
    // When the node has gone its input cannot be closed any more, which is as well.
    child.stdin.on('error', () => undefined);
    this.#child = child;
    const lines = createInterface({ input: child.stdout });
    const ended = once(child, 'exit').then(([status, signal]) => {
      throw new Error(`node ${this.node} ended at its start, with ${status ?? signal}`);
    });
    const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
    ended.catch(() => undefined);
    const { event } = JSON.parse(line) as { readonly event: string };
    if (event !== 'ready') throw new Error(`node ${this.node} should say that it is ready, and said ${line}`);
  }

  /** Sends the signal and waits until the process has ended; at once when there is none. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const child = this.#child;
    if (child === undefined || !this.isRunning) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  /** Stops the process where it is, until `resume`: it keeps its connections and says nothing. */
  pause(): void {
    process.kill(this.pid, 'SIGSTOP');
  }

  resume(): void {
    process.kill(this.pid, 'SIGCONT');
  }

  async restart(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    await this.kill(signal);
    await this.start();
  }

  /** What `/cluster/status` of this node says. */
  status(): Promise<NodeStatus> {
    return new Promise((resolve, reject) => {
      const request = get(
        `http://${this.httpAddress}/cluster/status`,
        { agent: false, timeout: STATUS_MS },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part)).once('error', reject);
          response.once('end', () => resolve(JSON.parse(Buffer.concat(parts).toString()) as NodeStatus));
        },
      );
      request.once('timeout', () => request.destroy(new Error(`node ${this.node} does not answer`)));
      request.once('error', reject);
    });
  }
}

/**
 * @example
 * await using cluster = await ClusterProcess.start({ directory });
 * await using client = await connect(cluster.addresses);
 * await cluster.node(2).kill();
 * await cluster.node(2).start();
 */
export class ClusterProcess implements AsyncDisposable {
  readonly nodes: readonly NodeProcess[];

  private constructor(nodes: readonly NodeProcess[]) {
    this.nodes = nodes;
  }

  /** Makes the directories and starts all nodes; resolves when all are ready. */
  static async start(options: ClusterProcessOptions): Promise<ClusterProcess> {
    const cluster = await ClusterProcess.make(options);
    try {
      await cluster.startAll();
      return cluster;
    } catch (thrown) {
      await cluster.close('SIGKILL');
      throw thrown;
    }
  }

  /** Makes the directories and starts nothing. */
  static async make(options: ClusterProcessOptions): Promise<ClusterProcess> {
    const count = options.nodes ?? 3;
    const ports = await freePorts(3 * count);
    const nodes = Array.from({ length: count }, (_, at) => {
      return new NodeProcess(at + 1, options.directory, ports.slice(3 * at, 3 * at + 3), options);
    });
    const dialPort = options.dialPort ?? (async (_, port) => port);
    const peers = await Promise.all(
      nodes.map(async ({ node, peerPort }) => ({ node, host: HOST, port: await dialPort(node, peerPort) })),
    );
    for (const { node, dataDir } of nodes) {
      const { groups = 4, replicas } = options;
      initNode({ clusterName: 'cluster', nodeId: node, nodes: peers, groups, replicas, volumes: 1, dataDir });
    }
    return new ClusterProcess(nodes);
  }

  node(id: number): NodeProcess {
    const found = this.nodes.find(({ node }) => node === id);
    if (found === undefined) throw new Error(`there is no node ${id}`);
    return found;
  }

  /** Where clients connect. */
  get addresses(): string[] {
    return this.nodes.map(({ address }) => address);
  }

  async startAll(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.start()));
  }

  /** The running node that leads the most groups, as it says itself; undefined when none does. */
  async busiest(): Promise<NodeProcess | undefined> {
    const running = this.nodes.filter((node) => node.isRunning);
    const led = await Promise.all(
      running.map(async (node) => (await node.status()).groups.filter(({ role }) => role === 'leader').length),
    );
    const most = Math.max(0, ...led);
    return most === 0 ? undefined : running[led.indexOf(most)];
  }

  /** Ends every process that runs, stopped ones too. */
  async close(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    await Promise.all(
      this.nodes.map(async (node) => {
        if (!node.isRunning) return;
        node.resume();
        await node.kill(signal);
      }),
    );
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
