/** The status of a node as text for a person. Pure. */
import type { GroupReport, NodeStatus, PeerReport } from '../runtime/node/status.js';
import { type Column, formatTable } from './table.js';

const GROUP_COLUMNS: readonly Column[] = [
  { title: 'group', align: 'right' },
  { title: 'purpose' },
  { title: 'role' },
  { title: 'leader', align: 'right' },
  { title: 'term', align: 'right' },
  { title: 'commit', align: 'right' },
  { title: 'applied', align: 'right' },
  { title: 'flushed', align: 'right' },
  { title: 'log', align: 'right' },
  { title: 'slots', align: 'right' },
  { title: 'behind' },
];

const PEER_COLUMNS: readonly Column[] = [
  { title: 'peer', align: 'right' },
  { title: 'address' },
  { title: 'presence' },
  { title: 'boot', align: 'right' },
  { title: 'queued', align: 'right' },
  { title: 'clients' },
  { title: 'HTTP' },
];

const MIB = 1024 * 1024;

export function statusLines(status: NodeStatus): readonly string[] {
  const { clusterName, clusterId, node, boot, ready, uptimeMs, versions, memory, groups, peers } = status;
  const resident = `${Math.round(memory.residentBytes / MIB)} MiB`;
  return [
    `node ${node} of cluster ${clusterName} (${clusterId}), boot ${boot}, ${ready ? 'ready' : 'not ready'}`,
    `quorate ${versions.quorate} on Node ${versions.node}, up ${Math.floor(uptimeMs / 1000)} s, ${resident} in memory`,
    '',
    ...formatTable(GROUP_COLUMNS, [...groups.map(groupRow), totals(groups)]),
    ...(peers.length === 0 ? [] : ['', ...formatTable(PEER_COLUMNS, peers.map(peerRow))]),
    ...groups.flatMap(({ group, role, reason }) => reasonLine(`group ${group} is ${role}`, reason)),
    ...peers.flatMap(({ node: peer, presence, reason }) => {
      return presence === 'connected' ? [] : reasonLine(`node ${peer} is ${presence}`, reason);
    }),
  ];
}

function reasonLine(what: string, reason: GroupReport['reason']): readonly string[] {
  return reason === undefined ? [] : [`\n${what}: ${reason.message} (${reason.code})`];
}

function entriesOf({ lastIndex, purgeIndex }: GroupReport): number {
  return Math.max(0, lastIndex - purgeIndex);
}

function groupRow(group: GroupReport): readonly string[] {
  const leader = group.leaderNode === 0 ? '-' : `${group.leaderNode}`;
  const indexes = [group.term, group.commit, group.applied, group.flushed, entriesOf(group)];
  // The metadata group's slot is not one of the key space.
  const slots = group.purpose === 'data' ? String(group.slots) : '-';
  return [`${group.group}`, group.purpose, group.role, leader, ...indexes.map(String), slots, behind(group)];
}

/** Which nodes lack how many entries of the leader's log, as the leader knows. */
function behind({ members, role }: GroupReport): string {
  if (role !== 'leader') return '';
  const late = members.filter(({ lag }) => lag > 0);
  return late.length === 0 ? '-' : late.map(({ node, lag }) => `node ${node} by ${lag}`).join(', ');
}

function totals(groups: readonly GroupReport[]): readonly string[] {
  const sum = (of: (group: GroupReport) => number): string => String(groups.reduce((all, group) => all + of(group), 0));
  const indexes = [sum(({ commit }) => commit), sum(({ applied }) => applied), sum(({ flushed }) => flushed)];
  const led = groups.filter(({ role }) => role === 'leader').length;
  const slots = sum(({ purpose, slots: own }) => (purpose === 'data' ? own : 0));
  return ['', 'total', `leads ${led}`, '', '', ...indexes, sum(entriesOf), slots, ''];
}

function peerRow(peer: PeerReport): readonly string[] {
  const { node, address, presence, boot, queuedBytes, clientAddress, httpAddress } = peer;
  return [`${node}`, address, presence, boot === 0 ? '-' : `${boot}`, `${queuedBytes}`, clientAddress, httpAddress];
}
