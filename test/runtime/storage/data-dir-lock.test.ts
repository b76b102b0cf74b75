/** The data directory lock: one live process per directory, and nothing to clean up after a dead one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test from 'ava';
import { lockDataDirectory } from '../../../src/runtime/storage/storage.js';
import { temporaryDirectory } from '../../store-suite/places.js';

const CHILD = fileURLToPath(new URL('./lock-child.js', import.meta.url));

test('a directory is locked once, and again after its release', (t) => {
  const directory = temporaryDirectory(t);
  const lock = lockDataDirectory(directory);
  const error = t.throws(() => lockDataDirectory(directory), { code: 'ERR_DATA_DIR_IN_USE' });
  t.regex(error.message, /in use by another process/);
  lock.release();
  lockDataDirectory(directory).release();
});

test('another process is refused while the holder lives, and let in once it was killed', async (t) => {
  const directory = temporaryDirectory(t);
  const child = spawn(process.execPath, ['--expose-gc', CHILD, directory], { stdio: ['pipe', 'pipe', 'inherit'] });
  t.teardown(() => child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  t.throws(() => lockDataDirectory(directory), { code: 'ERR_DATA_DIR_IN_USE' });
  child.kill('SIGKILL');
  await once(child, 'exit');
  lockDataDirectory(directory).release();
});

test('a lock file that no node has made is refused, with what to do about it', (t) => {
  const directory = temporaryDirectory(t);
  writeFileSync(join(directory, 'LOCK'), 'not a database, and longer than its header would be\n'.repeat(20));
  const error = t.throws(() => lockDataDirectory(directory), { code: 'ERR_DATA_DIR_UNUSABLE' });
  t.regex(error.message, /remove it$/);
});

test('a directory that is missing cannot be locked', (t) => {
  const missing = join(temporaryDirectory(t), 'none');
  t.throws(() => lockDataDirectory(missing), { code: 'ERR_DATA_DIR_UNUSABLE' });
});

test('a directory that may not be written cannot be locked, unless by root', (t) => {
  const directory = join(temporaryDirectory(t), 'read-only');
  mkdirSync(directory);
  chmodSync(directory, 0o500);
  if (process.getuid?.() === 0) t.notThrows(() => lockDataDirectory(directory).release());
  else t.throws(() => lockDataDirectory(directory), { code: 'ERR_DATA_DIR_UNUSABLE' });
});
