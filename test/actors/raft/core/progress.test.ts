/** What a leader knows of a member, and when it may send. */
import test from 'ava';
import { describeProgress } from '../../../../src/actors/raft/core/describe.js';
import { Progress } from '../../../../src/actors/raft/core/progress.js';

const progressAt = (match: number, next: number): Progress => {
  const progress = new Progress(2, next, false, 2, 0);
  progress.match = match;
  return progress;
};

test('a probe with entries pauses until it is answered; an empty one does not', (t) => {
  const progress = progressAt(0, 5);
  progress.sentEntries(0, 0);
  t.false(progress.isPaused);
  progress.sentEntries(3, 30);
  t.true(progress.isPaused);
  t.is(progress.next, 5, 'a probe does not run ahead');
  t.true(progress.accepted(7));
  t.false(progress.isPaused);
});

test('streaming runs ahead of the answers until the window is full', (t) => {
  const progress = progressAt(4, 5);
  progress.becomeReplicate();
  progress.sentEntries(2, 20);
  t.is(progress.next, 7);
  t.false(progress.isPaused);
  progress.sentEntries(1, 10);
  t.true(progress.isPaused);
  t.true(progress.accepted(6));
  progress.inflights.freeThrough(6);
  t.false(progress.isPaused);
});

test('an acknowledgement only ever raises the match', (t) => {
  const progress = progressAt(5, 9);
  t.false(progress.accepted(5));
  t.false(progress.accepted(3));
  t.deepEqual([progress.match, progress.next], [5, 9]);
  t.true(progress.accepted(12));
  t.deepEqual([progress.match, progress.next], [12, 13]);
});

test('a refusal while streaming falls back to the match, unless it is stale', (t) => {
  const progress = progressAt(5, 6);
  progress.becomeReplicate();
  progress.sentEntries(4, 40);
  t.false(progress.rejected(5, 5), 'what is acknowledged cannot be refused');
  t.true(progress.rejected(9, 9));
  t.is(progress.next, 6);
});

test('a refusal while probing counts only for the probe that is out', (t) => {
  const progress = progressAt(3, 10);
  t.false(progress.rejected(8, 2));
  t.true(progress.rejected(9, 5));
  t.is(progress.next, 6, 'the hint is followed');
  t.true(progress.rejected(5, 0));
  t.is(progress.next, 4, 'but never below what is known to match');
});

test('a member in the snapshot state gets nothing, and is probed behind the snapshot', (t) => {
  const progress = progressAt(3, 10);
  progress.becomeSnapshot(20);
  t.true(progress.isPaused);
  t.deepEqual([progress.pendingSnapshot, progress.next], [20, 21]);
  t.is(describeProgress(progress), 'StateSnapshot match=3 next=21 paused pendingSnap=20 inactive');
  progress.becomeProbe();
  t.deepEqual([progress.pendingSnapshot, progress.next, progress.isPaused], [0, 21, false]);
});

test('a commit index is worth a message only if the member can use it and was not told', (t) => {
  const progress = progressAt(5, 8);
  t.true(progress.canRaiseCommit(6));
  progress.sentCommit(6);
  t.false(progress.canRaiseCommit(6));
  t.true(progress.canRaiseCommit(7));
  progress.sentCommit(7);
  t.false(progress.canRaiseCommit(9), 'nothing beyond what was sent to it');
});

test('a member whose right to vote changes keeps what is known of it', (t) => {
  const progress = progressAt(5, 8);
  progress.recentActive = true;
  const learner = progress.withLearner(true);
  t.deepEqual([learner.match, learner.next, learner.recentActive, learner.isLearner], [5, 8, true, true]);
  t.false(progress.isLearner);
});
