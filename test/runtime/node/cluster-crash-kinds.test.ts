/**
 * The supervision table, walked on three nodes under load: each actor kind crashed on one node of a running cluster, peer
 * links and doors included. The scope that restarts is what the table says, on that node and nowhere else; the load goes on;
 * nothing acknowledged is missing and nothing is applied twice.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect as dial, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { freePorts } from '../../../scripts/cluster-process.js';
import { type Client, connect } from '../../../src/client/client.js';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { peer } from '../../../src/runtime/base/proto.js';
import { FrameEncoder } from '../../../src/runtime/net/frame.js';
import { initNode } from '../../../src/runtime/node/init-node.js';
import { openNode, type QuorateNode } from '../../../src/runtime/node/open-node.js';
import type { SystemReport } from '../../../src/runtime/worker/system-report.js';
import { type Crime, createOrders, giveOrder } from './fixtures/crash-orders.js';

const CAPABILITIES = new URL('./fixtures/crashing-capabilities.js', import.meta.url);
const GROUPS = 2;
const WRITERS = 8;
const TIMEOUT_MS = 30_000;
/** Acknowledged by each writer after a crash before the next one. */
const PROGRESS = 5;

interface Crash {
  readonly kind: keyof typeof SUPERVISION;
  readonly crime: Crime;
  /** Which node, from 0. The last one lets the others' connections in; the first one dials. */
  readonly at: number;
  readonly afterMessages: number;
}

const CRASHES: readonly Crash[] = [
  { kind: 'group', crime: 'throw', at: 0, afterMessages: 40 },
  { kind: 'log-writer', crime: 'throw', at: 1, afterMessages: 40 },
  { kind: 'applier', crime: 'throw', at: 2, afterMessages: 40 },
  { kind: 'gateway', crime: 'throw', at: 0, afterMessages: 40 },
  { kind: 'peer-link', crime: 'throw', at: 1, afterMessages: 40 },
  { kind: 'peer-door', crime: 'throw', at: 2, afterMessages: 0 },
  { kind: 'group', crime: 'exit', at: 1, afterMessages: 40 },
  { kind: 'log-writer', crime: 'exit', at: 2, afterMessages: 40 },
  { kind: 'applier', crime: 'exit', at: 0, afterMessages: 40 },
  { kind: 'gateway', crime: 'exit', at: 1, afterMessages: 40 },
  { kind: 'peer-link', crime: 'exit', at: 0, afterMessages: 40 },
  { kind: 'peer-door', crime: 'exit', at: 2, afterMessages: 0 },
  { kind: 'group', crime: 'loop', at: 2, afterMessages: 40 },
];

interface Member {
  readonly node: QuorateNode;
  readonly orders: Int32Array;
  readonly peerPort: number;
}

async function openCluster(t: ExecutionContext): Promise<readonly Member[]> {
  const directory = mkdtempSync(join(tmpdir(), 'quorate-test-'));
  const ports = await freePorts(3);
  const nodes = ports.map((port, i) => ({ node: i + 1, host: '127.0.0.1', port }));
  const members = await Promise.all(
    nodes.map(async ({ node: nodeId, port: peerPort }) => {
      const dataDir = join(directory, `node-${nodeId}`);
      initNode({ clusterName: 'test', nodeId, nodes, groups: GROUPS, volumes: 1, dataDir });
      const orders = createOrders();
      const seams = {
        capabilities: CAPABILITIES,
        capabilityOptions: { orders },
        watchdog: { intervalMs: 100, hungAfterMs: 1_500 },
      };
      const node = await openNode({ dataDir, port: 0, httpPort: 0, logLevel: 'silent' }, seams);
      return { node, orders, peerPort };
    }),
  );
  t.teardown(async () => {
    await Promise.all(members.map(({ node }) => node.stop()));
    rmSync(directory, { recursive: true });
  });
  return members;
}

/** A counter of its own, counted up until told to stop. */
class Counter {
  readonly key: string;
  acknowledged = 0;
  /** Increments whose outcome nobody knows, however often they were asked for. */
  unknown = 0;
  readonly #client: Client;
  #reached: { readonly count: number; readonly resolve: () => void } | undefined;

  constructor(client: Client, key: string) {
    this.#client = client;
    this.key = key;
  }

  async run(isOver: () => boolean): Promise<void> {
    const counters = this.#client.collection('counters');
    while (!isOver()) {
      try {
        await counters.increment(this.key, 1);
        this.acknowledged += 1;
        if (this.#reached !== undefined && this.acknowledged >= this.#reached.count) this.#reached.resolve();
      } catch (thrown) {
        if (!(thrown instanceof QuorateError) || thrown.code !== 'ERR_OUTCOME_UNKNOWN') throw thrown;
        this.unknown += 1;
      }
    }
  }

  /** Resolves when so many more are acknowledged. */
  async progress(further: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#reached = { count: this.acknowledged + further, resolve };
    });
  }
}

function restartsOf(report: SystemReport, kind: string): number {
  return report.actors.filter(({ ref }) => ref.kind === kind).reduce((sum, { restarts }) => sum + restarts, 0);
}

const incarnations = ({ workers }: SystemReport): readonly number[] => workers.map(({ incarnation }) => incarnation);

/** Gives the order and resolves when an actor of the kind is up again. */
async function commit(members: readonly Member[], { kind, crime, at, afterMessages }: Crash): Promise<void> {
  const { node, orders, peerPort } = members[at] as Member;
  const restarted = new Promise<void>((resolve) => {
    const listen = ({ ref }: { readonly ref: { readonly kind: string } }): void => {
      if (ref.kind !== kind) return;
      node.system.events.off('restart', listen);
      resolve();
    };
    node.system.events.on('restart', listen);
  });
  giveOrder(orders, kind, crime, afterMessages);
  // Nobody knocks at a door while all are connected.
  const stranger = kind === 'peer-door' ? knock(peerPort) : undefined;
  await restarted;
  stranger?.destroy();
}

/** A first frame that says nothing: it is for the door to refuse. */
function knock(port: number): Socket {
  const encoder = new FrameEncoder();
  encoder.append(peer.Frame, {});
  const frame = encoder.take();
  const stranger = dial(port, '127.0.0.1', () => stranger.write(frame));
  return stranger.on('error', () => undefined);
}

async function crash(t: ExecutionContext, members: readonly Member[], it: Crash): Promise<void> {
  const inspect = (): Promise<SystemReport[]> => Promise.all(members.map(({ node }) => node.system.inspect()));
  const before = await inspect();
  await commit(members, it);
  const after = await inspect();
  for (const [i, report] of after.entries()) {
    const earlier = before[i] as SystemReport;
    const what = `${it.kind} of node ${it.at + 1} told to ${it.crime}, seen on node ${i + 1}`;
    if (i !== it.at || it.crime === 'throw') {
      t.deepEqual(incarnations(report), incarnations(earlier), `${what}: no thread is replaced`);
    } else {
      const threads = earlier.actors.filter(({ ref }) => ref.kind === it.kind).map(({ thread }) => thread);
      const expected = earlier.workers.map(({ thread, incarnation }) => incarnation + Number(threads.includes(thread)));
      t.deepEqual(incarnations(report), expected, `${what}: its thread is replaced, and no other`);
    }
    if (i !== it.at || it.crime !== 'throw') continue;
    t.is(SUPERVISION[it.kind].scope, 'actor');
    t.is(restartsOf(report, it.kind), restartsOf(earlier, it.kind) + 1, `${what}: one of its kind is restarted`);
  }
}

test('each kind crashed on one of three nodes under load restarts as the table says, and nothing is lost', async (t) => {
  t.timeout(120_000);
  const members = await openCluster(t);
  const addresses = members.map(({ node }) => `127.0.0.1:${node.addresses.client.port}`);
  const client = await connect(addresses, { timeoutMs: TIMEOUT_MS });
  // Also one client for each node alone, so that every gateway has something to do.
  const alone = addresses.map((address) => connect(address, { timeoutMs: TIMEOUT_MS, discover: false }));
  const clients = [client, ...(await Promise.all(alone))];
  const counters = Array.from({ length: WRITERS }, (_, n) => {
    return new Counter(clients[n % clients.length] as Client, `counter-${n}`);
  });
  let isOver = false;
  const counting = Promise.all(counters.map((counter) => counter.run(() => isOver)));
  for (const it of CRASHES) {
    await Promise.race([crash(t, members, it), counting]);
    await Promise.race([Promise.all(counters.map((counter) => counter.progress(PROGRESS))), counting]);
  }
  isOver = true;
  await counting;
  for (const { key, acknowledged, unknown } of counters) {
    const item = await client.collection('counters').get(key);
    const value = Number(item?.value ?? 0);
    t.true(acknowledged >= CRASHES.length * PROGRESS);
    t.true(value >= acknowledged && value <= acknowledged + unknown, `${key}: ${value}, ${acknowledged}, ${unknown}`);
  }
  for (const each of clients) await each.close();
});
