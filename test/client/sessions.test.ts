/** Which session a write goes under, as time passes and as nodes refuse it. */
import { setImmediate } from 'node:timers/promises';
import test from 'ava';
import { Sessions } from '../../src/client/sessions.js';
import { failed, type Request, type ScriptedServer, serve, written } from './scripted-server.js';

const MINUTE_MS = 60_000;

test('a session is due after 25 minutes, and not usable after 30', (t) => {
  const sessions = new Sessions();
  t.true(sessions.isDue(0));
  t.is(sessions.usable(0), undefined);
  sessions.offer(100, 1, 0);
  sessions.offer(200, 2, 0);
  t.is(sessions.usable(24 * MINUTE_MS)?.serial, 1, 'one that is not due is kept');
  t.false(sessions.isDue(24 * MINUTE_MS));
  t.true(sessions.isDue(25 * MINUTE_MS));
  t.is(sessions.usable(29 * MINUTE_MS)?.serial, 1);
  t.is(sessions.usable(30 * MINUTE_MS), undefined);
  sessions.offer(300, 3, 30 * MINUTE_MS);
  t.is(sessions.usable(30 * MINUTE_MS)?.serial, 3);
});

test('a session with as many open sequences as a node remembers gives out no more', (t) => {
  const sessions = new Sessions();
  sessions.offer(100, 1, 0);
  const window = sessions.usable(0)?.window;
  for (let n = 1; n <= 4096; n += 1) t.is(window?.issue(), n);
  t.is(sessions.usable(0), undefined);
  window?.resolve(2);
  t.is(sessions.usable(0), undefined, 'the lowest one is still open');
  t.deepEqual([sessions.isDue(999), sessions.isDue(1_000)], [false, true], 'another one is asked for, but not at once');
  window?.resolve(1);
  t.is(sessions.usable(0)?.window.issue(), 4097);
});

const namesOf = (server: ScriptedServer) =>
  server.writes.map(({ sessionSerial, sequence }) => [sessionSerial, sequence]);

test('an old session is renewed while writes go on, and writes go on without one only when it has come', async (t) => {
  let nowMs = 0;
  let serial = 10;
  const { server, client } = await serve(
    t,
    {
      request: ({ newSession }) => {
        if (newSession == null) return written(1);
        serial += 1;
        return { session: { stampMs: 5_000_000, serial } };
      },
    },
    {},
    () => nowMs,
  );
  const items = client.collection('items');
  await items.put('a', 1);
  nowMs = 26 * MINUTE_MS;
  await Promise.all([items.put('b', 1), items.get('b')]);
  await items.put('c', 1);
  nowMs += 45 * MINUTE_MS;
  await items.put('d', 1);
  t.deepEqual(namesOf(server), [
    [7, 1],
    [7, 2],
    [11, 1],
    [12, 1],
  ]);
});

test('a write that gets no answer does not keep the others waiting for its time to pass', async (t) => {
  let nowMs = 0;
  const script = {
    request: ({ newSession, write }: Request) => {
      if (newSession != null) return { session: { stampMs: 5_000_000, serial: 11 } };
      return write?.sessionSerial === 7 && write.sequence === 1 ? undefined : written(1);
    },
  };
  const { server, client } = await serve(t, script, { timeoutMs: 60_000 }, () => nowMs);
  const items = client.collection('items');
  const stuck = items.put('stuck', 1);
  stuck.catch(() => undefined);
  const others = Promise.all(Array.from({ length: 4_100 }, (_, n) => items.put(`k${n}`, n)));
  while (server.writes.length < 4_096) await setImmediate();
  nowMs = 1_000;
  await others;
  t.deepEqual(
    namesOf(server).slice(4_096),
    [1, 2, 3, 4, 5].map((sequence) => [11, sequence]),
  );
});

test('a session that a node takes for expired is replaced, and the write sent under the new one', async (t) => {
  const { server, client } = await serve(t, {
    request: ({ newSession, write }) => {
      if (newSession != null) return { session: { stampMs: 6_000_000, serial: 20 } };
      const expired = { result: { errorCode: 'ERR_SESSION_EXPIRED', errorMessage: 'too old' } };
      return write?.sessionSerial === 7 ? expired : written(1);
    },
  });
  const items = client.collection('items');
  await Promise.all([items.put('a', 1), items.put('b', 2), items.put('c', 3)]);
  const names = namesOf(server);
  t.deepEqual(names.slice(0, 3), [
    [7, 1],
    [7, 2],
    [7, 3],
  ]);
  t.deepEqual(names.slice(3).sort(), [
    [20, 1],
    [20, 2],
    [20, 3],
  ]);
  t.is(server.requests.filter(({ newSession }) => newSession != null).length, 1);
});

test('a write that may have been done under an expired session is not done again', async (t) => {
  const { server, client } = await serve(t, {
    request: ({ newSession, write }, peer) => {
      if (newSession != null) return { session: { stampMs: 6_000_000, serial: 20 } };
      if (write?.sessionSerial === 20) return written(1);
      if (peer.number > 1) return { result: { errorCode: 'ERR_SESSION_EXPIRED', errorMessage: 'too old' } };
      peer.cut();
      return undefined;
    },
  });
  await t.throwsAsync(client.collection('items').increment('a'), { code: 'ERR_OUTCOME_UNKNOWN' });
  t.is(server.writes.length, 2);
});

test('writes fail with the reason when no session is to be had', async (t) => {
  const { client } = await serve(t, {
    welcome: () => ({ sessionStampMs: 0, sessionSerial: 0 }),
    request: ({ newSession }) => (newSession == null ? written(1) : failed('ERR_INVALID_REQUEST', 'no sessions here')),
  });
  await t.throwsAsync(client.collection('items').put('a', 1), { message: 'no sessions here' });
});

test('a write with an idempotency key needs no session and keeps its key', async (t) => {
  const { server, client } = await serve(t, {
    welcome: () => ({ sessionStampMs: 0, sessionSerial: 0 }),
    request: (_, peer) => {
      if (peer.number > 1) return written(1);
      peer.cut();
      return undefined;
    },
  });
  await client.collection('items').put('a', 1, { idempotencyKey: 'order-5' });
  t.deepEqual(
    server.writes.map(({ idempotencyKey, sessionSerial, sequence }) => [idempotencyKey, sessionSerial, sequence]),
    [
      ['order-5', 0, 0],
      ['order-5', 0, 0],
    ],
  );
});
