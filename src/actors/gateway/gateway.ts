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
 * - `writes.ts`, `sessions.ts`, `commands.ts`: how a write is named and encoded;
 * - `scans.ts`: pages of one group or of several;
 * - `routing.ts`, `merge.ts`, `validate.ts`: pure decisions;
 * - `callers.ts`, `answers.ts`: the way back.
 */
import type { Actor, ActorKind, ActorRef, PeerEvent } from '../../runtime/actor/actor.js';
import type { AnyMessage } from '../../runtime/actor/protocol.js';
import { RELAY_KIND } from '../../runtime/actor/routes.js';
import { unreachable } from '../../runtime/base/assert.js';
import { type ByteKey, byteKey } from '../../runtime/base/byte-key.js';
import { QuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import { type apply, type Body, type client, group, type peer } from '../../runtime/base/proto.js';
import { sessionTagOf } from '../../runtime/base/session-tag.js';
import type { GroupMember } from '../../runtime/base/topology.js';
import { vshardOf } from '../../runtime/base/vshard.js';
import type { PeerLinkMessage } from '../peer-link/protocol.js';
import type { GroupMessage } from '../raft/protocol.js';
import { Answers, Reply } from './answers.js';
import type { Context } from './call.js';
import { ReadCaller } from './callers.js';
import { Calls } from './calls.js';
import { Collections } from './collections.js';
import { CommandEncoder, type Write } from './commands.js';
import { Metadata } from './metadata.js';
import { Peers } from './peers.js';
import { type GatewayMessage, gatewayProtocol } from './protocol.js';
import { type Scan, ShardMap, slotOfWrite } from './routing.js';
import { itemsOf, Scans } from './scans.js';
import { Sessions } from './sessions.js';
import { Targets } from './targets.js';
import { validateConsistency, validateGet, validateScan, validateWrite } from './validate.js';
import { Writes } from './writes.js';

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

const TICK: GatewayMessage = { type: 'tick', body: {} };
const FOLLOW: PeerLinkMessage = { type: 'follow', body: {} };
/** What a call occupies besides its command. */
const CALL_BYTES = 512;

class Gateway implements Actor<GatewayMessage> {
  readonly #limits: Limits;
  readonly #groups: readonly number[];
  readonly #map: ShardMap;
  readonly #tag: number;
  readonly #encoder = new CommandEncoder();
  readonly #answers = new Answers();
  readonly #sessions: Sessions;
  readonly #collections: Collections;
  readonly #peers: Peers;
  readonly #targets: Targets;
  readonly #calls: Calls;
  readonly #writes: Writes;
  readonly #scans: Scans;
  readonly #bytesMax: number;
  #timer: { readonly id: number; readonly atMs: number } | undefined;

  constructor(options: GatewayOptions) {
    const { limits, metadataGroup, dataGroups, nodes } = options;
    this.#limits = limits;
    this.#map = new ShardMap(dataGroups);
    this.#tag = sessionTagOf(options.clusterId);
    this.#sessions = new Sessions(limits, this.#tag);
    // Half of what the node admits: mailboxes and caches draw on the rest.
    this.#bytesMax = (limits.nodeBytesMax * limits.nodeBytesAdmission) / 2;
    this.#peers = new Peers(nodes);
    this.#groups = [metadataGroup, ...dataGroups];
    this.#targets = new Targets(this.#groups, options);
    this.#calls = new Calls(this.#targets);
    this.#writes = new Writes(this.#encoder, this.#map, this.#sessions, this.#calls);
    this.#scans = new Scans(limits, this.#map, this.#sessions, this.#calls);
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
      case 'led':
        this.#calls.led(message.body, ctx);
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
    else if (request.probe != null) this.#scans.probe(this.#groups, deadlineMs, reply, ctx);
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
      this.#writes.send(write, slot, deadlineMs, reply, ctx);
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
    const bounded = this.#scans.bounded(scan);
    const read = (later: Context): void => this.#scans.page(bounded, consistency, deadlineMs, reply, later);
    this.#whenKnown(byteKey(scan.collection), consistency, deadlineMs, reply, read, ctx);
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

  #clusterMap(): Body<client.ClusterMap.$Properties> {
    return {
      nodes: this.#peers.describe(),
      dataGroups: [...this.#map.groups].sort((a, b) => a - b),
      groups: this.#targets.describe(),
    };
  }
}

export function gatewayKind(options: GatewayOptions): ActorKind<GatewayMessage> {
  return { kind: 'gateway', protocol: gatewayProtocol, create: () => new Gateway(options) };
}
