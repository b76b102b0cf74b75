/**
 * State meta: the one record that says which index a state database stands at, between its columns and the store's type,
 * with its CRC. Beside it the count of openings, which only makes an opening a write.
 */
import { Buffer } from 'node:buffer';
import type Database from 'better-sqlite3';
import { assert } from '../base/assert.js';
import { decodeMessage, encodeMessage, raft } from '../base/proto.js';
import type { StateMeta } from '../base/state-store.js';
import { FORMAT_HASH, FORMAT_TEXT } from './format.js';
import { recordCrc, verifyRecord } from './record-crc.js';

interface MetaRecord {
  readonly opening: number;
  readonly volume_instance_id: string;
  readonly group_id: number;
  readonly replica: number;
  readonly flushed_index: number;
  readonly flushed_term: number;
  readonly membership: Buffer;
  readonly membership_index: number;
  readonly log_clock_ms: number;
  readonly state_hash_high: number;
  readonly state_hash_low: number;
  readonly apply_version: number;
  readonly owned_vshards: Buffer;
  readonly map_version: number;
  readonly crc: number;
}

const VSHARD_BYTES = 2;

function encodeVshards(vshards: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(vshards.length * VSHARD_BYTES);
  for (const [i, vshard] of vshards.entries()) bytes.writeUInt16LE(vshard, i * VSHARD_BYTES);
  return bytes;
}

function decodeVshards(bytes: Buffer): readonly number[] {
  return Array.from({ length: bytes.length / VSHARD_BYTES }, (_, i) => bytes.readUInt16LE(i * VSHARD_BYTES));
}

function metaFields(meta: StateMeta, opening: number) {
  return [
    opening,
    meta.volumeInstanceId,
    meta.group,
    meta.replica,
    meta.flushedIndex,
    meta.flushedTerm,
    encodeMessage(raft.ConfState, meta.membership),
    meta.membershipIndex,
    meta.logClockMs,
    meta.stateHash.high,
    meta.stateHash.low,
    meta.applyVersion,
    encodeVshards(meta.ownedVshards),
    meta.mapVersion,
  ];
}

function recordFields(record: MetaRecord) {
  return [
    record.opening,
    record.volume_instance_id,
    record.group_id,
    record.replica,
    record.flushed_index,
    record.flushed_term,
    record.membership,
    record.membership_index,
    record.log_clock_ms,
    record.state_hash_high,
    record.state_hash_low,
    record.apply_version,
    record.owned_vshards,
    record.map_version,
  ];
}

export class StateMetaRecord {
  readonly #database: Database.Database;
  readonly #write: Database.Statement;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#write = database.prepare(
      `UPDATE meta SET opening = ?, volume_instance_id = ?, group_id = ?, replica = ?, flushed_index = ?,
       flushed_term = ?, membership = ?, membership_index = ?, log_clock_ms = ?, state_hash_high = ?,
       state_hash_low = ?, apply_version = ?, owned_vshards = ?, map_version = ?, crc = ? WHERE id = 1`,
    );
  }

  insert(meta: StateMeta): void {
    const fields = metaFields(meta, 0);
    this.#database
      .prepare('INSERT INTO meta VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(FORMAT_TEXT, FORMAT_HASH, ...fields, recordCrc(fields));
  }

  write(meta: StateMeta, opening: number): void {
    const fields = metaFields(meta, opening);
    this.#write.run(...fields, recordCrc(fields));
  }

  /** Throws `ERR_CORRUPT` when the record is missing or does not match its CRC. */
  read(): { readonly meta: StateMeta; readonly opening: number } {
    const record = this.#database.prepare<[], MetaRecord>('SELECT * FROM meta').get();
    verifyRecord('the meta record', record?.crc ?? -1, record === undefined ? [] : recordFields(record));
    assert(record !== undefined, 'a missing record does not match its checksum');
    const meta: StateMeta = {
      volumeInstanceId: record.volume_instance_id,
      group: record.group_id,
      replica: record.replica,
      flushedIndex: record.flushed_index,
      flushedTerm: record.flushed_term,
      membership: decodeMessage(raft.ConfState, record.membership),
      membershipIndex: record.membership_index,
      logClockMs: record.log_clock_ms,
      stateHash: { high: record.state_hash_high, low: record.state_hash_low },
      applyVersion: record.apply_version,
      ownedVshards: decodeVshards(record.owned_vshards),
      mapVersion: record.map_version,
    };
    return { meta, opening: record.opening };
  }
}
