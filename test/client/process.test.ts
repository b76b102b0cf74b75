/** The client and the life of the process it is in. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import test from 'ava';
import { ScriptedServer, written } from './scripted-server.js';

const run = promisify(execFile);
const clientModule = new URL('../../src/client/client.js', import.meta.url).href;

async function program(body: string, address: string): Promise<string> {
  const script = `import { connect } from '${clientModule}'; const address = '${address}';\n${body}`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script]);
  return stdout;
}

test('a process ends although its idle client was never closed', async (t) => {
  const server = await new ScriptedServer({ request: () => written(1) }).listen();
  t.teardown(() => server.close());
  const body = `const client = await connect(address, { timeoutMs: 600_000 });
    console.log((await client.collection('c').put('k', 1)).revision);`;
  t.is(await program(body, server.address), '1\n');
});

test('a process does not end while a request waits for a node to come back', async (t) => {
  const server = await new ScriptedServer({
    request: (_, peer) => {
      if (peer.number > 2) return written(3);
      peer.cut();
      return undefined;
    },
  }).listen();
  t.teardown(() => server.close());
  const body = `const client = await connect(address);
    console.log((await client.collection('c').put('k', 1)).revision);`;
  t.is(await program(body, server.address), '3\n');
});

test('a process does not end before connecting has failed', async (t) => {
  const server = await new ScriptedServer({}).listen();
  const { address } = server;
  await server.close();
  const body = 'await connect(address, { timeoutMs: 200 }).catch(({ code }) => console.log(code));';
  t.is(await program(body, address), 'ERR_UNREACHABLE\n');
});
