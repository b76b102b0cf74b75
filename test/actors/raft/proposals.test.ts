/** From commands to entries, and from an entry's place to those who wait. */
import test from 'ava';
import type { Gateway } from '../../../src/actors/raft/gateways.js';
import { entriesOf, type Fates, type Proposal, Proposals } from '../../../src/actors/raft/proposals.js';
import { DEFAULT_LIMITS } from '../../../src/runtime/base/limits.js';
import { command, decodeMessage } from '../../../src/runtime/base/proto.js';

const gateway = (instance: number, boot = 1): Gateway => ({ ref: { node: 1, kind: 'gateway', instance }, boot });
const HERE = gateway(0);
const THERE = gateway(1, 4);

const proposal = (request: number, bytes = 10, from = HERE): Proposal => ({
  gateway: from,
  request,
  command: new Uint8Array(bytes).fill(request),
});

const committed = (proposals: Proposals, index: number, term: number): Fates => {
  const fates: Fates = { waiters: [], displaced: [] };
  proposals.committed(index, term, fates);
  return fates;
};

test('the commands of a turn share entries up to the limit, in order', (t) => {
  const entries = entriesOf([proposal(1, 100), proposal(2, 100), proposal(3, 100)], 77, 220);
  t.deepEqual(
    entries.map(({ names }) => names.map(({ request }) => request)),
    [[1, 2], [3]],
  );
  const batch = decodeMessage(command.Batch, entries[0]?.data ?? new Uint8Array());
  t.is(batch.clockMs, 77);
  t.deepEqual(
    batch.commands.map((bytes) => [bytes.length, bytes[0]]),
    [
      [100, 1],
      [100, 2],
    ],
  );
});

test('a command larger than an entry has one of its own', (t) => {
  const entries = entriesOf([proposal(1), proposal(2, 500), proposal(3)], 0, 100);
  t.deepEqual(
    entries.map(({ names }) => names.map(({ request }) => request)),
    [[1], [2], [3]],
  );
});

test('waiters go with their entry, one for each gateway, in the order of the commands', (t) => {
  const proposals = new Proposals(DEFAULT_LIMITS);
  proposals.expect({ index: 5, term: 2 }, [proposal(1), proposal(2, 1, THERE), proposal(3)], 0);
  const { waiters, displaced } = committed(proposals, 5, 2);
  t.deepEqual(displaced, []);
  t.deepEqual(waiters, [
    { index: 5, node: 1, gateway: 0, gatewayBoot: 1, requests: [1, 0, 3] },
    { index: 5, node: 1, gateway: 1, gatewayBoot: 4, requests: [0, 2, 0] },
  ]);
  t.deepEqual(committed(proposals, 5, 2), { waiters: [], displaced: [] }, 'once');
});

test('when another entry commits at the place, the proposals are displaced', (t) => {
  const proposals = new Proposals(DEFAULT_LIMITS);
  proposals.expect({ index: 5, term: 2 }, [proposal(1)], 0);
  proposals.expect({ index: 5, term: 4 }, [proposal(2)], 0);
  const { waiters, displaced } = committed(proposals, 5, 4);
  t.deepEqual(waiters[0]?.requests, [2]);
  t.deepEqual(
    displaced.map(({ request }) => request),
    [1],
  );
});

test('a commit of a later term displaces what was proposed further on in earlier ones, and nothing else', (t) => {
  const proposals = new Proposals({ ...DEFAULT_LIMITS, proposalsMax: 3 });
  proposals.expect({ index: 8, term: 2 }, [proposal(1)], 0);
  proposals.expect({ index: 9, term: 2 }, [proposal(2)], 0);
  proposals.expect({ index: 9, term: 5 }, [proposal(3)], 0);
  t.deepEqual(committed(proposals, 6, 2).displaced, [], 'its own term may go on');
  t.deepEqual(
    committed(proposals, 7, 4).displaced.map(({ request }) => request),
    [1, 2],
  );
  t.true(proposals.add(proposal(4)), 'there is room again');
  t.deepEqual(committed(proposals, 9, 5).waiters[0]?.requests, [3]);
});

test('what nobody waits for any longer is forgotten', (t) => {
  const proposals = new Proposals(DEFAULT_LIMITS);
  proposals.expect({ index: 5, term: 2 }, [proposal(1)], 0);
  proposals.expect({ index: 6, term: 2 }, [proposal(2)], 1_000);
  proposals.expire(DEFAULT_LIMITS.requestDeadlineMsMax + 1);
  t.deepEqual(proposals.awaitedUpTo(10), [6]);
});

test('only so many are on their way at once; an answer makes room', (t) => {
  const proposals = new Proposals({ ...DEFAULT_LIMITS, proposalsMax: 2 });
  t.true(proposals.add(proposal(1)));
  proposals.expect({ index: 5, term: 2 }, proposals.take(), 0);
  t.true(proposals.add(proposal(2)));
  t.false(proposals.add(proposal(3)));
  committed(proposals, 5, 2);
  t.true(proposals.add(proposal(3)));
});
