/** The simulated network does what TCP does, and no more: order, silence, ends, refusals. */
import test from 'ava';
import { createRandom } from '../../../src/runtime/base/random.js';
import { type ConnectionEnd, SimulatedNetwork } from '../../../src/runtime/sim/network.js';
import { VirtualTime } from '../../../src/runtime/sim/virtual-time.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (payload: Uint8Array): string => new TextDecoder().decode(payload);

interface Side {
  readonly end: ConnectionEnd;
  readonly seen: string[];
}

/** Node 1 has dialed node 2. */
function connected() {
  const time = new VirtualTime(0);
  const network = new SimulatedNetwork({ time, random: createRandom(3) });
  const sides: Side[] = [];
  const watch = (end: ConnectionEnd): void => {
    const seen: string[] = [];
    end.listener = {
      onPayloads: (payloads, isCorrupt) => seen.push(...payloads.map((one) => (isCorrupt ? 'corrupt' : text(one)))),
      onClosed: (code) => seen.push(code),
      onDrained: () => {},
    };
    sides.push({ end, seen });
  };
  const dial = (isWanted = () => true, onRefused = () => {}) =>
    network.dial(1, 2, { onDialed: watch, onRefused }, isWanted);
  network.listen(2, watch);
  dial();
  time.runUntilIdle();
  const [far, near] = sides as [Side, Side];
  return { time, network, near, far, sides, dial };
}

test('what is written arrives in order, however long each takes', (t) => {
  const { time, network, near, far } = connected();
  network.conditions.delayMsMax = 100;
  const sent = Array.from({ length: 50 }, (_, at) => `message ${at}`);
  for (const one of sent) near.end.write([bytes(one)]);
  time.runUntilIdle();
  t.deepEqual(far.seen, sent);
});

test('over a cut way nothing arrives and nobody is told, until it is healed', (t) => {
  const { time, network, near, far } = connected();
  network.cut(1, 2);
  near.end.write([bytes('held')]);
  far.end.write([bytes('other way')]);
  near.end.close();
  time.runFor(10_000);
  t.deepEqual(far.seen, []);
  t.deepEqual(near.seen, [], 'it was closed before the other way brought anything');
  network.heal();
  time.runUntilIdle();
  t.deepEqual(far.seen, ['held', 'ERR_CONNECTION_LOST']);
});

test('a clogged way delivers late', (t) => {
  const { time, network, near, far } = connected();
  network.clog(1, 2, time.now() + 500);
  near.end.write([bytes('late')]);
  time.runFor(400);
  t.deepEqual(far.seen, []);
  time.runFor(200);
  t.deepEqual(far.seen, ['late']);
});

test('a clog that is taken back early holds nothing up any more (seed 20679 was silent until its end)', (t) => {
  const { time, network, near, far } = connected();
  network.clog(1, 2, time.now() + 5_000);
  near.end.write([bytes('held')]);
  time.runFor(100);
  network.heal();
  time.runFor(500);
  near.end.write([bytes('at once')]);
  time.runFor(100);
  t.deepEqual(far.seen, ['held', 'at once']);
});

test('a process that dies has its connections closed, and a dial finds nobody', (t) => {
  const { time, network, near, dial } = connected();
  near.end.write([bytes('lost')]);
  network.processEnded(2, true);
  let refused = 0;
  dial(undefined, () => {
    refused += 1;
  });
  time.runUntilIdle();
  t.deepEqual(near.seen, ['ERR_CONNECTION_LOST']);
  t.is(refused, 1);
});

test('a machine without power says nothing; when it is back it ends what it does not know, and takes the dial', (t) => {
  const { time, network, near, sides, dial } = connected();
  network.processEnded(2, false);
  near.end.write([bytes('into the void')]);
  let refused = 0;
  dial(undefined, () => {
    refused += 1;
  });
  time.runFor(10_000);
  t.deepEqual(near.seen, []);
  network.listen(2, (end) => sides.push({ end, seen: [] }));
  near.end.write([bytes('who are you')]);
  time.runUntilIdle();
  t.deepEqual(near.seen, ['ERR_CONNECTION_LOST']);
  t.is(refused, 0);
  t.is(sides.length, 4, 'both ends of the second connection are there');
});

test('a reset tells both sides, or the other one only when it writes', (t) => {
  const both = connected();
  both.network.reset(both.near.end, 'told');
  both.time.runUntilIdle();
  t.deepEqual([both.near.seen, both.far.seen], [['ERR_CONNECTION_LOST'], ['ERR_CONNECTION_LOST']]);

  const one = connected();
  one.network.reset(one.near.end, 'told when it writes');
  one.time.runUntilIdle();
  t.deepEqual([one.near.seen, one.far.seen], [['ERR_CONNECTION_LOST'], []], 'half open');
  one.far.end.write([bytes('hello?')]);
  one.time.runUntilIdle();
  t.deepEqual(one.far.seen, ['ERR_CONNECTION_LOST']);
});

test('one payload arrives corrupt, the next does not', (t) => {
  const { time, network, near, far } = connected();
  network.corruptNext(1, 2);
  near.end.write([bytes('a')]);
  near.end.write([bytes('b')]);
  time.runUntilIdle();
  t.deepEqual(far.seen, ['corrupt', 'b']);
});

test('a dial that nobody waits for any more leaves no connection', (t) => {
  const { time, network, dial } = connected();
  const before = network.connections().length;
  let isWanted = true;
  dial(() => isWanted);
  time.runFor(0.05);
  isWanted = false;
  time.runUntilIdle();
  t.is(network.connections().length, before);
});
