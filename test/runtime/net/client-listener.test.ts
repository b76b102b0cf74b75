/** The client listener over real sockets: welcome, pipelining, garbage, limits, and a gateway that dies. */
import test from 'ava';
import { client, command } from '../../../src/runtime/base/proto.js';
import { encodeFrame } from '../../../src/runtime/net/frame.js';
import { openListeners } from '../../../src/runtime/net/net.js';
import {
  bytes,
  CLUSTER,
  failure,
  MAP,
  NetWorld,
  RawClient,
  type Reply,
  type Request,
  result,
  session,
} from './net-world.js';

const get = (id: number): client.Request.$Properties => ({ id, get: { collection: bytes('c'), key: bytes(`${id}`) } });

const write = (id: number, name: client.Write.$Properties = {}): client.Request.$Properties => ({
  id,
  write: { ...name, operations: [{ collection: bytes('c'), key: bytes('k'), put: { kind: command.ItemKind.BYTES } }] },
});

test('a client is welcomed with a session of the gateway', async (t) => {
  const world = await NetWorld.open({ script: (request) => (request.newSession == null ? undefined : session(42)) });
  t.teardown(() => world.close());
  const raw = new RawClient(world.port);
  const welcome = await raw.greet();
  t.like(welcome, { protocol: 1, clusterId: CLUSTER, node: 1, sessionSerial: 42, errorCode: '' });
  raw.socket.destroy();
});

test('a welcome has the map, and does without one that is not to be had', async (t) => {
  const world = await NetWorld.open();
  t.teardown(() => world.close());
  const raw = new RawClient(world.port);
  const { map } = await raw.greet();
  t.deepEqual(
    map?.nodes.map(({ clientAddress }) => clientAddress),
    MAP.map?.nodes.map((each) => each.clientAddress),
  );
  t.deepEqual([map?.dataGroups, map?.groups[0]?.leaderNode], [[2, 3], 3]);
  raw.socket.destroy();

  const without = await NetWorld.open({ map: failure('ERR_NOT_READY') });
  t.teardown(() => without.close());
  const other = new RawClient(without.port);
  const welcome = await other.greet();
  t.deepEqual([welcome.map, welcome.errorCode, welcome.sessionSerial], [null, '', 7]);
  other.socket.destroy();
});

test('what is refused is counted by its code, on /metrics too', async (t) => {
  const world = await NetWorld.open({
    script: (request) => (request.get == null ? undefined : failure('ERR_KEY_TOO_LARGE')),
  });
  t.teardown(() => world.close());
  const speak = async (act: (raw: RawClient) => void): Promise<void> => {
    const raw = new RawClient(world.port);
    act(raw);
    await raw.closed;
  };
  await speak((raw) => raw.say(client.Hello, { protocol: 9 }));
  await speak((raw) => raw.say(client.Hello, { protocol: 1, clusterId: 'other' }));
  await speak((raw) => raw.socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'));
  const raw = new RawClient(world.port);
  await raw.greet();
  raw.say(client.Request, get(1));
  t.is((await raw.next<client.Response.$Properties>(client.Response)).failure?.code, 'ERR_KEY_TOO_LARGE');
  raw.say(client.Request, get(0));
  await raw.next<client.Response.$Properties>(client.Response);
  await raw.closed;
  const text = await (await fetch(world.url('/metrics'))).text();
  const counted = text.split('\n').filter((line) => line.startsWith('quorate_client_refusals_total{'));
  t.deepEqual(counted, [
    'quorate_client_refusals_total{code="ERR_DECODE"} 1',
    'quorate_client_refusals_total{code="ERR_FRAME_TOO_LARGE"} 1',
    'quorate_client_refusals_total{code="ERR_KEY_TOO_LARGE"} 1',
    'quorate_client_refusals_total{code="ERR_PROTOCOL_VERSION"} 1',
    'quorate_client_refusals_total{code="ERR_WRONG_CLUSTER"} 1',
  ]);
});

test('a half-open connection leaves nothing behind', async (t) => {
  const world = await NetWorld.open();
  t.teardown(() => world.close());
  const before = new RawClient(world.port);
  before.socket.end();
  await before.closed;
  const after = new RawClient(world.port);
  await after.greet();
  after.socket.end();
  await after.closed;
  const text = await (await fetch(world.url('/metrics'))).text();
  t.true(text.includes('quorate_connections{listener="client"} 0\n'), text);
});

test('requests are pipelined, and answered by their ids in whatever order', async (t) => {
  const held: (() => void)[] = [];
  const world = await NetWorld.open({
    script: (request, respond) => {
      if (request.newSession != null) return undefined;
      held.push(() => respond(result(Number(Buffer.from(request.get?.key ?? '').toString()))));
      if (held.length === 3) for (const answer of held.reverse()) answer();
      return undefined;
    },
  });
  t.teardown(() => world.close());
  const raw = new RawClient(world.port);
  await raw.greet();
  for (const id of [5, 6, 9]) raw.say(client.Request, get(id));
  for (const id of [9, 6, 5]) {
    const response = await raw.next<client.Response.$Properties>(client.Response);
    t.is(response.id, id);
    t.is(response.result?.operations[0]?.revision, id);
  }
  raw.socket.destroy();
});

test('status is answered by the listener', async (t) => {
  const world = await NetWorld.open();
  t.teardown(() => world.close());
  const raw = new RawClient(world.port);
  await raw.greet();
  raw.say(client.Request, { id: 1, status: {} });
  const { status } = await raw.next<client.Response.$Properties>(client.Response);
  t.deepEqual(JSON.parse(Buffer.from(status?.json ?? '').toString()), { status: 'fine' });
  raw.socket.destroy();
});

test('bytes that are no hello are answered with a reason, and the connection ends', async (t) => {
  const world = await NetWorld.open();
  t.teardown(() => world.close());
  const cases: readonly [string, (raw: RawClient) => void, string][] = [
    ['HTTP', (raw) => raw.socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'), 'ERR_FRAME_TOO_LARGE'],
    ['a wrong checksum', (raw) => raw.socket.write(Buffer.from([0, 0, 0, 1, 0, 0, 0, 0, 9])), 'ERR_DECODE'],
    ['another protocol', (raw) => raw.say(client.Hello, { protocol: 9 }), 'ERR_PROTOCOL_VERSION'],
    ['another cluster', (raw) => raw.say(client.Hello, { protocol: 1, clusterId: 'other' }), 'ERR_WRONG_CLUSTER'],
  ];
  for (const [what, act, code] of cases) {
    const raw = new RawClient(world.port);
    act(raw);
    const { errorCode } = await raw.next<client.Welcome.$Properties>(client.Welcome);
    t.is(errorCode, code, what);
    await raw.closed;
  }
});

test('garbage after the hello is answered under the name 0, and the connection ends', async (t) => {
  const world = await NetWorld.open();
  t.teardown(() => world.close());
  const cases: readonly [string, (raw: RawClient) => void, string][] = [
    ['a wrong checksum', (raw) => raw.socket.write(Buffer.from([0, 0, 0, 1, 0, 0, 0, 0, 9])), 'ERR_DECODE'],
    ['an oversized frame', (raw) => raw.socket.write(Buffer.from([255, 0, 0, 0, 0, 0, 0, 0])), 'ERR_FRAME_TOO_LARGE'],
    ['id 0', (raw) => raw.say(client.Request, get(0)), 'ERR_DECODE'],
  ];
  for (const [what, act, code] of cases) {
    const raw = new RawClient(world.port);
    await raw.greet();
    act(raw);
    const { id, failure } = await raw.next<client.Response.$Properties>(client.Response);
    t.is(id, 0, what);
    t.is(failure?.code, code, what);
    await raw.closed;
  }
});

test('when the gateway dies, writes in flight are unknown and reads have failed; then it serves again', async (t) => {
  let isSilent = true;
  const world = await NetWorld.open({
    script: (request) => (isSilent || request.newSession != null ? undefined : result(1)),
  });
  t.teardown(() => world.close());
  const raw = new RawClient(world.port);
  await raw.greet();
  const name = { sessionStampMs: 5, sessionSerial: 6, sequence: 7, lowestUnresolved: 2 };
  raw.say(client.Request, write(1, name));
  raw.say(client.Request, write(2, { idempotencyKey: 'key' }));
  raw.say(client.Request, write(3));
  raw.say(client.Request, get(4));
  while (world.requests.length < 4) await new Promise(setImmediate);
  await world.crashGateway();
  const failures = new Map<number, { code?: string | null; detailsJson?: string | null }>();
  for (let at = 0; at < 4; at += 1) {
    const { id, failure } = await raw.next<client.Response.$Properties>(client.Response);
    failures.set(id, failure ?? {});
  }
  t.is(failures.get(1)?.code, 'ERR_OUTCOME_UNKNOWN');
  t.deepEqual(JSON.parse(failures.get(1)?.detailsJson ?? ''), name);
  t.is(failures.get(2)?.code, 'ERR_OUTCOME_UNKNOWN');
  t.deepEqual(JSON.parse(failures.get(2)?.detailsJson ?? ''), { idempotencyKey: 'key' });
  t.is(failures.get(3)?.code, 'ERR_OUTCOME_UNKNOWN');
  t.is(failures.get(4)?.code, 'ERR_ACTOR_STOPPED');
  isSilent = false;
  raw.say(client.Request, get(5));
  const { id, result: answered } = await raw.next<client.Response.$Properties>(client.Response);
  t.is(id, 5);
  t.truthy(answered);
  raw.socket.destroy();
});

test('connections beyond the limit are told so', async (t) => {
  const world = await NetWorld.open({ limits: { connectionsMax: 1 } });
  t.teardown(() => world.close());
  const first = new RawClient(world.port);
  await first.greet();
  const second = new RawClient(world.port);
  t.is((await second.next<client.Welcome.$Properties>(client.Welcome)).errorCode, 'ERR_OVERLOADED');
  await second.closed;
  first.socket.destroy();
});

test('a client that takes no answers is not read from, and gets all of them when it does', async (t) => {
  const value = new Uint8Array(256 * 1024);
  const items = { more: false, logClockMs: 0, errorCode: '', errorMessage: '' };
  const answer: Reply = {
    items: { ...items, items: [{ key: bytes('k'), kind: 0, value, revision: 1, expiresAtMs: 0 }] },
  };
  const world = await NetWorld.open({ script: (request: Request) => (request.get == null ? undefined : answer) });
  t.teardown(() => world.close());
  const raw = new RawClient(world.port);
  await raw.greet();
  raw.socket.pause();
  const count = 100;
  let sent = 0;
  const sendOne = (): void => {
    raw.say(client.Request, { ...get(sent + 1), get: { collection: bytes('c'), key: new Uint8Array(1_000) } });
    sent += 1;
  };
  while (sent < count) {
    sendOne();
    await new Promise(setImmediate);
  }
  // Long enough for all of them to be read, if nothing held the listener back.
  for (let round = 0; round < 500; round += 1) await new Promise(setImmediate);
  t.true(world.requests.length < count, `${world.requests.length} were read while nothing was taken`);
  raw.socket.resume();
  for (let id = 1; id <= count; id += 1) {
    t.is((await raw.next<client.Response.$Properties>(client.Response)).id, id);
  }
  raw.socket.destroy();
});

test('a client that asks for much and takes nothing is cut off, which is counted, and nothing is left', async (t) => {
  const value = new Uint8Array(1024 * 1024);
  const items = { more: false, logClockMs: 0, errorCode: '', errorMessage: '' };
  const answer: Reply = {
    items: { ...items, items: [{ key: bytes('k'), kind: 0, value, revision: 1, expiresAtMs: 0 }] },
  };
  const world = await NetWorld.open({ script: (request: Request) => (request.get == null ? undefined : answer) });
  t.teardown(() => world.close());
  const raw = new RawClient(world.port);
  await raw.greet();
  raw.socket.pause();
  raw.socket.write(Buffer.concat(Array.from({ length: 100 }, (_, n) => encodeFrame(client.Request, get(n + 1)))));
  let text = '';
  while (!text.includes('refusals_total{code="ERR_OVERLOADED"} 1\n')) {
    text = await (await fetch(world.url('/metrics'))).text();
  }
  while (!text.includes('quorate_connections{listener="client"} 0\n')) {
    text = await (await fetch(world.url('/metrics'))).text();
  }
  t.pass();
  raw.socket.destroy();
});

test('closing answers what is in flight, and takes nothing new', async (t) => {
  let answer = (): void => {};
  const world = await NetWorld.open({
    script: (request, respond) => {
      if (request.newSession == null) answer = () => respond(result(1));
      return undefined;
    },
  });
  const raw = new RawClient(world.port);
  await raw.greet();
  raw.say(client.Request, get(1));
  while (world.requests.length < 1) await new Promise(setImmediate);
  const closing = world.close();
  raw.say(client.Request, get(2));
  const refused = await raw.next<client.Response.$Properties>(client.Response);
  t.is(refused.id, 2);
  t.is(refused.failure?.code, 'ERR_STOPPING');
  answer();
  t.is((await raw.next<client.Response.$Properties>(client.Response)).id, 1);
  await raw.closed;
  await closing;
});

test('an address that is taken is named, and nothing stays open', async (t) => {
  const world = await NetWorld.open();
  t.teardown(() => world.close());
  const taken = world.port;
  const error = await t.throwsAsync(() => NetWorld.open({ port: taken }), { code: 'ERR_ADDRESS_IN_USE' });
  t.regex(error.message, new RegExp(String(taken)));
});

test('an address that others can reach needs to be allowed', async (t) => {
  const world = await NetWorld.open();
  t.teardown(() => world.close());
  const everywhere = { host: '0.0.0.0', port: 0 };
  const options = { ...({} as Parameters<typeof openListeners>[0]), insecure: false };
  const addresses = { client: everywhere, http: everywhere };
  await t.throwsAsync(() => openListeners({ ...options, addresses }), { code: 'ERR_INSECURE' });
});
