/** Fails when the committed protobuf code is not what the committed .proto files generate. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'quorate-gen-'));
try {
  const protos = readdirSync(join(root, 'proto'))
    .filter((name) => name.endsWith('.proto'))
    .map((name) => `proto/${name}`);
  const [, ...options] = scripts.gen.replace('proto/gen/quorate.js', join(folder, 'quorate.js')).split(' ');
  const args = [...options.filter((option) => option !== 'proto/*.proto'), ...protos.sort()];
  execFileSync('npx', ['pbjs', ...args], { cwd: root, stdio: 'inherit' });
  for (const name of ['quorate.js', 'quorate.d.ts']) {
    if (readFileSync(join(folder, name), 'utf8') !== readFileSync(join(root, 'proto/gen', name), 'utf8')) {
      process.stderr.write(`proto/gen/${name} is stale: run 'npm run gen' and commit the result\n`);
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
