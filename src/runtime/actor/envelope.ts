/**
 * Envelope: a message with its addresses, as it waits in mailboxes and outboxes. `proto/envelope.proto` is the same thing
 * as bytes, for links between threads and nodes.
 */
import type { QuorateError } from '../base/errors.js';
import type { ActorRef } from './actor.js';
import type { AnyMessage } from './protocol.js';

export interface Envelope {
  readonly to: ActorRef;
  /** 0: whatever boot is running. Otherwise dropped unless exactly this boot is. */
  readonly toBoot: number;
  readonly from: ActorRef;
  readonly fromBoot: number;
  /** Number of the ask, chosen by the asker; 0 = a plain send. */
  readonly ask: number;
  readonly isAnswer: boolean;
  /** In a failed answer: missing, or the message of a plain send that comes back because nobody could take it. */
  readonly message: AnyMessage | undefined;
  readonly failure: QuorateError | undefined;
}

/**
 * What tells the sender that nobody took its message: the failure of its ask, or the message itself. Undefined when the
 * sender expects neither; `isAsk` says that the message is one of those that come back.
 */
export function bounceOf(envelope: Envelope, isAsk: boolean, failure: QuorateError): Envelope | undefined {
  const { message, to, from, fromBoot, ask, isAnswer } = envelope;
  if (isAnswer || message === undefined || (ask === 0 && !isAsk)) return undefined;
  const returned = ask === 0 ? message : undefined;
  return { to: from, toBoot: fromBoot, from: to, fromBoot: 0, ask, isAnswer: true, message: returned, failure };
}
