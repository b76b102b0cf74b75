/**
 * Ready: turns what has collected in a replica into the next `Ready`, and remembers what the last one said.
 *
 * Asynchronous storage: appends and applies leave as messages that carry their responses. Synchronous storage: the
 * caller does what the `Ready` says, then calls `advance`, which hands the replica the responses that were due to
 * itself.
 */
import { assert } from '../../../runtime/base/assert.js';
import { hasReadsToServe, serveReads } from './leader.js';
import { NO_ENTRIES, storageAppend, storageAppendResponse, storageApply, storageApplyResponse } from './message.js';
import type { Replica } from './replica.js';
import { type Entry, type HardState, type Message, NONE, type Ready, type RoleName, type SoftState } from './types.js';

export class ReadySource {
  readonly #replica: Replica;
  readonly #isAsync: boolean;
  #lead: number = NONE;
  #role: RoleName = 'StateFollower';
  #hardState: HardState;
  /** What `advance` hands to the replica; undefined while no `Ready` is being worked on. */
  #onAdvance: Message[] | undefined;

  constructor(replica: Replica) {
    this.#replica = replica;
    this.#isAsync = replica.config.asyncStorageWrites;
    this.#hardState = replica.hardState;
  }

  has(): boolean {
    const replica = this.#replica;
    return (
      replica.messages.length > 0 ||
      replica.messagesAfterAppend.length > 0 ||
      replica.log.hasUnhanded ||
      this.#hardStateChanged() ||
      this.#softStateChanged() ||
      replica.log.hasCommittedToApply(!this.#isAsync) ||
      replica.readStates.length > 0 ||
      replica.entryRequests.length > 0 ||
      hasReadsToServe(replica)
    );
  }

  take(withStorage: boolean): Ready {
    assert(withStorage || this.#isAsync, 'synchronous storage leaves no part of a Ready for later');
    assert(this.#onAdvance === undefined, 'the last Ready is done before the next one is taken');
    const replica = this.#replica;
    if (hasReadsToServe(replica)) serveReads(replica);

    const hardState = withStorage && this.#hardStateChanged() ? replica.hardState : undefined;
    const entries = withStorage && replica.log.hasUnhanded ? replica.log.unhanded() : NO_ENTRIES;
    const mustSync =
      entries.length > 0 ||
      (hardState !== undefined && (hardState.term !== this.#hardState.term || hardState.vote !== this.#hardState.vote));
    const softState = this.#takeSoftState();
    if (hardState !== undefined) this.#hardState = hardState;

    const { messages, readStates, entryRequests } = replica;
    replica.messages = [];
    replica.readStates = [];
    replica.entryRequests = [];
    if (withStorage) this.#handToStorage(hardState, entries, messages);
    const committedEntries = this.#handToApplier(messages);
    return { softState, hardState, readStates, entries, committedEntries, messages, mustSync, entryRequests };
  }

  /** The responses that the last `Ready` owed to the replica itself. */
  advance(): readonly Message[] {
    assert(this.#onAdvance !== undefined, 'advance follows a Ready of synchronous storage');
    const due = this.#onAdvance;
    this.#onAdvance = undefined;
    return due;
  }

  /** Adds the append, or with synchronous storage the messages that wait for it, to `messages`. */
  #handToStorage(hardState: HardState | undefined, entries: readonly Entry[], messages: Message[]): void {
    const replica = this.#replica;
    const responses = replica.messagesAfterAppend;
    replica.messagesAfterAppend = [];
    const isNeeded = entries.length > 0 || hardState !== undefined || responses.length > 0;
    replica.log.handed();
    if (this.#isAsync) {
      if (!isNeeded) return;
      // After the leader's acknowledgement to itself, so that this one still finds the entries among the newest.
      if (replica.log.hasUnstable) responses.push(this.#appendResponse());
      messages.push(storageAppend(replica.id, hardState, entries, responses));
      return;
    }
    const due: Message[] = [];
    for (const response of responses) {
      if (response.to === replica.id) due.push(response);
      else messages.push(response);
    }
    if (replica.log.hasUnstable) due.push(this.#appendResponse());
    this.#onAdvance = due;
  }

  /** Names the end of the log and the term of now: in a later term the entry may have been replaced, and back again. */
  #appendResponse(): Message {
    const { id, term, log } = this.#replica;
    return storageAppendResponse(id, term, log.lastTerm, log.lastIndex);
  }

  /** Takes the next committed entries; with asynchronous storage they also leave as a message. */
  #handToApplier(messages: Message[]): readonly Entry[] {
    const { id, log } = this.#replica;
    const allowUnstable = !this.#isAsync;
    const below = log.committedBelowMemory(allowUnstable);
    if (below > 0) {
      log.applyHanded(NO_ENTRIES, below, allowUnstable);
      messages.push(storageApply(id, NO_ENTRIES, below, storageApplyResponse(id, NO_ENTRIES, below)));
    }
    if (!log.hasCommittedToApply(allowUnstable)) return NO_ENTRIES;
    const entries = log.committedToApply(allowUnstable);
    const last = entries[entries.length - 1];
    assert(last !== undefined, 'there are entries to apply');
    log.applyHanded(entries, last.index, allowUnstable);
    const response = storageApplyResponse(id, entries, 0);
    if (this.#isAsync) messages.push(storageApply(id, entries, 0, response));
    else this.#onAdvance?.push(response);
    return entries;
  }

  #takeSoftState(): SoftState | undefined {
    if (!this.#softStateChanged()) return undefined;
    const { lead, role } = this.#replica;
    this.#lead = lead;
    this.#role = role;
    return { lead, role };
  }

  #softStateChanged(): boolean {
    return this.#replica.lead !== this.#lead || this.#replica.role !== this.#role;
  }

  #hardStateChanged(): boolean {
    const { term, vote, log } = this.#replica;
    const said = this.#hardState;
    return log.committed !== said.commit || term !== said.term || vote !== said.vote;
  }
}
