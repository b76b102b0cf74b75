/**
 * Delivery: from an envelope to a mailbox, a port or the uplink, and back when nobody could take it.
 *
 * A message is dropped when it is of a life of its sender, or for a life of its receiver, that is over. What the classes
 * of `protocol.ts` say about full mailboxes is done here.
 */
import { asQuorateError, QuorateError } from '../base/errors.js';
import type { ActorKind, ActorRef, Asker, Log } from './actor.js';
import type { Cell } from './cell.js';
import type { Directory } from './directory.js';
import { bounceOf, type Envelope } from './envelope.js';
import type { TurnLimits } from './kernel.js';
import { isEnvelope, Refusal, Relayed } from './mail.js';
import { estimateBytes } from './message-size.js';
import { type KernelPort, stopped } from './ports.js';
import type { AnyMessage, Delivery as DeliveryClass } from './protocol.js';
import type { RefMap } from './ref-map.js';
import { PORT_KIND, RELAY_KIND } from './routes.js';

export interface DeliveryOptions {
  readonly node: number;
  readonly cells: RefMap<Cell>;
  readonly kinds: ReadonlyMap<string, ActorKind>;
  readonly directory: Directory;
  readonly limits: TurnLimits;
  readonly log: Log;
  /** The cell has something to do. */
  readonly onMail: (cell: Cell) => void;
  readonly forward: (envelopes: readonly Envelope[]) => void;
}

export class Delivery {
  readonly #options: DeliveryOptions;
  readonly #ports = new Map<number, KernelPort>();
  /** What the envelopes of one call leave for elsewhere, and for ports: delivered at its end, each at once. */
  #remote: Envelope[] = [];
  #forPorts = new Map<KernelPort, Envelope[]>();

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  addPort(port: KernelPort): void {
    const { instance } = port.ref;
    if (this.#ports.has(instance)) throw new QuorateError('ERR_USAGE', `port ${instance} is already open`);
    this.#ports.set(instance, port);
  }

  removePort(port: KernelPort): void {
    this.#ports.delete(port.ref.instance);
  }

  close(): void {
    for (const port of [...this.#ports.values()]) port.close();
  }

  /** From actors and ports here. */
  outgoing(envelopes: readonly Envelope[]): void {
    for (let i = 0; i < envelopes.length; i += 1) {
      const envelope = envelopes[i];
      if (envelope !== undefined && !this.#local(envelope)) this.#remote.push(envelope);
    }
    this.#flush();
  }

  /** From a link. */
  incoming(envelopes: readonly Envelope[]): void {
    for (const envelope of envelopes) {
      if (this.#options.directory.isStale(envelope.from, envelope.fromBoot)) continue;
      if (!this.#local(envelope)) this.#bounce(envelope, stopped(envelope.to));
    }
    this.#flush();
  }

  /** Empties a cell's mailbox and refuses what expected an answer, together with `asks`. */
  refuseAll(cell: Cell, asks: readonly Asker[], error: QuorateError): void {
    for (const { from, fromBoot, ask } of asks)
      this.#answer(cell.ref, cell.boot, from, fromBoot, ask, undefined, error);
    for (const item of cell.mailbox.drain()) {
      if (!isEnvelope(item) && !(item instanceof Relayed)) continue;
      cell.dropped += 1;
      this.#bounce(item instanceof Relayed ? item.envelope : item, error);
    }
    this.#flush();
  }

  sweep(cell: Cell, from: ActorRef, boot: number): void {
    if (cell.mailbox.length === 0) return;
    cell.dropped += cell.mailbox.sweep((item) => {
      if (!isEnvelope(item)) return false;
      const sender = item.from;
      return (
        item.fromBoot < boot &&
        sender.instance === from.instance &&
        sender.kind === from.kind &&
        sender.node === from.node
      );
    });
  }

  /** False when the addressee does not live here. */
  #local(envelope: Envelope): boolean {
    const { to } = envelope;
    if (to.node !== this.#options.node) return this.#relayed(envelope);
    if (to.kind === PORT_KIND) {
      const port = this.#ports.get(to.instance);
      if (port === undefined) return false;
      this.#toPort(port, envelope);
      return true;
    }
    const cell = this.#options.cells.get(to);
    if (cell === undefined) return false;
    if (envelope.isAnswer) this.#returned(cell, envelope);
    else if (envelope.message !== undefined) this.#accept(cell, envelope, envelope.message);
    return true;
  }

  /** For an actor of another node: its relay takes the message, when it lives here. */
  #relayed(envelope: Envelope): boolean {
    const cell = this.#options.cells.get({
      node: this.#options.node,
      kind: RELAY_KIND,
      instance: envelope.to.node,
    });
    if (cell === undefined) return false;
    const bytes = envelope.message === undefined ? 0 : estimateBytes(envelope.message);
    if (cell.takesMail && cell.mailbox.admits('droppable', bytes, this.#options.limits)) {
      cell.mailbox.push(new Relayed(envelope), bytes);
      this.#options.onMail(cell);
      return true;
    }
    cell.dropped += 1;
    const name = `${cell.ref.kind}/${cell.ref.instance}`;
    const error = cell.takesMail
      ? new QuorateError('ERR_MAILBOX_FULL', `${name} has too much to do; try again later`)
      : stopped(cell.ref);
    this.#bounce(envelope, error);
    return true;
  }

  #accept(cell: Cell, envelope: Envelope, message: AnyMessage): void {
    const isForOtherBoot = envelope.toBoot !== 0 && envelope.toBoot !== cell.boot;
    if (isForOtherBoot || !cell.takesMail) {
      cell.dropped += 1;
      this.#bounce(envelope, stopped(cell.ref));
      return;
    }
    const bytes = estimateBytes(message);
    const delivery = this.#deliveryOf(cell, message);
    if (delivery !== undefined && cell.mailbox.admits(delivery, bytes, this.#options.limits)) {
      cell.mailbox.push(envelope, bytes);
      this.#options.onMail(cell);
      return;
    }
    cell.dropped += 1;
    const name = `${cell.ref.kind}/${cell.ref.instance}`;
    if (delivery === undefined) {
      const { kind, instance } = envelope.from;
      this.#options.log.error('unknown message', { actor: name, from: `${kind}/${instance}`, type: message.type });
      this.#bounce(envelope, new QuorateError('ERR_INVALID_REQUEST', `${name} knows no message '${message.type}'`));
    } else if (delivery === 'credited') {
      // A stream with a hole in it would hang: the receiver starts afresh, and its peers with it.
      const error = new QuorateError('ERR_INVARIANT', `senders of credited messages have overrun ${name}`);
      cell.poison = { error, type: undefined };
    } else {
      this.#bounce(envelope, new QuorateError('ERR_MAILBOX_FULL', `${name} has too much to do; try again later`));
    }
  }

  /** A message that this cell's actor sent comes back. */
  #returned(cell: Cell, envelope: Envelope): void {
    const { message, failure } = envelope;
    if (envelope.toBoot !== cell.boot || !cell.takesMail || message === undefined || failure === undefined) return;
    const bytes = estimateBytes(message);
    if (!cell.mailbox.admits('droppable', bytes, this.#options.limits)) {
      cell.dropped += 1;
      return;
    }
    cell.mailbox.push(new Refusal(envelope.from, message, failure), bytes);
    this.#options.onMail(cell);
  }

  #deliveryOf(cell: Cell, message: AnyMessage): DeliveryClass | undefined {
    const { protocol } = cell.kind;
    return protocol.has(message.type) ? protocol.delivery(message.type) : undefined;
  }

  /** Tells the sender, if it asked or sent something that its protocol calls an ask. */
  #bounce(envelope: Envelope, error: QuorateError): void {
    const { to, message } = envelope;
    const bounce = bounceOf(envelope, message !== undefined && this.#isAskClass(to, message), error);
    if (bounce !== undefined && !this.#local(bounce)) this.#remote.push(bounce);
  }

  #isAskClass(to: ActorRef, message: AnyMessage): boolean {
    const kind = this.#options.kinds.get(to.kind);
    return kind?.protocol.has(message.type) === true && kind.protocol.delivery(message.type) === 'ask';
  }

  #answer(
    from: ActorRef,
    fromBoot: number,
    to: ActorRef,
    toBoot: number,
    ask: number,
    message: AnyMessage | undefined,
    failure: QuorateError,
  ): void {
    const envelope: Envelope = { to, toBoot, from, fromBoot, ask, isAnswer: true, message, failure };
    if (!this.#local(envelope)) this.#remote.push(envelope);
  }

  #toPort(port: KernelPort, envelope: Envelope): void {
    const waiting = this.#forPorts.get(port);
    if (waiting === undefined) this.#forPorts.set(port, [envelope]);
    else waiting.push(envelope);
  }

  #flush(): void {
    if (this.#remote.length > 0) {
      const remote = this.#remote;
      this.#remote = [];
      this.#options.forward(remote);
    }
    if (this.#forPorts.size === 0) return;
    const forPorts = this.#forPorts;
    this.#forPorts = new Map();
    for (const [port, envelopes] of forPorts) {
      try {
        port.deliver(envelopes);
      } catch (thrown) {
        // The owner of a port is not an actor: its failure must not end somebody else's turn.
        this.#options.log.error('port owner failed', {
          port: port.ref.instance,
          reason: asQuorateError(thrown).message,
        });
      }
    }
  }
}
