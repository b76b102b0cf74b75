/**
 * Sessions that a gateway issues, and those it keeps for requests that come without one.
 *
 * Every write enters the log under a name, so that the gateway may send it again. What a caller did not name gets a
 * sequence in one of the gateway's own sessions, called lanes. A lane whose write ended with an unknown outcome is
 * retired: its lowest unresolved sequence stays where it is, so the record survives and the caller can retry under the
 * same name.
 */
import type { Limits } from '../../runtime/base/limits.js';
import type { Random } from '../../runtime/base/random.js';
import { SequenceWindow } from '../../runtime/base/sequence-window.js';
import { sessionSerial } from '../../runtime/base/session-tag.js';

export interface SessionName {
  readonly stampMs: number;
  readonly serial: number;
}

/** A sequence's place in a session: what names a write. */
export interface WriteName {
  readonly sessionStampMs: number;
  readonly sessionSerial: number;
  readonly sequence: number;
  readonly lowestUnresolved: number;
}

interface Lane {
  readonly name: SessionName;
  readonly window: SequenceWindow;
  readonly retireAtMs: number;
}

/** A name in a lane, until its outcome is known or given up. */
export interface Ticket {
  readonly lane: Lane;
  readonly name: WriteName;
}

export class Sessions {
  readonly #limits: Pick<Limits, 'sessionWindow' | 'sessionNewRequestsMs'>;
  /** Of the cluster. */
  readonly #tag: number;
  #lanes: Lane[] = [];
  #logClockMs = 0;

  constructor(limits: Pick<Limits, 'sessionWindow' | 'sessionNewRequestsMs'>, tag: number) {
    this.#limits = limits;
    this.#tag = tag;
  }

  /** The newest log clock seen in any answer. */
  get logClockMs(): number {
    return this.#logClockMs;
  }

  observe(logClockMs: number): void {
    if (logClockMs > this.#logClockMs) this.#logClockMs = logClockMs;
  }

  /**
   * A new session. Its stamp is no older than any log clock seen, or an apply would refuse it as expired. No two are the
   * same, whichever node and life of a gateway issued them: 32 bits of each serial are drawn, within one millisecond.
   */
  issue(nowMs: number, random: Random): SessionName {
    return { stampMs: Math.max(Math.floor(nowMs), this.#logClockMs), serial: sessionSerial(this.#tag, random) };
  }

  acquire(nowMs: number, random: Random): Ticket {
    for (const lane of this.#lanes) {
      if (nowMs >= lane.retireAtMs) continue;
      const ticket = ticketOf(lane);
      if (ticket !== undefined) return ticket;
    }
    return this.#acquireInNewLane(nowMs, random);
  }

  #acquireInNewLane(nowMs: number, random: Random): Ticket {
    this.#lanes = this.#lanes.filter((lane) => nowMs < lane.retireAtMs);
    const lane: Lane = {
      name: this.issue(nowMs, random),
      window: new SequenceWindow(this.#limits.sessionWindow),
      retireAtMs: nowMs + this.#limits.sessionNewRequestsMs,
    };
    this.#lanes.push(lane);
    const sequence = lane.window.issue() ?? 1;
    return { lane, name: nameIn(lane, sequence) };
  }

  /** The log has answered the write; when it finds the session too old, so will it find all that follows. */
  resulted(ticket: Ticket, errorCode: string): void {
    if (errorCode === 'ERR_SESSION_EXPIRED') this.retire(ticket);
    else this.release(ticket);
  }

  /** The write is over; nobody will send it again under this name. */
  release(ticket: Ticket): void {
    ticket.lane.window.resolve(ticket.name.sequence);
  }

  /** The write may or may not have happened, or its session is refused: the lane takes no further writes. */
  retire(ticket: Ticket): void {
    this.#lanes = this.#lanes.filter((lane) => lane !== ticket.lane);
  }
}

function nameIn(lane: Lane, sequence: number): WriteName {
  return {
    sessionStampMs: lane.name.stampMs,
    sessionSerial: lane.name.serial,
    sequence,
    lowestUnresolved: lane.window.lowestUnresolved,
  };
}

function ticketOf(lane: Lane): Ticket | undefined {
  const sequence = lane.window.issue();
  return sequence === undefined ? undefined : { lane, name: nameIn(lane, sequence) };
}
