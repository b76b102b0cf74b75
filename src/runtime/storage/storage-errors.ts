/**
 * The errors of SQLite and of the file system as ours. What matters is whether the connection may be used again: after `ERR_STORAGE_IO` and
 * `ERR_CORRUPT` it may not, because neither what it has in memory nor what it reads back can be trusted.
 */
import { asQuorateError, type ErrorCode, QuorateError } from '../base/errors.js';

type StorageErrorCode = Extract<
  ErrorCode,
  'ERR_STORAGE_FULL' | 'ERR_STORAGE_IO' | 'ERR_CORRUPT' | 'ERR_DATA_DIR_IN_USE' | 'ERR_DATA_DIR_UNUSABLE'
>;

const WHAT_TO_DO: Readonly<Record<StorageErrorCode, string>> = {
  ERR_STORAGE_FULL: 'nothing was changed; free some space and try again',
  ERR_STORAGE_IO: 'check the disk; the file is opened anew before it is used again',
  ERR_CORRUPT: 'the file is damaged; restore this replica from its peers or from a backup',
  ERR_DATA_DIR_IN_USE: 'another process has it open; end that process first',
  ERR_DATA_DIR_UNUSABLE: 'check that the data directory exists and may be written',
};

/** Extended result codes start with the primary one: `SQLITE_IOERR_FSYNC`. */
const CODES: readonly (readonly [prefix: string, code: StorageErrorCode])[] = [
  ['SQLITE_FULL', 'ERR_STORAGE_FULL'],
  ['SQLITE_IOERR', 'ERR_STORAGE_IO'],
  ['SQLITE_NOMEM', 'ERR_STORAGE_IO'],
  ['SQLITE_CORRUPT', 'ERR_CORRUPT'],
  ['SQLITE_NOTADB', 'ERR_CORRUPT'],
  ['SQLITE_BUSY', 'ERR_DATA_DIR_IN_USE'],
  ['SQLITE_LOCKED', 'ERR_DATA_DIR_IN_USE'],
  ['SQLITE_CANTOPEN', 'ERR_DATA_DIR_UNUSABLE'],
  ['SQLITE_READONLY', 'ERR_DATA_DIR_UNUSABLE'],
  ['SQLITE_PERM', 'ERR_DATA_DIR_UNUSABLE'],
  ['ENOSPC', 'ERR_STORAGE_FULL'],
  ['EDQUOT', 'ERR_STORAGE_FULL'],
  ['EIO', 'ERR_STORAGE_IO'],
  ['ENOENT', 'ERR_DATA_DIR_UNUSABLE'],
  ['ENOTDIR', 'ERR_DATA_DIR_UNUSABLE'],
  ['EACCES', 'ERR_DATA_DIR_UNUSABLE'],
  ['EPERM', 'ERR_DATA_DIR_UNUSABLE'],
  ['EROFS', 'ERR_DATA_DIR_UNUSABLE'],
];

/** The binding checks for itself that the directory exists, and throws something of its own when it does not. */
const isMissingDirectory = (thrown: unknown): boolean =>
  thrown instanceof TypeError && /directory/.test(thrown.message);

function codeOf(thrown: unknown): string | undefined {
  if (isMissingDirectory(thrown)) return 'ENOENT';
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Whatever a store's call threw, as a `QuorateError` that names the file. */
export function storageError(thrown: unknown, file: string): QuorateError {
  if (thrown instanceof QuorateError) return thrown;
  const reason = codeOf(thrown);
  const code = CODES.find(([prefix]) => reason?.startsWith(prefix))?.[1];
  if (code === undefined) return asQuorateError(thrown);
  const what = thrown instanceof Error ? thrown.message : String(thrown);
  const message = `${file}: ${what} (${reason}); ${WHAT_TO_DO[code]}`;
  return new QuorateError(code, message, { cause: thrown, details: { reason } });
}

/**
 * An opening's error. SQLite reports that the disk has no room for the index of the write-ahead log as an I/O error;
 * nothing has been read or written then, so it is a full disk.
 */
export function openingError(thrown: unknown, file: string): QuorateError {
  const error = storageError(thrown, file);
  if (error.details.reason !== 'SQLITE_IOERR_SHMSIZE') return error;
  const message = `${file}: there is no room to open it; ${WHAT_TO_DO.ERR_STORAGE_FULL}`;
  return new QuorateError('ERR_STORAGE_FULL', message, { cause: error, details: error.details });
}

/** Nothing more may be asked of a connection after this error, except to close it. */
export function endsConnection(error: QuorateError): boolean {
  return error.code === 'ERR_STORAGE_IO' || error.code === 'ERR_CORRUPT';
}
