/**
 * Node files: the stores of one node in one directory, as SQLite files.
 *
 *   volume-<n>.db                 the logs of the groups assigned to volume n
 *   state-<group>-<replica>-1.db  the state of one replica
 *   LOCK                          see `data-dir-lock.ts`
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { QuorateError } from '../base/errors.js';
import { DEFAULT_LIMITS } from '../base/limits.js';
import type { LogStore } from '../base/log-store.js';
import type { NewReplica, NewVolume, NodeStorage, VolumeExpectation } from '../base/node-storage.js';
import type { StateMeta, StateStore, VshardRow } from '../base/state-store.js';
import {
  createStateFile,
  createVolumeFile,
  openStateFile,
  openVolumeFile,
  type StoreFileOptions,
} from './store-files.js';

export interface NodeFilesOptions {
  /** Page cache of a volume and of a state database, each. */
  readonly volumeCacheKib?: number;
  readonly stateCacheKib?: number;
  /** No file grows beyond this many pages of 4 KiB; without it, as far as the disk goes. */
  readonly pagesMax?: number | undefined;
  readonly logRowBytesMax?: number;
}

const DEFAULT_VOLUME_CACHE_KIB = 8 * 1024;
const DEFAULT_STATE_CACHE_KIB = 4 * 1024;

/** The name of a replica's state file, as created with the replica. */
export function stateFileName(group: number, replica: number): string {
  return `state-${group}-${replica}-1.db`;
}

export class NodeFiles implements NodeStorage {
  readonly #directory: string;
  readonly #volumeOptions: StoreFileOptions;
  readonly #stateOptions: StoreFileOptions;

  /** The directory must exist, and this process must hold its lock. */
  constructor(directory: string, options: NodeFilesOptions = {}) {
    const { pagesMax, logRowBytesMax = DEFAULT_LIMITS.logRowBytesMax } = options;
    this.#directory = directory;
    this.#volumeOptions = { cacheKib: options.volumeCacheKib ?? DEFAULT_VOLUME_CACHE_KIB, pagesMax, logRowBytesMax };
    this.#stateOptions = { cacheKib: options.stateCacheKib ?? DEFAULT_STATE_CACHE_KIB, pagesMax, logRowBytesMax };
  }

  createLog(volume: NewVolume, replicas: readonly NewReplica[]): void {
    const file = this.#volumeFile(volume.volume);
    if (existsSync(file))
      throw new QuorateError('ERR_DATA_DIR_UNUSABLE', `${file} exists already; nothing was changed`);
    createVolumeFile(file, volume, replicas, this.#volumeOptions);
  }

  openLog(volume: number, expectation: VolumeExpectation): LogStore {
    return openVolumeFile(this.#volumeFile(volume), volume, expectation, this.#volumeOptions);
  }

  hasLog(volume: number): boolean {
    return existsSync(this.#volumeFile(volume));
  }

  createState(stateFile: string, meta: StateMeta, vshards: readonly VshardRow[]): void {
    createStateFile(this.#stateFile(stateFile), meta, vshards, this.#stateOptions);
  }

  openState(stateFile: string): StateStore {
    const file = this.#stateFile(stateFile);
    if (!existsSync(file)) throw new QuorateError('ERR_CORRUPT', `${file} is missing; restore it from a backup`);
    return openStateFile(file, this.#stateOptions);
  }

  #volumeFile(volume: number): string {
    return join(this.#directory, `volume-${volume}.db`);
  }

  /** The name comes from a volume's record; it names a file of this directory or nothing. */
  #stateFile(name: string): string {
    if (!/^state-[\w-]+\.db$/.test(name))
      throw new QuorateError('ERR_INVARIANT', `'${name}' is no name of a state file`);
    return join(this.#directory, name);
  }
}
