/** The command as a process: exit statuses, and what goes to which stream. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { found, ScriptedServer } from '../client/scripted-server.js';
import { codeOf, quorate } from './quorate-process.js';

test('help and version are results: on standard output, with status 0', async (t) => {
  for (const args of [['--help'], ['-h'], ['help']]) {
    const { status, stdout, stderr } = await quorate(args);
    t.is(status, 0);
    t.is(stderr, '');
    for (const name of ['dev', 'init', 'start', 'put', 'get', 'delete', 'scan', 'import', 'status'])
      t.regex(stdout, new RegExp(`^  ${name} `, 'm'));
  }
  const { status, stdout } = await quorate(['import', '--help']);
  t.is(status, 0);
  t.regex(stdout, /^Usage: quorate import COLLECTION \[FILE\] \[options\]/);
  t.regex((await quorate(['--version'])).stdout, /^\d+\.\d+\.\d+\n$/);
});

test('a wrong command line ends with status 64 and says what would be right', async (t) => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['strat'], /did you mean 'start'/],
    [['frobnicate'], /see 'quorate --help'/],
    [['get', 'c'], /KEY is missing; see 'quorate get --help'/],
    [['scan', 'c', '--lmit', '5'], /'--lmit'.*see 'quorate scan --help'/],
  ];
  for (const [args, message] of cases) {
    const { status, stdout, stderr } = await quorate(args);
    t.is(status, 64, args.join(' '));
    t.is(stdout, '');
    t.regex(stderr, message);
    t.regex(stderr, /\(ERR_USAGE\)/);
  }
  t.is(codeOf(await quorate(['get', 'c', '--json'])), 'ERR_USAGE');
});

test('a wrong configuration ends with status 78 and names what is wrong', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-cli-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'quorate.json');
  const where = ['start', '--json', '--data-dir', join(folder, 'data')];
  const start = (args: readonly string[], environment = {}) => quorate([...where, ...args], environment);
  writeFileSync(file, '{"prot": 1}');
  for (const ended of [
    await start(['--port', 'http']),
    await start([], { QUORATE_PROT: '7411' }),
    await start(['--config', file]),
    await start([], { QUORATE_CONFIG: join(folder, 'missing.json') }),
    await start(['--host', '0.0.0.0']),
  ]) {
    t.is(ended.status, 78, ended.stderr);
    t.true(['ERR_CONFIG', 'ERR_INSECURE'].includes(String(codeOf(ended))), ended.stderr);
  }
  writeFileSync(file, '{"groups": 9}');
  const { status, stdout } = await start(['--config', file, '--print-config', '--limit', 'valueBytesMax=77']);
  t.is(status, 0);
  t.like(JSON.parse(stdout), { groups: 9, port: 7411, limits: { valueBytesMax: 77 } });
});

test('without a node a command ends with status 69 and says how to start one', async (t) => {
  const server = await new ScriptedServer({}).listen();
  const { address } = server;
  await server.close();
  const { status, stderr } = await quorate(['get', 'c', 'k'], { QUORATE_ADDRESS: address });
  t.is(status, 69);
  t.regex(stderr, /no node answers at .*quorate start/);
  t.is(codeOf(await quorate(['get', 'c', 'k', '--json', '--address', address])), 'ERR_UNREACHABLE');
});

test('results and errors go to their streams, and the status says which it was', async (t) => {
  const server = await new ScriptedServer({
    request: ({ get }) =>
      Buffer.from(get?.key ?? '').toString() === 'here' ? found({ key: 'here', value: [1] }) : found(),
  }).listen();
  t.teardown(() => server.close());
  const environment = { QUORATE_ADDRESS: server.address };
  const here = await quorate(['get', 'c', 'here'], environment);
  t.like(here, { status: 0, stdout: '[1]\n', stderr: '' });
  const missing = await quorate(['get', 'c', 'gone', '--json'], environment);
  t.is(missing.status, 3);
  t.is(missing.stdout, '');
});
