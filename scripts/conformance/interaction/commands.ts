/** The commands of interaction scripts, one entry each. A refusal is an `ERR_USAGE` whose message the script expects. */
import { describeEntry, describeProgress } from '../../../src/actors/raft/core/describe.js';
import { EntryType, MessageType } from '../../../src/actors/raft/core/types.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { type Directive, parseNumber, singleValue } from '../datadriven.js';
import { addNodes } from './add-nodes.js';
import { type Cluster, PROPOSAL_DROPPED, processReady, type Replica, replicaOf } from './cluster.js';
import { deliverMessages, processAppendThread, processApplyThread, type Recipient, stabilize } from './delivery.js';
import { parseLogLevel } from './transcript.js';

type Command = (cluster: Cluster, directive: Directive) => void;

export const COMMANDS: Readonly<Record<string, Command>> = {
  /** A place to stop a debugger. */
  _breakpoint: () => {},
  'add-nodes': addNodes,
  campaign: (cluster, directive) => firstReplica(cluster, directive).core.campaign(),
  compact: (cluster, directive) => {
    const replica = firstReplica(cluster, directive);
    const index = parseNumber(wordAt(directive, 1));
    replica.log.compact(index);
    replica.core.purged(index);
    printLog(cluster, replica);
  },
  'deliver-msgs': (cluster, directive) => {
    const { type, recipients } = parseDelivery(directive);
    const count = deliverMessages(cluster, type, recipients);
    if (count === 0) cluster.transcript.print('no messages');
  },
  'forget-leader': (cluster, directive) => firstReplica(cluster, directive).core.forgetLeader(),
  'log-level': (cluster, directive) => {
    cluster.transcript.level = parseLogLevel(wordAt(directive, 0));
  },
  'process-append-thread': (cluster, directive) =>
    forEachReplica(cluster, directive, 'processing append thread', (replica) => processAppendThread(cluster, replica)),
  'process-apply-thread': (cluster, directive) =>
    forEachReplica(cluster, directive, 'processing apply thread', (replica) => processApplyThread(cluster, replica)),
  'process-ready': (cluster, directive) =>
    forEachReplica(cluster, directive, 'handling Ready', (replica) => processReady(cluster, replica)),
  propose: (cluster, directive) => {
    const data = new TextEncoder().encode(wordAt(directive, 1));
    const outcome = firstReplica(cluster, directive).core.propose([{ type: EntryType.Normal, data }]);
    if (outcome === 'dropped') throw new QuorateError('ERR_USAGE', PROPOSAL_DROPPED);
  },
  'raft-log': (cluster, directive) => printLog(cluster, firstReplica(cluster, directive)),
  'raft-state': (cluster) => {
    for (const { core } of cluster.replicas) {
      const { id, role, term, lead, voters } = core.status();
      const standing = voters.includes(id) ? '(Voter)' : '(Non-Voter)';
      cluster.transcript.print(`${id}: ${role} ${standing} Term:${term} Lead:${lead}`);
    }
  },
  'report-unreachable': (cluster, directive) => {
    const peer = replicaOf(cluster, parseNumber(wordAt(directive, 1)));
    firstReplica(cluster, directive).core.reportUnreachable(peer.config.id);
  },
  'set-randomized-election-timeout': (cluster, directive) => {
    const ticks = parseNumber(singleValue(directive, 'timeout') ?? '');
    firstReplica(cluster, directive).core.setRandomizedElectionTimeout(ticks);
  },
  stabilize: (cluster, directive) => {
    const named = replicasOf(cluster, directive);
    const outer = cluster.transcript.level;
    const level = singleValue(directive, 'log-level');
    if (level !== undefined) cluster.transcript.level = parseLogLevel(level);
    try {
      stabilize(cluster, named.length > 0 ? named : cluster.replicas);
    } finally {
      cluster.transcript.level = outer;
    }
  },
  status: (cluster, directive) => {
    for (const progress of firstReplica(cluster, directive).core.status().progress) {
      cluster.transcript.print(`${progress.id}: ${describeProgress(progress)}`);
    }
  },
  'tick-election': (cluster, directive) => {
    const replica = firstReplica(cluster, directive);
    tick(replica, replica.config.electionTick);
  },
  'tick-heartbeat': (cluster, directive) => {
    const replica = firstReplica(cluster, directive);
    tick(replica, replica.config.heartbeatTick);
  },
};

/** The bare word at a position among the arguments. */
function wordAt(directive: Directive, at: number): string {
  const found = directive.arguments[at];
  if (found === undefined) throw new QuorateError('ERR_USAGE', `${directive.command} needs an argument ${at + 1}`);
  return found.key;
}

function firstReplica(cluster: Cluster, directive: Directive): Replica {
  return replicaOf(cluster, parseNumber(wordAt(directive, 0)));
}

/** The replicas that the bare words of a directive name. */
function replicasOf(cluster: Cluster, directive: Directive): readonly Replica[] {
  return directive.arguments
    .filter((argument) => argument.values.length === 0)
    .map((argument) => replicaOf(cluster, parseNumber(argument.key)));
}

/** One replica's output stands by itself; several get a heading each. */
function forEachReplica(cluster: Cluster, directive: Directive, what: string, work: (replica: Replica) => void): void {
  const replicas = replicasOf(cluster, directive);
  for (const replica of replicas) {
    if (replicas.length > 1) {
      cluster.transcript.print(`> ${replica.config.id} ${what}`);
      cluster.transcript.indented(() => work(replica));
    } else {
      work(replica);
    }
  }
}

function parseDelivery(directive: Directive): {
  readonly type: MessageType | undefined;
  readonly recipients: readonly Recipient[];
} {
  let type: MessageType | undefined;
  const recipients: Recipient[] = [];
  for (const { key, values } of directive.arguments) {
    if (key === 'type') type = parseMessageType(values[0] ?? '');
    else if (key === 'drop') recipients.push(...values.map((value) => ({ id: parseNumber(value), drop: true })));
    else recipients.push({ id: parseNumber(key), drop: false });
  }
  const seen = new Set<number>();
  for (const { id } of recipients) {
    if (seen.has(id)) throw new QuorateError('ERR_USAGE', `recipient ${id} is named twice`);
    seen.add(id);
  }
  return { type, recipients };
}

function parseMessageType(text: string): MessageType {
  for (const [name, type] of Object.entries(MessageType)) if (text === `Msg${name}`) return type;
  throw new QuorateError('ERR_USAGE', `unknown message type ${text}`);
}

function printLog(cluster: Cluster, { log }: Replica): void {
  const { firstIndex, lastIndex, entries } = log;
  if (lastIndex < firstIndex) {
    cluster.transcript.print(`log is empty: first index=${firstIndex}, last index=${lastIndex}`);
  }
  for (const entry of entries) cluster.transcript.print(describeEntry(entry));
}

function tick(replica: Replica, count: number): void {
  for (let ticks = 0; ticks < count; ticks += 1) replica.core.tick();
}
