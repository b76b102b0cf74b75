/** Making a data directory, finding out whose one is, and refusing what is neither. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/runtime/base/limits.js';
import type { NodeStorage } from '../../../src/runtime/base/node-storage.js';
import { METADATA_VSHARD, VSHARD_COUNT } from '../../../src/runtime/base/vshard.js';
import { identityOf } from '../../../src/runtime/node/cluster-plan.js';
import { ensureDirectory, makeDirectory, openDirectory } from '../../../src/runtime/node/data-directory.js';
import {
  groupsOf,
  localReplicas,
  readIdentity,
  slotsOf,
  volumeOf,
  writeIdentity,
} from '../../../src/runtime/node/identity.js';
import { NodeFiles, stateFileName } from '../../../src/runtime/storage/storage.js';

const WANTED = { clusterName: 'quorate', nodeId: 1, groups: 3, volumes: 2, limits: DEFAULT_LIMITS };

function place(t: ExecutionContext): string {
  const directory = mkdtempSync(join(tmpdir(), 'quorate-test-'));
  t.teardown(() => rmSync(directory, { recursive: true }));
  return directory;
}

/** The storage of a process that is killed at the `callsMax + 1`-th store that it makes. */
function killedAfter(storage: NodeStorage, callsMax: number): NodeStorage {
  let calls = 0;
  const count = (): void => {
    calls += 1;
    if (calls > callsMax) throw new Error('killed');
  };
  return {
    createLog: (volume, replicas) => {
      count();
      storage.createLog(volume, replicas);
    },
    createState: (stateFile, meta, vshards) => {
      count();
      storage.createState(stateFile, meta, vshards);
    },
    openLog: (volume, expectation) => storage.openLog(volume, expectation),
    openState: (stateFile) => storage.openState(stateFile),
    hasLog: (volume) => storage.hasLog(volume),
  };
}

/** Opens everything in the directory and looks at it. */
function inspect(t: ExecutionContext, directory: string): void {
  const storage = new NodeFiles(directory);
  const identity = openDirectory(directory, storage, WANTED);
  const { clusterId, nodeId, volumes } = identity;
  t.deepEqual(groupsOf(identity), [1, 2, 3, 4]);
  for (let volume = 0; volume < volumes; volume += 1) {
    const log = storage.openLog(volume, { clusterId, nodeId, bootNonce: 'ab'.repeat(16) });
    t.deepEqual(
      log.groups().map(({ group }) => group),
      groupsOf(identity).filter((group) => volumeOf(group, volumes) === volume),
    );
    for (const { last, purge } of log.groups()) t.deepEqual([last.index, last.term, purge.index], [1, 1, 1]);
    log.close();
  }
  const owned: number[] = [];
  for (const group of groupsOf(identity)) {
    const state = storage.openState(stateFileName(group, 1));
    t.is(state.meta.flushedIndex, 1);
    t.deepEqual(state.meta.membership.voters, [1]);
    owned.push(...state.meta.ownedVshards);
    state.close();
  }
  const all = [...Array.from({ length: VSHARD_COUNT }, (_, slot) => slot), METADATA_VSHARD];
  t.deepEqual(
    owned.sort((a, b) => a - b),
    all,
  );
}

test('an empty directory becomes a node, whose groups own every slot once', (t) => {
  const directory = place(t);
  const made = openDirectory(directory, new NodeFiles(directory), WANTED);
  t.regex(made.clusterId, /^quorate-[0-9a-f]{16}$/);
  t.deepEqual(readIdentity(directory), made);
  t.deepEqual(openDirectory(directory, new NodeFiles(directory), WANTED), made);
  inspect(t, directory);
});

test('a making that was interrupted anywhere is started over', (t) => {
  for (let calls = 0; calls <= 6; calls += 1) {
    const directory = place(t);
    const storage = new NodeFiles(directory);
    const make = () => openDirectory(directory, killedAfter(storage, calls), WANTED);
    if (calls < 6) t.throws(make, { message: 'killed' });
    else make();
    t.is(readIdentity(directory) === undefined, calls < 6);
    inspect(t, directory);
    t.false(readdirSync(directory).includes('CREATING'));
  }
});

test('an init that was interrupted is made again by init, and never becomes a cluster of one', (t) => {
  const nodes = [1, 2, 3].map((node) => ({ node, host: '127.0.0.1', port: 7400 + node }));
  const identity = identityOf({ ...WANTED, nodes });
  for (let calls = 0; calls < 6; calls += 1) {
    const directory = place(t);
    const storage = new NodeFiles(directory);
    t.throws(() => makeDirectory(directory, killedAfter(storage, calls), identity), { message: 'killed' });
    t.throws(() => openDirectory(directory, storage, WANTED), { code: 'ERR_CONFIG', message: /init .* interrupted/ });
    makeDirectory(directory, storage, identity);
    t.deepEqual(openDirectory(directory, storage, WANTED), identity);
  }
});

test('the initial state of a group is the same on every replica, but for the replica itself', (t) => {
  const nodes = [1, 2, 3].map((node) => ({ node, host: '127.0.0.1', port: 7400 + node }));
  const metas = nodes.map(({ node: nodeId }) => {
    const directory = place(t);
    const storage = new NodeFiles(directory);
    const identity = makeDirectory(directory, storage, identityOf({ ...WANTED, nodeId, nodes }));
    return localReplicas(identity).map(({ group, replica }) => {
      const state = storage.openState(stateFileName(group, replica));
      const { replica: own, volumeInstanceId, ...meta } = state.meta;
      state.close();
      t.is(own, replica);
      t.regex(volumeInstanceId, /^[0-9a-f]{32}$/);
      return meta;
    });
  });
  t.deepEqual(metas[1], metas[0]);
  t.deepEqual(metas[2], metas[0]);
  t.deepEqual(metas[0]?.[0]?.membership.voters, [1, 2, 3]);
});

test('a making that ended within a file, for want of space or life, is started over', (t) => {
  const directory = place(t);
  const storage = new NodeFiles(directory);
  t.throws(() => openDirectory(directory, killedAfter(storage, 2), WANTED), { message: 'killed' });
  for (const suffix of ['', '-wal', '-shm']) writeFileSync(join(directory, `state-3-1-1.db.new${suffix}`), 'half');
  inspect(t, directory);
  t.deepEqual(
    readdirSync(directory).filter((name) => name.includes('.new')),
    [],
  );
});

test('a second making of the same name is another cluster', (t) => {
  const [first, second] = [place(t), place(t)].map((at) => openDirectory(at, new NodeFiles(at), WANTED));
  t.not(first?.clusterId, second?.clusterId);
});

test('a directory with other files is left alone', (t) => {
  const directory = place(t);
  writeFileSync(join(directory, 'thesis.txt'), 'precious');
  const error = t.throws(() => openDirectory(directory, new NodeFiles(directory), WANTED), {
    instanceOf: QuorateError,
    code: 'ERR_DATA_DIR_UNUSABLE',
  });
  t.regex(error?.message ?? '', /thesis\.txt/);
  t.deepEqual(readdirSync(directory), ['thesis.txt']);
});

test('stores without an identity are never made anew', (t) => {
  const directory = place(t);
  openDirectory(directory, new NodeFiles(directory), WANTED);
  rmSync(join(directory, 'node.json'));
  const before = readdirSync(directory);
  t.throws(() => openDirectory(directory, new NodeFiles(directory), WANTED), { code: 'ERR_CORRUPT' });
  t.deepEqual(readdirSync(directory), before);
});

test('a directory of another cluster or node, damaged, newer or incomplete is refused', (t) => {
  const directory = place(t);
  const storage = new NodeFiles(directory);
  const identity = openDirectory(directory, storage, { ...WANTED, clusterName: 'prod' });
  const open = (wanted: Partial<typeof WANTED>) => () => openDirectory(directory, storage, { ...WANTED, ...wanted });
  t.deepEqual(open({})(), identity);
  t.deepEqual(open({ clusterName: 'prod' })(), identity);
  t.throws(open({ clusterName: 'test' }), { code: 'ERR_WRONG_CLUSTER' });
  t.throws(open({ nodeId: 2 }), { code: 'ERR_WRONG_NODE' });
  const file = join(directory, 'node.json');
  const content = readFileSync(file, 'utf8');
  writeFileSync(file, content.replace('"nodeId": 1', '"nodeId": 2'));
  t.throws(open({}), { code: 'ERR_CORRUPT' });
  writeFileSync(file, content.slice(0, 40));
  t.throws(open({}), { code: 'ERR_CORRUPT' });
  writeIdentity(directory, { ...identity, format: 2 });
  t.throws(open({}), { code: 'ERR_FORMAT' });
  writeIdentity(directory, identity);
  rmSync(join(directory, 'volume-1.db'));
  t.throws(open({}), { code: 'ERR_CORRUPT' });
});

test('limits that decide results stay what they were when the directory was made; others may change', (t) => {
  const directory = place(t);
  const storage = new NodeFiles(directory);
  const made = { ...DEFAULT_LIMITS, sessionRecordsMax: 1_000, sessionWindow: 64, sessionRetriesMs: 5_000 };
  const open = (changes: Partial<Limits>) => () =>
    openDirectory(directory, storage, { ...WANTED, limits: { ...made, ...changes } });
  t.like(open({})(), { sessionRecordsMax: 1_000, sessionWindow: 64, sessionRetriesMs: 5_000 });
  t.throws(open({ sessionRecordsMax: 999 }), {
    code: 'ERR_CONFIG',
    message: /made with sessionRecordsMax 1000, not 999/,
  });
  t.throws(open({ sessionWindow: 65 }), { code: 'ERR_CONFIG', message: /made with sessionWindow 64, not 65/ });
  t.throws(open({ sessionRetriesMs: 4_999 }), {
    code: 'ERR_CONFIG',
    message: /made with sessionRetriesMs 5000, not 4999/,
  });
  t.notThrows(() => openDirectory(directory, storage, WANTED), 'defaults ask for nothing');
  t.notThrows(open({ proposalsMax: made.proposalsMax + 1, sessionNewRequestsMs: made.sessionNewRequestsMs + 1 }));
});

test('a path that is no directory is refused', (t) => {
  const directory = place(t);
  writeFileSync(join(directory, 'file'), '');
  t.throws(() => ensureDirectory(join(directory, 'file')), { code: 'ERR_DATA_DIR_UNUSABLE' });
  t.throws(() => ensureDirectory(join(directory, 'file', 'below')), { code: 'ERR_DATA_DIR_UNUSABLE' });
  ensureDirectory(join(directory, 'new', 'deep'));
  t.deepEqual(readdirSync(join(directory, 'new')), ['deep']);
});

test('every slot has an owner, and slots are ascending', (t) => {
  const slots = slotsOf({ dataGroups: [2, 3, 4] });
  t.is([...slots.values()].flat().length, VSHARD_COUNT);
  for (const of of slots.values())
    t.deepEqual(
      of,
      [...of].sort((a, b) => a - b),
    );
});
