/** What commands do to items, as a gateway sees it. */
import test from 'ava';
import { command } from '../../../src/runtime/base/proto.js';
import { commandOf, del, entryOf, increment, put, slotOf } from './entries.js';
import { OpenApplier } from './harness.js';

const { ItemKind, Precondition } = command;

test('a put is read back with the revision that it got', (t) => {
  const applier = new OpenApplier();
  const result = applier.write([put('a', 'one')]);
  t.like(result, { errorCode: '', replayed: false, logClockMs: 1_000_000 });
  t.deepEqual(result.operations, [{ revision: 1, integer: 0, existed: false }]);
  t.deepEqual(applier.get('a'), { value: 'one', revision: 1 });
});

test('the revision of a slot grows with every write and with the deletion of something that exists', (t) => {
  const applier = new OpenApplier();
  const revisions = [put('{p}1', 'x'), put('{p}2', 'y'), del('{p}1'), del('{p}1'), put('{p}1', 'z')].map(
    (operation) => applier.write([operation]).operations[0],
  );
  t.deepEqual(
    revisions.map((each) => [each?.revision, each?.existed]),
    [
      [1, false],
      [2, false],
      [3, true],
      [0, false],
      [4, false],
    ],
  );
});

test('slots count their revisions apart', (t) => {
  const applier = new OpenApplier();
  t.not(slotOf('a'), slotOf('b'));
  applier.write([put('a', '1')]);
  applier.write([put('a', '2')]);
  t.is(applier.write([put('b', '1')]).operations[0]?.revision, 1);
});

test('a deletion hides the item in the file', (t) => {
  const applier = new OpenApplier();
  applier.write([put('a', 'one')]);
  applier.flush();
  t.like(applier.write([del('a')]).operations[0], { revision: 2, existed: true });
  t.is(applier.get('a'), undefined);
  applier.flush();
  t.is(applier.get('a'), undefined);
  t.is(applier.disk.rows.size, 0);
});

test('preconditions hold or the error names the revision that is there', (t) => {
  const applier = new OpenApplier();
  const write = (precondition: command.Precondition, expectedRevision = 0) =>
    applier.write([put('a', 'v', { precondition, expectedRevision })]);
  t.like(write(Precondition.PRESENT), { errorCode: 'ERR_REVISION_MISMATCH', operations: [] });
  t.is(write(Precondition.REVISION, 3).errorMessage, 'the item is absent (revision 0), expected revision 3');
  t.is(write(Precondition.ABSENT).errorCode, '');
  t.is(write(Precondition.ABSENT).errorMessage, 'the item is at revision 1, expected none');
  t.is(write(Precondition.REVISION, 2).errorMessage, 'the item is at revision 1, expected revision 2');
  t.is(write(Precondition.REVISION, 1).operations[0]?.revision, 2);
  t.is(write(Precondition.PRESENT).operations[0]?.revision, 3);
  applier.flush();
  t.is(write(Precondition.REVISION, 3).errorCode, '');
});

test('an increment starts at 0, keeps the expiry, and refuses other kinds and the end of the range', (t) => {
  const applier = new OpenApplier();
  t.like(applier.write([increment('n', 5)]).operations[0], { integer: 5, existed: false });
  t.like(applier.write([increment('n', -7)]).operations[0], { integer: -2, existed: true });
  t.is(applier.get('n')?.value, '-2');
  applier.write([put('n', '9007199254740991', { kind: ItemKind.INTEGER })]);
  t.like(applier.write([increment('n', 1)]), { errorCode: 'ERR_INTEGER_RANGE', operations: [] });
  t.is(applier.get('n')?.value, '9007199254740991');
  applier.write([put('s', 'text')]);
  t.is(applier.write([increment('s', 1)]).errorCode, 'ERR_NOT_AN_INTEGER');
  t.is(applier.write([put('n', '1.5', { kind: ItemKind.INTEGER })]).errorCode, 'ERR_NOT_AN_INTEGER');
});

test('a batch is done as a whole, each operation seeing those before it', (t) => {
  const applier = new OpenApplier();
  const result = applier.write([
    increment('{b}n', 2),
    increment('{b}n', 3),
    put('{b}x', 'x'),
    del('{b}x'),
    del('{b}x'),
    put('{b}y', 'y'),
  ]);
  t.deepEqual(
    result.operations.map(({ revision, integer, existed }) => [revision, integer, existed]),
    [
      [1, 2, false],
      [2, 5, true],
      [3, 0, false],
      [4, 0, true],
      [0, 0, false],
      [5, 0, false],
    ],
  );
  t.deepEqual(applier.keys(), ['{b}n', '{b}y']);
  t.is(applier.write([put('{b}z', 'z')]).operations[0]?.revision, 6);
});

test('a batch of which one operation cannot be done changes nothing', (t) => {
  const applier = new OpenApplier();
  applier.write([put('{b}s', 'text')]);
  const failed = applier.write([put('{b}new', '1'), increment('{b}n', 1), increment('{b}s', 1)]);
  t.is(failed.errorMessage, 'operation 2: the item is not of kind integer: put one first');
  const second = applier.write([put('{b}new', '1'), put('{b}s', 'x', { precondition: Precondition.ABSENT })]);
  t.is(second.errorMessage, 'operation 1: the item is at revision 1, expected none');
  t.deepEqual(applier.keys(), ['{b}s']);
  t.is(applier.write([put('{b}s', 'again')]).operations[0]?.revision, 2);
});

test('the preconditions of a batch speak of the state before it', (t) => {
  const applier = new OpenApplier();
  const result = applier.write([put('{b}a', '1'), put('{b}a', '2', { precondition: Precondition.ABSENT })]);
  t.is(result.errorCode, '');
  t.deepEqual(applier.get('{b}a'), { value: '2', revision: 2 });
});

test('commands that no gateway would send are refused, and nothing else of their entry suffers', (t) => {
  const applier = new OpenApplier({ owned: [slotOf('a'), slotOf('b')] });
  const noAction = { ...put('a', 'v'), put: null };
  const results = applier.commit([
    commandOf([put('a', '1')]),
    commandOf([put('elsewhere', '1')]),
    commandOf([put('b', '1')], { vshard: slotOf('a') }),
    commandOf([], { vshard: slotOf('a') }),
    commandOf([noAction]),
    commandOf([put('a', 'v', { kind: 9 as command.ItemKind })]),
    commandOf([put('a', 'v', { timeToLiveMs: Number.MAX_SAFE_INTEGER })]),
    commandOf([put('a', 'v', { precondition: 9 as command.Precondition })]),
    commandOf([put('b', '2')]),
  ]);
  t.deepEqual(
    results.map(({ errorCode }) => errorCode),
    [
      '',
      'ERR_NOT_OWNER',
      'ERR_WRONG_PARTITION',
      'ERR_INVALID_REQUEST',
      'ERR_INVALID_REQUEST',
      'ERR_INVALID_REQUEST',
      'ERR_INVALID_REQUEST',
      'ERR_INVALID_REQUEST',
      '',
    ],
  );
  t.is(results[1]?.errorMessage, `this group does not own slot ${slotOf('elsewhere')} (map version 1)`);
  t.deepEqual(applier.keys(), ['a', 'b']);
});

test('a value stays what it was when the frame that it came in is used again', (t) => {
  const applier = new OpenApplier();
  const entry = entryOf(2, [commandOf([put('a', 'small')]), commandOf([put('b', 'x'.repeat(20_000))])]);
  applier.apply([entry]);
  entry.data.fill(0);
  t.is(applier.get('a')?.value, 'small');
  t.is(applier.get('b')?.value, 'x'.repeat(20_000));
});

test('the metadata slot takes keys whatever they hash to', (t) => {
  const applier = new OpenApplier({ owned: [1024] });
  t.is(applier.write([put('any', '1')], { vshard: 1024 }).errorCode, '');
  t.is(applier.write([put('any', '1')]).errorCode, 'ERR_NOT_OWNER');
  t.is(applier.get('any')?.value, '1');
});
