/**
 * A call: one request of a caller, from the moment it is made to its one outcome, over all its attempts.
 *
 *   queued -> sent -> (answered) settled
 *     ^        | refused for a passing reason
 *     |        v
 *     +---- pausing          the node is lost, silent or too slow: sent -> queued
 *
 * From every state the deadline, an abort or the client's end lead to settled. A call that is settled stays so.
 */
import type { QuorateError } from '../runtime/base/errors.js';
import type { Body, client, command } from '../runtime/base/proto.js';
import type { Link } from './link.js';
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

/** What a call takes in memory besides its operations. */
const CALL_BYTES = 512;

export class Call {
  readonly request: Request;
  readonly write: Write | undefined;
  readonly bytes: number;
  readonly startedAtMs: number;
  readonly deadlineMs: number;
  readonly #decode: (response: Response) => unknown;
  readonly #resolve: (outcome: unknown) => void;
  readonly #reject: (error: unknown) => void;
  /** The caller named the write; it takes no sequence of a session. */
  readonly isNamed: boolean;

  state: 'queued' | 'sent' | 'pausing' | 'settled' = 'queued';
  /** Its place in the order of arrival. */
  order = 0;
  /** The attempt that is under way. */
  id = 0;
  /** Where it went, and when. */
  link: Link | undefined;
  sentAtMs = 0;
  /** Attempts that were given up because nothing came of them. */
  giveUps = 0;
  /** The next attempt goes to another node, if there is one. */
  avoided: Link | undefined;
  /** It goes here, if that can be. */
  preferred: Link | undefined;
  /** The group it concerns; 0 while that is not known, and when any node will do. */
  group = 0;
  session: Session | undefined;
  /** Sessions that were refused as expired or foreign. */
  renamings = 0;
  /** An attempt may have been carried out without our knowing. */
  isUncertain: boolean;
  refusals = 0;
  firstRefusedAtMs = 0;
  lastRefusal: QuorateError | undefined;
  resendAtMs = 0;
  /** Undoes what `AbortSignal` it listens to. */
  unlisten: (() => void) | undefined;

  /** `decode` reads the answer that `resolve` is given; what it throws goes to `reject`. */
  constructor(
    request: Request,
    startedAtMs: number,
    timeoutMs: number,
    decode: (response: Response) => unknown,
    resolve: (outcome: unknown) => void,
    reject: (error: unknown) => void,
  ) {
    this.request = request;
    this.write = request.write ?? undefined;
    this.bytes = CALL_BYTES + (this.write === undefined ? 0 : sizeOf(this.write.operations as readonly Operation[]));
    this.startedAtMs = startedAtMs;
    this.deadlineMs = startedAtMs + timeoutMs;
    this.#decode = decode;
    this.#resolve = resolve;
    this.#reject = reject;
    const { sequence = 0, idempotencyKey = '' } = this.write ?? {};
    this.isNamed = sequence !== 0 || idempotencyKey !== '';
    this.isUncertain = sequence !== 0;
  }

  succeed(response: Response): void {
    try {
      this.#resolve(this.#decode(response));
    } catch (thrown) {
      this.#reject(thrown);
    }
  }

  fail(error: QuorateError): void {
    this.#reject(error);
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
