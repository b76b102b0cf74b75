/** openDurable: every pragma holds, on every way to a connection; what cannot be durable is not opened. */
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import test, { type ExecutionContext } from 'ava';
import Database from 'better-sqlite3';
import { openDurable, openReader, readDurablePragmas } from '../../../src/runtime/storage/open-durable.js';
import { temporaryDirectory } from '../../store-suite/places.js';

const REQUIRED = {
  journal_mode: 'wal',
  synchronous: 2,
  wal_autocheckpoint: 0,
  cache_spill: 0,
  page_size: 4096,
  mmap_size: 0,
  temp_store: 2,
  trusted_schema: 0,
  cell_size_check: 1,
  busy_timeout: 50,
  cache_size: -512,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  locking_mode: 'normal',
};

type ReadBack = ReturnType<typeof readDurablePragmas>;

function check(t: ExecutionContext, readBack: ReadBack): void {
  const values = Object.fromEntries(readBack.map(({ name, value }) => [name, value]));
  t.like(values, REQUIRED);
}

/** Opened, checked, written to, checked again: the first write is where the binding falls back. */
function openAndWrite(t: ExecutionContext, file: string, create: boolean): void {
  const options = { create, cacheKib: 512 };
  const database = openDurable(file, options);
  check(t, readDurablePragmas(database, options));
  database.exec('CREATE TABLE IF NOT EXISTS t (x INTEGER) STRICT; INSERT INTO t VALUES (1)');
  check(t, readDurablePragmas(database, options));
  database.close();
}

test('every durable pragma reads back after creating, after writing, and after every reopening', (t) => {
  const file = join(temporaryDirectory(t), 'x.db');
  openAndWrite(t, file, true);
  openAndWrite(t, file, false);
  openAndWrite(t, file, false);
});

test('every durable pragma reads back in a worker', async (t) => {
  const file = join(temporaryDirectory(t), 'x.db');
  openAndWrite(t, file, true);
  const worker = new Worker(new URL('./pragma-worker.js', import.meta.url), { workerData: file });
  const [[readBack]] = await Promise.all([once(worker, 'message') as Promise<[ReadBack]>, once(worker, 'exit')]);
  check(t, readBack);
});

test('a page size that cannot be had is refused', (t) => {
  const file = join(temporaryDirectory(t), 'x.db');
  const database = new Database(file);
  database.pragma('page_size = 8192');
  database.exec('CREATE TABLE t (x)');
  database.close();
  const error = t.throws(() => openDurable(file, { create: false, cacheKib: 512 }), { code: 'ERR_PRAGMA' });
  t.regex(error.message, /page_size reads back 8192 instead of 4096/);
});

test('a database in memory cannot be durable', (t) => {
  t.throws(() => openDurable(':memory:', { create: true, cacheKib: 512 }), { code: 'ERR_PRAGMA' });
});

test('a missing file, a missing directory and a file of something else are told apart', (t) => {
  const directory = temporaryDirectory(t);
  const options = { create: false, cacheKib: 512 };
  t.throws(() => openDurable(join(directory, 'none.db'), options), { code: 'ERR_DATA_DIR_UNUSABLE' });
  t.throws(() => openDurable(join(directory, 'none', 'x.db'), options), { code: 'ERR_DATA_DIR_UNUSABLE' });
  const file = join(directory, 'text.db');
  writeFileSync(file, 'this is a text and no database, and it is long enough to be taken for a header'.repeat(20));
  t.throws(() => openDurable(file, options), { code: 'ERR_CORRUPT' });
});

test('a reader sees what is committed and cannot write', (t) => {
  const file = join(temporaryDirectory(t), 'x.db');
  openAndWrite(t, file, true);
  const owner = openDurable(file, { create: false, cacheKib: 512 });
  const reader = openReader(file, 512);
  owner.exec('BEGIN IMMEDIATE; INSERT INTO t VALUES (2)');
  const count = () => reader.prepare('SELECT count(*) FROM t').pluck().get();
  t.is(count(), 1);
  owner.exec('COMMIT');
  t.is(count(), 2);
  t.throws(() => reader.exec('INSERT INTO t VALUES (3)'), { any: true, code: 'SQLITE_READONLY' });
  reader.close();
  owner.close();
});
