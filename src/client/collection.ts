/**
 * A collection, as an application sees it.
 */
import { QuorateError } from '../runtime/base/errors.js';
import { group } from '../runtime/base/proto.js';
import { Batch } from './batch.js';
import type { Request, Response } from './connection.js';
import type { CallOptions, Link } from './link.js';
import { type ScanOptions, scanPages } from './scan.js';
import { decodeItem, encodeText, type Item } from './values.js';
import {
  deleteOperation,
  incrementOperation,
  type Operation,
  type PutOptions,
  putOperation,
  type RequestOptions,
  resultOf,
  type WriteOptions,
  type WriteResult,
  writeRequest,
} from './write-request.js';

export type Consistency = 'linearizable' | 'local';

export interface ReadOptions extends RequestOptions {
  /** `local` reads what this node has applied, which may be old, without asking the group's leader. */
  readonly consistency?: Consistency;
}

export function consistencyOf(consistency: Consistency | undefined): group.Consistency {
  if (consistency === undefined || consistency === 'linearizable') return group.Consistency.LINEARIZABLE;
  if (consistency === 'local') return group.Consistency.LOCAL;
  throw new QuorateError('ERR_INVALID_REQUEST', `consistency is linearizable or local, not '${String(consistency)}'`);
}

/**
 * Items by key. Every method resolves once the outcome is known: a write that has resolved is on disk on a majority.
 *
 * Errors of every method, by `code`: `ERR_TIMEOUT`, `ERR_UNREACHABLE`, `ERR_OVERLOADED`, `ERR_NOT_READY` when it had no
 * effect; `ERR_OUTCOME_UNKNOWN` when a write may have happened (see `retryOf`); `ERR_ABORTED` after the signal;
 * `ERR_KEY_TOO_LARGE`, `ERR_VALUE_TOO_LARGE`, `ERR_INVALID_UTF8`, `ERR_INVALID_REQUEST` for what cannot be sent.
 */
export class Collection {
  readonly name: string;
  readonly #link: Link;
  readonly #limits: (options: RequestOptions) => CallOptions;

  constructor(link: Link, name: string, limits: (options: RequestOptions) => CallOptions) {
    this.name = name;
    this.#link = link;
    this.#limits = limits;
  }

  /**
   * The item, or undefined when there is none. `ERR_UNKNOWN_COLLECTION` until the first write has created the collection.
   *
   * @example
   * const item = await users.get<{ name: string }>('ada'); // item?.value.name, item?.revision
   */
  async get<T = unknown>(key: string, options: ReadOptions = {}): Promise<Item<T> | undefined> {
    const get = { collection: encodeText(this.name), key: encodeText(key) };
    const request: Request = { get, consistency: consistencyOf(options.consistency) };
    const { items } = await this.#link.submit(request, { kind: 'none' }, this.#limits(options));
    if (items == null) throw new QuorateError('ERR_INVARIANT', 'the node answered a read without items');
    const [item] = items.items;
    return item === undefined ? undefined : decodeItem<T>(item);
  }

  /**
   * Stores the value: a `Uint8Array` as bytes, anything else as JSON, a number as an integer with `kind: 'integer'`. Creates
   * the collection when it is the first write to it.
   *
   * @example
   * await users.put('ada', { name: 'Ada' }, { ifAbsent: true });
   * await counters.put('visits', 0, { kind: 'integer' });
   */
  async put(key: string, value: unknown, options: PutOptions = {}): Promise<WriteResult> {
    return this.#write(putOperation(this.name, key, value, options), options);
  }

  /** Puts only over the revision that the caller has read; 0 stands for an item that is not there. */
  async compareAndSet(key: string, revision: number, value: unknown, options: PutOptions = {}): Promise<WriteResult> {
    return this.put(key, value, { ...options, ifRevision: revision });
  }

  /** Deletes the item; `existed` says whether there was one. */
  async delete(key: string, options: WriteOptions = {}): Promise<WriteResult & { readonly existed: boolean }> {
    const result = await this.#result(deleteOperation(this.name, key, options), options);
    const { revision = 0, existed = false } = result.operations[0] ?? {};
    return { revision, existed, replayed: result.replayed };
  }

  /**
   * Adds to an integer; one that is not there counts as 0. `ERR_NOT_AN_INTEGER` for an item of another kind,
   * `ERR_INTEGER_RANGE` beyond 2^53 - 1.
   */
  async increment(key: string, by = 1, options: WriteOptions = {}): Promise<WriteResult & { readonly value: number }> {
    const result = await this.#result(incrementOperation(this.name, key, by, options), options);
    const { revision = 0, integer = 0 } = result.operations[0] ?? {};
    return { revision, value: integer, replayed: result.replayed };
  }

  /** Several writes in one partition, all done or none. */
  batch(): Batch {
    return new Batch(this.#link, this.name, this.#limits);
  }

  /**
   * All items of a range, in the byte order of their keys; pages are fetched as they are needed.
   *
   * @example
   * for await (const { key, value } of users.scan({ prefix: 'a' })) console.log(key, value);
   */
  async *scan<T = unknown>(options: ScanOptions = {}): AsyncGenerator<Item<T>, void, undefined> {
    for await (const page of this.pages<T>(options)) yield* page;
  }

  /** The same, a page at a time. `timeoutMs` is for each page. */
  pages<T = unknown>(options: ScanOptions = {}): AsyncGenerator<readonly Item<T>[], void, undefined> {
    const consistency = consistencyOf(options.consistency);
    return scanPages<T>(this.#link, this.name, consistency, options, this.#limits(options));
  }

  async #write(operation: Operation, options: WriteOptions): Promise<WriteResult> {
    const { operations, replayed } = await this.#result(operation, options);
    return { revision: operations[0]?.revision ?? 0, replayed };
  }

  async #result(operation: Operation, options: WriteOptions): Promise<NonNullable<Response['result']>> {
    const { request, naming } = writeRequest([operation], options);
    return resultOf(await this.#link.submit(request, naming, this.#limits(options)));
  }
}
