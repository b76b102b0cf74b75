/**
 * Log space: up to where a replica's log may go, and which members can no longer be served from it.
 *
 * An entry goes when it is in the state file here and in the log of every member. The leader knows the latter and tells the
 * others in its heartbeats; the last word counts, and a new leader knows nothing until its members have answered. While
 * a member is away nothing goes: the log grows, and status shows how far each member is.
 *
 * A member that comes back with less than it once acknowledged has lost part of its log, and may need entries that are gone.
 * It is left alone, which the log says once and status as long as it lasts.
 */
import type { ActorContext } from '../../runtime/actor/actor.js';
import type { CoreStatus } from './core/types.js';

type MemberProgress = CoreStatus['progress'][number];

export class LogSpace {
  readonly #entriesMin: number;
  #purgeIndex: number;
  #matchAll = 0;
  #stranded: readonly number[] = [];

  /** Purges only when `entriesMin` entries can go. */
  constructor(purgeIndex: number, entriesMin: number) {
    this.#purgeIndex = purgeIndex;
    this.#entriesMin = entriesMin;
  }

  get purgeIndex(): number {
    return this.#purgeIndex;
  }

  /** Every member has the log up to here, as far as known. */
  get matchAll(): number {
    return this.#matchAll;
  }

  /** The leader has said up to where every member has the log. */
  heard(matchAll: number): void {
    this.#matchAll = matchAll;
  }

  /** The index up to which the log goes now; undefined when it is not worth it yet. */
  due({ applied, progress }: CoreStatus, flushedIndex: number): number | undefined {
    if (progress.length > 0) this.#matchAll = Math.min(...progress.map(({ match }) => match));
    const index = Math.min(flushedIndex, applied, this.#matchAll);
    if (index - this.#purgeIndex < this.#entriesMin) return undefined;
    this.#purgeIndex = index;
    return index;
  }

  /** Of a leader: says which members need what is gone, each once. */
  reportStranded({ progress, lastIndex }: CoreStatus, ctx: ActorContext): void {
    const stranded = progress.filter(isStranded);
    for (const { id, match } of stranded) {
      if (this.#stranded.includes(id)) continue;
      const facts = { replica: id, match, purgeIndex: this.#purgeIndex, lastIndex };
      ctx.log.error('a member needs entries that were purged: it has lost part of its log, and stays behind', facts);
    }
    if (stranded.length !== this.#stranded.length) ctx.metrics.gauge('members_stranded', stranded.length);
    this.#stranded = stranded.map(({ id }) => id);
  }
}

/** Only entries that are gone would help this member. */
export function isStranded({ state }: MemberProgress): boolean {
  return state === 'StateSnapshot';
}
