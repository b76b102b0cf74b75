/**
 * The verdict on one append, before anything is written: a pure function of the group's stream and the append.
 *
 * What it refuses would break a promise that others build on (a term that goes down, a vote that changes, a hole in the
 * log, a committed entry that is replaced); the group that sent it has a defect and is stopped, its neighbours are not.
 */
import { assertUint53 } from '../../runtime/base/assert.js';
import { QuorateError } from '../../runtime/base/errors.js';
import type { LogAppend } from '../../runtime/base/log-store.js';
import { type LogEnd, termAt } from './log-end.js';

/** A group's stream of appends, since its `Open`. */
export interface Stream {
  readonly groupBoot: number;
  readonly writerBoot: number;
  /**
   * `rejected`: an append was refused, and nothing more is taken until the next `Open`. `full`: the disk was, and the
   * group has been told; it sends everything again from the first append that was not acknowledged.
   */
  readonly phase: 'open' | 'rejected' | 'full';
  readonly end: LogEnd;
}

export type Refusal =
  | 'a sequence is missing'
  | 'the term goes down'
  | 'the vote of a term changes'
  | 'the commit index goes down'
  | 'the commit index lies beyond the log'
  | 'the entries are not contiguous'
  | 'the terms of entries decrease'
  | 'an entry is of a later term than the hard state'
  | 'a committed entry would be replaced'
  | 'a number is not a safe integer'
  | 'an append before it was rejected';

export type Verdict =
  | { readonly kind: 'accept' }
  /** It is durable, or will be with this batch. */
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'refuse'; readonly refusal: Refusal }
  /**
   * Sent by another boot, to another boot, or before the group knew that the disk is full: there is nobody to answer.
   */
  | { readonly kind: 'drop' };

const ACCEPT: Verdict = { kind: 'accept' };
const ACKNOWLEDGED: Verdict = { kind: 'acknowledged' };
const DROP: Verdict = { kind: 'drop' };
const refuse = (refusal: Refusal): Verdict => ({ kind: 'refuse', refusal });

export interface Boots {
  readonly groupBoot: number;
  readonly writerBoot: number;
}

export function validate(stream: Stream, boots: Boots, append: LogAppend): Verdict {
  if (boots.groupBoot !== stream.groupBoot || boots.writerBoot !== stream.writerBoot) return DROP;
  if (!isWellFormed(append)) return refuse('a number is not a safe integer');
  if (stream.phase === 'rejected') return refuse('an append before it was rejected');
  const { end } = stream;
  if (append.sequence <= end.sequence) return ACKNOWLEDGED;
  if (append.sequence > end.sequence + 1) return stream.phase === 'full' ? DROP : refuse('a sequence is missing');
  const refusal = refusalOfHardState(end, append) ?? refusalOfEntries(end, append);
  return refusal === undefined ? ACCEPT : refuse(refusal);
}

function isWellFormed(append: LogAppend): boolean {
  try {
    assertUint53(append.sequence, 'sequence');
    assertUint53(append.term, 'term');
    assertUint53(append.vote, 'vote');
    assertUint53(append.commit, 'commit');
    return true;
  } catch (thrown) {
    if (thrown instanceof QuorateError && thrown.code === 'ERR_UNSAFE_INTEGER') return false;
    throw thrown;
  }
}

function refusalOfHardState(end: LogEnd, append: LogAppend): Refusal | undefined {
  if (append.term < end.term) return 'the term goes down';
  if (append.term === end.term && end.vote !== 0 && append.vote !== end.vote) return 'the vote of a term changes';
  if (append.commit < end.commit) return 'the commit index goes down';
  if (append.commit > (append.entries.at(-1)?.index ?? end.lastIndex)) return 'the commit index lies beyond the log';
  return undefined;
}

function refusalOfEntries(end: LogEnd, append: LogAppend): Refusal | undefined {
  const first = append.entries[0];
  if (first === undefined) return undefined;
  if (first.index <= end.commit) return 'a committed entry would be replaced';
  let term = termAt(end, first.index - 1);
  if (term === undefined) return 'the entries are not contiguous';
  let index = first.index;
  for (const entry of append.entries) {
    if (entry.index !== index) return 'the entries are not contiguous';
    if (!Number.isSafeInteger(entry.term) || entry.term < term) return 'the terms of entries decrease';
    term = entry.term;
    index += 1;
  }
  return term > append.term ? 'an entry is of a later term than the hard state' : undefined;
}
