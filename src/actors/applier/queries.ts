/**
 * Queries: answers one Get or Scan from the state as it is now. Whether the state is recent enough was decided before.
 *
 * Ownership is checked here, at the place in the log that the answer speaks of. Refusals are part of the answer.
 */
import { type ByteKey, byteKey, bytesOfKey } from '../../runtime/base/byte-key.js';
import type { ErrorCode } from '../../runtime/base/errors.js';
import type { Limits } from '../../runtime/base/limits.js';
import type { apply, Body } from '../../runtime/base/proto.js';
import type { StateRow } from '../../runtime/base/state-store.js';
import { METADATA_VSHARD, vshardOf } from '../../runtime/base/vshard.js';
import { readItem } from './operations.js';
import { scanPage } from './scan.js';
import type { StateMachine } from './state-machine.js';

export type Query = Body<apply.Query.$Properties>;
export type Items = Body<apply.Items.$Properties>;
export type QueryLimits = Pick<Limits, 'scanPageItemsMax' | 'scanPageBytesMax'>;

function itemOf(row: StateRow): Body<apply.Item.$Properties> {
  const { kind, value, revision, expiresAtMs } = row;
  return { key: bytesOfKey(row.key), kind, value, revision, expiresAtMs };
}

function failure(errorCode: ErrorCode, errorMessage: string, logClockMs: number): Items {
  return { items: [], more: false, logClockMs, errorCode, errorMessage };
}

function answerGet({ state, ownership, clockMs }: StateMachine, get: NonNullable<Query['get']>): Items {
  const collection = byteKey(get.collection);
  const key = byteKey(get.key);
  const vshard = ownership.owns(METADATA_VSHARD) ? METADATA_VSHARD : vshardOf(collection, key);
  if (!ownership.owns(vshard)) {
    const { errorCode, errorMessage } = ownership.refusal(vshard);
    return failure(errorCode || 'ERR_NOT_OWNER', errorMessage, clockMs);
  }
  const row = readItem(state, vshard, collection, key, clockMs);
  const items = row === undefined ? [] : [itemOf(row)];
  return { items, more: false, logClockMs: clockMs, errorCode: '', errorMessage: '' };
}

function answerScan(machine: StateMachine, scan: NonNullable<Query['scan']>, limits: QueryLimits): Items {
  const { state, ownership, clockMs } = machine;
  const vshards = scan.vshards.length > 0 ? [...new Set(scan.vshards)] : ownership.owned;
  for (const vshard of vshards) {
    if (ownership.owns(vshard)) continue;
    const { errorCode, errorMessage } = ownership.refusal(vshard);
    return failure(errorCode || 'ERR_NOT_OWNER', errorMessage, clockMs);
  }
  const { scanPageItemsMax, scanPageBytesMax } = limits;
  const request = {
    collection: byteKey(scan.collection),
    from: byteKey(scan.from),
    after: scan.after,
    to: scan.to.length === 0 ? undefined : (byteKey(scan.to) as ByteKey),
    vshards,
    itemsMax: scan.limit === 0 ? scanPageItemsMax : Math.min(scan.limit, scanPageItemsMax),
    bytesMax: scanPageBytesMax,
    keysOnly: scan.keysOnly,
  };
  const { rows, more } = scanPage(state, request, clockMs);
  return { items: rows.map(itemOf), more, logClockMs: clockMs, errorCode: '', errorMessage: '' };
}

/** Roughly the bytes of an answer in a frame. */
export function weightOf({ items }: Items): number {
  let bytes = 0;
  for (const { key, value } of items) bytes += key.length + value.length;
  return bytes;
}

export function answerQuery(machine: StateMachine, query: Query, limits: QueryLimits): Items {
  if (query.get) return answerGet(machine, query.get);
  if (query.scan) return answerScan(machine, query.scan, limits);
  return failure('ERR_INVALID_REQUEST', 'a query is a get or a scan', machine.clockMs);
}
