/**
 * A node with one real group actor. Log writer, applier, gateway and peers live elsewhere, which is to say in the
 * test: it sees what the group sends them and decides what they answer, and when.
 */
import type { ApplierMessage } from '../../../src/actors/applier/protocol.js';
import type { LogWriterMessage } from '../../../src/actors/log-writer/protocol.js';
import { groupKind } from '../../../src/actors/raft/group.js';
import type { ActorRef } from '../../../src/runtime/actor/actor.js';
import { createKernel } from '../../../src/runtime/actor/create-kernel.js';
import type { Envelope } from '../../../src/runtime/actor/envelope.js';
import type { Kernel } from '../../../src/runtime/actor/kernel.js';
import type { AnyMessage } from '../../../src/runtime/actor/protocol.js';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import { present } from '../../../src/runtime/base/assert.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/runtime/base/limits.js';
import type { apply, Body, group, peer, raft, storage } from '../../../src/runtime/base/proto.js';
import { VirtualTime } from '../../../src/runtime/sim/virtual-time.js';

export const GROUP = 9;
export const WRITER: ActorRef<LogWriterMessage> = { node: 1, kind: 'log-writer', instance: 0 };
export const APPLIER: ActorRef<ApplierMessage> = { node: 1, kind: 'applier', instance: GROUP };
export const GATEWAY: ActorRef = { node: 1, kind: 'gateway', instance: 0 };
/** This node's link to another one. */
export const linkTo = (node: number): ActorRef => ({ node: 1, kind: 'peer-link', instance: node });
const GATEWAY_BOOT = 50;

type Entry = Body<raft.Entry.$Properties>;
export type Append = Body<storage.Append.$Properties>;
export type Apply = Body<apply.Apply.$Properties>;
export type RaftMessage = Body<raft.Message.$Properties>;

export interface ScriptedNodeOptions {
  /** Voters; replica r lives on node r. This one is replica 1 on node 1. */
  readonly voters?: readonly number[];
  readonly limits?: Partial<Limits>;
  readonly firstReplica?: number;
  /** When its process starts. */
  readonly startMs?: number;
}

export class ScriptedNode {
  readonly time: VirtualTime;
  readonly kernel: Kernel;
  readonly group: ActorRef = { node: 1, kind: 'group', instance: GROUP };
  readonly limits: Limits;
  readonly voters: readonly number[];
  writerBoot = 100;
  applierBoot = 200;
  groupBoot = 0;
  #sent: Envelope[] = [];

  constructor({ voters = [1], limits = {}, firstReplica = 0, startMs }: ScriptedNodeOptions = {}) {
    this.time = new VirtualTime(startMs);
    this.voters = voters;
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.kernel = createKernel({
      node: 1,
      bootBase: 0,
      kinds: [groupKind({ limits: this.limits, logWriterOf: () => WRITER, applierOf: () => APPLIER })],
      environment: this.time.environment(7),
      uplink: { forward: (envelopes) => this.#sent.push(...envelopes), publish() {}, escalate() {} },
      supervision: SUPERVISION,
      limits: this.limits,
    });
    const peers = voters.map((voter) => [voter, voter]);
    this.kernel.spawn('group', GROUP, { replica: 1, peers, firstReplica, volume: 0 });
    this.settle();
  }

  /** Runs what is due now. */
  settle(): void {
    this.time.runFor(0);
  }

  up(ref: ActorRef, boot: number): void {
    this.kernel.peer(ref, { state: 'up', boot });
    this.settle();
  }

  down(ref: ActorRef, boot: number): void {
    this.kernel.peer(ref, { state: 'down', boot });
    this.settle();
  }

  /** Delivers messages to the group, in one turn. */
  deliver(from: ActorRef, fromBoot: number, ...messages: readonly AnyMessage[]): void {
    const common = { to: this.group, toBoot: 0, from, fromBoot, ask: 0, isAnswer: false, failure: undefined };
    this.kernel.deliver(messages.map((message) => ({ ...common, message })));
    this.settle();
  }

  /** Delivers messages of several senders, in one turn. */
  deliverTogether(messages: readonly { readonly from: ActorRef; readonly message: AnyMessage }[]): void {
    const common = { to: this.group, toBoot: 0, fromBoot: 0, ask: 0, isAnswer: false, failure: undefined };
    this.kernel.deliver(messages.map((one) => ({ ...common, ...one })));
    this.settle();
  }

  /** Takes the bodies of what was sent to `kind` as `type`, in order. */
  take<T extends object>(kind: string, type: string): T[] {
    const isMatch = ({ to, message }: Envelope) => to.kind === kind && message?.type === type;
    const taken = this.#sent.filter(isMatch);
    this.#sent = this.#sent.filter((envelope) => !isMatch(envelope));
    return taken.map(({ message }) => present(message, 'message').body as T);
  }

  takeAppends(): Append[] {
    return this.take<Append>('log-writer', 'append');
  }

  takeApplies(): Apply[] {
    return this.take<Apply>('applier', 'apply');
  }

  takeReads(): Body<apply.Read.$Properties>[] {
    return this.take('applier', 'read');
  }

  takeRaft(): RaftMessage[] {
    return this.take<RaftMessage>('group', 'raft');
  }

  /** Refusals of requests, as [code, leader's node, ...requests]. */
  takeRefusals(): unknown[] {
    return this.take<Body<group.Refused.$Properties>>('gateway', 'refused').map((refused) => [
      refused.errorCode,
      refused.leaderNode,
      ...refused.requests,
    ]);
  }

  /** Log writer and applier come up and answer; the log is as new unless told otherwise. */
  open(
    log: Partial<Body<storage.Opened.$Properties>> = {},
    state: Partial<Body<apply.StateOpened.$Properties>> = {},
  ): void {
    this.up(WRITER, this.writerBoot);
    this.up(APPLIER, this.applierBoot);
    this.answerOpen(log);
    this.answerOpenState(state);
  }

  answerOpen(changes: Partial<Body<storage.Opened.$Properties>> = {}): void {
    const asked = present(this.take<Body<storage.Open.$Properties>>('log-writer', 'open').at(-1), 'Open');
    this.groupBoot = asked.groupBoot;
    const body = {
      ...{ group: GROUP, groupBoot: asked.groupBoot, writerBoot: this.writerBoot, replica: 1 },
      ...{ hardState: { term: 1, vote: 0, commit: 1 }, purgeIndex: 1, purgeTerm: 1, lastIndex: 1, lastTerm: 1 },
      ...{ termStarts: [], membershipIndexes: [], entries: [], sequence: 0, stateFile: 'state-9' },
      ...{ volumeInstance: '9'.repeat(32), errorCode: '', errorMessage: '' },
      ...changes,
    };
    this.deliver(WRITER, this.writerBoot, { type: 'opened', body });
  }

  answerOpenState(changes: Partial<Body<apply.StateOpened.$Properties>> = {}): void {
    const asked = present(this.take<Body<apply.OpenState.$Properties>>('applier', 'openState').at(-1), 'OpenState');
    const membership = {
      voters: [...this.voters],
      learners: [],
      votersOutgoing: [],
      learnersNext: [],
      autoLeave: false,
    };
    const body = {
      ...{ group: GROUP, groupBoot: asked.groupBoot, applierBoot: this.applierBoot },
      ...{ appliedIndex: 1, appliedTerm: 1, flushedIndex: 1, membership, membershipIndex: 1, logClockMs: 0 },
      ...{ errorCode: '', errorMessage: '' },
      ...changes,
    };
    this.deliver(APPLIER, this.applierBoot, { type: 'stateOpened', body });
  }

  /** What the log writer says when `append` is durable. */
  appended(append: Append, changes: Partial<Body<storage.Appended.$Properties>> = {}): void {
    const last = append.entries.at(-1);
    const body = {
      ...{ group: GROUP, groupBoot: append.groupBoot, writerBoot: this.writerBoot, sequence: append.sequence },
      ...{ term: append.hardState?.term ?? 0, lastTerm: last?.term ?? 0, lastIndex: last?.index ?? 0 },
      ...{ errorCode: '', errorMessage: '' },
      ...changes,
    };
    this.deliver(WRITER, this.writerBoot, { type: 'appended', body });
  }

  applied(appliedIndex: number, changes: Partial<Body<apply.Applied.$Properties>> = {}): void {
    const body = {
      ...{ group: GROUP, groupBoot: this.groupBoot, applierBoot: this.applierBoot, appliedIndex, flushedIndex: 1 },
      ...{ logClockMs: 0, membershipIndex: 1, nextExpiryMs: 0, errorCode: '', errorMessage: '' },
      ...changes,
    };
    this.deliver(APPLIER, this.applierBoot, { type: 'applied', body });
  }

  /**
   * Makes durable and applies whatever the group wants, until it wants nothing. Returns the entries that were
   * appended.
   */
  serve(): Entry[] {
    const entries: Entry[] = [];
    for (let appends = this.takeAppends(); appends.length > 0; appends = this.takeAppends()) {
      entries.push(...appends.flatMap((append) => append.entries));
      for (const append of appends) this.appended(append);
      const last = this.takeApplies().at(-1);
      if (last !== undefined) this.applied(last.commit);
    }
    return entries;
  }

  /** A group of one that leads, with its first entry applied. */
  static leading(options: ScriptedNodeOptions = {}): ScriptedNode {
    const node = new ScriptedNode(options);
    node.open();
    if (node.voters.length > 1) node.elect();
    node.serve();
    return node;
  }

  /** Lets time pass until this replica campaigns, and grants it every vote that it asks for. */
  elect(): void {
    for (let ms = 0; ms < 10_000; ms += this.limits.tickMs) {
      this.time.runFor(this.limits.tickMs);
      for (const append of this.takeAppends()) this.appended(append);
      const requests = this.takeRaft().filter(({ type }) => type === VOTE || type === PRE_VOTE);
      if (requests.length === 0) continue;
      for (const { type, to, term } of requests) this.fromPeer(to, { type: type + 1, term });
      if (requests.some(({ type }) => type === VOTE)) return;
    }
  }

  fromPeer(replica: number, message: Partial<RaftMessage>): void {
    this.deliver({ node: replica, kind: 'group', instance: GROUP }, 1, raftMessage({ from: replica, ...message }));
  }

  /** The link to `node` says how that node is. */
  presence(node: number, presence: peer.Presence, boot = 1, campaignDelayMs = 0): void {
    const body = { node, presence, boot, addresses: { client: '', http: '' }, campaignDelayMs };
    this.deliver(linkTo(node), 0, { type: 'peerState', body });
  }

  propose(...requests: readonly number[]): void {
    const messages = requests.map((request) => ({
      type: 'propose',
      body: { request, command: new Uint8Array([request]) },
    }));
    this.deliver(GATEWAY, GATEWAY_BOOT, ...messages);
  }

  query(consistency: number, ...requests: readonly number[]): void {
    const messages = requests.map((request) => {
      const get = { collection: new Uint8Array([1]), key: new Uint8Array([request]) };
      return { type: 'query', body: { consistency, query: { request, get } } };
    });
    this.deliver(GATEWAY, GATEWAY_BOOT, ...messages);
  }

  async status(): Promise<Body<group.GroupStatus.$Properties>> {
    const port = this.kernel.openPort(1, () => {});
    const answer = port.ask(this.group, { type: 'status', body: {} }, { timeoutMs: 1_000 });
    this.settle();
    port.close();
    return (await answer).body as Body<group.GroupStatus.$Properties>;
  }
}

const VOTE = 5;
const PRE_VOTE = 17;

export function raftMessage(changes: Partial<RaftMessage>): AnyMessage {
  const body: RaftMessage = {
    ...{ type: 0, to: 1, from: 0, term: 0, logTerm: 0, index: 0, entries: [], commit: 0, vote: 0 },
    ...{ reject: false, rejectHint: 0, context: new Uint8Array(0), clockMs: 0, matchAll: 0 },
    ...changes,
  };
  return { type: 'raft', body };
}
