/** The proxy between two nodes, in front of a server that echoes. */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import test, { type ExecutionContext } from 'ava';
import { PeerProxy } from '../../../scripts/soak/peer-proxy.js';

interface World {
  readonly proxy: PeerProxy;
  /** The server's ends of the connections. */
  readonly accepted: Socket[];
  dial(): Promise<Socket>;
  /** Resolves when something that was said later, past the proxy, has been answered. */
  later(): Promise<void>;
}

async function world(t: ExecutionContext): Promise<World> {
  const accepted: Socket[] = [];
  const server = createServer((socket) => {
    accepted.push(socket);
    socket.on('error', () => undefined).on('data', (chunk) => socket.write(chunk));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy = await PeerProxy.open((server.address() as { readonly port: number }).port);
  const dialed: Socket[] = [];
  t.teardown(async () => {
    for (const socket of dialed) socket.destroy();
    await proxy.close();
    server.close();
  });
  const dial = async (): Promise<Socket> => {
    const socket = connect(proxy.port, '127.0.0.1').on('error', () => undefined);
    dialed.push(socket);
    await once(socket, 'connect');
    return socket;
  };
  const later = async (): Promise<void> => {
    const direct = connect((server.address() as { readonly port: number }).port, '127.0.0.1');
    for (let n = 0; n < 3; n += 1) await echo(direct, 'later');
    direct.destroy();
  };
  return { proxy, accepted, dial, later };
}

const closed = (socket: Socket): Promise<void> => new Promise((resolve) => socket.once('close', () => resolve()));

async function echo(socket: Socket, text: string): Promise<string> {
  socket.write(text);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return answer.toString();
}

test('bytes go through in both directions', async (t) => {
  const { dial } = await world(t);
  t.is(await echo(await dial(), 'hello'), 'hello');
});

test('a cut ends connections on both sides and lets no new one live', async (t) => {
  const { proxy, accepted, dial } = await world(t);
  const socket = await dial();
  await echo(socket, 'hello');
  const ended = Promise.all([closed(socket), closed(accepted[0] as Socket)]);
  proxy.set({ kind: 'cut' });
  await ended;
  const next = connect(proxy.port, '127.0.0.1').on('error', () => undefined);
  await closed(next);
  proxy.set({ kind: 'open' });
  t.is(await echo(await dial(), 'again'), 'again');
});

test('what is said while it is silent arrives, in order, when it is open again', async (t) => {
  const { proxy, dial, later } = await world(t);
  const socket = await dial();
  await echo(socket, 'hello');
  proxy.set({ kind: 'silent' });
  let heard = '';
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString();
  });
  for (const text of ['1', '2', '3']) {
    await new Promise((written) => socket.write(text, written));
  }
  const other = await dial();
  other.write('held as well');
  await later();
  t.is(heard, '');
  proxy.set({ kind: 'open' });
  while (heard.length < 3) await once(socket, 'data');
  t.is(heard, '123');
});

test('half open, what the dialer says arrives and the answer does not', async (t) => {
  const { proxy, accepted, dial, later } = await world(t);
  const socket = await dial();
  await echo(socket, 'hello');
  proxy.set({ kind: 'half-open' });
  let heard = '';
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString();
  });
  socket.write('1');
  const [arrived] = (await once(accepted[0] as Socket, 'data')) as [Buffer];
  t.is(arrived.toString(), '1');
  await later();
  t.is(heard, '');
  proxy.set({ kind: 'open' });
  if (heard === '') await once(socket, 'data');
  t.is(heard, '1');
});

test('delayed pieces keep their order', async (t) => {
  const { proxy, dial } = await world(t);
  const socket = await dial();
  proxy.set({ kind: 'delayed', ms: 5 });
  let heard = '';
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString();
  });
  for (let n = 0; n < 10; n += 1) await new Promise((written) => socket.write(`${n}`, written));
  while (heard.length < 10) await once(socket, 'data');
  t.is(heard, '0123456789');
});
