/**
 * The state machine once more, as plainly as it can be written: maps, no files, no order kept. It says what an applier
 * has to answer.
 */
import { command } from '../../../src/runtime/base/proto.js';
import { type Command, type Operation, textOf } from './entries.js';

export interface ModelItem {
  readonly slot: number;
  readonly key: string;
  readonly kind: command.ItemKind;
  readonly value: string;
  readonly revision: number;
  readonly expiresAtMs: number;
}

export interface ModelResult {
  readonly code: string;
  readonly replayed: boolean;
  readonly operations: readonly (readonly [revision: number, integer: number, existed: boolean])[];
}

interface Session {
  floor: number;
  readonly results: Map<number, ModelResult>;
}

const HOUR_MS = 3_600_000;
const WINDOW = 4_096;
const { ItemKind, Precondition } = command;

const failed = (code: string): ModelResult => ({ code, replayed: false, operations: [] });

export class Model {
  items = new Map<string, ModelItem>();
  revisions = new Map<number, number>();
  clockMs = 1_000_000;
  readonly sessions = new Map<string, Session>();

  apply(commands: readonly Command[], clockMs: number): ModelResult[] {
    this.clockMs = Math.max(this.clockMs, clockMs);
    if (commands.length === 0) this.#tick();
    return commands.map((each) => this.#command(each));
  }

  get(key: string): ModelItem | undefined {
    const item = this.items.get(key);
    return item !== undefined && (item.expiresAtMs === 0 || item.expiresAtMs > this.clockMs) ? item : undefined;
  }

  keys(): string[] {
    return [...this.items.keys()].filter((key) => this.get(key) !== undefined).sort();
  }

  #tick(): void {
    for (const { slot, key } of [...this.items.values()]) {
      if (this.get(key) !== undefined) continue;
      this.items.delete(key);
      this.#next(slot);
    }
  }

  #next(slot: number): number {
    const revision = (this.revisions.get(slot) ?? 0) + 1;
    this.revisions.set(slot, revision);
    return revision;
  }

  #command(each: Command): ModelResult {
    if (each.sessionStampMs === 0) return this.#execute(each);
    if (each.sessionStampMs < this.clockMs - HOUR_MS) return failed('ERR_SESSION_EXPIRED');
    const name = `${each.sessionStampMs}/${each.sessionSerial}`;
    const session = this.sessions.get(name) ?? { floor: 1, results: new Map<number, ModelResult>() };
    session.floor = Math.max(session.floor, each.lowestUnresolved);
    if (each.sequence < session.floor) return failed('ERR_INVALID_REQUEST');
    const known = session.results.get(each.sequence);
    if (known !== undefined) return { ...known, replayed: true };
    if (each.sequence >= session.floor + WINDOW) return failed('ERR_SEQUENCE_TOO_FAR');
    const result = this.#execute(each);
    session.results.set(each.sequence, result);
    this.sessions.set(name, session);
    return result;
  }

  #execute({ vshard: slot, operations }: Command): ModelResult {
    for (const operation of operations) if (!this.#holds(operation)) return failed('ERR_REVISION_MISMATCH');
    const items = new Map(this.items);
    const revisions = new Map(this.revisions);
    const results: (readonly [number, number, boolean])[] = [];
    for (const operation of operations) {
      const result = this.#operate(slot, operation);
      if (typeof result === 'string') {
        this.items = items;
        this.revisions = revisions;
        return failed(result);
      }
      results.push(result);
    }
    return { code: '', replayed: false, operations: results };
  }

  #holds({ precondition, expectedRevision, key }: Operation): boolean {
    const revision = this.get(textOf(key))?.revision ?? 0;
    if (precondition === Precondition.ABSENT) return revision === 0;
    if (precondition === Precondition.PRESENT) return revision !== 0;
    return precondition === Precondition.NONE || revision === expectedRevision;
  }

  #operate(slot: number, operation: Operation): readonly [number, number, boolean] | string {
    const key = textOf(operation.key);
    const item = this.get(key);
    if (operation.put) {
      const { kind, value, timeToLiveMs } = operation.put;
      const expiresAtMs = timeToLiveMs === 0 ? 0 : this.clockMs + timeToLiveMs;
      const revision = this.#next(slot);
      this.items.set(key, { slot, key, kind, value: textOf(value), revision, expiresAtMs });
      return [revision, 0, false];
    }
    if (operation.increment) {
      if (item !== undefined && item.kind !== ItemKind.INTEGER) return 'ERR_NOT_AN_INTEGER';
      const integer = Number(item?.value ?? 0) + operation.increment.delta;
      if (!Number.isSafeInteger(integer)) return 'ERR_INTEGER_RANGE';
      const revision = this.#next(slot);
      const expiresAtMs = item?.expiresAtMs ?? 0;
      this.items.set(key, { slot, key, kind: ItemKind.INTEGER, value: String(integer), revision, expiresAtMs });
      return [revision, integer, item !== undefined];
    }
    if (item === undefined) return [0, 0, false];
    this.items.delete(key);
    return [this.#next(slot), 0, true];
  }
}
