/**
 * The two kinds of record that a volume keeps beside its log, the header and one row per group: between the columns of
 * SQLite and the types of the store, with the CRC that each record carries.
 */
import type Database from 'better-sqlite3';
import { QuorateError } from '../base/errors.js';
import type { GroupRow, VolumeHeader } from '../base/log-store.js';
import { FORMAT_HASH, FORMAT_TEXT } from './format.js';
import { recordCrc, verifyRecord } from './record-crc.js';
import { storageError } from './storage-errors.js';

interface HeaderRecord {
  readonly cluster_id: string;
  readonly node_id: number;
  readonly volume: number;
  readonly instance_id: string;
  readonly node_boot: number;
  readonly boot_nonce: string;
  readonly previous_boot_nonce: string;
  readonly opening: number;
  readonly commit_sequence: number;
  readonly crc: number;
}

interface GroupRecord {
  readonly group_id: number;
  readonly replica: number;
  readonly term: number;
  readonly vote: number;
  readonly commit_index: number;
  readonly last_index: number;
  readonly last_term: number;
  readonly last_chain: number;
  readonly purge_index: number;
  readonly purge_term: number;
  readonly purge_chain: number;
  readonly sequence: number;
  readonly state_file: string;
  readonly flags: number;
  readonly crc: number;
}

/** One group's record, or why it cannot be read. */
export type ReadGroup =
  | { readonly group: number; readonly row: GroupRow }
  | { readonly group: number; readonly damage: QuorateError };

function headerFields(header: VolumeHeader) {
  return [
    header.clusterId,
    header.nodeId,
    header.volume,
    header.instanceId,
    header.nodeBoot,
    header.bootNonce,
    header.previousBootNonce,
    header.opening,
    header.commitSequence,
  ];
}

function groupFields(row: GroupRow) {
  return [
    row.replica,
    row.term,
    row.vote,
    row.commit,
    row.last.index,
    row.last.term,
    row.last.chain,
    row.purge.index,
    row.purge.term,
    row.purge.chain,
    row.sequence,
    row.stateFile,
    row.flags,
    row.group,
  ];
}

/** The statements on both tables, prepared once. */
export class VolumeRecords {
  readonly #database: Database.Database;
  readonly #writeHeader: Database.Statement;
  readonly #writeGroup: Database.Statement;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#writeHeader = database.prepare(
      `UPDATE header SET cluster_id = ?, node_id = ?, volume = ?, instance_id = ?, node_boot = ?, boot_nonce = ?,
       previous_boot_nonce = ?, opening = ?, commit_sequence = ?, crc = ? WHERE id = 1`,
    );
    this.#writeGroup = database.prepare(
      `UPDATE groups SET replica = ?, term = ?, vote = ?, commit_index = ?, last_index = ?, last_term = ?, last_chain = ?,
       purge_index = ?, purge_term = ?, purge_chain = ?, sequence = ?, state_file = ?, flags = ?, crc = ?
       WHERE group_id = ?`,
    );
  }

  insertHeader(header: VolumeHeader): void {
    const fields = headerFields(header);
    this.#database
      .prepare('INSERT INTO header VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(FORMAT_TEXT, FORMAT_HASH, ...fields, recordCrc(fields));
  }

  insertGroup(row: GroupRow): void {
    const fields = groupFields(row);
    this.#database
      .prepare('INSERT INTO groups VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(row.group, ...fields.slice(0, -1), recordCrc(fields));
  }

  /** Throws `ERR_CORRUPT` when there is no header any more. */
  writeHeader(header: VolumeHeader): void {
    const fields = headerFields(header);
    const { changes } = this.#writeHeader.run(...fields, recordCrc(fields));
    if (changes !== 1) throw new QuorateError('ERR_CORRUPT', 'the header of the volume is missing');
  }

  /** Throws `ERR_CORRUPT` naming the group when it has no record any more: its hard state would be lost without a word. */
  writeGroup(row: GroupRow): void {
    const fields = groupFields(row);
    const { changes } = this.#writeGroup.run(...fields.slice(0, -1), recordCrc(fields), row.group);
    if (changes !== 1) throw damagedRecord(row.group, 'is missing');
  }

  /** Throws `ERR_CORRUPT` when the header does not match its CRC. */
  readHeader(): VolumeHeader {
    const record = this.#database.prepare<[], HeaderRecord>('SELECT * FROM header').get();
    const header: VolumeHeader = {
      clusterId: record?.cluster_id ?? '',
      nodeId: record?.node_id ?? 0,
      volume: record?.volume ?? 0,
      instanceId: record?.instance_id ?? '',
      nodeBoot: record?.node_boot ?? 0,
      bootNonce: record?.boot_nonce ?? '',
      previousBootNonce: record?.previous_boot_nonce ?? '',
      opening: record?.opening ?? 0,
      commitSequence: record?.commit_sequence ?? 0,
    };
    verifyRecord('the header of the volume', record?.crc ?? -1, headerFields(header));
    return header;
  }

  /** All groups, ascending. A record that does not match its CRC, or that SQLite cannot read, is its group's affair. */
  readGroups(): readonly ReadGroup[] {
    const ids = this.#database.prepare<[], number>('SELECT group_id FROM groups ORDER BY group_id').pluck().all();
    const select = this.#database.prepare<[group: number], GroupRecord>('SELECT * FROM groups WHERE group_id = ?');
    return ids.map((group) => readGroup(group, () => select.get(group)));
  }
}

function readGroup(group: number, read: () => GroupRecord | undefined): ReadGroup {
  try {
    const record = read();
    if (record === undefined) throw damagedRecord(group, 'is not where it belongs');
    return { group, row: groupOfRecord(record) };
  } catch (thrown) {
    const error = storageError(thrown, `the record of group ${group}`);
    if (error.code !== 'ERR_CORRUPT') throw error;
    const details = { ...error.details, group };
    return { group, damage: new QuorateError('ERR_CORRUPT', error.message, { cause: error, details }) };
  }
}

function damagedRecord(group: number, what: string): QuorateError {
  return new QuorateError('ERR_CORRUPT', `the record of group ${group} ${what}`, { details: { group } });
}

function groupOfRecord(record: GroupRecord): GroupRow {
  const row: GroupRow = {
    group: record.group_id,
    replica: record.replica,
    term: record.term,
    vote: record.vote,
    commit: record.commit_index,
    last: { index: record.last_index, term: record.last_term, chain: record.last_chain },
    purge: { index: record.purge_index, term: record.purge_term, chain: record.purge_chain },
    sequence: record.sequence,
    stateFile: record.state_file,
    flags: record.flags,
  };
  verifyRecord(`the record of group ${row.group}`, record.crc, groupFields(row), { group: row.group });
  return row;
}
