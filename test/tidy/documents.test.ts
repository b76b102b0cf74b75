/** The documents say what the code says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'ava';
import { environmentName, SETTINGS } from '../../src/runtime/base/config.js';
import { ERRORS } from '../../src/runtime/base/errors.js';

const read = (name: string): string => readFileSync(join(import.meta.dirname, '..', '..', '..', name), 'utf8');

test('docs/operating.md explains every error code, and no other', (t) => {
  const documented = [...read('docs/operating.md').matchAll(/^\| `(ERR_\w+)` \|/gm)].map((match) => match[1] ?? '');
  t.deepEqual(documented.sort(), Object.keys(ERRORS).sort());
});

test('docs/operating.md lists every setting with its variable and default', (t) => {
  const rows = read('docs/operating.md')
    .split('\n')
    .filter((line) => line.startsWith('| `--'));
  const documented = rows.map((row) =>
    row
      .split('|')
      .map((cell) => cell.trim().replaceAll('`', ''))
      .slice(1, 5),
  );
  const actual = Object.entries(SETTINGS).map(([name, setting]) => [
    `--${setting.flag}`,
    environmentName(setting),
    name,
    String(setting.fallback),
  ]);
  t.deepEqual(documented, actual);
});

test('docs/operating.md lists every exit status that an error can have', (t) => {
  const documented = [...read('docs/operating.md').matchAll(/^\| (\d+) \|/gm)].map((match) => Number(match[1]));
  const missing = Object.values(ERRORS).filter(({ exitStatus }) => !documented.includes(exitStatus));
  t.deepEqual(missing, []);
});

test('nothing is left of a place that only one machine has', (t) => {
  for (const name of [
    'README.md',
    'docs/operating.md',
    'docs/decisions.md',
    'docs/plan.md',
    '.ci/run',
    'package.json',
  ]) {
    t.notRegex(read(name), /\/(home|work|root)\//, name);
  }
});
