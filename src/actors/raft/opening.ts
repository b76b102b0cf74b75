/**
 * Opening: the handshake through which a group starts, and through which it goes on when its log writer or its applier
 * has been restarted.
 *
 *   log writer up -> Open -> Opened (names the state file and the volume)
 *   applier up, state file known -> OpenState -> StateOpened
 *   both answered -> the core can start
 *
 * An answer counts only when it comes from the life of the log writer or applier that was asked, to this life of the
 * group. A question without an answer is asked again: it may have found a full mailbox.
 */
import { type ActorContext, type ActorRef, type PeerEvent, sameRef } from '../../runtime/actor/actor.js';
import { ERRORS, isErrorCode } from '../../runtime/base/errors.js';
import type { apply, Body, storage } from '../../runtime/base/proto.js';
import type { ApplierMessage } from '../applier/protocol.js';
import type { LogWriterMessage } from '../log-writer/protocol.js';

type Opened = Body<storage.Opened.$Properties>;
type StateOpened = Body<apply.StateOpened.$Properties>;

type Side =
  | { readonly state: 'down' }
  /** Up; not asked yet, or asked at `askedAtMs`. */
  | { readonly state: 'up'; readonly boot: number; readonly askedAtMs: number | undefined }
  | { readonly state: 'open'; readonly boot: number };

/** Which state file, and the volume that it must name. */
type StateName = Pick<Opened, 'stateFile' | 'volumeInstance'>;

/** Whose life has changed. */
export type Change = 'log-writer-lost' | 'applier-lost' | 'none';

/** What an answer means: nothing, success, a failure that may pass, or one that will not. */
export type Answer = 'ignored' | 'open' | 'retry' | 'failed';

export class Opening {
  readonly #replica: number;
  readonly #writerRef: ActorRef<LogWriterMessage>;
  readonly #applierRef: ActorRef<ApplierMessage>;
  readonly #retryMs: number;
  #writer: Side = { state: 'down' };
  #applier: Side = { state: 'down' };
  /** From the first `Opened` on. */
  #state: StateName | undefined;

  constructor(replica: number, writer: ActorRef<LogWriterMessage>, applier: ActorRef<ApplierMessage>, retryMs: number) {
    this.#replica = replica;
    this.#writerRef = writer;
    this.#applierRef = applier;
    this.#retryMs = retryMs;
  }

  onPeer(ref: ActorRef, event: PeerEvent, ctx: ActorContext): Change {
    const isWriter = sameRef(ref, this.#writerRef);
    if (!isWriter && !sameRef(ref, this.#applierRef)) return 'none';
    const before = isWriter ? this.#writer : this.#applier;
    // An `up` of the life that is known already says nothing new.
    if (event.state === 'up' && before.state !== 'down' && before.boot === event.boot) return 'none';
    if (event.state === 'down' && (before.state === 'down' || before.boot > event.boot)) return 'none';
    const after: Side =
      event.state === 'up' ? { state: 'up', boot: event.boot, askedAtMs: undefined } : { state: 'down' };
    if (isWriter) this.#writer = after;
    else this.#applier = after;
    this.askWhatIsDue(ctx);
    if (before.state === 'down') return 'none';
    return isWriter ? 'log-writer-lost' : 'applier-lost';
  }

  /** Also called by the group's clock, for questions without an answer. */
  askWhatIsDue(ctx: ActorContext): void {
    const group = ctx.self.instance;
    const nowMs = ctx.now();
    if (this.#isDue(this.#writer, nowMs)) {
      this.#writer = { ...this.#writer, askedAtMs: nowMs };
      const body = { group, groupBoot: ctx.boot };
      ctx.send(this.#writerRef, { type: 'open', body }, this.#writer.boot);
    }
    if (this.#state !== undefined && this.#isDue(this.#applier, nowMs)) {
      this.#applier = { ...this.#applier, askedAtMs: nowMs };
      const body = { group, groupBoot: ctx.boot, replica: this.#replica, ...this.#state };
      ctx.send(this.#applierRef, { type: 'openState', body }, this.#applier.boot);
    }
  }

  opened(answer: Opened, ctx: ActorContext): Answer {
    if (!isExpected(this.#writer, answer.writerBoot, answer.groupBoot, ctx)) return 'ignored';
    if (answer.errorCode !== '') return mayPass(answer.errorCode) ? 'retry' : 'failed';
    this.#writer = { state: 'open', boot: answer.writerBoot };
    this.#state = { stateFile: answer.stateFile, volumeInstance: answer.volumeInstance };
    this.askWhatIsDue(ctx);
    return 'open';
  }

  stateOpened(answer: StateOpened, ctx: ActorContext): Answer {
    if (!isExpected(this.#applier, answer.applierBoot, answer.groupBoot, ctx)) return 'ignored';
    if (answer.errorCode !== '') return mayPass(answer.errorCode) ? 'retry' : 'failed';
    this.#applier = { state: 'open', boot: answer.applierBoot };
    return 'open';
  }

  #isDue(side: Side, nowMs: number): side is Side & { readonly state: 'up' } {
    if (side.state !== 'up') return false;
    return side.askedAtMs === undefined || nowMs - side.askedAtMs >= this.#retryMs;
  }
}

function isExpected(side: Side, boot: number, groupBoot: number, ctx: ActorContext): boolean {
  return side.state === 'up' && side.askedAtMs !== undefined && side.boot === boot && groupBoot === ctx.boot;
}

function mayPass(code: string): boolean {
  return isErrorCode(code) && ERRORS[code].retryable;
}
