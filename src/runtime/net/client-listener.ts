/**
 * The client listener: accepts connections of the framed protocol, keeps them bounded in number, and counts what it and
 * they refuse.
 */
import { createServer, type Socket } from 'node:net';
import { QuorateError } from '../base/errors.js';
import type { Limits } from '../base/limits.js';
import { ClientConnection, type ConnectionHost } from './client-connection.js';
import { Refusals } from './client-refusals.js';
import type { GatewayPort } from './gateway-port.js';
import { type ListenAddress, listen } from './listen.js';

/** When the listener closes, requests in flight have this long to be answered. */
const CLOSE_MS = 2_000;

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
  close(): Promise<void>;
}

export interface ClientListener extends Listener {
  /** What was refused so far, by code. */
  refusals(): readonly (readonly [string, number])[];
}

export async function openClientListener(options: ClientListenerOptions): Promise<ClientListener> {
  const { limits } = options;
  const refusals = new Refusals();
  const connections = new Set<ClientConnection>();
  const host: ConnectionHost = {
    ...options,
    refused: (code) => refusals.count(code),
    closed: (connection) => void connections.delete(connection),
  };
  const server = createServer({ allowHalfOpen: true }, (socket: Socket) => {
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
  return {
    address,
    connections: () => connections.size,
    refusals: () => refusals.counts(),
    close: () =>
      new Promise((resolve) => {
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
