/**
 * `quorate start`: runs a node in this process until it is told to stop.
 *
 * The first interrupt lets what is in flight end and stops the node, with status 0; a second one ends the process at
 * once, which loses nothing that was acknowledged. A node that cannot go on ends itself with the status of its reason.
 */
import { readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { environmentName, type NodeConfig, resolveConfig, SETTINGS, unknownVariables } from '../runtime/base/config.js';
import { QuorateError } from '../runtime/base/errors.js';
import type { Address, QuorateNode } from '../runtime/node/open-node.js';
import type { GroupReport, NodeStatus } from '../runtime/node/status.js';
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
    'stop-with-input': { type: 'boolean', help: 'stop when standard input ends, as it does with whoever started this' },
    'print-config': { type: 'boolean', help: 'print what the settings come to, and end' },
  },
  async run(invocation) {
    const { options, output } = invocation;
    const config = configOf(invocation);
    if (options['print-config'] === true) {
      output.line(output.json ? JSON.stringify(config) : JSON.stringify(config, undefined, 2));
      return 0;
    }
    // Loaded here, because no other command needs threads or SQLite.
    const { isLed } = await import('../runtime/node/status.js');
    const { openNode } = await import('../runtime/node/open-node.js');
    const signal = options['stop-with-input'] === true ? untilInputEnds(invocation.signal) : invocation.signal;
    await using node = await openNode({ ...config, signal });
    announce(node, output);
    warnOfUnserved(await node.status(), isLed, output);
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
  const address = textOf(addresses.client);
  const httpAddress = textOf(addresses.http);
  const peerAddress = addresses.peer === undefined ? undefined : textOf(addresses.peer);
  const { pid } = process;
  if (output.json) {
    output.document({ event: 'ready', node: nodeId, clusterId, address, httpAddress, peerAddress, pid, dataDir });
    return;
  }
  const elsewhere = address === '127.0.0.1:7411' ? '' : ` --address ${address}`;
  for (const line of [
    `Quorate: durable, replicated state. Node ${nodeId} of cluster ${clusterId} serves.`,
    '',
    `  data     ${dataDir}`,
    `  HTTP     http://${httpAddress}`,
    `  clients  ${address}`,
    ...(peerAddress === undefined ? [] : [`  peers    ${peerAddress}`]),
    `  process  ${pid}; Ctrl-C stops it`,
    '',
    `Try it:    npx quorate put fruits apple '{"colour":"red"}'${elsewhere}`,
    `           npx quorate get fruits apple${elsewhere}`,
  ]) {
    output.line(line);
  }
}

function textOf({ host, port }: Address): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** The node serves what it can; who reads the banner should know what it cannot. */
function warnOfUnserved({ groups }: NodeStatus, isLed: (group: GroupReport) => boolean, output: Output): void {
  for (const { group, reason } of groups.filter(({ role }) => role === 'stopped')) {
    output.note(`group ${group} is stopped and does not serve: ${reason?.message} (${reason?.code})`);
  }
  const leaderless = groups.filter((group) => group.role !== 'stopped' && !isLed(group)).map(({ group }) => group);
  if (leaderless.length === 0) return;
  output.note(`no leader yet: group ${leaderless.join(', ')}; a majority of their nodes must run`);
}

/** Aborted by the signal, or when whoever holds the other end of standard input lets go of it, by dying say. */
function untilInputEnds(signal: AbortSignal): AbortSignal {
  const ended = new AbortController();
  const input: Readable & { unref?: () => void } = process.stdin;
  for (const event of ['end', 'close', 'error']) input.once(event, () => ended.abort());
  input.resume();
  // A node that stops for another reason does not wait for its input.
  input.unref?.();
  return AbortSignal.any([signal, ended.signal]);
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
