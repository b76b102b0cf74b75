/**
 * Commands: a client's write as the bytes that are replicated. Encoded once, here; what is persisted, sent to peers and
 * applied are these bytes.
 */
import { Hasher } from '../../runtime/base/hash.js';
import { type Body, type client, command, Writer } from '../../runtime/base/proto.js';
import type { WriteName } from './sessions.js';

export type Write = Body<client.Write.$Properties>;

/** A scratch buffer that has grown beyond this is given back. */
const SCRATCH_BYTES_MAX = 1024 * 1024;
const NO_BYTES = new Uint8Array(0);
const UNNAMED: WriteName = { sessionStampMs: 0, sessionSerial: 0, sequence: 0, lowestUnresolved: 0 };

const text = new TextEncoder();

/** 16 bytes: two of the pinned 64-bit hashes, told apart by what they begin with. */
function hash128(bytes: Uint8Array): Uint8Array {
  const hash = new Uint8Array(16);
  const view = new DataView(hash.buffer);
  for (const half of [0, 1]) {
    const { high, low } = new Hasher().uint53(half).bytes(bytes).digest();
    view.setUint32(8 * half, high);
    view.setUint32(8 * half + 4, low);
  }
  return hash;
}

export class CommandEncoder {
  #scratch = Writer.create();

  /** A write under its name in a session. */
  encodeNamed(write: Write, name: WriteName, vshard: number): Uint8Array {
    return this.#encode(bodyOf(write, name, vshard, NO_BYTES, NO_BYTES));
  }

  /** A write that an idempotency key names, with a hash of what it asks for: the key goes with one request only. */
  encodeKeyed(write: Write, vshard: number): Uint8Array {
    const request = this.#encode(bodyOf(write, UNNAMED, vshard, NO_BYTES, NO_BYTES));
    return this.#encode(bodyOf(write, UNNAMED, vshard, hash128(text.encode(write.idempotencyKey)), hash128(request)));
  }

  #encode(body: command.Command.$Properties): Uint8Array {
    const writer = this.#scratch.reset();
    const bytes = command.Command.encode(body, writer).finish();
    if (bytes.length > SCRATCH_BYTES_MAX) this.#scratch = Writer.create();
    return bytes;
  }
}

function bodyOf(
  write: Write,
  name: WriteName,
  vshard: number,
  key: Uint8Array,
  request: Uint8Array,
): command.Command.$Properties {
  return {
    sessionStampMs: name.sessionStampMs,
    sessionSerial: name.sessionSerial,
    sequence: name.sequence,
    lowestUnresolved: name.lowestUnresolved,
    idempotencyHash: key,
    requestHash: request,
    vshard,
    operations: write.operations as command.Operation.$Properties[],
  };
}
