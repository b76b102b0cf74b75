/** A gateway in a kernel under virtual time, with groups that do as the test says. */
import { type GatewayOptions, gatewayKind } from '../../../src/actors/gateway/gateway.js';
import type { GatewayMessage } from '../../../src/actors/gateway/protocol.js';
import { type GroupMessage, groupProtocol } from '../../../src/actors/raft/protocol.js';
import type { ActorKind, ActorRef } from '../../../src/runtime/actor/actor.js';
import { createKernel } from '../../../src/runtime/actor/create-kernel.js';
import type { Kernel, Port } from '../../../src/runtime/actor/kernel.js';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import { present } from '../../../src/runtime/base/assert.js';
import { byteKeyOfText } from '../../../src/runtime/base/byte-key.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/runtime/base/limits.js';
import { type apply, type Body, type client, command, decodeMessage } from '../../../src/runtime/base/proto.js';
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

/** A message that reached a group. */
export interface Seen {
  readonly group: number;
  readonly request: number;
  readonly command: Command | undefined;
  readonly query: Body<apply.Query.$Properties> | undefined;
}

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
  readonly responses: Response[] = [];
  /** Messages that carried the responses. */
  envelopes = 0;
  /** What the metadata group holds. While it is silent, it answers nothing. */
  readonly collections = new Set<string>(['things']);
  isMetadataSilent = false;
  /** What the next lists are, instead of what it holds. */
  readonly listings: string[][] = [];
  readonly #client: Port;
  readonly #groups: Port;
  #nextId = 1;

  constructor(limits: Partial<Limits> = {}, groupsUp: readonly number[] = [METADATA, ...DATA_GROUPS]) {
    const options: GatewayOptions = {
      limits: { ...DEFAULT_LIMITS, ...limits },
      dataGroups: DATA_GROUPS,
      metadataGroup: METADATA,
      clusterId: CLUSTER_ID,
      nodes: [1],
      membersOf: () => [{ replica: 1, node: 1 }],
    };
    const group: ActorKind<GroupMessage> = {
      kind: 'group',
      protocol: groupProtocol,
      create: (instance) => ({ receive: (message) => this.#see(instance, message) }),
    };
    this.kernel = createKernel({
      node: 1,
      bootBase: 0,
      kinds: [gatewayKind(options), group] as unknown as readonly ActorKind[],
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
    for (const instance of groupsUp) this.startGroup(instance);
    this.gateway = this.kernel.spawn('gateway', 0) as ActorRef<GatewayMessage>;
    this.time.runFor(1);
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
    const { request, group } = seen;
    const result =
      answer.result === undefined
        ? undefined
        : { errorCode: '', errorMessage: '', operations: [], replayed: false, logClockMs: 0, ...answer.result };
    const answers = [{ request, result, items: answer.items }];
    this.#groups.send(this.gateway, { type: 'answers', body: { group, answers } });
    this.run();
  }

  refuse(seen: Seen, errorCode: string, leaderNode = 0): void {
    const { request, group } = seen;
    const body = { group, requests: [request], errorCode, errorMessage: `refused: ${errorCode}`, leaderNode };
    this.#groups.send(this.gateway, { type: 'refused', body });
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

  #see(group: number, message: GroupMessage): void {
    if (message.type === 'propose') {
      const decoded = decodeMessage(command.Command, message.body.command);
      this.#take({ group, request: message.body.request, command: decoded, query: undefined });
    } else if (message.type === 'query' && message.body.query != null) {
      const { query } = message.body;
      this.#take({ group, request: query.request, command: undefined, query });
    }
  }

  #take(seen: Seen): void {
    if (seen.group !== METADATA) {
      this.seen.push(seen);
      return;
    }
    if (this.isMetadataSilent) return;
    const { command: write } = seen;
    const answers = [{ request: seen.request, result: write === undefined ? undefined : this.#create(write) }];
    const items = write === undefined ? this.#list(seen) : undefined;
    const body = { group: METADATA, answers: answers.map((answer) => ({ ...answer, items })) };
    this.#groups.send(this.gateway, { type: 'answers', body });
  }

  #create(write: Command): Body<command.Result.$Properties> {
    const name = text(write.operations[0]?.key ?? bytes(''));
    const exists = this.collections.has(name);
    this.collections.add(name);
    const errorCode = exists ? 'ERR_REVISION_MISMATCH' : '';
    return { errorCode, errorMessage: errorCode, operations: [], replayed: false, logClockMs: 0 };
  }

  #list({ query }: Seen): Items {
    const { from = bytes(''), limit = 0, after = false } = query?.scan ?? {};
    const names = (this.listings.shift() ?? [...this.collections])
      .sort()
      .filter((name) => (after ? name > text(from) : name >= text(from)));
    return page(names.slice(0, limit), names.length > limit);
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
