/** How messages and states are printed, byte for byte. */
import test from 'ava';
import {
  describeConfig,
  describeEntry,
  describeHardState,
  describeMessage,
  describeMessageType,
  describeReady,
} from '../../../../src/actors/raft/core/describe.js';
import {
  append,
  appendAccepted,
  appendRejected,
  createMessage,
  storageAppend,
  storageAppendResponse,
} from '../../../../src/actors/raft/core/message.js';
import { type Entry, EntryType, MessageType, type Ready } from '../../../../src/actors/raft/core/types.js';
import { raft } from '../../../../src/runtime/base/proto.js';
import { bytes } from './network.js';

const entry = (index: number, payload: string | Uint8Array, type: EntryType = EntryType.Normal): Entry => ({
  term: 1,
  index,
  type,
  data: typeof payload === 'string' ? bytes(payload) : payload,
});

test('a message is one line, ids in hexadecimal', (t) => {
  t.is(describeMessage(appendAccepted(1, 10, 2, 5)), 'a->1 MsgAppResp Term:2 Log:0/5');
  t.is(describeMessage(appendRejected(1, 2, 3, 9, 2, 7)), '2->1 MsgAppResp Term:3 Log:2/9 Rejected (Hint: 7)');
  t.is(
    describeMessage(append(2, 1, 1, 1, 10, [entry(11, 'x')], 10)),
    '1->2 MsgApp Term:1 Log:1/10 Commit:10 Entries:[1/11 EntryNormal "x"]',
  );
  t.is(describeMessage(createMessage(MessageType.Hup)), 'None->None MsgHup Term:0 Log:0/0');
});

test('several entries and responses take a line each, indented', (t) => {
  const responses = [append(2, 1, 1, 0, 0, [entry(1, 'a'), entry(2, 'b')], 0), storageAppendResponse(1, 1, 1, 2)];
  t.is(
    describeMessage(storageAppend(1, { term: 1, vote: 1, commit: 3 }, [entry(1, 'a'), entry(2, 'b')], responses)),
    [
      '1->AppendThread MsgStorageAppend Term:1 Log:0/0 Commit:3 Vote:1 Entries:[',
      '  1/1 EntryNormal "a"',
      '  1/2 EntryNormal "b"',
      '] Responses:[',
      '  1->2 MsgApp Term:1 Log:0/0 Entries:[',
      '    1/1 EntryNormal "a"',
      '    1/2 EntryNormal "b"',
      '  ]',
      '  AppendThread->1 MsgStorageAppendResp Term:1 Log:1/2',
      ']',
    ].join('\n'),
  );
});

test('payloads are quoted, and what is no text is escaped', (t) => {
  const described = (payload: string | Uint8Array): string => describeEntry(entry(1, payload)).slice(16);
  t.is(described(''), '""');
  t.is(described('a "b" \\ c\n\t'), '"a \\"b\\" \\\\ c\\n\\t"');
  t.is(described('grün 日本 😀'), '"grün 日本 😀"');
  t.is(described(Uint8Array.of(0, 0x7f, 0x80, 0xff, 0xc3)), '"\\x00\\x7f\\x80\\xff\\xc3"');
  t.is(described('\u00a0\u200b'), '"\\u00a0\\u200b"');
});

test('a membership entry is printed by whoever can read it', (t) => {
  const change = entry(4, 'r1', EntryType.ConfChangeV2);
  t.is(describeEntry(change), '1/4 EntryConfChangeV2 "r1"');
  t.is(
    describeEntry(change, ({ data }) => String(data.length)),
    '1/4 EntryConfChangeV2 2',
  );
  t.is(
    describeEntry(change, () => ''),
    '1/4 EntryConfChangeV2',
  );
});

test('a hard state shows a vote only when there is one', (t) => {
  t.is(describeHardState({ term: 2, vote: 0, commit: 1 }), 'Term:2 Commit:1');
  t.is(describeHardState({ term: 2, vote: 10, commit: 1 }), 'Term:2 Vote:10 Commit:1');
});

test('a configuration shows only what it has', (t) => {
  const config = {
    voters: { incoming: new Set([1, 2]), outgoing: new Set<number>() },
    learners: new Set<number>(),
    learnersNext: new Set<number>(),
    autoLeave: false,
  };
  t.is(describeConfig(config), 'voters=(1 2)');
  const joint = {
    voters: { incoming: new Set([1]), outgoing: new Set([2, 3]) },
    learners: new Set([4]),
    learnersNext: new Set([3]),
    autoLeave: true,
  };
  t.is(describeConfig(joint), 'voters=(1)&&(2 3) learners=(4) learners_next=(3) autoleave');
});

test('a Ready shows its parts in their order', (t) => {
  const empty: Ready = {
    softState: undefined,
    hardState: undefined,
    readStates: [],
    entries: [],
    committedEntries: [],
    messages: [],
    mustSync: false,
    entryRequests: [],
  };
  t.is(describeReady(empty), '<empty Ready>');
  const full: Ready = {
    softState: { lead: 1, role: 'StateLeader' },
    hardState: { term: 1, vote: 1, commit: 1 },
    readStates: [{ index: 3, context: bytes('ab') }],
    entries: [entry(2, 'b')],
    committedEntries: [entry(1, 'a')],
    messages: [appendAccepted(1, 2, 1, 2)],
    mustSync: true,
    entryRequests: [{ to: 2, from: 4, upTo: 9, maxBytes: 100 }],
  };
  t.is(
    describeReady(full),
    [
      'Ready MustSync=true:',
      'Lead:1 State:StateLeader',
      'HardState Term:1 Vote:1 Commit:1',
      'ReadStates [{3 [97 98]}]',
      'Entries:',
      '1/2 EntryNormal "b"',
      'CommittedEntries:',
      '1/1 EntryNormal "a"',
      'Messages:',
      '2->1 MsgAppResp Term:1 Log:0/2',
      'EntryRequest To:2 Entries:4-9',
      '',
    ].join('\n'),
  );
});

test('the numbers of message and entry types are those on the wire', (t) => {
  const screaming = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  for (const [own, wire] of [
    [MessageType, raft.MessageType],
    [EntryType, raft.EntryType],
  ] as const) {
    const renamed = Object.entries(own).map(([name, number]) => [screaming(name), number]);
    const onWire = Object.entries(wire).filter(([, number]) => typeof number === 'number');
    t.deepEqual(Object.fromEntries(renamed), Object.fromEntries(onWire));
  }
  t.is(describeMessageType(MessageType.StorageApplyResp), 'MsgStorageApplyResp');
});
