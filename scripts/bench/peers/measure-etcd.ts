/**
 * etcd's table: writes and linearizable reads at each number in flight, against the member that leads. That the writes
 * were done is checked by the revision, which rises by one with each, and that the reads were by the bytes that came back.
 */
import type { LoadResult } from '../load.js';
import { type CpuByProcess, cpuOfEndedChildren, cpuOfProcesses, usedBetween } from '../process-cpu.js';
import type { EtcdCluster, EtcdMember } from './etcd.js';
import { putCall, rangeCall } from './etcd-requests.js';
import { runH2Load } from './h2load.js';

const KEY = Buffer.from('key-1...........');
const WARM_UP_REQUESTS_PER_IN_FLIGHT = 20;
const WARM_UP_REQUESTS_MIN = 500;

export interface EtcdRow extends LoadResult {
  readonly what: 'write' | 'read';
  readonly cpu: CpuByProcess;
}

export interface EtcdMeasurement {
  readonly cluster: EtcdCluster;
  readonly directory: string;
  readonly value: Uint8Array;
  readonly measuredMs: number;
}

async function measure(
  { cluster, directory, value, measuredMs }: EtcdMeasurement,
  leader: EtcdMember,
  what: EtcdRow['what'],
  inFlight: number,
): Promise<EtcdRow> {
  const call = what === 'write' ? putCall(KEY, value) : rangeCall(KEY);
  const load = { directory, url: leader.url, call, inFlight };
  const warmUpRequests = Math.max(WARM_UP_REQUESTS_MIN, inFlight * WARM_UP_REQUESTS_PER_IN_FLIGHT);
  const warmUp = await runH2Load({ ...load, requests: warmUpRequests });
  const requests = Math.max(inFlight, Math.ceil((warmUp.perSecond * measuredMs) / 1000));
  const revisionBefore = await cluster.revision(leader);
  const pids = new Map(cluster.members.map((member, i) => [member.process.pid ?? 0, nameOf(member, leader, i)]));
  const cpuBefore = cpuOfProcesses(pids.keys());
  const childrenBefore = cpuOfEndedChildren();
  const result = await runH2Load({ ...load, requests });
  const client = cpuOfEndedChildren() - childrenBefore;
  const cpu = { ...usedBetween(cpuBefore, cpuOfProcesses(pids.keys()), pids), client };
  const written = (await cluster.revision(leader)) - revisionBefore;
  const expected = what === 'write' ? result.requests : 0;
  if (written !== expected) throw new Error(`etcd wrote ${written} times instead of ${expected}`);
  if (what === 'read' && result.bytes < result.requests * value.length) {
    throw new Error(`etcd answered ${result.requests} reads with ${result.bytes} bytes`);
  }
  return { what, ...result, cpu };
}

const nameOf = (member: EtcdMember, leader: EtcdMember, i: number): string =>
  member === leader ? 'leader' : `member ${i + 1}`;

/** One row after the other, as they come. */
export async function* measureEtcd(
  measurement: EtcdMeasurement,
  levels: { readonly writes: readonly number[]; readonly reads: readonly number[] },
): AsyncGenerator<EtcdRow> {
  const leader = await measurement.cluster.leader();
  for (const inFlight of levels.writes) yield await measure(measurement, leader, 'write', inFlight);
  for (const inFlight of levels.reads) yield await measure(measurement, leader, 'read', inFlight);
}
