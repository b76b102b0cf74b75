/**
 * Layers of a simulated file: what an open transaction has changed, what has been written, what is durable.
 *
 * The file's content is always the newest layer. Every change leaves behind how to undo it, grouped by transaction: a
 * rollback and a process crash undo the open transaction, a power cut also undoes what was written since the last
 * fsync.
 */
import { assert } from '../../base/assert.js';

type Undo = () => void;

export class Layers {
  #open: Undo[] | undefined;
  /** Written transactions that no fsync has made durable yet, oldest first. */
  #unsynced: Undo[][] = [];

  get inTransaction(): boolean {
    return this.#open !== undefined;
  }

  begin(): void {
    assert(this.#open === undefined, 'one transaction at a time');
    this.#open = [];
  }

  /** Tells how to undo a change of the open transaction. */
  changed(undo: Undo): void {
    assert(this.#open !== undefined, 'writes belong to a transaction');
    this.#open.push(undo);
  }

  /** The transaction is complete in the file: it survives the process, but not yet the power. */
  write(): void {
    assert(this.#open !== undefined, 'only an open transaction is committed');
    this.#unsynced.push(this.#open);
    this.#open = undefined;
  }

  /** Everything written so far becomes durable. */
  sync(): void {
    this.#unsynced = [];
  }

  rollback(): void {
    const undos = this.#open ?? [];
    this.#open = undefined;
    for (const undo of undos.reverse()) undo();
  }

  get unsyncedTransactions(): number {
    return this.#unsynced.length;
  }

  /** What the power cut leaves: everything durable, and the `kept` oldest of the transactions that are not. */
  cut(kept: number): void {
    this.rollback();
    for (const undos of this.#unsynced.splice(kept).reverse()) {
      for (const undo of undos.reverse()) undo();
    }
    this.sync();
  }
}
