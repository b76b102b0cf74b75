/** The same write coming twice at once: a client that has sent it again, over another connection or through another node. */
import test from 'ava';
import { GatewayWorld, put, serialOf } from './gateway-world.js';

const named = (world: GatewayWorld, sequence = 1, lowestUnresolved = 1) => ({
  sessionStampMs: world.time.now(),
  sessionSerial: serialOf(5),
  sequence,
  lowestUnresolved,
});

test('the same write under the same name is proposed once, and both are answered', (t) => {
  const world = new GatewayWorld();
  const write = put('a', named(world));
  const ids = [world.send(write), world.send(write)];
  world.run();
  world.answer(world.only(), { result: { operations: [{ revision: 7, integer: 0, existed: false }] } });
  const results = ids.map((id) => world.responsesTo(id).map(({ result }) => result));
  t.deepEqual(
    results.map((own) => own.map((result) => [result?.operations[0]?.revision, result?.replayed])),
    [[[7, false]], [[7, true]]],
  );
  world.run(20_000);
  t.is(world.responses.length, 2);
  t.deepEqual(world.seen, []);
});

test('a retry that resolves more than the first attempt did is the same write', (t) => {
  const world = new GatewayWorld();
  const ids = [world.send(put('a', named(world, 5, 3))), world.send(put('a', named(world, 5, 4)))];
  world.run();
  world.answer(world.only(), { result: {} });
  for (const id of ids) t.truthy(world.responsesTo(id)[0]?.result);
});

test('another write under the same name is refused, and the first is not disturbed', (t) => {
  const world = new GatewayWorld();
  const first = world.send(put('a', named(world)));
  const second = world.send(put('b', named(world)));
  world.run();
  t.is(world.failureOf(second), 'ERR_INVALID_REQUEST');
  world.answer(world.only(), { result: {} });
  t.truthy(world.responsesTo(first)[0]?.result);
});

test('other sequences, and other sessions, are other writes', (t) => {
  const world = new GatewayWorld();
  const name = named(world);
  world.sendAll([
    put('a', name),
    put('a', { ...name, sequence: 2 }),
    put('a', { ...name, sequence: 1 + 2 ** 21, lowestUnresolved: 2 ** 21 }),
    put('a', { ...name, sessionSerial: serialOf(6) }),
    put('a', { ...name, sessionStampMs: name.sessionStampMs - 1 }),
  ]);
  world.run();
  t.is(world.takeSeen().length, 5);
});

test('a write that comes after the first is answered goes to the log, which knows it', (t) => {
  const world = new GatewayWorld();
  const name = named(world);
  world.send(put('a', name));
  world.run();
  world.answer(world.only(), { result: {} });
  world.send(put('a', name));
  world.run();
  t.is(world.takeSeen().length, 1);
});

test('when the first runs out of time, the others try for themselves: one is sent, the rest wait for it', (t) => {
  const world = new GatewayWorld();
  const write = put('a', named(world));
  const short = world.send({ ...write, deadlineMs: 100 });
  const long = [world.send({ ...write, deadlineMs: 2_000 }), world.send({ ...write, deadlineMs: 2_000 })];
  world.run();
  const first = world.only();
  world.run(101);
  t.is(world.failureOf(short), 'ERR_OUTCOME_UNKNOWN');
  const second = world.only();
  t.deepEqual(second.command, first.command);
  world.answer(second, { result: {} });
  for (const id of long) t.is(world.responsesTo(id).length, 1);
  for (const id of long) t.truthy(world.responsesTo(id)[0]?.result);
});

test('what may have been done for the first may have been done for those that go on', (t) => {
  const world = new GatewayWorld();
  const write = put('a', named(world));
  world.send({ ...write, deadlineMs: 100 });
  const long = world.send({ ...write, deadlineMs: 2_000 });
  world.run();
  world.only();
  world.run(101);
  world.refuse(world.only(), 'ERR_STORAGE_FULL');
  t.is(world.failureOf(long), 'ERR_OUTCOME_UNKNOWN');
});

test('when the second runs out of time, it is unknown, and the first goes on', (t) => {
  const world = new GatewayWorld();
  const name = named(world);
  const long = world.send(put('a', name));
  const short = world.send({ ...put('a', name), deadlineMs: 100 });
  world.run(101);
  t.is(world.failureOf(short), 'ERR_OUTCOME_UNKNOWN');
  t.deepEqual(world.detailsOf(short), name);
  world.answer(world.only(), { result: {} });
  t.truthy(world.responsesTo(long)[0]?.result);
  world.run(10_000);
  t.is(world.responses.length, 2);
});

test('when the first is refused without effect, so are the others, by their own attempts', (t) => {
  const world = new GatewayWorld();
  const write = put('a', named(world));
  const ids = [world.send(write), world.send(write)];
  world.run();
  world.refuse(world.only(), 'ERR_STORAGE_FULL');
  world.refuse(world.only(), 'ERR_STORAGE_FULL');
  for (const id of ids) t.is(world.failureOf(id), 'ERR_STORAGE_FULL');
});

test('what is attached counts towards the bound of requests in flight', (t) => {
  const world = new GatewayWorld({ proposalsMax: 2 });
  const write = put('a', named(world));
  const ids = [world.send(write), world.send(write), world.send(write)];
  world.run();
  t.is(world.failureOf(ids[2] ?? 0), 'ERR_OVERLOADED');
  world.answer(world.only(), { result: {} });
  const later = world.send(put('b'));
  world.run();
  t.is(world.failureOf(later), undefined);
});
