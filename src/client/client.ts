/**
 * The client: a program's way to a Quorate cluster.
 *
 * At most one connection to each node carries any number of requests; each goes to the node that leads its group, or to
 * any that answers. A request whose node is lost or silent, or that is refused for a passing reason, is sent again, there
 * or elsewhere, until its time is over; a write keeps its name through that and is applied once. Every promise settles:
 * with what happened, with why it did not, or with `ERR_OUTCOME_UNKNOWN` and the name to retry under.
 *
 * `calls.ts` has the requests and their fate; `nodes.ts` which node each goes to, by what `routes.ts` knows of groups and
 * `watch.ts` finds out about silence; `link.ts` and `connection.ts` the way to one node; `sessions.ts` the names of
 * writes; `values.ts` and `operations.ts` what they carry.
 */
import { QuorateError } from '../runtime/base/errors.js';
import { DEFAULT_LIMITS } from '../runtime/base/limits.js';
import { createRandom } from '../runtime/base/random.js';
import { parseAddress } from './address.js';
import type { Response } from './call.js';
import { Calls } from './calls.js';
import { Collection, type OperationResult } from './collection.js';
import { Nodes } from './nodes.js';
import type { BatchOperation } from './operations.js';
import { unreachable } from './outcome.js';
import { checkTimeout, Requester, type RequestOptions, type WriteOptions } from './requester.js';

export type {
  Collection,
  ConditionalOptions,
  DeleteResult,
  IncrementResult,
  OperationResult,
  PutOptions,
  PutResult,
} from './collection.js';
export type { BatchOperation, Condition } from './operations.js';
export type { ReadOptions } from './read-options.js';
export type { RequestOptions, WriteOptions } from './requester.js';
export type { ScanOptions } from './scan.js';
export { type Item, type ItemKind, JsonText } from './values.js';

export interface ConnectOptions {
  /** How long each request may take, all attempts included, in milliseconds (default 5000). */
  readonly timeoutMs?: number | undefined;
  /** How long `connect` tries, in milliseconds (default: `timeoutMs`); 0: each address once. */
  readonly connectTimeoutMs?: number | undefined;
  /** Refuses any other cluster. Without it, the first one that answers is the one. */
  readonly clusterId?: string | undefined;
  /**
   * Learns the cluster's other nodes and talks to those that lead (default true). With false it talks to the given
   * addresses only: to read what one node has, with `consistency: 'local'`.
   */
  readonly discover?: boolean | undefined;
  /** Gives up connecting. */
  readonly signal?: AbortSignal | undefined;
}

/** What a test replaces: where time comes from, and how often the watch looks for silent nodes. */
export interface Surroundings {
  readonly now: () => number;
  readonly watchRoundMs: number;
}

export interface ClientStatistics {
  /** Requests without an outcome yet. */
  readonly open: number;
  /** Attempts beyond the first, of all requests so far. */
  readonly retries: number;
  /** Connections that were made so far. */
  readonly connections: number;
  /** There is at least one now. An idle client makes one only with the next request. */
  readonly isConnected: boolean;
}

/** The same document as `GET /cluster/status` and `quorate status --json`. */
export type StatusDocument = Readonly<Record<string, unknown>>;

const SYSTEM: Surroundings = { now: () => performance.now(), watchRoundMs: 125 };
const SEED_MAX = 2 ** 32;
/** Each address is tried once in this time, however slowly it refuses. */
const ROUND_MS_MAX = 10_000;

export class Client implements AsyncDisposable {
  readonly #nodes: Nodes;
  readonly #calls: Calls;
  readonly #requester: Requester;
  #connections = 0;
  #greeted: ((outcome: QuorateError | 'open' | 'round-over') => void) | undefined;

  /** Not for programs: they call `connect`. */
  constructor(addresses: readonly string[], options: ConnectOptions, surroundings: Surroundings) {
    const timeoutMs = checkTimeout(options.timeoutMs ?? DEFAULT_LIMITS.requestDeadlineMs, 'timeoutMs', 1);
    const { now, watchRoundMs } = surroundings;
    const random = createRandom(Math.floor(Math.random() * SEED_MAX));
    if (addresses.length === 0) throw new QuorateError('ERR_INVALID_REQUEST', 'connect needs an address');
    const { clusterId = '', discover = true } = options;
    this.#nodes = new Nodes(
      { addresses: addresses.map(parseAddress), clusterId, discover, now, random, watchRoundMs },
      {
        opened: ({ sessionStampMs, sessionSerial }) => this.#opened(sessionStampMs, sessionSerial),
        response: (response) => this.#calls.answered(response),
        ready: () => this.#calls.pump(),
        leave: (link) => this.#calls.leave(link),
        failed: (error, isRoundOver) => this.#failed(error, isRoundOver),
        isWanted: () => this.#calls.size > 0 || this.#greeted !== undefined,
      },
    );
    this.#calls = new Calls({ timeoutMs, now, random }, this.#nodes);
    this.#requester = new Requester(this.#calls, timeoutMs, now);
  }

  /** The cluster that it is connected to. */
  get clusterId(): string {
    return this.#nodes.clusterId;
  }

  get statistics(): ClientStatistics {
    const { isConnected } = this.#nodes;
    return { open: this.#calls.size, retries: this.#calls.resent, connections: this.#connections, isConnected };
  }

  /** A collection by its name: 1 to 128 letters, digits, `.`, `_` and `-`. Asks nothing of the node. */
  collection(name: string): Collection {
    return new Collection(name, this.#requester);
  }

  /**
   * Does several writes in one collection together: all or none, seen by others as one.
   *
   * When to use: for items that must agree. Their keys must share their partition, the part in braces: `{alice}/name`
   * and `{alice}/visits` do.
   * Units: at most 1024 operations and 4 MiB.
   * Errors: `ERR_WRONG_PARTITION`; `ERR_REVISION_MISMATCH`, `ERR_NOT_AN_INTEGER` and `ERR_INTEGER_RANGE` when one of
   * them cannot be done; `ERR_OUTCOME_UNKNOWN`.
   * Example: `await client.batch('accounts', [{ op: 'put', key: '{alice}/plan', value: 'pro', ifRevision: 3 },
   * { op: 'increment', key: '{alice}/visits' }]);`
   */
  async batch(
    collection: string,
    operations: readonly BatchOperation[],
    options?: WriteOptions,
  ): Promise<readonly OperationResult[]> {
    return this.collection(collection).batch(operations, options);
  }

  /** The names of all collections, in order. */
  async collections(options?: RequestOptions): Promise<readonly string[]> {
    return this.#requester.ask({ id: 0, deadlineMs: 0, listCollections: {} }, namesOf, options);
  }

  /** What the node says of itself and its groups. */
  async status(options?: RequestOptions): Promise<StatusDocument> {
    return this.#requester.ask({ id: 0, deadlineMs: 0, status: {} }, statusOf, options);
  }

  /** Settles what is open and ends the connection. A write that was under way has an unknown outcome then. */
  async close(): Promise<void> {
    this.#requester.close();
    const reason = new QuorateError('ERR_ABORTED', 'the client was closed');
    this.#greeted?.(reason);
    await this.#nodes.close(reason);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  /** Resolves when there is a connection. Not for programs: `connect` does it. */
  async open(timeoutMs: number, signal: AbortSignal | undefined): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const abort = (): void => this.#greeted?.(new QuorateError('ERR_ABORTED', 'connecting was aborted'));
    try {
      await new Promise<void>((resolve, reject) => {
        this.#greeted = (outcome) => {
          if (outcome === 'open') resolve();
          else if (outcome !== 'round-over') reject(outcome);
          else if (timeoutMs === 0) reject(unreachable(this.#nodes));
        };
        timer = setTimeout(() => reject(unreachable(this.#nodes)), timeoutMs === 0 ? ROUND_MS_MAX : timeoutMs);
        signal?.addEventListener('abort', abort, { once: true });
        if (signal?.aborted === true) abort();
        else this.#nodes.want();
      });
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      this.#greeted = undefined;
    }
  }

  #opened(sessionStampMs: number, sessionSerial: number): void {
    this.#connections += 1;
    this.#calls.offerSession(sessionStampMs, sessionSerial);
    this.#greeted?.('open');
    this.#calls.pump();
  }

  /** An address that will never do is told at once; one that may do later is tried again. */
  #failed(error: QuorateError, isRoundOver: boolean): void {
    if (!error.retryable) this.#greeted?.(error);
    else if (isRoundOver) this.#greeted?.('round-over');
  }
}

/**
 * Connects to a cluster and returns the client, as soon as one of the addresses answers; the other nodes are learnt from
 * that one.
 *
 * When to use: once in a program; the client is shared by all its parts. Give the addresses of several nodes, so that it
 * finds one that runs. An idle client does not keep the process alive.
 * Units: addresses as `host:port`. Reads with `consistency: 'local'` go to the first that answered.
 * Errors: `ERR_UNREACHABLE` when none answers in time; `ERR_WRONG_CLUSTER` and `ERR_PROTOCOL_VERSION`, which name the
 * address.
 * Example: `await using client = await connect(['127.0.0.1:7411', '127.0.0.1:7421']);`
 */
export async function connect(
  addresses: string | readonly string[],
  options: ConnectOptions = {},
  surroundings: Partial<Surroundings> = {},
): Promise<Client> {
  const given = typeof addresses === 'string' ? [addresses] : addresses;
  const client = new Client(given, options, { ...SYSTEM, ...surroundings });
  const { timeoutMs = DEFAULT_LIMITS.requestDeadlineMs, connectTimeoutMs = timeoutMs } = options;
  try {
    await client.open(checkTimeout(connectTimeoutMs, 'connectTimeoutMs', 0), options.signal);
  } catch (thrown) {
    await client.close();
    throw thrown;
  }
  return client;
}

function namesOf({ items }: Response): readonly string[] {
  return (items?.items ?? []).map(({ key }) => new TextDecoder().decode(key));
}

function statusOf({ status }: Response): StatusDocument {
  if (status == null) throw new QuorateError('ERR_DECODE', 'the node answered with no status');
  return JSON.parse(new TextDecoder().decode(status.json)) as StatusDocument;
}
