/** Retries: what comes twice is done once, and what is remembered does not grow without bound. */
import test from 'ava';
import { command } from '../../../src/runtime/base/proto.js';
import { commandOf, increment, type Naming, put, slotOf } from './entries.js';
import { OpenApplier } from './harness.js';

const HOUR_MS = 3_600_000;
const SESSION = [1_000_000, 42] as const;
const named = (sequence: number, lowestUnresolved = 0): Naming => ({ session: SESSION, sequence, lowestUnresolved });
const key = (byte: number, request = 1): Naming => ({
  idempotencyHash: new Uint8Array(16).fill(byte),
  requestHash: new Uint8Array(16).fill(request),
});

test('a retry is answered with the first result and not done again', (t) => {
  const applier = new OpenApplier();
  const first = applier.write([increment('n', 1)], named(1));
  const second = applier.write([increment('n', 1)], named(1));
  t.like(second, { errorCode: '', replayed: true });
  t.deepEqual(second.operations, first.operations);
  t.is(applier.get('n')?.value, '1');
});

test('a retry in the same entry counts as well', (t) => {
  const applier = new OpenApplier();
  const copy = commandOf([increment('n', 1)], named(1));
  t.deepEqual(
    applier.commit([copy, copy]).map(({ replayed }) => replayed),
    [false, true],
  );
  t.is(applier.get('n')?.value, '1');
});

test('an error is a result too: the retry gets it although it could now be done', (t) => {
  const applier = new OpenApplier();
  const operation = put('a', 'x', { precondition: command.Precondition.PRESENT });
  t.is(applier.write([operation], named(1)).errorCode, 'ERR_REVISION_MISMATCH');
  applier.write([put('a', 'there')]);
  t.like(applier.write([operation], named(1)), { errorCode: 'ERR_REVISION_MISMATCH', replayed: true });
  t.is(applier.get('a')?.value, 'there');
});

test('results survive a crash once they are flushed, in the same words', (t) => {
  const applier = new OpenApplier();
  applier.write([increment('n', 3)], named(1));
  const failed = applier.write([increment('n', 2 ** 53 - 1)], named(2));
  applier.flush();
  applier.restart();
  t.like(applier.write([increment('n', 3)], named(1)).operations[0], { integer: 3, revision: 1 });
  t.is(applier.write([increment('n', 1)], named(2)).errorMessage, failed.errorMessage);
  t.is(applier.get('n')?.value, '3');
});

test('records below the lowest unresolved sequence go, and a late copy of such a command is not done', (t) => {
  const applier = new OpenApplier();
  applier.write([increment('n', 1)], named(1));
  applier.write([increment('n', 1)], named(2));
  applier.write([increment('n', 1)], named(3, 3));
  t.is(applier.counts.get('session_records'), 2);
  t.is(applier.write([increment('n', 1)], named(2, 1)).errorCode, 'ERR_INVALID_REQUEST');
  applier.flush();
  applier.restart();
  t.is(applier.write([increment('n', 1)], named(2, 1)).errorCode, 'ERR_INVALID_REQUEST');
  t.is(applier.get('n')?.value, '3');
});

test('sequences of a session may come in any order and with holes', (t) => {
  const applier = new OpenApplier();
  for (const sequence of [50, 10, 30]) applier.write([increment('n', 1)], named(sequence, 10));
  applier.write([increment('n', 1)], named(60, 40));
  t.is(applier.write([increment('n', 1)], named(50, 40)).replayed, true);
  t.is(applier.write([increment('n', 1)], named(30, 30)).errorCode, 'ERR_INVALID_REQUEST');
  t.is(applier.counts.get('session_records'), 3);
});

test('a sequence too far above the lowest unresolved one is refused and not remembered', (t) => {
  const applier = new OpenApplier({ limits: { sessionWindow: 4 } });
  t.is(applier.write([put('a', '1')], named(4)).errorCode, '');
  t.is(applier.write([put('a', '1')], named(5)).errorCode, 'ERR_SEQUENCE_TOO_FAR');
  t.is(applier.write([put('a', '1')], named(5, 2)).errorCode, '');
  t.is(applier.write([put('a', '1')], { ...named(9, 5), session: [1_000_000, 43] }).errorCode, 'ERR_SEQUENCE_TOO_FAR');
  t.is(applier.write([put('a', '1')], named(0)).errorCode, 'ERR_INVALID_REQUEST');
  t.is(applier.write([put('a', '1')], named(7, 8)).errorCode, 'ERR_INVALID_REQUEST');
});

test('a session is too old an hour of log clock after its stamp: refused, and its records go', (t) => {
  const applier = new OpenApplier();
  applier.write([increment('n', 1)], named(1), 1_000_000);
  applier.flush();
  t.is(applier.disk.sessions.size, 1);
  t.is(applier.write([increment('n', 1)], named(1), 1_000_000 + HOUR_MS).replayed, true);
  t.is(applier.counts.get('session_records'), 2);
  t.is(applier.write([increment('n', 1)], named(1), 1_000_001 + HOUR_MS).errorCode, 'ERR_SESSION_EXPIRED');
  t.is(applier.counts.get('session_records'), 0);
  applier.flush();
  t.is(applier.disk.sessions.size, 0);
  t.is(applier.get('n')?.value, '1');
});

test('the record of a floor goes with its session', (t) => {
  const applier = new OpenApplier();
  applier.write([put('a', '1')], named(7, 7));
  applier.flush();
  t.is(applier.disk.sessions.size, 2);
  applier.commit([], 1_000_001 + HOUR_MS);
  applier.flush();
  t.is(applier.disk.sessions.size, 0);
});

test('two sessions that drew the same serial are told apart by their stamps', (t) => {
  const applier = new OpenApplier();
  const other: Naming = { session: [1_000_005, 42], sequence: 1 };
  applier.write([increment('n', 1)], named(1));
  t.is(applier.write([increment('n', 1)], other).replayed, false);
  applier.commit([], 1_000_001 + HOUR_MS);
  t.is(applier.write([increment('n', 1)], other).replayed, true);
  t.is(applier.write([increment('n', 1)], named(1)).errorCode, 'ERR_SESSION_EXPIRED');
});

test('a record that came and went between two flushes never reaches the file', (t) => {
  const applier = new OpenApplier();
  for (let sequence = 1; sequence <= 20; sequence += 1) applier.write([put('a', 'v')], named(sequence, sequence));
  applier.flush();
  t.deepEqual(
    [...applier.disk.sessions.values()].map(({ sequence }) => sequence),
    [0, 20],
  );
  t.is(applier.disk.pieces.flatMap(({ sessions }) => sessions).length, 2);
  t.is(applier.disk.pieces.flatMap(({ sessionDeletions }) => sessionDeletions).length, 0);
});

test('what was not remembered because the group did not own the slot is done by the one that does', (t) => {
  const applier = new OpenApplier({ owned: [slotOf('a')] });
  t.is(applier.write([put('b', '1')], named(1)).errorCode, 'ERR_NOT_OWNER');
  t.is(applier.counts.get('session_records'), 0);
  t.is(applier.write([put('a', '1')], named(1)).replayed, false);
});

test('a full memory of requests refuses new ones, replays old ones and has room again', (t) => {
  const applier = new OpenApplier({ limits: { sessionRecordsMax: 3 } });
  applier.write([increment('n', 1)], named(1));
  applier.write([increment('n', 1)], named(2));
  t.is(applier.write([increment('n', 1)], named(3)).errorCode, 'ERR_SESSIONS_FULL');
  t.is(applier.write([increment('n', 1)], key(1)).errorCode, 'ERR_SESSIONS_FULL');
  t.is(applier.write([increment('n', 1)], named(2)).replayed, true);
  t.is(applier.write([increment('n', 1)], named(3, 2)).errorCode, '');
  t.is(applier.write([increment('n', 1)]).errorCode, '');
  t.is(applier.get('n')?.value, '4');
});

test('an idempotency key is good for one request, for an hour', (t) => {
  const applier = new OpenApplier();
  t.is(applier.write([increment('n', 1)], key(1)).replayed, false);
  t.is(applier.write([increment('n', 1)], key(1)).replayed, true);
  t.is(applier.write([increment('n', 2)], key(1, 2)).errorCode, 'ERR_IDEMPOTENCY_KEY_REUSED');
  t.is(applier.write([increment('n', 1)], key(2)).replayed, false);
  applier.flush();
  applier.restart();
  t.is(applier.write([increment('n', 1)], key(1), 1_000_000 + HOUR_MS).replayed, true);
  t.is(applier.write([increment('n', 2)], key(1, 2), 1_000_001 + HOUR_MS).errorCode, '');
  t.is(applier.get('n')?.value, '4');
});

test('an idempotency key that is used again after its hour is in the file with its new request', (t) => {
  const applier = new OpenApplier();
  applier.write([increment('n', 1)], key(1));
  applier.flush();
  applier.write([increment('n', 1)], key(1, 2), 1_000_001 + HOUR_MS);
  applier.flush();
  applier.restart();
  t.is(applier.write([increment('n', 1)], key(1, 2)).replayed, true);
  t.is(applier.disk.sessions.size, 1);
});

test('hashes of another length than 16 bytes are no idempotency key', (t) => {
  const applier = new OpenApplier();
  t.is(
    applier.write([put('a', '1')], { ...key(1), idempotencyHash: new Uint8Array(3) }).errorCode,
    'ERR_INVALID_REQUEST',
  );
});

test('a replica that lost its memory decides about retries like one that did not', (t) => {
  const kept = new OpenApplier();
  const restarted = new OpenApplier();
  for (let round = 1; round <= 40; round += 1) {
    const sequence = ((round * 7) % 20) + 1;
    const naming = named(sequence, Math.max(1, Math.floor(round / 4)));
    const clockMs = 1_000_000 + round;
    t.deepEqual(
      kept.write([increment('n', 1)], naming, clockMs),
      restarted.write([increment('n', 1)], naming, clockMs),
    );
    if (round % 5 === 0) {
      restarted.flush();
      restarted.restart();
    }
  }
  t.is(kept.counts.get('session_records'), restarted.counts.get('session_records'));
});
