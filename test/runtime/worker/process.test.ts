/** What can only be seen from outside a process. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import test from 'ava';

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

function run(fixture: string): Promise<Ended> {
  const file = fileURLToPath(new URL(`./fixtures/${fixture}.js`, import.meta.url));
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [file], (_error, output) => {
      resolve({ status: child.exitCode, signal: child.signalCode, output });
    });
  });
}

// The child ends only when no handle is left.
test('after the system has stopped nothing keeps the process alive', async (t) => {
  const { status, output } = await run('stop-cleanly');
  t.is(status, 0, output);
  t.deepEqual(JSON.parse(output), { type: 'echo', workers: 2 });
});

test('an exhausted heap ends the worker, which comes back, or the process, which says so by its status', async (t) => {
  const { status, signal, output } = await run('exhaust');
  if (status === 0) t.deepEqual(JSON.parse(output), { code: 'ERR_ACTOR_STOPPED', type: 'echo' });
  else t.true(signal === 'SIGABRT' || status === 134, `status ${status}, signal ${signal}`);
});
