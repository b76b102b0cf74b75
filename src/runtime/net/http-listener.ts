/**
 * The HTTP listener: `node:http`, one exchange per request, every error a problem document.
 *
 * `http/router.ts` says which paths there are. A request whose body was refused unread ends its connection, because the
 * rest of the body would have to be read first. Connections, requests on each of them, and answers that nobody takes are
 * bounded. Whatever is refused is counted.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { asQuorateError, QuorateError } from '../base/errors.js';
import type { Limits } from '../base/limits.js';
import { ByteBudget } from './byte-budget.js';
import type { Listener } from './client-listener.js';
import type { GatewayPort } from './gateway-port.js';
import { Callers } from './http/callers.js';
import { Exchange, type HttpServices } from './http/exchange.js';
import { type HttpReply, problemOf } from './http/problem.js';
import { Query } from './http/query.js';
import { route } from './http/router.js';
import { type ListenAddress, listen } from './listen.js';
import { Refusals } from './refusals.js';

const REQUEST_MS_MAX = 60_000;
const HEADERS_MS_MAX = 10_000;
const KEEP_ALIVE_MS = 60_000;
const HEADER_BYTES_MAX = 16 * 1024;
/** Part of the node's bytes that request bodies may hold while they are read. */
const BODY_SHARE = 0.25;
/** Longer than any request takes: on this connection nothing moves any more. */
const IDLE_MS_MAX = 90_000;
const CLOSE_MS = 2_000;

export interface HttpListenerOptions {
  readonly address: ListenAddress;
  readonly clusterId: string;
  readonly node: number;
  readonly limits: Limits;
  readonly gateway: GatewayPort;
  readonly statusDocument: () => Promise<object>;
  /** In the Prometheus text format. */
  readonly metricsText: () => Promise<string>;
}

export async function openHttpListener(options: HttpListenerOptions): Promise<Listener> {
  const { limits } = options;
  const services: HttpServices = {
    ...options,
    bodies: new ByteBudget(limits.nodeBytesMax * BODY_SHARE, 'request bodies'),
  };
  const refusals = new Refusals();
  const server = createServer({
    requestTimeout: REQUEST_MS_MAX,
    headersTimeout: HEADERS_MS_MAX,
    keepAliveTimeout: KEEP_ALIVE_MS,
    maxHeaderSize: HEADER_BYTES_MAX,
    noDelay: true,
  });
  server.timeout = IDLE_MS_MAX;
  const callers = new Callers(limits, refusals);
  server.on('connection', (socket) => callers.came(socket));
  server.on('timeout', (socket) => callers.cut(socket, 'ERR_TIMEOUT'));
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let reply: HttpReply;
    try {
      callers.asked(request, response);
      reply = await replyTo(request, response, services);
    } catch (thrown) {
      const error = asQuorateError(thrown);
      refusals.count(error.code);
      reply = problemOf(error);
    }
    // A connection that is kept would hold up the close.
    send(request, response, reply, server.listening);
    callers.answered(request, response, reply.body.length);
  };
  server.on('request', serve);
  // Whoever waits for a 100 before sending a body gets it when the body is read, or never.
  server.on('checkContinue', serve);
  server.on('clientError', (thrown: NodeJS.ErrnoException, socket) => refuseUnparsed(thrown, socket, refusals));
  const address = await listen(server, options.address, 'HTTP');
  return {
    address,
    connections: () => callers.count,
    refusals: () => refusals.counts(),
    close: () => close(server, callers),
  };
}

async function replyTo(request: IncomingMessage, response: ServerResponse, services: HttpServices): Promise<HttpReply> {
  const [path, query] = splitTarget(request.url ?? '/');
  const { method = 'GET' } = request;
  refuseOtherSites(method, request);
  const { handler, params } = route(method, path);
  return handler(new Exchange(request, response, services, new Query(query), params));
}

function splitTarget(target: string): readonly [path: string, query: string] {
  const local = target.replace(/^https?:\/\/[^/?]*/i, '');
  const at = local.indexOf('?');
  return at < 0 ? [local, ''] : [local.slice(0, at), local.slice(at + 1)];
}

/** A page of another site that a person on this machine looks at must not write here. */
function refuseOtherSites(method: string, request: IncomingMessage): void {
  if (method === 'GET' || method === 'HEAD' || request.headers['sec-fetch-site'] !== 'cross-site') return;
  throw new QuorateError('ERR_INVALID_REQUEST', 'writes from pages of other sites are refused');
}

function send(request: IncomingMessage, response: ServerResponse, reply: HttpReply, mayKeep: boolean): void {
  if (response.destroyed || response.headersSent) return;
  const { status, headers, body } = reply;
  const isUnread = !request.complete && hasBody(request);
  const framing = status === 304 ? {} : { 'content-length': String(body.length) };
  const lifetime = mayKeep && !isUnread ? {} : { connection: 'close' };
  response.writeHead(status, { ...headers, ...framing, ...lifetime });
  response.end(body);
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** What Node's parser could not take never became a request. */
function refuseUnparsed(thrown: NodeJS.ErrnoException, socket: Duplex, refusals: Refusals): void {
  if (!socket.writable || thrown.code === 'ECONNRESET') {
    socket.destroy();
    return;
  }
  const error = parserError(thrown);
  refusals.count(error.code);
  const reply = problemOf(error);
  const fields = Object.entries({ ...reply.headers, 'content-length': reply.body.length, connection: 'close' });
  const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const reason = STATUS_CODES[reply.status] ?? 'Error';
  socket.end(Buffer.concat([Buffer.from(`HTTP/1.1 ${reply.status} ${reason}\r\n${head}\r\n`), reply.body]));
}

function parserError(thrown: NodeJS.ErrnoException): QuorateError {
  switch (thrown.code) {
    case 'HPE_INVALID_EOF_STATE':
      return new QuorateError('ERR_BODY_TRUNCATED', 'the connection ended within a request', { cause: thrown });
    case 'HPE_HEADER_OVERFLOW':
      return new QuorateError('ERR_BODY_TOO_LARGE', `headers have at most ${HEADER_BYTES_MAX} bytes`, {
        cause: thrown,
      });
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new QuorateError('ERR_TIMEOUT', 'the request did not arrive in time', { cause: thrown });
    default:
      return new QuorateError('ERR_INVALID_REQUEST', `this is no HTTP request: ${thrown.message}`, { cause: thrown });
  }
}

/** Requests in hand are answered; idle connections end at once, the others when their time is up. */
function close(server: Server, callers: Callers): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => callers.cutAll(), CLOSE_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    server.closeIdleConnections();
  });
}
