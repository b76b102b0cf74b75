/** `quorate scan`: prints the items of a range. */
import { CLIENT_OPTIONS, type Command, textOption, wholeNumberOption } from './command.js';
import { itemDocument, valueLine } from './present-item.js';
import { withClient } from './session.js';

export const scanCommand: Command = {
  name: 'scan',
  summary: 'Print the items of a collection in the order of their keys.',
  details: `A line has the key, a tab and the value (bytes as base64); with --json it is a document with key, kind,
value and revision. Pages are fetched as they are printed: what is written meanwhile may be seen or not.

  quorate scan fruits
  quorate scan fruits --prefix a --limit 10
  quorate scan fruits --json > fruits.ndjson`,
  positionals: [{ name: 'COLLECTION' }],
  options: {
    prefix: { type: 'string', placeholder: 'TEXT', help: 'only keys that begin with this' },
    from: { type: 'string', placeholder: 'KEY', help: 'only keys from this one on' },
    to: { type: 'string', placeholder: 'KEY', help: 'only keys before this one' },
    limit: { type: 'string', placeholder: 'N', help: 'at most so many items' },
    'keys-only': { type: 'boolean', help: 'keys without values' },
    local: { type: 'boolean', help: 'what the first node that answers has applied: committed, but perhaps old' },
    ...CLIENT_OPTIONS,
  },
  async run(invocation) {
    const { options, positionals, output, signal } = invocation;
    const [collection = ''] = positionals;
    const keysOnly = options['keys-only'] === true;
    const range = {
      prefix: textOption(options, 'prefix'),
      from: textOption(options, 'from'),
      to: textOption(options, 'to'),
      limit: wholeNumberOption(options, 'limit'),
      json: 'text' as const,
      consistency: options.local === true ? ('local' as const) : ('linearizable' as const),
    };
    return withClient(invocation, async (client) => {
      for await (const item of client.collection(collection).scan({ ...range, keysOnly, signal })) {
        if (output.json) output.line(itemDocument(item));
        else output.line(keysOnly ? item.key : `${item.key}\t${valueLine(item)}`);
        await output.drained();
      }
      return 0;
    });
  },
};
