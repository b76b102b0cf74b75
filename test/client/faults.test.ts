/** What the client does when something goes wrong: lost connections, refusals, silence, garbage, deadlines, aborts. */
import { Buffer } from 'node:buffer';
import { setImmediate } from 'node:timers/promises';
import test from 'ava';
import { connect } from '../../src/client/client.js';
import { QuorateError } from '../../src/runtime/base/errors.js';
import {
  failed,
  found,
  PATIENT,
  type Peer,
  type Request,
  ScriptedServer,
  SESSION,
  serve,
  written,
} from './scripted-server.js';

/** Resolves once it is so; the test's own time limit is the only one. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setImmediate();
}

test('requests that were on a lost connection are sent again under the same names', async (t) => {
  const { server, client } = await serve(t, {
    request: (request, peer) => {
      if (peer.number === 1) {
        if (peer.requests.length === 4) peer.cut();
        return undefined;
      }
      return request.write == null ? found({ key: 'a', value: 1 }) : written(1);
    },
  });
  const items = client.collection('items');
  await Promise.all([items.put('a', 1), items.increment('n', 2), items.get('a'), items.put('b', 3)]);
  const [first = [], second = []] = server.peers.map(({ requests }) => requests.map(({ write }) => write?.sequence));
  t.deepEqual(first, [1, 2, undefined, 3]);
  t.deepEqual(second, first);
  t.true(server.writes.every(({ sessionStampMs }) => sessionStampMs === SESSION.sessionStampMs));
  t.deepEqual(
    server.writes.slice(3).map(({ operations }) => operations[0]?.put?.kind ?? 'increment'),
    [1, 'increment', 1],
  );
  t.is(client.statistics.retries, 4);
  t.is(client.statistics.connections, 2);
});

test('a node that is gone for a while is found again, on the same or on another address', async (t) => {
  const first = await new ScriptedServer({ request: (_, peer) => void peer.cut() }).listen();
  const second = await new ScriptedServer({ request: () => written(2) }).listen();
  t.teardown(() => second.close());
  const client = await connect([first.address, second.address], PATIENT);
  t.teardown(() => client.close());
  const putting = client.collection('items').put('a', 1);
  await until(() => first.requests.length === 1);
  await first.close();
  t.deepEqual(await putting, { revision: 2 });
  t.is(second.writes[0]?.sequence, 1);
  t.is(second.peers[0]?.hello?.clusterId, 'cluster-of-the-test', 'no other cluster will do from then on');
});

test('refusals that pass are waited out, others are not', async (t) => {
  const codes = ['ERR_NOT_READY', 'ERR_OVERLOADED', 'ERR_STORAGE_FULL', 'ERR_OUTCOME_UNKNOWN', 'ERR_SEQUENCE_TOO_FAR'];
  const { server, client } = await serve(t, {
    request: () => {
      const code = codes.shift();
      return code === undefined ? written(1) : failed(code);
    },
  });
  t.deepEqual(await client.collection('items').put('a', 1), { revision: 1 });
  t.deepEqual(
    server.writes.map(({ sequence }) => sequence),
    [1, 1, 1, 1, 1, 1],
  );
  t.is(new Set(server.requests.map(({ id }) => id)).size, 6, 'every attempt has an id of its own');
  codes.push('ERR_KEY_TOO_LARGE');
  await t.throwsAsync(client.collection('items').put('a', 1), { code: 'ERR_KEY_TOO_LARGE' });
  t.is(server.requests.length, 7);
});

test('a refusal from outside the log does not tell what became of an earlier attempt', async (t) => {
  const { client } = await serve(t, {
    request: ({ write }, peer) => {
      if (peer.number === 1) peer.cut();
      return write?.operations[0]?.increment == null
        ? failed('ERR_GROUP_STOPPED')
        : { result: { errorCode: 'ERR_NOT_AN_INTEGER', errorMessage: 'it is a text' } };
    },
  });
  const items = client.collection('items');
  const outcomes = await Promise.allSettled([items.put('a', 1), items.increment('a')]);
  const codes = outcomes.map((outcome) => outcome.status === 'rejected' && (outcome.reason as QuorateError).code);
  t.deepEqual(codes, ['ERR_OUTCOME_UNKNOWN', 'ERR_NOT_AN_INTEGER']);
});

test('a deadline that passes: unknown for a write under way, with its name; nothing changed for a read', async (t) => {
  const answered = new Set<string>();
  const { server, client } = await serve(t, {
    request: (request) => {
      if (request.newSession != null) return { session: { stampMs: 2_000_000, serial: 8 } };
      const key = Buffer.from(request.write?.operations[0]?.key ?? request.get?.key ?? '').toString();
      return answered.has(key) ? written(4) : undefined;
    },
  });
  const items = client.collection('items');
  const unknown = await t.throwsAsync<QuorateError>(items.put('a', 1, { timeoutMs: 30 }), { instanceOf: QuorateError });
  const name = { ...SESSION, sequence: 1, lowestUnresolved: 1 };
  t.like(unknown, { code: 'ERR_OUTCOME_UNKNOWN', details: name });
  await t.throwsAsync(items.get('a', { timeoutMs: 30 }), { code: 'ERR_TIMEOUT' });

  answered.add('a').add('b');
  await items.put('b', 1);
  t.like(server.writes.at(-1), { sessionSerial: 8, sequence: 1 }, 'others are named by another session from then on');
  t.deepEqual(await items.put('a', 1, { retryOf: unknown }), { revision: 4 });
  t.like(server.writes.at(-1), name);
});

test('a write that was only ever refused fails with the refusal, and its sequence is free', async (t) => {
  let nowMs = 0;
  const script = {
    request: ({ write }: Request) =>
      write?.sequence === 1 ? failed('ERR_STORAGE_FULL', 'the disk is full') : written(1),
  };
  const { server, client } = await serve(t, script, {}, () => nowMs);
  const items = client.collection('items');
  const refused = items.put('a', 1, { timeoutMs: 20 });
  refused.catch(() => undefined);
  await items.get('behind the answer to the put');
  nowMs = 20;
  await t.throwsAsync(refused, { code: 'ERR_STORAGE_FULL', message: 'the disk is full' });
  await items.put('b', 1);
  t.like(server.writes.at(-1), { sessionSerial: 7, sequence: 2, lowestUnresolved: 2 });
});

test('without any connection in its time a request ends as unreachable', async (t) => {
  const { server, client } = await serve(t, {});
  await server.close();
  await until(() => !client.statistics.isConnected);
  const items = client.collection('items');
  const outcomes = await Promise.allSettled([items.get('a', { timeoutMs: 40 }), items.put('a', 1, { timeoutMs: 40 })]);
  const codes = outcomes.map((each) => each.status === 'rejected' && (each.reason as QuorateError).code);
  t.deepEqual(codes, ['ERR_UNREACHABLE', 'ERR_UNREACHABLE']);
});

test('a node that is silent beyond a deadline, and for long, is connected to anew', async (t) => {
  let nowMs = 0;
  const script = { request: (_: Request, peer: Peer) => (peer.number === 1 ? undefined : written(6)) };
  const { server, client } = await serve(t, script, {}, () => nowMs);
  const items = client.collection('items');
  const patient = items.put('b', 1, { timeoutMs: 30_000 });
  const soonLate = items.get('a', { timeoutMs: 20 });
  await until(() => server.requests.length === 2);
  nowMs = 20;
  await t.throwsAsync(soonLate, { code: 'ERR_TIMEOUT' });
  t.true(client.statistics.isConnected, 'one late answer is no reason yet');
  const late = items.get('a', { timeoutMs: 20 });
  await until(() => server.requests.length === 3);
  nowMs = 5_000;
  await t.throwsAsync(late, { code: 'ERR_TIMEOUT' });
  t.deepEqual(await patient, { revision: 6 });
  t.is(server.peers.length, 2);
});

const garbage: readonly (readonly [string, (peer: Peer) => void])[] = [
  ['bytes that are no frame', (peer) => void peer.socket.write(Buffer.alloc(64, 0xff))],
  ['a frame with a wrong checksum', (peer) => void peer.socket.write(Buffer.from('0000000100000000aa', 'hex'))],
  ['a frame that is no message', (peer) => void peer.socket.write(Buffer.from('00000001ff000000ff', 'hex'))],
  ['its complaint about the connection', (peer) => peer.answer({ id: 0 }, failed('ERR_DECODE', 'no request'))],
];
for (const [what, say] of garbage) {
  test(`${what} from a node end the connection, and requests go on over the next`, async (t) => {
    const { server, client } = await serve(t, {
      request: (_, peer) => {
        if (peer.number > 2) return written(1);
        say(peer);
        return undefined;
      },
    });
    t.deepEqual(await client.collection('items').put('a', 1), { revision: 1 });
    t.is(server.peers.length, 3);
  });
}

test('answers to nothing, and second answers, are ignored', async (t) => {
  const { client } = await serve(t, {
    request: (request, peer) => {
      peer.answer({ id: request.id + 1000 }, written(9));
      peer.answer(request, written(1));
      return written(2);
    },
  });
  t.deepEqual(await client.collection('items').put('a', 1), { revision: 1 });
  t.deepEqual(await client.collection('items').put('a', 1), { revision: 1 });
});

test('an abort settles a request wherever it is, and leaves the others alone', async (t) => {
  const held: [Peer, Request][] = [];
  const { server, client } = await serve(t, { request: (request, peer) => void held.push([peer, request]) });
  const items = client.collection('items');
  const controller = new AbortController();
  const { signal } = controller;
  const aborted = [items.put('a', 1, { signal }), items.get('a', { signal }), items.increment('a', 1, { signal })];
  const other = items.put('b', 1);
  await until(() => held.length === 4);
  controller.abort(new Error('no longer wanted'));
  for (const each of aborted) await t.throwsAsync(each, { code: 'ERR_ABORTED' });
  for (const [peer, request] of held) peer.answer(request, written(1));
  t.deepEqual(await other, { revision: 1 });
  await t.throwsAsync(items.put('c', 1, { signal }), { code: 'ERR_ABORTED' });
  t.is(server.requests.length, 4);
});

test('closing settles everything: unknown for writes under way, aborted for the rest', async (t) => {
  const { server, client } = await serve(t, {});
  const items = client.collection('items');
  const open = [items.put('a', 1), items.get('a')];
  const outcomes = Promise.allSettled(open);
  await until(() => server.requests.length === 2);
  await client.close();
  const codes = (await outcomes).map((each) => each.status === 'rejected' && (each.reason as QuorateError).code);
  t.deepEqual(codes, ['ERR_OUTCOME_UNKNOWN', 'ERR_ABORTED']);
  await t.throwsAsync(items.get('a'), { code: 'ERR_ABORTED' });
  await client.close();
});

test('a client at the end of its scope is closed', async (t) => {
  const server = await new ScriptedServer({ request: () => written(1) }).listen();
  t.teardown(() => server.close());
  {
    await using client = await connect(server.address, PATIENT);
    await client.collection('items').put('a', 1);
  }
  await until(() => server.peers[0]?.socket.closed === true || server.peers[0]?.socket.readableEnded === true);
  t.pass();
});

test('no more requests are under way than a session has room for; the others wait in order', async (t) => {
  const held: [Peer, Request][] = [];
  const { server, client } = await serve(t, { request: (request, peer) => void held.push([peer, request]) });
  const items = client.collection('items');
  const all = Promise.all(Array.from({ length: 5_000 }, (_, n) => items.put(`k${n}`, n, { timeoutMs: 60_000 })));
  await until(() => held.length === 4_096);
  await setImmediate();
  t.is(server.requests.length, 4_096);
  while (client.statistics.open > 0) {
    for (const [peer, request] of held.splice(0)) peer.answer(request, written(1));
    await setImmediate();
  }
  t.is((await all).length, 5_000);
  t.deepEqual(
    server.writes.map(({ sequence }) => sequence),
    Array.from({ length: 5_000 }, (_, n) => n + 1),
  );
  t.true(server.writes.every(({ sequence, lowestUnresolved }) => sequence - lowestUnresolved < 4_096));
});

test('reads beyond what a node reads ahead wait as well', async (t) => {
  const held: [Peer, Request][] = [];
  const { server, client } = await serve(t, { request: (request, peer) => void held.push([peer, request]) });
  const items = client.collection('items');
  const all = Promise.all(Array.from({ length: 4_100 }, () => items.get('a', { timeoutMs: 60_000 })));
  await until(() => held.length === 4_096);
  const [first] = held.splice(0, 1);
  first?.[0].answer(first[1], found());
  await until(() => held.length === 4_096);
  t.is(server.requests.length, 4_097);
  while (client.statistics.open > 0) {
    for (const [peer, request] of held.splice(0)) peer.answer(request, found());
    await setImmediate();
  }
  t.is((await all).length, 4_100);
});

test('more than a client may hold is refused at once', async (t) => {
  const { client } = await serve(t, {});
  const items = client.collection('items');
  const many = Array.from({ length: 65_536 }, () => items.get('a'));
  const outcomes = Promise.allSettled(many);
  await t.throwsAsync(items.get('a'), { code: 'ERR_OVERLOADED' });
  await client.close();
  t.is((await outcomes).length, 65_536);
});
