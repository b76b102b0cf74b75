/**
 * Addresses of nodes as people write them: `host:port`, `[::1]:port`, or a host alone with the default port. Pure.
 */
import { QuorateError } from '../runtime/base/errors.js';

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** Where `quorate start` listens unless it is told otherwise. */
export const DEFAULT_PORT = 7411;

const PORT_MAX = 65_535;
/** Brackets around a host that has colons itself; else no colon but the one before the port. */
const PATTERN = /^(?:\[([0-9A-Fa-f:.%]+)\]|([^\s:[\]]+))(?::(\d{1,5}))?$/;

/** Throws `ERR_INVALID_REQUEST` that says what an address looks like. */
export function parseAddress(text: string): Address {
  const match = PATTERN.exec(text);
  const host = match?.[1] ?? match?.[2];
  const port = Number(match?.[3] ?? DEFAULT_PORT);
  if (host !== undefined && port >= 1 && port <= PORT_MAX) return { host, port };
  throw new QuorateError('ERR_INVALID_REQUEST', `'${text}' is no address; write host:port, as in 127.0.0.1:7411`);
}

export function formatAddress({ host, port }: Address): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
