/** Every way a thread can be lost, and what must hold after each. (An exhausted heap: `process.test.ts`.) */
import test, { type ExecutionContext } from 'ava';
import type { QuorateError } from '../../../src/runtime/base/errors.js';
import type { ActorHandle } from '../../../src/runtime/worker/actor-handle.js';
import { EXIT_STATUS, type Fatal } from '../../../src/runtime/worker/exit-status.js';
import { type ActorSystem, createSystem } from '../../../src/runtime/worker/system.js';
import type { SystemOptions } from '../../../src/runtime/worker/system-options.js';
import type { VictimMessage } from './fixtures/victim.js';

const VICTIM = new URL('./fixtures/victim.js', import.meta.url);
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const WATCHDOG = { intervalMs: 100, hungAfterMs: 2_000 };
const whoami = { type: 'whoami', body: {} } as const;

interface World {
  readonly system: ActorSystem;
  readonly victim: ActorHandle<VictimMessage>;
  readonly watcher: ActorHandle<VictimMessage>;
  /** What happened to the victim's worker and to the victim, in order. */
  readonly trace: string[];
}

/** A victim on the first worker, and somebody who watches it on the second. */
async function start(t: ExecutionContext, options: SystemOptions = {}): Promise<World> {
  const system = await createSystem({
    log: SILENT,
    seed: 1,
    workers: { application: 2 },
    watchdog: WATCHDOG,
    ...options,
  });
  t.teardown(() => system.stop());
  const victim = await system.spawn<VictimMessage>(VICTIM, { instance: 1, placement: 0 });
  const watcher = await system.spawn<VictimMessage>(VICTIM, { instance: 2, placement: 1 });
  await watcher.ask({ type: 'watch', body: { kind: 'victim', instance: 1 } });
  const trace: string[] = [];
  system.events.on('worker', ({ type }) => trace.push(type));
  system.events.on('restart', () => trace.push('restart'));
  return { system, victim, watcher, trace };
}

function restarted(system: ActorSystem): Promise<number> {
  return new Promise((resolve) => system.events.once('restart', ({ boot }) => resolve(boot)));
}

async function self(victim: ActorHandle<VictimMessage>): Promise<{ boot: number; threadId: number }> {
  const answer = await victim.ask(whoami);
  return answer.type === 'self' ? answer.body : { boot: -1, threadId: -1 };
}

async function eventsSeen(watcher: ActorHandle<VictimMessage>, atLeast: number): Promise<readonly string[]> {
  for (;;) {
    const answer = await watcher.ask({ type: 'seen', body: { events: [] } });
    if (answer.type === 'seen' && answer.body.events.length >= atLeast) return answer.body.events;
  }
}

const LOSSES: readonly { readonly how: string; readonly crime: VictimMessage; readonly isHung: boolean }[] = [
  { how: 'process.exit', crime: { type: 'exit', body: { status: 3 } }, isHung: false },
  { how: 'an unhandled rejection', crime: { type: 'reject', body: {} }, isHung: false },
  { how: 'an endless loop', crime: { type: 'loop', body: {} }, isHung: true },
  { how: 'a wait that never ends', crime: { type: 'wait', body: {} }, isHung: true },
];

for (const { how, crime, isHung } of LOSSES) {
  test.serial(
    `${how} ends the worker; asks reject, watchers are told, and all comes back after the exit`,
    async (t) => {
      const { system, victim, watcher, trace } = await start(t);
      const before = await self(victim);
      const back = restarted(system);
      const waiting = [victim.ask({ type: 'ignore', body: {} }, { timeoutMs: 60_000 }), victim.ask(crime)];
      for (const asked of waiting) await t.throwsAsync(asked, { code: 'ERR_ACTOR_STOPPED' });
      const boot = await back;
      const after = await self(victim);
      t.is(after.boot, boot);
      t.true(after.boot > before.boot);
      t.not(after.threadId, before.threadId);
      t.deepEqual(trace, [...(isHung ? ['workerHung'] : []), 'workerExit', 'workerRestart', 'restart']);
      t.deepEqual(await eventsSeen(watcher, 3), ['victim/1 up', 'victim/1 down', 'victim/1 up']);
      const { workers } = await system.inspect();
      t.deepEqual(
        workers.map((worker) => worker.incarnation),
        [2, 1],
      );
    },
  );
}

test.serial('threads that are still there reach the successor directly', async (t) => {
  const { system, victim, watcher } = await start(t);
  const back = restarted(system);
  await t.throwsAsync(victim.ask({ type: 'exit', body: { status: 1 } }), { code: 'ERR_ACTOR_STOPPED' });
  await back;
  await eventsSeen(watcher, 3);
  await watcher.ask({ type: 'relay', body: { instance: 1, n: 1 } });
  const victimMessages = async (): Promise<number> => {
    const { actors } = await system.inspect();
    return actors.find((actor) => actor.ref.instance === 1)?.messages ?? 0;
  };
  let messages = 0;
  while (messages === 0) messages = await victimMessages();
  t.is(messages, 1);
});

test.serial(
  'a worker that crashes more often than its row allows ends the process, by the documented status',
  async (t) => {
    const common = { durableTruth: '', lostOnCrash: '', mustNever: '', withinMs: 60_000 };
    const backoff = { minMs: 1, maxMs: 1, jitter: 0 };
    let report: (fatal: Fatal) => void = () => undefined;
    const fatal = new Promise<Fatal>((resolve) => {
      report = resolve;
    });
    const { system, victim } = await start(t, {
      supervision: {
        application: { ...common, scope: 'actor', maxRestarts: 3, backoff, spent: 'stop-actor' },
        worker: { ...common, scope: 'worker', maxRestarts: 1, backoff, spent: 'end-process' },
      },
      onFatal: (said) => report(said),
    });
    const back = restarted(system);
    await t.throwsAsync(victim.ask({ type: 'exit', body: { status: 9 } }), { code: 'ERR_ACTOR_STOPPED' });
    await back;
    await t.throwsAsync(victim.ask({ type: 'exit', body: { status: 9 } }), { code: 'ERR_ACTOR_STOPPED' });
    t.is((await fatal).status, EXIT_STATUS.budgetSpent);
  },
);

test.serial('an actor whose budget is spent stays down, and its neighbours go on', async (t) => {
  const common = { durableTruth: '', lostOnCrash: '', mustNever: '', withinMs: 60_000 };
  const backoff = { minMs: 1, maxMs: 1, jitter: 0 };
  const { system, victim, watcher } = await start(t, {
    supervision: {
      application: { ...common, scope: 'actor', maxRestarts: 0, backoff, spent: 'stop-actor' },
      worker: { ...common, scope: 'worker', maxRestarts: 0, backoff, spent: 'end-process' },
    },
  });
  const stopped = new Promise<QuorateError | undefined>((resolve) => {
    system.events.once('stopped', ({ error }) => resolve(error));
  });
  await t.throwsAsync(victim.ask({ type: 'throw', body: {} }), { code: 'ERR_ACTOR_STOPPED' });
  t.is((await stopped)?.code, 'ERR_INVARIANT');
  await t.throwsAsync(victim.ask(whoami), { code: 'ERR_ACTOR_STOPPED' });
  t.is((await watcher.ask(whoami)).type, 'self');
});
