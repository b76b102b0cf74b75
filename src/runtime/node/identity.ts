/**
 * Identity: what a data directory says about itself in `node.json` - whose it is, which groups lie in which volume, and the
 * limits that decide what applying an entry yields.
 *
 * It is written last when a directory is made, so it also says that the making was completed. It is small JSON for
 * people to read, with a checksum, and never changes.
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { SessionLimits } from '../../actors/applier/sessions.js';
import { QuorateError } from '../base/errors.js';
import { rendezvousMap } from '../base/vshard.js';
import { storageError } from '../storage/storage.js';

const FILE = 'node.json';
export const IDENTITY_FORMAT = 1;

/** The group that keeps the list of collections, and later membership and the shard map. */
export const METADATA_GROUP = 1;
/** Ids are never reused, so the only replica of a new group is its first. */
export const FIRST_REPLICA = 1;

export interface NodeIdentity extends SessionLimits {
  readonly format: number;
  readonly clusterName: string;
  /** The name and a random part: two clusters of one name are different clusters. */
  readonly clusterId: string;
  readonly nodeId: number;
  readonly volumes: number;
  readonly dataGroups: readonly number[];
}

export function groupsOf(identity: NodeIdentity): readonly number[] {
  return [METADATA_GROUP, ...identity.dataGroups];
}

export function volumeOf(group: number, volumes: number): number {
  return group % volumes;
}

/** The slots that each data group owns, ascending. */
export function slotsOf(identity: NodeIdentity): ReadonlyMap<number, readonly number[]> {
  const slots = new Map<number, number[]>(identity.dataGroups.map((group) => [group, []]));
  for (const [slot, group] of rendezvousMap(identity.dataGroups).entries()) slots.get(group)?.push(slot);
  return slots;
}

/** Undefined when the directory has none. Throws `ERR_CORRUPT` or `ERR_FORMAT`. */
export function readIdentity(directory: string): NodeIdentity | undefined {
  const file = join(directory, FILE);
  if (!existsSync(file)) return undefined;
  let content: Readonly<Record<string, unknown>>;
  try {
    content = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  } catch (thrown) {
    throw new QuorateError('ERR_CORRUPT', `${file} cannot be read; restore it from a backup`, { cause: thrown });
  }
  const { checksum, ...identity } = content;
  if (typeof identity.format === 'number' && identity.format > IDENTITY_FORMAT) {
    const what = `${file} has format ${identity.format}, this version knows ${IDENTITY_FORMAT}`;
    throw new QuorateError('ERR_FORMAT', `${what}; use the version that wrote it`);
  }
  if (checksum !== checksumOf(identity)) {
    throw new QuorateError('ERR_CORRUPT', `${file} is not what was written; restore it from a backup`);
  }
  return identity as unknown as NodeIdentity;
}

/** Durable on return: the file is there whole, or not at all. */
export function writeIdentity(directory: string, identity: NodeIdentity): void {
  const file = join(directory, FILE);
  const fresh = `${file}.new`;
  try {
    writeFileSync(fresh, `${JSON.stringify({ ...identity, checksum: checksumOf(identity) }, undefined, 2)}\n`);
    syncPath(fresh);
    renameSync(fresh, file);
    syncPath(directory);
  } catch (thrown) {
    throw storageError(thrown, file);
  }
}

/** Makes a file's content, or a directory's entries, durable. */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function checksumOf(identity: object): string {
  return crc32(JSON.stringify(identity)).toString(16).padStart(8, '0');
}
