/**
 * Describe: how messages, entries and states are printed, byte for byte stable.
 *
 * Traces, logs and tools share this one format. It is that of the traces which judge the core: replica ids in
 * hexadecimal, payloads quoted, what is zero left out where a reader does not miss it.
 */
import type { TrackerConfig } from './confchange.js';
import { isLocalTarget } from './message.js';
import {
  type CoreStatus,
  type Entry,
  EntryType,
  type HardState,
  LOCAL_APPEND_THREAD,
  type Message,
  MessageType,
  NONE,
  type ReadState,
  type Ready,
  type SoftState,
} from './types.js';

/** Prints the payload of a membership entry; without one it is printed like any other. */
export type DescribeMembership = (entry: Entry) => string;

const MESSAGE_NAMES: ReadonlyMap<MessageType, string> = new Map(
  Object.entries(MessageType).map(([name, type]) => [type, `Msg${name}`]),
);
const ENTRY_NAMES: ReadonlyMap<EntryType, string> = new Map(
  Object.entries(EntryType).map(([name, type]) => [type, `Entry${name}`]),
);

export function describeId(id: number): string {
  return id.toString(16);
}

export function describeMessageType(type: MessageType): string {
  return MESSAGE_NAMES.get(type) ?? `Msg${String(type)}`;
}

function describeTarget(id: number): string {
  if (id === NONE) return 'None';
  if (!isLocalTarget(id)) return describeId(id);
  return id === LOCAL_APPEND_THREAD ? 'AppendThread' : 'ApplyThread';
}

/** One line, and more where it carries several entries or responses; lines after the first are indented by `indent`. */
export function describeMessage(message: Message, membership?: DescribeMembership, indent = ''): string {
  const { from, to, type, term, logTerm, index, entries, responses } = message;
  const name = describeMessageType(type);
  let text = `${describeTarget(from)}->${describeTarget(to)} ${name} Term:${term} Log:${logTerm}/${index}`;
  if (message.reject) text += ` Rejected (Hint: ${message.rejectHint})`;
  if (message.commit !== 0) text += ` Commit:${message.commit}`;
  if (message.vote !== NONE) text += ` Vote:${message.vote}`;
  const [first] = entries;
  if (entries.length === 1 && first !== undefined) {
    text += ` Entries:[${describeEntry(first, membership)}]`;
  } else if (entries.length > 1) {
    text += ' Entries:[';
    for (const entry of entries) text += `\n${indent}  ${describeEntry(entry, membership)}`;
    text += `\n${indent}]`;
  }
  if (responses !== undefined && responses.length > 0) {
    text += ' Responses:[';
    for (const response of responses) {
      text += `\n${indent}  ${describeMessage(response, membership, `${indent}  `)}`;
    }
    text += `\n${indent}]`;
  }
  return text;
}

export function describeEntry(entry: Entry, membership?: DescribeMembership): string {
  const name = ENTRY_NAMES.get(entry.type) ?? `Entry${String(entry.type)}`;
  const payload = entry.type === EntryType.Normal || membership === undefined ? quote(entry.data) : membership(entry);
  const text = `${entry.term}/${entry.index} ${name}`;
  return payload === '' ? text : `${text} ${payload}`;
}

/** A line per entry, each ended. */
export function describeEntries(entries: readonly Entry[], membership?: DescribeMembership): string {
  let text = '';
  for (const entry of entries) text += `${describeEntry(entry, membership)}\n`;
  return text;
}

export function describeHardState(state: HardState): string {
  const vote = state.vote === NONE ? '' : ` Vote:${state.vote}`;
  return `Term:${state.term}${vote} Commit:${state.commit}`;
}

export function describeSoftState(state: SoftState): string {
  return `Lead:${state.lead} State:${state.role}`;
}

function describeReadStates(states: readonly ReadState[]): string {
  return `[${states.map(({ index, context }) => `{${index} [${context.join(' ')}]}`).join(' ')}]`;
}

/** Several lines, each ended but for the empty one. */
export function describeReady(ready: Ready, membership?: DescribeMembership): string {
  let text = '';
  if (ready.softState !== undefined) text += `${describeSoftState(ready.softState)}\n`;
  if (ready.hardState !== undefined) text += `HardState ${describeHardState(ready.hardState)}\n`;
  if (ready.readStates.length > 0) text += `ReadStates ${describeReadStates(ready.readStates)}\n`;
  if (ready.entries.length > 0) text += `Entries:\n${describeEntries(ready.entries, membership)}`;
  if (ready.committedEntries.length > 0) {
    text += `CommittedEntries:\n${describeEntries(ready.committedEntries, membership)}`;
  }
  if (ready.messages.length > 0) text += 'Messages:\n';
  for (const message of ready.messages) text += `${describeMessage(message, membership)}\n`;
  for (const { to, from, upTo } of ready.entryRequests) {
    text += `EntryRequest To:${describeId(to)} Entries:${from}-${upTo}\n`;
  }
  return text === '' ? '<empty Ready>' : `Ready MustSync=${String(ready.mustSync)}:\n${text}`;
}

/** Of `CoreStatus`, or what the leader itself holds. */
export type DescribedProgress = Omit<CoreStatus['progress'][number], 'id'>;

export function describeProgress(progress: DescribedProgress): string {
  const { state, match, next, inflights } = progress;
  let text = `${state} match=${match} next=${next}`;
  if (progress.isLearner) text += ' learner';
  if (progress.isPaused) text += ' paused';
  if (progress.pendingSnapshot > 0) text += ` pendingSnap=${progress.pendingSnapshot}`;
  if (!progress.recentActive) text += ' inactive';
  if (inflights.count > 0) text += ` inflight=${inflights.count}${inflights.isFull ? '[full]' : ''}`;
  return text;
}

export function describeConfig(config: TrackerConfig): string {
  const ids = (set: Iterable<number>): string => `(${[...set].map(String).join(' ')})`;
  let text = `voters=${ids(config.voters.incoming)}`;
  if (config.voters.outgoing.size > 0) text += `&&${ids(config.voters.outgoing)}`;
  if (config.learners.size > 0) text += ` learners=${ids(config.learners)}`;
  if (config.learnersNext.size > 0) text += ` learners_next=${ids(config.learnersNext)}`;
  if (config.autoLeave) text += ' autoleave';
  return text;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\u0007', '\\a'],
  ['\b', '\\b'],
  ['\f', '\\f'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\v', '\\v'],
]);
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Bytes as a quoted string: text as it is, all else escaped. */
function quote(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes[at] as number);
    const character = decodeCharacter(bytes.subarray(at, at + length));
    text += character === undefined ? hexEscape(bytes[at] as number) : escapeCharacter(character);
    at += character === undefined ? 1 : length;
  }
  return `"${text}"`;
}

function sequenceLength(lead: number): number {
  if (lead < 0xc0) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}

function decodeCharacter(bytes: Uint8Array): string | undefined {
  try {
    return UTF8.decode(bytes);
  } catch {
    return undefined;
  }
}

function escapeCharacter(character: string): string {
  const short = ESCAPES.get(character);
  if (short !== undefined) return short;
  if (PRINTABLE.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return hexEscape(code);
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\U${code.toString(16).padStart(8, '0')}`;
}

function hexEscape(byte: number): string {
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
