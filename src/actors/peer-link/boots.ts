/**
 * Boots of actors on another node, as actors here know them.
 *
 * Boots of actors count anew in every process, so an answer to a gateway of yesterday could reach today's under the same
 * boot. On this side of a link they therefore carry the boot of the peer's process in their upper bits, and what is
 * addressed to an actor of an older process does not leave.
 */

const ACTOR_BOOTS = 2 ** 32;
/** So that both fit 53 bits; two processes this many starts apart are never met together. */
const PROCESS_BOOTS = 2 ** 21;

/** What actors here take for the boot of an actor on the peer. 0, which names no life, stays 0. */
export function bootHere(actorBoot: number, processBoot: number): number {
  return actorBoot === 0 ? 0 : (processBoot % PROCESS_BOOTS) * ACTOR_BOOTS + actorBoot;
}

/** The other way round; undefined when it belongs to another process of the peer. */
export function bootThere(boot: number, processBoot: number): number | undefined {
  if (boot === 0) return 0;
  return Math.floor(boot / ACTOR_BOOTS) === processBoot % PROCESS_BOOTS ? boot % ACTOR_BOOTS : undefined;
}

/** A number that an actor's boot can be. */
export function isActorBoot(boot: number): boolean {
  return boot < ACTOR_BOOTS;
}
