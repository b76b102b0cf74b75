/**
 * What moves messages and work: delivery of what is under way, the log writer's and the applier's turns, and `stabilize`,
 * which does all of it until nothing is left.
 */
import { describeMessage } from '../../../src/actors/raft/core/describe.js';
import {
  LOCAL_APPEND_THREAD,
  LOCAL_APPLY_THREAD,
  type Message,
  type MessageType,
} from '../../../src/actors/raft/core/types.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { type Cluster, deliver, performAppend, performApply, processReady, type Replica } from './cluster.js';

/** Rounds after which a cluster that is still busy is called unstable: no script comes near it. */
const STABILIZE_ROUNDS_MAX = 10_000;

export interface Recipient {
  readonly id: number;
  /** What is for it gets lost instead. */
  readonly drop: boolean;
}

/** Delivers all that is under way to each recipient in turn; how many messages that were. */
export function deliverMessages(
  cluster: Cluster,
  type: MessageType | undefined,
  recipients: readonly Recipient[],
): number {
  let count = 0;
  for (const recipient of recipients) {
    const wanted = (message: Message) => isFor(message, recipient) && (type === undefined || message.type === type);
    const messages = cluster.network.filter(wanted);
    cluster.network = cluster.network.filter((message) => !wanted(message));
    count += messages.length;
    for (const message of messages) {
      cluster.transcript.print(`${recipient.drop ? 'dropped: ' : ''}${describeMessage(message)}`);
      if (!recipient.drop) deliver(cluster, message);
    }
  }
  return count;
}

/** What a replica says to itself or hears from its own storage does not travel, so it cannot get lost. */
function isFor(message: Message, { id, drop }: Recipient): boolean {
  if (message.to !== id) return false;
  const isLocal = message.from === id || message.from === LOCAL_APPEND_THREAD || message.from === LOCAL_APPLY_THREAD;
  return !(drop && isLocal);
}

/** One piece of work of the log writer. */
export function processAppendThread(cluster: Cluster, replica: Replica): void {
  const message = replica.appendWork.shift();
  if (message === undefined) cluster.transcript.print('no append work to perform');
  else finish(cluster, message, () => performAppend(replica, message));
}

/** One piece of work of the applier. */
export function processApplyThread(cluster: Cluster, replica: Replica): void {
  const message = replica.applyWork.shift();
  if (message === undefined) cluster.transcript.print('no apply work to perform');
  else finish(cluster, message, () => performApply(replica, message));
}

function finish(cluster: Cluster, message: Message, perform: () => void): void {
  const { transcript } = cluster;
  const { responses = [], ...request } = message;
  transcript.print('Processing:');
  transcript.print(describeMessage(request));
  perform();
  transcript.print('Responses:');
  for (const response of responses) transcript.print(describeMessage(response));
  cluster.network.push(...responses);
}

/** Rounds of taking every `Ready`, delivering every message and doing all storage work, until a round finds nothing. */
export function stabilize(cluster: Cluster, replicas: readonly Replica[]): void {
  const { transcript } = cluster;
  const section = (replica: Replica, what: string, work: () => void): void => {
    transcript.print(`> ${replica.config.id} ${what}`);
    transcript.indented(work);
  };
  for (let round = 0; round < STABILIZE_ROUNDS_MAX; round += 1) {
    let busy = false;
    for (const replica of replicas) {
      if (!replica.core.hasReady()) continue;
      busy = true;
      section(replica, 'handling Ready', () => processReady(cluster, replica));
    }
    for (const replica of replicas) {
      const recipient = { id: replica.config.id, drop: false };
      if (!cluster.network.some((message) => isFor(message, recipient))) continue;
      busy = true;
      section(replica, 'receiving messages', () => deliverMessages(cluster, undefined, [recipient]));
    }
    for (const replica of replicas) {
      if (replica.appendWork.length === 0) continue;
      busy = true;
      section(replica, 'processing append thread', () => {
        while (replica.appendWork.length > 0) processAppendThread(cluster, replica);
      });
    }
    for (const replica of replicas) {
      if (replica.applyWork.length === 0) continue;
      busy = true;
      section(replica, 'processing apply thread', () => {
        while (replica.applyWork.length > 0) processApplyThread(cluster, replica);
      });
    }
    if (!busy) return;
  }
  throw new QuorateError('ERR_INVARIANT', `still busy after ${STABILIZE_ROUNDS_MAX} rounds`);
}
