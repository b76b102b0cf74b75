/** How the trace and the oracles name what they see. */
import type { ActorRef } from '../actor/actor.js';
import type { Envelope } from '../actor/envelope.js';
import { type Body, raft } from '../base/proto.js';

export type RaftMessage = Body<raft.Message.$Properties>;

/** The Raft message in an envelope between nodes. */
export function raftMessageOf(envelope: Envelope): RaftMessage | undefined {
  const { message, to, isAnswer } = envelope;
  if (isAnswer || to.kind !== 'group' || message?.type !== 'raft') return undefined;
  return message.body as RaftMessage;
}

export function describeRaft(envelope: Envelope): string {
  const message = raftMessageOf(envelope);
  if (message === undefined) return `${describeRef(envelope.to)} ${envelope.message?.type ?? 'failure'}`;
  const { type, from, to, term, logTerm, index, entries, commit, reject, rejectHint } = message;
  const parts = [`g${envelope.to.instance} ${raft.MessageType[type] ?? type} ${from}>${to} t${term}`];
  if (index !== 0 || logTerm !== 0) parts.push(`i${index}/${logTerm}`);
  if (entries.length > 0) parts.push(`e${entries.length}`);
  if (commit !== 0) parts.push(`c${commit}`);
  if (reject) parts.push(`reject ${rejectHint}`);
  return parts.join(' ');
}

export function describeRef(ref: ActorRef): string {
  return `${ref.kind}/${ref.instance}`;
}
