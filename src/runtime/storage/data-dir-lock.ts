/**
 * Data directory lock: at most one live process has a data directory. `LOCK` is a tiny SQLite database held in exclusive
 * locking mode, so the operating system frees it however the process dies, and nothing has to be cleaned up.
 *
 * Nothing else in the process may open `LOCK`: closing it would drop the lock.
 */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { QuorateError } from '../base/errors.js';
import { assertBindingFits, installedBindingVersion } from './platform.js';
import { storageError } from './storage-errors.js';

export interface DataDirectoryLock {
  release(): void;
}

/** Keeps the connections alive: one that is garbage-collected closes, and frees the lock. */
const held = new Set<Database.Database>();

/** Throws `ERR_DATA_DIR_IN_USE` when a live process holds it, `ERR_DATA_DIR_UNUSABLE` when it cannot be written. */
export function lockDataDirectory(directory: string): DataDirectoryLock {
  assertBindingFits(installedBindingVersion(), process.versions.node);
  const file = join(directory, 'LOCK');
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: 0 });
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    return hold(database);
  } catch (thrown) {
    database?.close();
    const error = storageError(thrown, file);
    if (error.code === 'ERR_CORRUPT') {
      const what = `${file} is not the lock that a node makes; see that nothing runs on this directory, and remove it`;
      throw new QuorateError('ERR_DATA_DIR_UNUSABLE', what, { cause: error });
    }
    if (error.code !== 'ERR_DATA_DIR_IN_USE') throw error;
    const message = `${directory} is in use by another process; end that process, or give this one another directory`;
    throw new QuorateError('ERR_DATA_DIR_IN_USE', message, { cause: error });
  }
}

function hold(database: Database.Database): DataDirectoryLock {
  held.add(database);
  return {
    release() {
      held.delete(database);
      database.close();
    },
  };
}
