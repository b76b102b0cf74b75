/**
 * Reads: the queries of a turn share one round of the core's ReadIndex; once the round is confirmed they go to the
 * applier with the index they must see. A round that is never confirmed (leadership was lost, or a message to the
 * leader was) is refused: a read has no effect, so it can be tried again.
 */
import type { Limits } from '../../runtime/base/limits.js';
import type { apply, Body } from '../../runtime/base/proto.js';
import type { RequestName } from './gateways.js';

export type Query = Body<apply.Query.$Properties>;

export interface Read extends RequestName {
  readonly query: Query;
}

interface Round {
  reads: readonly Read[];
  readonly sinceMs: number;
  /** The queries have bytes of their own. */
  isOwned: boolean;
}

const CONTEXT_BYTES = 24;

export class Reads {
  readonly #replica: number;
  readonly #bornAtMs: number;
  readonly #limits: Limits;
  #pending: Read[] = [];
  #pendingLocal: Read[] = [];
  #round = 0;
  /** By number, in the order of their start. */
  readonly #rounds = new Map<number, Round>();
  #count = 0;

  /** `bornAtMs`: when this life of the replica began. Boots of actors would not do: they count anew in every process. */
  constructor(replica: number, bornAtMs: number, limits: Limits) {
    this.#replica = replica;
    this.#bornAtMs = bornAtMs;
    this.#limits = limits;
  }

  get hasPending(): boolean {
    return this.#pending.length > 0;
  }

  /** False when too many wait. */
  add(read: Read): boolean {
    if (this.#count >= this.#limits.proposalsMax) return false;
    this.#pending.push(read);
    this.#count += 1;
    return true;
  }

  /** A read of what this replica has applied, which needs no round. */
  addLocal(read: Read): void {
    this.#pendingLocal.push(read);
  }

  /** This turn's local reads, which no longer wait here. */
  takeLocal(): readonly Read[] {
    const taken = this.#pendingLocal;
    this.#pendingLocal = [];
    return taken;
  }

  /** This turn's reads, which no longer wait here. */
  take(): readonly Read[] {
    const taken = this.#pending;
    this.#pending = [];
    this.#count -= taken.length;
    return taken;
  }

  /** This turn's reads begin a round. Returns its context: unique among all replicas and all their lives. */
  begin(nowMs: number): Uint8Array {
    this.#round += 1;
    this.#rounds.set(this.#round, { reads: this.#pending, sinceMs: nowMs, isOwned: false });
    this.#pending = [];
    return contextOf(this.#replica, this.#bornAtMs, this.#round);
  }

  /** The reads of a confirmed round; none when the context is not of a round that still waits. */
  confirmed(context: Uint8Array): readonly Read[] {
    const round = roundOf(context, this.#replica, this.#bornAtMs);
    return round === undefined ? [] : this.#end(round);
  }

  /** What waits longer than a turn must not keep alive the frames that it came in. */
  endTurn(): void {
    for (const round of this.#rounds.values()) {
      if (round.isOwned) continue;
      round.reads = round.reads.map((read) => ({ ...read, query: ownedQuery(read.query) }));
      round.isOwned = true;
    }
  }

  /** Reads whose round has been under way for longer than a leader may be silent; they no longer wait. */
  expired(nowMs: number): readonly Read[] {
    const expired: Read[] = [];
    for (const [number, { sinceMs }] of this.#rounds) {
      if (nowMs - sinceMs <= this.#limits.electionTimeoutMs) break;
      expired.push(...this.#end(number));
    }
    return expired;
  }

  /** The reads of all rounds, which will not be confirmed; they no longer wait. This turn's reads stay. */
  drainRounds(): readonly Read[] {
    if (this.#rounds.size === 0) return [];
    const drained = [...this.#rounds.values()].flatMap((round) => round.reads);
    this.#rounds.clear();
    this.#count -= drained.length;
    return drained;
  }

  #end(number: number): readonly Read[] {
    const round = this.#rounds.get(number);
    if (round === undefined) return [];
    this.#rounds.delete(number);
    this.#count -= round.reads.length;
    return round.reads;
  }
}

function contextOf(replica: number, bornAtMs: number, round: number): Uint8Array {
  const bytes = new Uint8Array(CONTEXT_BYTES);
  const view = new DataView(bytes.buffer);
  view.setFloat64(0, replica);
  view.setFloat64(8, bornAtMs);
  view.setFloat64(16, round);
  return bytes;
}

function roundOf(context: Uint8Array, replica: number, bornAtMs: number): number | undefined {
  if (context.length !== CONTEXT_BYTES) return undefined;
  const view = new DataView(context.buffer, context.byteOffset, context.byteLength);
  return view.getFloat64(0) === replica && view.getFloat64(8) === bornAtMs ? view.getFloat64(16) : undefined;
}

function ownedQuery(query: Query): Query {
  const { request, get, scan } = query;
  const own = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);
  if (get !== undefined && get !== null) {
    return { request, get: { collection: own(get.collection), key: own(get.key) } };
  }
  if (scan === undefined || scan === null) return { request };
  const { after, vshards, limit, keysOnly } = scan;
  const range = { collection: own(scan.collection), from: own(scan.from), to: own(scan.to) };
  return { request, scan: { ...range, after, vshards, limit, keysOnly } };
}
