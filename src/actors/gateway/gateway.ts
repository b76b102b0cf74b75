/**
 * Gateway: the actor through which clients reach the groups, of whatever node.
 *
 * It checks a request, finds the group that owns its slot, passes it to a replica that can serve it, here or on another
 * node, and answers it on the port it came from: exactly once, with what happened, with why it was refused, or with an
 * unknown outcome and the name to retry it under. It keeps nothing durable.
 *
 * - `calls.ts`, `call.ts`: what is with a group, attempts, deadlines;
 * - `targets.ts`, `peers.ts`: where replicas are, which can be reached, who leads;
 * - `names.ts`: the same write coming twice at once;
 * - `collections.ts`, `list-rounds.ts`, `metadata.ts`: which collections there are, and creating them;
 * - `sessions.ts`, `commands.ts`: how a write is named and encoded;
 * - `routing.ts`, `merge.ts`, `validate.ts`: pure decisions;
 * - `callers.ts`, `answers.ts`: the way back.
 */
import type { Actor, ActorKind, ActorRef, PeerEvent } from '../../runtime/actor/actor.js';
import type { AnyMessage } from '../../runtime/actor/protocol.js';
import { RELAY_KIND } from '../../runtime/actor/routes.js';
import { unreachable } from '../../runtime/base/assert.js';
import { type ByteKey, byteKey, bytesOfKey } from '../../runtime/base/byte-key.js';
import { QuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import { type apply, type Body, type client, command, group, type peer } from '../../runtime/base/proto.js';
import { sessionTagOf } from '../../runtime/base/session-tag.js';
import type { GroupMember } from '../../runtime/base/topology.js';
import { vshardOf } from '../../runtime/base/vshard.js';
import type { PeerLinkMessage } from '../peer-link/protocol.js';
import type { GroupMessage } from '../raft/protocol.js';
import { Answers, Reply } from './answers.js';
import type { Call, Context } from './call.js';
import { PageGatherer, ReadCaller, WriteCaller } from './callers.js';
import { Calls } from './calls.js';
import { Collections } from './collections.js';
import { CommandEncoder, type Write } from './commands.js';
import { compareBytes, type Items } from './merge.js';
import { COLLECTIONS, EMPTY_SCAN, Metadata } from './metadata.js';
import { Peers } from './peers.js';
import { type GatewayMessage, gatewayProtocol } from './protocol.js';
import { type Scan, ShardMap, slotOfScan, slotOfWrite } from './routing.js';
import { Sessions, type WriteName } from './sessions.js';
import { Targets } from './targets.js';
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

const NO_BYTES = new Uint8Array(0);
const TICK: GatewayMessage = { type: 'tick', body: {} };
const FOLLOW: PeerLinkMessage = { type: 'follow', body: {} };
/** What a call occupies besides its command. */
const CALL_BYTES = 512;
/** What an item of a page is taken to occupy, until it is there. */
const SCANNED_ITEM_BYTES = 1024;
/** See `shareOf`. */
const SHARE_MARGIN = 1.25;
const SHARE_MIN = 16;
/** A probe waits no longer for a group that nobody serves: longer than an election takes. */
const PROBE_MS = 1_000;

class Gateway implements Actor<GatewayMessage> {
  readonly #limits: Limits;
  readonly #metadataGroup: number;
  readonly #map: ShardMap;
  readonly #tag: number;
  readonly #encoder = new CommandEncoder();
  readonly #answers = new Answers();
  readonly #sessions: Sessions;
  readonly #collections: Collections;
  readonly #peers: Peers;
  readonly #targets: Targets;
  readonly #calls: Calls;
  readonly #bytesMax: number;
  #timer: { readonly id: number; readonly atMs: number } | undefined;

  constructor(options: GatewayOptions) {
    const { limits, metadataGroup, dataGroups, nodes } = options;
    this.#limits = limits;
    this.#metadataGroup = metadataGroup;
    this.#map = new ShardMap(dataGroups);
    this.#tag = sessionTagOf(options.clusterId);
    this.#sessions = new Sessions(limits, this.#tag);
    // Half of what the node admits: mailboxes and caches draw on the rest.
    this.#bytesMax = (limits.nodeBytesMax * limits.nodeBytesAdmission) / 2;
    this.#peers = new Peers(nodes);
    this.#targets = new Targets([metadataGroup, ...dataGroups], options);
    this.#calls = new Calls(this.#targets);
    const metadata = new Metadata({
      limits,
      sessions: this.#sessions,
      encoder: this.#encoder,
      start: (work, bytes, deadlineMs, caller, ctx) =>
        this.#calls.start(metadataGroup, work, bytes, deadlineMs, caller, ctx),
    });
    this.#collections = new Collections(metadata, limits.collectionsMax);
  }

  onStart(ctx: Context): void {
    const { node } = ctx.self;
    this.#calls.begin(ctx.boot);
    this.#targets.begin(node);
    for (const { local } of this.#targets.groups) if (local !== undefined) ctx.watch(local.ref);
    for (const link of this.#peers.begin(node)) ctx.watch(link);
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
        this.#peerState(message.body, ctx);
        break;
      case 'advertise':
        if (message.body.addresses != null) this.#peers.advertise(message.body.addresses);
        break;
      case 'responses':
        ctx.log.warn('a gateway takes no responses', { from: ctx.sender?.kind });
        break;
      default:
        unreachable(message);
    }
  }

  /** A link that comes up knows no followers; one that goes down takes with it what it had not sent. */
  onPeer(ref: ActorRef, event: PeerEvent, ctx: Context): void {
    const isUp = event.state === 'up';
    if (ref.kind === RELAY_KIND) {
      if (isUp) ctx.send(ref, FOLLOW);
      else if (this.#peers.lost(ref.instance)) this.#calls.nodeLost(ref.instance, ctx);
    } else if (isUp) {
      this.#calls.groupUp(ref, ctx);
    } else {
      this.#calls.groupDown(ref, event.spent, ctx);
    }
  }

  #peerState(state: Body<peer.PeerState.$Properties>, ctx: Context): void {
    const change = this.#peers.heard(state);
    if (change === 'lost' || change === 'renewed') this.#calls.nodeLost(state.node, ctx);
    if (change === 'connected' || change === 'renewed') this.#calls.nodeFound(state.node, ctx);
  }

  onRefused(to: ActorRef, message: AnyMessage, error: QuorateError, ctx: Context): void {
    if (to.kind === 'group') this.#calls.returned(to, message as GroupMessage, error, ctx);
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
    else if (request.map != null) reply.map(this.#clusterMap());
    else reply.failed(new QuorateError('ERR_INVALID_REQUEST', 'the request asks for nothing that a gateway does'));
  }

  #write(write: Write, deadlineMs: number, reply: Reply, ctx: Context): void {
    const newestMs = Math.max(ctx.now(), this.#sessions.logClockMs);
    const error = validateWrite(write, newestMs, this.#tag, this.#limits);
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
      this.#whenKnown(missing, group.Consistency.LINEARIZABLE, deadlineMs, reply, again, ctx);
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
    if (write.idempotencyKey !== '') {
      const { idempotencyKey } = write;
      const caller = new WriteCaller(reply, this.#sessions, { idempotencyKey });
      this.#propose(this.#encoder.encodeKeyed(write, slot), slot, deadlineMs, caller, ctx);
    } else if (write.sessionStampMs !== 0 || write.sessionSerial !== 0) {
      this.#sendNamed(write, slot, deadlineMs, reply, ctx);
    } else {
      const ticket = this.#sessions.acquire(ctx.now(), ctx.random());
      const caller = new WriteCaller(reply, this.#sessions, { ...ticket.name }, ticket);
      this.#propose(this.#encoder.encodeNamed(write, ticket.name, slot), slot, deadlineMs, caller, ctx);
    }
  }

  #propose(bytes: Uint8Array, slot: number, deadlineMs: number, caller: WriteCaller, ctx: Context): void {
    const work = { kind: 'write', command: bytes } as const;
    this.#calls.start(this.#map.groupOf(slot), work, bytes.length + CALL_BYTES, deadlineMs, caller, ctx);
  }

  /** The same write under the same name, while the first one is under way, has the first one's outcome. */
  #sendNamed(write: Write, slot: number, deadlineMs: number, reply: Reply, ctx: Context): void {
    const { sessionStampMs, sessionSerial, sequence, lowestUnresolved } = write;
    const name: WriteName = { sessionStampMs, sessionSerial, sequence, lowestUnresolved };
    const bytes = this.#encoder.encodeNamed(write, name, slot);
    const work = { kind: 'write', command: bytes, name } as const;
    const caller = new WriteCaller(reply, this.#sessions, { ...name });
    const size = bytes.length + CALL_BYTES;
    const first = this.#calls.named(name);
    if (first === undefined) {
      this.#calls.start(this.#map.groupOf(slot), work, size, deadlineMs, caller, ctx);
    } else if (this.#isSameWrite(first, write, slot)) {
      ctx.metrics.count('attached_requests');
      this.#calls.attach(first, work, size, deadlineMs, caller);
    } else {
      const what =
        'another write is under way under this session and sequence: every write needs a sequence of its own';
      reply.failed(new QuorateError('ERR_INVALID_REQUEST', what));
    }
  }

  /** A retry may carry another lowest unresolved sequence; all else must be equal. */
  #isSameWrite({ work }: Call, write: Write, slot: number): boolean {
    if (work.kind !== 'write' || work.name === undefined) return false;
    return compareBytes(work.command, this.#encoder.encodeNamed(write, work.name, slot)) === 0;
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
    this.#whenKnown(byteKey(get.collection), consistency, deadlineMs, reply, read, ctx);
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
    this.#whenKnown(byteKey(scan.collection), consistency, deadlineMs, reply, read, ctx);
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

  /**
   * Goes on when the collection exists; the list is read once more before the answer is that it does not. A read that
   * needs no majority finds the name without one, if a replica in reach has it.
   */
  #whenKnown(
    name: ByteKey,
    consistency: group.Consistency,
    deadlineMs: number,
    reply: Reply,
    goOn: (ctx: Context) => void,
    ctx: Context,
  ): void {
    if (this.#collections.has(name)) {
      goOn(ctx);
      return;
    }
    const failed = (error: QuorateError): void => reply.failed(error);
    const decide = (later: Context): void => {
      if (this.#collections.has(name)) {
        goOn(later);
      } else {
        const what = `there is no collection '${name}'; a first write to it creates it`;
        reply.failed(new QuorateError('ERR_UNKNOWN_COLLECTION', what));
      }
    };
    const refresh = (later: Context): void => {
      if (this.#collections.has(name)) goOn(later);
      else this.#collections.refresh({ deadlineMs, proceed: decide, failed }, later);
    };
    if (consistency === group.Consistency.LOCAL)
      this.#collections.glance({ deadlineMs, proceed: refresh, failed }, ctx);
    else refresh(ctx);
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
    const atMs = Math.min(deadlineMs, ctx.now() + PROBE_MS);
    this.#scanGroups(groups, scan, group.Consistency.LINEARIZABLE, atMs, answered, ctx);
  }

  #clusterMap(): Body<client.ClusterMap.$Properties> {
    return {
      nodes: this.#peers.describe(),
      dataGroups: [...this.#map.groups].sort((a, b) => a - b),
      groups: this.#targets.describe(),
    };
  }
}

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
