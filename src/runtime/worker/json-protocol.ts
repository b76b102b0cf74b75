/**
 * JSON protocol: messages of an application's actors without code generation. A body is a JSON object; on the wire it
 * is its text in a protobuf string. Several times slower than a generated protocol, and dates, typed arrays and
 * undefined do not survive it: for small messages at moderate rates.
 */
import type { AnyMessage, Delivery, Protocol } from '../actor/protocol.js';
import { assert } from '../base/assert.js';
import { asQuorateError, QuorateError } from '../base/errors.js';

/** Field 1, length-delimited. */
const BODY_TAG = 10;

/**
 * The protocol `name` (the actor's kind) with these messages, each with what happens when the mailbox is full. Messages
 * are numbered in the order given here, the same on every thread of a system.
 *
 * @example
 * type CounterMessage =
 *   | { type: 'add'; body: { by: number } }
 *   | { type: 'total'; body: { value: number } };
 * const protocol = jsonProtocol<CounterMessage>('counter', { add: 'ask', total: 'ask' });
 */
export function jsonProtocol<M extends AnyMessage>(
  name: string,
  deliveries: Readonly<Record<M['type'], Delivery>>,
): Protocol<M> {
  const types = Object.keys(deliveries) as M['type'][];
  assert(types.length > 0, 'a protocol has messages', { name });
  const numbers = new Map(types.map((type, at) => [type, at + 1]));
  const numberOf = (type: M['type']): number => {
    const number = numbers.get(type);
    if (number === undefined) throw new QuorateError('ERR_INVALID_REQUEST', `${name} has no message '${type}'`);
    return number;
  };
  return {
    name,
    has: (type) => numbers.has(type),
    number: numberOf,
    delivery(type) {
      numberOf(type);
      return deliveries[type];
    },
    encode(message, writer) {
      writer.uint32(BODY_TAG).string(JSON.stringify(message.body));
    },
    decode(number, reader, length) {
      const type = types[number - 1];
      if (type === undefined) throw new QuorateError('ERR_DECODE', `${name} has no message number ${number}`);
      const end = reader.pos + length;
      try {
        assert(reader.uint32() === BODY_TAG, 'a JSON message is one string', undefined, 'ERR_DECODE');
        const body: unknown = JSON.parse(reader.string());
        assert(reader.pos === end, 'a JSON message ends where it says', undefined, 'ERR_DECODE');
        assert(typeof body === 'object' && body !== null, 'a body is an object', undefined, 'ERR_DECODE');
        return { type, body } as unknown as M;
      } catch (thrown) {
        throw asQuorateError(thrown, 'ERR_DECODE');
      }
    },
  };
}
