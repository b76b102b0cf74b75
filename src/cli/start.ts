/**
 * `quorate start`: runs a node in this process until it is told to stop.
 *
 * The first interrupt lets what is in flight end and stops the node, with status 0; a second one ends the process at
 * once, which loses nothing that was acknowledged. A node that cannot go on ends itself with the status of its reason.
 */
import { readFileSync } from 'node:fs';
import { environmentName, type NodeConfig, resolveConfig, SETTINGS, unknownVariables } from '../runtime/base/config.js';
import { QuorateError } from '../runtime/base/errors.js';
import type { QuorateNode } from '../runtime/node/open-node.js';
import { type Command, type Invocation, type OptionTable, textOption } from './command.js';
import type { Output } from './output.js';

const PLACEHOLDERS: Readonly<Record<string, string>> = { 'data-dir': 'DIRECTORY', host: 'HOST', 'log-level': 'LEVEL' };

/** One flag for each setting. */
function settingOptions(): OptionTable {
  const options = Object.values(SETTINGS).map(({ flag, fallback, help }) => {
    if (typeof fallback === 'boolean') return [flag, { type: 'boolean', help }] as const;
    const placeholder = PLACEHOLDERS[flag] ?? (typeof fallback === 'number' ? 'N' : 'NAME');
    return [flag, { type: 'string', placeholder, help: `${help} (${fallback})` }] as const;
  });
  return Object.fromEntries(options);
}

export const startCommand: Command = {
  name: 'start',
  summary: 'Run a node.',
  details: `Makes the data directory when there is none. A setting is looked for in the flags, then in the environment
(--data-dir is QUORATE_DATA_DIR, and so on), then in the file, then it has its default, given in parentheses above. With
--json a line {"event":"ready", ...} says where the node serves.

  quorate start
  quorate start --data-dir /var/lib/quorate --log-level warn
  quorate start --print-config`,
  positionals: [],
  options: {
    ...settingOptions(),
    config: { type: 'string', placeholder: 'FILE', help: 'JSON file with settings (QUORATE_CONFIG)' },
    limit: {
      type: 'string',
      placeholder: 'NAME=VALUE',
      multiple: true,
      help: 'another value for a limit, such as valueBytesMax=65536; may be repeated',
    },
    'print-config': { type: 'boolean', help: 'print what the settings come to, and end' },
  },
  async run(invocation) {
    const { options, output, signal } = invocation;
    const config = configOf(invocation);
    if (options['print-config'] === true) {
      output.line(output.json ? JSON.stringify(config) : JSON.stringify(config, undefined, 2));
      return 0;
    }
    // Loaded here, because no other command needs threads or SQLite.
    const { openNode } = await import('../runtime/node/open-node.js');
    await using node = await openNode(config);
    announce(node, output);
    await warnOfStopped(node, output);
    await untilAborted(signal);
    output.note('stopping; a second interrupt ends the process at once');
    await node.stop();
    return 0;
  },
};

/** Throws `ERR_CONFIG` for whatever is no setting, wherever it stands. */
export function configOf({ options, environment }: Pick<Invocation, 'options' | 'environment'>): NodeConfig {
  const [unknown] = unknownVariables(environment);
  if (unknown !== undefined) {
    const known = Object.values(SETTINGS).map(environmentName).join(', ');
    throw new QuorateError('ERR_CONFIG', `there is no setting ${unknown}; the environment may have ${known}`);
  }
  const path = textOption(options, 'config') ?? environment.QUORATE_CONFIG;
  const file = path === undefined || path === '' ? {} : { file: { name: path, content: readConfig(path) } };
  return resolveConfig({ flags: options, environment, ...file });
}

function readConfig(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new QuorateError('ERR_CONFIG', `the configuration file ${path} cannot be read: ${why}`, { cause });
  }
}

function announce(node: QuorateNode, output: Output): void {
  const { clusterId, nodeId, dataDir, addresses } = node;
  const [address, httpAddress] = [addresses.client, addresses.http].map(({ host, port }) =>
    host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`,
  );
  const { pid } = process;
  if (output.json) {
    output.document({ event: 'ready', node: nodeId, clusterId, address, httpAddress, pid, dataDir });
    return;
  }
  const elsewhere = address === '127.0.0.1:7411' ? '' : ` --address ${address}`;
  for (const line of [
    `Quorate: durable, replicated state. Node ${nodeId} of cluster ${clusterId} serves.`,
    '',
    `  data     ${dataDir}`,
    `  HTTP     http://${httpAddress}`,
    `  clients  ${address}`,
    `  process  ${pid}; Ctrl-C stops it`,
    '',
    `Try it:    npx quorate put fruits apple '{"colour":"red"}'${elsewhere}`,
    `           npx quorate get fruits apple${elsewhere}`,
  ]) {
    output.line(line);
  }
}

/** The node serves what it can; who reads the banner should know what it cannot. */
async function warnOfStopped(node: QuorateNode, output: Output): Promise<void> {
  const { groups } = await node.status();
  for (const { group, role, reason } of groups) {
    if (role !== 'stopped') continue;
    output.note(`group ${group} is stopped and does not serve: ${reason?.message} (${reason?.code})`);
  }
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
