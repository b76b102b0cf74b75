/**
 * Status: what a group says of itself to whoever asks.
 */
import { unreachable } from '../../runtime/base/assert.js';
import type { ErrorCode } from '../../runtime/base/errors.js';
import type { Body, group } from '../../runtime/base/proto.js';
import type { CoreStatus, RoleName } from './core/types.js';
import { isStranded } from './log-space.js';

/** Why a group no longer runs on this node. */
export interface Stopped {
  readonly code: ErrorCode;
  readonly reason: string;
}

export interface GroupReport {
  readonly group: number;
  readonly replica: number;
  /** Undefined until the group has opened its log and state, and after it was stopped. */
  readonly core: CoreStatus | undefined;
  /** Every replica's node. */
  readonly nodes: ReadonlyMap<number, number>;
  readonly appliedIndex: number;
  readonly flushedIndex: number;
  readonly purgeIndex: number;
  readonly logClockMs: number;
  readonly stopped: Stopped | undefined;
}

export function groupStatus(report: GroupReport): Body<group.GroupStatus.$Properties> {
  const { core, nodes, stopped } = report;
  const nodeOf = (replica: number): number => nodes.get(replica) ?? 0;
  return {
    group: report.group,
    replica: report.replica,
    role: roleOf(report),
    term: core?.term ?? 0,
    leader: core?.lead ?? 0,
    commit: core?.commit ?? 0,
    appliedIndex: report.appliedIndex,
    flushedIndex: report.flushedIndex,
    lastIndex: core?.lastIndex ?? 0,
    purgeIndex: report.purgeIndex,
    voters: [...(core?.voters ?? [])],
    logClockMs: report.logClockMs,
    stoppedCode: stopped?.code ?? '',
    stoppedReason: stopped?.reason ?? '',
    leaderNode: core === undefined ? 0 : nodeOf(core.lead),
    members: (core?.progress ?? []).map((progress) => {
      const { id: replica, match } = progress;
      return { replica, node: nodeOf(replica), match, isStranded: isStranded(progress) };
    }),
  };
}

function roleOf({ core, stopped }: GroupReport): string {
  if (stopped !== undefined) return 'stopped';
  return core === undefined ? 'starting' : roleName(core.role);
}

function roleName(role: RoleName): string {
  switch (role) {
    case 'StateFollower':
      return 'follower';
    case 'StateCandidate':
      return 'candidate';
    case 'StatePreCandidate':
      return 'pre-candidate';
    case 'StateLeader':
      return 'leader';
    default:
      return unreachable(role);
  }
}
