/** The counter example, run as its reader would. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { countThroughCrashes } from '../../examples/counter/run.js';

test('the counter comes back from its own file after every kind of crash, and counts nothing twice', async (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'quorate-test-'));
  t.teardown(() => rmSync(directory, { recursive: true }));
  const lines: string[] = [];
  const outcome = await countThroughCrashes(join(directory, 'counter.db'), (line) => lines.push(line), 1_000);
  t.is(outcome.total, outcome.expected);
  t.true(outcome.restarts >= 3, lines.join('\n'));
  t.true(lines.includes('  workerHung'));
});
