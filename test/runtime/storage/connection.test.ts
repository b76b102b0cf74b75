/** The connection: errors by code, and what each means for the calls that follow. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import Database from 'better-sqlite3';
import { Connection } from '../../../src/runtime/storage/connection.js';
import { endsConnection, openingError, storageError } from '../../../src/runtime/storage/storage-errors.js';
import { temporaryDirectory } from '../../store-suite/places.js';

const OPTIONS = { create: true, cacheKib: 512 };

function connect(t: ExecutionContext): Connection {
  const connection = new Connection(join(temporaryDirectory(t), 'x.db'), OPTIONS);
  connection.database.exec('CREATE TABLE t (x INTEGER) STRICT');
  return connection;
}

const failing = (code: string) => () => {
  throw new Database.SqliteError('something failed', code);
};

for (const [sqlite, code] of [
  ['SQLITE_IOERR_FSYNC', 'ERR_STORAGE_IO'],
  ['SQLITE_IOERR_WRITE', 'ERR_STORAGE_IO'],
  ['SQLITE_CORRUPT_INDEX', 'ERR_CORRUPT'],
  ['SQLITE_NOTADB', 'ERR_CORRUPT'],
] as const) {
  test(`after ${sqlite} nothing is done any more, except closing`, (t) => {
    const connection = connect(t);
    t.throws(() => connection.run(failing(sqlite)), { code });
    const calls: string[] = [];
    t.throws(() => connection.run(() => calls.push('done')), { code });
    t.deepEqual(calls, []);
    connection.close();
    connection.close();
  });
}

for (const [sqlite, code] of [
  ['SQLITE_FULL', 'ERR_STORAGE_FULL'],
  ['SQLITE_BUSY', 'ERR_DATA_DIR_IN_USE'],
  ['SQLITE_READONLY', 'ERR_DATA_DIR_UNUSABLE'],
  ['SQLITE_CONSTRAINT_DATATYPE', 'ERR_INVARIANT'],
] as const) {
  test(`after ${sqlite} the connection lives on`, (t) => {
    const connection = connect(t);
    t.throws(() => connection.run(failing(sqlite)), { code });
    t.is(
      connection.run(() => 'done'),
      'done',
    );
    connection.close();
  });
}

test('an opening that finds no room for the shared memory is a full disk; the same later ends the connection', (t) => {
  const thrown = new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_SHMSIZE');
  t.is(openingError(thrown, 'x.db').code, 'ERR_STORAGE_FULL');
  t.is(openingError(new Database.SqliteError('x', 'SQLITE_IOERR_READ'), 'x.db').code, 'ERR_STORAGE_IO');
  t.true(endsConnection(storageError(thrown, 'x.db')));
});

test('a full disk leaves no transaction open, whether SQLite has ended it or not', (t) => {
  const connection = connect(t);
  connection.run(() => connection.begin());
  connection.database.exec('INSERT INTO t VALUES (1)');
  t.throws(() => connection.run(failing('SQLITE_FULL')), { code: 'ERR_STORAGE_FULL' });
  t.false(connection.inTransaction);
  t.is(connection.database.prepare('SELECT count(*) FROM t').pluck().get(), 0);
  connection.close();
});

test('numbers that are no integers are refused by the tables, not rounded', (t) => {
  const connection = connect(t);
  t.throws(() => connection.run(() => connection.database.prepare('INSERT INTO t VALUES (?)').run(1.5)), {
    code: 'ERR_INVARIANT',
  });
  connection.close();
});

test('the write-ahead log is measured in what a checkpoint could move, and is gone after closing', (t) => {
  const connection = connect(t);
  const { database, file } = connection;
  const before = connection.walBytes();
  database.exec('INSERT INTO t VALUES (1)');
  t.true(connection.walBytes() > before);
  connection.checkpoint('passive');
  t.is(connection.walBytes(), 0);
  database.exec('INSERT INTO t VALUES (2)');
  t.true(connection.walBytes() > 0);
  connection.checkpoint('truncate');
  t.is(connection.walBytes(), 0);
  connection.close();
  t.false(existsSync(`${file}-wal`));
});
