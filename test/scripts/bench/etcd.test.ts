/** The requests that etcd gets, byte by byte, and what h2load says of them. */
import test from 'ava';
import { putCall, rangeCall } from '../../../scripts/bench/peers/etcd-requests.js';
import { parseLatenciesMs, parseOutput } from '../../../scripts/bench/peers/h2load.js';

test('a put is a gRPC body with key and value, lengths above 127 included', (t) => {
  const { path, body } = putCall(Buffer.from('key'), Buffer.alloc(200, 7));
  t.is(path, '/etcdserverpb.KV/Put');
  const message = Buffer.concat([Buffer.from('\x0a\x03key\x12\xc8\x01', 'latin1'), Buffer.alloc(200, 7)]);
  t.deepEqual(body, Buffer.concat([Buffer.of(0, 0, 0, 0, message.length), message]));
});

test('a range is a gRPC body with the key alone', (t) => {
  t.deepEqual(rangeCall(Buffer.from('k')).body, Buffer.of(0, 0, 0, 0, 3, 0x0a, 1, 0x6b));
});

test('what h2load prints gives the rate, the successes and the bytes', (t) => {
  const text = `finished in 1.15s, 17343.12 req/s, 1.13MB/s
requests: 20000 total, 20000 started, 20000 done, 19999 succeeded, 1 failed, 1 errored, 0 timeout
traffic: 1.31MB (1371938) total, 39.11KB (40048) headers (space savings 94.73%), 667.47KB (683492) data`;
  t.deepEqual(parseOutput(text), { perSecond: 17343.12, succeeded: 19999, bytes: 683492 });
  t.throws(() => parseOutput('h2load: could not resolve'), { message: /unexpected/ });
});

test("the third column of h2load's log is the latency in microseconds", (t) => {
  t.deepEqual(parseLatenciesMs('1795196534026559\t200\t2739\n1795196534026511\t200\t3740\n'), [2.739, 3.74]);
});
