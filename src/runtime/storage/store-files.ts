/**
 * Store files: making and opening the two kinds of file, a log volume and a state database.
 *
 * A file is made under a temporary name, closed, renamed, and its directory is fsynced: under its real name a file is
 * always complete. Opening checks the format first, then the owner, then the records, and ends with a durable
 * transaction; whatever fails, the file is closed again.
 */
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { QuorateError } from '../base/errors.js';
import { initialGroupRow } from '../base/log-guards.js';
import type { VolumeHeader } from '../base/log-store.js';
import type { NewReplica, NewVolume, VolumeExpectation } from '../base/node-storage.js';
import type { StateMeta, VshardRow } from '../base/state-store.js';
import { Connection } from './connection.js';
import { FlushWriter } from './flush-writer.js';
import { APPLICATION_IDS, assertFormat, type FileKind, FORMAT_VERSION, type StoredFormat } from './format.js';
import { LogVolume } from './log-volume.js';
import { StateDb } from './state-db.js';
import { StateMetaRecord } from './state-meta.js';
import { STATE_SCHEMA } from './state-schema.js';
import { openingError, storageError } from './storage-errors.js';
import { VolumeRecords } from './volume-records.js';
import { VOLUME_SCHEMA } from './volume-schema.js';

export interface StoreFileOptions {
  readonly cacheKib: number;
  /** The file never grows beyond this many pages of 4 KiB; undefined: as far as the disk goes. */
  readonly pagesMax?: number | undefined;
  readonly logRowBytesMax: number;
}

export function createVolumeFile(
  file: string,
  volume: NewVolume,
  replicas: readonly NewReplica[],
  options: StoreFileOptions,
): void {
  const header: VolumeHeader = {
    ...volume,
    nodeBoot: 0,
    bootNonce: '',
    previousBootNonce: '',
    opening: 0,
    commitSequence: 0,
  };
  createFile(file, 'volume', VOLUME_SCHEMA, options, (database) => {
    const records = new VolumeRecords(database);
    records.insertHeader(header);
    for (const replica of replicas) records.insertGroup(initialGroupRow(replica));
  });
}

export function createStateFile(
  file: string,
  meta: StateMeta,
  vshards: readonly VshardRow[],
  options: StoreFileOptions,
): void {
  createFile(file, 'state', STATE_SCHEMA, options, (database) => {
    new StateMetaRecord(database).insert(meta);
    new FlushWriter(database).writeVshards(vshards);
  });
}

function createFile(
  file: string,
  kind: FileKind,
  schema: string,
  options: StoreFileOptions,
  fill: (database: Database.Database) => void,
): void {
  const unfinished = `${file}.new`;
  try {
    removeDatabase(unfinished);
    writeFile(unfinished, kind, schema, options, fill);
    // A write-ahead log that an earlier file of this name left behind would be taken for the new one's.
    removeDatabase(file);
    renameSync(unfinished, file);
    fsyncDirectory(dirname(file));
  } catch (thrown) {
    throw storageError(thrown, file);
  }
}

function writeFile(
  file: string,
  kind: FileKind,
  schema: string,
  options: StoreFileOptions,
  fill: (database: Database.Database) => void,
): void {
  const connection = new Connection(file, { create: true, ...options });
  const { database } = connection;
  try {
    connection.run(() => {
      connection.begin();
      database.pragma(`application_id = ${APPLICATION_IDS[kind]}`);
      database.pragma(`user_version = ${FORMAT_VERSION}`);
      database.exec(schema);
      fill(database);
      connection.commit();
      connection.checkpoint('truncate');
    });
  } finally {
    connection.close();
  }
}

function removeDatabase(file: string): void {
  for (const suffix of ['-wal', '-shm', '']) rmSync(file + suffix, { force: true });
}

function fsyncDirectory(directory: string): void {
  const descriptor = openSync(directory, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Throws `ERR_FORMAT`, `ERR_WRONG_CLUSTER`, `ERR_WRONG_NODE`, `ERR_CORRUPT`, and what SQLite reports. */
export function openVolumeFile(
  file: string,
  volume: number,
  expectation: VolumeExpectation,
  options: StoreFileOptions,
): LogVolume {
  return openFile(file, 'volume', options, (connection) => {
    assertOwner(file, new VolumeRecords(connection.database).readHeader(), volume, expectation);
    const store = new LogVolume(connection, options.logRowBytesMax);
    store.recordOpening(expectation.bootNonce);
    return store;
  });
}

/** Throws `ERR_FORMAT`, `ERR_CORRUPT`, and what SQLite reports. */
export function openStateFile(file: string, options: StoreFileOptions): StateDb {
  return openFile(file, 'state', options, (connection) => {
    const store = new StateDb(connection);
    store.recordOpening();
    return store;
  });
}

function openFile<Store>(
  file: string,
  kind: FileKind,
  options: StoreFileOptions,
  open: (connection: Connection) => Store,
): Store {
  let connection: Connection | undefined;
  try {
    const opened = new Connection(file, { create: false, ...options });
    connection = opened;
    return opened.run(() => {
      assertFormat(file, kind, readFormat(opened.database, kind));
      return open(opened);
    });
  } catch (thrown) {
    connection?.close();
    throw openingError(thrown, file);
  }
}

const FORMAT_TABLES: Readonly<Record<FileKind, string>> = { volume: 'header', state: 'meta' };

function readFormat(database: Database.Database, kind: FileKind): StoredFormat {
  const applicationId = Number(database.pragma('application_id', { simple: true }));
  const version = Number(database.pragma('user_version', { simple: true }));
  // What is no file of ours, or of another version, need not have the table.
  if (applicationId !== APPLICATION_IDS[kind] || version !== FORMAT_VERSION) {
    return { applicationId, version, text: '', hash: '' };
  }
  const stored = database
    .prepare<[], { readonly format: string; readonly format_hash: string }>(
      `SELECT format, format_hash FROM ${FORMAT_TABLES[kind]}`,
    )
    .get();
  return { applicationId, version, text: stored?.format ?? '', hash: stored?.format_hash ?? '' };
}

function assertOwner(file: string, header: VolumeHeader, volume: number, expectation: VolumeExpectation): void {
  const refuse = (code: 'ERR_WRONG_CLUSTER' | 'ERR_WRONG_NODE', what: string, stored: unknown, expected: unknown) => {
    const message = `${file} belongs to ${what} ${String(stored)}, this is ${what} ${String(expected)}`;
    throw new QuorateError(code, `${message}; use the data directory that belongs here`);
  };
  const { clusterId, nodeId } = expectation;
  if (header.clusterId !== clusterId) refuse('ERR_WRONG_CLUSTER', 'cluster', header.clusterId, clusterId);
  if (header.nodeId !== nodeId) refuse('ERR_WRONG_NODE', 'node', header.nodeId, nodeId);
  if (header.volume !== volume) refuse('ERR_WRONG_NODE', 'volume', header.volume, volume);
}
