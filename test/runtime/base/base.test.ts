/** Errors, assertions, randomness, keys, hashes and slots: the pinned and the small. */
import { Buffer } from 'node:buffer';
import test from 'ava';
import { assert, assertUint53, present, unreachable } from '../../../src/runtime/base/assert.js';
import { byteKey, byteKeyOfText, bytesOfKey, textOfKey } from '../../../src/runtime/base/byte-key.js';
import { captureClockOrigin, createSystemClock } from '../../../src/runtime/base/clock.js';
import { asQuorateError, ERRORS, isErrorCode, QuorateError } from '../../../src/runtime/base/errors.js';
import { addHash, formatHash, Hasher, sameHash, subtractHash } from '../../../src/runtime/base/hash.js';
import { decodeMessage, encodeMessage, raft, storage } from '../../../src/runtime/base/proto.js';
import { createRandom } from '../../../src/runtime/base/random.js';
import { partitionOf, rendezvousMap, VSHARD_COUNT, vshardOf } from '../../../src/runtime/base/vshard.js';

test('a failed assertion says what and carries the facts', (t) => {
  t.notThrows(() => assert(true, 'fine'));
  t.throws(() => assert(false, 'terms never go down', { term: 3 }), {
    instanceOf: QuorateError,
    code: 'ERR_INVARIANT',
    message: 'terms never go down {"term":3}',
  });
  t.throws(() => present(undefined, 'the leader'), { code: 'ERR_INVARIANT', message: 'missing: the leader' });
  t.throws(() => unreachable('x' as never), { code: 'ERR_INVARIANT' });
});

test('numbers that protobuf would change silently are refused', (t) => {
  for (const value of [-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 5n as unknown as number]) {
    t.throws(() => assertUint53(value, 'term'), { code: 'ERR_UNSAFE_INTEGER' });
  }
  t.notThrows(() => assertUint53(2 ** 53 - 1, 'term'));
});

test('every error code has statuses in range, and what was thrown keeps its cause', (t) => {
  for (const [name, row] of Object.entries(ERRORS)) {
    t.true(isErrorCode(name));
    t.true(row.httpStatus >= 400 && row.httpStatus < 600, name);
    t.true(row.exitStatus > 0 && row.exitStatus < 256, name);
  }
  const cause = new RangeError('short');
  const error = asQuorateError(cause, 'ERR_DECODE');
  t.is(error.code, 'ERR_DECODE');
  t.is(error.cause, cause);
  t.is(asQuorateError(error), error);
  t.false(isErrorCode('toString'));
});

test('an absent 64-bit integer reads as the number 0, a present one as a number', (t) => {
  const empty = decodeMessage(raft.HardState, new Uint8Array(0));
  t.is(empty.term, 0);
  const term = 2 ** 53 - 1;
  t.is(decodeMessage(raft.HardState, encodeMessage(raft.HardState, { term })).term, term);
  t.throws(() => decodeMessage(storage.Append, new Uint8Array([0x2a, 0x7f])), { code: 'ERR_DECODE' });
});

test('encoded messages own their buffer, so that they can be posted to another thread', (t) => {
  const bytes = encodeMessage(raft.HardState, { term: 1, vote: 2, commit: 3 });
  t.is(bytes.byteOffset, 0);
  t.is(bytes.byteLength, bytes.buffer.byteLength);
});

test('a seed gives the same numbers for ever', (t) => {
  const random = createRandom(42);
  t.deepEqual([random.uint32(), random.uint32(), random.below(1000), random.uint53()], RANDOM_42);
  const forked = createRandom(42).fork();
  t.not(forked.uint32(), createRandom(42).uint32());
});

test('random numbers stay inside their bounds and reach all of them', (t) => {
  const random = createRandom(7);
  const seen = new Set<number>();
  for (let i = 0; i < 1000; i += 1) seen.add(random.below(10));
  t.deepEqual([...seen].sort(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (let i = 0; i < 1000; i += 1) {
    const fraction = random.fraction();
    t.true(fraction >= 0 && fraction < 1);
    t.true(Number.isSafeInteger(random.uint53()));
  }
});

test('byte keys compare as the bytes of their text do', (t) => {
  const texts = ['', 'a', 'b', 'aa', 'é', '\u{1f600}', '\uffee', 'z', '{p}1'];
  const byText = [...texts].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const byKey = texts.map(byteKeyOfText).sort().map(textOfKey);
  t.deepEqual(byKey, byText);
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  t.deepEqual(bytesOfKey(byteKey(bytes)), bytes);
});

test('the pinned hash has its golden values', (t) => {
  const hash = (text: string) => formatHash(new Hasher().bytes(Buffer.from(text)).digest());
  t.deepEqual(['', 'a', 'abcd', 'abcde', 'x'.repeat(1000)].map(hash), HASHES);
  t.is(formatHash(new Hasher().uint53(2 ** 53 - 1).digest()), HASH_OF_LARGEST);
  t.true(
    sameHash(
      new Hasher().bytes(Buffer.from('hello world')).digest(),
      new Hasher().byteString(byteKeyOfText('hello world')).digest(),
    ),
  );
});

test('hash sums come back when a term is subtracted', (t) => {
  const a = new Hasher().uint53(1).digest();
  const b = new Hasher().uint53(2).digest();
  t.deepEqual(subtractHash(addHash(a, b), b), a);
  t.deepEqual(addHash(a, b), addHash(b, a));
});

test('the partition is what stands between the first brace and the next closing one, unless it is empty', (t) => {
  const partitions = ['plain', '{a}b', 'x{a}b', 'x{}b', 'x{a', '}x{a}', '{{a}}'].map((text) =>
    textOfKey(partitionOf(byteKeyOfText(text))),
  );
  t.deepEqual(partitions, ['plain', 'a', 'a', 'x{}b', 'x{a', 'a', '{a']);
  const c = byteKeyOfText('c');
  t.is(vshardOf(c, byteKeyOfText('{p}1')), vshardOf(c, byteKeyOfText('{p}2')));
});

test('slots are pinned', (t) => {
  const slot = (key: string) => vshardOf(byteKeyOfText('things'), byteKeyOfText(key));
  t.deepEqual(['a', 'b', 'key-1', '{p}1'].map(slot), SLOTS);
});

test('a further group takes its share of slots and moves no other', (t) => {
  const before = rendezvousMap([2, 3, 4, 5]);
  const after = rendezvousMap([2, 3, 4, 5, 6]);
  t.is(before.length, VSHARD_COUNT);
  const moved = after.filter((owner, vshard) => owner !== before[vshard]);
  t.true(moved.every((owner) => owner === 6));
  t.true(moved.length > VSHARD_COUNT / 5 / 1.5 && moved.length < (VSHARD_COUNT / 5) * 1.5);
  t.deepEqual(before.slice(0, 16), OWNERS);
  t.deepEqual(rendezvousMap([5, 4, 3, 2]), before);
});

test('the clock starts at the wall clock and is the same for everyone with its origin', (t) => {
  const origin = captureClockOrigin();
  const one = createSystemClock(origin);
  const other = createSystemClock(origin);
  const readings = [one.now(), other.now(), one.now(), other.now()];
  t.deepEqual(
    [...readings].sort((a, b) => a - b),
    readings,
  );
  t.true(readings.every((reading) => reading >= origin.wallMs));
});

const RANDOM_42 = [2837322924, 544945897, 111, 8970494803985556];
const HASHES = ['4bd6f0fef447607f', '4da7301bb7cc7ff8', '86665db9ddb0c008', '647a1b33c0da535c', '41518e1abf9562a1'];
const HASH_OF_LARGEST = '093d1be0ce3b9ecf';
const SLOTS = [896, 519, 470, 141];
const OWNERS = [5, 3, 2, 2, 2, 4, 3, 3, 2, 3, 4, 5, 4, 5, 4, 2];
