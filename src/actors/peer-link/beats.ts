/**
 * Beats: heartbeats of groups, and their answers, in the few bytes they need, and back to the messages they stand for.
 */
import type { Envelope } from '../../runtime/actor/envelope.js';
import type { AnyMessage } from '../../runtime/actor/protocol.js';
import { type Body, type peer, raft } from '../../runtime/base/proto.js';

export type Beat = Body<peer.Beat.$Properties>;
type RaftMessage = Body<raft.Message.$Properties>;

/** Undefined when the envelope holds anything that a beat does not carry. */
export function beatOf({ to, toBoot, from, ask, isAnswer, message }: Envelope): Beat | undefined {
  if (message?.type !== 'raft' || to.kind !== 'group' || from.kind !== 'group' || from.instance !== to.instance) {
    return undefined;
  }
  if (toBoot !== 0 || ask !== 0 || isAnswer) return undefined;
  const body = message.body as RaftMessage;
  const isBeatAnswer = body.type === raft.MessageType.HEARTBEAT_RESP;
  if (!(isBeatAnswer || body.type === raft.MessageType.HEARTBEAT) || body.context.length > 0) return undefined;
  if (body.entries.length > 0 || body.reject || body.index + body.logTerm + body.vote + body.rejectHint > 0) {
    return undefined;
  }
  const { term, commit, matchAll, clockMs } = body;
  return { group: to.instance, to: body.to, from: body.from, term, commit, matchAll, isAnswer: isBeatAnswer, clockMs };
}

/** One of a group and direction at a time is enough: the newest. */
export function beatKey({ group, isAnswer }: Beat): number {
  return group * 2 + (isAnswer ? 1 : 0);
}

export function envelopeOfBeat(beat: Beat, node: number, peerNode: number): Envelope {
  const { group, isAnswer, to, from, term, commit, matchAll, clockMs } = beat;
  const type = isAnswer ? raft.MessageType.HEARTBEAT_RESP : raft.MessageType.HEARTBEAT;
  const body: RaftMessage = {
    type,
    to,
    from,
    term,
    logTerm: 0,
    index: 0,
    entries: [],
    commit,
    vote: 0,
    reject: false,
    rejectHint: 0,
    context: NO_CONTEXT,
    clockMs,
    matchAll,
  };
  const message: AnyMessage = { type: 'raft', body };
  return {
    to: { node, kind: 'group', instance: group },
    toBoot: 0,
    from: { node: peerNode, kind: 'group', instance: group },
    fromBoot: 0,
    ask: 0,
    isAnswer: false,
    message,
    failure: undefined,
  };
}

const NO_CONTEXT = new Uint8Array(0);
