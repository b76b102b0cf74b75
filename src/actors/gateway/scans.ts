/**
 * Scans: one page of a range, from the group or groups that have a part of it.
 */
import { type ByteKey, bytesOfKey } from '../../runtime/base/byte-key.js';
import type { QuorateError } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import { command, group } from '../../runtime/base/proto.js';
import type { Reply } from './answers.js';
import type { Context } from './call.js';
import { PageGatherer, ReadCaller } from './callers.js';
import type { Calls } from './calls.js';
import type { Items } from './merge.js';
import { COLLECTIONS, EMPTY_SCAN } from './metadata.js';
import { type Scan, type ShardMap, slotOfScan } from './routing.js';
import type { Sessions } from './sessions.js';

const NO_BYTES = new Uint8Array(0);
/** What a call occupies besides its page. */
const CALL_BYTES = 512;
/** What an item of a page is taken to occupy, until it is there. */
const SCANNED_ITEM_BYTES = 1024;
/** See `shareOf`. */
const SHARE_MARGIN = 1.25;
const SHARE_MIN = 16;
/** A probe waits no longer for a group that nobody serves: longer than an election takes. */
const PROBE_MS = 1_000;

type PageReply = Pick<Reply, 'items' | 'failed'>;

export class Scans {
  readonly #limits: Pick<Limits, 'scanPageItemsMax' | 'scanPageBytesMax'>;
  readonly #map: ShardMap;
  readonly #sessions: Sessions;
  readonly #calls: Calls;

  constructor(
    limits: Pick<Limits, 'scanPageItemsMax' | 'scanPageBytesMax'>,
    map: ShardMap,
    sessions: Sessions,
    calls: Calls,
  ) {
    this.#limits = limits;
    this.#map = map;
    this.#sessions = sessions;
    this.#calls = calls;
  }

  /** The scan as it is asked for: with a bound, and with bytes and fields of its own. */
  bounded(scan: Scan): Scan {
    const { scanPageItemsMax } = this.#limits;
    return { ...plainScan(scan), limit: Math.min(scan.limit || scanPageItemsMax, scanPageItemsMax) };
  }

  page(scan: Scan, consistency: group.Consistency, deadlineMs: number, reply: PageReply, ctx: Context): void {
    const slot = slotOfScan(scan);
    if (slot === undefined) {
      this.#ask(this.#map.groups, scan, consistency, deadlineMs, reply, ctx);
    } else {
      const within = { ...scan, vshards: [slot] };
      this.#ask([this.#map.groupOf(slot)], within, consistency, deadlineMs, reply, ctx);
    }
  }

  /** A linearizable read of every group: answered when all are served, or with the failure of one that is not. */
  probe(groups: readonly number[], deadlineMs: number, reply: PageReply, ctx: Context): void {
    const scan: Scan = { ...EMPTY_SCAN, collection: COLLECTIONS, limit: 1, keysOnly: true };
    const answered = { items: () => reply.items(itemsOf([])), failed: (error: QuorateError) => reply.failed(error) };
    const atMs = Math.min(deadlineMs, ctx.now() + PROBE_MS);
    this.#ask(groups, scan, group.Consistency.LINEARIZABLE, atMs, answered, ctx);
  }

  #ask(
    groups: readonly number[],
    scan: Scan,
    consistency: group.Consistency,
    deadlineMs: number,
    reply: PageReply,
    ctx: Context,
  ): void {
    const { scanPageBytesMax } = this.#limits;
    const target = groups.length === 1 ? reply : new PageGatherer(reply, groups.length, scan.limit, scanPageBytesMax);
    const part: Scan = { ...scan, limit: shareOf(scan.limit, groups.length) };
    const bytes = CALL_BYTES + Math.min(scanPageBytesMax, part.limit * SCANNED_ITEM_BYTES);
    const caller = new ReadCaller(target, this.#sessions);
    for (const groupId of groups) {
      this.#calls.start(groupId, { kind: 'scan', consistency, scan: part }, bytes, deadlineMs, caller, ctx);
    }
  }
}

/**
 * What one of several groups is asked for, of a page of `limit`. Keys are spread evenly, so a share and a bit more of it
 * fills the page nearly always; a page that ends earlier says that the range goes on, like any other.
 */
function shareOf(limit: number, groups: number): number {
  return Math.min(limit, Math.ceil((limit / groups) * SHARE_MARGIN) + SHARE_MIN);
}

/** The scan with all its fields its own: those of a decoded message that are zero are not, and would not be copied. */
function plainScan(scan: Scan): Scan {
  const { collection, from, to, after, limit, keysOnly } = scan;
  return { collection, from, to, after, limit, keysOnly, vshards: [] };
}

/** Items that are nothing but keys. */
export function itemsOf(names: readonly ByteKey[]): Items {
  const items = names.map((name) => ({
    key: bytesOfKey(name),
    kind: command.ItemKind.BYTES,
    value: NO_BYTES,
    revision: 0,
    expiresAtMs: 0,
  }));
  return { items, more: false, logClockMs: 0, errorCode: '', errorMessage: '' };
}
