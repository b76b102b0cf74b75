/** Which thread an actor lives on. */
import test from 'ava';
import { PORT_KIND } from '../../../src/runtime/actor/routes.js';
import { createPlacement, MAIN_THREAD, portInstance } from '../../../src/runtime/worker/placement.js';

const KINDS = { group: 'reactive', 'log-writer': 'log', applier: 'state' } as const;

test('one worker of each class: every kind lives on the worker of its class', (t) => {
  const placement = createPlacement({ workers: { reactive: 1, log: 1, state: 1, application: 1 }, kinds: KINDS });
  t.deepEqual(
    placement.threads.map(({ thread, workerClass }) => `${thread} ${workerClass}`),
    ['1 reactive', '2 log', '3 state', '4 application'],
  );
  t.is(placement.threadOf('group', 7), 1);
  t.is(placement.threadOf('log-writer', 0), 2);
  t.is(placement.threadOf('applier', 7), 3);
  t.is(placement.threadOf('counter', 7), 4);
});

test('instances are dealt out over the workers of a class, always the same way', (t) => {
  const placement = createPlacement({ workers: { reactive: 0, log: 0, state: 3, application: 0 }, kinds: KINDS });
  const threads = [0, 1, 2, 3, 4, 5].map((instance) => placement.threadOf('applier', instance));
  t.deepEqual(threads, [1, 2, 3, 1, 2, 3]);
  t.is(placement.threadOf('group', 1), undefined);
});

test("a port's thread can be read off its instance", (t) => {
  const placement = createPlacement({ workers: { reactive: 1, log: 0, state: 0, application: 0 }, kinds: {} });
  t.is(placement.threadOf(PORT_KIND, portInstance(MAIN_THREAD, 5)), MAIN_THREAD);
  t.is(placement.threadOf(PORT_KIND, portInstance(3, 0)), 3);
  t.throws(() => portInstance(0, 2 ** 20), { code: 'ERR_INVARIANT' });
});
