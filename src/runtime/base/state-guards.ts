/**
 * State guards: what every state store asserts when a flush brings the state forward, whatever the store is made of.
 */
import { assert } from './assert.js';
import type { StateMeta } from './state-store.js';

/** The state of one replica moves forward only: its index, its term, its clock. */
export function assertFlush(before: StateMeta, after: StateMeta): void {
  const { group, replica, volumeInstanceId } = before;
  const sameReplica = after.group === group && after.replica === replica && after.volumeInstanceId === volumeInstanceId;
  assert(sameReplica, 'a flush stays with its replica', { group, replica, volumeInstanceId });
  const forward =
    after.flushedIndex >= before.flushedIndex &&
    after.flushedTerm >= before.flushedTerm &&
    after.membershipIndex >= before.membershipIndex &&
    after.logClockMs >= before.logClockMs &&
    after.applyVersion >= before.applyVersion;
  assert(forward, 'a flush never goes back', {
    group,
    from: { index: before.flushedIndex, term: before.flushedTerm, logClockMs: before.logClockMs },
    to: { index: after.flushedIndex, term: after.flushedTerm, logClockMs: after.logClockMs },
  });
}
