/**
 * Nodes: the links to the nodes of one cluster, and which of them a call goes to.
 *
 * It begins with the addresses that the program gave and learns the others from the cluster's map. A call goes to the
 * node that leads its group if there is a usable connection to it; else a connection is begun, and the call goes
 * elsewhere meanwhile. No call waits for a particular node while any other one answers.
 */
import { QuorateError } from '../runtime/base/errors.js';
import type { Random } from '../runtime/base/random.js';
import { type Address, formatAddress, parseAddress } from './address.js';
import type { Call, Response } from './call.js';
import type { Welcome } from './connection.js';
import { Link, type LinkListener } from './link.js';
import type { Reachability } from './outcome.js';
import { type ClusterMap, Routes } from './routes.js';
import { Watch } from './watch.js';

export interface NodesListener {
  opened(welcome: Welcome): void;
  response(response: Response): void;
  ready(): void;
  /** What is under way with this node is to be sent to another one. */
  leave(link: Link): void;
  /** A node did not answer, or refused. `isRoundOver` when none of them has answered. */
  failed(error: QuorateError, isRoundOver: boolean): void;
  /** Somebody waits for a node. */
  isWanted(): boolean;
}

export interface NodesOptions {
  readonly addresses: readonly Address[];
  readonly clusterId: string;
  /** Nodes that are not among the addresses are learnt from the map. */
  readonly discover: boolean;
  readonly now: () => number;
  readonly random: Random;
  readonly watchRoundMs: number;
}

/** A node that is being dialed for this long is passed over. */
const PASS_MS = 150;
/** The map is not asked for more often. */
const MAP_MS = 500;
/** As many as there are node ids: what a map can say at most. */
const NODES_MAX = 4_095;

export class Nodes implements Reachability {
  readonly #options: NodesOptions;
  readonly #listener: NodesListener;
  readonly #links = new Set<Link>();
  readonly #byNode = new Map<number, Link>();
  readonly #routes = new Routes();
  readonly #watch: Watch;
  #clusterId: string;
  /** Takes what may go anywhere, as long as it is usable: the first that answered. */
  #favourite: Link | undefined;
  #search: NodeJS.Timeout | undefined;
  #isClosed = false;
  #mapAskedAtMs = Number.NEGATIVE_INFINITY;
  #lostAtMs = Number.NEGATIVE_INFINITY;
  #lastError: QuorateError | undefined;

  constructor(options: NodesOptions, listener: NodesListener) {
    this.#options = options;
    this.#listener = listener;
    this.#clusterId = options.clusterId;
    const { watchRoundMs: roundMs } = options;
    this.#watch = new Watch({ links: () => this.#links, roundMs, silent: (link) => this.#silent(link) });
    for (const address of options.addresses) if (this.#linkAt(address) === undefined) this.#add(address);
  }

  /** Known once there was a connection; all others must be to the same cluster. */
  get clusterId(): string {
    return this.#clusterId;
  }

  get isConnected(): boolean {
    return [...this.#links].some(({ isOpen }) => isOpen);
  }

  get lastOpenAtMs(): number {
    return this.isConnected ? Number.POSITIVE_INFINITY : this.#lostAtMs;
  }

  get lastError(): QuorateError | undefined {
    return this.#lastError;
  }

  get addresses(): string {
    return [...this.#links].flatMap(({ addresses }) => addresses).join(', ');
  }

  /** There is a node to send to. */
  get hasUsable(): boolean {
    return this.#favourite?.isUsable === true || this.#any(undefined) !== undefined;
  }

  /** There is another one to send to; when there is not, a connection to one is begun. */
  reachesOther(link: Link | undefined): boolean {
    const other = this.#any(link);
    if (other !== undefined && other !== link) return true;
    this.#firstIdle()?.want();
    return false;
  }

  /** The node for the call's next attempt; undefined when none is usable. */
  linkFor(call: Call): Link | undefined {
    this.#watch.start();
    if (call.preferred?.isUsable === true && call.preferred !== call.avoided) return call.preferred;
    if (call.avoided !== undefined && !this.reachesOther(call.avoided)) call.avoided = undefined;
    if (call.group === 0) call.group = this.#routes.groupOf(call.request);
    const leader = call.group === 0 ? 0 : this.#routes.leaderOf(call.group);
    if (leader === 0) return this.#any(call.avoided);
    const link = this.#byNode.get(leader);
    if (link === undefined) this.#askForMap();
    else if (link.isUsable && link !== call.avoided) return link;
    else link.want();
    return this.#any(call.avoided);
  }

  /** Looks for a node that answers, as long as there is none and somebody waits. */
  want(): void {
    if (this.#search === undefined && !this.#isClosed) this.#dialNext();
  }

  /** Resolves when nothing is open any more. No connection is made from here on. */
  async close(reason: QuorateError): Promise<void> {
    this.#isClosed = true;
    this.#watch.stop();
    this.#endSearch();
    await Promise.all([...this.#links].map((link) => link.close(reason)));
  }

  /** The favourite, or any other; the one to avoid only when there is no choice. */
  #any(avoided: Link | undefined): Link | undefined {
    if (this.#favourite?.isUsable === true && this.#favourite !== avoided) return this.#favourite;
    for (const link of this.#links) {
      if (!link.isUsable || link === avoided) continue;
      if (this.#favourite?.isUsable !== true) this.#favourite = link;
      return link;
    }
    return avoided?.isUsable === true ? avoided : undefined;
  }

  #dialNext(): void {
    this.#endSearch();
    if (this.#isClosed || this.hasUsable || !this.#listener.isWanted()) return;
    const next = this.#firstIdle();
    if (next === undefined) return;
    // To the end of the line: every node has its turn.
    this.#links.delete(next);
    this.#links.add(next);
    next.want();
    this.#search = setTimeout(() => this.#dialNext(), PASS_MS).unref();
  }

  #firstIdle(): Link | undefined {
    for (const link of this.#links) if (link.isIdle) return link;
    return undefined;
  }

  #endSearch(): void {
    clearTimeout(this.#search);
    this.#search = undefined;
  }

  #add(address: Address): Link {
    const listener: LinkListener = {
      clusterId: () => this.#clusterId,
      opened: (link, welcome) => this.#opened(link, welcome),
      response: (response) => this.#received(response),
      ready: () => this.#listener.ready(),
      lost: (link, error) => this.#lost(link, error),
      failed: (link, error) => this.#failed(link, error),
      rested: () => this.want(),
    };
    const link = new Link(address, this.#options.random, listener);
    this.#links.add(link);
    return link;
  }

  #linkAt(address: Address): Link | undefined {
    const text = formatAddress(address);
    return [...this.#links].find(({ addresses }) => addresses.includes(text));
  }

  #opened(link: Link, welcome: Welcome): void {
    this.#clusterId = welcome.clusterId;
    if (!this.#identify(link, welcome.node)) return;
    this.#endSearch();
    if (this.#favourite?.isUsable !== true) this.#favourite = link;
    if (welcome.map != null) this.#learn(welcome.map);
    this.#listener.opened(welcome);
  }

  /** False when there is a connection to the node already, over another address: one is enough. */
  #identify(link: Link, node: number): boolean {
    if (this.#byNode.get(link.node) === link) this.#byNode.delete(link.node);
    const other = this.#byNode.get(node);
    link.node = node;
    if (other?.isOpen === true) {
      this.#drop(link);
      return false;
    }
    if (other !== undefined) this.#drop(other);
    this.#byNode.set(node, link);
    return true;
  }

  #drop(link: Link): void {
    this.#links.delete(link);
    void link.close(new QuorateError('ERR_CONNECTION_LOST', 'there is another connection to the node'));
  }

  #received(response: Response): void {
    const { leader, map } = response;
    if (leader != null) this.#routes.hint(leader);
    if (map != null) this.#learn(map);
    this.#listener.response(response);
  }

  #learn(map: ClusterMap): void {
    this.#routes.learn(map);
    for (const { node, clientAddress } of map.nodes.slice(0, NODES_MAX)) {
      const address = addressOf(clientAddress);
      if (address === undefined || node === 0) continue;
      const unnamed = this.#unnamedAt(address);
      const known = this.#byNode.get(node) ?? unnamed;
      if (unnamed !== undefined && unnamed !== known) this.#drop(unnamed);
      if (known === undefined && !this.#options.discover) continue;
      const link = known ?? this.#add(address);
      if (this.#options.discover) link.offerAddress(address);
      if (link.node !== node) link.node = node;
      this.#byNode.set(node, link);
    }
  }

  /** A link of which only the address is known so far. */
  #unnamedAt(address: Address): Link | undefined {
    const link = this.#linkAt(address);
    return link?.node === 0 ? link : undefined;
  }

  #askForMap(): void {
    const link = this.#any(undefined);
    const nowMs = this.#options.now();
    if (!this.#options.discover || link === undefined || nowMs - this.#mapAskedAtMs < MAP_MS) return;
    this.#mapAskedAtMs = nowMs;
    link.askForMap();
  }

  #silent(link: Link): void {
    this.#routes.forget(link.node);
    if (this.reachesOther(link)) this.#listener.leave(link);
    else this.want();
  }

  #lost(link: Link, error: QuorateError): void {
    this.#lastError = error;
    this.#lostAtMs = this.#options.now();
    this.#routes.forget(link.node);
    this.#listener.leave(link);
    this.want();
  }

  #failed(link: Link, error: QuorateError): void {
    this.#lastError = error;
    this.#routes.forget(link.node);
    this.#listener.failed(
      error,
      [...this.#links].every(({ hasFailed }) => hasFailed),
    );
    this.#askForMap();
    this.#dialNext();
  }
}

function addressOf(text: string): Address | undefined {
  try {
    return text === '' ? undefined : parseAddress(text);
  } catch {
    // Somebody configured it wrongly; the client does with the other nodes.
    return undefined;
  }
}
