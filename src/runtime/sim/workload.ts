/**
 * Workload: what simulated clients do, and how the answers go into the history.
 *
 * There are counters, registers, a shelf of registers that lie in one partition, and pairs: two keys of one partition
 * that are only ever written together, with the same value, and read by one scan. The history has a pair as one key;
 * half of one that is seen is a batch that was not atomic.
 */

import { unreachable } from '../base/assert.js';
import { byteKey, byteKeyOfText, bytesOfKey, textOfKey } from '../base/byte-key.js';
import { type apply, type Body, command } from '../base/proto.js';
import type { Random } from '../base/random.js';
import type { Operation, Outcome } from './history.js';
import type { Request } from './requests.js';

type Kind = Operation['kind'];
type WireOperation = Body<command.Operation.$Properties>;
type OperationResult = Body<command.OperationResult.$Properties>;
type Item = Body<apply.Item.$Properties>;

/** What goes into the history before anything is known. */
export interface Entry {
  readonly kind: Kind;
  readonly key: string;
  readonly value: string;
  readonly expectedRevision?: number;
}

export interface Task {
  readonly what: string;
  readonly entries: readonly Entry[];
  readonly isWrite: boolean;
  /** Of a write: its operations, made anew for every attempt. */
  operations(): WireOperation[];
  /** Of a read. */
  query(): Pick<Request, 'get'> | Pick<Request, 'scan'>;
  /** What was found or done, one outcome for each entry; a text when that cannot be. */
  found(items: readonly Item[]): readonly Outcome[] | string;
  done(results: readonly OperationResult[]): readonly Outcome[] | string;
}

const COLLECTION = 'things';
const COUNTERS = ['counter-0', 'counter-1'];
const REGISTERS = ['register-0', 'register-1'];
const SHELF = ['{shelf}/a', '{shelf}/b', '{shelf}/c'];
const PAIRS = ['{pair-0}', '{pair-1}'];
const SIDES = ['/left', '/right'];

const FAILED: Outcome = { kind: 'failed' };
const NO_BYTES = new Uint8Array(0);
const bytesOf = (text: string): Uint8Array => bytesOfKey(byteKeyOfText(text));

/** `value` is unique among all that are written; `revisionOf` is what the client knows of a key, 0 when nothing. */
export function drawTask(random: Random, value: string, revisionOf: (key: string) => number): Task {
  const share = random.fraction();
  if (share < 0.2) return singleTask({ kind: 'increment', key: pick(random, COUNTERS), value: '' });
  if (share < 0.28) return singleTask({ kind: 'get', key: pick(random, COUNTERS), value: '' });
  if (share < 0.36) return shelfTask();
  const isPair = share > 0.8;
  const key = pick(random, isPair ? PAIRS : random.below(2) === 0 ? REGISTERS : SHELF);
  const kind = pick(random, KINDS);
  const entry = { kind, key, value: kind === 'put' || kind === 'compare-and-set' ? value : '' };
  const named = kind === 'compare-and-set' ? { ...entry, expectedRevision: revisionOf(key) } : entry;
  return isPair ? pairTask(named) : singleTask(named);
}

const KINDS: readonly Kind[] = [
  'get',
  'get',
  'get',
  'put',
  'put',
  'put',
  'compare-and-set',
  'compare-and-set',
  'delete',
];

/** One more write, of another key for each client, then a read of everything. */
export function lastTasks(client: number, value: string): readonly Task[] {
  const singles = [...COUNTERS, ...REGISTERS];
  const keys = [...singles, ...PAIRS];
  const key = keys[client % keys.length] ?? REGISTERS[0] ?? '';
  const isCounter = COUNTERS.includes(key);
  const write: Entry = { kind: isCounter ? 'increment' : 'put', key, value: isCounter ? '' : value };
  return [
    PAIRS.includes(key) ? pairTask(write) : singleTask(write),
    ...singles.map((single) => singleTask({ kind: 'get', key: single, value: '' })),
    shelfTask(),
    ...PAIRS.map((pair) => pairTask({ kind: 'get', key: pair, value: '' })),
  ];
}

function singleTask(entry: Entry): Task {
  const { kind, key } = entry;
  return {
    what: `${kind} ${key} ${entry.value}`,
    entries: [entry],
    isWrite: kind !== 'get',
    operations: () => [wireOperation(entry, key, entry.expectedRevision)],
    query: () => ({ get: { collection: bytesOf(COLLECTION), key: bytesOf(key) } }),
    found: (items) => [outcomeOf(items[0])],
    done: ([result]) => (result === undefined ? 'a write was answered without a result' : [written(entry, result)]),
  };
}

/** A scan of the shelf: for the history, a read of each of its keys. */
function shelfTask(): Task {
  return {
    what: 'scan {shelf}',
    entries: SHELF.map((key) => ({ kind: 'get', key, value: '' })),
    isWrite: false,
    operations: () => [],
    query: () => scanOf('{shelf}'),
    found(items) {
      const stray = items.find(({ key }) => !SHELF.includes(textOf(key)));
      if (stray !== undefined) return `a scan of the shelf found ${textOf(stray.key)}`;
      return SHELF.map((key) => outcomeOf(items.find((item) => textOf(item.key) === key)));
    },
    done: () => 'a scan was answered with results',
  };
}

/** Both sides at once. The right one, which is written last, stands for the pair. */
function pairTask(entry: Entry): Task {
  const { kind, key } = entry;
  const [left, right] = SIDES.map((side) => key + side) as [string, string];
  return {
    what: `${kind} ${key} ${entry.value}`,
    entries: [entry],
    isWrite: kind !== 'get',
    operations: () => [wireOperation(entry, left, undefined), wireOperation(entry, right, entry.expectedRevision)],
    query: () => scanOf(key),
    found(items) {
      if (items.length === 0) return [FAILED];
      const seen = items.map((item) => `${textOf(item.key)} = ${textOf(item.value)}`).join(', ');
      const [first, second] = items;
      const isWhole = items.length === 2 && first !== undefined && second !== undefined;
      if (!isWhole || textOf(first.value) !== textOf(second.value)) return `half of a batch was seen: ${seen}`;
      return [outcomeOf(second)];
    },
    done([first, second]) {
      if (first === undefined || second === undefined) return 'a batch was answered in part';
      if (kind === 'delete' && first.existed !== second.existed) return `half of ${key} was there to be deleted`;
      return [written(entry, second)];
    },
  };
}

function scanOf(prefix: string): Pick<Request, 'scan'> {
  const range = { from: bytesOf(prefix), to: bytesOf(`${prefix.slice(0, -1)}~`), after: false };
  return { scan: { collection: bytesOf(COLLECTION), ...range, vshards: [], limit: 10, keysOnly: false } };
}

function wireOperation({ kind, value }: Entry, key: string, expectedRevision: number | undefined): WireOperation {
  const { NONE, ABSENT, REVISION } = command.Precondition;
  const isConditional = kind === 'compare-and-set' && expectedRevision !== undefined;
  const precondition = isConditional ? (expectedRevision === 0 ? ABSENT : REVISION) : NONE;
  const place = { collection: bytesOf(COLLECTION), key: bytesOf(key) };
  const base = { ...place, precondition, expectedRevision: isConditional ? expectedRevision : 0 };
  switch (kind) {
    case 'increment':
      return { ...base, increment: { delta: 1 } };
    case 'delete':
      return { ...base, delete: {} };
    case 'put':
    case 'compare-and-set':
      return { ...base, put: { kind: command.ItemKind.BYTES, value: bytesOf(value), timeToLiveMs: 0 } };
    case 'get':
      return { ...base, put: { kind: command.ItemKind.BYTES, value: NO_BYTES, timeToLiveMs: 0 } };
    default:
      return unreachable(kind);
  }
}

function written({ kind, value }: Entry, { revision, integer, existed }: OperationResult): Outcome {
  if (kind === 'delete' && !existed) return FAILED;
  return { kind: 'ok', revision, value: kind === 'increment' ? String(integer) : value };
}

function outcomeOf(item: Item | undefined): Outcome {
  return item === undefined ? FAILED : { kind: 'ok', revision: item.revision, value: textOf(item.value) };
}

function textOf(bytes: Uint8Array): string {
  return textOfKey(byteKey(bytes));
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[random.below(from.length)] as T;
}
