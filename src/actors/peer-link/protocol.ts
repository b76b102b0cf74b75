/**
 * What a peer link and the door understand. A link's instance is the peer's node id; the door, which takes in connections
 * until it is known whose they are, has instance 0.
 */
import { defineProtocol, type MessageOf, message } from '../../runtime/actor/protocol.js';
import { peer } from '../../runtime/base/proto.js';

const LINK = {
  /** From the sockets. */
  attached: message(1, peer.Attached, 'credited'),
  dialed: message(2, peer.Dialed, 'credited'),
  dialFailed: message(3, peer.DialFailed, 'credited'),
  received: message(4, peer.Received, 'credited'),
  flow: message(5, peer.Flow, 'credited'),
  closed: message(6, peer.Closed, 'credited'),
  /** To the sockets. */
  dial: message(7, peer.Dial, 'credited'),
  own: message(8, peer.Own, 'credited'),
  write: message(9, peer.Write, 'credited'),
  close: message(10, peer.Close, 'credited'),
  /** From the door. */
  admit: message(11, peer.Admit, 'credited'),
  /** From actors of this node that want to be told `peerState`. */
  follow: message(12, peer.Follow, 'credited'),
  advertise: message(13, peer.Advertise, 'credited'),
  status: message(14, peer.StatusRequest, 'ask'),
  /** The answer to `status`. */
  linkStatus: message(15, peer.LinkStatus, 'ask'),
  /** From itself, by timer. */
  tick: message(16, peer.Tick, 'credited'),
} as const;

export type PeerLinkMessage = MessageOf<typeof LINK>;
export const peerLinkProtocol = defineProtocol('peer-link', LINK);

const DOOR = {
  attached: message(1, peer.Attached, 'credited'),
  /** From the sockets. */
  knocked: message(2, peer.Knocked, 'credited'),
  /** To the sockets. */
  write: message(3, peer.Write, 'credited'),
  close: message(4, peer.Close, 'credited'),
} as const;

export type PeerDoorMessage = MessageOf<typeof DOOR>;
export const peerDoorProtocol = defineProtocol('peer-door', DOOR);
