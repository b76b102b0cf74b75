/**
 * Peer boots: once a group was told of a newer process of a peer, nothing of an older one reaches it; nothing of an
 * imposter ever does while the real process is there and heard.
 */
import type { Arrival } from '../observed-kinds.js';
import type { Report } from './oracle.js';

/** Boots of actors count on within a process, and those of a process begin at a multiple of this. */
export interface BootScheme {
  readonly bootsPerLife: number;
  /** Boots of actors of other nodes are those of the actors there, in the lower bits. */
  readonly actorBoots: number;
  /** What an imposter's actors call their boot, within a life. */
  readonly imposter: number;
  /** Which life of the node runs with this boot of the process. */
  readonly lifeOf: (node: number, processBoot: number) => number | undefined;
}

export class PeerBoots {
  readonly #scheme: BootScheme;
  readonly #report: Report;
  /** The real processes are there and heard. */
  isStrict = false;
  checked = 0;

  constructor(scheme: BootScheme, report: Report) {
    this.#scheme = scheme;
    this.#report = report;
  }

  arrived(node: number, { group, peer, senderBoot, acceptedBoot }: Arrival): void {
    // Heartbeats do not say.
    if (senderBoot === 0) return;
    this.checked += 1;
    const { bootsPerLife, actorBoots, imposter, lifeOf } = this.#scheme;
    const boot = senderBoot % actorBoots;
    const life = Math.floor(boot / bootsPerLife);
    const accepted = lifeOf(peer, acceptedBoot) ?? 0;
    const where = `group ${group} on node ${node}`;
    if (life < accepted) {
      this.#report(`a message of life ${life} of node ${peer} reached ${where}, which knew of life ${accepted}`);
    }
    if (this.isStrict && boot % bootsPerLife === imposter) {
      this.#report(`a message of an imposter of node ${peer} reached ${where}`);
    }
  }
}
