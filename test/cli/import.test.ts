/** Importing: what is sent, what is acknowledged, what stops it, and where the next run goes on. */
import { Buffer } from 'node:buffer';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { importCommand } from '../../src/cli/import.js';
import type { QuorateError } from '../../src/runtime/base/errors.js';
import { type Answer, failed, type Peer, type Request, ScriptedServer, written } from '../client/scripted-server.js';
import { type RunOptions, run } from './invocation.js';

type Respond = (key: string, request: Request, peer: Peer) => Answer | undefined;

interface World {
  readonly server: ScriptedServer;
  readonly file: string;
  /** What the node was asked to store, in order. */
  puts(): readonly (readonly [string, string])[];
  import(args?: readonly string[], options?: RunOptions): ReturnType<typeof run>;
}

async function world(t: ExecutionContext, content: string, respond: Respond = () => written(1)): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-import-'));
  t.teardown(async () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'in.ndjson');
  writeFileSync(file, content);
  const textOf = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? '').toString();
  const server = await new ScriptedServer({
    request: (request, peer) => respond(textOf(request.write?.operations[0]?.key), request, peer),
  }).listen();
  t.teardown(() => server.close());
  return {
    server,
    file,
    puts: () =>
      server.writes.map(({ operations: [first] }) => [textOf(first?.key), textOf(first?.put?.value)] as const),
    import: (args = [file], options = {}) =>
      run(importCommand, ['c', ...args, '--key', 'id', '--address', server.address], options),
  };
}

const lines = (count: number, from = 1): string =>
  Array.from({ length: count }, (_, n) => `{"id":"k${from + n}","n":${from + n}}\n`).join('');

const keysOf = ({ puts }: World): readonly string[] => puts().map(([key]) => key);
const range = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, n) => `k${from + n}`);

const markOf = ({ file }: World): { readonly line: number; readonly offset: number } =>
  JSON.parse(readFileSync(`${file}.quorate-progress`, 'utf8')) as { line: number; offset: number };

test('every line is put under its key, as it stands', async (t) => {
  const here = await world(t, '{"id":"a","n":12345678901234567890}\n\n{ "id": 7 }\r\n{"id":"é"}');
  const { lines: printed } = await here.import();
  t.deepEqual(here.puts(), [
    ['a', '{"id":"a","n":12345678901234567890}'],
    ['7', '{ "id": 7 }'],
    ['é', '{"id":"é"}'],
  ]);
  t.regex(printed[0] ?? '', /^imported 3 documents into c in /);
  t.false(existsSync(`${here.file}.quorate-progress`));
});

test('with --json it tells how far it is, and what it came to', async (t) => {
  const here = await world(t, lines(2500));
  const { lines: printed } = await here.import([here.file, '--json']);
  const events = printed.map((line) => JSON.parse(line) as { event: string; done: number; line: number });
  t.deepEqual(
    events.map(({ event, done }) => [event, done]),
    [
      ['progress', 1000],
      ['progress', 2000],
      ['done', 2500],
    ],
  );
  t.like(events[2], { line: 2500, retries: 0, bytes: Buffer.byteLength(lines(2500)) - 2500 });
});

test('no more documents are under way than --in-flight says', async (t) => {
  let [underWay, most] = [0, 0];
  const here = await world(t, lines(100), (_, request, peer) => {
    underWay += 1;
    most = Math.max(most, underWay);
    setImmediate(() => {
      underWay -= 1;
      peer.answer(request, written(1));
    });
    return undefined;
  });
  await here.import([here.file, '--in-flight', '7']);
  t.is(most, 7);
});

test('of two lines with one key the later one is stored last, even if the earlier one is refused first', async (t) => {
  let refusals = 3;
  const here = await world(t, '{"id":"a","n":1}\n{"id":"b"}\n{"id":"a","n":2}\n', (key) => {
    if (key !== 'a' || refusals === 0) return written(1);
    refusals -= 1;
    return failed('ERR_NOT_READY');
  });
  await here.import();
  const values = here.puts().flatMap(([key, value]) => (key === 'a' ? [value] : []));
  t.deepEqual(values, [...Array(4).fill('{"id":"a","n":1}'), '{"id":"a","n":2}']);
});

const BAD_LINES: readonly (readonly [string, string, RegExp])[] = [
  ['{"id":', 'ERR_INVALID_JSON', /^line 4 is not JSON/],
  ['[]', 'ERR_INVALID_REQUEST', /^line 4 is not a JSON object/],
  ['{"name":1}', 'ERR_INVALID_REQUEST', /^line 4 has no text or number in its field 'id'/],
];
for (const [bad, code, message] of BAD_LINES) {
  test(`the line ${bad} ends an import with all before it stored, and the next run goes on there`, async (t) => {
    const here = await world(t, `${lines(3)}${bad}\n${lines(2, 5)}`);
    const error = await t.throwsAsync<QuorateError>(here.import(), { code, message });
    t.regex(error?.message ?? '', /all up to line 3 is imported: run the same command again/);
    t.like(error?.details, { imported: 3, done: 3 });
    t.deepEqual(keysOf(here), range(1, 3));
    t.like(markOf(here), { line: 3, offset: Buffer.byteLength(lines(3)) });

    // As long as the bad line and what it becomes, so that the file has the size it had.
    const good = '{"id":4}'.padEnd(bad.length);
    const fixed = `${lines(3)}${good}\n${lines(2, 5)}`;
    t.is(good.length >= bad.length, true);
    writeFileSync(here.file, fixed);
    await t.throwsAsync(here.import(), { code: 'ERR_USAGE', message: /--skip-lines 3 .* or --restart/ });
    await here.import([here.file, '--skip-lines', '3']);
    t.deepEqual(keysOf(here).slice(3), ['4', 'k5', 'k6']);
    t.false(existsSync(`${here.file}.quorate-progress`));
  });
}

test('a document that the node refuses ends the import with its line; the next run goes on before it', async (t) => {
  let refused = true;
  const here = await world(t, lines(50), (key) =>
    refused && key === 'k20' ? failed('ERR_VALUE_TOO_LARGE', 'a value has at most 10 bytes') : written(1),
  );
  const message = /^line 20: a value has at most 10 bytes; all up to line 19 is imported/;
  await t.throwsAsync(here.import([here.file, '--in-flight', '1']), { code: 'ERR_VALUE_TOO_LARGE', message });
  t.deepEqual(keysOf(here), range(1, 20));
  t.is(markOf(here).line, 19);
  refused = false;
  const { notes } = await here.import();
  t.regex(notes[0] ?? '', /going on behind line 19/);
  t.deepEqual(keysOf(here).slice(20), range(20, 50));
});

test('what was acknowledged out of order behind a gap is stored again', async (t) => {
  let held: (() => void) | undefined;
  const here = await world(t, lines(10), (key, request, peer) => {
    if (key === 'k3' && held === undefined) {
      held = () => peer.answer(request, failed('ERR_KEY_TOO_LARGE'));
      return undefined;
    }
    if (key === 'k10') setImmediate(() => held?.());
    return written(1);
  });
  await t.throwsAsync(here.import(), {
    code: 'ERR_KEY_TOO_LARGE',
    message: /^line 3: .* all up to line 2 is imported/,
  });
  await here.import();
  t.deepEqual(keysOf(here).slice(10), range(3, 10));
});

test('an import goes on through lost connections, each document under its first name', async (t) => {
  const here = await world(t, lines(300), (_, __, peer) => {
    if (peer.number < 4 && peer.requests.length === 60) peer.cut();
    return peer.socket.destroyed ? undefined : written(1);
  });
  const { lines: printed } = await here.import([here.file, '--json', '--in-flight', '64']);
  const done = JSON.parse(printed.at(-1) ?? '') as { readonly done: number; readonly retries: number };
  t.is(done.done, 300);
  t.true(done.retries > 0);
  t.deepEqual([...new Set(keysOf(here))].sort(), [...range(1, 300)].sort());
  const names = new Map(here.server.writes.map(({ sequence, operations }) => [sequence, `${operations[0]?.key}`]));
  t.is(names.size, 300, 'no document had two names');
});

test('it gives up when nothing at all is acknowledged for long enough', async (t) => {
  const here = await world(t, lines(5), (key) => (key === 'k1' ? written(1) : undefined));
  await t.throwsAsync(here.import([here.file, '--give-up-after', '1500']), { code: 'ERR_OUTCOME_UNKNOWN' });
  t.is(markOf(here).line, 1);
});

test('an interrupt ends it when what is under way is acknowledged', async (t) => {
  const controller = new AbortController();
  const here = await world(t, lines(100), (key) => {
    if (key === 'k10') controller.abort();
    return written(1);
  });
  const interrupted = here.import([here.file, '--in-flight', '2'], { signal: controller.signal });
  await t.throwsAsync(interrupted, { code: 'ERR_ABORTED', message: /the import was interrupted; all up to line 1\d / });
  const { line } = markOf(here);
  await here.import();
  t.deepEqual(keysOf(here).slice(line), range(line + 1, 100));
});

test('standard input is told which lines to skip', async (t) => {
  const here = await world(t, '');
  const input = `${lines(3)}{no json\n${lines(1, 5)}`;
  const message = /all up to line 3 is imported: pass --skip-lines 3 to go on behind it$/;
  await t.throwsAsync(here.import(['-'], { input }), { code: 'ERR_INVALID_JSON', message });
  const fixed = input.replace('{no json', '{"id":"k4"}');
  await here.import(['-', '--skip-lines', '3'], { input: fixed });
  t.deepEqual(keysOf(here), range(1, 5));
});

test('--restart begins again; another collection or file than before is not taken for the same', async (t) => {
  const here = await world(t, lines(5), (key) => (key === 'k3' ? failed('ERR_KEY_TOO_LARGE') : written(1)));
  const restarted = [here.file, '--in-flight', '1'];
  await t.throwsAsync(here.import(restarted), { code: 'ERR_KEY_TOO_LARGE' });
  await t.throwsAsync(here.import([...restarted, '--restart']), { code: 'ERR_KEY_TOO_LARGE' });
  t.deepEqual(keysOf(here), [...range(1, 3), ...range(1, 3)]);
  const other = ['other', here.file, '--key', 'id', '--address', here.server.address];
  const message = /an import into 'c' stopped behind line 2/;
  await t.throwsAsync(run(importCommand, other), { code: 'ERR_USAGE', message });
  writeFileSync(here.file, `${lines(5)}{}`);
  await t.throwsAsync(here.import(), { code: 'ERR_USAGE', message });
  writeFileSync(`${here.file}.quorate-progress`, 'torn');
  await t.throwsAsync(here.import(), { code: 'ERR_USAGE', message: /--restart begins again/ });
});

test('what cannot be imported is refused before a node is asked', async (t) => {
  const here = await world(t, '');
  const nowhere = join(here.file, '..', 'nowhere');
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [['c', here.file], /--key must name/],
    [['c', nowhere, '--key', 'id'], /nowhere cannot be read: ENOENT/],
    [['c', join(here.file, '..'), '--key', 'id'], /is no file/],
    [['c', '--key', 'id', '--restart', '--skip-lines', '1'], /exclude each other/],
    [['c', '--key', 'id', '--in-flight', '0'], /--in-flight must be a whole number from 1 up/],
  ];
  for (const [args, message] of cases) {
    await t.throwsAsync(run(importCommand, [...args, '--address', '127.0.0.1:1']), { code: 'ERR_USAGE', message });
  }
});
