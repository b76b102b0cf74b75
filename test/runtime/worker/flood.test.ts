/** More than a thread can take is refused; nothing grows without bound. */
import test, { type ExecutionContext } from 'ava';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import type { ActorHandle } from '../../../src/runtime/worker/actor-handle.js';
import { createSystem } from '../../../src/runtime/worker/system.js';
import type { SystemOptions } from '../../../src/runtime/worker/system-options.js';
import type { VictimMessage } from './fixtures/victim.js';

const VICTIM = new URL('./fixtures/victim.js', import.meta.url);
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const FLOOD = 5_000;

interface World {
  readonly victim: ActorHandle<VictimMessage>;
  openGate(): void;
}

/** A victim that stands still before the gate. */
async function blocked(t: ExecutionContext, options: SystemOptions): Promise<World> {
  const system = await createSystem({ log: SILENT, ...options });
  const gate = new Int32Array(new SharedArrayBuffer(4));
  const openGate = (): void => {
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
  };
  t.teardown(() => {
    openGate();
    return system.stop();
  });
  const victim = await system.spawn<VictimMessage>(VICTIM, { args: { gate } });
  await victim.ask({ type: 'block', body: {} });
  return { victim, openGate };
}

async function outcomes(asked: readonly Promise<unknown>[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const result of await Promise.allSettled(asked)) {
    const outcome = result.status === 'fulfilled' ? 'answered' : String((result.reason as { code: string }).code);
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return counts;
}

test('a flood towards a thread that stands still is refused once enough is on its way', async (t) => {
  const { victim, openGate } = await blocked(t, { bytesInTransitMax: 256 * 1024 });
  const text = 'x'.repeat(1024);
  const asked: Promise<unknown>[] = [];
  for (let n = 0; n < FLOOD; n += 1) {
    asked.push(victim.ask({ type: 'echo', body: { n, text } }, { timeoutMs: 60_000 }));
  }
  asked.push(victim.ask({ type: 'echo', body: { n: 0, text } }, { timeoutMs: 60_000 }));
  openGate();
  const counts = await outcomes(asked);
  t.is((counts.get('answered') ?? 0) + (counts.get('ERR_MAILBOX_FULL') ?? 0), FLOOD + 1);
  t.true((counts.get('answered') ?? 0) <= 256, `${counts.get('answered')} KiB were under way at once`);
  t.true((counts.get('answered') ?? 0) >= 200);
});

test('a flood into a small mailbox is refused by the mailbox', async (t) => {
  const { victim, openGate } = await blocked(t, { limits: { ...DEFAULT_LIMITS, mailboxMessagesMax: 16 } });
  const asked: Promise<unknown>[] = [];
  for (let n = 0; n < FLOOD; n += 1) {
    asked.push(victim.ask({ type: 'echo', body: { n } }, { timeoutMs: 60_000 }));
  }
  openGate();
  const counts = await outcomes(asked);
  t.deepEqual([...counts.keys()].sort(), ['ERR_MAILBOX_FULL', 'answered']);
  t.true((counts.get('answered') ?? 0) <= 17);
});
