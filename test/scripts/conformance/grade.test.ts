/** What counts as equal, and how good. */
import test from 'ava';
import { firstDifference, gradeOf, gradeOfStep, isAtLeast } from '../../../scripts/conformance/grade.js';

function step(command: string, expected: string, actual: string) {
  return { directive: { line: 1, command, arguments: [], input: '', expected }, actual };
}

const HEARTBEATS = ['1->2 MsgHeartbeat Term:1 Log:0/0 Commit:11', '1->3 MsgHeartbeat Term:1 Log:0/0'];

test('equal text is exact, whatever its last line end', (t) => {
  t.is(gradeOfStep(step('status', 'a\nb', 'a\nb\n')), 'exact');
  t.is(gradeOfStep(step('status', 'a\nb', 'a\n b')), 'failed');
});

test('text that differs in log lines only is structural', (t) => {
  const expected = 'INFO 1 became leader at term 1\n  DEBUG x\nok then';
  t.is(gradeOfStep(step('status', expected, 'WARN 1 leads\nok then')), 'structural');
  t.is(gradeOfStep(step('status', expected, 'WARN 1 leads\nnot ok')), 'failed');
});

test('a step of log lines only equals one that printed nothing', (t) => {
  t.is(gradeOfStep(step('campaign', 'INFO 1 is starting a new election at term 0', 'ok')), 'structural');
});

test('the same messages in another order, with other decoration, are semantic', (t) => {
  const actual = ['> 1 sends', `  ${HEARTBEATS[1]}`, `  ${HEARTBEATS[0]} Entries:[1/2 EntryNormal ""]`].join('\n');
  t.is(gradeOfStep(step('stabilize', HEARTBEATS.join('\n'), actual)), 'semantic');
});

test('a message that differs in sender, type, term, position, commit index or fate fails', (t) => {
  const message = '1->2 MsgApp Term:2 Log:1/11 Commit:10 Entries:[2/12 EntryNormal ""]';
  for (const other of [
    message.replace('1->2', '3->2'),
    message.replace('MsgApp ', 'MsgAppResp '),
    message.replace('Term:2', 'Term:3'),
    message.replace('1/11', '2/11'),
    message.replace('Commit:10', 'Commit:11'),
    message.replace('Commit:10 ', ''),
    `dropped: ${message}`,
    `${message}\n${message}`,
    '',
  ]) {
    t.is(gradeOfStep(step('deliver-msgs', message, other)), 'failed', other);
  }
});

test('state must be equal line by line', (t) => {
  const state = '1: StateLeader (Voter) Term:1 Lead:1\n2: StateFollower (Voter) Term:1 Lead:1';
  t.is(gradeOfStep(step('raft-state', state, state.split('\n').reverse().join('\n'))), 'failed');
});

test('a file is as good as its worst step', (t) => {
  const exact = step('status', 'a', 'a');
  const structural = step('campaign', 'INFO a', 'INFO b');
  const semantic = step('stabilize', HEARTBEATS.join('\n'), [...HEARTBEATS].reverse().join('\n'));
  const failed = step('status', 'a', 'b');
  t.is(gradeOf([]), 'exact');
  t.is(gradeOf([structural, exact]), 'structural');
  t.is(gradeOf([exact, semantic, structural]), 'semantic');
  t.is(gradeOf([semantic, failed, exact]), 'failed');
});

test('a better grade satisfies a lesser requirement', (t) => {
  t.true(isAtLeast('exact', 'exact'));
  t.true(isAtLeast('structural', 'semantic'));
  t.false(isAtLeast('semantic', 'structural'));
  t.false(isAtLeast('failed', 'semantic'));
  t.false(isAtLeast('unsupported', 'semantic'));
});

test('the first difference names its line, and what is not there', (t) => {
  t.is(firstDifference('a\nb', 'a\nb\n'), undefined);
  t.deepEqual(firstDifference('a\nb', 'a\nc'), { line: 2, expected: 'b', actual: 'c' });
  t.deepEqual(firstDifference('a\nb', 'a'), { line: 2, expected: 'b', actual: '<nothing>' });
});
