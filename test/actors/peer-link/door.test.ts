/** The door: who is let through to the link of its node, and who is told why not. */
import test from 'ava';
import { peerDoorKind } from '../../../src/actors/peer-link/door.js';
import { helloOf } from '../../../src/actors/peer-link/hello.js';
import type { PeerDoorMessage, PeerLinkMessage } from '../../../src/actors/peer-link/protocol.js';
import type { ActorContext } from '../../../src/runtime/actor/actor.js';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import { encodeMessage, peer } from '../../../src/runtime/base/proto.js';
import { type FakeContext, fakeContext } from '../fake-context.js';
import { CLUSTER, decodeFrame } from './link-world.js';

const SOCKETS = { node: 2, kind: 'port', instance: 1 };

/** What a door does about a connection with this first payload, while the links of these nodes are up. */
function knock(payload: Uint8Array, linked: readonly number[] = [1, 3]) {
  const fake = fakeContext({ node: 2, kind: 'peer-door', instance: 0 });
  const ctx = { ...fake, sender: SOCKETS } as unknown as ActorContext<PeerDoorMessage> & Pick<FakeContext, 'sent'>;
  const door = peerDoorKind({ limits: DEFAULT_LIMITS, clusterId: CLUSTER, nodes: [1, 2, 3] }).create(0, {});
  const link = (instance: number) => ({ node: 2, kind: 'peer-link', instance });
  for (const node of [1, 3]) door.onPeer?.(link(node), { state: 'up', boot: 1 }, ctx);
  for (const node of [1, 3]) if (!linked.includes(node)) door.onPeer?.(link(node), { state: 'down', boot: 1 }, ctx);
  const message: PeerDoorMessage = { type: 'knocked', body: { connection: 8, payload, remote: 'there:1' } };
  door.receive(message, ctx);
  return ctx.sent.map(({ to, message: said }) => ({ to, said: said as PeerLinkMessage }));
}

function hello(node: number, more: peer.Hello.$Properties = {}): Uint8Array {
  const process = { volumeInstance: 'v', boot: 3, nonce: 'n3', previousNonce: 'n2' };
  return encodeMessage(peer.Frame, {
    hello: { ...helloOf({ clusterId: CLUSTER, node, ...process }, 2, false), ...more },
  });
}

test('a member that dials, or knocks, gets to the link of its node', (t) => {
  for (const [node, isKnock] of [
    [1, false],
    [3, true],
  ] as const) {
    const [sent, ...more] = knock(hello(node, { isKnock }));
    t.deepEqual(more, []);
    t.deepEqual(sent?.to, { node: 2, kind: 'peer-link', instance: node });
    t.like(sent?.said, { type: 'admit', body: { connection: 8, hello: { node, boot: 3, isKnock } } });
  }
});

test('whoever else comes is told why it is not let in, and its connection ends', (t) => {
  const cases: readonly [string, Uint8Array, string][] = [
    ['another cluster', hello(1, { clusterId: 'other' }), 'ERR_WRONG_CLUSTER'],
    ['another protocol', hello(1, { protocol: 7 }), 'ERR_PROTOCOL_VERSION'],
    ['our own id', hello(2), 'ERR_NODE_ID_IN_USE'],
    ['one that looks for another', hello(1, { toNode: 3 }), 'ERR_WRONG_NODE'],
    ['no member', hello(4), 'ERR_NOT_A_MEMBER'],
    ['the higher id dialing', hello(3), 'ERR_INVALID_REQUEST'],
    ['the lower id knocking', hello(1, { isKnock: true }), 'ERR_INVALID_REQUEST'],
    ['no hello', encodeMessage(peer.Frame, { ping: 1 }), 'ERR_DECODE'],
    ['nothing', new Uint8Array(0), 'ERR_DECODE'],
    ['garbage', new Uint8Array([255, 255, 255]), 'ERR_DECODE'],
  ];
  for (const [what, payload, code] of cases) {
    const [write, close, ...more] = knock(payload);
    t.deepEqual(more, [], what);
    t.deepEqual([write?.to, close?.to], [SOCKETS, SOCKETS], what);
    if (write?.said.type !== 'write') return t.fail(what);
    t.deepEqual(
      write.said.body.payloads.map((each) => decodeFrame(each).refusal?.errorCode),
      [code],
      what,
    );
    t.like(close?.said, { type: 'close', body: { connection: 8 } }, what);
  }
});

test('a member whose link is not up is told to come again', (t) => {
  const [write, close] = knock(hello(1), [3]);
  if (write?.said.type !== 'write') return t.fail();
  const refusal = decodeFrame(write.said.body.payloads[0] ?? new Uint8Array(0)).refusal;
  t.is(refusal?.errorCode, 'ERR_NOT_READY');
  t.is(close?.said.type, 'close');
});
