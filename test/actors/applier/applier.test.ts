/** The applier among its neighbours: opening, gaps, lives, waiters, entries that it cannot read. */
import test from 'ava';
import { type apply, type Body, raft, type storage } from '../../../src/runtime/base/proto.js';
import { commandOf, emptyEntry, entryOf, increment, put, text } from './entries.js';
import { GROUP, Harness, OpenApplier, openStateOf } from './harness.js';

const writeAt = (index: number, key = 'n') => entryOf(index, [commandOf([increment(key, 1)])]);
const entriesFrom = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => writeAt(from + i));

function answerFromLog(applier: Harness, upTo: number, chunk = 3): number {
  let questions = 0;
  for (;;) {
    const asked = applier.take<Body<storage.ReadEntries.$Properties>>('readEntries')[0];
    if (asked === undefined) return questions;
    questions += 1;
    const { from, to, token } = asked;
    const entries = entriesFrom(from, Math.min(to, upTo, from + chunk - 1));
    applier.turn([
      { type: 'entriesRead', body: { group: GROUP, from, to, token, entries, errorCode: '', errorMessage: '' } },
    ]);
  }
}

test('a state that is opened says where its core starts', (t) => {
  const applier = new Harness();
  const opened = applier.open();
  t.like(opened, { group: GROUP, groupBoot: 100, applierBoot: 10, appliedIndex: 1, appliedTerm: 1, flushedIndex: 1 });
  t.deepEqual(opened.membership?.voters, [1]);
});

test('a group that starts again finds what was applied in memory', (t) => {
  const applier = new OpenApplier();
  applier.write([put('a', '1')]);
  applier.groupBoot += 1;
  t.like(applier.open(), { groupBoot: 101, appliedIndex: 2, flushedIndex: 1 });
  t.is(applier.get('a')?.value, '1');
});

test('an applier that starts again has what was flushed', (t) => {
  const applier = new OpenApplier();
  applier.write([put('a', '1')]);
  applier.flush();
  applier.write([put('a', '2')]);
  applier.crash();
  t.like(applier.open(), { applierBoot: 11, appliedIndex: 2, flushedIndex: 2 });
  t.is(applier.get('a')?.value, '1');
});

test('a state that cannot be opened is reported with its reason', (t) => {
  const open = (
    change: Partial<Body<apply.OpenState.$Properties>>,
    prepare: (applier: Harness) => void = () => undefined,
  ) => {
    const applier = new Harness();
    prepare(applier);
    applier.turn([{ type: 'openState', body: { ...openStateOf(100), ...change } }]);
    return applier.take<Body<apply.StateOpened.$Properties>>('stateOpened')[0]?.errorCode;
  };
  t.is(open({ stateFile: 'elsewhere.db' }), 'ERR_STORAGE_IO');
  t.is(open({ replica: 2 }), 'ERR_CORRUPT');
  t.is(open({ volumeInstance: 'b2'.repeat(16) }), 'ERR_CORRUPT');
  const fromTheFuture = (applier: Harness) => {
    applier.disk.meta = { ...applier.disk.meta, applyVersion: 2 };
  };
  t.is(open({}, fromTheFuture), 'ERR_FORMAT');
});

test('entries already applied are skipped', (t) => {
  const applier = new OpenApplier();
  applier.apply(entriesFrom(2, 5));
  applier.apply(entriesFrom(2, 7));
  t.is(applier.get('n')?.value, '6');
  t.is(applier.applied().at(-1)?.appliedIndex, 7);
});

test('what lies before the entries that came is read from the log, and the waiters get their results', (t) => {
  const applier = new OpenApplier();
  applier.apply(entriesFrom(6, 9), [applier.waiter(9, [77])]);
  t.is(applier.take('readEntries').length, 0, 'not before the log writer is up');
  applier.logWriterIs('up');
  t.is(answerFromLog(applier, 9), 3);
  t.like(applier.answers(), [{ request: 77, result: { operations: [{ integer: 8 }] } }]);
  t.is(applier.get('n')?.value, '8');
  t.is(applier.watched, undefined, 'the log writer is no longer watched');
});

test('a nudge without entries makes the applier read up to the commit index', (t) => {
  const applier = new OpenApplier();
  applier.nudge(6);
  applier.nudge(8, [applier.waiter(8, [5])]);
  applier.logWriterIs('up');
  answerFromLog(applier, 8);
  t.is(applier.applied().at(-1)?.appliedIndex, 8);
  t.is(applier.answers().length, 1);
});

test('a log writer that crashed is asked again, and its late answer is not taken twice', (t) => {
  const applier = new OpenApplier();
  applier.nudge(4);
  applier.logWriterIs('up');
  const [lost] = applier.take<Body<storage.ReadEntries.$Properties>>('readEntries');
  applier.logWriterIs('down');
  applier.logWriterIs('up');
  const late = { group: GROUP, from: 2, to: 4, token: lost?.token ?? 0, errorCode: '', errorMessage: '' };
  applier.turn([{ type: 'entriesRead', body: { ...late, entries: entriesFrom(2, 4) } }]);
  t.is(applier.get('n'), undefined);
  t.is(answerFromLog(applier, 4), 1);
  t.is(applier.get('n')?.value, '3');
});

test('a log that cannot be read now is read later; one that is damaged stops the replica', (t) => {
  const applier = new OpenApplier();
  const refuse = (errorCode: string) => {
    const asked = applier.take<Body<storage.ReadEntries.$Properties>>('readEntries')[0];
    const { from = 0, to = 0, token = 0 } = asked ?? {};
    applier.turn([
      { type: 'entriesRead', body: { group: GROUP, from, to, token, entries: [], errorCode, errorMessage: 'no' } },
    ]);
  };
  applier.nudge(4);
  applier.logWriterIs('up');
  refuse('ERR_NOT_READY');
  t.false(applier.sent.some(({ message }) => message.type === 'readEntries'));
  applier.advance(100);
  t.true(applier.sent.some(({ message }) => message.type === 'readEntries'));
  refuse('ERR_CORRUPT');
  t.is(applier.applied().at(-1)?.errorCode, 'ERR_CORRUPT');
});

test('messages of another life of the group or the applier are dropped', (t) => {
  const applier = new OpenApplier();
  applier.applied();
  applier.apply(entriesFrom(2, 2), [], { groupBoot: 99 });
  applier.apply(entriesFrom(2, 2), [], { applierBoot: 9 });
  applier.read({ get: { collection: text('items'), key: text('n') } }, 0, { groupBoot: 99 });
  t.deepEqual([applier.applied(), applier.answers()], [[], []]);
  applier.groupBoot = 99;
  applier.turn([{ type: 'openState', body: openStateOf(99) }]);
  t.is(applier.take('stateOpened').length, 0);
});

test('a read waits until its index is applied, and not with the bytes of the frame it came in', (t) => {
  const applier = new OpenApplier();
  const key = text('n');
  const request = applier.read({ get: { collection: text('items'), key } }, 4);
  key.fill(0);
  applier.apply(entriesFrom(2, 3));
  t.deepEqual(applier.answers(), []);
  applier.apply(entriesFrom(4, 5));
  const [answer] = applier.answers();
  t.is(answer?.request, request);
  t.is(Buffer.from(answer?.items?.items[0]?.value ?? []).toString(), '4');
});

test('no more reads wait than there may be requests in flight', (t) => {
  const applier = new OpenApplier({ limits: { proposalsMax: 2 } });
  const get = { collection: text('items'), key: text('n') };
  const requests = [1, 2, 3].map(() => applier.read({ get }, 3));
  t.like(applier.answers(), [{ request: requests[2], items: { errorCode: 'ERR_OVERLOADED' } }]);
  applier.apply(entriesFrom(2, 3));
  t.is(applier.answers().length, 2);
  applier.read({ get }, 4);
  applier.read({ get }, 4);
  t.deepEqual(applier.answers(), []);
});

test('each gateway gets one message for its turn, with its own results only', (t) => {
  const applier = new OpenApplier();
  const commands = ['a', 'b', 'c'].map((key) => commandOf([put(key, 'v')]));
  const other = { index: 2, node: 2, gateway: 3, gatewayBoot: 31, requests: [0, 9, 0] };
  applier.apply(
    [entryOf(2, commands), entryOf(3, commands)],
    [applier.waiter(2, [1, 0, 2]), other, applier.waiter(3, [3, 4, 5])],
  );
  const messages = applier.sent.filter(({ message }) => message.type === 'answers');
  t.deepEqual(
    messages.map(({ to, boot, message }) => [
      to.node,
      boot,
      (message.body as Body<apply.Answers.$Properties>).answers.map(({ request }) => request),
    ]),
    [
      [1, 30, [1, 2, 3, 4, 5]],
      [2, 31, [9]],
    ],
  );
});

test('large answers leave in messages that fit into a frame', (t) => {
  const applier = new OpenApplier();
  for (let i = 0; i < 20; i += 1) applier.write([put(`k${i}`, 'v'.repeat(500_000))]);
  const none = new Uint8Array(0);
  const scan = {
    collection: text('items'),
    from: none,
    to: none,
    after: false,
    vshards: [],
    limit: 2,
    keysOnly: false,
  };
  const names = { group: GROUP, groupBoot: applier.groupBoot, applierBoot: applier.boot };
  const queries = Array.from({ length: 10 }, (_, request) => ({ request: request + 1, scan }));
  applier.turn([{ type: 'read', body: { ...names, readIndex: 0, node: 1, gateway: 3, gatewayBoot: 30, queries } }]);
  const bodies = applier.take<Body<apply.Answers.$Properties>>('answers');
  t.is(bodies.flatMap(({ answers }) => answers).length, 10);
  t.true(bodies.length >= 5);
});

test("a new leader's entry, and only it, may be empty", (t) => {
  const applier = new OpenApplier();
  applier.apply([emptyEntry(2, 3), writeAt(3)]);
  t.like(applier.applied().at(-1), { appliedIndex: 3, errorCode: '' });
});

test('an entry that cannot be read stops the replica before it, and what is applied can be read', (t) => {
  const damaged = { ...writeAt(3), data: new Uint8Array([0x12, 0x7f, 1, 2]) };
  const unknownType = { ...writeAt(3), type: raft.EntryType.CONF_CHANGE };
  const badClock = entryOf(3, [], Number.MAX_SAFE_INTEGER);
  for (const entry of [damaged, unknownType, badClock]) {
    const applier = new OpenApplier();
    applier.apply([writeAt(2), entry, writeAt(4)], [applier.waiter(2, [1]), applier.waiter(4, [2])]);
    t.like(applier.applied().at(-1), { appliedIndex: 2, errorCode: 'ERR_CORRUPT' });
    t.deepEqual(
      applier.answers().map(({ request, result }) => [request, result?.errorCode]),
      [
        [1, ''],
        [2, 'ERR_OUTCOME_UNKNOWN'],
      ],
    );
    t.is(applier.get('n')?.value, '1');
    applier.apply([writeAt(3)]);
    t.is(applier.get('n')?.value, '1');
    applier.read({ get: { collection: text('items'), key: text('n') } }, 9);
    t.is(applier.answers()[0]?.items?.errorCode, 'ERR_GROUP_STOPPED');
    applier.groupBoot += 1;
    t.is(applier.open().errorCode, 'ERR_CORRUPT');
  }
});

test('who waits for an entry that was applied before is told that the result is lost', (t) => {
  const applier = new OpenApplier();
  applier.apply([writeAt(2)]);
  applier.nudge(2, [applier.waiter(2, [8])]);
  t.is(applier.answers()[0]?.result?.errorCode, 'ERR_OUTCOME_UNKNOWN');
});
