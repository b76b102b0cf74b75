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

/** What a write is named by, when its caller names it: a key, or the name that an earlier attempt had. */
export interface GivenName {
  readonly idempotencyKey: string;
  readonly sessionStampMs: number;
  readonly sessionSerial: number;
  readonly sequence: number;
  readonly lowestUnresolved: number;
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

  constructor(request: Request, startedAtMs: number, timeoutMs: number, settlement: Settlement) {
    this.request = request;
    this.write = request.write ?? undefined;
    this.bytes = CALL_BYTES + (this.write === undefined ? 0 : sizeOf(this.write.operations as readonly Operation[]));
    this.startedAtMs = startedAtMs;
    this.deadlineMs = startedAtMs + timeoutMs;
    this.settlement = settlement;
    const { sequence = 0, idempotencyKey = '' } = this.write ?? {};
    this.isNamed = sequence !== 0 || idempotencyKey !== '';
    this.isUncertain = sequence !== 0;
  }
}

/** A write request without a name, or with the one that its caller gives. */
export function writeRequest(operations: readonly Operation[], name?: Partial<GivenName>): Request {
  return {
    id: 0,
    deadlineMs: 0,
    write: {
      sessionStampMs: name?.sessionStampMs ?? 0,
      sessionSerial: name?.sessionSerial ?? 0,
      sequence: name?.sequence ?? 0,
      lowestUnresolved: name?.lowestUnresolved ?? 0,
      operations: operations as command.Operation.$Properties[],
      idempotencyKey: name?.idempotencyKey ?? '',
    },
  };
}
