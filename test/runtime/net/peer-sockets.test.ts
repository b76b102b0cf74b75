/** Links over real sockets on loopback: nodes that talk, die and come back, and peers that misbehave after their hello. */
import { type AddressInfo, createServer } from 'node:net';
import test from 'ava';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { peer, raft } from '../../../src/runtime/base/proto.js';
import { encodeFrame } from '../../../src/runtime/net/frame.js';
import { PeerConnection } from '../../../src/runtime/net/peer-connection.js';
import { openPeerSockets } from '../../../src/runtime/net/peer-sockets.js';
import { freePorts, HOST, helloFrom, PeerNode, raftMessage, Stranger, sockets, until } from './peer-world.js';

const { CONNECTED, LOST, GONE } = peer.Presence;

/** The nodes at the other addresses are not there, and one look is enough. */
const NEVER_AGAIN = { peerRedialMsMin: 3_600_000, peerRedialMsMax: 3_600_000 };

/** Node 2 with a stranger that has been let in as node 1. */
async function nodeWithImpostor(limits: Parameters<typeof PeerNode.open>[0]['limits'] = {}) {
  const ports = await freePorts([1, 2]);
  const node = await PeerNode.open({ node: 2, ports, limits: { peerSilenceMs: 60_000, ...limits } });
  const impostor = new Stranger(node.port);
  impostor.say({ hello: helloFrom(1, 2) });
  await impostor.next();
  impostor.say({});
  await node.untilPresence(1, CONNECTED);
  return { node, impostor };
}

test.serial('two nodes find each other and carry messages in both directions, in order', async (t) => {
  const ports = await freePorts([1, 2]);
  const one = await PeerNode.open({ node: 1, ports });
  const two = await PeerNode.open({ node: 2, ports });
  t.teardown(() => Promise.all([one.close(), two.close()]));
  await Promise.all([one.untilPresence(2, CONNECTED), two.untilPresence(1, CONNECTED)]);
  const sizes = [0, 10, 100_000, 0, 1_000_000, 65_000, 3_000_000, 1];
  for (const [at, size] of sizes.entries()) {
    const message = () => raftMessage(raft.MessageType.APP, at + 1, new Uint8Array(size).fill(at));
    one.post(message(), 2);
    two.post(message(), 1);
  }
  for (const [node, other] of [
    [one, 2],
    [two, 1],
  ] as const) {
    await node.ear.until(() => node.rafts().length === sizes.length);
    t.deepEqual(
      node.rafts().map(({ message, from }) => {
        const { term, entries } = message.body as raft.Message;
        return [term, entries[0]?.data?.length ?? 0, from?.node];
      }),
      sizes.map((size, at) => [at + 1, size, other]),
    );
  }
  t.like(await one.ask(2, { type: 'status', body: {} }), { type: 'groupStatus', body: { leaderNode: 2 } });
});

test.serial('three nodes are connected to one another by three connections', async (t) => {
  const ports = await freePorts([1, 2, 3]);
  const nodes = await Promise.all([3, 1, 2].map((node) => PeerNode.open({ node, ports })));
  t.teardown(() => Promise.all(nodes.map((node) => node.close())));
  for (const node of nodes) {
    for (const other of ports.keys()) if (other !== node.group.node) await node.untilPresence(other, CONNECTED);
  }
  await until(() => nodes.every((node) => node.sockets.connections() === 2));
  t.pass();
});

test.serial('a node that ends is known to be gone, and is connected when it comes back', async (t) => {
  const ports = await freePorts([1, 2]);
  for (const [stays, ends] of [
    [1, 2],
    [2, 1],
  ] as const) {
    const node = await PeerNode.open({ node: stays, ports });
    const first = await PeerNode.open({ node: ends, ports });
    await node.untilPresence(ends, CONNECTED);
    first.post(raftMessage(raft.MessageType.VOTE, 1), stays);
    await node.ear.until(() => node.rafts().length === 1);
    await first.close();
    await node.untilPresence(ends, GONE);
    t.like(await node.linkStatus(ends), { presence: GONE, boot: 1, errorCode: 'ERR_UNREACHABLE' });
    const { nonce } = helloFrom(ends, stays);
    const second = await PeerNode.open({ node: ends, ports, boot: 2, nonce: 'second', previousNonce: nonce });
    await node.untilPresence(ends, CONNECTED);
    t.deepEqual(node.presences(ends).slice(1), [CONNECTED, LOST, GONE, CONNECTED]);
    t.is(node.states(ends).at(-1)?.boot, 2);
    await Promise.all([node.close(), second.close()]);
  }
});

test.serial('a link that crashes closes its connection and makes another', async (t) => {
  const ports = await freePorts([1, 2]);
  const one = await PeerNode.open({ node: 1, ports });
  const two = await PeerNode.open({ node: 2, ports });
  t.teardown(() => Promise.all([one.close(), two.close()]));
  for (const [node, other] of [
    [one, two],
    [two, one],
  ] as const) {
    const [id, otherId] = [node.group.node, other.group.node];
    await Promise.all([node.untilPresence(otherId, CONNECTED), other.untilPresence(id, CONNECTED)]);
    const before = other.presences(id).length;
    node.kernel.crash(node.link(otherId), new QuorateError('ERR_INVARIANT', 'the test wants it'));
    node.post(raftMessage(raft.MessageType.VOTE, 1), otherId);
    await other.ear.until(() => other.presences(id).slice(before).at(-1) === CONNECTED);
    t.deepEqual(other.presences(id).slice(before), [LOST, CONNECTED]);
  }
  await until(() => one.sockets.connections() + two.sockets.connections() === 2);
  const links = [one, two].flatMap(({ kernel }) => kernel.inspect().filter(({ ref }) => ref.kind === 'peer-link'));
  t.deepEqual(
    links.map(({ metrics }) => metrics.challenges),
    [undefined, undefined],
    'the old connection had ended: nobody had to find out',
  );
});

test.serial('a second process with the id of a live node is refused, and told why', async (t) => {
  const ports = await freePorts([1, 2]);
  const one = await PeerNode.open({ node: 1, ports });
  const two = await PeerNode.open({ node: 2, ports });
  await one.untilPresence(2, CONNECTED);
  const { nonce } = helloFrom(2, 1);
  const elsewhere = new Map([...ports, [2, 0]]);
  const copy = await PeerNode.open({ node: 2, ports: elsewhere, boot: 2, nonce: 'copy', previousNonce: nonce });
  t.teardown(() => Promise.all([one.close(), two.close(), copy.close()]));
  let status = await copy.linkStatus(1);
  while (status.errorCode === '') status = await copy.linkStatus(1);
  t.is(status.errorCode, 'ERR_NODE_ID_IN_USE');
  t.regex(status.errorMessage, /node 2 is running as its start number 1, and answers; stop one of the two/);
  t.is(one.presences(2).at(-1), CONNECTED);
  t.is(one.states(2).at(-1)?.boot, 1);
});

test.serial('nodes of different clusters refuse each other, and say so', async (t) => {
  const ports = await freePorts([1, 2]);
  const one = await PeerNode.open({ node: 1, ports });
  const two = await PeerNode.open({ node: 2, ports, clusterId: 'another' });
  t.teardown(() => Promise.all([one.close(), two.close()]));
  for (const [node, other] of [
    [one, 2],
    [two, 1],
  ] as const) {
    let status = await node.linkStatus(other);
    while (status.errorCode !== 'ERR_WRONG_CLUSTER') {
      await new Promise((resolve) => setImmediate(resolve));
      status = await node.linkStatus(other);
    }
    t.regex(status.errorMessage, /initialise every node with the same arguments/);
  }
});

const FAULTS: readonly [string, Buffer, string][] = [
  ['an oversized frame', Buffer.from([255, 0, 0, 0, 0, 0, 0, 0]), 'ERR_FRAME_TOO_LARGE'],
  ['a corrupt frame', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0, 9]), 'ERR_DECODE'],
  ['a request of HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n'), 'ERR_FRAME_TOO_LARGE'],
];

for (const [what, bytes, code] of FAULTS) {
  test.serial(`a peer that sends ${what} is told so, and loses its connection`, async (t) => {
    const { node, impostor } = await nodeWithImpostor();
    t.teardown(() => node.close());
    impostor.socket.write(bytes);
    let frame = await impostor.next();
    while (frame.refusal == null) frame = await impostor.next();
    t.is(frame.refusal.errorCode, code);
    await impostor.closed;
    await node.ear.until(() => node.presences(1).includes(LOST));
    t.deepEqual(node.sockets.refusals(), { [code]: 1 });
  });
}

test.serial('a peer that ends in the middle of a frame has lost its connection', async (t) => {
  const { node, impostor } = await nodeWithImpostor();
  t.teardown(() => node.close());
  impostor.socket.end(Buffer.from([0, 0, 1, 0, 1, 2, 3, 4, 5]));
  await node.ear.until(() => node.presences(1).includes(LOST));
  t.deepEqual(node.sockets.refusals(), { ERR_BODY_TRUNCATED: 1 });
});

test.serial('pieces of a frame are news before the frame is whole: a large one may take long', async (t) => {
  const heard: number[] = [];
  const server = createServer((socket) => {
    const connection = new PeerConnection(1, socket, 1024, {
      received: (_, payloads) => heard.push(payloads.length),
      flow: () => undefined,
      ended: () => undefined,
      released: () => undefined,
    });
    t.teardown(() => connection.cut());
  });
  t.teardown(() => server.close());
  await new Promise<void>((resolve) => server.listen({ host: HOST, port: 0 }, resolve));
  const sender = new Stranger((server.address() as AddressInfo).port);
  t.teardown(() => sender.socket.destroy());
  const frame = encodeFrame(peer.Frame, { ping: 7 });
  for (const [count, from, to] of [
    [1, 0, 6],
    [2, 6, 9],
    [3, 9, frame.length],
  ] as const) {
    sender.socket.write(frame.subarray(from, to));
    await until(() => heard.length === count);
  }
  t.deepEqual(heard, [0, 0, 1]);
});

test.serial('a peer that falls silent has lost its connection', async (t) => {
  const { node, impostor } = await nodeWithImpostor({ peerSilenceMs: 50, peerPingMs: 10 });
  t.teardown(() => node.close());
  await node.ear.until(() => node.presences(1).includes(LOST));
  await impostor.closed;
  t.pass();
});

test.serial('a peer that never reads fills a bounded queue, and what does not fit comes back', async (t) => {
  const { node, impostor } = await nodeWithImpostor({ peerOutboxBytesMax: 8 * 1024 * 1024 });
  t.teardown(() => node.close());
  impostor.socket.pause();
  const refused = async (): Promise<string> => {
    for (;;) {
      for (let i = 0; i < 8; i += 1) node.post(raftMessage(raft.MessageType.APP, 1, new Uint8Array(1024 * 1024)), 1);
      const asked = { type: 'propose', body: { request: 1, command: new Uint8Array(1024 * 1024) } } as const;
      const outcome = await node.ask(1, asked, 50).catch((thrown: QuorateError) => thrown.code);
      if (outcome !== 'ERR_TIMEOUT') return outcome as string;
    }
  };
  t.is(await refused(), 'ERR_MAILBOX_FULL');
  const { queuedBytes } = await node.linkStatus(1);
  t.true(queuedBytes <= 8 * 1024 * 1024 && queuedBytes > 6 * 1024 * 1024, `${queuedBytes}`);
  impostor.socket.resume();
  while ((await node.linkStatus(1)).queuedBytes > 0) await new Promise((resolve) => setImmediate(resolve));
  t.is(node.presences(1).at(-1), CONNECTED);
});

test.serial('sockets that cannot be opened leave nothing open', async (t) => {
  const ports = await freePorts([1, 2]);
  const node = await PeerNode.open({ node: 1, ports, limits: NEVER_AGAIN });
  t.teardown(() => node.close());
  const open = (host: string, port: number) =>
    openPeerSockets({
      openPort: (onMessages) => node.kernel.openPort(50, onMessages),
      links: [],
      door: { node: 1, kind: 'peer-door', instance: 0 },
      address: { host, port },
      insecure: false,
      limits: node.limits,
    });
  await t.throwsAsync(open('0.0.0.0', 0), { code: 'ERR_INSECURE' });
  await t.throwsAsync(open(HOST, node.port), { code: 'ERR_ADDRESS_IN_USE' });
  await t.throwsAsync(open(HOST, node.port), { code: 'ERR_ADDRESS_IN_USE' }, 'the port of the first try is free again');
  await until(() => sockets().length === 1);
  t.deepEqual(sockets(), ['TCPServerWrap']);
});

test.serial('closing leaves no socket behind, and lets what was written leave', async (t) => {
  const { node, impostor } = await nodeWithImpostor();
  node.post(raftMessage(raft.MessageType.APP, 1, new Uint8Array(3_000_000)), 1);
  let frame = await impostor.next();
  while (frame.envelopes.length === 0) frame = await impostor.next();
  const silent = new Stranger(node.port);
  await until(() => node.sockets.connections() >= 2);
  await node.close();
  t.true(frame.envelopes.length > 3_000_000);
  await Promise.all([impostor.closed, silent.closed]);
  await until(() => sockets().length === 0);
});
