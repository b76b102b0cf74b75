/** The log of a development node is bounded, and ends with the last thing that was said. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { BoundedLog } from '../../../src/cli/dev/bounded-log.js';

const MIB = 1024 * 1024;

test('a log starts over when it is full, and keeps the one before', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-log-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'node-1.log');
  const log = new BoundedLog(file);
  const line = `${'x'.repeat(MIB - 1)}\n`;
  for (let n = 0; n < 20; n += 1) log.write(line);
  log.write('the last word\n\n');
  t.deepEqual(readdirSync(folder).sort(), ['node-1.log', 'node-1.log.old']);
  for (const name of readdirSync(folder)) t.true(statSync(join(folder, name)).size <= 5 * MIB);
  t.is(log.lastLine, 'the last word');
  const again = new BoundedLog(file);
  for (let n = 0; n < 6; n += 1) again.write(line);
  t.true(statSync(file).size <= 5 * MIB, 'what an earlier run has left counts too');
});

test('a log that cannot be written is no reason to fail', (t) => {
  const log = new BoundedLog('/no/such/folder/node-1.log');
  t.notThrows(() => log.write('something\n'));
  t.is(log.lastLine, 'something');
});
