/**
 * An applier on its own, turn by turn: what it sends is kept, what it sends to itself comes back in the next turn, and
 * time passes when a test says so.
 */
import { applierKind } from '../../../src/actors/applier/applier.js';
import type { ApplierMessage } from '../../../src/actors/applier/protocol.js';
import type { Actor, ActorContext, ActorRef, Log, Metrics } from '../../../src/runtime/actor/actor.js';
import type { AnyMessage } from '../../../src/runtime/actor/protocol.js';
import { assert, present } from '../../../src/runtime/base/assert.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { DEFAULT_LIMITS, type Limits } from '../../../src/runtime/base/limits.js';
import type { Entry } from '../../../src/runtime/base/log-store.js';
import type { NodeStorage } from '../../../src/runtime/base/node-storage.js';
import type { apply, Body, command } from '../../../src/runtime/base/proto.js';
import { createRandom, type Random } from '../../../src/runtime/base/random.js';
import type { StateMeta } from '../../../src/runtime/base/state-store.js';
import { COLLECTION, type Command, commandOf, entryOf, type Naming, type Operation, text, textOf } from './entries.js';
import { Disk, initialMeta, storageOf, VOLUME_INSTANCE } from './memory-store.js';

export const GROUP = 7;
export const STATE_FILE = 'state-7-1-1.db';
const GATEWAY = { node: 1, gateway: 3, gatewayBoot: 30 };

interface Sent {
  readonly to: ActorRef;
  readonly message: AnyMessage;
  readonly boot: number | undefined;
}

interface Timer {
  readonly id: number;
  readonly atMs: number;
  readonly message: ApplierMessage;
}

export interface HarnessOptions {
  readonly limits?: Partial<Limits>;
  readonly owned?: readonly number[];
  /** Of a real disk, with this state in it; else the one in memory. */
  readonly storageOf?: (meta: StateMeta) => NodeStorage;
  readonly seed?: number;
}

/** What the group that owns the state asks for. */
export function openStateOf(groupBoot: number): Body<apply.OpenState.$Properties> {
  return { group: GROUP, groupBoot, replica: 1, stateFile: STATE_FILE, volumeInstance: VOLUME_INSTANCE };
}

const ALL_SLOTS = Array.from({ length: 1024 }, (_, vshard) => vshard);

export class Harness {
  readonly disk: Disk;
  readonly limits: Limits;
  readonly counts = new Map<string, number>();
  readonly warnings: string[] = [];
  sent: Sent[] = [];
  groupBoot = 100;
  boot = 10;
  nowMs = 0;
  watched: ActorRef | undefined;
  readonly #storage: NodeStorage;
  #actor: Actor<ApplierMessage>;
  #mailbox: ApplierMessage[] = [];
  #timers: Timer[] = [];
  #timerCount = 0;
  #requests = 0;
  readonly #random: Random;

  constructor({ limits = {}, owned = ALL_SLOTS, storageOf: other, seed = 1 }: HarnessOptions = {}) {
    this.#random = createRandom(seed);
    this.disk = new Disk(initialMeta(GROUP, owned));
    this.#storage = other?.(this.disk.meta) ?? storageOf(new Map([[STATE_FILE, this.disk]]));
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.#actor = this.#create();
  }

  #create(): Actor<ApplierMessage> {
    const logWriterOf = () => ({ node: 1, kind: 'log-writer', instance: 0 });
    return applierKind({ storage: this.#storage, limits: this.limits, logWriterOf }).create(GROUP, {});
  }

  /** The applier ends in order. */
  stop(): void {
    this.#actor.onStop?.();
  }

  /** Starts the applier's next life: what was not committed is lost. */
  crash(): void {
    this.#actor.onStop?.();
    this.boot += 1;
    this.#mailbox = [];
    this.#timers = [];
    this.watched = undefined;
    this.#actor = this.#create();
  }

  open(): Body<apply.StateOpened.$Properties> {
    this.turn([{ type: 'openState', body: openStateOf(this.groupBoot) }]);
    const opened = this.take<Body<apply.StateOpened.$Properties>>('stateOpened');
    return present(opened.at(-1), 'StateOpened');
  }

  turn(messages: readonly ApplierMessage[]): void {
    const ctx = this.#context();
    const mine = this.#mailbox;
    this.#mailbox = [];
    for (const each of [...mine, ...messages]) this.#actor.receive(each, ctx);
    this.#actor.onBatchEnd?.(ctx);
  }

  /** Turns until it sends itself nothing more, at most `turnsMax`. Returns how many there were. */
  settle(turnsMax = 10_000): number {
    let turns = 0;
    for (; this.#mailbox.length > 0 && turns < turnsMax; turns += 1) this.turn([]);
    return turns;
  }

  get isBusy(): boolean {
    return this.#mailbox.length > 0;
  }

  /** Time passes; timers fire, and what they start goes on to its end. */
  advance(ms: number): void {
    this.nowMs += ms;
    for (;;) {
      const due = this.#timers.find((timer) => timer.atMs <= this.nowMs);
      if (due === undefined) return;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.turn([due.message]);
      this.settle();
    }
  }

  get timers(): number {
    return this.#timers.length;
  }

  logWriterIs(state: 'up' | 'down'): void {
    const ctx = this.#context();
    if (this.watched !== undefined) this.#actor.onPeer?.(this.watched, { state, boot: 1 }, ctx);
    this.#actor.onBatchEnd?.(ctx);
  }

  /** Applies entries, without waiting for results. */
  apply(entries: readonly Entry[], waiters: readonly Body<apply.Waiter.$Properties>[] = [], boots = {}): void {
    const first = present(entries[0], 'an entry');
    const commit = first.index + entries.length - 1;
    this.turn([
      {
        type: 'apply',
        body: { ...this.#names(), from: first.index, commit, entries: [...entries], waiters: [...waiters], ...boots },
      },
    ]);
  }

  /** Only says how far the log is committed. */
  nudge(commit: number, waiters: readonly Body<apply.Waiter.$Properties>[] = []): void {
    const body = { ...this.#names(), from: commit + 1, commit, entries: [], waiters: [...waiters] };
    this.turn([{ type: 'apply', body }]);
  }

  waiter(index: number, requests: readonly number[]): Body<apply.Waiter.$Properties> {
    return { index, requests: [...requests], ...GATEWAY };
  }

  /** Applies one entry and returns the results of its commands, in order. */
  results(entry: Entry, commands: number): Body<command.Result.$Properties>[] {
    const requests = Array.from({ length: commands }, () => this.#nextRequest());
    this.apply([entry], [this.waiter(entry.index, requests)]);
    const answers = this.answers();
    return requests.map((request) => {
      const answer = answers.find((each) => each.request === request);
      return present(answer?.result, `answer to ${request}`) as Body<command.Result.$Properties>;
    });
  }

  read(query: Omit<Body<apply.Query.$Properties>, 'request'>, readIndex: number, boots = {}): number {
    const request = this.#nextRequest();
    const body = { ...this.#names(), readIndex, ...GATEWAY, queries: [{ request, ...query }], ...boots };
    this.turn([{ type: 'read', body }]);
    return request;
  }

  /** The answer to a read that need not wait. */
  items(query: Omit<Body<apply.Query.$Properties>, 'request'>, readIndex = 0): Body<apply.Items.$Properties> {
    const request = this.read(query, readIndex);
    const answer = this.answers().find((each) => each.request === request);
    return present(answer?.items, 'items') as Body<apply.Items.$Properties>;
  }

  answers(): Body<apply.Answer.$Properties>[] {
    return this.take<Body<apply.Answers.$Properties>>('answers').flatMap((each) => each.answers);
  }

  applied(): Body<apply.Applied.$Properties>[] {
    return this.take<Body<apply.Applied.$Properties>>('applied');
  }

  /** The bodies of what was sent of this type, once. */
  take<B>(type: string): B[] {
    const taken = this.sent.filter((each) => each.message.type === type);
    this.sent = this.sent.filter((each) => each.message.type !== type);
    return taken.map((each) => each.message.body as B);
  }

  #names() {
    return { group: GROUP, groupBoot: this.groupBoot, applierBoot: this.boot };
  }

  #nextRequest(): number {
    this.#requests += 1;
    return this.#requests;
  }

  #context(): ActorContext<ApplierMessage> {
    const unused = (): never => {
      throw new QuorateError('ERR_INVARIANT', 'an applier does not do this');
    };
    const self: ActorRef<ApplierMessage> = { node: 1, kind: 'applier', instance: GROUP };
    const log: Log = {
      debug: () => undefined,
      info: () => undefined,
      warn: (event) => this.warnings.push(event),
      error: (event) => this.warnings.push(event),
    };
    const metrics: Metrics = {
      count: (name, by = 1) => this.counts.set(name, (this.counts.get(name) ?? 0) + by),
      gauge: (name, value) => this.counts.set(name, value),
      observe: () => undefined,
    };
    return {
      self,
      boot: this.boot,
      sender: undefined,
      senderBoot: 0,
      asker: undefined,
      send: (to, sent, boot) => {
        if (to.kind === 'applier') this.#mailbox.push(sent as unknown as ApplierMessage);
        else this.sent.push({ to, message: sent, boot });
      },
      forward: unused,
      answer: unused,
      refuse: unused,
      after: (ms, timed) => {
        assert(ms >= 0, 'timers lie ahead');
        this.#timerCount += 1;
        this.#timers.push({ id: this.#timerCount, atMs: this.nowMs + ms, message: timed });
        return this.#timerCount;
      },
      cancel: (timer) => {
        this.#timers = this.#timers.filter(({ id }) => id !== timer);
      },
      now: () => this.nowMs,
      random: () => this.#random,
      spawn: unused,
      stop: unused,
      watch: (ref) => {
        this.watched = ref;
      },
      unwatch: () => {
        this.watched = undefined;
      },
      log,
      metrics,
    };
  }
}

/** A harness with a state that is open, and the place in the log where it stands. */
export class OpenApplier extends Harness {
  index = 1;

  constructor(options: HarnessOptions = {}) {
    super(options);
    this.open();
  }

  /** Puts the commands into the log as one entry; their results. */
  commit(commands: readonly Command[], clockMs = 0): Body<command.Result.$Properties>[] {
    this.index += 1;
    return this.results(entryOf(this.index, commands, clockMs), commands.length);
  }

  /** One command with these operations. */
  write(operations: readonly Operation[], naming: Naming = {}, clockMs = 0): Body<command.Result.$Properties> {
    return present(this.commit([commandOf(operations, naming)], clockMs)[0], 'result');
  }

  /** The value and revision of an item of the usual collection. */
  get(key: string): { readonly value: string; readonly revision: number } | undefined {
    const item = this.items({ get: { collection: text(COLLECTION), key: text(key) } }).items[0];
    return item === undefined ? undefined : { value: textOf(item.value), revision: item.revision };
  }

  /** All keys of the usual collection, in the order of the scan. */
  keys(scan: Partial<Body<apply.Scan.$Properties>> = {}): string[] {
    return this.page(scan).items.map(({ key }) => textOf(key));
  }

  page(scan: Partial<Body<apply.Scan.$Properties>> = {}): Body<apply.Items.$Properties> {
    const none = new Uint8Array(0);
    const all = { collection: text(COLLECTION), from: none, to: none, after: false, vshards: [], limit: 0 };
    return this.items({ scan: { ...all, keysOnly: false, ...scan } });
  }

  /** Brings everything to the state file. */
  flush(): void {
    this.advance(this.limits.memoryTableAgeMs);
    this.settle();
  }

  /** A crash and a start; what was not flushed is applied again from `log`. */
  restart(log: readonly Entry[] = []): void {
    this.crash();
    const { appliedIndex } = this.open();
    const missing = log.filter(({ index }) => index > appliedIndex);
    if (missing.length > 0) this.apply(missing);
    this.index = missing.at(-1)?.index ?? appliedIndex;
  }
}
