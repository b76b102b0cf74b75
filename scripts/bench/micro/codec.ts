/** Codec: envelopes into a reused writer and out of a frame, by message. */

import { logWriterProtocol } from '../../../src/actors/log-writer/protocol.js';
import { groupProtocol } from '../../../src/actors/raft/protocol.js';
import type { Envelope } from '../../../src/runtime/actor/envelope.js';
import { decodeEnvelopes, encodeEnvelope } from '../../../src/runtime/actor/envelope-codec.js';
import type { AnyMessage } from '../../../src/runtime/actor/protocol.js';
import { Routes } from '../../../src/runtime/actor/routes.js';
import { Writer } from '../../../src/runtime/base/proto.js';
import { jsonProtocol } from '../../../src/runtime/worker/json-protocol.js';
import { createBench, print, rowsOf } from './report.js';

const FRAME = 64;
const routes = new Routes();
routes.register('group', groupProtocol);
routes.register('log-writer', logWriterProtocol);
routes.register('sample', jsonProtocol('sample', { note: 'ask' }), 1000);

const entries = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ term: 7, index: 1_000 + at, type: 0, data: new Uint8Array(256) }));
const append = (count: number): AnyMessage => ({
  type: 'append',
  body: {
    group: 3,
    groupBoot: 1_048_577,
    writerBoot: 1_048_576,
    sequence: 12_345,
    hardState: { term: 7, vote: 1, commit: 999 },
    entries: entries(count),
  },
});

const SAMPLES: readonly { readonly name: string; readonly to: string; readonly message: AnyMessage }[] = [
  {
    name: 'propose, 256 bytes',
    to: 'group',
    message: { type: 'propose', body: { request: 9, command: new Uint8Array(256) } },
  },
  { name: 'append, 1 entry of 256 bytes', to: 'log-writer', message: append(1) },
  { name: 'append, 16 entries of 256 bytes', to: 'log-writer', message: append(16) },
  { name: 'JSON, 256 characters', to: 'sample', message: { type: 'note', body: { text: 'x'.repeat(256) } } },
];

function envelope(to: string, message: AnyMessage): Envelope {
  const ref = (kind: string) => ({ node: 1, kind, instance: 3 });
  const boots = { toBoot: 0, fromBoot: 1_048_577 };
  return { to: ref(to), from: ref('group'), ...boots, ask: 0, isAnswer: false, message, failure: undefined };
}

const bench = createBench();
const writer = Writer.create();
for (const { name, to, message } of SAMPLES) {
  const sample = envelope(to, message);
  const encode = (): void => {
    writer.pos = 0;
    for (let n = 0; n < FRAME; n += 1) encodeEnvelope(writer, sample, routes);
  };
  encode();
  const frame = new Uint8Array(writer.buf.subarray(0, writer.pos));
  bench.add(`encode ${name}`, encode);
  bench.add(`decode ${name}`, () => void decodeEnvelopes(frame, routes));
}
await bench.run();
print(
  `envelopes, ${FRAME} in a frame`,
  rowsOf(bench, 'envelope', () => FRAME),
);
