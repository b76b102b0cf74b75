/** Callers who are slow, who take nothing, or who are too many: each is bounded, all of them together are, and it is counted. */
import { connect as connectSocket, type Socket } from 'node:net';
import test from 'ava';
import { client } from '../../../src/runtime/base/proto.js';
import { encodeFrame } from '../../../src/runtime/net/frame.js';
import { bytes, NetWorld, RawClient, type Reply, type Request, result } from './net-world.js';

const MIB = 1024 * 1024;
type Response = client.Response.$Properties;

const get = (id: number): client.Request.$Properties => ({ id, get: { collection: bytes('c'), key: bytes(`${id}`) } });

/** An item of this size, to whoever reads. */
const itemOf = (size: number) => {
  const item = { key: bytes('k'), kind: 0, value: new Uint8Array(size), revision: 1, expiresAtMs: 0 };
  const items: Reply = { items: { items: [item], more: false, logClockMs: 0, errorCode: '', errorMessage: '' } };
  return (request: Request) => (request.get == null ? undefined : items);
};

async function metricsOf(world: NetWorld, fits: (text: string) => boolean): Promise<string> {
  for (;;) {
    const text = await (await fetch(world.url('/metrics'), { headers: { connection: 'close' } })).text();
    if (fits(text)) return text;
  }
}

const counted = (listener: string, code: string, count: number) => (text: string) =>
  text.includes(`quorate_${listener}_refusals_total{code="${code}"} ${count}\n`);
const nobodyLeft = (text: string): boolean => text.includes('quorate_connections{listener="client"} 0\n');

/** The beginning of a frame of this size, and so much of it. */
const begun = (length: number, sent: number): Buffer => {
  const frame = Buffer.alloc(8 + sent);
  frame.writeUInt32BE(length, 0);
  return frame;
};

test('who does not say hello in time is told so', async (t) => {
  const world = await NetWorld.open({ limits: { clientHelloMs: 30 } });
  t.teardown(() => world.close());
  const silent = new RawClient(world.port);
  const slow = new RawClient(world.port);
  slow.socket.write(Buffer.from([0, 0]));
  for (const raw of [silent, slow]) {
    const { errorCode, errorMessage } = await raw.next<client.Welcome.$Properties>(client.Welcome);
    t.is(errorCode, 'ERR_TIMEOUT');
    t.regex(errorMessage ?? '', /says hello within 30 ms; connect again/);
    await raw.closed;
  }
  await metricsOf(world, (text) => counted('client', 'ERR_TIMEOUT', 2)(text) && nobodyLeft(text));
});

test('a frame that trickles in byte by byte is given up, after requests that came whole were answered', async (t) => {
  const world = await NetWorld.open({ script: () => undefined, limits: { clientFrameMs: 60 } });
  t.teardown(() => world.close());
  const raw = new RawClient(world.port);
  await raw.greet();
  raw.socket.write(Buffer.concat([encodeFrame(client.Request, { id: 1, status: {} }), begun(1_000, 1)]));
  t.is((await raw.next<Response>(client.Response)).id, 1);
  const trickle = setInterval(() => raw.socket.write(Buffer.from([0])), 10);
  t.teardown(() => clearInterval(trickle));
  const { id, failure } = await raw.next<Response>(client.Response);
  t.deepEqual([id, failure?.code], [0, 'ERR_TIMEOUT']);
  t.regex(failure?.message ?? '', /within 60 ms; send the request again/);
  raw.socket.destroy();
  await metricsOf(world, (text) => counted('client', 'ERR_TIMEOUT', 1)(text) && nobodyLeft(text));
});

test('frames that are not complete have a budget together, which is given back', async (t) => {
  const world = await NetWorld.open({ limits: { nodeBytesMax: 4 * MIB } });
  t.teardown(() => world.close());
  const [first, second, third] = [1, 2, 3].map(() => new RawClient(world.port)) as [RawClient, RawClient, RawClient];
  for (const raw of [first, second, third]) await raw.greet();
  const sends = async (raw: RawClient): Promise<void> => {
    await new Promise((written) => raw.socket.write(begun(MIB, 600 * 1024), written));
  };
  await sends(first);
  // What follows is read after it, or this one is refused and not the second.
  await Promise.all([sends(second), Promise.race([first.closed, second.closed])]);
  const refused = second.socket.destroyed ? second : first;
  const { failure } = await refused.next<Response>(client.Response);
  t.is(failure?.code, 'ERR_OVERLOADED');
  t.regex(failure?.message ?? '', /large requests are being read; retry after a pause/);
  for (const raw of [first, second]) raw.socket.destroy();
  await metricsOf(world, (text) => text.includes('quorate_connections{listener="client"} 1\n'));
  // All of the budget is there again.
  third.socket.write(begun(MIB, 900 * 1024));
  const fourth = new RawClient(world.port);
  await fourth.greet();
  fourth.say(client.Request, { id: 1, status: {} });
  t.is((await fourth.next<Response>(client.Response)).id, 1);
  t.false(third.socket.destroyed);
  for (const raw of [third, fourth]) raw.socket.destroy();
});

test('of clients that take nothing, the one that leaves most is cut off when all leave too much', async (t) => {
  const world = await NetWorld.open({
    script: itemOf(MIB),
    limits: { nodeBytesMax: 64 * MIB, clientDrainMs: 3_600_000 },
  });
  t.teardown(() => world.close());
  const asks = async (count: number): Promise<RawClient> => {
    const raw = new RawClient(world.port);
    await raw.greet();
    raw.socket.pause();
    raw.socket.write(Buffer.concat(Array.from({ length: count }, (_, n) => encodeFrame(client.Request, get(n + 1)))));
    return raw;
  };
  // The budget is 32 MiB: either fits, both do not.
  const [large, small] = [await asks(30), await asks(20)];
  await metricsOf(world, counted('client', 'ERR_OVERLOADED', 1));
  small.socket.resume();
  for (let id = 1; id <= 20; id += 1) t.is((await small.next<Response>(client.Response)).id, id);
  large.socket.resume();
  await large.closed;
  small.socket.destroy();
  await metricsOf(world, nobodyLeft);
});

test('a client that takes nothing for long is cut off', async (t) => {
  const world = await NetWorld.open({ script: itemOf(MIB), limits: { clientDrainMs: 30 } });
  t.teardown(() => world.close());
  const raw = new RawClient(world.port);
  await raw.greet();
  raw.socket.pause();
  raw.socket.write(Buffer.concat(Array.from({ length: 20 }, (_, n) => encodeFrame(client.Request, get(n + 1)))));
  await metricsOf(world, (text) => counted('client', 'ERR_OVERLOADED', 1)(text) && nobodyLeft(text));
  raw.socket.destroy();
  t.pass();
});

class Caller {
  readonly socket: Socket;
  received = '';

  constructor(world: NetWorld) {
    this.socket = connectSocket({ host: '127.0.0.1', port: world.listeners.addresses.http.port });
    this.socket.setEncoding('latin1').on('data', (text: string) => {
      this.received += text;
    });
    this.socket.on('error', () => undefined);
  }

  asks(path: string, times = 1): void {
    this.socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(times));
  }

  async got(pattern: RegExp): Promise<void> {
    while (!pattern.test(this.received)) await new Promise((more) => this.socket.once('data', more));
  }
}

test('what HTTP refuses is counted by its code', async (t) => {
  const world = await NetWorld.open();
  t.teardown(() => world.close());
  await fetch(world.url('/nowhere'));
  await fetch(world.url('/v1/collections/c/items/k?limt=1'));
  const garbage = new Caller(world);
  garbage.socket.write('EHLO example\r\n\r\n');
  await garbage.got(/ERR_INVALID_REQUEST/);
  const text = await metricsOf(world, counted('http', 'ERR_INVALID_REQUEST', 2));
  t.true(counted('http', 'ERR_NOT_FOUND', 1)(text), text);
});

test('connections of HTTP beyond the limit are told so, and a flood of them is not', async (t) => {
  const world = await NetWorld.open({ limits: { connectionsMax: 2 } });
  t.teardown(() => world.close());
  const callers = [1, 2, 3].map(() => new Caller(world));
  for (const caller of callers.slice(0, 2)) {
    caller.asks('/healthz');
    await caller.got(/200 OK/);
  }
  const [first, , third] = callers as [Caller, Caller, Caller];
  third.asks('/healthz');
  await third.got(/503 Service Unavailable[\s\S]*ERR_OVERLOADED[\s\S]*has its 2 connections of HTTP; close some/);
  const flood = [1, 2].map(() => new Caller(world));
  await Promise.race(flood.map(({ socket }) => new Promise((closed) => socket.once('close', closed))));
  first.asks('/metrics');
  await first.got(/quorate_http_refusals_total\{code="ERR_OVERLOADED"\} 2\n/);
  for (const { socket } of [...callers, ...flood]) socket.destroy();
  t.pass();
});

test('requests of HTTP that are sent before the answers to others are bounded on each connection', async (t) => {
  const held: (() => void)[] = [];
  const script = (_: Request, respond: (reply: Reply) => void): undefined => void held.push(() => respond(result(1)));
  const world = await NetWorld.open({ script, limits: { httpPipelineMax: 3 } });
  t.teardown(() => world.close());
  const caller = new Caller(world);
  caller.asks('/v1/collections/c/items/k', 4);
  while (held.length < 3) await new Promise(setImmediate);
  await metricsOf(world, counted('http', 'ERR_OVERLOADED', 1));
  for (const answer of held) answer();
  await caller.got(/there are 3 requests without an answer on this connection; wait for answers/);
  t.is(held.length, 3, 'the fourth went nowhere');
  caller.socket.destroy();
});

test('who takes no answers of HTTP is cut off when they are too many, and the others are served', async (t) => {
  const world = await NetWorld.open({ script: itemOf(MIB), limits: { nodeBytesMax: 32 * MIB } });
  t.teardown(() => world.close());
  const deaf = new Caller(world);
  deaf.socket.pause();
  deaf.asks('/v1/collections/c/items/k', 30);
  await metricsOf(world, counted('http', 'ERR_OVERLOADED', 1));
  t.is((await (await fetch(world.url('/v1/collections/c/items/k'))).arrayBuffer()).byteLength, MIB);
  deaf.socket.destroy();
});
