/** Every way in which a request through the gateway can end: each is answered once, and truthfully. */
import test from 'ava';
import { DATA_GROUPS, GatewayWorld, get, METADATA, ownerOf, page, put } from './gateway-world.js';

test('a write goes to the group that owns its key, under a name, and is answered with the result', (t) => {
  const world = new GatewayWorld();
  const id = world.send(put('a'));
  world.run();
  const seen = world.only();
  t.is(seen.group, ownerOf('things', 'a'));
  t.true((seen.command?.sessionStampMs ?? 0) > 0);
  t.is(seen.command?.sequence, 1);
  t.is(world.responsesTo(id).length, 0);
  world.answer(seen, { result: { operations: [{ revision: 7, integer: 0, existed: false }] } });
  t.is(world.responsesTo(id)[0]?.result?.operations[0]?.revision, 7);
});

test('answers of one turn leave in one message', (t) => {
  const world = new GatewayWorld();
  world.sendAll([put('a'), put('b'), { newSession: {} }, {}]);
  world.run();
  t.is(world.responses.length, 2);
  t.is(world.envelopes, 1);
});

test('a write that is refused for a passing reason is sent again under the same name', (t) => {
  for (const code of ['ERR_NOT_LEADER', 'ERR_NOT_READY', 'ERR_PROPOSAL_DROPPED', 'ERR_MAILBOX_FULL']) {
    const world = new GatewayWorld();
    const id = world.send(put('a'));
    world.run();
    const first = world.only();
    world.refuse(first, code);
    t.is(world.seen.length, 0, 'not at once');
    world.run(20);
    const second = world.only();
    t.not(second.request, first.request);
    t.deepEqual(second.command, first.command);
    world.answer(second, { result: {} });
    world.run(10_000);
    t.is(world.responsesTo(id).length, 1);
    t.truthy(world.responsesTo(id)[0]?.result);
  }
});

test('a refusal that does not pass is handed on at once', (t) => {
  const world = new GatewayWorld();
  const id = world.send(put('a'));
  world.run();
  world.refuse(world.only(), 'ERR_GROUP_STOPPED');
  t.is(world.failureOf(id), 'ERR_GROUP_STOPPED');
  t.is(world.seen.length, 0);
});

test('when the leader is on another node, the refusal says which, at once', (t) => {
  const world = new GatewayWorld();
  const id = world.send(get('a'));
  world.run();
  world.refuse(world.only(), 'ERR_NOT_LEADER', 3);
  t.is(world.failureOf(id), 'ERR_NOT_LEADER');
  t.deepEqual(world.detailsOf(id), { leaderNode: 3 });
});

test('a write that was never answered has an unknown outcome at its deadline, with the name to retry it under', (t) => {
  const world = new GatewayWorld();
  const id = world.send({ ...put('a'), deadlineMs: 700 });
  world.run();
  const { command } = world.only();
  world.run(698);
  t.is(world.responsesTo(id).length, 0);
  world.run(5);
  t.is(world.failureOf(id), 'ERR_OUTCOME_UNKNOWN');
  const { sessionStampMs, sessionSerial, sequence, lowestUnresolved } = world.detailsOf(id);
  t.is(sessionStampMs, command?.sessionStampMs);
  t.is(sessionSerial, command?.sessionSerial);
  t.is(sequence, 1);
  t.is(lowestUnresolved, 1);
});

test('after an unknown outcome the gateway leaves that session alone, so that the record outlives the retry', (t) => {
  const world = new GatewayWorld();
  world.send({ ...put('a'), deadlineMs: 100 });
  world.run(200);
  const first = world.only();
  world.send(put('b'));
  world.run();
  t.not(world.only().command?.sessionSerial, first.command?.sessionSerial);
});

test('a write that was refused to the end was not done, and says why', (t) => {
  const world = new GatewayWorld();
  const id = world.send({ ...put('a'), deadlineMs: 300 });
  world.run();
  for (let at = 0; at < 400; at += 1) {
    for (const seen of world.takeSeen()) world.refuse(seen, 'ERR_NOT_READY');
    world.run(1);
  }
  t.is(world.failureOf(id), 'ERR_NOT_READY');
});

test('a read that is not answered times out', (t) => {
  const world = new GatewayWorld();
  const id = world.send({ ...get('a'), deadlineMs: 300 });
  world.run(301);
  t.is(world.failureOf(id), 'ERR_TIMEOUT');
});

test('silence makes the gateway ask again; whichever attempt is answered settles the request', (t) => {
  const world = new GatewayWorld();
  const id = world.send(put('a'));
  world.run(1_100);
  const [first, second, ...more] = world.takeSeen();
  t.is(more.length, 0);
  t.deepEqual(second?.command, first?.command);
  if (first === undefined || second === undefined) return;
  world.answer(first, { result: { operations: [{ revision: 1, integer: 0, existed: false }] } });
  world.answer(second, { result: { replayed: true } });
  world.run(10_000);
  t.is(world.responsesTo(id).length, 1);
  t.false(world.responsesTo(id)[0]?.result?.replayed);
  t.is(world.seen.length, 0);
});

test('refusals that pass do not put off the next attempt after silence', (t) => {
  const world = new GatewayWorld();
  world.send(get('a'));
  world.run();
  for (let refusals = 0; refusals < 4; refusals += 1) {
    world.refuse(world.only(), 'ERR_NOT_READY');
    world.run(250);
  }
  world.only();
  world.run(1_000);
  world.only();
  world.run(2_000);
  world.only();
  t.deepEqual(world.takeSeen(), []);
});

test('a group that comes back gets the requests that were with it, in order and under the same names', (t) => {
  const world = new GatewayWorld();
  const owner = ownerOf('things', 'a');
  const keys = ['a', 'b', 'c', 'd', 'e', 'f'].filter((key) => ownerOf('things', key) === owner);
  const ids = keys.map((key) => world.send(put(key)));
  world.run();
  const before = world.takeSeen();
  world.stopGroup(owner);
  world.run(100);
  t.is(world.seen.length, 0);
  world.startGroup(owner);
  world.run();
  const after = world.takeSeen();
  t.deepEqual(
    after.map(({ command }) => command),
    before.map(({ command }) => command),
  );
  for (const seen of after) world.answer(seen, { result: {} });
  for (const id of ids) t.is(world.responsesTo(id).length, 1);
});

test('a write that was with a group when it died is unknown, even if a later attempt is refused', (t) => {
  const world = new GatewayWorld();
  const owner = ownerOf('things', 'a');
  const id = world.send({ ...put('a'), deadlineMs: 1_000 });
  world.run();
  world.takeSeen();
  world.stopGroup(owner);
  world.startGroup(owner);
  world.run();
  world.refuse(world.only(), 'ERR_GROUP_STOPPED');
  t.is(world.failureOf(id), 'ERR_OUTCOME_UNKNOWN');
});

test('a write for a group that never ran was not done', (t) => {
  const world = new GatewayWorld({}, [METADATA]);
  const id = world.send({ ...put('a'), deadlineMs: 500 });
  world.run(600);
  t.is(world.failureOf(id), 'ERR_NOT_READY');
});

test('a write whose result was lost is sent again under the same name; at its deadline it is unknown', (t) => {
  const world = new GatewayWorld();
  const lost = { result: { errorCode: 'ERR_OUTCOME_UNKNOWN', errorMessage: 'the result of entry 7 was lost' } };
  const id = world.send(put('a'));
  world.run();
  const first = world.only();
  world.answer(first, lost);
  t.deepEqual(world.responsesTo(id), []);
  world.run(20);
  const second = world.only();
  t.deepEqual(second.command, first.command);
  world.answer(second, { result: { replayed: true } });
  t.true(world.responsesTo(id)[0]?.result?.replayed);
  const late = world.send({ ...put('a'), deadlineMs: 100 });
  world.run();
  world.answer(world.only(), lost);
  world.run(200);
  t.is(world.failureOf(late), 'ERR_OUTCOME_UNKNOWN');
  t.is(world.detailsOf(late).sequence, 2);
});

test('a group that is down for good ends its requests at once, those that come later as well', (t) => {
  const world = new GatewayWorld();
  const owner = ownerOf('things', 'a');
  const [wrote, read] = [world.send(put('a')), world.send(get('a'))];
  world.run();
  world.spendGroup(owner);
  t.is(world.failureOf(wrote), 'ERR_OUTCOME_UNKNOWN');
  t.is(world.failureOf(read), 'ERR_GROUP_STOPPED');
  const late = world.send(put('a'));
  world.run();
  t.is(world.failureOf(late), 'ERR_GROUP_STOPPED');
});

test('a request waits for its group to start', (t) => {
  const world = new GatewayWorld({}, [METADATA]);
  const id = world.send(get('a'));
  world.run(100);
  for (const group of DATA_GROUPS) world.startGroup(group);
  world.run();
  world.answer(world.only(), { items: page(['a']) });
  t.is(world.responsesTo(id)[0]?.items?.items.length, 1);
});

test('an error that the applier reports for a read is a failure', (t) => {
  const world = new GatewayWorld();
  const id = world.send({ ...get('a'), consistency: 1 });
  world.run();
  world.answer(world.only(), { items: page([], false, 'ERR_NOT_READY') });
  t.is(world.failureOf(id), 'ERR_NOT_READY');
});

test('requests beyond the table are refused, and room is made by answers', (t) => {
  const world = new GatewayWorld({ proposalsMax: 2 });
  world.sendAll([get('a'), get('b'), get('c')]);
  world.run();
  t.is(world.responses.length, 1);
  t.is(world.responses[0]?.failure?.code, 'ERR_OVERLOADED');
  const [first] = world.takeSeen();
  if (first !== undefined) world.answer(first, { items: page([]) });
  world.send(get('d'));
  world.run();
  t.is(world.seen.length, 1);
});

test('commands in flight are bounded in bytes', (t) => {
  const world = new GatewayWorld({ nodeBytesMax: 4_096, nodeBytesAdmission: 1 });
  world.sendAll(Array.from({ length: 10 }, (_, at) => put(`key-${at}`)));
  world.run();
  t.true(world.seen.length < 10);
  t.true(world.responses.every(({ failure }) => failure?.code === 'ERR_OVERLOADED'));
  t.is(world.seen.length + world.responses.length, 10);
});

test('an answer to an earlier boot of the gateway is not taken for one of ours', (t) => {
  const world = new GatewayWorld();
  world.send(put('a'));
  world.run();
  const old = world.only();
  world.kernel.stop(world.gateway);
  world.kernel.spawn('gateway', 0);
  world.run();
  const id = world.send(put('b'));
  world.run();
  world.answer(old, { result: {} });
  t.is(world.responsesTo(id).length, 0);
});
