/** The stored form of outcomes: it is on disk, so it never changes. */
import test from 'ava';
import { decodeOutcome, done, encodeOutcome, refused, resultOf } from '../../../src/actors/applier/outcome.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test('encoded outcomes have their golden bytes', (t) => {
  const success = done([
    { revision: 300, integer: 0, existed: false },
    { revision: 301, integer: -2, existed: true },
    { revision: 0, integer: 0, existed: false },
  ]);
  t.is(hex(encodeOutcome(success)), '1a0308ac021a0708ad02100318011a00');
  const message = 'the item is at revision 7, expected none';
  const failure = refused('ERR_REVISION_MISMATCH', message);
  t.is(
    hex(encodeOutcome(failure)),
    `0a15${hex(new TextEncoder().encode('ERR_REVISION_MISMATCH'))}1228${hex(new TextEncoder().encode(message))}`,
  );
});

test('an outcome is the same once stored and read', (t) => {
  const outcomes = [
    done([{ revision: 2 ** 53 - 1, integer: -(2 ** 53 - 1), existed: true }]),
    done([]),
    refused('ERR_NOT_AN_INTEGER', 'no'),
  ];
  for (const outcome of outcomes) t.deepEqual(decodeOutcome(encodeOutcome(outcome)), outcome);
});

test('an answer can be changed by its receiver without changing what a retry gets', (t) => {
  const outcome = done([{ revision: 1, integer: 0, existed: false }]);
  const answer = resultOf(outcome, 5, true);
  answer.operations.length = 0;
  t.is(resultOf(outcome, 5, true).operations.length, 1);
});
