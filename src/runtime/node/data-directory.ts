/**
 * Data directory: makes a new one, or finds out whose an existing one is. The caller holds its lock.
 *
 * Making is atomic: a mark is set first, the identity is written last. A directory with the mark and without an
 * identity was never used, so what an interrupted making left is thrown away and made again. Files without mark and
 * identity are somebody's data: refused.
 */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { SessionLimits } from '../../actors/applier/sessions.js';
import { type ErrorCode, QuorateError } from '../base/errors.js';
import { DEFAULT_LIMITS } from '../base/limits.js';
import type { NodeStorage } from '../base/node-storage.js';
import { storageError } from '../storage/storage.js';
import { dataGroupsOf, formatPeer, pickLimits } from './cluster-plan.js';
import { IDENTITY_FORMAT, type NodeIdentity, readIdentity, syncPath, writeIdentity } from './identity.js';
import { makeStores } from './new-stores.js';

const MARK = 'CREATING';
/** What the mark of an `init` has, and that of a node which makes a cluster of its own has not. */
const BY_INIT = 'by init';
/** What a making may have left. */
const OURS = /^(volume-\d+|state-[\w-]+)\.db(\.new)?(-wal|-shm|-journal)?$|^node\.json\.new$/;
/** What may be in a directory that counts as empty. */
const IGNORED = /^(LOCK(-journal|-wal|-shm)?|lost\+found|CREATING)$/;

/** What a node that is started asks of its directory; and what is made of an empty one: a cluster of this node alone. */
export interface Wanted {
  readonly clusterName: string;
  /** 0: whichever the directory is of, and 1 in an empty one. */
  readonly nodeId: number;
  readonly groups: number;
  readonly volumes: number;
  readonly limits: SessionLimits;
}

/** The default name asks for no particular cluster; any other must be the directory's. */
const ANY_CLUSTER = 'quorate';
/** Nobody reaches a node that has no peers. */
const UNREACHED = { host: '127.0.0.1', port: 0 } as const;

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

/** The identity of the directory; an empty one becomes a cluster of one node, which is like no other. */
export function openDirectory(directory: string, storage: NodeStorage, wanted: Wanted): NodeIdentity {
  const found = readIdentity(directory);
  if (found === undefined) {
    refuseHalfMade(directory);
    return makeDirectory(directory, storage, aloneIdentity(wanted));
  }
  if (wanted.clusterName !== ANY_CLUSTER && wanted.clusterName !== found.clusterName) {
    const what = `${directory} belongs to cluster '${found.clusterName}', not '${wanted.clusterName}'`;
    throw new QuorateError('ERR_WRONG_CLUSTER', `${what}; choose another directory or name`);
  }
  if (wanted.nodeId !== 0 && wanted.nodeId !== found.nodeId) {
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

/** A node that was to be one of several must not become a cluster of one because its `init` was interrupted. */
function refuseHalfMade(directory: string): void {
  const mark = join(directory, MARK);
  if (!existsSync(mark) || !readFileSync(mark, 'utf8').includes(BY_INIT)) return;
  const what = `the init of ${directory} was interrupted`;
  throw new QuorateError('ERR_CONFIG', `${what}; run it again with the same arguments, then start the node`);
}

/**
 * What these limits refuse depends on every entry before it: with others a replay, or another replica, would come to
 * another state. A limit that is at its default asks for nothing.
 */
function assertSameResults(directory: string, found: NodeIdentity, wanted: SessionLimits): void {
  for (const name of ['sessionRecordsMax', 'sessionWindow', 'sessionRetriesMs'] as const) {
    if (found[name] === wanted[name] || wanted[name] === DEFAULT_LIMITS[name]) continue;
    const what = `${directory} was made with ${name} ${found[name]}, not ${wanted[name]}, and what it holds depends on that`;
    throw new QuorateError('ERR_CONFIG', `${what}; leave the limit out, or choose another directory`);
  }
}

function aloneIdentity({ clusterName, nodeId: asked, groups, volumes, limits }: Wanted): NodeIdentity {
  const nodeId = asked === 0 ? 1 : asked;
  return {
    format: IDENTITY_FORMAT,
    clusterName,
    clusterId: `${clusterName}-${randomBytes(8).toString('hex')}`,
    nodeId,
    nodes: [{ node: nodeId, ...UNREACHED }],
    replicas: 1,
    volumes,
    dataGroups: dataGroupsOf(groups),
    ...pickLimits(limits),
  };
}

/** Throws unless the directory was made with this identity, and names everything that differs. */
export function assertSameIdentity(directory: string, found: NodeIdentity, wanted: NodeIdentity): void {
  const [is, be] = [termsOf(found), termsOf(wanted)];
  const different = Object.keys(be).filter((term) => is[term] !== be[term]);
  if (different.length === 0 && found.clusterId === wanted.clusterId) return;
  const what = different.map((term) => `${term} ${is[term]}, not ${be[term]}`).join('; with ');
  const why = different.length === 0 ? `cluster id ${found.clusterId}, not ${wanted.clusterId}` : what;
  throw new QuorateError(codeOf(found, wanted), `${directory} was made with ${why}; ${SAME_OR_ELSEWHERE}`);
}

const SAME_OR_ELSEWHERE = 'give the same arguments, or choose another directory';

function codeOf(found: NodeIdentity, wanted: NodeIdentity): ErrorCode {
  if (found.nodeId !== wanted.nodeId) return 'ERR_WRONG_NODE';
  return found.clusterId === wanted.clusterId ? 'ERR_CONFIG' : 'ERR_WRONG_CLUSTER';
}

/** The arguments that an identity was made from, by their names. */
function termsOf(identity: NodeIdentity): Readonly<Record<string, string | number>> {
  const { clusterName, nodeId, nodes, dataGroups, replicas, volumes } = identity;
  return {
    ...{ name: clusterName, node: nodeId, peers: nodes.map(formatPeer).join(',') },
    ...{ groups: dataGroups.length, replicas, volumes, ...pickLimits(identity) },
  };
}

/** Makes it what the identity says. What is in it must be nothing, or left by a making that was interrupted. */
export function makeDirectory(directory: string, storage: NodeStorage, identity: NodeIdentity): NodeIdentity {
  try {
    makeIn(directory, storage, identity);
    return identity;
  } catch (thrown) {
    throw storageError(thrown, directory);
  }
}

function makeIn(directory: string, storage: NodeStorage, identity: NodeIdentity): void {
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
  const maker = identity.nodes.some(({ port }) => port !== UNREACHED.port) ? ` ${BY_INIT}` : '';
  writeFileSync(mark, `This directory is being made${maker}. Nothing in it has been used yet.\n`);
  syncPath(mark);
  syncPath(directory);
  makeStores(storage, identity);
  writeIdentity(directory, identity);
  rmSync(mark);
  syncPath(directory);
}
