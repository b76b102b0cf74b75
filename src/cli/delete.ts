/** `quorate delete`: removes one item. */
import { QuorateError } from '../runtime/base/errors.js';
import { CLIENT_OPTIONS, type Command, wholeNumberOption } from './command.js';
import { withClient } from './session.js';

export const deleteCommand: Command = {
  name: 'delete',
  summary: 'Remove the item under a key.',
  details: `Ends with status 3 when there was no such item, and with 4 when it is at another revision.

  quorate delete fruits apple`,
  positionals: [{ name: 'COLLECTION' }, { name: 'KEY' }],
  options: {
    'if-revision': { type: 'string', placeholder: 'N', help: 'only if the item is at this revision' },
    ...CLIENT_OPTIONS,
  },
  async run(invocation) {
    const { options, positionals, output, signal } = invocation;
    const [collection = '', key = ''] = positionals;
    const ifRevision = wholeNumberOption(options, 'if-revision', 1);
    return withClient(invocation, async (client) => {
      const { existed, revision } = await client.collection(collection).delete(key, { ifRevision, signal });
      if (!existed) {
        throw new QuorateError('ERR_NOT_FOUND', `there is no item '${key}' in collection '${collection}'`);
      }
      if (output.json) output.document({ collection, key, revision });
      else output.line(`deleted at revision ${revision}`);
      return 0;
    });
  },
};
