/** What the gateway refuses at the door, how it routes scans, and how it keeps collections. */
import test from 'ava';
import { command } from '../../../src/runtime/base/proto.js';
import {
  bytes,
  DATA_GROUPS,
  deletion,
  GatewayWorld,
  get,
  ownerOf,
  page,
  put,
  scan,
  serialOf,
  text,
} from './gateway-world.js';

const NOW = 1_700_000_000_000;

test('what no group needs to see is refused at the door', (t) => {
  const long = 'x'.repeat(1025);
  const [operation] = put('a').write.operations;
  if (operation === undefined) return t.fail();
  const named = { sessionStampMs: NOW, sessionSerial: serialOf(1), sequence: 1, lowestUnresolved: 1 };
  const cases: readonly [string, Parameters<GatewayWorld['send']>[0], string][] = [
    ['no operation', put('a', { operations: [] }), 'ERR_INVALID_REQUEST'],
    ['an empty key', put(''), 'ERR_INVALID_REQUEST'],
    ['a long key', put(long), 'ERR_KEY_TOO_LARGE'],
    [
      'a key that is no UTF-8',
      { get: { collection: bytes('things'), key: new Uint8Array([0xff]) } },
      'ERR_INVALID_UTF8',
    ],
    ['a collection with a space', put('a', { collection: 'a b' }), 'ERR_INVALID_REQUEST'],
    ['a collection with a long name', get('a', long), 'ERR_INVALID_REQUEST'],
    ['two partitions', put('a', { operations: [operation, { ...operation, key: bytes('b') }] }), 'ERR_WRONG_PARTITION'],
    ['two actions', put('a', { operations: [{ ...operation, delete: {} }] }), 'ERR_INVALID_REQUEST'],
    ['too far ahead', put('a', { ...named, sequence: 4097 }), 'ERR_SEQUENCE_TOO_FAR'],
    ['lowest above the sequence', put('a', { ...named, lowestUnresolved: 2 }), 'ERR_INVALID_REQUEST'],
    ['sequence 0', put('a', { ...named, sequence: 0, lowestUnresolved: 0 }), 'ERR_INVALID_REQUEST'],
    ['a stamp from the future', put('a', { ...named, sessionStampMs: NOW + 2 * 3_600_000 }), 'ERR_SESSION_FOREIGN'],
    ['an unsafe sequence', put('a', { ...named, sequence: 2 ** 60 }), 'ERR_UNSAFE_INTEGER'],
    ['a session and a key', put('a', { ...named, idempotencyKey: 'k' }), 'ERR_INVALID_REQUEST'],
    ['a long idempotency key', put('a', { idempotencyKey: 'ä'.repeat(200) }), 'ERR_INVALID_REQUEST'],
    ['an unknown consistency', { ...get('a'), consistency: 7 as never }, 'ERR_INVALID_REQUEST'],
    ['nothing asked', {}, 'ERR_INVALID_REQUEST'],
  ];
  for (const [what, request, code] of cases) {
    const world = new GatewayWorld();
    const id = world.send(request);
    world.run();
    t.is(world.failureOf(id), code, what);
    t.is(world.seen.length, 0, what);
  }
});

test('a value over the limit is refused before it is replicated', (t) => {
  const world = new GatewayWorld({ valueBytesMax: 10 });
  const operation = {
    collection: bytes('things'),
    key: bytes('a'),
    precondition: command.Precondition.NONE,
    expectedRevision: 0,
    put: { kind: command.ItemKind.BYTES, value: new Uint8Array(11), timeToLiveMs: 0 },
  };
  const id = world.send(put('a', { operations: [operation] }));
  world.run();
  t.is(world.failureOf(id), 'ERR_VALUE_TOO_LARGE');
});

test('a scan within one partition asks one group, for its slot only', (t) => {
  const world = new GatewayWorld();
  const id = world.send(scan('{ada}/', '{ada}0', 5));
  world.run();
  const seen = world.only();
  t.is(seen.group, ownerOf('things', '{ada}/x'));
  t.is(seen.query?.scan?.vshards.length, 1);
  world.answer(seen, { items: page(['{ada}/1'], true) });
  t.true(world.responsesTo(id)[0]?.items?.more);
});

test('a scan that leaves the braces asks every group', (t) => {
  for (const [from, to] of [
    ['{ada', '{ada}0'],
    ['{ada}/', ''],
    ['{ada}/', '{b'],
    ['{}x', '{}y'],
    ['', ''],
  ] as const) {
    const world = new GatewayWorld();
    world.send(scan(from, to));
    world.run();
    t.is(world.takeSeen().length, DATA_GROUPS.length, `${from}..${to}`);
  }
});

test('pages of several groups are merged by key, and end where one of them is not known further', (t) => {
  const world = new GatewayWorld();
  const id = world.send(scan('', '', 10));
  world.run();
  const [first, second] = world.takeSeen();
  if (first === undefined || second === undefined) return t.fail();
  world.answer(first, { items: page(['b', 'd'], true) });
  t.is(world.responsesTo(id).length, 0);
  world.answer(second, { items: page(['a', 'c', 'e']) });
  const items = world.responsesTo(id)[0]?.items;
  t.deepEqual(
    items?.items.map(({ key }) => text(key)),
    ['a', 'b', 'c', 'd'],
  );
  t.true(items?.more);
});

test('one part that fails fails the scan, once', (t) => {
  const world = new GatewayWorld();
  const id = world.send(scan('', ''));
  world.run();
  const [first, second] = world.takeSeen();
  if (first === undefined || second === undefined) return t.fail();
  world.refuse(first, 'ERR_GROUP_STOPPED');
  world.answer(second, { items: page(['a']) });
  t.is(world.responsesTo(id).length, 1);
  t.is(world.failureOf(id), 'ERR_GROUP_STOPPED');
});

test('the limit of a page is bounded', (t) => {
  const world = new GatewayWorld({ scanPageItemsMax: 3 });
  world.sendAll([scan('', '', 100), scan('', '', 0), scan('', '', 2)]);
  world.run();
  const limits = world.takeSeen().map(({ query }) => query?.scan?.limit);
  t.deepEqual(limits.sort(), [2, 2, 3, 3, 3, 3]);
});

test('of a large page each group is asked for its share and some more, of a small one for all of it', (t) => {
  const world = new GatewayWorld();
  const asked = (limit: number): (number | undefined)[] => {
    world.send(scan('', '', limit));
    world.run();
    return world.takeSeen().map(({ query }) => query?.scan?.limit);
  };
  const groups = DATA_GROUPS.length;
  for (const limit of asked(1_000)) t.true(Number(limit) > 1_000 / groups && Number(limit) < 1_000);
  t.deepEqual(asked(20), Array<number>(groups).fill(20));
});

test('a write creates its collection first; writes that arrive meanwhile wait with it', (t) => {
  const world = new GatewayWorld();
  world.sendAll([put('a', { collection: 'new' }), put('b', { collection: 'new' })]);
  world.run();
  t.true(world.collections.has('new'));
  t.is(world.takeSeen().length, 2);
  world.send(get('a', 'new'));
  world.run();
  t.is(world.takeSeen().length, 1);
});

test('a collection that another gateway has created is no error', (t) => {
  const world = new GatewayWorld();
  world.run();
  world.collections.add('theirs');
  world.send(put('a', { collection: 'theirs' }));
  world.run();
  t.is(world.takeSeen().length, 1);
});

test("a collection that cannot be created under the gateway's old session is created under another one", (t) => {
  const world = new GatewayWorld();
  world.send(put('a'));
  world.run();
  const stale = world.only().command?.sessionSerial ?? 0;
  world.expired.add(stale);
  const first = world.send(put('a', { collection: 'new' }));
  world.run();
  t.is(world.failureOf(first), 'ERR_NOT_READY', 'the session is not of the one who asked');
  world.send(put('a', { collection: 'new' }));
  world.run();
  t.not(world.only().command?.sessionSerial, stale);
});

test('a read of an unknown collection looks once more, then says so', (t) => {
  const world = new GatewayWorld();
  const unknown = world.send(get('a', 'nowhere'));
  world.run();
  t.is(world.failureOf(unknown), 'ERR_UNKNOWN_COLLECTION');
  world.collections.add('nowhere');
  const known = world.send(get('a', 'nowhere'));
  world.run();
  t.is(world.failureOf(known), undefined);
  t.is(world.takeSeen().length, 1);
});

test('a deletion from an unknown collection says so, and does not create it', (t) => {
  const world = new GatewayWorld();
  const unknown = world.send(deletion('a', 'nowhere'));
  world.run();
  t.is(world.failureOf(unknown), 'ERR_UNKNOWN_COLLECTION');
  t.false(world.collections.has('nowhere'));
  world.collections.add('theirs');
  world.send(deletion('a', 'theirs'));
  world.run();
  t.is(world.takeSeen().length, 1);
});

test('a list that was being read when a read arrived does not decide for it', (t) => {
  const world = new GatewayWorld();
  world.listings.push(['things'], ['late', 'things']);
  world.sendAll([get('a', 'late'), get('b', 'late')]);
  world.run();
  t.is(world.responses.length, 1);
  t.is(world.responses[0]?.failure?.code, 'ERR_UNKNOWN_COLLECTION');
  t.is(text(world.only().query?.get?.key ?? bytes('')), 'b');
});

test('requests that wait for the list of collections keep their deadlines', (t) => {
  const world = new GatewayWorld();
  world.isMetadataSilent = true;
  const read = world.send({ ...get('a', 'x'), deadlineMs: 100 });
  const write = world.send({ ...put('a', { collection: 'x' }), deadlineMs: 200 });
  world.run(101);
  t.is(world.failureOf(read), 'ERR_NOT_READY');
  t.is(world.failureOf(write), undefined);
  world.run(100);
  t.is(world.failureOf(write), 'ERR_NOT_READY');
  world.run(20_000);
  t.is(world.responses.length, 2);
});

test('there are at most so many collections', (t) => {
  const world = new GatewayWorld({ collectionsMax: 2 });
  world.sendAll([put('a', { collection: 'second' }), put('a', { collection: 'third' })]);
  world.run();
  t.is(world.takeSeen().length, 1);
  t.is(world.responses[0]?.failure?.code, 'ERR_INVALID_REQUEST');
});

test('collections are listed page by page, in byte order', (t) => {
  const world = new GatewayWorld({ scanPageItemsMax: 2 });
  for (const name of ['b', 'c', 'a', 'd']) world.collections.add(name);
  const id = world.send({ listCollections: {} });
  world.run();
  t.deepEqual(
    world.responsesTo(id)[0]?.items?.items.map(({ key }) => text(key)),
    ['a', 'b', 'c', 'd', 'things'],
  );
});

test('a probe is answered when every group has served a read, and fails with the first that cannot', (t) => {
  const world = new GatewayWorld();
  const good = world.send({ probe: {} });
  world.run();
  const seen = world.takeSeen();
  t.is(seen.length, DATA_GROUPS.length);
  for (const each of seen) world.answer(each, { items: page([]) });
  t.is(world.responsesTo(good)[0]?.items?.items.length, 0);
  const bad = world.send({ probe: {} });
  world.run();
  for (const each of world.takeSeen()) world.refuse(each, 'ERR_GROUP_STOPPED');
  t.is(world.failureOf(bad), 'ERR_GROUP_STOPPED');
  t.is(world.responsesTo(bad).length, 1);
});
