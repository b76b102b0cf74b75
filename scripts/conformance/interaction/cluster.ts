/**
 * The cluster of a script: replicas 1..n, what is under way between them, and the work of their log writers and appliers
 * when storage is asynchronous. Nothing moves by itself; the commands do it all.
 */
import { describeReady } from '../../../src/actors/raft/core/describe.js';
import { createCore } from '../../../src/actors/raft/core/raft.js';
import {
  type ConfState,
  type Core,
  type CoreConfig,
  LOCAL_APPEND_THREAD,
  LOCAL_APPLY_THREAD,
  type Message,
} from '../../../src/actors/raft/core/types.js';
import { assert, unreachable } from '../../../src/runtime/base/assert.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { createMemoryLog, type MemoryLog, startAt } from './memory-log.js';
import { createTranscript, type Transcript } from './transcript.js';

export const PROPOSAL_DROPPED = 'raft proposal dropped';

export interface Replica {
  readonly config: CoreConfig;
  readonly core: Core;
  readonly log: MemoryLog;
  /** Asynchronous storage only: messages to the log writer and to the applier, oldest first. */
  readonly appendWork: Message[];
  readonly applyWork: Message[];
}

export interface Cluster {
  readonly transcript: Transcript;
  /** At position id - 1. */
  readonly replicas: Replica[];
  /** Under way, in the order sent. May name replicas that do not exist yet. */
  network: Message[];
}

export function createCluster(): Cluster {
  return { transcript: createTranscript(), replicas: [], network: [] };
}

export function addReplica(cluster: Cluster, config: CoreConfig, index: number, confState: ConfState): void {
  assert(config.id === cluster.replicas.length + 1, 'replicas are numbered from 1', { id: config.id });
  const start = startAt(index, confState);
  cluster.replicas.push({
    config,
    core: createCore(config, start),
    log: createMemoryLog(start),
    appendWork: [],
    applyWork: [],
  });
}

export function replicaOf(cluster: Cluster, id: number): Replica {
  const replica = cluster.replicas[id - 1];
  if (replica === undefined) throw new QuorateError('ERR_USAGE', `there is no replica ${id}`);
  return replica;
}

/** Takes a `Ready`, prints it and does what it says. */
export function processReady(cluster: Cluster, replica: Replica): void {
  const { core, config, log } = replica;
  const ready = core.ready();
  cluster.transcript.print(describeReady(ready));
  if (!config.asyncStorageWrites) {
    if (ready.hardState !== undefined) log.setHardState(ready.hardState);
    log.append(ready.entries);
    log.apply(ready.committedEntries);
  }
  for (const message of ready.messages) {
    if (message.to === LOCAL_APPEND_THREAD) replica.appendWork.push(message);
    else if (message.to === LOCAL_APPLY_THREAD) replica.applyWork.push(message);
    else cluster.network.push(message);
  }
  for (const request of ready.entryRequests) core.entriesRead(request, core.status().term, log.read(request));
  if (!config.asyncStorageWrites) core.advance();
}

/** What a log writer does with a message to it. */
export function performAppend(replica: Replica, { term, vote, commit, entries }: Message): void {
  if (term !== 0 || vote !== 0 || commit !== 0) replica.log.setHardState({ term, vote, commit });
  replica.log.append(entries);
}

/** What an applier does with a message to it. */
export function performApply(replica: Replica, { entries }: Message): void {
  replica.log.apply(entries);
}

/** Steps a message into the replica it is for, and prints the refusal when there is one. */
export function deliver(cluster: Cluster, message: Message): void {
  const outcome = replicaOf(cluster, message.to).core.step(message);
  switch (outcome) {
    case 'ok':
      break;
    case 'dropped':
      cluster.transcript.print(PROPOSAL_DROPPED);
      break;
    case 'unknown-peer':
      cluster.transcript.print('raft: cannot step as peer not found');
      break;
    default:
      unreachable(outcome, 'outcome of a step');
  }
}
