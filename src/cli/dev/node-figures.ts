/** Node figures: the few numbers of a node's status document that a line has room for. */
import { get } from 'node:http';
import type { NodeStatus } from '../../runtime/node/status.js';

export interface NodeFigures {
  readonly groups: number;
  readonly leads: number;
  readonly leaderless: number;
  readonly stopped: number;
  /** Committed entries that are not applied yet, over all groups. */
  readonly lag: number;
  readonly residentBytes: number;
  readonly peersConnected: number;
}

const ANSWER_MS = 2_000;
const DOCUMENT_BYTES_MAX = 8 * 1024 * 1024;

/** Undefined when the node does not answer, or not with that. */
export async function figuresOf(httpAddress: string): Promise<NodeFigures | undefined> {
  try {
    return figures(JSON.parse(await read(`http://${httpAddress}/cluster/status`)) as NodeStatus);
  } catch {
    return undefined;
  }
}

function figures({ groups, memory, peers }: NodeStatus): NodeFigures {
  return {
    groups: groups.length,
    leads: groups.filter(({ role }) => role === 'leader').length,
    leaderless: groups.filter(({ leaderNode, role }) => leaderNode === 0 && role !== 'stopped').length,
    stopped: groups.filter(({ role }) => role === 'stopped').length,
    lag: groups.reduce((sum, { lag }) => sum + lag, 0),
    residentBytes: memory.residentBytes,
    peersConnected: peers.filter(({ presence }) => presence === 'connected').length,
  };
}

function read(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent: false, signal: AbortSignal.timeout(ANSWER_MS) }, (response) => {
      const parts: Buffer[] = [];
      let bytes = 0;
      response.on('data', (part: Buffer) => {
        bytes += part.length;
        if (bytes > DOCUMENT_BYTES_MAX) response.destroy(new Error('the document has no end'));
        else parts.push(part);
      });
      response.once('error', reject);
      response.once('end', () => resolve(Buffer.concat(parts).toString()));
    });
    request.once('error', reject);
  });
}
