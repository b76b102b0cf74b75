/** Messages of applications as JSON. */
import test from 'ava';
import { Reader, Writer } from '../../../src/runtime/base/proto.js';
import { jsonProtocol } from '../../../src/runtime/worker/json-protocol.js';

type Message =
  | { readonly type: 'add'; readonly body: { readonly by: number } }
  | { readonly type: 'note'; readonly body: { readonly text: string; readonly list: readonly number[] } };

const protocol = jsonProtocol<Message>('sample', { add: 'ask', note: 'droppable' });

function roundTrip(message: Message): Message {
  const writer = Writer.create();
  protocol.encode(message, writer);
  const bytes = writer.finish();
  return protocol.decode(protocol.number(message.type), Reader.create(bytes), bytes.length);
}

test('messages come back as they went', (t) => {
  const note: Message = { type: 'note', body: { text: 'äöü 🚀 "quoted"', list: [1, 2.5, -3] } };
  t.deepEqual(roundTrip(note), note);
  t.deepEqual(roundTrip({ type: 'add', body: { by: 0 } }), { type: 'add', body: { by: 0 } });
});

test('types are numbered in the order given, and keep their delivery', (t) => {
  t.is(protocol.number('add'), 1);
  t.is(protocol.number('note'), 2);
  t.is(protocol.delivery('note'), 'droppable');
  t.true(protocol.has('add'));
  t.false(protocol.has('toString'));
});

test('bytes that are no message are ERR_DECODE', (t) => {
  const encode = (text: string): Uint8Array => Writer.create().uint32(10).string(text).finish();
  for (const bytes of [
    encode('{'),
    encode('3'),
    encode('null'),
    new Uint8Array([10, 9, 123]),
    new Uint8Array([8, 1]),
  ]) {
    t.throws(() => protocol.decode(1, Reader.create(bytes), bytes.length), { code: 'ERR_DECODE' });
  }
  t.throws(() => protocol.decode(3, Reader.create(encode('{}')), 4), { code: 'ERR_DECODE' });
});
