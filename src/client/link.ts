/**
 * A link: the way to one node, at most one connection at a time, made when it is wanted.
 *
 *   idle -> dialing -> open
 *     ^       | failed   | lost
 *     |       v          |
 *     +--- pausing <-----+ (no pause after a connection that was of use)
 *
 * A node may have several addresses: those that the program gave and the one that the cluster knows. They are tried in
 * turn. Pauses have jitter and grow. It never dials by itself: somebody wants it to, each time.
 */
import type { QuorateError } from '../runtime/base/errors.js';
import type { Random } from '../runtime/base/random.js';
import { type Address, formatAddress } from './address.js';
import type { Request, Response } from './call.js';
import { Connection, type Welcome } from './connection.js';

export interface LinkListener {
  /** The cluster that every node must belong to; empty while it is not known. */
  clusterId(): string;
  opened(link: Link, welcome: Welcome): void;
  response(response: Response): void;
  /** What waits may be sent. */
  ready(): void;
  /** An open connection was lost. */
  lost(link: Link, error: QuorateError): void;
  /** It did not answer, or refused the connection. */
  failed(link: Link, error: QuorateError): void;
  /** It may be dialed again. */
  rested(): void;
}

const PAUSE_MS_MIN = 20;
const PAUSE_MS_MAX = 250;
/** For what a moment does not mend: another cluster, another protocol. */
const BARRED_MS = 2_000;
/** The request for the map has a name of its own; those of calls count up from 1. */
const MAP_REQUEST_ID = Number.MAX_SAFE_INTEGER;
const MAP_DEADLINE_MS = 2_000;

export class Link {
  readonly #random: Random;
  readonly #listener: LinkListener;
  /** The next one to dial comes first. */
  #addresses: Address[];
  #state: 'idle' | 'dialing' | 'open' | 'pausing' | 'closed' = 'idle';
  #connection: Connection | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;
  #isAskedForMap = false;
  #onClosed: (() => void) | undefined;

  /** Which node it is, once it has said so or the map has; 0 until then. */
  node = 0;
  /** Rounds of the watch in which it owed answers and said nothing. */
  quietRounds = 0;
  /** The watch has given up on it, until it speaks. */
  isSilent = false;
  /** It has said that it is stopping. */
  isLeaving = false;

  constructor(address: Address, random: Random, listener: LinkListener) {
    this.#addresses = [address];
    this.#random = random;
    this.#listener = listener;
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  get isIdle(): boolean {
    return this.#state === 'idle';
  }

  /** A request that is sent now is likely to be answered. */
  get isUsable(): boolean {
    if (this.#state !== 'open' || this.isSilent || this.isLeaving) return false;
    return this.#connection?.isCongested === false;
  }

  get owesAnswers(): boolean {
    return this.#state === 'open' && (this.#connection?.owed ?? 0) > 0;
  }

  /** It was dialed without success since it last was of use. */
  get hasFailed(): boolean {
    return this.#failures > 0;
  }

  get addresses(): readonly string[] {
    return this.#addresses.map(formatAddress);
  }

  /** Another address of the same node, which is tried first from now on. */
  offerAddress(address: Address): void {
    const text = formatAddress(address);
    this.#addresses = [address, ...this.#addresses.filter((other) => formatAddress(other) !== text)].slice(0, 2);
  }

  /** Makes a connection unless there is one, one is being made, or it is too soon. */
  want(): void {
    if (this.#state !== 'idle') return;
    const [address, ...others] = this.#addresses as [Address, ...Address[]];
    this.#addresses = [...others, address];
    this.#state = 'dialing';
    this.#connection = new Connection(address, {
      clusterId: () => this.#listener.clusterId(),
      opened: (welcome) => this.#opened(welcome),
      heard: () => this.#heard(),
      response: (response) => this.#received(response),
      ready: () => this.#listener.ready(),
      lost: (error) => this.#lost(error),
    });
  }

  /** Only while it is open. */
  send(request: Request): void {
    this.#connection?.send(request);
  }

  /** Asks for the map, which a node can answer by itself: a node that is well answers at once. */
  askForMap(): void {
    if (this.#state !== 'open' || this.#isAskedForMap) return;
    this.#isAskedForMap = true;
    this.send({ id: MAP_REQUEST_ID, deadlineMs: MAP_DEADLINE_MS, map: {} });
  }

  /** Ends the connection; what it carries is lost. */
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

  #opened(welcome: Welcome): void {
    if (this.#state === 'closed') return;
    this.#state = 'open';
    this.#isAskedForMap = false;
    this.isLeaving = false;
    // The address that answers is the one to try first when it is to be dialed again.
    this.#addresses = [...this.#addresses.slice(-1), ...this.#addresses.slice(0, -1)];
    this.#listener.opened(this, welcome);
  }

  #heard(): void {
    this.quietRounds = 0;
    this.isSilent = false;
  }

  #received(response: Response): void {
    if (response.id === MAP_REQUEST_ID) this.#isAskedForMap = false;
    this.#listener.response(response);
  }

  #lost(error: QuorateError): void {
    const wasOpen = this.#state === 'open';
    const wasOfUse = this.#connection?.hasHeard === true;
    this.#connection = undefined;
    this.#heard();
    if (this.#state === 'closed') {
      this.#onClosed?.();
      return;
    }
    this.#state = 'idle';
    if (wasOfUse) this.#failures = 0;
    else this.#rest(wasOpen || error.retryable ? this.#pauseMs() : BARRED_MS);
    if (wasOpen) this.#listener.lost(this, error);
    else this.#listener.failed(this, error);
  }

  #pauseMs(): number {
    const pauseMs = Math.min(PAUSE_MS_MAX, PAUSE_MS_MIN * 2 ** Math.min(this.#failures, 10));
    return pauseMs * (0.5 + this.#random.fraction() / 2);
  }

  #rest(pauseMs: number): void {
    this.#failures += 1;
    this.#state = 'pausing';
    const rested = (): void => {
      this.#state = 'idle';
      this.#listener.rested();
    };
    this.#timer = setTimeout(rested, pauseMs).unref();
  }
}
