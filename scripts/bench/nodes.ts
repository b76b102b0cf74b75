/** The nodes that a benchmark measures: the processes of a new cluster, ended when it is over. */
import { ClusterProcess } from '../cluster-process.js';
import type { MeasuredProcess } from './cluster-use.js';

export interface MeasuredNode extends MeasuredProcess {
  readonly address: string;
}

export interface MeasuredNodes extends AsyncDisposable {
  readonly processes: readonly MeasuredNode[];
}

export async function startNodes(directory: string, nodes: number): Promise<MeasuredNodes> {
  const cluster = await ClusterProcess.start({ directory, nodes });
  const processes = cluster.nodes.map(({ pid, address, httpAddress }) => ({ pid, address, httpAddress }));
  return { processes, [Symbol.asyncDispose]: () => cluster.close() };
}
