/**
 * Listening on an address: what is allowed, and what is said when it cannot be.
 */
import type { AddressInfo, Server } from 'node:net';
import { isIP } from 'node:net';
import { QuorateError } from '../base/errors.js';

export interface ListenAddress {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1') return true;
  return isIP(host) === 4 && host.startsWith('127.');
}

/** There is no TLS yet: whoever reaches the address may read and write everything. Throws `ERR_INSECURE`. */
export function requireLoopback({ host, port }: ListenAddress, insecure: boolean): void {
  if (insecure || isLoopback(host)) return;
  throw new QuorateError(
    'ERR_INSECURE',
    `${host}:${port} can be reached from other machines, without encryption or passwords; ` +
      'listen on 127.0.0.1, or set --insecure if the network is trusted',
  );
}

function listenError(thrown: NodeJS.ErrnoException, { host, port }: ListenAddress, what: string): QuorateError {
  const place = `${host}:${port}`;
  if (thrown.code === 'EADDRINUSE') {
    const how = `${place}, the address of ${what}, is in use; stop what listens there or choose another port`;
    return new QuorateError('ERR_ADDRESS_IN_USE', how, { cause: thrown, details: { host, port } });
  }
  const how = `cannot listen on ${place} for ${what}: ${thrown.message}; choose an address of this machine`;
  return new QuorateError('ERR_ADDRESS_UNUSABLE', how, { cause: thrown, details: { host, port } });
}

/** Resolves with the address once the server listens. `what` names it in errors. */
export function listen(server: Server, address: ListenAddress, what: string): Promise<ListenAddress> {
  return new Promise((resolve, reject) => {
    const fail = (thrown: Error): void => reject(listenError(thrown, address, what));
    server.once('error', fail);
    server.listen({ host: address.host, port: address.port }, () => {
      server.removeListener('error', fail);
      // From here on an error is a connection that could not be accepted for want of descriptors: its client retries.
      server.on('error', () => {});
      resolve({ host: address.host, port: (server.address() as AddressInfo).port });
    });
  });
}
