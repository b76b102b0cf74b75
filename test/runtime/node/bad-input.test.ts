/** What a node is asked that it cannot do, through HTTP and through the client: refused with a code, and not half done. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { connect } from '../../../src/client/client.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { type NodeSeams, openNode, type QuorateNode } from '../../../src/runtime/node/open-node.js';

async function open(t: ExecutionContext, seams: NodeSeams = {}): Promise<QuorateNode> {
  const dataDir = mkdtempSync(join(tmpdir(), 'quorate-test-'));
  t.teardown(() => rmSync(dataDir, { recursive: true }));
  const node = await openNode({ dataDir, port: 0, httpPort: 0, groups: 2, logLevel: 'silent' }, seams);
  t.teardown(() => node.stop());
  return node;
}

const dialled = ({ addresses }: QuorateNode) => connect(`127.0.0.1:${addresses.client.port}`);
const urlOf = ({ addresses }: QuorateNode, path: string) => `http://127.0.0.1:${addresses.http.port}${path}`;

/** Status and code, or only the status of what went well. */
async function ask(node: QuorateNode, method: string, path: string, init: RequestInit = {}): Promise<string> {
  const response = await fetch(urlOf(node, path), { method, ...init });
  const text = await response.text();
  if (response.ok) return `${response.status}`;
  const { code, detail } = JSON.parse(text) as { readonly code: string; readonly detail: string };
  return detail.length > 10 ? `${response.status} ${code}` : `${response.status} ${code} without a word`;
}

const ITEMS = '/v1/collections/fruits/items';
const keyed = (body: string): RequestInit => ({ body, headers: { 'idempotency-key': 'once' } });

test('through HTTP everything that cannot be is refused, and leaves no trace', async (t) => {
  const node = await open(t);
  t.is(await ask(node, 'PUT', `${ITEMS}/apple`, { body: '{"colour":"red"}' }), '200');
  t.is(await ask(node, 'PUT', `${ITEMS}/count?kind=integer`, { body: '9007199254740991' }), '200');
  t.is(await ask(node, 'PUT', `${ITEMS}/kiwi`, keyed('1')), '200');
  const before = await (await fetch(urlOf(node, ITEMS))).text();
  const over = 'x'.repeat(1024 * 1024);
  const cases: readonly (readonly [method: string, path: string, init: RequestInit, expected: string])[] = [
    ['PUT', `${ITEMS}/apple`, { body: '{"colour":' }, '400 ERR_INVALID_JSON'],
    ['PUT', `${ITEMS}/apple`, { body: `"${over}"` }, '413 ERR_BODY_TOO_LARGE'],
    ['PUT', `${ITEMS}/${'k'.repeat(1025)}`, { body: '1' }, '413 ERR_KEY_TOO_LARGE'],
    ['PUT', `${ITEMS}/%ff`, { body: '1' }, '400 ERR_INVALID_UTF8'],
    ['PUT', `${ITEMS}/apple`, { body: new Uint8Array([0x22, 0xff, 0x22]) }, '400 ERR_INVALID_UTF8'],
    ['PUT', `${ITEMS}/apple`, { body: '1', headers: { 'if-match': '"7"' } }, '412 ERR_REVISION_MISMATCH'],
    ['PUT', `${ITEMS}/apple`, { body: '1', headers: { 'if-none-match': '*' } }, '412 ERR_REVISION_MISMATCH'],
    ['PUT', `${ITEMS}/kiwi`, keyed('2'), '422 ERR_IDEMPOTENCY_KEY_REUSED'],
    ['PUT', `${ITEMS}/count?kind=integer`, { body: '1.5' }, '409 ERR_NOT_AN_INTEGER'],
    ['POST', `${ITEMS}/apple/increment`, { body: '{"by":1}' }, '409 ERR_NOT_AN_INTEGER'],
    ['POST', `${ITEMS}/count/increment`, { body: '{"by":1}' }, '409 ERR_INTEGER_RANGE'],
    ['GET', '/v1/collections/fruts/items', {}, '404 ERR_UNKNOWN_COLLECTION'],
    ['GET', '/v1/collections/fruts/items/apple', {}, '404 ERR_UNKNOWN_COLLECTION'],
    ['DELETE', '/v1/collections/fruts/items/apple', {}, '404 ERR_UNKNOWN_COLLECTION'],
    ['PUT', '/v1/collections/no%20name/items/apple', { body: '1' }, '400 ERR_INVALID_REQUEST'],
  ];
  for (const [method, path, init, expected] of cases) {
    t.is(await ask(node, method, path, init), expected, `${method} ${path.slice(0, 60)}`);
  }
  const half = {
    operations: [
      { op: 'put', key: '{p}/a', value: 1 },
      { op: 'increment', key: '{p}/b', by: 1, ifRevision: 9 },
    ],
  };
  const batch = await ask(node, 'POST', '/v1/collections/fruits/batch', { body: JSON.stringify(half) });
  t.is(batch, '412 ERR_REVISION_MISMATCH');
  t.is(await (await fetch(urlOf(node, ITEMS))).text(), before);
  t.deepEqual(await (await fetch(urlOf(node, '/v1/collections'))).json(), { collections: ['fruits'] });
});

test('through the client likewise', async (t) => {
  const node = await open(t);
  await using client = await dialled(node);
  const fruits = client.collection('fruits');
  await fruits.put('apple', { colour: 'red' });
  const refused: readonly (readonly [() => Promise<unknown>, string])[] = [
    [() => fruits.put('k'.repeat(1025), 1), 'ERR_KEY_TOO_LARGE'],
    [() => fruits.put('apple', new Uint8Array(1024 * 1024 + 1)), 'ERR_VALUE_TOO_LARGE'],
    [() => fruits.put('\ud800', 1), 'ERR_INVALID_UTF8'],
    [() => fruits.put('', 1), 'ERR_INVALID_REQUEST'],
    [() => fruits.put('apple', undefined), 'ERR_INVALID_REQUEST'],
    [() => fruits.put('apple', 1.5, { kind: 'integer' }), 'ERR_INVALID_REQUEST'],
    [() => fruits.put('apple', 1, { ifRevision: 7 }), 'ERR_REVISION_MISMATCH'],
    [() => fruits.increment('apple'), 'ERR_NOT_AN_INTEGER'],
    [() => client.collection('fruts').delete('apple'), 'ERR_UNKNOWN_COLLECTION'],
    [() => client.collection('fruts').scan()[Symbol.asyncIterator]().next(), 'ERR_UNKNOWN_COLLECTION'],
    [() => client.collection('no name').put('a', 1), 'ERR_INVALID_REQUEST'],
  ];
  for (const [does, code] of refused) await t.throwsAsync(does(), { instanceOf: QuorateError, code }, code);
  const items = [];
  for await (const { key, value, revision } of fruits.scan()) items.push({ key, value, revision });
  t.deepEqual(items, [{ key: 'apple', value: { colour: 'red' }, revision: 1 }]);
  t.deepEqual(await client.collections(), ['fruits']);
});

test('on a full disk writes are refused and reads go on; writes come back by themselves', async (t) => {
  const full = new Int32Array(new SharedArrayBuffer(4));
  const capabilities = new URL('./fixtures/full-disk-capabilities.js', import.meta.url);
  const node = await open(t, { capabilities, capabilityOptions: { full } });
  await using client = await dialled(node);
  const fruits = client.collection('fruits');
  await fruits.put('{f}/apple', 1);
  Atomics.store(full, 0, 1);
  // This one is in the log's way already: nobody knows yet what becomes of it.
  await t.throwsAsync(fruits.put('{f}/kiwi', 1, { timeoutMs: 1_000 }), { code: 'ERR_OUTCOME_UNKNOWN' });
  t.is(await ask(node, 'PUT', `${ITEMS}/%7Bf%7D%2Fplum`, { body: '1' }), '507 ERR_STORAGE_FULL');
  t.is((await fruits.get('{f}/apple'))?.value, 1);
  Atomics.store(full, 0, 0);
  await fruits.put('{f}/pear', 1, { timeoutMs: 60_000 });
  const keys = [];
  for await (const { key } of fruits.scan({ prefix: '{f}/' })) keys.push(key);
  t.deepEqual(keys, ['{f}/apple', '{f}/kiwi', '{f}/pear'], 'what was under way was done, what was refused was not');
});
