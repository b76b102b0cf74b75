/** What a group actor understands. Its instance is the group's id, the same on every node. */

import { defineProtocol, type MessageOf, message } from '../../runtime/actor/protocol.js';
import { apply, group, peer, raft, storage } from '../../runtime/base/proto.js';

const TABLE = {
  /** From a peer replica. */
  raft: message(1, raft.Message, 'droppable'),
  opened: message(2, storage.Opened, 'credited'),
  appended: message(3, storage.Appended, 'credited'),
  entriesRead: message(4, storage.EntriesRead, 'credited'),
  stateOpened: message(5, apply.StateOpened, 'credited'),
  applied: message(6, apply.Applied, 'credited'),
  propose: message(7, group.Propose, 'ask'),
  query: message(8, group.Query, 'ask'),
  status: message(9, group.StatusRequest, 'ask'),
  /** The answer to `status`, for whoever asked. */
  groupStatus: message(10, group.GroupStatus, 'ask'),
  /** From itself, by timer. */
  tick: message(11, group.Tick, 'credited'),
  /** From a peer link: how another node is. */
  peerState: message(12, peer.PeerState, 'credited'),
  /** From itself, by timer: to campaign, if there is still no leader. */
  campaign: message(13, group.Tick, 'credited'),
  /** From itself, by timer: what was held back may leave. */
  resume: message(14, group.Tick, 'credited'),
} as const;

export type GroupMessage = MessageOf<typeof TABLE>;
export const groupProtocol = defineProtocol('group', TABLE);
