/**
 * The program of a benchmark's client process (`client-process.ts`): runs the loads that its parent sends, and ends when
 * the parent lets go of it.
 */
import { Agent, request } from 'node:http';
import { connect } from '../../src/client/client.js';
import type { ClientPlaces, LoadOrder } from './client-process.js';
import { COLLECTION, keyValueWorkload, runLoad, VALUE_BYTES } from './load.js';

const REQUEST_TIMEOUT_MS = 30_000;
const HTTP_KEYS = 100_000;
const OK = 200;

/** Puts through HTTP, on kept-alive connections, to each node in turn. */
function httpWriter(addresses: readonly string[], inFlight: number): () => Promise<unknown> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const body = Buffer.alloc(VALUE_BYTES, 'x');
  const headers = { 'content-type': 'application/octet-stream', 'content-length': body.length };
  let n = 0;
  return () =>
    new Promise((resolve, reject) => {
      n += 1;
      const url = `http://${addresses[n % addresses.length]}/v1/collections/${COLLECTION}/items/http-${n % HTTP_KEYS}`;
      const sent = request(url, { agent, method: 'PUT', headers }, (response) => {
        response.resume();
        response.on('end', () => {
          if (response.statusCode === OK) resolve(undefined);
          else reject(new Error(`status ${response.statusCode}`));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
}

const tell = (answer: object): void => {
  if (process.connected) process.send?.(answer);
};

const { addresses, httpAddresses } = JSON.parse(process.argv[2] ?? '{}') as ClientPlaces;
const client = await connect(addresses, { timeoutMs: REQUEST_TIMEOUT_MS });
const workload = keyValueWorkload(client.collection(COLLECTION));
process.on('disconnect', () => process.exit(0));
process.on('message', async ({ what, inFlight, measuredMs }: LoadOrder) => {
  const one = what === 'http' ? httpWriter(httpAddresses, inFlight) : workload[what];
  tell(await runLoad({ inFlight, warmUpMs: 0, measuredMs, request: one }));
});
tell({ connected: true });
