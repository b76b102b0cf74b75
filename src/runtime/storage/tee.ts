/**
 * Tee: a node storage that runs two side by side and compares every answer, for tests. Whatever one returns or throws,
 * by code, the other must too; a difference is `ERR_INVARIANT`. What may differ is how much room things take.
 */
import { QuorateError } from '../base/errors.js';
import type { Hash64 } from '../base/hash.js';
import type { Entry, GroupRow, LogAppend, LogSpan, LogStore, VolumeHeader } from '../base/log-store.js';
import type { NewReplica, NewVolume, NodeStorage, VolumeExpectation } from '../base/node-storage.js';
import { encodeMessage, raft } from '../base/proto.js';
import type {
  ExpiryPlace,
  FlushPiece,
  SessionRecord,
  StateMeta,
  StateRow,
  StateStore,
  VshardRow,
} from '../base/state-store.js';

type Outcome<T> = { readonly value: T } | { readonly error: QuorateError };

function outcomeOf<T>(call: () => T): Outcome<T> {
  try {
    return { value: call() };
  } catch (thrown) {
    if (thrown instanceof QuorateError) return { error: thrown };
    throw thrown;
  }
}

/** Bytes as hexadecimal digits, fields in the order of their names: equal things have equal texts. */
function comparable(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (each instanceof Uint8Array) return Buffer.from(each).toString('hex');
    if (typeof each !== 'object' || each === null || Array.isArray(each)) return each;
    return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** Calls both; returns, or throws, what both did. */
function same<T>(what: string, first: () => T, second: () => T, view: (value: T) => unknown = (value) => value): T {
  const a = outcomeOf(first);
  const b = outcomeOf(second);
  const text = (outcome: Outcome<T>) =>
    'error' in outcome ? `throws ${outcome.error.code}` : `returns ${comparable(view(outcome.value))}`;
  if (text(a) !== text(b)) {
    throw new QuorateError('ERR_INVARIANT', `${what}: one store ${text(a)}, the other ${text(b)}`);
  }
  if ('error' in a) throw a.error;
  return a.value;
}

/** Opens both or neither. */
function openBoth<Store extends { close(): void }>(
  what: string,
  first: () => Store,
  second: () => Store,
): [Store, Store] {
  const a = outcomeOf(first);
  const b = outcomeOf(second);
  if ('value' in a && 'value' in b) return [a.value, b.value];
  for (const outcome of [a, b]) if ('value' in outcome) outcome.value.close();
  const [code, other] = [a, b].map((outcome) => ('error' in outcome ? outcome.error.code : 'nothing'));
  if ('error' in a && code === other) throw a.error;
  throw new QuorateError('ERR_INVARIANT', `${what}: one store throws ${code}, the other ${other}`);
}

export class TeeStorage implements NodeStorage {
  readonly #first: NodeStorage;
  readonly #second: NodeStorage;

  constructor(first: NodeStorage, second: NodeStorage) {
    this.#first = first;
    this.#second = second;
  }

  #both<T>(what: string, call: (storage: NodeStorage) => T): T {
    return same(
      what,
      () => call(this.#first),
      () => call(this.#second),
    );
  }

  createLog(volume: NewVolume, replicas: readonly NewReplica[]): void {
    this.#both('createLog', (storage) => storage.createLog(volume, replicas));
  }

  openLog(volume: number, expectation: VolumeExpectation): LogStore {
    const open = (storage: NodeStorage) => () => storage.openLog(volume, expectation);
    return new TeeLog(...openBoth('openLog', open(this.#first), open(this.#second)));
  }

  hasLog(volume: number): boolean {
    return this.#both('hasLog', (storage) => storage.hasLog(volume));
  }

  createState(stateFile: string, meta: StateMeta, vshards: readonly VshardRow[]): void {
    this.#both('createState', (storage) => storage.createState(stateFile, meta, vshards));
  }

  openState(stateFile: string): StateStore {
    const open = (storage: NodeStorage) => () => storage.openState(stateFile);
    return new TeeState(...openBoth('openState', open(this.#first), open(this.#second)));
  }
}

class Tee<Store extends { walBytes(): number; checkpoint(mode: 'passive' | 'truncate'): void; close(): void }> {
  readonly first: Store;
  readonly second: Store;

  constructor(first: Store, second: Store) {
    this.first = first;
    this.second = second;
  }

  both<T>(what: string, call: (store: Store) => T, view?: (value: T) => unknown): T {
    return same(
      what,
      () => call(this.first),
      () => call(this.second),
      view,
    );
  }

  walBytes(): number {
    return this.both(
      'walBytes',
      (store) => store.walBytes(),
      () => 'a size',
    );
  }

  checkpoint(mode: 'passive' | 'truncate'): void {
    this.both('checkpoint', (store) => store.checkpoint(mode));
  }

  close(): void {
    this.both('close', (store) => store.close());
  }
}

class TeeLog extends Tee<LogStore> implements LogStore {
  get header(): VolumeHeader {
    return this.both('header', (store) => store.header);
  }

  groups(): readonly GroupRow[] {
    return this.both('groups', (store) => store.groups());
  }

  group(group: number): GroupRow | undefined {
    return this.both('group', (store) => store.group(group));
  }

  spans(group: number): readonly LogSpan[] {
    return this.both('spans', (store) => store.spans(group));
  }

  read(group: number, from: number, to: number, maxBytes: number): readonly Entry[] {
    return this.both('read', (store) => store.read(group, from, to, maxBytes));
  }

  begin(): void {
    this.both('begin', (store) => store.begin());
  }

  append(group: number, append: LogAppend): void {
    this.both('append', (store) => store.append(group, append));
  }

  purge(group: number, index: number, maxRows: number): boolean {
    return this.both('purge', (store) => store.purge(group, index, maxRows));
  }

  commit(): void {
    this.both('commit', (store) => store.commit());
  }

  rollback(): void {
    this.both('rollback', (store) => store.rollback());
  }
}

class TeeState extends Tee<StateStore> implements StateStore {
  get meta(): StateMeta {
    return this.both(
      'meta',
      (store) => store.meta,
      // A decoded message has its defaults on the prototype: compare the encoding.
      (meta) => ({ ...meta, membership: encodeMessage(raft.ConfState, meta.membership) }),
    );
  }

  get(...place: Parameters<StateStore['get']>): StateRow | undefined {
    return this.both('get', (store) => store.get(...place));
  }

  scan(...range: Parameters<StateStore['scan']>): readonly StateRow[] {
    return this.both('scan', (store) => store.scan(...range));
  }

  vshards(): readonly VshardRow[] {
    return this.both('vshards', (store) => store.vshards());
  }

  sessions(): Iterable<SessionRecord> {
    return this.both('sessions', (store) => [...store.sessions()]);
  }

  expiring(after: ExpiryPlace | undefined, atMs: number, limit: number): readonly ExpiryPlace[] {
    return this.both('expiring', (store) => store.expiring(after, atMs, limit));
  }

  beginFlush(): void {
    this.both('beginFlush', (store) => store.beginFlush());
  }

  writePiece(piece: FlushPiece): Hash64 {
    return this.both('writePiece', (store) => store.writePiece(piece));
  }

  commitFlush(meta: StateMeta): void {
    this.both('commitFlush', (store) => store.commitFlush(meta));
  }

  rollbackFlush(): void {
    this.both('rollbackFlush', (store) => store.rollbackFlush());
  }
}
