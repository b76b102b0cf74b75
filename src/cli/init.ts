/** `quorate init`: makes the data directory of one node of a cluster. Runs nothing. */
import { CLUSTER_NAME, parseLimits, SETTINGS } from '../runtime/base/config.js';
import { QuorateError } from '../runtime/base/errors.js';
import { isLoopback } from '../runtime/net/listen.js';
import { type Command, type OptionValues, textOption, wholeNumberOption } from './command.js';
import type { Output } from './output.js';

const GROUPS_DEFAULT = 4;

export const initCommand: Command = {
  name: 'init',
  summary: 'Make the data directory of one node of a cluster.',
  details: `Run it once on every node, with the same arguments but --node, --data-dir and --volumes. The id of the cluster is
made from them: nodes that were told different things are of different clusters and refuse each other. Doing it again
changes nothing. A cluster of one node needs no init: 'quorate start' makes it.

  quorate init --name shop --node 1 --peers 1=10.0.0.1:7412,2=10.0.0.2:7412,3=10.0.0.3:7412 --data-dir /var/lib/quorate
  quorate start --data-dir /var/lib/quorate --host 10.0.0.1 --insecure`,
  positionals: [],
  options: {
    name: { type: 'string', placeholder: 'NAME', help: 'name of the cluster' },
    node: { type: 'string', placeholder: 'ID', help: 'which of the nodes this is, 1 to 4095' },
    peers: {
      type: 'string',
      placeholder: 'ID=HOST:PORT,...',
      help: 'every node, this one too, and where the others reach it',
    },
    groups: { type: 'string', placeholder: 'N', help: `data groups (${GROUPS_DEFAULT})` },
    replicas: {
      type: 'string',
      placeholder: 'N',
      help: 'nodes that have a replica of each group (3, or as many as there are)',
    },
    volumes: { type: 'string', placeholder: 'N', help: 'log volumes of this node (1)' },
    'data-dir': { type: 'string', placeholder: 'DIRECTORY', help: `directory to make (${SETTINGS.dataDir.fallback})` },
    limit: {
      type: 'string',
      placeholder: 'NAME=VALUE',
      multiple: true,
      help: 'another value for a limit that decides results, such as sessionWindow=4096',
    },
  },
  async run({ options, output }) {
    const clusterName = required(options, 'name');
    if (!CLUSTER_NAME.test(clusterName)) {
      throw new QuorateError('ERR_CONFIG', `--name: '${clusterName}' does not match ${CLUSTER_NAME.source}`);
    }
    const peers = required(options, 'peers');
    const nodeId = wholeNumberOption(options, 'node', 1) ?? missing('node');
    const groups = bounded(options, 'groups', SETTINGS.groups.range) ?? GROUPS_DEFAULT;
    const volumes = bounded(options, 'volumes', SETTINGS.volumes.range) ?? 1;
    const replicas = wholeNumberOption(options, 'replicas', 1);
    const dataDir = textOption(options, 'data-dir') ?? String(SETTINGS.dataDir.fallback);
    const limits = parseLimits((options.limit as readonly string[] | undefined) ?? []);
    // Loaded here, because no other command needs SQLite.
    const { initNode } = await import('../runtime/node/init-node.js');
    const { parsePeers } = await import('../runtime/node/cluster-plan.js');
    const nodes = parsePeers(peers);
    report(initNode({ clusterName, nodeId, nodes, groups, replicas, volumes, limits, dataDir }), output);
    return 0;
  },
};

function missing(name: string): never {
  throw new QuorateError('ERR_USAGE', `--${name} is missing; see 'quorate init --help'`);
}

function required(options: OptionValues, name: string): string {
  return textOption(options, name) ?? missing(name);
}

function bounded(options: OptionValues, name: string, range: readonly [number, number] = [1, 1]): number | undefined {
  const [low, high] = range;
  const value = wholeNumberOption(options, name, low);
  if (value === undefined || value <= high) return value;
  throw new QuorateError('ERR_USAGE', `--${name} must be a whole number from ${low} to ${high}, not '${value}'`);
}

type Initialized = ReturnType<typeof import('../runtime/node/init-node.js')['initNode']>;

function report({ identity, dataDir, isNew }: Initialized, output: Output): void {
  const { clusterId, nodeId, nodes, replicas, volumes, dataGroups } = identity;
  if (output.json) {
    const groups = dataGroups.length;
    output.document({
      event: 'initialized',
      isNew,
      node: nodeId,
      clusterId,
      nodes,
      groups,
      replicas,
      volumes,
      dataDir,
    });
    return;
  }
  const own = nodes.find(({ node }) => node === nodeId)?.host ?? '';
  const reached = isLoopback(own) ? '' : ` --host ${own} --insecure`;
  const losses = Math.floor((replicas - 1) / 2);
  const even = replicas > 1 && replicas % 2 === 0 ? `, as with ${replicas - 1}` : '';
  for (const line of [
    `${isNew ? 'Made' : 'Nothing to do: there is'} node ${nodeId} of cluster ${clusterId}.`,
    '',
    `  data      ${dataDir}`,
    `  nodes     ${nodes.map(({ node, host, port }) => `${node} at ${host}:${port}`).join(', ')}`,
    `  groups    ${dataGroups.length} for data, 1 for the cluster itself`,
    `  replicas  ${replicas} of each group, which serves while ${losses === 0 ? 'none' : `at most ${losses}`} of them is down${even}`,
    '',
    'Every node must name the same cluster. Then, on each:',
    `  quorate start --data-dir ${dataDir}${reached}`,
  ]) {
    output.line(line);
  }
}
