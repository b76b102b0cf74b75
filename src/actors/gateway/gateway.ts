/**
 * Gateway: the actor through which clients reach the groups.
 *
 * It checks a request, finds the group that owns its slot, passes it on, and answers it on the port it came from:
 * exactly once, with what happened, with why it was refused, or with an unknown outcome and the name to retry it under.
 * It keeps nothing durable. It does not reach groups on other nodes: it says which node leads instead.
 *
 * - `calls.ts`: what is with a group, attempts, deadlines;
 * - `collections.ts`: which collections there are, and creating them;
 * - `sessions.ts`, `commands.ts`: how a write is named and encoded;
 * - `routing.ts`, `merge.ts`, `validate.ts`: pure decisions;
 * - `callers.ts`, `answers.ts`: the way back.
 */
import type { Actor, ActorKind, ActorRef, PeerEvent } from '../../runtime/actor/actor.js';
import type { AnyMessage } from '../../runtime/actor/protocol.js';
import { unreachable } from '../../runtime/base/assert.js';
import { type ByteKey, byteKey, byteKeyOfText, bytesOfKey } from '../../runtime/base/byte-key.js';
import { QuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import { type apply, type Body, type client, command, group } from '../../runtime/base/proto.js';
import type { GroupMember } from '../../runtime/base/topology.js';
import { METADATA_VSHARD, vshardOf } from '../../runtime/base/vshard.js';
import type { GroupMessage } from '../raft/protocol.js';
import { Answers, Reply } from './answers.js';
import { LaneCaller, PageGatherer, ReadCaller, WriteCaller } from './callers.js';
import { type Caller, Calls, type Context } from './calls.js';
import { Collections } from './collections.js';
import { CommandEncoder, type Write } from './commands.js';
import type { Items } from './merge.js';
import { type GatewayMessage, gatewayProtocol } from './protocol.js';
import { type Scan, ShardMap, slotOfScan, slotOfWrite } from './routing.js';
import { Sessions } from './sessions.js';
import { validateConsistency, validateGet, validateScan, validateWrite } from './validate.js';

type Request = Body<client.Request.$Properties>;
type Get = Body<apply.Get.$Properties>;

export interface GatewayOptions {
  readonly limits: Limits;
  /** Sessions carry its tag. */
  readonly clusterId: string;
  /** Ids of the data groups; every gateway and every group's initial state must have the same. */
  readonly dataGroups: readonly number[];
  readonly metadataGroup: number;
  /** Every node of the cluster, this one included. */
  readonly nodes: readonly number[];
  /** Who has a replica of a group. */
  readonly membersOf: (group: number) => readonly GroupMember[];
}

const COLLECTIONS = bytesOfKey(byteKeyOfText('collections'));
const NO_BYTES = new Uint8Array(0);
const TICK: GatewayMessage = { type: 'tick', body: {} };
/** What a call occupies besides its command. */
const CALL_BYTES = 512;
/** What an item of a page is taken to occupy, until it is there. */
const SCANNED_ITEM_BYTES = 1024;
/** See `shareOf`. */
const SHARE_MARGIN = 1.25;
const SHARE_MIN = 16;

class Gateway implements Actor<GatewayMessage> {
  readonly #limits: Limits;
  readonly #metadataGroup: number;
  readonly #map: ShardMap;
  readonly #encoder = new CommandEncoder();
  readonly #answers = new Answers();
  readonly #sessions: Sessions;
  readonly #collections: Collections;
  readonly #bytesMax: number;
  #calls: Calls;
  #timer: { readonly id: number; readonly atMs: number } | undefined;

  constructor(options: GatewayOptions) {
    this.#limits = options.limits;
    this.#metadataGroup = options.metadataGroup;
    this.#map = new ShardMap(options.dataGroups);
    this.#sessions = new Sessions(options.limits);
    // Half of what the node admits: mailboxes and caches draw on the rest.
    this.#bytesMax = (options.limits.nodeBytesMax * options.limits.nodeBytesAdmission) / 2;
    this.#calls = new Calls([], 0, 0);
    this.#collections = new Collections(
      {
        create: (name, caller, ctx) => this.#createCollection(name, caller, ctx),
        list: (after, caller, ctx) => this.#listCollections(after, caller, ctx),
      },
      options.limits.collectionsMax,
    );
  }

  onStart(ctx: Context): void {
    this.#calls = new Calls([this.#metadataGroup, ...this.#map.groups], ctx.self.node, ctx.boot);
    for (const ref of this.#calls.refs()) ctx.watch(ref);
    this.#collections.warmUp(ctx);
  }

  receive(message: GatewayMessage, ctx: Context): void {
    switch (message.type) {
      case 'request':
        this.#request(message.body, ctx);
        break;
      case 'requests':
        for (const request of message.body.requests) this.#request(request, ctx);
        break;
      case 'answers':
        this.#calls.answered(message.body, ctx);
        break;
      case 'refused':
        this.#calls.refused(message.body, ctx);
        break;
      case 'tick':
        this.#timer = undefined;
        break;
      case 'peerState':
      case 'advertise':
      case 'responses':
        ctx.log.warn('a gateway takes no responses', { from: ctx.sender?.kind });
        break;
      default:
        unreachable(message);
    }
  }

  onPeer(ref: ActorRef, event: PeerEvent, ctx: Context): void {
    if (event.state === 'up') this.#calls.groupUp(ref, ctx);
    else this.#calls.groupDown(ref, event.spent, ctx);
  }

  onRefused(to: ActorRef, message: AnyMessage, error: QuorateError, ctx: Context): void {
    if (to.kind === 'group') this.#calls.returned(message as GroupMessage, error, ctx);
  }

  onBatchEnd(ctx: Context): void {
    this.#calls.sweep(ctx);
    this.#collections.sweep(ctx);
    this.#answers.flush(ctx);
    this.#setTimer(ctx);
    ctx.metrics.gauge('requests_in_flight', this.#calls.size);
  }

  /** One timer, for whatever is due first. */
  #setTimer(ctx: Context): void {
    const atMs = Math.min(this.#calls.dueAtMs, this.#collections.dueAtMs);
    if (atMs === Number.POSITIVE_INFINITY || (this.#timer !== undefined && this.#timer.atMs <= atMs)) return;
    if (this.#timer !== undefined) ctx.cancel(this.#timer.id);
    this.#timer = { id: ctx.after(Math.max(1, Math.ceil(atMs - ctx.now())), TICK), atMs };
  }

  #request(request: Request, ctx: Context): void {
    const { sender } = ctx;
    if (sender === undefined) return;
    const reply = new Reply(this.#answers.outboxOf(sender, ctx.senderBoot), request.id);
    if (
      this.#calls.size + this.#collections.waiting >= this.#limits.proposalsMax ||
      this.#calls.bytes > this.#bytesMax
    ) {
      ctx.metrics.count('refused_overloaded');
      reply.failed(
        new QuorateError('ERR_OVERLOADED', 'too many requests are in flight on this node; retry after a pause'),
      );
      return;
    }
    const { requestDeadlineMs, requestDeadlineMsMax } = this.#limits;
    const allowedMs = Math.min(request.deadlineMs || requestDeadlineMs, requestDeadlineMsMax);
    this.#route(request, ctx.now() + allowedMs, reply, ctx);
  }

  #route(request: Request, deadlineMs: number, reply: Reply, ctx: Context): void {
    const { write, get, scan, consistency } = request;
    if (write != null) {
      this.#write(write, deadlineMs, reply, ctx);
      return;
    }
    const misread = validateConsistency(consistency);
    if (misread !== undefined) reply.failed(misread);
    else if (get != null) this.#get(get, consistency, deadlineMs, reply, ctx);
    else if (scan != null) this.#scan(scan, consistency, deadlineMs, reply, ctx);
    else if (request.newSession != null) reply.session(this.#sessions.issue(ctx.now(), ctx.random()));
    else if (request.listCollections != null) this.#answerCollections(deadlineMs, reply, ctx);
    else if (request.probe != null) this.#probe(deadlineMs, reply, ctx);
    else reply.failed(new QuorateError('ERR_INVALID_REQUEST', 'the request asks for nothing that a gateway does'));
  }

  #write(write: Write, deadlineMs: number, reply: Reply, ctx: Context): void {
    const newestMs = Math.max(ctx.now(), this.#sessions.logClockMs);
    const error = validateWrite(write, newestMs, this.#limits);
    if (error !== undefined) {
      reply.failed(error);
      return;
    }
    const slot = slotOfWrite(write.operations);
    if (typeof slot !== 'number') {
      reply.failed(slot);
      return;
    }
    const missing = this.#unknownCollection(write);
    if (missing === undefined) {
      this.#send(write, slot, deadlineMs, reply, ctx);
      return;
    }
    const again = (later: Context): void => this.#write(write, deadlineMs, reply, later);
    // A misspelt name must not come into being by what was to be deleted from it.
    if (write.operations.every((operation) => operation.delete != null)) {
      this.#whenKnown(missing, deadlineMs, reply, again, ctx);
      return;
    }
    this.#collections.create(missing, { deadlineMs, proceed: again, failed: (why) => reply.failed(why) }, ctx);
  }

  /** Operations in one slot are in one collection, but for collisions: each has to exist. */
  #unknownCollection(write: Write): ByteKey | undefined {
    for (const { collection } of write.operations) {
      const name = byteKey(collection);
      if (!this.#collections.has(name)) return name;
    }
    return undefined;
  }

  /** Names the write, unless its client has, and proposes it. */
  #send(write: Write, slot: number, deadlineMs: number, reply: Reply, ctx: Context): void {
    let bytes: Uint8Array;
    let caller: WriteCaller;
    if (write.idempotencyKey !== '') {
      bytes = this.#encoder.encodeKeyed(write, slot);
      caller = new WriteCaller(reply, this.#sessions, { idempotencyKey: write.idempotencyKey });
    } else if (write.sessionStampMs !== 0 || write.sessionSerial !== 0) {
      const { sessionStampMs, sessionSerial, sequence, lowestUnresolved } = write;
      bytes = this.#encoder.encodeNamed(write, write, slot);
      caller = new WriteCaller(reply, this.#sessions, { sessionStampMs, sessionSerial, sequence, lowestUnresolved });
    } else {
      const ticket = this.#sessions.acquire(ctx.now(), ctx.random());
      bytes = this.#encoder.encodeNamed(write, ticket.name, slot);
      caller = new WriteCaller(reply, this.#sessions, { ...ticket.name }, ticket);
    }
    const work = { kind: 'write', command: bytes } as const;
    this.#calls.start(this.#map.groupOf(slot), work, bytes.length + CALL_BYTES, deadlineMs, caller, ctx);
  }

  #get(get: Get, consistency: group.Consistency, deadlineMs: number, reply: Reply, ctx: Context): void {
    const error = validateGet(get, this.#limits);
    if (error !== undefined) {
      reply.failed(error);
      return;
    }
    const read = (later: Context): void => {
      const groupId = this.#map.groupOf(vshardOf(byteKey(get.collection), byteKey(get.key)));
      const work = { kind: 'read', consistency, get } as const;
      this.#calls.start(groupId, work, CALL_BYTES, deadlineMs, new ReadCaller(reply, this.#sessions), later);
    };
    this.#whenKnown(byteKey(get.collection), deadlineMs, reply, read, ctx);
  }

  #scan(scan: Scan, consistency: group.Consistency, deadlineMs: number, reply: Reply, ctx: Context): void {
    const error = validateScan(scan, this.#limits);
    if (error !== undefined) {
      reply.failed(error);
      return;
    }
    const { scanPageItemsMax } = this.#limits;
    const bounded: Scan = { ...plainScan(scan), limit: Math.min(scan.limit || scanPageItemsMax, scanPageItemsMax) };
    const read = (later: Context): void => {
      const slot = slotOfScan(bounded);
      if (slot === undefined) {
        this.#scanGroups(this.#map.groups, bounded, consistency, deadlineMs, reply, later);
      } else {
        const within = { ...bounded, vshards: [slot] };
        this.#scanGroups([this.#map.groupOf(slot)], within, consistency, deadlineMs, reply, later);
      }
    };
    this.#whenKnown(byteKey(scan.collection), deadlineMs, reply, read, ctx);
  }

  #scanGroups(
    groups: readonly number[],
    scan: Scan,
    consistency: group.Consistency,
    deadlineMs: number,
    reply: Pick<Reply, 'items' | 'failed'>,
    ctx: Context,
  ): void {
    const { scanPageBytesMax } = this.#limits;
    const target = groups.length === 1 ? reply : new PageGatherer(reply, groups.length, scan.limit, scanPageBytesMax);
    const part: Scan = { ...scan, limit: shareOf(scan.limit, groups.length) };
    const bytes = CALL_BYTES + Math.min(scanPageBytesMax, part.limit * SCANNED_ITEM_BYTES);
    const caller = new ReadCaller(target, this.#sessions);
    for (const groupId of groups) {
      this.#calls.start(groupId, { kind: 'scan', consistency, scan: part }, bytes, deadlineMs, caller, ctx);
    }
  }

  /** Reads when the collection exists; the list is read once more before the answer is that it does not. */
  #whenKnown(name: ByteKey, deadlineMs: number, reply: Reply, read: (ctx: Context) => void, ctx: Context): void {
    if (this.#collections.has(name)) {
      read(ctx);
      return;
    }
    const proceed = (later: Context): void => {
      if (this.#collections.has(name)) {
        read(later);
      } else {
        const what = `there is no collection '${name}'; a first write to it creates it`;
        reply.failed(new QuorateError('ERR_UNKNOWN_COLLECTION', what));
      }
    };
    this.#collections.refresh({ deadlineMs, proceed, failed: (error) => reply.failed(error) }, ctx);
  }

  #answerCollections(deadlineMs: number, reply: Reply, ctx: Context): void {
    const proceed = (): void => reply.items(itemsOf(this.#collections.names()));
    this.#collections.refresh({ deadlineMs, proceed, failed: (error) => reply.failed(error) }, ctx);
  }

  /** A linearizable read of every group: when all are served, the node is ready. */
  #probe(deadlineMs: number, reply: Reply, ctx: Context): void {
    const groups = [this.#metadataGroup, ...this.#map.groups];
    const scan: Scan = { ...EMPTY_SCAN, collection: COLLECTIONS, limit: 1, keysOnly: true };
    const answered = { items: () => reply.items(itemsOf([])), failed: (error: QuorateError) => reply.failed(error) };
    this.#scanGroups(groups, scan, group.Consistency.LINEARIZABLE, deadlineMs, answered, ctx);
  }

  #createCollection(name: ByteKey, caller: Caller, ctx: Context): void {
    const key = bytesOfKey(name);
    const value = new TextEncoder().encode(JSON.stringify({ name }));
    const put = { kind: command.ItemKind.JSON, value, timeToLiveMs: 0 };
    const precondition = command.Precondition.ABSENT;
    const operations = [{ ...NO_OPERATION, collection: COLLECTIONS, key, precondition, put }];
    const ticket = this.#sessions.acquire(ctx.now(), ctx.random());
    const bytes = this.#encoder.encodeNamed({ ...NO_WRITE, operations }, ticket.name, METADATA_VSHARD);
    const deadlineMs = ctx.now() + this.#limits.requestDeadlineMs;
    const own = new LaneCaller(caller, this.#sessions, ticket);
    this.#calls.start(this.#metadataGroup, { kind: 'write', command: bytes }, bytes.length, deadlineMs, own, ctx);
  }

  #listCollections(after: Uint8Array, caller: Caller, ctx: Context): void {
    const limit = this.#limits.scanPageItemsMax;
    const isFirst = after.length === 0;
    const range = { from: after, after: !isFirst, vshards: [METADATA_VSHARD], limit, keysOnly: true };
    const scan: Scan = { ...EMPTY_SCAN, collection: COLLECTIONS, ...range };
    const deadlineMs = ctx.now() + this.#limits.requestDeadlineMs;
    const consistency = group.Consistency.LINEARIZABLE;
    this.#calls.start(this.#metadataGroup, { kind: 'scan', consistency, scan }, CALL_BYTES, deadlineMs, caller, ctx);
  }
}

const NO_OPERATION = {
  collection: NO_BYTES,
  key: NO_BYTES,
  precondition: command.Precondition.NONE,
  expectedRevision: 0,
};

const NO_WRITE = {
  sessionStampMs: 0,
  sessionSerial: 0,
  sequence: 0,
  lowestUnresolved: 0,
  idempotencyKey: '',
};

const EMPTY_SCAN: Scan = {
  collection: NO_BYTES,
  from: NO_BYTES,
  to: NO_BYTES,
  after: false,
  vshards: [],
  limit: 0,
  keysOnly: false,
};

/**
 * What one of several groups is asked for, of a page of `limit`. Keys are spread evenly, so a share and a bit more of it
 * fills the page nearly always; a page that ends earlier says that the range goes on, like any other.
 */
function shareOf(limit: number, groups: number): number {
  return Math.min(limit, Math.ceil((limit / groups) * SHARE_MARGIN) + SHARE_MIN);
}

/** The scan with all its fields its own: those of a decoded message that are zero are not, and would not be copied. */
function plainScan(scan: Scan): Scan {
  const { collection, from, to, after, limit, keysOnly } = scan;
  return { collection, from, to, after, limit, keysOnly, vshards: [] };
}

/** Items that are nothing but keys. */
function itemsOf(names: readonly ByteKey[]): Items {
  const items = names.map((name) => ({
    key: bytesOfKey(name),
    kind: command.ItemKind.BYTES,
    value: NO_BYTES,
    revision: 0,
    expiresAtMs: 0,
  }));
  return { items, more: false, logClockMs: 0, errorCode: '', errorMessage: '' };
}

export function gatewayKind(options: GatewayOptions): ActorKind<GatewayMessage> {
  return { kind: 'gateway', protocol: gatewayProtocol, create: () => new Gateway(options) };
}
