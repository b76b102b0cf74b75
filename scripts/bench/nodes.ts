/** The nodes that a benchmark measures: processes of a new cluster, stopped and gone when it is over. */
import { join } from 'node:path';
import { killNode, placeIn, startNode } from '../node-process.js';
import type { MeasuredProcess } from './cluster-use.js';

export interface MeasuredNode extends MeasuredProcess {
  readonly address: string;
}

export interface MeasuredNodes extends AsyncDisposable {
  readonly processes: readonly MeasuredNode[];
}

export async function startNodes(directory: string, count: number): Promise<MeasuredNodes> {
  if (count !== 1) throw new Error('one node');
  const place = await placeIn(join(directory, 'node-1'));
  const child = await startNode(place);
  const processes = [
    { pid: child.pid ?? 0, address: `127.0.0.1:${place.port}`, httpAddress: `127.0.0.1:${place.httpPort}` },
  ];
  return { processes, [Symbol.asyncDispose]: () => killNode(child, 'SIGTERM') };
}
