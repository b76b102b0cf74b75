/**
 * Followers of a link: the actors of this node that want to know how the peer is, and what they were told last.
 */
import { type ActorContext, type ActorRef, refKey } from '../../runtime/actor/actor.js';
import type { Limits } from '../../runtime/base/limits.js';
import { type Body, peer } from '../../runtime/base/proto.js';
import type { PeerLinkMessage } from './protocol.js';

type Context = ActorContext<PeerLinkMessage>;
type Addresses = Body<peer.Addresses.$Properties>;
export type Presence = peer.Presence;

interface Follower {
  readonly ref: ActorRef;
  readonly boot: number;
}

export class Followers {
  readonly #limits: Limits;
  readonly #followers = new Map<string, Follower>();
  #presence: Presence = peer.Presence.UNKNOWN;
  /** Of the process that `presence` is about; 0: none was ever connected. */
  #boot = 0;
  #sinceMs = 0;
  #addresses: Addresses | undefined;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get presence(): Presence {
    return this.#presence;
  }

  get boot(): number {
    return this.#boot;
  }

  /** When the presence became what it is; 0: it has never changed. */
  get sinceMs(): number {
    return this.#sinceMs;
  }

  /** The peer's own. */
  get addresses(): Addresses | undefined {
    return this.#addresses;
  }

  add(ref: ActorRef, boot: number, ctx: Context): void {
    const follower = { ref, boot };
    this.#followers.set(refKey(ref), follower);
    this.#tell(follower, 0, ctx);
  }

  connected(boot: number, ctx: Context): void {
    this.#become(peer.Presence.CONNECTED, boot, ctx);
  }

  /** Nothing is known of the process any more. */
  lost(ctx: Context): void {
    if (this.#presence === peer.Presence.CONNECTED) this.#become(peer.Presence.LOST, this.#boot, ctx);
  }

  /** The process that was connected last has ended. */
  gone(ctx: Context): void {
    this.lost(ctx);
    if (this.#presence === peer.Presence.LOST) this.#become(peer.Presence.GONE, this.#boot, ctx);
  }

  locate(addresses: Addresses, ctx: Context): void {
    const known = this.#addresses;
    if (known?.client === addresses.client && known.http === addresses.http) return;
    this.#addresses = { client: addresses.client, http: addresses.http };
    this.#tellAll(ctx);
  }

  #become(presence: Presence, boot: number, ctx: Context): void {
    this.#presence = presence;
    this.#boot = boot;
    this.#sinceMs = ctx.now();
    ctx.log.info('peer', { node: ctx.self.instance, presence: peer.Presence[presence], processBoot: boot });
    this.#tellAll(ctx);
  }

  #tellAll(ctx: Context): void {
    let place = 0;
    for (const follower of this.#followers.values()) {
      this.#tell(follower, place, ctx);
      place += 1;
    }
  }

  #tell(follower: Follower, place: number, ctx: Context): void {
    const { campaignsMax, heartbeatMs } = this.#limits;
    const isGone = this.#presence === peer.Presence.GONE;
    const body = {
      node: ctx.self.instance,
      presence: this.#presence,
      boot: this.#boot,
      ...(this.#addresses === undefined ? {} : { addresses: { ...this.#addresses } }),
      // A campaign takes much less than the time between two heartbeats.
      campaignDelayMs: isGone ? Math.floor(place / campaignsMax) * heartbeatMs : 0,
    };
    ctx.send(follower.ref, { type: 'peerState', body }, follower.boot);
  }
}
