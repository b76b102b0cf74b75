/** Writes settled: attempts that end as the test says. */
import test from 'ava';
import { Ledger } from '../../../scripts/soak/ledger.js';
import { settle } from '../../../scripts/soak/settle.js';
import type { Client, WriteOptions } from '../../../src/client/client.js';
import { QuorateError } from '../../../src/runtime/base/errors.js';
import { createRandom } from '../../../src/runtime/base/random.js';

const clients = [{}, {}] as unknown as readonly Client[];

/** Attempts that end as listed. */
function attempts(...ends: readonly (number | QuorateError)[]) {
  const seen: (WriteOptions['retryOf'] | undefined)[] = [];
  const attempt = async (_: Client, { retryOf }: WriteOptions): Promise<number> => {
    const end = ends[seen.length];
    seen.push(retryOf);
    if (end instanceof QuorateError) throw end;
    return end ?? 0;
  };
  const ledger = new Ledger();
  return { ledger, seen, settled: settle({ ledger, random: createRandom(1), clients }, 'a write', attempt) };
}

test('an unknown outcome is retried under its name until it is known', async (t) => {
  const [first, second] = [new QuorateError('ERR_OUTCOME_UNKNOWN', '1'), new QuorateError('ERR_OUTCOME_UNKNOWN', '2')];
  const { ledger, seen, settled } = attempts(first, second, 7);
  t.deepEqual(await settled, { kind: 'done', value: 7 });
  t.deepEqual(seen, [undefined, first, second]);
  t.deepEqual([ledger.unknown, ledger.acknowledged, ledger.problems.length], [2, 1, 0]);
});

test('a refusal of the first attempt is no problem; one after an unknown outcome is', async (t) => {
  const refusal = new QuorateError('ERR_TIMEOUT', 'never sent');
  const refused = attempts(refusal);
  t.is((await refused.settled).kind, 'refused');
  t.deepEqual(refused.ledger.problems, []);
  const lost = attempts(new QuorateError('ERR_OUTCOME_UNKNOWN', '1'), refusal);
  t.is((await lost.settled).kind, 'refused');
  t.is(lost.ledger.problems.length, 1);
});

test('a condition that does not hold is an answer', async (t) => {
  const { ledger, settled } = attempts(
    new QuorateError('ERR_OUTCOME_UNKNOWN', '1'),
    new QuorateError('ERR_REVISION_MISMATCH', 'it has another'),
  );
  t.deepEqual(await settled, { kind: 'failed' });
  t.deepEqual([ledger.acknowledged, ledger.problems.length], [1, 0]);
});
