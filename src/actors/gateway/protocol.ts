/** What a gateway understands. One per node and reactive worker; its instance is 0 there. */

import { defineProtocol, type MessageOf, message } from '../../runtime/actor/protocol.js';
import { apply, client, group, peer } from '../../runtime/base/proto.js';

const TABLE = {
  /** From a listener's port or an in-process client; answered on the port with `responses`, by id. */
  request: message(1, client.Request, 'ask'),
  /** What a turn answered to one port. */
  responses: message(2, client.Responses, 'credited'),
  answers: message(3, apply.Answers, 'credited'),
  refused: message(4, group.Refused, 'credited'),
  /** From itself: deadlines are due. */
  tick: message(5, group.Tick, 'credited'),
  /** Several requests at once; each is answered by itself. */
  requests: message(6, client.Requests, 'ask'),
  /** From a peer link: how another node is. */
  peerState: message(7, peer.PeerState, 'credited'),
  /** From this node, once its listeners are open: where clients and operators reach it. */
  advertise: message(8, peer.Advertise, 'credited'),
  /** From a group of this node: who leads it now. */
  led: message(9, group.Led, 'credited'),
} as const;

export type GatewayMessage = MessageOf<typeof TABLE>;
export const gatewayProtocol = defineProtocol('gateway', TABLE);
