/** What a gateway understands. One per node and reactive worker; its instance is 0 there. */

import { defineProtocol, type MessageOf, message } from '../../runtime/actor/protocol.js';
import { apply, client, group } from '../../runtime/base/proto.js';

const TABLE = {
  /** From a listener's port or an in-process client; answered on the port with `response`, by id. */
  request: message(1, client.Request, 'ask'),
  response: message(2, client.Response, 'credited'),
  answers: message(3, apply.Answers, 'credited'),
  refused: message(4, group.Refused, 'credited'),
  /** From itself: deadlines are due. */
  tick: message(5, group.Tick, 'credited'),
} as const;

export type GatewayMessage = MessageOf<typeof TABLE>;
export const gatewayProtocol = defineProtocol('gateway', TABLE);
