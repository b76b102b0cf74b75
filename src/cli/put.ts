/** `quorate put`: stores one item. */
import { Buffer } from 'node:buffer';
import { CLIENT_OPTIONS, type Command, textOption, wholeNumberOption } from './command.js';
import { parseDuration } from './duration.js';
import { withClient } from './session.js';
import { parseValue, readAll } from './value-input.js';

export const putCommand: Command = {
  name: 'put',
  summary: 'Store a value under a key.',
  details: `The value is JSON unless an option says otherwise; '-', or none, reads it from standard input. The first
put to a collection makes it.

  quorate put fruits apple '{"colour":"red"}'
  quorate put fruits apple '{"colour":"green"}' --if-revision 1
  quorate put pictures apple --bytes < apple.png
  quorate put counters visits 0 --integer`,
  positionals: [{ name: 'COLLECTION' }, { name: 'KEY' }, { name: 'VALUE', optional: true }],
  options: {
    text: { type: 'boolean', help: 'the value is a text, stored as a JSON string' },
    bytes: { type: 'boolean', help: 'the value is bytes, stored as they are' },
    integer: { type: 'boolean', help: 'the value is an integer, which can be incremented' },
    'if-revision': { type: 'string', placeholder: 'N', help: 'only if the item is at this revision; 0: there is none' },
    'if-absent': { type: 'boolean', help: 'only if there is no such item' },
    ttl: { type: 'string', placeholder: 'DURATION', help: 'the item expires after this long: 30s, 10m, 2h, 7d' },
    ...CLIENT_OPTIONS,
  },
  async run(invocation) {
    const { options, positionals, output, input, signal } = invocation;
    const [collection = '', key = '', text = '-'] = positionals;
    const ttl = textOption(options, 'ttl');
    const ttlMs = ttl === undefined ? undefined : parseDuration(ttl, 'ttl');
    const ifRevision = wholeNumberOption(options, 'if-revision');
    const ifAbsent = options['if-absent'] === true;
    const { value, kind } = parseValue(text === '-' ? await readAll(input) : Buffer.from(text), options);
    return withClient(invocation, async (client) => {
      const how = { kind, ifRevision, ifAbsent, ttlMs, signal };
      const { revision } = await client.collection(collection).put(key, value, how);
      if (output.json) output.document({ collection, key, revision });
      else output.line(`revision ${revision}`);
      return 0;
    });
  },
};
