/** The documents say what the code says. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { environmentName, SETTINGS } from '../../src/runtime/base/config.js';
import { ERRORS } from '../../src/runtime/base/errors.js';
import { openNode } from '../../src/runtime/node/open-node.js';
import { EXIT_STATUS } from '../../src/runtime/worker/exit-status.js';

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

test('docs/operating.md lists every exit status that an error or a node can have', (t) => {
  const documented = [...read('docs/operating.md').matchAll(/^\| (\d+) \|/gm)].map((match) => Number(match[1]));
  const ofErrors = Object.values(ERRORS).map(({ exitStatus }) => exitStatus);
  const missing = [...ofErrors, ...Object.values(EXIT_STATUS)].filter((status) => !documented.includes(status));
  t.deepEqual(missing, []);
});

test('docs/operating.md names every file of a data directory', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'quorate-test-'));
  t.teardown(() => rmSync(dataDir, { recursive: true }));
  await using _node = await openNode({ dataDir, port: 0, httpPort: 0, logLevel: 'silent' });
  const text = read('docs/operating.md');
  const kinds = readdirSync(dataDir).map((name) =>
    name
      .replace(/^volume-\d+/, 'volume-N')
      .replace(/^state-\d+-\d+-\d+/, 'state-GROUP-REPLICA-INDEX')
      .replace(/-(wal|shm|journal)$/, ''),
  );
  t.deepEqual(
    [...new Set(kinds)].filter((kind) => !text.includes(`| \`${kind}\``)),
    [],
  );
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
