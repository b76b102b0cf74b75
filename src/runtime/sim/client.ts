/**
 * Simulated client: one task at a time, through the gateway of some node, until it knows what became of it.
 *
 * A write keeps its name (session and sequence, or idempotency key) over all attempts. A refusal or silence leads to
 * another attempt, on the node that is said to lead, or any. A client gives a write up only while every attempt was
 * refused, so that nothing of it may ever be found.
 */
import { present } from '../base/assert.js';
import { group } from '../base/proto.js';
import type { Random } from '../base/random.js';
import type { Operation, Outcome } from './history.js';
import type { SimulatedNode } from './node.js';
import type { Request, Requests, Response } from './requests.js';
import type { Trace } from './trace.js';
import type { VirtualTime } from './virtual-time.js';
import { drawTask, lastTasks, type Task } from './workload.js';

const DEADLINE_MS = 1_500;
/** Requests with a deadline so short that it often passes on the way. */
const HURRIED = 0.15;
const HURRIED_MS_MAX = 60;
const SILENCE_MS = 2_500;
const RETRY_MS = 40;
const THINK_MS = 90;
/** A write that was only ever refused is given up in this fraction of the cases. */
const GIVEN_UP = 0.25;
/** Requests that go to any node, whatever is known of the leader. */
const ANYWHERE = 0.4;
/** Reads that are content with what one replica has applied. */
const LOCAL = 0.1;
/** Writes that are named by an idempotency key instead of the session. */
const KEYED = 0.2;

export interface ClientOptions {
  readonly id: number;
  readonly nodes: readonly SimulatedNode[];
  readonly time: VirtualTime;
  readonly random: Random;
  readonly trace: Trace;
  readonly history: Operation[];
  readonly requests: Requests;
  readonly report: (what: string) => void;
}

interface Running {
  readonly task: Task;
  /** In the history. */
  readonly operations: readonly Operation[];
  readonly sequence: number;
  /** Empty: the session names it. */
  readonly idempotencyKey: string;
  readonly isLocal: boolean;
  /** An attempt was neither answered nor refused. */
  isUncertain: boolean;
  attempt: number;
}

export class SimulatedClient {
  readonly #options: ClientOptions;
  #session: { readonly stampMs: number; readonly serial: number } | undefined;
  #sequence = 0;
  #leader = 0;
  #running: Running | undefined;
  #isStopping = false;
  #isDone = false;
  /** What to do once stopping, before it is done. */
  #errands: Task[] = [];
  readonly #revisions = new Map<string, number>();

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  start(): void {
    this.#later(this.#options.random.below(100), () => this.#next());
  }

  /** Finishes what is under way, then writes once more and reads every key, then is done. */
  finish(): void {
    this.#isStopping = true;
    this.#errands = [...lastTasks(this.#options.id, `c${this.#options.id}-last`)];
    if (this.#isDone) this.#later(0, () => this.#next());
    this.#isDone = false;
  }

  get isDone(): boolean {
    return this.#isDone && this.#isStopping;
  }

  /** What it waits for, for a report. */
  get waitsFor(): string {
    const { task, attempt } = this.#running ?? {};
    return task === undefined ? 'nothing' : `${task.what}, attempt ${attempt}`;
  }

  #next(): void {
    const { random, time, trace, id, history } = this.#options;
    const sequence = this.#sequence + 1;
    const draw = () => drawTask(random, `c${id}-${sequence}`, (key) => this.#revisions.get(key) ?? 0);
    const task = this.#isStopping ? this.#errands.shift() : draw();
    if (task === undefined) {
      this.#isDone = true;
      return;
    }
    this.#sequence = sequence;
    const ends = { beganMs: time.now(), endedMs: Number.POSITIVE_INFINITY };
    const isLocal = !task.isWrite && !this.#isStopping && random.fraction() < LOCAL;
    const unknown: Outcome = { kind: 'unknown' };
    const operations: Operation[] = task.entries.map((entry) => {
      return { client: id, ...entry, ...ends, outcome: unknown, isLocal };
    });
    history.push(...operations);
    trace.add(`c${id}`, 'op', task.what);
    const idempotencyKey = random.fraction() < KEYED ? `client ${id}, task ${sequence}` : '';
    this.#running = { task, operations, sequence, idempotencyKey, isLocal, isUncertain: false, attempt: 0 };
    this.#leader = random.fraction() < ANYWHERE ? 0 : this.#leader;
    this.#attempt(this.#running);
  }

  #attempt(running: Running): void {
    running.attempt += 1;
    const { task, idempotencyKey } = running;
    if (task.isWrite && idempotencyKey === '' && this.#session === undefined) {
      this.#send({ ...NO_REQUEST, newSession: {} }, running, ({ session }) => {
        if (session != null) this.#session = { stampMs: session.stampMs, serial: session.serial };
        this.#retry(running);
      });
      return;
    }
    const { LINEARIZABLE, LOCAL: ANY_AGE } = group.Consistency;
    const consistency = running.isLocal ? ANY_AGE : LINEARIZABLE;
    const request = task.isWrite ? this.#writeRequest(running) : { ...NO_REQUEST, ...task.query(), consistency };
    this.#send(request, running, (response) => this.#answered(running, response));
  }

  #send(request: Omit<Request, 'id'>, running: Running, onResponse: (response: Response) => void): void {
    const { random, nodes, requests, time } = this.#options;
    const chosen = nodes.find(({ id }) => id === this.#leader) ?? nodes[random.below(nodes.length)];
    let isSettled = false;
    const once = (act: () => void) => {
      if (isSettled) return;
      isSettled = true;
      act();
    };
    const isHurried = !this.#isStopping && random.fraction() < HURRIED;
    const deadlineMs = isHurried ? 1 + random.below(HURRIED_MS_MAX) : DEADLINE_MS;
    const isSent = requests.ask(present(chosen, 'a node'), { ...request, deadlineMs }, (response) =>
      once(() => {
        if (response === 'returned') this.#refused(running, 'returned');
        else onResponse(response);
      }),
    );
    if (!isSent) {
      once(() => this.#refused(running, 'unreachable'));
      return;
    }
    time.at(time.now() + SILENCE_MS, () =>
      once(() => {
        running.isUncertain = true;
        this.#leader = 0;
        this.#retry(running);
      }),
    );
  }

  #answered(running: Running, { result, items, failure, leader }: Response): void {
    const { task } = running;
    if (leader != null) this.#leader = leader.node;
    if (failure != null) {
      if (failure.code === 'ERR_OUTCOME_UNKNOWN') running.isUncertain = true;
      this.#refused(running, failure.code, leaderOf(failure.detailsJson));
    } else if (result != null && result.errorCode === 'ERR_REVISION_MISMATCH') {
      // The store's own verdict, the same at every replay.
      this.#settle(running, [{ kind: 'failed' }]);
    } else if (result != null && result.errorCode === '') {
      this.#settle(running, task.done(result.operations));
    } else if (items != null && items.errorCode === '') {
      this.#settle(running, task.found(items.items));
    } else {
      this.#refused(running, result?.errorCode ?? items?.errorCode ?? 'nothing');
    }
  }

  #refused(running: Running, code: string, leader = 0): void {
    const { random, trace, id, report } = this.#options;
    const { task } = running;
    trace.add(`c${id}`, 'done', `${task.what} ${code} ${leader}`);
    this.#leader = leader;
    if (code === 'ERR_UNKNOWN_COLLECTION') {
      if (this.#revisions.size > 0) report(`client ${id}, ${task.what}: the collection is gone`);
      this.#settle(running, UNKNOWN);
      return;
    }
    const mayGiveUp = !running.isUncertain && task.isWrite && !this.#isStopping;
    if (mayGiveUp && random.fraction() < GIVEN_UP) this.#settle(running, [{ kind: 'refused' }]);
    else this.#retry(running);
  }

  #retry(running: Running): void {
    const { random } = this.#options;
    this.#later(RETRY_MS * (0.5 + random.fraction()), () => this.#attempt(running));
  }

  /** One outcome for each operation, or the same for all. */
  #settle({ task, operations }: Running, outcomes: readonly Outcome[] | string): void {
    const { trace, id, time, random, report } = this.#options;
    if (typeof outcomes === 'string') report(`client ${id}, ${task.what}: ${outcomes}`);
    else {
      operations.forEach((operation, at) => {
        const outcome = outcomes[at] ?? outcomes[0] ?? { kind: 'unknown' };
        operation.outcome = outcome;
        operation.endedMs = outcome.kind === 'unknown' ? Number.POSITIVE_INFINITY : time.now();
        const seen = outcome.kind === 'ok' ? `${outcome.value} r${outcome.revision}` : outcome.kind;
        trace.add(`c${id}`, 'done', `${operation.kind} ${operation.key} ${seen}`);
        if (operation.kind === 'delete') this.#revisions.delete(operation.key);
        else if (outcome.kind === 'ok' && operation.isLocal !== true)
          this.#revisions.set(operation.key, outcome.revision);
      });
    }
    this.#running = undefined;
    this.#later(THINK_MS * random.fraction(), () => this.#next());
  }

  #writeRequest({ task, sequence, idempotencyKey }: Running): Omit<Request, 'id'> {
    const operations = task.operations();
    const isKeyed = idempotencyKey !== '';
    const { stampMs, serial } = (isKeyed ? undefined : this.#session) ?? { stampMs: 0, serial: 0 };
    const name = { sessionStampMs: stampMs, sessionSerial: serial, idempotencyKey };
    const place = isKeyed ? { sequence: 0, lowestUnresolved: 0 } : { sequence, lowestUnresolved: sequence };
    return { ...NO_REQUEST, write: { ...name, ...place, operations } };
  }

  #later(ms: number, run: () => void): void {
    const { time } = this.#options;
    time.at(time.now() + ms, run);
  }
}

const UNKNOWN: readonly Outcome[] = [{ kind: 'unknown' }];
const NO_REQUEST: Omit<Request, 'id'> = { deadlineMs: 0, consistency: group.Consistency.LINEARIZABLE };

function leaderOf(detailsJson: string): number {
  if (detailsJson === '') return 0;
  const { leaderNode } = JSON.parse(detailsJson) as { readonly leaderNode?: number };
  return leaderNode ?? 0;
}
