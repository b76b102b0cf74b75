/** A gateway in a cluster: which replica a request goes to, and what becomes of it when nodes and leaders change. */
import test from 'ava';
import { peer } from '../../../src/runtime/base/proto.js';
import {
  DATA_GROUPS,
  deletion,
  ELSEWHERE,
  GatewayWorld,
  get,
  METADATA,
  ownerOf,
  page,
  put,
  type Response,
  type Seen,
  scan,
  THREE_NODES,
} from './gateway-world.js';

const ALL_GROUPS = [METADATA, ...DATA_GROUPS];
const NOW_KNOWN = { result: {} };

const three = (limits = {}): GatewayWorld => new GatewayWorld(limits, ALL_GROUPS, THREE_NODES);
const elsewhere = (): GatewayWorld => new GatewayWorld({}, ALL_GROUPS, ELSEWHERE);

/** A world whose gateway has learnt that node 2 leads the group of key a. */
function ledByTwo(limits = {}): GatewayWorld {
  const world = three(limits);
  world.send(put('a'));
  world.run();
  world.refuse(world.only(), 'ERR_NOT_LEADER', 2);
  world.answer(world.only(), NOW_KNOWN);
  return world;
}

function only(responses: readonly Response[]): Response | undefined {
  return responses.length === 1 ? responses[0] : undefined;
}

test('a write that is refused goes to the leader that the refusal names, at once, and the next one straight there', (t) => {
  const world = three();
  const id = world.send(put('a'));
  world.run();
  const first = world.only();
  t.is(first.node, 1);
  world.refuse(first, 'ERR_NOT_LEADER', 2);
  const second = world.only();
  t.is(second.node, 2);
  t.not(second.request, first.request);
  t.deepEqual(second.command, first.command);
  world.answer(second, NOW_KNOWN);
  t.deepEqual(only(world.responsesTo(id))?.leader, { group: ownerOf('things', 'a'), node: 2 });
  world.send(put('a'));
  world.run();
  t.is(world.only().node, 2);
});

test('a response has no hint when this node leads, or nobody had to', (t) => {
  const world = three();
  const id = world.send(put('a'));
  world.run();
  world.answer(world.only(), NOW_KNOWN);
  t.is(only(world.responsesTo(id))?.leader, undefined);
  const led = ledByTwo();
  const read = led.send({ ...get('a'), consistency: 1 });
  led.run();
  led.answer(led.only(), { items: page(['a']) });
  t.is(only(led.responsesTo(read))?.leader, undefined);
});

test('replicas that take each other for the leader end in a pause', (t) => {
  const world = three();
  world.send(put('a'));
  world.run();
  let asked = 0;
  for (let seen: Seen | undefined = world.only(); seen !== undefined; seen = world.takeSeen()[0]) {
    asked += 1;
    t.true(asked < 10);
    if (asked >= 10) return;
    world.refuse(seen, 'ERR_NOT_LEADER', seen.node === 2 ? 3 : 2);
  }
  t.true(asked > 2);
  world.run(10);
  t.is(world.takeSeen().length, 1);
});

test('a linearizable read begins at the replica here, and goes to the leader when that one cannot serve it', (t) => {
  const world = ledByTwo();
  const id = world.send(get('a'));
  world.run();
  const first = world.only();
  t.is(first.node, 1);
  world.refuse(first, 'ERR_NOT_READY');
  const second = world.only();
  t.is(second.node, 2);
  world.answer(second, { items: page(['a']) });
  t.is(only(world.responsesTo(id))?.leader?.node, 2);
});

test('a linearizable read that the replica here keeps waiting is put to the leader, and those that follow as well', (t) => {
  const world = ledByTwo();
  const id = world.send(get('a'));
  world.run();
  const waiting = world.only();
  t.is(waiting.node, 1);
  world.run(250);
  const second = world.only();
  t.is(second.node, 2);
  world.answer(second, { items: page(['a']) });
  world.answer(waiting, { items: page(['a']) });
  t.is(world.responsesTo(id).length, 1);
  world.send(get('a'));
  world.run();
  const third = world.only();
  t.is(third.node, 2);
  world.answer(third, { items: page(['a']) });
  world.run(1_000);
  world.send(get('a'));
  world.run();
  t.is(world.only().node, 1);
});

test('a local read is served here and nowhere else', (t) => {
  const world = ledByTwo();
  const id = world.send({ ...get('a'), consistency: 1 });
  world.run();
  for (let at = 0; at < 5; at += 1) {
    const seen = world.only();
    t.is(seen.node, 1);
    t.true(seen.isLocalRead);
    world.refuse(seen, 'ERR_NOT_READY', 2);
    t.deepEqual(world.seen, [], 'not at once');
    world.run(50);
  }
  world.answer(world.only(), { items: page(['a']) });
  t.is(only(world.responsesTo(id))?.items?.items.length, 1);
});

test('a node without replicas serves everything through its neighbours', (t) => {
  const world = elsewhere();
  const ids = [
    world.send(put('a')),
    world.send(put('b', { collection: 'new' })),
    world.send(deletion('c', 'things')),
    world.send(get('a')),
    world.send({ ...get('a'), consistency: 1 }),
    world.send(scan('', '')),
    world.send({ listCollections: {} }),
    world.send({ probe: {} }),
  ];
  world.run();
  for (const seen of world.takeSeen()) {
    t.true(seen.node > 1);
    world.answer(seen, seen.command === undefined ? { items: page([]) } : NOW_KNOWN);
  }
  for (const id of ids) t.is(only(world.responsesTo(id))?.failure ?? undefined, undefined);
  t.true(world.collections.has('new'));
});

test('reads without a replica here are spread over those elsewhere, and keep off what is lost', (t) => {
  const world = elsewhere();
  const nodesAsked = (): ReadonlySet<number> => {
    world.sendAll(Array.from({ length: 9 }, () => ({ ...get('a'), consistency: 1 })));
    world.run();
    return new Set(world.takeSeen().map(({ node }) => node));
  };
  t.deepEqual(nodesAsked(), new Set([2, 3, 4]));
  world.lose(3);
  world.run(10);
  world.takeSeen();
  t.deepEqual(nodesAsked(), new Set([2, 4]));
});

test('what was with a node whose connection is lost is sent elsewhere at once, under the same name', (t) => {
  for (const presence of [peer.Presence.LOST, peer.Presence.GONE]) {
    const world = ledByTwo();
    const id = world.send(put('a'));
    world.run();
    const lost = world.only();
    t.is(lost.node, 2);
    world.lose(2, presence);
    world.run(6);
    const again = world.only();
    t.is(again.node, 1);
    t.not(again.request, lost.request);
    t.deepEqual(again.command, lost.command);
    world.refuse(again, 'ERR_NOT_LEADER', 3);
    world.answer(world.only(), { result: { replayed: true } });
    world.answer(lost, NOW_KNOWN);
    world.run(10_000);
    t.true(only(world.responsesTo(id))?.result?.replayed);
  }
});

test('the answer to an attempt that was lost still counts', (t) => {
  const world = ledByTwo();
  const id = world.send(put('a'));
  world.run();
  const lost = world.only();
  world.lose(2);
  world.answer(lost, NOW_KNOWN);
  world.run(10_000);
  t.truthy(only(world.responsesTo(id))?.result);
  t.deepEqual(world.seen, []);
});

test('a write that was lost is unknown at its deadline, however often it was refused afterwards; a read is not', (t) => {
  const world = ledByTwo();
  const wrote = world.send({ ...put('a'), deadlineMs: 500 });
  const read = world.send({ ...get('a'), deadlineMs: 500 });
  world.run();
  world.lose(2);
  for (let ms = 0; ms < 600; ms += 1) {
    for (const seen of world.takeSeen()) if (seen.node !== 2) world.refuse(seen, 'ERR_NOT_READY');
    world.run(1);
  }
  t.is(world.failureOf(wrote), 'ERR_OUTCOME_UNKNOWN');
  t.true(Number(world.detailsOf(wrote).sequence) > 0);
  t.is(world.failureOf(read), 'ERR_NOT_READY');
});

test('a session that expires after an attempt was lost says nothing about that attempt', (t) => {
  const EXPIRED = { result: { errorCode: 'ERR_SESSION_EXPIRED', errorMessage: 'too old' } };
  const world = ledByTwo();
  const lost = world.send(put('a'));
  world.run();
  world.only();
  world.lose(2);
  world.run(6);
  world.answer(world.only(), EXPIRED);
  t.is(world.failureOf(lost), 'ERR_OUTCOME_UNKNOWN', 'it may have been carried out');
  world.connect(2);
  const silent = world.send(put('a'));
  world.run();
  world.only();
  world.run(1_000);
  world.answer(world.only(), EXPIRED);
  t.is(world.failureOf(silent), 'ERR_OUTCOME_UNKNOWN', 'it may still be');
  const once = world.send(put('a'));
  world.run();
  world.answer(world.only(), EXPIRED);
  t.is(only(world.responsesTo(once))?.result?.errorCode, 'ERR_SESSION_EXPIRED');
  world.run(10_000);
  t.is(world.responsesTo(lost).length + world.responsesTo(silent).length, 2);
});

test('a node that comes back with another boot has lost what was with it', (t) => {
  const world = ledByTwo();
  world.send(put('a'));
  world.run();
  const lost = world.only();
  world.connect(2, 2);
  world.run(6);
  t.deepEqual(world.only().command, lost.command);
});

test('a link that goes down has lost what was with it, and is followed again when it is back', (t) => {
  const world = ledByTwo();
  t.deepEqual([...world.followed].sort(), [2, 3]);
  world.send(put('a'));
  world.run();
  const lost = world.only();
  world.kernel.stop({ node: 1, kind: 'peer-link', instance: 2 });
  world.run(6);
  const again = world.only();
  t.is(again.node, 1);
  t.deepEqual(again.command, lost.command);
  world.followed.splice(0);
  world.kernel.spawn('peer-link', 2);
  world.run();
  t.deepEqual(world.followed, [2]);
});

test('a message that comes back had no effect, and is sent elsewhere', (t) => {
  const world = ledByTwo();
  const id = world.send({ ...put('a'), deadlineMs: 300 });
  world.run();
  world.bounce(world.only(), 'ERR_UNREACHABLE');
  t.deepEqual(world.seen, [], 'not at once');
  for (let ms = 0; ms < 400; ms += 1) {
    for (const seen of world.takeSeen()) {
      if (seen.envelope === undefined) world.refuse(seen, 'ERR_NOT_READY');
      else world.bounce(seen, 'ERR_UNREACHABLE');
    }
    world.run(1);
  }
  t.true(['ERR_UNREACHABLE', 'ERR_NOT_READY'].includes(world.failureOf(id) ?? ''));
});

test('a full link is no reason to take another node for the leader', (t) => {
  const world = ledByTwo();
  world.send(put('a'));
  world.run();
  world.bounce(world.only(), 'ERR_MAILBOX_FULL');
  world.run(10);
  t.is(world.only().node, 2);
});

test('while a group has no leader, no call pauses for longer than 50 ms', (t) => {
  const world = ledByTwo();
  world.send(put('a'));
  world.run();
  world.takeSeen();
  world.lose(2, peer.Presence.GONE);
  let silentMs = 0;
  for (let ms = 0; ms < 700; ms += 1) {
    const seen = world.takeSeen();
    silentMs = seen.length === 0 ? silentMs + 1 : 0;
    t.true(silentMs <= 51);
    for (const each of seen) world.refuse(each, 'ERR_NOT_READY');
    world.run(1);
  }
});

test('however many calls wait for a leader, one or two ask each millisecond; the first to be served wakes the others', (t) => {
  const count = 500;
  const world = ledByTwo();
  const ids = Array.from({ length: count }, () => world.send(put('a')));
  world.run();
  world.takeSeen();
  world.lose(2, peer.Presence.GONE);
  for (let ms = 0; ms < 10; ms += 1) {
    for (const each of world.takeSeen()) world.refuse(each, 'ERR_NOT_READY');
    world.run(1);
  }
  let asked = 0;
  let silentMs = 0;
  for (let ms = 0; ms < 200; ms += 1) {
    const seen = world.takeSeen();
    asked += seen.length;
    silentMs = seen.length === 0 ? silentMs + 1 : 0;
    t.true(silentMs < 20);
    for (const each of seen) world.refuse(each, 'ERR_NOT_READY');
    world.run(1);
  }
  t.true(asked > 50 && asked < 1_000, `${asked}`);
  while (world.seen.length === 0) world.run(1);
  for (const each of world.takeSeen()) world.answer(each, NOW_KNOWN);
  const woken = world.takeSeen();
  t.true(woken.length > count / 2);
  for (const each of woken) world.answer(each, NOW_KNOWN);
  for (const id of ids) t.is(world.responsesTo(id).length, 1);
});

test('news of a leader wakes what waits for one', (t) => {
  const world = three();
  world.sendAll([put('a'), put('a'), put('a')]);
  world.run();
  const [first, second, third] = world.takeSeen();
  if (first === undefined || second === undefined || third === undefined) return t.fail();
  world.refuse(first, 'ERR_NOT_READY');
  world.refuse(second, 'ERR_NOT_READY');
  t.deepEqual(world.seen, []);
  world.refuse(third, 'ERR_NOT_LEADER', 3);
  t.deepEqual(
    world.takeSeen().map(({ node }) => node),
    [3, 3, 3],
  );
});

test('what nobody can be asked waits for a connection', (t) => {
  const world = elsewhere();
  for (const node of [2, 3, 4]) world.lose(node);
  const late = world.send({ ...put('a'), deadlineMs: 100 });
  const id = world.send(put('a'));
  world.run(200);
  t.is(world.failureOf(late), 'ERR_NOT_READY');
  t.deepEqual(world.seen, []);
  world.connect(3);
  const seen = world.only();
  t.is(seen.node, 3);
  world.answer(seen, NOW_KNOWN);
  t.truthy(only(world.responsesTo(id))?.result);
});

test('a leader that says nothing is not waited for: another replica is asked, and names the new one', (t) => {
  const world = ledByTwo();
  const id = world.send(put('a'));
  world.run();
  const silent = world.only();
  world.run(1_000);
  const asked = world.only();
  t.is(asked.node, 1);
  world.refuse(asked, 'ERR_NOT_LEADER', 3);
  const answered = world.only();
  t.is(answered.node, 3);
  world.answer(answered, NOW_KNOWN);
  world.answer(silent, NOW_KNOWN);
  t.is(world.responsesTo(id).length, 1);
});

test('a group that is stopped on one node is served by the others', (t) => {
  const world = three();
  const id = world.send(put('a'));
  world.run();
  world.refuse(world.only(), 'ERR_GROUP_STOPPED');
  const second = world.only();
  t.not(second.node, 1);
  world.answer(second, NOW_KNOWN);
  t.truthy(only(world.responsesTo(id))?.result);
  const read = world.send({ ...get('a'), consistency: 1 });
  world.run();
  t.not(world.only().node, 1);
  t.is(world.responsesTo(read).length, 0);
});

test('a group that is stopped on every node is not served', (t) => {
  const world = three();
  const id = world.send(put('a'));
  world.run();
  for (let replicas = 0; replicas < 3; replicas += 1) world.refuse(world.only(), 'ERR_GROUP_STOPPED');
  t.is(world.failureOf(id), 'ERR_GROUP_STOPPED');
});

test('a group that has crashed too often here is served by the others', (t) => {
  const world = three();
  const id = world.send(put('a'));
  world.run();
  world.only();
  world.spendGroup(ownerOf('things', 'a'));
  world.run(6);
  const second = world.only();
  t.not(second.node, 1);
  world.answer(second, NOW_KNOWN);
  t.truthy(only(world.responsesTo(id))?.result);
});

test('another node is sent only so much at a time; the rest follows', (t) => {
  const world = ledByTwo({ mailboxMessagesMax: 8 });
  const ids = Array.from({ length: 10 }, () => world.send(put('a')));
  world.run();
  const first = world.takeSeen();
  t.is(first.length, 4);
  world.run(100);
  t.deepEqual(world.seen, []);
  for (const each of first) world.answer(each, NOW_KNOWN);
  for (let ms = 0; ms < 300; ms += 1) {
    world.run(1);
    for (const each of world.takeSeen()) world.answer(each, NOW_KNOWN);
  }
  for (const id of ids) t.truthy(only(world.responsesTo(id))?.result);
});

test('another node is sent only so many bytes at a time', (t) => {
  const world = ledByTwo({ peerOutboxBytesMax: 4_096 });
  world.sendAll(Array.from({ length: 10 }, () => put('a')));
  world.run();
  t.true(world.seen.length > 0 && world.seen.length < 5);
});

test('a probe says within a second which group nobody serves', (t) => {
  const world = three();
  const id = world.send({ probe: {}, deadlineMs: 30_000 });
  world.run();
  const [served, other] = world.takeSeen();
  if (served === undefined || other === undefined) return t.fail();
  world.answer(served, { items: page([]) });
  world.run(1_001);
  const failure = only(world.responsesTo(id))?.failure;
  t.is(failure?.code, 'ERR_TIMEOUT');
  t.regex(failure?.message ?? '', new RegExp(`group ${other.group}`));
  const alone = elsewhere();
  for (const node of [2, 3, 4]) alone.lose(node);
  const unreached = alone.send({ probe: {}, deadlineMs: 30_000 });
  alone.run(1_001);
  t.is(alone.failureOf(unreached), 'ERR_NOT_READY');
});

test('the map has the nodes, where they are reached, and who leads as far as is known', (t) => {
  const world = ledByTwo();
  world.advertise('127.0.0.1:7400', '127.0.0.1:7480');
  world.lose(3);
  const id = world.send({ map: {} });
  world.run();
  const map = only(world.responsesTo(id))?.map;
  t.deepEqual(
    map?.nodes.map(({ node, clientAddress, isConnected }) => [node, clientAddress, isConnected]),
    [
      [1, '127.0.0.1:7400', true],
      [2, '127.0.0.2:7400', true],
      [3, '127.0.0.3:7400', false],
    ],
  );
  t.is(map?.nodes[1]?.httpAddress, '127.0.0.2:7480');
  t.deepEqual(map?.dataGroups, DATA_GROUPS);
  const led = ownerOf('things', 'a');
  t.deepEqual(
    map?.groups.map(({ group, nodes, leaderNode }) => [group, nodes, leaderNode]),
    ALL_GROUPS.map((group) => [group, [1, 2, 3], group === led ? 2 : 0]),
  );
});

test('who answers a write leads', (t) => {
  const world = elsewhere();
  world.send(put('a'));
  world.run();
  const first = world.only();
  world.answer(first, NOW_KNOWN);
  for (let at = 0; at < 3; at += 1) {
    world.send(put('a'));
    world.run();
    t.is(world.only().node, first.node);
  }
});

test('a leader that refuses, and knows no other, leads no more', (t) => {
  const world = ledByTwo();
  world.send(put('a'));
  world.run();
  world.refuse(world.only(), 'ERR_NOT_READY');
  world.send(put('a'));
  world.run();
  t.is(world.only().node, 1);
});

test('a leader whose node is lost leads no more', (t) => {
  const world = ledByTwo();
  world.lose(2);
  world.connect(2);
  world.send(put('a'));
  world.run();
  t.is(world.only().node, 1);
});

test('a collection that was created through another node is found before a read is told that there is none', (t) => {
  const world = three();
  world.metadata.splice(0);
  world.collections.add('theirs');
  world.send(get('a', 'theirs'));
  world.run();
  t.is(world.only().query?.get?.key.length, 1);
  t.false(world.metadata[0]?.isLocalRead);
});

test('a local read needs no majority to find its collection, and none at all when it is known', (t) => {
  const world = three();
  world.metadata.splice(0);
  world.send({ ...get('a'), consistency: 1 });
  world.run();
  t.is(world.takeSeen().length, 1);
  t.deepEqual(world.metadata, []);
  world.collections.add('theirs');
  world.send({ ...get('a', 'theirs'), consistency: 1 });
  world.run();
  t.is(world.takeSeen().length, 1);
  t.deepEqual(
    world.metadata.map(({ isLocalRead }) => isLocalRead),
    [true],
  );
});

test('a local read whose replica is behind looks at the newest list before it says that there is no collection', (t) => {
  const world = three();
  world.metadata.splice(0);
  world.collections.add('theirs');
  world.listings.push(['things']);
  const id = world.send({ ...get('a', 'theirs'), consistency: 1 });
  world.run();
  t.is(world.takeSeen().length, 1);
  t.is(world.responsesTo(id).length, 0);
  t.deepEqual(
    world.metadata.map(({ isLocalRead }) => isLocalRead),
    [true, false],
  );
});
