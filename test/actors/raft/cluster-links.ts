/**
 * The peer links of a cluster in one process, as far as its groups see them: each node is told of every other whatever
 * the test says, and only what changes.
 */
import type { ActorRef, PeerEvent } from '../../../src/runtime/actor/actor.js';
import type { Envelope } from '../../../src/runtime/actor/envelope.js';
import { RELAY_KIND } from '../../../src/runtime/actor/routes.js';
import { peer } from '../../../src/runtime/base/proto.js';

interface Told {
  readonly presence: peer.Presence;
  readonly boot: number;
}

/** Where the links of a node live: its kernel. */
interface LinkHost {
  deliver(envelopes: readonly Envelope[]): void;
  peer(ref: ActorRef, event: PeerEvent): void;
}

export class ClusterLinks {
  readonly #hostOf: (node: number) => LinkHost | undefined;
  /** By link: what it last said, and to whom it says it. */
  readonly #told = new Map<string, Told>();
  readonly #followers = new Map<string, { readonly ref: ActorRef; readonly boot: number }[]>();
  #linkBoot = 0;

  constructor(hostOf: (node: number) => LinkHost | undefined) {
    this.#hostOf = hostOf;
  }

  /** The links of a node start, in a new life of it. */
  start(node: number, others: readonly number[]): void {
    this.#linkBoot += 1;
    for (const other of others) {
      this.#told.delete(nameOf(node, other));
      this.#followers.delete(nameOf(node, other));
      this.#hostOf(node)?.peer(linkOf(node, other), { state: 'up', boot: this.#linkBoot });
    }
  }

  /** The link crashes, and its next life knows nothing. */
  restart(node: number, other: number): void {
    this.#hostOf(node)?.peer(linkOf(node, other), { state: 'down', boot: this.#linkBoot });
    this.start(node, [other]);
  }

  followed({ from, fromBoot, to }: Envelope): void {
    const name = nameOf(to.node, to.instance);
    this.#followers.set(name, [...(this.#followers.get(name) ?? []), { ref: from, boot: fromBoot }]);
    this.#tell(to.node, to.instance);
  }

  say(node: number, other: number, presence: peer.Presence, boot: number): void {
    this.#told.set(nameOf(node, other), { presence, boot });
    this.#tell(node, other);
  }

  #tell(node: number, other: number): void {
    const told = this.#told.get(nameOf(node, other));
    if (told === undefined) return;
    const body = { node: other, ...told, addresses: { client: '', http: '' }, campaignDelayMs: 0 };
    const message = { type: 'peerState', body };
    const common = { from: linkOf(node, other), fromBoot: 0, ask: 0, isAnswer: false, failure: undefined };
    const followers = this.#followers.get(nameOf(node, other)) ?? [];
    this.#hostOf(node)?.deliver(followers.map(({ ref, boot }) => ({ to: ref, toBoot: boot, message, ...common })));
  }
}

export const { CONNECTED, LOST, GONE } = peer.Presence;

const linkOf = (node: number, other: number): ActorRef => ({ node, kind: RELAY_KIND, instance: other });
const nameOf = (node: number, other: number): string => `${node}-${other}`;
