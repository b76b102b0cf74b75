/**
 * A cluster of processes with a proxy on the way from each node to each other: the network between them, which a soak can
 * break for one pair, for one node or for all. The nodes were initialised with each other's real addresses, so they are of
 * one cluster; then each is told the proxies' instead.
 */
import { readIdentity, writeIdentity } from '../../src/runtime/node/identity.js';
import { ClusterProcess, type ClusterProcessOptions, type NodeProcess } from '../cluster-process.js';
import { PeerProxy, type PeerProxyMode } from './peer-proxy.js';

interface Way {
  readonly from: number;
  readonly to: number;
  readonly proxy: PeerProxy;
}

export class ProxiedCluster implements AsyncDisposable {
  readonly #cluster: ClusterProcess;
  readonly #ways: readonly Way[];

  private constructor(cluster: ClusterProcess, ways: readonly Way[]) {
    this.#cluster = cluster;
    this.#ways = ways;
  }

  static async start(options: ClusterProcessOptions): Promise<ProxiedCluster> {
    const cluster = await ClusterProcess.make(options);
    const pairs = cluster.nodes.flatMap((from) =>
      cluster.nodes.filter((to) => to !== from).map((to) => ({ from, to })),
    );
    const ways = await Promise.all(
      pairs.map(async ({ from, to }) => ({ from: from.node, to: to.node, proxy: await PeerProxy.open(to.peerPort) })),
    );
    for (const { node, dataDir } of cluster.nodes) divert(node, dataDir, ways);
    const proxied = new ProxiedCluster(cluster, ways);
    await cluster.startAll();
    return proxied;
  }

  get nodes(): readonly NodeProcess[] {
    return this.#cluster.nodes;
  }

  node(id: number): NodeProcess {
    return this.#cluster.node(id);
  }

  /** How the network is between the two, in both directions. */
  between(a: number, b: number, mode: PeerProxyMode): void {
    for (const { from, to, proxy } of this.#ways) {
      if ((from === a && to === b) || (from === b && to === a)) proxy.set(mode);
    }
  }

  /** How the network is between a node and all others. */
  around(node: number, mode: PeerProxyMode): void {
    for (const { from, to, proxy } of this.#ways) if (from === node || to === node) proxy.set(mode);
  }

  everywhere(mode: PeerProxyMode): void {
    for (const { proxy } of this.#ways) proxy.set(mode);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.everywhere({ kind: 'open' });
    await this.#cluster.close();
    await Promise.all(this.#ways.map(({ proxy }) => proxy.close()));
  }
}

/** Tells one node that it reaches the others through its proxies. */
function divert(node: number, dataDir: string, ways: readonly Way[]): void {
  const identity = readIdentity(dataDir);
  if (identity === undefined) throw new Error(`node ${node} was not initialised`);
  const nodes = identity.nodes.map((each) => {
    const way = ways.find(({ from, to }) => from === node && to === each.node);
    return way === undefined ? each : { ...each, port: way.proxy.port };
  });
  writeIdentity(dataDir, { ...identity, nodes });
}
