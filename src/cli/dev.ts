/**
 * `quorate dev`: a cluster on this machine, each node a process of its own that is started again when it ends.
 *
 * The first interrupt lets every node stop in order, a second one kills them. No node outlives this process.
 */
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { parseLimits } from '../runtime/base/config.js';
import { asQuorateError, QuorateError } from '../runtime/base/errors.js';
import type { ClusterNode } from '../runtime/base/topology.js';
import { listen } from '../runtime/net/listen.js';
import { type Command, type OptionValues, textOption, wholeNumberOption } from './command.js';
import { DevNode, type DevPlace } from './dev/dev-node.js';
import { DevReport } from './dev/dev-report.js';
import { figuresOf, type NodeFigures } from './dev/node-figures.js';

const HOST = '127.0.0.1';
const NODES_DEFAULT = 3;
const NODES_MAX = 9;
const GROUPS_DEFAULT = 4;
const BASE_PORT_DEFAULT = 7410;
/** From one node's ports to the next one's. */
const PORT_STEP = 10;
const PORT_MAX = 65_535;
const DIRECTORY_DEFAULT = './quorate-dev';
const LOOK_MS = 1_000;

export const devCommand: Command = {
  name: 'dev',
  summary: 'Run a cluster on this machine.',
  details: `Makes a directory for each node, runs 'quorate start' for each, and starts one that ends again. Of each node's ports
the first is for HTTP, the second for clients, the third for its peers; the next node's are ten further. What nodes log is
in the directory, in a file for each. Ctrl-C stops all nodes; a second one kills them.

  quorate dev
  quorate dev --nodes 5 --data-dir /tmp/five --base-port 9000`,
  positionals: [],
  options: {
    nodes: { type: 'string', placeholder: 'N', help: `how many nodes (${NODES_DEFAULT})` },
    groups: { type: 'string', placeholder: 'N', help: `data groups (${GROUPS_DEFAULT})` },
    replicas: { type: 'string', placeholder: 'N', help: 'replicas of each group (3, or as many as there are nodes)' },
    'data-dir': { type: 'string', placeholder: 'DIRECTORY', help: `for all nodes (${DIRECTORY_DEFAULT})` },
    'base-port': { type: 'string', placeholder: 'PORT', help: `first port of the first node (${BASE_PORT_DEFAULT})` },
    'log-level': { type: 'string', placeholder: 'LEVEL', help: 'of the nodes: debug, info, warn or error (info)' },
    limit: {
      type: 'string',
      placeholder: 'NAME=VALUE',
      multiple: true,
      help: 'another value for a limit, on every node; may be repeated',
    },
  },
  async run({ options, output, signal }) {
    const plan = planOf(options);
    const places = placesOf(plan, options);
    await requireFree(places);
    await initAll(plan, places);
    const cluster = new DevCluster(plan.directory, places, new DevReport(output, process.stdout));
    await cluster.run(signal);
    return 0;
  },
};

interface DevPlan {
  readonly directory: string;
  readonly nodes: readonly ClusterNode[];
  readonly groups: number;
  readonly replicas: number | undefined;
  readonly limits: readonly string[];
  readonly basePort: number;
}

function planOf(options: OptionValues): DevPlan {
  const count = wholeNumberOption(options, 'nodes', 1) ?? NODES_DEFAULT;
  if (count > NODES_MAX) throw new QuorateError('ERR_USAGE', `--nodes can be 1 to ${NODES_MAX}, not ${count}`);
  const basePort = wholeNumberOption(options, 'base-port', 1) ?? BASE_PORT_DEFAULT;
  const last = PORT_MAX - PORT_STEP * count;
  if (basePort > last) throw new QuorateError('ERR_USAGE', `--base-port can be 1 to ${last}, not ${basePort}`);
  return {
    directory: resolve(textOption(options, 'data-dir') ?? DIRECTORY_DEFAULT),
    nodes: Array.from({ length: count }, (_, at) => ({
      node: at + 1,
      host: HOST,
      port: basePort + PORT_STEP * at + 2,
    })),
    groups: wholeNumberOption(options, 'groups', 1) ?? GROUPS_DEFAULT,
    replicas: wholeNumberOption(options, 'replicas', 1),
    limits: (options.limit as readonly string[] | undefined) ?? [],
    basePort,
  };
}

function placesOf({ directory, nodes, limits }: DevPlan, options: OptionValues): readonly DevPlace[] {
  const logLevel = textOption(options, 'log-level') ?? 'info';
  return nodes.map(({ node, port: peerPort }) => {
    const dataDir = join(directory, `node-${node}`);
    const where = ['--data-dir', dataDir, '--http-port', `${peerPort - 2}`, '--port', `${peerPort - 1}`];
    const how = ['--host', HOST, '--log-level', logLevel, ...limits.flatMap((limit) => ['--limit', limit])];
    return {
      node,
      dataDir,
      logFile: join(directory, `node-${node}.log`),
      httpAddress: `${HOST}:${peerPort - 2}`,
      clientAddress: `${HOST}:${peerPort - 1}`,
      peerAddress: `${HOST}:${peerPort}`,
      args: ['start', '--json', '--stop-with-input', ...where, ...how],
    };
  });
}

/** Better said once, before anything is made, than by each node over and over. */
async function requireFree(places: readonly DevPlace[]): Promise<void> {
  for (const { node, httpAddress, clientAddress, peerAddress } of places) {
    const uses = { HTTP: httpAddress, clients: clientAddress, peers: peerAddress };
    for (const [use, address] of Object.entries(uses)) {
      const server = createServer();
      try {
        await listen(server, { host: HOST, port: Number(address.split(':')[1]) }, `${use} of node ${node}`);
      } catch (thrown) {
        const { code, message } = asQuorateError(thrown);
        throw new QuorateError(code, `${message} (--base-port moves the ports of all nodes)`, { cause: thrown });
      }
      await new Promise((closed) => server.close(closed));
    }
  }
}

async function initAll({ nodes, groups, replicas, limits }: DevPlan, places: readonly DevPlace[]): Promise<void> {
  const { initNode } = await import('../runtime/node/init-node.js');
  for (const { node: nodeId, dataDir } of places) {
    const own = { nodeId, dataDir, volumes: 1 };
    initNode({ clusterName: 'dev', nodes, groups, replicas, limits: parseLimits(limits), ...own });
  }
}

class DevCluster {
  readonly #directory: string;
  readonly #nodes: readonly DevNode[];
  readonly #report: DevReport;
  readonly #figures = new Map<DevNode, NodeFigures | undefined>();
  #isReady = false;
  #isLooking = false;
  #fail: (error: QuorateError) => void = () => undefined;

  constructor(directory: string, places: readonly DevPlace[], report: DevReport) {
    this.#directory = directory;
    this.#report = report;
    this.#nodes = places.map((place) => {
      const node: DevNode = new DevNode(place, {
        changed: () => this.#changed(),
        died: (how, pauseMs) => this.#report.died(node, how, pauseMs),
        failed: (error) => this.#fail(error),
      });
      return node;
    });
  }

  /** Until the signal; rejects when a node cannot be started. Either way no node is left. */
  async run(signal: AbortSignal): Promise<void> {
    const kill = (): void => {
      for (const node of this.#nodes) node.kill();
    };
    process.once('exit', kill);
    const looking = setInterval(() => void this.#look(), LOOK_MS);
    try {
      this.#report.opened(this.#directory, this.#nodes);
      await new Promise<void>((resolve, reject) => {
        this.#fail = reject;
        signal.addEventListener('abort', () => resolve(), { once: true });
        if (signal.aborted) resolve();
        else for (const node of this.#nodes) node.start();
      });
      this.#report.say('stopping; a second interrupt kills the nodes');
    } finally {
      clearInterval(looking);
      await Promise.all(this.#nodes.map((node) => node.stop()));
      process.removeListener('exit', kill);
    }
  }

  /** Asks every node that serves for its figures; one that is slow to answer does not hold up the others. */
  async #look(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    const serving = this.#nodes.filter(({ state }) => state === 'serving');
    await Promise.all(
      serving.map(async (node) => {
        const figures = await figuresOf(node.place.httpAddress);
        if (node.state !== 'serving') return;
        this.#figures.set(node, figures);
        this.#show();
      }),
    );
    this.#isLooking = false;
  }

  #changed(): void {
    for (const node of this.#nodes) if (node.state !== 'serving') this.#figures.delete(node);
    this.#show();
    if (this.#isReady || !this.#nodes.every(({ state }) => state === 'serving')) return;
    this.#isReady = true;
    this.#report.ready();
    void this.#look();
  }

  #show(): void {
    const lines = this.#nodes.map((node) => {
      const figures = this.#figures.get(node);
      return { node, figures, isSilent: this.#figures.has(node) && figures === undefined };
    });
    this.#report.update(lines);
  }
}
