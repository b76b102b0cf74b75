/** What a log writer understands. One log writer per volume; its instance is the volume's number. */

import { defineProtocol, type MessageOf, message } from '../../runtime/actor/protocol.js';
import { group, storage } from '../../runtime/base/proto.js';

const TABLE = {
  open: message(1, storage.Open, 'ask'),
  append: message(2, storage.Append, 'credited'),
  readEntries: message(3, storage.ReadEntries, 'credited'),
  purge: message(4, storage.Purge, 'droppable'),
  /** From itself, by timer: upkeep is due. */
  tick: message(5, group.Tick, 'credited'),
  identify: message(6, storage.Identify, 'ask'),
  /** The answer to `identify`. */
  volumeIdentity: message(7, storage.VolumeIdentity, 'ask'),
} as const;

export type LogWriterMessage = MessageOf<typeof TABLE>;
export const logWriterProtocol = defineProtocol('log-writer', TABLE);
