/** The platform: combinations that crash or lose writes are refused with a sentence. */
import test from 'ava';
import {
  assertBindingFits,
  assertSqliteVersion,
  compareVersions,
  installedBindingVersion,
} from '../../../src/runtime/storage/platform.js';

test('versions compare number by number', (t) => {
  t.true(compareVersions('3.51.3', '3.51.10') < 0);
  t.true(compareVersions('3.60', '3.51.3') > 0);
  t.is(compareVersions('3.51', '3.51.0'), 0);
});

test('SQLite below 3.51.3 is refused', (t) => {
  for (const version of ['3.51.2', '3.50.9', '2.99.99']) {
    t.throws(() => assertSqliteVersion(version), { code: 'ERR_SQLITE_TOO_OLD' });
  }
  for (const version of ['3.51.3', '3.53.2', '4.0.0']) t.notThrows(() => assertSqliteVersion(version));
});

test('better-sqlite3 13 is refused on a Node that it would crash', (t) => {
  for (const node of ['20.20.2', '22.13.9']) {
    const error = t.throws(() => assertBindingFits('13.2.0', node), { code: 'ERR_CONFIG' });
    t.regex(error.message, /better-sqlite3 12/);
  }
  for (const node of ['22.14.0', '24.1.0']) t.notThrows(() => assertBindingFits('13.2.0', node));
  t.notThrows(() => assertBindingFits('12.11.1', '20.19.0'));
});

test('the installed binding fits this Node', (t) => {
  t.notThrows(() => assertBindingFits(installedBindingVersion(), process.versions.node));
});
