/**
 * Several nodes played by a test. They share one store, which does each named write once, as a group's log would; every
 * node takes every request, and says who leads when it does not lead itself.
 */
import { Buffer } from 'node:buffer';
import { type Client, type ConnectOptions, connect, type Surroundings } from '../../src/client/client.js';
import { byteKey } from '../../src/runtime/base/byte-key.js';
import type { client } from '../../src/runtime/base/proto.js';
import { rendezvousMap, vshardOf } from '../../src/runtime/base/vshard.js';
import {
  type Answer,
  found,
  PATIENT,
  type Peer,
  type Request,
  ScriptedServer,
  type Write,
  written,
} from './scripted-server.js';

export const GROUPS = [2, 3, 4];
const OWNERS = rendezvousMap(GROUPS);

/** The group of a key in the collection `items`. */
export function groupOf(key: string): number {
  const slot = vshardOf(byteKey(Buffer.from('items')), byteKey(Buffer.from(key)));
  return OWNERS[slot] ?? 0;
}

/** A key of the group. */
export function keyOf(group: number, n = 0): string {
  const keys = Array.from({ length: 1_000 }, (_, at) => `k${at}`).filter((key) => groupOf(key) === group);
  return keys[n] ?? '';
}

export function keyText(request: Request): string {
  return Buffer.from(request.write?.operations[0]?.key ?? request.get?.key ?? '').toString();
}

/** Does a write once under each name, and refuses what its client has resolved. */
export class Store {
  /** How often each key was written. */
  readonly counts = new Map<string, number>();
  readonly #done = new Map<string, number>();
  /** By session: the highest of the lowest unresolved sequences that came. */
  readonly #floors = new Map<number, number>();

  write(write: Write): Answer {
    const name = `${write.sessionSerial}/${write.sequence}/${write.idempotencyKey}`;
    const key = Buffer.from(write.operations[0]?.key ?? '').toString();
    const before = this.#done.get(name);
    const floor = Math.max(this.#floors.get(write.sessionSerial) ?? 0, write.lowestUnresolved);
    this.#floors.set(write.sessionSerial, floor);
    if (write.sequence < floor) return { result: { errorCode: 'ERR_INVALID_REQUEST', errorMessage: 'resolved' } };
    const count = before ?? (this.counts.get(key) ?? 0) + 1;
    if (before === undefined) this.counts.set(key, count);
    this.#done.set(name, count);
    return written(count, { integer: count });
  }
}

export type Node = number;
/** An answer in place of the usual one; `undefined`: none at all. */
export type Interfere = (node: Node, request: Request, peer: Peer) => Answer | undefined | 'usual';

interface Teardown {
  teardown(close: () => Promise<void>): void;
}

export class ScriptedCluster {
  readonly store = new Store();
  /** By group. */
  readonly leaders = new Map<number, Node>([
    [2, 1],
    [3, 2],
    [4, 3],
  ]);
  /** Those that the map has, with their addresses. */
  readonly mapped = new Map<Node, string>();
  interfere: Interfere = () => 'usual';
  readonly #servers = new Map<Node, ScriptedServer>();
  readonly #asked: { readonly node: Node; readonly key: string }[] = [];

  static async open(t: Teardown, nodes: readonly Node[] = [1, 2, 3]): Promise<ScriptedCluster> {
    const cluster = new ScriptedCluster();
    for (const node of nodes) await cluster.start(node);
    t.teardown(async () => {
      for (const server of cluster.#servers.values()) await server.close();
    });
    return cluster;
  }

  /** Starts the node, or starts it again at the address that it had. */
  async start(node: Node): Promise<void> {
    const before = this.mapped.get(node);
    const script = {
      node,
      map: () => this.#map(),
      request: (request: Request, peer: Peer) => this.#request(node, request, peer),
    };
    const server = await new ScriptedServer(script).listen(Number(before?.split(':')[1] ?? 0));
    this.#servers.set(node, server);
    this.mapped.set(node, server.address);
  }

  async kill(node: Node): Promise<void> {
    await this.node(node).close();
    this.#servers.delete(node);
  }

  node(node: Node): ScriptedServer {
    const server = this.#servers.get(node);
    if (server === undefined) throw new Error(`node ${node} does not run`);
    return server;
  }

  /** A client of the nodes in the order given; it ends with the test. */
  async connect(
    t: Teardown,
    nodes: readonly Node[],
    options: ConnectOptions = {},
    surroundings: Partial<Surroundings> = {},
  ): Promise<Client> {
    const client = await connect(
      nodes.map((node) => this.node(node).address),
      { ...PATIENT, ...options },
      surroundings,
    );
    t.teardown(() => client.close());
    return client;
  }

  /** Which nodes were asked for the key, in order. */
  askedFor(key: string): readonly Node[] {
    return this.#asked.filter((each) => each.key === key).map(({ node }) => node);
  }

  #map(): client.ClusterMap.$Properties {
    return {
      nodes: [...this.mapped].map(([node, clientAddress]) => ({ node, clientAddress })),
      dataGroups: GROUPS,
      groups: GROUPS.map((group) => ({ group, leaderNode: this.leaders.get(group) ?? 0 })),
    };
  }

  #request(node: Node, request: Request, peer: Peer): Answer | undefined {
    this.#asked.push({ node, key: keyText(request) });
    const interference = this.interfere(node, request, peer);
    if (interference !== 'usual') return interference;
    if (request.newSession != null) return { session: { stampMs: 5_000_000, serial: 99 } };
    const answer = request.write == null ? found({ key: 'of', value: node }) : this.store.write(request.write);
    const group = groupOf(keyText(request));
    const leader = this.leaders.get(group) ?? 0;
    return leader === 0 || leader === node ? answer : { ...answer, leader: { group, node: leader } };
  }
}
