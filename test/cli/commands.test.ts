/** put, get, delete, scan and status, against a node that a script plays. */
import { Buffer } from 'node:buffer';
import test, { type ExecutionContext } from 'ava';
import { deleteCommand } from '../../src/cli/delete.js';
import { getCommand } from '../../src/cli/get.js';
import { putCommand } from '../../src/cli/put.js';
import { scanCommand } from '../../src/cli/scan.js';
import { statusCommand } from '../../src/cli/status.js';
import { command } from '../../src/runtime/base/proto.js';
import { failed, found, type Script, ScriptedServer, written } from '../client/scripted-server.js';
import { run } from './invocation.js';

const { ItemKind, Precondition } = command;

async function node(t: ExecutionContext, script: Script): Promise<ScriptedServer> {
  const server = await new ScriptedServer(script).listen();
  t.teardown(() => server.close());
  return server;
}

const item = (kind: command.ItemKind, value: string, key = 'k') => ({
  items: { items: [{ key: Buffer.from(key), kind, value: Buffer.from(value), revision: 3, expiresAtMs: 7 }] },
});

test('put stores JSON, texts, bytes and integers, from the command line or from standard input', async (t) => {
  const server = await node(t, { request: () => written(8) });
  const address = ['--address', server.address];
  const cases: readonly (readonly [readonly string[], string, command.ItemKind, string])[] = [
    [['c', 'k', '{"a":12345678901234567890}'], '', ItemKind.JSON, '{"a":12345678901234567890}'],
    [['c', 'k'], ' [1, 2]\n', ItemKind.JSON, '[1, 2]'],
    [['c', 'k', '-'], '"x"', ItemKind.JSON, '"x"'],
    [['c', 'k', 'say "hi"', '--text'], '', ItemKind.JSON, '"say \\"hi\\""'],
    [['c', 'k', '--bytes'], '\u0000ab\n', ItemKind.BYTES, '\u0000ab\n'],
    [['c', 'k', '--integer', '--', '-42'], '', ItemKind.INTEGER, '-42'],
    [['c', 'k', '--integer'], '7\n', ItemKind.INTEGER, '7'],
  ];
  for (const [args, input, kind, value] of cases) {
    const { lines, status } = await run(putCommand, [...address, ...args], { input });
    t.deepEqual([lines, status], [['revision 8'], 0]);
    const put = server.writes.at(-1)?.operations[0]?.put;
    t.is(put?.kind, kind, args.join(' '));
    t.is(Buffer.from(put?.value ?? '').toString(), value, args.join(' '));
  }
  const how = ['--if-revision', '5', '--ttl', '2m', '--json'];
  const { lines } = await run(putCommand, [...address, 'c', 'k', '1', ...how]);
  t.deepEqual(JSON.parse(lines[0] ?? ''), { collection: 'c', key: 'k', revision: 8 });
  const operation = server.writes.at(-1)?.operations[0];
  t.like(operation, { precondition: Precondition.REVISION, expectedRevision: 5, put: { timeToLiveMs: 120_000 } });
});

test('of several addresses, given in whichever way, one that answers is enough', async (t) => {
  const server = await node(t, { request: () => written(8) });
  const nobody = '127.0.0.1:1';
  const { address } = server;
  const ways: readonly (readonly [readonly string[], Readonly<Record<string, string>>])[] = [
    [['--address', nobody, '--address', address], {}],
    [['--address', `${nobody}, ${address}`], {}],
    [[], { QUORATE_ADDRESS: `${nobody},${address}` }],
  ];
  for (const [args, environment] of ways) {
    const { lines } = await run(putCommand, [...args, 'c', 'k', '1'], { environment });
    t.deepEqual(lines, ['revision 8']);
  }
  const alone = run(putCommand, ['--address', nobody, '--address', '127.0.0.1:2', 'c', 'k', '1']);
  await t.throwsAsync(alone, { code: 'ERR_UNREACHABLE', message: /127\.0\.0\.1:1.*127\.0\.0\.1:2.*--address/ });
});

test('put refuses what is no value before it asks for a node', async (t) => {
  const address = ['--address', '127.0.0.1:1', 'c', 'k'];
  const refused: readonly (readonly [readonly string[], string | Uint8Array, string])[] = [
    [['{"a":'], '', 'ERR_INVALID_JSON'],
    [['hello'], '', 'ERR_INVALID_JSON'],
    [[], '', 'ERR_INVALID_JSON'],
    [['1.5', '--integer'], '', 'ERR_NOT_AN_INTEGER'],
    [['--text'], Uint8Array.of(0xff), 'ERR_INVALID_UTF8'],
    [['1', '--text', '--bytes'], '', 'ERR_USAGE'],
    [['1', '--ttl', '5'], '', 'ERR_USAGE'],
    [['1', '--if-revision', 'x'], '', 'ERR_USAGE'],
    [['--bytes'], new Uint8Array(17 * 1024 * 1024), 'ERR_VALUE_TOO_LARGE'],
  ];
  for (const [args, input, code] of refused) {
    await t.throwsAsync(run(putCommand, [...address, ...args], { input }), { code }, args.join(' '));
  }
});

test('get prints the value as its kind and the terminal want it', async (t) => {
  let answer = item(ItemKind.JSON, '{"a":[1,2]}');
  const server = await node(t, { request: () => answer });
  const args = ['c', 'k', '--address', server.address];
  t.deepEqual((await run(getCommand, args)).lines, ['{"a":[1,2]}']);
  t.deepEqual((await run(getCommand, args, { terminal: true })).lines, ['{\n  "a": [\n    1,\n    2\n  ]\n}']);
  const document = '{"key":"k","kind":"json","value":{"a":[1,2]},"revision":3,"expiresAtMs":7}';
  t.deepEqual((await run(getCommand, [...args, '--json'])).lines, [document]);
  answer = item(ItemKind.JSON, '{"id":12345678901234567890}');
  for (const terminal of [true, false]) {
    t.deepEqual(
      (await run(getCommand, args, { terminal })).lines,
      ['{"id":12345678901234567890}'],
      'to the last digit',
    );
  }
  answer = item(ItemKind.BYTES, 'raw');
  t.deepEqual((await run(getCommand, args)).bytes, [new Uint8Array(Buffer.from('raw'))]);
  t.like(JSON.parse((await run(getCommand, [...args, '--json'])).lines[0] ?? ''), { valueBase64: 'cmF3' });
  answer = item(ItemKind.INTEGER, '-5');
  t.deepEqual((await run(getCommand, args)).lines, ['-5']);
});

test('get tells a missing item from a missing collection', async (t) => {
  const server = await node(t, {
    request: ({ get }) => (get == null ? found({ key: 'fruits', value: 1 }) : found()),
  });
  const address = ['--address', server.address];
  const missing = run(getCommand, ['fruits', 'kiwi', ...address]);
  await t.throwsAsync(missing, { code: 'ERR_NOT_FOUND', message: "there is no item 'kiwi' in collection 'fruits'" });
  const misspelt = run(getCommand, ['fruts', 'kiwi', ...address]);
  await t.throwsAsync(misspelt, { code: 'ERR_UNKNOWN_COLLECTION', message: /'fruts'; there are fruits$/ });
});

test('delete says whether there was anything', async (t) => {
  let existed = true;
  const server = await node(t, { request: () => written(existed ? 4 : 0, { existed }) });
  const args = ['c', 'k', '--address', server.address];
  t.deepEqual((await run(deleteCommand, args)).lines, ['deleted at revision 4']);
  existed = false;
  await t.throwsAsync(run(deleteCommand, args), { code: 'ERR_NOT_FOUND' });
});

test('scan prints lines, documents or keys', async (t) => {
  const server = await node(t, {
    request: ({ scan }) => {
      if (scan?.keysOnly) return found({ key: 'a', value: 0 }, { key: 'b', value: 0 });
      const items = [item(ItemKind.JSON, '{"n": 1}', 'a'), item(ItemKind.BYTES, 'raw', 'b')];
      return { items: { items: items.flatMap((each) => each.items.items) } };
    },
  });
  const args = ['c', '--address', server.address, '--prefix', 'x', '--limit', '5'];
  t.deepEqual((await run(scanCommand, args)).lines, ['a\t{"n": 1}', 'b\tcmF3']);
  t.deepEqual((await run(scanCommand, [...args, '--keys-only'])).lines, ['a', 'b']);
  const documents = (await run(scanCommand, [...args, '--json'])).lines.map((line) => JSON.parse(line));
  t.deepEqual(
    documents.map(({ key, value, valueBase64 }) => ({ key, value, valueBase64 })),
    [
      { key: 'a', value: { n: 1 }, valueBase64: undefined },
      { key: 'b', value: undefined, valueBase64: 'cmF3' },
    ],
  );
  t.is(server.requests[0]?.scan?.limit, 5);
  t.is(Buffer.from(server.requests[0]?.scan?.to ?? '').toString(), 'y');
});

const GROUP = {
  ...{ volume: 0, replica: 1, leader: 1, leaderNode: 1, logClockMs: 5, lag: 0, nodes: [1, 2] },
  ...{ slots: 512, purpose: 'data', role: 'leader', term: 2, members: [{ replica: 2, node: 2, match: 5, lag: 0 }] },
};
const STATUS = {
  clusterId: 'quorate-1',
  clusterName: 'quorate',
  node: 1,
  boot: 3,
  ready: false,
  uptimeMs: 61_000,
  versions: { quorate: '0.1.0', node: '20.20.2' },
  addresses: {},
  memory: { residentBytes: 100 * 1024 * 1024, heapUsedBytes: 0, externalBytes: 0 },
  groups: [
    {
      ...GROUP,
      group: 1,
      purpose: 'metadata',
      slots: 1,
      commit: 5,
      applied: 5,
      flushed: 4,
      lastIndex: 5,
      purgeIndex: 1,
    },
    {
      ...{ ...GROUP, group: 2, commit: 100, applied: 99, flushed: 50, lastIndex: 100, purgeIndex: 40 },
      members: [{ replica: 2, node: 2, match: 88, lag: 12 }],
    },
    {
      ...GROUP,
      group: 3,
      role: 'stopped',
      leaderNode: 0,
      commit: 0,
      applied: 0,
      flushed: 0,
      lastIndex: 0,
      purgeIndex: 0,
      reason: { code: 'ERR_CORRUPT', message: 'a row is not what was written' },
    },
  ],
  peers: [
    {
      ...{ node: 2, address: '10.0.0.2:7412', presence: 'lost', boot: 4, sinceMs: 1, queuedBytes: 9 },
      ...{ connectionsMade: 1, clientAddress: '10.0.0.2:7411', httpAddress: '10.0.0.2:7410' },
      reason: { code: 'ERR_CONNECTION_LOST', message: 'it said nothing for 1000 ms' },
    },
  ],
  workers: [],
  actors: [],
};

test('status prints a line for each group, their sums and each peer, and why one is not as it should be', async (t) => {
  const server = await node(t, { request: () => ({ status: { json: Buffer.from(JSON.stringify(STATUS)) } }) });
  const args = ['--address', server.address];
  const { lines } = await run(statusCommand, args);
  t.regex(lines[0] ?? '', /node 1 of cluster quorate \(quorate-1\), boot 3, not ready/);
  t.regex(lines[1] ?? '', /up 61 s, 100 MiB/);
  const words = lines.slice(3, 8).map((line) => line.trim().split(/ {2,}/));
  t.deepEqual(words, [
    ['group', 'purpose', 'role', 'leader', 'term', 'commit', 'applied', 'flushed', 'log', 'slots', 'behind'],
    ['1', 'metadata', 'leader', '1', '2', '5', '5', '4', '4', '-', '-'],
    ['2', 'data', 'leader', '1', '2', '100', '99', '50', '60', '512', 'node 2 by 12'],
    ['3', 'data', 'stopped', '-', '2', '0', '0', '0', '0', '512'],
    ['total', 'leads 2', '105', '104', '54', '64', '1024'],
  ]);
  t.regex(lines[10] ?? '', /2 +10\.0\.0\.2:7412 +lost +4 +9 +10\.0\.0\.2:7411 +10\.0\.0\.2:7410/);
  t.regex(lines[12] ?? '', /node 2 is lost: it said nothing for 1000 ms \(ERR_CONNECTION_LOST\)/);
  t.regex(lines[11] ?? '', /group 3 is stopped: a row is not what was written \(ERR_CORRUPT\)/);
  t.deepEqual(JSON.parse((await run(statusCommand, [...args, '--json'])).lines[0] ?? ''), STATUS);
});

test('status of several nodes: one that does not answer is a line that says why', async (t) => {
  const server = await node(t, { request: () => ({ status: { json: Buffer.from(JSON.stringify(STATUS)) } }) });
  const closed = await new ScriptedServer({}).listen();
  const gone = closed.address;
  await closed.close();
  const args = ['--address', `${gone}, ${server.address}`];
  const { lines, status } = await run(statusCommand, args);
  t.is(status, 0);
  t.true(lines[0]?.startsWith(`${gone}: `) === true && lines[0].endsWith('(ERR_UNREACHABLE)'), lines[0]);
  t.regex(lines[2] ?? '', /^node 1 of cluster/);
  const documents = (await run(statusCommand, [...args, '--json'])).lines.map((line) => JSON.parse(line));
  t.like(documents[0], { address: gone, error: { code: 'ERR_UNREACHABLE' } });
  t.is(documents[1].node, 1);
  t.is((await run(statusCommand, ['--address', `${gone},${gone}`])).status, 69);
});

test('a node that is not there is told with how to start one', async (t) => {
  const server = await new ScriptedServer({}).listen();
  const { address } = server;
  await server.close();
  const message = /no node answers at .* start one with 'quorate start', or name another with --address/;
  await t.throwsAsync(run(statusCommand, ['--address', address]), { code: 'ERR_UNREACHABLE', message });
  await t.throwsAsync(run(statusCommand, ['--address', 'no address']), { code: 'ERR_INVALID_REQUEST' });
});

test('a request that takes longer than --timeout ends', async (t) => {
  const server = await node(t, { request: ({ get }) => (get == null ? failed('ERR_NOT_READY') : undefined) });
  const args = ['c', 'k', '--address', server.address, '--timeout', '30'];
  await t.throwsAsync(run(getCommand, args), { code: 'ERR_TIMEOUT' });
});
