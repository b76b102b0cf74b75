/**
 * Interaction scripts: a cluster of cores, moved message by message.
 *
 * Prints `ok` where a command printed nothing. A refusal is printed whatever the log level.
 */
import { QuorateError } from '../../src/runtime/base/errors.js';
import type { Directive } from './datadriven.js';
import { type Cluster, createCluster } from './interaction/cluster.js';
import { COMMANDS } from './interaction/commands.js';
import type { Interpreter } from './interpreter.js';

export function createInteractionInterpreter(): Interpreter {
  const cluster = createCluster();
  let snapshotNeed: string | undefined;
  return {
    commands: new Set(Object.keys(COMMANDS)),
    handle: (directive) => {
      try {
        const refusal = perform(cluster, directive);
        const outputs = [cluster.transcript.take(), refusal].filter((text) => text !== undefined && text !== '');
        return outputs.length === 0 ? 'ok' : outputs.join('\n');
      } finally {
        snapshotNeed ??= findSnapshotNeed(cluster);
      }
    },
    missingAbility: () => snapshotNeed,
  };
}

/** Runs the command; gives what a refused one has to say. A broken invariant is thrown on. */
function perform(cluster: Cluster, directive: Directive): string | undefined {
  try {
    COMMANDS[directive.command]?.(cluster, directive);
    return undefined;
  } catch (thrown) {
    if (thrown instanceof QuorateError && thrown.code === 'ERR_USAGE') return thrown.message;
    throw thrown;
  }
}

/** A leader that has purged what a live peer needs next would have to send it a snapshot, which does not exist yet. */
function findSnapshotNeed(cluster: Cluster): string | undefined {
  for (const { config, core, log } of cluster.replicas) {
    for (const peer of core.status().progress) {
      const isBehind = peer.recentActive && peer.next < log.firstIndex;
      if (peer.id !== config.id && (isBehind || peer.state === 'StateSnapshot')) {
        return `a snapshot from ${config.id} to ${peer.id}`;
      }
    }
  }
  return undefined;
}
