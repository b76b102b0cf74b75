/** What an applier understands. One applier per group; its instance is the group's id. */

import { defineProtocol, type MessageOf, message } from '../../runtime/actor/protocol.js';
import { apply, storage } from '../../runtime/base/proto.js';

const TABLE = {
  openState: message(1, apply.OpenState, 'ask'),
  apply: message(2, apply.Apply, 'credited'),
  read: message(3, apply.Read, 'credited'),
  entriesRead: message(4, storage.EntriesRead, 'credited'),
  /** From itself, by timer: a flush goes on, or is due. */
  flush: message(5, apply.Flush, 'credited'),
} as const;

export type ApplierMessage = MessageOf<typeof TABLE>;
export const applierProtocol = defineProtocol('applier', TABLE);
