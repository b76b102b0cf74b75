/** HTTP over a real socket: what each route sends to the gateway, what comes back, and how bad input is refused. */
import { connect as connectSocket } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { command } from '../../../src/runtime/base/proto.js';
import { VSHARD_COUNT } from '../../../src/runtime/base/vshard.js';
import { bytes, CLUSTER, failure, NetWorld, type Reply, type Request, result, type Script } from './net-world.js';

const ITEMS = '/v1/collections/users/items';
const { ItemKind, Precondition } = command;

type Item = NonNullable<Reply['items']>['items'][number];

const item = (key: string, kind: command.ItemKind, value: string | Uint8Array, revision = 5): Item => ({
  key: bytes(key),
  kind,
  value: typeof value === 'string' ? bytes(value) : value,
  revision,
  expiresAtMs: 0,
});

const items = (list: readonly Item[], more = false): Reply => ({
  items: { items: [...list], more, logClockMs: 0, errorCode: '', errorMessage: '' },
});

async function open(t: ExecutionContext, script: Script, limits = {}): Promise<NetWorld> {
  const world = await NetWorld.open({ script, limits });
  t.teardown(() => world.close());
  return world;
}

async function codeOf(response: Response): Promise<string> {
  const problem = (await response.json()) as { code: string; status: number };
  return `${response.status} ${problem.code}`;
}

function operationOf(request: Request | undefined): NonNullable<Request['write']>['operations'][number] | undefined {
  return request?.write?.operations[0];
}

const text = (value: Uint8Array | undefined): string => Buffer.from(value ?? '').toString();

test('an item is its value, with its kind as content type and its revision as entity tag', async (t) => {
  const stored: Record<string, Item> = {
    json: item('json', ItemKind.JSON, '{"n": 12345678901234567890}'),
    bytes: item('bytes', ItemKind.BYTES, new Uint8Array([0, 255])),
    integer: item('integer', ItemKind.INTEGER, '-7'),
  };
  const world = await open(t, ({ get }) => items([stored[text(get?.key)]].filter((each) => each !== undefined)));
  const json = await fetch(world.url(`${ITEMS}/json`));
  t.is(json.headers.get('content-type'), 'application/json');
  t.is(json.headers.get('etag'), '"5"');
  t.is(await json.text(), '{"n": 12345678901234567890}');
  const raw = await fetch(world.url(`${ITEMS}/bytes`));
  t.is(raw.headers.get('content-type'), 'application/octet-stream');
  t.deepEqual(new Uint8Array(await raw.arrayBuffer()), new Uint8Array([0, 255]));
  const integer = await fetch(world.url(`${ITEMS}/integer`));
  t.is(integer.headers.get('quorate-kind'), 'integer');
  t.is(await integer.json(), -7);
  const absent = await fetch(world.url(`${ITEMS}/absent`));
  t.is(await codeOf(absent), '404 ERR_NOT_FOUND');
  t.is(absent.headers.get('content-type'), 'application/problem+json');
  const unchanged = await fetch(world.url(`${ITEMS}/json`), { headers: { 'if-none-match': '"5"' } });
  t.is(unchanged.status, 304);
  const head = await fetch(world.url(`${ITEMS}/json`), { method: 'HEAD' });
  t.is(head.status, 200);
  t.is(await head.text(), '');
});

test('keys are decoded once, and may hold slashes and any text', async (t) => {
  const world = await open(t, () => items([]));
  await fetch(world.url(`${ITEMS}/a%2Fb%20%2541%E2%82%AC`));
  t.is(text(world.requests[0]?.get?.key), 'a/b %41€');
});

test('a put carries its kind, condition, time to live and idempotency key', async (t) => {
  const world = await open(t, () => result(9));
  const put = (query: string, headers: Record<string, string>, body: string | Uint8Array = '{}'): Promise<Response> =>
    fetch(world.url(`${ITEMS}/k${query}`), { method: 'PUT', headers, body });
  const response = await put('?ttlMs=60000', { 'if-match': '"3"', 'idempotency-key': 'once' }, '{"name": "Ada"}');
  t.deepEqual(await response.json(), { revision: 9 });
  t.is(response.headers.get('etag'), '"9"');
  await put('', { 'content-type': 'application/octet-stream', 'if-none-match': '*' }, new Uint8Array([200]));
  await put('?kind=integer', { 'if-match': '*' }, '12');
  await put('', { 'idempotency-key': 'session:1700000000000:5:6:2' });
  const [first, second, third, fourth] = world.requests;
  t.like(operationOf(first), { precondition: Precondition.REVISION, expectedRevision: 3 });
  t.like(operationOf(first)?.put, { kind: ItemKind.JSON, timeToLiveMs: 60_000 });
  t.is(text(operationOf(first)?.put?.value), '{"name": "Ada"}');
  t.is(first?.write?.idempotencyKey, 'once');
  t.is(operationOf(second)?.precondition, Precondition.ABSENT);
  t.deepEqual([...(operationOf(second)?.put?.value ?? [])], [200]);
  t.is(operationOf(third)?.precondition, Precondition.PRESENT);
  t.is(operationOf(third)?.put?.kind, ItemKind.INTEGER);
  t.like(fourth?.write, { sessionStampMs: 1_700_000_000_000, sessionSerial: 5, sequence: 6, lowestUnresolved: 2 });
  t.is(fourth?.write?.idempotencyKey, '');
});

test('a deletion says whether there was anything, an increment what it came to', async (t) => {
  const world = await open(t, () => result(4, { operations: [{ revision: 4, integer: 12, existed: true }] }));
  const deleted = await fetch(world.url(`${ITEMS}/k`), { method: 'DELETE' });
  t.deepEqual(await deleted.json(), { revision: 4, existed: true });
  const incremented = await fetch(world.url(`${ITEMS}/k/increment`), { method: 'POST', body: '{"by": -3}' });
  t.deepEqual(await incremented.json(), { revision: 4, value: 12 });
  await fetch(world.url(`${ITEMS}/k/increment`), { method: 'POST' });
  t.deepEqual(
    world.requests.map((request) => operationOf(request)?.increment?.delta),
    [undefined, -3, 1],
  );
});

test('a page of items keeps JSON as it was stored and says how to go on', async (t) => {
  const list = [
    item('a', ItemKind.JSON, '{"n":12345678901234567890}', 1),
    item('b', ItemKind.BYTES, new Uint8Array([1, 2]), 2),
    item('c', ItemKind.INTEGER, '3', 3),
    item('d', ItemKind.JSON, 'not json', 4),
  ];
  const world = await open(t, () => items(list, true));
  const response = await fetch(world.url(`${ITEMS}?prefix=a%7B&after=b&limit=4&consistency=local`));
  const body = await response.text();
  t.is(
    body,
    '{"items":[{"key":"a","kind":"json","revision":1,"value":{"n":12345678901234567890}},' +
      '{"key":"b","kind":"bytes","revision":2,"valueBase64":"AQI="},' +
      '{"key":"c","kind":"integer","revision":3,"value":3},' +
      '{"key":"d","kind":"json","revision":4,"valueBase64":"bm90IGpzb24="}],"next":"d"}\n',
  );
  const [request] = world.requests;
  t.is(request?.consistency, 1);
  t.is(text(request?.scan?.from), 'b');
  t.true(request?.scan?.after);
  t.is(text(request?.scan?.to), 'a|');
  t.is(request?.scan?.limit, 4);
  await fetch(world.url(`${ITEMS}?prefix=k`));
  t.is(text(world.requests[1]?.scan?.from), 'k');
  t.is(text(world.requests[1]?.scan?.to), 'l');
  t.false(world.requests[1]?.scan?.after);
});

test('a batch is one write of several operations', async (t) => {
  const operations = [
    { revision: 1, integer: 0, existed: false },
    { revision: 2, integer: 0, existed: true },
    { revision: 3, integer: 8, existed: true },
  ];
  const world = await open(t, () => result(0, { operations, replayed: true }));
  const body = {
    operations: [
      { op: 'put', key: '{a}/1', value: [1], ifAbsent: true },
      { op: 'delete', key: '{a}/2', ifRevision: 2 },
      { op: 'increment', key: '{a}/3', by: 5 },
      { op: 'put', key: '{a}/4', valueBase64: 'AQI=', ifPresent: true },
    ],
  };
  const url = world.url('/v1/collections/users/batch');
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  t.deepEqual(await response.json(), {
    results: [{ revision: 1 }, { revision: 2, existed: true }, { revision: 3, value: 8 }],
    replayed: true,
  });
  const sent = world.requests[0]?.write?.operations ?? [];
  t.deepEqual(
    sent.map(({ precondition }) => precondition),
    [Precondition.ABSENT, Precondition.REVISION, Precondition.NONE, Precondition.PRESENT],
  );
  t.is(text(sent[0]?.put?.value), '[1]');
  t.is(sent[3]?.put?.kind, ItemKind.BYTES);
});

test('operators get health, readiness, metrics, status and the list of collections', async (t) => {
  let isReady = true;
  const world = await open(t, ({ probe }) => {
    if (probe == null) return items([item('users', 0, '')]);
    return isReady ? items([]) : failure('ERR_GROUP_STOPPED');
  });
  t.is((await fetch(world.url('/healthz'))).status, 200);
  t.is((await fetch(world.url('/readyz'))).status, 200);
  isReady = false;
  t.is(await codeOf(await fetch(world.url('/readyz'))), '503 ERR_NOT_READY');
  const metrics = await (await fetch(world.url('/metrics'))).text();
  t.regex(metrics, /^quorate_test 1$/m);
  t.regex(metrics, /^quorate_connections\{listener="http"\} \d+$/m);
  t.deepEqual(await (await fetch(world.url('/cluster/status'))).json(), { status: 'fine' });
  t.deepEqual(await (await fetch(world.url('/v1/collections'))).json(), { collections: ['users'] });
});

test('the map names nodes, and groups with their nodes, leaders and number of slots', async (t) => {
  const map = {
    nodes: [
      { node: 1, clientAddress: '127.0.0.1:7411', httpAddress: '127.0.0.1:7410', isConnected: true },
      { node: 2, clientAddress: '', httpAddress: '', isConnected: false },
    ],
    dataGroups: [2, 3],
    groups: [1, 2, 3].map((group) => ({ group, nodes: [2, 1], leaderNode: group === 3 ? 0 : 1 })),
  };
  const world = await NetWorld.open({ map: { map } });
  t.teardown(() => world.close());
  const reply = await fetch(world.url('/cluster/map'));
  t.is(reply.status, 200);
  const { nodes, groups, clusterId, node } = (await reply.json()) as typeof map & { clusterId: string; node: number };
  t.deepEqual([clusterId, node], [CLUSTER, 1]);
  t.deepEqual(nodes, map.nodes);
  const slots = groups.map((group) => (group as unknown as { readonly slots: number }).slots);
  t.is(slots[0], 0, 'the metadata group has none of the key space');
  t.is((slots[1] ?? 0) + (slots[2] ?? 0), VSHARD_COUNT);
  t.like(groups[2], { group: 3, purpose: 'data', nodes: [1, 2], leaderNode: 0 });
});

test('what the state machine and the gateway refuse has its status, its code and its details', async (t) => {
  const replies: Record<string, Reply> = {
    mismatch: result(0, { errorCode: 'ERR_REVISION_MISMATCH', errorMessage: 'it is at 4' }),
    reused: result(0, { errorCode: 'ERR_IDEMPOTENCY_KEY_REUSED', errorMessage: '' }),
    word: result(0, { errorCode: 'ERR_NOT_AN_INTEGER', errorMessage: '' }),
    busy: failure('ERR_OVERLOADED'),
    elsewhere: failure('ERR_NOT_LEADER', '{"leaderNode":3}'),
    unknown: failure('ERR_OUTCOME_UNKNOWN', '{"sessionStampMs":1,"sessionSerial":2,"sequence":3,"lowestUnresolved":1}'),
    future: failure('ERR_OF_A_LATER_RELEASE'),
  };
  const world = await open(t, (request) => replies[text(operationOf(request)?.key)]);
  const expected: Record<string, string> = {
    mismatch: '412 ERR_REVISION_MISMATCH',
    reused: '422 ERR_IDEMPOTENCY_KEY_REUSED',
    word: '409 ERR_NOT_AN_INTEGER',
    busy: '503 ERR_OVERLOADED',
    elsewhere: '503 ERR_NOT_LEADER',
    unknown: '504 ERR_OUTCOME_UNKNOWN',
    future: '500 ERR_INVARIANT',
  };
  for (const [key, code] of Object.entries(expected)) {
    const response = await fetch(world.url(`${ITEMS}/${key}`), { method: 'PUT', body: '1' });
    const problem = (await response.json()) as Record<string, unknown>;
    t.is(`${response.status} ${String(problem.code)}`, code);
    t.is(problem.status, response.status);
    if (key === 'busy') t.is(response.headers.get('retry-after'), '1');
    if (key === 'elsewhere') t.is(problem.leaderNode, 3);
    if (key === 'unknown') t.is(problem.idempotencyKey, 'session:1:2:3:1');
    if (key === 'mismatch') t.false(problem.retryable);
  }
});

test('bad input is refused with a code, and nothing of it reaches the gateway', async (t) => {
  const world = await open(t, () => result(1), { valueBytesMax: 100 });
  const batch = '/v1/collections/users/batch';
  const cases: readonly [method: string, path: string, init: RequestInit, expected: string][] = [
    ['GET', '/', {}, '404 ERR_NOT_FOUND'],
    ['GET', '/v1/collections/', {}, '404 ERR_NOT_FOUND'],
    ['GET', `${ITEMS}/a/b`, {}, '404 ERR_NOT_FOUND'],
    ['POST', `${ITEMS}/k`, { body: '1' }, '405 ERR_METHOD_NOT_ALLOWED'],
    ['PATCH', `${ITEMS}/k`, { body: '1' }, '405 ERR_METHOD_NOT_ALLOWED'],
    ['GET', `${ITEMS}/%ff`, {}, '400 ERR_INVALID_UTF8'],
    ['GET', `${ITEMS}/%`, {}, '400 ERR_INVALID_UTF8'],
    ['GET', `${ITEMS}/%ED%A0%80`, {}, '400 ERR_INVALID_UTF8'],
    ['GET', `${ITEMS}?prefix=%c3`, {}, '400 ERR_INVALID_UTF8'],
    ['GET', `${ITEMS}?limit=0`, {}, '400 ERR_INVALID_REQUEST'],
    ['GET', `${ITEMS}/k?timeoutMs=0`, {}, '400 ERR_INVALID_REQUEST'],
    ['GET', `${ITEMS}/k?timeoutMs=60001`, {}, '400 ERR_INVALID_REQUEST'],
    ['GET', `${ITEMS}?limit=-1`, {}, '400 ERR_INVALID_REQUEST'],
    ['GET', `${ITEMS}?limit=1001`, {}, '400 ERR_INVALID_REQUEST'],
    ['GET', `${ITEMS}?limt=5`, {}, '400 ERR_INVALID_REQUEST'],
    ['GET', `${ITEMS}?prefix=a&from=b`, {}, '400 ERR_INVALID_REQUEST'],
    ['GET', `${ITEMS}?from=a&from=b`, {}, '400 ERR_INVALID_REQUEST'],
    ['GET', `${ITEMS}/k?consistency=strong`, {}, '400 ERR_INVALID_REQUEST'],
    ['PUT', `${ITEMS}/k`, { body: '{' }, '400 ERR_INVALID_JSON'],
    ['PUT', `${ITEMS}/k`, {}, '400 ERR_INVALID_JSON'],
    ['PUT', `${ITEMS}/k`, { body: new Uint8Array([0x22, 0xff, 0x22]) }, '400 ERR_INVALID_UTF8'],
    ['PUT', `${ITEMS}/k`, { body: new Uint8Array([0xef, 0xbb, 0xbf, 0x31]) }, '400 ERR_INVALID_JSON'],
    ['PUT', `${ITEMS}/k`, { body: `"${'x'.repeat(100)}"` }, '413 ERR_BODY_TOO_LARGE'],
    ['PUT', `${ITEMS}/k?kind=text`, { body: '1' }, '400 ERR_INVALID_REQUEST'],
    ['PUT', `${ITEMS}/k?ttlMs=soon`, { body: '1' }, '400 ERR_INVALID_REQUEST'],
    ['PUT', `${ITEMS}/k`, { body: '1', headers: { 'if-match': '5' } }, '400 ERR_INVALID_REQUEST'],
    ['PUT', `${ITEMS}/k`, { body: '1', headers: { 'if-match': '*', 'if-none-match': '*' } }, '400 ERR_INVALID_REQUEST'],
    ['PUT', `${ITEMS}/k`, { body: '1', headers: { 'if-none-match': '"5"' } }, '400 ERR_INVALID_REQUEST'],
    ['PUT', `${ITEMS}/k`, { body: '1', headers: { 'idempotency-key': '' } }, '400 ERR_INVALID_REQUEST'],
    ['POST', `${ITEMS}/k/increment`, { body: '{"by": 1.5}' }, '400 ERR_INVALID_REQUEST'],
    ['POST', `${ITEMS}/k/increment`, { body: '{"times": 2}' }, '400 ERR_INVALID_REQUEST'],
    ['POST', `${ITEMS}/k/increment`, { body: '[]' }, '400 ERR_INVALID_REQUEST'],
    ['POST', batch, { body: '{}' }, '400 ERR_INVALID_REQUEST'],
    ['POST', batch, { body: '{"operations": [1]}' }, '400 ERR_INVALID_REQUEST'],
    ['POST', batch, { body: '{"operations": [{"op": "put", "key": "a"}]}' }, '400 ERR_INVALID_REQUEST'],
    ['POST', batch, { body: '{"operations": [{"op": "cut", "key": "a"}]}' }, '400 ERR_INVALID_REQUEST'],
    ['POST', batch, { body: '{"operations": [{"op": "delete"}]}' }, '400 ERR_INVALID_REQUEST'],
    [
      'POST',
      batch,
      { body: '{"operations": [{"op": "put", "key": "a", "valueBase64": "?"}]}' },
      '400 ERR_INVALID_REQUEST',
    ],
    ['POST', batch, { body: '{"operations": [{"op":"delete","key":"a","ifRevision":0}]}' }, '400 ERR_INVALID_REQUEST'],
    ['DELETE', `${ITEMS}/k`, { headers: { 'sec-fetch-site': 'cross-site' } }, '400 ERR_INVALID_REQUEST'],
  ];
  for (const [method, path, init, expected] of cases) {
    const response = await fetch(world.url(path), { method, ...init });
    t.is(await codeOf(response), expected, `${method} ${path} ${String(init.body ?? '')}`);
  }
  t.deepEqual(world.requests, []);
});

test('a method that a path does not take is answered with those it does', async (t) => {
  const world = await open(t, () => undefined);
  const response = await fetch(world.url(`${ITEMS}/k`), { method: 'POST', body: '1' });
  t.is(response.headers.get('allow'), 'GET, HEAD, PUT, DELETE');
});

/** What the server says to these bytes, up to the end of the connection. */
function converse(world: NetWorld, sent: string, { end = false } = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = connectSocket({ host: '127.0.0.1', port: world.listeners.addresses.http.port, allowHalfOpen: true });
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk.toString();
    });
    socket.on('end', () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', () => resolve(received));
    socket.write(sent);
    if (end) socket.end();
  });
}

const HEAD = `PUT ${ITEMS}/k HTTP/1.1\r\nHost: x\r\n`;

test('a body that is too long is refused before it comes', async (t) => {
  const world = await open(t, () => result(1), { valueBytesMax: 100 });
  const announced = await converse(world, `${HEAD}Content-Length: 101\r\n\r\n`);
  t.regex(announced, /^HTTP\/1\.1 413 /);
  t.regex(announced, /ERR_BODY_TOO_LARGE/);
  const waiting = await converse(world, `${HEAD}Content-Length: 101\r\nExpect: 100-continue\r\n\r\n`);
  t.regex(waiting, /^HTTP\/1\.1 413 /, 'no 100 first');
  const chunk = `40\r\n${'x'.repeat(64)}\r\n`;
  const chunked = await converse(world, `${HEAD}Transfer-Encoding: chunked\r\n\r\n${chunk}${chunk}`);
  t.regex(chunked, /^HTTP\/1\.1 413 /);
  t.deepEqual(world.requests, []);
});

test('a body that ends early, and bytes that are no HTTP, are refused with a problem document', async (t) => {
  const world = await open(t, () => result(1));
  const truncated = await converse(world, `${HEAD}Content-Length: 50\r\n\r\n{"half":`, { end: true });
  t.regex(truncated, /^HTTP\/1\.1 400 /);
  t.regex(truncated, /ERR_BODY_TRUNCATED/);
  const garbage = await converse(world, 'EHLO example\r\n\r\n');
  t.regex(garbage, /^HTTP\/1\.1 400 /);
  t.regex(garbage, /application\/problem\+json/);
  const headers = await converse(world, `GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`);
  t.regex(headers, /^HTTP\/1\.1 413 /);
  t.deepEqual(world.requests, []);
});

test('a client that waits for leave to send its body gets it', async (t) => {
  const world = await open(t, () => result(1));
  const said = await new Promise<string>((resolve) => {
    const socket = connectSocket({ host: '127.0.0.1', port: world.listeners.addresses.http.port });
    let received = '';
    socket.on('data', (chunk) => {
      received += chunk.toString();
      if (received.endsWith('100 Continue\r\n\r\n')) socket.write('1');
      if (received.includes('revision')) socket.destroy();
    });
    socket.on('close', () => resolve(received));
    socket.write(`${HEAD}Content-Length: 1\r\nExpect: 100-continue\r\n\r\n`);
  });
  t.regex(said, /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
});

test('a gateway that dies answers a write through HTTP with an unknown outcome', async (t) => {
  const world = await open(t, () => undefined);
  const pending = fetch(world.url(`${ITEMS}/k`), { method: 'PUT', body: '1', headers: { 'idempotency-key': 'mine' } });
  while (world.requests.length < 1) await new Promise(setImmediate);
  await world.crashGateway();
  const response = await pending;
  const problem = (await response.json()) as Record<string, unknown>;
  t.is(problem.code, 'ERR_OUTCOME_UNKNOWN');
  t.is(problem.idempotencyKey, 'mine');
});

test('closing answers what is in hand, and leaves no connection behind', async (t) => {
  let answer = (): void => {};
  const world = await NetWorld.open({
    script: (_, respond) => {
      answer = () => respond(result(3));
      return undefined;
    },
  });
  const pending = fetch(world.url(`${ITEMS}/k`), { method: 'PUT', body: '1' });
  while (world.requests.length < 1) await new Promise(setImmediate);
  const closing = world.close();
  answer();
  const response = await pending;
  t.is(response.headers.get('connection'), 'close');
  t.deepEqual(await response.json(), { revision: 3 });
  await closing;
});
