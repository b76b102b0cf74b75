/**
 * Vandals at a cluster of processes: whatever they send to whichever port is refused with what to do, and counted; others are
 * served meanwhile; and afterwards the processes hold no more descriptors and no more memory than before.
 */
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { connect as connectSocket, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { ClusterProcess, type NodeProcess } from '../../../scripts/cluster-process.js';
import { connect } from '../../../src/client/client.js';
import { client, type command, peer } from '../../../src/runtime/base/proto.js';
import { encodeFrame } from '../../../src/runtime/net/frame.js';
import { RawClient, type Response } from '../net/net-world.js';
import { helloFrom, Stranger } from '../net/peer-world.js';
import { untilFits } from './cluster-world.js';

const MIB = 1024 * 1024;
const BATCH_OPERATIONS = 1_024;
const directory = mkdtempSync(join(tmpdir(), 'quorate-vandals-'));
const IMPATIENT = [
  'clientHelloMs=400',
  'clientFrameMs=400',
  'clientDrainMs=400',
  'peerHelloMs=400',
  'peerChallengeMs=100',
];
const FEW = ['connectionsMax=40', 'peerStrangersMax=20', 'proposalsMax=64', `batchOperationsMax=${BATCH_OPERATIONS}`];
/** Each wave sends 48 MiB that nobody can use, and asks for 160 MiB that it does not take. */
const WAVES = 12;
/** A heap is not collected at once, and its pages are not given back at once; a leak of any of that would be larger. */
const LEFT_MIB_MAX = 400;
let cluster: ClusterProcess;

test.before(async () => {
  const args = [...IMPATIENT, ...FEW].flatMap((limit) => ['--limit', limit]);
  cluster = await ClusterProcess.start({ directory, groups: 2, args });
});

test.after.always(async () => {
  await cluster.close();
  rmSync(directory, { recursive: true });
});

const portOf = (address: string): number => Number(address.split(':')[1]);

/**
 * What a process has open: sockets, pipes and the like, each for itself; files by name, because SQLite keeps descriptors of
 * a file that it has closed until it gives up its locks, and takes them for the next connection.
 */
function openFiles({ pid }: NodeProcess): string {
  const names = readdirSync(`/proc/${pid}/fd`).map((fd) => {
    try {
      return readlinkSync(`/proc/${pid}/fd/${fd}`).replace(/\d{3,}/g, 'N');
    } catch {
      return 'closed meanwhile';
    }
  });
  const files = new Set(names.filter((name) => name.startsWith('/')));
  return [...files, ...names.filter((name) => !files.has(name))].sort().join('\n');
}

function residentMib({ pid }: NodeProcess): number {
  const [, kib = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
  return Number(kib) / 1024;
}

const metricsOf = async (node: NodeProcess): Promise<string> => {
  const response = await fetch(`http://${node.httpAddress}/metrics`, { headers: { connection: 'close' } });
  return response.text();
};

/** Everything that was refused at this port with this code, whichever part of the node did. */
function counted(metrics: string, port: string, code: string): number {
  const names: Readonly<Record<string, RegExp>> = {
    client: new RegExp(`^quorate_client_refusals_total\\{code="${code}"\\} (\\d+)$`, 'gm'),
    http: new RegExp(`^quorate_http_refusals_total\\{code="${code}"\\} (\\d+)$`, 'gm'),
    peer: new RegExp(
      `^quorate_peer_(?:socket_refusals_total\\{code="${code}"\\}|(?:door|link)_refused_${code}\\{.*\\}) (\\d+)$`,
      'gm',
    ),
  };
  return [...metrics.matchAll(names[port] ?? /^$/g)].reduce((sum, [, count]) => sum + Number(count), 0);
}

const frameOf = (length: number, checksum: number, payload: Uint8Array): Buffer => {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(length, 0);
  header.writeUInt32BE(checksum, 4);
  return Buffer.concat([header, payload]);
};

const HTTP_REQUEST = Buffer.from('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n');
const TLS_HELLO = Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3, ...new Uint8Array(64)]);
const OVERSIZED = frameOf(64 * MIB, 0, new Uint8Array(16));
const CORRUPT = frameOf(4, 1, new Uint8Array(4));
const CLIENT_HELLO = encodeFrame(client.Hello, { protocol: 1 });
const peerHello = (more: peer.Hello.$Properties = {}): Buffer =>
  encodeFrame(peer.Frame, { hello: { ...helloFrom(1, 2), ...more } });

/** What is said to which port, and what is answered. */
const NONSENSE: readonly (readonly [what: string, port: 'client' | 'peer' | 'http', bytes: Buffer, code: string])[] = [
  ['a request of HTTP', 'client', HTTP_REQUEST, 'ERR_FRAME_TOO_LARGE'],
  ['a request of HTTP', 'peer', HTTP_REQUEST, 'ERR_FRAME_TOO_LARGE'],
  ['a hello of TLS', 'client', TLS_HELLO, 'ERR_FRAME_TOO_LARGE'],
  ['a hello of TLS', 'peer', TLS_HELLO, 'ERR_FRAME_TOO_LARGE'],
  ['a hello of TLS', 'http', TLS_HELLO, 'ERR_INVALID_REQUEST'],
  ['an oversized frame', 'client', OVERSIZED, 'ERR_FRAME_TOO_LARGE'],
  ['an oversized frame', 'peer', OVERSIZED, 'ERR_FRAME_TOO_LARGE'],
  ['a frame', 'http', OVERSIZED, 'ERR_INVALID_REQUEST'],
  ['a corrupt frame', 'client', CORRUPT, 'ERR_DECODE'],
  ['a corrupt frame', 'peer', CORRUPT, 'ERR_DECODE'],
  ['a hello of a client', 'peer', CLIENT_HELLO, 'ERR_DECODE'],
  ['a hello of a node', 'client', peerHello(), 'ERR_DECODE'],
  ['another version', 'client', encodeFrame(client.Hello, { protocol: 9 }), 'ERR_PROTOCOL_VERSION'],
  ['another version', 'peer', peerHello({ protocol: 9 }), 'ERR_PROTOCOL_VERSION'],
  ['another cluster', 'client', encodeFrame(client.Hello, { protocol: 1, clusterId: 'other' }), 'ERR_WRONG_CLUSTER'],
  ['another cluster', 'peer', peerHello({ clusterId: 'other' }), 'ERR_WRONG_CLUSTER'],
  ['half a hello, and then nothing', 'client', CLIENT_HELLO.subarray(0, 9), 'ERR_TIMEOUT'],
  ['half a hello, and then nothing', 'peer', peerHello().subarray(0, 20), 'ERR_TIMEOUT'],
  ['a path that is none', 'http', Buffer.from('GET /../etc HTTP/1.1\r\nHost: x\r\n\r\n'), 'ERR_NOT_FOUND'],
];

/** Says it, and gives what is answered as text. */
function answerTo(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connectSocket({ host: '127.0.0.1', port });
    let received = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      received += text;
      // A connection of HTTP is kept; the others are ended by the node.
      if (received.includes('}\n')) socket.destroy();
    });
    socket.on('error', () => undefined);
    socket.once('close', () => resolve(received));
    socket.write(bytes);
  });
}

const portsOf = (node: NodeProcess) => {
  return { client: portOf(node.address), http: portOf(node.httpAddress), peer: node.peerPort };
};

test.serial('nonsense on any port is told what it is and what to do, and is counted', async (t) => {
  const node = cluster.node(2);
  const before = await metricsOf(node);
  for (const [what, port, bytes, code] of NONSENSE) {
    const answer = await answerTo(portsOf(node)[port], bytes);
    t.true(answer.includes(code), `${what} at ${port}: ${answer}`);
    t.true(answer.length > code.length + 30, `${what} at ${port} is not told enough: ${answer}`);
  }
  for (const port of ['client', 'peer', 'http'] as const) {
    const expected = new Map<string, number>();
    for (const [, at, , code] of NONSENSE) if (at === port) expected.set(code, (expected.get(code) ?? 0) + 1);
    const after = await metricsOf(node);
    for (const [code, count] of expected) {
      t.is(counted(after, port, code) - counted(before, port, code), count, `${code} at ${port}`);
    }
  }
});

const text = (of: string): Uint8Array => new TextEncoder().encode(of);
const operation = (key: string, size = 0): command.Operation.$Properties => ({
  collection: text('c'),
  key: text(key),
  put: { kind: 1, value: new Uint8Array(size) },
});
const write = (operations: command.Operation.$Properties[], more: client.Write.$Properties = {}) => ({
  write: { ...more, operations },
});

/** Each is one beyond a limit, with what is answered. */
const BEYOND: readonly (readonly [client.Request.$Properties, string, RegExp])[] = [
  [write([operation('k'.repeat(1_025))]), 'ERR_KEY_TOO_LARGE', /1024 bytes/],
  [write([operation('k', MIB + 1)]), 'ERR_VALUE_TOO_LARGE', /1048576/],
  [write(Array.from({ length: BATCH_OPERATIONS + 1 }, (_, n) => operation(`{p}${n}`))), 'ERR_BODY_TOO_LARGE', /1024/],
  [write(Array.from({ length: 5 }, (_, n) => operation(`{p}${n}`, MIB))), 'ERR_BODY_TOO_LARGE', /4194304/],
  [{ get: { collection: text('c'.repeat(129)), key: text('k') } }, 'ERR_INVALID_REQUEST', /128/],
  [write([operation('k')], { idempotencyKey: 'i'.repeat(257) }), 'ERR_INVALID_REQUEST', /256 bytes/],
  [{ scan: { collection: text('c'), from: new Uint8Array(1_025) } }, 'ERR_KEY_TOO_LARGE', /1024 bytes/],
  [
    write([operation('k')], { sessionStampMs: 1, sessionSerial: 5, sequence: 1, lowestUnresolved: 1 }),
    'ERR_SESSION_FOREIGN',
    /open a new one on this cluster/,
  ],
];

test.serial(
  'requests beyond each limit are refused with the limit, are counted, and leave the connection as it is',
  async (t) => {
    const node = cluster.node(1);
    const before = await metricsOf(node);
    const raw = new RawClient(portOf(node.address));
    await raw.greet();
    const ask = async (request: client.Request.$Properties): Promise<Response> => {
      raw.say(client.Request, { id: 1, ...request });
      return raw.next<client.Response.$Properties>(client.Response);
    };
    for (const [request, code, message] of BEYOND) {
      const { failure } = await ask(request);
      t.is(failure?.code, code, failure?.message ?? 'it was done');
      t.regex(failure?.message ?? '', message);
    }
    // Nothing asked for in no time at all, or in too much: it has the time that everybody has.
    for (const deadlineMs of [0, 2 ** 32 - 1]) {
      t.is((await ask({ ...write([operation('deadline')]), deadlineMs })).failure, null, `${deadlineMs} ms`);
    }
    raw.say(client.Request, { id: 1, scan: { collection: text('c'), limit: 1_000_000 } });
    const page = await raw.next<client.Response.$Properties>(client.Response);
    t.true((page.items?.items?.length ?? 0) >= 1);
    raw.socket.destroy();
    const after = await metricsOf(node);
    for (const code of new Set(BEYOND.map(([, each]) => each))) {
      t.is(
        counted(after, 'client', code) - counted(before, 'client', code),
        BEYOND.filter(([, each]) => each === code).length,
      );
    }
  },
);

test.serial('requests and connections beyond what a node takes are refused, and it serves again', async (t) => {
  const node = cluster.node(3);
  const raw = new RawClient(portOf(node.address));
  await raw.greet();
  const count = 2_000;
  raw.socket.write(
    Buffer.concat(
      Array.from({ length: count }, (_, n) =>
        encodeFrame(client.Request, { id: n + 1, ...write([operation(`${n}`)]) }),
      ),
    ),
  );
  const codes = new Map<string, number>();
  for (let n = 0; n < count; n += 1) {
    const { failure } = await raw.next<client.Response.$Properties>(client.Response);
    codes.set(failure?.code ?? 'done', (codes.get(failure?.code ?? 'done') ?? 0) + 1);
  }
  t.deepEqual([...codes.keys()].sort(), ['ERR_OVERLOADED', 'done'], 'every request was answered');
  const crowd = Array.from({ length: 60 }, () => new RawClient(portOf(node.address)));
  const welcomes = await Promise.allSettled(crowd.map((each) => each.greet()));
  const told = welcomes.map((each) => (each.status === 'fulfilled' ? each.value.errorCode : 'ended'));
  t.is(told.filter((code) => code === '').length, 39, 'with the one that is there it has its 40');
  t.is(told.filter((code) => code === 'ERR_OVERLOADED').length, 21);
  for (const each of [raw, ...crowd]) each.socket.destroy();
  await untilFits(
    () => metricsOf(node),
    (metrics) => metrics.includes('quorate_connections{listener="client"} 0\n'),
  );
  const back = new RawClient(portOf(node.address));
  t.is((await back.greet()).errorCode, '');
  back.socket.destroy();
});

/** Opens a connection and leaves it: half open, in the middle of something, without having read, or with a reset. */
const DEPARTURES: readonly ((node: NodeProcess) => Promise<Socket>)[] = [
  async (node) => new RawClient(portOf(node.address)).socket.end(),
  async (node) => new Stranger(node.peerPort).socket.end(),
  async (node) => connectSocket({ host: '127.0.0.1', port: portOf(node.httpAddress) }).end('GET / HT'),
  async (node) => {
    const raw = new RawClient(portOf(node.address));
    await raw.greet();
    await new Promise((written) => raw.socket.write(frameOf(16 * MIB, 0, new Uint8Array(12 * MIB)), written));
    return raw.socket.resetAndDestroy();
  },
  async (node) => {
    const raw = new RawClient(portOf(node.address));
    await raw.greet();
    raw.socket.pause();
    const scans = Array.from({ length: 40 }, (_, n) => {
      return encodeFrame(client.Request, { id: n + 1, get: { collection: text('c'), key: text('large') } });
    });
    raw.socket.write(Buffer.concat(scans));
    return raw.socket;
  },
  async (node) => {
    const stranger = new Stranger(node.peerPort);
    stranger.socket.write(peerHello({ isKnock: true }));
    return stranger.socket;
  },
  async (node) => {
    const socket = connectSocket({ host: '127.0.0.1', port: portOf(node.httpAddress) });
    const head = 'PUT /v1/collections/c/items/k HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n';
    await new Promise((written) => socket.write(Buffer.concat([Buffer.from(head), Buffer.alloc(500_000)]), written));
    return socket.resetAndDestroy();
  },
];

/** But for whoever asks for this, and the two other nodes. */
const isDeserted = (metrics: string): boolean =>
  [
    'quorate_connections{listener="client"} 0',
    'quorate_connections{listener="http"} 1',
    'quorate_peer_sockets 2',
  ].every((line) => metrics.includes(`${line}\n`));

test.serial(
  'whoever leaves in the middle of anything leaves nothing behind, and others are served meanwhile',
  async (t) => {
    const preparing = await connect(cluster.addresses);
    await preparing.collection('c').put('large', new Uint8Array(MIB));
    await preparing.close();
    const wave = async (): Promise<void> => {
      const left: Socket[] = [];
      for (const depart of DEPARTURES) {
        for (let times = 0; times < 4; times += 1) left.push(await depart(cluster.node(2)));
      }
      for (const node of cluster.nodes) {
        await untilFits(
          () => metricsOf(node),
          (metrics) => metrics.includes('quorate_listener_requests_in_flight 0\n'),
        );
      }
      for (const socket of left) socket.destroy();
    };
    await wave();
    const settled = async (): Promise<readonly string[]> => {
      for (const node of cluster.nodes) await untilFits(() => metricsOf(node), isDeserted);
      return cluster.nodes.map(openFiles);
    };
    const before = await settled();
    const residentBefore = residentMib(cluster.node(2));
    const bystander = await connect(cluster.addresses);
    const items = bystander.collection('c');
    let isOver = false;
    let served = 0;
    const serving = (async () => {
      for (; !isOver; served += 1) await items.increment('visits', 1);
    })();
    for (let waves = 0; waves < WAVES; waves += 1) await wave();
    isOver = true;
    await serving;
    t.is((await items.get('visits'))?.value, served, 'everybody else was served, once');
    t.true(served > 0);
    await bystander.close();
    await untilFits(settled, (now) => now.join() === before.join());
    const grown = residentMib(cluster.node(2)) - residentBefore;
    t.log(`node 2: ${Math.round(residentBefore)} MiB before, ${Math.round(grown)} MiB more after`);
    t.true(grown < LEFT_MIB_MAX, `${grown} MiB more than before`);
  },
);
