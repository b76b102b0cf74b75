/**
 * Protocols: which messages an actor kind understands, as a table.
 *
 * A message is `{ type, body }`; `type` is a key of the protocol's table, `body` the generated protobuf message that the
 * table names. Within a thread a message is passed as it is and sending gives up ownership; to another thread or node its
 * body is encoded. Numbers in the table are wire format: they are never reused.
 */
import { assert } from '../base/assert.js';
import { asQuorateError, QuorateError } from '../base/errors.js';
import type { Body, GeneratedMessage, Reader, Writer } from '../base/proto.js';

/**
 * What happens when the receiver's mailbox is full.
 * - `droppable`: the message is dropped and counted; the sender's protocol repeats itself (Raft between peers).
 * - `credited`: the sender holds a credit, so there is always room (append and apply); a full mailbox is an invariant broken.
 * - `ask`: refused with `ERR_MAILBOX_FULL`.
 */
export type Delivery = 'droppable' | 'credited' | 'ask';

export interface MessageSpec<P> {
  readonly number: number;
  readonly body: GeneratedMessage<P>;
  readonly delivery: Delivery;
}

// biome-ignore lint/suspicious/noExplicitAny: a table of specs with different bodies has no better common type
export type ProtocolTable = Readonly<Record<string, MessageSpec<any>>>;

/** The union of a table's messages, told apart by `type`. */
export type MessageOf<T extends ProtocolTable> = {
  [K in keyof T & string]: { readonly type: K; readonly body: T[K] extends MessageSpec<infer P> ? Body<P> : never };
}[keyof T & string];

/** Any message, before a protocol has said which. */
export interface AnyMessage {
  readonly type: string;
  readonly body: object;
}

export interface Protocol<M extends AnyMessage = AnyMessage> {
  readonly name: string;
  /** The protocol has a message of this type. The others throw when it has not. */
  has(type: string): boolean;
  delivery(type: M['type']): Delivery;
  number(type: M['type']): number;
  /** Writes the body, without a length. */
  encode(message: M, writer: Writer): void;
  /** Reads `length` bytes as the message with this number. Throws `ERR_DECODE`. Bytes fields are views of the input. */
  decode(number: number, reader: Reader, length: number): M;
}

/** `message('number on the wire', GeneratedClass, delivery)`: one line of a protocol table. */
export function message<P>(number: number, body: GeneratedMessage<P>, delivery: Delivery): MessageSpec<P> {
  return { number, body, delivery };
}

export function defineProtocol<T extends ProtocolTable>(name: string, table: T): Protocol<MessageOf<T>> {
  const byNumber = new Map<number, [string, GeneratedMessage<unknown>]>();
  for (const [type, spec] of Object.entries(table)) {
    assert(!byNumber.has(spec.number), 'message numbers are unique', { protocol: name, number: spec.number });
    byNumber.set(spec.number, [type, spec.body]);
  }
  const spec = (type: string): MessageSpec<unknown> => {
    const found = table[type];
    if (found === undefined) throw new QuorateError('ERR_INVARIANT', `${name} has no message '${type}'`);
    return found;
  };
  return {
    name,
    has: (type) => Object.hasOwn(table, type),
    delivery: (type) => spec(type).delivery,
    number: (type) => spec(type).number,
    encode(message, writer) {
      spec(message.type).body.encode(message.body, writer);
    },
    decode(number, reader, length) {
      const found = byNumber.get(number);
      if (found === undefined) throw new QuorateError('ERR_DECODE', `${name} has no message number ${number}`);
      try {
        return { type: found[0], body: found[1].decode(reader, length) } as MessageOf<T>;
      } catch (thrown) {
        throw asQuorateError(thrown, 'ERR_DECODE');
      }
    },
  };
}
