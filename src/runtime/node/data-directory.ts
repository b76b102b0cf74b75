/**
 * Data directory: makes a new one, or finds out whose an existing one is. The caller holds its lock.
 *
 * Making is atomic: a mark is set first, the identity is written last. A directory with the mark and without an
 * identity was never used, so what an interrupted making left is thrown away and made again. Files without mark and
 * identity are somebody's data: refused.
 */
import { randomBytes } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { SessionLimits } from '../../actors/applier/sessions.js';
import { APPLY_VERSION } from '../../actors/applier/state-machine.js';
import { present } from '../base/assert.js';
import { QuorateError } from '../base/errors.js';
import { ZERO_HASH } from '../base/hash.js';
import type { NodeStorage } from '../base/node-storage.js';
import { METADATA_VSHARD } from '../base/vshard.js';
import { stateFileName, storageError } from '../storage/storage.js';
import {
  FIRST_REPLICA,
  groupsOf,
  IDENTITY_FORMAT,
  METADATA_GROUP,
  type NodeIdentity,
  readIdentity,
  slotsOf,
  syncPath,
  volumeOf,
  writeIdentity,
} from './identity.js';

const MARK = 'CREATING';
/** What a making may have left. */
const OURS = /^(volume-\d+|state-[\w-]+)\.db(\.new)?(-wal|-shm|-journal)?$|^node\.json\.new$/;
/** What may be in a directory that counts as empty. */
const IGNORED = /^(LOCK(-journal|-wal|-shm)?|lost\+found|CREATING)$/;

/** A new group's log begins after this entry, which stands for its initial state. */
const INITIAL = { index: 1, term: 1 } as const;

export interface Wanted {
  readonly clusterName: string;
  readonly nodeId: number;
  readonly groups: number;
  readonly volumes: number;
  readonly limits: SessionLimits;
}

/** The default name asks for no particular cluster; any other must be the directory's. */
const ANY_CLUSTER = 'quorate';

/**
 * Makes the directory and those above it, each durable in the one above. By hand: where a parent refuses new entries
 * with ENOENT, as /proc does, `mkdirSync` with `recursive` never returns in Node 20.
 */
function makePath(directory: string): void {
  if (existsSync(directory)) {
    if (!statSync(directory).isDirectory()) throw new Error(`${directory} is no directory`);
    return;
  }
  const parent = dirname(directory);
  makePath(parent);
  mkdirSync(directory);
  syncPath(parent);
}

/** Throws `ERR_DATA_DIR_UNUSABLE`, or `ERR_STORAGE_FULL`. */
export function ensureDirectory(directory: string): void {
  try {
    makePath(resolve(directory));
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    readdirSync(directory);
  } catch (thrown) {
    const full = storageError(thrown, directory);
    if (full.code === 'ERR_STORAGE_FULL') throw full;
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    const what = `${directory} cannot be used as a data directory: ${why}`;
    throw new QuorateError('ERR_DATA_DIR_UNUSABLE', `${what}; choose another or change its permissions`, {
      cause: thrown,
    });
  }
}

/** The identity of the directory, which is made when it is empty. */
export function openDirectory(directory: string, storage: NodeStorage, wanted: Wanted): NodeIdentity {
  const found = readIdentity(directory);
  if (found === undefined) {
    try {
      return makeDirectory(directory, storage, wanted);
    } catch (thrown) {
      throw storageError(thrown, directory);
    }
  }
  if (wanted.clusterName !== ANY_CLUSTER && wanted.clusterName !== found.clusterName) {
    const what = `${directory} belongs to cluster '${found.clusterName}', not '${wanted.clusterName}'`;
    throw new QuorateError('ERR_WRONG_CLUSTER', `${what}; choose another directory or name`);
  }
  if (wanted.nodeId !== found.nodeId) {
    const what = `${directory} belongs to node ${found.nodeId}, not ${wanted.nodeId}`;
    throw new QuorateError('ERR_WRONG_NODE', `${what}; choose another directory or node id`);
  }
  assertSameResults(directory, found, wanted.limits);
  for (let volume = 0; volume < found.volumes; volume += 1) {
    if (!storage.hasLog(volume)) {
      throw new QuorateError('ERR_CORRUPT', `${directory} has lost its log volume ${volume}; restore it from a backup`);
    }
  }
  rmSync(join(directory, MARK), { force: true });
  return found;
}

/**
 * What these limits refuse depends on every entry before it: with others a replay, or another replica, would come to
 * another state.
 */
function assertSameResults(directory: string, found: NodeIdentity, wanted: SessionLimits): void {
  for (const name of ['sessionRecordsMax', 'sessionWindow', 'sessionRetriesMs'] as const) {
    if (found[name] === wanted[name]) continue;
    const what = `${directory} was made with ${name} ${found[name]}, not ${wanted[name]}, and what it holds depends on that`;
    throw new QuorateError('ERR_CONFIG', `${what}; set the limit to ${found[name]}, or choose another directory`);
  }
}

function makeDirectory(directory: string, storage: NodeStorage, wanted: Wanted): NodeIdentity {
  const names = readdirSync(directory).filter((name) => !IGNORED.test(name));
  const mark = join(directory, MARK);
  const isInterrupted = existsSync(mark);
  const foreign = isInterrupted ? names.filter((name) => !OURS.test(name)) : names;
  if (foreign.length > 0) {
    const damaged = foreign.every((name) => OURS.test(name));
    const what = damaged
      ? `${directory} has stores but no node.json: it is incomplete; restore it from a backup`
      : `${directory} is neither empty nor a data directory: it has ${foreign[0]}; choose another`;
    throw new QuorateError(damaged ? 'ERR_CORRUPT' : 'ERR_DATA_DIR_UNUSABLE', what);
  }
  for (const name of names) rmSync(join(directory, name));
  writeFileSync(mark, 'This directory is being made. Nothing in it has been used yet.\n');
  syncPath(mark);
  syncPath(directory);
  const identity: NodeIdentity = {
    format: IDENTITY_FORMAT,
    clusterName: wanted.clusterName,
    clusterId: `${wanted.clusterName}-${randomBytes(8).toString('hex')}`,
    nodeId: wanted.nodeId,
    volumes: wanted.volumes,
    dataGroups: Array.from({ length: wanted.groups }, (_, at) => METADATA_GROUP + 1 + at),
    sessionRecordsMax: wanted.limits.sessionRecordsMax,
    sessionWindow: wanted.limits.sessionWindow,
    sessionRetriesMs: wanted.limits.sessionRetriesMs,
  };
  makeStores(storage, identity, Date.now());
  writeIdentity(directory, identity);
  rmSync(mark);
  syncPath(directory);
  return identity;
}

/** Every group's initial state at index 1, and the volumes that hold their logs. */
export function makeStores(storage: NodeStorage, identity: NodeIdentity, clockMs: number): void {
  const slots = slotsOf(identity);
  const instanceIds = Array.from({ length: identity.volumes }, () => randomBytes(16).toString('hex'));
  for (const group of groupsOf(identity)) {
    const owned = group === METADATA_GROUP ? [METADATA_VSHARD] : (slots.get(group) ?? []);
    const meta = {
      volumeInstanceId: present(instanceIds[volumeOf(group, identity.volumes)], `the volume of group ${group}`),
      group,
      replica: FIRST_REPLICA,
      flushedIndex: INITIAL.index,
      flushedTerm: INITIAL.term,
      membership: {
        voters: [FIRST_REPLICA],
        learners: [],
        votersOutgoing: [],
        learnersNext: [],
        autoLeave: false,
      },
      membershipIndex: INITIAL.index,
      logClockMs: clockMs,
      stateHash: ZERO_HASH,
      applyVersion: APPLY_VERSION,
      ownedVshards: owned,
      mapVersion: 1,
    };
    const vshards = owned.map((vshard) => ({ vshard, revision: 0 }));
    storage.createState(stateFileName(group, FIRST_REPLICA), meta, vshards);
  }
  for (const [volume, instanceId] of instanceIds.entries()) {
    const groups = groupsOf(identity).filter((group) => volumeOf(group, identity.volumes) === volume);
    storage.createLog(
      { clusterId: identity.clusterId, nodeId: identity.nodeId, volume, instanceId },
      groups.map((group) => ({
        group,
        replica: FIRST_REPLICA,
        stateFile: stateFileName(group, FIRST_REPLICA),
        initial: INITIAL,
      })),
    );
  }
}
