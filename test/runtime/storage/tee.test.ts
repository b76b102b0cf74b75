/** The tee: it passes on what both stores say, and notices when they differ. */
import test, { type ExecutionContext } from 'ava';
import { SimulatedDisk } from '../../../src/runtime/sim/disk/disk.js';
import { NodeFiles } from '../../../src/runtime/storage/storage.js';
import { TeeStorage } from '../../../src/runtime/storage/tee.js';
import { temporaryDirectory } from '../../store-suite/places.js';
import {
  entries,
  expecting,
  flush,
  item,
  newLog,
  newState,
  readAll,
  STATE_FILE,
  scanAll,
  USERS,
  write,
} from '../../store-suite/samples.js';

function tee(t: ExecutionContext): {
  readonly disk: SimulatedDisk;
  readonly files: NodeFiles;
  readonly both: TeeStorage;
} {
  const disk = new SimulatedDisk();
  const files = new NodeFiles(temporaryDirectory(t));
  return { disk, files, both: new TeeStorage(files, disk) };
}

test('a value that only one store has is a difference', (t) => {
  const { disk, both } = tee(t);
  newLog(both).close();
  const behind = disk.openLog(0, expecting());
  write(behind, 1, entries(2, 1));
  behind.close();
  const log = both.openLog(0, expecting());
  t.throws(() => log.group(1), { code: 'ERR_INVARIANT', message: /^group: one store returns .* the other returns / });
  t.throws(() => log.header, { code: 'ERR_INVARIANT' });
  log.close();
});

test('an error that only one store throws is a difference, and so is another payload', (t) => {
  const { disk, both } = tee(t);
  const log = newLog(both);
  write(log, 1, entries(2, 2));
  disk.damageEntry(0, 1, 2);
  t.throws(() => readAll(log, 1), { code: 'ERR_INVARIANT', message: /the other throws ERR_CORRUPT/ });
  log.close();
});

test('an item that differs is a difference', (t) => {
  const { files, both } = tee(t);
  newState(both).close();
  const behind = files.openState(STATE_FILE);
  flush(behind, { rows: [item('a')] });
  behind.close();
  const state = both.openState(STATE_FILE);
  t.throws(() => scanAll(state), { code: 'ERR_INVARIANT' });
  t.throws(() => state.get(3, USERS, item('a').key), { code: 'ERR_INVARIANT' });
  state.close();
});

test('a store that only one side can open is not opened at all', (t) => {
  const { disk, both } = tee(t);
  newLog(disk).close();
  t.throws(() => both.hasLog(0), { code: 'ERR_INVARIANT' });
  t.throws(() => both.openLog(0, expecting()), {
    code: 'ERR_INVARIANT',
    message: /ERR_DATA_DIR_UNUSABLE, the other nothing/,
  });
  t.notThrows(() => disk.openLog(0, expecting()).close());
});

test('what both throw comes out as it is', (t) => {
  const { both } = tee(t);
  t.throws(() => both.openLog(0, expecting()), { code: 'ERR_DATA_DIR_UNUSABLE' });
});
