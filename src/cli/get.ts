/** `quorate get`: prints one item. */
import type { Client } from '../client/client.js';
import { QuorateError } from '../runtime/base/errors.js';
import { CLIENT_OPTIONS, type Command } from './command.js';
import { itemDocument, valueLine, valueText } from './present-item.js';
import { withClient } from './session.js';

export const getCommand: Command = {
  name: 'get',
  summary: 'Print the value under a key.',
  details: `JSON is printed on one line, and indented on a terminal; bytes are printed as they are. With --json the
whole item is printed: key, kind, value (bytes as valueBase64), revision, and when it expires.

  quorate get fruits apple
  quorate get pictures apple > apple.png`,
  positionals: [{ name: 'COLLECTION' }, { name: 'KEY' }],
  options: {
    local: { type: 'boolean', help: 'what the first node that answers has applied: committed, but perhaps old' },
    ...CLIENT_OPTIONS,
  },
  async run(invocation) {
    const { options, positionals, output, signal } = invocation;
    const [collection = '', key = ''] = positionals;
    const consistency = options.local === true ? 'local' : 'linearizable';
    return withClient(invocation, async (client) => {
      const item = await client.collection(collection).get(key, { consistency, json: 'text', signal });
      if (item === undefined) throw await missing(client, collection, key);
      if (output.json) output.line(itemDocument(item));
      else if (item.kind === 'bytes') output.bytes(item.value as Uint8Array);
      else output.line(output.terminal ? valueText(item) : valueLine(item));
      return 0;
    });
  },
};

/** A misspelt collection looks like a missing item, unless it is told apart. */
async function missing(client: Client, collection: string, key: string): Promise<QuorateError> {
  const names = await client.collections();
  if (names.includes(collection)) {
    return new QuorateError('ERR_NOT_FOUND', `there is no item '${key}' in collection '${collection}'`);
  }
  const others = names.length === 0 ? 'there are none yet' : `there are ${names.slice(0, 10).join(', ')}`;
  return new QuorateError('ERR_UNKNOWN_COLLECTION', `there is no collection '${collection}'; ${others}`);
}
