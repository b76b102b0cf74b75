/**
 * Simulated client: one operation at a time, through the gateway of some node, until it knows what became of it.
 *
 * A write keeps its name (session, sequence) over all attempts. A refusal or silence leads to another attempt, on the
 * node that is said to lead, or any. A client gives a write up only while every attempt was refused, so that nothing of
 * it may ever be found.
 */
import type { Envelope } from '../actor/envelope.js';
import { byteKeyOfText, bytesOfKey } from '../base/byte-key.js';
import { type Body, type client, command, group } from '../base/proto.js';
import type { Random } from '../base/random.js';
import type { Operation, Outcome } from './history.js';
import type { SimulatedNode } from './node.js';
import type { Trace } from './trace.js';
import type { VirtualTime } from './virtual-time.js';

type Request = Body<client.Request.$Properties>;
type Response = Body<client.Response.$Properties>;
type WireOperation = Body<command.Operation.$Properties>;

const COLLECTION = bytesOfKey(byteKeyOfText('things'));
const REGISTERS = 5;
const COUNTERS = 2;
/** Registers hold a text, counters an integer: the first letter tells. */
const counterName = (at: number): string => `counter-${at}`;
const registerName = (at: number): string => `register-${at}`;

const DEADLINE_MS = 1_500;
const SILENCE_MS = 2_500;
const RETRY_MS = 40;
const THINK_MS = 60;
/** A write that was only ever refused is given up in this fraction of the cases. */
const GIVEN_UP = 0.1;

export interface ClientOptions {
  readonly id: number;
  readonly nodes: readonly SimulatedNode[];
  readonly time: VirtualTime;
  readonly random: Random;
  readonly trace: Trace;
  readonly history: Operation[];
  /** Registers an attempt under a number of its own, and returns it. */
  readonly expect: (onResponse: (response: Response | 'returned') => void) => number;
}

interface Running {
  readonly operation: Operation;
  readonly sequence: number;
  readonly precondition: { readonly kind: command.Precondition; readonly revision: number };
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
  #errands: { readonly kind: Operation['kind']; readonly key: string }[] = [];
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
    const keys = allKeys();
    const written = keys[this.#options.id % keys.length] ?? registerName(0);
    const kind = written.startsWith('counter') ? 'increment' : 'put';
    this.#errands = [{ kind, key: written }, ...keys.map((key) => ({ kind: 'get' as const, key }))];
    if (this.#isDone) this.#later(0, () => this.#next());
    this.#isDone = false;
  }

  get isDone(): boolean {
    return this.#isDone && this.#isStopping;
  }

  /** What it waits for, for a report. */
  get waitsFor(): string {
    const { operation, attempt } = this.#running ?? {};
    return operation === undefined ? 'nothing' : `${operation.kind} ${operation.key}, attempt ${attempt}`;
  }

  #next(): void {
    const { random, time, trace, id, history } = this.#options;
    const errand = this.#isStopping ? this.#errands.shift() : this.#draw();
    if (errand === undefined) {
      this.#isDone = true;
      return;
    }
    const { kind, key } = errand;
    this.#sequence += 1;
    const value = kind === 'put' || kind === 'compare-and-set' ? `c${id}-${this.#sequence}` : '';
    const operation: Operation = {
      client: id,
      kind,
      key,
      value,
      beganMs: time.now(),
      endedMs: Number.POSITIVE_INFINITY,
      outcome: { kind: 'unknown' },
    };
    history.push(operation);
    trace.add(`c${id}`, 'op', `${kind} ${key} ${value}`);
    const revision = this.#revisions.get(key) ?? 0;
    const isCas = kind === 'compare-and-set';
    const ofCas = revision === 0 ? command.Precondition.ABSENT : command.Precondition.REVISION;
    const precondition = { kind: isCas ? ofCas : command.Precondition.NONE, revision: isCas ? revision : 0 };
    this.#running = { operation, sequence: this.#sequence, precondition, isUncertain: false, attempt: 0 };
    this.#leader = random.fraction() < 0.2 ? 0 : this.#leader;
    this.#attempt(this.#running);
  }

  #draw(): { readonly kind: Operation['kind']; readonly key: string } {
    const { random } = this.#options;
    const share = random.fraction();
    if (share < 0.25) return { kind: 'increment', key: counterName(random.below(COUNTERS)) };
    if (share < 0.35) return { kind: 'get', key: counterName(random.below(COUNTERS)) };
    const key = registerName(random.below(REGISTERS));
    if (share < 0.6) return { kind: 'put', key };
    return { kind: share < 0.75 ? 'compare-and-set' : 'get', key };
  }

  #attempt(running: Running): void {
    running.attempt += 1;
    const isWrite = running.operation.kind !== 'get';
    if (isWrite && this.#session === undefined) {
      this.#send({ ...NO_REQUEST, newSession: {} }, running, (response) => {
        const { session } = response;
        if (session != null) this.#session = { stampMs: session.stampMs, serial: session.serial };
        this.#retry(running);
      });
      return;
    }
    const request = isWrite ? this.#writeRequest(running) : { ...NO_REQUEST, get: wireKey(running.operation.key) };
    this.#send(request, running, (response) => this.#answered(running, response));
  }

  #send(request: Omit<Request, 'id'>, running: Running, onResponse: (response: Response) => void): void {
    const { random, nodes, expect, time } = this.#options;
    const chosen = nodes.find(({ id }) => id === this.#leader) ?? nodes[random.below(nodes.length)];
    let isSettled = false;
    const once = (act: () => void) => {
      if (isSettled) return;
      isSettled = true;
      act();
    };
    const id = expect((response) =>
      once(() => {
        if (response === 'returned') this.#refused(running, 'returned');
        else onResponse(response);
      }),
    );
    const body: Request = { ...request, id };
    const isSent = chosen?.request((port, gateway) => port.send(gateway, { type: 'request', body })) ?? false;
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

  #answered(running: Running, { result, items, failure }: Response): void {
    const { operation } = running;
    if (failure != null) {
      if (failure.code === 'ERR_OUTCOME_UNKNOWN') running.isUncertain = true;
      this.#refused(running, failure.code, leaderOf(failure.detailsJson));
    } else if (result != null) {
      const done = result.operations[0];
      if (result.errorCode !== '' || done === undefined) {
        this.#rejected(running, result.errorCode);
      } else {
        const value = operation.kind === 'increment' ? String(done.integer) : operation.value;
        this.#settle(running, { kind: 'ok', revision: done.revision, value });
      }
    } else if (items != null && items.errorCode === '') {
      const item = items.items[0];
      if (item === undefined) this.#settle(running, { kind: 'failed' });
      else this.#settle(running, { kind: 'ok', revision: item.revision, value: new TextDecoder().decode(item.value) });
    } else {
      this.#refused(running, items?.errorCode ?? 'nothing');
    }
  }

  /** The store's own verdict, the same at every replay; but for refusals that promise that nothing was executed. */
  #rejected(running: Running, code: string): void {
    if (code === 'ERR_REVISION_MISMATCH') this.#settle(running, { kind: 'failed' });
    else this.#refused(running, code);
  }

  #refused(running: Running, code: string, leader = 0): void {
    const { random, trace, id } = this.#options;
    trace.add(`c${id}`, 'done', `${running.operation.kind} ${running.operation.key} ${code} ${leader}`);
    this.#leader = leader;
    if (code === 'ERR_UNKNOWN_COLLECTION' && !this.#isStopping) {
      this.#settle(running, { kind: 'unknown' });
      return;
    }
    const mayGiveUp = !running.isUncertain && running.operation.kind !== 'get' && !this.#isStopping;
    if (mayGiveUp && running.attempt > 1 && random.fraction() < GIVEN_UP) this.#settle(running, { kind: 'refused' });
    else this.#retry(running);
  }

  #retry(running: Running): void {
    const { random } = this.#options;
    this.#later(RETRY_MS * (0.5 + random.fraction()), () => this.#attempt(running));
  }

  #settle(running: Running, outcome: Outcome): void {
    const { trace, id, time, random } = this.#options;
    const { operation } = running;
    operation.outcome = outcome;
    operation.endedMs = time.now();
    const seen = outcome.kind === 'ok' ? `${outcome.value} r${outcome.revision}` : outcome.kind;
    trace.add(`c${id}`, 'done', `${operation.kind} ${operation.key} ${seen}`);
    if (outcome.kind === 'ok') this.#revisions.set(operation.key, outcome.revision);
    this.#running = undefined;
    this.#later(THINK_MS * random.fraction(), () => this.#next());
  }

  #writeRequest({ operation, sequence, precondition }: Running): Omit<Request, 'id'> {
    const { stampMs, serial } = this.#session ?? { stampMs: 0, serial: 0 };
    const base = {
      ...wireKey(operation.key),
      precondition: precondition.kind,
      expectedRevision: precondition.revision,
    };
    const value = new TextEncoder().encode(operation.value);
    const wire: WireOperation =
      operation.kind === 'increment'
        ? { ...base, increment: { delta: 1 } }
        : { ...base, put: { kind: command.ItemKind.BYTES, value, timeToLiveMs: 0 } };
    return {
      ...NO_REQUEST,
      write: {
        sessionStampMs: stampMs,
        sessionSerial: serial,
        sequence,
        lowestUnresolved: sequence,
        operations: [wire],
        idempotencyKey: '',
      },
    };
  }

  #later(ms: number, run: () => void): void {
    const { time } = this.#options;
    time.at(time.now() + ms, run);
  }
}

const NO_REQUEST: Omit<Request, 'id'> = { deadlineMs: DEADLINE_MS, consistency: group.Consistency.LINEARIZABLE };

function allKeys(): string[] {
  const registers = Array.from({ length: REGISTERS }, (_, at) => registerName(at));
  return [...registers, ...Array.from({ length: COUNTERS }, (_, at) => counterName(at))];
}

function wireKey(key: string): { readonly collection: Uint8Array; readonly key: Uint8Array } {
  return { collection: COLLECTION.slice(), key: bytesOfKey(byteKeyOfText(key)) };
}

function leaderOf(detailsJson: string): number {
  if (detailsJson === '') return 0;
  const { leaderNode } = JSON.parse(detailsJson) as { readonly leaderNode?: number };
  return leaderNode ?? 0;
}

/** What a gateway's port received: responses by the number of their attempt, and requests that came back. */
export function responsesIn(envelopes: readonly Envelope[]): readonly (readonly [number, Response | 'returned'])[] {
  return envelopes.flatMap(({ message, failure }): (readonly [number, Response | 'returned'])[] => {
    if (message?.type === 'responses') {
      return (message.body as Body<client.Responses.$Properties>).responses.map((response) => [response.id, response]);
    }
    if (message?.type === 'request' && failure !== undefined) return [[(message.body as Request).id, 'returned']];
    return [];
  });
}
