/**
 * A gateway in a kernel under virtual time, with groups, links and other nodes that do as the test says. The gateway is on
 * node 1.
 */
import { type GatewayOptions, gatewayKind } from '../../../src/actors/gateway/gateway.js';
import type { GatewayMessage } from '../../../src/actors/gateway/protocol.js';
import { type PeerLinkMessage, peerLinkProtocol } from '../../../src/actors/peer-link/protocol.js';
import { type GroupMessage, groupProtocol } from '../../../src/actors/raft/protocol.js';
import type { ActorKind, ActorRef } from '../../../src/runtime/actor/actor.js';
import { createKernel } from '../../../src/runtime/actor/create-kernel.js';
import { bounceOf, type Envelope } from '../../../src/runtime/actor/envelope.js';
import type { Kernel, Port } from '../../../src/runtime/actor/kernel.js';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import { present } from '../../../src/runtime/base/assert.js';
import { byteKeyOfText } from '../../../src/runtime/base/byte-key.js';
import { type ErrorCode, QuorateError } from '../../../src/runtime/base/errors.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/runtime/base/limits.js';
import {
  type apply,
  type Body,
  type client,
  command,
  decodeMessage,
  group as groupProto,
  peer,
} from '../../../src/runtime/base/proto.js';
import { sessionTagOf } from '../../../src/runtime/base/session-tag.js';
import { rendezvousMap, vshardOf } from '../../../src/runtime/base/vshard.js';
import { VirtualTime } from '../../../src/runtime/sim/virtual-time.js';

export type Request = Body<client.Request.$Properties>;
export type Response = Body<client.Response.$Properties>;
export type Command = Body<command.Command.$Properties>;
export type Items = Body<apply.Items.$Properties>;

export const CLUSTER_ID = 'c0ffee';
export const METADATA = 1;
export const DATA_GROUPS = [2, 3];
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
export const text = (value: Uint8Array): string => new TextDecoder().decode(value);

/** A serial of a session that this cluster could have issued. */
export const serialOf = (chance: number): number => sessionTagOf(CLUSTER_ID) * 2 ** 32 + chance;

/** The data group that owns the key. */
export function ownerOf(collection: string, key: string): number {
  return present(rendezvousMap(DATA_GROUPS)[vshardOf(byteKeyOfText(collection), byteKeyOfText(key))], 'owner');
}

/** A message that reached a group's replica on a node. */
export interface Seen {
  readonly group: number;
  readonly node: number;
  readonly request: number;
  readonly command: Command | undefined;
  readonly query: Body<apply.Query.$Properties> | undefined;
  readonly isLocalRead: boolean;
  /** As it left for another node. */
  readonly envelope: Envelope | undefined;
}

/** Which nodes there are, and which of them have replicas of the data groups. */
export interface Layout {
  readonly nodes: readonly number[];
  readonly replicas: readonly number[];
}

export const ONE_NODE: Layout = { nodes: [1], replicas: [1] };
export const THREE_NODES: Layout = { nodes: [1, 2, 3], replicas: [1, 2, 3] };
/** Nothing lives where the gateway is. */
export const ELSEWHERE: Layout = { nodes: [1, 2, 3, 4], replicas: [2, 3, 4] };

export const page = (keys: readonly string[], more = false, code = ''): Items => ({
  items: keys.map((key, at) => ({
    key: bytes(key),
    kind: 1,
    value: bytes(`"${key}"`),
    revision: at + 1,
    expiresAtMs: 0,
  })),
  more,
  logClockMs: 0,
  errorCode: code,
  errorMessage: code,
});

export class GatewayWorld {
  readonly time = new VirtualTime();
  readonly kernel: Kernel;
  readonly gateway: ActorRef<GatewayMessage>;
  readonly seen: Seen[] = [];
  /** Nodes whose links the gateway has asked to be told. */
  readonly followed: number[] = [];
  readonly responses: Response[] = [];
  /** Messages that carried the responses. */
  envelopes = 0;
  /** What the metadata group holds. While it is silent, it answers nothing. */
  readonly collections = new Set<string>(['things']);
  isMetadataSilent = false;
  /** Sessions that it finds too old, by their serials. */
  readonly expired = new Set<number>();
  readonly metadata: Seen[] = [];
  /** What the next lists are, instead of what it holds. */
  readonly listings: string[][] = [];
  readonly #client: Port;
  readonly #groups: Port;
  /** Of the metadata group. */
  readonly #logClockMs: number;
  #nextId = 1;

  constructor(
    limits: Partial<Limits> = {},
    groupsUp: readonly number[] = [METADATA, ...DATA_GROUPS],
    layout: Layout = ONE_NODE,
    logClockMs = 0,
  ) {
    this.#logClockMs = logClockMs;
    const { nodes, replicas } = layout;
    const options: GatewayOptions = {
      limits: { ...DEFAULT_LIMITS, ...limits },
      dataGroups: DATA_GROUPS,
      metadataGroup: METADATA,
      clusterId: CLUSTER_ID,
      nodes,
      membersOf: () => replicas.map((node, at) => ({ replica: at + 1, node })),
    };
    const group: ActorKind<GroupMessage> = {
      kind: 'group',
      protocol: groupProtocol,
      create: (instance) => ({ receive: (message) => this.#see({ group: instance, node: 1 }, message) }),
    };
    this.kernel = createKernel({
      node: 1,
      bootBase: 0,
      kinds: [gatewayKind(options), group, this.#linkKind()] as unknown as readonly ActorKind[],
      environment: this.time.environment(7),
      uplink: { forward: () => {}, publish: () => {}, escalate: () => {} },
      supervision: SUPERVISION,
    });
    this.#groups = this.kernel.openPort(1, () => {});
    this.#client = this.kernel.openPort(2, (envelopes) => {
      for (const { message } of envelopes) {
        const received = message as GatewayMessage | undefined;
        if (received?.type !== 'responses') continue;
        this.envelopes += 1;
        this.responses.push(...received.body.responses);
      }
    });
    if (replicas.includes(1)) for (const instance of groupsUp) this.startGroup(instance);
    for (const node of nodes) if (node !== 1) this.kernel.spawn('peer-link', node);
    this.gateway = this.kernel.spawn('gateway', 0) as ActorRef<GatewayMessage>;
    this.time.runFor(1);
    for (const node of nodes) if (node !== 1) this.connect(node);
  }

  /** A link that tells of its node what the test says. */
  #linkKind(): ActorKind<PeerLinkMessage> {
    return {
      kind: 'peer-link',
      protocol: peerLinkProtocol,
      create: (node) => ({
        receive: ({ type }) => {
          if (type === 'follow') this.followed.push(node);
        },
        onRelay: (envelope) => {
          const { to, message } = envelope;
          if (to.kind !== 'group' || message === undefined) return;
          this.#see({ group: to.instance, node, envelope }, message as GroupMessage);
        },
      }),
    };
  }

  connect(node: number, boot = 1): void {
    this.#tell(node, peer.Presence.CONNECTED, boot);
  }

  lose(node: number, presence: peer.Presence = peer.Presence.LOST): void {
    this.#tell(node, presence, 1);
  }

  #tell(node: number, presence: peer.Presence, boot: number): void {
    const addresses = { client: `127.0.0.${node}:7400`, http: `127.0.0.${node}:7480` };
    const body = { node, presence, boot, addresses, campaignDelayMs: 0 };
    this.#groups.send(this.gateway, { type: 'peerState', body });
    this.run();
  }

  advertise(client: string, http: string): void {
    this.#groups.send(this.gateway, { type: 'advertise', body: { addresses: { client, http } } });
  }

  /** The message to another node comes back. */
  bounce({ envelope }: Seen, code: ErrorCode): void {
    const bounced = envelope === undefined ? undefined : bounceOf(envelope, true, new QuorateError(code, 'bounced'));
    this.kernel.deliver([present(bounced, 'a message that comes back')]);
    this.run();
  }

  startGroup(instance: number): void {
    this.kernel.spawn('group', instance);
  }

  stopGroup(instance: number): void {
    this.kernel.stop({ node: 1, kind: 'group', instance });
  }

  /** It has crashed too often. */
  spendGroup(instance: number): void {
    this.kernel.peer({ node: 1, kind: 'group', instance }, { state: 'down', boot: 2 ** 20, spent: 'a defect' });
    this.time.runFor(0);
  }

  /** Sends a request; its id. */
  send(request: Partial<Request>): number {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#client.send(this.gateway, { type: 'request', body: { id, deadlineMs: 0, consistency: 0, ...request } });
    return id;
  }

  sendAll(requests: readonly Partial<Request>[]): void {
    const bodies = requests.map((request) => {
      const id = this.#nextId;
      this.#nextId += 1;
      return { id, deadlineMs: 0, consistency: 0, ...request };
    });
    this.#client.send(this.gateway, { type: 'requests', body: { requests: bodies } });
  }

  /** Lets what is due now happen. */
  run(ms = 0): void {
    this.time.runFor(ms);
  }

  /** What the data groups were sent, since the last call. */
  takeSeen(): readonly Seen[] {
    return this.seen.splice(0);
  }

  /** The one message that a data group was sent. */
  only(): Seen {
    const all = this.takeSeen();
    if (all.length !== 1) throw new Error(`expected one message to a group, not ${all.length}`);
    return present(all[0], 'message');
  }

  answer(seen: Seen, answer: { result?: Partial<Body<command.Result.$Properties>>; items?: Items }): void {
    const { request } = seen;
    const result =
      answer.result === undefined
        ? undefined
        : { errorCode: '', errorMessage: '', operations: [], replayed: false, logClockMs: 0, ...answer.result };
    const answers = [{ request, result, items: answer.items }];
    this.#say(seen, 'applier', { type: 'answers', body: { group: seen.group, answers } });
  }

  refuse(seen: Seen, errorCode: string, leaderNode = 0): void {
    const { request, group } = seen;
    const body = { group, requests: [request], errorCode, errorMessage: `refused: ${errorCode}`, leaderNode };
    this.#say(seen, 'group', { type: 'refused', body });
  }

  /** What somebody on the node that saw the message says to the gateway. */
  #say({ node, group }: Seen, kind: string, message: GatewayMessage): void {
    const from = { node, kind, instance: group };
    const ends = { to: this.gateway, toBoot: 0, from, fromBoot: 0 };
    this.kernel.deliver([{ ...ends, ask: 0, isAnswer: false, message, failure: undefined }]);
    this.run();
  }

  /** The responses to a request: there must never be more than one. */
  responsesTo(id: number): readonly Response[] {
    return this.responses.filter((response) => response.id === id);
  }

  /** The code of the failure that the request was answered with. */
  failureOf(id: number): string | undefined {
    return this.responsesTo(id)[0]?.failure?.code;
  }

  detailsOf(id: number): Record<string, unknown> {
    return JSON.parse(this.responsesTo(id)[0]?.failure?.detailsJson ?? '{}') as Record<string, unknown>;
  }

  #see(place: Pick<Seen, 'group' | 'node'> & Partial<Seen>, message: GroupMessage): void {
    const nothing = { command: undefined, query: undefined, isLocalRead: false, envelope: undefined };
    if (message.type === 'propose') {
      const { request, command: bytes } = message.body;
      this.#take({ ...nothing, ...place, request, command: decodeMessage(command.Command, bytes) });
    } else if (message.type === 'query' && message.body.query != null) {
      const { query, consistency } = message.body;
      const isLocalRead = consistency === groupProto.Consistency.LOCAL;
      this.#take({ ...nothing, ...place, request: query.request, query, isLocalRead });
    }
  }

  #take(seen: Seen): void {
    if (seen.group !== METADATA) {
      this.seen.push(seen);
      return;
    }
    if (this.isMetadataSilent) return;
    this.metadata.push(seen);
    const { command: write } = seen;
    const result = write === undefined ? undefined : this.#create(write);
    const items = write === undefined ? this.#list(seen) : undefined;
    const answers = [{ request: seen.request, result, items }];
    const { node } = seen;
    const ends = { to: this.gateway, toBoot: 0, from: { node, kind: 'applier', instance: METADATA }, fromBoot: 0 };
    const message: GatewayMessage = { type: 'answers', body: { group: METADATA, answers } };
    this.kernel.deliver([{ ...ends, ask: 0, isAnswer: false, message, failure: undefined }]);
  }

  #create(write: Command): Body<command.Result.$Properties> {
    const name = text(write.operations[0]?.key ?? bytes(''));
    const exists = this.collections.has(name);
    const isExpired = this.expired.has(write.sessionSerial);
    if (!isExpired) this.collections.add(name);
    const errorCode = isExpired ? 'ERR_SESSION_EXPIRED' : exists ? 'ERR_REVISION_MISMATCH' : '';
    return { errorCode, errorMessage: errorCode, operations: [], replayed: false, logClockMs: 0 };
  }

  #list({ query }: Seen): Items {
    const { from = bytes(''), limit = 0, after = false } = query?.scan ?? {};
    const names = (this.listings.shift() ?? [...this.collections])
      .sort()
      .filter((name) => (after ? name > text(from) : name >= text(from)));
    return { ...page(names.slice(0, limit), names.length > limit), logClockMs: this.#logClockMs };
  }
}

/** A write of one deletion. */
export function deletion(key: string, collection: string): { readonly write: Body<client.Write.$Properties> } {
  const { write } = put(key, { collection });
  return { write: { ...write, operations: write.operations.map((each) => ({ ...each, put: null, delete: {} })) } };
}

/** A write of one put. */
export function put(
  key: string,
  options: { collection?: string } & Partial<Body<client.Write.$Properties>> = {},
): {
  readonly write: Body<client.Write.$Properties>;
} {
  const { collection = 'things', ...write } = options;
  const operation = {
    collection: bytes(collection),
    key: bytes(key),
    precondition: command.Precondition.NONE,
    expectedRevision: 0,
    put: { kind: command.ItemKind.JSON, value: bytes('1'), timeToLiveMs: 0 },
  };
  return {
    write: {
      sessionStampMs: 0,
      sessionSerial: 0,
      sequence: 0,
      lowestUnresolved: 0,
      idempotencyKey: '',
      operations: [operation],
      ...write,
    },
  };
}

export function get(key: string, collection = 'things'): Pick<Request, 'get'> {
  return { get: { collection: bytes(collection), key: bytes(key) } };
}

export function scan(from: string, to: string, limit = 0): Pick<Request, 'scan'> {
  const range = { from: bytes(from), to: bytes(to), after: false, vshards: [], limit, keysOnly: false };
  return { scan: { collection: bytes('things'), ...range } };
}
