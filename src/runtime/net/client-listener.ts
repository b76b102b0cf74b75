/**
 * The client listener: accepts connections of the framed protocol, keeps them bounded in number, and counts what it and
 * they refuse.
 */
import { createServer, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { QuorateError } from '../base/errors.js';
import type { Limits } from '../base/limits.js';
import { ByteBudget } from './byte-budget.js';
import { ClientConnection, type ConnectionHost } from './client-connection.js';
import type { GatewayPort } from './gateway-port.js';
import { type ListenAddress, listen } from './listen.js';
import { Refusals } from './refusals.js';
import { Untaken } from './untaken.js';

/** When the listener closes, requests in flight have this long to be answered. */
const CLOSE_MS = 2_000;
/** Who has vanished without a word is noticed by the system, which begins to ask after so long a silence. */
const KEEP_ALIVE_MS = 60_000;
/** Parts of the node's bytes that frames may hold until they are complete, and answers until they are taken. */
const FRAME_SHARE = 0.25;
const ANSWER_SHARE = 0.5;
/** How often in the time that a frame has it is looked for frames that took longer. */
const LOOKS = 4;

export interface ClientListenerOptions {
  readonly address: ListenAddress;
  readonly clusterId: string;
  readonly node: number;
  readonly limits: Limits;
  readonly gateway: GatewayPort;
  readonly statusDocument: () => Promise<object>;
}

export interface Listener {
  readonly address: ListenAddress;
  /** How many connections there are. */
  connections(): number;
  /** What was refused so far, by code. */
  refusals(): readonly (readonly [string, number])[];
  close(): Promise<void>;
}

export async function openClientListener(options: ClientListenerOptions): Promise<Listener> {
  const { limits } = options;
  const refusals = new Refusals();
  const connections = new Set<ClientConnection>();
  const host: ConnectionHost = {
    ...options,
    partialFrames: new ByteBudget(limits.nodeBytesMax * FRAME_SHARE, 'large requests'),
    untaken: new Untaken(limits.nodeBytesMax * ANSWER_SHARE),
    now: () => performance.now(),
    refused: (code) => refusals.count(code),
    closed: (connection) => void connections.delete(connection),
  };
  const keepAlive = { keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS };
  const server = createServer({ allowHalfOpen: true, ...keepAlive }, (socket: Socket) => {
    const { size } = connections;
    // Those who are told to go are still here for a moment; a flood of them is not told.
    if (size >= 2 * limits.connectionsMax) {
      refusals.count('ERR_OVERLOADED');
      socket.destroy();
      return;
    }
    const connection = new ClientConnection(socket, host);
    connections.add(connection);
    if (size < limits.connectionsMax) return;
    const what = `this node has its ${limits.connectionsMax} connections; close some, or ask another node`;
    connection.refuse(new QuorateError('ERR_OVERLOADED', what));
  });
  const address = await listen(server, options.address, 'the client protocol');
  const looking = setInterval(() => {
    for (const connection of connections) connection.lookAtFrame();
  }, limits.clientFrameMs / LOOKS);
  looking.unref();
  return {
    address,
    connections: () => connections.size,
    refusals: () => refusals.counts(),
    close: () =>
      new Promise((resolve) => {
        clearInterval(looking);
        const timer = setTimeout(() => {
          for (const connection of connections) connection.cut();
        }, CLOSE_MS);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
        for (const connection of connections) connection.finish();
      }),
  };
}
