/** What crosses a link, in both directions: packing, heartbeats, congestion, bounces, boots, and what must not cross. */
import test from 'ava';
import type { Envelope } from '../../../src/runtime/actor/envelope.js';
import { decodeEnvelopes } from '../../../src/runtime/actor/envelope-codec.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { peer, raft } from '../../../src/runtime/base/proto.js';
import { type Frame, GROUP, LinkWorld, raftMessage } from './link-world.js';

const { APP, VOTE, HEARTBEAT, HEARTBEAT_RESP } = raft.MessageType;
const propose = (request: number, bytes = 10) =>
  ({ type: 'propose', body: { request, command: new Uint8Array(bytes).fill(1) } }) as const;
const append = (bytes: number, index = 1) =>
  raftMessage(APP, { index, entries: [{ term: 1, index, type: 0, data: new Uint8Array(bytes).fill(3) }] });

function connected(options: ConstructorParameters<typeof LinkWorld>[0] = {}): LinkWorld {
  const world = new LinkWorld(options);
  world.attach();
  world.connect(1);
  return world;
}

function envelopesOf(world: LinkWorld, frames: readonly Frame[]) {
  return frames.flatMap((frame) => decodeEnvelopes(frame.envelopes, world.routes));
}

test('the messages of a turn leave in one write: heartbeats first and small, the rest as envelopes', (t) => {
  const world = connected();
  world.send(append(100), raftMessage(HEARTBEAT, { term: 4, commit: 9, matchAll: 8 }), raftMessage(VOTE));
  const orders = world.takeOrders();
  t.is(orders.length, 1);
  const [order] = orders;
  world.orders.push(...orders);
  const frames = world.frames();
  t.is(order?.type, 'write');
  t.is(frames.length, 2);
  t.like(frames[0]?.beats[0], { group: GROUP, term: 4, commit: 9, matchAll: 8, isAnswer: false });
  t.deepEqual(
    envelopesOf(world, frames).map((envelope) => raftOf(envelope).type),
    [APP, VOTE],
  );
});

test('a heartbeat with anything that a beat does not carry leaves as it is', (t) => {
  const world = connected();
  world.send(
    raftMessage(HEARTBEAT, { context: new Uint8Array([1]) }),
    raftMessage(HEARTBEAT_RESP, { index: 5 }),
    raftMessage(HEARTBEAT_RESP, { reject: true }),
  );
  const frames = world.frames();
  t.deepEqual(
    frames.map(({ beats }) => beats.length),
    [0],
  );
  t.is(envelopesOf(world, frames).length, 3);
});

test('what a beat stands for reaches the group as the message it was', (t) => {
  const sender = connected();
  const sent = raftMessage(HEARTBEAT_RESP, { term: 4, commit: 0, clockMs: 123_456 });
  sender.send(sent);
  const [frame] = sender.frames();
  const receiver = connected();
  receiver.receive(1, { beats: frame?.beats ?? [] });
  const [heard] = receiver.rafts();
  t.deepEqual({ ...heard?.message.body }, { ...sent.body });
  t.deepEqual(heard?.from, { node: 2, kind: 'group', instance: GROUP });
});

test('much is cut into frames of about the size that is configured', (t) => {
  const world = connected({ limits: { peerFrameBytes: 10_000 } });
  world.send(...Array.from({ length: 30 }, (_, at) => append(1_000, at + 1)));
  const frames = world.frames();
  t.is(frames.length, 3);
  for (const { envelopes } of frames) t.true(envelopes.length < 11_500, `${envelopes.length}`);
  t.is(envelopesOf(world, frames).length, 30);
});

test('no frame is larger than the other side takes, and a message that fits none is returned', (t) => {
  const world = connected({ limits: { peerFrameBytes: 10_000, frameBytesMax: 12_000 } });
  world.send(append(9_000), append(5_000), propose(1, 20_000), raftMessage(VOTE));
  const frames = world.frames();
  for (const { envelopes } of frames) t.true(envelopes.length + 6 <= 12_000, `${envelopes.length}`);
  t.is(envelopesOf(world, frames).length, 3);
  t.deepEqual(
    world.refused.map(({ type, error }) => [type, error.code]),
    [['propose', 'ERR_FRAME_TOO_LARGE']],
  );
});

test('without a connection asks come back with the reason, and the rest is dropped and counted', (t) => {
  const world = new LinkWorld();
  world.attach();
  world.refuseDial();
  world.send(raftMessage(VOTE), raftMessage(HEARTBEAT), propose(1));
  t.deepEqual(
    world.refused.map(({ type, error }) => [type, error.code, error.retryable]),
    [['propose', 'ERR_UNREACHABLE', true]],
  );
  t.regex(world.refused[0]?.error.message ?? '', /node 2 at there:7102 cannot be reached: nobody listens there/);
  t.is(world.metrics().dropped_unconnected, 3);
  t.deepEqual(world.frames(), []);
});

test('while the peer takes no more, messages wait in order, and only the newest heartbeat of a group', (t) => {
  const world = connected();
  world.tell({ type: 'flow', body: { connection: 1, isCongested: true } });
  world.send(append(10, 1), raftMessage(HEARTBEAT, { commit: 1 }));
  world.send(append(10, 2), raftMessage(HEARTBEAT, { commit: 2 }), raftMessage(HEARTBEAT_RESP));
  t.deepEqual(world.frames(), []);
  world.tell({ type: 'flow', body: { connection: 1, isCongested: false } });
  const frames = world.frames();
  t.deepEqual(
    frames[0]?.beats.map(({ commit, isAnswer }) => [commit, isAnswer]),
    [
      [2, false],
      [0, true],
    ],
  );
  t.deepEqual(
    envelopesOf(world, frames).map((envelope) => raftOf(envelope).index),
    [1, 2],
  );
});

test('what waits is bounded: beyond it asks come back, and the rest is dropped', async (t) => {
  const world = connected({ limits: { peerOutboxBytesMax: 10_000 } });
  world.tell({ type: 'flow', body: { connection: 1, isCongested: true } });
  for (let index = 1; index <= 20; index += 1) world.send(append(1_000, index), propose(index, 1_000));
  const { queuedBytes } = await world.status();
  t.true(queuedBytes > 8_000 && queuedBytes <= 10_000, `${queuedBytes}`);
  t.true(world.refused.length > 10);
  t.true(world.refused.every(({ type, error }) => type === 'propose' && error.code === 'ERR_MAILBOX_FULL'));
  const { dropped_congested: dropped = 0 } = world.metrics();
  world.tell({ type: 'flow', body: { connection: 1, isCongested: false } });
  const left = envelopesOf(world, world.frames());
  t.is(left.length + dropped, 40);
  t.is((await world.status()).queuedBytes, 0);
});

test('what waited for a connection that is lost comes back', (t) => {
  const world = connected();
  world.tell({ type: 'flow', body: { connection: 1, isCongested: true } });
  world.send(propose(1), append(10));
  world.close(1);
  t.deepEqual(
    world.refused.map(({ error }) => error.code),
    ['ERR_UNREACHABLE'],
  );
  t.is(world.metrics().dropped_unconnected, 2);
});

test('what piled up leaves in portions, all of it', (t) => {
  const world = connected({ limits: { peerFrameBytes: 1024 * 1024 } });
  world.tell({ type: 'flow', body: { connection: 1, isCongested: true } });
  for (let index = 1; index <= 12; index += 1) world.send(append(1024 * 1024, index));
  world.tell({ type: 'flow', body: { connection: 1, isCongested: false } });
  const writes = world.takeOrders();
  t.is(writes.length, 3);
  world.orders.push(...writes);
  t.deepEqual(
    envelopesOf(world, world.frames()).map((envelope) => raftOf(envelope).index),
    Array.from({ length: 12 }, (_, at) => at + 1),
  );
});

test('an answer to an actor of an older process of the peer does not leave', (t) => {
  const world = connected();
  world.receive(1, { envelopes: world.envelopes({ fromBoot: 33 }) });
  const bootHere = world.rafts()[0]?.fromBoot ?? 0;
  t.not(bootHere, 33);
  const gateway = { node: 2, kind: 'gateway', instance: 0 };
  const refusal = {
    type: 'refused',
    body: { group: GROUP, requests: [1], errorCode: '', errorMessage: '', leaderNode: 0 },
  };
  world.sendTo(gateway, bootHere, refusal as never);
  t.deepEqual(
    envelopesOf(world, world.frames()).map(({ toBoot }) => toBoot),
    [33],
    'its own process knows the actor under its own boot',
  );
  world.close(1);
  world.time.runFor(world.limits.peerRedialMsMin);
  world.connect(2, world.nextHello());
  world.sendTo(gateway, bootHere, refusal as never);
  t.deepEqual(world.frames(), []);
  t.is(world.metrics().dropped_stale, 1);
});

test('only what the table names crosses, from the node at the other end to this one', (t) => {
  const world = connected();
  const status = { type: 'status', body: {} };
  const cases = [
    { from: { node: 3, kind: 'group', instance: GROUP } },
    { to: { node: 3, kind: 'group', instance: GROUP } },
    { to: { node: 1, kind: 'peer-link', instance: 2 }, message: status },
    { message: { type: 'tick', body: {} } },
    { message: { type: 'peerState', body: { node: 2, presence: peer.Presence.GONE } } },
    { fromBoot: 2 ** 40 },
  ];
  for (const each of cases) world.receive(1, { envelopes: world.envelopes(each) });
  t.is(world.rafts().length, 0);
  t.deepEqual(world.presences(), ['UNKNOWN 0', 'CONNECTED 5']);
  t.is(world.metrics().dropped_foreign, cases.length);
  world.receive(1, { envelopes: world.envelopes({}) });
  t.is(world.rafts().length, 1, 'the connection is still good');
});

test('a failed answer comes back over the link', (t) => {
  const world = connected();
  const failure = new QuorateError('ERR_MAILBOX_FULL', 'too much to do');
  const message = propose(4);
  world.send(message);
  const [envelope] = envelopesOf(world, world.frames());
  const [to, toBoot] = [envelope?.from, envelope?.fromBoot];
  if (to === undefined || toBoot === undefined) return t.fail();
  world.receive(1, { envelopes: world.envelopes({ to, toBoot, isAnswer: true, message, failure }) });
  t.deepEqual(
    world.refused.map(({ type, error }) => [type, error.code]),
    [['propose', 'ERR_MAILBOX_FULL']],
  );
});

test('bytes that make no sense end the connection with the reason, and it is dialed again after a pause', (t) => {
  const cases: readonly [string, (world: LinkWorld) => Uint8Array][] = [
    ['no frame', () => new Uint8Array([7, 7, 7])],
    ['no envelopes', () => frameOf({ envelopes: new Uint8Array([200, 1]) })],
    ['an unknown kind', () => frameOf({ envelopes: new Uint8Array([4, 10, 2, 16, 99]) })],
    ['a second hello', (world) => frameOf({ hello: world.hello() })],
    ['a ping beyond all numbers', () => frameOf({ ping: 2 ** 60 })],
  ];
  for (const [what, payloadOf] of cases) {
    const world = connected();
    world.receive(1, { envelopes: world.envelopes({}) });
    world.tell({ type: 'received', body: { connection: 1, payloads: [payloadOf(world)] } });
    t.deepEqual(world.orderNames(), ['write 1 ERR_DECODE', 'close 1', 'close 1'], what);
    t.is(world.presences().at(-1), 'LOST 5', what);
    t.is(world.metrics().faults_ERR_DECODE, 1, what);
    world.time.runFor(world.limits.peerRedialMsMin);
    t.deepEqual(world.orderNames(), ['dial 2'], what);
  }
});

test('nothing of a connection that is over is delivered', (t) => {
  const world = connected();
  world.close(1);
  world.time.runFor(world.limits.peerRedialMsMin);
  world.connect(2, world.nextHello());
  world.receive(1, { envelopes: world.envelopes({}) });
  t.is(world.rafts().length, 0);
  world.receive(2, { envelopes: world.envelopes({}) });
  t.is(world.rafts().length, 1);
});

test('a ping is answered at once', (t) => {
  const world = connected();
  world.receive(1, { ping: 77 });
  t.deepEqual(world.orderNames(), ['write 1 pong 77']);
});

test('addresses go to the peer when they are known and with every connection; its own go to followers', (t) => {
  const world = new LinkWorld();
  world.attach();
  world.connect(1);
  world.tell({ type: 'advertise', body: { addresses: { client: 'here:1', http: 'here:2' } } });
  t.like(world.frames()[0]?.addresses, { client: 'here:1', http: 'here:2' });
  world.close(1);
  world.time.runFor(world.limits.peerRedialMsMin);
  world.tell({ type: 'dialed', body: { token: 2, connection: 2 } });
  world.receive(2, { hello: world.hello() }, { addresses: { client: 'there:1', http: 'there:2' } });
  t.true(world.orderNames().includes('write 2 addresses'));
  t.like(world.states().at(-1), {
    presence: peer.Presence.CONNECTED,
    addresses: { client: 'there:1', http: 'there:2' },
  });
});

test('followers of a node that is gone campaign in waves', (t) => {
  const world = new LinkWorld({ groups: 5, limits: { campaignsMax: 2 } });
  world.attach();
  world.connect(1);
  world.heard.length = 0;
  world.receive(1, { envelopes: world.envelopes({}) });
  world.close(1);
  world.refuseDial();
  const { heartbeatMs } = world.limits;
  t.deepEqual(
    world.states().flatMap(({ presence, campaignDelayMs }) => (presence === peer.Presence.GONE ? campaignDelayMs : [])),
    [0, 0, heartbeatMs, heartbeatMs, 2 * heartbeatMs],
  );
});

test('who follows late is told how it is', (t) => {
  const world = connected();
  const heard = world.heard.length;
  world.kernel.spawn('group', GROUP + 50);
  world.settle();
  t.deepEqual(world.presences().slice(heard), ['CONNECTED 5']);
});

function raftOf({ message }: Envelope): raft.Message {
  return (message?.body ?? {}) as raft.Message;
}

function frameOf(frame: peer.Frame.$Properties): Uint8Array {
  return new Uint8Array(peer.Frame.encode(frame).finish());
}
