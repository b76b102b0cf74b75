/**
 * Sessions: under which name each write goes, so that it can be sent again and is applied once.
 *
 *   missing -> current -> (25 minutes, or full) due -> (30 minutes, unknown outcome, refused as expired) retired
 *
 * A write keeps its (session, sequence) through all its attempts. A sequence is resolved when it will not be sent
 * again; one whose outcome nobody knows is never resolved, so that its caller may settle it later under the same name:
 * its session takes no further writes then. Time is given from outside.
 */
import { DEFAULT_LIMITS } from '../runtime/base/limits.js';
import { SequenceWindow } from '../runtime/base/sequence-window.js';

const { sessionWindow, sessionNewRequestsMs } = DEFAULT_LIMITS;
/** Long enough before the session is too old that a new one has come by then. */
const RENEW_EARLY_MS = 5 * 60_000;
/**
 * One write that gets no answer fills its session, because sequences are given out within a window above it. Another
 * session then lets the others go on; not sooner than this, because what a session leaves behind is kept for an hour.
 */
const FULL_MS = 1_000;

export interface Session {
  readonly stampMs: number;
  readonly serial: number;
  /** When it came, by the client's own clock. */
  readonly issuedAtMs: number;
  readonly window: SequenceWindow;
}

export class Sessions {
  #current: Session | undefined;

  /** The session for new writes, when there is one and it has a sequence left. */
  usable(nowMs: number): Session | undefined {
    const session = this.#current;
    if (session === undefined || session.window.isFull) return undefined;
    return nowMs - session.issuedAtMs < sessionNewRequestsMs ? session : undefined;
  }

  /** A new session should be asked for: there is none, it is full, or it will soon be too old. */
  isDue(nowMs: number): boolean {
    return nowMs >= this.dueAtMs;
  }

  /** When it will be, as things are; in the past when there is no session. */
  get dueAtMs(): number {
    const session = this.#current;
    if (session === undefined) return Number.NEGATIVE_INFINITY;
    return session.issuedAtMs + (session.window.isFull ? FULL_MS : sessionNewRequestsMs - RENEW_EARLY_MS);
  }

  /** A node has issued a session; it is taken when one is due, else it was issued for nothing, which costs nothing. */
  offer(stampMs: number, serial: number, nowMs: number): void {
    if (!this.isDue(nowMs)) return;
    this.#current = { stampMs, serial, issuedAtMs: nowMs, window: new SequenceWindow(sessionWindow) };
  }

  retire(session: Session): void {
    if (this.#current === session) this.#current = undefined;
  }
}
