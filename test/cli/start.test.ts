/** `quorate start` as a process: it says where it serves, stops when it is told to, and refuses what cannot be. */
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { freePort } from '../../scripts/node-process.js';
import { codeOf, QuorateProcess, quorate } from './quorate-process.js';

interface Ready {
  readonly event: string;
  readonly node: number;
  readonly clusterId: string;
  readonly address: string;
  readonly httpAddress: string;
  readonly pid: number;
  readonly dataDir: string;
}

function folderOf(t: ExecutionContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-start-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const FREE_PORTS = ['--port', '0', '--http-port', '0'];

async function start(t: ExecutionContext, dataDir: string): Promise<{ node: QuorateProcess; ready: Ready }> {
  const node = new QuorateProcess(['start', '--json', '--data-dir', dataDir, ...FREE_PORTS]);
  t.teardown(() => void node.child.kill('SIGKILL'));
  const printed = await node.printed(/\n/);
  return { node, ready: JSON.parse(printed) as Ready };
}

test('a node says where it serves, keeps what it is given, and stops when it is told to', async (t) => {
  const dataDir = join(folderOf(t), 'data');
  const first = await start(t, dataDir);
  t.like(first.ready, { event: 'ready', node: 1, pid: first.node.child.pid, dataDir });
  t.regex(first.ready.address, /^127\.0\.0\.1:\d+$/);
  const at = { QUORATE_ADDRESS: first.ready.address };
  t.like(await quorate(['put', 'fruits', 'apple', '{"colour":"red"}'], at), { status: 0, stdout: 'revision 1\n' });
  const health = await fetch(`http://${first.ready.httpAddress}/healthz`);
  t.is(health.status, 200);
  await health.arrayBuffer();

  const second = await quorate(['start', '--json', '--data-dir', dataDir, ...FREE_PORTS]);
  t.is(second.status, 75);
  t.is(codeOf(second), 'ERR_DATA_DIR_IN_USE');
  const port = first.ready.address.split(':')[1] ?? '';
  const elsewhere = join(folderOf(t), 'data');
  const third = await quorate(['start', '--json', '--data-dir', elsewhere, '--port', port, '--http-port', '0']);
  t.is(third.status, 75);
  t.is(codeOf(third), 'ERR_ADDRESS_IN_USE');

  first.node.child.kill('SIGTERM');
  t.is((await first.node.ended).status, 0);

  const again = await start(t, dataDir);
  t.is(again.ready.clusterId, first.ready.clusterId);
  const got = await quorate(['get', 'fruits', 'apple'], { QUORATE_ADDRESS: again.ready.address });
  t.is(got.stdout, '{"colour":"red"}\n');
  t.regex((await quorate(['status', '--address', again.ready.address])).stdout, /1 +metadata +leader/);
  again.node.child.kill('SIGINT');
  t.is((await again.node.ended).status, 0);
});

test('without --json a person is told what runs, how to stop it and what to try', async (t) => {
  const node = new QuorateProcess(['start', '--data-dir', join(folderOf(t), 'data'), ...FREE_PORTS]);
  t.teardown(() => void node.child.kill('SIGKILL'));
  const banner = await node.printed(/quorate get/);
  for (const part of [/Node 1 of cluster quorate-/, /data +\//, /http:\/\/127/, /Ctrl-C/, /npx quorate put/]) {
    t.regex(banner, part);
  }
  node.child.kill('SIGTERM');
  t.is((await node.ended).status, 0);
});

test('a second SIGTERM ends a node at once that still waits for a request', async (t) => {
  const httpPort = await freePort();
  const where = ['--data-dir', join(folderOf(t), 'data'), '--port', '0', '--http-port', `${httpPort}`];
  const node = new QuorateProcess(['start', ...where, '--log-level', 'silent']);
  t.teardown(() => void node.child.kill('SIGKILL'));
  await node.printed(/quorate get/);
  const socket = createConnection(httpPort, '127.0.0.1').on('error', () => {});
  t.teardown(() => socket.destroy());
  socket.write(
    'PUT /v1/collections/c/items/k HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 9\r\n\r\n',
  );
  await once(socket, 'data');
  node.child.kill('SIGTERM');
  await once(node.child.stderr, 'data');
  node.child.kill('SIGTERM');
  const { status, stderr } = await node.ended;
  t.is(status, 130);
  t.regex(stderr, /a second interrupt ends the process at once/);
});

test('a group that cannot be opened is named; the others serve', async (t) => {
  const dataDir = join(folderOf(t), 'data');
  const first = await start(t, dataDir);
  first.node.child.kill('SIGTERM');
  t.is((await first.node.ended).status, 0);
  rmSync(join(dataDir, 'state-3-1-1.db'));
  const node = new QuorateProcess(['start', '--data-dir', dataDir, '--log-level', 'silent', ...FREE_PORTS]);
  t.teardown(() => void node.child.kill('SIGKILL'));
  await node.printed(/quorate get/);
  node.child.kill('SIGTERM');
  const { status, stderr } = await node.ended;
  t.is(status, 0);
  t.regex(stderr, /group 3 is stopped and does not serve: .*state-3-1-1.db is missing; restore it .*ERR_CORRUPT/);
  t.notRegex(stderr, /group 2/);
});

test('a directory that not even root can make ends the start with status 73', async (t) => {
  // Linux answers ENOENT below /proc, which made Node's own recursive mkdir loop for ever; elsewhere there is no /proc.
  const ended = await quorate(['start', '--json', '--data-dir', '/proc/none/data', ...FREE_PORTS]);
  t.is(ended.status, 73);
  t.is(codeOf(ended), 'ERR_DATA_DIR_UNUSABLE');
});

test('a directory that cannot be one ends the start with status 73', async (t) => {
  const file = join(folderOf(t), 'file');
  writeFileSync(file, '');
  const ended = await quorate(['start', '--json', '--data-dir', join(file, 'data'), ...FREE_PORTS]);
  t.is(ended.status, 73);
  t.is(codeOf(ended), 'ERR_DATA_DIR_UNUSABLE');
});
