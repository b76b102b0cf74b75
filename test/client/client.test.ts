/** What a program asks for, as the node sees it, and what the node says, as the program sees it. */
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import test from 'ava';
import { formatAddress, parseAddress } from '../../src/client/address.js';
import { connect, JsonText } from '../../src/client/client.js';
import { QuorateError } from '../../src/runtime/base/errors.js';
import { command, group } from '../../src/runtime/base/proto.js';
import { failed, found, type Request, ScriptedServer, SESSION, serve, written } from './scripted-server.js';

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? '').toString();
const operationOf = ({ write }: Request) => write?.operations[0];

test('a put carries collection, key, kind, value, condition and time to live', async (t) => {
  const { server, client } = await serve(t, { request: () => written(5) });
  const items = client.collection('items');
  t.deepEqual(await items.put('a', { n: 1 }), { revision: 5 });
  await items.put('b', Uint8Array.of(1, 2), { ifAbsent: true, ttlMs: 500 });
  await items.put('c', -7, { kind: 'integer', ifPresent: true });
  await items.compareAndSet('d', 9, new JsonText('12345678901234567890'));
  await items.compareAndSet('e', 0, null);
  const [a, b, c, d, e] = server.requests.map(operationOf);
  t.is(text(a?.collection), 'items');
  t.is(text(a?.key), 'a');
  t.like(a, { precondition: command.Precondition.NONE, put: { kind: command.ItemKind.JSON, timeToLiveMs: 0 } });
  t.is(text(a?.put?.value), '{"n":1}');
  t.like(b, { precondition: command.Precondition.ABSENT, put: { kind: command.ItemKind.BYTES, timeToLiveMs: 500 } });
  t.deepEqual([...(b?.put?.value ?? [])], [1, 2]);
  t.like(c, { precondition: command.Precondition.PRESENT, put: { kind: command.ItemKind.INTEGER } });
  t.is(text(c?.put?.value), '-7');
  t.like(d, { precondition: command.Precondition.REVISION, expectedRevision: 9 });
  t.is(text(d?.put?.value), '12345678901234567890');
  t.like(e, { precondition: command.Precondition.ABSENT });
});

test('writes go under the session of the welcome, with sequences in order and the lowest unresolved', async (t) => {
  const { server, client } = await serve(t, { request: () => written(1) });
  const items = client.collection('items');
  for (const key of ['a', 'b', 'c']) await items.put(key, 1);
  await Promise.all(['d', 'e'].map((key) => items.put(key, 1)));
  t.true(server.writes.every((write) => write.sessionStampMs === SESSION.sessionStampMs));
  t.true(server.writes.every((write) => write.sessionSerial === SESSION.sessionSerial));
  t.deepEqual(
    server.writes.map(({ sequence, lowestUnresolved }) => [sequence, lowestUnresolved]),
    [
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [5, 4],
    ],
  );
});

test('items come back as the values they were', async (t) => {
  const { ItemKind } = command;
  const items = [
    { key: Buffer.from('é'), kind: ItemKind.JSON, value: Buffer.from('{"a":[1]}'), revision: 3, expiresAtMs: 99 },
    { key: Buffer.from('b'), kind: ItemKind.BYTES, value: Buffer.from('xyz'), revision: 4 },
    { key: Buffer.from('c'), kind: ItemKind.INTEGER, value: Buffer.from('-12'), revision: 5 },
    { key: Buffer.from('d'), kind: ItemKind.JSON, value: Buffer.from('{no json'), revision: 6 },
  ];
  const { client } = await serve(t, {
    request: ({ get }) => ({ items: { items: items.filter(({ key }) => key.equals(get?.key ?? key)) } }),
  });
  const collection = client.collection('items');
  t.deepEqual(await collection.get('é'), { key: 'é', kind: 'json', value: { a: [1] }, revision: 3, expiresAtMs: 99 });
  const bytes = await collection.get<Uint8Array>('b');
  t.deepEqual(bytes, { key: 'b', kind: 'bytes', value: new Uint8Array(Buffer.from('xyz')), revision: 4 });
  t.is(bytes?.value.buffer.byteLength, 3, 'a value does not hold on to the frame that it came in');
  t.deepEqual(await collection.get('c'), { key: 'c', kind: 'integer', value: -12, revision: 5 });
  await t.throwsAsync(collection.get('d'), { code: 'ERR_INVALID_JSON' });
  t.is(await collection.get('none'), undefined);
});

test('a get in a collection that nobody has written to finds nothing', async (t) => {
  const { client } = await serve(t, { request: () => failed('ERR_UNKNOWN_COLLECTION') });
  t.is(await client.collection('items').get('a'), undefined);
  await t.throwsAsync(client.collection('items').delete('a'), { code: 'ERR_UNKNOWN_COLLECTION' });
});

test('deletes, increments and batches answer with what they did', async (t) => {
  const { server, client } = await serve(t, {
    request: ({ write }) => ({
      result: {
        operations: (write?.operations ?? []).map((each, at) => ({
          revision: at + 1,
          existed: each.delete != null,
          integer: each.increment?.delta ?? 0,
        })),
      },
    }),
  });
  const items = client.collection('items');
  t.deepEqual(await items.delete('a', { ifRevision: 4 }), { existed: true, revision: 1 });
  t.deepEqual(await items.increment('a', -3), { integer: -3, revision: 1, existed: false });
  const results = await client.batch('items', [
    { op: 'put', key: '{p}/a', value: 1, ifRevision: 2 },
    { op: 'delete', key: '{p}/b' },
    { op: 'increment', key: '{p}/c' },
  ]);
  t.deepEqual(results, [
    { revision: 1, existed: false, integer: 0 },
    { revision: 2, existed: true, integer: 0 },
    { revision: 3, existed: false, integer: 1 },
  ]);
  t.is(server.writes.at(-1)?.operations.length, 3);
});

test('what cannot be said is refused before anything is sent', async (t) => {
  const { server, client } = await serve(t, { request: () => written(1) });
  const items = client.collection('items');
  const refused: readonly (readonly [() => Promise<unknown>, string])[] = [
    [() => items.put('a', undefined), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', () => 1), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', Symbol('a')), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', 5n), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', { deep: 5n }), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', Number.NaN), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', new Float64Array(2)), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', 0.5, { kind: 'integer' }), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', 2 ** 53, { kind: 'integer' }), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', 'text', { kind: 'bytes' }), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', 1, { kind: 'xml' as 'json' }), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', 1, { ttlMs: -1 }), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', 1, { ifAbsent: true, ifRevision: 3 }), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', 1, { ifRevision: 0.5 }), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', 1, { timeoutMs: 0 }), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', 1, { idempotencyKey: '' }), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', 1, { retryOf: new QuorateError('ERR_TIMEOUT', '') }), 'ERR_INVALID_REQUEST'],
    [() => items.increment('a', 1.5), 'ERR_INVALID_REQUEST'],
    [() => items.put('\ud800', 1), 'ERR_INVALID_UTF8'],
    [() => items.get(7 as unknown as string), 'ERR_INVALID_REQUEST'],
    [() => items.get('a', { consistency: 'eventual' as 'local' }), 'ERR_INVALID_REQUEST'],
    [() => items.put('a', new Uint8Array(17 * 1024 * 1024)), 'ERR_FRAME_TOO_LARGE'],
  ];
  for (const [attempt, code] of refused) await t.throwsAsync(attempt(), { code }, String(attempt));
  t.is(server.requests.length, 0);
});

test('a value may be changed as soon as put has returned, even if the put is sent again', async (t) => {
  const { server, client } = await serve(t, {
    request: (_, peer) => {
      if (peer.number > 1) return written(1);
      peer.cut();
      return undefined;
    },
  });
  const value = Uint8Array.of(1);
  const putting = client.collection('items').put('a', value);
  value[0] = 2;
  await putting;
  t.deepEqual(
    server.writes.map(({ operations }) => [...(operations[0]?.put?.value ?? [])]),
    [[1], [1]],
  );
});

test('a scan fetches page after page, each behind the last key of the one before', async (t) => {
  const keys = Array.from({ length: 2500 }, (_, n) => `k${String(n).padStart(4, '0')}`);
  const { server, client } = await serve(t, {
    request: ({ scan }) => {
      const from = keys.findIndex((key) => (scan?.after ? key > text(scan.from) : key >= text(scan?.from)));
      const page = keys.slice(from, from + (scan?.limit ?? 0));
      const { items } = found(...page.map((key) => ({ key, value: key })));
      return { items: { ...items, more: from + page.length < keys.length } };
    },
  });
  const collection = client.collection('items');
  const seen: unknown[] = [];
  for await (const { value } of collection.scan({ consistency: 'local' })) seen.push(value);
  t.deepEqual(seen, keys);
  t.is(server.requests.length, 3);
  t.true(server.requests.every(({ consistency }) => consistency === group.Consistency.LOCAL));

  const some: string[] = [];
  for await (const { key } of collection.scan({ limit: 1200, from: 'k0003' })) some.push(key);
  t.deepEqual(some, keys.slice(3, 1203));
  t.deepEqual(
    server.requests.slice(3).map(({ scan }) => scan?.limit),
    [1000, 200],
  );
});

test('a scan asks for what its bounds have in common', async (t) => {
  const { server, client } = await serve(t, { request: () => found() });
  const collection = client.collection('items');
  const bounds = [
    { prefix: 'ab' },
    { prefix: 'ab', from: 'aba', to: 'abz' },
    { prefix: 'ab', from: 'a', to: 'z' },
    { to: 'm' },
    {},
  ];
  for (const each of bounds) for await (const item of collection.scan(each)) t.fail(`${item.key} is in no page`);
  t.deepEqual(
    server.requests.map(({ scan }) => [text(scan?.from), text(scan?.to)]),
    [
      ['ab', 'ac'],
      ['aba', 'abz'],
      ['ab', 'ac'],
      ['', 'm'],
      ['', ''],
    ],
  );
});

test('keys alone have no values', async (t) => {
  const { client } = await serve(t, {
    request: () => ({ items: { items: [{ key: Buffer.from('a'), kind: command.ItemKind.JSON, revision: 2 }] } }),
  });
  for await (const item of client.collection('items').scan({ keysOnly: true })) {
    t.deepEqual(item, { key: 'a', kind: 'json', value: undefined, revision: 2 });
  }
});

test('status and the names of collections are read from what the node answers', async (t) => {
  const { client } = await serve(t, {
    request: ({ status }) =>
      status == null
        ? found({ key: 'a', value: 1 }, { key: 'b', value: 1 })
        : { status: { json: Buffer.from('{"node":1}') } },
  });
  t.deepEqual(await client.collections(), ['a', 'b']);
  t.deepEqual(await client.status(), { node: 1 });
});

test('errors come back by their codes, with their details', async (t) => {
  const details = JSON.stringify({ bytesMax: 5 });
  const { client } = await serve(t, {
    request: ({ get }) =>
      get == null
        ? { result: { errorCode: 'ERR_REVISION_MISMATCH', errorMessage: 'the item is at revision 3' } }
        : { failure: { code: 'ERR_KEY_TOO_LARGE', message: 'too large', detailsJson: details } },
  });
  const refused = await t.throwsAsync<QuorateError>(client.collection('items').get('a'), { instanceOf: QuorateError });
  t.like(refused, { code: 'ERR_KEY_TOO_LARGE', details: { bytesMax: 5 } });
  await t.throwsAsync(client.collection('items').put('a', 1), {
    code: 'ERR_REVISION_MISMATCH',
    message: 'the item is at revision 3',
  });
});

test('connecting fails with the reason: nobody there, another cluster, another protocol', async (t) => {
  const gone = await new ScriptedServer({}).listen();
  const { address } = gone;
  await gone.close();
  await t.throwsAsync(connect(address, { connectTimeoutMs: 0 }), { code: 'ERR_UNREACHABLE', message: /ECONNREFUSED/ });

  const welcomes = [
    [{ errorCode: 'ERR_WRONG_CLUSTER', errorMessage: 'this node belongs to another' }, 'ERR_WRONG_CLUSTER'],
    [{ protocol: 2 }, 'ERR_PROTOCOL_VERSION'],
    [{ clusterId: 'another' }, 'ERR_WRONG_CLUSTER'],
    [{ errorCode: 'ERR_OVERLOADED', errorMessage: 'full' }, 'ERR_UNREACHABLE'],
  ] as const;
  for (const [welcome, code] of welcomes) {
    const server = await new ScriptedServer({ welcome: () => welcome }).listen();
    t.teardown(() => server.close());
    await t.throwsAsync(connect(server.address, { connectTimeoutMs: 0, clusterId: CLUSTER_WANTED }), { code });
    t.is(server.peers[0]?.hello?.clusterId, CLUSTER_WANTED);
  }
});

const CLUSTER_WANTED = 'cluster-of-the-test';

test('connecting to a port that speaks something else says so', async (t) => {
  const http = createServer((_, response) => response.end());
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  t.teardown(() => void http.close());
  const { port } = http.address() as AddressInfo;
  const message = /does not speak the client protocol; is it the HTTP port\?$/;
  await t.throwsAsync(connect(`127.0.0.1:${port}`), { code: 'ERR_DECODE', message });
});

test('connecting takes what is an address, and can be aborted', async (t) => {
  for (const address of ['', ':1', 'a b:1', 'host:70000', 'host:0', 'http://host:1']) {
    await t.throwsAsync(connect(address), { code: 'ERR_INVALID_REQUEST' }, address);
  }
  await t.throwsAsync(connect([]), { code: 'ERR_INVALID_REQUEST' });
  const silent = await new ScriptedServer({ welcome: () => undefined }).listen();
  t.teardown(() => silent.close());
  const controller = new AbortController();
  const connecting = connect(silent.address, { signal: controller.signal });
  controller.abort();
  await t.throwsAsync(connecting, { code: 'ERR_ABORTED' });
});

test('addresses are tried in turn', async (t) => {
  const gone = await new ScriptedServer({}).listen();
  const { address: nobody } = gone;
  await gone.close();
  const server = await new ScriptedServer({ request: () => written(3) }).listen();
  t.teardown(() => server.close());
  const client = await connect([nobody, server.address], { connectTimeoutMs: 0 });
  t.teardown(() => client.close());
  t.deepEqual(await client.collection('items').put('a', 1), { revision: 3 });
  t.is(client.clusterId, CLUSTER_WANTED);
});

test('addresses are hosts with ports, IPv6 in brackets', (t) => {
  t.deepEqual(parseAddress('localhost'), { host: 'localhost', port: 7411 });
  t.deepEqual(parseAddress('10.0.0.1:80'), { host: '10.0.0.1', port: 80 });
  t.deepEqual(parseAddress('[::1]:7411'), { host: '::1', port: 7411 });
  for (const text of ['localhost:7411', '[::1]:80']) t.is(formatAddress(parseAddress(text)), text);
});
