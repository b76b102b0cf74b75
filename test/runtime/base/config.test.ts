/** Where settings come from, and what is refused. */
import test from 'ava';
import { environmentName, resolveConfig, SETTINGS, unknownVariables } from '../../../src/runtime/base/config.js';

const code = (expected: string, message: RegExp) => ({ code: expected, message });

test('without sources every setting has its default', (t) => {
  const config = resolveConfig({});
  t.is(config.groups, 4);
  t.is(config.host, '127.0.0.1');
  t.is(config.limits.keyBytesMax, 1024);
});

test('flags win over the environment, the environment over the file, the file over defaults', (t) => {
  const file = { name: 'q.json', content: { port: 1, httpPort: 1, groups: 1 } };
  const environment = { QUORATE_PORT: '2', QUORATE_HTTP_PORT: '2' };
  const config = resolveConfig({ file, environment, flags: { port: '3' } });
  t.deepEqual([config.port, config.httpPort, config.groups, config.volumes], [3, 2, 1, 1]);
});

test('limits can be set one by one, in the file and by flag', (t) => {
  const file = { name: 'q.json', content: { limits: { keyBytesMax: 10, valueBytesMax: 20 } } };
  const { limits } = resolveConfig({ file, flags: { limit: ['valueBytesMax=30', 'nodeBytesAdmission=0.5'] } });
  t.deepEqual([limits.keyBytesMax, limits.valueBytesMax, limits.nodeBytesAdmission], [10, 30, 0.5]);
});

test('what is wrong is refused, with its source and what it must be', (t) => {
  const wrong: [Parameters<typeof resolveConfig>[0], RegExp][] = [
    [{ flags: { port: '99999' } }, /--port: must be a whole number from 0 to 65535, not "99999"/],
    [{ flags: { port: '1.5' } }, /--port/],
    [{ environment: { QUORATE_GROUPS: 'many' } }, /QUORATE_GROUPS: must be a whole number from 1 to 256/],
    [{ environment: { QUORATE_INSECURE: 'maybe' } }, /QUORATE_INSECURE: must be true or false/],
    [{ flags: { 'log-level': 'loud' } }, /--log-level: must be one of/],
    [{ flags: { 'cluster-name': '../x' } }, /does not match/],
    [{ flags: { 'data-dir': '' } }, /--data-dir: must be a text/],
    [{ file: { name: 'q.json', content: [] } }, /q.json: must hold a JSON object/],
    [{ file: { name: 'q.json', content: { prot: 1 } } }, /no setting named 'prot'; there are dataDir/],
    [{ file: { name: 'q.json', content: { limits: { keyBytes: 1 } } } }, /no limit named 'keyBytes'/],
    [{ file: { name: 'q.json', content: { limits: [] } } }, /must be an object of limits/],
    [{ flags: { limit: ['keyBytesMax'] } }, /--limit: must be name=value/],
    [{ flags: { limit: ['keyBytesMax=0'] } }, /--limit.keyBytesMax: must be a whole number from 1/],
    [{ flags: { limit: ['nodeBytesAdmission=2'] } }, /above 0 and at most 1/],
  ];
  for (const [sources, message] of wrong) {
    t.throws(() => resolveConfig(sources), code('ERR_CONFIG', message));
  }
});

test('limits that do not fit into each other are refused', (t) => {
  const limited = (...limit: string[]) => resolveConfig({ flags: { limit } }).limits;
  const message = /^limits: valueBytesMax is 17000000, but with frameBytesMax at 16777216 it can be 16252928 at most$/;
  t.throws(() => limited('valueBytesMax=17000000'), { code: 'ERR_CONFIG', message });
  t.throws(() => limited('valueBytesMax=17000000', 'frameBytesMax=20000000'), { message: /mailboxBytesMax/ });
  t.throws(() => limited('nodeBytesMax=1000000'), { message: /mailboxBytesMax is .* nodeBytesMax/ });
  const fits = limited('valueBytesMax=17000000', 'frameBytesMax=20000000', 'mailboxBytesMax=20000000');
  t.is(fits.valueBytesMax, 17_000_000);
});

test('waits that cannot work together are refused, with the reason', (t) => {
  const cases: readonly (readonly [string, RegExp])[] = [
    [
      'peerPingMs=501',
      /^limits: peerPingMs is 501, but with peerSilenceMs at 1000 it can be 500 at most: one late sign/,
    ],
    ['peerSilenceMs=100', /peerPingMs is 100, but with peerSilenceMs at 100 it can be 50/],
    ['peerHelloMs=900', /peerChallengeMs is 500, but with peerHelloMs at 900 it can be 450/],
    ['peerRedialMsMin=1001', /peerRedialMsMin is 1001, but with peerRedialMsMax at 1000/],
    ['electionTimeoutMs=150', /heartbeatMs is 100, but with electionTimeoutMs at 150 it can be 75/],
    ['tickMs=101', /tickMs is 101, but with heartbeatMs at 100/],
    ['requestDeadlineMs=60001', /requestDeadlineMs is 60001, but with requestDeadlineMsMax at 60000/],
    ['peerFrameBytes=16777216', /peerFrameBytes is 16777216, but with frameBytesMax/],
    ['peerOutboxBytesMax=1000000', /batchBytesMax is 4194304, but with peerOutboxBytesMax/],
    ['scanPageBytesMax=16777216', /scanPageBytesMax is 16777216, but with frameBytesMax/],
    // A timer of the platform would fire at once.
    ['peerHelloMs=2147483648', /peerHelloMs: must be a whole number from 1 to 2147483647/],
  ];
  for (const [limit, message] of cases) {
    t.throws(() => resolveConfig({ flags: { limit: [limit] } }), { code: 'ERR_CONFIG', message }, limit);
  }
});

test('every setting has a variable of its own, and misspelt ones are found', (t) => {
  const names = Object.values(SETTINGS).map(environmentName);
  t.is(new Set(names).size, names.length);
  t.deepEqual(unknownVariables({ QUORATE_PROT: '1', QUORATE_PORT: '1', QUORATE_CONFIG: 'x', PATH: 'y' }), [
    'QUORATE_PROT',
  ]);
});
