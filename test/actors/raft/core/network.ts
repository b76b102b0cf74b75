/**
 * A network of cores for tests: messages wait on a wire until they are delivered, storage works when it is told to.
 *
 * Each member has a disk that holds what was made durable, and can be restarted from it. Nothing happens by itself, and
 * nothing depends on time: the same calls give the same cluster.
 */

import { isLocalTarget } from '../../../../src/actors/raft/core/message.js';
import { createCore } from '../../../../src/actors/raft/core/raft.js';
import {
  type ConfState,
  type Core,
  type CoreConfig,
  type CoreStart,
  type Entry,
  type EntryRequest,
  EntryType,
  type HardState,
  type Message,
  MessageType,
  type ReadState,
  type Ready,
} from '../../../../src/actors/raft/core/types.js';
import { assert, present } from '../../../../src/runtime/base/assert.js';
import { createRandom } from '../../../../src/runtime/base/random.js';

const SETTLE_ROUNDS_MAX = 5_000;
const TEXT = new TextEncoder();
const DECODER = new TextDecoder();

export const bytes = (text: string): Uint8Array => TEXT.encode(text);
export const text = (data: Uint8Array): string => DECODER.decode(data);

/** Entries from index `first` on, one for each term. */
export function entriesOf(terms: readonly number[], first = 1): readonly Entry[] {
  return terms.map((term, at) => ({ term, index: first + at, type: EntryType.Normal, data: bytes(`${term}`) }));
}

export const normal = (payload: string): { type: EntryType; data: Uint8Array } => ({
  type: EntryType.Normal,
  data: bytes(payload),
});

export function confState(voters: readonly number[], learners: readonly number[] = []): ConfState {
  return { voters, learners, votersOutgoing: [], learnersNext: [], autoLeave: false };
}

export const QUIET = { debug: () => {}, info: () => {}, warning: () => {}, error: () => {} };

export function configOf(id: number, overrides: Partial<CoreConfig> = {}): CoreConfig {
  return {
    id,
    electionTick: 10,
    heartbeatTick: 1,
    maxMessageBytes: Number.POSITIVE_INFINITY,
    maxCommittedBytesPerReady: Number.POSITIVE_INFINITY,
    maxUncommittedBytes: Number.POSITIVE_INFINITY,
    maxInflightMessages: 256,
    maxInflightBytes: 0,
    entryCacheBytes: Number.POSITIVE_INFINITY,
    checkQuorum: false,
    preVote: false,
    readOnly: 'safe',
    asyncStorageWrites: true,
    disableProposalForwarding: false,
    disableConfChangeValidation: false,
    stepDownOnRemoval: false,
    random: createRandom(id),
    log: QUIET,
    ...overrides,
  };
}

export interface StartOptions {
  readonly conf: ConfState;
  readonly entries?: readonly Entry[];
  readonly hardState?: HardState;
  readonly applied?: number;
  readonly purge?: { readonly index: number; readonly term: number };
  /** The core is given only this many of the newest entries. */
  readonly inMemory?: number;
}

export function startOf({ conf, entries = [], hardState, applied = 0, purge, inMemory }: StartOptions): CoreStart {
  const before = purge ?? { index: 0, term: 0 };
  const last = entries.at(-1) ?? before;
  const termStarts: { term: number; index: number }[] = [];
  for (const { term, index } of entries) {
    if (termStarts.at(-1)?.term !== term) termStarts.push({ term, index });
  }
  return {
    hardState: hardState ?? { term: last.term, vote: 0, commit: applied },
    confState: conf,
    applied,
    purge: before,
    last: { index: last.index, term: last.term },
    termStarts,
    entries: inMemory === undefined ? entries : entries.slice(entries.length - inMemory),
    membershipIndexes: entries
      .filter(({ type, index }) => type !== EntryType.Normal && index > applied)
      .map(({ index }) => index),
  };
}

/** What one member made durable. */
export class Disk {
  hardState: HardState;
  entries: Entry[];
  readonly purge: { readonly index: number; readonly term: number };

  constructor(start: CoreStart, entries: readonly Entry[]) {
    this.hardState = start.hardState;
    this.entries = [...entries];
    this.purge = start.purge;
  }

  write(hardState: HardState | undefined, entries: readonly Entry[]): void {
    if (hardState !== undefined) this.hardState = hardState;
    const first = entries[0];
    if (first === undefined) return;
    this.entries.length = first.index - this.purge.index - 1;
    this.entries.push(...entries);
  }

  /** What a core hands to the applier is durable here; checked when it leaves, not when it arrives. */
  assertHolds(entries: readonly Entry[]): void {
    for (const { index, term } of entries) {
      const isDurable = this.entries[index - this.purge.index - 1]?.term === term;
      assert(isDurable, 'an entry is applied only when it is durable', { index, term });
    }
  }

  read({ from, upTo }: EntryRequest): readonly Entry[] {
    return this.entries.slice(from - this.purge.index - 1, upTo - this.purge.index);
  }
}

export class Member {
  core: Core;
  readonly disk: Disk;
  readonly applied: Entry[] = [];
  readonly reads: ReadState[] = [];
  /** Work for the log writer and the applier, oldest first. */
  appends: Message[] = [];
  applies: Message[] = [];
  requests: EntryRequest[] = [];
  readonly config: CoreConfig;
  readonly conf: ConfState;

  constructor(config: CoreConfig, options: StartOptions) {
    const start = startOf(options);
    this.config = config;
    this.conf = options.conf;
    this.core = createCore(config, start);
    this.disk = new Disk(start, options.entries ?? []);
  }

  get lastIndex(): number {
    return this.core.status().lastIndex;
  }

  /** Loses all that is not durable, and starts again with nothing applied. */
  restart(): void {
    const { entries, hardState, purge } = this.disk;
    this.appends = [];
    this.applies = [];
    this.requests = [];
    this.applied.length = 0;
    this.core = createCore(this.config, startOf({ conf: this.conf, entries, hardState, purge, applied: purge.index }));
  }
}

export interface NetworkOptions {
  readonly voters: readonly number[];
  readonly learners?: readonly number[];
  readonly config?: Partial<CoreConfig> | ((id: number) => Partial<CoreConfig>);
  /** Terms of the entries that a member starts with, from index 1. */
  readonly logs?: Readonly<Record<number, readonly number[]>>;
  readonly hardStates?: Readonly<Record<number, HardState>>;
}

export class Network {
  readonly members = new Map<number, Member>();
  /** Sent and not delivered, in order. */
  wire: Message[] = [];
  readonly #cut = new Set<string>();
  readonly #ignored = new Set<MessageType>();

  constructor(options: NetworkOptions) {
    const conf = confState(options.voters, options.learners);
    for (const id of [...options.voters, ...(options.learners ?? [])]) {
      const overrides = typeof options.config === 'function' ? options.config(id) : options.config;
      const hardState = options.hardStates?.[id];
      const entries = entriesOf(options.logs?.[id] ?? []);
      const member = new Member(configOf(id, overrides), {
        conf,
        entries,
        ...(hardState === undefined ? {} : { hardState }),
      });
      this.members.set(id, member);
    }
  }

  member(id: number): Member {
    return present(this.members.get(id), `member ${id}`);
  }

  core(id: number): Core {
    return this.member(id).core;
  }

  roles(): readonly string[] {
    return [...this.members.values()].map(({ core }) => core.status().role.replace('State', ''));
  }

  terms(): readonly number[] {
    return [...this.members.values()].map(({ core }) => core.status().term);
  }

  commits(): readonly number[] {
    return [...this.members.values()].map(({ core }) => core.status().commit);
  }

  cut(a: number, b: number): void {
    this.#cut.add(`${a}-${b}`).add(`${b}-${a}`);
  }

  isolate(id: number): void {
    for (const other of this.members.keys()) this.cut(id, other);
  }

  ignore(type: MessageType): void {
    this.#ignored.add(type);
  }

  heal(): void {
    this.#cut.clear();
    this.#ignored.clear();
  }

  campaign(id: number): void {
    this.core(id).campaign();
    this.settle();
  }

  propose(id: number, payload: string): void {
    this.core(id).propose([normal(payload)]);
    this.settle();
  }

  tick(id: number, ticks = 1): void {
    for (let count = 0; count < ticks; count += 1) this.core(id).tick();
  }

  /** Takes one Ready, if there is one, and puts its parts where they belong. */
  takeReady(id: number, withStorage = true): Ready | undefined {
    const member = this.member(id);
    if (!member.core.hasReady()) return undefined;
    const ready = member.core.ready({ withStorage });
    member.reads.push(...ready.readStates);
    member.requests.push(...ready.entryRequests);
    for (const message of ready.messages) {
      if (message.type === MessageType.StorageApply) member.disk.assertHolds(message.entries);
      if (message.type === MessageType.StorageAppend) member.appends.push(message);
      else if (message.type === MessageType.StorageApply) member.applies.push(message);
      else this.wire.push(message);
    }
    if (!member.config.asyncStorageWrites) {
      member.disk.write(ready.hardState, ready.entries);
      member.applied.push(...ready.committedEntries);
      member.core.advance();
    }
    return ready;
  }

  /** The log writer makes the oldest append durable and releases its responses. */
  writeOne(id: number): boolean {
    const member = this.member(id);
    const append = member.appends.shift();
    if (append === undefined) return false;
    const { term, vote, commit, entries, responses } = append;
    member.disk.write(term === 0 ? undefined : { term, vote, commit }, entries);
    this.wire.push(...(responses ?? []));
    return true;
  }

  applyOne(id: number): boolean {
    const member = this.member(id);
    const apply = member.applies.shift();
    if (apply === undefined) return false;
    member.applied.push(...apply.entries);
    this.wire.push(...(apply.responses ?? []));
    return true;
  }

  readOne(id: number): boolean {
    const member = this.member(id);
    const request = member.requests.shift();
    if (request === undefined) return false;
    member.core.entriesRead(request, member.core.status().term, member.disk.read(request));
    return true;
  }

  isLost(message: Message): boolean {
    if (message.from === message.to || isLocalTarget(message.from)) return false;
    return this.#cut.has(`${message.from}-${message.to}`) || this.#ignored.has(message.type);
  }

  /** Delivers all that is on the wire now, in order; what is cut or ignored is lost. */
  deliver(): boolean {
    const messages = this.wire;
    this.wire = [];
    for (const message of messages) {
      if (!this.isLost(message)) this.members.get(message.to)?.core.step(message);
    }
    return messages.length > 0;
  }

  /** Until nothing happens any more, which a correct core reaches soon. */
  settle(ids: readonly number[] = [...this.members.keys()]): void {
    let rounds = 0;
    for (let isBusy = true; isBusy; ) {
      rounds += 1;
      assert(rounds < SETTLE_ROUNDS_MAX, 'a cluster that is left alone comes to rest');
      isBusy = false;
      for (const id of ids) isBusy = this.takeReady(id) !== undefined || isBusy;
      for (const id of ids) {
        while (this.writeOne(id) || this.applyOne(id) || this.readOne(id)) isBusy = true;
      }
      isBusy = this.deliver() || isBusy;
    }
  }
}
