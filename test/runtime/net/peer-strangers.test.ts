/** Whoever connects to the port for other nodes and has no business there: told why, bounded, counted, and gone. */
import test from 'ava';
import { peer } from '../../../src/runtime/base/proto.js';
import { encodeFrame } from '../../../src/runtime/net/frame.js';
import { freePorts, helloFrom, PeerNode, Stranger, sockets, until } from './peer-world.js';

async function openNode(limits: Parameters<typeof PeerNode.open>[0]['limits'] = {}): Promise<PeerNode> {
  const ports = await freePorts([1, 2, 3]);
  // Nobody is at the other addresses, and nothing is to happen there.
  return PeerNode.open({
    node: 2,
    ports,
    limits: { peerRedialMsMin: 3_600_000, peerRedialMsMax: 3_600_000, ...limits },
  });
}

const helloFrame = (more: peer.Hello.$Properties = {}) =>
  encodeFrame(peer.Frame, { hello: { ...helloFrom(1, 2), ...more } });

const CASES: readonly [string, Buffer, string][] = [
  ['a request of HTTP', Buffer.from('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n'), 'ERR_FRAME_TOO_LARGE'],
  ['a hello of TLS', Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]), 'ERR_FRAME_TOO_LARGE'],
  ['a wrong checksum', Buffer.from([0, 0, 0, 1, 0, 0, 0, 0, 9]), 'ERR_DECODE'],
  ['a frame of 4 KiB and a byte', Buffer.from([0, 0, 16, 1, 0, 0, 0, 0]), 'ERR_FRAME_TOO_LARGE'],
  ['a frame that is no message', encodeFrame(peer.Hello, { clusterId: 'not a frame' }), 'ERR_DECODE'],
  ['an empty frame', encodeFrame(peer.Frame, {}), 'ERR_DECODE'],
  ['another protocol', helloFrame({ protocol: 99 }), 'ERR_PROTOCOL_VERSION'],
  ['another cluster', helloFrame({ clusterId: 'another' }), 'ERR_WRONG_CLUSTER'],
  ['the id of the node itself', helloFrame({ node: 2 }), 'ERR_NODE_ID_IN_USE'],
  ['an id that no node has', helloFrame({ node: 9 }), 'ERR_NOT_A_MEMBER'],
  ['a hello for another node', helloFrame({ toNode: 3 }), 'ERR_WRONG_NODE'],
  ['the higher id, dialing', helloFrame({ node: 3 }), 'ERR_INVALID_REQUEST'],
  ['a hello and more', Buffer.concat([helloFrame(), encodeFrame(peer.Frame, {})]), 'ERR_DECODE'],
  ['a hello and half a frame', Buffer.concat([helloFrame(), Buffer.from([0, 0])]), 'ERR_DECODE'],
];

test.serial('each kind of bad first frame is refused with its reason, and nothing is left of it', async (t) => {
  const node = await openNode();
  t.teardown(() => node.close());
  for (const [what, bytes, code] of CASES) {
    const stranger = new Stranger(node.port);
    stranger.socket.write(bytes);
    const { refusal } = await stranger.next();
    t.is(refusal?.errorCode, code, what);
    t.true((refusal?.errorMessage.length ?? 0) > 10, what);
    await stranger.closed;
  }
  await until(() => node.sockets.connections() === 0);
  await until(() => sockets().length === 1);
  t.deepEqual(sockets(), ['TCPServerWrap']);
});

test.serial('a hello may come byte by byte', async (t) => {
  const node = await openNode();
  t.teardown(() => node.close());
  const stranger = new Stranger(node.port);
  stranger.socket.setNoDelay(true);
  for (const byte of helloFrame()) {
    stranger.socket.write(Buffer.from([byte]));
    await new Promise((resolve) => setImmediate(resolve));
  }
  t.is((await stranger.next()).hello?.node, 2);
  stranger.socket.destroy();
});

test.serial('a stranger that says nothing, or not enough, is told to go', async (t) => {
  const node = await openNode({ peerHelloMs: 30 });
  t.teardown(() => node.close());
  const silent = new Stranger(node.port);
  const slow = new Stranger(node.port);
  slow.socket.write(Buffer.from([0, 0]));
  for (const stranger of [silent, slow]) {
    t.is((await stranger.next()).refusal?.errorCode, 'ERR_TIMEOUT');
    await stranger.closed;
  }
  t.is(node.sockets.refusals().ERR_TIMEOUT, 2);
});

test.serial('a stranger that leaves before it has said anything is forgotten', async (t) => {
  const node = await openNode();
  t.teardown(() => node.close());
  await until(() => node.sockets.connections() === 0);
  for (const bytes of [Buffer.alloc(0), Buffer.from([0, 0, 0, 9])]) {
    const stranger = new Stranger(node.port);
    stranger.socket.end(bytes);
    await stranger.closed;
  }
  const rude = new Stranger(node.port);
  await until(() => node.sockets.connections() === 1);
  rude.socket.resetAndDestroy();
  await until(() => node.sockets.connections() === 0);
  t.deepEqual(node.sockets.refusals(), { ERR_BODY_TRUNCATED: 1 });
});

test.serial('there are never more strangers than allowed, and room is made when one leaves', async (t) => {
  const node = await openNode({ peerStrangersMax: 2 });
  t.teardown(() => node.close());
  await until(() => node.sockets.connections() === 0);
  const [first, second] = [new Stranger(node.port), new Stranger(node.port)];
  await until(() => node.sockets.connections() === 2);
  const third = new Stranger(node.port);
  await third.closed;
  t.deepEqual(node.sockets.refusals(), { ERR_OVERLOADED: 1 });
  first.socket.destroy();
  await until(() => node.sockets.connections() === 1);
  const fourth = new Stranger(node.port);
  fourth.socket.write(helloFrame());
  t.is((await fourth.next()).hello?.node, 2);
  for (const stranger of [second, fourth]) stranger.socket.destroy();
});

test.serial('a stranger whose hello nobody judges is told to go', async (t) => {
  const node = await openNode({ peerHelloMs: 20, peerChallengeMs: 20 });
  t.teardown(() => node.close());
  node.kernel.stop({ node: 2, kind: 'peer-door', instance: 0 });
  const stranger = new Stranger(node.port);
  stranger.socket.write(helloFrame());
  t.is((await stranger.next()).refusal?.errorCode, 'ERR_TIMEOUT');
  await stranger.closed;
});

test.serial('a flood after a refusal is not read, and the connection ends', async (t) => {
  const node = await openNode();
  t.teardown(() => node.close());
  const stranger = new Stranger(node.port);
  stranger.socket.write(Buffer.alloc(4 * 1024 * 1024, 'x'));
  await stranger.closed;
  await until(() => node.sockets.connections() === 0);
  t.deepEqual(node.sockets.refusals(), { ERR_FRAME_TOO_LARGE: 1 });
});
