/** `quorate status`: prints what nodes, their groups and their links are doing. */
import { asQuorateError, type QuorateError } from '../runtime/base/errors.js';
import type { NodeStatus } from '../runtime/node/status.js';
import { CLIENT_OPTIONS, type Command, type Invocation } from './command.js';
import { errorDocument } from './output.js';
import { addressOf, withClient } from './session.js';
import { statusLines } from './status-text.js';

export const statusCommand: Command = {
  name: 'status',
  summary: 'Print what nodes and their groups are doing.',
  details: `For each address, the groups that have a replica on that node: its role, the node that leads, the term, the indexes
up to which the log is committed, applied and flushed to the state file, how many entries the log holds, how many of the
1024 slots the group owns, and, of a group that the node leads, which nodes lack entries. Then its links to the other
nodes. --json prints the whole document of each node on a line, the same as GET /cluster/status. A node that does not
answer is a line that says why. Ends with status 0 if any node answered, also when a group is stopped.

  quorate status
  quorate status --address 10.0.0.1:7411,10.0.0.2:7411,10.0.0.3:7411`,
  positionals: [],
  options: CLIENT_OPTIONS,
  async run(invocation) {
    const { output } = invocation;
    const addresses = addressOf(invocation)
      .split(',')
      .map((address) => address.trim());
    const outcomes = await Promise.all(addresses.map((address) => statusOf(invocation, address)));
    const [first] = outcomes;
    // Of one node: nothing but its own answer, or failure.
    if (outcomes.length === 1 && first?.error !== undefined) throw first.error;
    for (const [at, { address, status, error }] of outcomes.entries()) {
      if (output.json) output.document(status ?? { address, error: errorDocument(error) });
      else {
        if (at > 0) output.line('');
        const lines = status === undefined ? [`${address}: ${error.message} (${error.code})`] : statusLines(status);
        for (const line of lines) output.line(line);
      }
    }
    const answered = outcomes.some(({ status }) => status !== undefined);
    return answered ? 0 : (first?.error?.exitStatus ?? 0);
  },
};

type Outcome =
  | { readonly address: string; readonly status: NodeStatus; readonly error: undefined }
  | { readonly address: string; readonly status: undefined; readonly error: QuorateError };

async function statusOf(invocation: Invocation, address: string): Promise<Outcome> {
  const { options, signal } = invocation;
  try {
    const only = { ...invocation, options: { ...options, address } };
    const status = await withClient(only, (client) => client.status({ signal }), { discover: false });
    return { address, status: status as unknown as NodeStatus, error: undefined };
  } catch (thrown) {
    return { address, status: undefined, error: asQuorateError(thrown) };
  }
}
