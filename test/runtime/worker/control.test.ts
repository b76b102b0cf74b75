/** Calls of the control plane: each ends, and errors keep their codes. */
import { MessageChannel } from 'node:worker_threads';
import test, { type ExecutionContext } from 'ava';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { ControlCaller, exposeControl } from '../../../src/runtime/worker/control.js';

interface Sample {
  double(n: number): number;
  refuse(): Promise<never>;
  fail(): never;
  never(): Promise<void>;
}

const sample: Sample = {
  double: (n) => 2 * n,
  refuse: async () => {
    throw new QuorateError('ERR_CORRUPT', 'group 3 is damaged', { details: { group: 3 } });
  },
  fail: () => {
    throw new TypeError('a plain error');
  },
  never: () => new Promise(() => undefined),
};

function caller(t: ExecutionContext, timeoutMs = 60_000): ControlCaller<Sample> {
  const { port1, port2 } = new MessageChannel();
  exposeControl(sample, port2);
  const made = new ControlCaller<Sample>(port1, timeoutMs);
  t.teardown(() => made.die(new QuorateError('ERR_STOPPING', 'the test is over')));
  return made;
}

test('a call is answered', async (t) => {
  const control = caller(t);
  t.is(await control.call('double', (remote) => remote.double(21)), 42);
});

test('an error keeps its code, details and message', async (t) => {
  const control = caller(t);
  const error = await t.throwsAsync(
    control.call('refuse', (remote) => remote.refuse()),
    { instanceOf: QuorateError, code: 'ERR_CORRUPT', message: 'group 3 is damaged' },
  );
  t.deepEqual(error?.details, { group: 3 });
  await t.throwsAsync(
    control.call('fail', (remote) => remote.fail()),
    { instanceOf: QuorateError, code: 'ERR_INVARIANT', message: 'a plain error' },
  );
});

test('calls to the dead reject: those that wait, and those to come', async (t) => {
  const control = caller(t);
  const waiting = control.call('never', (remote) => remote.never());
  control.die(new QuorateError('ERR_ACTOR_STOPPED', 'worker 3 has ended'));
  await t.throwsAsync(waiting, { code: 'ERR_ACTOR_STOPPED', message: 'worker 3 has ended' });
  await t.throwsAsync(
    control.call('double', (remote) => remote.double(1)),
    { code: 'ERR_ACTOR_STOPPED' },
  );
});

test('a call that is not answered in time rejects', async (t) => {
  const control = caller(t, 5);
  await t.throwsAsync(
    control.call('never', (remote) => remote.never()),
    { code: 'ERR_TIMEOUT' },
  );
});

test('only what the interface names can be called', async (t) => {
  const control = caller(t);
  await t.throwsAsync(
    control.call('inherited', (remote) => (remote as unknown as { toString(): Promise<string> }).toString()),
    { instanceOf: QuorateError },
  );
});
