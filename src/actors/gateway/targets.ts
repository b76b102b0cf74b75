/**
 * Targets: where the replicas of each group are, which of them can be reached, who leads, and which one a request goes
 * to. All of it is a hint: a replica that cannot serve a request refuses it and says who can.
 */
import type { ActorRef } from '../../runtime/actor/actor.js';
import { present } from '../../runtime/base/assert.js';
import { QuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import { type Body, type client, group } from '../../runtime/base/proto.js';
import type { GroupMember } from '../../runtime/base/topology.js';
import type { GroupMessage } from '../raft/protocol.js';
import type { Call, LeaderHint } from './call.js';

type MapGroup = Body<client.MapGroup.$Properties>;
type TargetLimits = Pick<Limits, 'mailboxMessagesMax' | 'peerOutboxBytesMax'>;

/** Another node takes no more than this fraction of what its link has room for: groups speak through it too. */
const SHARE_OF_LINK = 0.5;

export class TargetNode {
  readonly id: number;
  /** Given to calls that find no room. */
  readonly full: QuorateError;
  readonly #inFlightMax: number;
  readonly #bytesMax: number;
  #inFlight = 0;
  #bytes = 0;

  constructor(id: number, limits: TargetLimits) {
    this.id = id;
    this.full = new QuorateError('ERR_OVERLOADED', `too much is on its way to node ${id}; retry after a pause`);
    this.#inFlightMax = limits.mailboxMessagesMax * SHARE_OF_LINK;
    this.#bytesMax = limits.peerOutboxBytesMax * SHARE_OF_LINK;
  }

  /** One request finds room, however large. */
  hasRoomFor(bytes: number): boolean {
    if (this.#inFlight === 0) return true;
    return this.#inFlight < this.#inFlightMax && this.#bytes + bytes <= this.#bytesMax;
  }

  take(bytes: number): void {
    this.#inFlight += 1;
    this.#bytes += bytes;
  }

  release(bytes: number): void {
    this.#inFlight -= 1;
    this.#bytes -= bytes;
  }
}

/** A group's replica on one node. */
export class Member {
  readonly node: TargetNode;
  readonly ref: ActorRef<GroupMessage>;
  /** Here: the actor runs. Elsewhere: there is a connection to its node. */
  isUp = false;
  /** Why the replica is stopped on its node, when it is. */
  stopped: QuorateError | undefined = undefined;

  constructor(node: TargetNode, group: number) {
    this.node = node;
    this.ref = Object.freeze({ node: node.id, kind: 'group', instance: group });
  }

  get isUsable(): boolean {
    return this.isUp && this.stopped === undefined;
  }
}

export class TargetGroup {
  readonly id: number;
  readonly members: readonly Member[];
  /** Calls that wait for somebody to serve the group. */
  stranded = 0;
  /** Until then the replica here is no place for linearizable reads, if the leader can be asked. */
  isBehindUntilMs = 0;
  /** Set when another node leads. */
  hint: LeaderHint | undefined = undefined;
  #local: Member | undefined = undefined;
  #leader: Member | undefined = undefined;
  #turn = 0;

  constructor(id: number, members: readonly Member[]) {
    this.id = id;
    this.members = members;
  }

  begin(here: number): void {
    this.#local = this.memberOn(here);
  }

  get local(): Member | undefined {
    return this.#local;
  }

  get leader(): Member | undefined {
    return this.#leader;
  }

  memberOn(node: number): Member | undefined {
    return this.members.find((member) => member.node.id === node);
  }

  /** The node is said to lead. True when that is news, and it can be reached. */
  isLedBy(node: number): boolean {
    if (this.#leader?.node.id === node) return false;
    const member = this.memberOn(node);
    if (member?.isUsable !== true) return false;
    this.#leader = member;
    this.hint = member === this.#local ? undefined : { group: this.id, node };
    return true;
  }

  isNotLedBy(node: number): void {
    if (this.#leader?.node.id !== node) return;
    this.#leader = undefined;
    this.hint = undefined;
  }

  /** The replica on the node cannot be asked any more. */
  down(node: number): void {
    const member = this.memberOn(node);
    if (member !== undefined) member.isUp = false;
    this.isNotLedBy(node);
  }

  get hasUsable(): boolean {
    return this.members.some(({ isUsable }) => isUsable);
  }

  /** Why nobody will serve the group: every replica is stopped. */
  get stopped(): QuorateError | undefined {
    return this.members.every(({ stopped }) => stopped !== undefined) ? this.members[0]?.stopped : undefined;
  }

  /**
   * Whom an attempt goes to, `silent` having said nothing so far. The replica here is asked for what it has applied, and
   * first for linearizable reads: those of a turn share one question to the leader. Otherwise the leader, while nobody is
   * known to lead the replica here, then the others in turn.
   */
  choose(call: Call, silent: Member | undefined, nowMs: number): Member | undefined {
    const local = this.#local;
    const leader = this.#leader;
    const { work } = call;
    if (work.kind !== 'write' && local !== undefined) {
      const readsHere = work.consistency === group.Consistency.LOCAL && local.stopped === undefined;
      if (readsHere) return local.isUp ? local : undefined;
      const isBehind = nowMs < this.isBehindUntilMs && leader?.isUsable === true;
      if (call.newest === undefined && local.isUsable && !isBehind) return local;
    }
    if (leader?.isUsable === true && leader !== silent) return leader;
    return this.#inTurn(call, silent);
  }

  #inTurn(call: Call, silent: Member | undefined): Member | undefined {
    const { members } = this;
    let first = call.refusals;
    if (this.#local === undefined) {
      first = this.#turn;
      this.#turn = (this.#turn + 1) % members.length;
    } else {
      first += members.indexOf(this.#local);
    }
    for (let at = 0; at < members.length; at += 1) {
      const member = members[(first + at) % members.length];
      if (member?.isUsable === true && member !== silent) return member;
    }
    return silent?.isUsable === true ? silent : undefined;
  }
}

export interface TargetOptions {
  readonly limits: TargetLimits;
  readonly nodes: readonly number[];
  readonly membersOf: (group: number) => readonly GroupMember[];
}

export class Targets {
  readonly groups: readonly TargetGroup[];
  readonly #byId: ReadonlyMap<number, TargetGroup>;
  readonly #nodes: ReadonlyMap<number, TargetNode>;

  constructor(groups: readonly number[], { limits, nodes, membersOf }: TargetOptions) {
    const byNode = new Map(nodes.map((node) => [node, new TargetNode(node, limits)]));
    const memberOf = (node: number, group: number): Member =>
      new Member(present(byNode.get(node), 'a member lives on a node of the cluster'), group);
    this.groups = groups.map((id) => {
      const members = membersOf(id).map(({ node }) => memberOf(node, id));
      return new TargetGroup(id, members);
    });
    this.#byId = new Map(this.groups.map((each) => [each.id, each]));
    this.#nodes = byNode;
  }

  /** `here` is this node. */
  begin(here: number): void {
    for (const each of this.groups) each.begin(here);
  }

  hasNode(node: number): boolean {
    return this.#nodes.has(node);
  }

  find(group: number): TargetGroup | undefined {
    return this.#byId.get(group);
  }

  group(id: number): TargetGroup {
    return present(this.#byId.get(id), 'a group of the shard map');
  }

  /** For the cluster's map. */
  describe(): MapGroup[] {
    return this.groups.map(({ id, members, leader }) => ({
      group: id,
      nodes: members.map(({ node }) => node.id),
      leaderNode: leader?.node.id ?? 0,
    }));
  }
}
