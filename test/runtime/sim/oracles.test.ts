/** The oracles see what they are there for. The canaries show the same in whole worlds. */
import test from 'ava';
import { raft } from '../../../src/runtime/base/proto.js';
import type { RaftMessage } from '../../../src/runtime/sim/describe.js';
import { Commitment } from '../../../src/runtime/sim/oracles/commitment.js';
import { DurabilityBeforeRelease } from '../../../src/runtime/sim/oracles/durability.js';
import { ElectionSafety } from '../../../src/runtime/sim/oracles/election-safety.js';
import { Leadership } from '../../../src/runtime/sim/oracles/leadership.js';
import type { DurableLogs, Topology } from '../../../src/runtime/sim/oracles/oracle.js';
import { PeerBoots } from '../../../src/runtime/sim/oracles/peer-boots.js';
import { MonotonicProgress } from '../../../src/runtime/sim/oracles/progress.js';
import { PurgeSafety } from '../../../src/runtime/sim/oracles/purge-safety.js';
import { ReplicaLogs } from '../../../src/runtime/sim/oracles/replica-logs.js';

const { MessageType } = raft;
const TOPOLOGY: Topology = { groups: [2], votersOf: () => [1, 2, 3] };

const message = (parts: Partial<RaftMessage>): RaftMessage =>
  ({
    type: MessageType.APP,
    to: 2,
    from: 1,
    term: 2,
    logTerm: 0,
    index: 0,
    entries: [],
    commit: 0,
    vote: 0,
    reject: false,
    rejectHint: 0,
    context: new Uint8Array(0),
    clockMs: 0,
    ...parts,
  }) as RaftMessage;

const entry = (index: number, term: number, text = '') => ({
  index,
  term,
  type: 0,
  data: new TextEncoder().encode(text),
});

const append = (sequence: number, term: number, entries: ReturnType<typeof entry>[]) => ({
  group: 2,
  groupBoot: 1,
  writerBoot: 1,
  sequence,
  hardState: { term, vote: 0, commit: 0 },
  entries,
});

const opened = (lastIndex: number, lastTerm: number, groupBoot = 1) => ({
  group: 2,
  groupBoot,
  writerBoot: 1,
  replica: 1,
  hardState: { term: 1, vote: 0, commit: 1 },
  purgeIndex: 1,
  purgeTerm: 1,
  lastIndex,
  lastTerm,
  termStarts: lastIndex > 1 ? [{ term: lastTerm, index: 2 }] : [],
  membershipIndexes: [],
  entries: [],
  sequence: 0,
  stateFile: '',
  volumeInstance: '',
  errorCode: '',
  errorMessage: '',
});

const apply = (entries: ReturnType<typeof entry>[], commit: number) => ({
  group: 2,
  groupBoot: 1,
  applierBoot: 1,
  from: entries[0]?.index ?? commit + 1,
  commit,
  entries,
  waiters: [],
});

test('two leaders of one term, and two votes of one replica, are seen', (t) => {
  const reports: string[] = [];
  const oracle = new ElectionSafety((what) => reports.push(what));
  oracle.raftSent(1, 2, message({ from: 1, term: 3 }));
  oracle.raftSent(1, 2, message({ from: 1, term: 3, type: MessageType.HEARTBEAT }));
  oracle.raftSent(2, 2, message({ from: 2, term: 4 }));
  oracle.raftSent(3, 2, message({ type: MessageType.VOTE_RESP, from: 3, to: 1, term: 3 }));
  oracle.raftSent(3, 2, message({ type: MessageType.VOTE_RESP, from: 3, to: 2, term: 3, reject: true }));
  t.deepEqual(reports, []);
  oracle.raftSent(2, 2, message({ from: 2, term: 3 }));
  oracle.raftSent(3, 2, message({ type: MessageType.VOTE_RESP, from: 3, to: 2, term: 3 }));
  t.is(reports.length, 2);
});

test('logs that differ below a common entry, or in it, are seen', (t) => {
  const reports: string[] = [];
  const logs = new ReplicaLogs((what) => reports.push(what));
  for (const node of [1, 2, 3]) logs.opened(node, opened(1, 1));
  logs.appendSent(1, append(1, 2, [entry(2, 2, 'a'), entry(3, 2, 'b')]));
  logs.appendSent(2, append(1, 2, [entry(2, 2, 'a')]));
  logs.appendSent(2, append(2, 3, [entry(2, 3, 'x')]));
  logs.appendSent(2, append(3, 4, [entry(2, 2, 'a'), entry(3, 2, 'b')]));
  t.deepEqual(reports, []);
  logs.appendSent(3, append(1, 2, [entry(2, 2, 'other')]));
  t.is(reports.length, 1);
  logs.appendSent(3, append(2, 3, [entry(2, 1, 'old'), entry(3, 2, 'b')]));
  t.is(reports.length, 2);
});

test('a commit without a majority, one that changes, and one that goes back, are seen', (t) => {
  const reports: string[] = [];
  const terms: Readonly<Record<number, number>> = { 1: 2, 2: 2, 3: 1 };
  const durable: DurableLogs = {
    termAt: (node, _, index) => (index === 2 ? terms[node] : undefined),
    hardState: () => undefined,
  };
  const report = (what: string) => void reports.push(what);
  const logs = new ReplicaLogs(report);
  const oracle = new Commitment({ topology: TOPOLOGY, logs, durable, report, onCommit: () => {} });
  oracle.applySent(1, apply([entry(2, 2)], 2));
  t.deepEqual(reports, []);
  oracle.applySent(1, apply([entry(3, 2)], 3));
  t.regex(reports[0] ?? '', /without a majority/);
  oracle.applySent(2, apply([entry(2, 1)], 3));
  t.regex(reports[1] ?? '', /changed/);
  oracle.applySent(2, apply([], 2));
  t.regex(reports[2] ?? '', /went back/);
});

test('a leader that lacks a committed entry is seen', (t) => {
  const reports: string[] = [];
  const report = (what: string) => void reports.push(what);
  const durable: DurableLogs = { termAt: () => 2, hardState: () => undefined };
  const logs = new ReplicaLogs(report);
  const oracle = new Commitment({ topology: TOPOLOGY, logs, durable, report, onCommit: () => {} });
  for (const node of [1, 2]) logs.opened(node, opened(1, 1));
  logs.appendSent(1, append(1, 2, [entry(2, 2)]));
  oracle.applySent(1, apply([entry(2, 2)], 2));
  oracle.raftSent(1, 2, message({ type: MessageType.VOTE, from: 1, term: 3, index: 2, logTerm: 2 }));
  oracle.raftSent(1, 2, message({ from: 1, term: 3 }));
  t.deepEqual(reports, []);
  oracle.raftSent(2, 2, message({ type: MessageType.VOTE, from: 2, term: 4, index: 1, logTerm: 1 }));
  oracle.raftSent(2, 2, message({ from: 2, term: 4 }));
  t.regex(reports[0] ?? '', /leader completeness/);
});

test('a vote and an acknowledgement that leave before the fsync are seen', (t) => {
  const reports: string[] = [];
  let hardState = { term: 2, vote: 1 };
  const durable: DurableLogs = {
    termAt: (_node, _group, index) => (index <= 5 ? 2 : undefined),
    hardState: () => hardState,
  };
  const oracle = new DurabilityBeforeRelease(durable, (what) => reports.push(what));
  oracle.raftSent(2, 2, message({ type: MessageType.APP_RESP, term: 2, index: 5 }));
  oracle.raftSent(2, 2, message({ type: MessageType.APP_RESP, term: 2, index: 9, reject: true }));
  oracle.raftSent(2, 2, message({ type: MessageType.VOTE_RESP, term: 2, to: 1 }));
  t.deepEqual(reports, []);
  oracle.raftSent(2, 2, message({ type: MessageType.APP_RESP, term: 2, index: 6 }));
  oracle.raftSent(2, 2, message({ type: MessageType.VOTE_RESP, term: 2, to: 3 }));
  hardState = { term: 1, vote: 1 };
  oracle.raftSent(2, 2, message({ type: MessageType.VOTE_RESP, term: 2, to: 1 }));
  t.is(reports.length, 3);
});

test('a term that goes down is seen, and a resent append is no such thing', (t) => {
  const reports: string[] = [];
  const oracle = new MonotonicProgress((what) => reports.push(what));
  oracle.appendSent(1, append(1, 2, []));
  oracle.appendSent(1, append(2, 3, []));
  oracle.appendSent(1, append(1, 2, []));
  t.deepEqual(reports, []);
  oracle.appendSent(1, append(3, 2, []));
  t.is(reports.length, 1);
});

test('an old entry that a later leader has committed need not be in the log of a leader before it', (t) => {
  const reports: string[] = [];
  const report = (what: string) => void reports.push(what);
  const durable: DurableLogs = { termAt: () => 2, hardState: () => undefined };
  const logs = new ReplicaLogs(report);
  const oracle = new Commitment({ topology: TOPOLOGY, logs, durable, report, onCommit: () => {} });
  for (const node of [1, 2]) logs.opened(node, opened(1, 1));
  logs.appendSent(1, append(1, 2, [entry(2, 2)]));
  logs.appendSent(1, append(2, 4, [entry(3, 4)]));
  oracle.applySent(1, apply([entry(2, 2)], 2));
  oracle.raftSent(2, 2, message({ type: MessageType.VOTE, from: 2, term: 3, index: 1, logTerm: 1 }));
  oracle.raftSent(2, 2, message({ from: 2, term: 3 }));
  t.deepEqual(reports, []);
  oracle.raftSent(2, 2, message({ type: MessageType.VOTE, from: 2, term: 5, index: 1, logTerm: 1 }));
  oracle.raftSent(2, 2, message({ from: 2, term: 5 }));
  t.regex(reports[0] ?? '', /leader completeness/);
});

test('a log that lets go of what a member lacks is seen', (t) => {
  const reports: string[] = [];
  const durable: DurableLogs = {
    termAt: (node, _group, index) => (index <= (node === 3 ? 5 : 9) ? (index <= 2 ? 'purged' : 2) : undefined),
    hardState: () => undefined,
  };
  const oracle = new PurgeSafety(TOPOLOGY, durable, (what) => reports.push(what));
  const purge = { group: 2, groupBoot: 1, writerBoot: 1 };
  oracle.purgeSent(1, { ...purge, index: 2 });
  oracle.purgeSent(1, { ...purge, index: 5 });
  t.deepEqual(reports, []);
  oracle.purgeSent(1, { ...purge, index: 6 });
  t.regex(reports[0] ?? '', /not on node 3/);
});

test('a message of an older process is seen, and one of an imposter when there is a real one', (t) => {
  const reports: string[] = [];
  const lifeOf = (_node: number, processBoot: number) => processBoot + 10;
  const oracle = new PeerBoots({ bootsPerLife: 100, actorBoots: 2 ** 32, imposter: 99, lifeOf }, (what) =>
    reports.push(what),
  );
  const arrival = { group: 2, peer: 3, acceptedBoot: 2 };
  oracle.arrived(1, { ...arrival, senderBoot: 2 * 2 ** 32 + 1207 });
  oracle.arrived(1, { ...arrival, senderBoot: 0 });
  oracle.arrived(1, { ...arrival, senderBoot: 1299 });
  t.deepEqual(reports, []);
  oracle.arrived(1, { ...arrival, senderBoot: 1150 });
  oracle.isStrict = true;
  oracle.arrived(1, { ...arrival, senderBoot: 1299 });
  t.is(reports.length, 2);
});

test('a group without a leader is known, and one that changes it in calm is seen', (t) => {
  const reports: string[] = [];
  let nowMs = 1_000;
  const oracle = new Leadership(
    TOPOLOGY,
    () => nowMs,
    (what) => reports.push(what),
  );
  t.deepEqual(oracle.leaderless, [2]);
  oracle.raftSent(1, 2, message({ from: 1, term: 3 }));
  t.deepEqual(oracle.leaderless, []);
  nowMs += 1_000;
  t.deepEqual(oracle.leaderless, [2], 'it has not been heard of for long');
  oracle.raftSent(2, 2, message({ type: MessageType.VOTE, from: 2, term: 4 }));
  oracle.raftSent(2, 2, message({ from: 2, term: 4 }));
  oracle.isSettled = true;
  oracle.raftSent(2, 2, message({ from: 2, term: 4, type: MessageType.HEARTBEAT }));
  oracle.raftSent(1, 2, message({ type: MessageType.PRE_VOTE, from: 1, term: 5 }));
  t.deepEqual(reports, []);
  oracle.raftSent(1, 2, message({ type: MessageType.VOTE, from: 1, term: 5 }));
  t.regex(reports[0] ?? '', /left term 4/);
});
