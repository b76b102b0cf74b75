/**
 * Dialing another node: one attempt, with a deadline, that ends in a socket or in the reason why there is none.
 */
import { connect, type Socket } from 'node:net';

export interface DialFailure {
  /** Nobody listens there. */
  readonly isRefused: boolean;
  readonly reason: string;
}

export interface DialOptions {
  readonly host: string;
  readonly port: number;
  readonly timeoutMs: number;
  /** One of the two is called, once; neither after `cancel`. */
  readonly onSocket: (socket: Socket) => void;
  readonly onFailure: (failure: DialFailure) => void;
}

export interface Dialing {
  cancel(): void;
}

export function dialPeer({ host, port, timeoutMs, onSocket, onFailure }: DialOptions): Dialing {
  const socket = connect({ host, port, noDelay: true });
  const place = `${host}:${port}`;
  let isOver = false;
  const settle = (): boolean => {
    const isFirst = !isOver;
    isOver = true;
    clearTimeout(timer);
    return isFirst;
  };
  const fail = (failure: DialFailure): void => {
    socket.destroy();
    if (settle()) onFailure(failure);
  };
  const timer = setTimeout(
    () => fail({ isRefused: false, reason: `${place} did not answer within ${timeoutMs} ms` }),
    timeoutMs,
  );
  const onError = (error: Error): void => {
    fail({ isRefused: isConnectionRefused(error), reason: `${place}: ${reasonOf(error)}` });
  };
  socket.once('error', onError);
  socket.once('connect', () => {
    if (isConnectedToItself(socket)) {
      fail({ isRefused: true, reason: `${place}: nobody listens there` });
      return;
    }
    socket.removeListener('error', onError);
    if (settle()) onSocket(socket);
  });
  return {
    cancel: () => {
      settle();
      socket.destroy();
    },
  };
}

/**
 * Where nobody listens on a port that the system also gives to outgoing connections, a connection can meet itself. It
 * would keep the port from the one who is to listen there.
 */
function isConnectedToItself({ localPort, remotePort, localAddress, remoteAddress }: Socket): boolean {
  return localPort === remotePort && localAddress === remoteAddress;
}

function isConnectionRefused(error: Error): boolean {
  // A name with several addresses fails with an error for each of them.
  if (error instanceof AggregateError) return error.errors.every((each) => isConnectionRefused(each as Error));
  return (error as NodeJS.ErrnoException).code === 'ECONNREFUSED';
}

function reasonOf(error: Error): string {
  if (isConnectionRefused(error)) return 'nobody listens there';
  return error.message === '' ? ((error as NodeJS.ErrnoException).code ?? error.name) : error.message;
}
