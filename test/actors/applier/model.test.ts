/** Random entries, flushes, crashes and readers against the model, and against a replica with other flushes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { formatHash } from '../../../src/runtime/base/hash.js';
import type { Entry } from '../../../src/runtime/base/log-store.js';
import { command } from '../../../src/runtime/base/proto.js';
import { createRandom, type Random } from '../../../src/runtime/base/random.js';
import type { StateMeta } from '../../../src/runtime/base/state-store.js';
import { NodeFiles } from '../../../src/runtime/storage/storage.js';
import {
  type Command,
  commandOf,
  del,
  entryOf,
  increment,
  type Naming,
  type Operation,
  put,
  text,
  textOf,
} from './entries.js';
import { type HarnessOptions, OpenApplier, STATE_FILE } from './harness.js';
import { Model, type ModelResult } from './model.js';

const SEEDS = 40;
/** Every flush of these waits for the disk. */
const FILE_SEEDS = 5;
const ENTRIES = 120;
const { ItemKind } = command;

function randomOperation(random: Random, partition: string, model: Model): Operation {
  const key = `{${partition}}${random.below(8)}`;
  const revision = model.get(key)?.revision ?? 0;
  const precondition = random.below(2) === 0 ? 0 : (random.below(4) as command.Precondition);
  const expectedRevision = random.below(2) === 0 ? revision : random.below(5);
  const when = { precondition, expectedRevision };
  switch (random.below(5)) {
    case 0:
      return del(key, when);
    case 1:
      return increment(key, random.below(100) - 50, when);
    case 2:
      return put(key, String(random.below(2 ** 31)), { ...when, kind: ItemKind.INTEGER });
    case 3:
      return put(key, 'brief', { ...when, timeToLiveMs: 1 + random.below(3_000) });
    default:
      return put(key, 'v'.repeat(random.below(300)), { ...when, kind: ItemKind.JSON });
  }
}

/** Sessions start now and then; sequences are repeated, skipped and resolved. */
function randomNaming(random: Random, clockMs: number): Naming {
  if (random.below(3) === 0) return {};
  const stampMs = Math.floor(clockMs / 1_000_000) * 1_000_000;
  const lowestUnresolved = Math.floor((clockMs % 1_000_000) / 50_000);
  const sequence = lowestUnresolved + random.below(random.below(20) === 0 ? 5_000 : 6);
  return { session: [stampMs, random.below(2)], sequence: Math.max(1, sequence), lowestUnresolved };
}

function randomCommands(random: Random, model: Model, clockMs: number): Command[] {
  if (random.below(8) === 0) return [];
  return Array.from({ length: 1 + random.below(4) }, () => {
    const partition = String(random.below(6));
    const operations = Array.from({ length: random.below(3) === 0 ? 1 + random.below(4) : 1 }, () =>
      randomOperation(random, partition, model),
    );
    return commandOf(operations, randomNaming(random, clockMs));
  });
}

function disturb(random: Random, applier: OpenApplier, log: readonly Entry[]): void {
  switch (random.below(12)) {
    case 0:
      applier.flush();
      return;
    case 1:
      applier.restart(log);
      return;
    case 2:
      applier.nowMs += applier.limits.memoryTableAgeMs;
      applier.turn([]);
      return;
    case 3:
      applier.disk.fullCalls = random.below(3);
      return;
    default:
      applier.advance(random.below(300));
  }
}

const plain = (result: {
  errorCode: string;
  replayed: boolean;
  operations: { revision: number; integer: number; existed: boolean }[];
}): ModelResult => ({
  code: result.errorCode,
  replayed: result.replayed,
  operations: result.operations.map(({ revision, integer, existed }) => [revision, integer, existed] as const),
});

/** Equal maps need not have been filled in the same order. */
const inOrder = <K, V>(map: ReadonlyMap<K, V>): [K, V][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

interface Run {
  readonly log: readonly Entry[];
  readonly model: Model;
  readonly applier: OpenApplier;
}

function run(
  seed: number,
  check: (applier: OpenApplier, model: Model, random: Random) => void,
  options: HarnessOptions = {},
): Run {
  const random = createRandom(seed);
  const model = new Model();
  const applier = new OpenApplier({ limits: { memoryTableBytes: 8_000 }, ...options });
  const log: Entry[] = [];
  let clockMs = model.clockMs;
  for (let step = 0; step < ENTRIES; step += 1) {
    clockMs += random.below(30) === 0 ? 1_500_000 : random.below(2_000);
    const commands = randomCommands(random, model, clockMs);
    const expected = model.apply(commands, clockMs);
    const results = applier.commit(commands, clockMs);
    log.push(entryOf(applier.index, commands, clockMs));
    if (JSON.stringify(results.map(plain)) !== JSON.stringify(expected)) {
      throw new Error(
        `seed ${seed}, entry ${applier.index}: ${JSON.stringify(results)} is not ${JSON.stringify(expected)}`,
      );
    }
    disturb(random, applier, log);
    if (step % 5 === 0) check(applier, model, random);
  }
  applier.disk.fullCalls = 0;
  applier.advance(10_000);
  applier.flush();
  return { log, model, applier };
}

test('results, items and scans are those of the model, through flushes, full disks and crashes', (t) => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { model, applier } = run(seed, (opened, expected, random) => {
      const key = `{${random.below(6)}}${random.below(8)}`;
      const item = expected.get(key);
      t.deepEqual(opened.get(key), item && { value: item.value, revision: item.revision }, `seed ${seed}, ${key}`);
      t.deepEqual(opened.keys(), expected.keys(), `seed ${seed}`);
    });
    const stored = [...applier.disk.rows.values()].map((row) => ({
      slot: row.vshard,
      key: String(row.key),
      kind: row.kind,
      value: textOf(row.value),
      revision: row.revision,
      expiresAtMs: row.expiresAtMs,
    }));
    const expected = [...model.items.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    t.deepEqual(
      stored.sort((a, b) => (a.key < b.key ? -1 : 1)),
      expected,
      `seed ${seed}`,
    );
    t.is(applier.disk.meta.logClockMs, model.clockMs, `seed ${seed}`);
    t.deepEqual(inOrder(applier.disk.revisions), inOrder(model.revisions), `seed ${seed}`);
  }
});

test('the same entries give the same state whenever a replica flushes, and whatever it lost on the way', (t) => {
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { log, applier } = run(seed, () => undefined);
    const other = new OpenApplier();
    const random = createRandom(seed + 1_000);
    for (let at = 0; at < log.length; ) {
      const entries = log.slice(at, at + 1 + random.below(40));
      other.apply(entries);
      at += entries.length;
      if (random.below(3) === 0) other.flush();
    }
    other.flush();
    t.is(formatHash(other.disk.meta.stateHash), formatHash(applier.disk.meta.stateHash), `seed ${seed}`);
    t.deepEqual(inOrder(other.disk.sessions), inOrder(applier.disk.sessions), `seed ${seed}`);
    t.is(other.counts.get('session_records'), applier.counts.get('session_records'));
  }
});

test('on a file as well: what is answered, and the hash of what is stored', (t) => {
  for (let seed = 1; seed <= FILE_SEEDS; seed += 1) {
    const directory = mkdtempSync(join(tmpdir(), 'applier-'));
    t.teardown(() => rmSync(directory, { recursive: true }));
    const storage = new NodeFiles(directory);
    const storageOf = (meta: StateMeta) => {
      storage.createState(STATE_FILE, meta, []);
      return storage;
    };
    const check = (opened: OpenApplier, expected: Model): void => {
      t.deepEqual(opened.keys(), expected.keys(), `seed ${seed}`);
    };
    const { applier, model } = run(seed, check, { storageOf });
    applier.restart();
    for (const key of model.keys()) t.is(applier.get(key)?.value, model.get(key)?.value);
    applier.stop();
    const store = storage.openState(STATE_FILE);
    const inMemory = run(seed, () => undefined).applier.disk.meta;
    t.is(formatHash(store.meta.stateHash), formatHash(inMemory.stateHash), `seed ${seed}`);
    store.close();
  }
});

test('a page of a scan is a moment of the state', (t) => {
  const applier = new OpenApplier();
  applier.commit([commandOf([put('{a}1', 'x'), put('{a}2', 'x')])]);
  applier.commit([commandOf([del('{a}1'), put('{a}3', 'x')])]);
  t.deepEqual(applier.keys({ from: text('{a}') }), ['{a}2', '{a}3']);
});
