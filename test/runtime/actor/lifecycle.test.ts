/** Lives of an actor: crashes, restarts, boots, watchers, children, stopping. */
import test from 'ava';
import type { PeerEvent } from '../../../src/runtime/actor/actor.js';
import { SUPERVISION } from '../../../src/runtime/actor/supervision.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { kernelWorld, say, scripted } from './kernel-world.js';

const state = (event: PeerEvent) => `${event.state} ${event.boot}`;

test('a turn that throws has sent nothing, and the actor comes back with a higher boot after its backoff', (t) => {
  const heard: string[] = [];
  const stopped: number[] = [];
  const { time, kernel, published, forwarded } = kernelWorld([
    scripted('a', () => {
      let boot = 0;
      return {
        onStart(ctx) {
          boot = ctx.boot;
        },
        on(text, ctx) {
          ctx.send({ node: 2, kind: 'a', instance: 0 }, say('must not leave'));
          ctx.after(1, say('must not fire'));
          if (text === 'boom') throw new Error('boom');
        },
        onStop: () => void stopped.push(boot),
      };
    }),
    scripted('b', () => ({ on: (text) => void heard.push(text) })),
  ]);
  const a = kernel.spawn('a', 0);
  const port = kernel.openPort(1, () => {});
  const startMs = time.now();
  port.send(a, say('boom'));
  time.runUntil(startMs);
  t.is(kernel.inspect()[0]?.state, 'restarting');
  t.deepEqual(stopped, [101]);
  time.runUntilIdle();
  t.deepEqual(forwarded, []);
  t.deepEqual(
    published.map(({ event }) => state(event)),
    ['up 101', 'down 101', 'up 103'],
  );
  const waitedMs = time.now() - startMs;
  t.true(waitedMs >= 5 && waitedMs <= 10, `${waitedMs}`);
  t.is(kernel.inspect()[0]?.restarts, 1);
});

test('a spent budget escalates and the actor stays down, which watchers are told, also those who come later', (t) => {
  const told: unknown[] = [];
  const { time, kernel, escalated, published } = kernelWorld([
    scripted('watcher', () => ({
      onStart: (ctx) => ctx.watch({ node: 1, kind: 'a', instance: 0 }),
      onPeer: (_, event) => void told.push('spent' in event ? event.spent : event.state),
    })),
    scripted('a', () => ({
      onStart() {
        throw new QuorateError('ERR_STORAGE_IO', 'the disk is gone');
      },
    })),
  ]);
  const a = kernel.spawn('a', 0);
  time.runUntilIdle();
  t.is(kernel.inspect()[0]?.restarts, SUPERVISION.application.maxRestarts);
  t.deepEqual(
    escalated.map(({ ref, error }) => [ref, error.code]),
    [[a, 'ERR_STORAGE_IO']],
  );
  t.false(kernel.has(a));
  t.is(kernel.inspect()[0]?.state, 'stopped');
  t.like(published.at(-1), { ref: a, event: { state: 'down', spent: 'the disk is gone' } });
  kernel.spawn('watcher', 0);
  time.runUntilIdle();
  t.deepEqual(told, ['the disk is gone']);
  t.is(kernel.openPort(1, () => {}).spent(a), 'the disk is gone');
});

test('an actor that comes back to a full disk waits for space, and its budget stays what it was', (t) => {
  let isFull = false;
  const { time, kernel, escalated } = kernelWorld([
    scripted('a', () => ({
      onStart() {
        if (isFull) throw new QuorateError('ERR_STORAGE_FULL', 'no room');
      },
    })),
  ]);
  const a = kernel.spawn('a', 0);
  const port = kernel.openPort(1, () => {});
  const { maxRestarts, backoff } = SUPERVISION.application;
  const crash = () => {
    kernel.crash(a, new QuorateError('ERR_INVARIANT', 'crashed by a test'));
    port.send(a, say('x'));
  };
  time.runUntilIdle();
  isFull = true;
  crash();
  time.runFor(3 * maxRestarts * backoff.maxMs);
  t.deepEqual(escalated, []);
  t.is(kernel.inspect()[0]?.state, 'restarting');
  isFull = false;
  time.runFor(backoff.maxMs);
  t.is(kernel.inspect()[0]?.state, 'running');
  for (let i = 0; i < maxRestarts; i += 1) {
    crash();
    time.runFor(backoff.maxMs);
  }
  t.is(kernel.inspect()[0]?.state, 'running', 'the first crash is long past, and waiting was none');
});

test('an actor that has never run does not wait for space: whoever started it is told', (t) => {
  const { time, kernel, escalated } = kernelWorld([
    scripted('a', () => ({
      onStart() {
        throw new QuorateError('ERR_STORAGE_FULL', 'no room');
      },
    })),
  ]);
  kernel.spawn('a', 0);
  time.runUntilIdle();
  t.deepEqual(
    escalated.map(({ error }) => error.code),
    ['ERR_STORAGE_FULL'],
  );
});

test('crashes that are long past do not count against the budget', (t) => {
  const { time, kernel, escalated } = kernelWorld([scripted('a', () => ({}))]);
  const a = kernel.spawn('a', 0);
  const port = kernel.openPort(1, () => {});
  for (let i = 0; i < 3 * SUPERVISION.application.maxRestarts; i += 1) {
    kernel.crash(a, new QuorateError('ERR_INVARIANT', 'crashed by a test'));
    port.send(a, say('x'));
    time.runFor(10_000);
  }
  t.deepEqual(escalated, []);
  t.is(kernel.inspect()[0]?.restarts, 3 * SUPERVISION.application.maxRestarts);
});

test('watchers are told in order: at once when the actor is up, then down and up', (t) => {
  const seen: string[] = [];
  const { time, kernel } = kernelWorld([
    scripted('a', () => ({
      on() {
        throw new Error('boom');
      },
    })),
    scripted('watcher', () => ({
      onStart(ctx) {
        ctx.watch({ node: 1, kind: 'a', instance: 0 });
        ctx.watch({ node: 1, kind: 'remote', instance: 0 });
      },
      onPeer: (ref, event) => void seen.push(`${ref.kind} ${state(event)}`),
    })),
  ]);
  const a = kernel.spawn('a', 0);
  time.runUntilIdle();
  kernel.spawn('watcher', 0);
  time.runUntilIdle();
  kernel.peer({ node: 1, kind: 'remote', instance: 0 }, { state: 'up', boot: 900 });
  kernel.peer({ node: 1, kind: 'remote', instance: 0 }, { state: 'down', boot: 900 });
  kernel.peer({ node: 1, kind: 'remote', instance: 0 }, { state: 'up', boot: 900 });
  kernel.openPort(1, () => {}).send(a, say('boom'));
  time.runUntilIdle();
  t.deepEqual(seen, ['a up 101', 'remote up 900', 'remote down 900', 'a down 101', 'a up 104']);
});

test('messages of an older boot of their sender, or for another boot of their receiver, are dropped', (t) => {
  const heard: string[] = [];
  const { time, kernel } = kernelWorld([scripted('a', () => ({ on: (text) => void heard.push(text) }))]);
  const a = kernel.spawn('a', 0);
  const from = { node: 1, kind: 'remote', instance: 0 };
  const envelope = (text: string, fromBoot: number, toBoot = 0) => ({
    to: a,
    toBoot,
    from,
    fromBoot,
    ask: 0,
    isAnswer: false,
    message: say(text),
    failure: undefined,
  });
  kernel.peer(from, { state: 'up', boot: 5 });
  kernel.deliver([envelope('queued, then outlived', 5)]);
  kernel.peer(from, { state: 'down', boot: 5 });
  kernel.peer(from, { state: 'up', boot: 6 });
  kernel.deliver([envelope('late', 5), envelope('current', 6), envelope('exact', 6, 101), envelope('other', 6, 99)]);
  time.runUntilIdle();
  t.deepEqual(heard, ['current', 'exact']);
});

test('children end with their parent, and only a parent stops its child', (t) => {
  const stopped: string[] = [];
  const { time, kernel, published } = kernelWorld([
    scripted('parent', () => ({
      onStart(ctx) {
        ctx.spawn('child', 1);
        ctx.spawn('child', 2);
      },
      on(text, ctx) {
        if (text === 'stop 1') ctx.stop({ node: 1, kind: 'child', instance: 1 });
        else ctx.stop({ node: 1, kind: 'other', instance: 0 });
      },
    })),
    scripted('child', (instance) => ({ onStop: () => void stopped.push(`child ${instance}`) })),
    scripted('other', () => ({})),
  ]);
  kernel.spawn('other', 0);
  const parent = kernel.spawn('parent', 0);
  time.runUntilIdle();
  const port = kernel.openPort(1, () => {});
  port.send(parent, say('stop 1'));
  time.runUntilIdle();
  t.deepEqual(stopped, ['child 1']);
  port.send(parent, say('stop other'));
  time.runFor(1);
  t.deepEqual(stopped, ['child 1', 'child 2']);
  time.runUntilIdle();
  t.true(kernel.has({ node: 1, kind: 'child', instance: 1 }), 'the restarted parent has spawned its children again');
  t.true(kernel.has({ node: 1, kind: 'other', instance: 0 }));
  t.is(published.filter(({ ref, event }) => ref.kind === 'child' && event.state === 'down').length, 2);
});

test('a ref that is taken is refused; a stopped one may be started again', (t) => {
  const { time, kernel } = kernelWorld([scripted('a', () => ({}))]);
  const a = kernel.spawn('a', 0);
  t.throws(() => kernel.spawn('a', 0), { code: 'ERR_USAGE' });
  kernel.stop(a);
  t.false(kernel.has(a));
  t.notThrows(() => kernel.spawn('a', 0));
  time.runUntilIdle();
  t.throws(() => kernel.spawn('unheard-of', 0), { code: 'ERR_CONFIG' });
});

test('closing stops actors in the reverse order of spawning and delivers nothing afterwards', (t) => {
  const events: string[] = [];
  const { time, kernel } = kernelWorld([
    scripted('a', (instance) => ({
      on: (text) => void events.push(text),
      onStop: () => void events.push(`stopped ${instance}`),
    })),
  ]);
  const refs = [1, 2, 3].map((instance) => kernel.spawn('a', instance));
  const port = kernel.openPort(1, () => {});
  time.runUntilIdle();
  for (const ref of refs) port.send(ref, say('never handled'));
  kernel.close();
  time.runUntilIdle();
  t.deepEqual(events, ['stopped 3', 'stopped 2', 'stopped 1']);
});
