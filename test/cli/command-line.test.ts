/** Command lines: what is understood, what is refused, and what help says. */
import test from 'ava';
import { type Command, helpOf, parseCommandLine } from '../../src/cli/command.js';
import { deleteCommand } from '../../src/cli/delete.js';
import { parseDuration } from '../../src/cli/duration.js';
import { getCommand } from '../../src/cli/get.js';
import { importCommand } from '../../src/cli/import.js';
import { putCommand } from '../../src/cli/put.js';
import { scanCommand } from '../../src/cli/scan.js';
import { addressOf } from '../../src/cli/session.js';
import { configOf, startCommand } from '../../src/cli/start.js';
import { statusCommand } from '../../src/cli/status.js';
import { formatTable } from '../../src/cli/table.js';
import { SETTINGS } from '../../src/runtime/base/config.js';

const COMMANDS = [startCommand, putCommand, getCommand, deleteCommand, scanCommand, importCommand, statusCommand];

test('arguments and options come apart as each command declares them', (t) => {
  const cases: readonly (readonly [Command, string, readonly string[], object])[] = [
    [putCommand, 'c k v --if-revision 3', ['c', 'k', 'v'], { 'if-revision': '3' }],
    [putCommand, 'c k --integer -- -5', ['c', 'k', '-5'], { integer: true }],
    [getCommand, '--local c k --json', ['c', 'k'], { local: true, json: true }],
    [getCommand, '-h', [], { help: true }],
    [scanCommand, 'c --prefix=a --limit=5', ['c'], { prefix: 'a', limit: '5' }],
    [importCommand, 'c - --key id', ['c', '-'], { key: 'id' }],
    [startCommand, '--limit a=1 --limit b=2 --insecure', [], { limit: ['a=1', 'b=2'], insecure: true }],
  ];
  for (const [command, line, positionals, options] of cases) {
    const parsed = parseCommandLine(command, line.split(' '));
    t.deepEqual(parsed.positionals, positionals, line);
    t.deepEqual({ ...parsed.options }, options, line);
  }
});

test('what is wrong with a command line is said, with where help is', (t) => {
  const cases: readonly (readonly [Command, string, RegExp])[] = [
    [getCommand, '', /^COLLECTION is missing; see 'quorate get --help'$/],
    [getCommand, 'c', /^KEY is missing/],
    [getCommand, 'c k x', /^'x' is one argument too many/],
    [getCommand, 'c k --lokal', /^Unknown option '--lokal'.*; see 'quorate get --help'$/],
    [getCommand, 'c k --address', /'--address <value>' argument missing/],
    [putCommand, 'c k -5', /behind '--'/],
    [statusCommand, 'now', /^'now' is one argument too many/],
  ];
  for (const [command, line, message] of cases) {
    const args = line === '' ? [] : line.split(' ');
    t.throws(() => parseCommandLine(command, args), { code: 'ERR_USAGE', message }, line);
  }
});

test('an argument that was no UTF-8 is refused before it names another key', (t) => {
  t.throws(() => parseCommandLine(getCommand, ['c', 'k\ufffd']), { code: 'ERR_INVALID_UTF8' });
});

test('help names the usage, every option and an example', (t) => {
  for (const command of COMMANDS) {
    const help = helpOf(command);
    t.true(help.startsWith(`Usage: quorate ${command.name} `), command.name);
    for (const name of Object.keys(command.options)) t.true(help.includes(`--${name}`), `${command.name} --${name}`);
    t.true(help.includes('--help') && help.includes('--json') && help.includes(command.summary), command.name);
    for (const line of help.split('\n')) t.true(line.length <= 140, `${command.name}: ${line}`);
  }
});

test('start has a flag for every setting', (t) => {
  for (const { flag } of Object.values(SETTINGS)) t.true(Object.hasOwn(startCommand.options, flag), flag);
});

test('the configuration is the flags, then the environment; what is no setting is refused', (t) => {
  const environment = { QUORATE_PORT: '1', QUORATE_HTTP_PORT: '2', HOME: '/' };
  const config = configOf({ options: { port: '5', limit: ['valueBytesMax=9'] }, environment });
  t.like(config, { port: 5, httpPort: 2, groups: 4, limits: { valueBytesMax: 9 } });
  const refused = (options: object, variables: Record<string, string>, message: RegExp) =>
    t.throws(() => configOf({ options: { ...options }, environment: variables }), { code: 'ERR_CONFIG', message });
  refused({}, { QUORATE_PROT: '1' }, /there is no setting QUORATE_PROT; the environment may have .*QUORATE_PORT/);
  refused({ port: 'http' }, {}, /^--port: must be a whole number/);
  refused({ config: '/nowhere/quorate.json' }, {}, /^the configuration file \/nowhere\/quorate.json cannot be read/);
  refused({ limit: ['valueBytes=9'] }, {}, /there is no limit named 'valueBytes'/);
});

test('the address is the flag, then the environment, then the default', (t) => {
  t.is(addressOf({ options: { address: 'a:1' }, environment: { QUORATE_ADDRESS: 'b:2' } }), 'a:1');
  t.is(addressOf({ options: { address: ['a:1', 'c:3,d:4'] }, environment: {} }), 'a:1,c:3,d:4');
  t.is(addressOf({ options: {}, environment: { QUORATE_ADDRESS: 'b:2' } }), 'b:2');
  t.is(addressOf({ options: {}, environment: {} }), '127.0.0.1:7411');
});

test('durations have a number and a unit', (t) => {
  const known = { '500ms': 500, '30s': 30_000, '10m': 600_000, '2h': 7_200_000, '7d': 604_800_000 };
  for (const [text, ms] of Object.entries(known)) t.is(parseDuration(text, 'ttl'), ms);
  for (const text of ['', '10', '0s', '-1s', '1.5s', '1 s', '1w', '999999999999999d']) {
    t.throws(() => parseDuration(text, 'ttl'), { code: 'ERR_USAGE', message: /^--ttl must be a duration/ }, text);
  }
});

test('columns are as wide as what is in them', (t) => {
  const columns = [{ title: 'n', align: 'right' as const }, { title: 'name' }, { title: 'x' }];
  t.deepEqual(
    formatTable(columns, [
      ['1', 'a', ''],
      ['100', 'long name', 'y'],
    ]),
    ['  n  name       x', '  1  a', '100  long name  y'],
  );
});
