/**
 * The store suite's part for a full disk. Not for the tee: two stores are not full at the same moment.
 */
import { Buffer } from 'node:buffer';
import type { TestFn } from 'ava';
import type { PlaceFactory } from './places.js';
import {
  entries,
  expecting,
  flush,
  item,
  itemLines,
  newLog,
  newState,
  piece,
  readAll,
  rowOf,
  STATE_FILE,
  scanAll,
  write,
} from './samples.js';

export function testFullDisk(test: TestFn, name: string, place: PlaceFactory): void {
  test(`${name}: a full disk refuses a transaction as a whole, and the store lives on`, (t) => {
    const full = place(t);
    newLog(full.storage).close();
    full.limit(256 * 1024);
    const log = full.storage.openLog(0, expecting());
    const data = Buffer.alloc(8 * 1024);
    const fill = () => {
      for (;;) write(log, 1, entries(rowOf(log, 1).last.index + 1, 1, { data }), { commit: rowOf(log, 1).last.index });
    };
    t.throws(fill, { code: 'ERR_STORAGE_FULL' });
    const row = rowOf(log, 1);
    t.true(row.last.index > 4);
    t.is(readAll(log, 1).length, row.last.index - 1, 'reads go on');
    t.throws(fill, { code: 'ERR_STORAGE_FULL' });
    t.deepEqual(log.group(1), row);
    log.begin();
    log.purge(1, row.commit, 1_000);
    log.commit();
    write(log, 1, entries(row.last.index + 1, 1, { data }));
    t.is(rowOf(log, 1).last.index, row.last.index + 1, 'it recovers by itself');
    log.close();
  });

  test(`${name}: a full disk refuses a flush as a whole, and the store lives on`, (t) => {
    const full = place(t);
    newState(full.storage).close();
    full.limit(256 * 1024);
    const state = full.storage.openState(STATE_FILE);
    const row = (i: number) => item(`key ${i}`, { value: Buffer.alloc(8 * 1024) });
    flush(state, { rows: [row(0)] });
    const overfill = () => {
      state.beginFlush();
      for (let i = 1; i < 100; i += 1) state.writePiece(piece({ rows: [row(i)] }));
      state.commitFlush({ ...state.meta, flushedIndex: 100 });
    };
    t.throws(overfill, { code: 'ERR_STORAGE_FULL' });
    t.throws(overfill, { code: 'ERR_STORAGE_FULL' });
    t.is(state.meta.flushedIndex, 2);
    t.deepEqual(scanAll(state), itemLines([row(0)]));
    flush(state, { rows: [item('small')] });
    t.is(scanAll(state).length, 2, 'it recovers by itself');
    state.close();
  });
}
