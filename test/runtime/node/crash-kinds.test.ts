/**
 * Each actor kind crashed under load, on its thread, in each way: the scope that restarts is what the supervision table
 * says, nothing acknowledged is missing, and nothing is applied twice. (An exhausted heap: `exhausted-heap.test.ts`.)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { type Client, connect } from '../../../src/client/client.js';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { openNode, type QuorateNode } from '../../../src/runtime/node/open-node.js';
import type { SystemReport } from '../../../src/runtime/worker/system-report.js';
import { CRIMES, type Crime, createOrders, giveOrder, KINDS, readOrder } from './fixtures/crash-orders.js';

const CAPABILITIES = new URL('./fixtures/crashing-capabilities.js', import.meta.url);
const WRITERS = 8;
const ROUNDS = 12;

interface Tally {
  /** Increments that were acknowledged, and those whose outcome nobody knows. */
  acknowledged: number;
  unknown: number;
}

/** Counts up in its own item until told to stop. The client repeats what it may; what is left over is noted. */
async function count(client: Client, key: string, isOver: () => boolean): Promise<Tally> {
  const counters = client.collection('counters');
  const tally = { acknowledged: 0, unknown: 0 };
  while (!isOver()) {
    try {
      await counters.increment(key, 1, { timeoutMs: 30_000 });
      tally.acknowledged += 1;
    } catch (thrown) {
      if (!(thrown instanceof QuorateError)) throw thrown;
      tally.unknown += 1;
    }
  }
  return tally;
}

function restartsOf(report: SystemReport, kind: string): number {
  return report.actors.filter(({ ref }) => ref.kind === kind).reduce((sum, { restarts }) => sum + restarts, 0);
}

const startsOf = ({ workers }: SystemReport): number => workers.reduce((sum, { incarnation }) => sum + incarnation, 0);

/** Crashes the kind under load and waits until it has happened, and something has been written after it. */
async function crash(t: ExecutionContext, node: QuorateNode, orders: Int32Array, kind: string, crime: Crime) {
  const before = await node.system.inspect();
  const threads = before.actors.filter(({ ref }) => ref.kind === kind).map(({ thread }) => thread);
  const restarted = new Promise<void>((resolve) => {
    node.system.events.on('restart', ({ ref }) => {
      if (ref.kind === kind) resolve();
    });
  });
  giveOrder(orders, kind, crime, 40);
  await restarted;
  t.is(readOrder(orders), undefined);
  const after = await node.system.inspect();
  const row = SUPERVISION[kind as keyof typeof SUPERVISION];
  if (crime === 'throw') {
    t.is(row.scope, 'actor');
    t.is(restartsOf(after, kind), restartsOf(before, kind) + 1);
    t.is(startsOf(after), startsOf(before), 'an actor that throws leaves its thread alone');
  } else {
    const replaced = after.workers.filter(({ thread, incarnation }) => {
      return incarnation !== before.workers.find((worker) => worker.thread === thread)?.incarnation;
    });
    t.deepEqual(
      [...new Set(threads)],
      replaced.map(({ thread }) => thread),
    );
  }
}

for (const kind of KINDS) {
  test.serial(`a ${kind} that throws, ends or blocks its thread loses nothing that was acknowledged`, async (t) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'quorate-test-'));
    const orders = createOrders();
    const options = { dataDir, port: 0, httpPort: 0, groups: 2, logLevel: 'silent' } as const;
    const seams = {
      capabilities: CAPABILITIES,
      capabilityOptions: { orders },
      watchdog: { intervalMs: 100, hungAfterMs: 1_500 },
    };
    const node = await openNode(options, seams);
    t.teardown(async () => {
      await node.stop();
      rmSync(dataDir, { recursive: true });
    });
    const client = await connect(`127.0.0.1:${node.addresses.client.port}`, { timeoutMs: 30_000 });
    const keys = Array.from({ length: WRITERS }, (_, n) => `counter-${n}`);
    for (const crime of CRIMES.filter((each) => each !== 'exhaust')) {
      let isOver = false;
      const counting = keys.map((key) => count(client, `${crime}-${key}`, () => isOver));
      await crash(t, node, orders, kind, crime);
      for (let round = 0; round < ROUNDS; round += 1) {
        await client.collection('counters').increment(`after-${crime}`, 1, { timeoutMs: 30_000 });
      }
      isOver = true;
      const tallies = await Promise.all(counting);
      for (const [n, { acknowledged, unknown }] of tallies.entries()) {
        const item = await client.collection('counters').get(`${crime}-${keys[n]}`, { timeoutMs: 30_000 });
        const value = Number(item?.value ?? 0);
        const told = `${crime} ${keys[n]}: ${value} found, ${acknowledged} acknowledged, ${unknown} unknown`;
        t.true(value >= acknowledged && value <= acknowledged + unknown, told);
      }
      const item = await client.collection('counters').get(`after-${crime}`, { timeoutMs: 30_000 });
      t.is(item?.value, ROUNDS);
    }
    await client.close();
  });
}
