/** The conformance command on scripts of our own, and on the published corpus where it is at hand. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import test, { type ExecutionContext } from 'ava';
import { type ExitStatus, runConformance } from '../../../scripts/conformance/command.js';
import type { Report } from '../../../scripts/conformance/report.js';

const VOTES = `# A vote among two.
vote cfg=(1,2) votes=(y,_)
----
VotePending

vote cfg=(1,2) cfgj=(3) votes=(y,y,n)
----
VoteLost
`;

const COMMITTED = `committed cfg=(7,8,9) idx=(40,_,30)
----
       idx
xx>     40    (id=7)
?        0    (id=8)
x>      30    (id=9)
30
`;

const CHANGES = `simple
v3 l5
----
voters=(3) learners=(5)
3: StateProbe match=0 next=1
5: StateProbe match=0 next=1 learner

enter-joint autoleave=true
r3 v5
----
voters=(5)&&(3) autoleave
3: StateProbe match=0 next=1
5: StateProbe match=0 next=1

simple
v9
----
can't apply simple config change in joint config

leave-joint
----
voters=(5)
5: StateProbe match=0 next=1
`;

/** Two replicas elect the first, which then has one entry copied to the second. */
const PAIR = `log-level none
----
ok

add-nodes 2 voters=(1,2) index=5
----
ok

campaign 1
----
ok

stabilize
----
ok

log-level info
----
ok

raft-state
----
1: StateLeader (Voter) Term:1 Lead:1
2: StateFollower (Voter) Term:1 Lead:1

propose 1 tea
----
ok

process-ready 1 2
----
> 1 handling Ready
  Ready MustSync=true:
  Entries:
  1/7 EntryNormal "tea"
  Messages:
  1->2 MsgApp Term:1 Log:1/6 Commit:6 Entries:[1/7 EntryNormal "tea"]
> 2 handling Ready
  <empty Ready>

deliver-msgs 1 type=MsgApp
----
no messages

deliver-msgs 2
----
1->2 MsgApp Term:1 Log:1/6 Commit:6 Entries:[1/7 EntryNormal "tea"]

stabilize log-level=none
----
ok

raft-log 2
----
1/6 EntryNormal ""
1/7 EntryNormal "tea"

status 1
----
1: StateReplicate match=7 next=8
2: StateReplicate match=7 next=8

compact 1 7
----
log is empty: first index=8, last index=7

campaign 2
----
INFO 2 is starting a new election at term 1
INFO 2 became candidate at term 2
INFO 2 [logterm: 1, index: 7] sent MsgVote request to 1 at term 2

deliver-msgs 9 9
----
recipient 9 is named twice
`;

/** A leader purges its log before a learner that has nothing answers for the first time. */
const BEHIND = `log-level none
----
ok

add-nodes 1 voters=(1) learners=(2) index=5
----
ok

campaign 1
----
ok

stabilize
----
ok

compact 1 6
----
ok

add-nodes 1
----
ok

tick-heartbeat 1
----
ok

stabilize
----
ok

raft-log 2
----
something that only a snapshot would bring
`;

type Folder = Readonly<Record<string, string>>;

function corpusOf(t: ExecutionContext, files: Folder): string {
  const root = mkdtempSync(join(tmpdir(), 'quorate-conformance-'));
  t.teardown(() => rmSync(root, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function run(...args: readonly string[]): { status: ExitStatus; printed: string; errors: string } {
  const printed: string[] = [];
  const errors: string[] = [];
  const output = { print: (text: string) => printed.push(text), printError: (text: string) => errors.push(text) };
  return { status: runConformance(args, output), printed: printed.join('\n'), errors: errors.join('\n') };
}

function runJson(...args: readonly string[]): {
  status: ExitStatus;
  files: Report['results'];
  unmet: readonly string[];
} {
  const { status, printed } = run(...args, '--json');
  return { status, ...JSON.parse(printed) };
}

/** Grade by `kind/name`. */
function gradesOf(files: Report['results']): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map(({ kind, name, grade }) => [`${kind}/${name}`, grade]));
}

test('scripts that hold are exact, in both layouts', (t) => {
  const folders = { 'quorum/a.txt': VOTES, 'quorum/b.txt': COMMITTED, 'confchange/c.txt': CHANGES };
  const ours = corpusOf(t, { ...folders, 'interaction/pair.txt': PAIR, 'interaction/readme.md': 'no script' });
  const clone = corpusOf(t, {
    'quorum/testdata/a.txt': VOTES,
    'quorum/testdata/b.txt': COMMITTED,
    'quorum/quorum.go': 'package quorum',
    'confchange/testdata/c.txt': CHANGES,
    'testdata/pair.txt': PAIR,
  });
  for (const root of [ours, clone]) {
    const { status, files } = runJson(root, '--require', 'exact');
    t.deepEqual(gradesOf(files), {
      'quorum/a': 'exact',
      'quorum/b': 'exact',
      'confchange/c': 'exact',
      'interaction/pair': 'exact',
    });
    t.is(status, 0);
  }
});

test('each kind of difference has its grade, and a better one that is required fails the run', (t) => {
  const messages = PAIR.replace('  Entries:\n  1/7 EntryNormal "tea"\n', '');
  const root = corpusOf(t, {
    'interaction/structural.txt': PAIR.replace('is starting a new election', 'wants to lead'),
    'interaction/semantic.txt': messages,
    'interaction/failed.txt': PAIR.replaceAll('Log:1/6', 'Log:1/5'),
    'interaction/unsupported.txt': `${PAIR}\npropose-conf-change 1\nv3\n----\nok\n`,
    'quorum/failed.txt': VOTES.replace('VoteLost', 'VoteWon'),
    'confchange/failed.txt': CHANGES.replace('learners=(5)', 'learners=(6)'),
    'confchange/garbled.txt': 'simple\nv1\n',
    'confchange/unknown.txt': 'simple\nx1\n----\nok\n',
  });
  const { status, files } = runJson(root, '--require', 'interaction/structural=structural');
  t.is(status, 0);
  t.deepEqual(gradesOf(files), {
    'quorum/failed': 'failed',
    'confchange/failed': 'failed',
    'confchange/garbled': 'failed',
    'confchange/unknown': 'failed',
    'interaction/failed': 'failed',
    'interaction/semantic': 'semantic',
    'interaction/structural': 'structural',
    'interaction/unsupported': 'unsupported',
  });
  for (const requirement of [
    'structural=exact',
    'semantic=structural',
    'quorum/failed=semantic',
    'interaction/failed=semantic',
    'unsupported=semantic',
    'absent=semantic',
    'semantic',
  ]) {
    t.is(run(root, '--require', requirement).status, 1, requirement);
  }
});

test('a report says why: the missing command, the line that differs, the requirement that does not hold', (t) => {
  const root = corpusOf(t, {
    'interaction/other.txt': 'transfer-leadership from=1 to=2\n----\nok\n',
    'quorum/votes.txt': VOTES.replace('VoteLost', 'VoteWon'),
  });
  const { status, printed } = run(root, '--verbose', '--require', 'votes=exact');
  t.is(status, 1);
  t.regex(printed, /needs transfer-leadership/);
  t.regex(printed, /line 6, vote: output line 1 differs\n\s+expected: VoteWon\n\s+actual: +VoteLost/);
  t.regex(printed, /quorum\/votes: exact required, but it is failed/);
  t.regex(printed, /0 exact, 0 structural, 0 semantic, 1 failed, 1 unsupported/);
  t.true(printed.includes(createHash('sha256').update(VOTES.replace('VoteLost', 'VoteWon')).digest('hex')));
});

test('a script that comes to need a snapshot is unsupported, and says so', (t) => {
  const root = corpusOf(t, { 'interaction/behind.txt': BEHIND });
  const [file] = runJson(root).files;
  t.is(file?.grade, 'unsupported');
  t.is(file?.reason, 'needs a snapshot from 1 to 2');
});

test('a script that breaks an invariant of the core fails there, and the other scripts still run', (t) => {
  const early = PAIR.slice(0, PAIR.indexOf('deliver-msgs')).concat('compact 1 7\n----\nok\n\nraft-state\n----\nok\n');
  const root = corpusOf(t, { 'interaction/early.txt': early, 'interaction/pair.txt': PAIR });
  const { files } = runJson(root);
  t.deepEqual(gradesOf(files), { 'interaction/early': 'failed', 'interaction/pair': 'exact' });
  t.regex(files[0]?.reason ?? '', /^line 41, compact: only what is applied is purged/);
});

test('only the files that are asked for run', (t) => {
  const root = corpusOf(t, { 'quorum/a.txt': VOTES, 'quorum/b.txt': 'nonsense', 'confchange/a.txt': CHANGES });
  const { status, files } = runJson(root, '--only', 'm/a', '--require', 'exact');
  t.deepEqual(gradesOf(files), { 'quorum/a': 'exact' });
  t.is(status, 0);
});

test('without a requirement, the promised files are required, and missed when they are not there', (t) => {
  const root = corpusOf(t, { 'quorum/a.txt': VOTES });
  const { status, unmet } = runJson(root);
  t.is(status, 1);
  t.true(unmet.includes('quorum/joint_vote: exact required, but it is not in the corpus'));
  t.is(unmet.length, 4 + 9 + 9);
});

test('wrong usage and a path without a corpus are told apart from a failed run', (t) => {
  const root = corpusOf(t, { 'other/a.txt': VOTES });
  const quorum = corpusOf(t, { 'quorum/a.txt': VOTES });
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [[], /give one path/],
    [[quorum, quorum], /give one path/],
    [[root], /holds no conformance scripts/],
    [[join(root, 'absent')], /does not exist/],
    [[quorum, '--loud'], /--loud/],
    [[quorum, '--require', 'perfect'], /--require takes/],
    [[quorum, '--require', '=exact'], /--require takes/],
    [[quorum, '--only', 'zzz'], /no file of the corpus contains "zzz"/],
  ];
  for (const [args, message] of cases) {
    const { status, printed, errors } = run(...args);
    t.is(status, 2, args.join(' '));
    t.is(printed, '');
    t.regex(errors, message);
  }
});

test('the command ends with the status of its run', (t) => {
  const entry = fileURLToPath(new URL('../../../scripts/conformance/conformance.js', import.meta.url));
  const statusOf = (...args: readonly string[]) => spawnSync(process.execPath, [entry, ...args]).status;
  const root = corpusOf(t, { 'quorum/a.txt': VOTES });
  t.is(statusOf('--help'), 0);
  t.is(statusOf(root, '--require', 'exact'), 0);
  t.is(statusOf(root), 1);
  t.is(statusOf(), 2);
});

test('the published corpus is judged as promised, and left as it was', (t) => {
  // Beside the repository, or wherever the variable says: the corpus is no part of the project.
  const root = process.env.QUORATE_CONFORMANCE ?? '../shared/conformance/etcd-raft';
  if (!existsSync(root)) {
    t.log(`skipped: ${root} is not there (QUORATE_CONFORMANCE names the corpus)`);
    t.pass();
    return;
  }
  const hashOf = (): string => {
    const hash = createHash('sha256');
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)));
    }
    return hash.digest('hex');
  };
  const before = hashOf();
  const { status, unmet } = runJson(root);
  t.deepEqual(unmet, []);
  t.is(status, 0);
  t.is(hashOf(), before);
});
