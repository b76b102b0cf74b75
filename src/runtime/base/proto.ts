/**
 * The generated protobuf code, and the types that messages have once decoded. The only module that imports generated
 * code, so that `protobuf-setup` always comes first.
 */
import './protobuf-setup.js';
import protobuf from 'protobufjs/minimal.js';
import { apply, client, command, envelope, group, peer, raft, storage } from '#proto/quorate';
import { assertUint53 } from './assert.js';
import { asQuorateError } from './errors.js';

export { apply, client, command, envelope, group, peer, raft, storage };
export const Reader = protobuf.Reader;
export type Reader = protobuf.Reader;
export const Writer = protobuf.Writer;
export type Writer = protobuf.Writer;

type Scalar<T> = T extends string
  ? string extends T
    ? true
    : false
  : T extends number | boolean | Uint8Array | readonly unknown[]
    ? true
    : false;
type Field<T> = T extends Uint8Array
  ? Uint8Array
  : T extends readonly (infer Element)[]
    ? Field<Element>[]
    : T extends object
      ? Body<T>
      : T;

/**
 * A message as code sees it: scalars, enums, bytes and lists are always there (absent means zero or empty), messages
 * inside it and members of a oneof may be null or missing. Made from the generated `$Properties` type.
 */
export type Body<P> = {
  [K in keyof P as K extends `$${string}` ? never : Scalar<NonNullable<P[K]>> extends true ? K : never]-?: Field<
    NonNullable<P[K]>
  >;
} & {
  [K in keyof P as K extends `$${string}` ? never : Scalar<NonNullable<P[K]>> extends true ? never : K]?:
    | Field<NonNullable<P[K]>>
    | null
    | undefined;
};

/** The static side of a generated message class. */
export interface GeneratedMessage<P> {
  encode(message: P, writer?: Writer): Writer;
  decode(reader: Reader | Uint8Array, length?: number): unknown;
}

/** Decodes one message; whatever is wrong with the bytes is an `ERR_DECODE`. Bytes fields are views of `bytes`. */
export function decodeMessage<P>(type: GeneratedMessage<P>, bytes: Uint8Array): Body<P> {
  try {
    return type.decode(bytes) as Body<P>;
  } catch (thrown) {
    throw asQuorateError(thrown, 'ERR_DECODE');
  }
}

/** Encodes one message into bytes with a buffer of their own. */
export function encodeMessage<P>(type: GeneratedMessage<P>, message: P): Uint8Array {
  const pooled = type.encode(message).finish();
  return new Uint8Array(pooled);
}

/** What a decoded message must satisfy before its numbers are used: protobuf carries 64 bits, we use 53. */
export function assertUint53Fields<T extends object>(message: T, fields: readonly (keyof T & string)[]): void {
  for (const field of fields) assertUint53(message[field] as number, field);
}
