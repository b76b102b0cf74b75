/**
 * Storage: the stores of a node as SQLite files. Read this first.
 *
 *   node-files      the data directory: which file is what        data-dir-lock  one process per directory
 *   store-files     making and opening a file                     format         what all bytes on disk depend on
 *   log-volume      the log store                                 state-db       the state store
 *   log-table       its rows, log-row their encoding              item-reader, record-reader, flush-writer, state-meta
 *   volume-records  its header and group records
 *   open-durable    every pragma, read back                       connection     transactions, checkpoints, errors
 *   tee             two storages side by side, for tests
 *
 * The contracts are `base/log-store.ts`, `base/state-store.ts` and `base/node-storage.ts`; the suite that every
 * implementation passes is `test/store-suite/`. Calls are synchronous: they run on log and state workers only.
 */
export { type DataDirectoryLock, lockDataDirectory } from './data-dir-lock.js';
export { FORMAT_HASH, FORMAT_VERSION } from './format.js';
export { NodeFiles, type NodeFilesOptions, stateFileName } from './node-files.js';
export { storageError } from './storage-errors.js';
