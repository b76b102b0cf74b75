/**
 * Mail: what lies in an actor's mailbox. Mostly envelopes; the rest is what its own kernel has to tell it.
 */
import type { QuorateError } from '../base/errors.js';
import type { ActorRef, PeerEvent } from './actor.js';
import type { Envelope } from './envelope.js';
import type { AnyMessage } from './protocol.js';
import type { Timer } from './timers.js';

/** A timer of the actor has fired. */
export class TimerFiring {
  readonly message: AnyMessage;
  /** Undefined once cancelled, which can be after it fired. */
  timer: Timer | undefined;

  constructor(message: AnyMessage) {
    this.message = message;
  }
}

/** A watched actor went up or down. */
export class PeerNotice {
  readonly ref: ActorRef;
  readonly event: PeerEvent;

  constructor(ref: ActorRef, event: PeerEvent) {
    this.ref = ref;
    this.event = event;
  }
}

/** A message that this actor sent comes back. */
export class Refusal {
  readonly to: ActorRef;
  readonly message: AnyMessage;
  readonly error: QuorateError;

  constructor(to: ActorRef, message: AnyMessage, error: QuorateError) {
    this.to = to;
    this.message = message;
    this.error = error;
  }
}

/** A message for an actor of the node that this relay stands for. */
export class Relayed {
  readonly envelope: Envelope;

  constructor(envelope: Envelope) {
    this.envelope = envelope;
  }
}

export type MailItem = Envelope | TimerFiring | PeerNotice | Refusal | Relayed;

export function isEnvelope(item: MailItem): item is Envelope {
  return !(
    item instanceof TimerFiring ||
    item instanceof PeerNotice ||
    item instanceof Refusal ||
    item instanceof Relayed
  );
}
