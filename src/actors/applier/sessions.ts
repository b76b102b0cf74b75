/**
 * Sessions: a command that comes again is answered with what its first copy did, and is not executed again.
 *
 * A record (session, sequence) -> outcome is kept until the log clock has left the session's stamp an hour behind, or
 * the client has said that it resolved the sequence. An HTTP idempotency key is kept for an hour of log clock with the
 * hash of its request. Everything here follows from the entries alone, so every replica decides alike; for that the
 * three limits must be the same on all nodes of a cluster. All records are in memory; the state file has them for the
 * next opening.
 */
import type { Limits } from '../../runtime/base/limits.js';
import { type Body, command, decodeMessage } from '../../runtime/base/proto.js';
import type { SessionRecord } from '../../runtime/base/state-store.js';
import { Heap } from './heap.js';
import { decodeOutcome, type Outcome, refused } from './outcome.js';
import { type FrozenSessions, type Session, type SessionEntry, SessionTable } from './session-table.js';

export type Command = Body<command.Command.$Properties>;
export type SessionLimits = Pick<Limits, 'sessionRecordsMax' | 'sessionWindow' | 'sessionRetriesMs'>;

/** What is to be done with a command. */
export type Admission =
  | { readonly verdict: 'execute'; readonly record: (outcome: Outcome) => void }
  | { readonly verdict: 'replay'; readonly outcome: Outcome }
  | { readonly verdict: 'refuse'; readonly outcome: Outcome };

/** Memory that a record takes, roughly: objects, map entries, a short outcome. */
const RECORD_BYTES = 320;
const HASH_BYTES = 16;
/** Sequences start here; a floor this low is not worth a record. */
const FIRST_SEQUENCE = 1;

const EXECUTE_UNNAMED: Admission = { verdict: 'execute', record: () => undefined };
const refuse = (outcome: Outcome): Admission => ({ verdict: 'refuse', outcome });

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hexadecimal(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += DIGITS[byte];
  return digits;
}

export class Sessions {
  readonly #limits: SessionLimits;
  /** By serial; stamps tell apart the rare two that drew the same. */
  readonly #bySerial = new Map<number, Session[]>();
  readonly #byStamp = new Heap<Session>((a, b) => a.stampMs < b.stampMs);
  /** In the order of recording, which is that of the log clock. */
  readonly #byIdempotencyHash = new Map<string, SessionEntry>();
  #table = new SessionTable(1);
  #count = 0;
  #pendingBytes = 0;

  constructor(limits: SessionLimits, stored: Iterable<SessionRecord>) {
    this.#limits = limits;
    const keys: SessionEntry[] = [];
    for (const record of stored) {
      if (record.idempotencyHash === '') this.#load(record);
      else keys.push(entryOf(record, undefined));
    }
    keys.sort((a, b) => a.recordedAtMs - b.recordedAtMs);
    for (const entry of keys) this.#byIdempotencyHash.set(entry.idempotencyHash, entry);
    this.#count += keys.length;
  }

  /** Sessions and records, as they count towards the limit. */
  get count(): number {
    return this.#count;
  }

  /** The log clock has moved: forgets what is too old to be retried. */
  expire(clockMs: number): void {
    const oldestMs = clockMs - this.#limits.sessionRetriesMs;
    for (let session = this.#byStamp.peek(); session !== undefined; session = this.#byStamp.peek()) {
      if (session.stampMs >= oldestMs) break;
      this.#byStamp.pop();
      this.#forget(session);
    }
    for (const [hash, entry] of this.#byIdempotencyHash) {
      if (entry.recordedAtMs >= oldestMs) break;
      this.#byIdempotencyHash.delete(hash);
      this.#drop(entry);
    }
  }

  /** Decides on a command whose slot this group owns. Who executes it must record its outcome at once. */
  admit(command: Command, clockMs: number): Admission {
    if (command.sessionStampMs !== 0 || command.sessionSerial !== 0) return this.#admitSequence(command, clockMs);
    if (command.idempotencyHash.length > 0) return this.#admitKey(command, clockMs);
    return EXECUTE_UNNAMED;
  }

  /** What the next flush has to write; later changes belong to the one after. */
  freeze(): FrozenSessions {
    const frozen = this.#table.freeze();
    this.#table = new SessionTable(this.#table.generation + 1);
    return frozen;
  }

  /** By how many bytes the records that the next flush has to write have grown, or shrunk, since the last call. */
  takePendingBytes(): number {
    const bytes = this.#pendingBytes;
    this.#pendingBytes = 0;
    return bytes;
  }

  #admitSequence(command: Command, clockMs: number): Admission {
    const { sessionStampMs, sessionSerial, sequence, lowestUnresolved } = command;
    if (sequence < FIRST_SEQUENCE || lowestUnresolved > sequence || !isWellNamed(command)) {
      return refuse(
        refused('ERR_INVALID_REQUEST', 'a sequence is an integer from 1 on, not below the lowest unresolved'),
      );
    }
    if (sessionStampMs < clockMs - this.#limits.sessionRetriesMs) {
      return refuse(refused('ERR_SESSION_EXPIRED', `the session of ${sessionStampMs} is too old: start a new one`));
    }
    const session = this.#find(sessionStampMs, sessionSerial);
    if (session !== undefined && lowestUnresolved > session.floor) this.#raiseFloor(session, lowestUnresolved);
    const floor = session?.floor ?? Math.max(FIRST_SEQUENCE, lowestUnresolved);
    if (sequence < floor) {
      return refuse(
        refused('ERR_INVALID_REQUEST', `sequence ${sequence} was resolved: the lowest unresolved is ${floor}`),
      );
    }
    const entry = session?.records.get(sequence);
    if (entry !== undefined) return { verdict: 'replay', outcome: outcomeOf(entry) };
    if (sequence >= floor + this.#limits.sessionWindow) {
      return refuse(
        refused('ERR_SEQUENCE_TOO_FAR', `sequence ${sequence} is too far above the lowest unresolved ${floor}`),
      );
    }
    if (this.#count >= this.#limits.sessionRecordsMax) return this.#refuseFull();
    return {
      verdict: 'execute',
      record: (outcome) => this.#recordSequence(session, command, outcome, clockMs),
    };
  }

  #admitKey(command: Command, clockMs: number): Admission {
    if (command.idempotencyHash.length !== HASH_BYTES || command.requestHash.length !== HASH_BYTES) {
      return refuse(refused('ERR_INVALID_REQUEST', `the hashes of an idempotency key have ${HASH_BYTES} bytes`));
    }
    const idempotencyHash = hexadecimal(command.idempotencyHash);
    const requestHash = hexadecimal(command.requestHash);
    const entry = this.#byIdempotencyHash.get(idempotencyHash);
    if (entry !== undefined) {
      if (entry.requestHash === requestHash) return { verdict: 'replay', outcome: outcomeOf(entry) };
      return refuse(
        refused('ERR_IDEMPOTENCY_KEY_REUSED', 'the idempotency key came with another request: use a new key'),
      );
    }
    if (this.#count >= this.#limits.sessionRecordsMax) return this.#refuseFull();
    const record = (outcome: Outcome): void => {
      const recorded = this.#newEntry(undefined, 0, command.vshard, { idempotencyHash, requestHash }, outcome, clockMs);
      this.#byIdempotencyHash.set(idempotencyHash, recorded);
    };
    return { verdict: 'execute', record };
  }

  #refuseFull(): Admission {
    const { sessionRecordsMax } = this.#limits;
    return refuse(
      refused('ERR_SESSIONS_FULL', `the group keeps ${sessionRecordsMax} records of requests: retry later`),
    );
  }

  #recordSequence(known: Session | undefined, command: Command, outcome: Outcome, clockMs: number): void {
    const session = known ?? this.#newSession(command.sessionStampMs, command.sessionSerial);
    if (command.lowestUnresolved > session.floor) this.#raiseFloor(session, command.lowestUnresolved);
    const entry = this.#newEntry(session, command.sequence, command.vshard, undefined, outcome, clockMs);
    session.records.set(command.sequence, entry);
  }

  #newEntry(
    session: Session | undefined,
    sequence: number,
    vshard: number,
    key: Pick<SessionEntry, 'idempotencyHash' | 'requestHash'> | undefined,
    outcome: Outcome,
    recordedAtMs: number,
  ): SessionEntry {
    const { generation } = this.#table;
    const idempotencyHash = key?.idempotencyHash ?? '';
    const requestHash = key?.requestHash ?? '';
    const isGone = false;
    const entry = {
      session,
      sequence,
      vshard,
      idempotencyHash,
      requestHash,
      recordedAtMs,
      outcome,
      generation,
      isGone,
    };
    this.#table.add(entry);
    this.#count += 1;
    this.#pendingBytes += RECORD_BYTES;
    return entry;
  }

  #find(stampMs: number, serial: number): Session | undefined {
    const sessions = this.#bySerial.get(serial);
    if (sessions === undefined) return undefined;
    for (const session of sessions) if (session.stampMs === stampMs) return session;
    return undefined;
  }

  #newSession(stampMs: number, serial: number): Session {
    const session: Session = {
      stampMs,
      serial,
      floor: FIRST_SEQUENCE,
      records: new Map(),
      hasStoredFloor: false,
      isExpired: false,
      floorGeneration: 0,
    };
    const others = this.#bySerial.get(serial);
    if (others === undefined) this.#bySerial.set(serial, [session]);
    else others.push(session);
    this.#byStamp.push(session);
    this.#count += 1;
    return session;
  }

  /** Costs at most one step for each sequence that the floor passes. */
  #raiseFloor(session: Session, floor: number): void {
    const { records } = session;
    if (floor - session.floor <= records.size) {
      for (let sequence = session.floor; sequence < floor; sequence += 1) this.#dropBelow(records, sequence);
    } else {
      for (const sequence of records.keys()) if (sequence < floor) this.#dropBelow(records, sequence);
    }
    session.floor = floor;
    this.#table.floorChanged(session);
  }

  #dropBelow(records: Map<number, SessionEntry>, sequence: number): void {
    const entry = records.get(sequence);
    if (entry === undefined) return;
    records.delete(sequence);
    this.#drop(entry);
  }

  #drop(entry: SessionEntry): void {
    if (this.#table.remove(entry)) this.#pendingBytes -= RECORD_BYTES;
    this.#count -= 1;
  }

  #forget(session: Session): void {
    for (const entry of session.records.values()) this.#drop(entry);
    session.records.clear();
    this.#table.expire(session);
    this.#count -= 1;
    const others = (this.#bySerial.get(session.serial) ?? []).filter((other) => other !== session);
    if (others.length === 0) this.#bySerial.delete(session.serial);
    else this.#bySerial.set(session.serial, others);
  }

  #load(record: SessionRecord): void {
    const session = this.#find(record.stampMs, record.serial) ?? this.#newSession(record.stampMs, record.serial);
    if (record.sequence === 0) {
      session.floor = decodeMessage(command.SessionFloor, record.result).lowestUnresolved;
      session.hasStoredFloor = true;
    } else {
      session.records.set(record.sequence, entryOf(record, session));
      this.#count += 1;
    }
  }
}

function entryOf(record: SessionRecord, session: Session | undefined): SessionEntry {
  const { sequence, vshard, idempotencyHash, requestHash, recordedAtMs, result: outcome } = record;
  const generation = 0;
  return { session, sequence, vshard, idempotencyHash, requestHash, recordedAtMs, outcome, generation, isGone: false };
}

function outcomeOf(entry: SessionEntry): Outcome {
  if (entry.outcome instanceof Uint8Array) entry.outcome = decodeOutcome(entry.outcome);
  return entry.outcome;
}

function isWellNamed(command: Command): boolean {
  return (
    Number.isSafeInteger(command.sessionStampMs) &&
    Number.isSafeInteger(command.sessionSerial) &&
    Number.isSafeInteger(command.sequence)
  );
}
