/** The format: pinned, kept in every file, and a difference is refused by name. */
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import Database from 'better-sqlite3';
import { formatHash, Hasher } from '../../../src/runtime/base/hash.js';
import { FORMAT, FORMAT_HASH } from '../../../src/runtime/storage/format.js';
import { NodeFiles } from '../../../src/runtime/storage/storage.js';
import { temporaryDirectory } from '../../store-suite/places.js';
import { expecting, newLog, newState, STATE_FILE } from '../../store-suite/samples.js';

/** A directory with a volume and a state database, after `sql` has run on one of them. */
function tampered(t: ExecutionContext, file: string, sql: string): NodeFiles {
  const directory = temporaryDirectory(t);
  const storage = new NodeFiles(directory);
  newLog(storage).close();
  newState(storage).close();
  const database = new Database(join(directory, file), { fileMustExist: true });
  database.exec(sql);
  database.close();
  return storage;
}

const openLog = (storage: NodeFiles) => storage.openLog(0, expecting()).close();
const openState = (storage: NodeFiles) => storage.openState(STATE_FILE).close();

test('the list of constants is pinned: whoever changes it changes the format', (t) => {
  t.is(FORMAT_HASH, '7a3e969708a97400');
});

for (const [file, open] of [
  ['volume-0.db', openLog],
  [STATE_FILE, openState],
] as const) {
  const table = file === STATE_FILE ? 'meta' : 'header';

  test(`${file} of a newer format is refused`, (t) => {
    const error = t.throws(() => open(tampered(t, file, 'PRAGMA user_version = 2')), { code: 'ERR_FORMAT' });
    t.regex(error.message, /has format 2, this program 1: a newer program/);
  });

  test(`${file} that is something else is refused`, (t) => {
    t.throws(() => open(tampered(t, file, 'PRAGMA application_id = 7')), { code: 'ERR_FORMAT' });
  });

  test(`${file} with another constant is refused, and the constant named`, (t) => {
    const text = JSON.stringify({ ...FORMAT, vshardCount: 512 });
    const hash = formatHash(new Hasher().byteString(text).digest());
    const sql = `UPDATE ${table} SET format = '${text}', format_hash = '${hash}'`;
    const error = t.throws(() => open(tampered(t, file, sql)), { code: 'ERR_FORMAT' });
    t.regex(error.message, /vshardCount is 512 there and 1024 here$/);
  });

  test(`${file} with a damaged list is corrupt`, (t) => {
    const sql = `UPDATE ${table} SET format = replace(format, '1024', '1025')`;
    t.throws(() => open(tampered(t, file, sql)), { code: 'ERR_CORRUPT' });
  });
}
