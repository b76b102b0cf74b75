/**
 * Messages: how each kind is made, and which kinds belong together. Every message has all its fields, in one order,
 * so that the code that handles them sees objects of one shape.
 */
import {
  type Entry,
  type HardState,
  LOCAL_APPEND_THREAD,
  LOCAL_APPLY_THREAD,
  type Message,
  MessageType,
  NONE,
} from './types.js';

export const NO_BYTES = new Uint8Array(0);
export const NO_ENTRIES: readonly Entry[] = Object.freeze([]);

/** Counted for each entry beside its payload wherever entries are limited by size, so that empty ones are not free. */
export const ENTRY_OVERHEAD_BYTES = 16;

export function entryBytes(entry: Entry): number {
  return entry.data.length + ENTRY_OVERHEAD_BYTES;
}

export function payloadBytes(entries: readonly { readonly data: Uint8Array }[]): number {
  let bytes = 0;
  for (const entry of entries) bytes += entry.data.length;
  return bytes;
}

/**
 * A message of any kind; what is not given is 0, false or empty. For those that are rare: the others have
 * constructors.
 */
export function createMessage(type: MessageType, fields: Partial<Omit<Message, 'type' | 'responses'>> = {}): Message {
  return {
    type,
    to: fields.to ?? NONE,
    from: fields.from ?? NONE,
    term: fields.term ?? 0,
    logTerm: fields.logTerm ?? 0,
    index: fields.index ?? 0,
    entries: fields.entries ?? NO_ENTRIES,
    commit: fields.commit ?? 0,
    vote: fields.vote ?? NONE,
    reject: fields.reject ?? false,
    rejectHint: fields.rejectHint ?? 0,
    context: fields.context ?? NO_BYTES,
  };
}

/** A message without entries and commit index, with positional fields: these are made for every proposal. */
function lean(
  type: MessageType,
  to: number,
  from: number,
  term: number,
  logTerm: number,
  index: number,
  context: Uint8Array = NO_BYTES,
): Message {
  return {
    type,
    to,
    from,
    term,
    logTerm,
    index,
    entries: NO_ENTRIES,
    commit: 0,
    vote: NONE,
    reject: false,
    rejectHint: 0,
    context,
  };
}

/** Entries after (logTerm, index), possibly none, and how far the leader has committed. */
export function append(
  to: number,
  from: number,
  term: number,
  logTerm: number,
  index: number,
  entries: readonly Entry[],
  commit: number,
): Message {
  return {
    type: MessageType.App,
    to,
    from,
    term,
    logTerm,
    index,
    entries,
    commit,
    vote: NONE,
    reject: false,
    rejectHint: 0,
    context: NO_BYTES,
  };
}

/** The sender's log matches the leader's up to `index`, durably. */
export function appendAccepted(to: number, from: number, term: number, index: number): Message {
  return lean(MessageType.AppResp, to, from, term, 0, index);
}

/**
 * The sender has no entry (term of the append, `index`); the logs may match at (hintTerm, hintIndex), and not
 * beyond.
 */
export function appendRejected(
  to: number,
  from: number,
  term: number,
  index: number,
  hintTerm: number,
  hintIndex: number,
): Message {
  const fields = { to, from, term, index, reject: true, logTerm: hintTerm, rejectHint: hintIndex };
  return createMessage(MessageType.AppResp, fields);
}

export function heartbeat(to: number, from: number, term: number, commit: number, context: Uint8Array): Message {
  return createMessage(MessageType.Heartbeat, { to, from, term, commit, context });
}

export function heartbeatResponse(to: number, from: number, term: number, context: Uint8Array): Message {
  return lean(MessageType.HeartbeatResp, to, from, term, 0, 0, context);
}

export type VoteRequestType = typeof MessageType.Vote | typeof MessageType.PreVote;

export function voteRequest(
  type: VoteRequestType,
  to: number,
  from: number,
  term: number,
  logTerm: number,
  index: number,
): Message {
  return lean(type, to, from, term, logTerm, index);
}

export function voteResponse(
  request: VoteRequestType,
  to: number,
  from: number,
  term: number,
  reject: boolean,
): Message {
  const type = request === MessageType.Vote ? MessageType.VoteResp : MessageType.PreVoteResp;
  return createMessage(type, { to, from, term, reject });
}

/** A read to be confirmed by the leader. Has no term: whoever leads may answer. */
export function readIndexRequest(to: number, from: number, context: Uint8Array): Message {
  return lean(MessageType.ReadIndex, to, from, 0, 0, 0, context);
}

export function readIndexResponse(to: number, from: number, term: number, index: number, context: Uint8Array): Message {
  return lean(MessageType.ReadIndexResp, to, from, term, 0, index, context);
}

/**
 * To the log writer: make this durable, then release the responses. The hard state's fields are 0 when it is
 * unchanged.
 */
export function storageAppend(
  from: number,
  hardState: HardState | undefined,
  entries: readonly Entry[],
  responses: readonly Message[],
): Message {
  return {
    type: MessageType.StorageAppend,
    to: LOCAL_APPEND_THREAD,
    from,
    term: hardState?.term ?? 0,
    logTerm: 0,
    index: 0,
    entries,
    commit: hardState?.commit ?? 0,
    vote: hardState?.vote ?? NONE,
    reject: false,
    rejectHint: 0,
    context: NO_BYTES,
    responses,
  };
}

/** From the log writer: the entries up to (logTerm, index) are durable, if they still are what was written. */
export function storageAppendResponse(to: number, term: number, logTerm: number, index: number): Message {
  return lean(MessageType.StorageAppendResp, to, LOCAL_APPEND_THREAD, term, logTerm, index);
}

/**
 * To the applier. Without entries, `index` says how far it may go: these committed entries are in the log only, and are
 * read there (a core that starts is given the newest entries, not all).
 */
export function storageApply(from: number, entries: readonly Entry[], index: number, response: Message): Message {
  return {
    type: MessageType.StorageApply,
    to: LOCAL_APPLY_THREAD,
    from,
    term: 0,
    logTerm: 0,
    index,
    entries,
    commit: 0,
    vote: NONE,
    reject: false,
    rejectHint: 0,
    context: NO_BYTES,
    responses: [response],
  };
}

/** From the applier: applied up to the last entry, or up to `index` when there are none. */
export function storageApplyResponse(to: number, entries: readonly Entry[], index: number): Message {
  return {
    type: MessageType.StorageApplyResp,
    to,
    from: LOCAL_APPLY_THREAD,
    term: 0,
    logTerm: 0,
    index,
    entries,
    commit: 0,
    vote: NONE,
    reject: false,
    rejectHint: 0,
    context: NO_BYTES,
  };
}

export function isLocalTarget(id: number): boolean {
  return id === LOCAL_APPEND_THREAD || id === LOCAL_APPLY_THREAD;
}

/** Kinds that answer something: taken only from members. */
export function isResponse(type: MessageType): boolean {
  switch (type) {
    case MessageType.AppResp:
    case MessageType.VoteResp:
    case MessageType.HeartbeatResp:
    case MessageType.ReadIndexResp:
    case MessageType.PreVoteResp:
    case MessageType.StorageAppendResp:
    case MessageType.StorageApplyResp:
      return true;
    default:
      return false;
  }
}

/** Kinds that are about a term, so that one without a term is malformed. */
export function needsTerm(type: MessageType): boolean {
  switch (type) {
    case MessageType.App:
    case MessageType.AppResp:
    case MessageType.Vote:
    case MessageType.VoteResp:
    case MessageType.PreVote:
    case MessageType.PreVoteResp:
    case MessageType.Heartbeat:
    case MessageType.HeartbeatResp:
    case MessageType.ReadIndexResp:
      return true;
    default:
      return false;
  }
}

/**
 * An append's entries follow on its (logTerm, index), ascending by one, in terms that do not go down nor beyond its
 * own.
 */
export function isWellFormedAppend(message: Message): boolean {
  let index = message.index;
  let term = message.logTerm;
  for (const entry of message.entries) {
    index += 1;
    if (entry.index !== index || entry.term < term) return false;
    term = entry.term;
  }
  return term <= message.term;
}
