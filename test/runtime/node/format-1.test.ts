/** A data directory of format 1, as a killed node left it, opens and reads back: with this version and with every later one. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { type Client, connect } from '../../../src/client/client.js';
import { openNode } from '../../../src/runtime/node/open-node.js';
import { NodeFiles } from '../../../src/runtime/storage/storage.js';

const FIXTURE = join(import.meta.dirname, '..', '..', '..', '..', 'test', 'fixtures', 'format-1');
const OWNER = { clusterId: 'fixture-105a7ac5dd24a1f3', nodeId: 1, bootNonce: 'reader' };
const DATA_GROUP = 2;

/** What lies in the repository stays as it is. */
function copyOfFixture(t: ExecutionContext): string {
  const directory = mkdtempSync(join(tmpdir(), 'quorate-format-1-'));
  t.teardown(() => rmSync(directory, { recursive: true, force: true }));
  cpSync(FIXTURE, directory, { recursive: true });
  return directory;
}

test('the stores have what was acknowledged: some of it only in the log', (t) => {
  const storage = new NodeFiles(copyOfFixture(t));
  const log = storage.openLog(0, OWNER);
  const row = log.group(DATA_GROUP);
  t.like(row, { replica: 1, stateFile: 'state-2-1-1.db', flags: 0 });
  const state = storage.openState('state-2-1-1.db');
  const last = row?.last.index ?? 0;
  t.true(last > state.meta.flushedIndex);
  t.is(log.read(DATA_GROUP, state.meta.flushedIndex + 1, last, 1_000_000).at(-1)?.index, last);
  t.is(state.meta.volumeInstanceId, log.header.instanceId);
  t.is([...state.sessions()].filter(({ idempotencyHash }) => idempotencyHash !== '').length, 1);
  state.close();
  log.close();
});

async function checkItems(t: ExecutionContext, client: Client): Promise<void> {
  const read = async (collection: string, key: string) => (await client.collection(collection).get(key))?.value;
  t.deepEqual(await client.collections(), ['list', 'numbers', 'users']);
  t.deepEqual(await read('users', 'ada'), { name: 'Ada Lovelace', born: 1815 });
  t.deepEqual(await read('users', 'tape'), new Uint8Array([0, 1, 2, 0xff]));
  t.is(await read('users', 'posted'), 'over HTTP');
  t.is(await read('users', 'gone'), undefined, 'deleted');
  t.is(await read('users', 'brief'), undefined, 'expired');
  t.is(await read('numbers', '{ada}/visits'), 42);
  t.is(await read('numbers', '{bo}/a'), 1);
  t.is(await read('numbers', '{bo}/b'), 'zwei');
  const list: unknown[] = [];
  for await (const { value } of client.collection('list').scan()) list.push(value);
  t.deepEqual(
    list,
    Array.from({ length: 20 }, (_, n) => n),
  );
}

test('a node opens it, has every item, and goes on from there', async (t) => {
  const dataDir = copyOfFixture(t);
  for (const visits of [1, 2]) {
    await using node = await openNode({ dataDir, port: 0, httpPort: 0, logLevel: 'silent' });
    await using client = await connect(`${node.addresses.client.host}:${node.addresses.client.port}`);
    await checkItems(t, client);
    t.is((await client.collection('numbers').increment('new')).integer, visits);
  }
});
