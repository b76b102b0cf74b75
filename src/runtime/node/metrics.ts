/** Metrics: the status of a node as Prometheus text, without a library. */
import type { PeerSockets } from '../net/peer-sockets.js';
import type { NodeStatus } from './status.js';

type Labels = Readonly<Record<string, string | number>>;

class Exposition {
  readonly #families = new Map<string, { readonly type: string; readonly lines: string[] }>();

  add(name: string, type: 'gauge' | 'counter', labels: Labels, value: number): void {
    const family = this.#families.get(name) ?? { type, lines: [] };
    this.#families.set(name, family);
    const inside = Object.entries(labels).map(([label, of]) => `${label}="${escaped(String(of))}"`);
    family.lines.push(`${name}${inside.length === 0 ? '' : `{${inside.join(',')}}`} ${value}`);
  }

  text(): string {
    const families = [...this.#families].map(([name, { type, lines }]) => [`# TYPE ${name} ${type}`, ...lines]);
    return `${families.flat().join('\n')}\n`;
  }
}

/** What the sockets between nodes count, on the worker that has them. */
export function peerSocketMetrics(sockets: Pick<PeerSockets, 'connections' | 'refusals'>): string {
  const out = new Exposition();
  out.add('quorate_peer_sockets', 'gauge', {}, sockets.connections());
  for (const [code, count] of Object.entries(sockets.refusals())) {
    out.add('quorate_peer_socket_refusals_total', 'counter', { code }, count);
  }
  return out.text();
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

export function metricsText(status: NodeStatus): string {
  const out = new Exposition();
  const { clusterId, node, boot, ready, uptimeMs, memory, versions } = status;
  out.add('quorate_node_info', 'gauge', { cluster: clusterId, node, version: versions.quorate }, 1);
  out.add('quorate_node_boot', 'gauge', {}, boot);
  out.add('quorate_node_ready', 'gauge', {}, Number(ready));
  out.add('quorate_node_uptime_seconds', 'gauge', {}, uptimeMs / 1000);
  out.add('process_resident_memory_bytes', 'gauge', {}, memory.residentBytes);
  for (const {
    group,
    role,
    leaderNode,
    term,
    commit,
    applied,
    flushed,
    lastIndex,
    purgeIndex,
    slots,
  } of status.groups) {
    const labels = { group };
    out.add('quorate_group_leader_node', 'gauge', labels, leaderNode);
    out.add('quorate_group_leads', 'gauge', labels, Number(role === 'leader'));
    out.add('quorate_group_stopped', 'gauge', labels, Number(role === 'stopped'));
    out.add('quorate_group_slots', 'gauge', labels, slots);
    out.add('quorate_group_term', 'gauge', labels, term);
    out.add('quorate_group_commit_index', 'gauge', labels, commit);
    out.add('quorate_group_applied_index', 'gauge', labels, applied);
    out.add('quorate_group_flushed_index', 'gauge', labels, flushed);
    out.add('quorate_group_last_index', 'gauge', labels, lastIndex);
    out.add('quorate_group_purge_index', 'gauge', labels, purgeIndex);
  }
  for (const { group, members } of status.groups) {
    for (const { node: member, lag } of members) {
      out.add('quorate_group_member_lag_entries', 'gauge', { group, node: member }, lag);
    }
  }
  for (const { node: peer, presence, boot: peerBoot, queuedBytes, connectionsMade } of status.peers) {
    const labels = { peer };
    out.add('quorate_peer_connected', 'gauge', labels, Number(presence === 'connected'));
    out.add('quorate_peer_boot', 'gauge', labels, peerBoot);
    out.add('quorate_peer_queued_bytes', 'gauge', labels, queuedBytes);
    out.add('quorate_peer_connections_total', 'counter', labels, connectionsMade);
  }
  for (const { thread, workerClass, state, incarnation, stats } of status.workers) {
    const labels = { thread, class: workerClass };
    out.add('quorate_worker_up', 'gauge', labels, Number(state === 'running'));
    out.add('quorate_worker_starts_total', 'counter', labels, incarnation);
    if (stats === undefined) continue;
    out.add('quorate_worker_loop_utilization_ratio', 'gauge', labels, stats.loopUtilization);
    out.add('quorate_worker_heap_used_bytes', 'gauge', labels, stats.heapUsedBytes);
    out.add('quorate_worker_undeliverable_total', 'counter', labels, stats.undeliverable);
  }
  for (const actor of status.actors) {
    const { kind, instance } = actor.ref;
    const labels = { kind, instance };
    out.add('quorate_actor_busy_ratio', 'gauge', labels, actor.busyFraction);
    out.add('quorate_actor_mailbox_messages', 'gauge', labels, actor.mailboxDepth);
    out.add('quorate_actor_mailbox_bytes', 'gauge', labels, actor.mailboxBytes);
    out.add('quorate_actor_batch_messages_max', 'gauge', labels, actor.batchSizeMax);
    out.add('quorate_actor_restarts_total', 'counter', labels, actor.restarts);
    out.add('quorate_actor_turns_total', 'counter', labels, actor.turns);
    out.add('quorate_actor_messages_total', 'counter', labels, actor.messages);
    out.add('quorate_actor_dropped_total', 'counter', labels, actor.dropped);
    for (const [name, value] of Object.entries(actor.metrics)) {
      out.add(`quorate_${kind.replaceAll('-', '_')}_${name}`, 'gauge', { instance }, value);
    }
  }
  return out.text();
}
