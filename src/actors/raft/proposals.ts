/**
 * Proposals: from the commands of a turn to entries, and from an entry's place in the log to those who wait for it.
 *
 * A proposal is named by the (index, term) of its entry. When the entry at that index commits with that term, its
 * waiters go to the applier with it; when another entry commits there, the proposal can have no effect any more and is
 * refused. So is one further on, when an entry of a later term commits before it: every leader from then on has that
 * entry, and no log goes back to an earlier term behind it. Until then its fate is open, whoever leads; a proposal whose
 * fate stays open is forgotten once no gateway waits any longer. Each one is answered once at most.
 */
import type { Limits } from '../../runtime/base/limits.js';
import { type apply, type Body, command, encodeMessage } from '../../runtime/base/proto.js';
import type { RequestName } from './gateways.js';

export interface Proposal extends RequestName {
  readonly command: Uint8Array;
}

/** The payload of one entry, and whose commands are in it. */
export interface EntryProposal {
  readonly data: Uint8Array;
  readonly names: readonly RequestName[];
}

export interface EntryPlace {
  readonly index: number;
  readonly term: number;
}

interface Awaited {
  readonly term: number;
  readonly names: readonly RequestName[];
  readonly sinceMs: number;
}

/** What commits decide: who waits for results, and whose proposals can have no effect any more. */
export interface Fates {
  readonly waiters: Body<apply.Waiter.$Properties>[];
  readonly displaced: RequestName[];
}

/** Tag and length of a command inside its batch. */
const COMMAND_OVERHEAD_BYTES = 6;

export class Proposals {
  readonly #limits: Limits;
  #pending: Proposal[] = [];
  /** Index -> what was proposed for it, in several terms perhaps; in the order of proposing. */
  readonly #awaited = new Map<number, Awaited[]>();
  #awaitedCount = 0;
  /** The highest of which an entry is known to be committed. */
  #committedTerm = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  get hasPending(): boolean {
    return this.#pending.length > 0;
  }

  /** False when too many are on their way. */
  add(proposal: Proposal): boolean {
    if (this.#pending.length + this.#awaitedCount >= this.#limits.proposalsMax) return false;
    this.#pending.push(proposal);
    return true;
  }

  /** This turn's proposals, which are no longer pending. */
  take(): readonly Proposal[] {
    const taken = this.#pending;
    this.#pending = [];
    return taken;
  }

  /** These proposals became the entry at `place`. */
  expect(place: EntryPlace, names: readonly RequestName[], nowMs: number): void {
    const awaited: Awaited = { term: place.term, names, sinceMs: nowMs };
    const others = this.#awaited.get(place.index);
    if (others === undefined) this.#awaited.set(place.index, [awaited]);
    else others.push(awaited);
    this.#awaitedCount += names.length;
  }

  /** The entry at this place is committed; adds to `fates` what that decides. */
  committed(index: number, term: number, fates: Fates): void {
    if (this.#awaited.size === 0) return;
    for (const awaited of this.#forget(index)) {
      if (awaited.term === term) fates.waiters.push(...waitersOf(index, awaited.names));
      else fates.displaced.push(...awaited.names);
    }
    if (term <= this.#committedTerm) return;
    this.#committedTerm = term;
    this.#displaceBefore(term, index, fates);
  }

  get isAwaited(): boolean {
    return this.#awaited.size > 0;
  }

  /** Indexes up to `index` for which somebody waits. */
  awaitedUpTo(index: number): readonly number[] {
    return [...this.#awaited.keys()].filter((awaited) => awaited <= index);
  }

  /** Forgets what no gateway waits for any longer. */
  expire(nowMs: number): void {
    for (const [index, awaited] of this.#awaited) {
      const newest = awaited.at(-1);
      if (newest === undefined || nowMs - newest.sinceMs <= this.#limits.requestDeadlineMsMax) return;
      this.#forget(index);
    }
  }

  /** An entry of `term` is committed at `index`: behind it nothing of an earlier term ever is. */
  #displaceBefore(term: number, index: number, { displaced }: Fates): void {
    for (const [at, awaited] of [...this.#awaited]) {
      if (at <= index || awaited.every((one) => one.term >= term)) continue;
      this.#awaited.delete(at);
      const open = awaited.filter((one) => one.term >= term);
      if (open.length > 0) this.#awaited.set(at, open);
      for (const one of awaited) {
        if (one.term >= term) continue;
        this.#awaitedCount -= one.names.length;
        displaced.push(...one.names);
      }
    }
  }

  #forget(index: number): readonly Awaited[] {
    const awaited = this.#awaited.get(index);
    if (awaited === undefined) return [];
    this.#awaited.delete(index);
    for (const { names } of awaited) this.#awaitedCount -= names.length;
    return awaited;
  }
}

/** Packs commands into entries of at most `entryBytesMax`; a larger command has an entry of its own. */
export function entriesOf(proposals: readonly Proposal[], clockMs: number, entryBytesMax: number): EntryProposal[] {
  const entries: EntryProposal[] = [];
  let from = 0;
  let bytes = 0;
  proposals.forEach((proposal, at) => {
    const size = proposal.command.length + COMMAND_OVERHEAD_BYTES;
    if (at > from && bytes + size > entryBytesMax) {
      entries.push(entryOf(proposals.slice(from, at), clockMs));
      from = at;
      bytes = 0;
    }
    bytes += size;
  });
  if (from < proposals.length) entries.push(entryOf(proposals.slice(from), clockMs));
  return entries;
}

/** An entry without commands: it carries the log clock forward, so that what has expired goes. */
export function clockEntry(clockMs: number): EntryProposal {
  return entryOf([], clockMs);
}

function entryOf(proposals: readonly Proposal[], clockMs: number): EntryProposal {
  const commands = proposals.map((proposal) => proposal.command);
  const names = proposals.map(({ gateway, request }) => ({ gateway, request }));
  return { data: encodeMessage(command.Batch, { clockMs, commands }), names };
}

/** One for each gateway; the commands of the others are 0 in it. */
function waitersOf(index: number, names: readonly RequestName[]): Body<apply.Waiter.$Properties>[] {
  return [...new Set(names.map(({ gateway }) => gateway))].map((gateway) => ({
    index,
    node: gateway.ref.node,
    gateway: gateway.ref.instance,
    gatewayBoot: gateway.boot,
    requests: names.map((name) => (name.gateway === gateway ? name.request : 0)),
  }));
}
