/**
 * Timers of a link, one for each purpose, and how late they come.
 *
 * A timer that comes very late says that this process, or its thread, stood still. What happened meanwhile is still in
 * the sockets then, so whoever would conclude something from silence waits a moment more.
 */
import type { ActorContext, TimerId } from '../../runtime/actor/actor.js';
import { present } from '../../runtime/base/assert.js';
import type { PeerLinkMessage } from './protocol.js';

type Context = ActorContext<PeerLinkMessage>;

export const PURPOSES = ['redial', 'deadline', 'liveness', 'challenge', 'more'] as const;
export type Purpose = (typeof PURPOSES)[number];

interface Running {
  readonly id: TimerId;
  readonly dueAtMs: number;
}

export class LinkTimers {
  readonly #running = new Map<Purpose, Running>();

  /** In place of the one that runs for this purpose. */
  set(purpose: Purpose, ms: number, ctx: Context): void {
    this.clear(purpose, ctx);
    const id = ctx.after(ms, { type: 'tick', body: { purpose: PURPOSES.indexOf(purpose) } });
    this.#running.set(purpose, { id, dueAtMs: ctx.now() + ms });
  }

  clear(purpose: Purpose, ctx: Context): void {
    const running = this.#running.get(purpose);
    if (running === undefined) return;
    this.#running.delete(purpose);
    ctx.cancel(running.id);
  }

  /** Which one has fired, and by how much it came late. */
  fired(purposeNumber: number, ctx: Context): { readonly purpose: Purpose; readonly lateMs: number } {
    const purpose = present(PURPOSES[purposeNumber], 'the purpose of a timer');
    const { dueAtMs } = present(this.#running.get(purpose), 'the timer that has fired');
    this.#running.delete(purpose);
    return { purpose, lateMs: ctx.now() - dueAtMs };
  }
}
