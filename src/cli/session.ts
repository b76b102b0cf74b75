/**
 * What every command that talks to a cluster does the same: where its nodes are, how long to try, and what to say when
 * none is there.
 */
import { type Client, type ConnectOptions, connect } from '../client/client.js';
import { QuorateError } from '../runtime/base/errors.js';
import { DEFAULT_LIMITS } from '../runtime/base/limits.js';
import { type Invocation, textOption, wholeNumberOption } from './command.js';

const DEFAULT_ADDRESS = '127.0.0.1:7411';

/** The addresses as one text, with commas; where several options were given they are all meant. */
export function addressOf({ options, environment }: Pick<Invocation, 'options' | 'environment'>): string {
  const { address } = options;
  const given = typeof address === 'object' ? address.join(',') : (textOption(options, 'address') ?? '');
  return given || environment.QUORATE_ADDRESS || DEFAULT_ADDRESS;
}

/** Connects, tries each address once, and hands over the client; closes it whatever happens. */
export async function withClient<T>(
  invocation: Invocation,
  use: (client: Client) => Promise<T>,
  settings: Pick<ConnectOptions, 'timeoutMs' | 'discover'> = {},
): Promise<T> {
  const addresses = addressOf(invocation)
    .split(',')
    .map((address) => address.trim());
  const timeoutMs =
    settings.timeoutMs ?? wholeNumberOption(invocation.options, 'timeout', 1) ?? DEFAULT_LIMITS.requestDeadlineMs;
  try {
    const { discover } = settings;
    const { signal } = invocation;
    await using client = await connect(addresses, { timeoutMs, connectTimeoutMs: 0, discover, signal });
    return await use(client);
  } catch (thrown) {
    throw thrown instanceof QuorateError && thrown.code === 'ERR_UNREACHABLE' ? withAdvice(thrown) : thrown;
  }
}

function withAdvice({ message, details, cause }: QuorateError): QuorateError {
  const what = `${message}; start one with 'quorate start', or name another with --address or QUORATE_ADDRESS`;
  return new QuorateError('ERR_UNREACHABLE', what, { details, cause });
}
