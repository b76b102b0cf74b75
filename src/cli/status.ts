/** `quorate status`: prints what a node and its groups are doing. */
import type { GroupReport, NodeStatus } from '../runtime/node/status.js';
import { CLIENT_OPTIONS, type Command } from './command.js';
import { withClient } from './session.js';
import { type Column, formatTable } from './table.js';

const COLUMNS: readonly Column[] = [
  { title: 'group', align: 'right' },
  { title: 'purpose' },
  { title: 'role' },
  { title: 'term', align: 'right' },
  { title: 'commit', align: 'right' },
  { title: 'applied', align: 'right' },
  { title: 'flushed', align: 'right' },
  { title: 'log', align: 'right' },
  { title: 'slots', align: 'right' },
];

const MIB = 1024 * 1024;

export const statusCommand: Command = {
  name: 'status',
  summary: 'Print what a node and its groups are doing.',
  details: `For each group: its role on this node, its term, the indexes up to which its log is committed, applied and
flushed to its state file, how many entries its log holds, and how many of the 1024 slots it owns. --json prints the
whole document, the same as GET /cluster/status. Ends with status 0 also when a group is stopped.`,
  positionals: [],
  options: CLIENT_OPTIONS,
  run: (invocation) =>
    withClient(invocation, async (client) => {
      const { output, signal } = invocation;
      const status = (await client.status({ signal })) as unknown as NodeStatus;
      if (output.json) output.document(status);
      else for (const line of statusLines(status)) output.line(line);
      return 0;
    }),
};

function rowOf(group: GroupReport): readonly string[] {
  const entries = Math.max(0, group.lastIndex - group.purgeIndex);
  const numbers = [group.term, group.commit, group.applied, group.flushed, entries];
  // The metadata group's slot is not one of the key space.
  const slots = group.purpose === 'data' ? String(group.slots) : '-';
  return [`${group.group}`, group.purpose, group.role, ...numbers.map(String), slots];
}

function totalsOf(groups: readonly GroupReport[]): readonly string[] {
  const sum = (of: (group: GroupReport) => number): string => String(groups.reduce((all, group) => all + of(group), 0));
  const entries = sum(({ lastIndex, purgeIndex }) => Math.max(0, lastIndex - purgeIndex));
  const indexes = [sum(({ commit }) => commit), sum(({ applied }) => applied), sum(({ flushed }) => flushed)];
  return ['', 'total', '', '', ...indexes, entries, sum(({ purpose, slots }) => (purpose === 'data' ? slots : 0))];
}

export function statusLines(status: NodeStatus): readonly string[] {
  const { clusterName, clusterId, node, boot, ready, uptimeMs, versions, memory, groups } = status;
  const resident = `${Math.round(memory.residentBytes / MIB)} MiB`;
  const stopped = groups.filter(({ reason }) => reason !== undefined);
  return [
    `node ${node} of cluster ${clusterName} (${clusterId}), boot ${boot}, ${ready ? 'ready' : 'not ready'}`,
    `quorate ${versions.quorate} on Node ${versions.node}, up ${Math.floor(uptimeMs / 1000)} s, ${resident} in memory`,
    '',
    ...formatTable(COLUMNS, [...groups.map(rowOf), totalsOf(groups)]),
    ...stopped.map(({ group, role, reason }) => `\ngroup ${group} is ${role}: ${reason?.message} (${reason?.code})`),
  ];
}
