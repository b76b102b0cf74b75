/** The actor system as an application uses it. */
import test, { type ExecutionContext } from 'ava';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { type ActorSystem, createSystem } from '../../../src/runtime/worker/system.js';
import type { SystemOptions } from '../../../src/runtime/worker/system-options.js';
import type { SystemEvents } from '../../../src/runtime/worker/system-report.js';
import type { VictimMessage } from './fixtures/victim.js';

const VICTIM = new URL('./fixtures/victim.js', import.meta.url);
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

async function start(t: ExecutionContext, options: SystemOptions = {}): Promise<ActorSystem> {
  const system = await createSystem({ log: SILENT, seed: 1, ...options });
  t.teardown(() => system.stop());
  return system;
}

function once<K extends keyof SystemEvents>(system: ActorSystem, event: K): Promise<SystemEvents[K][0]> {
  return new Promise((resolve) => {
    // The emitter's types do not relate a key to its listener.
    system.events.once(event, resolve as never);
  });
}

const whoami = { type: 'whoami', body: {} } as const;

async function boot(handle: { ask(message: VictimMessage): Promise<VictimMessage> }): Promise<number> {
  const answer = await handle.ask(whoami);
  return answer.type === 'self' ? answer.body.boot : -1;
}

test('an actor on another thread answers asks, with its name and arguments', async (t) => {
  const system = await start(t);
  const victim = await system.spawn<VictimMessage>(VICTIM, { name: 'anna' });
  const answer = await victim.ask(whoami);
  t.is(answer.type, 'self');
  if (answer.type !== 'self') return;
  t.is(answer.body.name, 'anna');
  t.not(answer.body.threadId, 0);
  t.deepEqual(await victim.ask({ type: 'echo', body: { n: 7, text: 'grüß' } }), {
    type: 'echo',
    body: { n: 7, text: 'grüß' },
  });
});

test('a refusal arrives with its code and details', async (t) => {
  const system = await start(t);
  const victim = await system.spawn<VictimMessage>(VICTIM);
  const error = await t.throwsAsync(victim.ask({ type: 'refuse', body: {} }), { instanceOf: QuorateError });
  t.is(error?.code, 'ERR_NOT_READY');
  t.deepEqual(error?.details, { again: 'soon' });
});

test('an ask that nobody answers ends at its deadline or with its signal', async (t) => {
  const system = await start(t);
  const victim = await system.spawn<VictimMessage>(VICTIM);
  await t.throwsAsync(victim.ask({ type: 'ignore', body: {} }, { timeoutMs: 5 }), { code: 'ERR_TIMEOUT' });
  const aborter = new AbortController();
  const asked = victim.ask({ type: 'ignore', body: {} }, { signal: aborter.signal });
  aborter.abort();
  await t.throwsAsync(asked, { code: 'ERR_ABORTED' });
});

test('an actor that throws is restarted on its thread with a higher boot', async (t) => {
  const system = await start(t);
  const victim = await system.spawn<VictimMessage>(VICTIM);
  const first = await boot(victim);
  const restarted = once(system, 'restart');
  await t.throwsAsync(victim.ask({ type: 'throw', body: {} }), { code: 'ERR_ACTOR_STOPPED' });
  const { boot: second } = await restarted;
  t.true(second > first);
  t.is(await boot(victim), second);
  const { workers } = await system.inspect();
  t.is(workers[0]?.incarnation, 1);
});

test('an actor that cannot start rejects its spawn once its budget is spent', async (t) => {
  const system = await start(t);
  const definition = { durableTruth: '', lostOnCrash: '', mustNever: '', scope: 'actor' } as const;
  const row = { ...definition, maxRestarts: 1, withinMs: 60_000, spent: 'stop-actor' } as const;
  const quick = await start(t, {
    supervision: {
      application: { ...row, backoff: { minMs: 1, maxMs: 1, jitter: 0 } },
      worker: { ...row, backoff: { minMs: 1, maxMs: 1, jitter: 0 } },
    },
  });
  await t.throwsAsync(quick.spawn(VICTIM, { args: { failing: true } }), { code: 'ERR_CONFIG' });
  t.deepEqual(
    (await quick.inspect()).actors.filter((actor) => actor.state !== 'stopped'),
    [],
  );
  await t.throwsAsync(system.spawn(new URL('./fixtures/absent.js', import.meta.url)), { code: 'ERR_CONFIG' });
});

test('a stopped actor is down, refuses asks and frees its place', async (t) => {
  const system = await start(t);
  const victim = await system.spawn<VictimMessage>(VICTIM, { instance: 5 });
  await t.throwsAsync(system.spawn(VICTIM, { instance: 5 }), { code: 'ERR_USAGE' });
  const stopped = once(system, 'stopped');
  await victim.stop();
  t.is((await stopped).error, undefined);
  await t.throwsAsync(victim.ask(whoami), { code: 'ERR_ACTOR_STOPPED' });
  const again = await system.spawn<VictimMessage>(VICTIM, { instance: 5 });
  t.is((await again.ask(whoami)).type, 'self');
});

test('what was told to an actor that is gone comes back as undelivered', async (t) => {
  const system = await start(t);
  const victim = await system.spawn<VictimMessage>(VICTIM);
  await victim.stop();
  const returned = once(system, 'undelivered');
  victim.tell({ type: 'echo', body: { n: 5 } });
  const { to, message, error } = await returned;
  t.deepEqual([to.kind, message.type, error.code], ['victim', 'echo', 'ERR_ACTOR_STOPPED']);
});

test('actors are dealt out over workers, or placed', async (t) => {
  const system = await start(t, { workers: { application: 2 } });
  const threads = new Set<number>();
  for (const instance of [1, 2]) {
    const answer = await (await system.spawn<VictimMessage>(VICTIM, { instance })).ask(whoami);
    if (answer.type === 'self') threads.add(answer.body.threadId);
  }
  t.is(threads.size, 2);
  for (const instance of [3, 4]) {
    const answer = await (await system.spawn<VictimMessage>(VICTIM, { instance, placement: 0 })).ask(whoami);
    if (answer.type === 'self') t.true(threads.has(answer.body.threadId));
  }
  const { actors } = await system.inspect();
  t.deepEqual(actors.map(({ ref, thread }) => [ref.instance, thread]).sort(), [
    [1, 2],
    [2, 1],
    [3, 1],
    [4, 1],
  ]);
});

test('actors on different workers watch each other across threads', async (t) => {
  const system = await start(t, { workers: { application: 2 } });
  const watcher = await system.spawn<VictimMessage>(VICTIM, { instance: 1, placement: 0 });
  const watched = await system.spawn<VictimMessage>(VICTIM, { instance: 2, placement: 1 });
  await watcher.ask({ type: 'watch', body: { kind: 'victim', instance: 2 } });
  const restarted = once(system, 'restart');
  await t.throwsAsync(watched.ask({ type: 'throw', body: {} }), { code: 'ERR_ACTOR_STOPPED' });
  await restarted;
  let events: readonly string[] = [];
  while (events.length < 3) {
    const answer = await watcher.ask({ type: 'seen', body: { events: [] } });
    if (answer.type === 'seen') events = answer.body.events;
  }
  t.deepEqual(events, ['victim/2 up', 'victim/2 down', 'victim/2 up']);
});

test('stopping the system rejects what waits, and everything afterwards', async (t) => {
  const system = await start(t);
  const victim = await system.spawn<VictimMessage>(VICTIM);
  const asked = victim.ask({ type: 'ignore', body: {} });
  const rejected = t.throwsAsync(asked, { instanceOf: QuorateError });
  await system.stop();
  await rejected;
  await t.throwsAsync(system.spawn(VICTIM), { code: 'ERR_STOPPING' });
  await t.throwsAsync(victim.ask(whoami), { instanceOf: QuorateError });
});
