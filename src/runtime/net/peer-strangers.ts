/**
 * Strangers: connections between nodes that came in and that no link has admitted yet. Bounded in number; each has a time to
 * say hello, then to be admitted, and only its first frame is read.
 */
import { QuorateError } from '../base/errors.js';
import type { Limits } from '../base/limits.js';
import type { PeerConnection } from './peer-connection.js';

/** Of a stranger's first frame: a hello is far smaller. */
export const STRANGER_FRAME_BYTES_MAX = 4 * 1024;

interface Stranger {
  readonly connection: PeerConnection;
  timer: NodeJS.Timeout;
  hasKnocked: boolean;
}

export interface StrangersOptions {
  readonly limits: Pick<Limits, 'peerHelloMs' | 'peerChallengeMs' | 'peerStrangersMax'>;
  /** The first frame of a stranger, of which nothing more is read. */
  readonly onKnock: (connection: PeerConnection, payload: Uint8Array) => void;
  /** A stranger does not behave, and must go. */
  readonly onFault: (connection: PeerConnection, error: QuorateError) => void;
}

export class Strangers {
  readonly #options: StrangersOptions;
  readonly #strangers = new Map<number, Stranger>();

  constructor(options: StrangersOptions) {
    this.#options = options;
  }

  get isFull(): boolean {
    return this.#strangers.size >= this.#options.limits.peerStrangersMax;
  }

  add(connection: PeerConnection): void {
    const { peerHelloMs } = this.#options.limits;
    const timer = this.#deadline(connection, peerHelloMs, `no hello came within ${peerHelloMs} ms`);
    this.#strangers.set(connection.id, { connection, timer, hasKnocked: false });
  }

  /** Ends its being a stranger, because a link has admitted it or because it is gone; undefined when it is none. */
  remove(id: number): PeerConnection | undefined {
    const stranger = this.#strangers.get(id);
    if (stranger === undefined) return undefined;
    clearTimeout(stranger.timer);
    this.#strangers.delete(id);
    return stranger.connection;
  }

  received({ id }: PeerConnection, payloads: readonly Uint8Array[]): void {
    const stranger = this.#strangers.get(id);
    if (stranger === undefined) return;
    const { connection } = stranger;
    const { limits, onKnock, onFault } = this.#options;
    const [payload, ...more] = payloads;
    const hasSaidMore = !connection.pause() || more.length > 0 || stranger.hasKnocked;
    if (payload === undefined || hasSaidMore) {
      onFault(connection, new QuorateError('ERR_DECODE', 'nothing may follow a hello before it is answered'));
      return;
    }
    stranger.hasKnocked = true;
    clearTimeout(stranger.timer);
    // Who is there already may be challenged first.
    const ms = limits.peerHelloMs + limits.peerChallengeMs;
    stranger.timer = this.#deadline(connection, ms, 'the hello was not answered in time; try again later');
    onKnock(connection, payload);
  }

  #deadline(connection: PeerConnection, ms: number, reason: string): NodeJS.Timeout {
    return setTimeout(() => this.#options.onFault(connection, new QuorateError('ERR_TIMEOUT', reason)), ms);
  }
}
