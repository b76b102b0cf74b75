/**
 * Record reader: reads of the small tables, vshards and session records, through one connection. Each row carries a CRC,
 * verified before it is handed out.
 */
import type { Buffer } from 'node:buffer';
import type Database from 'better-sqlite3';
import type { SessionRecord, VshardRow } from '../base/state-store.js';
import { verifyRecord } from './record-crc.js';

const SESSION_PAGE_ROWS = 1_000;

interface SessionColumns {
  readonly stamp_ms: number;
  readonly serial: number;
  readonly sequence: number;
  readonly idempotency_hash: string;
  readonly vshard: number;
  readonly request_hash: string;
  readonly recorded_at_ms: number;
  readonly result: Buffer;
  readonly crc: number;
}

/** In the order of their columns, the key first. */
export function sessionFields(record: SessionRecord) {
  return [
    record.stampMs,
    record.serial,
    record.sequence,
    record.idempotencyHash,
    record.vshard,
    record.requestHash,
    record.recordedAtMs,
    record.result,
  ];
}

export class RecordReader {
  readonly #sessionPage: Database.Statement<unknown[], SessionColumns>;
  readonly #vshards: Database.Statement<[], VshardRow & { readonly crc: number }>;

  constructor(database: Database.Database) {
    this.#sessionPage = database.prepare(
      `SELECT * FROM sessions WHERE (stamp_ms, serial, sequence, idempotency_hash) > (?, ?, ?, ?)
       ORDER BY stamp_ms, serial, sequence, idempotency_hash LIMIT ${SESSION_PAGE_ROWS}`,
    );
    this.#vshards = database.prepare('SELECT vshard, revision, crc FROM vshards ORDER BY vshard');
  }

  vshards(): readonly VshardRow[] {
    return this.#vshards.all().map(({ vshard, revision, crc }) => {
      verifyRecord(`the record of vshard ${vshard}`, crc, [vshard, revision], { vshard });
      return { vshard, revision };
    });
  }

  /** The page of session records that follows `last`, in the order of their keys; at the end an empty one. */
  sessionsAfter(last: SessionRecord | undefined): readonly SessionRecord[] {
    const after = last === undefined ? [-1, 0, 0, ''] : sessionFields(last).slice(0, 4);
    return this.#sessionPage.all(...after).map(sessionOfColumns);
  }
}

function sessionOfColumns(columns: SessionColumns): SessionRecord {
  const { result } = columns;
  const record: SessionRecord = {
    vshard: columns.vshard,
    stampMs: columns.stamp_ms,
    serial: columns.serial,
    sequence: columns.sequence,
    idempotencyHash: columns.idempotency_hash,
    requestHash: columns.request_hash,
    recordedAtMs: columns.recorded_at_ms,
    result: new Uint8Array(result.buffer, result.byteOffset, result.length),
  };
  const { stampMs, serial, sequence } = record;
  verifyRecord('a session record', columns.crc, sessionFields(record), { stampMs, serial, sequence });
  return record;
}
