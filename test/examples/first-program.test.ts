/** The README's first program: it runs as printed, twice over, and the README prints what runs. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import test from 'ava';
import { openNode } from '../../src/index.js';

const root = join(import.meta.dirname, '..', '..', '..');
const run = promisify(execFile);

test('the first program does what it says, also when it is run again', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'quorate-test-'));
  t.teardown(() => rmSync(dataDir, { recursive: true }));
  await using node = await openNode({ dataDir, port: 0, httpPort: 0, logLevel: 'silent' });
  const program = join(root, 'dist', 'examples', 'first-program.js');
  for (const round of [1, 2]) {
    const { stdout, stderr } = await run(process.execPath, [program, `127.0.0.1:${node.addresses.client.port}`]);
    t.is(stdout, 'visits 1\n{alice}/visits 1\n', `round ${round}`);
    t.is(stderr, '');
  }
});

test('the README prints the first program as it is', (t) => {
  const source = readFileSync(join(root, 'examples', 'first-program.ts'), 'utf8');
  const program = source.slice(source.indexOf('*/\n') + 3).replace("'../src/index.js'", "'quorate'");
  t.true(readFileSync(join(root, 'README.md'), 'utf8').includes(`\`\`\`ts\n${program.trim()}\n\`\`\``));
});
