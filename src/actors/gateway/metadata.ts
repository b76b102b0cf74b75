/**
 * Metadata: what a gateway asks of the metadata group for itself: the list of collections, and a new one in it.
 */
import { type ByteKey, byteKeyOfText, bytesOfKey } from '../../runtime/base/byte-key.js';
import type { Limits } from '../../runtime/base/limits.js';
import { command, type group } from '../../runtime/base/proto.js';
import { METADATA_VSHARD } from '../../runtime/base/vshard.js';
import type { Caller, Context, Work } from './call.js';
import { LaneCaller } from './callers.js';
import type { MetadataAccess } from './collections.js';
import type { CommandEncoder } from './commands.js';
import type { Scan } from './routing.js';
import type { Sessions } from './sessions.js';

/** The collection, in the metadata group, that has one item for each collection. */
export const COLLECTIONS = bytesOfKey(byteKeyOfText('collections'));

const NO_BYTES = new Uint8Array(0);
/** What a page of names is taken to occupy. */
const PAGE_BYTES = 16 * 1024;

export const EMPTY_SCAN: Scan = {
  collection: NO_BYTES,
  from: NO_BYTES,
  to: NO_BYTES,
  after: false,
  vshards: [],
  limit: 0,
  keysOnly: false,
};

const NO_WRITE = {
  sessionStampMs: 0,
  sessionSerial: 0,
  sequence: 0,
  lowestUnresolved: 0,
  idempotencyKey: '',
};

export interface MetadataParts {
  readonly limits: Pick<Limits, 'requestDeadlineMs' | 'scanPageItemsMax'>;
  readonly sessions: Sessions;
  readonly encoder: CommandEncoder;
  /** Starts a call to the metadata group. */
  readonly start: (work: Work, bytes: number, deadlineMs: number, caller: Caller, ctx: Context) => void;
}

export class Metadata implements MetadataAccess {
  readonly #parts: MetadataParts;

  constructor(parts: MetadataParts) {
    this.#parts = parts;
  }

  create(name: ByteKey, caller: Caller, ctx: Context): void {
    const { limits, sessions, encoder, start } = this.#parts;
    const value = new TextEncoder().encode(JSON.stringify({ name }));
    const operation = {
      collection: COLLECTIONS,
      key: bytesOfKey(name),
      precondition: command.Precondition.ABSENT,
      expectedRevision: 0,
      put: { kind: command.ItemKind.JSON, value, timeToLiveMs: 0 },
    };
    const ticket = sessions.acquire(ctx.now(), ctx.random());
    const bytes = encoder.encodeNamed({ ...NO_WRITE, operations: [operation] }, ticket.name, METADATA_VSHARD);
    const own = new LaneCaller(caller, sessions, ticket);
    start({ kind: 'write', command: bytes }, bytes.length, ctx.now() + limits.requestDeadlineMs, own, ctx);
  }

  list(after: Uint8Array, consistency: group.Consistency, caller: Caller, ctx: Context): void {
    const { limits, sessions, start } = this.#parts;
    const range = { from: after, after: after.length > 0, vshards: [METADATA_VSHARD] };
    const scan: Scan = {
      ...EMPTY_SCAN,
      ...range,
      collection: COLLECTIONS,
      limit: limits.scanPageItemsMax,
      keysOnly: true,
    };
    const own: Caller = {
      result: (result, later, leader) => caller.result(result, later, leader),
      items: (page, later, leader) => {
        // The first that a gateway hears of the log clock, without which the sessions it issues may be too old.
        sessions.observe(page.logClockMs);
        caller.items(page, later, leader);
      },
      failed: (error, later) => caller.failed(error, later),
    };
    start({ kind: 'scan', consistency, scan }, PAGE_BYTES, ctx.now() + limits.requestDeadlineMs, own, ctx);
  }
}
