/**
 * Init: makes the data directory of one node of a cluster, and runs nothing.
 *
 * It is done once on every node, with the same arguments but for the node's own id. Doing it again changes nothing; an
 * init that was interrupted is made anew.
 */
import { resolve } from 'node:path';
import { DEFAULT_LIMITS, type Limits } from '../base/limits.js';
import { lockDataDirectory, NodeFiles } from '../storage/storage.js';
import { type ClusterPlan, identityOf } from './cluster-plan.js';
import { assertSameIdentity, ensureDirectory, makeDirectory } from './data-directory.js';
import { type NodeIdentity, readIdentity } from './identity.js';

export interface InitNodeOptions extends Omit<ClusterPlan, 'limits'> {
  readonly dataDir: string;
  /** The rest has its defaults; those that decide results become part of the cluster's id. */
  readonly limits?: Partial<Limits>;
}

export interface InitializedNode {
  readonly identity: NodeIdentity;
  readonly dataDir: string;
  /** False: it had been made before, with the same arguments. */
  readonly isNew: boolean;
}

/**
 * Makes the directory of one node.
 *
 * Throws `ERR_CONFIG` when the plan cannot be; `ERR_WRONG_CLUSTER`, `ERR_WRONG_NODE` or `ERR_CONFIG` when the directory
 * was made with other arguments; `ERR_DATA_DIR_UNUSABLE`, `ERR_DATA_DIR_IN_USE`, `ERR_STORAGE_FULL`, `ERR_CORRUPT`.
 *
 * @example
 * const nodes = [1, 2, 3].map((node) => ({ node, host: '127.0.0.1', port: 7400 + node }));
 * initNode({ dataDir: './node-1', clusterName: 'shop', nodeId: 1, nodes, groups: 4, volumes: 1 });
 */
export function initNode(options: InitNodeOptions): InitializedNode {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const identity = identityOf({ ...options, limits });
  const dataDir = resolve(options.dataDir);
  ensureDirectory(dataDir);
  const isThere = (): boolean => {
    const found = readIdentity(dataDir);
    if (found !== undefined) assertSameIdentity(dataDir, found, identity);
    return found !== undefined;
  };
  // Before the lock: a node that runs there holds it.
  if (isThere()) return { identity, dataDir, isNew: false };
  const lock = lockDataDirectory(dataDir);
  try {
    if (isThere()) return { identity, dataDir, isNew: false };
    makeDirectory(dataDir, new NodeFiles(dataDir, { logRowBytesMax: limits.logRowBytesMax }), identity);
    return { identity, dataDir, isNew: true };
  } finally {
    lock.release();
  }
}
