/** Corruption: whatever is changed behind a store's back is found, named, and ends the store. */
import { Buffer } from 'node:buffer';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import Database from 'better-sqlite3';
import type { QuorateError } from '../../../src/runtime/base/errors.js';
import type { LogStore } from '../../../src/runtime/base/log-store.js';
import type { StateStore } from '../../../src/runtime/base/state-store.js';
import { NodeFiles } from '../../../src/runtime/storage/storage.js';
import { temporaryDirectory } from '../../store-suite/places.js';
import {
  entries,
  expecting,
  flush,
  item,
  newLog,
  newState,
  nextAppend,
  readAll,
  STATE_FILE,
  scanAll,
  session,
  USERS,
  write,
} from '../../store-suite/samples.js';

/** Runs on a second connection, as damage would: the store knows nothing of it. */
function tamper(directory: string, file: string, sql: string, ...parameters: unknown[]): void {
  const database = new Database(join(directory, file), { fileMustExist: true });
  const { changes } = database.prepare(sql).run(...parameters);
  database.close();
  if (changes === 0) throw new Error(`changed nothing: ${sql}`);
}

/** A copy of the column with one bit of one byte flipped. */
function flipByte(directory: string, file: string, table: string, column: string, where: string, at: number): void {
  const database = new Database(join(directory, file), { fileMustExist: true });
  const bytes = database.prepare<[], Buffer>(`SELECT ${column} FROM ${table} WHERE ${where}`).pluck().get() as Buffer;
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 0x10;
  database.prepare(`UPDATE ${table} SET ${column} = ? WHERE ${where}`).run(bytes);
  database.close();
}

/** Two groups with rows 2-4, 5-7 and 8-10. */
function volume(t: ExecutionContext): {
  readonly directory: string;
  readonly storage: NodeFiles;
  readonly log: LogStore;
} {
  const directory = temporaryDirectory(t);
  const storage = new NodeFiles(directory);
  const log = newLog(storage, 2);
  for (const group of [1, 2]) {
    for (const first of [2, 5, 8]) write(log, group, entries(first, 3, { data: Buffer.alloc(50, first) }));
  }
  return { directory, storage, log };
}

const VOLUME = 'volume-0.db';

function refusesEverything(t: ExecutionContext, log: LogStore): void {
  for (const call of [
    () => log.read(2, 2, 2, 1),
    () => log.spans(2),
    () => log.begin(),
    () => log.rollback(),
    () => log.walBytes(),
    () => log.checkpoint('passive'),
  ]) {
    t.throws(call, { code: 'ERR_CORRUPT' });
  }
  t.notThrows(() => log.close());
  t.notThrows(() => log.close());
}

for (const [what, at] of [
  ['checksum', 0],
  ['term', 4],
  ['length', 12],
  ['kind', 16],
  ['payload', 17],
  ['last byte', -1],
] as const) {
  test(`a flipped bit in the ${what} of an entry is found by the read that meets it`, (t) => {
    const { directory, log } = volume(t);
    flipByte(directory, VOLUME, 'log', 'entries', 'group_id = 1 AND first_index = 5', at);
    t.is(log.read(1, 2, 4, 1_000).length, 3);
    t.is(log.read(2, 2, 10, 1_000_000).length, 9, 'the neighbour is sound');
    const error: QuorateError = t.throws(() => readAll(log, 1), { code: 'ERR_CORRUPT' });
    t.is(error.details.group, 1);
    const index = Number(error.details.index);
    t.true(index >= 5 && index <= 7);
    refusesEverything(t, log);
  });
}

test('a changed header is found at opening, and closes the volume', (t) => {
  const { directory, storage, log } = volume(t);
  log.close();
  tamper(directory, VOLUME, 'UPDATE header SET commit_sequence = commit_sequence + 1');
  const error = t.throws(() => storage.openLog(0, expecting()), { code: 'ERR_CORRUPT' });
  t.true(error.message.includes('header'), error.message);
});

/** Opens the volume again: all that is asked of the damaged log throws the same, and its neighbour goes on. */
function reopenDamaged(t: ExecutionContext, storage: NodeFiles, damaged: number, sound: number): QuorateError {
  const log = storage.openLog(0, expecting());
  const error: QuorateError = t.throws(() => log.spans(damaged), { code: 'ERR_CORRUPT' });
  t.is(
    t.throws(() => log.read(damaged, 5, 5, 1)),
    error,
  );
  write(log, sound, entries(11, 1));
  t.is(log.read(sound, 2, 11, 1_000_000).length, 10);
  log.close();
  return error;
}

for (const [what, change] of [
  ['the first row', 'DELETE FROM log WHERE group_id = 2 AND first_index = 2'],
  ['the last row', 'DELETE FROM log WHERE group_id = 2 AND first_index = 8'],
  ["a row's last index", 'UPDATE log SET last_index = 11 WHERE group_id = 2 AND first_index = 8'],
  ['all rows', 'DELETE FROM log WHERE group_id = 2'],
] as const) {
  test(`a change to ${what} is found at opening, and is that log's affair`, (t) => {
    const { directory, storage, log } = volume(t);
    log.close();
    tamper(directory, VOLUME, change);
    t.is(reopenDamaged(t, storage, 2, 1).details.group, 2);
  });
}

for (const column of [
  'replica',
  'term',
  'vote',
  'commit_index',
  'last_index',
  'last_term',
  'last_chain',
  'purge_index',
  'purge_term',
  'purge_chain',
  'sequence',
  'flags',
  'crc',
]) {
  test(`a flipped bit in the ${column} of a group's record is found at opening, and is that group's affair`, (t) => {
    for (const bit of [1, 2 ** 31, 2 ** 40]) {
      const { directory, storage, log } = volume(t);
      log.close();
      const flipped = `(${column} | ${bit}) - (${column} & ${bit})`;
      tamper(directory, VOLUME, `UPDATE groups SET ${column} = ${flipped} WHERE group_id = 2`);
      t.is(reopenDamaged(t, storage, 2, 1).details.group, 2);
    }
  });
}

for (const [what, change] of [
  ['names another state file', `state_file = 'state-1-10-1.db'`],
  ['has a text that is no UTF-8', `state_file = CAST(x'ff' || state_file AS TEXT)`],
  ['has another group id', 'group_id = 6'],
]) {
  test(`a group's record that ${what} is found at opening, and is that group's affair`, (t) => {
    const { directory, storage, log } = volume(t);
    log.close();
    tamper(directory, VOLUME, `UPDATE groups SET ${change} WHERE group_id = 2`);
    const reopened = storage.openLog(0, expecting());
    const isMoved = what === 'has another group id';
    if (isMoved) t.is(reopened.group(2), undefined, 'not there, which the log writer calls corrupt');
    const damaged = isMoved ? 6 : 2;
    t.throws(() => reopened.group(damaged), { code: 'ERR_CORRUPT' });
    t.deepEqual(
      reopened.groups().map(({ group }) => group),
      [1],
    );
    reopened.close();
    t.is(reopenDamaged(t, storage, damaged, 1).details.group, damaged);
  });
}

test("flipped bits in the file, where a group's record lies, stop that group alone", (t) => {
  const { directory, storage, log } = volume(t);
  log.checkpoint('truncate');
  log.close();
  const file = join(directory, VOLUME);
  const sound = readFileSync(file);
  // The record's text is unique in the file; its length, id, header and columns lie before it, its last two columns behind.
  const text = sound.indexOf('state-2-20-1.db');
  for (let at = text - 27; at < text + 20; at += 1) {
    const damaged = Buffer.from(sound);
    damaged[at] = (damaged[at] ?? 0) ^ 0x04;
    writeFileSync(file, damaged);
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
    const reopened = storage.openLog(0, expecting());
    t.is(readAll(reopened, 1).length, 9, `byte ${at - text}: the neighbour is sound`);
    if (at === text - 26) t.is(reopened.group(2), undefined, 'its id is another');
    else t.throws(() => reopened.group(2), { code: 'ERR_CORRUPT' }, `byte ${at - text}`);
    reopened.close();
  }
});

test('a record that vanishes under a running volume fails its group, before its hard state is lost', (t) => {
  const { directory, log } = volume(t);
  tamper(directory, VOLUME, 'DELETE FROM groups WHERE group_id = 2');
  const error: QuorateError = t.throws(() => write(log, 2, entries(11, 1)), { code: 'ERR_CORRUPT' });
  t.is(error.details.group, 2);
  log.close();
});

for (const first of [2, 8]) {
  test(`a flipped bit in the row at ${first}, an end of the log, is found at opening, and is that log's affair`, (t) => {
    const { directory, storage, log } = volume(t);
    log.close();
    flipByte(directory, VOLUME, 'log', 'entries', `group_id = 1 AND first_index = ${first}`, 20);
    t.deepEqual(reopenDamaged(t, storage, 1, 2).details, { group: 1, index: first });
  });
}

test('a missing row in the middle is found by spans and by reads', (t) => {
  for (const find of [(log: LogStore) => log.spans(1), (log: LogStore) => readAll(log, 1)]) {
    const { directory, log } = volume(t);
    tamper(directory, VOLUME, 'DELETE FROM log WHERE group_id = 1 AND first_index = 5');
    t.throws(() => find(log), { code: 'ERR_CORRUPT' });
    log.close();
  }
});

test("another group's row in this group's place is found", (t) => {
  const { directory, log } = volume(t);
  tamper(
    directory,
    VOLUME,
    `UPDATE log SET (last_chain, summary, crc, entries) =
     (SELECT last_chain, summary, crc, entries FROM log WHERE group_id = 2 AND first_index = 5)
     WHERE group_id = 1 AND first_index = 5`,
  );
  t.throws(() => log.read(1, 5, 7, 1_000), { code: 'ERR_CORRUPT' });
  log.close();
});

test('an append that would cut a damaged row is refused, and nothing is written', (t) => {
  const { directory, storage, log } = volume(t);
  flipByte(directory, VOLUME, 'log', 'entries', 'group_id = 1 AND first_index = 5', 20);
  log.begin();
  t.throws(() => log.append(1, nextAppend(log, 1, { entries: entries(6, 1) })), { code: 'ERR_CORRUPT' });
  log.close();
  const reopened = storage.openLog(0, expecting());
  t.is(reopened.group(1)?.last.index, 10);
  reopened.close();
});

function state(t: ExecutionContext): {
  readonly directory: string;
  readonly storage: NodeFiles;
  readonly open: StateStore;
} {
  const directory = temporaryDirectory(t);
  const storage = new NodeFiles(directory);
  const open = newState(storage);
  flush(open, { rows: [item('a'), item('b', { expiresAtMs: 9 })], sessions: [session(1), session(2)] });
  return { directory, storage, open };
}

for (const change of ['revision = 2', 'expires_at_ms = 8', 'kind = 1', 'hash_low = hash_low + 1', "value = x'00'"]) {
  test(`an item with a changed ${change.split(' ')[0]} is never handed out`, (t) => {
    const { directory, open } = state(t);
    tamper(directory, STATE_FILE, `UPDATE items SET ${change} WHERE key = CAST('b' AS BLOB)`);
    t.is(open.get(3, USERS, item('a').key)?.revision, 1);
    t.throws(() => open.get(3, USERS, item('b').key), { code: 'ERR_CORRUPT' });
    t.throws(() => scanAll(open), { code: 'ERR_CORRUPT' });
    t.throws(() => open.beginFlush(), { code: 'ERR_CORRUPT' });
    t.notThrows(() => open.close());
  });
}

test('flipped bits in the file, where an item lies, never make it another item', (t) => {
  const { directory, storage, open } = state(t);
  const items = scanAll(open);
  open.checkpoint('truncate');
  open.close();
  const file = join(directory, STATE_FILE);
  const sound = readFileSync(file);
  const value = sound.indexOf('value of 1 bytes');
  for (let at = value - 30; at < value + 16; at += 1) {
    const damaged = Buffer.from(sound);
    damaged[at] = (damaged[at] ?? 0) ^ 0x04;
    writeFileSync(file, damaged);
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
    const reopened = storage.openState(STATE_FILE);
    try {
      // One whose key has changed is not found under its old name: the hash of the whole state tells.
      for (const line of scanAll(reopened)) t.true(items.includes(line), `byte ${at - value}`);
    } catch (thrown) {
      t.is((thrown as QuorateError).code, 'ERR_CORRUPT', `byte ${at - value}`);
    }
    reopened.close();
  }
});

test('a changed session record or slot is found when it is read', (t) => {
  for (const [change, read] of [
    ['UPDATE sessions SET recorded_at_ms = 1 WHERE sequence = 2', (open: StateStore) => [...open.sessions()]],
    ["UPDATE sessions SET result = x'00ff' WHERE sequence = 2", (open: StateStore) => [...open.sessions()]],
    ['UPDATE vshards SET revision = 8 WHERE vshard = 3', (open: StateStore) => open.vshards()],
  ] as const) {
    const { directory, open } = state(t);
    tamper(directory, STATE_FILE, change);
    t.throws(() => read(open), { code: 'ERR_CORRUPT' });
    open.close();
  }
});

test('a changed meta record is found at opening', (t) => {
  for (const change of ['flushed_index = 3', "owned_vshards = x'0000'", 'opening = 9', 'log_clock_ms = 6']) {
    const { directory, storage, open } = state(t);
    open.close();
    tamper(directory, STATE_FILE, `UPDATE meta SET ${change}`);
    t.throws(() => storage.openState(STATE_FILE), { code: 'ERR_CORRUPT' });
  }
});
