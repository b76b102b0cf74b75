/**
 * The client's session: names for its writes, so that each is applied once however often it is sent.
 *
 * A session serves until it is old, or until one of its writes ends with an unknown outcome: then its window stays where it
 * is, the node keeps the record, and whoever called may retry under the same name. The next write begins a new session.
 */
import { DEFAULT_LIMITS } from '../runtime/base/limits.js';
import { SequenceWindow } from '../runtime/base/sequence-window.js';

/** A write's name, as it travels and as an error's details carry it. */
export interface WriteName {
  readonly sessionStampMs: number;
  readonly sessionSerial: number;
  readonly sequence: number;
  readonly lowestUnresolved: number;
}

interface Session {
  readonly stampMs: number;
  readonly serial: number;
  readonly window: SequenceWindow;
  readonly retireAtMs: number;
}

export interface Ticket {
  readonly session: Session;
  readonly name: WriteName;
}

/** Given up well before the node would. */
const SESSION_MS = DEFAULT_LIMITS.sessionNewRequestsMs * 0.8;

export class Sessions {
  #current: Session | undefined;

  /** False when a new session has to be asked for. */
  isFresh(nowMs: number): boolean {
    return this.#current !== undefined && nowMs < this.#current.retireAtMs;
  }

  begin(stampMs: number, serial: number, nowMs: number): void {
    const window = new SequenceWindow(DEFAULT_LIMITS.sessionWindow);
    this.#current = { stampMs, serial, window, retireAtMs: nowMs + SESSION_MS };
  }

  /** A name for one write; undefined while too many are unresolved, or without a session. */
  acquire(): Ticket | undefined {
    const session = this.#current;
    const sequence = session?.window.issue();
    if (session === undefined || sequence === undefined) return undefined;
    const { stampMs, serial, window } = session;
    const { lowestUnresolved } = window;
    return { session, name: { sessionStampMs: stampMs, sessionSerial: serial, sequence, lowestUnresolved } };
  }

  /** The outcome is known, or nothing was sent. */
  release({ session, name }: Ticket): void {
    session.window.resolve(name.sequence);
  }

  /** The outcome is not known, or the node no longer takes the session. */
  retire({ session }: Ticket): void {
    if (this.#current === session) this.#current = undefined;
  }
}
