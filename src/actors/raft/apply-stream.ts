/**
 * Apply stream: committed entries on their way to the applier, and the responses that wait for them.
 *
 * What is sent is not kept: an applier that comes back names its applied index and reads what it missed from the log.
 * So after a restart one `Apply` without entries says how far it may go, and who waits for the results on the way.
 * Credits bound what is sent; the core bounds what it hands out before it is applied. What nobody waits for may be held
 * back for a moment, so that several applications wake the applier once.
 */
import type { ActorContext, ActorRef } from '../../runtime/actor/actor.js';
import { present } from '../../runtime/base/assert.js';
import type { Limits } from '../../runtime/base/limits.js';
import type { apply, Body } from '../../runtime/base/proto.js';
import type { ApplierMessage } from '../applier/protocol.js';
import type { Entry, Message } from './core/types.js';
import type { Gateway } from './gateways.js';
import { toWireEntries } from './peer-messages.js';

type Applied = Body<apply.Applied.$Properties>;
type StateOpened = Body<apply.StateOpened.$Properties>;
type Query = Body<apply.Query.$Properties>;
type Waiter = Body<apply.Waiter.$Properties>;

/** One `StorageApply` of the core; without entries when they are to be read from the log. */
interface Application {
  readonly entries: readonly Entry[];
  readonly upTo: number;
  readonly bytes: number;
  readonly waiters: readonly Waiter[];
  readonly responses: readonly Message[];
}

/** What is kept of an application once it is sent. */
type SentApplication = Omit<Application, 'entries'>;

/** More than this is worth waking the applier for. */
const UNHURRIED_BYTES_MAX = 128 * 1024;

export class ApplyStream {
  readonly #applier: ActorRef<ApplierMessage>;
  readonly #limits: Limits;
  #applierBoot: number;
  #isDown = false;
  #queued: Application[] = [];
  #queuedBytes = 0;
  /** What is queued may wait until `hurry`. */
  #isUnhurried = false;
  /** The highest index that a reader waits for. */
  #readIndex = 0;
  #sent: SentApplication[] = [];
  #sentBytes = 0;
  /** The highest that any life of the applier has reached; this one may still be catching up. */
  #appliedIndex: number;
  #applierIndex: number;
  #flushedIndex: number;
  #nextExpiryMs = 0;
  /** Where the applier stood when it was last lost with work in hand: how far this life was, and how far any was. */
  #lostAt: { readonly applierIndex: number; readonly appliedIndex: number } | undefined;

  constructor(applier: ActorRef<ApplierMessage>, opened: StateOpened, limits: Limits) {
    this.#applier = applier;
    this.#limits = limits;
    this.#applierBoot = opened.applierBoot;
    this.#appliedIndex = opened.appliedIndex;
    this.#applierIndex = opened.appliedIndex;
    this.#flushedIndex = opened.flushedIndex;
  }

  get appliedIndex(): number {
    return this.#appliedIndex;
  }

  get flushedIndex(): number {
    return this.#flushedIndex;
  }

  /** The earliest expiry in the state, as log clock; 0: none. */
  get nextExpiryMs(): number {
    return this.#nextExpiryMs;
  }

  get isDown(): boolean {
    return this.#isDown;
  }

  /**
   * Takes the core's `StorageApply`: entries, or only the index up to which the log has them. False when it is held back
   * until `hurry`, which the caller sees to: nobody waits for it, and the caller says that there is no hurry.
   */
  submit(message: Message, waiters: readonly Waiter[], isUnhurried: boolean, ctx: ActorContext): boolean {
    const { entries } = message;
    const bytes = entries.reduce((sum, entry) => sum + entry.data.length, 0);
    const upTo = entries.at(-1)?.index ?? message.index;
    const isAwaited = waiters.length > 0 || this.#readIndex > this.#appliedIndex;
    this.#queued.push({ entries, upTo, bytes, waiters, responses: message.responses ?? [] });
    this.#queuedBytes += bytes;
    this.#isUnhurried = isUnhurried && !isAwaited && this.#queuedBytes < UNHURRIED_BYTES_MAX;
    this.#sendQueued(ctx);
    return !this.#isUnhurried;
  }

  /** What was held back leaves now. */
  hurry(ctx: ActorContext): void {
    this.#isUnhurried = false;
    this.#sendQueued(ctx);
  }

  /** Returns the responses to release; undefined when the message is of another life. */
  applied(applied: Applied, ctx: ActorContext): readonly Message[] | undefined {
    const isOurs = applied.groupBoot === ctx.boot && applied.applierBoot === this.#applierBoot && !this.#isDown;
    if (!isOurs) return undefined;
    this.#nextExpiryMs = applied.nextExpiryMs;
    this.#flushedIndex = Math.max(this.#flushedIndex, applied.flushedIndex);
    const released = this.#release(applied.appliedIndex);
    this.#sendQueued(ctx);
    return released;
  }

  /**
   * True when this is the second loss in a row at the same index, with entries to apply. A life that ended before it had
   * opened its state has not tried any.
   */
  applierLost(): boolean {
    const hasTried = !this.#isDown && (this.#sent.length > 0 || this.#applierIndex < this.#appliedIndex);
    this.#isDown = true;
    if (!hasTried) return false;
    const before = this.#lostAt;
    this.#lostAt = { applierIndex: this.#applierIndex, appliedIndex: this.#appliedIndex };
    return before?.applierIndex === this.#applierIndex && before.appliedIndex === this.#appliedIndex;
  }

  /** A new applier, or the old one asked again: it goes on from its own applied index. */
  applierFound(opened: StateOpened, ctx: ActorContext): readonly Message[] {
    this.#applierBoot = opened.applierBoot;
    this.#isDown = false;
    this.#flushedIndex = Math.max(this.#flushedIndex, opened.flushedIndex);
    const released = this.#release(opened.appliedIndex);
    const upTo = this.#sent.at(-1)?.upTo ?? this.#appliedIndex;
    if (upTo > opened.appliedIndex) {
      const waiters = this.#sent.flatMap((sent) => sent.waiters.filter(({ index }) => index > opened.appliedIndex));
      this.#send([], upTo, waiters, ctx);
    }
    this.#sendQueued(ctx);
    return released;
  }

  /** The applier answers the gateway once `readIndex` is applied. */
  read(readIndex: number, gateway: Gateway, queries: readonly Query[], ctx: ActorContext): void {
    this.#readIndex = Math.max(this.#readIndex, readIndex);
    this.hurry(ctx);
    const body = {
      group: ctx.self.instance,
      groupBoot: ctx.boot,
      applierBoot: this.#applierBoot,
      readIndex,
      node: gateway.ref.node,
      gateway: gateway.ref.instance,
      gatewayBoot: gateway.boot,
      queries: [...queries],
    };
    ctx.send(this.#applier, { type: 'read', body }, this.#applierBoot);
  }

  #release(appliedIndex: number): Message[] {
    this.#applierIndex = appliedIndex;
    this.#appliedIndex = Math.max(this.#appliedIndex, appliedIndex);
    const released: Message[] = [];
    while (this.#sent[0] !== undefined && this.#sent[0].upTo <= appliedIndex) {
      const done = present(this.#sent.shift(), 'the oldest application');
      this.#sentBytes -= done.bytes;
      released.push(...done.responses);
    }
    return released;
  }

  #sendQueued(ctx: ActorContext): void {
    while (!this.#isDown && !this.#isUnhurried && this.#hasCredit()) {
      const next = this.#queued.shift();
      if (next === undefined) return;
      this.#queuedBytes -= next.bytes;
      const { entries, ...sent } = next;
      this.#send(entries, next.upTo, next.waiters, ctx);
      this.#sent.push(sent);
      this.#sentBytes += next.bytes;
    }
  }

  #hasCredit(): boolean {
    return this.#sent.length < this.#limits.storageCredits && this.#sentBytes < this.#limits.storageCreditBytes;
  }

  /** Without entries, `from` lies above all that is to be applied, so that the applier reads it from the log. */
  #send(entries: readonly Entry[], upTo: number, waiters: readonly Waiter[], ctx: ActorContext): void {
    const body = {
      group: ctx.self.instance,
      groupBoot: ctx.boot,
      applierBoot: this.#applierBoot,
      from: entries[0]?.index ?? upTo + 1,
      commit: upTo,
      entries: toWireEntries(entries),
      waiters: [...waiters],
    };
    ctx.send(this.#applier, { type: 'apply', body }, this.#applierBoot);
  }
}
