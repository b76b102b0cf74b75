/** Links between threads: order, batching, bounds, and what their end means. */
import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import test, { type ExecutionContext } from 'ava';
import type { ActorRef, PeerEvent } from '../../../src/runtime/actor/actor.js';
import type { Envelope } from '../../../src/runtime/actor/envelope.js';
import { Routes } from '../../../src/runtime/actor/routes.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { jsonProtocol } from '../../../src/runtime/worker/json-protocol.js';
import { createTransit, type LinkEnd, postOwnBuffer } from '../../../src/runtime/worker/link.js';
import { Links } from '../../../src/runtime/worker/links.js';
import { createPlacement } from '../../../src/runtime/worker/placement.js';

type Message =
  | { readonly type: 'credited'; readonly body: { readonly n: number; readonly fill?: string } }
  | { readonly type: 'droppable'; readonly body: { readonly n: number; readonly fill?: string } }
  | { readonly type: 'ask'; readonly body: { readonly n: number; readonly fill?: string } };

const protocol = jsonProtocol<Message>('peer', { credited: 'credited', droppable: 'droppable', ask: 'ask' });
const HERE: ActorRef = { node: 1, kind: 'peer', instance: 1 };
const THERE: ActorRef = { node: 1, kind: 'peer', instance: 2 };

interface Side {
  readonly links: Links;
  readonly received: Envelope[];
  readonly peers: string[];
  readonly faults: QuorateError[];
  readonly unencodable: ActorRef[];
}

function side(thread: number, bytesInTransitMax: number): Side {
  const routes = new Routes();
  routes.register('peer', protocol, 1000);
  const received: Envelope[] = [];
  const peers: string[] = [];
  const faults: QuorateError[] = [];
  const unencodable: ActorRef[] = [];
  const links = new Links({
    node: 1,
    thread,
    placement: createPlacement({ workers: { reactive: 0, log: 0, state: 0, application: 3 }, kinds: {} }),
    routes,
    bytesInTransitMax,
    onEnvelopes: (envelopes) => received.push(...envelopes),
    onPeer: (ref: ActorRef, event: PeerEvent) => peers.push(`${ref.kind}/${ref.instance} ${event.state} ${event.boot}`),
    onUnencodable: (from) => unencodable.push(from),
    onFault: (_, error) => faults.push(error),
    onDirty: () => undefined,
  });
  return { links, received, peers, faults, unencodable };
}

interface Pair {
  readonly near: Side;
  readonly far: Side;
  /** The raw ports, to listen in or to speak nonsense. */
  readonly ports: readonly [MessagePort, MessagePort];
}

/** Thread 1 and thread 2; instance 2 of a kind is placed on thread 3, so that only announcements lead to thread 2. */
function pair(t: ExecutionContext, bytesInTransitMax = 2 ** 20): Pair {
  const near = side(1, bytesInTransitMax);
  const far = side(2, bytesInTransitMax);
  const { port1, port2 } = new MessageChannel();
  const transit = createTransit();
  const end = (thread: number, port: MessagePort, its: 0 | 1): LinkEnd => ({
    thread,
    incarnation: 1,
    port,
    transit,
    side: its,
  });
  near.links.connect(end(2, port1, 0));
  far.links.connect(end(1, port2, 1));
  t.teardown(() => {
    near.links.close();
    far.links.close();
  });
  return { near, far, ports: [port1, port2] };
}

function envelope(type: Message['type'], n: number, over: Partial<Envelope> = {}): Envelope {
  const from = { from: HERE, fromBoot: 5, ask: 0, isAnswer: false };
  return { to: THERE, toBoot: 0, ...from, message: { type, body: { n } }, failure: undefined, ...over };
}

/** Announces the far actor and waits until the near side has heard of it. */
async function announced({ near, far, ports }: Pair): Promise<void> {
  const heard = once(ports[0], 'message');
  far.links.publish(THERE, { state: 'up', boot: 7 });
  await heard;
  near.peers.length = 0;
}

const numbers = (envelopes: readonly Envelope[]): unknown[] =>
  envelopes.map(({ message }) => (message as Message | undefined)?.body.n);

test('everything forwarded until the flush leaves as one frame, in order, in a buffer of its own', async (t) => {
  const world = pair(t);
  await announced(world);
  const frames: Uint8Array[] = [];
  world.ports[1].on('message', (frame: Uint8Array) => frames.push(frame));
  for (let n = 0; n < 100; n += 1) world.near.links.forward([envelope('credited', n)]);
  const arrived = once(world.ports[1], 'message');
  world.near.links.flush();
  await arrived;
  t.is(frames.length, 1);
  t.is(frames[0]?.byteLength, frames[0]?.buffer.byteLength);
  t.deepEqual(
    numbers(world.far.received),
    Array.from({ length: 100 }, (_, n) => n),
  );
  t.deepEqual(world.far.received[0]?.from, HERE);
  t.is(world.far.received[0]?.fromBoot, 5);
});

test('a flush without anything to send posts nothing', async (t) => {
  const world = pair(t);
  await announced(world);
  let posted = 0;
  world.ports[1].on('message', () => {
    posted += 1;
  });
  world.near.links.flush();
  world.near.links.flush();
  world.near.links.forward([envelope('credited', 1)]);
  const arrived = once(world.ports[1], 'message');
  world.near.links.flush();
  await arrived;
  t.is(posted, 1);
});

test('news of an actor comes after what it sent before, and before what its successor sends', async (t) => {
  const world = pair(t);
  await announced(world);
  const order: string[] = [];
  world.far.received.push = (...envelopes) => order.push(...numbers(envelopes).map(String));
  world.far.peers.push = (...events) => order.push(...events);
  world.near.links.forward([envelope('credited', 1)]);
  world.near.links.publish(HERE, { state: 'down', boot: 5 });
  world.near.links.publish(HERE, { state: 'up', boot: 6 });
  world.near.links.forward([envelope('credited', 2, { fromBoot: 6 })]);
  world.near.links.flush();
  while (order.length < 4) await once(world.ports[1], 'message');
  t.deepEqual(order, ['1', 'peer/1 down 5', 'peer/1 up 6', '2']);
});

test('a thread that comes later is told who is up and who will not be again', async (t) => {
  const { links } = side(1, 2 ** 20);
  links.publish(HERE, { state: 'up', boot: 5 });
  links.publish(HERE, { state: 'down', boot: 5, spent: 'its disk is gone' });
  links.publish(THERE, { state: 'up', boot: 6 });
  links.publish(THERE, { state: 'down', boot: 6 });
  const { port1, port2 } = new MessageChannel();
  t.teardown(() => port2.close());
  links.connect({ thread: 2, incarnation: 1, port: port1, transit: createTransit(), side: 0 });
  const [news] = await once(port2, 'message');
  t.deepEqual(news, [{ ref: HERE, event: { state: 'down', boot: 5, spent: 'its disk is gone' } }]);
});

test('when the other thread ends, what it sent is handed on, and then its actors are down', async (t) => {
  const world = pair(t);
  await announced(world);
  world.near.links.publish(HERE, { state: 'up', boot: 5 });
  await once(world.ports[1], 'message');
  world.far.links.forward([envelope('credited', 9, { to: HERE, from: THERE, fromBoot: 7 })]);
  world.far.links.flush();
  world.near.links.disconnect(2);
  t.deepEqual(numbers(world.near.received), [9]);
  t.deepEqual(world.near.peers, ['peer/2 down 7']);
});

test('frames that arrive after the link has ended are not handed on', async (t) => {
  const world = pair(t);
  await announced(world);
  world.near.links.disconnect(2);
  world.far.links.publish(THERE, { state: 'up', boot: 8 });
  world.far.links.close();
  t.deepEqual(world.near.received, []);
  t.deepEqual(world.near.peers, ['peer/2 down 7']);
});

test('a thread that cannot be reached: asks are refused, the rest is counted', (t) => {
  const { links, received } = side(1, 2 ** 20);
  links.forward([
    envelope('ask', 1, { ask: 3 }),
    envelope('ask', 2),
    envelope('droppable', 3),
    envelope('credited', 4),
  ]);
  links.flush();
  t.is(links.dropped, 4);
  t.deepEqual(
    received.map(({ to, ask, isAnswer, failure, message }) => [
      to.instance,
      ask,
      isAnswer,
      failure?.code,
      message?.type,
    ]),
    [
      [1, 3, true, 'ERR_ACTOR_STOPPED', undefined],
      [1, 0, true, 'ERR_ACTOR_STOPPED', 'ask'],
    ],
  );
});

test('too much in transit: asks are refused, droppable messages dropped, credited ones go', async (t) => {
  const world = pair(t, 10_000);
  await announced(world);
  const fill = 'x'.repeat(1_000);
  const fat = (type: Message['type'], n: number, ask: number): Envelope =>
    envelope(type, n, { ask, message: { type, body: { n, fill } } });
  for (let n = 1; n <= 100; n += 1) world.near.links.forward([fat('ask', n, n)]);
  world.near.links.forward([fat('droppable', 101, 0), fat('credited', 102, 0)]);
  const arrived = once(world.ports[1], 'message');
  world.near.links.flush();
  const refused = world.near.received.length;
  t.true(refused > 80 && refused < 100, `${refused} of 100 asks were refused`);
  t.true(world.near.received.every(({ failure }) => failure?.code === 'ERR_MAILBOX_FULL'));
  await arrived;
  t.is(world.far.received.length, 100 - refused + 1);
  t.is(numbers(world.far.received).at(-1), 102);
  // Room again: what arrived counts no more.
  world.near.links.forward([fat('ask', 200, 200)]);
  const again = once(world.ports[1], 'message');
  world.near.links.flush();
  t.is(world.near.received.length, refused);
  if (world.near.received.length === refused) await again;
  t.is(numbers(world.far.received).at(-1), 200);
});

test('a message that cannot be encoded is its sender’s defect; its neighbours arrive', async (t) => {
  const world = pair(t);
  await announced(world);
  const cyclic: Record<string, unknown> = { n: 2 };
  cyclic.self = cyclic;
  world.near.links.forward([
    envelope('credited', 1),
    envelope('ask', 2, { ask: 8, message: { type: 'ask', body: cyclic } }),
    envelope('credited', 3),
  ]);
  world.near.links.flush();
  while (world.far.received.length < 2) await once(world.ports[1], 'message');
  t.deepEqual(numbers(world.far.received), [1, 3]);
  t.deepEqual(world.near.unencodable, [HERE]);
  t.is(world.near.received[0]?.ask, 8);
});

test('bytes that make no sense are a fault of the link', async (t) => {
  const world = pair(t);
  const arrived = once(world.ports[0], 'message');
  world.ports[1].postMessage(new Uint8Array([5, 1, 2]));
  await arrived;
  t.is(world.near.faults[0]?.code, 'ERR_DECODE');
});

test('a view of a larger buffer is never posted', (t) => {
  const posted: Uint8Array[] = [];
  const port = { postMessage: (bytes: Uint8Array) => void posted.push(bytes) };
  const pool = new Uint8Array(1024);
  t.throws(() => postOwnBuffer(port, pool.subarray(0, 16)), { instanceOf: QuorateError, code: 'ERR_INVARIANT' });
  t.throws(() => postOwnBuffer(port, Buffer.from('pooled')), { code: 'ERR_INVARIANT' });
  t.throws(() => postOwnBuffer(port, new Uint8Array(new SharedArrayBuffer(8))), { code: 'ERR_INVARIANT' });
  postOwnBuffer(port, pool);
  t.deepEqual(posted, [pool]);
});
