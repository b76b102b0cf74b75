/**
 * Session changes between two freezes: which records came and which went, so that a flush writes only what is left. A
 * record that came and went in between never reaches the file.
 */

import { command, encodeMessage } from '../../runtime/base/proto.js';
import type { FlushPiece, SessionRecord } from '../../runtime/base/state-store.js';
import { encodeOutcome, type Outcome } from './outcome.js';

export type SessionRecordKey = FlushPiece['sessionDeletions'][number];

/** A client's session, as long as one of its commands may still be retried. */
export interface Session {
  readonly stampMs: number;
  readonly serial: number;
  /** The highest `lowest_unresolved` seen: nothing below it is executed any more. */
  floor: number;
  readonly records: Map<number, SessionEntry>;
  /** The file has, or will have with the next flush, a record of the floor. */
  hasStoredFloor: boolean;
  isExpired: boolean;
  /** Which table lists the floor as changed. */
  floorGeneration: number;
}

/** One record in memory. */
export interface SessionEntry {
  /** Undefined for an idempotency key. */
  readonly session: Session | undefined;
  readonly sequence: number;
  readonly vshard: number;
  readonly idempotencyHash: string;
  readonly requestHash: string;
  readonly recordedAtMs: number;
  /** Encoded when it was read from the file and nobody asked yet. */
  outcome: Outcome | Uint8Array;
  /** Which table lists it as new; 0 when it came from the file. */
  readonly generation: number;
  isGone: boolean;
}

export interface FrozenSessions {
  /** Both ascending by (stamp, serial, sequence, idempotency hash), and apart from each other. */
  readonly records: readonly SessionEntryRow[];
  readonly deletions: readonly SessionRecordKey[];
}

/** A row to be encoded when its turn comes. */
export type SessionEntryRow = SessionRecordKey & { encode(): SessionRecord };

export function compareSessionKeys(a: SessionRecordKey, b: SessionRecordKey): number {
  if (a.stampMs !== b.stampMs) return a.stampMs - b.stampMs;
  if (a.serial !== b.serial) return a.serial - b.serial;
  if (a.sequence !== b.sequence) return a.sequence - b.sequence;
  if (a.idempotencyHash === b.idempotencyHash) return 0;
  return a.idempotencyHash < b.idempotencyHash ? -1 : 1;
}

function entryRow(entry: SessionEntry): SessionEntryRow {
  const { session, sequence, vshard, idempotencyHash, requestHash, recordedAtMs, outcome } = entry;
  const stampMs = session?.stampMs ?? 0;
  const serial = session?.serial ?? 0;
  const encode = (): SessionRecord => {
    const result = outcome instanceof Uint8Array ? outcome : encodeOutcome(outcome);
    return { vshard, stampMs, serial, sequence, idempotencyHash, requestHash, recordedAtMs, result };
  };
  return { stampMs, serial, sequence, idempotencyHash, encode };
}

function floorRow({ stampMs, serial, floor }: Session): SessionEntryRow {
  const encode = (): SessionRecord => ({
    vshard: 0,
    stampMs,
    serial,
    sequence: 0,
    idempotencyHash: '',
    requestHash: '',
    recordedAtMs: 0,
    result: encodeMessage(command.SessionFloor, { lowestUnresolved: floor }),
  });
  return { stampMs, serial, sequence: 0, idempotencyHash: '', encode };
}

/** So many records that are gone are kept in the list at least, before it is gone through. */
const GONE_MAX = 1024;

export class SessionTable {
  readonly generation: number;
  #created: SessionEntry[] = [];
  #floors: Session[] = [];
  #deletions: SessionRecordKey[] = [];
  /** Of `#created`, those that are not gone. */
  #live = 0;

  constructor(generation: number) {
    this.generation = generation;
  }

  add(entry: SessionEntry): void {
    this.#created.push(entry);
    this.#live += 1;
    // Most records go soon; not to hold on to them spares the garbage collector from moving them.
    if (this.#created.length > 2 * this.#live + GONE_MAX) this.#created = this.#created.filter(({ isGone }) => !isGone);
  }

  /** True when the record is one of this table, so that no trace of it is left. */
  remove(entry: SessionEntry): boolean {
    entry.isGone = true;
    if (entry.generation === this.generation) {
      this.#live -= 1;
      return true;
    }
    const { session, sequence, idempotencyHash } = entry;
    this.#deletions.push({
      stampMs: session?.stampMs ?? 0,
      serial: session?.serial ?? 0,
      sequence,
      idempotencyHash,
    });
    return false;
  }

  floorChanged(session: Session): void {
    if (session.floorGeneration === this.generation) return;
    session.floorGeneration = this.generation;
    this.#floors.push(session);
  }

  expire(session: Session): void {
    session.isExpired = true;
    if (!session.hasStoredFloor) return;
    this.#deletions.push({ stampMs: session.stampMs, serial: session.serial, sequence: 0, idempotencyHash: '' });
  }

  /** What is to be written, as of now. */
  freeze(): FrozenSessions {
    const records: SessionEntryRow[] = [];
    const returned = new Set<string>();
    for (const entry of this.#created) {
      if (entry.isGone) continue;
      records.push(entryRow(entry));
      if (entry.idempotencyHash !== '') returned.add(entry.idempotencyHash);
    }
    for (const session of this.#floors) {
      if (session.isExpired) continue;
      session.hasStoredFloor = true;
      records.push(floorRow(session));
    }
    // An idempotency key may be used again after its hour: then the new record replaces the old one in place.
    const deletions = this.#deletions.filter(({ idempotencyHash }) => !returned.has(idempotencyHash));
    return { records: records.sort(compareSessionKeys), deletions: deletions.sort(compareSessionKeys) };
  }
}
