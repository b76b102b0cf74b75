/**
 * A proxy on the way from one node to another: bytes go through as they are until it is told to cut them off, to hold them
 * back, or to go deaf. It stands for the network between two nodes, both directions of a connection.
 */
import { once } from 'node:events';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';

export type PeerProxyMode =
  | { readonly kind: 'open' }
  /** Connections end with a reset, new ones are ended as soon as they are made. */
  | { readonly kind: 'cut' }
  /** Connections stay, and nothing arrives in either direction: neither bytes nor their end. */
  | { readonly kind: 'silent' }
  /** As `silent` for what the dialed node sends; the other direction works. */
  | { readonly kind: 'half-open' }
  /** Each piece arrives so much later, in order. */
  | { readonly kind: 'delayed'; readonly ms: number };

const OPEN: PeerProxyMode = { kind: 'open' };

/** Pieces that are held back for a socket; beyond them the sender's own buffers fill, as they would. */
const HELD_MAX = 256;

interface Pair {
  readonly dialer: Socket;
  readonly dialed: Socket;
}

export class PeerProxy {
  readonly port: number;
  readonly #server: Server;
  readonly #pairs = new Set<Pair>();
  readonly #timers = new Set<NodeJS.Timeout>();
  /** What waits while the proxy is silent, or its time has not come; in order, by the socket it is for. */
  readonly #held = new Map<Socket, (() => void)[]>();
  #mode: PeerProxyMode = OPEN;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.port = port;
  }

  /** Listens on a port of its own and passes on to `targetPort`. */
  static async open(targetPort: number): Promise<PeerProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port was given');
    const proxy = new PeerProxy(server, address.port);
    server.on('connection', (socket) => proxy.#join(socket, targetPort));
    return proxy;
  }

  set(mode: PeerProxyMode): void {
    this.#mode = mode;
    if (mode.kind === 'cut') for (const pair of [...this.#pairs]) this.#end(pair);
    this.#release();
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    for (const pair of [...this.#pairs]) this.#end(pair);
    const closed = once(this.#server, 'close');
    this.#server.close();
    await closed;
  }

  #join(dialer: Socket, targetPort: number): void {
    const dialed = dial({ host: '127.0.0.1', port: targetPort, noDelay: true });
    const pair = { dialer, dialed };
    dialer.setNoDelay(true);
    this.#pairs.add(pair);
    this.#pass(pair, dialer, dialed);
    this.#pass(pair, dialed, dialer);
    if (this.#mode.kind === 'cut') this.#end(pair);
  }

  /** What `from` gives goes to `to`, in order; so does its end. */
  #pass(pair: Pair, from: Socket, to: Socket): void {
    this.#held.set(to, []);
    from.on('data', (chunk) => this.#deliver(from, to, pair, () => write(from, to, chunk)));
    from.on('close', () => this.#deliver(from, to, pair, () => this.#end(pair)));
    from.on('error', () => from.destroy());
  }

  #deliver(from: Socket, to: Socket, pair: Pair, act: () => void): void {
    const held = this.#held.get(to);
    if (held === undefined) return;
    if (this.#isHeld(from, pair)) {
      held.push(act);
      if (held.length >= HELD_MAX) from.pause();
      return;
    }
    if (this.#mode.kind !== 'delayed') {
      for (const earlier of held.splice(0)) earlier();
      act();
      return;
    }
    held.push(act);
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      if (!this.#isHeld(from, pair)) held.shift()?.();
    }, this.#mode.ms);
    this.#timers.add(timer);
  }

  #isHeld(from: Socket, pair: Pair): boolean {
    if (this.#mode.kind === 'silent') return true;
    return this.#mode.kind === 'half-open' && from === pair.dialed;
  }

  /** What was held back goes on, as far as the new mode lets it. */
  #release(): void {
    for (const pair of [...this.#pairs]) {
      for (const [from, to] of [[pair.dialer, pair.dialed] as const, [pair.dialed, pair.dialer] as const]) {
        if (this.#isHeld(from, pair)) continue;
        for (const act of this.#held.get(to)?.splice(0) ?? []) act();
        from.resume();
      }
    }
  }

  #end(pair: Pair): void {
    this.#pairs.delete(pair);
    for (const socket of [pair.dialer, pair.dialed]) {
      this.#held.delete(socket);
      socket.resetAndDestroy();
    }
  }
}

/** Reads no faster than the other side takes it. */
function write(from: Socket, to: Socket, chunk: Uint8Array): void {
  if (to.destroyed || to.write(chunk)) return;
  from.pause();
  to.once('drain', () => from.resume());
}
