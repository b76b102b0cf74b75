/** The import example, with few records and no kills: those take minutes, and the soak runs have them. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import test from 'ava';

const run = promisify(execFile);
const program = join(import.meta.dirname, '..', '..', 'examples', 'import-packages', 'import-packages.js');

test('three nodes have every record of the import, each by itself', async (t) => {
  t.timeout(60_000);
  const { stdout, stderr } = await run(process.execPath, [program, '--records', '150', '--kills', '0']);
  t.is(stderr, '');
  const said = stdout.trim().split('\n');
  t.regex(said[0] ?? '', /^150 records from /);
  t.regex(said[1] ?? '', /^imported 150 records in /);
  t.is(said.filter((line) => /^150 records read from 127\.0\.0\.1:\d+ alone, all equal/.test(line)).length, 3, stdout);
});
