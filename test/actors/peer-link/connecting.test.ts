/** How a link gets its connection, loses it, and what it concludes: the state machine of `connecting.ts`. */
import test from 'ava';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { LinkWorld } from './link-world.js';

const REFUSAL = (code: string) => ({ refusal: { errorCode: code, errorMessage: `scripted ${code}` } });

test('the lower node id dials, says hello, and is connected with the answer', (t) => {
  const world = new LinkWorld({ node: 1, peerNode: 2 });
  t.deepEqual(world.orderNames(), [], 'nothing without sockets');
  world.attach();
  t.deepEqual(world.orderNames(), ['dial 1']);
  world.tell({ type: 'dialed', body: { token: 1, connection: 9 } });
  t.deepEqual(world.orderNames(), ['write 9 hello']);
  t.deepEqual(world.presences(), ['UNKNOWN 0']);
  world.receive(9, { hello: world.hello() });
  t.deepEqual(world.orderNames(), ['write 9 alive']);
  t.deepEqual(world.presences(), ['UNKNOWN 0', 'CONNECTED 5']);
});

test('the higher node id knocks, owns what comes in, and is connected with the first frame', (t) => {
  const world = new LinkWorld({ node: 2, peerNode: 1 });
  world.attach();
  world.tell({ type: 'dialed', body: { token: 1, connection: 3 } });
  t.deepEqual(world.orderNames(), ['dial 1', 'write 3 knock']);
  world.receive(3, { hello: world.hello() });
  t.deepEqual(world.orderNames(), ['close 3']);
  world.admit(4, world.hello());
  t.deepEqual(world.orderNames(), ['own 4', 'write 4 hello']);
  t.deepEqual(world.presences(), ['UNKNOWN 0'], 'the dialing side may have given up already');
  world.receive(4, {});
  t.deepEqual(world.presences(), ['UNKNOWN 0', 'CONNECTED 5']);
});

test('a connection that is admitted and dead was never there', (t) => {
  const world = new LinkWorld({ node: 2, peerNode: 1 });
  world.attach();
  world.admit(4, world.hello());
  world.close(4);
  world.admit(5, world.hello());
  world.admit(6, world.hello());
  world.receive(6, {});
  t.deepEqual(world.presences(), ['UNKNOWN 0', 'CONNECTED 5']);
  t.is(world.orderNames().filter((name) => name === 'close 5').length, 1);
});

test('a knock makes the lower id dial at once, however long its pause', (t) => {
  const world = new LinkWorld({ node: 1, peerNode: 2 });
  world.attach();
  for (let round = 0; round < 8; round += 1) {
    world.refuseDial();
    world.time.runFor(2_000);
  }
  world.refuseDial();
  world.takeOrders();
  world.admit(3, world.hello({ isKnock: true }));
  t.deepEqual(world.orderNames(), ['write 3 hello', 'close 3', 'dial 10']);
});

test('pauses between dials double, with jitter, up to the limit', (t) => {
  const world = new LinkWorld();
  world.attach();
  const pausesMs: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    world.refuseDial();
    const fromMs = world.time.now();
    while (world.orders.length === 0) world.time.runFor(1);
    pausesMs.push(world.time.now() - fromMs);
  }
  for (const [at, pauseMs] of pausesMs.entries()) {
    const fullMs = Math.min(world.limits.peerRedialMsMax, world.limits.peerRedialMsMin * 2 ** at);
    t.true(pauseMs >= fullMs / 2 && pauseMs <= fullMs + 1, `pause ${at}: ${pauseMs} of ${fullMs}`);
  }
});

test('pauses begin anew after a connection that was of use, and not after one that was not', (t) => {
  const world = new LinkWorld();
  const pauseMs = (): number => {
    const fromMs = world.time.now();
    while (world.orders.length === 0) world.time.runFor(1);
    return world.time.now() - fromMs;
  };
  world.attach();
  for (let round = 0; round < 8; round += 1) {
    world.refuseDial();
    pauseMs();
  }
  world.connect(1);
  world.close(1);
  t.is(world.takeOrders().length, 1);
  t.true(pauseMs() >= world.limits.peerRedialMsMax / 2);
  world.connect(2);
  world.receive(2, { envelopes: world.envelopes({}) });
  world.close(2);
  world.refuseDial();
  t.true(pauseMs() <= world.limits.peerRedialMsMin + 1);
});

test('a useful connection that ends is redialed at once: refused, its process is gone', (t) => {
  const world = new LinkWorld();
  world.attach();
  world.connect(1);
  world.receive(1, { envelopes: world.envelopes({}) });
  world.close(1);
  t.deepEqual(world.orderNames(), ['close 1', 'dial 2']);
  t.deepEqual(world.presences().slice(1), ['CONNECTED 5', 'LOST 5']);
  world.tell({ type: 'dialFailed', body: { token: 2, isRefused: true, reason: 'nobody listens there' } });
  t.deepEqual(world.presences().slice(3), ['GONE 5']);
  world.time.runFor(world.limits.peerRedialMsMax);
  world.refuseDial();
  t.deepEqual(world.presences().slice(3), ['GONE 5'], 'told once');
});

test('the higher id finds out by knocking that the process is gone', (t) => {
  const world = new LinkWorld({ node: 2, peerNode: 1 });
  world.attach();
  world.admit(1, world.hello());
  world.receive(1, {}, { envelopes: world.envelopes({}) });
  world.takeOrders();
  world.close(1);
  t.deepEqual(world.presences().slice(1), ['CONNECTED 5', 'LOST 5']);
  world.refuseDial();
  t.is(world.presences().at(-1), 'GONE 5');
});

test('a dial that is not answered says nothing about the process', (t) => {
  const world = new LinkWorld();
  world.attach();
  world.connect(1);
  world.receive(1, { envelopes: world.envelopes({}) });
  world.close(1);
  world.tell({ type: 'dialFailed', body: { token: 2, isRefused: false, reason: 'no answer' } });
  t.is(world.presences().at(-1), 'LOST 5');
});

test('the hello of a new boot tells that the old one is gone, then connects', (t) => {
  const world = new LinkWorld();
  world.attach();
  world.connect(1);
  world.receive(1, { envelopes: world.envelopes({}) });
  world.close(1);
  world.connect(2, world.nextHello());
  t.deepEqual(world.presences().slice(1), ['CONNECTED 5', 'LOST 5', 'GONE 5', 'CONNECTED 6']);
});

test('the same process is connected again without being declared gone', (t) => {
  const world = new LinkWorld();
  world.attach();
  world.connect(1);
  world.receive(1, { envelopes: world.envelopes({}) });
  world.close(1);
  world.connect(2);
  t.deepEqual(world.presences().slice(1), ['CONNECTED 5', 'LOST 5', 'CONNECTED 5']);
});

test('a refusal by the peer is shown, and asked about again rarely, but at once after a knock', async (t) => {
  const world = new LinkWorld();
  world.attach();
  world.tell({ type: 'dialed', body: { token: 1, connection: 1 } });
  world.receive(1, REFUSAL('ERR_WRONG_CLUSTER'));
  t.like(await world.status(), { errorCode: 'ERR_WRONG_CLUSTER', errorMessage: 'scripted ERR_WRONG_CLUSTER' });
  world.takeOrders();
  world.time.runFor(2 * world.limits.peerRedialMsMax);
  t.deepEqual(world.orderNames(), []);
  world.admit(2, world.hello({ isKnock: true }));
  t.true(world.orderNames().includes('dial 2'));
  t.is(world.metrics().refusals_ERR_WRONG_CLUSTER, 1);
});

test('whoever answers as somebody else is told so, and not connected', (t) => {
  const cases: readonly [string, object][] = [
    ['ERR_PROTOCOL_VERSION', { protocol: 2 }],
    ['ERR_WRONG_CLUSTER', { clusterId: 'another' }],
    ['ERR_WRONG_NODE', { toNode: 3 }],
    ['ERR_NODE_ID_IN_USE', { node: 1 }],
    ['ERR_NOT_A_MEMBER', { node: 3 }],
    ['ERR_DECODE', { boot: 0 }],
  ];
  for (const [code, more] of cases) {
    const world = new LinkWorld();
    world.attach();
    world.tell({ type: 'dialed', body: { token: 1, connection: 1 } });
    world.takeOrders();
    world.receive(1, { hello: world.hello(more) });
    t.deepEqual(world.orderNames().slice(0, 2), [`write 1 ${code}`, 'close 1']);
    t.deepEqual(world.presences(), ['UNKNOWN 0']);
  }
});

test('a boot that is over does not come back', (t) => {
  const world = new LinkWorld({ node: 2, peerNode: 1 });
  world.attach();
  world.admit(1, world.nextHello());
  world.receive(1, {});
  world.close(1);
  world.takeOrders();
  world.admit(2, world.hello());
  world.admit(3, world.nextHello({ nonce: 'of a copy' }));
  world.admit(4, world.nextHello({ volumeInstance: 'of another directory' }));
  t.deepEqual(
    world.orderNames().filter((name) => name.startsWith('write')),
    ['write 2 ERR_STALE_BOOT', 'write 3 ERR_STALE_BOOT', 'write 4 ERR_STALE_BOOT'],
  );
});

test('who comes under the id of a live node is refused once that has answered', (t) => {
  const world = new LinkWorld({ node: 2, peerNode: 1 });
  world.attach();
  world.admit(1, world.hello());
  world.receive(1, {});
  world.takeOrders();
  world.admit(2, world.nextHello());
  t.deepEqual(world.orderNames(), ['write 1 ping 1']);
  world.receive(1, { pong: 1 });
  t.deepEqual(world.orderNames(), ['write 2 ERR_NODE_ID_IN_USE', 'close 2']);
  t.deepEqual(world.presences(), ['UNKNOWN 0', 'CONNECTED 5']);
  t.true(world.time.now() < 1_700_000_000_000 + world.limits.peerChallengeMs);
});

test('who comes under the id of a node that does not answer takes its place', (t) => {
  const world = new LinkWorld({ node: 2, peerNode: 1 });
  world.attach();
  world.admit(1, world.hello());
  world.receive(1, {});
  world.admit(2, world.nextHello());
  world.takeOrders();
  world.time.runFor(world.limits.peerChallengeMs);
  t.deepEqual(
    world.orderNames().filter((name) => !name.includes('alive')),
    ['close 1', 'own 2', 'write 2 hello'],
  );
  world.receive(2, {});
  t.deepEqual(world.presences().slice(1), ['CONNECTED 5', 'LOST 5', 'GONE 5', 'CONNECTED 6']);
});

test('the end of the old connection lets the newcomer in without waiting', (t) => {
  const world = new LinkWorld({ node: 2, peerNode: 1 });
  world.attach();
  world.admit(1, world.hello());
  world.receive(1, {});
  world.admit(2, world.nextHello());
  world.close(1);
  world.receive(2, {});
  t.deepEqual(world.presences().slice(1), ['CONNECTED 5', 'LOST 5', 'GONE 5', 'CONNECTED 6']);
  t.is(world.time.now(), 1_700_000_000_000);
});

test('the very same process that dials anew is let in at once: it has given up the old connection', (t) => {
  const world = new LinkWorld({ node: 2, peerNode: 1 });
  world.attach();
  world.admit(1, world.hello());
  world.receive(1, {});
  world.takeOrders();
  world.admit(2, world.hello());
  t.deepEqual(world.orderNames(), ['close 1', 'own 2', 'write 2 hello']);
  world.receive(2, {});
  t.deepEqual(world.presences().slice(1), ['CONNECTED 5', 'LOST 5', 'CONNECTED 5']);
});

test('a knock under a live connection is answered when that answers, and replaces it when it does not', (t) => {
  const world = new LinkWorld();
  world.attach();
  world.connect(1);
  world.admit(2, world.hello({ isKnock: true }));
  world.receive(1, { pong: 1 });
  t.deepEqual(world.orderNames(), ['write 1 ping 1', 'write 2 hello', 'close 2']);
  world.admit(3, world.nextHello({ isKnock: true }));
  world.receive(1, { pong: 2 });
  t.deepEqual(world.orderNames(), ['write 1 ping 2', 'write 3 ERR_NODE_ID_IN_USE', 'close 3']);
  world.admit(4, world.nextHello({ isKnock: true }));
  world.close(1);
  t.deepEqual(world.orderNames(), ['write 1 ping 3', 'close 1', 'write 4 hello', 'close 4', 'dial 2']);
});

test('only the answer to the last challenge counts', (t) => {
  const world = new LinkWorld({ node: 2, peerNode: 1 });
  world.attach();
  world.admit(1, world.hello());
  world.receive(1, {});
  world.takeOrders();
  world.admit(2, world.nextHello());
  world.receive(1, { pong: 7 }, {});
  t.deepEqual(world.orderNames(), ['write 1 ping 1']);
});

test('a connection that has not answered yet does not stand in the way', (t) => {
  const world = new LinkWorld({ node: 2, peerNode: 1 });
  world.attach();
  world.admit(1, world.hello());
  world.takeOrders();
  world.admit(2, world.nextHello());
  t.deepEqual(world.orderNames(), ['close 1', 'own 2', 'write 2 hello']);
});

test('a newcomer after the newcomer takes its place in the queue of one', (t) => {
  const world = new LinkWorld({ node: 2, peerNode: 1 });
  world.attach();
  world.admit(1, world.hello());
  world.receive(1, {});
  world.takeOrders();
  world.admit(2, world.nextHello());
  world.admit(3, world.nextHello());
  t.deepEqual(world.orderNames(), ['write 1 ping 1', 'write 2 ERR_NODE_ID_IN_USE', 'close 2']);
});

test('silence loses the connection; anything that arrives breaks it', (t) => {
  const world = new LinkWorld();
  const { peerSilenceMs } = world.limits;
  world.attach();
  world.connect(1);
  for (let round = 0; round < 5; round += 1) {
    world.time.runFor(peerSilenceMs - 1);
    world.receive(1, {});
  }
  t.is(world.presences().at(-1), 'CONNECTED 5');
  world.time.runFor(peerSilenceMs);
  t.is(world.presences().at(-1), 'LOST 5');
  t.true(world.orderNames().includes('close 1'));
});

test('a frame that takes long to arrive is no silence', (t) => {
  const world = new LinkWorld();
  const { peerSilenceMs } = world.limits;
  world.attach();
  world.connect(1);
  for (let piece = 0; piece < 5; piece += 1) {
    world.time.runFor(peerSilenceMs - 1);
    world.receive(1);
  }
  t.is(world.presences().at(-1), 'CONNECTED 5');
});

test('a link that has nothing to say says that it lives', (t) => {
  const world = new LinkWorld();
  world.attach();
  world.connect(1);
  for (let round = 0; round < 20; round += 1) {
    world.time.runFor(world.limits.peerPingMs);
    world.receive(1, {});
  }
  const said = world.orderNames();
  t.deepEqual([...new Set(said)], ['write 1 alive']);
  t.true(said.length >= 19 && said.length <= 21, `${said.length}`);
});

test('after a pause of this process, what waits in the sockets is read before silence is judged', (t) => {
  const world = new LinkWorld();
  const { peerSilenceMs, peerPingMs } = world.limits;
  world.attach();
  world.connect(1);
  // The process stands still: its clock goes on, and nothing runs.
  const late = world.pauseFor(3 * peerSilenceMs);
  late();
  t.is(world.presences().at(-1), 'CONNECTED 5', 'not yet');
  world.receive(1, {});
  world.time.runFor(peerPingMs);
  t.is(world.presences().at(-1), 'CONNECTED 5');
  world.time.runFor(peerSilenceMs);
  t.is(world.presences().at(-1), 'LOST 5', 'but silence afterwards is silence');
});

test('a pause of this process does not hide that nothing came', (t) => {
  const world = new LinkWorld();
  world.attach();
  world.connect(1);
  world.pauseFor(3 * world.limits.peerSilenceMs)();
  world.time.runFor(world.limits.peerPingMs);
  t.is(world.presences().at(-1), 'LOST 5');
});

test('a hello that does not come is not waited for', (t) => {
  const world = new LinkWorld();
  world.attach();
  world.tell({ type: 'dialed', body: { token: 1, connection: 1 } });
  world.takeOrders();
  world.time.runFor(world.limits.peerHelloMs);
  t.deepEqual(world.orderNames(), ['close 1']);
  world.time.runFor(world.limits.peerRedialMsMax);
  t.deepEqual(world.orderNames(), ['dial 2']);
  world.tell({ type: 'dialed', body: { token: 1, connection: 2 } });
  t.deepEqual(world.orderNames(), ['close 2'], 'an answer to a dial that was given up');
});

test('sockets in a new life end the connection, and are used at once', (t) => {
  const world = new LinkWorld();
  world.attach();
  world.connect(1);
  world.openSockets();
  world.attach();
  t.deepEqual(world.presences().slice(1), ['CONNECTED 5', 'LOST 5']);
  t.deepEqual(world.orderNames(), ['dial 2'], 'connection 1 is not theirs');
});

test('a link that crashes begins anew, and its followers with it', (t) => {
  const world = new LinkWorld();
  world.attach();
  world.connect(1);
  world.kernel.crash(world.link, new QuorateError('ERR_INVARIANT', 'the test wants it'));
  world.receive(1, {});
  world.time.runFor(10);
  world.takeOrders();
  world.attach();
  world.connect(2);
  t.deepEqual(world.presences(), ['UNKNOWN 0', 'CONNECTED 5', 'UNKNOWN 0', 'CONNECTED 5']);
});
