/**
 * The client of a Quorate cluster, for Node.
 *
 *     import { connect } from 'quorate';
 *
 *     await using client = await connect('127.0.0.1:7411');
 *     const users = client.collection('users');
 *     await users.put('ada', { name: 'Ada' });
 *     const item = await users.get('ada');
 *
 * Requests are pipelined over one connection; the client reconnects and retries by itself until the request's deadline.
 * Every write has a name (a sequence in the client's session), so that it is applied once however often it is sent.
 *
 * - `collection.ts`, `batch.ts`, `scan.ts`: what an application calls;
 * - `link.ts`, `call.ts`, `session.ts`: attempts, retries, names;
 * - `connection.ts`: one socket; `values.ts`, `write-request.ts`: to and from bytes.
 */
import { QuorateError } from '../runtime/base/errors.js';
import { type AddressLike, parseAddress } from './address.js';
import { Collection } from './collection.js';
import { type CallOptions, Link } from './link.js';
import { decodeKey } from './values.js';
import type { RequestOptions } from './write-request.js';

export type { AddressLike, NodeAddress } from './address.js';
export { Batch, type BatchEntry, type BatchResult } from './batch.js';
export { Collection, type Consistency, type ReadOptions } from './collection.js';
export type { ScanOptions } from './scan.js';
export type { Item, ItemKind } from './values.js';
export type { Condition, PutOptions, RequestOptions, WriteOptions, WriteResult } from './write-request.js';

export interface ConnectOptions {
  /** How long to try to reach a node, and how long each request may take by default. */
  readonly timeoutMs?: number;
  /** Refuses nodes of any other cluster; without it, of any other than the first one that answers. */
  readonly clusterId?: string;
  readonly signal?: AbortSignal;
}

const TIMEOUT_MS = 5_000;

export class Client implements AsyncDisposable {
  readonly #link: Link;
  readonly #limits: (options: RequestOptions) => CallOptions;

  /** Use `connect`. */
  constructor(link: Link, timeoutMs: number) {
    this.#link = link;
    this.#limits = (options) => ({ timeoutMs: requireTimeout(options.timeoutMs ?? timeoutMs), signal: options.signal });
  }

  get clusterId(): string {
    return this.#link.clusterId;
  }

  /** Asks nothing of the cluster: the collection need not exist yet. */
  collection(name: string): Collection {
    return new Collection(this.#link, name, this.#limits);
  }

  /** The names of all collections, in byte order. */
  async collections(options: RequestOptions = {}): Promise<readonly string[]> {
    const response = await this.#link.submit({ listCollections: {} }, { kind: 'none' }, this.#limits(options));
    return (response.items?.items ?? []).map(({ key }) => decodeKey(key));
  }

  /** What the node says of itself and its groups: the document of GET /cluster/status. */
  async status(options: RequestOptions = {}): Promise<unknown> {
    const { status } = await this.#link.submit({ status: {} }, { kind: 'none' }, this.#limits(options));
    if (status == null) throw new QuorateError('ERR_INVARIANT', 'the node answered without its status');
    return JSON.parse(decodeKey(status.json));
  }

  /** Resolves once every request that was made has its outcome and the connection is closed. */
  close(): Promise<void> {
    return this.#link.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

function requireTimeout(timeoutMs: number): number {
  if (Number.isFinite(timeoutMs) && timeoutMs > 0) return timeoutMs;
  throw new QuorateError('ERR_INVALID_REQUEST', `timeoutMs must be above 0, not ${timeoutMs}`);
}

/**
 * Connects to one of the nodes, each given as `host:port` or an object. Rejects with `ERR_UNREACHABLE` when none answers
 * in time, `ERR_WRONG_CLUSTER`, `ERR_FORMAT` for a node of another release, `ERR_USAGE` for what is no address.
 */
export async function connect(
  addresses: AddressLike | readonly AddressLike[],
  options: ConnectOptions = {},
): Promise<Client> {
  const list = (Array.isArray(addresses) ? addresses : [addresses]) as readonly AddressLike[];
  if (list.length === 0) throw new QuorateError('ERR_USAGE', 'at least one address is needed');
  const timeoutMs = requireTimeout(options.timeoutMs ?? TIMEOUT_MS);
  const link = new Link({ addresses: list.map(parseAddress), clusterId: options.clusterId ?? '' });
  try {
    await link.submit({ newSession: {} }, { kind: 'none' }, { timeoutMs, signal: options.signal });
  } catch (thrown) {
    await link.close();
    throw thrown;
  }
  return new Client(link, timeoutMs);
}
