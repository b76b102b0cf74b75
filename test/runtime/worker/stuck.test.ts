/** Workers that cannot be replaced: the process has to end. And services, which come back with their worker. */
import test, { type ExecutionContext } from 'ava';
import type { Protocol } from '../../../src/runtime/actor/protocol.js';
import { EXIT_STATUS, type Fatal } from '../../../src/runtime/worker/exit-status.js';
import { type ActorSystem, createSystem } from '../../../src/runtime/worker/system.js';
import type { SystemOptions } from '../../../src/runtime/worker/system-options.js';
import { type KeeperMessage, keeperProtocol } from './fixtures/blocking-capabilities.js';

const CAPABILITIES = new URL('./fixtures/blocking-capabilities.js', import.meta.url);
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

interface World {
  readonly system: ActorSystem;
  readonly fatal: Promise<Fatal>;
  /** What the watchdog and the supervisor said, in order. */
  readonly trace: string[];
}

async function start(t: ExecutionContext, options: SystemOptions): Promise<World> {
  let report: (fatal: Fatal) => void = () => undefined;
  const fatal = new Promise<Fatal>((resolve) => {
    report = resolve;
  });
  const system = await createSystem({
    log: SILENT,
    workers: { application: 0, log: 1 },
    kinds: { 'log-writer': 'log' },
    protocols: [keeperProtocol as unknown as Protocol],
    capabilities: CAPABILITIES,
    onFatal: (said) => report(said),
    ...options,
  });
  t.teardown(() => system.stop({ deadlineMs: 500 }));
  const trace: string[] = [];
  system.events.on('worker', ({ type }) => trace.push(type));
  return { system, fatal, trace };
}

test('a log worker that stays inside its store is slow, is not replaced, and ends the process', async (t) => {
  const watchdog = { intervalMs: 50, hungAfterMs: 1_000, slowAfterMs: 2_000 };
  const { system, fatal, trace } = await start(t, { watchdog });
  const keeper = await system.spawnKind<KeeperMessage>('log-writer', 1);
  keeper.tell({ type: 'enter', body: {} });
  t.is((await fatal).status, EXIT_STATUS.stuckInStore);
  t.deepEqual(trace, ['workerSlow']);
});

test('a worker that cannot be terminated is not given a second owner: the process ends', async (t) => {
  const watchdog = { intervalMs: 50, hungAfterMs: 1_500, slowAfterMs: 60_000 };
  const { system, fatal, trace } = await start(t, { watchdog, terminateMs: 50 });
  const keeper = await system.spawnKind<KeeperMessage>('log-writer', 1);
  keeper.tell({ type: 'query', body: {} });
  t.is((await fatal).status, EXIT_STATUS.workerWillNotEnd);
  t.deepEqual(trace, ['workerHung']);
});

test('a service comes back with its worker, as it was', async (t) => {
  const asked: string[] = [];
  const note = (fact: string) => async () => {
    asked.push(fact);
    return `${fact}!`;
  };
  let reopened: () => void = () => undefined;
  const again = new Promise<void>((resolve) => {
    reopened = resolve;
  });
  const facts = {
    greeting: async () => {
      asked.push('greeting');
      if (asked.length === 2) reopened();
      return 'hello';
    },
    closed: note('closed'),
    'closed again': note('closed again'),
  };
  const { system } = await start(t, { facts, workers: { application: 0, reactive: 1 } });
  const { name, number, greeting } = await system.openService('reactive', 0, 'sample', {});
  t.deepEqual([name, greeting, typeof number], ['sample', 'hello', 'number']);
  system.replaceWorker(1, 'a test');
  await again;
  await system.closeServices('reactive', 0, 60_000);
  t.deepEqual(asked, ['greeting', 'greeting', 'closed again']);
  await t.throwsAsync(system.openService('state', 0, 'sample', {}), { code: 'ERR_CONFIG' });
});
