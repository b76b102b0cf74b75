/** The store suite's part for states: what every state store does, by behaviour. */
import { Buffer } from 'node:buffer';
import type { TestFn } from 'ava';
import { type ByteKey, byteKey } from '../../src/runtime/base/byte-key.js';
import { addHash, ZERO_HASH } from '../../src/runtime/base/hash.js';
import type { StateMeta } from '../../src/runtime/base/state-store.js';
import type { PlaceFactory } from './places.js';
import {
  FROM_START,
  flush,
  item,
  itemLines,
  META,
  newState,
  piece,
  STATE_FILE,
  scanAll,
  session,
  USERS,
} from './samples.js';

const bytes = (...values: number[]): ByteKey => byteKey(Uint8Array.from(values));
const keysOf = (rows: readonly { readonly key: ByteKey }[]): readonly ByteKey[] => rows.map(({ key }) => key);

export function testStates(test: TestFn, name: string, place: PlaceFactory): void {
  testFlushes(test, name, place);
  testIsolation(test, name, place);
  testScans(test, name, place);
  testSessions(test, name, place);
  testRefusals(test, name, place);
}

function testFlushes(test: TestFn, name: string, place: PlaceFactory): void {
  test(`${name}: a new state has its meta and slots, and no rows`, (t) => {
    const state = newState(place(t).storage);
    const { membership, ...rest } = state.meta;
    const { membership: expected, ...expectedRest } = META;
    t.deepEqual(rest, expectedRest);
    t.like(membership, { voters: expected.voters, learnersNext: expected.learnersNext, autoLeave: true });
    t.deepEqual(state.vshards(), [
      { vshard: 0, revision: 0 },
      { vshard: 3, revision: 9 },
    ]);
    t.is(state.get(3, USERS, bytes(1)), undefined);
    t.deepEqual([...state.sessions()], []);
    t.deepEqual(state.expiring(undefined, Number.MAX_SAFE_INTEGER, 10), []);
    state.close();
  });

  test(`${name}: a state that is not there is missing, and not made`, (t) => {
    const { storage } = place(t);
    t.throws(() => storage.openState('state-9-9-1.db'), { code: 'ERR_CORRUPT', message: /is missing/ });
    t.throws(() => storage.openState('state-9-9-1.db'), { code: 'ERR_CORRUPT' });
  });

  test(`${name}: a flush is read back, also after reopening`, (t) => {
    const { storage } = place(t);
    const state = newState(storage);
    const rows = [
      item('a', { kind: 2, value: Buffer.from('42'), revision: 2 ** 52, expiresAtMs: 1_800_000_000_000 }),
      item('b', { value: new Uint8Array(0) }),
      item('c', { value: Buffer.alloc(100_000, 7) }),
    ];
    const meta = {
      flushedIndex: 77,
      flushedTerm: 3,
      membership: { voters: [9], learners: [8], votersOutgoing: [7], learnersNext: [], autoLeave: false },
      membershipIndex: 70,
      logClockMs: 1_700_000_000_000,
      stateHash: { high: 2 ** 32 - 1, low: 1 },
      applyVersion: 2,
      ownedVshards: [],
      mapVersion: 12,
    };
    flush(state, { rows, vshards: [{ vshard: 3, revision: 10 }] }, meta);
    const check = (open: typeof state) => {
      t.deepEqual(itemLines(rows.map(({ key }) => open.get(3, USERS, key))), itemLines(rows));
      t.deepEqual(open.get(3, USERS, rows[0]?.key ?? bytes())?.hash, rows[0]?.hash);
      t.deepEqual(open.vshards().at(-1), { vshard: 3, revision: 10 });
      const { membership, ...rest } = open.meta;
      t.like(rest, { ...meta, membership: undefined, group: 1, replica: 1 });
      t.deepEqual([membership.voters, membership.learners, membership.votersOutgoing], [[9], [8], [7]]);
    };
    check(state);
    state.close();
    const reopened = storage.openState(STATE_FILE);
    check(reopened);
    reopened.close();
  });

  test(`${name}: a later flush replaces and deletes rows`, (t) => {
    const state = newState(place(t).storage);
    flush(state, { rows: [item('a'), item('b'), item('c')] });
    const replaced = item('b', { revision: 5, value: Buffer.from('new') });
    const gone = ['a', 'x'].map((key) => ({ vshard: 3, collection: USERS, key: key as ByteKey }));
    flush(state, { rows: [replaced], deletions: gone });
    t.deepEqual(scanAll(state), itemLines([replaced, item('c')]));
    state.close();
  });

  test(`${name}: a piece tells the hashes of what it replaces and deletes, however many rows it has`, (t) => {
    const state = newState(place(t).storage);
    const before = Array.from({ length: 30 }, (_, n) => item(`key-${n + 10}`, { expiresAtMs: n % 2 }));
    flush(state, { rows: before });
    state.beginFlush();
    const changed = before
      .slice(0, 19)
      .map((row) => item(row.key, { revision: 2, expiresAtMs: (row.expiresAtMs + 1) % 2 }));
    const added = Array.from({ length: 9 }, (_, n) => item(`new-${n}`));
    const gone = before.slice(25);
    const absent = item('absent');
    const replaced = state.writePiece(piece({ rows: [...changed, ...added], deletions: [absent, ...gone] }));
    const expected = [...before.slice(0, 19), ...gone].reduce((sum, { hash }) => addHash(sum, hash), ZERO_HASH);
    t.deepEqual(replaced, expected);
    t.deepEqual(state.writePiece(piece({ rows: [item('z')] })), ZERO_HASH, 'of this piece alone');
    state.commitFlush({ ...state.meta, flushedIndex: 3 });
    const now = [...changed, ...before.slice(19, 25), ...added, item('z')];
    t.deepEqual(scanAll(state), itemLines(now));
    t.deepEqual(
      state.expiring(undefined, 10, 100).map(({ key }) => key),
      now.filter(({ expiresAtMs }) => expiresAtMs > 0).map(({ key }) => key),
    );
    state.close();
  });
}

function testIsolation(test: TestFn, name: string, place: PlaceFactory): void {
  test(`${name}: reads between the pieces of a flush see the state before it`, (t) => {
    const state = newState(place(t).storage);
    const before = item('a', { expiresAtMs: 50 });
    flush(state, { rows: [before], sessions: [session(1)] });
    const { meta } = state;
    state.beginFlush();
    const next = { ...meta, flushedIndex: 9 };
    state.writePiece(piece({ rows: [item('a', { revision: 2 }), item('b')], vshards: [{ vshard: 3, revision: 11 }] }));
    const seen = () => {
      t.deepEqual(scanAll(state), itemLines([before]));
      t.deepEqual(itemLines([state.get(3, USERS, before.key)]), itemLines([before]));
      t.is(state.vshards().at(-1)?.revision, 9);
      t.deepEqual(
        [...state.sessions()].map(({ sequence }) => sequence),
        [1],
      );
      t.is(state.expiring(undefined, 100, 10).length, 1);
      t.is(state.meta.flushedIndex, meta.flushedIndex);
    };
    seen();
    state.writePiece(piece({ sessions: [session(2)], sessionDeletions: [session(1)] }));
    seen();
    state.commitFlush(next);
    t.is(state.meta.flushedIndex, 9);
    t.is(scanAll(state).length, 2);
    t.deepEqual(
      [...state.sessions()].map(({ sequence }) => sequence),
      [2],
    );
    t.deepEqual(state.expiring(undefined, 100, 10), []);
    state.close();
  });

  test(`${name}: a rolled-back or unfinished flush leaves nothing`, (t) => {
    const { storage } = place(t);
    const state = newState(storage);
    flush(state, { rows: [item('a')] });
    state.beginFlush();
    state.writePiece(piece({ rows: [item('b')], deletions: [item('a')] }));
    state.rollbackFlush();
    state.rollbackFlush();
    t.deepEqual(scanAll(state), itemLines([item('a')]));
    state.beginFlush();
    state.writePiece(piece({ rows: [item('c')] }));
    state.close();
    const reopened = storage.openState(STATE_FILE);
    t.deepEqual(scanAll(reopened), itemLines([item('a')]));
    t.is(reopened.meta.flushedIndex, 2);
    reopened.close();
  });
}

function testScans(test: TestFn, name: string, place: PlaceFactory): void {
  test(`${name}: scans are in byte order, within one slot and collection`, (t) => {
    const state = newState(place(t).storage);
    const keys = [
      bytes(),
      bytes(0),
      bytes(0, 0),
      bytes(1),
      bytes(0x61),
      bytes(0x7f),
      bytes(0x80),
      bytes(0xff),
      bytes(0xff, 0),
    ];
    const others = [
      item('a', { vshard: 4 }),
      item('a', { collection: bytes(0x75) }),
      item('a', { collection: bytes() }),
    ];
    flush(state, { rows: [...keys.map((key) => item(key)), ...others] });
    const scan = (range: Partial<Parameters<typeof state.scan>[2]>, limit = 100) =>
      keysOf(state.scan(3, USERS, { ...FROM_START, ...range }, limit));
    t.deepEqual(scan({}), keys);
    t.deepEqual(scan({}, 3), keys.slice(0, 3));
    t.deepEqual(scan({ from: bytes(1) }), keys.slice(3));
    t.deepEqual(scan({ from: bytes(1), after: true }), keys.slice(4));
    t.deepEqual(scan({ from: bytes(0, 1), to: bytes(0x80) }), keys.slice(3, 6));
    t.deepEqual(scan({ from: bytes(), after: true, to: bytes(0xff, 0) }), keys.slice(1, 8));
    t.deepEqual(scan({ from: bytes(2), to: bytes(2) }), []);
    t.deepEqual(scan({ from: bytes(0xff, 1) }), []);
    t.deepEqual(keysOf(state.scan(4, USERS, FROM_START, 10)), ['a' as ByteKey]);
    t.deepEqual(state.scan(5, USERS, FROM_START, 10), []);
    state.close();
  });

  test(`${name}: expiry is ordered by time, then place, and read from a place on`, (t) => {
    const state = newState(place(t).storage);
    flush(state, {
      rows: [
        item('a', { expiresAtMs: 30 }),
        item('b', { expiresAtMs: 10 }),
        item('c'),
        item('d', { expiresAtMs: 20 }),
        item('a', { vshard: 2, expiresAtMs: 20 }),
      ],
    });
    const all = state.expiring(undefined, 1_000, 10);
    const short = (places: typeof all) => places.map((p) => `${p.expiresAtMs} ${p.vshard} ${p.key}`);
    t.deepEqual(short(all), ['10 3 b', '20 2 a', '20 3 d', '30 3 a']);
    t.deepEqual(short(state.expiring(undefined, 20, 10)), ['10 3 b', '20 2 a', '20 3 d']);
    t.deepEqual(short(state.expiring(undefined, 20.9, 2)), ['10 3 b', '20 2 a']);
    t.deepEqual(short(state.expiring(all[1], 1_000, 1)), ['20 3 d']);
    t.deepEqual(state.expiring(all[3], 1_000, 1), []);
    flush(state, { rows: [item('b', { expiresAtMs: 40 }), item('d')], deletions: [item('a')] });
    t.deepEqual(short(state.expiring(undefined, 1_000, 10)), ['20 2 a', '40 3 b']);
    state.close();
  });
}

function testSessions(test: TestFn, name: string, place: PlaceFactory): void {
  test(`${name}: session records are kept, replaced and deleted by their key, in its order`, (t) => {
    const { storage } = place(t);
    const state = newState(storage);
    const keyed = session(0, { stampMs: 0, serial: 0, idempotencyHash: 'ab'.repeat(16), requestHash: 'cd'.repeat(16) });
    const sessions = [session(0, { serial: 2 ** 52 }), keyed, session(1), session(1, { stampMs: 999, vshard: 1023 })];
    flush(state, { sessions });
    flush(state, { sessions: [session(1, { result: Buffer.from('again') })], sessionDeletions: [session(5)] });
    state.close();
    const reopened = storage.openState(STATE_FILE);
    t.deepEqual(
      [...reopened.sessions()].map(
        (r) =>
          `${r.stampMs}/${r.serial}/${r.sequence}/${r.idempotencyHash}/${r.requestHash}/${r.vshard}/${Buffer.from(r.result)}`,
      ),
      [
        `0/0/0/${'ab'.repeat(16)}/${'cd'.repeat(16)}/3/\0`,
        '999/7/1///1023/\x01',
        '1000/7/1///3/again',
        `1000/${2 ** 52}/0///3/\0`,
      ],
    );
    flush(reopened, { sessionDeletions: [keyed, session(1)] });
    t.is([...reopened.sessions()].length, 2);
    reopened.close();
  });

  test(`${name}: thousands of session records are all read`, (t) => {
    const state = newState(place(t).storage);
    flush(state, { sessions: Array.from({ length: 2_500 }, (_, i) => session(i)) });
    t.deepEqual(
      [...state.sessions()].map(({ sequence }) => sequence),
      Array.from({ length: 2_500 }, (_, i) => i),
    );
    state.close();
  });
}

function testRefusals(test: TestFn, name: string, place: PlaceFactory): void {
  test(`${name}: a row that does not match its hash is never handed out, and ends the store`, (t) => {
    const { storage } = place(t);
    const state = newState(storage);
    flush(state, { rows: [item('a'), { ...item('b'), hash: item('a').hash }] });
    t.throws(() => scanAll(state), { code: 'ERR_CORRUPT' });
    t.throws(() => state.get(3, USERS, item('a').key), { code: 'ERR_CORRUPT' });
    t.throws(() => state.beginFlush(), { code: 'ERR_CORRUPT' });
    state.close();
    const reopened = storage.openState(STATE_FILE);
    t.deepEqual(itemLines([reopened.get(3, USERS, item('a').key)]), itemLines([item('a')]));
    t.throws(() => reopened.get(3, USERS, item('b').key), { code: 'ERR_CORRUPT' });
    reopened.close();
  });

  for (const [what, over] of Object.entries({
    index: { flushedIndex: 1 },
    term: { flushedTerm: 0 },
    'log clock': { logClockMs: 4 },
    'membership index': { membershipIndex: 0 },
    'apply version': { applyVersion: 0 },
    replica: { replica: 2 },
    volume: { volumeInstanceId: 'c2'.repeat(16) },
  } satisfies Record<string, Partial<StateMeta>>)) {
    test(`${name}: a flush never takes back the ${what}`, (t) => {
      const state = newState(place(t).storage);
      flush(state, {});
      state.beginFlush();
      t.throws(() => state.commitFlush({ ...state.meta, ...over }), { code: 'ERR_INVARIANT' });
      state.rollbackFlush();
      t.is(state.meta.flushedIndex, 2);
      state.close();
    });
  }

  test(`${name}: writes belong to a flush, of which there is one at a time`, (t) => {
    const state = newState(place(t).storage);
    t.throws(() => state.writePiece(piece({ rows: [item('a')] })), { code: 'ERR_INVARIANT' });
    t.throws(() => state.commitFlush(state.meta), { code: 'ERR_INVARIANT' });
    state.beginFlush();
    t.throws(() => state.beginFlush(), { code: 'ERR_INVARIANT' });
    state.close();
  });

  test(`${name}: creating a state again replaces it`, (t) => {
    const { storage } = place(t);
    const state = newState(storage);
    flush(state, { rows: [item('a')] });
    state.close();
    const fresh = newState(storage);
    t.deepEqual(scanAll(fresh), []);
    t.is(fresh.meta.flushedIndex, 1);
    fresh.close();
  });

  test(`${name}: a checkpoint of a state moves what its write-ahead log holds`, (t) => {
    const state = newState(place(t).storage);
    flush(state, { rows: [item('a')] });
    t.true(state.walBytes() > 0);
    state.checkpoint('passive');
    t.is(state.walBytes(), 0);
    t.is(scanAll(state).length, 1);
    state.close();
  });
}
