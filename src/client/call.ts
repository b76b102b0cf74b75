/**
 * A call: one request of a caller, from the moment it is made to its one outcome, over all its attempts.
 *
 *   queued -> sent -> (answered) settled
 *     ^        | refused for a passing reason
 *     |        v
 *     +---- pausing          the connection is lost: sent -> queued
 *
 * From every state the deadline, an abort or the client's end lead to settled. A call that is settled stays so.
 */
import type { QuorateError } from '../runtime/base/errors.js';
import type { Body, client, command } from '../runtime/base/proto.js';
import { type Operation, sizeOf } from './operations.js';
import type { Session } from './sessions.js';

export type Response = Body<client.Response.$Properties>;
export type Request = client.Request.$Properties;
export type Write = client.Write.$Properties;

/** The name of a write whose outcome is unknown: the details of `ERR_OUTCOME_UNKNOWN`. */
export interface WriteName {
  readonly sessionStampMs: number;
  readonly sessionSerial: number;
  readonly sequence: number;
  readonly lowestUnresolved?: number | undefined;
}

/** What a write is named by, when its caller names it: a key, or the name that an earlier attempt had. */
export interface GivenName {
  readonly idempotencyKey?: string | undefined;
  readonly retryOf?: WriteName | undefined;
}

export interface Settlement {
  readonly succeed: (response: Response) => void;
  readonly fail: (error: QuorateError) => void;
}

/** What a call takes in memory besides its operations. */
const CALL_BYTES = 512;

export class Call {
  readonly request: Request;
  readonly write: Write | undefined;
  readonly bytes: number;
  readonly startedAtMs: number;
  readonly deadlineMs: number;
  readonly settlement: Settlement;
  /** The caller named the write; it takes no sequence of a session. */
  readonly isNamed: boolean;

  state: 'queued' | 'sent' | 'pausing' | 'settled' = 'queued';
  /** Its place in the order of arrival. */
  order = 0;
  /** The attempt that is under way. */
  id = 0;
  /** Responses that its connection had heard when it was sent. */
  heardBefore = 0;
  session: Session | undefined;
  /** An attempt may have been carried out without our knowing. */
  isUncertain: boolean;
  refusals = 0;
  lastRefusal: QuorateError | undefined;
  resendAtMs = 0;
  /** Undoes what `AbortSignal` it listens to. */
  unlisten: (() => void) | undefined;

  constructor(request: Request, startedAtMs: number, timeoutMs: number, settlement: Settlement, name?: GivenName) {
    this.request = request;
    this.write = request.write ?? undefined;
    this.bytes = CALL_BYTES + (this.write === undefined ? 0 : sizeOf(this.write.operations as readonly Operation[]));
    this.startedAtMs = startedAtMs;
    this.deadlineMs = startedAtMs + timeoutMs;
    this.settlement = settlement;
    this.isNamed = name?.idempotencyKey !== undefined || name?.retryOf !== undefined;
    this.isUncertain = name?.retryOf !== undefined;
  }
}

/** A write request that has no name yet, or the one that its caller gives. */
export function writeRequest(operations: readonly Operation[], name?: GivenName): Request {
  const { idempotencyKey = '', retryOf } = name ?? {};
  return {
    id: 0,
    deadlineMs: 0,
    write: {
      sessionStampMs: retryOf?.sessionStampMs ?? 0,
      sessionSerial: retryOf?.sessionSerial ?? 0,
      sequence: retryOf?.sequence ?? 0,
      lowestUnresolved: retryOf?.lowestUnresolved ?? 0,
      operations: operations as command.Operation.$Properties[],
      idempotencyKey,
    },
  };
}
