/**
 * What several nodes have, compared: waits until every replica has applied as much as every other, then reads every record
 * from every node, from its own state alone.
 */
import { isDeepStrictEqual } from 'node:util';
import { connect, type NodeStatus } from '../../src/index.js';
import type { PackageRecord } from './package-index.js';

const LOOK_EVERY_MS = 100;
const GIVE_UP_MS = 60_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What one node says of itself: the document of GET /cluster/status. */
async function statusOf(address: string): Promise<NodeStatus> {
  await using client = await connect(address, { discover: false });
  return (await client.status()) as unknown as NodeStatus;
}

/** By group, the applied index of each replica. */
async function appliedIndexes(addresses: readonly string[]): Promise<ReadonlyMap<number, readonly number[]>> {
  const byGroup = new Map<number, number[]>();
  for (const { groups } of await Promise.all(addresses.map(statusOf))) {
    for (const { group, applied } of groups) byGroup.set(group, [...(byGroup.get(group) ?? []), applied]);
  }
  return byGroup;
}

/** Resolves with the applied index of each group once all its replicas agree on it. */
export async function untilEqual(addresses: readonly string[]): Promise<ReadonlyMap<number, number>> {
  const giveUpAtMs = performance.now() + GIVE_UP_MS;
  for (;;) {
    const byGroup = await appliedIndexes(addresses);
    const different = [...byGroup].filter(([, applied]) => new Set(applied).size > 1);
    if (different.length === 0) return new Map([...byGroup].map(([group, [applied = 0]]) => [group, applied]));
    if (performance.now() > giveUpAtMs) {
      const which = different.map(([group, applied]) => `group ${group}: ${applied.join(', ')}`).join('; ');
      throw new Error(`after ${GIVE_UP_MS / 1000} s the nodes have not applied the same: ${which}`);
    }
    await pause(LOOK_EVERY_MS);
  }
}

/** Reads everything that the node has applied itself; throws when a record is missing, differs, or is one too many. */
export async function compareNode(
  address: string,
  collection: string,
  records: readonly PackageRecord[],
): Promise<void> {
  const expected = new Map(records.map((record) => [record.id, record]));
  await using client = await connect(address, { discover: false });
  for await (const { key, value } of client.collection(collection).scan({ consistency: 'local' })) {
    // What went in went through JSON.
    const isSame = isDeepStrictEqual(value, JSON.parse(JSON.stringify(expected.get(key) ?? null)));
    if (!isSame) throw new Error(`${key} on ${address} is not what was imported`);
    expected.delete(key);
  }
  const [missing] = expected.keys();
  if (missing !== undefined) throw new Error(`${address} lacks ${expected.size} records, ${missing} for one`);
}
