/**
 * Net: how anything outside a node reaches it. Opens the listeners, which share one way to the gateway.
 *
 * - `client-listener.ts`: the framed protocol of `proto/client.proto`, for `src/client`;
 * - `http-listener.ts` and `http/`: HTTP for people, operators and `curl`;
 * - `gateway-port.ts`: requests to the gateway and their answers;
 * - `frame.ts`: frames on a socket.
 */
import { performance } from 'node:perf_hooks';
import type { GatewayMessage } from '../../actors/gateway/protocol.js';
import type { ActorRef } from '../actor/actor.js';
import type { Envelope } from '../actor/envelope.js';
import type { Port } from '../actor/kernel.js';
import type { Limits } from '../base/limits.js';
import { type Listener, openClientListener } from './client-listener.js';
import { GatewayPort } from './gateway-port.js';
import { openHttpListener } from './http-listener.js';
import { type ListenAddress, requireLoopback } from './listen.js';

export type { ListenAddress } from './listen.js';

export interface ListenersOptions {
  /** Opens the port on the kernel that hosts the gateway. */
  readonly openPort: (onMessages: (envelopes: readonly Envelope[]) => void) => Port;
  readonly gateway: ActorRef<GatewayMessage>;
  readonly limits: Limits;
  readonly addresses: { readonly client: ListenAddress; readonly http: ListenAddress };
  /** Allows addresses that other machines can reach. */
  readonly insecure: boolean;
  readonly clusterId: string;
  readonly node: number;
  readonly statusDocument: () => Promise<object>;
  /** In the Prometheus text format; the listeners add their own. */
  readonly metricsText: () => Promise<string>;
}

export interface Listeners {
  /** Where they listen, with the ports that were taken. */
  readonly addresses: { readonly client: ListenAddress; readonly http: ListenAddress };
  /** Answers what is in flight, takes nothing new, and closes. */
  close(): Promise<void>;
}

/** Throws `ERR_INSECURE`, `ERR_ADDRESS_IN_USE` or `ERR_ADDRESS_UNUSABLE`; then nothing is left open. */
export async function openListeners(options: ListenersOptions): Promise<Listeners> {
  const { addresses, insecure } = options;
  requireLoopback(addresses.client, insecure);
  requireLoopback(addresses.http, insecure);
  const gateway = new GatewayPort({ ...options, now: () => performance.now() });
  const opened: Listener[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(opened.map((listener) => listener.close()));
    gateway.close();
  };
  const metricsText = async (): Promise<string> =>
    (await options.metricsText()) + ownMetrics(opened, gateway) + refusalMetrics(opened);
  try {
    const client = await openClientListener({ ...options, address: addresses.client, gateway });
    opened.push(client);
    const http = await openHttpListener({ ...options, metricsText, address: addresses.http, gateway });
    opened.push(http);
    return { addresses: { client: client.address, http: http.address }, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

function ownMetrics([client, http]: readonly Listener[], gateway: GatewayPort): string {
  return [
    '# HELP quorate_connections Open connections, by listener.',
    '# TYPE quorate_connections gauge',
    `quorate_connections{listener="client"} ${client?.connections() ?? 0}`,
    `quorate_connections{listener="http"} ${http?.connections() ?? 0}`,
    '# HELP quorate_listener_requests_in_flight Requests that wait for the gateway.',
    '# TYPE quorate_listener_requests_in_flight gauge',
    `quorate_listener_requests_in_flight ${gateway.inFlight}`,
    '',
  ].join('\n');
}

function refusalMetrics([client, http]: readonly Listener[]): string {
  return (
    refusalCounts('quorate_client_refusals_total', 'Connections and requests of clients', client) +
    refusalCounts('quorate_http_refusals_total', 'Connections and requests of HTTP', http)
  );
}

function refusalCounts(name: string, what: string, listener: Listener | undefined): string {
  const counts = listener?.refusals() ?? [];
  if (counts.length === 0) return '';
  return [
    `# HELP ${name} ${what} that were refused, by error code.`,
    `# TYPE ${name} counter`,
    ...counts.map(([code, count]) => `${name}{code="${code}"} ${count}`),
    '',
  ].join('\n');
}
