/**
 * The two requests that etcd is measured with, as bodies of gRPC calls: a byte that says "not compressed", four of length,
 * and the protobuf message. One body serves a whole run, because h2load sends nothing else: always the same key.
 */

/** Fields of `PutRequest` and of `RangeRequest`: both have the key first; a put has the value second. */
const KEY_FIELD = 1;
const VALUE_FIELD = 2;
const LENGTH_DELIMITED = 2;
const VARINT_BITS = 7;
const VARINT_MORE = 0x80;
const LENGTH_BYTES = 4;

function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (let rest = value; ; rest >>>= VARINT_BITS) {
    if (rest < VARINT_MORE) return Buffer.from([...bytes, rest]);
    bytes.push((rest & (VARINT_MORE - 1)) | VARINT_MORE);
  }
}

const bytesField = (field: number, bytes: Uint8Array): Buffer =>
  Buffer.concat([varint((field << 3) | LENGTH_DELIMITED), varint(bytes.length), bytes]);

function grpcBody(message: Uint8Array): Buffer {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(message.length);
  return Buffer.concat([Buffer.of(0), length, message]);
}

export interface EtcdCall {
  readonly path: string;
  readonly body: Buffer;
}

export function putCall(key: Uint8Array, value: Uint8Array): EtcdCall {
  const message = Buffer.concat([bytesField(KEY_FIELD, key), bytesField(VALUE_FIELD, value)]);
  return { path: '/etcdserverpb.KV/Put', body: grpcBody(message) };
}

/** Linearizable, which is etcd's default. */
export function rangeCall(key: Uint8Array): EtcdCall {
  return { path: '/etcdserverpb.KV/Range', body: grpcBody(bytesField(KEY_FIELD, key)) };
}
