/** A node played by a test: it speaks the client protocol over loopback and answers as it is told. */
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type Client, type ConnectOptions, connect } from '../../src/client/client.js';
import { type Body, client, command, decodeMessage } from '../../src/runtime/base/proto.js';
import { FrameDecoder, FrameEncoder } from '../../src/runtime/net/frame.js';

export type Request = Body<client.Request.$Properties>;
export type Write = NonNullable<Request['write']>;
export type Answer = Omit<client.Response.$Properties, 'id'>;

/** One connection of a client, as the node sees it. */
export class Peer {
  readonly socket: Socket;
  /** From 1, in the order in which they came. */
  readonly number: number;
  /** But for those for the map, when the script has one. */
  readonly requests: Request[] = [];
  mapRequests = 0;
  hello: Body<client.Hello.$Properties> | undefined;

  constructor(socket: Socket, number: number) {
    this.socket = socket;
    this.number = number;
  }

  answer(request: Pick<Request, 'id'>, answer: Answer): void {
    this.say(client.Response, { ...answer, id: request.id });
  }

  say(type: typeof client.Response | typeof client.Welcome, message: object): void {
    const encoder = new FrameEncoder();
    encoder.append(type as typeof client.Response, message);
    if (!this.socket.destroyed) this.socket.write(encoder.take());
  }

  cut(): void {
    this.socket.destroy();
  }
}

export interface Script {
  /** Which node it is; 1 when not given. */
  readonly node?: number;
  /** What it knows of the cluster: said in its welcome, and to whoever asks. */
  map?(): client.ClusterMap.$Properties;
  /** An answer, or none: the script answers later, or never. */
  request?(request: Request, peer: Peer): Answer | undefined;
  /** What the hello is answered with; undefined: nothing at all. */
  welcome?(peer: Peer): client.Welcome.$Properties | undefined;
}

/** Of the first connection; each later one has a session of its own. */
export const SESSION = { sessionStampMs: 1_000_000, sessionSerial: 7 };
export const CLUSTER = 'cluster-of-the-test';

export function written(revision: number, more: command.OperationResult.$Properties = {}): Answer {
  return { result: { operations: [{ revision, ...more }] } };
}

export function failed(code: string, message = 'as the script says', retryable = false): Answer {
  return { failure: { code, message, retryable } };
}

export function found(...items: readonly { readonly key: string; readonly value: unknown }[]): Answer {
  const encoded = items.map(({ key, value }) => ({
    key: Buffer.from(key),
    kind: command.ItemKind.JSON,
    value: Buffer.from(JSON.stringify(value)),
    revision: 1,
  }));
  return { items: { items: encoded } };
}

export class ScriptedServer {
  readonly peers: Peer[] = [];
  readonly #server: Server;
  readonly #script: Script;
  #isStopped = false;

  constructor(script: Script) {
    this.#script = script;
    this.#server = createServer((socket) => this.#accept(socket));
  }

  async listen(port = 0): Promise<this> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Every request of every connection, in the order in which they came. */
  get requests(): readonly Request[] {
    return this.peers.flatMap(({ requests }) => requests);
  }

  get writes(): readonly Write[] {
    return this.requests.flatMap(({ write }) => (write == null ? [] : [write]));
  }

  async close(): Promise<void> {
    for (const peer of this.peers) peer.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Reads nothing any more, like a process that was stopped: connections are accepted and stay open. */
  stop(): void {
    this.#isStopped = true;
    for (const { socket } of this.peers) socket.pause();
  }

  goOn(): void {
    this.#isStopped = false;
    for (const { socket } of this.peers) socket.resume();
  }

  #accept(socket: Socket): void {
    const peer = new Peer(socket, this.peers.length + 1);
    this.peers.push(peer);
    if (this.#isStopped) socket.pause();
    const decoder = new FrameDecoder(16 * 1024 * 1024);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      for (const payload of decoder.push(chunk)) {
        if (peer.hello === undefined) this.#greet(peer, payload);
        else this.#received(peer, decodeMessage(client.Request, payload));
      }
    });
  }

  #greet(peer: Peer, payload: Uint8Array): void {
    peer.hello = decodeMessage(client.Hello, payload);
    const usual = {
      protocol: 1,
      clusterId: CLUSTER,
      node: this.#script.node ?? 1,
      map: this.#script.map?.() ?? null,
      ...SESSION,
      sessionSerial: SESSION.sessionSerial + 100 * (peer.number - 1),
    };
    const welcome = this.#script.welcome === undefined ? usual : this.#script.welcome(peer);
    if (welcome !== undefined) peer.say(client.Welcome, { ...usual, ...welcome });
  }

  #received(peer: Peer, request: Request): void {
    if (request.map != null && this.#script.map !== undefined) {
      peer.mapRequests += 1;
      peer.answer(request, { map: this.#script.map() });
      return;
    }
    peer.requests.push(request);
    const answer = this.#script.request?.(request, peer);
    if (answer !== undefined) peer.answer(request, answer);
  }
}

interface Teardown {
  teardown(close: () => Promise<void>): void;
}

/** Time enough on a busy machine for whatever is not about time. */
export const PATIENT: ConnectOptions = { timeoutMs: 30_000 };

/** A server with the script and a client connected to it; both end with the test. */
export async function serve(
  t: Teardown,
  script: Script,
  options: ConnectOptions = {},
  now: () => number = () => performance.now(),
): Promise<{ readonly server: ScriptedServer; readonly client: Client }> {
  const server = await new ScriptedServer(script).listen();
  t.teardown(() => server.close());
  const connected = await connect(server.address, { ...PATIENT, ...options }, { now });
  t.teardown(() => connected.close());
  return { server, client: connected };
}
