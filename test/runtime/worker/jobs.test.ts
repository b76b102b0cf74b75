/** The pool of jobs: results, errors, bounds, abortion. */
import test, { type ExecutionContext } from 'ava';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { JobPool, type JobPoolOptions } from '../../../src/runtime/worker/jobs.js';

const JOBS = new URL('./fixtures/jobs.js', import.meta.url);

function pool(t: ExecutionContext, options: JobPoolOptions = {}): JobPool {
  const made = new JobPool({ threadsMax: 1, ...options });
  t.teardown(() => made.close());
  return made;
}

test('jobs run and give their results', async (t) => {
  const jobs = pool(t);
  const results = await Promise.all([1, 2, 3].map((n) => jobs.run<number>(JOBS, { n }, { name: 'square' })));
  t.deepEqual(results, [1, 4, 9]);
});

test("a job's error keeps its code and details", async (t) => {
  const error = await t.throwsAsync(pool(t).run(JOBS, {}, { name: 'refuse' }), { instanceOf: QuorateError });
  t.is(error?.code, 'ERR_CORRUPT');
  t.deepEqual(error?.details, { at: 7 });
  await t.throwsAsync(pool(t).run(JOBS, {}, { name: 'absent' }), { code: 'ERR_CONFIG' });
});

test('a job that ends its thread fails alone', async (t) => {
  const jobs = pool(t);
  await t.throwsAsync(jobs.run(JOBS, {}, { name: 'exit' }), { code: 'ERR_INVARIANT' });
  t.is(await jobs.run(JOBS, { n: 5 }, { name: 'square' }), 25);
});

test('an endless job can be aborted, and the pool goes on', async (t) => {
  const jobs = pool(t);
  const aborter = new AbortController();
  const running = jobs.run(JOBS, {}, { name: 'forever', signal: aborter.signal });
  aborter.abort();
  await t.throwsAsync(running, { code: 'ERR_ABORTED' });
  t.is(await jobs.run(JOBS, { n: 5 }, { name: 'square' }), 25);
});

test('a full queue refuses', async (t) => {
  const jobs = pool(t, { queueMax: 1 });
  const aborter = new AbortController();
  const running = jobs.run(JOBS, {}, { name: 'forever', signal: aborter.signal });
  const waiting = jobs.run(JOBS, { n: 2 }, { name: 'square' });
  const refused = [3, 4].map((n) => jobs.run(JOBS, { n }, { name: 'square' }));
  await t.throwsAsync(refused[1] ?? Promise.resolve(), { code: 'ERR_OVERLOADED' });
  aborter.abort();
  await t.throwsAsync(running, { code: 'ERR_ABORTED' });
  t.is(await waiting, 4);
  await Promise.allSettled(refused);
});

test('a closed pool takes no jobs, and aborts what runs', async (t) => {
  const jobs = pool(t);
  const running = jobs.run(JOBS, {}, { name: 'forever' });
  const ended = t.throwsAsync(running, { code: 'ERR_STOPPING' });
  await jobs.close();
  await ended;
  await t.throwsAsync(jobs.run(JOBS, { n: 1 }, { name: 'square' }), { code: 'ERR_STOPPING' });
});
