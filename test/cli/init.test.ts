/** `quorate init`: what it makes and says, and which command lines it refuses. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { initCommand } from '../../src/cli/init.js';
import { run } from './invocation.js';

const PEERS = '1=127.0.0.1:7412,2=127.0.0.1:7422,3=127.0.0.1:7432';

function place(t: ExecutionContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-init-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

const argsFor = (dataDir: string, ...more: readonly string[]): string[] => [
  ...['--name', 'shop', '--node', '2', '--peers', PEERS, '--groups', '2', '--data-dir', dataDir, ...more],
];

test('init makes the directory, says what it made and what comes next; again it changes nothing', async (t) => {
  const dataDir = place(t);
  const first = await run(initCommand, argsFor(dataDir));
  t.is(first.status, 0);
  const text = first.lines.join('\n');
  for (const part of [/Made node 2 of cluster shop-[0-9a-f]{16}/, /3 of each group/, /quorate start --data-dir/]) {
    t.regex(text, part);
  }
  const elsewhere = ['--peers', '1=10.0.0.1:7412,2=10.0.0.2:7412'];
  const other = await run(initCommand, argsFor(place(t), ...elsewhere));
  t.regex(other.lines.join('\n'), /quorate start --data-dir \S+ --host 10\.0\.0\.2 --insecure$/);
  const made = readdirSync(dataDir).sort();
  t.true(made.includes('node.json'));
  const again = await run(initCommand, argsFor(dataDir));
  t.is(again.status, 0);
  t.regex(again.lines[0] ?? '', /^Nothing to do: there is node 2 of cluster shop-/);
  const document = JSON.parse((await run(initCommand, argsFor(dataDir, '--json'))).lines[0] ?? '');
  t.like(document, { event: 'initialized', isNew: false, node: 2, replicas: 3, groups: 2 });
  t.deepEqual(readdirSync(dataDir).sort(), made);
});

test('a directory that was made otherwise is left as it is, and every difference is named', async (t) => {
  const dataDir = place(t);
  await run(initCommand, argsFor(dataDir));
  const before = readdirSync(dataDir);
  const other = argsFor(dataDir, '--replicas', '1', '--limit', 'sessionWindow=16');
  await t.throwsAsync(run(initCommand, other), {
    code: 'ERR_WRONG_CLUSTER',
    message: /replicas 3, not 1; with sessionWindow 4096, not 16; give the same arguments/,
  });
  t.deepEqual(readdirSync(dataDir), before);
});

test('command lines that cannot be are refused before anything is made', async (t) => {
  const dataDir = place(t);
  const cases: readonly (readonly [readonly string[], string, RegExp])[] = [
    [['--node', '1', '--peers', PEERS], 'ERR_USAGE', /--name is missing; see 'quorate init --help'/],
    [['--name', 'shop', '--peers', PEERS], 'ERR_USAGE', /--node is missing/],
    [['--name', 'shop', '--node', '1'], 'ERR_USAGE', /--peers is missing/],
    [['--name', '../x', '--node', '1', '--peers', PEERS], 'ERR_CONFIG', /--name: '\.\.\/x' does not match/],
    [['--name', 'shop', '--node', 'one', '--peers', PEERS], 'ERR_USAGE', /--node must be a whole number/],
    [['--name', 'shop', '--node', '4', '--peers', PEERS], 'ERR_CONFIG', /node 4, which this is, is not among them/],
    [argsFor(dataDir, '--groups', '257'), 'ERR_USAGE', /--groups must be a whole number from 1 to 256, not '257'/],
    [argsFor(dataDir, '--volumes', '17'), 'ERR_USAGE', /--volumes must be/],
    [argsFor(dataDir, '--replicas', '4'), 'ERR_CONFIG', /it can be 1 to 3/],
    [argsFor(dataDir, '--limit', 'sessionWindw=1'), 'ERR_CONFIG', /no limit named 'sessionWindw'/],
  ];
  for (const [args, code, message] of cases) {
    await t.throwsAsync(run(initCommand, [...args, '--data-dir', dataDir]), { code, message }, args.join(' '));
  }
  t.throws(() => readdirSync(dataDir), { code: 'ENOENT' });
});
