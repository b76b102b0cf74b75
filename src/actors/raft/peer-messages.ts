/**
 * Peer messages: the core's messages as they travel between replicas, and what must hold before one from outside is
 * stepped. What does not hold is dropped: the sender repeats itself.
 */
import type { Body, raft } from '../../runtime/base/proto.js';
import { NO_BYTES, NO_ENTRIES, payloadBytes } from './core/message.js';
import { type Entry, EntryType, type Message, MessageType } from './core/types.js';

type WireMessage = Body<raft.Message.$Properties>;
type WireEntry = Body<raft.Entry.$Properties>;

/**
 * Takes over the message's entries, of which every message has a list of its own. `clockMs`: the sender's clock, for a
 * heartbeat answer. `matchAll`: what every member has, for a heartbeat.
 */
export function toWire(message: Message, clockMs: number, matchAll: number): WireMessage {
  return {
    type: message.type,
    to: message.to,
    from: message.from,
    term: message.term,
    logTerm: message.logTerm,
    index: message.index,
    entries: message.entries as WireEntry[],
    commit: message.commit,
    vote: message.vote,
    reject: message.reject,
    rejectHint: message.rejectHint,
    context: message.context,
    clockMs: message.type === MessageType.HeartbeatResp ? Math.floor(clockMs) : 0,
    matchAll: message.type === MessageType.Heartbeat ? matchAll : 0,
  };
}

/** A list of its own, of the same entries: they are never modified, here or there. */
export function toWireEntries(entries: readonly Entry[]): WireEntry[] {
  return entries.slice();
}

/** Kinds that one replica may send another. The rest are a core's own business. */
const BETWEEN_REPLICAS: ReadonlySet<number> = new Set<MessageType>([
  MessageType.App,
  MessageType.AppResp,
  MessageType.Vote,
  MessageType.VoteResp,
  MessageType.PreVote,
  MessageType.PreVoteResp,
  MessageType.Heartbeat,
  MessageType.HeartbeatResp,
  MessageType.ReadIndex,
  MessageType.ReadIndexResp,
  MessageType.TimeoutNow,
]);

/**
 * The message, checked and with bytes of its own; undefined when it is not for this replica, or not from the node on
 * which `nodes` says its sender lives, or malformed.
 */
export function fromWire(
  body: WireMessage,
  replica: number,
  nodes: ReadonlyMap<number, number>,
  senderNode: number,
): Message | undefined {
  if (body.to !== replica || body.from === replica || nodes.get(body.from) !== senderNode) return undefined;
  if (!BETWEEN_REPLICAS.has(body.type)) return undefined;
  const { term, logTerm, index, commit, vote, rejectHint, clockMs, matchAll } = body;
  const isSafe =
    isUint53(term) &&
    isUint53(logTerm) &&
    isUint53(index) &&
    isUint53(commit) &&
    isUint53(vote) &&
    isUint53(rejectHint) &&
    isUint53(clockMs) &&
    isUint53(matchAll);
  if (!isSafe) return undefined;
  const entries = fromWireEntries(body.entries);
  if (entries === undefined) return undefined;
  return {
    type: body.type as MessageType,
    to: body.to,
    from: body.from,
    term: body.term,
    logTerm: body.logTerm,
    index: body.index,
    entries,
    commit: body.commit,
    vote: body.vote,
    reject: body.reject,
    rejectHint: body.rejectHint,
    context: body.context.length === 0 ? NO_BYTES : new Uint8Array(body.context),
  };
}

/**
 * Entries with payloads of their own (a decoded payload is a view of its whole frame), which share one buffer;
 * undefined when one is malformed.
 */
export function fromWireEntries(entries: readonly WireEntry[]): readonly Entry[] | undefined {
  if (entries.length === 0) return NO_ENTRIES;
  const payloads = new Uint8Array(payloadBytes(entries));
  const copies: Entry[] = [];
  let at = 0;
  for (const { term, index, type, data } of entries) {
    if (!isUint53(term) || !isUint53(index) || !isEntryType(type)) return undefined;
    payloads.set(data, at);
    const own = entries.length === 1 ? payloads : payloads.subarray(at, at + data.length);
    copies.push({ term, index, type, data: own });
    at += data.length;
  }
  return copies;
}

function isEntryType(type: number): type is EntryType {
  return type === EntryType.Normal || type === EntryType.ConfChange || type === EntryType.ConfChangeV2;
}

export function isUint53(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
