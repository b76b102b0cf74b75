/** `quorate dev` as a process: three nodes that elect and serve, one that dies comes back, and none is left behind. */
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type ExecutionContext } from 'ava';
import { freePorts, isFree } from '../../scripts/cluster-process.js';
import { codeOf, QuorateProcess, quorate } from './quorate-process.js';

const NODES = 3;
const PORTS = [0, 1, 2, 10, 11, 12, 20, 21, 22];
/** Far beyond what anything here takes. */
const PATIENCE_MS = 60_000;
const POLL_MS = 20;

interface Event {
  readonly event: string;
  readonly node?: number;
  readonly state?: string;
  readonly pid?: number;
  readonly restarts?: number;
}

function folderOf(t: ExecutionContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-dev-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function freeBase(): Promise<number> {
  for (;;) {
    const [base = 0] = await freePorts(1);
    const free = await Promise.all(PORTS.map((offset) => isFree(base + offset)));
    if (free.every((each) => each)) return base;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function gone(pids: readonly number[]): Promise<boolean> {
  const deadlineMs = performance.now() + PATIENCE_MS;
  while (pids.some(isAlive)) {
    if (performance.now() > deadlineMs) return false;
    await new Promise((wake) => setTimeout(wake, POLL_MS));
  }
  return true;
}

class Dev {
  readonly process: QuorateProcess;
  readonly base: number;

  constructor(t: ExecutionContext, directory: string, base: number) {
    const args = ['dev', '--json', '--groups', '2', '--data-dir', directory, '--base-port', `${base}`];
    this.process = new QuorateProcess(args);
    this.base = base;
    t.teardown(async () => {
      this.process.child.kill('SIGKILL');
      await this.process.ended;
      await gone(this.pids());
    });
  }

  events(): readonly Event[] {
    return this.process.stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Event);
  }

  async seen(pattern: RegExp): Promise<void> {
    await this.process.printed(pattern);
  }

  /** Of every process that ever was a node. */
  pids(): readonly number[] {
    return [...new Set(this.events().flatMap(({ pid }) => (pid === undefined ? [] : [pid])))];
  }

  addressOf(node: number): string {
    return `127.0.0.1:${this.base + 10 * (node - 1) + 1}`;
  }
}

test.serial('three nodes serve, one that is killed comes back, and an interrupt stops them all', async (t) => {
  const directory = join(folderOf(t), 'dev');
  const dev = new Dev(t, directory, await freeBase());
  await dev.seen(/"event":"ready"/);
  t.is(dev.pids().length, NODES);
  const at = (node: number) => ({ QUORATE_ADDRESS: dev.addressOf(node) });
  t.like(await quorate(['put', 'fruits', 'apple', '{"colour":"red"}'], at(1)), { status: 0 });
  t.is((await quorate(['get', 'fruits', 'apple'], at(3))).stdout, '{"colour":"red"}\n');
  const all = [1, 2, 3].map((node) => dev.addressOf(node)).join(',');
  const statuses = (await quorate(['status', '--json', '--address', all])).stdout.trimEnd().split('\n');
  t.deepEqual(
    statuses.map((line) => (JSON.parse(line) as { readonly node: number }).node),
    [1, 2, 3],
  );

  const victim = dev.events().find(({ node, pid }) => node === 2 && pid !== undefined)?.pid ?? 0;
  process.kill(victim, 'SIGKILL');
  await dev.seen(/"event":"died","node":2,"how":"was ended by SIGKILL"/);
  await dev.seen(/"node":2,"state":"serving","isSilent":false,"pid":\d+,"restarts":1/);
  t.is((await quorate(['get', 'fruits', 'apple'], at(2))).stdout, '{"colour":"red"}\n');
  t.deepEqual(readdirSync(directory).sort(), [
    ...['node-1', 'node-1.log', 'node-2', 'node-2.log', 'node-3', 'node-3.log'],
  ]);

  dev.process.child.kill('SIGINT');
  t.is((await dev.process.ended).status, 0);
  t.is(dev.pids().length, NODES + 1);
  t.false(dev.pids().some(isAlive));
});

test.serial('no node outlives a dev that is killed', async (t) => {
  const dev = new Dev(t, join(folderOf(t), 'dev'), await freeBase());
  await dev.seen(/"event":"ready"/);
  t.true(dev.pids().every(isAlive));
  dev.process.child.kill('SIGKILL');
  await dev.process.ended;
  t.true(await gone(dev.pids()));
});

test.serial('a node that stands still is said not to answer, and is stopped with the others', async (t) => {
  const dev = new Dev(t, join(folderOf(t), 'dev'), await freeBase());
  await dev.seen(/"event":"ready"/);
  const still = dev.events().find(({ node, pid }) => node === 3 && pid !== undefined)?.pid ?? 0;
  process.kill(still, 'SIGSTOP');
  await dev.seen(/"node":3,"state":"serving","isSilent":true/);
  t.like(await quorate(['put', 'fruits', 'apple', '1'], { QUORATE_ADDRESS: dev.addressOf(1) }), { status: 0 });
  dev.process.child.kill('SIGINT');
  t.is((await dev.process.ended).status, 0);
  t.false(dev.pids().some(isAlive));
});

test.serial('a second interrupt kills nodes that do not stop', async (t) => {
  const dev = new Dev(t, join(folderOf(t), 'dev'), await freeBase());
  await dev.seen(/"event":"ready"/);
  const pids = dev.pids();
  dev.process.child.kill('SIGTERM');
  await dev.seen(/"state":"stopping"/);
  dev.process.child.kill('SIGTERM');
  t.is((await dev.process.ended).status, 130);
  t.true(await gone(pids));
});

test.serial('a port that is taken is named before anything is made, with a way out', async (t) => {
  const directory = join(folderOf(t), 'dev');
  const base = await freeBase();
  const server = createServer().listen(base + 11, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(() => server.close());
  const ended = await quorate(['dev', '--json', '--data-dir', directory, '--base-port', `${base}`]);
  t.is(ended.status, 75);
  t.is(codeOf(ended), 'ERR_ADDRESS_IN_USE');
  t.regex(ended.stderr, new RegExp(`127\\.0\\.0\\.1:${base + 11}, the address of clients of node 2, .*--base-port`));
  t.false(existsSync(directory));
});

test.serial('what cannot be is refused with its own status', async (t) => {
  const directory = join(folderOf(t), 'dev');
  const where = ['--data-dir', directory, '--base-port', `${await freeBase()}`];
  const cases: readonly (readonly [readonly string[], number, RegExp])[] = [
    [['--nodes', '0'], 64, /--nodes must be a whole number from 1 up/],
    [['--nodes', '10'], 64, /--nodes can be 1 to 9/],
    [['--groups', '257'], 78, /groups: there can be 1 to 256/],
    [['--base-port', '65530'], 64, /--base-port can be 1 to 65505/],
    [['--replicas', '4'], 78, /it can be 1 to 3/],
    [['--limit', 'nonsense=1'], 78, /no limit named 'nonsense'/],
    [['--log-level', 'loud'], 78, /node \d: --log-level: must be one of/],
  ];
  for (const [args, status, message] of cases) {
    const ended = await quorate(['dev', ...where, ...args]);
    t.is(ended.status, status, args.join(' '));
    t.regex(ended.stderr, message);
  }
});
