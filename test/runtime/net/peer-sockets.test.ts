/** Links over real sockets on loopback: two nodes that talk, die and come back, and strangers who should not be there. */
import test from 'ava';
import { peer, raft } from '../../../src/runtime/base/proto.js';
import { freePorts, PeerNode, raftMessage } from './peer-world.js';

const { CONNECTED } = peer.Presence;

test('two nodes find each other and carry messages in both directions', async (t) => {
  const ports = await freePorts([1, 2]);
  const one = await PeerNode.open({ node: 1, ports });
  const two = await PeerNode.open({ node: 2, ports });
  t.teardown(() => Promise.all([one.close(), two.close()]));
  await Promise.all([one.untilPresence(2, CONNECTED), two.untilPresence(1, CONNECTED)]);
  one.post(raftMessage(raft.MessageType.HEARTBEAT, 3), 2);
  one.post(raftMessage(raft.MessageType.APP, 3, new Uint8Array(100_000).fill(7)), 2);
  two.post(raftMessage(raft.MessageType.VOTE, 4), 1);
  await two.ear.until(() => two.rafts().length === 2);
  await one.ear.until(() => one.rafts().length === 1);
  t.deepEqual(
    two.rafts().map(({ message, from }) => [(message.body as raft.Message).type, from?.node]),
    [
      [raft.MessageType.HEARTBEAT, 1],
      [raft.MessageType.APP, 1],
    ],
  );
  t.like(await one.ask(2, { type: 'status', body: {} }), { type: 'groupStatus', body: { leaderNode: 2 } });
});
