/**
 * POST /v1/collections/{collection}/batch: several operations within one partition, all done or none.
 *
 *   {"operations": [{"op": "put", "key": "{ada}/name", "value": "Ada", "ifRevision": 3},
 *                   {"op": "delete", "key": "{ada}/old"}, {"op": "increment", "key": "{ada}/visits", "by": 1}]}
 */
import { QuorateError } from '../../base/errors.js';
import { command } from '../../base/proto.js';
import { parseJsonObject, requireObject } from './body.js';
import { type Condition, kindOfName, UNCONDITIONAL } from './conditions.js';
import type { Exchange, Operation } from './exchange.js';
import { deltaOf } from './items.js';
import { type HttpReply, jsonReply } from './problem.js';

const MEMBERS = [
  'op',
  'key',
  'value',
  'valueBase64',
  'kind',
  'by',
  'ttlMs',
  'ifRevision',
  'ifAbsent',
  'ifPresent',
] as const;

type Fields = Readonly<Partial<Record<(typeof MEMBERS)[number], unknown>>>;

/** Base64 and the words around the operations need more room than the operations themselves. */
const BODY_PER_BATCH_BYTES = 2;

export async function postBatch(exchange: Exchange): Promise<HttpReply> {
  exchange.query.allowOnly('timeoutMs');
  const { batchBytesMax } = exchange.services.limits;
  const body = await exchange.body(batchBytesMax * BODY_PER_BATCH_BYTES);
  const { operations } = parseJsonObject(body, ['operations']);
  if (!Array.isArray(operations)) throw new QuorateError('ERR_INVALID_REQUEST', "'operations' must be a list");
  const collection = exchange.bytesOf('collection');
  const parsed = operations.map((each: unknown, at) => operationOf(collection, each, `operation ${at + 1}`));
  const result = await exchange.write(parsed);
  const results = result.operations.map(({ revision, existed, integer }, at) => {
    const { increment, delete: deletion } = parsed[at] ?? {};
    return {
      revision,
      ...(increment == null ? {} : { value: integer }),
      ...(deletion == null ? {} : { existed }),
    };
  });
  return jsonReply({ results, ...(result.replayed ? { replayed: true } : {}) });
}

function operationOf(collection: Uint8Array, given: unknown, what: string): Operation {
  const fields: Fields = requireObject(given, what, MEMBERS);
  if (typeof fields.key !== 'string') throw new QuorateError('ERR_INVALID_REQUEST', `${what} needs a 'key'`);
  const target = { collection, key: Buffer.from(fields.key), ...conditionOf(fields, what) };
  switch (fields.op) {
    case 'put':
      return { ...target, put: putOf(fields, what) };
    case 'delete':
      return { ...target, delete: {} };
    case 'increment':
      return { ...target, increment: { delta: deltaOf(fields.by) } };
    default:
      throw new QuorateError('ERR_INVALID_REQUEST', `${what} needs an 'op': put, delete or increment`);
  }
}

function conditionOf({ ifRevision, ifAbsent, ifPresent }: Fields, what: string): Condition {
  const given = [ifRevision, ifAbsent, ifPresent].filter((condition) => condition !== undefined);
  if (given.length === 0) return UNCONDITIONAL;
  if (given.length === 1) {
    if (ifAbsent === true) return { precondition: command.Precondition.ABSENT, expectedRevision: 0 };
    if (ifPresent === true) return { precondition: command.Precondition.PRESENT, expectedRevision: 0 };
    if (typeof ifRevision === 'number' && Number.isSafeInteger(ifRevision) && ifRevision > 0) {
      return { precondition: command.Precondition.REVISION, expectedRevision: ifRevision };
    }
  }
  const how = 'may have one condition: ifRevision with a revision, ifAbsent true, or ifPresent true';
  throw new QuorateError('ERR_INVALID_REQUEST', `${what} ${how}`);
}

function putOf(fields: Fields, what: string): command.Put & NonNullable<Operation['put']> {
  const { value, valueBase64, kind, ttlMs = 0 } = fields;
  if ((value === undefined) === (valueBase64 === undefined)) {
    throw new QuorateError('ERR_INVALID_REQUEST', `${what} needs a 'value' or a 'valueBase64'`);
  }
  if (typeof ttlMs !== 'number' || !Number.isSafeInteger(ttlMs) || ttlMs < 0) {
    throw new QuorateError('ERR_INVALID_REQUEST', `${what}: ttlMs must be a whole number of milliseconds`);
  }
  if (valueBase64 !== undefined) {
    return { kind: kindOfName(kind ?? 'bytes'), value: bytesOfBase64(valueBase64, what), timeToLiveMs: ttlMs };
  }
  return { kind: kindOfName(kind ?? 'json'), value: Buffer.from(JSON.stringify(value)), timeToLiveMs: ttlMs };
}

function bytesOfBase64(text: unknown, what: string): Uint8Array {
  if (typeof text === 'string' && /^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0) {
    return Buffer.from(text, 'base64');
  }
  throw new QuorateError('ERR_INVALID_REQUEST', `${what}: valueBase64 is not base64`);
}
