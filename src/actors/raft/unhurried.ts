/**
 * Unhurried: what nobody waits for leaves a little later, together with what comes next.
 *
 * Two things are worth it, because each costs a wake-up of another process or thread and, under load, is overtaken within
 * a millisecond or two: an append without entries, with which a leader tells a follower of a new commit index (the next append
 * tells it as well), and what a follower applies while nobody reads from it. A pause ends after `PAUSE_MS` at the latest;
 * a reader, a waiting gateway, or a full load ends it at once.
 */
import type { ActorContext } from '../../runtime/actor/actor.js';
import { type Message, MessageType } from './core/types.js';
import type { GroupMessage } from './protocol.js';

type Context = ActorContext<GroupMessage>;

const PAUSE_MS = 10;
const RESUME: GroupMessage = { type: 'resume', body: {} };

export class Unhurried {
  /** By the replica that it is for: the newest append without entries that has not left. */
  readonly #commits = new Map<number, Message>();
  #isTimerSet = false;

  /** True when the message is kept here, to leave later or to be overtaken. */
  keeps(message: Message, ctx: Context): boolean {
    if (message.type !== MessageType.App) return false;
    if (message.entries.length > 0) {
      this.#commits.delete(message.to);
      return false;
    }
    this.#commits.set(message.to, message);
    this.pause(ctx);
    return true;
  }

  /** What was kept for this replica, which leaves now: it is about to read what it tells. */
  takeFor(replica: number): Message | undefined {
    const kept = this.#commits.get(replica);
    this.#commits.delete(replica);
    return kept;
  }

  /** Sees to it that `resume` comes. */
  pause(ctx: Context): void {
    if (this.#isTimerSet) return;
    this.#isTimerSet = true;
    ctx.after(PAUSE_MS, RESUME);
  }

  /** The pause is over: everything that was kept. */
  resumed(): readonly Message[] {
    this.#isTimerSet = false;
    const kept = [...this.#commits.values()];
    this.#commits.clear();
    return kept;
  }
}
