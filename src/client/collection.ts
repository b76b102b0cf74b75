/**
 * A collection: a named set of items, each a value under a key with a revision. The part of the client that programs
 * use most.
 */
import { QuorateError } from '../runtime/base/errors.js';
import type { Response } from './call.js';
import {
  type BatchOperation,
  batchOperation,
  type Condition,
  deleteOperation,
  incrementOperation,
  type PutProperties,
  putOperation,
} from './operations.js';
import { type ReadOptions, wireConsistency } from './read-options.js';
import type { Requester, WriteOptions } from './requester.js';
import { type ScanOptions, scanItems } from './scan.js';
import { decodeItem, encodeKey, type Item, type ValueForm } from './values.js';

export interface PutOptions extends PutProperties, WriteOptions {}
export interface ConditionalOptions extends Condition, WriteOptions {}

export interface PutResult {
  /** The item's revision from now on. */
  readonly revision: number;
}

export interface DeleteResult {
  /** There was an item. */
  readonly existed: boolean;
  /** The revision of the deletion; 0 when there was nothing to delete. */
  readonly revision: number;
}

export interface IncrementResult {
  /** The value after the increment. */
  readonly integer: number;
  readonly revision: number;
  /** There was an item; else it was made, with the increment as its value. */
  readonly existed: boolean;
}

/** What one operation of a batch did: as that of a put, a delete or an increment. */
export interface OperationResult {
  readonly revision: number;
  readonly existed: boolean;
  readonly integer: number;
}

const NO_OPTIONS = {};

export class Collection {
  readonly name: string;
  readonly #bytes: Uint8Array;
  readonly #requester: Requester;

  constructor(name: string, requester: Requester) {
    this.name = name;
    this.#bytes = encodeKey(name);
    this.#requester = requester;
  }

  /**
   * The item under a key; undefined when there is none, also when nothing was ever written to the collection.
   *
   * When to use: to read one item. Several that lie together are read by `scan`.
   * Errors: `ERR_TIMEOUT`, `ERR_UNREACHABLE`; `ERR_NOT_READY` for a `local` read of a node that is still starting.
   * Example: `const alice = await accounts.get('alice');`
   */
  async get<T = unknown>(key: string, options: ReadOptions = NO_OPTIONS): Promise<Item<T> | undefined> {
    const get = { collection: this.#bytes, key: encodeKey(key) };
    const request = { id: 0, deadlineMs: 0, consistency: wireConsistency(options), get };
    try {
      return await this.#requester.ask(request, options.json === 'text' ? textItemOf<T> : itemOf<T>, options);
    } catch (thrown) {
      if (thrown instanceof QuorateError && thrown.code === 'ERR_UNKNOWN_COLLECTION') return undefined;
      throw thrown;
    }
  }

  /**
   * Stores a value under a key, whatever was there before unless a condition is given. The first put makes the
   * collection.
   *
   * When to use: to write one item. Several that belong together are written by `Client.batch`.
   * Units: `ttlMs` in milliseconds; keys of 1 to 1024 bytes, values of up to 1 MiB.
   * Errors: `ERR_REVISION_MISMATCH` when the condition does not hold; `ERR_INVALID_REQUEST` for what JSON cannot say;
   * `ERR_KEY_TOO_LARGE`, `ERR_VALUE_TOO_LARGE`; `ERR_OUTCOME_UNKNOWN` when the time passed with the write under way.
   * Example: `await accounts.put('alice', { plan: 'pro' }, { ifRevision: alice.revision });`
   */
  async put(key: string, value: unknown, options?: PutOptions): Promise<PutResult> {
    return this.#requester.write([putOperation(this.#bytes, key, value, options)], putResultOf, options);
  }

  /**
   * Stores a value only if the item still has the revision at which it was read; 0 stands for there being none.
   *
   * When to use: to change an item by what it holds, without losing what others write meanwhile. Read again and decide
   * again after `ERR_REVISION_MISMATCH`.
   * Errors: as of `put`.
   * Example: `await accounts.compareAndSet('alice', alice.revision, { ...alice.value, plan: 'pro' });`
   */
  async compareAndSet(key: string, revision: number, value: unknown, options?: PutOptions): Promise<PutResult> {
    return this.put(key, value, { ...options, ifRevision: revision });
  }

  /**
   * Removes the item under a key; that there is none is no error.
   *
   * When to use: to remove one item, with a condition or without.
   * Errors: `ERR_REVISION_MISMATCH`, `ERR_UNKNOWN_COLLECTION`, `ERR_OUTCOME_UNKNOWN`.
   * Example: `const { existed } = await accounts.delete('alice');`
   */
  async delete(key: string, options?: ConditionalOptions): Promise<DeleteResult> {
    return this.#requester.write([deleteOperation(this.#bytes, key, options)], deleteResultOf, options);
  }

  /**
   * Adds to an item of kind integer; makes it when there is none.
   *
   * When to use: for counters. It is added once, however often the request had to be sent.
   * Units: `by` is a safe integer and may be negative.
   * Errors: `ERR_NOT_AN_INTEGER`, `ERR_INTEGER_RANGE`, `ERR_REVISION_MISMATCH`, `ERR_OUTCOME_UNKNOWN`.
   * Example: `const { integer } = await accounts.increment('{alice}/visits', 1);`
   */
  async increment(key: string, by = 1, options?: ConditionalOptions): Promise<IncrementResult> {
    return this.#requester.write([incrementOperation(this.#bytes, key, by, options)], incrementResultOf, options);
  }

  /**
   * The items of a range in the order of their keys' bytes, fetched page by page while they are consumed.
   *
   * When to use: to read many items. Within one partition (a prefix such as `{alice}`) each page is linearizable;
   * across partitions each page is consistent by itself, and writes between two pages may be seen or not.
   * Units: `limit` in items; `timeoutMs` is for each page.
   * Errors: `ERR_UNKNOWN_COLLECTION`, `ERR_TIMEOUT`, `ERR_UNREACHABLE`.
   * Example: `for await (const { key, value } of accounts.scan({ prefix: '{alice}' })) console.log(key, value);`
   */
  scan<T = unknown>(options: ScanOptions = NO_OPTIONS): AsyncIterable<Item<T>> {
    return scanItems<T>(this.#requester, this.#bytes, options);
  }

  /** See `Client.batch`. */
  async batch(operations: readonly BatchOperation[], options?: WriteOptions): Promise<readonly OperationResult[]> {
    const encoded = operations.map((operation) => batchOperation(this.#bytes, operation));
    return this.#requester.write(encoded, operationResultsOf, options);
  }
}

const itemOf = <T>(response: Response): Item<T> | undefined => firstItem(response, 'parsed') as Item<T> | undefined;
const textItemOf = <T>(response: Response): Item<T> | undefined => firstItem(response, 'text') as Item<T> | undefined;

function firstItem({ items }: Response, form: ValueForm): Item | undefined {
  const item = items?.items[0];
  return item === undefined ? undefined : decodeItem(item, form);
}

function operationResultsOf({ result }: Response): readonly OperationResult[] {
  if (result == null) throw new QuorateError('ERR_DECODE', 'the node answered a write with something else');
  return result.operations.map(({ revision, existed, integer }) => ({ revision, existed, integer }));
}

function resultOf({ result }: Response): OperationResult {
  const operation = result?.operations[0];
  if (operation !== undefined) return operation;
  throw new QuorateError('ERR_DECODE', 'the node answered a write with something else');
}

const putResultOf = (response: Response): PutResult => ({ revision: resultOf(response).revision });

function deleteResultOf(response: Response): DeleteResult {
  const { existed, revision } = resultOf(response);
  return { existed, revision };
}

function incrementResultOf(response: Response): IncrementResult {
  const { integer, revision, existed } = resultOf(response);
  return { integer, revision, existed };
}
