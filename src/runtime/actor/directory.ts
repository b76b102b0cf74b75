/**
 * Directory: which actors are up and with which boot, here and elsewhere, and who wants to be told.
 *
 * It hears of an actor's going up and down in the order in which it happened. An actor it has never heard of is neither
 * up nor down.
 */
import type { ActorRef, PeerEvent } from './actor.js';
import { RefMap } from './ref-map.js';

export type Watcher = (ref: ActorRef, event: PeerEvent) => void;

interface Listing {
  event: PeerEvent | undefined;
  readonly watchers: Map<object, Watcher>;
}

export class Directory {
  readonly #listings = new RefMap<Listing>();

  /** The last that was heard of it. */
  last(ref: ActorRef): PeerEvent | undefined {
    return this.#listings.get(ref)?.event;
  }

  /** The actor is known to be down, as opposed to unknown. */
  isDown(ref: ActorRef): boolean {
    return this.last(ref)?.state === 'down';
  }

  /** A message of this boot comes from a life of the sender that is known to be over. Refusals come from no life: 0. */
  isStale(from: ActorRef, boot: number): boolean {
    const event = this.last(from);
    return event !== undefined && boot !== 0 && boot < event.boot;
  }

  /** False when the event is older than what is known, and so was ignored. */
  record(ref: ActorRef, event: PeerEvent): boolean {
    const listing = this.#listing(ref);
    const known = listing.event;
    if (known !== undefined) {
      if (event.boot < known.boot) return false;
      if (event.boot === known.boot && (known.state === 'down' || event.state === 'up')) return false;
    }
    listing.event = event;
    for (const tell of [...listing.watchers.values()]) tell(ref, event);
    return true;
  }

  /** `owner` names the watcher; it watches a ref at most once. Told at once when the actor is up, or down for good. */
  watch(ref: ActorRef, owner: object, tell: Watcher): void {
    const listing = this.#listing(ref);
    listing.watchers.set(owner, tell);
    const { event } = listing;
    if (event !== undefined && isLasting(event)) tell(ref, event);
  }

  unwatch(ref: ActorRef, owner: object): void {
    this.#listings.get(ref)?.watchers.delete(owner);
  }

  #listing(ref: ActorRef): Listing {
    let listing = this.#listings.get(ref);
    if (listing === undefined) {
      listing = { event: undefined, watchers: new Map() };
      this.#listings.set(ref, listing);
    }
    return listing;
  }
}

/** Not the gap between two lives, after which another event follows. */
export function isLasting(event: PeerEvent): boolean {
  return event.state === 'up' || event.spent !== undefined;
}
