/**
 * Turn context: all that an actor sees of the world, for one life of it. Usable only inside its own turns.
 *
 * Sends and answers go to the kernel's outbox and leave when the turn has ended well. Timers, watches, spawns and stops
 * take effect at once; a turn that fails takes its timers, watches and children with it.
 */
import { assert } from '../base/assert.js';
import type { QuorateError } from '../base/errors.js';
import type { Random } from '../base/random.js';
import type { ActorContext, ActorRef, Asker, Log, Metrics, PeerEvent, TimerId } from './actor.js';
import type { Cell, Life } from './cell.js';
import type { Directory } from './directory.js';
import type { Envelope } from './envelope.js';
import type { Environment } from './kernel.js';
import { PeerNotice, TimerFiring } from './mail.js';
import type { AnyMessage } from './protocol.js';
import type { Timers } from './timers.js';

/** What the kernel lends to the contexts of its actors. */
export interface TurnHost {
  readonly node: number;
  readonly environment: Environment;
  readonly timers: Timers;
  readonly directory: Directory;
  /** The cell whose turn it is. */
  readonly current: Cell | undefined;
  readonly outbox: Envelope[];
  /** Puts something that is not a message into a mailbox. */
  notify(cell: Cell, item: PeerNotice | TimerFiring): void;
  spawnCell(kind: string, instance: number, options: Readonly<Record<string, unknown>>, parent: Cell): ActorRef;
  stopChild(ref: ActorRef, parent: Cell): void;
}

export class TurnContext implements ActorContext {
  readonly self: ActorRef;
  readonly boot: number;
  readonly log: Log;
  readonly metrics: Metrics;
  sender: ActorRef | undefined = undefined;
  senderBoot = 0;
  asker: Asker | undefined = undefined;

  readonly #host: TurnHost;
  readonly #cell: Cell;
  readonly #random: Random;
  readonly #now: () => number;

  constructor(host: TurnHost, cell: Cell) {
    this.#host = host;
    this.#cell = cell;
    this.self = cell.ref;
    this.boot = cell.boot;
    this.metrics = cell.metrics;
    this.#random = host.environment.random.fork();
    const { clock } = host.environment;
    this.#now = () => clock.now();
    this.log = logOf(host.environment.log, cell);
  }

  send(to: ActorRef, message: AnyMessage, boot = 0): void {
    this.#live();
    this.#post(to, boot, 0, false, message, undefined);
  }

  forward(envelope: Envelope): void {
    this.#host.outbox.push(envelope);
  }

  answer(asker: Asker, message: AnyMessage): void {
    this.#settle(asker);
    this.#post(asker.from, asker.fromBoot, asker.ask, true, message, undefined);
  }

  refuse(asker: Asker, error: QuorateError): void {
    this.#settle(asker);
    this.#post(asker.from, asker.fromBoot, asker.ask, true, undefined, error);
  }

  after(ms: number, message: AnyMessage): TimerId {
    const { timers } = this.#live();
    const firing = new TimerFiring(message);
    firing.timer = this.#host.timers.set(ms, () => this.#host.notify(this.#cell, firing));
    timers.set(firing.timer.id, firing);
    return firing.timer.id;
  }

  cancel(id: TimerId): void {
    const { timers } = this.#live();
    const firing = timers.get(id);
    if (firing?.timer === undefined) return;
    this.#host.timers.cancel(firing.timer);
    firing.timer = undefined;
    timers.delete(id);
  }

  now(): number {
    return this.#now();
  }

  random(): Random {
    return this.#random;
  }

  spawn(kind: string, instance: number, options: Readonly<Record<string, unknown>> = {}): ActorRef {
    this.#live();
    return this.#host.spawnCell(kind, instance, options, this.#cell);
  }

  stop(ref: ActorRef): void {
    this.#live();
    this.#host.stopChild(ref, this.#cell);
  }

  watch(ref: ActorRef): void {
    const life = this.#live();
    life.watched.add(ref);
    this.#host.directory.watch(ref, this.#cell, (watched: ActorRef, event: PeerEvent) => {
      this.#host.notify(this.#cell, new PeerNotice(watched, event));
    });
  }

  unwatch(ref: ActorRef): void {
    this.#live();
    this.#host.directory.unwatch(ref, this.#cell);
  }

  #live(): Life {
    const { life } = this.#cell;
    assert(
      life !== undefined && life.context === this && this.#host.current === this.#cell,
      'a context is used only in a turn of its own actor',
      { actor: this.self, boot: this.boot },
    );
    return life;
  }

  #settle(asker: Asker): void {
    const life = this.#live();
    assert(life.openAsks.delete(asker), 'an asker is answered once, by the actor that was asked', { asker });
    life.answered.push(asker);
  }

  #post(
    to: ActorRef,
    toBoot: number,
    ask: number,
    isAnswer: boolean,
    message: AnyMessage | undefined,
    failure: QuorateError | undefined,
  ): void {
    const { self: from, boot: fromBoot } = this;
    this.#host.outbox.push({ to, toBoot, from, fromBoot, ask, isAnswer, message, failure });
  }
}

function logOf(log: Log, cell: Cell): Log {
  const actor = `${cell.ref.kind}/${cell.ref.instance}`;
  const facts = (more: Readonly<Record<string, unknown>> | undefined) => ({ actor, boot: cell.boot, ...more });
  return {
    debug: (event, more) => log.debug(event, facts(more)),
    info: (event, more) => log.info(event, facts(more)),
    warn: (event, more) => log.warn(event, facts(more)),
    error: (event, more) => log.error(event, facts(more)),
  };
}
