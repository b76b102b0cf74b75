/** A log writer on real files, one of whose groups has lost its record: the group hears so, its neighbours go on. */
import { join } from 'node:path';
import test from 'ava';
import Database from 'better-sqlite3';
import { NodeFiles } from '../../../src/runtime/storage/storage.js';
import { temporaryDirectory } from '../../store-suite/places.js';
import { Bench } from './bench.js';

for (const [what, change] of [
  ['a record that does not match its checksum', 'UPDATE groups SET vote = 3 WHERE group_id = 2'],
  ['a record under another id', 'UPDATE groups SET group_id = 9 WHERE group_id = 2'],
  ['no record', 'DELETE FROM groups WHERE group_id = 2'],
] as const) {
  test(`a group with ${what} is refused its Open, whenever it asks; its neighbours write on`, (t) => {
    const directory = temporaryDirectory(t);
    const bench = new Bench(
      {},
      {
        storage: new NodeFiles(directory),
        beforeStart: () => {
          const database = new Database(join(directory, 'volume-0.db'));
          t.is(database.prepare(change).run().changes, 1);
          database.close();
        },
      },
    );
    for (let sequence = 1; sequence <= 3; sequence += 1) {
      t.like(bench.open(1), { errorCode: '' });
      t.like(bench.open(2), { group: 2, errorCode: 'ERR_CORRUPT', lastIndex: 0 });
      bench.open(1);
      bench.append(1, sequence);
      bench.append(2, sequence);
      t.deepEqual(bench.answers(), [[1, sequence, '']]);
      t.is(bench.read(2, 2, 2).errorCode, what.startsWith('a record that') ? 'ERR_CORRUPT' : 'ERR_NOT_FOUND');
    }
    t.is(bench.escalated, 0);
    bench.kernel.close();
  });
}
