/**
 * Gap: entries that are committed but were not sent here, read from the log writer chunk by chunk.
 *
 * It opens when the group hands over entries that do not follow what is applied: after a start, after a crash. One
 * chunk is under way at a time; a log writer that comes back is asked again.
 */
import type { ActorContext, ActorRef, PeerEvent } from '../../runtime/actor/actor.js';
import type { LogWriterMessage } from '../log-writer/protocol.js';
import type { ApplierMessage } from './protocol.js';

type Context = ActorContext<ApplierMessage>;

const CHUNK_BYTES = 1024 * 1024;
const RETRY_MS = 100;

export class Gap {
  readonly #writer: ActorRef<LogWriterMessage>;
  /** The last index to be read; undefined while there is no gap. */
  #upTo: number | undefined;
  /** Names the chunk under way; answers to earlier questions are not waited for any more. */
  #token = 0;
  #isAsked = false;
  #isWriterUp = false;
  #isDelayed = false;

  constructor(writer: ActorRef<LogWriterMessage>) {
    this.#writer = writer;
  }

  /** Entries up to this index are missing. The first question goes out when the log writer is known to be up. */
  extend(upTo: number, ctx: Context): void {
    if (this.#upTo === undefined) ctx.watch(this.#writer);
    this.#upTo = Math.max(this.#upTo ?? 0, upTo);
  }

  /** At the end of a turn: asks for the next chunk, or closes what has been filled. */
  proceed(nextIndex: number, ctx: Context): void {
    if (this.#upTo === undefined) return;
    if (nextIndex > this.#upTo) {
      this.close(ctx);
      return;
    }
    if (this.#isAsked || this.#isDelayed || !this.#isWriterUp) return;
    this.#isAsked = true;
    this.#token += 1;
    const body = {
      group: ctx.self.instance,
      from: nextIndex,
      to: this.#upTo,
      maxBytes: CHUNK_BYTES,
      token: this.#token,
    };
    ctx.send(this.#writer, { type: 'readEntries', body });
  }

  close(ctx: Context): void {
    if (this.#upTo === undefined) return;
    ctx.unwatch(this.#writer);
    this.#upTo = undefined;
    this.#isAsked = false;
    this.#isWriterUp = false;
    this.#isDelayed = false;
  }

  /** Whether this is the chunk that was asked for. */
  accepts(token: number): boolean {
    if (!this.#isAsked || token !== this.#token) return false;
    this.#isAsked = false;
    return true;
  }

  /** The log writer cannot answer yet: it is asked again in a while, when the applier's own timer says so. */
  retryLater(ctx: Context): void {
    this.#isDelayed = true;
    ctx.after(RETRY_MS, { type: 'flush', body: {} });
  }

  wake(): void {
    this.#isDelayed = false;
  }

  onPeer(event: PeerEvent): void {
    this.#isWriterUp = event.state === 'up';
    this.#isAsked = false;
  }
}
