/**
 * Batches: several writes to one collection, all done or none.
 */
import { QuorateError } from '../runtime/base/errors.js';
import type { CallOptions, Link } from './link.js';
import {
  type Condition,
  deleteOperation,
  incrementOperation,
  type Operation,
  type PutOptions,
  putOperation,
  type RequestOptions,
  resultOf,
  type WriteNaming,
  writeRequest,
} from './write-request.js';

/** What one operation of a batch did. */
export interface BatchEntry {
  readonly revision: number;
  /** Deletions: whether there was anything. */
  readonly existed?: boolean;
  /** Increments: the value after it. */
  readonly value?: number;
}

export interface BatchResult {
  /** One for each operation, in order. */
  readonly entries: readonly BatchEntry[];
  readonly replayed: boolean;
}

/**
 * Collects operations; `commit` sends them as one write. All keys must lie in one partition: the part of a key in braces
 * decides, so `{ada}/name` and `{ada}/visits` go together. At most 1024 operations or 4 MiB.
 *
 * @example
 * await users.batch().put('{ada}/name', 'Ada').increment('{ada}/visits').commit();
 */
export class Batch {
  readonly #link: Link;
  readonly #collection: string;
  readonly #limits: (options: RequestOptions) => CallOptions;
  readonly #operations: Operation[] = [];

  constructor(link: Link, collection: string, limits: (options: RequestOptions) => CallOptions) {
    this.#link = link;
    this.#collection = collection;
    this.#limits = limits;
  }

  put(key: string, value: unknown, options: Pick<PutOptions, 'kind' | 'ttlMs'> & Condition = {}): this {
    this.#operations.push(putOperation(this.#collection, key, value, options));
    return this;
  }

  delete(key: string, condition: Condition = {}): this {
    this.#operations.push(deleteOperation(this.#collection, key, condition));
    return this;
  }

  increment(key: string, by = 1, condition: Condition = {}): this {
    this.#operations.push(incrementOperation(this.#collection, key, by, condition));
    return this;
  }

  /**
   * Errors: `ERR_WRONG_PARTITION`; `ERR_REVISION_MISMATCH`, `ERR_NOT_AN_INTEGER`, `ERR_INTEGER_RANGE` when one operation
   * cannot be done, and then none is; and those of every write.
   */
  async commit(options: RequestOptions & WriteNaming = {}): Promise<BatchResult> {
    if (this.#operations.length === 0) throw new QuorateError('ERR_INVALID_REQUEST', 'the batch is empty');
    const { request, naming } = writeRequest([...this.#operations], options);
    const result = resultOf(await this.#link.submit(request, naming, this.#limits(options)));
    const entries = result.operations.map(({ revision, existed, integer }, at): BatchEntry => {
      const operation = this.#operations[at];
      if (operation?.delete != null) return { revision, existed };
      return operation?.increment == null ? { revision } : { revision, value: integer };
    });
    return { entries, replayed: result.replayed };
  }
}
