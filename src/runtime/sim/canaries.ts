/**
 * Canaries: known mistakes, one at a time, that the oracles must catch. A simulator that lets one live would not notice
 * the same mistake in the real code.
 *
 * Each is made outside the actors: on the simulated disk or sockets, or by changing a message between its sender and
 * its receiver.
 */
import type { Envelope } from '../actor/envelope.js';
import type { AnyMessage } from '../actor/protocol.js';
import { RELAY_KIND } from '../actor/routes.js';
import {
  type apply,
  type Body,
  command,
  decodeMessage,
  encodeMessage,
  type group,
  peer,
  raft,
  type storage,
} from '../base/proto.js';
import { raftMessageOf } from './describe.js';
import type { ReplicaLogs } from './oracles/replica-logs.js';
import type { Response } from './requests.js';
import type { SocketsMistake } from './sockets.js';

/** What a mutation may look at and do. */
export interface MutatedWorld {
  readonly logs: ReplicaLogs;
  /** Delivers a forged message to an actor of the node. */
  inject(node: number, envelope: Envelope): void;
  /** What the log writer has told the group last about an append. */
  lastAcknowledged(node: number, group: number): Body<storage.Appended.$Properties> | undefined;
}

/** The envelope that travels instead. */
export type Rewrite = (node: number, envelope: Envelope, world: MutatedWorld) => Envelope;

export interface Canary {
  readonly name: string;
  /** It must be caught within this many seeds, from 1 on. */
  readonly seedsMax: number;
  readonly disk?: 'skip-fsync' | 'skip-opening-transaction';
  readonly sockets?: () => SocketsMistake;
  readonly rewrite?: Rewrite;
  /** What a gateway answers instead. */
  readonly answer?: (response: Response) => Response;
}

export const CANARIES: readonly Canary[] = [
  { name: 'skip the fsync', seedsMax: 3, disk: 'skip-fsync' },
  { name: 'drop the opening transaction', seedsMax: 60, disk: 'skip-opening-transaction' },
  { name: 'release before the fsync', seedsMax: 3, rewrite: acknowledgeEarly },
  { name: 'count a stale acknowledgement of an older term', seedsMax: 20, rewrite: countStale },
  { name: 'forget the commit index at restart', seedsMax: 20, rewrite: forgetCommit },
  { name: 'forget the self-vote at restart', seedsMax: 40, rewrite: forgetVote },
  { name: 'drop the previous-term check', seedsMax: 60, rewrite: alwaysMatch },
  { name: 'forget who asked before', seedsMax: 20, rewrite: stripSession },
  { name: 'read before the read index is applied', seedsMax: 40, rewrite: readAtOnce },
  { name: 'skip an entry', seedsMax: 20, rewrite: skipEntry },
  { name: 'deliver what arrives on a replaced connection', seedsMax: 40, sockets: mixConnections },
  { name: 'answer that an uncertain write was refused', seedsMax: 40, answer: refuseUncertain },
  { name: 'name every attempt anew', seedsMax: 20, rewrite: renameAttempts },
  { name: 'forget a leader without evidence', seedsMax: 3, rewrite: forgetLeader },
  { name: 'purge what a member lacks', seedsMax: 20, rewrite: raiseMatchAll },
];

export function canaryNamed(name: string): Canary | undefined {
  return CANARIES.find((canary) => canary.name === name);
}

/** The message of an envelope of this kind and type, with its body's type. */
function bodyOf<P>(envelope: Envelope, kind: string, type: string): Body<P> | undefined {
  const { message, to, isAnswer } = envelope;
  return !isAnswer && to.kind === kind && message?.type === type ? (message.body as Body<P>) : undefined;
}

function withBody(envelope: Envelope, body: object): Envelope {
  return { ...envelope, message: { ...(envelope.message as AnyMessage), body } };
}

/** Decoded bodies keep their defaults in a prototype, which a spread would lose. */
function changed<T extends object>(body: T, changes: Partial<T>): T {
  return Object.assign(Object.create(body) as T, ownAndInherited(body), changes);
}

function ownAndInherited<T extends object>(body: T): Partial<T> {
  const all: Record<string, unknown> = {};
  for (const name in body) all[name] = body[name];
  return all as Partial<T>;
}

function acknowledgeEarly(node: number, envelope: Envelope, world: MutatedWorld): Envelope {
  const append = bodyOf<storage.Append.$Properties>(envelope, 'log-writer', 'append');
  if (append !== undefined) world.inject(node, acknowledgementOf(append, envelope));
  return envelope;
}

/** The acknowledgement of an append of an older term is taken for one of the first append of a newer term. */
function countStale(node: number, envelope: Envelope, world: MutatedWorld): Envelope {
  const append = bodyOf<storage.Append.$Properties>(envelope, 'log-writer', 'append');
  if (append === undefined) return envelope;
  const stale = world.lastAcknowledged(node, append.group);
  const isOlder = stale !== undefined && stale.term < (append.hardState?.term ?? 0);
  if (isOlder) world.inject(node, acknowledgementOf(append, envelope));
  return envelope;
}

function acknowledgementOf(append: Body<storage.Append.$Properties>, envelope: Envelope): Envelope {
  const { group: instance, groupBoot, writerBoot, sequence, hardState, entries } = append;
  const last = entries.at(-1);
  const named = { group: instance, groupBoot, writerBoot, sequence, term: hardState?.term ?? 0 };
  const ends = { lastTerm: last?.term ?? 0, lastIndex: last?.index ?? 0, errorCode: '', errorMessage: '' };
  const message = { type: 'appended', body: { ...named, ...ends } };
  return { ...envelope, to: envelope.from, toBoot: groupBoot, from: envelope.to, fromBoot: writerBoot, message };
}

function forgetCommit(_node: number, envelope: Envelope): Envelope {
  const opened = bodyOf<storage.Opened.$Properties>(envelope, 'group', 'opened');
  if (opened?.hardState == null) return envelope;
  const { term, vote } = opened.hardState;
  return withBody(envelope, changed(opened, { hardState: { term, vote, commit: opened.purgeIndex } }));
}

function forgetVote(_node: number, envelope: Envelope): Envelope {
  const opened = bodyOf<storage.Opened.$Properties>(envelope, 'group', 'opened');
  if (opened?.hardState == null) return envelope;
  const { term, commit } = opened.hardState;
  return withBody(envelope, changed(opened, { hardState: { term, vote: 0, commit } }));
}

function alwaysMatch(_node: number, envelope: Envelope, world: MutatedWorld): Envelope {
  const message = raftMessageOf(envelope);
  if (message?.type !== raft.MessageType.APP) return envelope;
  const log = world.logs.logOf(envelope.to.node, envelope.to.instance);
  const logTerm = log?.terms.get(message.index);
  return logTerm === undefined ? envelope : withBody(envelope, changed(message, { logTerm }));
}

/** As if the state kept no records of sessions: a retry is a request of its own. */
function stripSession(_node: number, envelope: Envelope): Envelope {
  const propose = bodyOf<group.Propose.$Properties>(envelope, 'group', 'propose');
  if (propose === undefined) return envelope;
  const named = decodeMessage(command.Command, propose.command) as Body<command.Command.$Properties>;
  const anonymous = changed(named, { sessionStampMs: 0, sessionSerial: 0, sequence: 0, lowestUnresolved: 0 });
  return withBody(
    envelope,
    changed(propose, { command: encodeMessage(command.Command, anonymous as command.Command.$Properties) }),
  );
}

function readAtOnce(_node: number, envelope: Envelope): Envelope {
  const read = bodyOf<apply.Read.$Properties>(envelope, 'applier', 'read');
  return read === undefined ? envelope : withBody(envelope, changed(read, { readIndex: 1 }));
}

/** One node takes an entry with commands for one without. */
function skipEntry(node: number, envelope: Envelope): Envelope {
  const applied = bodyOf<apply.Apply.$Properties>(envelope, 'applier', 'apply');
  const at = applied?.entries.findIndex(({ data, index }) => data.length > 0 && index % 7 === 0) ?? -1;
  if (applied === undefined || at < 0 || node !== 2) return envelope;
  const entries = applied.entries.map((entry, i) => (i === at ? { ...plain(entry), data: new Uint8Array(0) } : entry));
  return withBody(envelope, changed(applied, { entries }));
}

function plain({ term, index, type }: Body<raft.Entry.$Properties>) {
  return { term, index, type };
}

const UNREAD_MAX = 8;

/** As if a link kept the last frames of a connection unread, and read them after the first ones of the next. */
function mixConnections(): SocketsMistake {
  const unread = new Map<number, { connection: number; payloads: readonly Uint8Array[]; frames: number }>();
  return (peerNode, connection, payloads) => {
    const known = unread.get(peerNode) ?? { connection, payloads: [], frames: 0 };
    const copies = payloads.map((payload) => payload.slice());
    if (known.connection === connection) {
      unread.set(peerNode, { ...known, payloads: [...known.payloads, ...copies].slice(-UNREAD_MAX) });
      return payloads;
    }
    if (known.frames < UNREAD_MAX) {
      unread.set(peerNode, { ...known, frames: known.frames + payloads.length });
      return payloads;
    }
    unread.set(peerNode, { connection, payloads: copies, frames: 0 });
    return [...payloads, ...known.payloads];
  };
}

/** As if the gateway took silence for a refusal. */
function refuseUncertain(response: Response): Response {
  const { failure } = response;
  if (failure?.code !== 'ERR_OUTCOME_UNKNOWN') return response;
  return { ...response, failure: { ...failure, code: 'ERR_NOT_LEADER', detailsJson: '' } };
}

/** The number of an attempt is its own. */
function renameAttempts(_node: number, envelope: Envelope): Envelope {
  const propose = bodyOf<group.Propose.$Properties>(envelope, 'group', 'propose');
  if (propose === undefined) return envelope;
  const named = decodeMessage(command.Command, propose.command) as Body<command.Command.$Properties>;
  if (named.sessionSerial === 0) return envelope;
  const renamed = changed(named, { sessionSerial: propose.request });
  return withBody(
    envelope,
    changed(propose, { command: encodeMessage(command.Command, renamed as command.Command.$Properties) }),
  );
}

/** Whenever a follower has answered its leader it is told that the leader's process is gone. */
function forgetLeader(node: number, envelope: Envelope, world: MutatedWorld): Envelope {
  if (raftMessageOf(envelope)?.type !== raft.MessageType.HEARTBEAT_RESP) return envelope;
  const { node: leader, instance } = envelope.to;
  const { CONNECTED, GONE } = peer.Presence;
  const told = [
    { presence: CONNECTED, boot: 0 },
    { presence: GONE, boot: Number.MAX_SAFE_INTEGER },
  ];
  for (const state of told) {
    world.inject(node, {
      ...envelope,
      to: { node, kind: 'group', instance },
      from: { node, kind: RELAY_KIND, instance: leader },
      fromBoot: 0,
      message: { type: 'peerState', body: { node: leader, campaignDelayMs: 0, ...state } },
    });
  }
  return envelope;
}

/** As if a leader looked at one member's match instead of at all. */
function raiseMatchAll(_node: number, envelope: Envelope): Envelope {
  const message = raftMessageOf(envelope);
  if (message?.type !== raft.MessageType.HEARTBEAT) return envelope;
  return withBody(envelope, changed(message, { matchAll: message.commit }));
}
