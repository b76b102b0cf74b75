/** Reading NDJSON: lines across chunks, where to go on, and what is refused. */
import { Buffer } from 'node:buffer';
import test from 'ava';
import { type Line, parseDocument, readLines } from '../../src/cli/ndjson.js';
import { progressBar } from '../../src/cli/progress-bar.js';

async function* chunks(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function linesOf(text: string, size: number, max = 1000): Promise<[number, number, string][]> {
  const lines: [number, number, string][] = [];
  for await (const line of readLines(chunks(text, size), max)) {
    lines.push([line.number, line.endOffset, Buffer.from(line.bytes).toString()]);
  }
  return lines;
}

test('lines are the same however the input is cut into chunks', async (t) => {
  const text = '{"a":1}\r\n\n{"b":"é"}\n{"c":3}';
  const expected = [
    [1, 9, '{"a":1}'],
    [3, 21, '{"b":"é"}'],
    [4, 28, '{"c":3}'],
  ];
  for (let size = 1; size <= 30; size += 1)
    t.deepEqual(await linesOf(text, size), expected as typeof expected & [number, number, string][]);
});

test('reading goes on behind any line', async (t) => {
  const text = 'one\ntwo\nthree\n';
  const rest: Line[] = [];
  for await (const line of readLines(chunks(text.slice(4), 3), 100, { number: 1, offset: 4 })) rest.push(line);
  t.deepEqual(
    rest.map(({ number, endOffset }) => [number, endOffset]),
    [
      [2, 8],
      [3, 14],
    ],
  );
});

test('a line without end is refused before it fills the memory', async (t) => {
  await t.throwsAsync(linesOf('x'.repeat(5000), 100, 1000), {
    code: 'ERR_VALUE_TOO_LARGE',
    message: /line 1 is longer than 1000/,
  });
});

test('a document is keyed by a field of its own', (t) => {
  const line = (text: string, number = 7): Line => ({ number, endOffset: 0, bytes: Buffer.from(text) });
  t.deepEqual(parseDocument(line('{"id":"x","n":1}'), 'id'), { key: 'x', text: '{"id":"x","n":1}' });
  t.is(parseDocument(line('{"id":12}'), 'id').key, '12');
  const refused: [Line, string, RegExp][] = [
    [line('{"id":'), 'ERR_INVALID_JSON', /line 7 is not JSON/],
    [line('[1]'), 'ERR_INVALID_REQUEST', /line 7 is not a JSON object/],
    [line('{"name":"x"}'), 'ERR_INVALID_REQUEST', /no text or number in its field 'id'/],
    [{ number: 7, endOffset: 0, bytes: Uint8Array.of(0x7b, 0xff, 0x7d) }, 'ERR_INVALID_UTF8', /line 7/],
  ];
  for (const [bad, code, message] of refused) t.throws(() => parseDocument(bad, 'id'), { code, message });
});

test('the bar tells how far, how fast and how long', (t) => {
  const half = progressBar({ done: 500, bytes: 50, bytesTotal: 100, elapsedMs: 1000, retries: 2 });
  t.is(half, '[###############---------------] 50 %  500 records, 500/s, 2 retried, 1 s left');
  t.is(progressBar({ done: 10, bytes: 0, bytesTotal: undefined, elapsedMs: 0, retries: 0 }), '10 records, 0/s');
});
