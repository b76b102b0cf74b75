/** Frames, wherever a socket cuts them, and whatever else comes instead. */
import test from 'ava';
import { client, decodeMessage } from '../../../src/runtime/base/proto.js';
import { encodeFrame, FRAME_HEADER_BYTES, FrameDecoder, FrameEncoder } from '../../../src/runtime/net/frame.js';

const hello = (clusterId: string): Buffer => encodeFrame(client.Hello, { protocol: 1, clusterId });

const idsOf = (payloads: readonly Uint8Array[]): string[] =>
  payloads.map((payload) => decodeMessage(client.Hello, payload).clusterId);

test('frames arrive whole, in order, wherever the stream is cut in two', (t) => {
  const stream = Buffer.concat([hello('first'), hello(''), hello('third')]);
  for (let cut = 0; cut <= stream.length; cut += 1) {
    const decoder = new FrameDecoder(1_000);
    const payloads = [...decoder.push(stream.subarray(0, cut)), ...decoder.push(stream.subarray(cut))];
    t.deepEqual(idsOf(payloads), ['first', '', 'third'], `cut at ${cut}`);
    t.true(decoder.isAtBoundary);
  }
});

test('frames arrive whole when the stream comes byte by byte', (t) => {
  const stream = Buffer.concat([hello('first'), hello('second')]);
  const decoder = new FrameDecoder(1_000);
  const payloads = [...stream].flatMap((byte) => [...decoder.push(Uint8Array.of(byte))]);
  t.deepEqual(idsOf(payloads), ['first', 'second']);
});

test('an empty payload is a frame', (t) => {
  const decoder = new FrameDecoder(1_000);
  t.is(decoder.push(encodeFrame(client.Status, {})).length, 1);
});

test('a frame over the limit is refused by its header alone', (t) => {
  const decoder = new FrameDecoder(100);
  const header = Buffer.alloc(FRAME_HEADER_BYTES);
  header.writeUInt32BE(101);
  t.throws(() => decoder.push(header), { code: 'ERR_FRAME_TOO_LARGE' });
});

test('a frame of exactly the limit is taken', (t) => {
  const frame = hello('x'.repeat(50));
  const decoder = new FrameDecoder(frame.length - FRAME_HEADER_BYTES);
  t.is(decoder.push(frame).length, 1);
});

test('one flipped bit anywhere is noticed, or leaves a frame that is not complete', (t) => {
  const frame = hello('a cluster');
  for (let bit = 0; bit < frame.length * 8; bit += 1) {
    const damaged = Buffer.from(frame);
    damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    const decoder = new FrameDecoder(1_000);
    let outcome: string;
    try {
      outcome = decoder.push(damaged).length === 0 ? 'incomplete' : 'taken';
    } catch (thrown) {
      outcome = (thrown as { code: string }).code;
    }
    t.true(['incomplete', 'ERR_DECODE', 'ERR_FRAME_TOO_LARGE'].includes(outcome), `bit ${bit}: ${outcome}`);
  }
});

test('other protocols are recognised as such', (t) => {
  for (const garbage of [
    'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
    'SSH-2.0-OpenSSH_9.2\r\n',
    '\x16\x03\x01\x02\x00\x01\x00\x01',
  ]) {
    const decoder = new FrameDecoder(1_000);
    t.throws(() => decoder.push(Buffer.from(garbage, 'latin1')), { code: 'ERR_FRAME_TOO_LARGE' });
  }
});

test('a large frame in many pieces is put together once', (t) => {
  const frame = hello('y'.repeat(1_000_000));
  const decoder = new FrameDecoder(2_000_000);
  const payloads: Uint8Array[] = [];
  for (let at = 0; at < frame.length; at += 1_000) payloads.push(...decoder.push(frame.subarray(at, at + 1_000)));
  t.is(idsOf(payloads)[0]?.length, 1_000_000);
});

test('a large frame that trickles in byte by byte is put together in time', (t) => {
  const frame = hello('y'.repeat(300_000));
  const decoder = new FrameDecoder(2_000_000);
  const payloads = [...frame].flatMap((byte) => [...decoder.push(Uint8Array.of(byte))]);
  t.is(idsOf(payloads)[0], 'y'.repeat(300_000));
});

test('what an encoder gave away does not change when it goes on', (t) => {
  const encoder = new FrameEncoder();
  encoder.append(client.Hello, { clusterId: 'one' });
  const taken = encoder.take();
  encoder.append(client.Hello, { clusterId: 'two' });
  encoder.append(client.Hello, { clusterId: 'z'.repeat(200_000) });
  t.deepEqual(idsOf(new FrameDecoder(1_000).push(taken)), ['one']);
  const rest = new FrameDecoder(300_000).push(encoder.take());
  t.deepEqual(
    idsOf(rest).map((id) => id.length),
    [3, 200_000],
  );
  t.is(encoder.bytes, 0);
});
