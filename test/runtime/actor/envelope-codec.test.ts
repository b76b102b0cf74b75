/** Envelopes as bytes: round trips, agreement with the generated code, and hostile frames. */
import test from 'ava';
import type { Envelope } from '../../../src/runtime/actor/envelope.js';
import { decodeEnvelopes, encodeEnvelope } from '../../../src/runtime/actor/envelope-codec.js';
import { Routes } from '../../../src/runtime/actor/routes.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { Reader, Writer, envelope as wire } from '../../../src/runtime/base/proto.js';
import { say, testProtocol, textOf } from './kernel-world.js';

const routes = new Routes();
routes.register('group', testProtocol);
routes.register('counter', testProtocol, 1000);

const group = { node: 3, kind: 'group', instance: 12 };
const counter = { node: 1, kind: 'counter', instance: 7 };
const port = { node: 1, kind: 'port', instance: 2 };

function sent(parts: Partial<Envelope>): Envelope {
  return {
    to: group,
    toBoot: 0,
    from: counter,
    fromBoot: 5,
    ask: 0,
    isAnswer: false,
    message: say('hello'),
    failure: undefined,
    ...parts,
  };
}

function encode(...envelopes: Envelope[]): Uint8Array {
  const writer = Writer.create();
  for (const envelope of envelopes) encodeEnvelope(writer, envelope, routes);
  return writer.finish();
}

const flat = (e: Envelope) => ({ ...e, message: textOf(e.message), failure: e.failure?.code });

test('envelopes survive a round trip, many in one frame', (t) => {
  const details = { leaderNode: 2 };
  const envelopes = [
    sent({}),
    sent({ toBoot: 9, fromBoot: 2 ** 53 - 1 }),
    sent({ from: port, ask: 44, message: say('asked', 'question') }),
    sent({ to: port, from: group, ask: 44, isAnswer: true, message: say('answered') }),
    sent({
      to: port,
      from: group,
      ask: 45,
      isAnswer: true,
      message: undefined,
      failure: new QuorateError('ERR_NOT_LEADER', 'ask node 2', { details }),
    }),
    sent({ to: counter, from: group, isAnswer: true, failure: new QuorateError('ERR_MAILBOX_FULL', 'full') }),
    sent({ to: port, from: group, message: say('from an actor to a port') }),
  ];
  const decoded = decodeEnvelopes(encode(...envelopes), routes);
  t.deepEqual(decoded.map(flat), envelopes.map(flat));
  t.is(decoded[4]?.failure?.message, 'ask node 2');
  t.deepEqual(decoded[4]?.failure?.details, details);
});

test('the hand-written codec and the generated one agree', (t) => {
  const bytes = encode(sent({ toBoot: 9, ask: 3, isAnswer: false }));
  const reader = Reader.create(bytes);
  const generated = wire.Envelope.decode(reader, reader.uint32());
  t.deepEqual([generated.to?.node, generated.to?.kind, generated.to?.instance, generated.toBoot], [3, 2, 12, 9]);
  t.deepEqual(
    [generated.from?.node, generated.from?.kind, generated.from?.instance, generated.fromBoot, generated.ask],
    [1, 1000, 7, 5, 3],
  );
  t.is(generated.message, 1);
  const writer = Writer.create();
  writer.fork();
  wire.Envelope.encode(generated, writer).ldelim();
  t.deepEqual(writer.finish(), bytes);
});

test('every truncation and every flipped bit is a typed error or another valid frame, never anything else', (t) => {
  const bytes = encode(sent({}), sent({ ask: 7, from: port }));
  const attempt = (input: Uint8Array): string => {
    try {
      decodeEnvelopes(input, routes);
      return 'ok';
    } catch (thrown) {
      return thrown instanceof QuorateError ? thrown.code : `untyped: ${String(thrown)}`;
    }
  };
  const outcomes = new Set<string>();
  for (let length = 1; length < bytes.length; length += 1) outcomes.add(attempt(bytes.subarray(0, length)));
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const flipped = Uint8Array.from(bytes);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    outcomes.add(attempt(flipped));
  }
  t.deepEqual(
    [...outcomes].sort(),
    ['ERR_DECODE', 'ERR_UNSAFE_INTEGER', 'ok'].filter((code) => outcomes.has(code)).sort(),
  );
  t.true(outcomes.has('ERR_DECODE'));
});

test('kinds and messages that are not known are refused', (t) => {
  t.throws(() => encode(sent({ to: { ...group, kind: 'unheard-of' } })), { code: 'ERR_DECODE' });
  t.throws(() => routes.register('group', testProtocol), { code: 'ERR_INVARIANT' });
  t.throws(() => routes.register('low', testProtocol, 999), { code: 'ERR_INVARIANT' });
  t.throws(() => routes.register('clash', testProtocol, 1000), { code: 'ERR_INVARIANT' });
});
