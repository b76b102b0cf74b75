/** Real listeners on loopback, with a gateway that does as the test says. */
import { connect as connectSocket, type Socket } from 'node:net';
import { type GatewayMessage, gatewayProtocol } from '../../../src/actors/gateway/protocol.js';
import type { Actor, ActorContext, ActorKind, ActorRef } from '../../../src/runtime/actor/actor.js';
import { createKernel } from '../../../src/runtime/actor/create-kernel.js';
import type { Environment, Kernel } from '../../../src/runtime/actor/kernel.js';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/runtime/base/limits.js';
import { type Body, client, decodeMessage, type GeneratedMessage } from '../../../src/runtime/base/proto.js';
import { createRandom } from '../../../src/runtime/base/random.js';
import { encodeFrame, FrameDecoder } from '../../../src/runtime/net/frame.js';
import { type Listeners, openListeners } from '../../../src/runtime/net/net.js';

export type Request = Body<client.Request.$Properties>;
export type Response = Body<client.Response.$Properties>;
export type Reply = Omit<Response, 'id'>;

export const CLUSTER = 'cluster-of-the-test';
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Answers a request now, later through `respond`, or never. */
export type Script = (request: Request, respond: (reply: Reply) => void) => Reply | undefined;

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

function realEnvironment(): Environment {
  return {
    clock: { now: () => performance.now() },
    random: createRandom(1),
    log: SILENT,
    schedule: (run) => void setImmediate(run),
    setTimer: (atMs, run) => setTimeout(run, Math.max(0, atMs - performance.now())),
    clearTimer: (timer) => clearTimeout(timer as NodeJS.Timeout),
  };
}

export const session = (serial = 7): Reply => ({ session: { stampMs: 1_700_000_000_000, serial } });

/** What a gateway of three nodes would say. */
export const MAP: Reply = {
  map: {
    nodes: [1, 2, 3].map((node) => ({
      node,
      clientAddress: `127.0.0.1:${7400 + node}`,
      httpAddress: '',
      isConnected: true,
    })),
    dataGroups: [2, 3],
    groups: [{ group: 2, nodes: [1, 2, 3], leaderNode: 3 }],
  },
};

export const failure = (code: string, details = ''): Reply => ({
  failure: { code, message: `scripted ${code}`, retryable: true, detailsJson: details },
});

export const result = (revision: number, more: Partial<NonNullable<Reply['result']>> = {}): Reply => ({
  result: {
    errorCode: '',
    errorMessage: '',
    operations: [{ revision, integer: 0, existed: false }],
    replayed: false,
    logClockMs: 0,
    ...more,
  },
});

export interface NetWorldOptions {
  readonly script?: Script;
  /** What is answered to a request for the map. */
  readonly map?: Reply;
  readonly limits?: Partial<Limits>;
  readonly port?: number;
}

export class NetWorld {
  readonly kernel: Kernel;
  readonly gateway: ActorRef<GatewayMessage>;
  readonly listeners: Listeners;
  /** Every request but those for sessions and maps, which a listener makes itself. */
  readonly requests: Request[];

  private constructor(kernel: Kernel, gateway: ActorRef<GatewayMessage>, listeners: Listeners, requests: Request[]) {
    this.kernel = kernel;
    this.gateway = gateway;
    this.listeners = listeners;
    this.requests = requests;
  }

  static async open({
    script = () => undefined,
    map = MAP,
    limits = {},
    port = 0,
  }: NetWorldOptions = {}): Promise<NetWorld> {
    const requests: Request[] = [];
    const gatewayKind: ActorKind<GatewayMessage> = {
      kind: 'gateway',
      protocol: gatewayProtocol,
      create: () => scriptedGateway(requests, script, map, (port, reply) => later.send(port, reply)),
    };
    const kernel = createKernel({
      node: 1,
      bootBase: 0,
      kinds: [gatewayKind] as unknown as readonly ActorKind[],
      environment: realEnvironment(),
      uplink: { forward: () => {}, publish: () => {}, escalate: () => {} },
      supervision: SUPERVISION,
    });
    const later = kernel.openPort(2, () => {});
    const gateway = kernel.spawn('gateway', 0) as ActorRef<GatewayMessage>;
    const listeners = await openListeners({
      openPort: (onMessages) => kernel.openPort(1, onMessages),
      gateway,
      limits: { ...DEFAULT_LIMITS, ...limits },
      addresses: { client: { host: '127.0.0.1', port }, http: { host: '127.0.0.1', port: 0 } },
      insecure: false,
      clusterId: CLUSTER,
      node: 1,
      statusDocument: async () => ({ status: 'fine' }),
      metricsText: async () => 'quorate_test 1\n',
    });
    return new NetWorld(kernel, gateway, listeners, requests);
  }

  get port(): number {
    return this.listeners.addresses.client.port;
  }

  url(path: string): string {
    return `http://127.0.0.1:${this.listeners.addresses.http.port}${path}`;
  }

  /** Crashes the gateway; resolves when it has come back. */
  async crashGateway(): Promise<void> {
    const restarted = new Promise<void>((resolve) => {
      let wentDown = false;
      const watcher = this.kernel.openPort(3, () => {});
      watcher.watch(this.gateway, ({ state }) => {
        if (state === 'down') wentDown = true;
        if (state !== 'up' || !wentDown) return;
        watcher.close();
        resolve();
      });
    });
    this.kernel.crash(this.gateway, new QuorateError('ERR_INVARIANT', 'the test wants it'));
    const nudge = this.kernel.openPort(4, () => {});
    nudge.send(this.gateway, { type: 'tick', body: {} });
    nudge.close();
    await restarted;
  }

  async close(): Promise<void> {
    await this.listeners.close();
    this.kernel.close();
  }
}

type SendLater = (port: ActorRef, message: GatewayMessage) => void;

function scriptedGateway(requests: Request[], script: Script, map: Reply, sendLater: SendLater): Actor<GatewayMessage> {
  const answer = (request: Request, ctx: ActorContext<GatewayMessage>): void => {
    const { sender } = ctx;
    if (sender === undefined) return;
    const messageOf = (reply: Reply): GatewayMessage => ({
      type: 'responses',
      body: { responses: [{ id: request.id, ...reply }] },
    });
    if (request.map != null) {
      ctx.send(sender, messageOf(map));
      return;
    }
    const isSession = request.newSession != null;
    if (!isSession) requests.push(request);
    const scripted = script(request, (reply) => sendLater(sender, messageOf(reply)));
    const reply = scripted ?? (isSession ? session() : undefined);
    if (reply !== undefined) ctx.send(sender, messageOf(reply));
  };
  return {
    receive(message, ctx) {
      if (message.type === 'requests') for (const request of message.body.requests) answer(request, ctx);
    },
  };
}

/** A client that says what it is told to, byte by byte if need be. */
export class RawClient {
  readonly socket: Socket;
  readonly closed: Promise<void>;
  readonly #decoder = new FrameDecoder(DEFAULT_LIMITS.frameBytesMax);
  readonly #payloads: Uint8Array[] = [];
  #wake: (() => void) | undefined;

  constructor(port: number) {
    this.socket = connectSocket({ host: '127.0.0.1', port });
    this.socket.on('data', (chunk) => {
      this.#payloads.push(...this.#decoder.push(chunk));
      this.#wake?.();
    });
    this.socket.on('error', () => {});
    this.closed = new Promise((resolve) => {
      this.socket.once('close', () => {
        resolve();
        this.#wake?.();
      });
    });
  }

  say<P>(type: GeneratedMessage<P>, message: P): void {
    this.socket.write(encodeFrame(type, message));
  }

  /** The next message; rejects when the connection ends first. */
  async next<P>(type: GeneratedMessage<P>): Promise<Body<P>> {
    while (this.#payloads.length === 0) {
      if (this.socket.destroyed) throw new Error('the connection was closed');
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const payload = this.#payloads.shift() ?? new Uint8Array(0);
    return decodeMessage(type, payload);
  }

  /** Says hello and takes the welcome. */
  async greet(): Promise<Body<client.Welcome.$Properties>> {
    this.say(client.Hello, { protocol: 1, clusterId: '' });
    return this.next<client.Welcome.$Properties>(client.Welcome);
  }
}
