/** The documents say what the code says. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { environmentName, SETTINGS } from '../../src/runtime/base/config.js';
import { ERRORS } from '../../src/runtime/base/errors.js';
import { openNode } from '../../src/runtime/node/open-node.js';
import { STATE_SCHEMA } from '../../src/runtime/storage/state-schema.js';
import { VOLUME_SCHEMA } from '../../src/runtime/storage/volume-schema.js';
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
    'docs/disk-format.md',
    'docs/divergence.md',
    'docs/plan.md',
    'docs/protocol.md',
    '.ci/run',
    'package.json',
  ]) {
    t.notRegex(read(name), /\/(home|work|root)\//, name);
  }
});

/** Every message of every protocol table, as `kind number`, name, body and delivery. */
function messagesInCode(): readonly string[] {
  const folders = ['applier', 'gateway', 'log-writer', 'peer-link', 'raft'];
  return folders.flatMap((folder) => {
    const source = read(`src/actors/${folder}/protocol.ts`);
    return [...source.matchAll(/^const (\w+) = \{$([\s\S]*?)^\} as const;$/gm)].flatMap(([, table, rows = '']) => {
      const kind = source.match(new RegExp(`defineProtocol\\('([\\w-]+)', ${table}\\)`))?.[1];
      const messages = [...rows.matchAll(/(\w+): message\((\d+), (\w+\.\w+), '(\w+)'\)/g)];
      return messages.map(([, name, number, body, delivery]) => `${kind} ${number} ${name} ${body} ${delivery}`);
    });
  });
}

test('docs/protocol.md has every message, with its number, body and delivery', (t) => {
  const rows = read('docs/protocol.md').matchAll(/^\| ([\w-]+ \d+) \| `(\w+)` \| `([\w.]+)` \| (\w+) \|/gm);
  const documented = [...rows].map(([, number, name, body, delivery]) => `${number} ${name} ${body} ${delivery}`);
  t.true(documented.length > 40);
  t.deepEqual(documented.sort(), [...messagesInCode()].sort());
});

test('every section of docs/protocol.md has a sequence diagram', (t) => {
  const [, ...sections] = read('docs/protocol.md').split(/^## /m);
  t.is(sections.length, 9);
  for (const section of sections) t.regex(section, /^```mermaid\nsequenceDiagram$/m, section.split('\n')[0]);
});

test('docs/disk-format.md names every column of every table', (t) => {
  const text = read('docs/disk-format.md');
  const columns = `${VOLUME_SCHEMA}${STATE_SCHEMA}`.matchAll(/^ {2}(\w+) (?:INTEGER|TEXT|BLOB)/gm);
  const names = [...columns].map((column) => column[1] ?? '').filter((name) => name !== 'id');
  t.true(names.length > 50);
  t.deepEqual(
    names.filter((name) => !new RegExp(`\\b${name}\\b`).test(text)),
    [],
  );
});
