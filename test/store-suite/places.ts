/** Where the suite's stores live: SQLite files, a simulated disk, and both under a tee. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExecutionContext } from 'ava';
import type { NodeStorage } from '../../src/runtime/base/node-storage.js';
import { SimulatedDisk } from '../../src/runtime/sim/disk/disk.js';
import { NodeFiles } from '../../src/runtime/storage/storage.js';
import { TeeStorage } from '../../src/runtime/storage/tee.js';

export interface Place {
  readonly storage: NodeStorage;
  /** A full disk: from the next opening on, files hold no more than about this. */
  limit(bytes: number): void;
}

/** A place with nothing in it. */
export type PlaceFactory = (t: ExecutionContext) => Place;

const PAGE_BYTES = 4096;

export function temporaryDirectory(t: ExecutionContext): string {
  const directory = mkdtempSync(join(tmpdir(), 'quorate-stores-'));
  t.teardown(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

export const sqlitePlace: PlaceFactory = (t) => {
  const directory = temporaryDirectory(t);
  let storage = new NodeFiles(directory);
  return {
    get storage() {
      return storage;
    },
    limit(bytes) {
      storage = new NodeFiles(directory, { pagesMax: Math.ceil(bytes / PAGE_BYTES) });
    },
  };
};

export const simulatedPlace: PlaceFactory = () => {
  const disk = new SimulatedDisk();
  return { storage: disk, limit: (bytes) => disk.limit(bytes) };
};

export const teePlace: PlaceFactory = (t) => {
  const places = [sqlitePlace(t), simulatedPlace(t)] as const;
  return {
    storage: new TeeStorage(places[0].storage, places[1].storage),
    limit(bytes) {
      for (const place of places) place.limit(bytes);
    },
  };
};
