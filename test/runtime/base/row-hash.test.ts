/** The row hash: its pinned values, and what it tells apart. */
import { Buffer } from 'node:buffer';
import test from 'ava';
import { byteKeyOfText } from '../../../src/runtime/base/byte-key.js';
import { formatHash } from '../../../src/runtime/base/hash.js';
import { rowHash } from '../../../src/runtime/base/row-hash.js';

const row = {
  vshard: 17,
  collection: byteKeyOfText('users'),
  key: byteKeyOfText('ada'),
  kind: 0,
  value: Buffer.from('{"name":"Ada"}'),
  revision: 42,
  expiresAtMs: 0,
} as const;

test('golden vectors', (t) => {
  t.is(formatHash(rowHash(row)), 'f45e2ebcd42c1731');
  t.is(
    formatHash(rowHash({ ...row, value: new Uint8Array(0), key: byteKeyOfText('ключ'), kind: 2 })),
    '135134ecd6b9c056',
  );
  t.is(formatHash(rowHash({ ...row, revision: 2 ** 53 - 1, expiresAtMs: 1_800_000_000_000 })), '270222d60c6b28b5');
});

test('every field counts', (t) => {
  const rows = [
    row,
    { ...row, vshard: 18 },
    { ...row, collection: byteKeyOfText('user') },
    { ...row, key: byteKeyOfText('adb') },
    { ...row, kind: 1 as const },
    { ...row, value: Buffer.from('{"name":"Adb"}') },
    { ...row, revision: 43 },
    { ...row, revision: 42 + 2 ** 32 },
    { ...row, expiresAtMs: 1 },
  ];
  t.is(new Set(rows.map((each) => formatHash(rowHash(each)))).size, rows.length);
});

test('a byte moved from collection to key changes the hash', (t) => {
  const moved = { ...row, collection: byteKeyOfText('user'), key: byteKeyOfText('sada') };
  t.not(formatHash(rowHash(moved)), formatHash(rowHash(row)));
});
