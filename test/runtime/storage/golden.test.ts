/**
 * Format 1 as it lies in the tables: whatever changes one of these digests has changed the format.
 *
 * Of rows, not of files: where SQLite puts them is its own affair.
 */
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import Database from 'better-sqlite3';
import { command, encodeMessage, raft } from '../../../src/runtime/base/proto.js';
import { NodeFiles } from '../../../src/runtime/storage/storage.js';
import { temporaryDirectory } from '../../store-suite/places.js';
import { entry, flush, item, newLog, newState, STATE_FILE, session, USERS, write } from '../../store-suite/samples.js';

/** SHA-256 over every row in order, its columns as JSON, bytes as hexadecimal digits. */
function digestOf(database: Database.Database, table: string, order: string): string {
  const hash = createHash('sha256');
  const rows = database.prepare<[], unknown[]>(`SELECT * FROM ${table} ORDER BY ${order}`).raw();
  for (const row of rows.all()) {
    hash.update(JSON.stringify(row.map((column) => (Buffer.isBuffer(column) ? column.toString('hex') : column))));
  }
  return hash.digest('hex').slice(0, 32);
}

function digestsOf(directory: string, file: string, tables: Readonly<Record<string, string>>): object {
  const database = new Database(join(directory, file), { readonly: true });
  const digests = Object.entries(tables).map(([table, order]) => [table, digestOf(database, table, order)]);
  database.close();
  return Object.fromEntries(digests);
}

function writeVolume(t: ExecutionContext): string {
  const directory = temporaryDirectory(t);
  const log = newLog(new NodeFiles(directory, { logRowBytesMax: 400 }), 2);
  write(log, 1, [entry(2, { data: new Uint8Array(0) }), entry(3), entry(4)], { vote: 10, commit: 3 });
  write(log, 2, [
    entry(2, { type: raft.EntryType.CONF_CHANGE_V2 }),
    entry(3, { data: Buffer.alloc(300, 3) }),
    entry(4),
  ]);
  write(log, 1, [entry(4, { term: 3, data: Buffer.from([0xff, 0]) }), entry(5, { term: 2 ** 40 })]);
  log.begin();
  log.purge(2, 2, 9);
  log.commit();
  log.close();
  return directory;
}

test('a volume: header, groups, and rows of the log', (t) => {
  t.deepEqual(
    digestsOf(writeVolume(t), 'volume-0.db', { header: 'id', groups: 'group_id', log: 'group_id, first_index' }),
    {
      header: '1da951c638e436ba7595c7fa63a1c6f2',
      groups: '81936cca2c196bb54133c1ea1d89798b',
      log: '180a4696257cc39b23152ef409c579ea',
    },
  );
});

function writeState(t: ExecutionContext): string {
  const directory = temporaryDirectory(t);
  const state = newState(new NodeFiles(directory));
  const outcome = { errorCode: '', errorMessage: '', operations: [{ revision: 10, integer: -3, existed: true }] };
  const floor = encodeMessage(command.SessionFloor, { lowestUnresolved: 2 ** 33 });
  flush(state, {
    rows: [
      item('a', { kind: command.ItemKind.JSON, value: Buffer.from('{"n":1}') }),
      item('b', { expiresAtMs: 1_700_000_000_000, revision: 2 ** 45 }),
      item('\u0000\u00ff', { kind: command.ItemKind.INTEGER, value: Buffer.from('-12'), vshard: 1024 }),
    ],
    vshards: [{ vshard: 3, revision: 12 }],
    sessions: [
      session(0, { vshard: 0, recordedAtMs: 0, result: floor }),
      session(2 ** 33, { result: encodeMessage(command.Result, { ...outcome, replayed: false, logClockMs: 0 }) }),
      session(0, { stampMs: 0, serial: 0, idempotencyHash: 'ab'.repeat(16), requestHash: 'cd'.repeat(16) }),
    ],
  });
  flush(
    state,
    { deletions: [{ vshard: 3, collection: USERS, key: item('a').key }] },
    { logClockMs: 1_700_000_000_001 },
  );
  state.close();
  return directory;
}

test('a state: meta, items, slots, and records of sessions', (t) => {
  const tables = {
    meta: 'id',
    items: 'vshard, collection, key',
    vshards: 'vshard',
    sessions: 'stamp_ms, serial, sequence',
  };
  t.deepEqual(digestsOf(writeState(t), STATE_FILE, tables), {
    meta: 'da4d82520baf9b030477efd5b8a868b2',
    items: 'd210a99497cb610c9f4ab84e643ea419',
    vshards: '6053bbd87131817b72e8efa51cd2bd7c',
    sessions: '0c16477b9cb834140328d6d565eb489c',
  });
});
