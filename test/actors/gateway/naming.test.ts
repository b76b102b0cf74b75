/** How writes are named, so that sending one again does it once. */
import test from 'ava';
import { Sessions } from '../../../src/actors/gateway/sessions.js';
import { createRandom } from '../../../src/runtime/base/random.js';
import { GatewayWorld, put, serialOf } from './gateway-world.js';

test("a client's own name is passed on as it is", (t) => {
  const world = new GatewayWorld();
  const stamp = world.time.now();
  const name = { sessionStampMs: stamp, sessionSerial: serialOf(5), sequence: 9, lowestUnresolved: 4 };
  const id = world.send({ ...put('a', name), deadlineMs: 50 });
  world.run();
  const { command } = world.only();
  t.like(command, name);
  world.run(100);
  t.deepEqual(world.detailsOf(id), name);
});

test('an idempotency key and its request become hashes of 16 bytes', (t) => {
  const world = new GatewayWorld();
  world.sendAll([
    put('a', { idempotencyKey: 'one' }),
    put('a', { idempotencyKey: 'one' }),
    put('b', { idempotencyKey: 'one' }),
    put('a', { idempotencyKey: 'two' }),
  ]);
  world.run();
  const byId = [...world.takeSeen()].sort((a, b) => a.request - b.request).map(({ command }) => command);
  const [first, same, otherRequest, otherKey] = byId;
  t.is(first?.idempotencyHash.length, 16);
  t.is(first?.requestHash.length, 16);
  t.is(first?.sessionStampMs, 0);
  t.deepEqual(same, first);
  t.deepEqual(otherRequest?.idempotencyHash, first?.idempotencyHash);
  t.notDeepEqual(otherRequest?.requestHash, first?.requestHash);
  t.notDeepEqual(otherKey?.idempotencyHash, first?.idempotencyHash);
  t.deepEqual(otherKey?.requestHash, first?.requestHash);
});

test('an unknown outcome of a write with an idempotency key names the key', (t) => {
  const world = new GatewayWorld();
  const id = world.send({ ...put('a', { idempotencyKey: 'one' }), deadlineMs: 50 });
  world.run(100);
  t.deepEqual(world.detailsOf(id), { idempotencyKey: 'one' });
});

test('sequences resolve out of order, and the lowest unresolved one goes along', (t) => {
  const world = new GatewayWorld();
  world.sendAll([put('a'), put('b'), put('c')]);
  world.run();
  const bySequence = [...world.takeSeen()].sort((a, b) => (a.command?.sequence ?? 0) - (b.command?.sequence ?? 0));
  const [one, two] = bySequence;
  if (one === undefined || two === undefined) return t.fail();
  world.answer(two, { result: {} });
  world.send(put('d'));
  world.run();
  t.like(world.only().command, { sequence: 4, lowestUnresolved: 1 });
  world.answer(one, { result: {} });
  world.send(put('e'));
  world.run();
  t.like(world.only().command, { sequence: 5, lowestUnresolved: 3 });
});

test('a lane whose window is full gives way to another one', (t) => {
  const sessions = new Sessions({ sessionWindow: 4, sessionNewRequestsMs: 1_000 }, 1);
  const random = createRandom(1);
  const tickets = Array.from({ length: 9 }, () => sessions.acquire(0, random));
  const serials = new Set(tickets.map(({ name }) => name.sessionSerial));
  t.is(serials.size, 3);
  for (const { name } of tickets) t.true(name.sequence - name.lowestUnresolved < 4);
});

test('a lane takes no new requests when it is old', (t) => {
  const sessions = new Sessions({ sessionWindow: 4, sessionNewRequestsMs: 1_000 }, 1);
  const random = createRandom(1);
  const first = sessions.acquire(0, random);
  sessions.release(first);
  t.is(sessions.acquire(999, random).name.sessionSerial, first.name.sessionSerial);
  t.not(sessions.acquire(1_000, random).name.sessionSerial, first.name.sessionSerial);
});

test('a session is stamped no older than the newest log clock seen', (t) => {
  const world = new GatewayWorld();
  const ahead = world.time.now() + 60_000;
  world.send(put('a'));
  world.run();
  world.answer(world.only(), { result: { logClockMs: ahead } });
  const id = world.send({ newSession: {} });
  world.run();
  t.is(world.responsesTo(id)[0]?.session?.stampMs, ahead);
});

test('a gateway knows the log clock before it issues its first session', (t) => {
  const ahead = 9_000_000_000_000;
  const world = new GatewayWorld({}, undefined, undefined, ahead);
  const id = world.send({ newSession: {} });
  world.run();
  t.is(world.responsesTo(id)[0]?.session?.stampMs, ahead);
});

test('a session that apply calls expired is replaced', (t) => {
  const world = new GatewayWorld();
  world.send(put('a'));
  world.run();
  const first = world.only();
  world.answer(first, { result: { errorCode: 'ERR_SESSION_EXPIRED' } });
  world.send(put('a'));
  world.run();
  t.not(world.only().command?.sessionSerial, first.command?.sessionSerial);
});

test('a session of another cluster is refused, and says what to do', (t) => {
  const world = new GatewayWorld();
  const name = { sessionStampMs: world.time.now(), sequence: 1, lowestUnresolved: 1 };
  const foreign = world.send(put('a', { ...name, sessionSerial: serialOf(5) + 2 ** 32 }));
  world.run();
  t.is(world.failureOf(foreign), 'ERR_SESSION_FOREIGN');
  t.regex(world.responsesTo(foreign)[0]?.failure?.message ?? '', /open a new one/);
  t.deepEqual(world.seen, []);
});

test('a session that this gateway has issued is taken', (t) => {
  const world = new GatewayWorld();
  const id = world.send({ newSession: {} });
  world.run();
  const { stampMs = 0, serial = 0 } = world.responsesTo(id)[0]?.session ?? {};
  world.send(put('a', { sessionStampMs: stampMs, sessionSerial: serial, sequence: 1, lowestUnresolved: 1 }));
  world.run();
  t.is(world.only().command?.sessionSerial, serial);
});

test('a gateway that has started again names its writes anew', (t) => {
  const world = new GatewayWorld();
  const serials = new Set<number | undefined>();
  for (let lives = 0; lives < 3; lives += 1) {
    world.send(put('a'));
    world.run();
    serials.add(world.only().command?.sessionSerial);
    world.kernel.stop(world.gateway);
    world.kernel.spawn('gateway', 0);
    world.run();
  }
  t.is(serials.size, 3);
});
