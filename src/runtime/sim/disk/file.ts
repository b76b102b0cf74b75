/**
 * Simulated file: one store's content on a simulated disk, the rules under which it changes, and who has it open.
 *
 * Every call of a store passes through here, so that the simulator can spend virtual time on it, or crash on either
 * side of it: before the call, after it, and within a commit between the write and the fsync.
 */
import { assert } from '../../base/assert.js';
import { type ErrorCode, QuorateError } from '../../base/errors.js';
import { Layers } from './layers.js';

export type StoreOperation = 'create' | 'open' | 'read' | 'begin' | 'write' | 'commit' | 'rollback' | 'checkpoint';

/** `written` is passed only by commits and openings: the write has been done, its fsync has not. */
export type CallPhase = 'before' | 'written' | 'after';

export interface StoreCall {
  readonly file: string;
  readonly operation: StoreOperation;
  readonly phase: CallPhase;
  /** Of a commit: what it writes. */
  readonly bytes: number;
}

/** What the files of a disk share: its faults, its size, and the one who listens. */
export interface DiskState {
  onCall: (call: StoreCall) => void;
  capacityBytes: number;
  usedBytes: number;
  /** Canary: commits write, but never fsync. */
  skipFsync: boolean;
  /** Canary: an opening commits nothing. */
  skipOpeningTransaction: boolean;
  /** The next commit of a file with this name fails between its write and its fsync. */
  failCommitOf: string | undefined;
  readonly logRowBytesMax: number;
}

const COMMIT_BYTES = 4096;

export class SimulatedFile<Content> {
  readonly name: string;
  readonly content: Content;
  readonly layers = new Layers();
  readonly #disk: DiskState;
  /** Bytes that a checkpoint could move, and those of the open transaction. */
  #walBytes = 0;
  #transactionBytes = 0;
  #owner: FileHandle<Content> | undefined;

  constructor(name: string, content: Content, disk: DiskState) {
    this.name = name;
    this.content = content;
    this.#disk = disk;
  }

  get disk(): DiskState {
    return this.#disk;
  }

  open(): FileHandle<Content> {
    assert(this.#owner === undefined, 'a store has one owner', { file: this.name });
    this.#owner = new FileHandle(this);
    return this.#owner;
  }

  closed(): void {
    this.layers.rollback();
    this.#transactionBytes = 0;
    this.#owner = undefined;
  }

  /** The process dies: what it has written stays. */
  crash(): void {
    this.#owner?.abandon();
    this.closed();
  }

  /** The machine dies: what is durable stays, and the oldest of what had been written. */
  cutPower(kept: (unsynced: number) => number): void {
    this.crash();
    const unsynced = this.layers.unsyncedTransactions;
    if (unsynced > 0) this.layers.cut(kept(unsynced));
    this.#walBytes = 0;
  }

  passing(operation: StoreOperation, phase: CallPhase): void {
    this.#disk.onCall({ file: this.name, operation, phase, bytes: this.#transactionBytes });
  }

  /** Takes room for a change of the open transaction; negative gives it back. Throws `ERR_STORAGE_FULL`. */
  take(bytes: number): void {
    if (bytes > 0 && this.#disk.usedBytes + bytes > this.#disk.capacityBytes) {
      throw new QuorateError('ERR_STORAGE_FULL', `${this.name}: the simulated disk is full; nothing was changed`);
    }
    this.#disk.usedBytes += bytes;
    this.#transactionBytes += Math.abs(bytes);
    this.layers.changed(() => {
      this.#disk.usedBytes -= bytes;
    });
  }

  commit(operation: 'commit' | 'open'): void {
    this.layers.write();
    this.#walBytes += COMMIT_BYTES + this.#transactionBytes;
    this.passing(operation, 'written');
    this.#transactionBytes = 0;
    if (operation === 'commit' && this.#disk.failCommitOf === this.name) {
      this.#disk.failCommitOf = undefined;
      throw new QuorateError('ERR_STORAGE_IO', `${this.name}: the fsync of the simulated disk failed`);
    }
    if (!this.#disk.skipFsync) this.layers.sync();
  }

  walBytes(): number {
    return this.#walBytes;
  }

  checkpoint(): void {
    if (!this.#disk.skipFsync) this.layers.sync();
    this.#walBytes = 0;
  }
}

const ENDING: ReadonlySet<ErrorCode> = new Set(['ERR_STORAGE_IO', 'ERR_CORRUPT']);

/** One opening of a file. It ends with a crash of the process, and with an error after which nothing can be trusted. */
export class FileHandle<Content> {
  readonly file: SimulatedFile<Content>;
  #ended: QuorateError | undefined;
  #abandoned = false;

  constructor(file: SimulatedFile<Content>) {
    this.file = file;
  }

  /** Runs one call of a store. A full disk rolls its transaction back. */
  call<T>(operation: StoreOperation, run: () => T): T {
    assert(!this.#abandoned, 'a store is not used after its process has died', { file: this.file.name });
    if (this.#ended !== undefined) throw this.#ended;
    if (operation === 'write' || operation === 'commit') {
      assert(this.file.layers.inTransaction, 'writes belong to a transaction', { file: this.file.name });
    }
    this.file.passing(operation, 'before');
    let result: T;
    try {
      result = run();
    } catch (thrown) {
      if (thrown instanceof QuorateError) this.#settle(thrown);
      throw thrown;
    }
    this.file.passing(operation, 'after');
    return result;
  }

  #settle(error: QuorateError): void {
    if (ENDING.has(error.code)) this.#ended = error;
    else if (error.code === 'ERR_STORAGE_FULL') this.file.layers.rollback();
  }

  abandon(): void {
    this.#abandoned = true;
  }

  close(): void {
    if (this.#abandoned) return;
    this.#abandoned = true;
    this.file.closed();
  }
}
