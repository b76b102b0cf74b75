/**
 * openDurable: the one way to open a SQLite file that holds something of ours. It sets every pragma that durability
 * rests on, in the order in which they take effect, and reads each one back: a connection that would acknowledge a commit
 * before its fsync is never handed out.
 */
import Database from 'better-sqlite3';
import { QuorateError } from '../base/errors.js';
import { assertBindingFits, assertSqliteVersion, installedBindingVersion } from './platform.js';
import { storageError } from './storage-errors.js';

const KIB = 1024;
const PAGE_BYTES = 4096;
/** A write-ahead log that has grown beyond this is cut back when it is next reset. */
const WAL_KEPT_BYTES = 16 * KIB * KIB;
/** We are the only connection; whoever else holds a lock is a mistake that waiting does not cure. */
const BUSY_TIMEOUT_MS = 50;

export interface DurableOptions {
  /** Makes the file, which must not exist; otherwise it must exist. */
  readonly create: boolean;
  readonly cacheKib: number;
  /** The file never grows beyond this many pages of 4 KiB; undefined: as far as the disk goes. */
  readonly pagesMax?: number | undefined;
}

interface Pragma {
  readonly name: string;
  readonly set: string | number;
  readonly expect: string | number;
}

function pragmas(options: DurableOptions): readonly Pragma[] {
  const pragma = (name: string, set: string | number, expect: string | number = set): Pragma => ({ name, set, expect });
  return [
    pragma('busy_timeout', BUSY_TIMEOUT_MS),
    // The page size of a new file is fixed when WAL mode writes its first page.
    ...(options.create ? [pragma('page_size', PAGE_BYTES)] : []),
    pragma('journal_mode', 'wal'),
    // After journal_mode: the binding falls back to NORMAL in WAL mode, which does not fsync commits.
    pragma('synchronous', 'FULL', 2),
    pragma('fullfsync', 'ON', 1),
    pragma('checkpoint_fullfsync', 'ON', 1),
    // Checkpoints happen between batches, when their owner says so.
    pragma('wal_autocheckpoint', 0),
    pragma('journal_size_limit', WAL_KEPT_BYTES),
    pragma('cache_size', -options.cacheKib),
    // Pages of an open transaction stay in memory: a rollback leaves no trace in the file.
    pragma('cache_spill', 'OFF', 0),
    pragma('mmap_size', 0),
    pragma('temp_store', 'MEMORY', 2),
    pragma('trusted_schema', 'OFF', 0),
    pragma('cell_size_check', 'ON', 1),
    ...(options.pagesMax === undefined ? [] : [pragma('max_page_count', options.pagesMax)]),
  ];
}

/** What the pragmas of a connection read back as; `expected` is what they must. */
export function readDurablePragmas(
  database: Database.Database,
  options: DurableOptions,
): readonly { readonly name: string; readonly value: unknown; readonly expected: string | number }[] {
  const read = (name: string): unknown => database.pragma(name, { simple: true });
  return [
    ...pragmas(options).map(({ name, expect }) => ({ name, value: read(name), expected: expect })),
    { name: 'page_size', value: read('page_size'), expected: PAGE_BYTES },
    { name: 'locking_mode', value: read('locking_mode'), expected: 'normal' },
  ];
}

/** Opens the file, or makes it. Throws `ERR_PRAGMA`, `ERR_SQLITE_TOO_OLD`, `ERR_CONFIG`, and what SQLite reports. */
export function openDurable(file: string, options: DurableOptions): Database.Database {
  assertBindingFits(installedBindingVersion(), process.versions.node);
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { fileMustExist: !options.create, timeout: BUSY_TIMEOUT_MS });
    assertSqliteVersion(String(database.prepare('SELECT sqlite_version()').pluck().get()));
    for (const { name, set } of pragmas(options)) database.pragma(`${name} = ${set}`);
    for (const { name, value, expected } of readDurablePragmas(database, options)) {
      if (value === expected) continue;
      const facts = `${name} reads back ${String(value)} instead of ${expected}`;
      throw new QuorateError('ERR_PRAGMA', `${file}: ${facts}; durability cannot be promised, so it is not opened`);
    }
    return database;
  } catch (thrown) {
    database?.close();
    throw storageError(thrown, file);
  }
}

/** A second connection to a file that `openDurable` holds open: it reads what has been committed, and writes nothing. */
export function openReader(file: string, cacheKib: number): Database.Database {
  try {
    const database = new Database(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
    for (const pragma of [`cache_size = ${-cacheKib}`, 'mmap_size = 0', 'trusted_schema = OFF'])
      database.pragma(pragma);
    return database;
  } catch (thrown) {
    throw storageError(thrown, file);
  }
}
