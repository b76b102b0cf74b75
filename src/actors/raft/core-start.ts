/**
 * What the core starts with: its configuration, and what log writer and applier say is durable.
 */
import type { ActorContext } from '../../runtime/actor/actor.js';
import { present } from '../../runtime/base/assert.js';
import { type ErrorCode, QuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import type { apply, Body, raft, storage } from '../../runtime/base/proto.js';
import type { ConfState, CoreConfig, CoreStart, HardState } from './core/types.js';
import { fromWireEntries } from './peer-messages.js';

type Opened = Body<storage.Opened.$Properties>;
type StateOpened = Body<apply.StateOpened.$Properties>;

export function coreConfig(replica: number, limits: Limits, ctx: ActorContext): CoreConfig {
  const { log } = ctx;
  return {
    id: replica,
    electionTick: Math.max(2, Math.ceil(limits.electionTimeoutMs / limits.tickMs)),
    heartbeatTick: Math.max(1, Math.floor(limits.heartbeatMs / limits.tickMs)),
    maxMessageBytes: limits.raftMessageEntryBytesMax,
    maxCommittedBytesPerReady: limits.storageCreditBytes,
    maxUncommittedBytes: limits.uncommittedBytesMax,
    maxInflightMessages: limits.inflightMessagesMax,
    maxInflightBytes: limits.inflightBytesMax,
    entryCacheBytes: limits.entryCacheBytes,
    checkQuorum: true,
    preVote: true,
    readOnly: 'safe',
    asyncStorageWrites: true,
    disableProposalForwarding: true,
    disableConfChangeValidation: false,
    stepDownOnRemoval: true,
    random: ctx.random().fork(),
    log: {
      debug: (line) => log.debug('raft', { line }),
      info: (line) => log.debug('raft', { line }),
      warning: (line) => log.warn('raft', { line }),
      error: (line) => log.error('raft', { line }),
    },
  };
}

/** Throws `ERR_CORRUPT` when log and state do not belong together. */
export function coreStart(opened: Opened, state: StateOpened): CoreStart {
  const { lastIndex, lastTerm, purgeIndex, purgeTerm } = opened;
  const known = Math.max(state.appliedIndex, state.flushedIndex);
  if (known > lastIndex) {
    throw damaged(`the state has applied entry ${known}, the log ends at ${lastIndex}: the log was rolled back`);
  }
  if (state.appliedIndex < purgeIndex) {
    throw damaged(`the state has applied entry ${state.appliedIndex}, the log starts after ${purgeIndex}`);
  }
  const term = termAt(opened, state.appliedIndex);
  if (term !== state.appliedTerm) {
    const found = `the state has applied entry ${state.appliedIndex} of term ${state.appliedTerm}`;
    throw damaged(`${found}, in the log it is of term ${term}: the state belongs to another log`);
  }
  const entries = fromWireEntries(opened.entries);
  if (entries === undefined) throw damaged('the log holds a malformed entry');
  return {
    hardState: hardStateOf(opened, known),
    confState: confStateOf(state.membership),
    applied: state.appliedIndex,
    purge: { index: purgeIndex, term: purgeTerm },
    last: { index: lastIndex, term: lastTerm },
    termStarts: opened.termStarts.map(({ term, index }) => ({ term, index })),
    entries,
    membershipIndexes: opened.membershipIndexes.filter((index) => index > state.appliedIndex),
  };
}

function termAt({ purgeIndex, purgeTerm, termStarts }: Opened, index: number): number | undefined {
  return index === purgeIndex ? purgeTerm : termStarts.findLast((start) => start.index <= index)?.term;
}

/** What is applied or flushed is committed, whether or not the hard state says so yet. */
function hardStateOf(opened: Opened, known: number): HardState {
  const { term, vote, commit } = present(opened.hardState, 'the hard state of an opened log');
  return { term, vote, commit: Math.max(commit, known) };
}

function confStateOf(membership: Body<raft.ConfState.$Properties> | null | undefined): ConfState {
  const { voters, learners, votersOutgoing, learnersNext, autoLeave } = present(
    membership,
    'the membership of a state',
  );
  return { voters, learners, votersOutgoing, learnersNext, autoLeave };
}

const damaged = (what: string, code: ErrorCode = 'ERR_CORRUPT'): QuorateError => new QuorateError(code, what);
