/**
 * The link: one connection at a time to one of several addresses, made when it is wanted and made again when it is
 * lost.
 *
 *   idle -> dialing -> open
 *     ^       | failed    | lost
 *     |       v           |
 *     +--- pausing <------+ (no pause after a connection that was of use)
 *
 * Addresses are tried in turn; after each round there is a pause with jitter that grows. It never gives up by itself:
 * it stops when nobody wants a connection any more.
 */
import type { QuorateError } from '../runtime/base/errors.js';
import type { Random } from '../runtime/base/random.js';
import { type Address, formatAddress } from './address.js';
import type { Response } from './call.js';
import { Connection, type Welcome } from './connection.js';
import type { Reachability } from './outcome.js';

export interface LinkListener {
  opened(welcome: Welcome): void;
  response(response: Response): void;
  ready(): void;
  /** An open connection was lost. */
  lost(error: QuorateError): void;
  /** An address did not answer, or refused. `isRoundOver` when it was the last one's turn. */
  failed(error: QuorateError, isRoundOver: boolean): void;
  /** Somebody waits for a connection. */
  isWanted(): boolean;
}

export interface LinkOptions {
  readonly addresses: readonly Address[];
  readonly clusterId: string;
  readonly now: () => number;
  readonly random: Random;
}

const PAUSE_MS_MIN = 20;
const PAUSE_MS_MAX = 250;

export class Link implements Reachability {
  readonly #options: LinkOptions;
  readonly #listener: LinkListener;
  #clusterId: string;
  #state: 'idle' | 'dialing' | 'open' | 'pausing' | 'closed' = 'idle';
  #connection: Connection | undefined;
  #timer: NodeJS.Timeout | undefined;
  #next = 0;
  /** Rounds without a connection that was of use. */
  #rounds = 0;
  #lostAtMs = Number.NEGATIVE_INFINITY;
  #lastError: QuorateError | undefined;
  #onClosed: (() => void) | undefined;

  constructor(options: LinkOptions, listener: LinkListener) {
    this.#options = options;
    this.#listener = listener;
    this.#clusterId = options.clusterId;
  }

  /** The connection, when there is one that is open. */
  get connection(): Connection | undefined {
    return this.#state === 'open' ? this.#connection : undefined;
  }

  /** Known once there was a connection; later ones must be to the same cluster. */
  get clusterId(): string {
    return this.#clusterId;
  }

  get lastOpenAtMs(): number {
    return this.#state === 'open' ? Number.POSITIVE_INFINITY : this.#lostAtMs;
  }

  get lastError(): QuorateError | undefined {
    return this.#lastError;
  }

  get addresses(): string {
    return this.#options.addresses.map(formatAddress).join(', ');
  }

  /** Makes a connection unless there is one, or one is being made. */
  want(): void {
    if (this.#state === 'idle') this.#dial();
  }

  /** Cuts the connection; it is made again if it is wanted. */
  cut(reason: QuorateError): void {
    this.#connection?.destroy(reason);
  }

  /** Resolves when nothing is open any more. No connection is made from here on. */
  async close(reason: QuorateError): Promise<void> {
    clearTimeout(this.#timer);
    this.#state = 'closed';
    const connection = this.#connection;
    if (connection === undefined) return;
    await new Promise<void>((resolve) => {
      this.#onClosed = resolve;
      connection.destroy(reason);
    });
  }

  #dial(): void {
    const address = this.#options.addresses[this.#next % this.#options.addresses.length] as Address;
    this.#next += 1;
    this.#state = 'dialing';
    this.#connection = new Connection(address, this.#clusterId, {
      opened: (welcome) => this.#opened(welcome),
      response: (response) => this.#listener.response(response),
      ready: () => this.#listener.ready(),
      lost: (error) => this.#lost(error),
    });
  }

  #opened(welcome: Welcome): void {
    if (this.#state === 'closed') return;
    this.#state = 'open';
    this.#clusterId = welcome.clusterId;
    this.#listener.opened(welcome);
  }

  #lost(error: QuorateError): void {
    const wasOpen = this.#state === 'open';
    const wasOfUse = this.#connection?.hasHeard === true;
    this.#connection = undefined;
    this.#lastError = error;
    if (this.#state === 'closed') {
      this.#onClosed?.();
      return;
    }
    this.#state = 'idle';
    if (wasOpen) this.#lostAtMs = this.#options.now();
    if (wasOfUse) this.#rounds = 0;
    const isRoundOver = this.#next % this.#options.addresses.length === 0;
    if (wasOpen) this.#listener.lost(error);
    else this.#listener.failed(error, isRoundOver);
    this.#again(isRoundOver && !wasOfUse);
  }

  /** The listener may have closed the link, or asked for a connection, when it was told. */
  #again(withPause: boolean): void {
    if (this.#state !== 'idle' || !this.#listener.isWanted()) return;
    if (!withPause) {
      this.#dial();
      return;
    }
    const pauseMs = Math.min(PAUSE_MS_MAX, PAUSE_MS_MIN * 2 ** Math.min(this.#rounds, 10));
    this.#rounds += 1;
    this.#state = 'pausing';
    this.#timer = setTimeout(
      () => {
        this.#state = 'idle';
        if (this.#listener.isWanted()) this.#dial();
      },
      pauseMs * (0.5 + this.#options.random.fraction() / 2),
    );
  }
}
