/**
 * Status: one JSON document that says what a node is, and what each of its groups, actors and workers is doing.
 */
import type { PeerLinkMessage } from '../../actors/peer-link/protocol.js';
import type { GroupMessage } from '../../actors/raft/protocol.js';
import type { ActorRef } from '../actor/actor.js';
import type { Port } from '../actor/kernel.js';
import { RELAY_KIND } from '../actor/routes.js';
import { asQuorateError } from '../base/errors.js';
import { peer } from '../base/proto.js';
import { METADATA_GROUP } from '../base/topology.js';
import type { ActorSystem } from '../worker/system.js';
import type { SystemReport } from '../worker/system-report.js';
import { localReplicas, type NodeIdentity, peersOf, slotsOf, volumeOf } from './identity.js';

/** An actor that does not say how it is within this time is reported as it is: silent. */
const ASK_MS = 1_000;

interface Reason {
  readonly code: string;
  readonly message: string;
}

/** Of a leader's group: how far a replica's log is known to match the leader's. */
export interface MemberReport {
  readonly replica: number;
  readonly node: number;
  readonly match: number;
  /** Entries of the leader's log that it is not known to have. */
  readonly lag: number;
}

/** What a group that has a replica on this node says of it. */
export interface GroupReport {
  readonly group: number;
  readonly purpose: 'metadata' | 'data';
  readonly volume: number;
  readonly slots: number;
  readonly replica: number;
  /** The nodes that have a replica. */
  readonly nodes: readonly number[];
  /** `leader`, `follower`, `candidate`, `pre-candidate`, `starting`, `stopped`, or `silent`. */
  readonly role: string;
  /** The replica that leads, as far as this one knows, and its node; 0 = none. */
  readonly leader: number;
  readonly leaderNode: number;
  readonly term: number;
  readonly commit: number;
  readonly applied: number;
  /** Committed entries that are not applied yet. */
  readonly lag: number;
  readonly flushed: number;
  readonly lastIndex: number;
  readonly purgeIndex: number;
  readonly logClockMs: number;
  /** Of a leader; empty on the others. */
  readonly members: readonly MemberReport[];
  /** Why it is stopped, or silent. */
  readonly reason?: Reason;
}

/** Another node, as this node's link to it says. */
export interface PeerReport {
  readonly node: number;
  /** Where this node reaches it. */
  readonly address: string;
  /** `connected`; `lost`: the connection is; `gone`: its process is; `unknown` until there was anything; or `silent`. */
  readonly presence: string;
  /** 0 until it was seen. */
  readonly boot: number;
  /** What it says of itself; empty until then. */
  readonly clientAddress: string;
  readonly httpAddress: string;
  /** When the presence became this, in milliseconds since 1970. */
  readonly sinceMs: number;
  readonly queuedBytes: number;
  readonly connectionsMade: number;
  /** Why there is no connection, or why the last one ended. */
  readonly reason?: Reason;
}

export interface NodeStatus {
  readonly clusterId: string;
  readonly clusterName: string;
  readonly node: number;
  /** 0 until the first volume is open. */
  readonly boot: number;
  /** Every group that has a replica here has a leader. */
  readonly ready: boolean;
  readonly uptimeMs: number;
  readonly versions: { readonly quorate: string; readonly node: string };
  readonly addresses: Readonly<Record<string, unknown>>;
  readonly memory: { readonly residentBytes: number; readonly heapUsedBytes: number; readonly externalBytes: number };
  readonly peers: readonly PeerReport[];
  readonly groups: readonly GroupReport[];
  readonly workers: SystemReport['workers'];
  readonly actors: SystemReport['actors'];
}

export interface StatusSources {
  readonly system: ActorSystem;
  readonly port: Port;
  readonly identity: NodeIdentity;
  readonly version: string;
  readonly startedAtMs: number;
  addresses(): Readonly<Record<string, unknown>>;
}

/** A port that can ask, and knows who is down for good. */
export type StatusPort = Pick<Port, 'ask' | 'spent'>;

export async function groupReports(port: StatusPort, identity: NodeIdentity): Promise<readonly GroupReport[]> {
  const slots = slotsOf(identity);
  return Promise.all(
    localReplicas(identity).map(async ({ group, replica, members }): Promise<GroupReport> => {
      const common = {
        group,
        purpose: group === METADATA_GROUP ? ('metadata' as const) : ('data' as const),
        volume: volumeOf(group, identity.volumes),
        slots: group === METADATA_GROUP ? 1 : (slots.get(group)?.length ?? 0),
        replica,
        nodes: members.map(({ node }) => node).sort((a, b) => a - b),
      };
      const answer = await askGroup(port, { node: identity.nodeId, kind: 'group', instance: group });
      return { ...common, ...answer, ...stopOf(port, identity.nodeId, group) };
    }),
  );
}

async function askGroup(port: StatusPort, ref: ActorRef<GroupMessage>): Promise<Spoken> {
  try {
    const asked = port.ask(ref, { type: 'status', body: {} }, { timeoutMs: ASK_MS });
    return spoken((await asked) as GroupMessage);
  } catch (thrown) {
    return { ...SILENT, reason: reasonOf(thrown) };
  }
}

export async function peerReports(port: StatusPort, identity: NodeIdentity): Promise<readonly PeerReport[]> {
  return Promise.all(
    peersOf(identity).map(async ({ node, host, port: at }): Promise<PeerReport> => {
      const address = `${host}:${at}`;
      const ref: ActorRef<PeerLinkMessage> = { node: identity.nodeId, kind: RELAY_KIND, instance: node };
      try {
        const asked = port.ask(ref, { type: 'status', body: {} }, { timeoutMs: ASK_MS });
        return { node, address, ...linked((await asked) as PeerLinkMessage) };
      } catch (thrown) {
        return { node, address, ...UNLINKED, reason: reasonOf(thrown) };
      }
    }),
  );
}

const UNLINKED = {
  ...{ presence: 'silent', boot: 0, clientAddress: '', httpAddress: '' },
  ...{ sinceMs: 0, queuedBytes: 0, connectionsMade: 0 },
} as const;

const PRESENCES: Readonly<Record<peer.Presence, string>> = {
  [peer.Presence.UNKNOWN]: 'unknown',
  [peer.Presence.CONNECTED]: 'connected',
  [peer.Presence.LOST]: 'lost',
  [peer.Presence.GONE]: 'gone',
};

function linked(answer: PeerLinkMessage): Omit<PeerReport, 'node' | 'address'> {
  if (answer.type !== 'linkStatus') return UNLINKED;
  const { presence, boot, addresses, sinceMs, queuedBytes, connectionsMade, errorCode, errorMessage } = answer.body;
  return {
    presence: PRESENCES[presence] ?? `${presence}`,
    boot,
    clientAddress: addresses?.client ?? '',
    httpAddress: addresses?.http ?? '',
    sinceMs: Math.round(sinceMs),
    queuedBytes,
    connectionsMade,
    ...(errorCode === '' ? {} : { reason: { code: errorCode, message: errorMessage } }),
  };
}

function reasonOf(thrown: unknown): Reason {
  const { code, message } = asQuorateError(thrown);
  return { code, message };
}

/** A group that stays down cannot say so itself, and without its applier it never serves again. */
function stopOf(port: StatusPort, node: number, group: number): Pick<GroupReport, 'role' | 'reason'> | undefined {
  for (const kind of ['group', 'applier']) {
    const spent = port.spent({ node, kind, instance: group });
    if (spent === undefined) continue;
    return {
      role: 'stopped',
      reason: { code: 'ERR_GROUP_STOPPED', message: `${kind} ${group} crashed too often: ${spent}` },
    };
  }
  return undefined;
}

const SILENT = {
  role: 'silent',
  leader: 0,
  leaderNode: 0,
  term: 0,
  commit: 0,
  applied: 0,
  lag: 0,
  flushed: 0,
  lastIndex: 0,
  purgeIndex: 0,
  logClockMs: 0,
  members: [],
} as const;

type Spoken = Omit<GroupReport, 'group' | 'purpose' | 'volume' | 'slots' | 'replica' | 'nodes'>;

function spoken(answer: GroupMessage): Spoken {
  if (answer.type !== 'groupStatus') return SILENT;
  const { body } = answer;
  const { role, leader, leaderNode, term, commit, lastIndex, purgeIndex, logClockMs, stoppedCode } = body;
  const report = {
    ...{ role, leader, leaderNode, term, commit, lastIndex, purgeIndex, logClockMs },
    applied: body.appliedIndex,
    lag: Math.max(0, commit - body.appliedIndex),
    flushed: body.flushedIndex,
    members: body.members.map(({ replica, node, match }) => ({ replica, node, match, lag: lastIndex - match })),
  };
  if (stoppedCode === '') return report;
  return { ...report, reason: { code: stoppedCode, message: body.stoppedReason } };
}

/** A group serves when it has a leader that this replica knows. */
export function isLed(report: GroupReport): boolean {
  return report.leader !== 0 && (report.role === 'leader' || report.role === 'follower');
}

export async function nodeStatus(sources: StatusSources): Promise<NodeStatus> {
  const { system, port, identity, version, startedAtMs } = sources;
  const [groups, peers, { workers, actors }] = await Promise.all([
    groupReports(port, identity),
    peerReports(port, identity),
    system.inspect(),
  ]);
  const { rss, heapUsed, external } = process.memoryUsage();
  const writer = actors.find((actor) => actor.ref.kind === 'log-writer' && actor.ref.instance === 0);
  return {
    clusterId: identity.clusterId,
    clusterName: identity.clusterName,
    node: identity.nodeId,
    boot: writer?.metrics.node_boot ?? 0,
    ready: groups.every(isLed),
    uptimeMs: Math.round(performance.now() - startedAtMs),
    versions: { quorate: version, node: process.versions.node },
    addresses: sources.addresses(),
    memory: { residentBytes: rss, heapUsedBytes: heapUsed, externalBytes: external },
    peers,
    groups,
    workers,
    actors,
  };
}
