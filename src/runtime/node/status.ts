/**
 * Status: one JSON document that says what a node is, and what each of its groups, actors and workers is doing.
 */
import type { GroupMessage } from '../../actors/raft/protocol.js';
import type { ActorRef } from '../actor/actor.js';
import type { Port } from '../actor/kernel.js';
import { asQuorateError } from '../base/errors.js';
import type { ActorSystem } from '../worker/system.js';
import type { SystemReport } from '../worker/system-report.js';
import { FIRST_REPLICA, groupsOf, METADATA_GROUP, type NodeIdentity, slotsOf, volumeOf } from './identity.js';

/** A group that does not say how it is within this time is reported as it is: silent. */
const ASK_MS = 1_000;

export interface GroupReport {
  readonly group: number;
  readonly purpose: 'metadata' | 'data';
  readonly volume: number;
  readonly slots: number;
  readonly replica: number;
  /** `leader`, `follower`, `candidate`, `pre-candidate`, `starting`, `stopped`, or `silent`. */
  readonly role: string;
  /** The replica that leads, as far as this one knows; 0 = none. */
  readonly leader: number;
  readonly term: number;
  readonly commit: number;
  readonly applied: number;
  readonly flushed: number;
  readonly lastIndex: number;
  readonly purgeIndex: number;
  readonly logClockMs: number;
  /** Why it is stopped, or silent. */
  readonly reason?: { readonly code: string; readonly message: string };
}

export interface NodeStatus {
  readonly clusterId: string;
  readonly clusterName: string;
  readonly node: number;
  /** 0 until the first volume is open. */
  readonly boot: number;
  /** Every group has a leader. */
  readonly ready: boolean;
  readonly uptimeMs: number;
  readonly versions: { readonly quorate: string; readonly node: string };
  readonly addresses: Readonly<Record<string, unknown>>;
  readonly memory: { readonly residentBytes: number; readonly heapUsedBytes: number; readonly externalBytes: number };
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
    groupsOf(identity).map(async (group): Promise<GroupReport> => {
      const common = {
        group,
        purpose: group === METADATA_GROUP ? ('metadata' as const) : ('data' as const),
        volume: volumeOf(group, identity.volumes),
        slots: group === METADATA_GROUP ? 1 : (slots.get(group)?.length ?? 0),
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
    const { code, message } = asQuorateError(thrown);
    return { ...SILENT, reason: { code, message } };
  }
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
  replica: FIRST_REPLICA,
  role: 'silent',
  leader: 0,
  term: 0,
  commit: 0,
  applied: 0,
  flushed: 0,
  lastIndex: 0,
  purgeIndex: 0,
  logClockMs: 0,
} as const;

type Spoken = Omit<GroupReport, 'group' | 'purpose' | 'volume' | 'slots'>;

function spoken(answer: GroupMessage): Spoken {
  if (answer.type !== 'groupStatus') return SILENT;
  const { body } = answer;
  const { replica, role, leader, term, commit, lastIndex, purgeIndex, logClockMs } = body;
  const { appliedIndex: applied, flushedIndex: flushed, stoppedCode, stoppedReason } = body;
  const report = { replica, role, leader, term, commit, applied, flushed, lastIndex, purgeIndex, logClockMs };
  if (stoppedCode === '') return report;
  return { ...report, reason: { code: stoppedCode, message: stoppedReason } };
}

/** A group serves when it has a leader that this replica knows. */
export function isLed(report: GroupReport): boolean {
  return report.leader !== 0 && (report.role === 'leader' || report.role === 'follower');
}

export async function nodeStatus(sources: StatusSources): Promise<NodeStatus> {
  const { system, port, identity, version, startedAtMs } = sources;
  const [groups, { workers, actors }] = await Promise.all([groupReports(port, identity), system.inspect()]);
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
    groups,
    workers,
    actors,
  };
}
