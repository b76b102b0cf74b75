/**
 * Envelope codec: envelopes as length-delimited `envelope.Envelope` messages, for links between threads and nodes.
 *
 * Encoding writes into a writer that the caller reuses; the payload is encoded in place, not copied. Decoding yields
 * messages whose bytes fields are views of the frame. What is wrong with a frame is an `ERR_DECODE`.
 */
import { assertUint53 } from '../base/assert.js';
import { asQuorateError, isErrorCode, QuorateError } from '../base/errors.js';
import { Reader, type Writer } from '../base/proto.js';
import type { ActorRef } from './actor.js';
import type { Envelope } from './envelope.js';
import type { AnyMessage } from './protocol.js';
import type { Routes } from './routes.js';

const VARINT = 0;
const DELIMITED = 2;
const tag = (field: number, wireType: number): number => (field << 3) | wireType;

/** Field numbers as in `proto/envelope.proto`; a test compares with the generated code. */
const TO = tag(1, DELIMITED);
const TO_BOOT = tag(2, VARINT);
const FROM = tag(3, DELIMITED);
const FROM_BOOT = tag(4, VARINT);
const ASK = tag(5, VARINT);
const IS_ANSWER = tag(6, VARINT);
const MESSAGE = tag(7, VARINT);
const PAYLOAD = tag(8, DELIMITED);
const FAILURE = tag(9, DELIMITED);

const ADDRESS_NODE = tag(1, VARINT);
const ADDRESS_KIND = tag(2, VARINT);
const ADDRESS_INSTANCE = tag(3, VARINT);

const FAILURE_CODE = tag(1, DELIMITED);
const FAILURE_MESSAGE = tag(2, DELIMITED);
const FAILURE_DETAILS = tag(3, DELIMITED);

/** Appends one envelope, preceded by its length. */
export function encodeEnvelope(writer: Writer, envelope: Envelope, routes: Routes): void {
  writer.fork();
  encodeAddress(writer.uint32(TO), envelope.to, routes);
  if (envelope.toBoot !== 0) writer.uint32(TO_BOOT).uint64(envelope.toBoot);
  encodeAddress(writer.uint32(FROM), envelope.from, routes);
  if (envelope.fromBoot !== 0) writer.uint32(FROM_BOOT).uint64(envelope.fromBoot);
  if (envelope.ask !== 0) writer.uint32(ASK).uint64(envelope.ask);
  if (envelope.isAnswer) writer.uint32(IS_ANSWER).bool(true);
  const { message } = envelope;
  if (message !== undefined) {
    const protocol = routes.protocolOf(envelope);
    writer.uint32(MESSAGE).uint32(protocol.number(message.type));
    writer.uint32(PAYLOAD).fork();
    protocol.encode(message, writer);
    writer.ldelim();
  }
  if (envelope.failure !== undefined) encodeFailure(writer.uint32(FAILURE), envelope.failure);
  writer.ldelim();
}

function encodeAddress(writer: Writer, ref: ActorRef, routes: Routes): void {
  writer.fork();
  writer.uint32(ADDRESS_NODE).uint64(ref.node);
  writer.uint32(ADDRESS_KIND).uint32(routes.numberOf(ref.kind));
  writer.uint32(ADDRESS_INSTANCE).uint64(ref.instance);
  writer.ldelim();
}

function encodeFailure(writer: Writer, error: QuorateError): void {
  writer.fork();
  writer.uint32(FAILURE_CODE).string(error.code);
  writer.uint32(FAILURE_MESSAGE).string(error.message);
  if (Object.keys(error.details).length > 0) writer.uint32(FAILURE_DETAILS).string(JSON.stringify(error.details));
  writer.ldelim();
}

/** All envelopes of a frame, in order. */
export function decodeEnvelopes(bytes: Uint8Array, routes: Routes): Envelope[] {
  const envelopes: Envelope[] = [];
  try {
    const reader = Reader.create(bytes);
    while (reader.pos < reader.len) envelopes.push(decodeEnvelope(reader, reader.uint32(), routes));
  } catch (thrown) {
    throw asQuorateError(thrown, 'ERR_DECODE');
  }
  return envelopes;
}

type Reading = { -readonly [K in keyof Envelope]: Envelope[K] };

const NOBODY: ActorRef = Object.freeze({ node: 0, kind: '', instance: 0 });

function decodeEnvelope(reader: Reader, length: number, routes: Routes): Envelope {
  const end = endOf(reader, length);
  const envelope: Reading = {
    to: NOBODY,
    toBoot: 0,
    from: NOBODY,
    fromBoot: 0,
    ask: 0,
    isAnswer: false,
    message: undefined,
    failure: undefined,
  };
  let messageNumber = 0;
  let payloadAt = 0;
  let payloadLength = 0;
  while (reader.pos < end) {
    const field = reader.uint32();
    switch (field) {
      case TO:
        envelope.to = decodeAddress(reader, reader.uint32(), routes);
        break;
      case TO_BOOT:
        envelope.toBoot = uint53(reader);
        break;
      case FROM:
        envelope.from = decodeAddress(reader, reader.uint32(), routes);
        break;
      case FROM_BOOT:
        envelope.fromBoot = uint53(reader);
        break;
      case ASK:
        envelope.ask = uint53(reader);
        break;
      case IS_ANSWER:
        envelope.isAnswer = reader.bool();
        break;
      case MESSAGE:
        messageNumber = reader.uint32();
        break;
      case PAYLOAD:
        payloadLength = reader.uint32();
        payloadAt = reader.pos;
        reader.pos = endOf(reader, payloadLength);
        break;
      case FAILURE:
        envelope.failure = decodeFailure(reader, reader.uint32());
        break;
      default:
        reader.skipType(field & 7);
    }
  }
  if (reader.pos !== end) throw new QuorateError('ERR_DECODE', 'an envelope is longer than its frame says');
  if (messageNumber !== 0) {
    reader.pos = payloadAt;
    envelope.message = routes.protocolOf(envelope).decode(messageNumber, reader, payloadLength) as AnyMessage;
    reader.pos = end;
  } else if (envelope.failure === undefined) {
    throw new QuorateError('ERR_DECODE', 'an envelope carries neither a message nor a failure');
  }
  return envelope;
}

function decodeAddress(reader: Reader, length: number, routes: Routes): ActorRef {
  const end = endOf(reader, length);
  let node = 0;
  let kind = 0;
  let instance = 0;
  while (reader.pos < end) {
    const field = reader.uint32();
    if (field === ADDRESS_NODE) node = uint53(reader);
    else if (field === ADDRESS_KIND) kind = reader.uint32();
    else if (field === ADDRESS_INSTANCE) instance = uint53(reader);
    else reader.skipType(field & 7);
  }
  return { node, kind: routes.kindOf(kind), instance };
}

function decodeFailure(reader: Reader, length: number): QuorateError {
  const end = endOf(reader, length);
  let code = '';
  let message = '';
  let details = '{}';
  while (reader.pos < end) {
    const field = reader.uint32();
    if (field === FAILURE_CODE) code = reader.string();
    else if (field === FAILURE_MESSAGE) message = reader.string();
    else if (field === FAILURE_DETAILS) details = reader.string();
    else reader.skipType(field & 7);
  }
  // A code that this version does not know still is an error, and its name must not get lost.
  if (!isErrorCode(code)) return new QuorateError('ERR_INVARIANT', `${code}: ${message}`);
  return new QuorateError(code, message, { details: JSON.parse(details) as Record<string, unknown> });
}

function uint53(reader: Reader): number {
  const value = reader.uint64() as unknown as number;
  assertUint53(value, 'a number in an envelope');
  return value;
}

function endOf(reader: Reader, length: number): number {
  const end = reader.pos + length;
  if (end > reader.len) throw new QuorateError('ERR_DECODE', 'a frame of envelopes is truncated');
  return end;
}
