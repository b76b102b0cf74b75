/** What the package promises to those who install it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import test from 'ava';

const root = join(import.meta.dirname, '..', '..', '..');
const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

test('a CommonJS program can require the package: nothing in its graph awaits at top level', (t) => {
  const script = "const q = require('quorate'); process.stdout.write(Object.keys(q).sort().join(','))";
  const printed = execFileSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
  t.regex(printed, /createSystem/);
  t.regex(printed, /openNode/);
  t.regex(printed, /connect/);
});

test('the compiler in use is the one the sources are written for', (t) => {
  const { version } = createRequire(import.meta.url)('typescript/package.json') as { version: string };
  t.regex(version, /^7\./);
  t.like(manifest, { type: 'module', license: 'Apache-2.0', engines: { node: '>=20.19' } });
});

test('a build leaves the command executable, so that npx runs it after any build', (t) => {
  const { bin } = manifest as { bin: Readonly<Record<string, string>> };
  for (const file of Object.values(bin)) t.is(statSync(join(root, file)).mode & 0o111, 0o111, file);
});
