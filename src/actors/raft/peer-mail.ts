/**
 * Peer mail: the core's messages on their way to the other replicas. Most leave at once, that is at the turn's end.
 *
 * What nobody waits for leaves a little later, together with what comes next. Two things are worth it, because each costs a
 * wake-up of another process or thread and, under load, is overtaken within a millisecond or two: an append without
 * entries, with which a leader tells a follower of a new commit index (the next append tells it as well), and what a
 * follower applies while nobody reads from it (`apply-stream.ts`). One timer ends the pause of both after `PAUSE_MS`; a reader,
 * a waiting gateway, or much to apply ends it at once.
 */
import type { ActorContext, ActorRef } from '../../runtime/actor/actor.js';
import { type Message, MessageType } from './core/types.js';
import { toWire } from './peer-messages.js';
import type { GroupMessage } from './protocol.js';

type Context = ActorContext<GroupMessage>;

const PAUSE_MS = 10;
const RESUME: GroupMessage = { type: 'resume', body: {} };

export class PeerMail {
  /** By replica. */
  readonly #peers: ReadonlyMap<number, ActorRef<GroupMessage>>;
  /** By the replica that it is for: the newest append without entries that has not left. */
  readonly #commits = new Map<number, Message>();
  #isTimerSet = false;

  /** `nodes`: of every replica. */
  constructor(group: number, nodes: ReadonlyMap<number, number>) {
    this.#peers = new Map([...nodes].map(([peer, node]) => [peer, { node, kind: 'group', instance: group }]));
  }

  /** `matchAll`: what every member has, for a heartbeat. */
  send(message: Message, matchAll: number, ctx: Context): void {
    if (message.type === MessageType.App && message.entries.length === 0) {
      this.#commits.set(message.to, message);
      this.pause(ctx);
      return;
    }
    const kept = this.#commits.get(message.to);
    if (message.type === MessageType.App) {
      this.#commits.delete(message.to);
    } else if (message.type === MessageType.ReadIndexResp && kept !== undefined) {
      // It reads what is committed, so it has to learn that this is.
      this.#commits.delete(message.to);
      this.#post(kept, matchAll, ctx);
    }
    this.#post(message, matchAll, ctx);
  }

  /** Sees to it that the group's `resume` comes. */
  pause(ctx: Context): void {
    if (this.#isTimerSet) return;
    this.#isTimerSet = true;
    ctx.after(PAUSE_MS, RESUME);
  }

  /** The pause is over: what was kept leaves. */
  resume(matchAll: number, ctx: Context): void {
    this.#isTimerSet = false;
    for (const message of this.#commits.values()) this.#post(message, matchAll, ctx);
    this.#commits.clear();
  }

  #post(message: Message, matchAll: number, ctx: Context): void {
    const peer = this.#peers.get(message.to);
    if (peer !== undefined) ctx.send(peer, { type: 'raft', body: toWire(message, ctx.now(), matchAll) });
  }
}
