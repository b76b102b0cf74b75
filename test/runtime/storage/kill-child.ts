/** Appends and flushes in the directory it is given without end, and names each index once its commit has returned. */
import { writeSync } from 'node:fs';
import { NodeFiles } from '../../../src/runtime/storage/storage.js';
import { entries, expecting, flush, item, rowOf, STATE_FILE, write } from '../../store-suite/samples.js';

const storage = new NodeFiles(process.argv[2] ?? '');
const log = storage.openLog(0, expecting(String(process.pid)));
const state = storage.openState(STATE_FILE);
for (;;) {
  const { last } = rowOf(log, 1);
  write(log, 1, entries(last.index + 1, 1 + (last.index % 5)));
  writeSync(1, `log ${rowOf(log, 1).last.index}\n`);
  const index = state.meta.flushedIndex + 1;
  flush(state, { rows: [item(`key ${index}`, { revision: index })] });
  writeSync(1, `state ${index}\n`);
  if (last.index % 7 === 0) log.checkpoint('passive');
}
