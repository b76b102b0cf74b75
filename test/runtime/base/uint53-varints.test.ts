/** 64-bit varints as numbers: the same bytes as protobuf's, at every edge, and nothing read past the end. */
import test from 'ava';
import { Reader, Writer } from '../../../src/runtime/base/proto.js';
import { createRandom } from '../../../src/runtime/base/random.js';

/** The definition: seven bits a byte, lowest first. */
function varint(value: bigint): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}

const edges = (): number[] => {
  const powers = Array.from({ length: 53 }, (_, bit) => 2 ** bit);
  return [0, ...powers.flatMap((power) => [power - 1, power, power + 1]), Number.MAX_SAFE_INTEGER];
};

test('every number is written as protobuf defines it, and read back', (t) => {
  const random = createRandom(1);
  const numbers = [...edges(), ...Array.from({ length: 1000 }, () => random.uint53())];
  for (const value of numbers) {
    const bytes = Writer.create().uint64(value).finish();
    t.deepEqual([...bytes], varint(BigInt(value)), String(value));
    const reader = Reader.create(bytes);
    t.is(reader.uint64() as unknown, value);
    t.is(reader.pos, bytes.length);
  }
});

test('numbers follow one another in one buffer, however it grows', (t) => {
  const numbers = edges();
  const writer = Writer.create();
  for (const value of numbers) writer.uint64(value);
  const reader = Reader.create(writer.finish());
  t.deepEqual(
    numbers.map(() => reader.uint64() as unknown),
    numbers,
  );
});

test('a number beyond 53 bits reads as one that no assertion takes for an index', (t) => {
  const value = Reader.create(Uint8Array.from(varint(2n ** 64n - 1n))).uint64() as unknown as number;
  t.false(Number.isSafeInteger(value));
});

test('a number that is cut off, or never ends, is refused', (t) => {
  for (const bytes of [[], [128], [255, 255, 255, 255], [255, 255, 255, 255, 255], Array<number>(11).fill(255)]) {
    t.throws(() => Reader.create(Uint8Array.from(bytes)).uint64(), { code: 'ERR_DECODE' }, String(bytes));
  }
});
