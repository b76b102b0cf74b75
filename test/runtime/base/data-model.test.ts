/** What a caller may send: names, keys, values, operations. */
import test from 'ava';
import {
  formatInteger,
  type Operation,
  parseInteger,
  TIME_TO_LIVE_MS_MAX,
  validateCollection,
  validateKey,
  validateOperations,
  validateShape,
  validateValue,
} from '../../../src/runtime/base/data-model.js';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import { command } from '../../../src/runtime/base/proto.js';

const { ItemKind, Precondition } = command;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function put(value: Uint8Array, change: Partial<NonNullable<Operation['put']>> = {}): Operation {
  const place = { collection: bytes('c'), key: bytes('k'), precondition: Precondition.NONE, expectedRevision: 0 };
  return { ...place, put: { kind: ItemKind.BYTES, value, timeToLiveMs: 0, ...change } };
}

const codeOf = (operations: readonly Operation[], limits = {}): string =>
  validateOperations(operations, { ...DEFAULT_LIMITS, ...limits })?.code ?? '';

test('a collection is named by letters, digits and joiners, first a letter or digit', (t) => {
  for (const name of ['a', '0', 'Users', 'a.b_c-d', 'x'.repeat(128)]) {
    t.is(validateCollection(bytes(name), DEFAULT_LIMITS), undefined, name);
  }
  for (const name of ['', '.', '-a', '_a', 'a b', 'a/b', 'é', 'x'.repeat(129), 'a\0']) {
    t.is(validateCollection(bytes(name), DEFAULT_LIMITS)?.code, 'ERR_INVALID_REQUEST', name);
  }
});

test('a key is well-formed UTF-8 of bounded length', (t) => {
  for (const key of ['k', '\0', '\u{1f600}', 'x'.repeat(1024)])
    t.is(validateKey(bytes(key), DEFAULT_LIMITS), undefined);
  t.is(validateKey(bytes(''), DEFAULT_LIMITS)?.code, 'ERR_INVALID_REQUEST');
  t.is(validateKey(bytes('x'.repeat(1025)), DEFAULT_LIMITS)?.code, 'ERR_KEY_TOO_LARGE');
  t.is(validateKey(new Uint8Array([0x61, 0xff]), DEFAULT_LIMITS)?.code, 'ERR_INVALID_UTF8');
  t.is(validateKey(new Uint8Array([0xed, 0xa0, 0x80]), DEFAULT_LIMITS)?.code, 'ERR_INVALID_UTF8', 'a lone surrogate');
});

test('an integer has one form in decimal, and lies in the safe range', (t) => {
  for (const integer of [0, 7, -7, 2 ** 53 - 1, -(2 ** 53 - 1)]) {
    t.is(parseInteger(bytes(String(integer))), integer);
    t.is(parseInteger(formatInteger(integer)), integer);
  }
  for (const text of [
    '',
    '-',
    '+1',
    '01',
    '-0',
    '1.0',
    '1e3',
    ' 1',
    '9007199254740992',
    '-9007199254740992',
    '1'.repeat(18),
  ]) {
    t.is(parseInteger(bytes(text)), undefined, text);
  }
});

test('a value has the form of its kind', (t) => {
  t.is(validateValue(ItemKind.BYTES, new Uint8Array([0xff]), DEFAULT_LIMITS), undefined);
  t.is(validateValue(ItemKind.JSON, new Uint8Array([0xff]), DEFAULT_LIMITS)?.code, 'ERR_INVALID_UTF8');
  t.is(validateValue(ItemKind.INTEGER, bytes('x'), DEFAULT_LIMITS)?.code, 'ERR_NOT_AN_INTEGER');
  t.is(validateValue(9 as command.ItemKind, bytes('x'), DEFAULT_LIMITS)?.code, 'ERR_INVALID_REQUEST');
  t.is(validateValue(ItemKind.BYTES, new Uint8Array(5), { valueBytesMax: 4 })?.code, 'ERR_VALUE_TOO_LARGE');
});

test('an operation is exactly one action with values that the protocol names', (t) => {
  t.is(validateShape(put(bytes('v'))), undefined);
  t.is(validateShape({ ...put(bytes('v')), delete: {} })?.code, 'ERR_INVALID_REQUEST');
  t.is(validateShape({ ...put(bytes('v')), put: null })?.code, 'ERR_INVALID_REQUEST');
  t.is(validateShape({ ...put(bytes('v')), precondition: 9 as command.Precondition })?.code, 'ERR_INVALID_REQUEST');
  t.is(validateShape({ ...put(bytes('v')), expectedRevision: 2 ** 53 })?.code, 'ERR_UNSAFE_INTEGER');
  t.is(validateShape({ ...put(bytes('v')), put: null, increment: { delta: 2 ** 53 } })?.code, 'ERR_INTEGER_RANGE');
  t.is(validateShape(put(bytes('v'), { kind: 9 as command.ItemKind }))?.code, 'ERR_INVALID_REQUEST');
  t.is(validateShape(put(bytes('v'), { timeToLiveMs: TIME_TO_LIVE_MS_MAX })), undefined);
  t.is(validateShape(put(bytes('v'), { timeToLiveMs: TIME_TO_LIVE_MS_MAX + 1 }))?.code, 'ERR_INVALID_REQUEST');
});

test('a batch has at least one operation, and not too many or too large ones', (t) => {
  const one = put(bytes('1234'));
  t.is(codeOf([one, one]), '');
  t.is(codeOf([]), 'ERR_INVALID_REQUEST');
  t.is(codeOf([one, one, one], { batchOperationsMax: 2 }), 'ERR_BODY_TOO_LARGE');
  t.is(codeOf([one, one], { batchBytesMax: 11 }), 'ERR_BODY_TOO_LARGE');
  t.is(codeOf([one], { batchBytesMax: 5 }), '', "the limit of a single value is the value's");
  t.is(codeOf([one, put(bytes('x'), { kind: ItemKind.INTEGER })]), 'ERR_NOT_AN_INTEGER');
});
